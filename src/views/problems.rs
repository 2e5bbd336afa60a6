//! What stands in the window where a dossier cannot be shown: all its mistakes, each with its place.

use egui::{Frame, Margin, ScrollArea, Ui};

use crate::{
    dossier::Problem,
    locale::{Lang, tr, tr_args},
    ui::{
        notice::error_ui,
        text::text_ui,
        theme::{Palette, Type},
    },
};

/// Draws all mistakes of a dossier.
pub fn ui(ui: &mut Ui, lang: Lang, problems: &[Problem]) {
    let title = tr_args(lang, "error-title", &[("count", problems.len().into())]);
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    Frame::new().inner_margin(Margin::symmetric(24, 24)).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            error_ui(ui, &title, &lines);
            ui.add_space(12.0);
            let color = Palette::of(ui).text_weak;
            text_ui(ui, Type::Note, color, &tr(lang, "error-hint"));
        });
    });
}
