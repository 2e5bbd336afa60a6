//! What every format writes: columns with a key and a title, rows of typed cells.

use rust_decimal::Decimal;

/// A table ready to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What it is, for formats that have a headline.
    pub title: String,
    /// Which report it comes from, for formats that have room for it.
    pub source: String,
    /// The columns, in order.
    pub columns: Vec<Heading>,
    /// The rows; each has one cell for each column.
    pub rows: Vec<Vec<Cell>>,
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
    /// Several texts, such as every phrase that states a figure.
    List(Vec<String>),
}

impl Heading {
    /// The head of a column of words.
    pub fn text(key: &'static str, title: impl Into<String>) -> Self {
        Self { key, title: title.into(), is_number: false }
    }

    /// The head of a column of numbers.
    pub fn number(key: &'static str, title: impl Into<String>) -> Self {
        Self { key, title: title.into(), is_number: true }
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

    /// The cell in one line, its texts joined with `separator`.
    pub fn joined(&self, separator: &str) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
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
}
