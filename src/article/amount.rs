//! Numbers as somebody types or writes them, so that `1.28亿` and `12800万元` are the same.
//!
//! Not the dossier's quantities: no bounds, no rates; only what it takes to compare two ways of writing.

use crate::table::{Decimal, fold, parts_thousands};

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number, its scale (万, million) worked in.
    pub number: Decimal,
    /// What it counts, in the unit amounts are compared in; empty where it is not said.
    unit: String,
    /// The number in that unit.
    base: Decimal,
}

/// Words that multiply a number.
const SCALES: [(&str, u64); 10] = [
    ("万亿", 1_000_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("亿", 100_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("million", 1_000_000),
    ("万", 10_000),
    ("thousand", 1_000),
    ("千", 1_000),
    ("百", 100),
];

/// Units that are written in several ways: each with the one they are compared in, and how many of it one is.
const UNITS: [(&str, &str, u64); 25] = [
    ("元", "元", 1),
    ("元人民币", "元", 1),
    ("yuan", "元", 1),
    ("公里", "米", 1_000),
    ("千米", "米", 1_000),
    ("km", "米", 1_000),
    ("米", "米", 1),
    ("m", "米", 1),
    ("平方公里", "平方米", 1_000_000),
    ("km²", "平方米", 1_000_000),
    ("平方米", "平方米", 1),
    ("m²", "平方米", 1),
    ("立方米", "立方米", 1),
    ("m³", "立方米", 1),
    ("吨", "吨", 1),
    ("t", "吨", 1),
    ("千克", "千克", 1),
    ("公斤", "千克", 1),
    ("kg", "千克", 1),
    ("天", "天", 1),
    ("日", "天", 1),
    ("day", "天", 1),
    ("days", "天", 1),
    ("percent", "%", 1),
    ("个", "个", 1),
];

/// Currencies that stand before a number.
const CURRENCIES: [(&str, &str); 5] = [("cny", "元"), ("rmb", "元"), ("¥", "元"), ("usd", "美元"), ("$", "美元")];

impl Amount {
    /// What somebody typed, if it is a number: `1.28亿`, `5.7%`, `56`, `CNY 57 million`.
    pub fn typed(text: &str) -> Option<Self> {
        Self::read(text, true)
    }

    /// The number of a figure as it is written, its qualifier left out; none where there are several numbers, as in a date.
    pub fn written(text: &str) -> Option<Self> {
        Self::read(text, false)
    }

    fn read(text: &str, is_strict: bool) -> Option<Self> {
        let text: String = fold(text).chars().filter(|char| !char.is_whitespace()).collect();
        let first = text.find(|char: char| char.is_ascii_digit())?;
        let (before, rest) = text.split_at_checked(first)?;
        let currency = CURRENCIES.iter().find(|(word, _)| before.ends_with(word));
        if is_strict && !before.is_empty() && currency.is_none_or(|(word, _)| *word != before) {
            return None;
        }
        let end = rest.find(|char: char| !(char.is_ascii_digit() || ",.".contains(char))).unwrap_or(rest.len());
        let (digits, rest) = rest.split_at_checked(end)?;
        if rest.contains(|char: char| char.is_ascii_digit()) {
            return None;
        }
        let digits = digits.trim_end_matches([',', '.']);
        if !parts_thousands(digits) {
            return None;
        }
        let written: Decimal = digits.replace(',', "").parse().ok()?;
        let rest = rest.trim_start_matches(['余', '多', '+']);
        let (scale, unit) = scale(rest);
        let number = written.checked_mul(Decimal::from(scale))?.normalize();
        let unit = if unit.is_empty() { currency.map_or("", |(_, unit)| unit) } else { unit };
        let (unit, factor) = UNITS.iter().find(|(word, ..)| *word == unit).map_or((unit, 1), |(_, base, factor)| (*base, *factor));
        Some(Self { number, base: number.checked_mul(Decimal::from(factor))?.normalize(), unit: unit.to_owned() })
    }

    /// Whether somebody who types this means that: a number alone means every unit.
    pub fn finds(&self, written: &Self) -> bool {
        if self.unit.is_empty() { self.number == written.number } else { self.unit == written.unit && self.base == written.base }
    }

    /// The number to look candidates up by, of which [`Self::finds`] is to be asked: as it stands, and in the base unit.
    pub fn keys(&self) -> [Decimal; 2] {
        [self.number, self.base]
    }
}

/// The scale that a unit begins with, and the unit; 千米 and 千克 are units themselves.
fn scale(text: &str) -> (u64, &str) {
    if UNITS.iter().any(|(word, ..)| *word == text) {
        return (1, text);
    }
    let found = SCALES.iter().find_map(|(word, factor)| Some((*factor, text.strip_prefix(word)?)));
    found.unwrap_or((1, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_amount_is_found_however_it_is_written() {
        for (typed, written) in [
            ("1.28亿", "12800 万元"),
            ("1.28 亿元", "12800万元"),
            ("128 million", "1.28 亿元"),
            ("CNY 4.356 billion", "43.56 亿元"),
            ("43.56亿", "CNY 4.356 billion"),
            ("0.57亿元", "5700 万元"),
            ("5.7%", "5.7 %"),
            ("５.7％", "5.7%"),
            ("5.7", "5.7%"),
            ("56", "56 个"),
            ("1348", "1,348"),
            ("20公里", "20 km"),
            ("20000米", "20 公里"),
            ("1.2万平方米", "12,000 m²"),
            ("10", "10 余家"),
            ("6亿", "≤ CNY 600 million"),
            ("6亿元", "最高 6 亿元"),
        ] {
            let (typed, written) = (Amount::typed(typed).expect(typed), Amount::written(written).expect(written));
            assert!(typed.finds(&written), "{typed:?} and {written:?}");
            assert!(typed.keys().iter().any(|key| written.keys().contains(key)), "{typed:?} is looked up");
        }
    }

    #[test]
    fn other_amounts_are_not() {
        for (typed, written) in
            [("1.28亿", "1.28 万元"), ("56%", "56 个"), ("20公里", "20 个"), ("5.7", "5.70001%"), ("56", "560 个"), ("1亿元", "1 亿美元")]
        {
            let (typed, written) = (Amount::typed(typed).expect(typed), Amount::written(written).expect(written));
            assert!(!typed.finds(&written), "{typed:?} and {written:?}");
        }
        for text in ["", "亿", "yls", "第 56", "1.2.3", "2019 年 4 月 26 日", "5 or 6", "1,5", "99999999999999999999999999999亿"] {
            assert_eq!(Amount::typed(text), None, "{text} is no amount");
        }
        assert_eq!(Amount::written("2019 年 4 月 26 日"), None, "a date has several numbers");
    }
}
