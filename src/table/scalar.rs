//! Bounds, and the words that follow numbers.

use std::fmt;

pub use rust_decimal::Decimal;

use super::{date::Date, fold::fold};

/// A bound of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// A number in the column's base unit (yuan, metres).
    Number(Decimal),
    /// A date.
    Date(Date),
}

impl From<Decimal> for Scalar {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Scalar {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

/// The words that may follow a number, so that `1亿` is 100,000,000 in a column of money.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// Words and how many of the base unit each is.
    words: Vec<(String, Decimal)>,
    /// The words numbers are written with, largest first.
    written: Vec<(String, Decimal)>,
}

impl Units {
    /// No words but 万 and 亿, which multiply.
    pub fn plain() -> Self {
        Self::new(&[("万", 10_000), ("亿", 100_000_000)])
    }

    /// Money in yuan.
    pub fn money() -> Self {
        Self::new(&[("元", 1), ("万", 10_000), ("万元", 10_000), ("亿", 100_000_000), ("亿元", 100_000_000)]).reads(&[
            ("yuan", 1),
            ("cny", 1),
            ("rmb", 1),
            ("million", 1_000_000),
            ("m", 1_000_000),
            ("billion", 1_000_000_000),
            ("bn", 1_000_000_000),
        ])
    }

    /// Shares, as fractions of one, which are written in per cent.
    pub fn shares() -> Self {
        let words = vec![("%".to_owned(), Decimal::new(1, 2))];
        Self { written: words.clone(), words }
    }

    /// Units by their words and how many of the base unit each is.
    ///
    /// A number is written with the shortest word of a factor; a factor of 1 needs none.
    pub fn new(words: &[(&str, i64)]) -> Self {
        let mut units = Self::default().reads(words);
        let mut written: Vec<(String, Decimal)> = units.words.iter().filter(|(_, factor)| *factor > Decimal::ONE).cloned().collect();
        written.sort_by(|(a, factor_a), (b, factor_b)| factor_b.cmp(factor_a).then(a.len().cmp(&b.len())));
        written.dedup_by(|(_, later), (_, earlier)| later == earlier);
        units.written = written;
        units
    }

    /// Words that are understood as well, but not written.
    #[must_use]
    pub fn reads(mut self, words: &[(&str, i64)]) -> Self {
        self.words.extend(words.iter().map(|(word, factor)| (fold(word), Decimal::from(*factor))));
        self
    }

    /// Reads a number with a unit or without, in the base unit. Commas may part thousands, and nothing else: 1,5 is no number.
    pub fn parse(&self, text: &str) -> Option<Decimal> {
        let text: String = fold(text).chars().filter(|char| !char.is_whitespace()).collect();
        let digits = text.trim_start_matches(['-', '+']);
        let end = text.len() - digits.trim_start_matches(|char: char| char.is_ascii_digit() || matches!(char, '.' | ',')).len();
        let (number, word) = text.split_at_checked(end)?;
        if !parts_thousands(number) {
            return None;
        }
        let number: Decimal = number.replace(',', "").parse().ok()?;
        if word.is_empty() {
            return Some(number);
        }
        let (_, factor) = self.words.iter().find(|(known, _)| known == word)?;
        number.checked_mul(*factor)
    }

    /// Writes a number of the base unit so that [`Self::parse`] reads exactly the same.
    pub fn write(&self, number: Decimal) -> String {
        let fits = |factor: &Decimal| {
            let part = number.checked_div(*factor)?.normalize();
            (part.abs() >= Decimal::ONE && part.scale() <= 6 && part.checked_mul(*factor) == Some(number)).then_some(part)
        };
        let found = self.written.iter().find_map(|(word, factor)| fits(factor).map(|part| format!("{part}{word}")));
        found.unwrap_or_else(|| number.normalize().to_string())
    }
}

/// Whether every comma in a number parts thousands: `1,348`, not `1,5`.
pub(crate) fn parts_thousands(number: &str) -> bool {
    let sides = |at: usize| number.split_at_checked(at).map(|(before, after)| (before, after.get(1..).unwrap_or_default()));
    number.match_indices(',').all(|(at, _)| sides(at).is_some_and(|(before, after)| is_thousands(before, after)))
}

/// Whether a comma between two texts parts thousands: one to three digits, or whole thousands, stand before it, and exactly
/// three digits after it.
pub(super) fn is_thousands(before: &str, after: &str) -> bool {
    let is_digit = |char: &char| char.is_ascii_digit();
    let (before, after) = (fold(before), fold(after));
    let head = before.trim_end_matches(|char| is_digit(&char) || char == ',');
    let is_fraction = head.ends_with('.') && !head.ends_with("..");
    let mut groups = before.get(head.len()..).unwrap_or_default().split(',').map(str::len);
    let is_whole = groups.next().is_some_and(|first| (1..=3).contains(&first)) && groups.all(|num_digits| num_digits == 3);
    is_whole && !is_fraction && after.chars().take_while(is_digit).count() == 3
}

/// A number that a column cannot hold exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotExact(pub Decimal);

impl fmt::Display for NotExact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is too large or has too many decimals for its column", self.0)
    }
}

impl std::error::Error for NotExact {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_and_writes_units() {
        let money = Units::money();
        for (text, number, written) in [
            ("1亿", 100_000_000, "1亿"),
            ("１．５ 亿元", 150_000_000, "1.5亿"),
            ("5700万元", 57_000_000, "5700万"),
            ("20 million", 20_000_000, "2000万"),
            ("12,345", 12_345, "1.2345万"),
            ("１，０００万元", 10_000_000, "1000万"),
            ("999", 999, "999"),
            ("-3万", -30_000, "-3万"),
        ] {
            assert_eq!(money.parse(text), Some(Decimal::from(number)), "{text}");
            assert_eq!(money.write(Decimal::from(number)), written, "{text}");
        }
        for text in
            ["", "亿", "1里", "1.2.3", "--1", "1,5", "10,20亿", ",123", "1,234,", "1234,5678", "1.5,000", "99999999999999999999999999999亿"]
        {
            assert_eq!(money.parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(number in any::<i64>(), scale in 0_u32..9) {
            let number = Decimal::new(number, scale);
            for units in [Units::money(), Units::plain(), Units::default()] {
                prop_assert_eq!(units.parse(&units.write(number)), Some(number));
            }
        }
    }
}
