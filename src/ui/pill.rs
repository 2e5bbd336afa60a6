//! Pills: the clauses of the sentence that says what a table shows, each undone where it stands.

use std::sync::Arc;

use egui::{
    Color32, Galley, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, TextWrapMode, Ui, pos2, text::TextWrapping, vec2,
};

use super::{
    icons::Icon,
    look::{self, Look, State},
    text::paint_left,
    theme::{PILL_HEIGHT, PILL_RADIUS, Palette, Type, sections},
    tooltip,
};

/// What happened to a pill.
#[derive(Debug)]
pub struct PillResponse {
    /// The pill itself; a click on its body opens what it stands for.
    pub response: Response,
    /// Whether it is to be dropped: by its ×, or by Backspace or Delete while it has focus.
    pub is_dropped: bool,
}

/// What a pill has beside its words: the room at its left, and the ×.
const SIDES: f32 = 34.0;

/// A clause that can be dropped: a weak word, its value, ×. Words wider than `most` are cut, and are whole in its tooltip.
///
/// `drop_name` is what a screen reader says for the ×.
pub fn pill_ui(ui: &mut Ui, clause: &str, value: &str, drop_name: &str, most: f32) -> PillResponse {
    let galley = words(ui, clause, value, most - SIDES);
    let is_cut = galley.elided;
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x.ceil() + SIDES, PILL_HEIGHT), Sense::click());
    // The × comes after the body, so that it lies on top; it has no focus of its own, for Backspace does the same.
    let cross_rect = Rect::from_min_max(pos2(rect.right() - 24.0, rect.top()), rect.max);
    let cross = ui.interact(cross_rect, response.id.with("drop"), Sense::CLICK);

    let look = paint_body(ui, &response, rect, galley);
    let palette = Palette::of(ui);
    let is_cross_lit = cross.hovered() || matches!(look.state, State::Pressed);
    let cross_color = if is_cross_lit { palette.text } else { palette.text_weak };
    Icon::Cross.paint(ui.painter(), pos2(rect.right() - 12.0, rect.center().y), 12.0, cross_color);

    look::name(ui, &response, Role::Button, &spoken(clause, value));
    look::name(ui, &cross, Role::Button, drop_name);
    let is_dropped = cross.clicked() || response.has_focus() && takes_drop_key(ui);
    let response = if is_cut { tooltip::on_hover_text(response, &spoken(clause, value)) } else { response };
    PillResponse { response, is_dropped }
}

/// How wide [`pill_ui`] will be.
pub fn pill_width(ui: &Ui, clause: &str, value: &str, most: f32) -> f32 {
    words(ui, clause, value, most - SIDES).size().x.ceil() + SIDES
}

/// A pill that stands for those there is no room for; `name` is read aloud.
pub fn more_pill_ui(ui: &mut Ui, text: &str, name: &str) -> Response {
    let galley = words(ui, "", text, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(vec2(more_pill_width(ui, text), PILL_HEIGHT), Sense::click());
    paint_body(ui, &response, rect, galley);
    look::name(ui, &response, Role::Button, name);
    tooltip::on_hover_text(response, name)
}

/// How wide [`more_pill_ui`] will be.
pub fn more_pill_width(ui: &Ui, text: &str) -> f32 {
    offer_pill_width(ui, "", text)
}

/// A pill without ×: an offer, such as a clause to take back.
pub fn offer_pill_ui(ui: &mut Ui, clause: &str, value: &str) -> Response {
    let galley = words(ui, clause, value, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x.ceil() + 20.0, PILL_HEIGHT), Sense::click());
    paint_body(ui, &response, rect, galley);
    look::name(ui, &response, Role::Button, &spoken(clause, value));
    response
}

/// How wide [`offer_pill_ui`] will be.
pub fn offer_pill_width(ui: &Ui, clause: &str, value: &str) -> f32 {
    words(ui, clause, value, f32::INFINITY).size().x.ceil() + 20.0
}

fn words(ui: &Ui, clause: &str, value: &str, most: f32) -> Arc<Galley> {
    let palette = Palette::of(ui);
    let clause = if clause.is_empty() { String::new() } else { format!("{clause} ") };
    let parts = [(clause, Type::Control.format(palette.text_weak)), (value.to_owned(), Type::Control.format(palette.text))];
    let mut job = sections(parts, f32::INFINITY);
    if most.is_finite() {
        job.wrap = TextWrapping::from_wrap_mode_and_width(TextWrapMode::Truncate, most);
    }
    ui.painter().layout_job(job)
}

fn spoken(clause: &str, value: &str) -> String {
    format!("{clause} {value}").trim().to_owned()
}

fn paint_body(ui: &Ui, response: &Response, rect: Rect, galley: Arc<Galley>) -> Look {
    let palette = Palette::of(ui);
    let look = Look::of(response, false);
    let ground = match look.state {
        State::Rest => palette.accent_soft,
        State::Hovered | State::Pressed | State::Selected => palette.selection,
    };
    ui.painter().rect_filled(rect, PILL_RADIUS, ground);
    if look.state == State::Pressed {
        ui.painter().rect_stroke(rect, PILL_RADIUS, Stroke::new(1.0, palette.accent), StrokeKind::Inside);
    }
    paint_left(ui.painter(), rect.left() + 10.0, rect.center().y, galley);
    if look.has_focus {
        solid_ring(ui, rect, PILL_RADIUS, palette.focus);
    }
    look
}

/// A ring that touches what it surrounds, for shapes that are rounded all the way.
pub(super) fn solid_ring(ui: &Ui, rect: Rect, radius: u8, color: Color32) {
    ui.painter().rect_stroke(rect, radius, Stroke::new(3.0, color), StrokeKind::Outside);
}

fn takes_drop_key(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace) || input.consume_key(Modifiers::NONE, Key::Delete))
}
