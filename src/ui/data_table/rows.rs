//! What a view hands to its table: rows in their order, and how a cell of them is drawn.

use egui::Ui;

use super::{Head, RowId};

/// What a cell is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellContext {
    /// The row is selected: faint text turns weak, or its contrast falls under the floor.
    pub is_selected: bool,
    /// The pointer is over the row.
    pub is_hovered: bool,
    /// Narrow window: text of 13 points instead of 14.
    pub is_compact: bool,
}

/// The rows a view hands to the table, in the order to be shown.
pub trait Rows {
    /// How many rows there are, headings of groups among them.
    fn num_rows(&self) -> usize;

    /// Changes whenever other rows are handed over or the same in another order.
    fn generation(&self) -> u64;

    /// The stable number of the row at a place; `None` for the heading of a group.
    fn row_id(&self, row_nr: usize) -> Option<RowId>;

    /// Where a row stands now; `None` when it is filtered out. Asked only after a change.
    fn row_nr(&self, id: RowId) -> Option<usize>;

    /// Which of the rows stands at a place, counted from 1, and how many rows there are; headings do not count.
    fn place(&self, row_nr: usize) -> (usize, usize) {
        (row_nr + 1, self.num_rows())
    }

    /// Whether a cell has a value that others can be compared with.
    fn is_stated(&self, row_nr: usize, column: &str) -> bool {
        let _ = (row_nr, column);
        true
    }

    /// The head of a group that folds; `None` for a row, and for a heading that does not fold.
    fn head(&self, row_nr: usize) -> Option<Head> {
        let _ = row_nr;
        None
    }

    /// Draws what the rows of a group come to in a column.
    fn head_cell_ui(&self, ui: &mut Ui, row_nr: usize, column: &str, cell: &CellContext) {
        let _ = (ui, row_nr, column, cell);
    }

    /// What a row is called: the accessible name of its first cell, or the words of a group's heading.
    fn row_name(&self, row_nr: usize) -> String;

    /// What a cell says, for a screen reader and for fitting a width.
    fn cell_text(&self, row_nr: usize, column: &str) -> String;

    /// What the marks and the small words of a cell add to its text, for who cannot see them; empty for nothing.
    fn cell_remark(&self, row_nr: usize, column: &str) -> String {
        let _ = (row_nr, column);
        String::new()
    }

    /// Draws a cell, with [`super::cells`] or with a painter.
    ///
    /// The cell has its accessible name already: a label in it would be read twice and would take the row's clicks.
    fn cell_ui(&self, ui: &mut Ui, row_nr: usize, column: &str, cell: &CellContext);

    /// Whether the pointer over a cell is told more.
    fn has_tooltip(&self, row_nr: usize, column: &str) -> bool {
        let _ = (row_nr, column);
        false
    }

    /// What the pointer over a cell is told: phrase, place, the other unit.
    fn tooltip_ui(&self, ui: &mut Ui, row_nr: usize, column: &str) {
        let _ = (ui, row_nr, column);
    }

    /// Draws a header of the view's own, say an axis; `false` leaves it to the table.
    fn header_ui(&self, ui: &mut Ui, column: &str) -> bool {
        let _ = (ui, column);
        false
    }
}
