//! A whole dictionary searched for a word in pinyin.

use std::ops::Range;

use super::{
    pinyin::{SYLLABLES, read},
    strings::{Strings, last_start},
    typed::{Start, Typed, Way},
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
    /// Per value one bit for each letter that one of its syllables begins with: nearly every value has the first letter
    /// that is typed, and looking each place up takes longest then.
    initials: Vec<u32>,
}

impl Spellings {
    /// Reads every value.
    pub(super) fn new(values: &Strings) -> Self {
        let mut spellings =
            Self { syllables: Vec::new(), starts: Vec::new(), owners: Vec::new(), initials: Vec::with_capacity(values.len()) };
        let letters = letters();
        for (value, text) in (0..).zip(values.iter()) {
            let start = spellings.syllables.len();
            let num = read(text, &mut spellings.syllables);
            let own = spellings.syllables.get(start..).unwrap_or_default();
            let letter = |syllable: &u16| letters.get(usize::from(*syllable)).copied().unwrap_or(0);
            spellings.initials.push(own.iter().fold(0, |initials, syllable| initials | letter(syllable)));
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
        let reading = |value: u32| self.owners.partition_point(|owner| *owner < value);
        let start = |nr: usize| self.starts.get(nr).map_or(self.syllables.len(), |start| *start as usize);
        if let Some(letter) = typed.letter() {
            let initials = self.initials.get(values.start as usize..values.end as usize).unwrap_or_default();
            values.zip(initials).filter(|(_, initials)| *initials >> letter & 1 == 1).for_each(|(value, _)| found(value));
            return;
        }
        let (first, last) = (reading(values.start), reading(values.end));
        let syllables = self.syllables.get(..start(last)).unwrap_or_default();
        for (begin, way) in typed.ways() {
            let (mut nr, mut at) = (first, start(first));
            while let Some(hit) = next(syllables, begin, way, at) {
                nr = last_start(&self.starts, nr, hit);
                self.owners.get(nr).into_iter().for_each(|owner| found(*owner));
                nr += 1;
                at = start(nr);
            }
        }
    }
}

/// By syllable the bit of the letter it begins with; digits have none.
fn letters() -> Vec<u32> {
    let bit = |word: &String| word.bytes().next().filter(u8::is_ascii_lowercase).map_or(0, |letter| 1 << (letter - b'a'));
    SYLLABLES.words.iter().map(bit).collect()
}

/// Where the next match begins.
pub(super) fn next(syllables: &[u16], begin: Start, way: Way<'_>, mut at: usize) -> Option<usize> {
    loop {
        at += candidate(syllables.get(at..)?, begin)?;
        if way.matches(syllables.get(at..)?).is_some() {
            return Some(at);
        }
        at += 1;
    }
}

/// How far it is to the next place whose first two syllables may begin a match.
fn candidate(rest: &[u16], (first, second): Start) -> Option<usize> {
    let is_in = |(low, high): (u16, u16), syllable: u16| syllable.wrapping_sub(low) <= high - low;
    match second {
        None => position(rest, rest, |syllable, _| is_in(first, syllable)),
        Some(second) => position(rest, rest.get(1..)?, |a, b| is_in(first, a) & is_in(second, b)),
    }
}

/// How many places are looked at together; the compiler turns that into few instructions.
const LANES: usize = 16;

/// The bit of each of these places.
const LANE_BITS: [u16; LANES] = [1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x2000, 0x4000, 0x8000];

/// The first place at which both lists together fit.
#[inline]
fn position(firsts: &[u16], seconds: &[u16], is_it: impl Fn(u16, u16) -> bool) -> Option<usize> {
    let (first_chunks, _) = firsts.as_chunks::<LANES>();
    let (second_chunks, _) = seconds.as_chunks::<LANES>();
    let mut chunks = first_chunks.iter().zip(second_chunks).enumerate();
    // Words that are frequent are near; for the others it is enough to know whether a stride has them at all.
    let near = chunks.next().map_or(0, |(_, (firsts, seconds))| places(firsts, seconds, &is_it));
    if near != 0 {
        return Some(near.trailing_zeros() as usize);
    }
    let has_it = |(firsts, seconds): (&[u16; LANES], &[u16; LANES])| {
        firsts.iter().zip(seconds).fold(0, |found, (first, second)| found | u16::from(is_it(*first, *second))) != 0
    };
    if let Some((nr, (firsts, seconds))) = chunks.find(|(_, chunk)| has_it(*chunk)) {
        return Some(nr * LANES + places(firsts, seconds, &is_it).trailing_zeros() as usize);
    }
    let before = first_chunks.len().min(second_chunks.len()) * LANES;
    let mut rest = firsts.get(before..)?.iter().zip(seconds.get(before..)?);
    rest.position(|(first, second)| is_it(*first, *second)).map(|at| before + at)
}

/// The places of a stride that fit, one bit each.
#[inline]
fn places(firsts: &[u16; LANES], seconds: &[u16; LANES], is_it: impl Fn(u16, u16) -> bool) -> u16 {
    let pairs = firsts.iter().zip(seconds).zip(LANE_BITS);
    pairs.fold(0, |found, ((first, second), bit)| found | if is_it(*first, *second) { bit } else { 0 })
}
