//! From a query to rows and counts.

use std::{ops::Range, sync::Arc};

use super::{
    bits::{Bits, left_out},
    collation::Collation,
    column::{Column, ColumnId, Data, Table},
    facet::{self, Facet},
    filter,
    histogram::Bins,
    mistake::Mistake,
    needle::{Haystack, Needle},
    query::{Filter, Query},
    scalar::Scalar,
    search::{Search, Term, Test, Word, parse_scalar},
    sort::{Sorted, sorted_rows},
    strings::Strings,
};

/// A table with what is worked out about it on the way: orders, dictionaries' search forms, the rows of recent filters.
#[derive(Debug)]
pub struct Index {
    table: Arc<Table>,
    collation: Collation,
    columns: Vec<ColumnIndex>,
    recent: Recent,
    /// What a search text with a mistake leaves in force.
    last_good: Search,
}

/// What is worked out about a column, once it is needed.
#[derive(Debug, Default)]
struct ColumnIndex {
    sorted: Option<Arc<Sorted>>,
    bins: Option<Arc<Bins>>,
    haystack: Option<Haystack>,
    /// The names of a choice column's values, as a dictionary.
    names: Option<Strings>,
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
        Self { table, collation: Collation::default(), columns, recent: Recent::default(), last_good: Search::default() }
    }

    /// The table.
    pub fn table(&self) -> &Arc<Table> {
        &self.table
    }

    /// Changes by what texts are ordered.
    pub fn set_collation(&mut self, collation: Collation) {
        if self.collation == collation {
            return;
        }
        self.collation = collation;
        for (index, column) in self.columns.iter_mut().zip(&self.table.columns) {
            if matches!(column.data, Data::Text(_)) {
                index.sorted = None;
            }
        }
    }

    /// The rows a query shows, in its order.
    ///
    /// Filters and sort keys of columns that the table does not have are passed over.
    pub fn rows(&mut self, query: &Query) -> Rows {
        let (search, mistake) = self.search(query);
        let sets = self.sets(query, &search);
        let (_, kept) = left_out(self.table.num_rows as usize, &sets.iter().map(|(_, set)| &**set).collect::<Vec<_>>());
        let keys: Vec<_> =
            query.sort.iter().filter_map(|key| Some((self.sorted(self.table.column_nr(key.column.as_str())?)?, key.direction))).collect();
        let keys: Vec<_> = keys.iter().map(|(sorted, direction)| (&**sorted, *direction)).collect();
        Rows { order: Arc::new(sorted_rows(&kept, &keys)), total: self.table.num_rows, mistake }
    }

    /// How many rows each value of a column would show, its own filter left out; `None` if there is no such column.
    pub fn facet(&mut self, query: &Query, column: &str) -> Option<Facet> {
        self.facets(query, &[column.into()]).pop()
    }

    /// The same for several columns; those that the table does not have are left out.
    pub fn facets(&mut self, query: &Query, columns: &[ColumnId]) -> Vec<Facet> {
        let (search, _) = self.search(query);
        let sets = self.sets(query, &search);
        let (others, all) = left_out(self.table.num_rows as usize, &sets.iter().map(|(_, set)| &**set).collect::<Vec<_>>());
        let table = self.table.clone();
        let count = |id: &ColumnId| {
            let nr = table.column_nr(id.as_str())?;
            let own = sets.iter().position(|(clause, _)| *clause == Clause::Filter(id.clone()));
            let rows = own.and_then(|own| others.get(own)).unwrap_or(&all);
            let bins = self.bins(nr);
            Some(facet::facet(table.columns.get(nr)?, bins.as_deref(), rows))
        };
        columns.iter().filter_map(count).collect()
    }

    /// What to drop from a query that shows nothing, the most fruitful first; clauses that bring nothing alone are left out.
    pub fn ways_out(&mut self, query: &Query) -> Vec<WayOut> {
        let (search, _) = self.search(query);
        let sets = self.sets(query, &search);
        let (others, _) = left_out(self.table.num_rows as usize, &sets.iter().map(|(_, set)| &**set).collect::<Vec<_>>());
        let mut ways: Vec<WayOut> = sets
            .into_iter()
            .zip(&others)
            .map(|((clause, _), rows)| WayOut { clause, num_rows: rows.count() })
            .filter(|way| way.num_rows > 0)
            .collect();
        ways.sort_by_key(|way| std::cmp::Reverse(way.num_rows));
        ways
    }

    /// Where the search words are found in a cell's text, to mark them.
    pub fn matches(&self, search: &str, column: &str, text: &str) -> Vec<Range<usize>> {
        Search::parse(&self.table, search).map_or_else(|_| Vec::new(), |search| matches(&self.table, &search, column, text))
    }

    /// The search of a query, or the last good one and what is wrong.
    fn search(&mut self, query: &Query) -> (Search, Option<Mistake>) {
        match Search::parse(&self.table, &query.search) {
            Ok(search) => {
                self.last_good = search.clone();
                (search, None)
            }
            Err(mistake) => (self.last_good.clone(), Some(mistake)),
        }
    }

    /// The rows each clause lets through.
    fn sets(&mut self, query: &Query, search: &Search) -> Vec<(Clause, Arc<Bits>)> {
        let mut sets = Vec::new();
        for (id, filter) in &query.filters {
            if let Some(nr) = self.table.column_nr(id.as_str()) {
                sets.push((Clause::Filter(id.clone()), self.test(&Test::Filter(nr, filter.clone()))));
            }
        }
        if !search.is_empty() {
            sets.push((Clause::Search, Arc::new(self.found(search))));
        }
        sets
    }

    /// The rows a search finds.
    fn found(&mut self, search: &Search) -> Bits {
        let mut all = Bits::all(self.table.num_rows as usize);
        for group in &search.groups {
            let mut any = Bits::none(self.table.num_rows as usize);
            for Term { is_negated, test, .. } in group {
                let mut rows = self.test(test);
                if *is_negated {
                    Arc::make_mut(&mut rows).invert();
                }
                any.or(&rows);
            }
            all.and(&any);
        }
        all
    }

    fn test(&mut self, test: &Test) -> Arc<Bits> {
        if let Some(rows) = self.recent.find(test) {
            return rows;
        }
        let rows = Arc::new(self.test_anew(test));
        self.recent.push(test.clone(), rows.clone());
        rows
    }

    fn test_anew(&mut self, test: &Test) -> Bits {
        let table = self.table.clone();
        let column = |nr: &usize| table.columns.get(*nr);
        let none = || Bits::none(table.num_rows as usize);
        match test {
            Test::Filter(nr, filter) => column(nr).map_or_else(none, |column| filter::rows(column, filter)),
            Test::Beyond(nr, op, bound) => column(nr).map_or_else(none, |column| filter::beyond(column, *op, *bound)),
            Test::In(nr, word) => column(nr).map_or_else(none, |column| self.word_in(*nr, column, word, &Needle::new(word))),
            Test::Anywhere(word) => {
                let needle = Needle::new(word);
                let mut rows = none();
                for (nr, column) in table.columns.iter().enumerate().filter(|(_, column)| column.is_searchable) {
                    rows.or(&self.word_in(nr, column, word, &needle));
                }
                rows
            }
            Test::Any(tests) => {
                let mut rows = none();
                for test in tests {
                    rows.or(&self.test(test));
                }
                rows
            }
        }
    }

    /// The rows that have a word in a column: in the value, or in the form as written; a number or date may also be meant.
    fn word_in(&mut self, nr: usize, column: &Column, word: &Word, needle: &Needle) -> Bits {
        let mut rows = Bits::none(self.table.num_rows as usize);
        let Some(index) = self.columns.get_mut(nr) else {
            return rows;
        };
        let (text, is_exact) = match &column.data {
            Data::Choice(choice) => {
                let names = index.names.get_or_insert_with(|| {
                    let mut names = Strings::default();
                    choice.options.iter().for_each(|option| _ = names.push(&option.name.zh));
                    names
                });
                let haystack = index.haystack.get_or_insert_with(|| {
                    let mut haystack = Haystack::default();
                    for (nr, option) in (0..).zip(&choice.options) {
                        haystack.push(nr, &option.name.zh, &[&option.name.en, &option.id]);
                    }
                    haystack
                });
                return by_value(&choice.codes, &haystack.hits(names, needle));
            }
            Data::Text(text) => (Some(text), false),
            Data::Number(number) => (number.written.as_ref(), number.written.is_none()),
            Data::Date(dates) => (dates.written.as_ref(), true),
        };
        if let Some(text) = text {
            let haystack = index.haystack.get_or_insert_with(|| text_haystack(text));
            rows = by_value(&text.codes, &haystack.hits(&text.values, needle));
        }
        if is_exact
            && !word.is_phrase
            && let Some(scalar @ (Scalar::Number(_) | Scalar::Date(_))) = parse_scalar(column, &word.text)
        {
            rows.or(&filter::rows(column, &Filter::range(Some(scalar), Some(scalar))));
        }
        rows
    }

    pub(super) fn sorted(&mut self, nr: usize) -> Option<Arc<Sorted>> {
        let (index, column) = (self.columns.get_mut(nr)?, self.table.columns.get(nr)?);
        Some(index.sorted.get_or_insert_with(|| Arc::new(Sorted::new(column, self.collation))).clone())
    }

    fn bins(&mut self, nr: usize) -> Option<Arc<Bins>> {
        let (index, column) = (self.columns.get_mut(nr)?, self.table.columns.get(nr)?);
        if index.bins.is_none() {
            index.bins = Bins::new(column).map(Arc::new);
        }
        index.bins.clone()
    }
}

/// Where the words of a search are found in a cell's text, in order and without overlaps.
pub fn matches(table: &Table, search: &Search, column: &str, text: &str) -> Vec<Range<usize>> {
    let Some(nr) = table.column_nr(column) else {
        return Vec::new();
    };
    let is_searchable = table.columns.get(nr).is_some_and(|column| column.is_searchable);
    let words = search.words(nr, is_searchable);
    let mut found: Vec<Range<usize>> = words.into_iter().flat_map(|word| Needle::new(word).find_all(text)).collect();
    found.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in found {
        match merged.last_mut().filter(|last| last.end >= range.start) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}

fn text_haystack(text: &super::column::Text) -> Haystack {
    let mut haystack = Haystack::default();
    for (code, value) in (0..).zip(text.values.iter()) {
        let english = text.english.as_ref().and_then(|english| english.get(code)).unwrap_or_default();
        haystack.push(code, value, &[english]);
        let aliases = text.aliases.as_ref().and_then(|aliases| aliases.get(code)).unwrap_or_default();
        aliases.split('\u{1}').for_each(|alias| haystack.push(code, "", &[alias]));
    }
    haystack
}

/// The rows of these values.
fn by_value(codes: &super::codes::Codes, values: &Bits) -> Bits {
    if values.is_none() {
        return Bits::none(codes.len());
    }
    super::codes::each_width!(codes, list => Bits::from_slice(list, |code| values.contains(u32::try_from(super::codes::Code::index(code)).unwrap_or(u32::MAX))))
}

/// The rows of recent tests.
#[derive(Debug, Default)]
struct Recent {
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
