//! One word against one text, and against a whole dictionary.

use std::ops::Range;

use memchr::memmem::Finder;

use super::{
    bits::Bits,
    fold::{fold_char, fold_with_origins, is_folded},
    pinyin::{Typed, read},
    search::Word,
    strings::{SEPARATOR, Strings, last_start},
};

/// A word ready to be looked for.
#[derive(Clone, Debug)]
pub(super) struct Needle {
    pub text: String,
    finder: Finder<'static>,
    typed: Option<Typed>,
}

impl Needle {
    /// The word; not quoted it may be pinyin as well.
    pub(super) fn new(word: &Word) -> Self {
        let typed = if word.is_phrase { None } else { Typed::new(&word.text) };
        Self { text: word.text.clone(), finder: Finder::new(word.text.as_bytes()).into_owned(), typed }
    }

    /// Whether a text as written has it.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Where a text as written has it for the first time: as it is, or spelled in pinyin.
    pub(super) fn find(&self, text: &str) -> Option<Range<usize>> {
        let (folded, origins) = fold_with_origins(text);
        if let Some(at) = self.finder.find(folded.as_bytes()) {
            let end = origins.get(at + self.text.len()).copied().unwrap_or(text.len());
            return Some(origins.get(at).copied()?..end);
        }
        let (first, num) = self.typed.as_ref()?.find(text)?;
        let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).skip(first);
        let start = starts.next()?;
        Some(start..starts.nth(num.checked_sub(1)?)?)
    }
}

impl Needle {
    /// Every place in a text as written, or the first one in pinyin.
    pub(super) fn find_all(&self, text: &str) -> Vec<Range<usize>> {
        if self.text.is_empty() {
            return Vec::new();
        }
        let (folded, origins) = fold_with_origins(text);
        let origin = |at: usize| origins.get(at).copied().unwrap_or(text.len());
        let found: Vec<Range<usize>> =
            self.finder.find_iter(folded.as_bytes()).map(|at| origin(at)..origin(at + self.text.len())).collect();
        if found.is_empty() { self.find(text).into_iter().collect() } else { found }
    }
}

/// A dictionary's values in the forms that are searched.
#[derive(Debug, Default)]
pub(super) struct Haystack {
    /// Folded values, as far as folding changes them, and whatever else finds a value; with the value each belongs to.
    others: Strings,
    owners: Vec<u32>,
    spellings: Option<Spellings>,
}

impl Haystack {
    /// Takes a value's other names, folded; and the value itself if folding changes it.
    pub(super) fn push(&mut self, value: u32, text: &str, others: &[&str]) {
        if !is_folded(text) {
            self.push_folded(value, text);
        }
        for other in others.iter().filter(|other| !other.is_empty()) {
            self.push_folded(value, other);
        }
    }

    fn push_folded(&mut self, value: u32, text: &str) {
        let mut folded = String::with_capacity(text.len());
        text.chars().for_each(|char| fold_char(char, |char| folded.push(char)));
        if self.others.push(&folded).is_some() {
            self.owners.push(value);
        }
    }

    /// The values that have the word.
    pub(super) fn hits(&mut self, values: &Strings, needle: &Needle) -> Bits {
        let mut hits = Bits::none(values.len());
        if needle.text.contains(SEPARATOR) {
            return hits;
        }
        scan(values, &needle.finder, |value| hits.insert(value));
        scan(&self.others, &needle.finder, |nr| self.owners.get(nr as usize).into_iter().for_each(|value| hits.insert(*value)));
        if let Some(typed) = &needle.typed {
            self.spellings.get_or_insert_with(|| Spellings::new(values)).scan(typed, |value| hits.insert(value));
        }
        hits
    }
}

/// Calls back for each string that has the word.
fn scan(strings: &Strings, finder: &Finder<'_>, mut found: impl FnMut(u32)) {
    let arena = strings.arena().as_bytes();
    if finder.needle().is_empty() {
        (0..u32::try_from(strings.len()).unwrap_or(u32::MAX)).for_each(found);
        return;
    }
    let (mut at, mut nr) = (0, 0);
    while let Some(hit) = arena.get(at..).and_then(|rest| finder.find(rest)) {
        nr = strings.find(nr, at + hit);
        found(nr);
        nr += 1;
        let Some(next) = strings.range(nr) else {
            return;
        };
        at = next.start;
    }
}

/// The syllables of a dictionary's values; values without Han have none.
#[derive(Debug)]
struct Spellings {
    /// Each reading's syllables, followed by a [`NO_SYLLABLE`].
    syllables: Vec<u16>,
    /// Where each reading begins.
    starts: Vec<u32>,
    /// The value each reading is of.
    owners: Vec<u32>,
}

impl Spellings {
    fn new(values: &Strings) -> Self {
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

    /// Calls back for each value that can be typed so.
    fn scan(&self, typed: &Typed, mut found: impl FnMut(u32)) {
        let (mut at, mut nr) = (0, 0);
        while let Some(hit) = self.next(typed, at) {
            nr = last_start(&self.starts, nr, hit);
            self.owners.get(nr).into_iter().for_each(|owner| found(*owner));
            nr += 1;
            let Some(start) = self.starts.get(nr) else {
                return;
            };
            at = *start as usize;
        }
    }

    /// Where the next match begins.
    fn next(&self, typed: &Typed, mut at: usize) -> Option<usize> {
        loop {
            at += self.candidate(typed, at)?;
            if typed.matches(self.syllables.get(at..)?).is_some() {
                return Some(at);
            }
            at += 1;
        }
    }

    /// How far it is to the next place whose first two syllables may begin a match.
    fn candidate(&self, typed: &Typed, at: usize) -> Option<usize> {
        let rest = self.syllables.get(at..)?;
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
