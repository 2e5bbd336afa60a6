//! Dates as a report gives them: a year, a month or a day, stated or worked out.

use std::{fmt, str::FromStr};

use crate::locale::Lang;

/// A year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    /// Year, 1–9999.
    pub year: i16,
    /// Month, 1–12.
    pub month: Option<u8>,
    /// Day of the month; only with a month.
    pub day: Option<u8>,
}

/// How a date is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The report writes it.
    #[default]
    Stated,
    /// The report writes it relative to its own date (去年4月26日).
    Relative,
    /// The report leaves the year to be inferred.
    Inferred,
    /// 目前, 截至目前: at the report's date.
    Report,
    /// It cannot be told.
    Unclear,
}

impl Basis {
    /// Every basis.
    pub const ALL: [Self; 5] = [Self::Stated, Self::Relative, Self::Inferred, Self::Report, Self::Unclear];

    /// The word in dossiers and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Relative => "relative",
            Self::Inferred => "inferred",
            Self::Report => "report",
            Self::Unclear => "unclear",
        }
    }
}

/// A time with the words that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The date; none where it is unclear.
    pub date: Option<PartialDate>,
    /// The report's words.
    pub text: String,
    /// How the date is known.
    pub basis: Basis,
}

/// The text is no date of the form `2006`, `2019-12` or `2019-04-26`, or there is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date that exists, such as 2006, 2019-12 or 2019-04-26")
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let year = parts.next().and_then(|part| number(part, 4)).and_then(|year| i16::try_from(year).ok());
        let date = Self { year: year.ok_or(NotADate)?, month: small(parts.next())?, day: small(parts.next())? };
        let last = date.last_day();
        let is_valid = parts.next().is_none() && date.year > 0 && date.first_day().is_some() && last.is_some();
        if is_valid { Ok(date) } else { Err(NotADate) }
    }
}

/// A part of exactly `digits` ASCII digits.
fn number(part: &str, digits: usize) -> Option<u16> {
    let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { part.parse().ok() } else { None }
}

/// A month or day, where there is one.
fn small(part: Option<&str>) -> Result<Option<u8>, NotADate> {
    let Some(part) = part else { return Ok(None) };
    number(part, 2).and_then(|number| u8::try_from(number).ok()).map(Some).ok_or(NotADate)
}

impl PartialDate {
    /// The first day it may mean; none where there is no such day.
    pub fn first_day(&self) -> Option<jiff::civil::Date> {
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        jiff::civil::Date::new(self.year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    /// The last day it may mean; none where there is no such day.
    pub fn last_day(&self) -> Option<jiff::civil::Date> {
        let first = Self { month: Some(self.month.unwrap_or(12)), ..*self }.first_day()?;
        Some(if self.day.is_some() { first } else { first.last_of_month() })
    }

    /// The sign that holds between two dates: `<`, `≤`, `=`, `>`, or `?` where one is too coarse to tell.
    pub(crate) fn sign(self, later: Self) -> &'static str {
        let ends = |date: Self| date.first_day().zip(date.last_day());
        match ends(self).zip(ends(later)) {
            Some((a, b)) if a == b && a.0 == a.1 => "=",
            Some((a, b)) if a.1 < b.0 => "<",
            // The coarser one may mean the very day of the other.
            Some((a, b)) if a.1 == b.0 => "≤",
            Some((a, b)) if a.0 > b.1 => ">",
            _ => "?",
        }
    }

    /// The date in a sentence: `2019 年 12 月 31 日`, `31 December 2019`.
    pub fn format(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => {
                let part = |number: Option<u8>, unit: &str| number.map(|number| format!(" {number} {unit}")).unwrap_or_default();
                format!("{} 年{}{}", self.year, part(self.month, "月"), part(self.day, "日"))
            }
            Lang::En => {
                let day = self.day.map(|day| format!("{day} ")).unwrap_or_default();
                let month = self.month.and_then(english_month).map(|month| format!("{month} ")).unwrap_or_default();
                format!("{day}{month}{}", self.year)
            }
        }
    }
}

/// The English names of the months.
pub(crate) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn english_month(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

impl fmt::Display for PartialDate {
    /// ISO 8601, as precise as it is: `2006`, `2019-12`, `2019-04-26`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_and_print() {
        for (text, zh, en) in [
            ("2006", "2006 年", "2006"),
            ("2019-12", "2019 年 12 月", "December 2019"),
            ("2019-04-26", "2019 年 4 月 26 日", "26 April 2019"),
            ("2020-02-29", "2020 年 2 月 29 日", "29 February 2020"),
        ] {
            let date: PartialDate = text.parse().unwrap_or_else(|error| panic!("{text}: expected {error}"));
            assert_eq!((date.to_string().as_str(), date.format(Lang::Zh).as_str(), date.format(Lang::En).as_str()), (text, zh, en));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2019-13",
            "2019-00",
            "2019-02-30",
            "2019-2-3",
            "0000",
            "19",
            "2019-04-26-01",
            "2019-04-",
            "二〇一九",
            "-2019",
            "2019-04-26 ",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn the_sign_between_dates_claims_no_more_than_they_tell() {
        for (earlier, later, sign) in [
            ("2019-04-26", "2019-04-27", "<"),
            ("2019-04-26", "2019-04-26", "="),
            ("2019-04-27", "2019-04-26", ">"),
            ("2019-12", "2020", "<"),
            ("2019-12", "2019-12-31", "≤"),
            ("2019-01-01", "2019", "≤"),
            ("2019-12", "2019-12", "?"),
            ("2020", "2019-12", ">"),
        ] {
            let [a, b] = [earlier, later].map(|text| text.parse::<PartialDate>().expect("a date"));
            assert_eq!(a.sign(b), sign, "{earlier} and {later}");
        }
    }

    #[test]
    fn dates_sort_by_time() {
        let dates: Vec<PartialDate> =
            ["2006", "2016", "2019-04-26", "2019-06", "2019-06-18"].iter().filter_map(|text| text.parse().ok()).collect();
        assert!(dates.is_sorted(), "{dates:?}");
        let december: PartialDate = "2019-12".parse().expect("a month");
        assert_eq!(december.last_day().map(|day| day.to_string()).as_deref(), Some("2019-12-31"));
    }
}
