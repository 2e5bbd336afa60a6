//! Events on an axis: a disc for a day that is known, dashes for one that is inferred, a tick for a cut-off, a bar for a period.

use std::sync::Arc;

use egui::{CursorIcon, Galley, Id, Pos2, Rangef, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};
use jiff::civil::Date;

use super::{
    axis::Axis,
    lanes::{Ends, Lane, Lanes, assign},
    paint::{axis_ui, paint_dropped, paint_leader, paint_point},
    periods::Bars,
};
use crate::{
    dossier::{Dossier, MoneyUnit},
    locale::{Lang, tr, tr_args},
    sheets::EventRow,
    ui::{
        text::{paint_at, text_ui},
        theme::{self, Palette, Type},
    },
    views::figure,
};

/// Height of a label: the date over the name.
const LABEL_HEIGHT: f32 = 36.0;
/// Room between the axis and the labels above it.
const ABOVE_AXIS: f32 = 10.0;
/// Room between the axis and the labels below it, for years and months.
const BELOW_AXIS: f32 = 22.0;
/// The widest name of an event.
const NAME_WIDTH: f32 = 300.0;

/// Events to be drawn.
pub(in crate::views) struct Chart<'a> {
    pub(in crate::views) lang: Lang,
    /// The events in order, each with the number that a click tells.
    pub(in crate::views) events: &'a [(usize, &'a EventRow)],
    /// The axis as it is drawn.
    pub(in crate::views) axis: &'a Axis,
    /// The axis with every event in sight: labels keep the lanes that they have there.
    pub(in crate::views) whole: &'a Axis,
    pub(in crate::views) lanes: Lanes,
    pub(in crate::views) selected: Option<usize>,
}

/// The days an event may mean.
pub(in crate::views) fn span(row: &EventRow) -> Option<(Date, Date)> {
    row.date.first_day().zip(row.date.last_day())
}

/// What is said of all events: how many there are, from when to when, and how many dates are inferred.
pub(in crate::views) fn told<'a>(lang: Lang, events: impl Iterator<Item = &'a EventRow> + Clone) -> String {
    let inferred = events.clone().filter(|row| row.is_inferred()).count();
    let year = |row: Option<&EventRow>| row.map(|row| row.date.year.to_string()).unwrap_or_default();
    let args = [
        ("count", events.clone().count().into()),
        ("from", year(events.clone().next()).into()),
        ("to", year(events.last()).into()),
        ("inferred", inferred.into()),
    ];
    tr_args(lang, "timeline-told", &args)
}

/// A day on the axis with its label.
struct Point<'a> {
    nr: usize,
    row: &'a EventRow,
    at: Pos2,
    date: Arc<Galley>,
    name: Arc<Galley>,
    /// Where the label stands; none where there is no room for it.
    label: Option<Rect>,
}

impl<'a> Chart<'a> {
    /// How high the chart is.
    pub(in crate::views) fn height(&self) -> f32 {
        self.bars_top(self.axis_y(0.0)) + self.bars().height()
    }

    /// Draws the chart in `rect`; returns every event in sight with what it answered.
    pub(in crate::views) fn ui(&self, ui: &mut Ui, rect: Rect) -> Vec<(usize, Response)> {
        let title = tr(self.lang, "view-timeline");
        let list = UiBuilder::new().id_salt("events").accessibility_role(accesskit::Role::List).accessibility_label(title.as_ref());
        let mut list = ui.new_child(list.max_rect(rect));
        let told = told(self.lang, self.events.iter().map(|(_, row)| *row));
        let count = self.events.len();
        list.ctx().accesskit_node_builder(list.unique_id(), |node| {
            node.set_description(told);
            node.set_size_of_set(count);
        });
        let y = self.axis_y(rect.top());
        let points = self.points(&list, y);
        // Under all else, for a line to one label may pass behind another.
        points.iter().filter_map(|point| Some((point.at, point.label?))).for_each(|(at, label)| paint_leader(&list, at, label));
        axis_ui(&list, self.lang, self.axis, y, rect.x_range());
        let (bars, bars_top) = (self.bars(), self.bars_top(y));
        let mut points = points.into_iter().peekable();
        let mut responses = Vec::new();
        // One pass, so that keys and ears meet the events in the order of time.
        for (place, (nr, row)) in self.events.iter().enumerate() {
            let item = UiBuilder::new().id_salt(nr).accessibility_role(accesskit::Role::ListItem);
            let drawn = list.scope_builder(item, |ui| {
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_position_in_set(place));
                match points.next_if(|point| point.nr == *nr) {
                    Some(point) => Some(self.point_ui(ui, &point)),
                    None => bars.bar_ui(self, ui, *nr, row, bars_top),
                }
            });
            responses.extend(drawn.inner.map(|response| (*nr, response)));
        }
        responses
    }

    /// The same with as many lanes as its labels need, up to three above and two below.
    pub(in crate::views) fn with_room(self, ui: &Ui) -> Self {
        let more = [Lanes { above: 2, below: 1 }, Lanes { above: 2, below: 2 }, Lanes { above: 3, below: 2 }];
        let more = more.into_iter().filter(|lanes| (lanes.above, lanes.below) > (self.lanes.above, self.lanes.below));
        let lanes = [self.lanes].into_iter().chain(more).find(|lanes| self.assigned(ui, *lanes).1);
        // Where not even those suffice, a low chart with some labels reads better than a high one with a few more.
        Self { lanes: lanes.unwrap_or(self.lanes), ..self }
    }

    /// The lane of each day's label, and whether all have room.
    fn assigned(&self, ui: &Ui, lanes: Lanes) -> (Vec<Option<Lane>>, bool) {
        let widths = self.days().map(|(_, row, day)| {
            let (date, name) = self.label(ui, row);
            let width = date.size().x.max(name.size().x);
            let left = left(self.whole, self.whole.x_of(day), width);
            (left, left + width)
        });
        assign(lanes, widths)
    }

    /// The events that are days, or stand where the axis is not to scale.
    fn days(&self) -> impl Iterator<Item = (usize, &'a EventRow, Date)> {
        let days = self.events.iter().filter(|(_, row)| self.period(row).is_none());
        days.filter_map(|(nr, row)| Some((*nr, *row, span(row)?.0)))
    }

    /// The days with their labels, each in its lane.
    fn points(&self, ui: &Ui, y: f32) -> Vec<Point<'a>> {
        let (assigned, _) = self.assigned(ui, self.lanes);
        let mut ends = Ends::new(self.lanes);
        let points = self.days().zip(assigned).map(|((nr, row, day), lane)| {
            let at = pos2(self.axis.x_of(day), y);
            let (date, name) = self.label(ui, row);
            let width = date.size().x.max(name.size().x);
            let left = left(self.axis, at.x, width);
            let lane = lane.filter(|lane| ends.take(*lane, left, left + width));
            let top = lane.map(|lane| match lane {
                Lane::Above(lane) => y - ABOVE_AXIS - (lane + 1) as f32 * LABEL_HEIGHT,
                Lane::Below(lane) => y + BELOW_AXIS + lane as f32 * LABEL_HEIGHT,
            });
            let label = top.map(|top| Rect::from_min_size(pos2(left, top), vec2(width, LABEL_HEIGHT - 2.0)));
            Point { nr, row, at, date, name, label }
        });
        points.collect()
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

    fn axis_y(&self, top: f32) -> f32 {
        top + self.lanes.above as f32 * LABEL_HEIGHT + ABOVE_AXIS
    }

    /// Where the bars of periods begin: below the labels.
    fn bars_top(&self, y: f32) -> f32 {
        y + BELOW_AXIS + self.lanes.below as f32 * LABEL_HEIGHT
    }

    fn bars(&self) -> Bars {
        Bars::new(self.events.iter().filter_map(|(nr, row)| Some((*nr, self.period(row)?))))
    }

    /// The days of an event that is a period, where the axis is to scale.
    pub(super) fn period(&self, row: &EventRow) -> Option<(Date, Date)> {
        span(row).filter(|(first, last)| first != last && self.axis.is_to_scale(*first))
    }

    /// A day as a mark on the axis, with its label where there is room for one.
    fn point_ui(&self, ui: &mut Ui, point: &Point<'_>) -> Response {
        let Point { nr, row, at, .. } = *point;
        let response = self.mark_ui(ui, nr, row, Rect::from_center_size(at, vec2(16.0, 18.0)));
        let mut answered = response.clone();
        let is_on = response.hovered() || self.selected == Some(nr);
        match point.label {
            Some(label) => {
                let on_label = ui.interact(label, response.id.with("label"), Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
                self.label_ui(ui, point, label, is_on || on_label.hovered());
                answered |= on_label;
            }
            None => paint_dropped(ui, at),
        }
        paint_point(ui, row, at, is_on);
        answered
    }

    fn label_ui(&self, ui: &Ui, point: &Point<'_>, label: Rect, is_on: bool) {
        let palette = Palette::of(ui);
        let ground = match is_on {
            true if self.selected == Some(point.nr) => palette.selection,
            true => palette.hover,
            false => palette.surface,
        };
        ui.painter().rect_filled(label.expand2(vec2(4.0, 0.0)), 0, ground);
        // A label pushed in from an edge keeps its two lines flush on that side.
        let share = match (point.at.x - label.left()) / label.width() {
            share if share < 0.2 => 0.0,
            share if share > 0.8 => 1.0,
            share => share,
        };
        let x = |galley: &Galley| (label.left() + (label.width() - galley.size().x) * share).round();
        paint_at(ui.painter(), pos2(x(&point.date), label.top()), Arc::clone(&point.date));
        paint_at(ui.painter(), pos2(x(&point.name), label.top() + 15.0), Arc::clone(&point.name));
    }

    /// What a mark answers to; its name is what a screen reader says.
    pub(super) fn mark_ui(&self, ui: &Ui, nr: usize, row: &EventRow, rect: Rect) -> Response {
        // The same wherever the chart stands: a record that opens beside it must not take the keyboard away.
        let id = Id::unique(("event", nr));
        let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        let name = format!("{} {}", self.date(row), row.name.get(self.lang));
        let is_selected = self.selected == Some(nr);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_selected));
        theme::focus_ring_rounded(ui, &response, false, 0);
        response
    }
}

/// What the pointer on an event is told: the figure that is its date, or that is counted up to it.
pub(in crate::views) fn event_note_ui(ui: &mut Ui, dossier: &Dossier, lang: Lang, event: &EventRow) {
    if let Some(nr) = event.told() {
        return figure::note_ui(ui, dossier, lang, MoneyUnit::AsWritten, nr);
    }
    let color = Palette::of(ui).text;
    text_ui(ui, Type::Small, color, &format!("{} {}", event.date, event.name.get(lang)));
}

/// The left end of a label of `width` points over `at`, pushed in from the ends of the axis.
fn left(axis: &Axis, at: f32, width: f32) -> f32 {
    let Rangef { min, max } = axis.x;
    (at - width / 2.0).clamp(min, (max - width).max(min))
}
