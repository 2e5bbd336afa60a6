//! From filters to sets of rows.

use super::{
    bits::Bits,
    codes::{Code, Codes, each_width},
    column::{Column, Data, NO_DATE},
    date::Date,
    interval::{Interval, first_day, last_day},
    number::{NOT_STATED, Number},
    number_builder::scale,
    query::Filter,
    scalar::{Decimal, Scalar},
};

/// The rows a filter of a column lets through.
pub(super) fn rows(column: &Column, filter: &Filter) -> Bits {
    match (filter, &column.data) {
        (Filter::Values { values, not_stated, inverted }, Data::Text(_) | Data::Choice(_)) => {
            let num_values = column.num_values().unwrap_or(0) as usize;
            let mut is_in = vec![false; num_values + 1];
            let codes = values.iter().filter_map(|value| column.find_value(value)).map(|code| code as usize);
            for code in codes.chain(not_stated.then_some(num_values)) {
                is_in.iter_mut().skip(code).take(1).for_each(|is_in| *is_in = true);
            }
            let mut rows = column.codes().map_or_else(|| Bits::none(0), |codes| by_code(codes, &is_in));
            if *inverted {
                rows.invert();
            }
            rows
        }
        (Filter::Values { not_stated, inverted, .. }, data) => {
            let interval = Interval { inverted: !*inverted, not_stated: not_stated != inverted, ..Interval::default() };
            within(data, &interval)
        }
        (Filter::Interval(interval), data) => within(data, interval),
    }
}

/// The rows whose code is among these.
pub(super) fn by_code(codes: &Codes, is_in: &[bool]) -> Bits {
    each_width!(codes, list => Bits::from_slice(list, |code| is_in.get(code.index()).copied().unwrap_or(false)))
}

/// The rows whose number or date lies in an interval.
fn within(data: &Data, interval: &Interval) -> Bits {
    match data {
        Data::Number(number) if number.is_alone() => {
            Spans::new(interval, |interval| stored(number, interval)).rows(&number.values, NOT_STATED, interval.not_stated)
        }
        Data::Number(number) => {
            let spans = Spans::new(interval, |interval| stored(number, interval));
            let passes = |(value, row): (&i64, u32)| match *value {
                NOT_STATED => interval.not_stated,
                value => spans.let_through(value, number.measure(row)),
            };
            let is_in: Vec<bool> = number.values.iter().zip(0..).map(passes).collect();
            Bits::from_slice(&is_in, |is_in| is_in)
        }
        Data::Date(dates) => Spans::new(interval, |interval| Some((days(interval)?, 0))).rows(&dates.values, NO_DATE, interval.not_stated),
        Data::Text(text) => by_code(&text.codes, &[]),
        Data::Choice(choice) => by_code(&choice.codes, &[]),
    }
}

/// The first and the last stored value of an interval, and their measure.
type Span = ((i64, i64), u16);

/// An interval as stored values.
struct Spans {
    is_bounded: bool,
    inverted: bool,
    bounds: Span,
    except: Vec<Span>,
}

/// What the column can hold nothing of: the range from 1 to 0.
const NOTHING: Span = ((1, 0), 0);

impl Spans {
    fn new(interval: &Interval, span: impl Fn(&Interval) -> Option<Span>) -> Self {
        let except = interval.except.iter().filter_map(|value| span(&Interval::only(*value))).collect();
        Self { is_bounded: interval.is_bounded(), inverted: interval.inverted, bounds: span(interval).unwrap_or(NOTHING), except }
    }

    /// The rows of values of one measure.
    fn rows<T: Copy + PartialEq + Into<i64>>(&self, values: &[T], gap: T, not_stated: bool) -> Bits {
        let ((low, high), _) = self.bounds;
        if self.is_bounded && self.except.is_empty() {
            // Most filters are no more than this, and a loop without branches takes a fraction of the time.
            let is_in = |value: i64| (low <= value && value <= high) != self.inverted;
            return Bits::from_slice(values, |value| if value == gap { not_stated } else { is_in(value.into()) });
        }
        Bits::from_slice(values, |value| if value == gap { not_stated } else { self.let_through(value.into(), 0) })
    }

    fn let_through(&self, value: i64, measure: u16) -> bool {
        let is_in = |((low, high), of): &Span| *of == measure && *low <= value && value <= *high;
        let is_excepted = self.except.iter().any(is_in);
        if self.is_bounded { is_in(&self.bounds) != self.inverted && !is_excepted } else { is_excepted == self.inverted }
    }
}

/// The stored numbers of an interval.
fn stored(number: &Number, interval: &Interval) -> Option<Span> {
    let measure = interval.measure().filter(|_| !interval.is_mixed())?;
    let decimals = number.decimals(measure);
    let low = interval.low.map_or(Some(NOT_STATED + 1), |low| at_least(decimals, decimal(low.at)?, low.is_open))?;
    let high = interval.high.map_or(Some(i64::MAX), |high| at_most(decimals, decimal(high.at)?, high.is_open))?;
    Some(((low, high), measure))
}

fn decimal(scalar: Scalar) -> Option<Decimal> {
    match scalar {
        Scalar::Number(number, _) => Some(number),
        Scalar::Date(_) => None,
    }
}

/// The packed dates of an interval.
fn days(interval: &Interval) -> Option<(i64, i64)> {
    let date = |scalar: Scalar| match scalar {
        Scalar::Date(date) => Some(date),
        Scalar::Number(..) => None,
    };
    let low = interval.low.map_or(Some(i64::MIN), |low| Some(Date::first_packed(first_day(date(low.at)?, low.is_open))))?;
    let high = interval.high.map_or(Some(i64::MAX), |high| Some(Date::first_packed(last_day(date(high.at)?, high.is_open) + 1) - 1))?;
    Some((low, high))
}

/// The smallest stored number that a lower bound lets through.
fn at_least(decimals: u32, bound: Decimal, is_open: bool) -> Option<i64> {
    let limit = Decimal::new(i64::MAX, decimals);
    if bound > limit {
        return None;
    }
    let rounded = bound.max(-limit).round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::ToPositiveInfinity);
    scale(rounded, decimals)?.checked_add(i64::from(is_open && rounded == bound))
}

/// The largest stored number that an upper bound lets through.
fn at_most(decimals: u32, bound: Decimal, is_open: bool) -> Option<i64> {
    let limit = Decimal::new(i64::MAX, decimals);
    if bound < -limit {
        return None;
    }
    let rounded = bound.min(limit).round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::ToNegativeInfinity);
    scale(rounded, decimals)?.checked_sub(i64::from(is_open && rounded == bound))
}
