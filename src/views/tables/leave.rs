//! What is in sight of a table, on its way out of the window: as a file, on the clipboard, as a picture.

use egui::Ui;

use super::{Cells, Item, Page, Shown, TableView, footer};
use crate::{
    command::{Command, Leave, Shot, Taking},
    export::{self, Contents, MOST_AT_ONCE, Parcel, Sight, Taken, copied},
    locale::{tr, tr_args},
    ui::{
        data_table::{ColumnChoices, ColumnSpec, DataTable, RowId, Rows as _, TableState},
        page::legend_ui,
        picture::Picture,
        text::text_ui,
        theme::{Palette, Type},
    },
    views::{
        Context,
        picture::{Titled, framed_ui, title},
    },
};

/// The most rows and the greatest width of a picture; more of a table is for a spreadsheet.
const MOST_PICTURED_ROWS: usize = 150;
const MOST_PICTURED_WIDTH: f32 = 4000.0;

/// Takes out what was asked for since the last frame.
pub(super) fn take(ctx: &mut Context<'_>, view: &mut TableView, columns: &[ColumnSpec], items: Option<&[Item]>) {
    // Of an empty table nothing is taken: what is still wanted then is said to be nothing.
    if view.order().is_empty() {
        return;
    }
    let Some(taking) = view.wanted.take_if(|taking| !matches!(taking, Taking::Picture(_))) else { return };
    let items = items.filter(|_| view.grouped().is_none());
    let in_items = items.map(|items| items.iter().filter_map(Item::row).collect::<Vec<RowId>>());
    let sight = sight(ctx, view, columns, in_items.unwrap_or_else(|| view.rows_on_screen().to_vec()));
    send(ctx, sight, taking);
}

/// A picture of the table with the columns in sight, as wide as their words, its total and the meaning of its marks.
pub(super) fn picture<C: Cells>(
    ui: &Ui,
    shot: Shot,
    table: &DataTable<'_>,
    choices: &ColumnChoices,
    (rows, page): (&Shown<'_, C>, &Page<'_, C>),
) -> Leave {
    let (dossier, lang, view) = (rows.dossier, rows.lang, rows.view);
    let rows = &Shown { most: MOST_PICTURED_ROWS, ..*rows };
    let num_shown = (0..rows.num_rows()).filter(|nr| rows.row_id(*nr).is_some()).count();
    let num_left = view.rows_on_screen().len().saturating_sub(num_shown);
    let args = [("count", num_shown.into()), ("all", view.table().num_rows().into())];
    let legend = page.legend(view);
    let (name, measure) = (tr(lang, view.view.name_key()), tr_args(lang, "export-about-count", &args));
    let table = table.clone().plain();
    let width = table.width(ui, choices);
    let picture = Picture::draw(ui.theme(), width.clamp(400.0, MOST_PICTURED_WIDTH), |ui| {
        framed_ui(ui, dossier, lang, (&name, &measure), |ui| {
            let mut state = TableState::default();
            state.choices = choices.clone();
            let drawn = table.clone().ui(ui, &mut state, rows);
            if num_left > 0 {
                ui.add_space(8.0);
                text_ui(ui, Type::Small, Palette::of(ui).text_weak, &tr_args(lang, "picture-rows-left", &[("count", num_left.into())]));
                ui.add_space(8.0);
            }
            if let Some(spec) = page.totals {
                footer::line_ui(ui, lang, view, page, (spec, table.is_compact()), &drawn);
            }
            if !legend.is_empty() {
                ui.add_space(12.0);
                legend_ui(ui, &legend);
            }
        });
    });
    let titled = Titled { picture, title: title(dossier, lang, &name), name: view.view.code().to_owned() };
    titled.leave(dossier, shot)
}

/// Rows on the clipboard, in the order of the screen.
pub(super) fn copy_rows(ctx: &mut Context<'_>, view: &TableView, columns: &[ColumnSpec], rows: &[RowId]) {
    let sight = sight(ctx, view, columns, rows.to_vec());
    send(ctx, sight, Taking::Copy { with_evidence: false });
}

fn send(ctx: &mut Context<'_>, sight: Sight, taking: Taking) {
    let (lang, view) = (ctx.lang, sight.view);
    let format = if let Taking::File(format) = taking { Some(format) } else { None };
    let table = Taken::new(ctx.dossier, sight, format);
    let leave = match (taking, table) {
        (_, table) if let Some(words) = table.refusal(lang, format) => Leave::Refuse(words),
        (Taking::Copy { with_evidence }, Taken::Sheet(sheet)) => Leave::CopyTable(copied(&sheet, with_evidence)),
        (Taking::Copy { with_evidence: true }, Taken::Wide(_)) => {
            Leave::Refuse(tr_args(lang, "export-too-many-evidence", &[("most", MOST_AT_ONCE.into())]))
        }
        (Taking::Copy { .. }, Taken::Wide(wide)) => Leave::CopyWide(wide),
        (Taking::File(format), table) => {
            let name = export::file_name(ctx.dossier, view.code(), format.code());
            Leave::Save(Parcel { name, contents: Contents::Table(table, format) })
        }
        (Taking::Picture(_), _) => return,
    };
    ctx.send(Command::Leave(leave));
}

/// The columns in sight with these rows.
fn sight(ctx: &Context<'_>, view: &TableView, columns: &[ColumnSpec], rows: Vec<RowId>) -> Sight {
    let columns = view.state.choices.visible(columns).into_iter().map(|column| column.id).collect();
    Sight { view: view.view, lang: ctx.lang, money: ctx.money, rows, columns, query: view.query_text() }
}
