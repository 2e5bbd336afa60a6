//! What the table views share: rows from a query, what the reader asks of them, the page around a table.

mod act;
mod controls;
mod edit;
mod headers;
mod page;
mod shown;
mod tools;
mod undo;

use std::sync::Arc;

pub(in crate::views) use controls::{empty_ui, sentence_ui};
pub(in crate::views) use page::{Foot, Page, Sum, Total, beside_ui, draw_table, page_ui, toolbar_ui};
use shown::Shown;
pub(in crate::views) use shown::{Cells, Item};
use tools::Tools;
use undo::{Change, Undo};

use crate::{
    locale::Lang,
    route::View,
    table::{Collation, ColumnId, Facet, Filter, Index, Query, Rows, Table, WayOut},
    ui::data_table::{FacetEdit, RowId, TableAction, TableState},
};

/// A table as a view keeps it: its query, the rows that come of it, where it stands.
pub struct TableView {
    view: View,
    index: Index,
    collation: Collation,
    query: Query,
    undo: Undo,
    rows: Rows,
    /// For each row of the table its place on the screen.
    places: Vec<Option<u32>>,
    generation: u64,
    /// A range that hides rows only because they state nothing, and how many.
    gap: Option<(ColumnId, usize)>,
    state: TableState,
    /// In a narrow window: the record lies over the table instead of below it.
    is_expanded: bool,
    /// The keyboard is in its search field.
    is_searching: bool,
    tools: Tools,
}

impl TableView {
    /// A table that shows every row in the order of the report.
    pub fn new(view: View, table: Table) -> Self {
        let mut new = Self {
            view,
            index: Index::new(Arc::new(table)),
            collation: Collation::default(),
            query: Query::default(),
            undo: Undo::default(),
            rows: Rows::default(),
            places: Vec::new(),
            generation: 0,
            gap: None,
            state: TableState::default(),
            is_expanded: false,
            is_searching: false,
            tools: Tools::default(),
        };
        new.requery();
        new
    }

    /// Orders texts as was chosen, or else as a language does: by pinyin, or by the English alphabet.
    pub fn set_lang(&mut self, lang: Lang) {
        let collation = self.text_order(lang);
        if self.collation != collation {
            self.collation = collation;
            self.index.set_collation(collation);
            self.requery();
        }
    }

    /// What it shows.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Shows something else.
    pub fn set_query(&mut self, query: Query) {
        self.change(query, Change::Step);
    }

    /// Goes back to what it showed before; whether it showed anything else.
    pub fn undo(&mut self) -> bool {
        let query = self.undo.undo(&self.query);
        self.show(query)
    }

    /// Shows again what was undone; whether anything was.
    pub fn redo(&mut self) -> bool {
        let query = self.undo.redo(&self.query);
        self.show(query)
    }

    /// Whether the keyboard is in its search field, whose text is part of what undo takes back.
    pub fn is_searching(&self) -> bool {
        self.is_searching
    }

    fn change(&mut self, query: Query, change: Change) {
        if query != self.query {
            let before = std::mem::replace(&mut self.query, query);
            self.undo.leave(before, change);
            self.requery();
        }
    }

    fn show(&mut self, query: Option<Query>) -> bool {
        let Some(query) = query else { return false };
        self.query = query;
        self.requery();
        true
    }

    /// The rows shown, in order.
    pub fn order(&self) -> &[RowId] {
        &self.rows.order
    }

    /// The table without any query.
    pub fn table(&self) -> &Table {
        self.index.table()
    }

    /// The table itself, to be kept beside the view.
    pub fn shared_table(&self) -> Arc<Table> {
        Arc::clone(self.index.table())
    }

    /// The query as one line of text.
    pub fn query_text(&self) -> String {
        self.query.write(self.index.table())
    }

    /// Shows what one line of text says; a text with a mistake goes into the search field, which points at it.
    pub fn set_query_text(&mut self, text: &str) {
        let query = Query::parse(self.index.table(), text).unwrap_or_else(|_| Query { search: text.to_owned(), ..Query::default() });
        self.set_query(query);
    }

    /// The row whose record is shown.
    pub fn current(&self) -> Option<usize> {
        self.state.current().map(|row| row as usize)
    }

    /// Selects a row and brings it into sight, taking away what hides it.
    pub fn reveal(&mut self, row: usize) {
        let Ok(row) = RowId::try_from(row) else { return };
        if self.place(row).is_none() {
            let mut query = self.query.clone();
            query.clear_all();
            self.set_query(query);
        }
        self.state.reveal(row);
    }

    /// Selects nothing.
    pub fn deselect(&mut self) {
        self.state.select(None);
        self.is_expanded = false;
    }

    /// Closes the record; whether there was one.
    pub fn close_layer(&mut self) -> bool {
        let was_open = self.state.current().is_some();
        self.deselect();
        was_open
    }

    /// The place of a row on the screen; none while it is filtered out.
    fn place(&self, row: RowId) -> Option<usize> {
        self.places.get(row as usize).copied().flatten().map(|place| place as usize)
    }

    fn requery(&mut self) {
        self.rows = self.index.rows(&self.query);
        self.generation += 1;
        self.places = vec![None; self.index.table().num_rows() as usize];
        for (place, row) in (0..).zip(self.rows.order.iter()) {
            if let Some(slot) = self.places.get_mut(*row as usize) {
                *slot = Some(place);
            }
        }
        self.gap = self.find_gap();
    }

    /// Carries out what changes the query.
    fn edit(&mut self, action: &TableAction) {
        let bins = match action {
            TableAction::Facet { column, .. } => self.bins(column),
            _ => Vec::new(),
        };
        let mut query = self.query.clone();
        edit::edit(self.index.table(), &bins, &mut query, action);
        let is_dragged = matches!(action, TableAction::Facet { edit: FacetEdit::Range { .. }, .. });
        self.change(query, if is_dragged { Change::Dragging } else { Change::Step });
    }

    /// What to drop where no row is left.
    fn ways_out(&mut self) -> Vec<WayOut> {
        self.index.ways_out(&self.query)
    }

    /// How many rows each value of a column would show.
    fn facet(&mut self, column: &str) -> Option<Facet> {
        self.index.facet(&self.query, column)
    }

    /// How many rows more there would be if rows that state nothing in `column` passed its filter.
    fn count_with_not_stated(&mut self, column: &ColumnId) -> usize {
        let mut query = self.query.clone();
        let Some(filter) = with_not_stated(query.filter(column.as_str())) else { return 0 };
        query.set(column, filter);
        self.index.rows(&query).order.len().saturating_sub(self.rows.order.len())
    }

    /// Lets rows that state nothing in `column` pass its filter.
    fn add_not_stated(&mut self, column: &ColumnId) {
        let mut query = self.query.clone();
        if let Some(filter) = with_not_stated(query.filter(column.as_str())) {
            query.set(column, filter);
            self.set_query(query);
        }
    }

    fn bins(&mut self, column: &str) -> Vec<crate::table::Bin> {
        match self.index.facet(&self.query, column).map(|facet| facet.counts) {
            Some(crate::table::Counts::Histogram(bins)) => bins,
            _ => Vec::new(),
        }
    }
}

/// A range that lets through what states nothing as well.
fn with_not_stated(filter: Option<&Filter>) -> Option<Filter> {
    match filter? {
        Filter::Range { low, high, inverted, .. } => Some(Filter::Range { low: *low, high: *high, not_stated: true, inverted: *inverted }),
        Filter::Values { .. } => None,
    }
}
