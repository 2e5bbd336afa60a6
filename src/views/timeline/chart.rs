//! Events on an axis: a disc for a day that is known, dashes for one that is inferred, a tick for a cut-off, a bar for a period.

use std::sync::Arc;

use egui::{CursorIcon, Galley, Pos2, Rangef, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::{
    axis::Axis,
    lanes::{Ends, Lane, Lanes},
};
use crate::{
    locale::{Lang, tr_args},
    sheets::{EventKind, EventRow},
    ui::{
        bars,
        marks::Mark,
        text::{paint_at, paint_left},
        theme::{self, Palette, Type},
    },
};

/// Height of a label: the date over the name.
const LABEL_HEIGHT: f32 = 36.0;
/// Height of a period's bar.
const BAR_HEIGHT: f32 = 6.0;
/// Room between a period and its name.
const PERIOD_GAP: f32 = 8.0;
/// The most bars under each other.
const MOST_BARS: usize = 4;
/// The widest name of an event.
const NAME_WIDTH: f32 = 300.0;

/// Events to be drawn.
pub(in crate::views) struct Chart<'a> {
    pub(in crate::views) lang: Lang,
    /// The events in order, each with the number that a click tells.
    pub(in crate::views) events: &'a [(usize, &'a EventRow)],
    pub(in crate::views) axis: &'a Axis,
    pub(in crate::views) lanes: Lanes,
    /// Whether periods have their names beside their bars; a strip has no room for them.
    pub(in crate::views) has_names: bool,
    pub(in crate::views) selected: Option<usize>,
}

/// The days an event may mean.
pub(in crate::views) fn span(row: &EventRow) -> Option<(Date, Date)> {
    row.date.first_day().zip(row.date.last_day())
}

impl Chart<'_> {
    /// How high the chart is.
    pub(in crate::views) fn height(&self) -> f32 {
        self.axis_y(0.0) + self.below_axis() + self.lanes.below as f32 * LABEL_HEIGHT
    }

    /// Draws the chart in `rect`; returns the event that was clicked and what is under the pointer.
    pub(in crate::views) fn ui(&self, ui: &mut Ui, rect: Rect) -> Vec<(usize, Response)> {
        let y = self.axis_y(rect.top());
        self.axis_ui(ui, y);
        let mut responses = Vec::new();
        let mut bar_ends = Vec::new();
        let mut ends = Ends::new(self.lanes);
        // One pass, so that keys and ears meet the events in the order of time.
        for (nr, row) in self.events {
            let response = match (self.period(row), span(row)) {
                (Some(period), _) => self.period_ui(ui, *nr, row, period, y, &mut bar_ends),
                (None, Some((first, _))) => Some(self.point_ui(ui, *nr, row, pos2(self.axis.x_of(first), y), rect, &mut ends)),
                (None, None) => None,
            };
            responses.extend(response.map(|response| (*nr, response)));
        }
        responses
    }

    /// The same with as many lanes as its labels need in `x`, up to three above and two below.
    pub(in crate::views) fn with_room(self, ui: &Ui, x: Rangef) -> Self {
        let more = [Lanes { above: 2, below: 1 }, Lanes { above: 2, below: 2 }, Lanes { above: 3, below: 2 }];
        let more = more.into_iter().filter(|lanes| (lanes.above, lanes.below) > (self.lanes.above, self.lanes.below));
        let lanes = [self.lanes].into_iter().chain(more).find(|lanes| self.has_room(ui, x, *lanes));
        // Where not even those suffice, a low chart with some labels reads better than a high one with a few more.
        Self { lanes: lanes.unwrap_or(self.lanes), ..self }
    }

    fn has_room(&self, ui: &Ui, x: Rangef, lanes: Lanes) -> bool {
        let mut ends = Ends::new(lanes);
        let points = self.events.iter().filter(|(_, row)| self.period(row).is_none());
        let mut points = points.filter_map(|(_, row)| Some((row, self.axis.x_of(span(row)?.0))));
        points.all(|(row, at)| {
            let (date, name) = self.label(ui, row);
            let width = date.size().x.max(name.size().x);
            let left = self.left(at, width, x);
            !x.contains(at) || ends.take(left, left + width).is_some()
        })
    }

    /// The two lines of an event's label.
    fn label(&self, ui: &Ui, row: &EventRow) -> (Arc<Galley>, Arc<Galley>) {
        let palette = Palette::of(ui);
        let date = Type::Small.galley(ui, self.date(row), palette.text_weak);
        (date, Type::Control.cut_galley(ui, row.name.get(self.lang), palette.text, NAME_WIDTH))
    }

    /// The date, and whether its year is inferred.
    fn date(&self, row: &EventRow) -> String {
        let date = row.date.to_string();
        if row.is_inferred() { tr_args(self.lang, "timeline-inferred", &[("date", date.into())]) } else { date }
    }

    /// The left end of a label of `width` points over `at`, pushed in from the edges.
    fn left(&self, at: f32, width: f32, x: Rangef) -> f32 {
        let bounds = Rangef::new(x.min.max(self.axis.x.min), x.max.min(self.axis.x.max));
        (at - width / 2.0).clamp(bounds.min, (bounds.max - width).max(bounds.min))
    }

    fn axis_y(&self, top: f32) -> f32 {
        top + self.lanes.above as f32 * LABEL_HEIGHT + 10.0
    }

    /// Room for bars and years below the axis.
    fn below_axis(&self) -> f32 {
        let num_bars = self.events.iter().filter(|(_, row)| self.period(row).is_some()).count().min(MOST_BARS);
        10.0 + num_bars as f32 * self.bar_step() + 16.0
    }

    /// From one bar to the one below it.
    fn bar_step(&self) -> f32 {
        if self.has_names { Type::Small.line_height() } else { BAR_HEIGHT + 2.0 }
    }

    /// The days of an event that is a period, where the axis is to scale.
    fn period(&self, row: &EventRow) -> Option<(Date, Date)> {
        span(row).filter(|(first, last)| first != last && self.axis.is_to_scale(*first))
    }

    /// The line with its break, a tick for each month, and the years.
    fn axis_ui(&self, ui: &Ui, y: f32) {
        let (axis, palette, painter) = (self.axis, Palette::of(ui), ui.painter());
        let line = |min: f32, max: f32| theme::hline(painter, Rangef::new(min, max), y - 0.5, palette.rule);
        match axis.break_x() {
            Some(x) => {
                line(axis.x.min, x - 10.0);
                line(x + 10.0, axis.x.max);
                for left in [x - 8.0, x + 1.0] {
                    painter.line_segment([pos2(left, y + 6.0), pos2(left + 6.0, y - 6.0)], Stroke::new(1.0, palette.rule));
                }
            }
            None => line(axis.x.min, axis.x.max),
        }
        let width = axis.month_width();
        if width * 12.0 < 40.0 {
            return;
        }
        let text_y = y + self.below_axis() - 9.0;
        for (day, x) in axis.months(1200) {
            let is_year = day.month() == 1;
            if is_year || width >= 8.0 {
                theme::vline(painter, x.round(), Rangef::new(y, y + if is_year { 6.0 } else { 4.0 }), palette.rule);
            }
            let text = match (is_year, width >= 64.0) {
                (true, _) => day.year().to_string(),
                (false, true) => format!("{}-{:02}", day.year(), day.month()),
                (false, false) => continue,
            };
            let text = Type::Small.galley(ui, text, palette.text_faint);
            if x + text.size().x <= axis.x.max {
                paint_left(painter, x, text_y, text);
            }
        }
    }

    /// A period as a bar below the axis.
    fn period_ui(
        &self,
        ui: &mut Ui,
        nr: usize,
        row: &EventRow,
        (first, last): (Date, Date),
        y: f32,
        ends: &mut Vec<f32>,
    ) -> Option<Response> {
        let (from, to) = (self.axis.x_of(first), self.axis.x_of(last));
        let lane = ends.iter().position(|end| *end < from).unwrap_or(ends.len());
        if lane >= MOST_BARS {
            return None;
        }
        match ends.get_mut(lane) {
            Some(end) => *end = to,
            None => ends.push(to),
        }
        let top = y + 9.0 + lane as f32 * self.bar_step() + (self.bar_step() - BAR_HEIGHT - 2.0) / 2.0;
        let bar = Rect::from_min_max(pos2(from, top), pos2(to.max(from + bars::SHORTEST), top + BAR_HEIGHT));
        let response = self.mark_ui(ui, nr, row, bar.expand2(vec2(0.0, 1.0)));
        let palette = Palette::of(ui);
        let mark = if row.is_inferred() { Mark::Unclear } else { Mark::Planned };
        bars::bar(ui.painter(), bar, mark, palette);
        if response.hovered() || self.selected == Some(nr) {
            ui.painter().rect_filled(bar, theme::BAR_RADIUS, palette.accent_mid);
        }
        if self.has_names {
            self.name_period(ui, row, bar);
        }
        Some(response)
    }

    /// The name of a period before its bar, or after it where there is no room before.
    fn name_period(&self, ui: &Ui, row: &EventRow, bar: Rect) {
        let galley = Type::Small.galley(ui, row.name.get(self.lang), Palette::of(ui).text_weak);
        let (before, after) = (bar.left() - PERIOD_GAP - galley.size().x, bar.right() + PERIOD_GAP);
        let x = ui.max_rect().x_range();
        if before >= x.min {
            paint_left(ui.painter(), before, bar.center().y, galley);
        } else if after + galley.size().x <= x.max {
            paint_left(ui.painter(), after, bar.center().y, galley);
        }
    }

    /// A day as a mark on the axis, with its label where there is room for one.
    fn point_ui(&self, ui: &mut Ui, nr: usize, row: &EventRow, at: Pos2, rect: Rect, ends: &mut Ends) -> Response {
        let response = self.mark_ui(ui, nr, row, Rect::from_center_size(at, vec2(16.0, 18.0)));
        if !rect.x_range().contains(at.x) {
            return response;
        }
        let palette = Palette::of(ui);
        let (date, name) = self.label(ui, row);
        let width = date.size().x.max(name.size().x);
        let left = self.left(at.x, width, rect.x_range());
        let top = ends.take(left, left + width).map(|lane| match lane {
            Lane::Above(lane) => at.y - 10.0 - (lane + 1) as f32 * LABEL_HEIGHT,
            Lane::Below(lane) => at.y + self.below_axis() + lane as f32 * LABEL_HEIGHT,
        });
        let is_on = response.hovered() || self.selected == Some(nr);
        let mut clicked = response;
        if let Some(top) = top {
            let label = Rect::from_min_size(pos2(left, top), vec2(width, LABEL_HEIGHT - 2.0));
            let on_label = ui.interact(label, clicked.id.with("label"), Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
            if is_on || on_label.hovered() {
                let ground = if self.selected == Some(nr) { palette.selection } else { palette.hover };
                ui.painter().rect_filled(label.expand2(vec2(4.0, 0.0)), 0, ground);
            }
            // A label pushed in from an edge keeps its two lines flush on that side.
            let share = match (at.x - left) / width {
                share if share < 0.2 => 0.0,
                share if share > 0.8 => 1.0,
                share => share,
            };
            let center = |galley: &egui::Galley| (left + (width - galley.size().x) * share).round();
            let (date_x, name_x) = (center(&date), center(&name));
            paint_at(ui.painter(), pos2(date_x, top), date);
            paint_at(ui.painter(), pos2(name_x, top + 15.0), name);
            clicked |= on_label;
        }
        paint_point(ui, row, at, is_on);
        clicked
    }

    /// What a mark answers to; its name is what a screen reader says.
    fn mark_ui(&self, ui: &mut Ui, nr: usize, row: &EventRow, rect: Rect) -> Response {
        let response = ui.interact(rect, ui.scope_id().with(("event", nr)), Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        let name = format!("{} {}", self.date(row), row.name.get(self.lang));
        let is_selected = self.selected == Some(nr);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_selected));
        theme::focus_ring_rounded(ui, &response, false, 0);
        response
    }
}

/// A day on the axis: a disc, dashes where it is inferred, a tick where counts end.
fn paint_point(ui: &Ui, row: &EventRow, at: Pos2, is_on: bool) {
    let (palette, painter) = (Palette::of(ui), ui.painter());
    match (row.kind, row.is_inferred()) {
        (EventKind::CutOff, _) => {
            let tick = Rect::from_center_size(pos2(at.x.round(), at.y), vec2(if is_on { 3.0 } else { 2.0 }, 15.0));
            painter.rect_filled(tick, 0, palette.text);
        }
        (_, true) => {
            painter.circle_filled(at, 6.0, palette.surface);
            let points: Vec<Pos2> =
                (0..=32_u8).map(|nr| at + egui::Vec2::angled(f32::from(nr) * std::f32::consts::TAU / 32.0) * 4.5).collect();
            painter.extend(Shape::dashed_line(&points, Stroke::new(1.5, palette.accent), 3.4, 2.3));
        }
        (_, false) => _ = painter.circle_filled(at, if is_on { 5.5 } else { 4.5 }, palette.accent),
    }
    if is_on && row.kind != EventKind::CutOff {
        painter.circle_stroke(at, 7.5, Stroke::new(1.0, palette.accent));
    }
}
