//! Numbers in running text of either language, as links and phrases write them.

use rust_decimal::Decimal;

use crate::{
    dossier::{
        Dimension,
        numeral::{english_scale, english_word, fold, fold_char, is_han_numeral, take_digits, take_number},
        unit::{split_scale, take_unit},
    },
    locale::Lang,
};

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// What it says, multiplied by 万, 亿, thousand, million; none where it is too large to read.
    pub(super) value: Option<Decimal>,
    /// What the unit behind it measures and its factor; none where no unit follows.
    pub(super) unit: Option<(Dimension, Decimal)>,
    /// Whether it is written in digits.
    pub(super) is_digits: bool,
}

/// The runs of digits in a folded text, or else its Han numerals: what a phrase must carry.
pub(super) fn numerals(folded: &str) -> impl Iterator<Item = &str> {
    let is_digits: fn(char) -> bool = |c| c.is_ascii_digit() || matches!(c, '.' | ',');
    let has_digits = folded.bytes().any(|byte| byte.is_ascii_digit());
    let is_part = if has_digits { is_digits } else { is_han_numeral };
    folded.split(move |c| !is_part(c)).map(|run| run.trim_matches(['.', ','])).filter(|run| !run.is_empty())
}

/// Whether a folded phrase carries a numeral; digits only as a whole run, for 5 does not stand in 15.
pub(super) fn carries(folded: &str, numeral: &str) -> bool {
    if numeral.starts_with(|c: char| c.is_ascii_digit()) { numerals(folded).any(|run| run == numeral) } else { folded.contains(numeral) }
}

/// The digits of a text, as ranges of its bytes: `1,348` and `43.56` are one each.
///
/// A comma in full width parts two numbers, as one does that three digits do not follow.
pub(super) fn digit_runs(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        let rest = || text.get(at + c.len_utf8()..).unwrap_or_default().chars();
        let num_digits = || rest().take(4).take_while(|c| fold_char(*c).is_ascii_digit()).count();
        let goes_on = match c {
            '.' | '．' => num_digits() > 0,
            ',' => num_digits() == 3,
            _ => fold_char(c).is_ascii_digit(),
        };
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) if goes_on => run.end = at + c.len_utf8(),
            None if fold_char(c).is_ascii_digit() => runs.push(at..at + c.len_utf8()),
            _ => {}
        }
    }
    runs
}

/// The numbers of a text, with their units.
pub(super) fn numbers(text: &str, lang: Lang) -> Vec<Number> {
    let folded = fold(text);
    match lang {
        Lang::Zh => chinese(&folded),
        Lang::En => english(&folded),
    }
}

fn chinese(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if !c.is_ascii_digit() && !is_han_numeral(c) {
            rest = skip(rest, c);
            continue;
        }
        let Ok((value, after)) = take_number(rest) else {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || is_han_numeral(c));
            numbers.push(Number { value: None, unit: None, is_digits: c.is_ascii_digit() });
            continue;
        };
        let behind = after.trim_start().trim_start_matches(['余', '多', '来', '+']).trim_start();
        let (value, unit, after) = match take_unit(behind) {
            Some((unit, after)) => (Some(value), Some((unit.dimension, unit.scale)), after),
            None => scaled(value, behind, after),
        };
        numbers.push(Number { value, unit, is_digits: c.is_ascii_digit() });
        rest = after;
    }
    numbers
}

/// A number before a bare 万 or 亿, or before nothing that belongs to it.
fn scaled<'t>(value: Decimal, behind: &'t str, after: &'t str) -> (Option<Decimal>, Option<(Dimension, Decimal)>, &'t str) {
    let (scale, rest) = split_scale(behind);
    if scale == Decimal::ONE { (Some(value), None, after) } else { (value.checked_mul(scale), None, rest) }
}

fn skip(text: &str, c: char) -> &str {
    text.strip_prefix(c).unwrap_or_default()
}

fn english(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_digits = c.is_ascii_digit();
        let (value, after) = if is_digits {
            match take_digits(rest) {
                Ok((value, after)) => (Some(value), after),
                Err(_) => (None, rest.trim_start_matches(|c: char| c.is_ascii_digit())),
            }
        } else if c.is_alphabetic() {
            let (word, after) = take_word(rest);
            let Some(value) = english_word(word) else {
                rest = after;
                continue;
            };
            (Some(value), after)
        } else {
            rest = skip(rest, c);
            continue;
        };
        let (value, after) = english_scales(value, after);
        let (unit, after) = english_unit(after).map_or((None, after), |(unit, after)| (Some(unit), after));
        numbers.push(Number { value, unit, is_digits });
        rest = after;
    }
    numbers
}

/// The word at the start, hyphens within it included.
fn take_word(text: &str) -> (&str, &str) {
    // No number word is longer than `seventy-seven`.
    let end = text.char_indices().take(24).find(|(_, c)| !c.is_alphabetic() && *c != '-').map(|(at, _)| at);
    let end = end.or_else(|| text.char_indices().nth(24).map(|(at, _)| at)).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    if english_word(word).is_some() {
        return (word, rest);
    }
    // A compound such as `six-system` starts with a number word.
    match word.split_once('-') {
        Some((first, _)) => (first, text.strip_prefix(first).unwrap_or_default()),
        None => (word, rest),
    }
}

/// Multiplies by the hundred, thousand, million that follow.
fn english_scales(mut value: Option<Decimal>, mut after: &str) -> (Option<Decimal>, &str) {
    loop {
        let (word, rest) = take_word(after.trim_start_matches([' ', '-', '\u{a0}']));
        let Some(scale) = english_scale(word) else { return (value, after) };
        value = value.and_then(|value| value.checked_mul(scale));
        after = rest;
    }
}

/// The units that English accounts write, with their factor as mantissa and number of decimals.
const ENGLISH_UNITS: [(&[&str], Dimension, i64, u32); 17] = [
    (&["square kilometres", "square kilometers", "square km", "km²"], Dimension::Area, 1_000_000, 0),
    (&["square metres", "square meters", "sq m", "m²"], Dimension::Area, 1, 0),
    (&["cubic metres", "cubic meters", "m³"], Dimension::Volume, 1, 0),
    (&["hectares", "hectare", "ha"], Dimension::Area, 10_000, 0),
    (&["kilometres", "kilometers", "kilometre", "kilometer", "km"], Dimension::Length, 1000, 0),
    (&["metres", "meters", "metre", "meter", "m"], Dimension::Length, 1, 0),
    (&["kilograms", "kilogrammes", "kg"], Dimension::Mass, 1, 3),
    (&["tonnes", "tonne", "tons", "t"], Dimension::Mass, 1, 0),
    (&["days", "day"], Dimension::Days, 1, 0),
    (&["years", "year"], Dimension::Months, 12, 0),
    (&["months", "month"], Dimension::Months, 1, 0),
    (&["percentage points", "percentage point"], Dimension::Count, 1, 0),
    (&["%", "per cent", "percent"], Dimension::Share, 1, 2),
    (&["‰"], Dimension::Share, 1, 3),
    (&["yuan", "RMB", "CNY"], Dimension::Yuan, 1, 0),
    (&["dollars", "USD"], Dimension::Dollar, 1, 0),
    (&["mu"], Dimension::Area, 6_666_666_666_666_666_667, 16),
];

/// The English unit at the start, which must end where a word ends.
fn english_unit(text: &str) -> Option<((Dimension, Decimal), &str)> {
    let text = text.trim_start_matches([' ', '-', '\u{a0}']);
    ENGLISH_UNITS.iter().find_map(|(names, dimension, mantissa, decimals)| {
        let rest = names.iter().find_map(|name| text.strip_prefix(name))?;
        let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric());
        is_whole.then(|| ((*dimension, Decimal::new(*mantissa, *decimals)), rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, lang: Lang) -> Vec<String> {
        let show = |number: Number| {
            let value = number.value.map_or("?".to_owned(), |value| value.normalize().to_string());
            number.unit.map_or(value.clone(), |(dimension, scale)| format!("{value} {dimension:?} {scale}"))
        };
        numbers(text, lang).into_iter().map(show).collect()
    }

    #[test]
    fn chinese_numbers() {
        for (text, expected) in [
            ("43.56 亿元", vec!["43.56 Yuan 100000000"]),
            ("５７００万元", vec!["5700 Yuan 10000"]),
            ("十余家", vec!["10 Count 1"]),
            ("2.2 万立方米", vec!["2.2 Volume 10000"]),
            ("三大产业集群", vec!["3 Count 1"]),
            ("5 万", vec!["50000"]),
            ("3—5 年", vec!["3", "5 Months 12"]),
            ("没有数", vec![]),
        ] {
            assert_eq!(shown(text, Lang::Zh), expected, "{text}");
        }
    }

    #[test]
    fn english_numbers() {
        for (text, expected) in [
            ("CNY 4.356 billion", vec!["4356000000"]),
            ("57 million yuan", vec!["57000000 Yuan 1"]),
            ("more than ten firms", vec!["10"]),
            ("twenty-two", vec!["22"]),
            ("six-system", vec!["6"]),
            ("two hundred", vec!["200"]),
            ("10,000 tonnes a year", vec!["10000 Mass 1"]),
            ("52.91 km", vec!["52.91 Length 1000"]),
            ("12,000 m²", vec!["12000 Area 1"]),
            ("37.8 per cent", vec!["37.8 Share 0.01"]),
            ("10-day limit", vec!["10 Days 1"]),
            ("at most once", vec!["1"]),
            ("one tonne of toner", vec!["1 Mass 1"]),
            ("the road", vec![]),
        ] {
            assert_eq!(shown(text, Lang::En), expected, "{text}");
        }
    }

    #[test]
    fn digit_runs_keep_decimals_together() {
        let runs = |text: &str| digit_runs(text).into_iter().filter_map(|run| text.get(run).map(str::to_owned)).collect::<Vec<_>>();
        assert_eq!(runs("43.56 and 1,348, then 5."), ["43.56", "1,348", "5"]);
        assert_eq!(runs("２０公里"), ["２０"]);
        assert_eq!(runs("４３．５６亿，1,348,000 个"), ["４３．５６", "1,348,000"]);
        assert_eq!(runs("2019，56 个，2020,56, 7"), ["2019", "56", "2020", "56", "7"]);
    }
}
