//! What is in sight of a table as a sheet: its rows and columns as the window shows them, with types.

use super::{Cell, Heading, Part, Row, Sheet, notes};
use crate::{
    dossier::{Dossier, Figure, FigureNr, MoneyUnit},
    locale::{Lang, tr, tr_args},
    route::View,
    sheets::{Head, Holds, Reader, Said, Typed, Words},
};

/// What is in sight of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sight {
    /// The table.
    pub view: View,
    /// The language.
    pub lang: Lang,
    /// The unit of money, if the reader has chosen one.
    pub money: Option<MoneyUnit>,
    /// The rows, in the order of the screen.
    pub rows: Vec<u32>,
    /// The columns, from left to right.
    pub columns: Vec<&'static str>,
    /// The query that picked and ordered the rows.
    pub query: String,
}

impl Sight {
    /// A whole table as it is seen first.
    pub fn whole(dossier: &Dossier, view: View, lang: Lang) -> Self {
        let words = Words::new(Reader { dossier, lang, money: None }, view);
        let num_rows = words.as_ref().map_or(0, Words::num_rows);
        let heads = words.map(|words| words.heads()).unwrap_or_default();
        let columns = heads.iter().filter(|head| !head.is_hidden).map(|head| head.id).collect();
        Self { view, lang, money: None, rows: (0..u32::try_from(num_rows).unwrap_or(u32::MAX)).collect(), columns, query: String::new() }
    }

    /// The same with the rows that a query's text picks, in its order.
    ///
    /// # Errors
    ///
    /// The query has a mistake; the error says so in one line.
    pub fn picked(self, dossier: &Dossier, query: &str) -> Result<Self, String> {
        let rows = super::rows(dossier, self.view, query, self.lang)?;
        Ok(Self { rows, query: query.to_owned(), ..self })
    }

    /// The words of its table; none for a view without a table.
    pub(super) fn words<'d>(&self, dossier: &'d Dossier) -> Option<Words<'d>> {
        Words::new(Reader { dossier, lang: self.lang, money: self.money }, self.view)
    }
}

/// A view's whole table as a sheet, as it is seen first; without columns for a view without a table.
pub fn sheet(dossier: &Dossier, view: View, lang: Lang) -> Sheet {
    in_sight(dossier, &Sight::whole(dossier, view, lang))
}

/// What is in sight as a sheet.
pub fn in_sight(dossier: &Dossier, sight: &Sight) -> Sheet {
    let Some(words) = sight.words(dossier) else { return Sheet::default() };
    let columns = columns(&words, &sight.columns);
    let rows = sight.rows.iter().map(|row| with_notes(&words, &columns, *row as usize)).collect();
    Sheet { rows, ..head(&words, &columns, sight) }
}

/// A sheet of what is in sight without its rows.
pub(super) fn head(words: &Words<'_>, columns: &[Column], sight: &Sight) -> Sheet {
    let (dossier, lang) = (words.reader.dossier, sight.lang);
    let name = tr(lang, sight.view.name_key()).into_owned();
    let rows = tr_args(lang, "export-about-count", &[("count", sight.rows.len().into()), ("all", words.num_rows().into())]);
    let picked = [("export-about-rows", rows), ("export-about-query", sight.query.clone())];
    let picked = picked.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (tr(lang, key).into_owned(), text));
    Sheet {
        lang,
        title: format!("{} · {name}", dossier.meta.short_place.get(lang)),
        name,
        source: notes::source(dossier, lang),
        date: Some(dossier.meta.date),
        about: notes::about(dossier, lang),
        picked: picked.collect(),
        columns: columns.iter().flat_map(|column| column.headings.iter().cloned()).collect(),
        rows: Vec::new(),
    }
}

/// A column of the screen, and the columns of a sheet that it comes to.
pub(super) struct Column {
    head: Head,
    headings: Vec<Heading>,
}

/// The columns of the screen, after them what a number or a date has no room for.
pub(super) fn columns(words: &Words<'_>, ids: &[&'static str]) -> Vec<Column> {
    let heads = words.heads();
    // What headings say over the rows is a column of its own.
    let section = words.section_head().filter(|head| !ids.contains(&head.id));
    let in_sight = ids.iter().filter_map(|id| heads.iter().find(|head| head.id == *id).cloned());
    section.into_iter().chain(in_sight).map(|head| Column { headings: headings(words, &head), head }).collect()
}

/// What a column of the screen comes to: itself, how it reads where that is in other units, its unit, its remarks.
fn headings(words: &Words<'_>, head: &Head) -> Vec<Heading> {
    let (lang, money) = (words.reader.lang, words.reader.column_money());
    let key = head.id.replace('-', "_");
    let called = head.called.as_ref().unwrap_or(&head.title).as_str();
    let beside = |part, end: &str, title: &str| {
        let title = tr_args(lang, title, &[("column", called.into())]);
        Heading { part, ..Heading::text(format!("{key}{end}"), title) }
    };
    let is_number = matches!(head.holds, Holds::Money | Holds::Numbers | Holds::Shares);
    let value = Heading { is_number, ..Heading::text(&key, head.title_in(lang, money)) };
    let is_read = head.holds == Holds::Money && money == MoneyUnit::AsWritten;
    let headings = [
        (head.holds != Holds::Drawing).then_some(value),
        is_read.then(|| beside(Part::Read, "_read", "export-read-column")),
        head.has_units.then(|| beside(Part::Unit, "_unit", "export-unit-column")),
        head.has_remarks.then(|| beside(Part::Remark, "_remark", "export-remark-column")),
    ];
    headings.into_iter().flatten().collect()
}

fn with_notes(words: &Words<'_>, columns: &[Column], row_nr: usize) -> Row {
    let dossier = words.reader.dossier;
    let (mut row, figures) = row(columns, |id| words.said(row_nr, id), |nr| Some(dossier.figure(nr)));
    row.id = words.id(row_nr).unwrap_or_default();
    row.notes = notes::notes(dossier, words.reader.lang, &figures);
    row
}

/// A row without comments; and the figures of its cells, by the number of their column.
pub(super) fn row<'w, 'f>(
    columns: &[Column],
    said: impl Fn(&str) -> Option<Said<'w>>,
    figure: impl Fn(FigureNr) -> Option<&'f Figure>,
) -> (Row, Vec<(usize, FigureNr)>) {
    let mut row = Row::default();
    let mut figures: Vec<(usize, FigureNr)> = Vec::new();
    for Column { head, headings } in columns {
        let said = said(head.id);
        let first = row.cells.len();
        row.cells.extend(headings.iter().map(|heading| said.as_ref().map_or(Cell::Empty, |said| cell(said, head, heading.part))));
        let of_cell = said.iter().flat_map(|said| &said.figures).filter(|_| !headings.is_empty());
        figures.extend(of_cell.map(|nr| (first, *nr)));
    }
    row.evidence = notes::phrases(figures.iter().filter_map(|(_, nr)| figure(*nr)));
    row.figures.clone_from(&figures);
    row.figures.dedup_by_key(|(column, _)| *column);
    (row, figures)
}

fn cell(said: &Said<'_>, head: &Head, part: Part) -> Cell {
    match (part, &said.typed) {
        (Part::Value, Typed::Amount(amount)) => Cell::Amount(amount.clone(), said.text.clone()),
        (Part::Value, Typed::Code(code)) => Cell::Code((*code).to_owned(), said.text.clone()),
        (Part::Value, Typed::Date(date)) if head.has_remarks || said.remark.is_empty() => Cell::Date(*date),
        (Part::Value, Typed::Date(_) | Typed::Words) if !head.has_remarks && !said.remark.is_empty() => {
            Cell::List(vec![said.text.clone(), said.remark.clone()])
        }
        (Part::Value, Typed::Date(_) | Typed::Words) | (Part::Read, _) => Cell::text(&said.text),
        (Part::Unit, Typed::Amount(amount)) => Cell::text(amount.unit_name()),
        (Part::Unit, _) => Cell::text(&said.unit),
        (Part::Remark, _) => Cell::text(&said.remark),
    }
}
