//! What stands in the window while a large dossier is read: which one, how far, and the way back.

use std::path::Path;

use egui::{Frame, Margin, Ui};

use crate::{
    locale::{Lang, tr, tr_args},
    progress::Progress,
    ui::{
        bars::progress_ui,
        button::Button,
        text::{heading_ui, text_ui},
        theme::{self, Palette, Type},
        tooltip::on_hover_text,
    },
};

/// The bar is no wider than this: it is to be taken in at a glance.
const MOST_WIDTH: f32 = 480.0;
/// Bytes of a megabyte, as file managers count; progress counts each twice, when it is read and when it is understood.
const MEGABYTE: u64 = 2 * 1_000_000;

/// Draws the page; whether the reader gives it up.
pub fn ui(ui: &mut Ui, lang: Lang, folder: &Path, progress: &Progress) -> bool {
    let palette = Palette::of(ui);
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
    Frame::new()
        .inner_margin(Margin::symmetric(theme::PAGE_SIDE as i8, 24))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_max_width(MOST_WIDTH);
            heading_ui(ui, Type::Title, &tr_args(lang, "opening-title", &[("name", name.into())]));
            ui.add_space(4.0);
            text_ui(ui, Type::Body, palette.text_weak, &folder.display().to_string());
            ui.add_space(20.0);
            progress_ui(ui, progress.share(), &tr(lang, "opening-progress"));
            ui.add_space(8.0);
            text_ui(ui, Type::Small, palette.text_weak, &so_far(lang, progress));
            ui.add_space(20.0);
            let response = Button::edge(&tr(lang, "opening-cancel")).ui(ui);
            on_hover_text(response, &tr(lang, "opening-cancel-key")).clicked()
        })
        .inner
}

/// Says that the file of the rows has changed since it was opened; whether it is to be opened again.
pub fn stale_ui(ui: &mut Ui, lang: Lang) -> bool {
    let palette = Palette::of(ui);
    let frame = Frame::new().inner_margin(Margin::symmetric(theme::PAGE_SIDE as i8, 24));
    frame
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            heading_ui(ui, Type::Title, &tr(lang, "opening-stale"));
            ui.add_space(4.0);
            text_ui(ui, Type::Body, palette.text_weak, &tr(lang, "opening-stale-note"));
            ui.add_space(20.0);
            Button::filled(&tr(lang, "opening-again")).ui(ui).clicked()
        })
        .inner
}

fn so_far(lang: Lang, progress: &Progress) -> String {
    let args = [("done", (progress.done() / MEGABYTE).into()), ("all", (progress.all() / MEGABYTE).into())];
    tr_args(lang, "opening-so-far", &args)
}
