//! A histogram whose two handles are dragged, or moved by arrow keys bin by bin.

use egui::{EventFilter, Key, Rangef, Rect, Response, Sense, Stroke, StrokeKind, Ui, accesskit, pos2, vec2};

use super::{FacetPopover, fields::End, scale::Scale};
use crate::{
    locale::{Lang, count_text, tr},
    table::{Bin, Bound, Date, Interval, Precision, Scalar},
    ui::{
        clause::scalar_text,
        data_table::{FacetEdit, TableAction},
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

/// Where a bound cuts an axis of bins, in bins from the left.
fn position(bins: &[Bin], bound: Bound, end: End) -> f32 {
    let at = match (bound.at, end) {
        // All of a day, a month or a year lies on one side.
        (Scalar::Date(date), End::Low) => f64::from(if bound.is_open { date.last_day() + 1 } else { date.first_day() }),
        (Scalar::Date(date), End::High) => f64::from(if bound.is_open { date.first_day() } else { date.last_day() + 1 }),
        (scalar, _) => length(scalar),
    };
    let Some(nr) = bins.iter().rposition(|bin| length(bin.from) <= at) else { return 0.0 };
    let Some(bin) = bins.get(nr) else { return 0.0 };
    let (from, to) = (length(bin.from), length(bin.to));
    let share = if to > from { ((at - from) / (to - from)).clamp(0.0, 1.0) as f32 } else { 0.0 };
    nr as f32 + share
}

/// A value as a length along the axis; only drawing is made from it.
fn length(scalar: Scalar) -> f64 {
    match scalar {
        Scalar::Number(number, _) => number.to_string().parse().unwrap_or(0.0),
        Scalar::Date(date) => f64::from(date.first_day()),
    }
}

/// The bound at the edge before the bin of this number; none at either end of the axis.
fn bound_at(bins: &[Bin], edge: usize, end: End) -> Option<Bound> {
    let edge = bins.get(edge).filter(|_| edge > 0)?.from;
    Some(match (end, edge) {
        (End::Low, edge) => edge.into(),
        (End::High, Scalar::Date(date)) => ending(date.first_day() - 1).map_or_else(|| Bound::open(edge), Bound::from),
        (End::High, Scalar::Number(..)) => Bound::open(edge),
    })
}

/// The year, the month or else the day that ends on this day.
fn ending(day: i32) -> Option<Date> {
    let precisions = [Precision::Year, Precision::Month, Precision::Day];
    precisions.into_iter().filter_map(|precision| Date::from_days(day, precision)).find(|date| date.last_day() == day)
}

/// Whether a bin has rows that pass.
fn is_chosen(bin: &Bin, interval: &Interval) -> bool {
    let (least, greatest) = bin.extent.unwrap_or((bin.from, bin.from));
    interval.touches(least, greatest)
}

impl FacetPopover<'_> {
    pub(super) fn histogram_ui(&self, ui: &mut Ui, scale: &Scale<'_>, actions: &mut Vec<TableAction>) {
        let (palette, bins, bounds) = (Palette::of(ui), scale.bins, scale.bounds());
        let rect = Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), HISTOGRAM_HEIGHT));
        let bars = rect.with_max_y(rect.top() + BARS_HEIGHT);
        let bin_width = bars.width() / bins.len().max(1) as f32;
        let num_bins = bins.len() as f32;
        let low = bounds.0.map_or(0.0, |low| position(bins, low, End::Low));
        let high = bounds.1.map_or(num_bins, |high| position(bins, high, End::High));
        let x = |bin: f32| (bars.left() + bin * bin_width).round();
        let parts = if scale.interval.inverted { [(0.0, low), (high, num_bins)] } else { [(low, high), (high, high)] };
        for (from, to) in parts.into_iter().filter(|(from, to)| bounds != (None, None) && from < to) {
            ui.painter().rect_filled(Rect::from_x_y_ranges(Rangef::new(x(from), x(to)), bars.y_range()), 0, palette.accent_soft);
        }
        bars_ui(ui, self.lang, bins, &scale.interval, bars, bin_width);
        theme::hline(ui.painter(), bars.x_range(), bars.bottom(), palette.rule);
        self.axis_ui(ui, bins, rect);
        let most = bins.iter().rev().find_map(|bin| Some(bin.extent?.1));
        let least = bins.iter().find_map(|bin| Some(bin.extent?.0));
        for (end, at, other, value) in
            [(End::Low, low, high, bounds.0.map(|low| low.at).or(least)), (End::High, high, low, bounds.1.map(|high| high.at).or(most))]
        {
            let value = value.map(|value| scalar_text(self.lang, self.column, value)).unwrap_or_default();
            let handle = Handle { end, at, num_bins: bins.len(), value: &value };
            let response = self.handle_ui(ui, handle, pos2(x(at), bars.bottom() + 2.0), bars.top());
            if let Some(edge) = moved_to(ui, &response, at, bars.left(), bin_width) {
                let edge = allowed(end, edge, other, bins.len());
                if (edge as f32 - at).abs() > 0.01 {
                    let bound = bound_at(bins, edge, end);
                    let (low, high) = if end == End::Low { (bound, bounds.1) } else { (bounds.0, bound) };
                    actions.push(self.edit(FacetEdit::Range { low, high }));
                }
            }
        }
    }

    fn handle_ui(&self, ui: &Ui, handle: Handle<'_>, center: egui::Pos2, top: f32) -> Response {
        let palette = Palette::of(ui);
        let key = handle.end.key();
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
            node.set_value(handle.value);
            node.set_numeric_value(f64::from(handle.at));
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(handle.num_bins as f64);
            node.set_numeric_value_step(1.0);
            for action in [accesskit::Action::Increment, accesskit::Action::Decrement, accesskit::Action::SetValue] {
                node.add_action(action);
            }
        });
        response
    }

    fn axis_ui(&self, ui: &Ui, bins: &[Bin], rect: Rect) {
        let color = Palette::of(ui).text_weak;
        let (Some(first), Some(last)) = (bins.first(), bins.last()) else { return };
        let text = |scalar: Scalar| Type::Small.galley(ui, scalar_text(self.lang, self.column, scalar), color);
        // The last bin of a long-tailed column is open; its largest value says more than the edge.
        let is_open = length(last.to) > 100.0 * length(last.from).max(1.0);
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

/// A handle as a screen reader has it: it stands between bins, counted from the left.
#[derive(Clone, Copy)]
struct Handle<'a> {
    end: End,
    at: f32,
    num_bins: usize,
    value: &'a str,
}

fn bars_ui(ui: &Ui, lang: Lang, bins: &[Bin], interval: &Interval, rect: Rect, bin_width: f32) {
    let palette = Palette::of(ui);
    let most = bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1) as f32;
    let gap = if bin_width >= COUNT_WIDTH { 2.0 } else { 0.5 };
    for (nr, bin) in bins.iter().enumerate().filter(|(_, bin)| bin.count > 0) {
        let left = rect.left() + nr as f32 * bin_width;
        let height = (bin.count as f32 / most * MAX_BAR).max(2.0).round();
        let color = if is_chosen(bin, interval) { palette.accent_mid } else { palette.rule };
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
    if let Some(edge) = set_value(ui, response) {
        return Some(edge);
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

/// The edge that a screen reader asks for.
fn set_value(ui: &Ui, response: &Response) -> Option<isize> {
    ui.input(|input| {
        let asked = input.accesskit_action_requests(response.id, accesskit::Action::SetValue).last()?;
        match asked.data {
            Some(accesskit::ActionData::NumericValue(value)) => Some(value.round() as isize),
            _ => None,
        }
    })
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
    use crate::{
        locale::Bilingual,
        table::{Column, ColumnId, Counts, DateBuilder, Decimal, Filter, Index, NumberBuilder, Query, Table, Units},
    };

    /// A column of numbers or dates.
    fn column(texts: &[&str]) -> Column {
        if texts.iter().all(|text| text.len() >= 4) {
            let mut dates = DateBuilder::default();
            for text in texts {
                dates.push(Date::parse(text));
            }
            return Column::new("x", Bilingual::default(), dates);
        }
        let mut numbers = NumberBuilder::new(Units::money());
        for text in texts {
            numbers.push(text.parse::<Decimal>().ok());
        }
        Column::new("x", Bilingual::default(), numbers)
    }

    #[test]
    fn every_edge_is_a_bound_that_stands_there_and_cuts_there() {
        for texts in [
            &["2018-11", "2019", "2019-03-05", "2019-09"][..],
            &["2017", "2019-06-18"],
            &["2019-04-26", "2019-05-01"],
            &["5", "100", "100", "200", "900"],
            &["-5", "3", "7.5"],
            &["1", "2", "50"],
        ] {
            let table = std::sync::Arc::new(Table::new(vec![column(texts)]).unwrap());
            let mut index = Index::new(table.clone());
            let Some(Counts::Histogram(bins)) = index.facet(&Query::default(), "x").map(|facet| facet.counts) else { panic!("bins") };
            let mut before = 0;
            for edge in 1..bins.len() {
                before += bins[edge - 1].count;
                for (end, expected) in [(End::High, before), (End::Low, texts.len() as u32 - before)] {
                    let bound = bound_at(&bins, edge, end).unwrap();
                    assert!((position(&bins, bound, end) - edge as f32).abs() < 1e-4, "{bound:?} as {end:?} of {texts:?}");
                    let (low, high) = if end == End::Low { (Some(bound), None) } else { (None, Some(bound)) };
                    let mut query = Query::default();
                    query.set(&ColumnId::from("x"), Filter::Interval(Interval::new(low, high)));
                    assert_eq!(index.rows(&query).order.len(), expected as usize, "{bound:?} as {end:?} of {texts:?}");
                    assert_eq!(Query::parse(&table, &query.write(&table)), Ok(query), "it can be written");
                    for (nr, bin) in bins.iter().enumerate().filter(|(_, bin)| bin.count > 0) {
                        let is_in = if end == End::Low { nr >= edge } else { nr < edge };
                        assert_eq!(is_chosen(bin, &Interval::new(low, high)), is_in, "bin {nr} at {bound:?} as {end:?} of {texts:?}");
                    }
                }
            }
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
