//! A row of a menu: whether it is on, its name, and its key or the sign of a menu behind it.

use egui::{Color32, Response, Role, Sense, Ui, accesskit::Toggled, pos2, vec2};

use super::{
    icons::Icon,
    look::{self, Look},
    text::{paint_left, paint_right},
    theme::{self, CONTROL_HEIGHT, Palette, TICK_RADIUS, Type},
};

/// Width of the tick before the names.
const TICK: f32 = 26.0;
/// Space after the keys, and between name and keys.
const SIDE: f32 = 10.0;
const GAP: f32 = 12.0;
/// Width of the sign of a menu behind the row.
const SIGN: f32 = 12.0;

/// A row of a menu.
#[derive(Clone, Copy, Debug, Default)]
pub struct MenuRow<'a> {
    /// Its name.
    pub name: &'a str,
    /// The key that does the same; empty for none.
    pub keys: &'a str,
    /// Whether it is on; none for what is no switch.
    pub is_on: Option<bool>,
    /// Whether it is one of several of which one is on.
    pub is_one_of: bool,
    /// Whether a menu opens behind it.
    pub has_menu: bool,
    /// Whether it is faint and does nothing.
    pub is_disabled: bool,
}

impl MenuRow<'_> {
    /// How wide it has to be to show all of it, in points.
    pub fn width(self, ui: &Ui) -> f32 {
        let width =
            |place: Type, words: &str| if words.is_empty() { 0.0 } else { place.galley(ui, words, Color32::PLACEHOLDER).size().x + GAP };
        let sign = if self.has_menu { SIGN } else { 0.0 };
        (TICK + width(Type::Control, self.name) + width(Type::Small, self.keys) + sign + SIDE).ceil()
    }

    /// Shows the row as wide as there is room.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let (width, palette) = (ui.available_width(), Palette::of(ui));
        let response = ui.add_enabled_ui(!self.is_disabled, |ui| {
            let (rect, response) = ui.allocate_exact_size(vec2(width, CONTROL_HEIGHT), Sense::click());
            let look = Look::of(&response, false);
            // The keyboard and the pointer are the same hand here: one ground for both.
            if look.has_focus || look.state != look::State::Rest {
                ui.painter().rect_filled(rect, TICK_RADIUS, if look.is_on() { palette.selection } else { palette.hover });
            }
            if look.has_focus {
                theme::ring(ui.painter(), palette, rect, true, TICK_RADIUS);
            }
            let y = rect.center().y;
            if self.is_on == Some(true) {
                Icon::Check.paint(ui.painter(), pos2(rect.left() + TICK / 2.0, y), 12.0, palette.accent);
            }
            let mut end = rect.right() - SIDE;
            if self.has_menu {
                Icon::Right.paint(ui.painter(), pos2(end - 4.0, y), 12.0, palette.text_weak);
                end -= SIGN;
            }
            let keys = Type::Small.galley(ui, self.keys, palette.text_faint);
            end = paint_right(ui.painter(), end, y, keys);
            let left = rect.left() + TICK;
            let name = Type::Control.cut_galley(ui, self.name, palette.text, (end - GAP - left).max(0.0));
            paint_left(ui.painter(), left, y, name);
            self.name(ui, &response);
            response
        });
        response.inner
    }

    fn name(self, ui: &Ui, response: &Response) {
        let role = match self.is_on {
            Some(_) if self.is_one_of => Role::MenuItemRadio,
            Some(_) => Role::MenuItemCheckBox,
            None => Role::MenuItem,
        };
        look::name(ui, response, role, self.name);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            if let Some(is_on) = self.is_on {
                node.set_toggled(Toggled::from(is_on));
            }
            if !self.keys.is_empty() {
                node.set_keyboard_shortcut(self.keys);
            }
        });
    }
}
