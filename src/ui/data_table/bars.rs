//! The table's own scroll bars and the mouse wheel.

use egui::{Rangef, Rect, Sense, Ui};

use super::frame::Frame;

const WIDTH: f32 = 6.0;
const MARGIN: f32 = 3.0;
const LEAST_HANDLE: f32 = 32.0;
/// How thick a bar is at rest.
const LOW: f32 = 4.0;
/// The height of the strip that the bar at the bottom lies in: with the pointer on it, and a point free above and below.
pub(super) const STRIP: f32 = WIDTH + 2.0;

/// Where a handle stands in its track and how long it is.
fn handle(track: Rangef, share: f32, fraction: f32) -> Rangef {
    let length = (track.span() * share).max(LEAST_HANDLE).min(track.span());
    let start = track.min + (track.span() - length) * fraction;
    Rangef::new(start, start + length)
}

impl Frame<'_, '_> {
    /// Moves the table by what the wheel turned while the pointer was over it.
    pub(super) fn wheel(&mut self, ui: &Ui) {
        if !ui.rect_contains_pointer(self.layout.rect()) {
            return;
        }
        let delta = ui.input(egui::InputState::smooth_scroll_delta);
        if delta.y != 0.0 && self.layout.extent.is_scrollable() {
            self.state.scroll = self.layout.extent.moved(self.state.scroll, -delta.y);
            ui.input_mut(|input| input.smooth_scroll_delta.y = 0.0);
        }
        if delta.x != 0.0 && self.layout.columns.max_scroll > 0.0 {
            self.state.scroll_x = (self.state.scroll_x - delta.x).clamp(0.0, self.layout.columns.max_scroll);
            ui.input_mut(|input| input.smooth_scroll_delta.x = 0.0);
        }
    }

    /// The bar at the right, where there are more rows than fit.
    pub(super) fn vertical_bar_ui(&mut self, ui: &Ui) {
        let (extent, body) = (self.layout.extent, self.layout.body);
        if !extent.is_scrollable() {
            return;
        }
        let zone = Rect::from_x_y_ranges(Rangef::new(body.right() - WIDTH - 2.0 * MARGIN, body.right()), body.y_range());
        let response = ui.interact(zone, self.id.with("bar"), Sense::CLICK | Sense::DRAG);
        let track = body.y_range().shrink(MARGIN);
        let share = (f64::from(extent.view_height) / extent.total()) as f32;
        let mut at = handle(track, share, extent.fraction(self.state.scroll) as f32);
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on() || response.dragged()) {
            let grabbed = self.id.with("bar-grab");
            let is_new = ui.input(|input| input.pointer.any_pressed());
            if is_new {
                // Pressed beside the handle, its middle comes to the pointer.
                let offset = if at.contains(pointer.y) { pointer.y - at.min } else { at.span() / 2.0 };
                ui.data_mut(|data| data.insert_temp(grabbed, offset));
            }
            let offset = ui.data(|data| data.get_temp::<f32>(grabbed)).unwrap_or(at.span() / 2.0);
            let way = f64::from(track.span() - at.span()).max(1.0);
            self.state.scroll = extent.at_fraction(f64::from(pointer.y - offset - track.min) / way);
            at = handle(track, share, extent.fraction(self.state.scroll) as f32);
        }
        let is_on = response.hovered() || response.dragged();
        let width = if is_on { WIDTH } else { LOW };
        paint_handle(ui, Rect::from_x_y_ranges(Rangef::new(body.right() - MARGIN - width, body.right() - MARGIN), at), is_on);
    }

    /// The bar at the bottom, where the columns are wider than the table.
    pub(super) fn horizontal_bar_ui(&mut self, ui: &Ui) {
        let (body, most) = (self.layout.body, self.layout.columns.max_scroll);
        if most <= 0.0 {
            return;
        }
        let left = self.layout.columns.columns.get(self.layout.columns.num_frozen).map_or(body.left(), |column| column.clip.min);
        let zone = Rect::from_x_y_ranges(Rangef::new(left, body.right()), self.layout.strip.y_range());
        let response = ui.interact(zone, self.id.with("bar-x"), Sense::CLICK | Sense::DRAG);
        let track = zone.x_range().shrink(MARGIN + WIDTH);
        let share = track.span() / (track.span() + most);
        if response.dragged() {
            let way = (track.span() * (1.0 - share)).max(1.0);
            self.state.scroll_x = (self.state.scroll_x + response.drag_delta().x / way * most).clamp(0.0, most);
        }
        let at = handle(track, share, self.state.scroll_x.clamp(0.0, most) / most);
        let is_on = response.hovered() || response.dragged();
        let height = if is_on { WIDTH } else { LOW };
        paint_handle(ui, Rect::from_x_y_ranges(at, Rangef::new(zone.bottom() - 1.0 - height, zone.bottom() - 1.0)), is_on);
    }
}

fn paint_handle(ui: &Ui, rect: Rect, is_on: bool) {
    let palette = Frame::palette(ui);
    let color = if is_on { palette.text_faint } else { palette.rule };
    ui.painter().rect_filled(rect, rect.size().min_elem() / 2.0, color);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_stays_in_its_track() {
        let track = Rangef::new(10.0, 210.0);
        for (share, fraction, from, to) in [(0.5, 0.0, 10.0, 110.0), (0.5, 1.0, 110.0, 210.0), (1e-6, 1.0, 178.0, 210.0)] {
            let at = handle(track, share, fraction);
            assert!((at.min - from).abs() < 0.01 && (at.max - to).abs() < 0.01, "{share} at {fraction}: {at:?}");
        }
    }
}
