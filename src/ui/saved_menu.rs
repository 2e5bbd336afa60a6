//! The list of queries that have a name: open, save, save over, rename, delete.

use egui::{Key, Response, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::{
    button::{Button, sized_icon_button_ui},
    icons::Icon,
    look::{self, Look},
    popover::{POPOVER_SIDE, caption_ui, separator_ui},
    search_field::value_field_ui,
    text::{paint_left, text_ui},
    theme::{self, CONTROL_HEIGHT, Palette, ROW_HEIGHT, Type},
};
use crate::locale::{Lang, tr, tr_args};

/// How wide the list is.
pub const SAVED_WIDTH: f32 = 320.0;

/// How many rows are in sight before the list scrolls.
const ROWS_IN_SIGHT: f32 = 8.5;

/// What the reader asked of a list of named views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedAction {
    /// Shows a view.
    Open(String),
    /// Names what is shown now, or gives the name to it.
    Save(String),
    /// Calls a view something else.
    Rename {
        /// As it is called.
        from: String,
        /// As it shall be called.
        to: String,
    },
    /// Forgets a view.
    Delete(String),
    /// Copies what is shown now as one line of text.
    CopyLink,
}

/// What the list remembers while it is open.
#[derive(Clone, Debug, Default)]
pub struct SavedMemory {
    /// The name for what is shown now.
    name: String,
    /// Saving was asked for without a name.
    is_name_missing: bool,
    /// The view that is being renamed, and its new name; whether the keyboard has still to come there.
    renamed: Option<(String, String, bool)>,
}

/// The list of named views.
#[derive(Clone, Copy, Debug)]
pub struct SavedMenu<'a> {
    /// The language.
    pub lang: Lang,
    /// Their names, and each query as text.
    pub views: &'a [(String, String)],
    /// The query shown now, as text.
    pub query: &'a str,
}

impl SavedMenu<'_> {
    /// Draws the list; `is_new` takes the keyboard to the field for a name.
    pub fn ui(self, ui: &mut Ui, memory: &mut SavedMemory, is_new: bool) -> Option<SavedAction> {
        if is_new {
            *memory = SavedMemory::default();
        }
        let mut action = self.save_ui(ui, memory, is_new);
        separator_ui(ui);
        caption_ui(ui, &tr(self.lang, "saved-caption"));
        if self.views.is_empty() {
            ui.horizontal(|ui| {
                ui.add_space(POPOVER_SIDE);
                text_ui(ui, Type::Small, Palette::of(ui).text_weak, &tr(self.lang, "saved-none"));
            });
            ui.add_space(4.0);
        }
        let area = ScrollArea::vertical().id_salt("saved").max_height(ROWS_IN_SIGHT * ROW_HEIGHT).auto_shrink([false, true]);
        area.show(ui, |ui| {
            for (name, query) in self.views {
                let asked = ui.push_id(name, |ui| self.row_ui(ui, memory, name, query)).inner;
                action = asked.or(action.take());
            }
        });
        separator_ui(ui);
        ui.horizontal(|ui| {
            ui.add_space(POPOVER_SIDE - 6.0);
            if Button::plain(&tr(self.lang, "table-copy-query")).icon(Icon::Link).ui(ui).clicked() {
                action = Some(SavedAction::CopyLink);
                ui.close();
            }
        });
        action
    }

    /// A field for a name and the button that saves; below it what is missing.
    fn save_ui(self, ui: &mut Ui, memory: &mut SavedMemory, is_new: bool) -> Option<SavedAction> {
        caption_ui(ui, &tr(self.lang, "saved-name-caption"));
        let mut is_asked = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.add_space(POPOVER_SIDE);
            let name = tr(self.lang, "saved-name");
            let hint = if self.query.is_empty() { tr(self.lang, "saved-name-hint").into_owned() } else { self.query.to_owned() };
            let save = tr(self.lang, "saved-save");
            let width =
                ui.available_width() - POPOVER_SIDE - 8.0 - Type::Control.galley(ui, save.as_ref(), Palette::of(ui).text).size().x - 24.0;
            let field = value_field_ui(ui, &mut memory.name, &name, &hint, width);
            is_asked = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            is_asked |= Button::filled(&save).ui(ui).clicked();
            // What is shown may be its own name.
            let has_name = !(memory.name.trim().is_empty() && self.query.is_empty());
            memory.is_name_missing = !has_name && (is_asked || memory.is_name_missing);
            if memory.is_name_missing {
                ui.ctx().accesskit_node_builder(field.id, |node| node.set_invalid(egui::accesskit::Invalid::True));
            }
            if is_new || is_asked && !has_name {
                field.request_focus();
            }
        });
        if memory.is_name_missing {
            ui.horizontal(|ui| {
                ui.add_space(POPOVER_SIDE);
                text_ui(ui, Type::Small, Palette::of(ui).disagree, &tr(self.lang, "saved-name-missing"));
            });
        }
        if !is_asked || memory.is_name_missing {
            return None;
        }
        let typed = std::mem::take(&mut memory.name);
        Some(SavedAction::Save(if typed.trim().is_empty() { self.query.to_owned() } else { typed }))
    }

    fn row_ui(self, ui: &mut Ui, memory: &mut SavedMemory, name: &str, query: &str) -> Option<SavedAction> {
        if memory.renamed.as_ref().is_some_and(|(renamed, ..)| renamed == name) {
            return self.rename_ui(ui, memory);
        }
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
        let tools_width = 3.0 * (CONTROL_HEIGHT - 4.0) + 12.0;
        let place = rect.with_max_x(rect.right() - tools_width);
        let open = open_ui(ui, place, name, query == self.query);
        let mut action = open.clicked().then(|| SavedAction::Open(name.to_owned()));
        if open.clicked() {
            ui.close();
        }
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let mut tools = ui.new_child(UiBuilder::new().max_rect(rect.with_min_x(place.right())).layout(layout));
        let tool = |ui: &mut Ui, icon, key| {
            let words = tr_args(self.lang, key, &[("name", name.into())]);
            sized_icon_button_ui(ui, icon, &words, false, CONTROL_HEIGHT - 4.0).clicked()
        };
        if tool(&mut tools, Icon::Save, "saved-overwrite") {
            action = Some(SavedAction::Save(name.to_owned()));
        }
        if tool(&mut tools, Icon::Pen, "saved-rename") {
            memory.renamed = Some((name.to_owned(), name.to_owned(), true));
        }
        if tool(&mut tools, Icon::Cross, "saved-delete") {
            action = Some(SavedAction::Delete(name.to_owned()));
        }
        action
    }

    fn rename_ui(self, ui: &mut Ui, memory: &mut SavedMemory) -> Option<SavedAction> {
        let (from, mut to, is_new) = memory.renamed.take()?;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
        let mut inner = ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(POPOVER_SIDE, 0.0))));
        let words = tr_args(self.lang, "saved-rename", &[("name", from.as_str().into())]);
        let width = inner.available_width();
        let field = value_field_ui(&mut inner, &mut to, &words, "", width);
        if is_new {
            field.request_focus();
        }
        if !field.lost_focus() {
            memory.renamed = Some((from, to, false));
            return None;
        }
        let is_kept = ui.input(|input| input.key_pressed(Key::Escape)) || to.trim().is_empty();
        (!is_kept).then_some(SavedAction::Rename { from, to })
    }
}

/// The name of a view; a click shows it.
fn open_ui(ui: &Ui, place: egui::Rect, name: &str, is_shown: bool) -> Response {
    let palette = Palette::of(ui);
    let response = ui.interact(place, ui.scope_id().with("open"), Sense::click());
    let look = Look::of(&response, false);
    if let Some(ground) = look.ground(palette) {
        ui.painter().rect_filled(place, 0, ground);
    }
    let y = place.center().y;
    if is_shown {
        Icon::Check.paint(ui.painter(), pos2(place.left() + 23.0, y), 14.0, palette.accent);
    }
    let left = place.left() + 38.0;
    paint_left(ui.painter(), left, y, Type::Control.cut_galley(ui, name, palette.text, place.right() - left - 8.0));
    if look.has_focus {
        theme::ring(ui.painter(), palette, place, true, 0);
    }
    look::name_selected(ui, &response, egui::Role::Button, name, is_shown);
    response
}
