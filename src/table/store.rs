//! The names of a dictionary's values as symbols, searched for one word.

use std::{hint::black_box, ops::Range};

use super::{
    bits::{Bits, Ones},
    both::both,
    cancel::Cancel,
    candidates::{Candidates, Occurrences},
    needle::Needle,
    packed::{Symbol, Symbols},
    pattern::{LANES, Pattern, Scan},
    symbols::{Alphabet, Writer},
};

/// Names as symbols, and which values have which.
#[derive(Clone, Debug)]
pub(super) struct Store {
    alphabet: Alphabet,
    /// The names of every value, one after the other, each ended by [`NO_SYMBOL`].
    symbols: Symbols,
    /// Where each value begins, and where the last one ends.
    starts: Vec<u32>,
    /// The values that have a symbol, by what follows it; small dictionaries do without.
    occurrences: Option<Occurrences>,
}

/// From so many values on it is worth knowing which of them have a symbol.
const MIN_KNOWN: u32 = if cfg!(test) { 24 } else { 4_096 };

/// From so many candidates on they are looked through by two threads; for fewer these are not worth their start.
const MIN_SHARED: u32 = if cfg!(test) { 16 } else { 1 << 17 };

/// So many words of 64 values are fetched together: the processor waits for all at once, not for one after the other.
const NUM_TOGETHER: usize = 16;

/// Where one in so many is looked at, each is near the one before, and there is nothing to wait for.
const MIN_NEAR: u32 = 4;

impl Store {
    /// The names of values, in their order: `names` hands those of one value to the writer.
    pub(super) fn new(num_values: u32, num_symbols: usize, names: impl Fn(u32, &mut Writer)) -> Self {
        let mut writer = Writer::new(num_symbols);
        let mut starts = Vec::with_capacity(num_values as usize + 1);
        for value in 0..num_values {
            starts.push(u32::try_from(writer.len()).unwrap_or(u32::MAX));
            names(value, &mut writer);
        }
        starts.push(u32::try_from(writer.len()).unwrap_or(u32::MAX));
        // The last value is looked at in full strides as well.
        let (alphabet, symbols) = writer.finish(LANES + 1);
        let range = |value: u32| starts.get(value as usize..value as usize + 2).map_or(0..0, range_of);
        let occurrences = (num_values >= MIN_KNOWN).then(|| match &symbols {
            Symbols::Narrow(symbols) => Occurrences::new(&alphabet, num_values, |value| symbols.get(range(value)).unwrap_or_default()),
            Symbols::Wide(symbols) => Occurrences::new(&alphabet, num_values, |value| symbols.get(range(value)).unwrap_or_default()),
        });
        Self { alphabet, symbols, starts, occurrences }
    }

    /// Adds the values that have the word, all of which are `among` these; `None` if the work was to stop.
    pub(super) fn look(&self, needle: &Needle, among: Option<&Bits>, hits: &mut Bits, cancel: &Cancel) -> Option<()> {
        let num_values = hits.len();
        let occurrences = self.occurrences.as_ref().filter(|_| among.is_none_or(|among| among.count() as usize * 64 >= num_values));
        let ways = needle.typed.iter().flat_map(|typed| &typed.ways);
        let literal = Pattern::literal(&self.alphabet, &needle.text).into_iter();
        for pattern in literal.chain(ways.filter_map(|way| Pattern::typed(&self.alphabet, way))) {
            let mut maybe = match occurrences {
                Some(occurrences) => {
                    let Candidates { sure, maybe } = Candidates::new(occurrences, num_values, &pattern, cancel)?;
                    hits.or(&sure);
                    maybe
                }
                None => Bits::all(num_values),
            };
            if let Some(among) = among {
                maybe.and(among);
            }
            maybe.and_not(hits);
            hits.or(&match &self.symbols {
                Symbols::Narrow(symbols) => self.having(pattern.scan(symbols), &maybe, cancel)?,
                Symbols::Wide(symbols) => self.having(pattern.scan(symbols), &maybe, cancel)?,
            });
        }
        Some(())
    }

    /// Those of these values that have a match.
    fn having<S: Symbol>(&self, scan: Scan<'_, S>, values: &Bits, cancel: &Cancel) -> Option<Bits> {
        let num_words = values.words().len();
        if values.count() < MIN_SHARED {
            return Some(Bits::from_words(self.words_having(scan, values, 0..num_words, cancel)?, values.len()));
        }
        let half = |words| self.words_having(scan, values, words, cancel);
        let (first, second) = both(|| half(0..num_words / 2), || half(num_words / 2..num_words));
        let mut words = first?;
        words.extend(second?);
        Some(Bits::from_words(words, values.len()))
    }

    fn words_having<S: Symbol>(&self, scan: Scan<'_, S>, values: &Bits, words: Range<usize>, cancel: &Cancel) -> Option<Vec<u64>> {
        let mut having = Vec::with_capacity(words.len());
        let all = values.words().get(words.clone()).unwrap_or_default();
        let is_sparse = all.iter().map(|word| word.count_ones()).sum::<u32>() < all.len() as u32 * 64 / MIN_NEAR;
        for (first, words) in words.step_by(NUM_TOGETHER).zip(all.chunks(NUM_TOGETHER)) {
            cancel.go_on()?;
            let starts = self.starts.get(first * 64..).unwrap_or_default();
            let range = |value: u32| starts.get(value as usize..value as usize + 2).map_or(0..0, range_of);
            let ones = || (0..).step_by(64).zip(words).map(|(first, word)| Ones { first, word: *word });
            if is_sparse {
                black_box(ones().flatten().fold(0, |touched, value| touched ^ scan.touch(range(value))));
            }
            let has_it = |value: &u32| scan.is_in(range(*value));
            having.extend(ones().map(|ones| ones.filter(has_it).fold(0, |word, value| word | 1 << (value % 64))));
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
