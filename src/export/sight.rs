//! What is in sight of a table as a sheet: the rows and columns of the window, with types.

use super::{Cell, Heading, Row, Sheet, views::titled, words::noted};
use crate::{
    dossier::{Dossier, Figure, FigureNr, MoneyUnit, PartialDate, Quantity},
    locale::{Lang, tr, tr_args},
    table::{self, Data, Query, Table},
};

/// A table as the window shows it.
pub struct Sight<'a> {
    /// The name of its view.
    pub name: &'a str,
    /// The table behind it.
    pub table: &'a Table,
    /// What picked and ordered the rows.
    pub query: &'a Query,
    /// The rows, in the order of the screen.
    pub rows: &'a [u32],
    /// Keys and titles of the columns, from left to right.
    pub columns: &'a [(&'static str, String)],
    /// The unit that money is shown in.
    pub money: MoneyUnit,
    /// What a cell reads as; none where nothing is stated.
    pub text: &'a dyn Fn(u32, &str) -> Option<String>,
    /// The figure that a cell shows.
    pub figure: &'a dyn Fn(u32, &str) -> Option<FigureNr>,
}

/// What is in sight as a sheet.
pub fn in_sight(dossier: &Dossier, lang: Lang, sight: &Sight<'_>) -> Sheet {
    let row = |row: &u32| {
        let cells = sight.columns.iter().map(|(key, _)| cell(dossier, lang, sight, *row, key)).collect();
        let figures = (0..).zip(sight.columns).filter_map(|(nr, (key, _))| Some((nr, (sight.figure)(*row, key)?)));
        noted(dossier, lang, cells, figures.collect())
    };
    let rows = sight.rows.iter().map(row).collect();
    head(dossier, lang, sight, rows)
}

/// A sheet of what is in sight with these rows.
pub(super) fn head(dossier: &Dossier, lang: Lang, sight: &Sight<'_>, rows: Vec<Row>) -> Sheet {
    let is_number = |key: &str| sight.table.column(key).is_some_and(|column| matches!(column.data, Data::Number(_)));
    let heading = |(key, title): &(&'static str, String)| Heading { is_number: is_number(key), ..Heading::text(key, title.as_str()) };
    let columns: Vec<Heading> = sight.columns.iter().map(heading).collect();
    let mut sheet = titled(dossier, lang, sight.name.to_owned(), columns, rows);
    sheet.has_envelope = true;
    sheet.about.push((tr(lang, "export-about-rows").into_owned(), rows_in_words(lang, sight)));
    sheet
}

/// How many of the rows there are, and the query that picked them.
fn rows_in_words(lang: Lang, sight: &Sight<'_>) -> String {
    let args = [("count", sight.rows.len().into()), ("all", sight.table.num_rows().into())];
    let rows = tr_args(lang, "export-about-count", &args);
    let query = sight.query.write(sight.table);
    if query.is_empty() { rows } else { tr_args(lang, "export-about-query", &[("rows", rows.into()), ("query", query.into())]) }
}

/// A cell: an exact amount or a date by its type, all else as it reads.
///
/// A bound stays text: a sum of the column must not take a ceiling for a value.
fn cell(dossier: &Dossier, lang: Lang, sight: &Sight<'_>, row: u32, key: &str) -> Cell {
    let Some(shown) = (sight.text)(row, key) else { return Cell::Empty };
    let Some(column) = sight.table.column(key) else { return Cell::text(shown) };
    match &column.data {
        Data::Number(numbers) => {
            let quantity = (sight.figure)(row, key).and_then(|nr| Figure::quantity(dossier.figure(nr)));
            match quantity {
                Some(quantity) => amount(quantity, lang, shown),
                // What no figure states is ours: a share, a count.
                None => numbers.value(row).map_or_else(|| Cell::text(&shown), |number| plain(number, &shown)),
            }
        }
        Data::Date(dates) => dates.value(row).and_then(partial).map_or_else(|| Cell::text(&shown), Cell::Date),
        Data::Text(_) | Data::Choice(_) => Cell::text(shown),
    }
}

pub(super) fn amount(quantity: &Quantity, lang: Lang, shown: String) -> Cell {
    let number = quantity.value().and_then(|value| value.checked_mul(quantity.unit.scale));
    match number {
        Some(number) => Cell::Amount { number: number.normalize(), unit: quantity.unit.base_called(lang).to_owned(), shown },
        None => Cell::text(shown),
    }
}

fn plain(number: table::Decimal, shown: &str) -> Cell {
    Cell::Amount { number: number.normalize(), unit: String::new(), shown: shown.to_owned() }
}

pub(super) fn partial(date: table::Date) -> Option<PartialDate> {
    date.to_string().parse().ok()
}
