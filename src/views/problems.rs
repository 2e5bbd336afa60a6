//! What stands in the window where a dossier cannot be shown: all its mistakes, each with its place.

use egui::{Frame, Margin, ScrollArea, Ui};

use crate::{
    dossier::Problem,
    locale::{Lang, tr, tr_args},
    ui::{
        button::Button,
        notice::error_ui,
        text::text_ui,
        theme::{Palette, Type},
    },
};

/// Draws all mistakes of a dossier; where another one is open, with the way back to it by name, and whether it was taken.
pub fn ui(ui: &mut Ui, lang: Lang, problems: &[Problem], open: Option<&str>) -> bool {
    let mut is_closed = false;
    let title = tr_args(lang, "error-title", &[("count", problems.len().into())]);
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    Frame::new().inner_margin(Margin::symmetric(24, 24)).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            error_ui(ui, &title, &lines);
            ui.add_space(12.0);
            let color = Palette::of(ui).text_weak;
            text_ui(ui, Type::Note, color, &tr(lang, "error-hint"));
            if let Some(name) = open {
                ui.add_space(12.0);
                is_closed = Button::edge(&tr_args(lang, "error-back", &[("name", name.into())])).ui(ui).clicked();
            }
        });
    });
    is_closed
}
