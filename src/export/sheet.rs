//! What every format writes: columns with a key and a title, rows of typed cells, and where it all comes from.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::{
    dossier::{Amount, FigureNr, PartialDate},
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
    /// The same in full: labels with their texts.
    pub about: Vec<(String, String)>,
    /// Which rows of the table there are: labels with their texts.
    pub picked: Vec<(String, String)>,
    /// The columns, in order.
    pub columns: Vec<Heading>,
    /// The rows; each has one cell for each column.
    pub rows: Vec<Row>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name in JSON; never translated.
    pub key: String,
    /// Its name for a reader.
    pub title: String,
    /// What it holds of a column of the screen.
    pub part: Part,
    /// Whether it holds numbers, which are set to the right.
    pub is_number: bool,
}

/// What a column holds of what one cell on the screen says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The cell itself.
    #[default]
    Value,
    /// The same as it reads on the screen, where numbers stand in another unit; what takes amounts whole leaves it out.
    Read,
    /// The unit of its number; what takes amounts whole leaves it out.
    Unit,
    /// What marks and small words add.
    Remark,
}

/// A row with what is remarked on its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What programs know it by; may be empty.
    pub id: String,
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// Comments by the number of their column: form as written, phrase, place.
    pub notes: Vec<(usize, String)>,
    /// The figures that cells show first, by the number of their column.
    pub figures: Vec<(usize, FigureNr)>,
    /// The report's phrases that its cells rest on, each once.
    pub evidence: Vec<String>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// The report states nothing.
    #[default]
    Empty,
    /// Words, or a figure as written.
    Text(String),
    /// A value of a closed list: the word that never changes, and the word for a reader.
    Code(String, String),
    /// A number to calculate with.
    Number(Decimal),
    /// A number in its unit, and how it reads on the screen.
    Amount(Amount, String),
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
    pub fn text(key: impl Into<String>, title: impl Into<String>) -> Self {
        Self { key: key.into(), title: title.into(), part: Part::Value, is_number: false }
    }

    /// The head of a column of numbers.
    pub fn number(key: impl Into<String>, title: impl Into<String>) -> Self {
        Self { is_number: true, ..Self::text(key, title) }
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

    /// The cell in one line as a reader reads it, its texts joined with `separator`.
    pub fn joined(&self, separator: &str) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Code(_, text) | Self::Amount(_, text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::List(texts) => texts.join(separator),
        }
    }

    /// The same for who calculates: a number alone, without its unit.
    pub fn plain(&self, separator: &str) -> String {
        match self {
            Self::Amount(amount, _) => amount.number.to_string(),
            cell => cell.joined(separator),
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

    /// The title of a last column for the phrases of each row; none where a column has them already.
    pub(super) fn evidence_title(&self) -> Option<String> {
        self.column("evidence").is_none().then(|| tr(self.lang, "column-evidence").into_owned())
    }

    /// The columns that are cells of the screen, with their numbers.
    pub(super) fn values(&self) -> impl Iterator<Item = (usize, &Heading)> {
        (0..).zip(&self.columns).filter(|(_, column)| column.part == Part::Value)
    }

    /// What marks and small words add to the cell in a column; nothing where no column has it.
    pub(super) fn remark<'r>(&self, row: &'r Row, column: usize) -> Option<&'r Cell> {
        let beside = self.columns.iter().zip(&row.cells).skip(column + 1).take_while(|(heading, _)| heading.part != Part::Value);
        beside.filter(|(heading, _)| heading.part == Part::Remark).map(|(_, cell)| cell).find(|cell| **cell != Cell::Empty)
    }
}
