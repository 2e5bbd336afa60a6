//! For each key the numbers that have it: as bits where they are many, else as a list of gaps.

use super::bits::Bits;

/// Sets of numbers below a limit, one for each key.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    /// By key: where its set is.
    places: Vec<Place>,
    /// Sets as bits, one after the other, each of the same length.
    words: Vec<u64>,
    words_per_set: usize,
    /// Lists, one after the other: of each number how far it is from the one before, seven bits a byte, the lowest first, and
    /// the eighth where more follow.
    gaps: Vec<u8>,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    /// The first of its words.
    Bits(usize),
    /// Where its list begins and ends.
    List(usize, usize),
}

/// What is known of a key while its set is made.
#[derive(Clone, Copy, Debug, Default)]
struct Key {
    /// How many bytes its list takes; later where its next gap goes.
    at: usize,
    /// The number after the last that it has.
    next: u32,
}

impl Postings {
    /// The sets of these pairs of key and number, which come by ascending number; the same pair may come again.
    pub(super) fn new<I: Iterator<Item = (u16, u32)>>(num_keys: usize, limit: usize, pairs: impl Fn() -> I) -> Self {
        let mut keys = vec![Key::default(); num_keys];
        // A chain of iterators is walked faster from within than by a loop around it.
        pairs().for_each(|(key, number)| {
            if let Some(key) = keys.get_mut(usize::from(key)).filter(|key| key.next <= number) {
                *key = Key { at: key.at + num_bytes(number - key.next), next: number + 1 };
            }
        });
        let mut postings = Self { words_per_set: limit.div_ceil(64), ..Self::default() };
        let (mut num_words, mut num_gaps) = (0, 0);
        for key in &mut keys {
            let num = key.at;
            if num > limit / 8 {
                postings.places.push(Place::Bits(num_words));
                num_words += postings.words_per_set;
            } else {
                postings.places.push(Place::List(num_gaps, num_gaps + num));
                *key = Key { at: num_gaps, next: 0 };
                num_gaps += num;
            }
        }
        postings.words = vec![0; num_words];
        postings.gaps = vec![0; num_gaps];
        postings.fill(keys, pairs());
        postings
    }

    /// Puts every number where it belongs.
    fn fill(&mut self, mut keys: Vec<Key>, pairs: impl Iterator<Item = (u16, u32)>) {
        pairs.for_each(|(nr, number)| match (keys.get_mut(usize::from(nr)), self.places.get(usize::from(nr))) {
            (Some(_), Some(Place::Bits(first))) => {
                if let Some(word) = self.words.get_mut(first + number as usize / 64) {
                    *word |= 1 << (number % 64);
                }
            }
            (Some(key), Some(Place::List(..))) if key.next <= number => {
                let mut gap = number - key.next;
                for byte in self.gaps.iter_mut().skip(key.at).take(num_bytes(gap)) {
                    *byte = gap as u8 & LOW | if gap > u32::from(LOW) { MORE } else { 0 };
                    gap >>= 7;
                    key.at += 1;
                }
                key.next = number + 1;
            }
            _ => {}
        });
    }

    /// Adds the numbers of a key to a set.
    pub(super) fn add_to(&self, key: u16, set: &mut Bits) {
        match self.places.get(usize::from(key)) {
            Some(Place::Bits(first)) => set.or_words(self.words.get(*first..first + self.words_per_set).unwrap_or_default()),
            Some(Place::List(start, end)) => {
                let (mut next, mut gap, mut shift) = (0, 0, 0);
                for byte in self.gaps.get(*start..*end).unwrap_or_default() {
                    gap |= u32::from(byte & LOW) << shift;
                    if byte & MORE != 0 {
                        shift += 7;
                        continue;
                    }
                    set.insert(next + gap);
                    next += gap + 1;
                    (gap, shift) = (0, 0);
                }
            }
            None => {}
        }
    }
}

/// The bits of a byte that are of a gap, and the one that says that more follow.
const LOW: u8 = 0x7f;
const MORE: u8 = 0x80;

/// How many bytes a gap takes.
#[inline]
fn num_bytes(gap: u32) -> usize {
    1 + (gap | 1).ilog2() as usize / 7
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
