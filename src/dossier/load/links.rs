//! Whether a link of the account says what its figure says.

use rust_decimal::Decimal;

use super::scan::{self, Number};
use crate::{
    dossier::{Dimension, Figure, PartialDate, Qualifier, Quantity, Value, moment::MONTHS, numeral::fold},
    locale::Lang,
};

/// What is wrong with a link's text, as what was expected; none if it agrees with the figure.
pub(super) fn disagreement(text: &str, figure: &Figure, lang: Lang) -> Option<String> {
    match &figure.value {
        Value::Quantity(quantity) => (!says_quantity(text, quantity, lang)).then(|| expected_quantity(figure, quantity, lang)),
        Value::Date(moment) => {
            let date = moment.date?;
            (!says_date(text, date, lang)).then(|| format!("{} or a part of it, as {} is {date}", date.format(lang), figure.id))
        }
        Value::Words => {
            let known: Vec<_> = [Some(&figure.text), figure.english.as_ref()].into_iter().flatten().map(|words| fold(words)).collect();
            let is_known = |digits: &str| known.iter().any(|words| scan::carries(words, &fold(digits)));
            let is_said = |run: std::ops::Range<usize>| text.get(run).is_some_and(is_known);
            (!scan::digit_runs(text).into_iter().all(is_said)).then(|| format!("no number that the words of {} do not have", figure.id))
        }
    }
}

fn expected_quantity(figure: &Figure, quantity: &Quantity, lang: Lang) -> String {
    format!("{}, the value of {} (\"{}\")", quantity.format(lang), figure.id, figure.text)
}

/// Digits must all be the figure's; number words must include it, as 一 and one also stand in other words.
fn says_quantity(text: &str, quantity: &Quantity, lang: Lang) -> bool {
    let numbers = scan::numbers(text, lang);
    if numbers.iter().any(|number| number.is_digits) {
        return numbers.iter().filter(|number| number.is_digits).all(|number| is_value(number, quantity));
    }
    let is_bound = !matches!(quantity.qualifier, Qualifier::Exact | Qualifier::Range);
    (numbers.is_empty() && is_bound) || numbers.iter().any(|number| is_value(number, quantity))
}

fn is_value(number: &Number, quantity: &Quantity) -> bool {
    let Some(value) = number.value else { return false };
    let unit = &quantity.unit;
    let is = |wanted: Decimal| match number.unit {
        Some((Dimension::Count, scale)) if unit.dimension == Dimension::Count => value.checked_mul(scale) == wanted.checked_mul(unit.scale),
        Some((dimension, scale)) => dimension == unit.dimension && value.checked_mul(scale) == wanted.checked_mul(unit.scale),
        // A unit may stand outside the link: the number is then in the unit as written, or that unit without 万 or 亿.
        None => value == wanted || Some(value) == wanted.checked_mul(unit.multiplier()) || Some(value) == wanted.checked_mul(unit.scale),
    };
    [Some(quantity.number), quantity.to].into_iter().flatten().any(is)
}

/// The parts of a date that a text names.
#[derive(Debug, Default, PartialEq)]
struct Named {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    /// A number that is no part of a date, or a part named twice.
    is_odd: bool,
}

impl Named {
    fn set(&mut self, part: fn(&mut Self) -> &mut Option<u32>, value: u32) {
        let is_taken = part(self).replace(value).is_some();
        self.is_odd |= is_taken;
    }
}

fn says_date(text: &str, date: PartialDate, lang: Lang) -> bool {
    let text = fold(text);
    let named = iso(&text).unwrap_or_else(|| match lang {
        Lang::Zh => chinese_date(&text),
        Lang::En => english_date(&text),
    });
    let agrees = |named: Option<u32>, actual: Option<u32>| named.is_none_or(|named| Some(named) == actual);
    let is_any = named.year.or(named.month).or(named.day).is_some();
    let year = u32::try_from(date.year).ok();
    let (month, day) = (date.month.map(u32::from), date.day.map(u32::from));
    is_any && !named.is_odd && agrees(named.year, year) && agrees(named.month, month) && agrees(named.day, day)
}

/// A text that is an ISO date.
fn iso(text: &str) -> Option<Named> {
    let date: PartialDate = text.trim().parse().ok()?;
    let year = u32::try_from(date.year).ok();
    Some(Named { year, month: date.month.map(u32::from), day: date.day.map(u32::from), is_odd: false })
}

fn chinese_date(text: &str) -> Named {
    let mut named = Named::default();
    for run in scan::digit_runs(text) {
        let number = text.get(run.clone()).and_then(|digits| digits.parse().ok());
        let behind = text.get(run.end..).unwrap_or_default().trim_start().chars().next();
        match (number, behind) {
            (Some(number), Some('年')) => named.set(|named| &mut named.year, number),
            (Some(number), Some('月')) => named.set(|named| &mut named.month, number),
            (Some(number), Some('日' | '号')) => named.set(|named| &mut named.day, number),
            // The unit may stand outside the link.
            (Some(number), None) if number > 31 => named.set(|named| &mut named.year, number),
            _ => named.is_odd = true,
        }
    }
    named
}

fn english_date(text: &str) -> Named {
    let mut named = Named::default();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let month = MONTHS.iter().position(|month| *month == word || month.get(..3) == Some(word));
        match (month, digits.parse::<u32>()) {
            (Some(month), _) => named.set(|named| &mut named.month, u32::try_from(month).unwrap_or_default() + 1),
            (None, Ok(day)) if day <= 31 => named.set(|named| &mut named.day, day),
            (None, Ok(year)) => named.set(|named| &mut named.year, year),
            (None, Err(_)) => named.is_odd |= word.chars().any(|c| c.is_ascii_digit()),
        }
    }
    named
}

#[cfg(test)]
#[path = "links_tests.rs"]
mod tests;
