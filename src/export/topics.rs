//! Services, reform and the timeline as sheets.

use super::{
    Cell, Heading,
    views::{Parts, maybe},
    words::{Words, as_of, date, phrases},
};
use crate::{
    dossier::{FigureNr, Topic},
    sheets::{basis_key, event_rows, topic_rows},
};

/// What is said under each topic: one row each fact.
pub(super) fn topics(words: &Words<'_>, topics: &[Topic]) -> Parts {
    let mut columns = vec![
        Heading::text("id", words.tr("column-id")),
        Heading::text("topic", words.tr("column-topic")),
        Heading::text("label", words.tr("column-label")),
    ];
    columns.extend(words.amount_columns());
    columns.extend([
        Heading::text("status", words.tr("column-status")),
        Heading::text("as_of", words.tr("column-as-of")),
        Heading::text("condition", words.tr("record-condition")),
        Heading::text("evidence", words.tr("column-evidence")),
        Heading::text("note", words.tr("record-note")),
    ]);
    let rows = topic_rows(topics).into_iter().map(|row| {
        let figure = words.dossier.figure(row.figure);
        let topic = topics.get(row.topic);
        let topic = topic.map(|topic| if words.is_coded { topic.id.as_str() } else { topic.name.get(words.lang) });
        let mut cells = vec![Cell::text(figure.id.as_str()), Cell::maybe(topic), Cell::text(figure.short.get(words.lang))];
        cells.extend(words.amount(figure));
        cells.extend([
            words.status(figure),
            as_of(figure),
            maybe(words, figure.condition.as_ref()),
            phrases(&figure.evidence),
            Cell::maybe(words.dossier.note(figure, words.lang)),
        ]);
        words.row(&columns, cells, &[("text", Some(row.figure))])
    });
    let rows = rows.collect();
    (columns, rows)
}

/// What happened when, and until when the report counts: one row each date, the earliest first.
pub(super) fn timeline(words: &Words<'_>) -> Parts {
    let columns = vec![
        Heading::text("id", words.tr("column-id")),
        Heading::text("date", words.tr("column-date")),
        Heading::text("name", words.tr("column-event")),
        Heading::text("kind", words.tr("column-kind")),
        Heading::text("basis", words.tr("column-basis")),
        Heading::text("text", words.tr("column-text")),
        Heading::text("counted", words.tr("record-counted")),
        Heading::text("evidence", words.tr("column-evidence")),
    ];
    let rows = event_rows(words.dossier).into_iter().map(|row| {
        let figure = row.figure.map(|nr| words.dossier.figure(nr));
        let id = |nr: &FigureNr| words.dossier.figure(*nr).id.to_string();
        let basis = row.moment.basis;
        let cells = vec![
            Cell::maybe(figure.map(|figure| figure.id.as_str())),
            date(Some(row.date)),
            Cell::text(row.name.get(words.lang)),
            if words.is_coded { Cell::text(row.kind.code()) } else { Cell::text(words.tr(row.kind.name_key())) },
            if words.is_coded { Cell::text(basis.code()) } else { Cell::text(words.tr(basis_key(basis))) },
            Cell::text(&row.moment.text),
            Cell::list(row.counted.iter().map(id)),
            figure.map_or(Cell::Empty, |figure| phrases(&figure.evidence)),
        ];
        words.row(&columns, cells, &[("date", row.figure)])
    });
    let rows = rows.collect();
    (columns, rows)
}
