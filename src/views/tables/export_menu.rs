//! The button of a table's toolbar that lets it out of the window.

use egui::Ui;

use super::TableView;
use crate::{
    command::{Command, Leave, Shot, Subject, Taking},
    export::Format,
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

/// What the menu offers, in its order; a gap before each group.
fn entries() -> Vec<Vec<(&'static str, Command)>> {
    let file = |format| Command::Leave(Leave::Take(Taking::File(format)));
    let copy = |with_evidence| Command::Leave(Leave::Take(Taking::Copy { with_evidence }));
    let picture = |shot| Command::Leave(Leave::Picture(Subject::Table, shot));
    vec![
        vec![
            ("export-as-csv", file(Format::Csv)),
            ("export-as-xlsx", file(Format::Xlsx)),
            ("export-as-json", file(Format::Json)),
            ("export-as-md", file(Format::Markdown)),
        ],
        vec![("export-copy", copy(false)), ("export-copy-evidence", copy(true))],
        vec![("export-copy-picture", picture(Shot::Copy)), ("export-as-png", picture(Shot::Png)), ("export-as-svg", picture(Shot::Svg))],
        vec![("export-print", Command::Leave(Leave::Print))],
    ]
}

/// The button, and under it the menu while it is open.
pub(super) fn button_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView) {
    let lang = ctx.lang;
    let name = tr(lang, "export-name");
    let button = ui.push_id("export", |ui| icon_button_ui(ui, Icon::Export, &name, view.is_export_open)).inner;
    let chosen = popover_ui(&button, &name, WIDTH, |ui, is_new| {
        let mut rows = Vec::new();
        let mut chosen = None;
        for (nr, group) in entries().into_iter().enumerate() {
            if nr > 0 {
                separator_ui(ui);
            }
            for (key, command) in group {
                let row = menu_row_ui(ui, &tr(lang, key));
                if row.clicked() {
                    chosen = Some(command);
                }
                rows.push(row);
            }
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
