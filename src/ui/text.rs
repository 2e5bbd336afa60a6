//! Text put where it belongs: centred on a line, on a common baseline, underlined; and the words that are only shown.

use std::sync::Arc;

use egui::{Align, Color32, Galley, Layout, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{
    look,
    marks::{Mark, VerdictMark},
    theme::{Palette, TICK_RADIUS, Type},
};

/// How far the face reaches below the baseline, in em: where a figure's underline lies.
const DESCENT: f32 = 0.288;

/// How far the face reaches above the baseline, in em.
const ASCENT: f32 = 1.16;

/// The baseline of the first row as [`paint_at`] paints it, from the galley's top.
pub fn baseline(galley: &Galley) -> f32 {
    galley.rows.first().map_or(0.0, |row| row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y)) + lift(galley)
}

/// What to add to a galley's top so that its baseline falls on the better of two pixels.
///
/// egui rounds the baseline to the nearest pixel, which sets lines of 13 points a pixel lower in a button than those of
/// 12 and 14. A baseline a little past the middle of a pixel goes up instead.
fn lift(galley: &Galley) -> f32 {
    let Some(format) = galley.job.sections.first().map(|section| &section.format) else { return 0.0 };
    let Some(line_height) = format.line_height else { return 0.0 };
    let scale = galley.pixels_per_point;
    let exact = f32::midpoint(line_height, (ASCENT - DESCENT) * format.font_id.size) * scale;
    ((exact - 0.2).round() - exact.round()) / scale
}

/// Where the underline of text of `size` begins, below its baseline.
pub fn underline_offset(size: f32) -> f32 {
    (size * DESCENT).round()
}

/// Paints `galley` with its left edge at `x`, centred on `y`; returns its right edge.
pub fn paint_left(painter: &Painter, x: f32, y: f32, galley: Arc<Galley>) -> f32 {
    let size = galley.size();
    paint_at(painter, pos2(x, y - size.y / 2.0), galley);
    x + size.x
}

/// Paints `galley` with its right edge at `x`, centred on `y`; returns its left edge.
pub fn paint_right(painter: &Painter, x: f32, y: f32, galley: Arc<Galley>) -> f32 {
    let left = x - galley.size().x;
    paint_left(painter, left, y, galley);
    left
}

/// Paints `galley` in the middle of `rect`.
pub fn paint_middle(painter: &Painter, rect: Rect, galley: Arc<Galley>) {
    let left = rect.center().x - galley.size().x / 2.0;
    paint_left(painter, left, rect.center().y, galley);
}

/// Paints `galley` at `pos` on whole pixels, so that Han stay sharp.
pub fn paint_at(painter: &Painter, pos: Pos2, galley: Arc<Galley>) {
    let scale = painter.pixels_per_point();
    let pos = pos2((pos.x * scale).round() / scale, (pos.y * scale).round() / scale + lift(&galley));
    painter.galley(pos, galley, Color32::PLACEHOLDER);
}

/// A row of `height` points in which everything is centred, `gap` points apart.
///
/// Unlike egui's own it is no higher than asked, for egui gives every row the height of a button.
pub fn row_ui<R>(ui: &mut Ui, height: f32, gap: f32, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = Layout::left_to_right(Align::Center);
    let size = vec2(ui.available_width(), height);
    let shown = ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.spacing_mut().interact_size.y = height;
        add_contents(ui)
    });
    shown.inner
}

/// A line of text of one size and colour, wrapped at the width there is.
pub fn text_ui(ui: &mut Ui, place: Type, color: Color32, text: &str) -> Response {
    let galley = ui.painter().layout_job(place.job(text, color, ui.available_width()));
    shown_ui(ui, galley, Role::Label, text)
}

/// A heading: [`Type::Section`], [`Type::Heading`] or [`Type::Title`], read aloud as one.
pub fn heading_ui(ui: &mut Ui, place: Type, text: &str) -> Response {
    let color = Palette::of(ui).text;
    let galley = ui.painter().layout_job(place.job(text, color, ui.available_width()));
    shown_ui(ui, galley, Role::Heading, text)
}

fn shown_ui(ui: &mut Ui, galley: Arc<Galley>, role: Role, text: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    paint_at(ui.painter(), rect.min, galley);
    look::name(ui, &response, role, text);
    response
}

/// The name of a key, in a frame.
pub fn key_cap_ui(ui: &mut Ui, keys: &str) -> Response {
    let galley = Type::Small.galley(ui, keys, Palette::of(ui).text_faint);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(10.0, 2.0), Sense::hover());
    paint_key_cap(ui, rect, galley);
    look::name(ui, &response, Role::Label, keys);
    response
}

/// The name of a key in a frame, which does the same when it is clicked; `name` says what.
pub fn key_button_ui(ui: &mut Ui, keys: &str, name: &str) -> Response {
    let palette = Palette::of(ui);
    let size = Type::Small.galley(ui, keys, palette.text_faint).size() + vec2(10.0, 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let look = look::Look::of(&response, false);
    if let Some(ground) = look.ground(palette) {
        ui.painter().rect_filled(rect, TICK_RADIUS, ground);
    }
    let color = if look.state == look::State::Rest { palette.text_faint } else { palette.text };
    let galley = Type::Small.galley(ui, keys, color);
    paint_key_cap(ui, rect, galley);
    if look.has_focus {
        super::theme::ring(ui.painter(), palette, rect, false, TICK_RADIUS);
    }
    look::name(ui, &response, Role::Button, name);
    response
}

/// Paints a key cap whose text is laid out already.
pub(super) fn paint_key_cap(ui: &Ui, rect: Rect, galley: Arc<Galley>) {
    let edge = Stroke::new(1.0, Palette::of(ui).hairline);
    ui.painter().rect_stroke(rect, TICK_RADIUS, edge, StrokeKind::Inside);
    paint_middle(ui.painter(), rect, galley);
}

/// How far something has come, as glyph and word.
pub fn status_ui(ui: &mut Ui, mark: Mark, word: &str) -> Response {
    let galley = Type::Body.galley(ui, word, Palette::of(ui).text);
    glyph_and_word_ui(ui, 10.0, 6.0, galley, word, |ui, center| mark.paint(ui.painter(), center, 10.0, Palette::of(ui)))
}

/// A status glyph alone; `word` is what a screen reader says for it.
pub fn mark_ui(ui: &mut Ui, mark: Mark, size: f32, word: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size, Type::Body.line_height()), Sense::hover());
    mark.paint(ui.painter(), rect.center(), size, Palette::of(ui));
    look::name(ui, &response, Role::Image, word);
    response
}

/// What a check found, as glyph and word in one colour; an empty `word` leaves the glyph alone.
pub fn verdict_ui(ui: &mut Ui, verdict: VerdictMark, word: &str) -> Response {
    verdict_in_color_ui(ui, verdict, word, verdict.color(Palette::of(ui)))
}

/// [`verdict_ui`] in the colour of the text it belongs to.
pub fn verdict_in_color_ui(ui: &mut Ui, verdict: VerdictMark, word: &str, color: Color32) -> Response {
    let galley = Type::Small.galley(ui, word, color);
    let gap = if word.is_empty() { 0.0 } else { 4.0 };
    glyph_and_word_ui(ui, 12.0, gap, galley, word, |ui, center| verdict.paint(ui.painter(), center, 12.0, color))
}

fn glyph_and_word_ui(ui: &mut Ui, size: f32, gap: f32, galley: Arc<Galley>, word: &str, paint_glyph: impl FnOnce(&Ui, Pos2)) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size + gap + galley.size().x, galley.size().y), Sense::hover());
    paint_glyph(ui, pos2(rect.left() + size / 2.0, rect.center().y));
    paint_left(ui.painter(), rect.left() + size + gap, rect.center().y, galley);
    look::name(ui, &response, Role::Label, word);
    response
}
