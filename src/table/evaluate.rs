//! From clauses and search terms to sets of rows.

use std::sync::Arc;

use super::{
    bits::Bits,
    cancel::Cancel,
    engine::{Clause, Index},
    filter,
    needle::Needle,
    query::Query,
    search::{Search, Term, Test},
};

impl Index {
    /// The rows each clause lets through; `None` if the work was to stop.
    pub(super) fn sets(&mut self, query: &Query, search: &Search, cancel: &Cancel) -> Option<Vec<(Clause, Arc<Bits>)>> {
        let mut sets = Vec::new();
        for (id, filter) in &query.filters {
            if let Some(nr) = self.table.column_nr(id.as_str()) {
                sets.push((Clause::Filter(id.clone()), self.test(&Test::Filter(nr, filter.clone()), cancel)?));
            }
        }
        if !search.is_empty() {
            sets.push((Clause::Search, self.found(search, cancel)?));
        }
        Some(sets)
    }

    /// The rows a search finds.
    fn found(&mut self, search: &Search, cancel: &Cancel) -> Option<Arc<Bits>> {
        // One plain word, which is most searches, is remembered as it is.
        if let [group] = search.groups.as_slice()
            && let [Term { is_negated: false, test, .. }] = group.as_slice()
        {
            return self.test(test, cancel);
        }
        let mut all = Bits::all(self.table.num_rows as usize);
        for group in &search.groups {
            let mut any = Bits::none(self.table.num_rows as usize);
            for Term { is_negated, test, .. } in group {
                let mut rows = self.test(test, cancel)?;
                if *is_negated {
                    Arc::make_mut(&mut rows).invert();
                }
                any.or(&rows);
            }
            all.and(&any);
        }
        Some(Arc::new(all))
    }

    pub(super) fn test(&mut self, test: &Test, cancel: &Cancel) -> Option<Arc<Bits>> {
        if let Some(rows) = self.recent.find(test) {
            return Some(rows);
        }
        cancel.go_on()?;
        let rows = Arc::new(self.test_anew(test, cancel)?);
        self.recent.push(test.clone(), rows.clone());
        Some(rows)
    }

    fn test_anew(&mut self, test: &Test, cancel: &Cancel) -> Option<Bits> {
        let table = self.table.clone();
        let none = || Bits::none(table.num_rows as usize);
        let (columns, word) = match test {
            Test::Filter(nr, filter) => return Some(table.columns.get(*nr).map_or_else(none, |column| filter::rows(column, filter))),
            Test::Any(tests) => {
                let mut rows = none();
                for test in tests {
                    rows.or(&*self.test(test, cancel)?);
                }
                return Some(rows);
            }
            Test::In(nr, word) => (*nr..nr + 1, word),
            Test::Anywhere(word) => (0..table.columns.len(), word),
        };
        let is_asked = |nr: usize| columns.len() == 1 || table.columns.get(nr).is_some_and(|column| column.is_searchable);
        let needle = Needle::new(word);
        let mut rows = none();
        for nr in columns.clone().filter(|nr| is_asked(*nr)) {
            if let (Some(index), Some(column)) = (self.columns.get_mut(nr), table.columns.get(nr)) {
                rows.or(&index.rows_with(column, word, &needle, cancel)?);
            }
        }
        Some(rows)
    }
}

/// The rows of recent tests.
#[derive(Debug, Default)]
pub(super) struct Recent {
    /// The latest last.
    tests: Vec<(Test, Arc<Bits>)>,
}

/// How many tests are remembered: 125 KB each at a million rows.
const NUM_RECENT: usize = 32;

impl Recent {
    fn find(&mut self, test: &Test) -> Option<Arc<Bits>> {
        let nr = self.tests.iter().position(|(known, _)| known == test)?;
        let found = self.tests.remove(nr);
        let rows = found.1.clone();
        self.tests.push(found);
        Some(rows)
    }

    fn push(&mut self, test: Test, rows: Arc<Bits>) {
        if self.tests.len() >= NUM_RECENT {
            self.tests.remove(0);
        }
        self.tests.push((test, rows));
    }
}
