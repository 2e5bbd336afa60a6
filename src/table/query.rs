//! What a table shows: sort keys, filters, search words. Pure data; nothing here knows a table.

use std::collections::BTreeSet;

use super::{column::ColumnId, scalar::Scalar};

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
    /// Rows from `low` to `high`, both included; of numbers and dates.
    ///
    /// A date counts by its first day; a bound of `2019` reaches from 1 January to 31 December.
    Range {
        /// The smallest value let through.
        low: Option<Scalar>,
        /// The largest value let through.
        high: Option<Scalar>,
        /// Rows that state nothing as well.
        not_stated: bool,
        /// All other rows instead.
        inverted: bool,
    },
}

impl Filter {
    /// A filter for one value, or for rows that state nothing.
    pub fn value(value: Option<&str>) -> Self {
        Self::Values { values: value.map(str::to_owned).into_iter().collect(), not_stated: value.is_none(), inverted: false }
    }

    /// A filter for a range.
    pub fn range(low: Option<Scalar>, high: Option<Scalar>) -> Self {
        Self::Range { low, high, not_stated: false, inverted: false }
    }

    /// The filter for all other rows.
    #[must_use]
    pub fn inverse(mut self) -> Self {
        let (Self::Values { inverted, .. } | Self::Range { inverted, .. }) = &mut self;
        *inverted = !*inverted;
        self
    }

    /// The one form of filters that mean the same; `None` where it says nothing, having neither value nor bound.
    pub fn normal(self) -> Option<Self> {
        match self {
            Self::Values { values, not_stated: false, .. } if values.is_empty() => None,
            Self::Range { low: None, high: None, not_stated: true, .. } => None,
            Self::Range { low: None, high: None, not_stated: false, inverted } => {
                Some(Self::Values { values: BTreeSet::new(), not_stated: true, inverted: !inverted })
            }
            filter => Some(filter),
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

    /// Whether it keeps every row, whatever the order.
    pub fn keeps_all(&self) -> bool {
        self.filters.is_empty() && self.search.trim().is_empty()
    }
}
