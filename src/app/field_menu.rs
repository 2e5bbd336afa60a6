//! The menu of a text field, whichever it is: cut, copy, paste, select all.

use egui::{Context, Event, Id, Key, Modifiers, ViewportCommand, text::CCursorRange, text_edit::TextEditState};

use super::App;
use crate::{
    locale::tr,
    ui::context_menu::{Row, context_menu_ui, is_open},
};

const MENU: [Row; 4] = [("field-cut", "Ctrl X"), ("do-copy", "Ctrl C"), ("field-paste", "Ctrl V"), ("field-select-all", "Ctrl A")];

impl App {
    /// Shows the menu of the field that the right mouse button was pressed on, or that has the keyboard.
    pub(super) fn field_menu_ui(&mut self, ctx: &Context) {
        self.note_field(ctx);
        // To ask after a field while another button is pressed elsewhere would take the keyboard from it.
        let is_pressed = ctx.input(|input| input.pointer.any_pressed() && !input.pointer.secondary_clicked());
        let field = self.field.filter(|field| !is_pressed || is_open(ctx, field.id));
        let Some(response) = field.and_then(|Field { id, .. }| ctx.read_response(id)) else { return };
        let lang = self.state.lang;
        let chosen = context_menu_ui(&response, lang, &tr(lang, "field-menu"), &MENU);
        if let (Some(_), Some(field)) = (chosen, self.field) {
            field.select(ctx);
        }
        match chosen {
            Some(0) => self.wanted_input.push(Event::Cut),
            Some(1) => self.wanted_input.push(Event::Copy),
            Some(2) => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Some(_) => self.wanted_input.push(Event::Key {
                key: Key::A,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::COMMAND,
            }),
            None => return,
        }
        ctx.request_repaint();
    }

    /// Notes which field the menu is of. egui drops what is selected in it when any button is pressed there: it is given back.
    fn note_field(&mut self, ctx: &Context) {
        let (is_clicked, is_down) = ctx.input(|input| (input.pointer.secondary_clicked(), input.pointer.any_down()));
        if !is_clicked {
            if let Some(id) = field_with_keyboard(ctx).filter(|_| !is_down) {
                self.field = Some(Field { id, selected: TextEditState::load(ctx, id).and_then(|state| state.cursor.char_range()) });
            }
            return;
        }
        let known = self.field.map(|field| field.id).filter(|id| ctx.read_response(*id).is_some_and(|field| field.secondary_clicked()));
        let Some(id) = known.or_else(|| field_under_pointer(ctx)) else { return };
        let selected = self.field.filter(|field| field.id == id).and_then(|field| field.selected);
        let field = Field { id, selected };
        field.select(ctx);
        self.field = Some(field);
    }
}

/// A text field, and what was selected in it before a button was pressed.
#[derive(Clone, Copy)]
pub(super) struct Field {
    id: Id,
    selected: Option<CCursorRange>,
}

impl Field {
    /// Selects again what was selected.
    fn select(self, ctx: &Context) {
        if let (Some(mut state), Some(selected)) = (TextEditState::load(ctx, self.id), self.selected) {
            state.cursor.set_char_range(Some(selected));
            state.store(ctx, self.id);
        }
    }
}

fn is_field(ctx: &Context, id: Id) -> bool {
    TextEditState::load(ctx, id).is_some()
}

fn field_under_pointer(ctx: &Context) -> Option<Id> {
    let hovered: Vec<Id> = ctx.interaction_snapshot(|snapshot| snapshot.hovered.iter().copied().collect());
    hovered.into_iter().find(|id| is_field(ctx, *id))
}

fn field_with_keyboard(ctx: &Context) -> Option<Id> {
    ctx.memory(egui::Memory::focused).filter(|id| is_field(ctx, *id))
}
