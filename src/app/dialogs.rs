//! The dialogs over the window: one stack of them, of which Esc takes the topmost away.

mod about;
mod keys;
mod settings;

use egui::{Context, Id, vec2};

use super::App;
use crate::{
    command::{Command, Dialog},
    locale::tr,
    ui::{
        button::Button,
        dialog,
        finder::field_id,
        text::text_ui,
        theme::{Palette, Type},
    },
};

/// A dialog that is open.
pub(super) struct Open {
    dialog: Dialog,
    /// Where the keyboard was before, and goes back to.
    focus_before: Option<Id>,
    /// It has not been drawn yet.
    is_new: bool,
}

impl App {
    /// Opens a dialog, or closes it if it is the topmost.
    pub(super) fn toggle_dialog(&mut self, ctx: &Context, dialog: Dialog) {
        if self.dialogs.last().is_some_and(|open| open.dialog == dialog) {
            self.close_dialog(ctx);
            return;
        }
        // Only the question stands on top of another dialog; all else takes its place.
        if dialog != Dialog::Reset {
            while self.close_dialog(ctx) {}
        }
        if dialog == Dialog::Palette {
            self.open_palette(ctx);
        }
        // What hangs open under a dialog would be the first thing that Esc closes.
        if let Some(table) = self.table_mut(ctx).filter(|table| table.has_popover()) {
            table.close_layer();
        }
        let focus_before = self.keyboard.leave_popups(ctx);
        if dialog == Dialog::Palette {
            ctx.memory_mut(|memory| memory.request_focus(field_id()));
        }
        self.dialogs.push(Open { dialog, focus_before, is_new: true });
    }

    /// Closes the topmost dialog; whether there was one.
    pub(super) fn close_dialog(&mut self, ctx: &Context) -> bool {
        let Some(open) = self.dialogs.pop() else { return false };
        self.keyboard.give_back(ctx, open.focus_before);
        true
    }

    /// The dialog that is open on top.
    pub fn dialog(&self) -> Option<Dialog> {
        self.dialogs.last().map(|open| open.dialog)
    }

    /// Draws the dialogs.
    pub(super) fn dialogs_ui(&mut self, ctx: &Context) {
        for nr in 0..self.dialogs.len() {
            let Some(open) = self.dialogs.get_mut(nr) else { break };
            let (dialog, is_new) = (open.dialog, std::mem::take(&mut open.is_new));
            let is_left = match dialog {
                Dialog::Palette => self.palette_ui(ctx, is_new),
                Dialog::Keys => self.keys_dialog_ui(ctx, is_new),
                Dialog::About => self.about_ui(ctx, is_new),
                Dialog::Settings => self.settings_ui(ctx, is_new),
                Dialog::Reset => self.reset_ui(ctx, is_new),
            };
            if is_left {
                // Before what was chosen in it: that may open another one.
                self.commands.insert(0, Command::Show(dialog));
            }
        }
    }

    /// Asks whether every choice shall be forgotten.
    fn reset_ui(&mut self, ctx: &Context, is_new: bool) -> bool {
        let lang = self.state.lang;
        let name = tr(lang, "reset-title");
        let sheet = dialog::Dialog { id: "reset", name: &name, width: 400.0, top: None };
        let shown = sheet.show_titled(ctx, &tr(lang, "dialog-close"), is_new, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 12.0);
            text_ui(ui, Type::Body, Palette::of(ui).text, &tr(lang, "reset-what"));
            let mut is_left = false;
            ui.horizontal(|ui| {
                if Button::filled(&tr(lang, "reset-do")).ui(ui).clicked() {
                    self.commands.push(Command::ResetEverything);
                    is_left = true;
                }
                is_left |= Button::edge(&tr(lang, "reset-not")).ui(ui).clicked();
            });
            is_left
        });
        shown.is_left || shown.inner
    }
}
