//! What the user asked of a table: drawing reports it, the view carries it out.

use egui::{Rangef, Rect};

use crate::table::{Bound, Part};

/// The stable number of a row, whatever the order and the filters.
pub type RowId = u32;

/// How a header asks for an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortStep {
    /// Ascending, then descending, then as in the report.
    Cycle,
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
    /// The order of the report.
    AsInReport,
}

/// A filter made from one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFilter {
    /// Rows with this value.
    Only,
    /// Rows without this value.
    Not,
    /// Rows with this value or a greater one.
    AtLeast,
    /// Rows with this value or a smaller one.
    AtMost,
}

/// A change of one column's filter, from its popover.
#[derive(Clone, Debug, PartialEq)]
pub enum FacetEdit {
    /// Puts a value of the list in or takes it out, by the number the view gave it.
    Toggle(u32),
    /// Puts "not stated" in or takes it out.
    ToggleNotStated,
    /// Puts all stated values in or takes them out.
    ToggleStated,
    /// Everything but the chosen values.
    Invert,
    /// The bounds of a range; `None` is open.
    Range {
        /// The least value.
        low: Option<Bound>,
        /// The greatest value.
        high: Option<Bound>,
    },
    /// Takes the column's filter away.
    Clear,
}

/// What the user asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum TableAction {
    /// Another order.
    Sort {
        /// The column's id.
        column: &'static str,
        /// Which order.
        step: SortStep,
        /// Adds a key behind those that are there, instead of replacing them.
        is_added: bool,
    },
    /// A filter made from one cell.
    FilterCell {
        /// The row.
        row: RowId,
        /// The column's id.
        column: &'static str,
        /// Which filter.
        filter: CellFilter,
    },
    /// A change from a column's popover.
    Facet {
        /// The column's id.
        column: &'static str,
        /// Which change.
        edit: FacetEdit,
    },
    /// Takes away a part of the query.
    DropPart(Part),
    /// Takes away all filters and keys.
    ClearAll,
    /// Copies the query as one line of text, with the view.
    CopyLink,
    /// Puts the cursor into the search field.
    FocusSearch,
    /// The row that the record shows has changed.
    Select(Option<RowId>),
    /// Opens the record of a row.
    Open(RowId),
    /// Shows the place of the report that states a cell.
    ShowInArticle {
        /// The row.
        row: RowId,
        /// The column's id.
        column: &'static str,
    },
    /// Copies one cell.
    CopyCell {
        /// The row.
        row: RowId,
        /// The column's id.
        column: &'static str,
    },
    /// Copies rows, in the order of the screen, with the columns in sight.
    CopyRows(Vec<RowId>),
    /// Widths, order or hidden columns have changed and want to be saved.
    ColumnsChanged,
    /// One of the choices that the view put into a header's menu.
    Choose {
        /// The column's id.
        column: &'static str,
        /// The choice's id.
        choice: &'static str,
    },
    /// Folds the group away whose head stands in this line, or unfolds it.
    Fold(usize),
}

/// A column's popover that is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenFacet {
    /// The column's id.
    pub column: &'static str,
    /// The header cell, which the popover opens beside.
    pub anchor: Rect,
}

/// What came of drawing a table.
#[derive(Clone, Debug)]
pub struct TableResponse {
    /// What the user asked for, in order.
    pub actions: Vec<TableAction>,
    /// The popover to draw now, if one is open.
    pub open_facet: Option<OpenFacet>,
    /// What the table covers, header and rows.
    pub rect: Rect,
    /// Where each column stands, left to right: for the total row.
    pub columns: Vec<(&'static str, Rangef)>,
    /// How many of the columns stay when the others scroll sideways.
    pub num_frozen: usize,
    /// Where the columns that scroll sideways are in sight.
    pub moving: Rangef,
}

impl TableResponse {
    /// What of the screen a column may draw on.
    pub fn clip(&self, id: &str) -> Rangef {
        let nr = self.columns.iter().position(|(column, _)| *column == id);
        if nr.is_some_and(|nr| nr < self.num_frozen) { self.rect.x_range() } else { self.moving }
    }

    /// The part of a column that is in sight; `None` when nothing of it is.
    pub fn visible(&self, id: &str) -> Option<Rangef> {
        let (column, clip) = (self.column(id)?, self.clip(id));
        Some(Rangef::new(column.min.max(clip.min), column.max.min(clip.max))).filter(|x| x.span() > 0.0)
    }

    /// Where a column stands; `None` when it is hidden.
    pub fn column(&self, id: &str) -> Option<Rangef> {
        self.columns.iter().find(|(column, _)| *column == id).map(|(_, x)| *x)
    }
}
