//! A query in parts, as its sentence names them: each can be dropped by itself.

use std::{collections::BTreeSet, ops::Range};

use super::{
    column::{ColumnId, Table},
    query::Query,
    search::{Search, Term, Test},
};

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The filter of a column.
    Filter(ColumnId),
    /// A part of the search text.
    Search {
        /// Its bytes in the text.
        ranges: Vec<Range<usize>>,
        /// What it asks, if it is a condition on a column and nothing else.
        condition: Option<Term>,
    },
    /// A sort key, by its place.
    Sort(usize),
    /// The column whose values the rows are gathered under.
    Group,
}

impl Query {
    /// Its parts, in the order of its sentence: filters, the search text, sort keys, groups.
    ///
    /// Of the search text each condition is a part, and so are terms joined by `or`, and all plain words together.
    pub fn parts(&self, table: &Table) -> Vec<Part> {
        let filters = self.filters.iter().map(|(column, _)| Part::Filter(column.clone()));
        let group = self.group.as_ref().map(|_| Part::Group);
        filters.chain(search_parts(table, &self.search)).chain((0..self.sort.len()).map(Part::Sort)).chain(group).collect()
    }

    /// Takes a part away.
    pub fn drop_part(&mut self, part: &Part) {
        match part {
            Part::Filter(column) => self.clear(column),
            Part::Search { ranges, .. } => self.search = without(&self.search, ranges),
            Part::Group => self.group = None,
            Part::Sort(nr) => {
                if *nr < self.sort.len() {
                    self.sort.remove(*nr);
                }
            }
        }
    }

    /// The columns that it filters by, be it in the search text.
    pub fn filtering<'t>(&'t self, table: &'t Table) -> Vec<&'t str> {
        let search = Search::parse(table, &self.search).unwrap_or_default();
        let mut tests: Vec<&Test> = search.groups.iter().flatten().map(|term| &term.test).collect();
        let mut asked = BTreeSet::new();
        while let Some(test) = tests.pop() {
            match test {
                Test::In(nr, _) | Test::Filter(nr, _) => _ = asked.insert(*nr),
                Test::Any(any) => tests.extend(any),
                Test::Anywhere(_) => {}
            }
        }
        let asked = asked.into_iter().filter_map(|nr| table.columns.get(nr)).map(|column| column.id.as_str());
        self.filters.iter().map(|(column, _)| column.as_str()).chain(asked).collect()
    }
}

/// The parts of a search text; one with a mistake is a single part.
fn search_parts(table: &Table, text: &str) -> Vec<Part> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let part = |range, condition| Part::Search { ranges: vec![range], condition };
    let Ok(search) = Search::parse(table, text) else { return vec![part(0..text.len(), None)] };
    let mut parts: Vec<Part> = Vec::new();
    let mut words = None;
    for group in search.groups {
        match group.as_slice() {
            [Term { range, test: Test::Anywhere(_), .. }] => {
                if let Some(Part::Search { ranges, .. }) = words.and_then(|nr: usize| parts.get_mut(nr)) {
                    ranges.push(range.clone());
                } else {
                    words = Some(parts.len());
                    parts.push(part(range.clone(), None));
                }
            }
            [term] => parts.push(part(term.range.clone(), Some(term.clone()))),
            [first, .., last] => parts.push(part(first.range.start..last.range.end, None)),
            [] => {}
        }
    }
    parts
}

/// A text without some of its bytes, and without the spaces that stood around them.
fn without(text: &str, ranges: &[Range<usize>]) -> String {
    let ends = ranges.iter().map(|range| range.start).chain([text.len()]);
    let starts = [0].into_iter().chain(ranges.iter().map(|range| range.end));
    let kept = starts.zip(ends).filter_map(|(start, end)| text.get(start..end)).map(str::trim).filter(|kept| !kept.is_empty());
    kept.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::fixture::table;

    /// What is left of a search text after each of its parts is dropped.
    fn left(text: &str) -> Vec<String> {
        let (table, query) = (table(), Query { search: text.to_owned(), ..Query::default() });
        let drop = |part: &Part| {
            let mut query = query.clone();
            query.drop_part(part);
            query.search
        };
        query.parts(&table).iter().map(drop).collect()
    }

    #[test]
    fn conditions_are_dropped_where_they_stand() {
        for (text, expected) in [
            ("", vec![]),
            ("  ", vec![]),
            ("yls", vec![""]),
            ("a \"b c\" -d", vec![""]),
            ("signed:2019-04..2019-06 investment>1亿", vec!["investment>1亿", "signed:2019-04..2019-06"]),
            ("a  stage:building  b", vec!["stage:building", "a b"]),
            ("stage:building or a -stage:trial b", vec!["-stage:trial b", "stage:building or a b", "stage:building or a -stage:trial"]),
            ("stage: x", vec![""]),
        ] {
            assert_eq!(left(text), expected, "{text}");
        }
    }

    #[test]
    fn a_query_has_its_parts_in_the_order_of_the_sentence() {
        let table = table();
        let mut query = Query::parse(&table, "stage:building investment>1亿 yls sort:-investment,name group:stage").unwrap();
        let mut written = Vec::new();
        while let Some(part) = query.parts(&table).first().cloned() {
            query.drop_part(&part);
            written.push(query.write(&table));
        }
        assert_eq!(
            written,
            [
                "investment>1亿 yls sort:-investment,name group:stage",
                "yls sort:-investment,name group:stage",
                "sort:-investment,name group:stage",
                "sort:name group:stage",
                "group:stage",
                ""
            ]
        );
    }

    #[test]
    fn columns_asked_in_words_filter_as_well() {
        let table = table();
        for (text, expected) in [
            ("stage:building", vec!["stage"]),
            ("investment>1亿 yls", vec!["investment"]),
            ("stage:building or name:a", vec!["name", "stage"]),
        ] {
            let query = Query { search: text.to_owned(), ..Query::default() };
            assert_eq!(query.filtering(&table), expected, "{text}");
        }
    }
}
