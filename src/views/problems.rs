//! What stands in the window where a dossier cannot be shown: all its mistakes, each with its place, and the ways on.

use egui::{Frame, Margin, ScrollArea, Ui};

use crate::{
    command::Command,
    dossier::{Absence, Problem},
    locale::{Lang, tr, tr_args},
    ui::{
        button::Button,
        notice::error_ui,
        scroll::{Reach, scroll_ui},
        text::text_ui,
        theme::{Palette, Type},
    },
};

/// Draws all mistakes of a dossier, or why there is none at all, and buttons with these names below; the one that was clicked.
pub fn ui(ui: &mut Ui, lang: Lang, problems: &[Problem], ways: Vec<(String, Command)>) -> Option<Command> {
    let mut chosen = None;
    let (title, lines, hint) = match problems {
        [only] if let Some(absence) = only.absence() => {
            (absence_title(lang, absence), vec![only.file.display().to_string()], "error-none-hint")
        }
        _ => {
            let title = tr_args(lang, "error-title", &[("count", problems.len().into())]);
            (title, problems.iter().map(|problem| problem.words(lang)).collect(), "error-hint")
        }
    };
    Frame::new().inner_margin(Margin::symmetric(24, 24)).show(ui, |ui| {
        scroll_ui(ui, ScrollArea::vertical().auto_shrink([false, false]), &title, Reach::Page, |ui| {
            error_ui(ui, &title, &lines);
            ui.add_space(12.0);
            let color = Palette::of(ui).text_weak;
            text_ui(ui, Type::Note, color, &tr(lang, hint));
            ui.add_space(12.0);
            ui.horizontal_wrapped(|ui| {
                for (name, command) in ways {
                    if Button::edge(&name).ui(ui).clicked() {
                        chosen = Some(command);
                    }
                }
            });
        });
    });
    chosen
}

fn absence_title(lang: Lang, absence: Absence) -> String {
    let key = match absence {
        Absence::Missing => "error-none-missing",
        Absence::File => "error-none-file",
        Absence::Empty => "error-none-empty",
        Absence::Closed => "error-none-closed",
    };
    tr(lang, key).into_owned()
}
