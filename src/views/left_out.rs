//! One line where rows that stay in their file are missing: that they are, and where they can be seen.

use egui::Ui;

use super::Context;
use crate::{
    command::Command,
    dossier::Dossier,
    locale::{tr, tr_args},
    route::View,
    ui::{
        button::Button,
        text::{row_ui, text_ui},
        theme::{Palette, Type},
    },
};

/// Whether there are such rows.
pub(super) fn has_any(dossier: &Dossier) -> bool {
    dossier.projects.are_on_disk()
}

/// Draws the line, where there are such rows; `key` says what they are missing from.
pub(super) fn line_ui(ctx: &mut Context<'_>, ui: &mut Ui, key: &str) {
    if !has_any(ctx.dossier) {
        return;
    }
    let words = tr_args(ctx.lang, key, &[("count", ctx.dossier.projects.len().into())]);
    let link = tr(ctx.lang, "left-out-link");
    let is_clicked = row_ui(ui, Type::Control.line_height(), 8.0, |ui| {
        text_ui(ui, Type::Small, Palette::of(ui).text_weak, &words);
        Button::link(&link).small().ui(ui).clicked()
    });
    if is_clicked {
        ctx.send(Command::Open(View::Projects));
    }
}
