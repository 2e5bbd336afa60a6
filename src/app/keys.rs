//! Which command a key or a side button of the mouse gives.

use egui::{Event, InputState, Key, KeyboardShortcut, PointerButton, Ui};

use super::App;
use crate::command::{self, Action, Command, Dialog};

impl App {
    /// Queues the commands whose keys were pressed.
    pub(super) fn read_keys(&mut self, ui: &Ui) {
        ui.input_mut(|input| input.events.append(&mut self.wanted_input));
        // A popover takes plain keys for itself, as a text field does; whatever else has the keyboard needs no letters.
        let is_writing = ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx());
        let is_typing = is_writing || self.table_mut(ui.ctx()).is_some_and(|table| table.has_popover());
        // What is typed into the search field is part of the query; any other field takes back its own typing.
        let keeps_undo = ui.ctx().text_edit_focused() && !self.table_mut(ui.ctx()).is_some_and(|table| table.is_searching());
        let is_covered = self.dialog().is_some();
        for (shortcut, action) in command::shortcuts() {
            let is_taken = match action {
                // It comes as an event of its own, which the widgets answer to.
                Action::Copy => true,
                Action::Undo | Action::Redo => keeps_undo,
                // A popover closes itself; a dialog may have a field.
                Action::CloseLayer => {
                    if is_covered {
                        egui::Popup::is_any_open(ui.ctx())
                    } else {
                        is_writing
                    }
                }
                _ => is_typing && !is_function_key(shortcut.logical_key) && shortcut.modifiers.is_none(),
            };
            let is_behind = is_covered && !action.works_in_dialog();
            if !is_taken && !is_behind && ui.input_mut(|input| take(input, shortcut)) {
                self.press(ui, action);
            }
        }
        if !is_covered {
            for (button, command) in [(PointerButton::Extra1, Command::Back), (PointerButton::Extra2, Command::Forward)] {
                if ui.input(|input| input.pointer.button_pressed(button)) {
                    self.send(command);
                }
            }
        }
    }
    /// Does what a key is for, if that is possible now.
    fn press(&mut self, ui: &Ui, action: Action) {
        if self.can(ui.ctx(), action) {
            self.send(action.command());
        } else if action == Action::Find {
            // Where a view has no field of its own, what is typed looks for everything.
            self.send(Action::Show(Dialog::Palette).command());
        }
    }
}

/// Keys that write nothing, and so mean the same while somebody types.
fn is_function_key(key: Key) -> bool {
    matches!(key, Key::F1 | Key::F9 | Key::F10 | Key::F11)
}

/// Whether a shortcut was pressed; it is then nobody else's.
///
/// egui overlooks a Shift or Alt too many, for signs that need one on some keyboards. With letters and function keys that
/// would be another key.
fn take(input: &mut InputState, shortcut: KeyboardShortcut) -> bool {
    let KeyboardShortcut { modifiers, logical_key } = shortcut;
    let is_sign = matches!(logical_key, Key::Plus | Key::Minus | Key::Equals | Key::Comma | Key::Questionmark);
    let is_meant = |event: &Event| match event {
        Event::Key { key, modifiers: pressed, pressed: true, .. } if *key == logical_key => is_sign || pressed.matches_exact(modifiers),
        _ => false,
    };
    input.events.iter().any(is_meant) && input.consume_shortcut(&shortcut)
}
