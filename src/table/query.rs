//! What a table shows: sort keys, filters, search words. Pure data; nothing here knows a table.

use std::collections::BTreeSet;

use super::{
    collation::Collation,
    column::ColumnId,
    interval::{Bound, Interval},
    scalar::Scalar,
};

/// Which rows are shown, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The text of the search box, as typed; [`Search`](super::search::Search) has its rules.
    pub search: String,
    /// The sort keys, the first one first.
    pub sort: Vec<SortBy>,
    /// At most one filter per column, in the order they were set; a row must pass all of them.
    pub filters: Vec<(ColumnId, Filter)>,
    /// The column whose values the rows are gathered under; changes neither which rows there are nor their order in a group.
    pub group: Option<ColumnId>,
}

/// A sort key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortBy {
    /// The column.
    pub column: ColumnId,
    /// Which end comes first; rows that state nothing come last either way.
    pub direction: SortDirection,
    /// By what texts are ordered, where that is not left to the language.
    pub collation: Option<Collation>,
}

impl SortBy {
    /// A key that leaves the order of texts to the language.
    pub fn new(column: impl Into<ColumnId>, direction: SortDirection) -> Self {
        Self { column: column.into(), direction, collation: None }
    }
}

/// Which end of a column comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortDirection {
    /// The smallest.
    Ascending,
    /// The largest.
    Descending,
}

/// Which rows a column lets through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Rows with one of these values; in columns of numbers and dates there are none but "not stated".
    Values {
        /// The values, as [`Column::value`](super::column::Column::value) names them.
        values: BTreeSet<String>,
        /// Rows that state nothing as well.
        not_stated: bool,
        /// All other rows instead.
        inverted: bool,
    },
    /// Rows of some numbers or dates.
    Interval(Interval),
}

impl Filter {
    /// A filter for one value, or for rows that state nothing.
    pub fn value(value: Option<&str>) -> Self {
        Self::Values { values: value.map(str::to_owned).into_iter().collect(), not_stated: value.is_none(), inverted: false }
    }

    /// A filter for one number or date.
    pub fn scalar(value: Scalar) -> Self {
        Self::Interval(Interval::only(value))
    }

    /// A filter for a range, both ends included.
    pub fn range(low: Option<Scalar>, high: Option<Scalar>) -> Self {
        Self::Interval(Interval::new(low.map(Bound::from), high.map(Bound::from)))
    }

    /// The numbers or dates it is about.
    pub fn interval(&self) -> Option<&Interval> {
        match self {
            Self::Interval(interval) => Some(interval),
            Self::Values { .. } => None,
        }
    }

    /// The filter for all other rows.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Values { values, not_stated, inverted } => Self::Values { values, not_stated, inverted: !inverted },
            Self::Interval(interval) => Self::Interval(interval.inverse()),
        }
    }

    /// The one form of filters that mean the same; `None` where it says nothing, having neither value nor bound.
    pub fn normal(self) -> Option<Self> {
        match self {
            Self::Values { values, not_stated: false, .. } if values.is_empty() => None,
            Self::Interval(interval) if !interval.is_bounded() && interval.except.is_empty() => {
                let stated = Self::Values { values: BTreeSet::new(), not_stated: true, inverted: !interval.inverted };
                (interval.not_stated == interval.inverted).then_some(stated)
            }
            Self::Interval(interval) => Some(Self::Interval(interval.normal())),
            filter @ Self::Values { .. } => Some(filter),
        }
    }
}

impl Query {
    /// The filter of a column.
    pub fn filter(&self, column: &str) -> Option<&Filter> {
        self.filters.iter().find(|(id, _)| id.as_str() == column).map(|(_, filter)| filter)
    }

    /// The position among the sort keys and the direction of a column.
    pub fn sorted(&self, column: &str) -> Option<(usize, SortDirection)> {
        let nr = self.sort.iter().position(|key| key.column.as_str() == column)?;
        Some((nr, self.sort.get(nr)?.direction))
    }

    /// The sort key of a column.
    pub fn key(&self, column: &str) -> Option<&SortBy> {
        self.sort.iter().find(|key| key.column.as_str() == column)
    }

    /// Whether it keeps every row, whatever the order.
    pub fn keeps_all(&self) -> bool {
        self.filters.is_empty() && self.search.trim().is_empty()
    }
}
