//! Everything that a view asks of a table, answered at one go: by two threads where the table is large.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use super::{
    bits::Bits,
    both::both,
    cancel::Cancel,
    collation::Collation,
    column::{Column, ColumnId},
    engine::{Clause, Index, Rows, WayOut},
    facet::{self, Facet},
    groups::Groups,
    histogram::Bins,
    query::{Query, SortDirection},
    sort::{Sorted, sorted_rows},
    totals::{Totals, totals},
};

/// What is asked of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    /// Which rows, in which order.
    pub query: Query,
    /// The columns whose counts are wanted as well.
    pub facets: Vec<ColumnId>,
    /// The number columns whose totals are wanted, over the rows and over each group.
    pub totals: Vec<ColumnId>,
    /// The column whose values the rows are gathered under.
    pub group_by: Option<ColumnId>,
    /// By what texts are ordered where the query does not say.
    pub collation: Collation,
}

/// What a table answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What was asked; not always the latest question.
    pub ask: Ask,
    /// The rows.
    pub rows: Rows,
    /// The counts of the columns asked for, in their order; of a column that the table does not have there are none.
    pub facets: Vec<(ColumnId, Facet)>,
    /// The totals of the columns asked for, as far as they hold numbers.
    pub totals: Vec<(ColumnId, Totals)>,
    /// The rows gathered under values, if that was asked.
    pub groups: Option<Groups>,
    /// What to drop where there are no rows.
    pub ways_out: Vec<WayOut>,
    /// The range filters that keep rows out only because these state nothing, and how many rows each.
    pub gaps: Vec<(ColumnId, u32)>,
}

/// From so many rows on the order and the counts are worked out by two threads; for fewer these are not worth their start.
const MIN_SHARED: u32 = if cfg!(test) { 4 } else { 300_000 };

/// A part of an answer that needs none of the others.
enum Part<'a> {
    Order(&'a Bits, &'a [(&'a Sorted, SortDirection)]),
    Facet(&'a Column, Option<Arc<Bins>>, &'a Bits),
}

/// What came of it.
enum Done {
    Order(Arc<Vec<u32>>),
    Facet(Facet),
}

impl Part<'_> {
    fn work(&self) -> Done {
        match self {
            Part::Order(kept, keys) => Done::Order(sorted_rows(kept, keys)),
            Part::Facet(column, bins, rows) => Done::Facet(facet::facet(column, bins.as_deref(), rows)),
        }
    }
}

impl Index {
    /// Answers a question.
    pub fn answer(&mut self, ask: &Ask) -> Answer {
        self.answer_until(ask, &Cancel::default()).unwrap_or_default()
    }

    /// The same; `None` if the work was to stop.
    pub(super) fn answer_until(&mut self, ask: &Ask, cancel: &Cancel) -> Option<Answer> {
        self.set_collation(ask.collation);
        let known: Vec<ColumnId> = ask.facets.iter().filter(|id| self.table.column(id.as_str()).is_some()).cloned().collect();
        let (rows, facets) = self.rows_and_facets(&ask.query, true, &known, cancel)?;
        let table = self.table.clone();
        let mut answer = Answer { ask: ask.clone(), facets: known.into_iter().zip(facets).collect(), ..Answer::default() };
        for id in &ask.totals {
            cancel.go_on()?;
            answer.totals.extend(totals(&table, id.as_str(), &rows.order).map(|totals| (id.clone(), totals)));
        }
        if let Some(by) = &ask.group_by {
            cancel.go_on()?;
            answer.groups = self.groups(&rows.order, by.as_str(), ask.query.key(by.as_str()), &ask.totals);
        }
        if rows.order.is_empty() {
            answer.ways_out = self.ways_out(&ask.query);
        }
        answer.gaps = self.gaps_until(&ask.query, cancel)?;
        Some(Answer { rows, ..answer })
    }

    /// The rows of a query, if they are wanted, and the counts of columns; `None` if the work was to stop.
    pub(super) fn rows_and_facets(
        &mut self,
        query: &Query,
        wants_rows: bool,
        columns: &[ColumnId],
        cancel: &Cancel,
    ) -> Option<(Rows, Vec<Facet>)> {
        let latest = self.latest.as_ref().filter(|(latest, _)| latest == query).map(|(_, rows)| rows.clone());
        if let Some(rows) = latest.clone().filter(|_| columns.is_empty()) {
            return Some((rows, Vec::new()));
        }
        let (search, mistake) = self.search(query);
        let sets = self.sets(query, &search, cancel)?;
        let (others, all) = self.left_out(&sets);
        let keys = self.keys(query, cancel)?;
        let keys: Vec<_> = keys.iter().map(|(sorted, direction)| (&**sorted, *direction)).collect();
        let table = self.table.clone();
        let mut parts = Vec::with_capacity(columns.len() + 1);
        if wants_rows && latest.is_none() {
            parts.push(Part::Order(&all, &keys));
        }
        for id in columns {
            let Some((nr, column)) = table.column_nr(id.as_str()).and_then(|nr| Some((nr, table.columns.get(nr)?))) else {
                continue;
            };
            let own = sets.iter().position(|(clause, _)| matches!(clause, Clause::Filter(filtered) if filtered == id));
            parts.push(Part::Facet(column, self.bins(nr), own.and_then(|own| others.get(own)).unwrap_or(&all)));
        }
        let (mut rows, mut facets) = (latest.unwrap_or_default(), Vec::with_capacity(columns.len()));
        for done in work(&parts, table.num_rows(), cancel)? {
            match done {
                Done::Order(order) => {
                    rows = Rows { order, total: table.num_rows(), mistake: mistake.clone() };
                    self.latest = Some((query.clone(), rows.clone()));
                }
                Done::Facet(facet) => facets.push(facet),
            }
        }
        Some((rows, facets))
    }

    /// The orders of a query's keys.
    fn keys(&mut self, query: &Query, cancel: &Cancel) -> Option<Vec<(Arc<Sorted>, SortDirection)>> {
        let mut keys = Vec::with_capacity(query.sort.len());
        for key in &query.sort {
            let sorted = self.table.column_nr(key.column.as_str()).and_then(|nr| self.sorted(nr, key.collation));
            keys.extend(sorted.map(|sorted| (sorted, key.direction)));
            cancel.go_on()?;
        }
        Some(keys)
    }
}

/// Does all parts, in their order; whoever is done with one takes the next.
fn work(parts: &[Part<'_>], num_rows: u32, cancel: &Cancel) -> Option<Vec<Done>> {
    if num_rows < MIN_SHARED || parts.len() < 2 {
        let done = parts.iter().map(|part| cancel.go_on().map(|()| part.work()));
        return done.collect();
    }
    let next = AtomicUsize::new(0);
    let some = || {
        let mut done = Vec::new();
        while cancel.go_on().is_some() {
            let nr = next.fetch_add(1, Ordering::Relaxed);
            let Some(part) = parts.get(nr) else { break };
            done.push((nr, part.work()));
        }
        done
    };
    let (mut done, others) = both(some, some);
    done.extend(others);
    done.sort_by_key(|(nr, _)| *nr);
    (done.len() == parts.len()).then(|| done.into_iter().map(|(_, done)| done).collect())
}
