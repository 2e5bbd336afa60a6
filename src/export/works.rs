//! Works and approvals as sheets.

use super::{
    Cell, Heading,
    views::{Parts, id_and_name},
    words::{Words, as_of, phrases},
};
use crate::{
    dossier::{Quantity, Unit, Work},
    sheets::share,
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

/// Cases completed: one row each window.
pub(super) fn approvals(words: &Words<'_>) -> Parts {
    let mut columns = id_and_name(words, "approvals-window");
    columns.extend(words.amount_columns());
    columns.extend([
        Heading::text("as_of", words.tr("column-as-of")),
        Heading::share("share", words.tr("export-share")),
        Heading::text("evidence", words.tr("column-evidence")),
    ]);
    let rows = words.dossier.approvals.windows.iter().map(|window| {
        let mut cells = vec![Cell::text(&window.id), Cell::text(window.name.get(words.lang))];
        match window.completed.map(|nr| words.dossier.figure(nr)) {
            Some(figure) => {
                cells.extend(words.amount(figure));
                let share = share(words.dossier, window);
                cells.extend([as_of(figure), Cell::number(share.as_ref().map(Quantity::sort_key)), phrases(&figure.evidence)]);
            }
            None => cells.resize(columns.len(), Cell::Empty),
        }
        words.row(&columns, cells, &[("text", window.completed)])
    });
    let rows = rows.collect();
    (columns, rows)
}
