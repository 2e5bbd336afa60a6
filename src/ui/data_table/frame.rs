//! What the parts of a table share while one frame is drawn.

use egui::{Id, Ui};

use super::{
    CellContext, DataTable, Rows,
    action::{RowId, SortStep, TableAction},
    geometry::{Layout, Placed},
    state::{Place, TableState},
};
use crate::{locale::Lang, ui::theme::Palette};

/// The table, its rows and its state while one frame is drawn.
pub(super) struct Frame<'f, 'a> {
    /// What the view asked for.
    pub(super) table: &'f DataTable<'a>,
    /// The rows.
    pub(super) rows: &'f dyn Rows,
    /// What the table remembers.
    pub(super) state: &'f mut TableState,
    /// Where everything stands.
    pub(super) layout: Layout<'a>,
    /// The whole table; it has the focus, and its active descendant is the cell the keyboard is at.
    pub(super) id: Id,
    /// The keyboard is at this table.
    pub(super) has_focus: bool,
    /// What the user asked for.
    pub(super) actions: Vec<TableAction>,
}

impl Frame<'_, '_> {
    /// The colours in use.
    pub(super) fn palette(ui: &Ui) -> &'static Palette {
        Palette::of(ui)
    }

    /// The language of the table's own words.
    pub(super) fn lang(&self) -> Lang {
        self.table.lang
    }

    /// Whether the place of the keyboard has a ring.
    pub(super) fn has_ring(&self) -> bool {
        self.has_focus && self.state.is_place_shown
    }

    /// The column the keyboard is at, the first where it is at none yet.
    pub(super) fn placed_column(&self) -> Option<&Placed<'_>> {
        let columns = &self.layout.columns;
        let nr = self.state.place_column.and_then(|id| columns.position(id)).unwrap_or(0);
        columns.columns.get(nr)
    }

    /// The cell, header cell or head that the keyboard is at, if it is in sight.
    pub(super) fn place_id(&self) -> Option<Id> {
        let in_sight = self.layout.extent.in_sight(self.state.scroll);
        let column = self.placed_column()?.spec.id;
        match self.state.place? {
            Place::Header => Some(self.header_id(column)),
            Place::Head { row_nr } => in_sight.contains(&row_nr).then(|| self.head_id(row_nr)),
            Place::Row { id, row_nr } => in_sight.contains(&row_nr).then(|| self.cell_id(id, column)),
        }
    }

    /// The id of a cell, the same wherever its row and column stand.
    pub(super) fn cell_id(&self, row: RowId, column: &str) -> Id {
        self.id.with(("cell", row, column))
    }

    /// The id of a header cell.
    pub(super) fn header_id(&self, column: &str) -> Id {
        self.id.with(("header", column))
    }

    /// What cells of a row are drawn with.
    pub(super) fn cell_context(&self, row: Option<RowId>, is_hovered: bool) -> CellContext {
        let is_selected = row.is_some_and(|row| self.state.selection.contains(row));
        CellContext { is_selected, is_hovered, is_compact: self.table.is_compact }
    }

    /// Tells a screen reader which row this is, the header being the first, and how many cells it has.
    pub(super) fn name_row(&self, row: &Ui, nr: usize) {
        let num_columns = self.layout.columns.columns.len();
        row.ctx().accesskit_node_builder(row.unique_id(), |node| {
            node.set_row_index(nr);
            // AT-SPI says the place of a cell as that of an item in a set.
            node.set_size_of_set(num_columns);
        });
    }

    /// Whether cells have to be told to a screen reader.
    pub(super) fn is_read_aloud(ui: &Ui) -> bool {
        ui.ctx().has_accesskit_node(ui.unique_id())
    }

    /// Asks for another order.
    pub(super) fn sort(&mut self, column: &'static str, step: SortStep, is_added: bool) {
        self.actions.push(TableAction::Sort { column, step, is_added });
    }

    /// Opens a column's popover, or closes it when it was open.
    pub(super) fn toggle_facet(&mut self, column: &'static str) {
        if self.state.is_facet_open(column) {
            self.state.close_facet();
        } else {
            self.state.open_facet(column);
        }
    }

    /// Selects one row alone and shows it in the record.
    pub(super) fn select_one(&mut self, row: RowId) {
        self.state.select(Some(row));
        self.actions.push(TableAction::Select(Some(row)));
    }

    /// Adds a row to the selection or takes it out.
    pub(super) fn toggle_row(&mut self, row: RowId) {
        self.state.selection.toggle(row);
        self.state.anchor = Some(row);
        let current = self.state.selection.contains(row).then_some(row);
        self.state.current = current;
        self.actions.push(TableAction::Select(current));
    }

    /// Selects all rows from where the range began to this place.
    pub(super) fn select_range(&mut self, to: usize) {
        let from = self.state.anchor.and_then(|anchor| self.rows.row_nr(anchor)).unwrap_or(to);
        let (first, last) = (from.min(to), from.max(to));
        self.state.selection.set((first..=last).filter_map(|row_nr| self.rows.row_id(row_nr)));
        if self.state.anchor.is_none() {
            self.state.anchor = self.rows.row_id(to);
        }
        self.state.current = self.rows.row_id(to);
        self.actions.push(TableAction::Select(self.state.current));
    }

    /// Selects every row there is.
    pub(super) fn select_all(&mut self) {
        self.state.selection.set((0..self.rows.num_rows()).filter_map(|row_nr| self.rows.row_id(row_nr)));
    }

    /// The selected rows in the order of the screen.
    pub(super) fn selected_in_order(&self) -> Vec<RowId> {
        let ids = (0..self.rows.num_rows()).filter_map(|row_nr| self.rows.row_id(row_nr));
        ids.filter(|row| self.state.selection.contains(*row)).collect()
    }
}
