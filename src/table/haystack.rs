//! A whole dictionary searched for one word.

use std::ops::Range;

use super::{
    bits::{Bits, Ones},
    cancel::{Cancel, STRIDE},
    candidates::Candidates,
    column::{Choice, Text},
    needle::Needle,
    pattern::{LANES, Pattern},
    postings::Postings,
    symbols::{Alphabet, NO_SYMBOL, Writer},
};

/// A dictionary's values as symbols, and which values have which.
#[derive(Debug, Default)]
pub(super) struct Haystack {
    alphabet: Alphabet,
    /// The names of every value, one after the other, each ended by [`NO_SYMBOL`].
    symbols: Vec<u16>,
    /// Where each value begins, and where the last one ends.
    starts: Vec<u32>,
    /// The values that have a symbol; small dictionaries do without.
    postings: Option<Postings>,
    /// The latest words with their values: a longer word is looked for among those of a shorter one.
    recent: Vec<(Needle, Bits)>,
}

/// How many words are remembered: a word being typed, and Backspace through it.
const NUM_RECENT: usize = 12;

/// From so many values on it is worth knowing which of them have a symbol.
const MIN_POSTINGS: usize = if cfg!(test) { 24 } else { 4_096 };

/// From so many candidates on they are looked through by two threads; for fewer these are not worth their start.
const MIN_SHARED: u32 = if cfg!(test) { 16 } else { 16_384 };

impl Haystack {
    /// The search forms of a text column's dictionary.
    pub(super) fn of_text(text: &Text) -> Self {
        let mut writer = Writer::new(text.values.arena().len());
        let mut starts = Vec::with_capacity(text.values.len() + 1);
        for (code, value) in (0..).zip(text.values.iter()) {
            starts.push(u32::try_from(writer.len()).unwrap_or(u32::MAX));
            writer.write(value);
            let other =
                |strings: &'_ Option<super::strings::Strings>| strings.as_ref().and_then(|strings| strings.get(code)).map(str::to_owned);
            let aliases = other(&text.aliases).unwrap_or_default();
            let others = other(&text.english).into_iter().chain(aliases.split('\u{1}').map(str::to_owned));
            others.filter(|other| !other.is_empty()).for_each(|other| writer.write(&other));
        }
        Self::new(writer, starts)
    }

    /// The same for the names and ids of a choice column's values.
    pub(super) fn of_choice(choice: &Choice) -> Self {
        let mut writer = Writer::new(0);
        let mut starts = Vec::with_capacity(choice.options.len() + 1);
        for option in &choice.options {
            starts.push(u32::try_from(writer.len()).unwrap_or(u32::MAX));
            for name in [&option.name.zh, &option.name.en, &option.id] {
                writer.write(name);
            }
        }
        Self::new(writer, starts)
    }

    fn new(writer: Writer, mut starts: Vec<u32>) -> Self {
        starts.push(u32::try_from(writer.len()).unwrap_or(u32::MAX));
        let (alphabet, mut symbols) = writer.finish();
        let num_values = starts.len() - 1;
        let postings = (num_values >= MIN_POSTINGS).then(|| {
            Postings::new(alphabet.len(), num_values, || {
                let values = (0..).zip(starts.windows(2));
                values.flat_map(|(value, range)| {
                    let own = symbols.get(range_of(range)).unwrap_or_default();
                    own.iter().filter(|symbol| **symbol != NO_SYMBOL).map(move |symbol| (*symbol, value))
                })
            })
        });
        // The last value is looked at in full strides as well.
        symbols.resize(symbols.len() + LANES + 1, NO_SYMBOL);
        symbols.shrink_to_fit();
        Self { alphabet, symbols, starts, postings, recent: Vec::new() }
    }

    fn num_values(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The values that have the word; `None` if the work was to stop.
    pub(super) fn hits(&mut self, needle: &Needle, cancel: &Cancel) -> Option<Bits> {
        if let Some(nr) = self.recent.iter().position(|(known, _)| known.is_same(needle)) {
            // The word moves to the end, so that the one typed last is the last to be forgotten.
            let found = self.recent.remove(nr);
            let hits = found.1.clone();
            self.recent.push(found);
            return Some(hits);
        }
        let hits = if needle.text.is_empty() { Bits::all(self.num_values()) } else { self.look(needle, cancel)? };
        if self.recent.len() >= NUM_RECENT {
            self.recent.remove(0);
        }
        self.recent.push((needle.clone(), hits.clone()));
        Some(hits)
    }

    fn look(&self, needle: &Needle, cancel: &Cancel) -> Option<Bits> {
        let num_values = self.num_values();
        let shorter = self.recent.iter().filter(|(known, _)| known.is_narrowed_by(needle));
        let among = shorter.map(|(_, hits)| (hits.count(), hits)).min_by_key(|(count, _)| *count);
        let ways = needle.typed.iter().flat_map(|typed| &typed.ways);
        let patterns = Pattern::literal(&self.alphabet, &needle.text).into_iter();
        let mut hits = Bits::none(num_values);
        for pattern in patterns.chain(ways.filter_map(|way| Pattern::typed(&self.alphabet, way))) {
            let is_few = among.is_some_and(|(count, _)| count as usize * 64 < num_values);
            let mut maybe = match self.postings.as_ref().filter(|_| !is_few) {
                Some(postings) => {
                    let Candidates { sure, maybe } = Candidates::new(postings, num_values, &pattern, cancel)?;
                    hits.or(&sure);
                    maybe
                }
                None => Bits::all(num_values),
            };
            if let Some((_, among)) = among {
                maybe.and(among);
            }
            maybe.and_not(&hits);
            hits.or(&self.having(&pattern, &maybe, cancel)?);
        }
        Some(hits)
    }

    /// Those of these values that have a match.
    fn having(&self, pattern: &Pattern, values: &Bits, cancel: &Cancel) -> Option<Bits> {
        let all = 0..values.words().len();
        if values.count() < MIN_SHARED {
            return Some(Bits::from_words(self.words_having(pattern, values, all, cancel)?, values.len()));
        }
        let first = || self.words_having(pattern, values, 0..all.end / 2, cancel);
        let second = || self.words_having(pattern, values, all.end / 2..all.end, cancel);
        let words = std::thread::scope(|scope| {
            let other = scope.spawn(second);
            let mut words = first()?;
            // A thread that could not finish leaves its half to this one.
            words.extend(other.join().unwrap_or_else(|_| second())?);
            Some(words)
        });
        Some(Bits::from_words(words?, values.len()))
    }

    fn words_having(&self, pattern: &Pattern, values: &Bits, words: Range<usize>, cancel: &Cancel) -> Option<Vec<u64>> {
        let mut having = Vec::with_capacity(words.len());
        for (nr, word) in words.clone().zip(values.words().get(words).unwrap_or_default()) {
            if nr.is_multiple_of(STRIDE as usize / 8) {
                cancel.go_on()?;
            }
            let starts = self.starts.get(nr * 64..).unwrap_or_default();
            let has_it = |bit: &u32| {
                let range = starts.get(*bit as usize..*bit as usize + 2).map_or(0..0, range_of);
                pattern.is_in(&self.symbols, range)
            };
            having.push(Ones { first: 0, word: *word }.filter(has_it).fold(0, |word, bit| word | 1 << bit));
        }
        Some(having)
    }
}

/// The symbols of a value, between where it begins and where the next one does.
#[inline]
fn range_of(starts: &[u32]) -> Range<usize> {
    match starts {
        [start, end] => *start as usize..*end as usize,
        _ => 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{builders::TextBuilder, fold::fold, search::Word};
    use proptest::prelude::*;

    fn word(text: &str, is_phrase: bool) -> Word {
        Word { text: fold(text), is_phrase }
    }

    /// Words as they grow and shrink while they are typed.
    fn typed() -> impl Strategy<Value = Vec<String>> {
        let whole = "[a-z]{1,3}|yils?|chong?q?|changchun|zhangc|ls|联盛|亿联盛长|1|a1?|b|[亿重长] ?|重庆|朝阳|chaoy|zhao|yixing|leyang|";
        (whole, any::<bool>()).prop_map(|(whole, shrinks)| {
            let mut steps: Vec<String> =
                whole.char_indices().map(|(at, char)| whole[..at + char.len_utf8()].to_owned()).chain([whole.clone()]).collect();
            if shrinks {
                steps.extend(steps.clone().into_iter().rev());
            }
            steps
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn a_dictionary_finds_what_each_value_finds(
            texts in prop::collection::vec(("[亿联盛重庆朝阳长春行乐aAｂ1 ]{0,20}", "[a-cY ]{0,3}"), 0..60),
            words in prop::collection::vec((typed(), any::<bool>()), 1..6),
        ) {
            let mut builder = TextBuilder::default();
            for (zh, en) in &texts {
                builder.push_with(zh, en, &["Alias Q"]);
            }
            let text = builder.finish();
            let mut haystack = Haystack::of_text(&text);
            for (typed, is_phrase) in words.iter().flat_map(|(steps, is_phrase)| steps.iter().map(move |step| (step, *is_phrase))) {
                let needle = Needle::new(&word(typed, is_phrase));
                let hits = haystack.hits(&needle, &Cancel::default()).unwrap();
                for (code, value) in (0..).zip(text.values.iter()) {
                    let english = text.english.as_ref().and_then(|english| english.get(code)).unwrap_or_default();
                    let expected = [value, english, "alias q"].into_iter().any(|name| needle.is_in(name));
                    prop_assert_eq!(hits.contains(code), expected, "{:?} in {:?} / {:?}", typed, value, english);
                }
            }
        }
    }

    #[test]
    fn stale_work_stops() {
        let mut builder = TextBuilder::default();
        (0..1000).for_each(|nr| builder.push(Some(&format!("亿{nr}联"))));
        let text = builder.finish();
        let newest = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(2));
        let mut haystack = Haystack::of_text(&text);
        for typed in ["yi1", "亿1"] {
            let needle = Needle::new(&word(typed, false));
            assert!(haystack.hits(&needle, &Cancel::new(newest.clone(), 1)).is_none());
            assert_eq!(haystack.hits(&needle, &Cancel::new(newest.clone(), 2)).map(|hits| hits.count()), Some(111));
        }
    }
}
