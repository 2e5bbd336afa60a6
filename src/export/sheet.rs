//! What every format writes: columns with a key and a title, rows of typed cells, and where it all comes from.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::{
    dossier::{FigureNr, PartialDate},
    locale::{Lang, tr},
};

/// A table ready to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The language of its words.
    pub lang: Lang,
    /// What the table is called: the name of its tab in a workbook.
    pub name: String,
    /// What it is, for formats that have a headline.
    pub title: String,
    /// Which report it comes from, in one line.
    pub source: String,
    /// The day of that report.
    pub date: Option<PartialDate>,
    /// The same in full, and what picked the rows: labels with their texts.
    pub about: Vec<(String, String)>,
    /// Whether JSON has the source beside the rows; else it is the rows alone.
    pub has_envelope: bool,
    /// The columns, in order.
    pub columns: Vec<Heading>,
    /// The rows; each has one cell for each column.
    pub rows: Vec<Row>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name in JSON; never translated.
    pub key: &'static str,
    /// Its name for a reader.
    pub title: String,
    /// Whether it holds numbers, which are set to the right.
    pub is_number: bool,
    /// Whether its numbers are fractions of one that read as per cent.
    pub is_share: bool,
}

/// A row with what is remarked on its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// Remarks by the number of their column: form as written, phrase, place.
    pub notes: Vec<(usize, String)>,
    /// The figures that cells show, by the number of their column.
    pub figures: Vec<(usize, FigureNr)>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// The report states nothing.
    #[default]
    Empty,
    /// Words, or a figure as written.
    Text(String),
    /// A number to calculate with.
    Number(Decimal),
    /// A number in its base unit, with the form in which it is read.
    Amount {
        /// How many of the base unit.
        number: Decimal,
        /// The base unit; empty for counts in English.
        unit: String,
        /// The form in which the window shows it.
        shown: String,
    },
    /// A day, month or year.
    Date(PartialDate),
    /// Several texts, such as every phrase that states a figure.
    List(Vec<String>),
}

/// The rows of a sheet: there already, or made one by one as they are written.
pub trait Lines {
    /// How many there are.
    fn num(&self) -> usize;

    /// A row by its number.
    fn line(&self, nr: usize) -> Option<Cow<'_, Row>>;
}

impl Lines for Vec<Row> {
    fn num(&self) -> usize {
        self.len()
    }

    fn line(&self, nr: usize) -> Option<Cow<'_, Row>> {
        self.get(nr).map(Cow::Borrowed)
    }
}

/// All rows in order.
pub(super) fn each(lines: &dyn Lines) -> impl Iterator<Item = Cow<'_, Row>> {
    (0..lines.num()).filter_map(|nr| lines.line(nr))
}

impl Heading {
    /// The head of a column of words.
    pub fn text(key: &'static str, title: impl Into<String>) -> Self {
        Self { key, title: title.into(), is_number: false, is_share: false }
    }

    /// The head of a column of numbers.
    pub fn number(key: &'static str, title: impl Into<String>) -> Self {
        Self { is_number: true, ..Self::text(key, title) }
    }

    /// The head of a column of fractions of one.
    pub fn share(key: &'static str, title: impl Into<String>) -> Self {
        Self { is_share: true, ..Self::number(key, title) }
    }
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Self {
        Self { cells, ..Self::default() }
    }
}

impl Cell {
    /// A text; an empty one is [`Self::Empty`].
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A text or nothing.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// A number or nothing; `1.50` is written `1.5`.
    pub fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.normalize()))
    }

    /// A list of texts; an empty one is nothing.
    pub fn list(texts: impl IntoIterator<Item = String>) -> Self {
        let texts: Vec<String> = texts.into_iter().collect();
        if texts.is_empty() { Self::Empty } else { Self::List(texts) }
    }

    /// The cell in one line, its texts joined with `separator`.
    pub fn joined(&self, separator: &str) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Amount { shown, .. } => shown.clone(),
            Self::Date(date) => date.to_string(),
            Self::List(texts) => texts.join(separator),
        }
    }
}

impl Sheet {
    /// The same sheet with these rows only, in this order; numbers past the end are left out.
    #[must_use]
    pub fn select(mut self, rows: impl IntoIterator<Item = usize>) -> Self {
        self.rows = rows.into_iter().filter_map(|row_nr| self.rows.get(row_nr).cloned()).collect();
        self
    }

    /// What stands between the texts of one cell: `；` or `; `.
    pub fn separator(&self) -> String {
        tr(self.lang, "export-separator").into_owned()
    }

    /// The number of a column.
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// A cell by its row and the number of its column.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.cells.get(column)
    }
}
