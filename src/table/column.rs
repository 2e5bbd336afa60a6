//! Columns and the table they make: typed, by column, no string per cell.
//!
//! A table never changes once it is made. How its columns are filled is in [`build`](super::build).

use std::{borrow::Borrow, fmt, sync::Arc};

use super::{codes::Codes, date::Date, number::Number, strings::Strings};
use crate::locale::{Bilingual, Lang};

/// What a column is called in queries, whatever the language: `investment`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnId(Arc<str>);

impl ColumnId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ColumnId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl Borrow<str> for ColumnId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ColumnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Columns of the same length.
#[derive(Debug)]
pub struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) num_rows: u32,
}

impl Table {
    /// How many rows there are.
    pub fn num_rows(&self) -> u32 {
        self.num_rows
    }

    /// The columns, in the order they were given.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The column of this id.
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.id.as_str() == id)
    }

    /// The position of the column of this id.
    pub(super) fn column_nr(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id.as_str() == id)
    }
}

/// One column.
#[derive(Debug)]
pub struct Column {
    /// What queries call it.
    pub id: ColumnId,
    /// What readers call it; queries know these names as well.
    pub name: Bilingual,
    /// Whether a search word without a column looks into it.
    pub is_searchable: bool,
    /// Its values.
    pub data: Data,
}

impl Column {
    /// Whether rows can be gathered under its values: numbers are rarely the same, all else is.
    pub fn can_group(&self) -> bool {
        !matches!(self.data, Data::Number(_))
    }
}

/// The values of a column, by their type.
#[derive(Debug)]
pub enum Data {
    /// Free text: names, products.
    Text(Text),
    /// One of a closed list: stage, cluster.
    Choice(Choice),
    /// Exact numbers.
    Number(Number),
    /// Dates.
    Date(Dates),
}

/// Text by distinct value.
#[derive(Debug)]
pub struct Text {
    /// Per row the number of its value; the number after the last value is "not stated".
    pub(super) codes: Codes,
    /// Whether every row has a value of its own, so that the numbers of rows and values are the same.
    pub(super) is_distinct: bool,
    /// The distinct values as the report has them, in order of appearance.
    pub(super) values: Strings,
    /// The same in English; empty where there is none.
    pub(super) english: Option<Strings>,
    /// What else finds the value, folded; several of one value are parted by U+0001.
    pub(super) aliases: Option<Strings>,
}

impl Text {
    /// How many distinct values there are.
    pub fn num_values(&self) -> u32 {
        u32::try_from(self.values.len()).unwrap_or(u32::MAX)
    }

    /// The value of a row.
    pub fn value(&self, row: u32) -> Option<&str> {
        self.values.get(self.codes.get(row)?)
    }

    /// Everything that finds the value of a row.
    pub(super) fn names(&self, row: u32) -> impl Iterator<Item = &str> {
        let code = self.codes.get(row);
        let all = [Some(&self.values), self.english.as_ref(), self.aliases.as_ref()].into_iter().flatten();
        all.filter_map(move |strings| strings.get(code?)).flat_map(|names| names.split('\u{1}')).filter(|name| !name.is_empty())
    }

    /// A value by its number, in a language; the report's own where it has no other.
    pub fn shown(&self, code: u32, lang: Lang) -> Option<&str> {
        let english = match lang {
            Lang::Zh => None,
            Lang::En => self.english.as_ref().and_then(|english| english.get(code)).filter(|english| !english.is_empty()),
        };
        english.or_else(|| self.values.get(code))
    }
}

/// One of the values a [`Choice`] may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceValue {
    /// What queries call it: `building`.
    pub id: String,
    /// What readers call it.
    pub name: Bilingual,
}

/// Values of a closed list.
#[derive(Debug)]
pub struct Choice {
    /// Per row the number of its value; the number after the last is "not stated".
    pub(super) codes: Codes,
    /// The values there may be, in the order they sort.
    pub(super) options: Vec<ChoiceValue>,
}

impl Choice {
    /// The values there may be, in the order they sort.
    pub fn options(&self) -> &[ChoiceValue] {
        &self.options
    }

    /// The value of a row.
    pub fn option(&self, row: u32) -> Option<&ChoiceValue> {
        self.options.get(self.codes.get(row)? as usize)
    }
}

/// Whether the numbers of a column may be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Addition {
    /// They may.
    #[default]
    May,
    /// They may not, for this reason.
    MayNot(Bilingual),
    /// They may if they agree in these columns (unit, status); if they do not, this is the reason.
    IfSame(Vec<ColumnId>, Bilingual),
}

/// The packed date that stands for none.
pub(super) const NO_DATE: i32 = i32::MAX;

/// Dates of three precisions.
#[derive(Debug)]
pub struct Dates {
    /// [`Date::pack`], or [`NO_DATE`].
    pub(super) values: Vec<i32>,
    /// The form as written, for reading and searching.
    pub(super) written: Option<Text>,
}

impl Dates {
    /// The date of a row.
    pub fn value(&self, row: u32) -> Option<Date> {
        self.values.get(row as usize).filter(|value| **value != NO_DATE).map(|value| Date::unpack(*value))
    }

    /// The form as written, where the builder was given one.
    pub fn written(&self) -> Option<&Text> {
        self.written.as_ref()
    }
}
