//! Finding in a text: words as they stand, as they are typed in pinyin, and numbers by their value.
//!
//! The text is made ready once; then a search goes through all of it in some milliseconds, even through a million
//! characters, so nothing is kept from one keystroke to the next. Case, width and white space do not matter.

use std::{cmp::Reverse, collections::HashMap, ops::Range};

use memchr::memmem::Finder;

use super::amount::Amount;
use crate::table::{Decimal, Spelled, fold_char};

/// A piece of text that no hit goes beyond: a paragraph, a heading.
#[derive(Clone, Debug, Default)]
pub struct Piece<'a> {
    /// The text.
    pub text: &'a str,
    /// The figures in it, as bytes of the text: they are found by their value too.
    pub figures: Vec<Range<usize>>,
}

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The piece, from 0.
    pub piece: usize,
    /// Chars of its text.
    pub chars: Range<usize>,
}

/// A text made ready to be searched.
#[derive(Debug, Default)]
pub struct Text {
    /// All pieces, folded, each followed by a line break, which nobody can look for.
    folded: String,
    /// For each folded char the char of its piece that it came from.
    origins: Vec<u32>,
    /// Where each piece begins among the folded chars.
    pieces: Vec<usize>,
    spelled: Spelled,
    figures: Vec<(Hit, Amount)>,
    /// The figures that have a number, as written or in the base unit.
    by_number: HashMap<Decimal, Vec<usize>>,
}

impl Text {
    /// Makes a text ready.
    pub fn new<'a>(pieces: impl IntoIterator<Item = Piece<'a>>) -> Self {
        let mut text = Self::default();
        for (piece_nr, piece) in pieces.into_iter().enumerate() {
            text.pieces.push(text.origins.len());
            fold_text(piece.text, |char, origin| {
                text.folded.push(char);
                text.origins.push(u32::try_from(origin).unwrap_or(u32::MAX));
            });
            text.folded.push('\n');
            text.origins.push(u32::MAX);
            for bytes in piece.figures {
                text.push_figure(piece_nr, piece.text, &bytes);
            }
        }
        text.spelled = Spelled::new(&text.folded);
        text
    }

    fn push_figure(&mut self, piece: usize, text: &str, bytes: &Range<usize>) {
        let (Some(before), Some(inside)) = (text.get(..bytes.start), text.get(bytes.clone())) else { return };
        let Some(amount) = Amount::written(inside) else { return };
        let start = before.chars().count();
        for key in amount.keys() {
            let known = self.by_number.entry(key).or_default();
            if known.last() != Some(&self.figures.len()) {
                known.push(self.figures.len());
            }
        }
        self.figures.push((Hit { piece, chars: start..start + inside.chars().count() }, amount));
    }

    /// Every place where `needle` stands, in order; they do not overlap.
    pub fn find(&self, needle: &str) -> Vec<Hit> {
        let mut folded = String::new();
        fold_text(needle, |char, _| folded.push(char));
        if folded.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = self.by_value(needle).collect();
        let num_valued = hits.len();
        self.extend(&mut hits, self.as_written(&folded));
        let num_written = hits.len();
        self.extend(&mut hits, self.spelled.find(&folded));
        if num_valued > 0 || num_written < hits.len() {
            // Of several that begin together the longest is shown: a figure as a whole, not its digits.
            hits.sort_unstable_by_key(|hit| (hit.piece, hit.chars.start, Reverse(hit.chars.end)));
        }
        let mut last: Option<(usize, usize)> = None;
        hits.retain(|hit| {
            let is_apart = last.is_none_or(|(piece, end)| hit.piece > piece || hit.chars.start >= end);
            if is_apart {
                last = Some((hit.piece, hit.chars.end));
            }
            is_apart
        });
        hits
    }

    fn by_value(&self, needle: &str) -> impl Iterator<Item = Hit> {
        let typed = Amount::typed(needle);
        let keys = typed.as_ref().map(Amount::keys);
        let mut found: Vec<usize> = keys.iter().flatten().filter_map(|key| self.by_number.get(key)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        let figures = found.into_iter().filter_map(|nr| self.figures.get(nr));
        figures.filter(move |(_, written)| typed.as_ref().is_some_and(|typed| typed.finds(written))).map(|(hit, _)| hit.clone())
    }

    /// Where the folded text has the folded needle, in folded chars.
    fn as_written(&self, needle: &str) -> Vec<Range<usize>> {
        let len = needle.chars().count();
        let bytes = self.folded.as_bytes();
        let (mut byte, mut char) = (0, 0);
        let finder = Finder::new(needle.as_bytes());
        let found = finder.find_iter(bytes).map(|at| {
            char += bytes.get(byte..at).map_or(0, num_chars);
            byte = at;
            char..char + len
        });
        found.collect()
    }

    /// Adds places given in folded chars, which are in order or nearly so.
    fn extend(&self, hits: &mut Vec<Hit>, found: Vec<Range<usize>>) {
        let mut piece = 0;
        hits.reserve(found.len());
        for folded in found {
            let is_in = |piece: usize| {
                let start = self.pieces.get(piece).copied().unwrap_or(0);
                start <= folded.start && self.pieces.get(piece + 1).is_none_or(|next| folded.start < *next)
            };
            if !is_in(piece) {
                piece = if is_in(piece + 1) { piece + 1 } else { self.pieces.partition_point(|start| *start <= folded.start) - 1 };
            }
            let origin = |at: usize| self.origins.get(at).map(|origin| *origin as usize);
            if let (Some(start), Some(last)) = (origin(folded.start), origin(folded.end.saturating_sub(1))) {
                hits.push(Hit { piece, chars: start..last + 1 });
            }
        }
    }
}

/// How many chars begin in these bytes.
fn num_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// Tells each char in lower case and half width, and the number of the char it came from.
///
/// White space is one space between Latin words and nothing beside Han: `6.3 亿元` and `6.3亿元` are the same.
fn fold_text(text: &str, mut push: impl FnMut(char, usize)) {
    let is_wide = |char: char| char >= '\u{2e80}';
    let mut before: Option<char> = None;
    let mut space = None;
    for (at, char) in text.chars().enumerate() {
        if char.is_whitespace() {
            space = space.or(Some(at));
            continue;
        }
        if let (Some(space), Some(before)) = (space.take(), before)
            && !is_wide(before)
            && !is_wide(char)
        {
            push(' ', space);
        }
        fold_char(char, |folded| push(folded, at));
        before = Some(char);
    }
}

#[cfg(test)]
#[path = "find_tests.rs"]
mod tests;
