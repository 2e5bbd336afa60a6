//! The timeline: what happened when, and until when the report counts.

use super::{
    fill::{date_column, text_column},
    name, phrases,
};
use crate::{
    dossier::{Basis, Dossier, Event, Figure, FigureNr, Home, Moment, PartialDate, Value},
    locale::{Bilingual, tr, tr_args},
    table::{ChoiceBuilder, Column, Table, TableError},
};

/// What a date stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// Something happened.
    Event,
    /// Figures are counted up to it.
    CutOff,
    /// The report came out.
    Report,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Event, Self::CutOff, Self::Report];

    /// The word in queries.
    pub fn code(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::CutOff => "cut-off",
            Self::Report => "report",
        }
    }

    /// The key of its name in the locales.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Event => "event-kind-event",
            Self::CutOff => "event-kind-cut-off",
            Self::Report => "event-kind-report",
        }
    }
}

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    /// What it stands for.
    pub kind: EventKind,
    /// What happened, in a few words.
    pub name: Bilingual,
    /// When, in the report's words and resolved.
    pub moment: Moment,
    /// The same as a date.
    pub date: PartialDate,
    /// The figure that is the date; none for a time that only other figures name, and for the report's own day.
    pub figure: Option<FigureNr>,
    /// The figures that are counted up to it.
    pub counted: Vec<FigureNr>,
}

impl EventRow {
    /// Whether the date is more than the report says outright.
    pub fn is_inferred(&self) -> bool {
        self.moment.basis == Basis::Inferred
    }

    /// The figure that tells of it: its date, or else the first that is counted up to it.
    pub fn told(&self) -> Option<FigureNr> {
        self.figure.or_else(|| self.counted.first().copied())
    }
}

/// The rows of the timeline, the earliest first.
pub fn event_rows(dossier: &Dossier) -> Vec<EventRow> {
    let mut cut_offs = cut_offs(dossier);
    let mut rows: Vec<EventRow> = Vec::new();
    for (nr, figure) in dossier.held_figure_nrs().zip(&dossier.figures) {
        let Value::Date(moment) = &figure.value else { continue };
        let Some(date) = moment.date else { continue };
        let counted = cut_offs.iter().position(|(of, ..)| *of == date).map(|at| cut_offs.remove(at).2).unwrap_or_default();
        let kind = if counted.is_empty() { EventKind::Event } else { EventKind::CutOff };
        rows.push(EventRow { kind, name: event_name(dossier, nr, figure), moment: moment.clone(), date, figure: Some(nr), counted });
    }
    rows.extend(cut_offs.into_iter().map(|(date, moment, counted)| {
        let name = Bilingual::from_fn(|lang| tr_args(lang, "timeline-cut-off", &[("count", counted.len().into())]));
        EventRow { kind: EventKind::CutOff, name, moment, date, figure: None, counted }
    }));
    let (date, name) = (dossier.meta.date, name("timeline-published"));
    let moment = Moment { date: Some(date), text: date.to_string(), basis: Basis::Stated };
    rows.push(EventRow { kind: EventKind::Report, name, moment, date, figure: None, counted: Vec::new() });
    rows.sort_by_key(|row| (row.date.first_day(), row.date.last_day()));
    rows
}

/// The times that figures are counted up to, the report's own day left out.
fn cut_offs(dossier: &Dossier) -> Vec<(PartialDate, Moment, Vec<FigureNr>)> {
    let mut found: Vec<(PartialDate, Moment, Vec<FigureNr>)> = Vec::new();
    for (nr, figure) in dossier.held_figure_nrs().zip(&dossier.figures) {
        let Some(moment) = figure.as_of.as_ref().filter(|moment| moment.basis != Basis::Report) else { continue };
        let Some(date) = moment.date else { continue };
        match found.iter_mut().find(|(of, ..)| *of == date) {
            Some((_, _, figures)) => figures.push(nr),
            None => found.push((date, moment.clone(), vec![nr])),
        }
    }
    found
}

/// A project's event by the project and what happened; everything else by its label.
fn event_name(dossier: &Dossier, nr: FigureNr, figure: &Figure) -> Bilingual {
    let project = match figure.home {
        Home::Project(row) => dossier.projects.get(row),
        _ => None,
    };
    let event = project.and_then(|project| project.dates.iter().find(|event| event.date == nr).map(|event| (project, event)));
    let Some((project, Event { event, .. })) = event else { return figure.label.clone() };
    Bilingual::from_fn(|lang| {
        let what = tr(lang, &format!("event-{event}"));
        tr_args(lang, "timeline-event", &[("name", project.name.get(lang).into()), ("event", what.into_owned().into())])
    })
}

/// The key of the words for how a date is known.
pub fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "basis-stated",
        Basis::Relative => "basis-relative",
        Basis::Inferred => "basis-inferred",
        Basis::Report => "basis-report",
        Basis::Unclear => "basis-unclear",
    }
}

/// The table of the timeline; its rows are those of [`event_rows`].
///
/// Columns: `date`, `name`, `kind`, `basis`, `text`, `evidence`.
pub fn timeline(dossier: &Dossier) -> Result<Table, TableError> {
    let rows = event_rows(dossier);
    let evidence = rows.iter().map(|row| Some(phrases(dossier.figure(row.figure?))));
    Table::new(vec![
        date_column("date", name("column-date"), rows.iter().map(|row| Some(&row.moment))),
        text_column("name", name("column-event"), rows.iter().map(|row| Some(row.name.clone()))),
        kinds(&rows),
        bases(&rows),
        text_column("text", name("column-text"), rows.iter().map(|row| Some(Bilingual::new(&row.moment.text, &row.moment.text)))),
        text_column("evidence", name("column-evidence"), evidence),
    ])
}

fn kinds(rows: &[EventRow]) -> Column {
    let mut builder = ChoiceBuilder::from_names(EventKind::ALL.map(|kind| (kind.code(), name(kind.name_key()))));
    for row in rows {
        builder.push_id(Some(row.kind.code()));
    }
    Column::new("kind", name("column-kind"), builder)
}

fn bases(rows: &[EventRow]) -> Column {
    let mut builder = ChoiceBuilder::from_names(Basis::ALL.map(|basis| (basis.code(), name(basis_key(basis)))));
    for row in rows {
        builder.push_id(Some(row.moment.basis.code()));
    }
    Column::new("basis", name("column-basis"), builder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_timeline_runs_from_the_first_date_to_the_report() {
        let dossier = crate::dossier::embedded().expect("the embedded dossier");
        let rows = event_rows(&dossier);
        let dates: Vec<String> = rows.iter().map(|row| row.date.to_string()).collect();
        assert_eq!(dates.first().map(String::as_str), Some("2006"));
        assert_eq!(rows.last().map(|row| row.kind), Some(EventKind::Report));
        let cut_offs: Vec<_> = rows.iter().filter(|row| row.kind == EventKind::CutOff).collect();
        assert!(cut_offs.iter().all(|row| !row.counted.is_empty()), "a cut-off has figures");
        assert_eq!(rows.iter().filter(|row| row.is_inferred()).count(), 1, "{dates:?}");
        let table = timeline(&dossier).expect("a table");
        assert_eq!(table.num_rows() as usize, rows.len());
    }
}
