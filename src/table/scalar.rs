//! Numbers and dates as single values.

pub use rust_decimal::Decimal;

use super::{date::Date, fold::fold};

/// What a cell or a bound is, where it is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scalar {
    /// A number in the base unit of what it measures (yuan, metres), and which of its column's measures that is.
    Number(Decimal, u16),
    /// A date.
    Date(Date),
}

impl From<Decimal> for Scalar {
    /// A number of a column's first measure.
    fn from(number: Decimal) -> Self {
        Self::Number(number, 0)
    }
}

impl From<Date> for Scalar {
    fn from(date: Date) -> Self {
        Self::Date(date)
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
