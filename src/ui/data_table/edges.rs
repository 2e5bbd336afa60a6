//! The edges of columns: their widths, their places, and where those begin that stay.

use egui::{CursorIcon, Rangef, Rect, Sense, Ui};

use super::{action::TableAction, frame::Frame, geometry::Placed};
use crate::ui::theme;

/// How far from a column's edge it can be taken.
pub(super) const GRAB: f32 = 4.0;

/// How near an edge a header is held for the columns to move on, in points, and how far they move in a second.
const SCROLL_EDGE: f32 = 24.0;
const SCROLL_SPEED: f32 = 480.0;

impl Frame<'_, '_> {
    /// A line where the columns end that stay, while others are moved behind them.
    pub(super) fn frozen_edge_ui(&self, ui: &Ui) {
        let columns = &self.layout.columns;
        let Some(first) = columns.columns.get(columns.num_frozen).filter(|_| columns.num_frozen > 0 && self.state.scroll_x > 0.0) else {
            return;
        };
        let y = Rangef::new(self.layout.header.top(), self.layout.body.bottom());
        theme::vline(ui.painter(), first.clip.min - 1.0, y, Self::palette(ui).rule);
    }

    /// The edge of a column, to be dragged; a double click fits the width to what is in sight.
    pub(super) fn resize_ui(&mut self, ui: &Ui, column: &Placed<'_>) {
        let header = self.layout.header;
        let id = self.header_id(column.spec.id).with("edge");
        let rect = Rect::from_x_y_ranges(Rangef::new(column.x.max - GRAB, column.x.max + GRAB), header.y_range());
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG).on_hover_cursor(CursorIcon::ResizeHorizontal);
        if response.hovered() || response.dragged() {
            let x = column.x.max.round() - 1.0;
            theme::vline(ui.painter(), x, header.y_range().shrink(6.0), Self::palette(ui).rule);
        }
        if response.double_clicked() {
            self.state.fit = Some(column.spec.id);
        } else if response.drag_started() {
            self.state.resized_from = column.x.span();
        } else if response.dragged()
            && let (Some(now), Some(start)) = (response.interact_pointer_pos(), ui.input(|input| input.pointer.press_origin()))
        {
            let width = (self.state.resized_from + now.x - start.x).round().max(column.spec.min_width);
            self.state.choices.widths.insert(column.spec.id.to_owned(), width);
        }
        if response.drag_stopped() {
            self.actions.push(TableAction::ColumnsChanged);
        }
    }

    /// A header on its way to another place: a line shows where it would stand, and at an edge the columns move on.
    pub(super) fn drag_ui(&mut self, ui: &Ui, columns: &[Placed<'_>]) {
        let Some(dragged) = self.state.dragged else { return };
        let (pointer, is_down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down()));
        let (Some(pointer), Some(last)) = (pointer, columns.last()) else { return };
        let next = columns.iter().find(|column| pointer.x < column.x.center());
        if is_down {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            // Where a column begins behind the frozen ones, or ends beyond the edge, the line stands at that edge.
            let (x, clip) = next.map_or((last.x.max, last.clip), |column| (column.x.min, column.clip));
            let x = x.clamp(clip.min + 1.0, (clip.max - 1.0).max(clip.min + 1.0));
            let line = Rect::from_x_y_ranges(Rangef::new(x - 1.0, x + 1.0), self.layout.header.y_range());
            ui.painter().rect_filled(line, 0, Self::palette(ui).accent);
            self.scroll_dragging(ui, pointer.x, last.clip);
            return;
        }
        self.state.dragged = None;
        let before = next.map(|column| column.spec.id);
        if before != Some(dragged) {
            self.state.choices.move_before(self.table.columns, dragged, before);
            self.actions.push(TableAction::ColumnsChanged);
        }
    }

    /// Moves the columns on while a header is held at an edge of what they scroll in.
    fn scroll_dragging(&mut self, ui: &Ui, x: f32, moving: Rangef) {
        let step = SCROLL_SPEED * ui.input(|input| input.stable_dt.min(0.1));
        let step = if x > moving.max - SCROLL_EDGE {
            step
        } else if x < moving.min + SCROLL_EDGE {
            -step
        } else {
            return;
        };
        let scrolled = (self.state.scroll_x + step).clamp(0.0, self.layout.columns.max_scroll);
        if (scrolled - self.state.scroll_x).abs() > f32::EPSILON {
            self.state.scroll_x = scrolled;
            ui.ctx().request_repaint();
        }
    }
}
