//! Counts beside the values of a column, and histograms.

use super::{
    bits::{Bits, Ones},
    codes::{Code, Codes, each_width},
    column::{Column, Data},
    histogram::{Bin, Bins},
};

/// How many rows each value of a column would show, with every filter but the column's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// By value.
    pub counts: Counts,
    /// Rows that state nothing.
    pub not_stated: u32,
}

/// The counts of a facet.
#[derive(Clone, Debug, PartialEq)]
pub enum Counts {
    /// Of a text or choice column.
    Values(Vec<FacetValue>),
    /// Of a number or date column; the bins of one measure after those of another, that of most rows first.
    Histogram(Vec<Bin>),
}

/// A value and how many rows it would show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value's number; [`Column::value`] and [`Column::shown`] tell its name.
    pub code: u32,
    /// How many rows.
    pub count: u32,
}

/// Counts the rows in `rows` by value: choices in their own order, texts by count; zeros are kept, last.
pub(super) fn facet(column: &Column, bins: Option<&Bins>, rows: &Bits) -> Facet {
    if let Some(bins) = bins {
        let mut counts = count(&bins.codes, bins.bins.len() + 1, rows);
        let not_stated = counts.pop().unwrap_or(0);
        let bins = bins.bins.iter().zip(counts).map(|(bin, count)| Bin { count, ..bin.clone() });
        return Facet { counts: Counts::Histogram(bins.collect()), not_stated };
    }
    let Some(codes) = column.codes() else {
        return Facet { counts: Counts::Values(Vec::new()), not_stated: 0 };
    };
    let mut counts = count(codes, column.num_values().unwrap_or(0) as usize + 1, rows);
    let not_stated = counts.pop().unwrap_or(0);
    let mut values: Vec<FacetValue> = (0..).zip(counts).map(|(code, count)| FacetValue { code, count }).collect();
    match column.data {
        Data::Choice(_) => values.sort_by_key(|value| value.count == 0),
        _ => values.sort_by_key(|value| std::cmp::Reverse(value.count)),
    }
    Facet { counts: Counts::Values(values), not_stated }
}

/// How many of the rows have each code.
pub(super) fn count(codes: &Codes, num_codes: usize, rows: &Bits) -> Vec<u32> {
    each_width!(codes, list => count_codes(list, num_codes, rows))
}

fn count_codes<C: Code>(codes: &[C], num_codes: usize, rows: &Bits) -> Vec<u32> {
    let mut counts = vec![0_u32; num_codes];
    for (word, codes) in rows.words().iter().zip(codes.chunks(64)) {
        for nr in (Ones { first: 0, word: *word }) {
            if let Some(count) = codes.get(nr as usize).and_then(|code| counts.get_mut(code.index())) {
                *count += 1;
            }
        }
    }
    counts
}
