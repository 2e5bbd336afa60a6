//! What comes of a claim.
//!
//! Exact decimals throughout. A bound (`10+`) is worked with as an interval: it can agree as a bound, contradict, or
//! leave the claim undecided, and is never an error.

use rust_decimal::Decimal;

use super::{Claim, Figure, FigureNr, Open, Outcome, Quantity, Value, Verdict};

impl Outcome {
    fn new(verdict: Verdict, result: Option<Decimal>) -> Self {
        Self { verdict, result, interval: None, open: None }
    }

    fn undecided(open: Open) -> Self {
        Self { verdict: Verdict::Undecided, result: None, interval: None, open: Some(open) }
    }
}

/// What comes of a claim over these figures.
pub fn evaluate(claim: &Claim, figures: &[Figure]) -> Outcome {
    evaluate_with(claim, &|nr| figures.get(nr.0 as usize).map(|figure| &figure.value))
}

/// The same over figures whose values are found one by one.
pub fn evaluate_with(claim: &Claim, values: Values<'_, '_>) -> Outcome {
    decide(claim, values).unwrap_or_else(Outcome::undecided)
}

/// The value of each figure.
type Values<'f, 'v> = &'f dyn Fn(FigureNr) -> Option<&'v Value>;

fn decide(claim: &Claim, figures: Values<'_, '_>) -> Result<Outcome, Open> {
    match claim {
        Claim::Sum { parts, whole } => {
            let whole = quantity(figures, *whole)?;
            Ok(equals(sum(figures, parts, whole)?, whole))
        }
        Claim::SumAtMost { parts, whole } => {
            let whole = quantity(figures, *whole)?;
            Ok(at_most(sum(figures, parts, whole)?, whole))
        }
        Claim::AtMost { small, large } => {
            let large = quantity(figures, *large)?;
            Ok(at_most(sum(figures, &[*small], large)?, large))
        }
        Claim::Count { items, stated } => {
            let length = Decimal::from(items.len());
            Ok(equals((Some(length), Some(length)), quantity(figures, *stated)?))
        }
        Claim::Ratio { part, whole, share } => ratio(quantity(figures, *part)?, quantity(figures, *whole)?, quantity(figures, *share)?),
        Claim::Before { dates } => before(figures, dates),
        Claim::Refuse { .. } => Ok(Outcome::new(Verdict::Refused, None)),
    }
}

fn quantity<'v>(figures: Values<'_, 'v>, nr: FigureNr) -> Result<&'v Quantity, Open> {
    match figures(nr) {
        Some(Value::Quantity(quantity)) => Ok(quantity),
        _ => Err(Open::NoNumber),
    }
}

/// The least and the most something can be, in the base unit; none where that end is open.
type Interval = (Option<Decimal>, Option<Decimal>);

fn sum(figures: Values<'_, '_>, parts: &[FigureNr], whole: &Quantity) -> Result<Interval, Open> {
    let (mut low, mut high) = (Some(Decimal::ZERO), Some(Decimal::ZERO));
    for part in parts {
        let part = quantity(figures, *part)?;
        if !part.unit.is_comparable(&whole.unit) || part.per != whole.per {
            return Err(Open::Unlike);
        }
        let (part_low, part_high) = part.interval();
        low = add(low, part_low)?;
        high = add(high, part_high)?;
    }
    Ok((low, high))
}

/// The sum of two ends; open if one is.
fn add(a: Option<Decimal>, b: Option<Decimal>) -> Result<Option<Decimal>, Open> {
    a.zip(b).map(|(a, b)| a.checked_add(b).ok_or(Open::TooLarge)).transpose()
}

/// The exact value of an interval, in the whole's unit.
fn exact_in(left: Interval, whole: &Quantity) -> Option<Decimal> {
    let exact = left.0.filter(|_| left.0 == left.1)?;
    Some(exact.checked_div(whole.unit.scale)?.normalize())
}

/// The interval that the printed form of an exact number stands for: half a unit of its last digit to each side.
fn rounding(whole: &Quantity) -> (Decimal, Decimal) {
    let half = Decimal::new(5, whole.number.scale().saturating_add(1).min(Decimal::MAX_SCALE));
    (whole.number.saturating_sub(half), whole.number.saturating_add(half))
}

fn equals(left: Interval, whole: &Quantity) -> Outcome {
    let right = whole.interval();
    let result = exact_in(left, whole);
    let is_apart = matches!((left.0, right.1), (Some(least), Some(most)) if least > most)
        || matches!((left.1, right.0), (Some(most), Some(least)) if most < least);
    if let (Some(result), Some(value)) = (result, exact_in(right, whole)) {
        let interval = rounding(whole);
        return match result == value {
            true => Outcome::new(Verdict::Agrees, Some(result)),
            false if interval.0 <= result && result < interval.1 => {
                Outcome { interval: Some(interval), ..Outcome::new(Verdict::Rounding, Some(result)) }
            }
            false => Outcome::new(Verdict::Disagrees, Some(result)),
        };
    }
    let is_open = left == (None, None) || right == (None, None);
    match () {
        () if is_apart => Outcome::new(Verdict::Disagrees, result),
        () if is_open => Outcome { result, ..Outcome::undecided(Open::Loose) },
        () => Outcome::new(Verdict::Bound, result),
    }
}

fn at_most(left: Interval, whole: &Quantity) -> Outcome {
    let right = whole.interval();
    let result = exact_in(left, whole);
    match (left, right) {
        ((_, Some(most)), (Some(limit), _)) if most <= limit => Outcome::new(Verdict::Bound, result),
        ((Some(least), _), (_, Some(limit))) if least > limit => Outcome::new(Verdict::Disagrees, result),
        _ => Outcome { result, ..Outcome::undecided(Open::Loose) },
    }
}

fn ratio(part: &Quantity, whole: &Quantity, share: &Quantity) -> Result<Outcome, Open> {
    if !part.unit.is_comparable(&whole.unit) || part.per != whole.per {
        return Err(Open::Unlike);
    }
    let exact = |quantity: &Quantity| quantity.interval().0.filter(|_| quantity.interval().0 == quantity.interval().1).ok_or(Open::Loose);
    let (part, whole_value) = (exact(part)?, exact(whole)?);
    if whole_value.is_zero() {
        return Err(Open::ByZero);
    }
    let quotient = part.checked_div(whole_value).ok_or(Open::TooLarge)?;
    Ok(equals((Some(quotient), Some(quotient)), share))
}

fn before(figures: Values<'_, '_>, dates: &[FigureNr]) -> Result<Outcome, Open> {
    let mut days = Vec::with_capacity(dates.len());
    for nr in dates {
        let date = match figures(*nr) {
            Some(Value::Date(moment)) => moment.date,
            _ => None,
        };
        days.push(date.and_then(|date| date.first_day().zip(date.last_day())).ok_or(Open::NoNumber)?);
    }
    let pairs = || days.iter().zip(days.iter().skip(1));
    if pairs().any(|(earlier, later)| earlier.0 > later.1) {
        return Ok(Outcome::new(Verdict::Disagrees, None));
    }
    if pairs().all(|(earlier, later)| earlier.1 <= later.0) { Ok(Outcome::new(Verdict::Agrees, None)) } else { Err(Open::Loose) }
}

#[cfg(test)]
#[path = "evaluate_tests.rs"]
pub(super) mod tests;
