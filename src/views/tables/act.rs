//! What the reader asked of a table: carried out on the query, or sent on as a command.

use super::{Cells, TableView, headers, page};
use crate::{
    command::Command,
    locale::{Lang, tr},
    ui::data_table::{ColumnSpec, RowId, TableAction},
    views::Context,
};

/// Carries out one action.
pub(super) fn carry_out<C: Cells>(ctx: &mut Context<'_>, view: &mut TableView, columns: &[ColumnSpec], cells: &C, action: &TableAction) {
    match action {
        TableAction::Select(row) => page::tell_selection(ctx, *row),
        TableAction::Open(row) => {
            view.is_expanded = true;
            page::tell_selection(ctx, Some(*row));
        }
        TableAction::ShowInArticle { row, column } => page::show_sentence(ctx, cells.figure(*row, column)),
        TableAction::CopyCell { row, column } => ctx.send(Command::Copy(cells.text(*row, column).unwrap_or_default())),
        TableAction::CopyRows(rows) => ctx.send(Command::Copy(tsv(ctx.lang, view, columns, cells, rows))),
        TableAction::CopyQuery => ctx.send(Command::Copy(view.query_text())),
        TableAction::ColumnsChanged => ctx.send(Command::KeepTables),
        TableAction::Choose(choice) => headers::choose(ctx, view, choice),
        TableAction::Sort { .. }
        | TableAction::FilterCell { .. }
        | TableAction::Facet { .. }
        | TableAction::DropClause(_)
        | TableAction::ClearAll => view.edit(action),
    }
}

/// Rows as tab-separated text, with the columns in sight and their titles.
fn tsv<C: Cells>(lang: Lang, view: &TableView, columns: &[ColumnSpec], cells: &C, rows: &[RowId]) -> String {
    let visible = view.state.choices.visible(columns);
    let clean = |text: String| text.replace(['\t', '\n', '\r'], " ");
    let line = |texts: Vec<String>| texts.into_iter().map(clean).collect::<Vec<_>>().join("\t");
    let header = line(visible.iter().map(|column| column.title.clone()).collect());
    let cell = |row: RowId, column: &ColumnSpec| cells.text(row, column.id).unwrap_or_else(|| tr(lang, "not-stated").into_owned());
    let body = rows.iter().map(|row| line(visible.iter().map(|column| cell(*row, column)).collect()));
    std::iter::once(header).chain(body).collect::<Vec<_>>().join("\n")
}
