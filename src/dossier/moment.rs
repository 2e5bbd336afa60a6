//! Dates as a report gives them: a year, a month or a day, stated or worked out.

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
