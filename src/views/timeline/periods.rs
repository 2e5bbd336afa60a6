//! Periods as bars below the labels, each with its name.

use egui::{Rangef, Rect, Response, Ui, pos2, vec2};
use jiff::civil::Date;

use super::chart::Chart;
use crate::{
    sheets::EventRow,
    ui::{
        bars,
        marks::Mark,
        text::paint_left,
        theme::{self, Palette, Type},
    },
};

/// Height of a period's bar.
const BAR_HEIGHT: f32 = 6.0;
/// From one bar to the one below it: the height of its name.
const STEP: f32 = 16.0;
/// Room between a period and its name.
const GAP: f32 = 8.0;
/// Room over the first bar.
const ABOVE: f32 = 4.0;
/// The most bars under each other.
const MOST: usize = 4;

/// The row of each bar.
pub(super) struct Bars {
    rows: Vec<(usize, usize)>,
    num_rows: usize,
}

impl Bars {
    /// A row for each period; many share rows, one behind the other.
    pub(super) fn new(periods: impl Iterator<Item = (usize, (Date, Date))>) -> Self {
        let mut ends: Vec<Date> = Vec::new();
        let mut rows = Vec::new();
        for (nr, (first, last)) in periods {
            let free = ends.iter().position(|end| *end < first).filter(|_| ends.len() >= MOST);
            let row = free.unwrap_or_else(|| ends.len().min(MOST - 1));
            match ends.get_mut(row) {
                Some(end) => *end = last.max(*end),
                None => ends.push(last),
            }
            rows.push((nr, row));
        }
        Self { rows, num_rows: ends.len() }
    }

    /// How high they are.
    pub(super) fn height(&self) -> f32 {
        if self.num_rows == 0 { 0.0 } else { self.num_rows as f32 * STEP + ABOVE }
    }

    /// Draws one bar with its name.
    pub(super) fn bar_ui(&self, chart: &Chart<'_>, ui: &mut Ui, nr: usize, row: &EventRow, top: f32) -> Option<Response> {
        let (first, last) = chart.period(row)?;
        let line = self.rows.iter().find(|(of, _)| *of == nr)?.1;
        let (from, to) = (chart.axis.x_of(first), chart.axis.x_of(last));
        let top = top + ABOVE + line as f32 * STEP + (STEP - BAR_HEIGHT) / 2.0;
        let bar = Rect::from_min_max(pos2(from, top), pos2(to.max(from + bars::SHORTEST), top + BAR_HEIGHT));
        let response = chart.mark_ui(ui, nr, row, bar.expand2(vec2(0.0, 3.0)));
        let palette = Palette::of(ui);
        bars::bar(ui.painter(), bar, if row.is_inferred() { Mark::Unclear } else { Mark::Planned }, palette);
        if response.hovered() || chart.selected == Some(nr) {
            ui.painter().rect_filled(bar, theme::BAR_RADIUS, palette.accent_mid);
        }
        let galley = Type::Small.galley(ui, row.name.get(chart.lang), palette.text_weak);
        let width = galley.size().x;
        let left = name_left(bar.x_range(), width, ui.max_rect().x_range());
        let place = Rect::from_center_size(pos2(left + width / 2.0, bar.center().y), vec2(width + GAP, STEP));
        ui.painter().rect_filled(place, 0, palette.surface);
        paint_left(ui.painter(), left, bar.center().y, galley);
        Some(response)
    }
}

/// Where the name of a bar begins: before the bar; where that is out of sight, on the bar at the edge, and in the end after it.
fn name_left(bar: Rangef, width: f32, sight: Rangef) -> f32 {
    (bar.min - GAP - width).max(sight.min).min(bar.max + GAP)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn few_periods_have_a_row_each_and_many_share() {
        let year = |year: i16| (date(year, 1, 1), date(year, 12, 31));
        let rows = |years: &[i16]| Bars::new(years.iter().enumerate().map(|(nr, of)| (nr, year(*of)))).rows;
        assert_eq!(rows(&[2016, 2017, 2018]), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(rows(&[2014, 2015, 2016, 2017, 2018, 2018]), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 0), (5, 1)]);
        assert_eq!(rows(&[2018; 6]).last(), Some(&(5, 3)), "what has no row lies on the last one");
    }

    #[test]
    fn a_name_stays_with_its_bar() {
        let sight = Rangef::new(0.0, 400.0);
        for (bar, expected) in [((200.0, 300.0), 92.0), ((50.0, 300.0), 0.0), ((-900.0, 900.0), 0.0), ((-900.0, -100.0), -92.0)] {
            let left = name_left(Rangef::new(bar.0, bar.1), 100.0, sight);
            assert!((left - expected).abs() < 0.01, "{bar:?}: {left}");
        }
    }
}
