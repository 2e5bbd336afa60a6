//! A set of rows, one bit each.

/// A fixed number of bits in 64-bit words; bits past the end are always 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// `len` bits, all 0.
    pub(super) fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// `len` bits, all 1.
    pub(super) fn all(len: usize) -> Self {
        let mut bits = Self { words: vec![u64::MAX; len.div_ceil(64)], len };
        bits.trim();
        bits
    }

    /// `len` bits from words, lowest first.
    pub(super) fn from_words(mut words: Vec<u64>, len: usize) -> Self {
        words.resize(len.div_ceil(64), 0);
        let mut bits = Self { words, len };
        bits.trim();
        bits
    }

    /// The bits of slices whose items `keep` answers with yes; the loop over 64 items at a time is one the compiler unrolls.
    pub(super) fn from_slice<T: Copy>(values: &[T], keep: impl Fn(T) -> bool) -> Self {
        let word = |chunk: &[T]| chunk.iter().enumerate().fold(0_u64, |word, (nr, value)| word | (u64::from(keep(*value)) << nr));
        Self { words: values.chunks(64).map(word).collect(), len: values.len() }
    }

    /// How many bits there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The words, lowest rows first.
    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Whether the bit of `row` is 1; no row is in the set past its end.
    #[inline]
    pub(super) fn contains(&self, row: u32) -> bool {
        self.words.get(row as usize / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Sets the bit of `row` to 1; past the end nothing happens.
    #[inline]
    pub(super) fn insert(&mut self, row: u32) {
        if (row as usize) < self.len
            && let Some(word) = self.words.get_mut(row as usize / 64)
        {
            *word |= 1 << (row % 64);
        }
    }

    /// How many bits are 1.
    pub(super) fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether no bit is 1.
    pub(super) fn is_none(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps what is in the other set as well.
    pub(super) fn and(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds what is in the other set.
    pub(super) fn or(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Adds what is in these words, lowest numbers first.
    pub(super) fn or_words(&mut self, words: &[u64]) {
        self.words.iter_mut().zip(words).for_each(|(word, other)| *word |= other);
        self.trim();
    }

    /// Keeps what is not in the other set.
    pub(super) fn and_not(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Turns every bit over.
    pub(super) fn invert(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        self.trim();
    }

    /// The rows in the set, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0_u32..).step_by(64).zip(&self.words).flat_map(|(first, word)| Ones { first, word: *word })
    }

    fn trim(&mut self) {
        let used = self.len % 64;
        if used > 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << used) - 1;
        }
    }
}

/// The positions of the bits that are 1 in a word.
pub(super) struct Ones {
    /// The row of the lowest bit.
    pub first: u32,
    /// What is left of the word.
    pub word: u64,
}

impl Iterator for Ones {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.word == 0 {
            return None;
        }
        let nr = self.word.trailing_zeros();
        self.word &= self.word - 1;
        Some(self.first + nr)
    }
}

/// For each of `sets` the rows that are in all the *others*, and the rows in all of them.
///
/// Running ANDs from the left and from the right: their number grows with the number of sets, not with its square.
pub(super) fn left_out(len: usize, sets: &[&Bits]) -> (Vec<Bits>, Bits) {
    let mut suffix = vec![Bits::all(len)];
    for set in sets.iter().skip(1).rev() {
        let mut next = suffix.last().cloned().unwrap_or_else(|| Bits::all(len));
        next.and(set);
        suffix.push(next);
    }
    let mut prefix = Bits::all(len);
    let mut others = Vec::with_capacity(sets.len());
    for (set, mut other) in sets.iter().zip(suffix.into_iter().rev()) {
        other.and(&prefix);
        others.push(other);
        prefix.and(set);
    }
    (others, prefix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bits(rows: &[bool]) -> Bits {
        Bits::from_slice(rows, |row| row)
    }

    #[test]
    fn edges() {
        for len in [0, 1, 63, 64, 65, 130] {
            assert_eq!(Bits::all(len).count() as usize, len, "all of {len}");
            let mut none = Bits::all(len);
            none.invert();
            assert!(none.is_none(), "the opposite of all {len} is none");
            none.insert(u32::try_from(len).unwrap());
            assert!(none.is_none(), "a row past the end is not taken");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_a_list(rows in prop::collection::vec(any::<bool>(), 0..200)) {
            let set = bits(&rows);
            let expected: Vec<u32> = (0..).zip(&rows).filter(|(_, is_in)| **is_in).map(|(row, _)| row).collect();
            prop_assert_eq!(set.iter().collect::<Vec<_>>(), expected.clone());
            prop_assert_eq!(set.count() as usize, expected.len());
            prop_assert!((0..).zip(&rows).all(|(row, is_in)| set.contains(row) == *is_in));
        }

        #[test]
        fn left_out_is_the_and_of_the_others(sets in prop::collection::vec(prop::collection::vec(any::<bool>(), 70), 0..5)) {
            let sets: Vec<Bits> = sets.iter().map(|set| bits(set)).collect();
            let refs: Vec<&Bits> = sets.iter().collect();
            let (others, all) = left_out(70, &refs);
            for nr in 0..=sets.len() {
                let mut expected = Bits::all(70);
                sets.iter().enumerate().filter(|(other, _)| *other != nr).for_each(|(_, set)| expected.and(set));
                prop_assert_eq!(others.get(nr).unwrap_or(&all), &expected);
            }
        }
    }
}
