//! A whole dictionary searched for one word.

use std::ops::Range;

use super::{
    bits::Bits,
    cancel::{Cancel, STRIDE},
    column::Text,
    fold::{fold, is_folded},
    needle::Needle,
    spelling::Spellings,
    strings::{SEPARATOR, Strings},
};

/// A dictionary's values in the forms that are searched, the values themselves apart.
#[derive(Debug, Default)]
pub(super) struct Haystack {
    /// Folded values, as far as folding changes them, and whatever else finds a value.
    others: Strings,
    /// The value each of them belongs to, ascending.
    owners: Vec<u32>,
    /// One bit for each ASCII character that a value has: a word with another one need not be looked for.
    ascii: u128,
    spellings: Option<Spellings>,
    /// The latest words with their values: a longer word is looked for among those of a shorter one.
    recent: Vec<(Needle, Bits)>,
}

/// How many words are remembered: a word being typed, and Backspace through it.
const NUM_RECENT: usize = 12;

/// From so many values on the search is shared by two threads; for fewer they are not worth their start.
const MIN_SHARED: u32 = if cfg!(test) { 16 } else { 100_000 };

impl Haystack {
    /// The search forms of a text column's dictionary.
    pub(super) fn of_text(text: &Text) -> Self {
        let mut haystack = Self::default();
        for (code, value) in (0..).zip(text.values.iter()) {
            let other =
                |strings: &'_ Option<Strings>| strings.as_ref().and_then(|strings| strings.get(code)).unwrap_or_default().to_owned();
            haystack.push(code, value, other(&text.english).as_str());
            other(&text.aliases).split('\u{1}').for_each(|alias| haystack.push_other(code, alias));
        }
        haystack
    }

    /// Takes a value and its English name; values come in their order.
    pub(super) fn push(&mut self, value: u32, text: &str, english: &str) {
        self.ascii |= text.bytes().filter(u8::is_ascii).fold(0, |ascii, byte| ascii | 1 << byte);
        if !is_folded(text) {
            self.push_other(value, text);
        }
        self.push_other(value, english);
    }

    /// Takes another name of the value that came last.
    pub(super) fn push_other(&mut self, value: u32, other: &str) {
        if !other.is_empty() && self.others.push(&fold(other)).is_some() {
            self.owners.push(value);
        }
    }

    /// Works out how the values are typed, which the first word in Latin letters waits for otherwise.
    pub(super) fn prepare(&mut self, values: &Strings) {
        self.spellings.get_or_insert_with(|| Spellings::new(values));
    }

    /// The values that have the word; `None` if the work was to stop.
    pub(super) fn hits(&mut self, values: &Strings, needle: &Needle, cancel: &Cancel) -> Option<Bits> {
        if let Some(nr) = self.recent.iter().position(|(known, _)| known.is_same(needle)) {
            // The word moves to the end, so that the one typed last is the last to be forgotten.
            let found = self.recent.remove(nr);
            let hits = found.1.clone();
            self.recent.push(found);
            return Some(hits);
        }
        if needle.typed.is_some() {
            self.prepare(values);
        }
        let shorter = self.recent.iter().filter(|(known, _)| known.is_narrowed_by(needle)).max_by_key(|(known, _)| known.text.len());
        let among = shorter.map(|(_, hits)| hits).filter(|hits| hits.count() as usize * 16 < values.len());
        let hits = match among {
            Some(among) => self.among(values, needle, among),
            None => self.everywhere(values, needle, cancel)?,
        };
        if self.recent.len() >= NUM_RECENT {
            self.recent.remove(0);
        }
        self.recent.push((needle.clone(), hits.clone()));
        Some(hits)
    }

    fn among(&self, values: &Strings, needle: &Needle, among: &Bits) -> Bits {
        let mut hits = Bits::none(values.len());
        for value in among.iter() {
            self.part(values, needle, value..value + 1, &mut hits);
        }
        hits
    }

    fn everywhere(&self, values: &Strings, needle: &Needle, cancel: &Cancel) -> Option<Bits> {
        let num_values = u32::try_from(values.len()).unwrap_or(u32::MAX);
        let search = |part: Range<u32>| {
            let mut hits = Bits::none(values.len());
            for start in part.clone().step_by(STRIDE as usize) {
                cancel.go_on()?;
                self.part(values, needle, start..part.end.min(start.saturating_add(STRIDE)), &mut hits);
            }
            Some(hits)
        };
        if num_values < MIN_SHARED {
            return search(0..num_values);
        }
        std::thread::scope(|scope| {
            let first = scope.spawn(|| search(0..num_values / 2));
            let mut hits = search(num_values / 2..num_values)?;
            // A thread that could not finish leaves its half to this one.
            hits.or(&first.join().unwrap_or_else(|_| search(0..num_values / 2))?);
            Some(hits)
        })
    }

    /// Adds what is found among these values.
    fn part(&self, values: &Strings, needle: &Needle, part: Range<u32>, hits: &mut Bits) {
        if needle.text.contains(SEPARATOR) {
            return;
        }
        if needle.text.bytes().filter(u8::is_ascii).all(|byte| self.ascii >> byte & 1 == 1) {
            scan(values, needle, part.clone(), |value| hits.insert(value));
        }
        if !self.owners.is_empty() {
            let place = |value: u32| u32::try_from(self.owners.partition_point(|owner| *owner < value)).unwrap_or(u32::MAX);
            let found = |nr: u32| self.owners.get(nr as usize).into_iter().for_each(|value| hits.insert(*value));
            scan(&self.others, needle, place(part.start)..place(part.end), found);
        }
        if let (Some(typed), Some(spellings)) = (&needle.typed, &self.spellings) {
            spellings.scan(typed, part, |value| hits.insert(value));
        }
    }
}

/// Calls back for each of these strings that has the word.
fn scan(strings: &Strings, needle: &Needle, part: Range<u32>, mut found: impl FnMut(u32)) {
    if needle.text.is_empty() {
        part.for_each(found);
        return;
    }
    let start_of = |nr: u32| strings.range(nr).map_or(strings.arena().len(), |range| range.start);
    let (mut nr, mut at, end) = (part.start, start_of(part.start), start_of(part.end));
    while let Some(hit) = strings.arena().as_bytes().get(at..end).and_then(|rest| needle.finder.find(rest)) {
        nr = strings.find(nr, at + hit);
        found(nr);
        nr += 1;
        if nr >= part.end {
            return;
        }
        at = start_of(nr);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{builders::TextBuilder, search::Word};
    use proptest::prelude::*;

    fn word(text: &str, is_phrase: bool) -> Word {
        Word { text: fold(text), is_phrase }
    }

    proptest! {
        #[test]
        fn a_dictionary_finds_what_each_value_finds(
            texts in prop::collection::vec(("[亿联盛重庆朝阳长行aAｂ1 ]{0,5}", "[a-cY ]{0,3}"), 0..60),
            words in prop::collection::vec(("[a-z]{1,3}|y(il?)?|ch?|ls|盛|联盛|1|a|b|[亿重长] ?|", any::<bool>()), 1..6),
        ) {
            let mut builder = TextBuilder::default();
            for (zh, en) in &texts {
                builder.push_with(zh, en, &["Alias Q"]);
            }
            let text = builder.finish();
            let mut haystack = Haystack::of_text(&text);
            for (typed, is_phrase) in words {
                let (needle, plain) = (Needle::new(&word(&typed, is_phrase)), Needle::new(&word(&typed, true)));
                let hits = haystack.hits(&text.values, &needle, &Cancel::default()).unwrap();
                for (code, value) in (0..).zip(text.values.iter()) {
                    let english = text.english.as_ref().and_then(|english| english.get(code)).unwrap_or_default();
                    let expected = needle.is_in(value) || plain.is_in(english) || plain.is_in("alias q");
                    prop_assert_eq!(hits.contains(code), expected, "{:?} in {:?} / {:?}", typed, value, english);
                }
            }
        }
    }

    #[test]
    fn stale_work_stops() {
        let mut builder = TextBuilder::default();
        (0..100).for_each(|nr| builder.push(Some(&format!("亿{nr}"))));
        let text = builder.finish();
        let newest = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(2));
        let mut haystack = Haystack::of_text(&text);
        let needle = Needle::new(&word("yi", false));
        assert!(haystack.hits(&text.values, &needle, &Cancel::new(newest.clone(), 1)).is_none());
        assert_eq!(haystack.hits(&text.values, &needle, &Cancel::new(newest, 2)).map(|hits| hits.count()), Some(100));
    }
}
