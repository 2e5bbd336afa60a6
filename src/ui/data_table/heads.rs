//! The heads of groups that fold: their line, a click on it, and the keys while the keyboard is there.

use egui::{Id, Key, Modifiers, Rangef, Rect, Sense, Ui, UiBuilder, accesskit, pos2};

use super::{
    action::TableAction,
    body::{RowInSight, bounds},
    frame::Frame,
    geometry::Placed,
    state::Place,
};
use crate::ui::{
    icons::Icon,
    text::{paint_left, text_ui},
    theme::{self, CELL_SIDE, Palette, Type},
    tooltip,
};

/// The head of a group that folds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// What its rows have in common.
    pub name: String,
    /// How many they are.
    pub count: String,
    /// What a screen reader says of it, with what its rows come to.
    pub spoken: String,
    /// The columns in which its rows come to something, and what the pointer is told of each.
    pub subtotals: Vec<(String, String)>,
    /// Whether its rows are in sight.
    pub is_open: bool,
}

/// How large the arrow before a name is.
const ARROW: f32 = 14.0;

impl Frame<'_, '_> {
    /// The id of a group's line.
    pub(super) fn head_id(&self, row_nr: usize) -> Id {
        self.id.with(("head", row_nr))
    }

    /// Paints arrow, name and count into the first column; returns whether the line is the head of such a group.
    pub(super) fn paint_head(&self, ui: &Ui, row: &RowInSight, palette: &Palette) -> bool {
        let (Some(head), Some(first)) = (self.rows.head(row.row_nr), self.layout.columns.columns.first()) else { return false };
        let rect = Rect::from_x_y_ranges(self.layout.body.x_range(), row.y);
        let ground = if row.is_hovered { palette.hover } else { palette.panel };
        ui.painter().rect_filled(rect, 0, ground);
        theme::hline(ui.painter(), rect.x_range(), row.y.max - 1.0, palette.hairline);
        let (left, y) = (first.x.min + CELL_SIDE, row.y.center());
        let icon = if head.is_open { Icon::Down } else { Icon::Right };
        icon.paint(ui.painter(), pos2(left + ARROW / 2.0 - 2.0, y), ARROW, palette.text_weak);
        let count = Type::Small.galley(ui, head.count.as_str(), palette.text_weak);
        let room = self.head_end(&head) - CELL_SIDE - left - ARROW - count.size().x - 8.0;
        let name = Type::Control.cut_galley(ui, head.name.as_str(), palette.text, room.max(0.0));
        let end = paint_left(ui.painter(), left + ARROW + 2.0, y, name);
        paint_left(ui.painter(), end + 8.0, y, count);
        if self.has_ring() && self.state.place == Some(Place::Head { row_nr: row.row_nr }) {
            theme::ring(&ui.painter().with_clip_rect(self.layout.body), palette, rect.with_max_y(rect.bottom() - 1.0), true, 0);
        }
        true
    }

    /// How far to the right the name of a group may reach: to the first column in which its rows come to something.
    fn head_end(&self, head: &Head) -> f32 {
        let has_number = |column: &&Placed<'_>| head.subtotals.iter().any(|(id, _)| id == column.spec.id);
        let columns = self.layout.columns.columns.iter().filter(has_number).map(Placed::visible).filter(|x| x.span() > 0.0);
        columns.map(|x| x.min).fold(self.layout.body.right(), f32::min)
    }

    /// Lets the line be clicked and read.
    pub(super) fn head_row_ui(&mut self, ui: &mut Ui, row: RowInSight) {
        let Some(head) = self.rows.head(row.row_nr) else { return self.heading_ui(ui, row) };
        let rect = Rect::from_x_y_ranges(self.layout.body.x_range(), row.y);
        let id = self.head_id(row.row_nr);
        let clip = ui.clip_rect().intersect(self.layout.body);
        let response = self.line(ui, id, rect).interact(rect.intersect(clip), id, Sense::CLICK);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(accesskit::Role::Row);
            node.set_label(head.spoken.as_str());
            node.set_expanded(head.is_open);
            node.add_action(accesskit::Action::Click);
            node.add_action(accesskit::Action::Focus);
            node.set_bounds(bounds(rect));
        });
        let is_here = self.has_ring() && self.place_id() == Some(id);
        if (is_here || response.hovered()) && !head.subtotals.is_empty() {
            tooltip::on_place_ui(&response, is_here && !self.state.is_place_given, |ui| {
                for (_, words) in &head.subtotals {
                    text_ui(ui, Type::Small, Palette::of(ui).text, words);
                }
            });
        }
        let is_focus_asked = ui.input(|input| input.has_accesskit_action_request(id, accesskit::Action::Focus));
        if response.clicked() || is_focus_asked {
            ui.memory_mut(|memory| memory.request_focus(self.id));
            self.state.place = Some(Place::Head { row_nr: row.row_nr });
            self.state.is_place_shown = is_focus_asked;
        }
        if response.clicked() {
            self.actions.push(TableAction::Fold(row.row_nr));
        }
    }

    /// A line among the table's rows, to a screen reader too.
    fn line(&self, ui: &mut Ui, id: Id, rect: Rect) -> Ui {
        ui.new_child(UiBuilder::new().scope_id(id.with("line")).max_rect(rect).accessibility_parent(self.id))
    }

    /// Lets a heading be read; there is nothing to do with it.
    fn heading_ui(&self, ui: &mut Ui, row: RowInSight) {
        let rect = Rect::from_x_y_ranges(self.layout.body.x_range(), row.y);
        let id = self.head_id(row.row_nr);
        let clip = ui.clip_rect().intersect(self.layout.body);
        self.line(ui, id, rect).interact(rect.intersect(clip), id, Sense::hover());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(accesskit::Role::Row);
            node.set_label(self.rows.row_name(row.row_nr));
            node.set_bounds(bounds(rect));
        });
    }

    /// Keys on a head: Enter and Space fold and unfold, ← folds, → unfolds, all others move as on a row.
    pub(super) fn head_key(&mut self, key: Key, modifiers: Modifiers, row_nr: usize) -> bool {
        let Some(head) = self.rows.head(row_nr) else { return self.move_key(key, modifiers, row_nr) };
        let folds = match key {
            Key::Enter | Key::Space => true,
            Key::ArrowLeft => head.is_open,
            Key::ArrowRight => !head.is_open,
            _ => return self.move_key(key, modifiers, row_nr),
        };
        if folds {
            self.actions.push(TableAction::Fold(row_nr));
        }
        true
    }

    /// Whether the keyboard can stand in a line: on a row, or on the head of a group that folds.
    pub(super) fn can_stand(&self, row_nr: usize) -> bool {
        self.rows.row_id(row_nr).is_some() || self.rows.head(row_nr).is_some()
    }

    /// The place of the keyboard in a line.
    pub(super) fn place_in(&self, row_nr: usize) -> Place {
        self.rows.row_id(row_nr).map_or(Place::Head { row_nr }, |id| Place::Row { id, row_nr })
    }

    /// Where a line of the screen stands.
    pub(super) fn line_y(&self, row_nr: usize) -> Rangef {
        let y = self.layout.body.top() + self.layout.extent.y_of(self.state.scroll, row_nr);
        Rangef::new(y, y + self.layout.extent.row_height)
    }
}
