//! Bars of one measure: hollow is planned, solid is built, dashed is not yet.
//!
//! All of one measure have one colour; position and label tell them apart.

use egui::{Color32, Painter, Rangef, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{
    look,
    marks::Mark,
    theme::{BAR_RADIUS, Palette, hline, vline},
};

/// Height of a bar in a cell.
pub const CELL_BAR: f32 = 8.0;
/// Height of a bar in a chart and in a legend.
pub const CHART_BAR: f32 = 10.0;
/// The shortest bar: a small value is still a value.
pub const SHORTEST: f32 = 3.0;

/// The part of `lane` that `value` takes when `max` takes all of it, on whole points.
pub fn bar_rect(lane: Rect, value: f32, max: f32) -> Rect {
    let share = if max > 0.0 { (value / max).clamp(0.0, 1.0) } else { 0.0 };
    Rect::from_min_size(lane.min, vec2((share * lane.width()).round().max(SHORTEST.min(lane.width())), lane.height()))
}

/// Paints the bar of `value` in `lane` as its status asks; returns where it lies.
pub fn value_bar(painter: &Painter, lane: Rect, value: f32, max: f32, mark: Mark, palette: &Palette) -> Rect {
    let rect = bar_rect(lane, value, max);
    bar(painter, rect, mark, palette);
    rect
}

/// Paints a bar that fills `rect`.
pub fn bar(painter: &Painter, rect: Rect, mark: Mark, palette: &Palette) {
    match mark {
        Mark::Planned | Mark::Quarter => hollow(painter, rect, palette.accent_soft, palette.accent_mid),
        Mark::Trial => {
            hollow(painter, rect, palette.accent_soft, palette.accent_mid);
            let half = Rect::from_min_max(rect.min, pos2(rect.center().x.round(), rect.bottom()));
            painter.rect_filled(half, BAR_RADIUS, palette.accent_mid);
        }
        Mark::Built => {
            painter.rect_filled(rect, BAR_RADIUS, palette.accent_mid);
        }
        Mark::Potential => dashed(painter, rect, palette.future_soft, palette.future, (4.0, 3.0), true),
        Mark::Target => {
            dashed(painter, rect, palette.future_soft, palette.future, (4.0, 3.0), true);
            let cap = Rect::from_x_y_ranges(Rangef::new(rect.right() - 2.0, rect.right()), rect.y_range());
            painter.rect_filled(cap, 0, palette.future);
        }
        Mark::Forecast => dashed(painter, rect, palette.future_soft, palette.future, (4.0, 3.0), false),
        Mark::Unclear => dashed(painter, rect, Color32::TRANSPARENT, palette.unclear, (3.0, 2.0), true),
    }
}

/// Paints a bar of what is no part of the whole beside it: talks, an enclave.
pub fn outside_bar(painter: &Painter, rect: Rect, palette: &Palette) {
    hollow(painter, rect, palette.panel, palette.rule);
}

/// Paints the plan hollow and what is built solid over it, from one zero.
///
/// With no plan the solid part stands alone, with nothing built the hollow one.
pub fn planned_against_built(painter: &Painter, lane: Rect, planned: Option<f32>, built: Option<f32>, max: f32, palette: &Palette) {
    if let Some(planned) = planned {
        value_bar(painter, lane, planned, max, Mark::Planned, palette);
    }
    if let Some(built) = built {
        value_bar(painter, lane, built, max, Mark::Built, palette);
    }
}

/// Paints a whole of two parts: the first solid, the second hollow, one point between.
pub fn share_bar(painter: &Painter, rect: Rect, first: f32, second: f32, palette: &Palette) {
    let whole = first + second;
    let share = if whole > 0.0 { (first / whole).clamp(0.0, 1.0) } else { 0.0 };
    let split = rect.left() + (share * (rect.width() - 1.0)).round();
    let (solid, rest) = (rect.with_max_x(split), rect.with_min_x(split + 1.0));
    let left = egui::CornerRadius { nw: 2, sw: 2, ne: 0, se: 0 };
    let right = egui::CornerRadius { nw: 0, sw: 0, ne: 2, se: 2 };
    painter.rect_filled(solid, left, palette.accent_mid);
    painter.rect(rest, right, palette.accent_soft, Stroke::new(1.0, palette.accent_mid), StrokeKind::Inside);
}

/// Height of a limit bar with its end tick.
pub const LIMIT_HEIGHT: f32 = 19.0;

/// Paints an upper limit of `value` whole units on an axis of `max`: a bar to a tick where the limit stands.
///
/// `rect` is [`LIMIT_HEIGHT`] high. A limit that is only aimed at is [`Mark::Target`]. Returns the tick's middle, for its
/// label.
pub fn limit_bar(painter: &Painter, rect: Rect, value: u16, max: u16, mark: Mark, palette: &Palette) -> f32 {
    let unit = rect.width() / f32::from(max.max(1));
    let x = |step: u16| (rect.left() + f32::from(step) * unit).round();
    hline(painter, rect.x_range(), rect.top() + 9.0, palette.hairline);
    for step in 0..=max {
        vline(painter, x(step), Rangef::new(rect.top() + 6.0, rect.top() + 13.0), palette.rule);
    }
    let lane = Rect::from_min_max(pos2(rect.left(), rect.top() + 4.0), pos2(x(value) + 1.0, rect.top() + 15.0));
    let edge = if mark == Mark::Target {
        dashed(painter, lane, palette.future_soft, palette.future, (4.0, 3.0), true);
        palette.future
    } else {
        painter.rect(lane, 0, palette.accent_soft, Stroke::new(1.0, palette.accent_mid), StrokeKind::Inside);
        palette.accent
    };
    let tick = Rect::from_x_y_ranges(Rangef::new(x(value) - 1.0, x(value) + 1.0), rect.y_range());
    painter.rect_filled(tick, 0, edge);
    x(value)
}

fn hollow(painter: &Painter, rect: Rect, fill: Color32, edge: Color32) {
    painter.rect(rect, BAR_RADIUS, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
}

/// A dashed edge inside `rect`; without its right side where the end is open.
fn dashed(painter: &Painter, rect: Rect, fill: Color32, edge: Color32, (dash, gap): (f32, f32), has_end: bool) {
    painter.rect_filled(rect, 0, fill);
    // Centres of the outermost pixels, so that one-point dashes stay sharp.
    let line = rect.shrink(0.5);
    let mut points = vec![line.right_top(), line.left_top(), line.left_bottom(), line.right_bottom()];
    if has_end {
        points.push(line.right_top());
    }
    painter.extend(Shape::dashed_line(&points, Stroke::new(1.0, edge), dash, gap));
}

/// How far a work has come, as a bar across the width there is; `name` says which work.
pub fn progress_ui(ui: &mut Ui, share: f32, name: &str) -> Response {
    const HEIGHT: f32 = 4.0;
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    ui.painter().rect_filled(rect, BAR_RADIUS, palette.hairline);
    let done = Rect::from_min_size(rect.min, vec2((rect.width() * share.clamp(0.0, 1.0)).round(), HEIGHT));
    ui.painter().rect_filled(done, BAR_RADIUS, palette.accent);
    look::name(ui, &response, Role::ProgressIndicator, name);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(1.0);
        node.set_numeric_value(f64::from(share));
    });
    response
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let lane = Rect::from_min_size(pos2(10.0, 0.0), vec2(100.0, 8.0));
        let cases = [(50.0, 100.0, 50.0), (100.0, 100.0, 100.0), (0.1, 100.0, SHORTEST), (120.0, 100.0, 100.0), (5.0, 0.0, SHORTEST)];
        for (value, max, width) in cases {
            let rect = bar_rect(lane, value, max);
            assert!((rect.width() - width).abs() < 0.01, "{value} of {max} is {} wide, expected {width}", rect.width());
            assert!((rect.left() - 10.0).abs() < 0.01, "{value} of {max} starts at the lane's zero");
        }
    }
}
