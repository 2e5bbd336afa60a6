//! Units: what they measure, and by which factor.

use rust_decimal::Decimal;

/// What a unit measures; only the same dimension may be compared or added.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// Money, in yuan.
    Yuan,
    /// Length, in metres.
    Length,
    /// Area, in square metres.
    Area,
    /// Volume, in cubic metres.
    Volume,
    /// Mass, in tonnes.
    Mass,
    /// Time, in days.
    Days,
    /// A share, as a fraction of one.
    Share,
    /// A count of things, by the counting word (个, 项, 家); different words do not add.
    Count,
}

/// A unit as the report writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// As written: `亿元`, `万立方米`, `个`.
    pub name: String,
    /// What it measures.
    pub dimension: Dimension,
    /// How many of the dimension's base unit it is.
    pub scale: Decimal,
}
