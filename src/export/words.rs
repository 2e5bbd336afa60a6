//! A dossier in the words of one reader: what the sheets are filled with.

use rust_decimal::Decimal;

use super::{Cell, Format, Heading, Row};
use crate::{
    dossier::{Dimension, Dossier, Evidence, Figure, FigureNr, Origin, PartialDate, ProjectRow, Quantity, Status},
    locale::{Lang, tr, tr_args},
    sheets::{place, written},
};

/// A dossier in the words of one reader.
pub(super) struct Words<'d> {
    pub(super) dossier: &'d Dossier,
    pub(super) lang: Lang,
    /// Whether closed lists are written as codes.
    pub(super) is_coded: bool,
    /// The row that is written, where rows pass by and are not kept.
    passing: Option<ProjectRow<'d>>,
}

impl<'d> Words<'d> {
    /// Programs that read JSON get codes where readers get words.
    pub(super) fn new(dossier: &'d Dossier, lang: Lang, format: Format) -> Self {
        Self { dossier, lang, is_coded: format == Format::Json, passing: None }
    }

    /// The same for one row of the projects, whose figures are at hand.
    pub(super) fn of_row<'r>(&'r self, row: ProjectRow<'r>) -> Words<'r> {
        let passing = Some(row).filter(|_| self.dossier.projects.are_on_disk());
        Words { dossier: self.dossier, lang: self.lang, is_coded: self.is_coded, passing }
    }

    /// A string of the locales.
    pub(super) fn tr(&self, key: &str) -> String {
        tr(self.lang, key).into_owned()
    }

    /// A word of a closed list, such as `status-` and `planned`.
    pub(super) fn word(&self, list: &str, code: &str) -> Cell {
        Cell::text(if self.is_coded { code.to_owned() } else { self.tr(&format!("{list}-{code}")) })
    }

    pub(super) fn status(&self, figure: &Figure) -> Cell {
        figure.status.map_or(Cell::Empty, |status: Status| self.word("status", status.code()))
    }

    pub(super) fn figure(&self, nr: Option<FigureNr>) -> Option<&'d Figure> {
        let nr = nr?;
        self.passing.and_then(|row| row.figure(nr)).or_else(|| Some(self.dossier.figure(nr)))
    }

    /// A figure in the form as written.
    pub(super) fn written(&self, nr: Option<FigureNr>) -> Cell {
        Cell::maybe(self.figure(nr).map(|figure| if self.is_coded { figure.text.clone() } else { written(figure, self.lang) }))
    }

    /// Several figures in the form as written.
    pub(super) fn all_written(&self, nrs: impl IntoIterator<Item = FigureNr>) -> Cell {
        Cell::list(nrs.into_iter().map(|nr| self.written(Some(nr)).joined("")))
    }

    /// A figure's value in a unit of the same dimension; nothing for a bound.
    pub(super) fn value_in(&self, nr: Option<FigureNr>, scale: Decimal, dimension: Dimension) -> Cell {
        let quantity = self.figure(nr).and_then(Figure::quantity).filter(|quantity| quantity.unit.dimension == dimension);
        Cell::number(quantity.and_then(|quantity| quantity.value()?.checked_mul(quantity.unit.scale)?.checked_div(scale)))
    }

    /// The phrases of several figures, each once, in the report's order.
    pub(super) fn evidence(&self, nrs: impl IntoIterator<Item = FigureNr>) -> Cell {
        let mut evidence: Vec<&Evidence> =
            nrs.into_iter().filter_map(|nr| self.figure(Some(nr))).flat_map(|figure| &figure.evidence).collect();
        evidence.sort_by_key(|at| (at.section, at.paragraph));
        phrases(evidence)
    }

    /// The columns that [`Self::amount`] fills.
    pub(super) fn amount_columns(&self) -> [Heading; 5] {
        [
            Heading::text("text", self.tr("column-text")),
            Heading::number("value", self.tr("column-value")),
            Heading::number("low", self.tr("export-low")),
            Heading::number("high", self.tr("export-high")),
            Heading::text("unit", self.tr("column-unit")),
        ]
    }

    /// Form as written, value, lower bound, upper bound and unit; a bound has no value.
    pub(super) fn amount(&self, figure: &Figure) -> [Cell; 5] {
        let quantity = figure.quantity();
        let number = |part: fn(&Quantity) -> _| Cell::number(quantity.and_then(part));
        let unit = quantity.map(|quantity| if self.is_coded { quantity.unit.name.clone() } else { quantity.unit.called(self.lang) });
        [
            Cell::text(if self.is_coded { &figure.text } else { figure.words(self.lang) }),
            number(Quantity::value),
            number(Quantity::low),
            number(Quantity::high),
            Cell::maybe(unit),
        ]
    }

    /// A row whose cells under these keys show these figures.
    pub(super) fn row(&self, columns: &[Heading], cells: Vec<Cell>, figures: &[(&str, Option<FigureNr>)]) -> Row {
        if self.passing.is_some() {
            // Remarks on each cell of so many rows would take more room than all the rest.
            return Row { notes: Vec::new(), cells, figures: Vec::new() };
        }
        let column = |key: &str| columns.iter().position(|column| column.key == key);
        let figures = figures.iter().filter_map(|(key, nr)| Some((column(key)?, (*nr)?))).collect();
        noted(self.dossier, self.lang, cells, figures)
    }
}

/// A row with the remarks on its figures.
pub(super) fn noted(dossier: &Dossier, lang: Lang, cells: Vec<Cell>, figures: Vec<(usize, FigureNr)>) -> Row {
    let notes = figures.iter().map(|(column, nr)| (*column, note(dossier, *nr, lang)));
    Row { notes: notes.filter(|(_, note)| !note.is_empty()).collect(), cells, figures }
}

/// The time a figure holds for, or happened.
pub(super) fn as_of(figure: &Figure) -> Cell {
    date(figure.as_of.as_ref().and_then(|moment| moment.date).or_else(|| figure.date()))
}

/// A date or nothing.
pub(super) fn date(date: Option<PartialDate>) -> Cell {
    date.map_or(Cell::Empty, Cell::Date)
}

/// A list of phrases, each once.
pub(super) fn phrases<'e>(evidence: impl IntoIterator<Item = &'e Evidence>) -> Cell {
    let mut texts: Vec<String> = Vec::new();
    for at in evidence {
        if !texts.contains(&at.phrase) {
            texts.push(at.phrase.clone());
        }
    }
    Cell::List(texts)
}

/// The report's words for a figure and where they stand, a piece each; who says so instead, where it is not the report.
pub(super) fn sources(dossier: &Dossier, nr: FigureNr, lang: Lang) -> Vec<String> {
    let figure = dossier.figure(nr);
    let places = figure.evidence.iter().map(|at| {
        let args = [("phrase", at.phrase.as_str().into()), ("place", place(dossier, at, lang).into())];
        tr_args(lang, "export-evidence", &args)
    });
    let origin = match figure.origin {
        Origin::Stated => None,
        Origin::Computed => Some(tr(lang, "origin-computed").into_owned()),
        Origin::Editorial => Some(tr(lang, "origin-editorial").into_owned()),
    };
    places.chain(origin).collect()
}

/// The remark on a figure's cell: its form as written where that is a number, and its sources, a line each.
fn note(dossier: &Dossier, nr: FigureNr, lang: Lang) -> String {
    let figure = dossier.figure(nr);
    let written = figure.quantity().map(|_| tr_args(lang, "export-written", &[("text", figure.text.as_str().into())]));
    written.into_iter().chain(sources(dossier, nr, lang)).collect::<Vec<_>>().join("\n")
}
