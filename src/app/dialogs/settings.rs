//! The settings: how everything is shown, and where the choices are kept.

use std::borrow::Cow;

use egui::{Context, Ui};

use crate::{
    app::{App, window::ZOOMS},
    command::{Action, Command, Dialog},
    locale::{Lang, tr, tr_args},
    state::{MotionChoice, ThemeChoice},
    ui::{
        button::{Button, Segment, icon_button_with_keys_ui, segments_in_ui},
        dialog,
        icons::Icon,
        text::{row_ui, text_ui},
        theme::{CONTROL_HEIGHT, Palette, Type, hline},
    },
};

/// How many choices stand beside each other: the most that a setting has.
const NUM_COLUMNS: usize = 3;
/// Width of the names of the settings.
const LABEL: f32 = 96.0;

impl App {
    /// Shows the settings; whether the sheet is to be closed.
    pub(super) fn settings_ui(&mut self, ctx: &Context, is_new: bool) -> bool {
        let lang = self.state.lang;
        let name = tr(lang, "settings-title");
        let sheet = dialog::Dialog { id: "settings", name: &name, width: 480.0, top: None };
        let shown = sheet.show_titled(ctx, &tr(lang, "dialog-close"), is_new, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            self.theme_ui(ui);
            self.lang_ui(ui);
            self.motion_ui(ui);
            self.zoom_ui(ui);
            hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), Palette::of(ui).hairline);
            ui.add_space(1.0);
            if let Some(keeper) = &self.keeper {
                let words = tr_args(lang, "settings-kept", &[("file", keeper.path().display().to_string().into())]);
                text_ui(ui, Type::Note, Palette::of(ui).text_weak, &words);
            }
            if Button::edge(&tr(lang, "do-reset")).ui(ui).clicked() {
                self.commands.push(Command::Show(Dialog::Reset));
            }
        });
        shown.is_left
    }

    fn theme_ui(&mut self, ui: &mut Ui) {
        let (lang, chosen) = (self.state.lang, self.state.theme);
        let names = ["settings-theme-system", "settings-theme-light", "settings-theme-dark"].map(|key| tr(lang, key));
        let icons = [Icon::Columns, Icon::Sun, Icon::Moon];
        let segments: Vec<Segment<'_>> = ThemeChoice::ALL
            .iter()
            .zip(icons.into_iter().zip(&names))
            .map(|(choice, (icon, name))| Segment { icon: Some(icon), name, is_on: *choice == chosen })
            .collect();
        let clicked = labelled_ui(ui, &tr(lang, "settings-theme"), |ui, name| segments_in_ui(ui, name, &segments, NUM_COLUMNS));
        if let Some(choice) = clicked.and_then(|nr| ThemeChoice::ALL.get(nr)) {
            self.commands.push(Command::SetTheme(*choice));
        }
    }

    fn lang_ui(&mut self, ui: &mut Ui) {
        let lang = self.state.lang;
        let names = ["settings-chinese", "settings-english"].map(|key| tr(lang, key));
        let chosen = Lang::ALL.iter().position(|choice| *choice == lang);
        let clicked = labelled_ui(ui, &tr(lang, "settings-language"), |ui, name| choices_ui(ui, name, &names, chosen));
        if clicked.is_some() && clicked != chosen {
            self.commands.push(Command::SwitchLang);
        }
    }

    fn motion_ui(&mut self, ui: &mut Ui) {
        let lang = self.state.lang;
        let names = ["settings-theme-system", "settings-motion-less"].map(|key| tr(lang, key));
        let chosen = MotionChoice::ALL.iter().position(|choice| *choice == self.state.motion);
        let clicked = labelled_ui(ui, &tr(lang, "settings-motion"), |ui, name| choices_ui(ui, name, &names, chosen));
        if let Some(choice) = clicked.and_then(|nr| MotionChoice::ALL.get(nr)) {
            self.commands.push(Command::SetMotion(*choice));
        }
    }

    fn zoom_ui(&mut self, ui: &mut Ui) {
        let (lang, zoom) = (self.state.lang, ui.ctx().zoom_factor());
        labelled_ui(ui, &tr(lang, "settings-zoom"), |ui, _| {
            for (icon, action, is_possible) in
                [(Icon::Minus, Action::ZoomOut, zoom > ZOOMS.0), (Icon::Plus, Action::ZoomIn, zoom < ZOOMS.1)]
            {
                let name = tr(lang, action.name_key());
                let button = ui.add_enabled_ui(is_possible, |ui| icon_button_with_keys_ui(ui, icon, &name, &action.keys(), false));
                if button.inner.clicked() {
                    self.commands.push(action.command());
                }
                if action == Action::ZoomOut {
                    text_ui(ui, Type::Body, Palette::of(ui).text, &format!("{:.0} %", zoom * 100.0));
                }
            }
            if Button::plain(&tr(lang, Action::ZoomReset.name_key())).ui(ui).clicked() {
                self.commands.push(Command::ZoomReset);
            }
        });
    }
}

/// The choices of a setting, of which one is on; returns which was clicked.
fn choices_ui(ui: &mut Ui, name: &str, names: &[Cow<'_, str>], chosen: Option<usize>) -> Option<usize> {
    let segment = |(nr, name)| Segment { icon: None, name, is_on: Some(nr) == chosen };
    let segments: Vec<Segment<'_>> = names.iter().map(AsRef::as_ref).enumerate().map(segment).collect();
    segments_in_ui(ui, name, &segments, NUM_COLUMNS)
}

/// A setting with its name before it.
fn labelled_ui<R>(ui: &mut Ui, label: &str, add_contents: impl FnOnce(&mut Ui, &str) -> R) -> R {
    row_ui(ui, CONTROL_HEIGHT, 8.0, |ui| {
        let left = ui.cursor().left();
        text_ui(ui, Type::Control, Palette::of(ui).text_weak, label);
        ui.add_space((left + LABEL - ui.cursor().left()).max(0.0));
        add_contents(ui, label)
    })
}
