//! What this program is, what it may be used for, and what it does not do.

use egui::Context;

use crate::{
    app::App,
    locale::{tr, tr_args},
    ui::{
        button::Button,
        dialog,
        text::{heading_ui, text_ui},
        theme::{Palette, Type, hline},
    },
};

/// Each licence with its text.
const LICENCES: [(&str, &str); 3] = [
    ("MIT", include_str!("../../../LICENSE-MIT")),
    ("Apache License 2.0", include_str!("../../../LICENSE-APACHE")),
    ("SIL Open Font License 1.1", include_str!("../../../assets/fonts/OFL.txt")),
];

impl App {
    /// Shows what the program is; whether the sheet is to be closed.
    pub(super) fn about_ui(&mut self, ctx: &Context, is_new: bool) -> bool {
        let lang = self.state.lang;
        let name = tr(lang, "do-about");
        let sheet = dialog::Dialog { id: "about", name: &name, width: 520.0, top: None };
        let shown = sheet.show_titled(ctx, &tr(lang, "dialog-close"), is_new, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let palette = Palette::of(ui);
            heading_ui(ui, Type::Section, &tr_args(lang, "about-version", &[("version", env!("CARGO_PKG_VERSION").into())]));
            text_ui(ui, Type::Body, palette.text, &tr(lang, "about-what"));
            text_ui(ui, Type::Body, palette.text, &tr(lang, "about-offline"));
            if let Ok((dossier, _)) = &self.content {
                ui.add_space(4.0);
                hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), palette.hairline);
                ui.add_space(8.0);
                heading_ui(ui, Type::Section, dossier.meta.title.get(lang));
                text_ui(ui, Type::Note, palette.text_weak, dossier.meta.disclaimer.get(lang));
            }
            ui.add_space(4.0);
            hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), palette.hairline);
            ui.add_space(8.0);
            text_ui(ui, Type::Note, palette.text_weak, &tr(lang, "about-licences"));
            let mut open = self.open_licence;
            ui.horizontal_wrapped(|ui| {
                for (nr, (name, _)) in LICENCES.iter().enumerate() {
                    if Button::plain(name).small().on(open == Some(nr)).ui(ui).clicked() {
                        open = if open == Some(nr) { None } else { Some(nr) };
                    }
                }
            });
            if let Some((_, text)) = open.and_then(|nr| LICENCES.get(nr)) {
                text_ui(ui, Type::Note, palette.text_weak, text);
            }
            open
        });
        self.open_licence = shown.inner;
        shown.is_left
    }
}
