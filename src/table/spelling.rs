//! A whole dictionary searched for a word in pinyin.

use std::ops::Range;

use super::{
    pinyin::{Typed, read},
    strings::{Strings, last_start},
};

/// The syllables of a dictionary's values; values without Han have none.
#[derive(Debug)]
pub(super) struct Spellings {
    /// Every way to read each value, each followed by a [`NO_SYLLABLE`](super::pinyin::NO_SYLLABLE).
    syllables: Vec<u16>,
    /// Where each way begins.
    starts: Vec<u32>,
    /// The value each way is of, ascending.
    owners: Vec<u32>,
}

impl Spellings {
    /// Reads every value.
    pub(super) fn new(values: &Strings) -> Self {
        let mut spellings = Self { syllables: Vec::new(), starts: Vec::new(), owners: Vec::new() };
        for (value, text) in (0..).zip(values.iter()) {
            let start = spellings.syllables.len();
            let num = read(text, &mut spellings.syllables);
            // Every way to read a text has the same number of syllables.
            let len = (spellings.syllables.len() - start).checked_div(num).unwrap_or(0);
            for way in 0..num {
                spellings.starts.push(u32::try_from(start + way * len).unwrap_or(u32::MAX));
                spellings.owners.push(value);
            }
        }
        spellings.syllables.shrink_to_fit();
        spellings.starts.shrink_to_fit();
        spellings.owners.shrink_to_fit();
        spellings
    }

    /// Calls back for each of these values that can be typed so.
    pub(super) fn scan(&self, typed: &Typed, values: Range<u32>, mut found: impl FnMut(u32)) {
        let way = |value: u32| self.owners.partition_point(|owner| *owner < value);
        let start = |nr: usize| self.starts.get(nr).map_or(self.syllables.len(), |start| *start as usize);
        let (mut nr, last) = (way(values.start), way(values.end));
        let (mut at, end) = (start(nr), start(last));
        let syllables = self.syllables.get(..end).unwrap_or_default();
        while let Some(hit) = next(syllables, typed, at) {
            nr = last_start(&self.starts, nr, hit);
            self.owners.get(nr).into_iter().for_each(|owner| found(*owner));
            nr += 1;
            at = start(nr);
        }
    }
}

/// Where the next match begins.
fn next(syllables: &[u16], typed: &Typed, mut at: usize) -> Option<usize> {
    loop {
        at += candidate(syllables.get(at..)?, typed)?;
        if typed.matches(syllables.get(at..)?).is_some() {
            return Some(at);
        }
        at += 1;
    }
}

/// How far it is to the next place whose first two syllables may begin a match.
fn candidate(rest: &[u16], typed: &Typed) -> Option<usize> {
    let (low, high) = typed.first;
    let is_first = |syllable: u16| syllable.wrapping_sub(low) <= high - low;
    match typed.second {
        None => position(rest, is_first),
        Some((low, high)) => {
            let pairs = rest.get(1..)?;
            position_of_pair(rest, pairs, |first, second| is_first(first) & (second.wrapping_sub(low) <= high - low))
        }
    }
}

/// How many items are looked at together; the compiler turns that into few instructions.
const LANES: usize = 32;

#[inline]
fn position(items: &[u16], is_it: impl Fn(u16) -> bool) -> Option<usize> {
    for (nr, chunk) in items.chunks(LANES).enumerate() {
        if chunk.iter().fold(false, |found, item| found | is_it(*item)) {
            return chunk.iter().position(|item| is_it(*item)).map(|at| nr * LANES + at);
        }
    }
    None
}

#[inline]
fn position_of_pair(firsts: &[u16], seconds: &[u16], is_it: impl Fn(u16, u16) -> bool) -> Option<usize> {
    for (nr, (firsts, seconds)) in firsts.chunks(LANES).zip(seconds.chunks(LANES)).enumerate() {
        let pairs = || firsts.iter().zip(seconds);
        if pairs().fold(false, |found, (first, second)| found | is_it(*first, *second)) {
            return pairs().position(|(first, second)| is_it(*first, *second)).map(|at| nr * LANES + at);
        }
    }
    None
}
