//! The parts of a cell's text that a search marks.

use std::ops::Range;

use super::{column::Table, needle::Needle, search::Search};

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
