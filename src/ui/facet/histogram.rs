//! A histogram whose two handles are dragged, or moved by arrow keys bin by bin.

use egui::{EventFilter, Key, Rangef, Rect, Response, Sense, Stroke, StrokeKind, Ui, accesskit, pos2, vec2};

use super::{FacetPopover, range::End};
use crate::{
    locale::{Lang, count_text, tr},
    table::{Bin, Scalar},
    ui::{
        clause::bound_text,
        data_table::{Bound, TableAction},
        text::{paint_left, paint_middle, paint_right},
        theme::{self, Palette, Type},
    },
};

/// Bars, axis and its words.
pub(super) const HISTOGRAM_HEIGHT: f32 = 94.0;
const BARS_HEIGHT: f32 = 66.0;
/// The highest bar; above it stands its count.
const MAX_BAR: f32 = 48.0;
/// A bin narrower than this has no room for its count.
const COUNT_WIDTH: f32 = 16.0;

/// Where a value falls on an axis of bins, in bins from the left.
///
/// A bound that leaves nothing of a bin out stands at the bin's edge.
fn position(bins: &[Bin], value: Scalar, end: End) -> f32 {
    let Some(nr) = bins.iter().rposition(|bin| number(bin.from) <= number(value)) else { return 0.0 };
    let Some(bin) = bins.get(nr) else { return 0.0 };
    let (from, to) = (number(bin.from), number(bin.to));
    let share = if to > from { ((number(value) - from) / (to - from)).clamp(0.0, 1.0) as f32 } else { 0.0 };
    let share = match (end, bin.extent) {
        (End::Low, Some((min, _))) if number(value) <= number(min) => 0.0,
        (End::High, Some((_, max))) if number(value) >= number(max) => 1.0,
        (End::High, None) if share == 0.0 => 1.0,
        _ => share,
    };
    nr as f32 + share
}

/// A value as a length along the axis; only drawing is made from it.
fn number(scalar: Scalar) -> f64 {
    match scalar {
        Scalar::Number(number) => number.to_string().parse().unwrap_or(0.0),
        Scalar::Date(date) => f64::from(date.first_day()),
    }
}

/// Whether a bin has rows within the bounds.
fn is_chosen(bin: &Bin, (low, high): (Option<Scalar>, Option<Scalar>)) -> bool {
    let (min, max) = bin.extent.unwrap_or((bin.from, bin.from));
    low.is_none_or(|low| number(low) <= number(max)) && high.is_none_or(|high| number(min) <= number(high))
}

impl FacetPopover<'_> {
    pub(super) fn histogram_ui(&self, ui: &mut Ui, bins: &[Bin], bounds: (Option<Scalar>, Option<Scalar>), actions: &mut Vec<TableAction>) {
        let palette = Palette::of(ui);
        let rect = Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), HISTOGRAM_HEIGHT));
        let bars = rect.with_max_y(rect.top() + BARS_HEIGHT);
        let bin_width = bars.width() / bins.len().max(1) as f32;
        let low = bounds.0.map_or(0.0, |low| position(bins, low, End::Low));
        let high = bounds.1.map_or(bins.len() as f32, |high| position(bins, high, End::High));
        let x = |bin: f32| (bars.left() + bin * bin_width).round();
        if bounds != (None, None) {
            ui.painter().rect_filled(Rect::from_x_y_ranges(Rangef::new(x(low), x(high)), bars.y_range()), 0, palette.accent_soft);
        }
        bars_ui(ui, self.lang, bins, bounds, bars, bin_width);
        theme::hline(ui.painter(), bars.x_range(), bars.bottom(), palette.rule);
        self.axis_ui(ui, bins, rect);
        let most = bins.iter().rev().find_map(|bin| Some(bin.extent?.1));
        let least = bins.iter().find_map(|bin| Some(bin.extent?.0));
        for (end, at, value) in [(End::Low, low, bounds.0.or(least)), (End::High, high, bounds.1.or(most))] {
            let center = pos2(x(at), bars.bottom() + 2.0);
            let value = value.map(|value| bound_text(self.lang, self.column, value)).unwrap_or_default();
            let response = self.handle_ui(ui, end, center, bars.top(), &value);
            let other = if end == End::Low { high } else { low };
            if let Some(edge) = moved_to(ui, &response, at, bars.left(), bin_width) {
                let edge = allowed(end, edge, other, bins.len());
                let is_open = edge == if end == End::Low { 0 } else { bins.len() };
                if (edge as f32 - at).abs() > 0.01 {
                    actions.push(self.with_bound(end, (!is_open).then_some(Bound::Edge(edge)), bounds));
                }
            }
        }
    }

    fn handle_ui(&self, ui: &Ui, end: End, center: egui::Pos2, top: f32, value: &str) -> Response {
        let palette = Palette::of(ui);
        let key = if end == End::Low { "table-range-low" } else { "table-range-high" };
        let id = self.id().with((key, "handle"));
        let rect = Rect::from_center_size(center, vec2(8.0, 16.0));
        let response = ui.interact(rect.expand(4.0).with_min_y(top), id, Sense::click_and_drag());
        let response = response.on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
        let stroke = Stroke::new(1.5, palette.accent);
        ui.painter().vline(center.x, Rangef::new(top, rect.top()), stroke);
        ui.painter().rect(rect, 3, palette.raised, stroke, StrokeKind::Middle);
        if response.has_focus() {
            theme::ring(ui.painter(), palette, rect.expand(1.0), false, 3);
        }
        let name = tr(self.lang, key);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(accesskit::Role::Slider);
            node.set_label(name.into_owned());
            node.set_value(value);
            node.add_action(accesskit::Action::Increment);
            node.add_action(accesskit::Action::Decrement);
        });
        response
    }

    fn axis_ui(&self, ui: &Ui, bins: &[Bin], rect: Rect) {
        let color = Palette::of(ui).text_weak;
        let (Some(first), Some(last)) = (bins.first(), bins.last()) else { return };
        let text = |scalar: Scalar| Type::Small.galley(ui, bound_text(self.lang, self.column, scalar), color);
        // The last bin of a long-tailed column is open; its largest value says more than the edge.
        let is_open = number(last.to) > 100.0 * number(last.from).max(1.0);
        let end = if is_open { last.extent.map_or(last.to, |(_, max)| max) } else { last.to };
        let y = rect.bottom() - 8.0;
        let left = paint_left(ui.painter(), rect.left(), y, text(first.from));
        let right = paint_right(ui.painter(), rect.right(), y, text(end));
        if let Some(middle) = bins.get(bins.len() / 2).filter(|_| bins.len() > 2) {
            let x = rect.left() + rect.width() * (bins.len() / 2) as f32 / bins.len() as f32;
            let galley = text(middle.from);
            let half = galley.size().x / 2.0 + 8.0;
            if x - half > left && x + half < right {
                paint_middle(ui.painter(), Rect::from_center_size(pos2(x, y), vec2(0.0, 16.0)), galley);
            }
        }
    }
}

fn bars_ui(ui: &Ui, lang: Lang, bins: &[Bin], bounds: (Option<Scalar>, Option<Scalar>), rect: Rect, bin_width: f32) {
    let palette = Palette::of(ui);
    let most = bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1) as f32;
    let gap = if bin_width >= COUNT_WIDTH { 2.0 } else { 0.5 };
    for (nr, bin) in bins.iter().enumerate().filter(|(_, bin)| bin.count > 0) {
        let left = rect.left() + nr as f32 * bin_width;
        let height = (bin.count as f32 / most * MAX_BAR).max(2.0).round();
        let color = if is_chosen(bin, bounds) { palette.accent_mid } else { palette.rule };
        let x = Rangef::new((left + gap).round(), (left + bin_width - gap).round());
        let bar = Rect::from_x_y_ranges(x, Rangef::new(rect.bottom() - height, rect.bottom()));
        ui.painter().rect_filled(bar, 0, color);
        let count = Type::Small.galley(ui, count_text(lang, bin.count), palette.text_weak);
        if count.size().x <= bin_width {
            paint_middle(ui.painter(), Rect::from_center_size(pos2(bar.center().x, bar.top() - 9.0), vec2(0.0, 16.0)), count);
        }
    }
}

/// The edge a handle is dragged to, or moved to by the keyboard or a screen reader.
fn moved_to(ui: &Ui, response: &Response, at: f32, left: f32, bin_width: f32) -> Option<isize> {
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    if response.dragged() {
        return response.interact_pointer_pos().map(|pointer| ((pointer.x - left) / bin_width).round() as isize);
    }
    let has_focus = response.has_focus();
    let (up, down) = ui.input(|input| {
        let key = |key| usize::from(has_focus && input.key_pressed(key));
        let asked = |action| input.num_accesskit_action_requests(response.id, action);
        (key(Key::ArrowRight) + asked(accesskit::Action::Increment), key(Key::ArrowLeft) + asked(accesskit::Action::Decrement))
    });
    match (up > 0, down > 0) {
        (true, false) => Some((at + 0.01).floor() as isize + 1),
        (false, true) => Some((at - 0.01).ceil() as isize - 1),
        _ => None,
    }
}

/// An edge that leaves at least one bin between the handles.
fn allowed(end: End, edge: isize, other: f32, num_bins: usize) -> usize {
    let edge = usize::try_from(edge).unwrap_or(0).min(num_bins);
    match end {
        End::Low => edge.min((other.ceil() as usize).saturating_sub(1)),
        End::High => edge.max(other.floor() as usize + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Decimal;

    fn bin(from: i64, extent: Option<(i64, i64)>) -> Bin {
        let scalar = |number: i64| Scalar::Number(Decimal::from(number));
        Bin { from: scalar(from), to: scalar(from + 10), extent: extent.map(|(min, max)| (scalar(min), scalar(max))), count: 1 }
    }

    #[test]
    fn bounds_stand_where_they_cut() {
        let bins = [bin(0, Some((2, 7))), bin(10, Some((12, 18))), bin(20, None)];
        let at = |number: i64, end| position(&bins, Scalar::Number(Decimal::from(number)), end);
        for (value, end, expected) in [
            (10, End::Low, 1.0),
            (12, End::Low, 1.0),
            (15, End::Low, 1.5),
            (18, End::High, 2.0),
            (15, End::High, 1.5),
            (20, End::High, 3.0),
            (-5, End::Low, 0.0),
            (99, End::High, 3.0),
        ] {
            assert!((at(value, end) - expected).abs() < 1e-6, "{value} as {end:?} is at {}", at(value, end));
        }
    }

    #[test]
    fn handles_keep_a_bin_between_them() {
        assert_eq!(allowed(End::Low, 9, 3.0, 5), 2);
        assert_eq!(allowed(End::Low, -3, 3.0, 5), 0);
        assert_eq!(allowed(End::High, 0, 3.0, 5), 4);
        assert_eq!(allowed(End::High, 9, 3.0, 5), 5);
    }
}
