//! A number with its qualifier and unit, read from the report's own form.

use rust_decimal::Decimal;

use super::Unit;

/// What the words around a number make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// Just the number.
    Exact,
    /// 约, 近, 左右: about so much.
    About,
    /// 余, 多, 以上, 不低于, 超: at least so much.
    AtLeast,
    /// 最多, 可达, 以内, 不足, 不超过: at most so much.
    AtMost,
    /// From one number to another.
    Range,
}

/// Whose time a rate is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Per {
    /// Each year.
    Year,
    /// Each day.
    Day,
}

/// A number with its unit, or its bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number written, in `unit`; the lower one of a range.
    pub number: Decimal,
    /// The upper number of a range.
    pub to: Option<Decimal>,
    /// What the words around it make of it.
    pub qualifier: Qualifier,
    /// The unit as written.
    pub unit: Unit,
    /// The time of a rate.
    pub per: Option<Per>,
}
