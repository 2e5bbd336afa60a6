//! The parts of a cell's text that a search marks.

use std::{iter, ops::Range};

use super::{
    column::{Column, Data, Table, Text},
    needle::Needle,
    scalar::Scalar,
    search::{Search, Word},
};
use crate::locale::Lang;

/// Where the words of a search are found in a text of a row's cell, in order and without overlaps.
///
/// A value that is found under another name (in the other language, in full, in another unit) is marked whole.
pub fn matches(table: &Table, search: &Search, column: &str, row: u32, text: &str) -> Vec<Range<usize>> {
    let Some((nr, column)) = table.column_nr(column).and_then(|nr| Some((nr, table.columns.get(nr)?))) else {
        return Vec::new();
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in search.words(nr, column.is_searchable).into_iter().filter(|word| !word.text.is_empty()) {
        let needle = Needle::new(word);
        let ranges = needle.find_all(text);
        if ranges.is_empty() && column.says(row, text) && column.is_found(row, word, &needle) {
            return iter::once(0..text.len()).collect();
        }
        found.extend(ranges);
    }
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

impl Column {
    /// Whether a text of a row's cell is its value, and not a word beside it.
    fn says(&self, row: u32, text: &str) -> bool {
        match &self.data {
            Data::Number(_) => text.contains(|char: char| char.is_ascii_digit()),
            Data::Text(_) | Data::Choice(_) | Data::Date(_) => Lang::ALL.iter().any(|lang| self.text(row, *lang).as_deref() == Some(text)),
        }
    }

    /// Whether a word finds a row's value under any of its names.
    fn is_found(&self, row: u32, word: &Word, needle: &Needle) -> bool {
        let is_in = |text: &Text| text.names(row).any(|name| needle.is_in(name));
        match &self.data {
            Data::Text(text) => is_in(text),
            Data::Choice(choice) => {
                let names = choice.option(row).map(|option| [&option.id, &option.name.zh, &option.name.en]);
                names.into_iter().flatten().any(|name| needle.is_in(name))
            }
            Data::Number(number) => {
                let is_seen = |scalar: Scalar| !word.is_phrase && number.seen_as(&word.text).contains(&scalar);
                number.written().is_some_and(is_in) || number.scalar(row).is_some_and(is_seen)
            }
            Data::Date(dates) => dates.written().is_some_and(is_in),
        }
    }
}
