//! Numbers of a source that stand neither in a figure's phrase nor in an exclusion's.

use std::ops::Range;

use super::{
    Located, Source,
    fold::{fold, numbers},
};
use crate::dossier::{
    Dossier,
    numeral::is_han_numeral,
    unit::{Unit, may_start_unit},
};

/// A number of the source that nothing accounts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    /// Bytes of the source's text.
    pub range: Range<usize>,
    /// Whether it is written in digits; else in Han, before a counting word.
    pub is_digits: bool,
}

/// A stretch of the folded text within which some numbers are accounted for.
struct Cover {
    range: Range<usize>,
    /// The numerals, as they are folded.
    numerals: Vec<String>,
    /// Whether the number right behind it is accounted for too.
    takes_next: bool,
}

impl Source {
    /// The numbers that nothing accounts for, in order.
    pub fn loose(&self, dossier: &Dossier, located: &Located) -> Vec<Loose> {
        let text = self.folded.text.as_str();
        let covers = covers(dossier, located);
        // A cover starts at most this far before what it accounts for.
        let longest = covers.iter().map(|cover| cover.range.len()).max().unwrap_or_default() + 8;
        let is_covered = |token: &Range<usize>| {
            let first = covers.partition_point(|cover| cover.range.start + longest < token.start);
            let near = covers.iter().skip(first).take_while(|cover| cover.range.start <= token.start);
            let numeral = text.get(token.clone()).unwrap_or_default();
            near.into_iter().any(|cover| cover.accounts_for(text, token, numeral))
        };
        let digits = numbers(text).map(|token| (token, true));
        let mut loose: Vec<(Range<usize>, bool)> =
            digits.chain(han(text).map(|token| (token, false))).filter(|(token, _)| !is_covered(token)).collect();
        loose.sort_by_key(|(token, _)| token.start);
        let ranges = self.folded.unfold_all(&self.text, loose.iter().map(|(token, _)| token.clone()));
        ranges.into_iter().zip(loose).map(|(range, (_, is_digits))| Loose { range, is_digits }).collect()
    }
}

impl Cover {
    fn accounts_for(&self, text: &str, token: &Range<usize>, numeral: &str) -> bool {
        if self.range.start <= token.start && token.end <= self.range.end {
            return self.numerals.iter().any(|own| own == numeral);
        }
        let between = text.get(self.range.end..token.start);
        self.takes_next && between.is_some_and(|between| matches!(between, "" | ":" | "号:"))
    }
}

/// What the located phrases account for, by their start.
fn covers(dossier: &Dossier, located: &Located) -> Vec<Cover> {
    let figures = located.carried.iter().map(|(nr, range)| {
        let figure = dossier.figure(*nr);
        Cover { range: range.clone(), numerals: numerals(&figure.text), takes_next: false }
    });
    let exclusions = located.excluded.iter().filter_map(|(nr, range)| {
        let exclusion = dossier.exclusions.get(*nr)?;
        let numerals = numerals(&exclusion.token);
        // A contact number is not written down in the dossier: the words before it stand for it.
        let takes_next = numerals.is_empty();
        Some(Cover { range: range.clone(), numerals, takes_next })
    });
    let mut covers: Vec<Cover> = figures.chain(exclusions).collect();
    covers.sort_by_key(|cover| cover.range.start);
    covers
}

/// The numerals of a form: its digits, and its Han numerals.
fn numerals(form: &str) -> Vec<String> {
    let folded = fold(form);
    let text = |range: Range<usize>| folded.get(range).unwrap_or_default().to_owned();
    numbers(&folded).map(text).chain(han_runs(&folded).map(text)).collect()
}

/// The Han numerals before a counting word.
fn han(text: &str) -> impl Iterator<Item = Range<usize>> {
    han_runs(text).filter(|run| {
        let behind = text.get(run.end..).unwrap_or_default();
        // A unit is short and stands on the same line; a paragraph may be long.
        let end = behind.char_indices().enumerate().find(|(nr, (_, c))| *nr == 8 || *c == '\n').map_or(behind.len(), |(_, (at, _))| at);
        let name = behind.get(..end).unwrap_or_default().trim_start_matches(['余', '多', '来']);
        name.starts_with(may_start_unit) && starts_with_unit(name)
    })
}

/// Whether a text starts with a unit; the shortest is the most frequent.
fn starts_with_unit(text: &str) -> bool {
    let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.any(|end| text.get(..end).is_some_and(|name| Unit::parse(name).is_some()))
}

/// The runs of Han numerals that no digit stands before: the 万 of 5万 belongs to the 5.
fn han_runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    let mut last = '\n';
    std::iter::from_fn(move || {
        loop {
            let (start, c) = chars.next()?;
            let before = std::mem::replace(&mut last, c);
            if !is_han_numeral(c) {
                continue;
            }
            let mut end = start + c.len_utf8();
            while let Some((at, c)) = chars.next_if(|(_, c)| is_han_numeral(*c)) {
                (end, last) = (at + c.len_utf8(), c);
            }
            if !before.is_ascii_digit() {
                return Some(start..end);
            }
        }
    })
}
