//! A field to search with: icon, what can be typed, and the keys that lead here.

use egui::{Align2, Frame, Rect, Response, RichText, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::{
    icons::Icon,
    look::{self, Look},
    pill::solid_ring,
    text::paint_key_cap,
    theme::{CONTROL_HEIGHT, CONTROL_RADIUS, Palette, Type},
    tooltip,
};

/// The width of the × that empties a field.
const CROSS: f32 = 26.0;

/// What a search field says of itself.
#[derive(Clone, Copy, Debug)]
pub struct SearchField<'a> {
    /// Its name for screen readers.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// The keys that lead to it; empty for none.
    pub keys: &'a str,
    /// What the × is called that empties it; it takes the place of the keys once something is typed.
    pub clear: &'a str,
    /// Its width in points.
    pub width: f32,
}

/// A text field; the response is the field's own, so `changed` tells of typing.
pub fn search_field_ui(ui: &mut Ui, text: &mut String, field: SearchField<'_>) -> Response {
    let is_empty = text.is_empty();
    let (mut response, is_cleared) = search_frame_ui(ui, is_empty, field, |ui, inner| edit_ui(ui, inner, text, field.name, field.hint));
    if is_cleared {
        text.clear();
        response.mark_changed();
    }
    response
}

/// What surrounds a text field: icon, edge, ring, while it is empty the keys that lead to it, and else the ×; whether that was
/// clicked.
pub(super) fn search_frame_ui(
    ui: &mut Ui,
    is_empty: bool,
    field: SearchField<'_>,
    add_edit: impl FnOnce(&mut Ui, Rect) -> Response,
) -> (Response, bool) {
    let palette = Palette::of(ui);
    let (rect, ground) = ui.allocate_exact_size(vec2(field.width, CONTROL_HEIGHT), Sense::CLICK);
    ui.painter().rect(rect, CONTROL_RADIUS, palette.raised, Stroke::new(1.0, palette.rule), StrokeKind::Inside);
    let mut end = rect.right() - 9.0;
    if !field.keys.is_empty() && is_empty {
        let galley = Type::Small.galley(ui, field.keys, palette.text_faint);
        let size = galley.size() + vec2(10.0, 2.0);
        paint_key_cap(ui, Rect::from_min_size(pos2(end - size.x, rect.center().y - size.y / 2.0), size), galley);
        end -= size.x + 6.0;
    }
    let cross = (!is_empty).then(|| Rect::from_min_max(pos2(rect.right() - CROSS, rect.top()), rect.max));
    if cross.is_some() {
        end = rect.right() - CROSS;
    }
    let inner = Rect::from_min_max(pos2(rect.left() + 29.0, rect.top()), pos2(end, rect.bottom()));
    let response = add_edit(ui, inner);
    if ground.clicked() {
        response.request_focus();
    }
    let has_focus = Look::of(&response, false).has_focus;
    let icon_color = if has_focus { palette.text } else { palette.text_faint };
    Icon::Search.paint(ui.painter(), pos2(rect.left() + 16.0, rect.center().y), 14.0, icon_color);
    if has_focus {
        ring(ui, rect);
    }
    let is_cleared = cross.is_some_and(|place| cross_ui(ui, &response, place, field.clear));
    if is_cleared {
        response.request_focus();
    }
    (response, is_cleared)
}

/// The × that empties a field; keys have no need of it.
fn cross_ui(ui: &Ui, field: &Response, place: Rect, name: &str) -> bool {
    let response = ui.interact(place, field.id.with("clear"), Sense::CLICK);
    let color = if response.hovered() { Palette::of(ui).text } else { Palette::of(ui).text_weak };
    Icon::Cross.paint(ui.painter(), place.center(), 12.0, color);
    look::name(ui, &response, egui::Role::Button, name);
    tooltip::on_hover_text(response, name).clicked()
}

/// A bare field for a short value, such as the end of a range; 28 points high.
pub fn value_field_ui(ui: &mut Ui, text: &mut String, name: &str, hint: &str, width: f32) -> Response {
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, CONTROL_HEIGHT), Sense::hover());
    ui.painter().rect(rect, CONTROL_RADIUS, palette.raised, Stroke::new(1.0, palette.rule), StrokeKind::Inside);
    let response = edit_ui(ui, rect.shrink2(vec2(8.0, 0.0)), text, name, hint);
    if Look::of(&response, false).has_focus {
        ring(ui, rect);
    }
    response
}

fn edit_ui(ui: &mut Ui, rect: Rect, text: &mut String, name: &str, hint: &str) -> Response {
    let mut ui = edit_place(ui, rect);
    let edit = edit(&ui, rect, text, hint);
    ui.add(edit).accessible_name(name)
}

/// Where the text of a field in `rect` stands.
pub(super) fn edit_place(ui: &mut Ui, rect: Rect) -> Ui {
    // A child of its own, so that the row goes on after the frame and not after the text.
    // One point higher, the text's baseline lies where a button's does.
    let mut place = ui.new_child(UiBuilder::new().max_rect(rect.translate(vec2(0.0, -1.0))));
    place.visuals_mut().weak_text_color = Some(Palette::of(ui).text_faint);
    place
}

/// The text of a field in `rect`.
pub(super) fn edit<'t>(ui: &Ui, rect: Rect, text: &'t mut String, hint: &str) -> TextEdit<'t> {
    TextEdit::singleline(text)
        .font(Type::Control.font_id())
        .text_color(Palette::of(ui).text)
        .hint_text(RichText::new(hint).font(Type::Control.font_id()))
        .frame(Frame::NONE)
        .align(Align2::LEFT_CENTER)
        .min_size(rect.size())
        .desired_width(rect.width())
}

fn ring(ui: &Ui, rect: Rect) {
    let palette = Palette::of(ui);
    ui.painter().rect_stroke(rect, CONTROL_RADIUS, Stroke::new(1.0, palette.focus), StrokeKind::Inside);
    solid_ring(ui, rect, CONTROL_RADIUS, palette.focus);
}
