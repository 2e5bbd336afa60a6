//! Texts as small numbers: each character, folded, is a symbol, and knows how it is typed.
//!
//! A character that a word gives another reading (重 in 重庆) is a symbol of its own there. Symbols are numbered by sound,
//! so that those that begin with the same letters are neighbours; characters that are read in several ways come last.

use std::collections::HashMap;

use super::{
    fold::fold_char,
    packed::{Symbol, Symbols},
    pinyin::{NO_SYLLABLE, Readings, fixed, is_ambiguous, is_han},
};

/// What stands between two texts, and for characters that are too many to be numbered, which no word finds then.
pub(super) const NO_SYMBOL: u16 = 0;

/// A range of symbols, both ends included.
pub(super) type Span = (u16, u16);

/// The symbols of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Alphabet {
    /// By symbol less one: its character, and the reading that a word gives it.
    symbols: Vec<(char, u16)>,
    /// Each character with its symbols, by character.
    spans: Vec<(char, Span)>,
    first_special: u16,
}

impl Alphabet {
    /// How many symbols there are, [`NO_SYMBOL`] among them.
    pub(super) fn len(&self) -> usize {
        self.symbols.len() + 1
    }

    /// The symbols of a character; `None` if no text has it.
    pub(super) fn span(&self, char: char) -> Option<Span> {
        let nr = self.spans.binary_search_by_key(&char, |(known, _)| *known).ok()?;
        self.spans.get(nr).map(|(_, span)| *span)
    }

    /// Every symbol with the ways to read it.
    pub(super) fn readings(&self) -> impl Iterator<Item = (u16, Readings)> {
        (1..).zip(self.symbols.iter().map(|(char, fixed)| Readings::of(*char, *fixed)))
    }

    /// Whether a symbol is a Han character.
    pub(super) fn is_han(&self, symbol: u16) -> bool {
        let place = usize::from(symbol).checked_sub(1);
        place.and_then(|place| self.symbols.get(place)).is_some_and(|(char, _)| is_han(*char))
    }

    /// The first of those that are read in several ways.
    pub(super) fn first_special(&self) -> u16 {
        self.first_special
    }
}

/// Turns texts into symbols, numbered as they come until all are known.
#[derive(Debug)]
pub(super) struct Writer {
    /// By character of the basic plane: its symbol.
    plain: Vec<u16>,
    /// The same for other characters, and for those that a word gives a reading.
    rare: HashMap<(char, u16), u16>,
    known: Vec<(char, u16)>,
    symbols: Symbols,
    chars: Vec<char>,
    fixed: Vec<u16>,
}

impl Writer {
    /// A writer that has room for so many symbols.
    pub(super) fn new(num_symbols: usize) -> Self {
        let symbols = Symbols::Narrow(Vec::with_capacity(num_symbols));
        Self { plain: vec![NO_SYMBOL; 1 << 16], rare: HashMap::new(), known: Vec::new(), symbols, chars: Vec::new(), fixed: Vec::new() }
    }

    /// How many symbols are written.
    pub(super) fn len(&self) -> usize {
        self.symbols.len()
    }

    /// Writes a text and ends it.
    pub(super) fn write(&mut self, text: &str) {
        if text.chars().any(is_ambiguous) {
            self.write_with_words(text);
        } else {
            for char in text.chars() {
                fold_char(char, |char| {
                    let symbol = self.symbol(char, NO_SYLLABLE);
                    self.symbols.push(symbol);
                });
            }
        }
        self.symbols.push(NO_SYMBOL);
    }

    fn write_with_words(&mut self, text: &str) {
        let (mut chars, mut readings) = (std::mem::take(&mut self.chars), std::mem::take(&mut self.fixed));
        chars.clear();
        text.chars().for_each(|char| fold_char(char, |char| chars.push(char)));
        fixed(&chars, &mut readings);
        for (char, fixed) in chars.iter().zip(&readings) {
            let is_usual = matches!(Readings::of(*char, NO_SYLLABLE), Readings::One([usual]) if usual == *fixed);
            let symbol = self.symbol(*char, if is_usual { NO_SYLLABLE } else { *fixed });
            self.symbols.push(symbol);
        }
        (self.chars, self.fixed) = (chars, readings);
    }

    #[inline]
    fn symbol(&mut self, char: char, fixed: u16) -> u16 {
        match self.plain.get(char as usize).filter(|_| fixed == NO_SYLLABLE) {
            Some(&NO_SYMBOL) | None => self.rare_symbol(char, fixed),
            Some(symbol) => *symbol,
        }
    }

    fn rare_symbol(&mut self, char: char, fixed: u16) -> u16 {
        if let Some(symbol) = self.rare.get(&(char, fixed)) {
            return *symbol;
        }
        let next = u16::try_from(self.known.len() + 1).ok().filter(|next| *next < u16::NEVER).unwrap_or(NO_SYMBOL);
        if next != NO_SYMBOL {
            self.known.push((char, fixed));
        }
        match self.plain.get_mut(char as usize).filter(|_| fixed == NO_SYLLABLE) {
            Some(slot) => *slot = next,
            None => _ = self.rare.insert((char, fixed), next),
        }
        next
    }

    /// The symbols of all texts, in their final numbers, and after them so many of [`NO_SYMBOL`].
    pub(super) fn finish(self, num_more: usize) -> (Alphabet, Symbols) {
        let Self { known, mut symbols, .. } = self;
        let sound = |char: char| Readings::of(char, NO_SYLLABLE).as_slice().first().copied();
        let mut order: Vec<(bool, Option<u16>, char, u16, usize)> =
            (1..).zip(&known).map(|(old, (char, fixed))| (is_ambiguous(*char), sound(*char), *char, *fixed, old)).collect();
        order.sort_unstable();
        let mut renumbered = vec![NO_SYMBOL; known.len() + 1];
        let mut alphabet = Alphabet { first_special: u16::MAX, ..Alphabet::default() };
        for (new, (is_special, _, char, fixed, old)) in (1..).zip(order) {
            renumbered.iter_mut().skip(old).take(1).for_each(|slot| *slot = new);
            alphabet.symbols.push((char, fixed));
            if is_special {
                alphabet.first_special = alphabet.first_special.min(new);
            }
            match alphabet.spans.last_mut().filter(|(known, _)| *known == char) {
                Some((_, span)) => span.1 = new,
                None => alphabet.spans.push((char, (new, new))),
            }
        }
        alphabet.spans.sort_unstable();
        symbols.finish(&renumbered, num_more);
        (alphabet, symbols)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{fold::fold, pinyin::SYLLABLES};
    use proptest::prelude::*;

    fn written(texts: &[impl AsRef<str>]) -> (Alphabet, Vec<u16>) {
        let (alphabet, symbols) = written_narrow(texts);
        match symbols {
            Symbols::Narrow(symbols) => (alphabet, symbols.into_iter().map(u16::from).collect()),
            Symbols::Wide(symbols) => (alphabet, symbols),
        }
    }

    fn written_narrow(texts: &[impl AsRef<str>]) -> (Alphabet, Symbols) {
        let mut writer = Writer::new(0);
        for text in texts {
            writer.write(text.as_ref());
        }
        writer.finish(0)
    }

    #[test]
    fn few_symbols_take_a_byte_each() {
        for (num, is_narrow) in [(10, true), (254, true), (255, false), (400, false)] {
            let texts: Vec<String> = (0..num).map(|nr| char::from_u32(0x4e00 + nr).unwrap().to_string()).collect();
            let (alphabet, symbols) = written_narrow(&texts);
            assert_eq!(matches!(symbols, Symbols::Narrow(_)), is_narrow, "{num}");
            assert_eq!((alphabet.len(), symbols.len()), (num as usize + 1, 2 * num as usize));
        }
    }

    #[test]
    fn symbols_are_in_the_order_of_their_sounds() {
        let (alphabet, symbols) = written(&["重庆朝阳", "重量", "盛信", "亿联盛", "LED"]);
        assert_eq!(symbols.len(), 4 + 2 + 2 + 3 + 3 + 5);
        let sound = |readings: Readings| SYLLABLES.words[usize::from(readings.as_slice()[0])].clone();
        let sounds: Vec<String> = alphabet.readings().map(|(_, readings)| sound(readings)).collect();
        assert_eq!(sounds[..usize::from(alphabet.first_special()) - 1].join(" "), "d e l lian liang qing sheng xin yang yi");
        let readings: Vec<usize> = alphabet.readings().map(|(_, readings)| readings.as_slice().len()).collect();
        assert_eq!(readings[usize::from(alphabet.first_special()) - 1..], [1, 2, 1], "朝 in 朝阳, 重 by itself, 重 in 重庆");
        let span = alphabet.span('重').unwrap();
        assert_eq!(span.1 - span.0, 1);
        assert_eq!(alphabet.span('x'), None);
    }

    proptest! {
        #[test]
        fn texts_can_be_read_back(texts in prop::collection::vec("[A-C亿联重庆长朝阳Ａ\u{20000}İ ]{0,8}", 0..12)) {
            let (alphabet, symbols) = written(&texts);
            let char = |symbol: &u16| if *symbol == NO_SYMBOL { '\0' } else { alphabet.symbols[usize::from(*symbol) - 1].0 };
            let written: String = symbols.iter().map(char).collect();
            prop_assert_eq!(written, texts.iter().map(|text| fold(text) + "\0").collect::<String>());
            for symbol in symbols.iter().filter(|symbol| **symbol != NO_SYMBOL) {
                let (low, high) = alphabet.span(char(symbol)).unwrap();
                prop_assert!((low..=high).all(|other| char(&other) == char(symbol)) && (low..=high).contains(symbol));
            }
        }
    }
}
