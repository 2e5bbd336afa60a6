//! What many values have in common: texts that follow the same symbol in many of them.
//!
//! Where every name ends in 有限公司, that one has 限 says nothing: so the values that have such a symbol are kept apart by
//! what follows it. If that text alone decides whether a word is there, none of its values need be looked at.

use super::{packed::Symbol, symbols::NO_SYMBOL};

/// The keys of symbols: each has one of its own, and one more for each text that often follows it.
#[derive(Clone, Debug)]
pub(super) struct Contexts {
    /// The texts that often follow a symbol, by symbol; longer ones come before their beginnings.
    texts: Vec<Vec<u16>>,
    /// By symbol: where its texts begin, and where the last ones end.
    starts: Vec<usize>,
}

/// A text is frequent if at least one of so many values has it.
const FREQUENT: usize = 8;

/// So many symbols of a text tell enough of it.
const MAX_LEN: usize = 8;

/// So many texts are kept at most: their values take an eighth of a byte for each value there is.
const MAX_TEXTS: usize = 64;

/// So many values, picked evenly, tell what is frequent.
const NUM_PICKED: u32 = 1_024;

/// Fewer are, if they have so many symbols: a column may hold long texts.
const MAX_PLACES: usize = 1 << 16;

impl Contexts {
    /// What is frequent among these values, told one after the other; each ends with [`NO_SYMBOL`], as do the names it has.
    pub(super) fn new<'a, S: Symbol + 'a>(num_symbols: usize, num_values: u32, value: impl Fn(u32) -> &'a [S]) -> Self {
        let picked = (0..num_values).step_by(num_values.div_ceil(NUM_PICKED).max(1) as usize);
        let (mut num_picked, mut rests) = (0_usize, Vec::new());
        for nr in picked {
            if rests.len() >= MAX_PLACES {
                break;
            }
            num_picked += 1;
            for name in value(nr).split_inclusive(|symbol| symbol.wide() == NO_SYMBOL) {
                rests.extend((0..name.len()).filter_map(|from| name.get(from..name.len().min(from + MAX_LEN))));
            }
        }
        rests.sort_unstable();
        let mut frequent = Vec::new();
        for group in rests.chunk_by(|a, b| a.first() == b.first()) {
            add_frequent(group, 1, num_picked.div_ceil(FREQUENT).max(2), &mut frequent);
        }
        // Keys are numbers of 16 bits.
        frequent.sort_by_key(|(num, _)| std::cmp::Reverse(*num));
        frequent.truncate(MAX_TEXTS.min(usize::from(u16::MAX).saturating_sub(num_symbols)));
        // A text comes after its beginnings in this order, so it is turned around.
        frequent.sort_unstable_by(|(_, a), (_, b)| a.first().cmp(&b.first()).then(b.cmp(a)));
        let mut contexts = Self { texts: Vec::new(), starts: Vec::with_capacity(num_symbols + 1) };
        let mut frequent = frequent.into_iter().map(|(_, text)| text.iter().map(|symbol| symbol.wide()).collect::<Vec<u16>>()).peekable();
        for symbol in 0..num_symbols {
            contexts.starts.push(contexts.texts.len());
            while let Some(text) = frequent.next_if(|text| text.first().is_some_and(|first| usize::from(*first) == symbol)) {
                contexts.texts.push(text.into_iter().skip(1).collect());
            }
        }
        contexts.starts.push(contexts.texts.len());
        contexts
    }

    /// How many keys there are.
    pub(super) fn num_keys(&self) -> usize {
        self.starts.len() - 1 + self.texts.len()
    }

    /// The key of the first of these symbols: that of the longest text that follows it here, else its own; none ends a name.
    #[inline]
    pub(super) fn key<S: Symbol>(&self, symbols: &[S]) -> Option<u16> {
        let (first, rest) = symbols.split_first().filter(|(first, _)| first.wide() != NO_SYMBOL)?;
        let follows = |text: &[u16]| text.len() <= rest.len() && text.iter().zip(rest).all(|(known, symbol)| *known == symbol.wide());
        self.frequent(first.wide()).find(|(_, text)| follows(text)).map_or(Some(first.wide()), |(key, _)| Some(key))
    }

    /// The keys of a symbol, each with the text that follows where it is meant.
    pub(super) fn keys(&self, symbol: u16) -> impl Iterator<Item = (u16, &[u16])> {
        self.frequent(symbol).chain([(symbol, &[][..])])
    }

    #[inline]
    fn frequent(&self, symbol: u16) -> impl Iterator<Item = (u16, &[u16])> {
        let place = usize::from(symbol);
        let range = self.starts.get(place..place + 2).map_or(0..0, |ends| match ends {
            [start, end] => *start..*end,
            _ => 0..0,
        });
        let first_key = self.starts.len() - 1 + range.start;
        let texts = self.texts.get(range).unwrap_or_default();
        texts.iter().enumerate().map(move |(nr, text)| (u16::try_from(first_key + nr).unwrap_or(symbol), text.as_slice()))
    }
}

/// Adds the frequent texts among these, which have so many first symbols in common and are in order; how many have one of them.
///
/// A text whose occurrences nearly all go on with another frequent one is left out: the longer ones say more.
fn add_frequent<'a, S: Symbol>(rests: &[&'a [S]], num_common: usize, min: usize, frequent: &mut Vec<(usize, &'a [S])>) -> usize {
    if rests.len() < min {
        return 0;
    }
    let mut num_within = 0;
    for group in rests.chunk_by(|a, b| a.get(num_common) == b.get(num_common)) {
        let goes_on = group.first().is_some_and(|rest| rest.len() > num_common);
        num_within += if goes_on { add_frequent(group, num_common + 1, min, frequent) } else { 0 };
    }
    match rests.first().and_then(|rest| rest.get(..num_common)).filter(|_| num_common > 1 && rests.len() - num_within >= min) {
        Some(text) => {
            frequent.push((rests.len(), text));
            rests.len()
        }
        None => num_within,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn symbols(texts: &[String]) -> Vec<Vec<u16>> {
        texts.iter().map(|text| text.bytes().map(|byte| u16::from(byte - b'a') + 1).chain([NO_SYMBOL]).collect()).collect()
    }

    fn contexts(values: &[Vec<u16>]) -> Contexts {
        Contexts::new(6, values.len() as u32, |nr| values[nr as usize].as_slice())
    }

    #[test]
    fn what_all_values_end_with_is_one_text() {
        let values = symbols(&["abcde", "bbcde", "cbcde", "dbcde"].map(str::to_owned));
        let contexts = contexts(&values);
        let texts: Vec<Vec<u16>> = contexts.keys(2).map(|(_, text)| text.to_vec()).collect();
        assert_eq!(texts, [vec![3, 4, 5, NO_SYMBOL], vec![]], "b is followed by cde, or by anything");
        assert_eq!(contexts.key(&values[1]), Some(2), "by b it is not");
        assert_eq!(contexts.num_keys(), 6 + 4, "b, c, d and e are followed by the same in all of them");
    }

    proptest! {
        #[test]
        fn a_key_says_what_follows(texts in prop::collection::vec("[a-e]{0,4}(bcd|bcde|abcabcabcab)?", 0..40)) {
            let values = symbols(&texts);
            let contexts = contexts(&values);
            for value in &values {
                for from in 0..value.len() {
                    let Some(key) = contexts.key(&value[from..]) else {
                        prop_assert_eq!(value[from], NO_SYMBOL);
                        continue;
                    };
                    let follows = |text: &[u16]| value[from + 1..].starts_with(text);
                    let keys: Vec<(u16, &[u16])> = contexts.keys(value[from]).collect();
                    prop_assert!(keys.iter().any(|(known, text)| *known == key && follows(text)), "what the key says is so");
                    let longest = keys.iter().filter(|(_, text)| follows(text)).map(|(_, text)| text.len()).max();
                    prop_assert!(keys.iter().any(|(known, text)| *known == key && Some(text.len()) == longest));
                    prop_assert!(keys.iter().all(|(known, _)| usize::from(*known) < contexts.num_keys()));
                }
            }
            let mut all: Vec<u16> = (0..6).flat_map(|symbol| contexts.keys(symbol).map(|(key, _)| key).collect::<Vec<_>>()).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..contexts.num_keys() as u16).collect::<Vec<_>>(), "no key stands for two things");
        }
    }
}
