//! What is worked out about a column, once it is needed: its order, its bins, its dictionary ready for searching.

use std::sync::Arc;

use super::{
    bits::Bits,
    cancel::Cancel,
    codes::{Code, Codes, each_width},
    collation::Collation,
    column::{Column, Data, Text},
    filter,
    haystack::Haystack,
    histogram::Bins,
    interval::Interval,
    needle::Needle,
    query::Filter,
    ranges::parse_scalar,
    search::Word,
    sort::Sorted,
};

/// What is worked out about a column.
#[derive(Debug, Default)]
pub(super) struct ColumnIndex {
    /// The order, and by what texts are in it.
    sorted: Option<(Collation, Arc<Sorted>)>,
    bins: Option<Arc<Bins>>,
    haystack: Option<Haystack>,
}

impl ColumnIndex {
    /// The order of the column; of texts only the one asked for last is kept.
    pub(super) fn sorted(&mut self, column: &Column, collation: Collation) -> Arc<Sorted> {
        let is_text = matches!(column.data, Data::Text(_));
        match &self.sorted {
            Some((known, sorted)) if *known == collation || !is_text => sorted.clone(),
            _ => {
                self.sorted = None;
                let sorted = Arc::new(Sorted::new(column, collation));
                self.sorted = Some((collation, sorted.clone()));
                sorted
            }
        }
    }

    /// The bins of a number or date column.
    pub(super) fn bins(&mut self, column: &Column) -> Option<Arc<Bins>> {
        if self.bins.is_none() {
            self.bins = Bins::new(column).map(Arc::new);
        }
        self.bins.clone()
    }

    /// Works one thing out that is not yet; whether there was one.
    pub(super) fn prepare(&mut self, column: &Column) -> bool {
        if matches!(column.data, Data::Number(_) | Data::Date(_)) && self.bins.is_none() {
            self.bins(column);
            return true;
        }
        let is_missing = column.is_searchable && dictionary(column).is_some() && self.haystack.is_none();
        if is_missing && let Some(text) = dictionary(column) {
            self.haystack = Some(Haystack::of_text(text));
        }
        is_missing
    }

    /// The rows that have a word: in the value, or in the form as written; a number or a date may be meant as well.
    pub(super) fn rows_with(&mut self, column: &Column, word: &Word, needle: &Needle, cancel: &Cancel) -> Option<Bits> {
        if let Data::Choice(choice) = &column.data {
            let hits = self.haystack.get_or_insert_with(|| Haystack::of_choice(choice)).hits(needle, cancel)?;
            return Some(rows_of(&choice.codes, &hits));
        }
        let mut rows = None;
        if let Some(text) = dictionary(column) {
            let hits = self.haystack.get_or_insert_with(|| Haystack::of_text(text)).hits(needle, cancel)?;
            rows = Some(if text.is_distinct { hits } else { rows_of(&text.codes, &hits) });
        }
        if let Some(meant) = meant(column, word) {
            let exact = filter::rows(column, &Filter::Interval(meant));
            match &mut rows {
                Some(rows) => rows.or(&exact),
                None => rows = Some(exact),
            }
        }
        Some(rows.unwrap_or_else(|| Bits::none(0)))
    }
}

/// The numbers or dates that a word may mean, where the form as written does not tell.
fn meant(column: &Column, word: &Word) -> Option<Interval> {
    if word.is_phrase {
        return None;
    }
    match &column.data {
        Data::Number(number) if number.written.is_some() => {
            let seen = number.seen_as(&word.text);
            (!seen.is_empty()).then(|| Interval::points(seen))
        }
        Data::Number(_) | Data::Date(_) => parse_scalar(column, &word.text).map(Interval::only),
        Data::Text(_) | Data::Choice(_) => None,
    }
}

/// The text that a word is looked for in: the values of a text column, the forms as written of numbers and dates.
fn dictionary(column: &Column) -> Option<&Text> {
    match &column.data {
        Data::Text(text) => Some(text),
        Data::Number(number) => number.written.as_ref(),
        Data::Date(dates) => dates.written.as_ref(),
        Data::Choice(_) => None,
    }
}

/// Up to so many values a table of bytes is faster than bits; a larger one would not stay near the processor.
const MAX_TABLE: usize = 1 << 16;

/// The rows of these values.
fn rows_of(codes: &Codes, values: &Bits) -> Bits {
    if values.is_none() {
        return Bits::none(codes.len());
    }
    if values.len() <= MAX_TABLE {
        let is_in: Vec<bool> = (0..=u32::try_from(values.len()).unwrap_or(u32::MAX)).map(|value| values.contains(value)).collect();
        return filter::by_code(codes, &is_in);
    }
    each_width!(codes, list => Bits::from_slice(list, |code| values.contains(u32::try_from(code.index()).unwrap_or(u32::MAX))))
}
