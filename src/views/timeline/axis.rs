//! Where a day lies on the axis: late dates to scale, early ones only in their order, with a break between.

use egui::Rangef;
use jiff::civil::Date;

/// The part of the axis that early dates take, not to scale.
const EARLY_SHARE: f32 = 0.27;
/// The most that early dates may take where there is little room.
const MOST_EARLY_SHARE: f32 = 0.5;
/// Room before and after the break, as a part of the axis, and the least and the most of it.
const BREAK_SHARE: f32 = 0.05;
const BREAK_ROOM: std::ops::RangeInclusive<f32> = 12.0..=50.0;
/// The least between two early dates, so that none hides the other.
const LEAST_STEP: f32 = 28.0;
/// Room for half of the first mark.
const EDGE: f32 = 5.0;
/// Dates that span less than this are no reason for a break, in days.
const LEAST_SPAN_DAYS: f32 = 180.0;

/// An axis of days.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::views) struct Axis {
    /// The whole axis.
    pub(in crate::views) x: Rangef,
    /// The early days and their places.
    early: Vec<(Date, f32)>,
    /// The first day to scale.
    start: Date,
    /// Where that lies.
    start_x: f32,
    /// The middle of the break.
    break_x: Option<f32>,
    per_day: f32,
    /// How many days are to scale.
    num_days: f32,
}

impl Axis {
    /// An axis from the first to the last of some spans of days; none without any.
    pub(in crate::views) fn new(mut spans: Vec<(Date, Date)>, x: Rangef) -> Option<Self> {
        spans.sort_unstable();
        let last = spans.iter().map(|(_, last)| *last).max()?;
        let first_late = spans.get(break_at(&spans, last))?.0;
        let mut early: Vec<Date> = spans.iter().map(|(first, _)| *first).filter(|first| *first < first_late).collect();
        early.dedup();
        let start = first_late.first_of_month();
        let gap = (x.span() * BREAK_SHARE).clamp(*BREAK_ROOM.start(), *BREAK_ROOM.end());
        let num_steps = (early.len().max(2) - 1) as f32;
        let least = (num_steps * LEAST_STEP + 2.0 * gap).min(x.span() * MOST_EARLY_SHARE);
        let early_width = if early.is_empty() { 0.0 } else { (x.span() * EARLY_SHARE).max(least) };
        let step = (early_width - 2.0 * gap).max(0.0) / num_steps;
        let break_x = (!early.is_empty()).then_some(x.min + early_width);
        let early: Vec<(Date, f32)> = early.into_iter().enumerate().map(|(nr, day)| (day, x.min + EDGE + step * nr as f32)).collect();
        let start_x = break_x.map_or(x.min + EDGE, |x| x + gap);
        // Some days more, so that the last mark does not lie on the edge.
        let num_days = days(start, last).max(1.0) * 1.05 + 2.0;
        let per_day = (x.max - start_x).max(1.0) / num_days;
        Some(Self { x, early, start, start_x, break_x, per_day, num_days })
    }

    /// Where a day lies.
    pub(in crate::views) fn x_of(&self, day: Date) -> f32 {
        if day >= self.start {
            return self.start_x + days(self.start, day) * self.per_day;
        }
        let at = self.early.iter().rposition(|(early, _)| *early <= day).unwrap_or_default();
        self.early.get(at).map_or(self.start_x, |(_, x)| *x)
    }

    /// Whether a day lies where the axis is to scale.
    pub(in crate::views) fn is_to_scale(&self, day: Date) -> bool {
        day >= self.start
    }

    /// The middle of the break.
    pub(in crate::views) fn break_x(&self) -> Option<f32> {
        self.break_x
    }

    /// The year that the part to scale begins in.
    pub(in crate::views) fn start_year(&self) -> i16 {
        self.start.year()
    }

    /// The width of a month, about.
    pub(in crate::views) fn month_width(&self) -> f32 {
        self.per_day * 30.4
    }

    /// The first days of the months to scale, at most `most`, with their places.
    pub(in crate::views) fn months(&self, most: usize) -> Vec<(Date, f32)> {
        let last = self.start_x + self.num_days * self.per_day;
        let next = |day: &Date| day.last_of_month().tomorrow().ok();
        let months = std::iter::successors(Some(self.start), next).map(|day| (day, self.x_of(day)));
        months.take_while(|(_, x)| *x <= last).take(most).collect()
    }
}

/// The span before which the axis breaks: where the gap before is longest in proportion to all that follows; 0 for none.
fn break_at(spans: &[(Date, Date)], last: Date) -> usize {
    let ratio = |pair: &[(Date, Date)]| match pair {
        [(before, _), (after, _)] => {
            let span = days(*after, last);
            if span < LEAST_SPAN_DAYS { 0.0 } else { days(*before, *after) / span }
        }
        _ => 0.0,
    };
    let ratios = spans.windows(2).map(ratio).enumerate();
    let best = ratios.max_by(|(_, a), (_, b)| a.total_cmp(b));
    best.filter(|(_, ratio)| *ratio > 1.0).map_or(0, |(nr, _)| nr + 1)
}

/// How many days there are from one day to another.
fn days(from: Date, to: Date) -> f32 {
    to.duration_since(from).as_hours() as f32 / 24.0
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn spans(days: &[(i16, i8, i8)]) -> Vec<(Date, Date)> {
        days.iter().map(|(year, month, day)| (date(*year, *month, *day), date(*year, *month, *day))).collect()
    }

    #[test]
    fn early_dates_stand_before_a_break_and_late_ones_to_scale() {
        let days = [(2006, 1, 1), (2016, 1, 1), (2019, 1, 1), (2019, 4, 26), (2019, 6, 18), (2019, 12, 31), (2020, 1, 16)];
        let axis = Axis::new(spans(&days), Rangef::new(0.0, 1000.0)).expect("an axis");
        assert!(axis.break_x().is_some_and(|x| (200.0..330.0).contains(&x)), "{axis:?}");
        let places: Vec<f32> = days.iter().map(|(year, month, day)| axis.x_of(date(*year, *month, *day))).collect();
        assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "in their order: {places:?}");
        assert!(places.iter().all(|x| (0.0..=1000.0).contains(x)), "on the axis: {places:?}");
        let (a, b) = (axis.x_of(date(2019, 2, 1)), axis.x_of(date(2019, 3, 1)));
        assert!(((b - a) / 28.0 - (axis.x_of(date(2019, 12, 31)) - b) / 305.0).abs() < 0.01, "to scale");
        assert_eq!(axis.months(100).len(), 14, "January 2019 to February 2020");
    }

    #[test]
    fn little_room_keeps_marks_apart() {
        let days = [(2006, 1, 1), (2016, 1, 1), (2019, 1, 1), (2019, 4, 26), (2020, 1, 16)];
        for width in [120.0, 180.0, 300.0, 600.0] {
            let axis = Axis::new(spans(&days), Rangef::new(0.0, width)).expect("an axis");
            let [a, b] = [2006, 2016].map(|year| axis.x_of(date(year, 1, 1)));
            assert!(b - a >= 20.0, "{a} and {b} of {width}");
            let at = axis.break_x().expect("a break");
            assert!(b + 10.0 < at && at + 10.0 < axis.x_of(date(2019, 1, 1)), "the break in {width}: {axis:?}");
        }
    }

    #[test]
    fn dates_of_one_year_need_no_break_and_one_date_is_enough() {
        let axis = Axis::new(spans(&[(2019, 1, 1), (2019, 6, 1), (2019, 12, 1)]), Rangef::new(0.0, 500.0)).expect("an axis");
        assert_eq!(axis.break_x(), None);
        assert!(Axis::new(spans(&[(2019, 1, 1)]), Rangef::new(0.0, 500.0)).is_some());
        assert_eq!(Axis::new(Vec::new(), Rangef::new(0.0, 500.0)), None);
    }
}
