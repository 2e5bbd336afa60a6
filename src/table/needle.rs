//! One word against one text, and against a whole dictionary.

use std::ops::Range;

use memchr::memmem::Finder;

use super::{fold::fold_with_origins, pinyin::Reading, search::Word, typed::Typed};

/// A word ready to be looked for.
#[derive(Clone, Debug)]
pub(super) struct Needle {
    pub text: String,
    pub(crate) finder: Finder<'static>,
    pub(crate) typed: Option<Typed>,
}

impl Needle {
    /// The word; not quoted it may be pinyin as well.
    pub(super) fn new(word: &Word) -> Self {
        let typed = if word.is_phrase { None } else { Typed::new(&word.text) };
        Self { text: word.text.clone(), finder: Finder::new(word.text.as_bytes()).into_owned(), typed }
    }

    /// Whether it finds the same as another one.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.text == other.text && self.typed.is_some() == other.typed.is_some()
    }

    /// Whether all that `longer` finds this one finds too: whoever has the longer word has its beginning, in pinyin as well.
    pub(crate) fn is_narrowed_by(&self, longer: &Self) -> bool {
        longer.text.starts_with(&self.text) && (self.typed.is_some() || longer.typed.is_none())
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
        let typed = self.typed.as_ref()?;
        let mut reading = Reading::default();
        reading.push(&folded.chars().collect::<Vec<char>>());
        let (first, num) = typed.find(&reading)?;
        let start = |nr: usize| folded.char_indices().nth(nr).map_or(folded.len(), |(at, _)| at);
        let origin = |at: usize| origins.get(at).copied().unwrap_or(text.len());
        Some(origin(start(first))..origin(start(first + num)))
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
