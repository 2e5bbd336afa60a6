//! Dates of three precisions.

use std::fmt;

use jiff::{ToSpan as _, civil};

use super::fold::fold;

/// How much of a date is stated; a coarser one sorts before a finer one that begins on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// Year, month and day.
    Day,
}

/// A year, a month or a day.
///
/// It is compared by its first day: a date stated as `2019` is not at least `2019-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// The first day, counted from 1 January 1970.
    days: i32,
    precision: Precision,
}

const EPOCH: civil::Date = civil::date(1970, 1, 1);

impl Date {
    /// A date from its parts; `None` where there is no such day, or a day without a month.
    pub fn new(year: i16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let precision = match (month, day) {
            (None, None) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
            (None, Some(_)) => return None,
        };
        let part = |part: Option<u8>| i8::try_from(part.unwrap_or(1)).ok();
        let date = civil::Date::new(year, part(month)?, part(day)?).ok()?;
        (1..=9999).contains(&year).then(|| Self { days: days(date), precision })
    }

    /// A day by its number, counted from 1 January 1970, and how much of it is stated.
    pub fn from_days(days: i32, precision: Precision) -> Option<Self> {
        let date = EPOCH.checked_add(days.days()).ok()?;
        let part = |part: i8| u8::try_from(part).ok();
        let (month, day) = match precision {
            Precision::Year => (None, None),
            Precision::Month => (part(date.month()), None),
            Precision::Day => (part(date.month()), part(date.day())),
        };
        Self::new(date.year(), month, day)
    }

    /// How much of it is stated.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The number of its first day, counted from 1 January 1970.
    pub fn first_day(self) -> i32 {
        self.days
    }

    /// The number of its last day: of 2019, that of 31 December.
    pub fn last_day(self) -> i32 {
        let next = match self.precision {
            Precision::Year => self.civil().checked_add(1.year()),
            Precision::Month => self.civil().checked_add(1.month()),
            Precision::Day => return self.days,
        };
        // After the last month there is no next one.
        next.map_or_else(|_| days(civil::Date::MAX), |next| days(next) - 1)
    }

    /// Year, month and day as far as stated.
    pub fn parts(self) -> (i16, Option<u8>, Option<u8>) {
        let date = self.civil();
        let part = |part: i8, from: Precision| (self.precision >= from).then(|| u8::try_from(part).unwrap_or(1));
        (date.year(), part(date.month(), Precision::Month), part(date.day(), Precision::Day))
    }

    /// Reads `2019`, `2019-04`, `2019-04-26`, the same with `/` or `.`, and `2019年4月26日`.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text.trim());
        let parts = if folded.contains('年') { han_parts(&folded)? } else { folded.split(['-', '/', '.']).collect() };
        let mut parts = parts.into_iter();
        let year = parts.next().filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
        let mut part = || match parts.next() {
            Some(part) if matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit()) => Ok(part.parse().ok()),
            Some(_) => Err(()),
            None => Ok(None),
        };
        let (month, day) = (part().ok()?, part().ok()?);
        parts.next().is_none().then_some(())?;
        Self::new(year.parse().ok()?, month, day)
    }

    fn civil(self) -> civil::Date {
        EPOCH.checked_add(self.days.days()).unwrap_or(EPOCH)
    }

    /// Day and precision in one number that sorts like the date.
    pub(super) fn pack(self) -> i32 {
        self.days * 4 + self.precision as i32
    }

    /// The smallest number that [`Self::pack`] may give a date of this day.
    pub(super) fn first_packed(day: i32) -> i64 {
        i64::from(day) * 4
    }

    /// The year, the month or else the day that begins on this day.
    pub(super) fn beginning(day: i32) -> Option<Self> {
        let precisions = [Precision::Year, Precision::Month, Precision::Day];
        precisions.into_iter().filter_map(|precision| Self::from_days(day, precision)).find(|date| date.first_day() == day)
    }

    /// What [`Self::pack`] made.
    pub(super) fn unpack(packed: i32) -> Self {
        let precision = match packed.rem_euclid(4) {
            0 => Precision::Year,
            1 => Precision::Month,
            _ => Precision::Day,
        };
        Self { days: packed.div_euclid(4), precision }
    }
}

/// The numbers of `2019年4月26日`, each with its own sign after it.
fn han_parts(text: &str) -> Option<Vec<&str>> {
    let (year, rest) = text.split_once('年')?;
    if rest.is_empty() {
        return Some(vec![year]);
    }
    let (month, rest) = rest.split_once('月')?;
    if rest.is_empty() {
        return Some(vec![year, month]);
    }
    Some(vec![year, month, rest.strip_suffix(['日', '号'])?])
}

fn days(date: civil::Date) -> i32 {
    (date - EPOCH).get_days()
}

impl fmt::Display for Date {
    /// As in ISO 8601: `2019`, `2019-04`, `2019-04-26`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}")?;
        month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a date"))
    }

    #[test]
    fn reads_dates() {
        for (text, iso) in [
            ("2019", "2019"),
            ("2019-4", "2019-04"),
            ("2019-04-26", "2019-04-26"),
            ("2019/4/26", "2019-04-26"),
            ("2019年", "2019"),
            ("２０１９年4月", "2019-04"),
            (" 2019年4月26日 ", "2019-04-26"),
        ] {
            assert_eq!(date(text).to_string(), iso, "{text}");
        }
        for text in [
            "",
            "19",
            "2019-13",
            "2019-02-29",
            "2019-",
            "2019-1-1-1",
            "2019-+4",
            "２０１９a",
            "12345",
            "2019月",
            "2019日",
            "2019年日",
            "2019年4日",
            "2019月4年",
            "年",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn knows_first_and_last_days() {
        for (text, last) in [
            ("2019", "2019-12-31"),
            ("2020-02", "2020-02-29"),
            ("2019-04-26", "2019-04-26"),
            ("9999", "9999-12-31"),
            ("9999-12", "9999-12-31"),
        ] {
            assert_eq!(Date::from_days(date(text).last_day(), Precision::Day), Some(date(last)), "{text}");
        }
        assert!(date("2019") < date("2019-01"), "a year sorts before its first month");
        assert!(date("2019") < date("2019-02"));
    }

    proptest! {
        #[test]
        fn packed_dates_keep_their_order(a in -700_000_i32..2_900_000, b in -700_000_i32..2_900_000, fine in 0_usize..3) {
            let precisions = [Precision::Year, Precision::Month, Precision::Day];
            let (a, b) = (Date::from_days(a, precisions[fine]).unwrap(), Date::from_days(b, Precision::Day).unwrap());
            prop_assert_eq!(a.pack().cmp(&b.pack()), a.cmp(&b));
            prop_assert_eq!(Date::unpack(a.pack()), a);
            prop_assert_eq!(Date::parse(&a.to_string()), Some(a));
        }
    }
}
