//! The window's own way to ask for a path, where the system has no dialog.

use std::path::{Path, PathBuf};

use egui::{Area, Frame, Id, Key, Margin, Order, Role, Stroke, TextEdit, Ui, WidgetInfo, vec2};

use crate::{
    export::Parcel,
    locale::{Lang, tr, tr_args},
    ui::{
        button::Button,
        text::{heading_ui, text_ui},
        theme::{POPOVER_RADIUS, Palette, Type},
    },
};

/// Width of the card.
const WIDTH: f32 = 480.0;

/// What the reader answered.
pub(super) enum Reply {
    Save(PathBuf),
    Cancel,
}

/// A field for the path of a file.
pub(super) struct PathField {
    pub(super) parcel: Parcel,
    text: String,
    /// What is wrong with the path, or that the file is there already.
    told: Option<String>,
    /// The file that was told to be there already: saving once more replaces it.
    replaces: Option<PathBuf>,
    is_new: bool,
}

impl PathField {
    /// A field that proposes the reader's own folder.
    pub(super) fn new(parcel: Parcel) -> Self {
        let home = std::env::var_os("HOME").map(PathBuf::from).filter(|path| path.is_dir());
        let folder = home.or_else(|| std::env::current_dir().ok()).unwrap_or_default();
        let text = folder.join(&parcel.name).display().to_string();
        Self { parcel, text, told: None, replaces: None, is_new: true }
    }

    /// Draws the field over the window; returns what the reader answered.
    pub(super) fn ui(&mut self, ui: &Ui, lang: Lang) -> Option<Reply> {
        let palette = Palette::of(ui);
        let frame = Frame::new().fill(palette.raised).stroke(Stroke::new(1.0, palette.rule)).corner_radius(POPOVER_RADIUS);
        let frame = frame.shadow(palette.shadow).inner_margin(Margin::same(16));
        let area = Area::new(Id::unique("save-path")).order(Order::Foreground).anchor(egui::Align2::CENTER_TOP, vec2(0.0, 88.0));
        area.show(ui.ctx(), |ui| frame.show(ui, |ui| self.card_ui(ui, lang)).inner).inner
    }

    fn card_ui(&mut self, ui: &mut Ui, lang: Lang) -> Option<Reply> {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 64.0));
        heading_ui(ui, Type::Section, &tr(lang, "export-path-title"));
        ui.add_space(4.0);
        text_ui(ui, Type::Small, Palette::of(ui).text_weak, &tr(lang, "export-path-why"));
        ui.add_space(8.0);
        let name = tr(lang, "export-path-name");
        let edit = TextEdit::singleline(&mut self.text).desired_width(f32::INFINITY).margin(Margin::symmetric(8, 4));
        let response = ui.add(edit);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &*name));
        if std::mem::take(&mut self.is_new) {
            response.request_focus();
        }
        if response.changed() {
            (self.told, self.replaces) = (None, None);
        }
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if let Some(told) = &self.told {
            ui.add_space(4.0);
            text_ui(ui, Type::Small, Palette::of(ui).disagree, told);
        }
        ui.add_space(12.0);
        let mut reply = None;
        ui.horizontal(|ui| {
            if Button::filled(&tr(lang, "export-path-save")).ui(ui).clicked() || is_entered {
                reply = self.save(lang);
                if reply.is_none() {
                    response.request_focus();
                }
            }
            if Button::plain(&tr(lang, "export-path-cancel")).ui(ui).clicked() {
                reply = Some(Reply::Cancel);
            }
        });
        reply
    }

    /// The path, if it may be written; a file that is there is replaced on the second try only.
    fn save(&mut self, lang: Lang) -> Option<Reply> {
        let path = PathBuf::from(self.text.trim());
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if path.file_name().is_none() || !folder.is_dir() {
            self.told = Some(tr_args(lang, "export-path-no-folder", &[("folder", folder.display().to_string().into())]));
            return None;
        }
        let file = super::with_extension(path, self.parcel.extension());
        if file.exists() && self.replaces.as_ref() != Some(&file) {
            self.told = Some(tr_args(lang, "export-path-exists", &[("file", file.display().to_string().into())]));
            self.replaces = Some(file);
            return None;
        }
        Some(Reply::Save(file))
    }
}
