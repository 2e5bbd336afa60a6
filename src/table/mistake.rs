//! What can be wrong with a query's text; the words for it are the caller's.

use std::ops::Range;

use super::column::ColumnId;

/// A mistake and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes of the text to underline; empty where something is missing.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: MistakeKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    /// There is no column of this name.
    UnknownColumn(String),
    /// The word stands in the names of several columns.
    AmbiguousColumn(String, Vec<ColumnId>),
    /// No value of the column is called so, nor has it in its name.
    UnknownValue(ColumnId, String),
    /// The column holds numbers, and this is none.
    NotANumber(ColumnId, String),
    /// The column holds numbers, and this one does not say of which unit it is.
    NeedsUnit(ColumnId, String),
    /// The column holds dates, and this is none.
    NotADate(ColumnId, String),
    /// The ends of the range measure different things.
    MixedRange(ColumnId, String),
    /// The range ends before it begins.
    Backwards(ColumnId, String),
    /// There is no such order of texts, or the column holds none.
    UnknownOrder(ColumnId, String),
    /// The column's values cannot be compared by size.
    NotComparable(ColumnId),
    /// Rows cannot be gathered under the column's values: they are numbers.
    NotGroupable(ColumnId),
    /// A column's name with nothing after it.
    MissingValue,
    /// A quotation mark is opened and not closed.
    UnclosedQuote,
    /// `or` needs a word before and after it.
    DanglingOr,
    /// A minus that stands before nothing.
    LonelyMinus,
}
