//! How columns are filled, row by row, and put together.

use std::{collections::HashSet, fmt};

use super::{
    column::{Column, ColumnId, Data, Table, Text},
    scalar::Decimal,
};
use crate::locale::Bilingual;

/// Why a table cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// Two columns have this id.
    SameId(ColumnId),
    /// The id is a word that queries use for something else, or has characters that a query could not tell apart.
    BadId(ColumnId),
    /// The column has another number of rows than the first.
    Length(ColumnId),
    /// More rows, or more text in one column, than 32 bits count.
    TooLarge(ColumnId),
    /// A number of the column is so large, or has so many decimals beside the others, that it cannot be compared with them.
    NotExact(ColumnId, Decimal),
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SameId(id) => write!(f, "two columns are called `{id}`"),
            Self::BadId(id) => write!(f, "`{id}` cannot be the id of a column"),
            Self::Length(id) => write!(f, "the column `{id}` has another number of rows than the first"),
            Self::TooLarge(id) => write!(f, "the column `{id}` is too large"),
            Self::NotExact(id, number) => write!(f, "the column `{id}` cannot hold {number} exactly beside its other numbers"),
        }
    }
}

impl std::error::Error for TableError {}

impl Table {
    /// A table of these columns.
    ///
    /// # Errors
    ///
    /// The columns differ in length, share an id, are too large, or would lose a number.
    pub fn new(columns: Vec<Column>) -> Result<Self, TableError> {
        let num_rows = columns.first().map_or(0, Column::len);
        let mut ids = HashSet::new();
        for column in &columns {
            let id = || column.id.clone();
            let is_plain = |char: char| char.is_alphanumeric() || char == '-' || char == '_';
            if matches!(column.id.as_str(), "" | "sort" | "search" | "or")
                || !column.id.as_str().chars().all(is_plain)
                || column.id.as_str().starts_with('-')
            {
                return Err(TableError::BadId(id()));
            }
            if !ids.insert(&column.id) {
                return Err(TableError::SameId(id()));
            }
            if column.len() != num_rows {
                return Err(TableError::Length(id()));
            }
            if u32::try_from(num_rows).is_err() || num_rows == u32::MAX as usize || column.is_overfull() {
                return Err(TableError::TooLarge(id()));
            }
            if let Data::Number(number) = &column.data
                && let Some(lost) = number.lost
            {
                return Err(TableError::NotExact(id(), lost));
            }
        }
        Ok(Self { columns, num_rows: u32::try_from(num_rows).unwrap_or(0) })
    }
}

impl Column {
    /// A column of these values.
    pub fn new(id: &str, name: Bilingual, data: impl Into<Data>) -> Self {
        Self { id: id.into(), name, is_searchable: true, data: data.into() }
    }

    /// The column as one that only a search word with its name looks into.
    #[must_use]
    pub fn unsearchable(self) -> Self {
        Self { is_searchable: false, ..self }
    }

    fn len(&self) -> usize {
        match &self.data {
            Data::Text(text) => text.codes.len(),
            Data::Choice(choice) => choice.codes.len(),
            Data::Number(number) => number.values.len(),
            Data::Date(dates) => dates.values.len(),
        }
    }

    fn is_overfull(&self) -> bool {
        let is_overfull = |text: &Text| text.codes.len() != 0 && text.codes.get(0).is_none_or(|code| code == u32::MAX);
        match &self.data {
            Data::Text(text) => is_overfull(text),
            Data::Choice(_) => false,
            Data::Number(number) => number.written.as_ref().is_some_and(is_overfull),
            Data::Date(dates) => dates.written.as_ref().is_some_and(is_overfull),
        }
    }
}
