//! The palette: a field, and under it what was found, group by group, walked through with the arrow keys.

mod row;

use egui::{
    Align, FontSelection, Frame, Key, Layout, Margin, Modifiers, Rect, Response, RichText, Role, ScrollArea, Sense, TextEdit, Ui,
    UiBuilder, pos2, vec2,
};
pub use row::FinderRow;
use row::{ROW_HEIGHT, group_ui};

use super::{
    icons::Icon,
    text::{key_cap_ui, paint_key_cap, text_ui},
    theme::{self, Palette, Type},
};

/// Height of the field.
const FIELD_HEIGHT: f32 = 52.0;
/// Height of the foot.
const FOOT_HEIGHT: f32 = 36.0;
/// How many rows the page keys go.
const PAGE: usize = 8;

/// A row, or the name of the group that begins.
#[derive(Clone, Debug, PartialEq)]
pub enum FinderLine {
    /// The name of a group.
    Group(String),
    /// Something to choose.
    Row(FinderRow),
}

/// What the palette says.
#[derive(Clone, Copy, Debug)]
pub struct Finder<'a> {
    /// The field's name for screen readers.
    pub name: &'a str,
    /// What stands in the field while it is empty.
    pub hint: &'a str,
    /// The name of the list for screen readers.
    pub list_name: &'a str,
    /// What stands where nothing was found.
    pub nothing: &'a str,
    /// The lines in order.
    pub lines: &'a [FinderLine],
    /// Keys and what they do, for the foot.
    pub foot: &'a [(&'a [&'a str], &'a str)],
    /// What stands at the right of the foot.
    pub note: &'a str,
    /// How high all of it may be.
    pub room: f32,
    /// Whether the field takes the keyboard.
    pub wants_focus: bool,
}

/// What the reader did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FinderResponse {
    /// The text has changed: other lines are wanted, and the first of them is selected.
    pub has_changed: bool,
    /// The row that was chosen, counted without the groups.
    pub chosen: Option<usize>,
    /// Ctrl+Enter.
    pub is_other_wanted: bool,
}

/// The field's id: whoever opens the palette gives it the keyboard at once, so that no key pressed soon after is lost.
pub fn field_id() -> egui::Id {
    egui::Id::unique("finder-field")
}

impl Finder<'_> {
    /// Shows field, list and foot; `selected` counts rows without the groups.
    pub fn ui(&self, ui: &mut Ui, text: &mut String, selected: &mut usize) -> FinderResponse {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let num_rows = self.lines.iter().filter(|line| matches!(line, FinderLine::Row(_))).count();
        *selected = (*selected).min(num_rows.saturating_sub(1));
        let before = *selected;
        let mut response = walk(ui, selected, num_rows);
        let field = self.field_ui(ui, text);
        response.has_changed = field.changed();
        let x_range = ui.max_rect().x_range();
        theme::hline(ui.painter(), x_range, ui.cursor().top(), Palette::of(ui).hairline);
        let room = (self.room - FIELD_HEIGHT - FOOT_HEIGHT - 12.0).max(ROW_HEIGHT);
        let active = ScrollArea::vertical().id_salt("found").max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            let margin = Margin { left: 8, right: 8, top: 4, bottom: 8 };
            let list = Frame::new().inner_margin(margin).show(ui, |ui| self.list_ui(ui, selected, before, &mut response));
            list.inner
        });
        let name = self.list_name;
        ui.ctx().accesskit_node_builder(field.id, |node| {
            node.set_role(Role::SearchInput);
            if let Some(active) = active.inner {
                node.set_active_descendant(active.accesskit_id());
            }
            node.set_description(format!("{name} {num_rows}"));
        });
        self.foot_ui(ui);
        response
    }

    fn field_ui(&self, ui: &mut Ui, text: &mut String) -> Response {
        let palette = Palette::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), FIELD_HEIGHT), Sense::hover());
        Icon::Search.paint(ui.painter(), pos2(rect.left() + 28.0, rect.center().y), 16.0, palette.text_weak);
        let cap = Type::Small.galley(ui, "Esc", palette.text_faint);
        let size = cap.size() + vec2(10.0, 2.0);
        let corner = pos2(rect.right() - 20.0 - size.x, rect.center().y - size.y / 2.0);
        paint_key_cap(ui, Rect::from_min_size(corner, size), cap);
        let inner = Rect::from_min_max(pos2(rect.left() + 48.0, rect.top()), pos2(corner.x - 8.0, rect.bottom()));
        let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
        child.visuals_mut().weak_text_color = Some(palette.text_faint);
        let font = FontSelection::FontId(Type::Reading.font_id());
        let edit = TextEdit::singleline(text)
            .id(field_id())
            .font(font.clone())
            .text_color(palette.text)
            .hint_text(RichText::new(self.hint).font(Type::Reading.font_id()))
            .frame(Frame::NONE)
            .align(egui::Align2::LEFT_CENTER)
            .min_size(inner.size())
            .desired_width(inner.width());
        let response = child.add(edit).accessible_name(self.name);
        // Nothing else in the palette takes the keyboard: the arrows walk through the list from here.
        if self.wants_focus || !response.has_focus() {
            response.request_focus();
        }
        response
    }

    /// The lines; the id of the selected row.
    fn list_ui(&self, ui: &mut Ui, selected: &mut usize, before: usize, response: &mut FinderResponse) -> Option<egui::Id> {
        let (name, mut active) = (self.list_name, None);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::ListBox);
            node.set_label(name);
        });
        let num_rows = self.lines.iter().filter(|line| matches!(line, FinderLine::Row(_))).count();
        if num_rows == 0 {
            Frame::new().inner_margin(Margin::symmetric(12, 12)).show(ui, |ui| {
                text_ui(ui, Type::Body, Palette::of(ui).text_weak, self.nothing);
            });
        }
        let has_moved = ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
        let mut nr = 0;
        for line in self.lines {
            let row = match line {
                FinderLine::Group(name) => {
                    group_ui(ui, name);
                    continue;
                }
                FinderLine::Row(row) => row,
            };
            let shown = row.ui(ui, nr == *selected);
            ui.ctx().accesskit_node_builder(shown.id, |node| {
                node.set_position_in_set(nr);
                node.set_size_of_set(num_rows);
            });
            // A pointer that lies still must not take the selection from the keys.
            if shown.hovered() && has_moved {
                *selected = nr;
            }
            if nr == *selected {
                active = Some(shown.id);
                if before != nr || response.has_changed {
                    shown.scroll_to_me(None);
                }
            }
            if shown.clicked() {
                response.chosen = Some(nr);
            }
            nr += 1;
        }
        active
    }

    fn foot_ui(&self, ui: &mut Ui) {
        let palette = Palette::of(ui);
        let size = vec2(ui.available_width(), FOOT_HEIGHT);
        let top = ui.cursor().top();
        let ground = Rect::from_min_size(pos2(ui.max_rect().left(), top), size);
        let radius = egui::CornerRadius { nw: 0, ne: 0, sw: theme::COMMAND_RADIUS, se: theme::COMMAND_RADIUS };
        ui.painter().rect_filled(ground, radius, palette.panel);
        theme::hline(ui.painter(), ground.x_range(), top, palette.hairline);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(20.0);
            for (keys, words) in self.foot {
                for key in *keys {
                    key_cap_ui(ui, key);
                    ui.add_space(4.0);
                }
                text_ui(ui, Type::Small, palette.text_weak, words);
                ui.add_space(16.0);
            }
            let galley = Type::Small.galley(ui, self.note, palette.text_weak);
            // In a narrow window the keys matter more than the note.
            if ui.available_width() >= galley.size().x + 20.0 {
                let right = ui.max_rect().right() - 20.0;
                super::text::paint_right(ui.painter(), right, ground.center().y, galley);
            }
        });
    }
}

/// Arrows, page keys and Enter, taken before the field sees them.
fn walk(ui: &Ui, selected: &mut usize, num_rows: usize) -> FinderResponse {
    let last = num_rows.saturating_sub(1);
    let mut response = FinderResponse::default();
    ui.input_mut(|input| {
        let mut pressed = |modifiers, key| input.consume_key(modifiers, key);
        if pressed(Modifiers::NONE, Key::ArrowDown) {
            *selected = if *selected >= last { 0 } else { *selected + 1 };
        }
        if pressed(Modifiers::NONE, Key::ArrowUp) {
            *selected = selected.checked_sub(1).unwrap_or(last);
        }
        if pressed(Modifiers::NONE, Key::PageDown) {
            *selected = (*selected + PAGE).min(last);
        }
        if pressed(Modifiers::NONE, Key::PageUp) {
            *selected = selected.saturating_sub(PAGE);
        }
        response.is_other_wanted = pressed(Modifiers::COMMAND, Key::Enter);
        if pressed(Modifiers::NONE, Key::Enter) && num_rows > 0 {
            response.chosen = Some(*selected);
        }
    });
    response
}
