//! From a query to rows and counts.

use std::sync::Arc;

use super::{
    bits::{Bits, left_out},
    cancel::Cancel,
    collation::Collation,
    column::{ColumnId, Table},
    evaluate::Recent,
    facet::Facet,
    histogram::Bins,
    last_good::LastGood,
    lookup::ColumnIndex,
    mistake::Mistake,
    query::{Filter, Query},
    search::{Search, Test},
    sort::Sorted,
};

/// A table with what is worked out about it on the way: orders, dictionaries' search forms, the rows of recent filters.
#[derive(Debug)]
pub struct Index {
    pub(super) table: Arc<Table>,
    /// By what texts are ordered where a query does not say.
    collation: Collation,
    pub(super) columns: Vec<ColumnIndex>,
    pub(super) recent: Recent,
    /// What a search text with a mistake leaves in force.
    last_good: LastGood,
    /// The latest query with its rows: other counts are asked for of the same rows.
    pub(super) latest: Option<(Query, Rows)>,
}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Rows {
    /// Row numbers of the table, in the order they are shown.
    pub order: Arc<Vec<u32>>,
    /// How many rows the table has.
    pub total: u32,
    /// What is wrong with the search text; the last good one is in force instead.
    pub mistake: Option<Mistake>,
}

/// A part of a query that keeps rows out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// The search text.
    Search,
    /// The filter of a column.
    Filter(ColumnId),
}

/// What one may drop to see rows again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// What to drop.
    pub clause: Clause,
    /// How many rows that brings.
    pub num_rows: u32,
}

impl Index {
    /// An index of this table; nothing is worked out yet.
    pub fn new(table: Arc<Table>) -> Self {
        let columns = table.columns.iter().map(|_| ColumnIndex::default()).collect();
        Self { table, collation: Collation::default(), columns, recent: Recent::default(), last_good: LastGood::default(), latest: None }
    }

    /// The table.
    pub fn table(&self) -> &Arc<Table> {
        &self.table
    }

    /// Changes by what texts are ordered where a query does not say.
    pub fn set_collation(&mut self, collation: Collation) {
        if self.collation != collation {
            self.collation = collation;
            self.latest = None;
        }
    }

    /// The rows a query shows, in its order.
    ///
    /// Filters and sort keys of columns that the table does not have are passed over.
    pub fn rows(&mut self, query: &Query) -> Rows {
        self.rows_and_facets(query, true, &[], &Cancel::default()).map(|(rows, _)| rows).unwrap_or_default()
    }

    /// How many rows each value of a column would show, its own filter left out; `None` if there is no such column.
    pub fn facet(&mut self, query: &Query, column: &str) -> Option<Facet> {
        self.facets(query, &[column.into()]).pop()
    }

    /// The same for several columns; those that the table does not have are left out.
    pub fn facets(&mut self, query: &Query, columns: &[ColumnId]) -> Vec<Facet> {
        self.rows_and_facets(query, false, columns, &Cancel::default()).map_or_else(Vec::new, |(_, facets)| facets)
    }

    /// What to drop from a query that shows nothing, the most fruitful first; clauses that bring nothing alone are left out.
    pub fn ways_out(&mut self, query: &Query) -> Vec<WayOut> {
        let (search, _) = self.search(query);
        let sets = self.sets(query, &search, &Cancel::default()).unwrap_or_default();
        let (others, _) = self.left_out(&sets);
        let ways = sets.into_iter().zip(&others).map(|((clause, _), rows)| WayOut { clause, num_rows: rows.count() });
        let mut ways: Vec<WayOut> = ways.filter(|way| way.num_rows > 0).collect();
        ways.sort_by_key(|way| std::cmp::Reverse(way.num_rows));
        ways
    }

    /// The range filters that keep rows out only because these state nothing, and how many rows each.
    pub fn gaps(&mut self, query: &Query) -> Vec<(ColumnId, u32)> {
        self.gaps_until(query, &Cancel::default()).unwrap_or_default()
    }

    /// The same; `None` if the work was to stop.
    pub(super) fn gaps_until(&mut self, query: &Query, cancel: &Cancel) -> Option<Vec<(ColumnId, u32)>> {
        let is_closed = |filter: &Filter| filter.interval().is_some_and(|interval| !interval.not_stated && !interval.inverted);
        let mut gaps = Vec::new();
        if !query.filters.iter().any(|(_, filter)| is_closed(filter)) {
            return Some(gaps);
        }
        let (search, _) = self.search(query);
        let sets = self.sets(query, &search, cancel)?;
        let (others, _) = self.left_out(&sets);
        for ((clause, _), mut rows) in sets.into_iter().zip(others) {
            let Clause::Filter(id) = clause else { continue };
            let nr = self.table.column_nr(id.as_str()).filter(|_| query.filter(id.as_str()).is_some_and(is_closed));
            if let Some(nr) = nr {
                rows.and(&*self.test(&Test::Filter(nr, Filter::value(None)), cancel)?);
                gaps.push((id, rows.count()));
            }
        }
        gaps.retain(|(_, num_rows)| *num_rows > 0);
        Some(gaps)
    }

    /// Works out what a reader would otherwise wait for later, one thing at a time; `false` when nothing is left.
    ///
    /// The forms of texts in which pinyin is looked for, and the bins of histograms.
    pub fn prepare(&mut self) -> bool {
        self.columns.iter_mut().zip(&self.table.columns).any(|(index, column)| index.prepare(column))
    }

    /// The rows that pass all sets but one, for each of them; and those that pass all.
    pub(super) fn left_out(&self, sets: &[(Clause, Arc<Bits>)]) -> (Vec<Bits>, Bits) {
        left_out(self.table.num_rows as usize, &sets.iter().map(|(_, set)| &**set).collect::<Vec<_>>())
    }

    /// The search of a query, or the last good one and what is wrong.
    pub(super) fn search(&mut self, query: &Query) -> (Search, Option<Mistake>) {
        self.last_good.read(&self.table, &query.search)
    }

    /// The order of a column, its texts as asked or else as the language has it.
    pub(super) fn sorted(&mut self, nr: usize, collation: Option<Collation>) -> Option<Arc<Sorted>> {
        Some(self.columns.get_mut(nr)?.sorted(self.table.columns.get(nr)?, collation.unwrap_or(self.collation)))
    }

    pub(super) fn bins(&mut self, nr: usize) -> Option<Arc<Bins>> {
        self.columns.get_mut(nr)?.bins(self.table.columns.get(nr)?)
    }
}
