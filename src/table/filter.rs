//! From filters to sets of rows.

use super::{
    bits::Bits,
    builders::scale,
    codes::{Code, Codes, each_width},
    column::{Column, Data, NO_DATE, NOT_STATED, Number},
    date::Date,
    lex::Op,
    query::Filter,
    scalar::{Decimal, Scalar},
};

/// The rows a filter of a column lets through.
pub(super) fn rows(column: &Column, filter: &Filter) -> Bits {
    let (mut rows, inverted) = match (filter, &column.data) {
        (Filter::Values { values, not_stated, inverted }, Data::Text(_) | Data::Choice(_)) => {
            let num_values = column.num_values().unwrap_or(0) as usize;
            let mut is_in = vec![false; num_values + 1];
            let codes = values.iter().filter_map(|value| column.find_value(value)).map(|code| code as usize);
            for code in codes.chain(not_stated.then_some(num_values)) {
                is_in.iter_mut().skip(code).take(1).for_each(|is_in| *is_in = true);
            }
            (column.codes().map_or_else(|| Bits::none(0), |codes| by_code(codes, &is_in)), *inverted)
        }
        (Filter::Values { not_stated, inverted, .. }, data) => (between(data, None, *not_stated), *inverted),
        (Filter::Range { low, high, not_stated, inverted }, data) => (between(data, range(data, *low, *high), *not_stated), *inverted),
    };
    if inverted {
        rows.invert();
    }
    rows
}

/// The rows beyond a bound, the bound itself left out.
pub(super) fn beyond(column: &Column, op: Op, bound: Scalar) -> Bits {
    let (low, high) = if op == Op::Less { (None, Some(bound)) } else { (Some(bound), None) };
    let range = range(&column.data, low, high).and_then(|(first, last)| {
        // The range with the bound, less the bound's own values.
        let own = self::range(&column.data, Some(bound), Some(bound));
        match own {
            Some((own_first, own_last)) if op == Op::Less => Some((first, own_first.min(own_last).checked_sub(1)?)),
            Some((own_first, own_last)) => Some((own_first.max(own_last).checked_add(1)?, last)),
            // The column cannot hold the bound, so it has no values to leave out.
            None => Some((first, last)),
        }
    });
    between(&column.data, range, false)
}

/// The rows whose code is among these.
pub(super) fn by_code(codes: &Codes, is_in: &[bool]) -> Bits {
    each_width!(codes, list => Bits::from_slice(list, |code| is_in.get(code.index()).copied().unwrap_or(false)))
}

/// The stored values of a range, both included; `None` if there can be none.
fn range(data: &Data, low: Option<Scalar>, high: Option<Scalar>) -> Option<(i64, i64)> {
    match data {
        Data::Number(number) => {
            let low = low.map_or(Some(NOT_STATED + 1), |low| at_least(number, decimal(low)?))?;
            let high = high.map_or(Some(i64::MAX), |high| at_most(number, decimal(high)?))?;
            Some((low, high)).filter(|(low, high)| low <= high)
        }
        Data::Date(_) => {
            let low = low.map_or(Some(i64::from(i32::MIN)), |low| Some(Date::first_packed(date(low)?.first_day())))?;
            let high = high.map_or(Some(i64::from(NO_DATE) - 1), |high| Some(Date::first_packed(date(high)?.last_day() + 1) - 1))?;
            Some((low, high)).filter(|(low, high)| low <= high)
        }
        Data::Text(_) | Data::Choice(_) => None,
    }
}

fn decimal(scalar: Scalar) -> Option<Decimal> {
    match scalar {
        Scalar::Number(number) => Some(number),
        Scalar::Date(_) => None,
    }
}

fn date(scalar: Scalar) -> Option<Date> {
    match scalar {
        Scalar::Date(date) => Some(date),
        Scalar::Number(_) => None,
    }
}

/// The smallest stored number that is at least this one.
fn at_least(number: &Number, bound: Decimal) -> Option<i64> {
    let limit = number.decimal(i64::MAX);
    if bound > limit {
        return None;
    }
    scale(bound.max(-limit).round_dp_with_strategy(number.decimals, rust_decimal::RoundingStrategy::ToPositiveInfinity), number.decimals)
}

/// The largest stored number that is at most this one.
fn at_most(number: &Number, bound: Decimal) -> Option<i64> {
    let limit = number.decimal(i64::MAX);
    if bound < -limit {
        return None;
    }
    scale(bound.min(limit).round_dp_with_strategy(number.decimals, rust_decimal::RoundingStrategy::ToNegativeInfinity), number.decimals)
}

/// The rows whose stored value lies in a range, or is none.
fn between(data: &Data, range: Option<(i64, i64)>, not_stated: bool) -> Bits {
    // An impossible range lets nothing through; so does the range from 1 to 0.
    let (low, high) = range.unwrap_or((1, 0));
    match data {
        Data::Number(number) => {
            Bits::from_slice(&number.values, |value| if value == NOT_STATED { not_stated } else { low <= value && value <= high })
        }
        Data::Date(dates) => {
            let narrow = |bound: i64| i32::try_from(bound).unwrap_or(if bound < 0 { i32::MIN } else { NO_DATE });
            let (low, high) = (narrow(low), narrow(high));
            Bits::from_slice(&dates.values, |value| if value == NO_DATE { not_stated } else { low <= value && value <= high })
        }
        Data::Text(text) => by_code(&text.codes, &[]),
        Data::Choice(choice) => by_code(&choice.codes, &[]),
    }
}
