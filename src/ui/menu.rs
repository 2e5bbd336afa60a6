//! A list of things to do, in a popover: one row each, with the keyboard and for screen readers.

use egui::{FocusDirection, Key, Modifiers, Response, Role, Sense, Ui, vec2};

use super::{
    look::{self, Look},
    popover::POPOVER_SIDE,
    text::{paint_left, paint_right},
    theme::{self, CONTROL_HEIGHT, Palette, Type},
};

/// A row of a menu, with the key that does the same; empty for none.
pub fn menu_row_ui(ui: &mut Ui, words: &str, keys: &str) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), CONTROL_HEIGHT), Sense::click());
    let look = Look::of(&response, false);
    if let Some(ground) = look.ground(palette) {
        ui.painter().rect_filled(rect, 0, ground);
    }
    let end = paint_right(ui.painter(), rect.right() - POPOVER_SIDE, rect.center().y, Type::Small.galley(ui, keys, palette.text_faint));
    let galley = Type::Body.cut_galley(ui, words, palette.text, (end - rect.left() - 2.0 * POPOVER_SIDE).max(0.0));
    paint_left(ui.painter(), rect.left() + POPOVER_SIDE, rect.center().y, galley);
    if look.has_focus {
        theme::ring(ui.painter(), palette, rect, true, 0);
    }
    look::name(ui, &response, Role::MenuItem, words);
    if !keys.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(keys));
    }
    response
}

/// Moves the focus among rows by the arrow keys, around at the ends; the first row takes it where the menu is new.
pub fn walk(ui: &Ui, rows: &[Response], is_new: bool) {
    let (down, up) = ui.input_mut(|input| {
        let mut count = |key| input.count_and_consume_key(Modifiers::NONE, key);
        (count(Key::ArrowDown), count(Key::ArrowUp))
    });
    let num = rows.len().max(1);
    let next = match rows.iter().position(Response::has_focus) {
        None if is_new || down + up > 0 => 0,
        Some(at) if down != up => (at + num + down % num - up % num) % num,
        _ => return,
    };
    if let Some(row) = rows.get(next) {
        row.request_focus();
        // Or egui goes one further in the direction of the arrow.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
}
