//! What of the timeline is only painted: the axis with its ticks, the marks of days, lines to labels.

use std::sync::Arc;

use egui::{Galley, Pos2, Rangef, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::axis::Axis;
use crate::{
    locale::{Lang, tr_args},
    sheets::{EventKind, EventRow},
    ui::{
        text::paint_left,
        theme::{self, Palette, Type},
    },
};

/// The least width of a year and of a month that has a tick, and of a month that has its name.
const LEAST_YEAR: f32 = 40.0;
const LEAST_TICK: f32 = 8.0;
const LEAST_NAMED: f32 = 64.0;
/// How far below the axis the middle of its texts is.
const TICK_TEXT: f32 = 14.0;
/// The most months drawn.
const MOST_MONTHS: usize = 1200;

/// The line with its break, a tick for each month, and the years, as far as they are in `sight`.
pub(super) fn axis_ui(ui: &Ui, lang: Lang, axis: &Axis, y: f32, sight: Rangef) {
    let (palette, painter) = (Palette::of(ui), ui.painter());
    let line = |min: f32, max: f32| theme::hline(painter, Rangef::new(min, max), y - 0.5, palette.rule);
    match axis.break_x() {
        Some(x) => {
            line(axis.x.min, x - 10.0);
            line(x + 10.0, axis.x.max);
            break_ui(ui, lang, axis, pos2(x, y));
        }
        None => line(axis.x.min, axis.x.max),
    }
    let width = axis.month_width();
    if width * 12.0 < LEAST_YEAR {
        return;
    }
    for (day, x) in axis.months(MOST_MONTHS) {
        let is_year = day.month() == 1;
        if is_year || width >= LEAST_TICK {
            theme::vline(painter, x.round(), Rangef::new(y, y + if is_year { 6.0 } else { 4.0 }), palette.rule);
        }
        let text = match (is_year, width >= LEAST_NAMED) {
            (true, _) => day.year().to_string(),
            (false, true) => format!("{}-{:02}", day.year(), day.month()),
            (false, false) => continue,
        };
        let text = Type::Small.galley(ui, text, palette.text_faint);
        // Half a date reads as another one.
        if x >= sight.min && x + text.size().x <= sight.max.min(axis.x.max) {
            tick_text_ui(ui, pos2(x, y + TICK_TEXT), text);
        }
    }
}

/// The two strokes where the scale changes, and below them that it does.
fn break_ui(ui: &Ui, lang: Lang, axis: &Axis, at: Pos2) {
    let (painter, palette) = (ui.painter(), Palette::of(ui));
    for left in [at.x - 8.0, at.x + 1.0] {
        painter.line_segment([pos2(left, at.y + 6.0), pos2(left + 6.0, at.y - 6.0)], Stroke::new(1.0, palette.rule));
    }
    let note = tr_args(lang, "overview-not-to-scale", &[("year", axis.start_year().to_string().into())]);
    let note = Type::Small.galley(ui, note, palette.text_faint);
    if at.x - note.size().x >= axis.x.min {
        tick_text_ui(ui, pos2(at.x + 8.0 - note.size().x, at.y + TICK_TEXT), note);
    }
}

/// A text below the axis, over the lines that lead to labels.
fn tick_text_ui(ui: &Ui, at: Pos2, text: Arc<Galley>) {
    let ground = Rect::from_min_size(pos2(at.x - 2.0, at.y - 7.0), text.size() + vec2(4.0, -2.0));
    ui.painter().rect_filled(ground, 0, Palette::of(ui).surface);
    paint_left(ui.painter(), at.x, at.y, text);
}

/// A line from a mark to its label; to one that stands close to it there is none.
pub(super) fn paint_leader(ui: &Ui, at: Pos2, label: Rect) {
    let y = if label.bottom() < at.y { Rangef::new(label.bottom(), at.y - 7.0) } else { Rangef::new(at.y + 7.0, label.top()) };
    if y.span() > 8.0 {
        theme::vline(ui.painter(), at.x.round(), y, Palette::of(ui).rule);
    }
}

/// Three dots over a mark whose label has no room.
pub(super) fn paint_dropped(ui: &Ui, at: Pos2) {
    let color = Palette::of(ui).text_faint;
    for x in [-4.0, 0.0, 4.0] {
        ui.painter().circle_filled(at + vec2(x, -13.0), 1.0, color);
    }
}

/// A day on the axis: a disc, dashes where it is inferred, a tick where counts end.
pub(super) fn paint_point(ui: &Ui, row: &EventRow, at: Pos2, is_on: bool) {
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
