//! The numbers and dates that a condition asks for: `1亿`, `1亿..5亿`, `>=1亿`, and the same with dates.

use super::{
    column::{Column, Data},
    date::Date,
    interval::{Bound, Interval},
    lex::{Op, Piece, op},
    mistake::{Mistake, MistakeKind},
    number::Unread,
    scalar::{Scalar, is_thousands},
    units::Written,
};

/// What a condition with these values asks for, one of which is enough.
///
/// # Errors
///
/// A value is no number or date of the column, or no range.
pub(super) fn ranges(column: &Column, op: Op, values: &[&Piece], not_stated: bool) -> Result<Vec<Interval>, Mistake> {
    let values = if matches!(column.data, Data::Number(_)) { whole_numbers(values) } else { values.iter().copied().cloned().collect() };
    let mut intervals = values.iter().map(|piece| interval(column, op, piece)).collect::<Result<Vec<_>, _>>()?;
    let points: Option<Vec<Scalar>> = intervals.iter().map(Interval::single).collect();
    if let Some(points) = points.filter(|points| points.len() > 1) {
        intervals = vec![Interval::points(points)];
    }
    for interval in &mut intervals {
        interval.not_stated = not_stated;
    }
    Ok(intervals.into_iter().map(Interval::normal).collect())
}

/// Values with the thousands of a number put together again: a comma parts these as well as values.
fn whole_numbers(values: &[&Piece]) -> Vec<Piece> {
    let mut numbers: Vec<Piece> = Vec::new();
    for piece in values {
        match numbers.last_mut().filter(|last| is_thousands(&last.text, &piece.text)) {
            Some(last) => {
                last.text = format!("{},{}", last.text, piece.text);
                last.range.end = piece.range.end;
            }
            None => numbers.push((*piece).clone()),
        }
    }
    numbers
}

fn interval(column: &Column, op: Op, piece: &Piece) -> Result<Interval, Mistake> {
    let mistake = |kind: fn(super::ColumnId, String) -> MistakeKind| Mistake {
        range: piece.range.clone(),
        kind: kind(column.id.clone(), piece.text.clone()),
    };
    let (op, text) = match (op, own_op(&piece.text)) {
        (Op::Has | Op::Is, Some(own)) => own,
        _ => (op, piece.text.as_str()),
    };
    let Some((low, high)) = text.split_once("..").filter(|_| matches!(op, Op::Has | Op::Is | Op::More | Op::AtLeast)) else {
        return Ok(one_sided(op, scalar(column, piece, text)?));
    };
    let (high_op, high) = own_op(high).unwrap_or((Op::AtMost, high));
    let bound = |text: &str, is_open| match text.trim() {
        "" => Ok(None),
        text => scalar(column, piece, text).map(|at| Some(Bound { at, is_open })),
    };
    // 1..2亿 is from 1亿 on.
    let unit = Written::new(low).filter(Written::is_bare).and_then(|_| Written::new(high)).map_or_else(String::new, |high| high.word);
    let low = bound(low, op == Op::More).or_else(|mistake| bound(&format!("{low}{unit}"), op == Op::More).map_err(|_| mistake))?;
    let interval = Interval::new(low, bound(high, high_op == Op::Less)?);
    if interval.is_mixed() {
        return Err(mistake(MistakeKind::MixedRange));
    }
    if interval.is_backwards() {
        return Err(mistake(MistakeKind::Backwards));
    }
    Ok(interval)
}

/// A comparison that stands before a value.
fn own_op(text: &str) -> Option<(Op, &str)> {
    let (found, rest) = op(text.trim_start())?;
    matches!(found, Op::Less | Op::AtMost | Op::More | Op::AtLeast).then_some((found, rest))
}

fn one_sided(op: Op, at: Scalar) -> Interval {
    let is_open = matches!(op, Op::Less | Op::More);
    let bound = Some(Bound { at, is_open });
    match op {
        Op::Has | Op::Is => Interval::only(at),
        Op::AtLeast | Op::More => Interval::new(bound, None),
        Op::AtMost | Op::Less => Interval::new(None, bound),
    }
}

fn scalar(column: &Column, piece: &Piece, text: &str) -> Result<Scalar, Mistake> {
    read_scalar(column, text).map_err(|unread| {
        let (id, text) = (column.id.clone(), text.to_owned());
        let kind = match (unread, &column.data) {
            (_, Data::Date(_)) => MistakeKind::NotADate(id, text),
            (Unread::NotANumber, _) => MistakeKind::NotANumber(id, text),
            (Unread::NeedsUnit, _) => MistakeKind::NeedsUnit(id, text),
        };
        Mistake { range: piece.range.clone(), kind }
    })
}

/// A number with a unit of the column, or a date.
///
/// # Errors
///
/// Why it is neither.
pub fn read_scalar(column: &Column, text: &str) -> Result<Scalar, Unread> {
    match &column.data {
        Data::Number(number) => number.read(text),
        Data::Date(_) => Date::parse(text).map(Scalar::Date).ok_or(Unread::NotANumber),
        Data::Text(_) | Data::Choice(_) => Err(Unread::NotANumber),
    }
}

/// The same where it does not matter why.
pub fn parse_scalar(column: &Column, text: &str) -> Option<Scalar> {
    read_scalar(column, text).ok()
}

/// A value as [`read_scalar`] reads it.
pub fn write_scalar(column: &Column, scalar: Scalar) -> String {
    match (scalar, &column.data) {
        (Scalar::Number(number, measure), Data::Number(column)) => column.write(number, measure),
        (Scalar::Number(number, _), _) => number.normalize().to_string(),
        (Scalar::Date(date), _) => date.to_string(),
    }
}
