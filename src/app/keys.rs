//! Which command a key gives.

use egui::Ui;

use super::App;
use crate::command::{self, Command};

impl App {
    /// Queues the commands whose keys were pressed.
    pub(super) fn read_keys(&mut self, ui: &Ui) {
        // A popover takes plain keys for itself, as a text field does.
        let is_typing = ui.ctx().egui_wants_keyboard_input() || egui::Popup::is_any_open(ui.ctx());
        // What is typed into the search field is part of the query; any other field takes back its own typing.
        let keeps_undo = ui.ctx().text_edit_focused() && !self.table_mut(ui.ctx()).is_some_and(|table| table.is_searching());
        for (shortcut, command) in command::shortcuts() {
            let is_taken = match command {
                Command::Undo | Command::Redo => keeps_undo,
                _ => is_typing && shortcut.modifiers.is_none(),
            };
            if !is_taken && ui.input_mut(|input| input.consume_shortcut(&shortcut)) {
                self.send(command);
            }
        }
    }
}
