//! The button of a table's toolbar that lets it out of the window.

use egui::Ui;

use super::TableView;
use crate::{
    command::{Action, Command, Group, Leave, Subject},
    locale::tr,
    ui::{
        button::icon_button_ui,
        icons::Icon,
        menu::{menu_row_ui, walk},
        popover::{is_popover_open, popover_ui, separator_ui},
    },
    views::Context,
};

/// Width of the menu.
const WIDTH: f32 = 264.0;

/// What an action comes to here, where a picture is one of the table.
fn command(action: Action) -> Command {
    match action {
        Action::Picture(shot) => Command::Leave(Leave::Picture(Subject::Table, shot)),
        action => action.command(),
    }
}

/// The button, and under it the menu while it is open.
pub(super) fn button_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView) {
    let lang = ctx.lang;
    let name = tr(lang, "export-name");
    let button = ui.push_id("export", |ui| icon_button_ui(ui, Icon::Export, &name, view.is_export_open)).inner;
    let chosen = popover_ui(&button, &name, WIDTH, |ui, is_new| {
        let mut rows = Vec::new();
        let mut chosen = None;
        for action in Group::Export.actions() {
            if action.starts_part() {
                separator_ui(ui);
            }
            let row = menu_row_ui(ui, &tr(lang, action.name_key()), &action.keys());
            if row.clicked() {
                chosen = Some(command(action));
            }
            rows.push(row);
        }
        walk(ui, &rows, is_new);
        if chosen.is_some() {
            ui.close();
        }
        chosen
    });
    view.is_export_open = is_popover_open(&button);
    if let Some(command) = chosen.flatten() {
        ctx.send(command);
    }
}
