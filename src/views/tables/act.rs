//! What the reader asked of a table: carried out on the query, or sent on as a command.

use super::{Cells, TableView, grouped::Line, headers, leave, page};
use crate::{
    command::Command,
    locale::tr,
    ui::data_table::{ColumnSpec, TableAction},
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
        TableAction::CopyCell { row, column } => ctx.send(match cells.text(*row, column).filter(|text| !text.is_empty()) {
            Some(text) => Command::Copy(text),
            None => Command::Tell(tr(ctx.lang, "copied-nothing").into_owned()),
        }),
        TableAction::CopyRows(rows) => leave::copy_rows(ctx, view, columns, rows),
        TableAction::CopyLink => ctx.send(Command::Copy(view.link())),
        TableAction::FocusSearch => ctx.send(Command::FocusSearch),
        TableAction::ColumnsChanged => ctx.send(Command::KeepTables),
        TableAction::Choose { column, choice } => headers::choose(ctx, view, column, choice),
        TableAction::Fold(line) => {
            if let Some(Line::Head(nr)) = view.grouped().and_then(|grouped| grouped.line(*line)) {
                view.fold(nr);
            }
        }
        TableAction::Sort { .. }
        | TableAction::FilterCell { .. }
        | TableAction::Facet { .. }
        | TableAction::DropPart(_)
        | TableAction::ClearAll => view.edit(action),
    }
}
