//! Works and approvals as sheets.

use super::{
    Cell, Heading,
    views::{Parts, id_and_name, maybe},
    words::{Words, as_of, phrases},
};
use crate::{
    dossier::{Figure, Unit, Work},
    sheets::approval_rows,
};

/// Roads, pipes and other works: planned, built and unclear apart, all in the unit of the row.
pub(super) fn infrastructure(words: &Words<'_>) -> Parts {
    let mut columns = id_and_name(words, "column-work");
    columns.extend([
        Heading::text("group", words.tr("column-group")),
        Heading::text("planned", words.tr("column-planned")),
        Heading::number("planned_value", words.tr("export-planned-value")),
        Heading::text("built", words.tr("column-built")),
        Heading::number("built_value", words.tr("export-built-value")),
        Heading::text("unclear", words.tr("column-unclear")),
        Heading::number("unclear_value", words.tr("export-unclear-value")),
        Heading::text("unit", words.tr("column-unit")),
        Heading::text("as_of", words.tr("column-as-of")),
        Heading::text("evidence", words.tr("column-evidence")),
    ]);
    let rows = words.dossier.infrastructure.iter().map(|row| {
        let figures = [("planned", row.planned), ("built", row.built), ("unclear", row.unclear)];
        words.row(&columns, work(words, row), &figures)
    });
    let rows = rows.collect();
    (columns, rows)
}

fn work(words: &Words<'_>, row: &Work) -> Vec<Cell> {
    let slots = || [row.built, row.unclear, row.planned].into_iter().flatten();
    let unit: Option<&Unit> = slots().find_map(|nr| words.dossier.figure(nr).quantity()).map(|quantity| &quantity.unit);
    let value = |nr| unit.map_or(Cell::Empty, |unit| words.value_in(nr, unit.scale, unit.dimension));
    let time = slots().map(|nr| as_of(words.dossier.figure(nr))).find(|cell| *cell != Cell::Empty);
    vec![
        Cell::text(&row.id),
        Cell::text(row.name.get(words.lang)),
        words.word("group", row.group.code()),
        words.written(row.planned),
        value(row.planned),
        words.written(row.built),
        value(row.built),
        words.written(row.unclear),
        value(row.unclear),
        Cell::maybe(unit.map(|unit| if words.is_coded { unit.name.clone() } else { unit.called(words.lang) })),
        time.unwrap_or_default(),
        words.evidence(slots().chain(row.facts.iter().copied())),
    ]
}

/// Powers, cases and limits: one row each figure.
pub(super) fn approvals(words: &Words<'_>) -> Parts {
    let mut columns = id_and_name(words, "column-approval");
    columns.push(Heading::text("kind", words.tr("column-kind")));
    columns.extend(words.amount_columns());
    columns.extend([
        Heading::text("status", words.tr("column-status")),
        Heading::text("as_of", words.tr("column-as-of")),
        Heading::share("share", words.tr("export-share")),
        Heading::text("condition", words.tr("record-condition")),
        Heading::text("evidence", words.tr("column-evidence")),
    ]);
    let rows = approval_rows(words.dossier).into_iter().map(|row| {
        let figure: &Figure = words.dossier.figure(row.figure);
        let mut cells = vec![Cell::text(figure.id.as_str()), Cell::text(row.name.get(words.lang)), words.word("kind", row.kind.code())];
        cells.extend(words.amount(figure));
        cells.extend([
            words.status(figure),
            as_of(figure),
            Cell::number(row.share(words.dossier)),
            maybe(words, row.condition.as_ref()),
            phrases(&figure.evidence),
        ]);
        words.row(&columns, cells, &[("text", Some(row.figure))])
    });
    let rows = rows.collect();
    (columns, rows)
}
