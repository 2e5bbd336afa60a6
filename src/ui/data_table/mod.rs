//! The table of every view: sorting, filtering, selecting and reading rows, with the mouse and with keys.
//!
//! Batteries not included: the table neither sorts nor filters. It draws the rows a view hands it, in their order, and
//! reports what the user asked for ([`TableAction`]); the view changes its query and hands other rows next time. What
//! the table changes by itself is where it stands, what is selected and how wide columns are ([`TableState`]).

mod action;
mod bars;
mod body;
pub mod cells;
mod choices;
mod column;
#[cfg(test)]
mod column_tests;
mod edges;
mod follow;
mod frame;
mod geometry;
mod header;
mod heads;
mod keys;
mod menu;
mod rows;
#[cfg(test)]
mod sample;
mod scroll;
mod selection;
mod state;
#[cfg(test)]
mod tests;

use egui::{Rect, Sense, Ui, UiBuilder, accesskit};

pub use action::{CellFilter, FacetEdit, OpenFacet, RowId, SortStep, TableAction, TableResponse};
pub use choices::ColumnChoices;
pub use column::{ColumnSpec, FilterKind, HeaderAlign, HeaderChoice, column_name};
pub use heads::Head;
pub use rows::{CellContext, Rows};
pub use selection::Selection;
pub use state::TableState;

use super::theme::{HEADER_HEIGHT, HEADER_HEIGHT_COMPACT, ROW_HEIGHT, ROW_HEIGHT_COMPACT};
use crate::locale::Lang;
use frame::Frame;
use geometry::{ColumnLayout, Layout, Wanted};
#[cfg(test)]
use state::Place;

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

    /// Its columns, in sight or not.
    pub fn columns(&self) -> &'a [ColumnSpec] {
        self.columns
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

    /// Whether it has the lower rows of a narrow window.
    pub fn is_compact(&self) -> bool {
        self.is_compact
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
        // The same wherever it stands: a record that opens beside it must not take the keyboard away.
        let id = egui::Id::unique(("data-table", self.id_salt));
        let room = ui.available_rect_before_wrap();
        let (header_height, row_height) =
            if self.is_compact { (HEADER_HEIGHT_COMPACT, ROW_HEIGHT_COMPACT) } else { (HEADER_HEIGHT, ROW_HEIGHT) };
        let widths = self.widths(ui, &state.choices);
        let place_columns =
            |state: &TableState| ColumnLayout::new(&widths, state.choices.num_frozen, room.x_range(), self.side, state.scroll_x);
        let columns = place_columns(state);
        // On the last row the bar would hide its words; without a row there is nothing to move.
        let strip = if columns.max_scroll > 0.0 && rows.num_rows() > 0 { bars::STRIP } else { 0.0 };
        let (header, body, extent) = Layout::rects(room, header_height, rows.num_rows(), row_height, self.space_below + strip);
        follow::follow(state, rows, &extent);
        let strip = Rect::from_min_size(body.left_bottom(), egui::vec2(body.width(), strip));
        let layout = Layout { header, body, strip, columns, extent };
        state.scroll_x = state.scroll_x.clamp(0.0, layout.columns.max_scroll);

        let rect = layout.rect();
        ui.advance_cursor_after_rect(rect);
        let builder = UiBuilder::new().scope_id(id.with("area")).max_rect(rect);
        let mut area = ui.new_child(builder);
        area.shrink_clip_rect(rect);
        area.interact(rect, id, Sense::focusable_noninteractive());

        let mut frame = Frame { table: &self, rows, state, layout, id, has_focus: false, actions: Vec::new() };
        frame.keys(&area);
        frame.wheel(&area);
        frame.stay_in_sight();
        frame.layout.columns = place_columns(frame.state);
        frame.name_ui(&area);
        let mut header_row = frame.header_row(&mut area);
        frame.body_ui(&mut area);
        frame.vertical_bar_ui(&area);
        frame.horizontal_bar_ui(&area);
        frame.header_row_ui(&area, &mut header_row);
        frame.frozen_edge_ui(&area);
        frame.fit_ui(&mut area);
        frame.menu_ui(&area);

        let columns: Vec<_> = frame.layout.columns.columns.iter().map(|column| (column.spec.id, column.x)).collect();
        let anchor = |column| columns.iter().find(|(id, _)| *id == column).map(|(_, x)| Rect::from_x_y_ranges(*x, header.y_range()));
        let open_facet = frame.state.open_facet.and_then(|column| Some(OpenFacet { column, anchor: anchor(column)? }));
        frame.state.num_staying = (frame.layout.columns.max_scroll > 0.0).then_some(frame.layout.columns.num_frozen);
        let moving = frame.layout.columns.columns.last().map_or(rect.x_range(), |column| column.clip);
        TableResponse { actions: frame.actions, open_facet, rect, columns, num_frozen: frame.layout.columns.num_frozen, moving }
    }

    /// How wide the columns in sight are together where no words are cut, in points.
    pub fn width(&self, ui: &Ui, choices: &ColumnChoices) -> f32 {
        self.widths(ui, choices).iter().map(|(_, [_, most])| most).sum::<f32>() + 2.0 * self.side
    }

    /// The columns in sight, each as wide as the reader wants it, or else at least as wide as its header.
    fn widths(&self, ui: &Ui, choices: &ColumnChoices) -> Vec<Wanted<'a>> {
        let width = |spec: &'a ColumnSpec| (spec, choices.widths(spec, header::least_width(ui, spec)).map(f32::round));
        choices.visible(self.columns).into_iter().map(width).collect()
    }
}

impl Frame<'_, '_> {
    /// Tells a screen reader what the table is and which cell the keyboard is at.
    fn name_ui(&self, ui: &Ui) {
        let (num_rows, num_columns) = (self.rows.place(0).1, self.layout.columns.columns.len());
        let active = self.place_id();
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_role(accesskit::Role::Grid);
            node.set_label(self.table.accessible_name);
            // The header is a row of the grid, the heads of groups are none.
            node.set_row_count(num_rows + 1);
            // AT-SPI says the place of a row as that of an item in a set.
            node.set_size_of_set(num_rows);
            node.set_column_count(num_columns);
            node.set_multiselectable();
            if let Some(active) = active {
                node.set_active_descendant(active.accesskit_id());
            }
        });
    }

    /// Gives a column the width of the widest of its cells in sight.
    fn fit_ui(&mut self, ui: &mut Ui) {
        let Some(column) = self.state.fit.take() else { return };
        let Some(placed) = self.layout.columns.position(column).and_then(|nr| self.layout.columns.columns.get(nr)).copied() else { return };
        let mut width = header::least_width(ui, placed.spec);
        for row_nr in self.layout.extent.in_sight(self.state.scroll).filter(|row_nr| self.rows.row_id(*row_nr).is_some()) {
            let context = self.cell_context(None, false);
            width = width.max(cells::width(ui, |cell| self.rows.cell_ui(cell, row_nr, column, &context)));
        }
        let width = width.clamp(placed.spec.min_width, self.layout.body.width() / 2.0);
        self.state.choices.widths.insert(column.to_owned(), width);
        self.actions.push(TableAction::ColumnsChanged);
    }
}
