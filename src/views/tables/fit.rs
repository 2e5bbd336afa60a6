//! How wide the words of a column are, over all rows, so that no filter and no scrolling changes a width.

use std::cmp::Reverse;

use egui::Ui;

use super::{Cells, TableView};
use crate::{
    dossier::MoneyUnit,
    locale::Lang,
    ui::{
        data_table::{
            CellContext, ColumnSpec, RowId,
            cells::{CellLine, width},
        },
        theme::CELL_SIDE,
    },
    views::Context,
};

/// So many rows stand for all, and so many of a column's longest cells are laid out.
const MOST_ROWS: RowId = 400;
const MOST_CELLS: usize = 24;

/// The widths of all columns, and what they were measured with.
#[derive(Debug, Default)]
pub(super) struct Fits {
    measured_with: Option<(Lang, MoneyUnit, bool, f32)>,
    widths: Vec<(&'static str, f32)>,
}

/// The columns with the widths of their words; measured once, until something changes what all the words look like.
pub(super) fn fitted<C: Cells>(
    ctx: &Context<'_>,
    ui: &mut Ui,
    view: &mut TableView,
    columns: &[ColumnSpec],
    cells: &C,
    is_compact: bool,
) -> Vec<ColumnSpec> {
    let with = (ctx.lang, view.money_unit(ctx), is_compact, ui.pixels_per_point());
    if view.fits.measured_with != Some(with) {
        let rows = RowId::try_from(view.table().num_rows()).unwrap_or(RowId::MAX).min(MOST_ROWS);
        let widths = columns.iter().filter_map(|column| Some((column.id, widest(ui, column.id, rows, cells, is_compact)?))).collect();
        view.fits = Fits { measured_with: Some(with), widths };
    }
    let fit = |id: &str| view.fits.widths.iter().find(|(of, _)| *of == id).map(|(_, width)| *width);
    columns.iter().map(|column| ColumnSpec { fit: fit(column.id), ..column.clone() }).collect()
}

/// How wide the widest of a column's cells is; none of a column that only draws.
fn widest<C: Cells>(ui: &mut Ui, column: &'static str, rows: RowId, cells: &C, is_compact: bool) -> Option<f32> {
    let length = |row: RowId| cells.said(row, column).map_or(0, |said| said.text.len() + said.remark.len());
    let mut longest: Vec<(usize, RowId)> = (0..rows).map(|row| (length(row), row)).collect();
    longest.sort_unstable_by_key(|(length, row)| (Reverse(*length), *row));
    let context = CellContext { is_selected: false, is_hovered: false, is_compact };
    let painted = |row: RowId| width(ui, |cell| cells.paint(&mut CellLine::new(cell, &context), row, column));
    let widest = longest.iter().take(MOST_CELLS).map(|(_, row)| *row).map(painted).fold(0.0, f32::max);
    // A cell in which nothing is painted has its sides alone.
    (widest > 2.0 * CELL_SIDE).then_some(widest)
}
