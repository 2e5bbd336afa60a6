//! For each key the numbers that have it: as bits where they are many, else as a list.

use std::ops::RangeInclusive;

use super::bits::Bits;

/// How many numbers share their upper half; the lists keep lower halves only, two bytes each.
const CHUNK: u32 = 1 << 16;

/// Sets of numbers below a limit, one for each key.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    /// By key: where its set is.
    places: Vec<Place>,
    /// Sets as bits, one after the other, each of the same length.
    words: Vec<u64>,
    words_per_set: usize,
    /// Lists of lower halves.
    lows: Vec<u16>,
    /// Per list and chunk where it begins, and where the last one ends.
    starts: Vec<u32>,
    num_chunks: usize,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    /// The first of its words.
    Bits(usize),
    /// The first of its places in `starts`.
    List(usize),
}

/// What is known of a key while its set is made.
#[derive(Clone, Copy, Debug)]
struct Key {
    /// How many numbers it has; later where the next one goes.
    num: u32,
    last: u32,
}

impl Postings {
    /// The sets of these pairs of key and number, which come by ascending number; the same pair may come again.
    pub(super) fn new<I: Iterator<Item = (u16, u32)>>(num_keys: usize, limit: usize, pairs: impl Fn() -> I) -> Self {
        let mut keys = vec![Key { num: 0, last: u32::MAX }; num_keys];
        // A chain of iterators is walked faster from within than by a loop around it.
        pairs().for_each(|(key, number)| {
            if let Some(key) = keys.get_mut(usize::from(key)).filter(|key| key.last != number) {
                *key = Key { num: key.num + 1, last: number };
            }
        });
        let mut postings = Self { words_per_set: limit.div_ceil(64), num_chunks: limit.div_ceil(CHUNK as usize), ..Self::default() };
        let (mut num_words, mut num_lows) = (0, 0);
        for key in &mut keys {
            // Bits take an eighth of a byte for each number there may be, a list two bytes for each that there is.
            if key.num as usize * 16 > limit {
                postings.places.push(Place::Bits(num_words));
                num_words += postings.words_per_set;
            } else {
                postings.places.push(Place::List(postings.starts.len()));
                postings.starts.extend(std::iter::repeat_n(num_lows, postings.num_chunks + 1));
                let num = std::mem::replace(&mut key.num, num_lows);
                num_lows += num;
            }
            key.last = u32::MAX;
        }
        postings.words = vec![0; num_words];
        postings.lows = vec![0; num_lows as usize];
        postings.fill(keys, pairs());
        postings
    }

    /// Puts every number where it belongs; `num` of a list's key is where its next number goes.
    fn fill(&mut self, mut keys: Vec<Key>, pairs: impl Iterator<Item = (u16, u32)>) {
        let mut chunk = 0;
        pairs.for_each(|(nr, number)| {
            if number / CHUNK > chunk {
                self.begin_chunks(&keys, chunk + 1..=number / CHUNK);
                chunk = number / CHUNK;
            }
            let Some((key, place)) = keys.get_mut(usize::from(nr)).zip(self.places.get(usize::from(nr))) else { return };
            if std::mem::replace(&mut key.last, number) == number {
                return;
            }
            match place {
                Place::Bits(first) => {
                    if let Some(word) = self.words.get_mut(first + number as usize / 64) {
                        *word |= 1 << (number % 64);
                    }
                }
                Place::List(_) => {
                    if let Some(low) = self.lows.get_mut(key.num as usize) {
                        *low = (number % CHUNK) as u16;
                    }
                    key.num += 1;
                }
            }
        });
        let num_chunks = u32::try_from(self.num_chunks).unwrap_or(u32::MAX);
        self.begin_chunks(&keys, chunk + 1..=num_chunks);
    }

    /// Notes that these chunks of every list begin where it has come to.
    fn begin_chunks(&mut self, keys: &[Key], chunks: RangeInclusive<u32>) {
        for (key, place) in keys.iter().zip(&self.places) {
            if let Place::List(first) = place {
                let starts = self.starts.get_mut(first + *chunks.start() as usize..=first + *chunks.end() as usize);
                starts.unwrap_or_default().fill(key.num);
            }
        }
    }

    /// Adds the numbers of a key to a set.
    pub(super) fn add_to(&self, key: u16, set: &mut Bits) {
        match self.places.get(usize::from(key)) {
            Some(Place::Bits(first)) => set.or_words(self.words.get(*first..first + self.words_per_set).unwrap_or_default()),
            Some(Place::List(first)) => {
                let starts = self.starts.get(*first..=first + self.num_chunks).unwrap_or_default();
                for (chunk, pair) in (0..).step_by(CHUNK as usize).zip(starts.windows(2)) {
                    let [start, end] = pair else { continue };
                    let lows = self.lows.get(*start as usize..*end as usize).unwrap_or_default();
                    for low in lows {
                        set.insert(chunk + u32::from(*low));
                    }
                }
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn every_set_is_what_came(numbers in prop::collection::btree_map(0_u32..200_000, prop::collection::vec(0_u16..5, 1..4), 0..60)) {
            let pairs = || numbers.iter().flat_map(|(number, keys)| keys.iter().map(|key| (*key, *number)));
            let limits = [200_000, numbers.keys().next_back().map_or(0, |last| *last as usize + 1)];
            for limit in limits {
                let postings = Postings::new(5, limit, pairs);
                for key in 0..6 {
                    let mut set = Bits::none(limit);
                    postings.add_to(key, &mut set);
                    let expected: BTreeSet<u32> = pairs().filter(|(known, _)| *known == key).map(|(_, number)| number).collect();
                    prop_assert_eq!(set.iter().collect::<Vec<_>>(), expected.into_iter().collect::<Vec<_>>());
                }
            }
        }

        #[test]
        fn frequent_keys_are_bits(num in 0_u32..300) {
            let pairs = || (0..num).flat_map(|number| [(0, number), ((number % 40 == 0).into(), number)]);
            let postings = Postings::new(2, num as usize, pairs);
            let mut rare = Bits::none(num as usize);
            postings.add_to(1, &mut rare);
            prop_assert_eq!(rare.count(), num.div_ceil(40));
        }
    }
}
