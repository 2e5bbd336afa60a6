//! Many strings in one allocation, and the dictionary that gives each distinct one a code.

use std::{hash::BuildHasher as _, ops::Range};

use hashbrown::{DefaultHashBuilder, HashTable};

use super::room;

/// What stands after every string of an arena, so that no search word matches across two of them.
pub(super) const SEPARATOR: char = '\0';

/// Strings one after the other, each followed by a separator.
#[derive(Clone, Debug)]
pub(super) struct Strings {
    text: String,
    /// Where each string begins, and where the next one would.
    starts: Vec<u32>,
}

impl Default for Strings {
    fn default() -> Self {
        Self { text: String::new(), starts: vec![0] }
    }
}

impl Strings {
    /// How many strings there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is no string.
    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a string and returns its number, or `None` where 4 GB are full. A separator inside it becomes U+FFFD.
    pub(super) fn push(&mut self, text: &str) -> Option<u32> {
        let nr = u32::try_from(self.len()).ok()?;
        let end = self.text.len() + 3 * text.len() + 1;
        if u32::try_from(end).is_err() || nr == u32::MAX {
            return None;
        }
        room::for_bytes(&mut self.text, 3 * text.len() + 1);
        room::for_one(&mut self.starts);
        if text.contains(SEPARATOR) {
            self.text.push_str(&text.replace(SEPARATOR, "\u{fffd}"));
        } else {
            self.text.push_str(text);
        }
        self.text.push(SEPARATOR);
        self.starts.push(u32::try_from(self.text.len()).ok()?);
        Some(nr)
    }

    /// The string of this number.
    #[inline]
    pub(super) fn get(&self, nr: u32) -> Option<&str> {
        self.text.get(self.range(nr)?)
    }

    /// Where the string of this number stands in the arena, without its separator.
    #[inline]
    pub(super) fn range(&self, nr: u32) -> Option<Range<usize>> {
        let nr = nr as usize;
        let end = *self.starts.get(nr + 1)? as usize;
        Some(*self.starts.get(nr)? as usize..end - 1)
    }

    /// The number of a string, looked for one after the other.
    pub(super) fn position(&self, text: &str) -> Option<usize> {
        let is_it = |pair: &[u32]| match pair {
            [start, end] => (*end - *start) as usize == text.len() + 1 && self.text.get(*start as usize..*end as usize - 1) == Some(text),
            _ => false,
        };
        self.starts.windows(2).position(is_it)
    }

    /// All of them with their separators.
    pub(super) fn arena(&self) -> &str {
        &self.text
    }

    /// Gives back what was reserved and not used.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
    }
}

/// Gives equal strings the same code while a column is built.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    /// The distinct strings; a code is a number of this list.
    pub strings: Strings,
    /// The codes by their strings' hashes.
    codes: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Dictionary {
    /// The code of `text`, and whether it is new; `None` where the arena is full.
    pub(super) fn code(&mut self, text: &str) -> Option<(u32, bool)> {
        let hash = self.hasher.hash_one(text);
        if let Some(code) = self.codes.find(hash, |code| self.strings.get(*code) == Some(text)) {
            return Some((*code, false));
        }
        if self.codes.len() == self.codes.capacity() {
            self.grow();
        }
        let code = self.strings.push(text)?;
        self.insert(hash, code);
        Some((code, true))
    }

    /// Makes room for twice as many codes. They come in the order of their strings, so that these are read one after the
    /// other, and the smaller table is gone before the larger one is made.
    fn grow(&mut self) {
        self.codes = HashTable::new();
        self.codes.reserve(self.strings.len() * 2, |_| 0);
        for code in (0..).take(self.strings.len()) {
            self.insert(self.hasher.hash_one(self.strings.get(code).unwrap_or_default()), code);
        }
    }

    fn insert(&mut self, hash: u64, code: u32) {
        self.codes.insert_unique(hash, code, |code| self.hasher.hash_one(self.strings.get(*code).unwrap_or_default()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn separators_are_replaced() {
        let mut strings = Strings::default();
        strings.push("a\0b");
        assert_eq!(strings.get(0), Some("a\u{fffd}b"));
        assert_eq!(strings.get(1), None);
    }

    proptest! {
        #[test]
        fn keeps_every_string(texts in prop::collection::vec("[a-c亿\u{301}]{0,4}", 0..40)) {
            let mut dictionary = Dictionary::default();
            let codes: Vec<u32> = texts.iter().map(|text| dictionary.code(text).unwrap().0).collect();
            for (text, code) in texts.iter().zip(&codes) {
                prop_assert_eq!(dictionary.strings.get(*code), Some(text.as_str()));
            }
            let distinct: std::collections::BTreeSet<&String> = texts.iter().collect();
            prop_assert_eq!(dictionary.strings.len(), distinct.len());
        }
    }
}
