//! A pane at a side of the page, whose edge is moved with the mouse or, when the keyboard is on it, with arrow keys.

use std::ops::RangeInclusive;

use egui::{Color32, EventFilter, Frame, Id, IdSalt, Key, Modifiers, Panel, Rangef, Rect, Ui, containers::panel::PanelState};

use super::theme::{FOCUS_WIDTH, Palette};

/// How far a key moves the edge.
const STEP: f32 = 16.0;

/// The keys that the edge keeps for itself.
const FILTER: EventFilter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: false };

/// A pane at a side.
#[derive(Clone, Debug)]
pub struct Pane<'a> {
    /// Tells it from the others.
    pub id: Id,
    /// What a screen reader calls its edge.
    pub edge_name: &'a str,
    /// Whether it stands at the right.
    pub is_right: bool,
    /// How wide it is until somebody moves its edge.
    pub width: f32,
    /// How wide it can be.
    pub widths: RangeInclusive<f32>,
    /// Its ground.
    pub fill: Color32,
}

impl Pane<'_> {
    /// How wide it will be, for what is drawn before it.
    ///
    /// While its edge is dragged that is known too late; the frame is then laid out once more.
    pub fn width_next(&self, ui: &Ui) -> f32 {
        self.keys(ui, self.edge_id(ui));
        let drawn = ui.data(|data| data.get_temp(self.drawn_id(ui)));
        drawn.unwrap_or_else(|| self.width_kept(ui))
    }

    /// Shows it at its side of what `ui` has left; returns what it covers and what its contents returned.
    pub fn show<R>(&self, ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> (Rect, R) {
        let edge = self.edge_id(ui);
        self.keys(ui, edge);
        let pane = if self.is_right { Panel::right(self.id) } else { Panel::left(self.id) };
        let pane = pane.default_size(self.width).size_range(Rangef::new(*self.widths.start(), *self.widths.end()));
        let shown = pane.frame(Frame::new().fill(self.fill)).show(ui, add_contents);
        let name = self.edge_name;
        ui.ctx().accesskit_node_builder(edge, |node| node.set_label(name));
        let rect = shown.response.rect;
        let drawn = self.drawn_id(ui);
        let before = ui.data_mut(|data| data.get_temp::<f32>(drawn));
        ui.data_mut(|data| data.insert_temp(drawn, rect.width()));
        if before.is_some_and(|before| (before - rect.width()).abs() > 0.5) {
            ui.ctx().request_discard("a pane has another width");
        }
        if ui.memory(|memory| memory.has_focus(edge)) {
            let x = if self.is_right { rect.left() } else { rect.right() - FOCUS_WIDTH };
            let line = Rect::from_x_y_ranges(x..=x + FOCUS_WIDTH, rect.y_range());
            ui.painter().rect_filled(line, 0, Palette::of(ui).focus);
        }
        (rect, shown.inner)
    }

    /// What egui knows the pane by.
    fn panel_id(&self, ui: &Ui) -> Id {
        ui.scope_id().with_salt(IdSalt::new(self.id))
    }

    /// What egui knows its edge by.
    fn edge_id(&self, ui: &Ui) -> Id {
        self.panel_id(ui).with("__resize")
    }

    fn drawn_id(&self, ui: &Ui) -> Id {
        self.panel_id(ui).with("drawn")
    }

    fn width_kept(&self, ui: &Ui) -> f32 {
        let kept = PanelState::load(ui.ctx(), self.panel_id(ui)).map_or(self.width, |state| state.size().x);
        kept.clamp(*self.widths.start(), *self.widths.end())
    }

    /// Arrow keys, while the keyboard is on the edge.
    fn keys(&self, ui: &Ui, edge: Id) {
        if !ui.memory(|memory| memory.has_focus(edge)) {
            return;
        }
        ui.memory_mut(|memory| memory.set_focus_lock_filter(edge, FILTER));
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as f32;
        let right = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
        if right == 0.0 {
            return;
        }
        let wider = if self.is_right { -right } else { right };
        let width = (self.width_kept(ui) + STEP * wider).clamp(*self.widths.start(), *self.widths.end());
        let id = self.panel_id(ui);
        if let Some(mut state) = PanelState::load(ui.ctx(), id) {
            state.outer_rect.max.x = state.outer_rect.min.x + width;
            let drawn = self.drawn_id(ui);
            ui.data_mut(|data| {
                data.insert_persisted(id, state);
                data.insert_temp(drawn, width);
            });
        }
    }
}
