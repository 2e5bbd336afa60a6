//! Which values have a Han character beside another symbol, by the letters with which the two are typed first.
//!
//! Of initials each says little by itself: many a name has two of the same letter somewhere, few side by side.

use super::{
    bits::{Bits, Ones},
    packed::Symbol,
    pinyin::SYLLABLES,
    postings::Postings,
    symbols::Alphabet,
};

/// How many letters there are.
const NUM_LETTERS: u32 = 26;

/// The values that have two symbols side by side.
#[derive(Clone, Debug)]
pub(super) struct Neighbours {
    /// By symbol: whether it is Han. What stands after another is not kept: of letters there are many, and they spell themselves.
    is_han: Vec<bool>,
    /// By the letters of both.
    postings: Postings,
}

impl Neighbours {
    /// What is known of so many values; `value` tells the symbols of each.
    pub(super) fn new<'a, S: Symbol + 'a>(alphabet: &Alphabet, num_values: u32, value: impl Fn(u32) -> &'a [S] + Copy) -> Self {
        let mut letters = vec![0; alphabet.len()];
        for (symbol, readings) in alphabet.readings() {
            let first = |syllable: &u16| SYLLABLES.words.get(usize::from(*syllable))?.bytes().next().filter(u8::is_ascii_lowercase);
            let bits = readings.as_slice().iter().filter_map(first).fold(0, |bits, letter| bits | 1 << (letter - b'a'));
            letters.iter_mut().skip(usize::from(symbol)).take(1).for_each(|letters| *letters = bits);
        }
        let is_han: Vec<bool> = (0..).zip(&letters).map(|(symbol, _)| alphabet.is_han(symbol)).collect();
        let letters_of = |symbol: &S| letters.get(usize::from(symbol.wide())).copied().unwrap_or(0);
        let kept = |symbol: &S| if is_han.get(usize::from(symbol.wide())) == Some(&true) { letters_of(symbol) } else { 0 };
        let ones = |word: u64| Ones { first: 0, word };
        let postings = Postings::new((NUM_LETTERS * NUM_LETTERS) as usize, num_values as usize, || {
            (0..num_values).flat_map(|nr| {
                let own = value(nr);
                let beside = own.iter().zip(own.iter().skip(1));
                beside.flat_map(move |(first, second)| {
                    let seconds = letters_of(second);
                    ones(kept(first)).flat_map(move |first| ones(seconds).map(move |second| ((first * NUM_LETTERS + second) as u16, nr)))
                })
            })
        });
        Self { is_han, postings }
    }

    /// Whether it is known what stands beside a symbol.
    pub(super) fn is_kept(&self, symbol: u16) -> bool {
        self.is_han.get(usize::from(symbol)) == Some(&true)
    }

    /// Adds the values in which a Han character that is typed with a small letter first stands before a symbol with another.
    pub(super) fn add_to(&self, first: u8, second: u8, set: &mut Bits) {
        let key = u16::from(first - b'a') * NUM_LETTERS as u16 + u16::from(second - b'a');
        self.postings.add_to(key, set);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{packed::Symbols, symbols::Writer};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_values_with_two_initials_side_by_side_are_known(texts in prop::collection::vec("[亿联盛重朝aL1]{0,5}", 0..20)) {
            let mut writer = Writer::new(0);
            for text in &texts {
                writer.write(text);
            }
            let (alphabet, Symbols::Narrow(symbols)) = writer.finish(0) else { panic!("few symbols") };
            let values: Vec<&[u8]> = symbols.split_inclusive(|symbol| *symbol == 0).collect();
            let neighbours = Neighbours::new(&alphabet, values.len() as u32, |nr| values[nr as usize]);
            let initials = |char: char| match char {
                '亿' => "y",
                '联' | 'L' => "l",
                '盛' => "s",
                '重' => "zc",
                '朝' => "cz",
                'a' => "a",
                _ => "",
            };
            for (first, second) in "ylsczax".chars().flat_map(|first| "ylsczax".chars().map(move |second| (first, second))) {
                let mut found = Bits::none(values.len());
                neighbours.add_to(first as u8, second as u8, &mut found);
                for (nr, text) in (0..).zip(&texts) {
                    let chars: Vec<char> = text.chars().collect();
                    let is_one = |pair: &[char]| !pair[0].is_ascii() && initials(pair[0]).contains(first) && initials(pair[1]).contains(second);
                    prop_assert_eq!(found.contains(nr), chars.windows(2).any(is_one), "{}{} in {}", first, second, text);
                }
            }
        }
    }
}
