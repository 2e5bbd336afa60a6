//! How a component stands: at rest, under the pointer, pressed, selected; with focus or without.

use egui::{Color32, Response, Role, Ui, WidgetInfo};

use super::palette::Palette;

/// The state a component is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Rest,
    Hovered,
    Pressed,
    Selected,
}

/// State and focus together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) state: State,
    pub(super) has_focus: bool,
}

impl Look {
    /// How `response` stands; `is_selected` is the component's own.
    ///
    /// egui draws a focused widget as a pressed one, so the state is worked out here.
    pub(super) fn of(response: &Response, is_selected: bool) -> Self {
        #[cfg(test)]
        if let Some(look) = super::kit::forced() {
            return look;
        }
        keep_in_sight(response);
        let state = if response.is_pointer_button_down_on() {
            State::Pressed
        } else if is_selected {
            State::Selected
        } else if response.hovered() || response.highlighted() {
            State::Hovered
        } else {
            State::Rest
        };
        Self { state, has_focus: response.has_focus() }
    }

    /// The ground behind the component, if it has one.
    pub(super) fn ground(self, palette: &Palette) -> Option<Color32> {
        match self.state {
            State::Rest => None,
            State::Hovered => Some(palette.hover),
            State::Pressed | State::Selected => Some(palette.selection),
        }
    }

    /// Whether the component is shown as pressed or selected.
    pub(super) fn is_on(self) -> bool {
        matches!(self.state, State::Pressed | State::Selected)
    }

    /// The colour of text that is weak at rest.
    pub(super) fn text_color(self, palette: &Palette) -> Color32 {
        match self.state {
            State::Rest => palette.text_weak,
            State::Hovered | State::Pressed | State::Selected => palette.text,
        }
    }
}

/// Scrolls to what the keyboard has just come to; the mouse is on what it is on.
pub(super) fn keep_in_sight(response: &Response) {
    if response.gained_focus() && !response.ctx.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
        response.scroll_to_me(None);
    }
}

/// Gives a component its name and role for screen readers.
pub(super) fn name(ui: &Ui, response: &Response, role: Role, name: &str) {
    let is_enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(role, is_enabled, name));
}

/// Says of a component with a name that it is the chosen one of its kind, or is not.
pub(super) fn name_selected(ui: &Ui, response: &Response, role: Role, name: &str, is_selected: bool) {
    self::name(ui, response, role, name);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_selected));
}
