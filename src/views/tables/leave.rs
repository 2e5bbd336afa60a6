//! What is in sight of a table, on its way out of the window: as a file, on the clipboard, as a picture.

use std::sync::Arc;

use egui::{Ui, vec2};

use super::{Cells, Item, Shown, TableView};
use crate::{
    command::{Command, Leave, Shot, Taking},
    dossier::{Dossier, FigureNr},
    export::{self, Contents, MOST_AT_ONCE, Parcel, Sheet, Sight, Wide, copied, in_sight},
    locale::{Lang, tr, tr_args},
    route::View,
    ui::{
        data_table::{ColumnChoices, ColumnSpec, DataTable, RowId, Rows as _, TableState},
        picture::Picture,
        theme,
    },
    views::{
        Context,
        picture::{Titled, framed_ui, title},
    },
};

/// The most rows and the greatest width of a picture; more of a table is for a spreadsheet.
const MOST_PICTURED_ROWS: usize = 150;
const MOST_PICTURED_WIDTH: f32 = 2400.0;

/// The columns that headings over rows stand for.
const HEADINGS: [&str; 2] = ["group", "topic"];

/// Takes out what was asked for since the last frame.
pub(super) fn take<C: Cells>(ctx: &mut Context<'_>, view: &mut TableView, columns: &[ColumnSpec], cells: &C, items: Option<&[Item]>) {
    // Of an empty table nothing is taken: what is still wanted then is said to be nothing.
    if view.order().is_empty() {
        return;
    }
    let Some(taking) = view.wanted.take_if(|taking| !matches!(taking, Taking::Picture(_))) else { return };
    let made = made(ctx, view, columns, cells, items, None);
    send(ctx, view.view, made, taking);
}

/// A picture of the table with the columns in sight.
pub(super) fn picture<C: Cells>(ui: &Ui, shot: Shot, table: &DataTable<'_>, choices: &ColumnChoices, rows: &Shown<'_, C>) -> Leave {
    let (dossier, lang, view) = (rows.dossier, rows.lang, rows.view);
    let num = rows.num_rows().min(MOST_PICTURED_ROWS);
    let height = theme::HEADER_HEIGHT + theme::ROW_HEIGHT * num as f32 + 1.0;
    let num_shown = (0..num).filter(|nr| rows.row_id(*nr).is_some()).count();
    let args = [("count", num_shown.into()), ("all", view.table().num_rows().into())];
    let (name, measure) = (tr(lang, view.view.name_key()), tr_args(lang, "export-about-count", &args));
    let table = table.clone().compact(false).plain();
    let width = table.width(ui, choices);
    let picture = Picture::draw(ui.theme(), width.clamp(400.0, MOST_PICTURED_WIDTH), |ui| {
        framed_ui(ui, dossier, lang, (&name, &measure), |ui| {
            ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
                let mut state = TableState::default();
                state.choices = choices.clone();
                table.clone().ui(ui, &mut state, rows);
            });
        });
    });
    let titled = Titled { picture, title: title(dossier, lang, &name), name: view.view.code().to_owned() };
    titled.leave(dossier, shot)
}

/// Rows on the clipboard, in the order of the screen.
pub(super) fn copy_rows<C: Cells>(ctx: &mut Context<'_>, view: &TableView, columns: &[ColumnSpec], cells: &C, rows: &[RowId]) {
    let made = made(ctx, view, columns, cells, None, Some(rows));
    send(ctx, view.view, made, Taking::Copy { with_evidence: false });
}

/// A table on its way out: there already, or of so many rows that they are made as they are written.
enum Made {
    Sheet(Sheet),
    Wide(Wide),
}

fn send(ctx: &mut Context<'_>, view: View, made: Made, taking: Taking) {
    let lang = ctx.lang;
    let leave = match (taking, made) {
        (Taking::Copy { with_evidence }, Made::Sheet(sheet)) => Leave::CopyTable(copied(&sheet, with_evidence)),
        (Taking::Copy { with_evidence: true }, Made::Wide(_)) => {
            Leave::Refuse(tr_args(lang, "export-too-many-evidence", &[("most", MOST_AT_ONCE.into())]))
        }
        (Taking::Copy { .. }, Made::Wide(wide)) => wide.refusal(lang, None).map_or_else(|| Leave::CopyWide(Arc::new(wide)), Leave::Refuse),
        (Taking::File(format), made) => {
            let name = export::file_name(ctx.dossier, view.code(), format.code());
            let save = |contents| Leave::Save(Parcel { name, contents });
            match made {
                Made::Sheet(sheet) => save(Contents::Sheet(Arc::new(sheet), format)),
                Made::Wide(wide) => match wide.refusal(lang, Some(format)) {
                    Some(words) => Leave::Refuse(words),
                    None => save(Contents::Wide(Arc::new(wide), format)),
                },
            }
        }
        (Taking::Picture(_), _) => return,
    };
    ctx.send(Command::Leave(leave));
}

/// The columns in sight with these rows, or with all that are in sight.
fn made<C: Cells>(
    ctx: &Context<'_>,
    view: &TableView,
    columns: &[ColumnSpec],
    cells: &C,
    items: Option<&[Item]>,
    rows: Option<&[RowId]>,
) -> Made {
    let (dossier, lang): (&Dossier, Lang) = (ctx.dossier, ctx.lang);
    let items = items.filter(|_| view.grouped().is_none());
    let visible = view.state.choices.visible(columns);
    let mut columns: Vec<(&'static str, String)> = visible.iter().map(|column| (column.id, column.title.clone())).collect();
    // What headings say over the rows is a column of its own.
    let heading = items.and_then(|_| HEADINGS.into_iter().find_map(|id| view.table().column(id).map(|column| (id, column))));
    if let Some((id, column)) = heading.filter(|(id, _)| columns.iter().all(|(other, _)| other != id)) {
        columns.insert(0, (id, column.name.get(lang).to_owned()));
    }
    let in_items = items.map(|items| items.iter().filter_map(Item::row).collect::<Vec<RowId>>());
    let rows = rows.map(<[RowId]>::to_vec).or(in_items).unwrap_or_else(|| view.rows_on_screen().to_vec());
    let text = |row: u32, column: &str| match view.table().column(column) {
        Some(of) if HEADINGS.contains(&column) => of.text(row, lang),
        _ => cells.text(row, column),
    };
    let figure = |row: u32, column: &str| -> Option<FigureNr> { cells.tooltip(row, column) };
    let name = tr(lang, view.view.name_key());
    let sight = Sight {
        name: &name,
        table: view.table(),
        query: view.query(),
        rows: &rows,
        columns: &columns,
        money: ctx.money_unit(),
        text: &text,
        figure: &figure,
    };
    if rows.len() > MOST_AT_ONCE {
        return Made::Wide(Wide::new(dossier, lang, &sight, view.answers.table()));
    }
    Made::Sheet(in_sight(dossier, lang, &sight))
}
