//! Every figure: in the fixed keys that programs rely on, and in the words of a reader.

use super::{
    Cell, Heading,
    views::Parts,
    words::{Words, as_of, phrases},
};
use crate::{dossier::Figure, locale::Lang};

/// All figures under keys that never change, with both languages.
pub(super) fn for_programs(words: &Words<'_>) -> Parts {
    let keys = [
        "id", "label_zh", "label_en", "text", "value", "low", "high", "unit", "status", "as_of", "origin", "section", "evidence",
        "note_zh", "note_en",
    ];
    let columns = keys.map(|key| Heading::text(key, key)).into();
    let rows = words.dossier.figures.iter().map(|figure| {
        let mut row = vec![Cell::text(figure.id.as_str()), Cell::text(&figure.label.zh), Cell::text(&figure.label.en)];
        row.extend(words.amount(figure));
        row.extend(circumstances(figure, words));
        row.extend(Lang::ALL.map(|lang| Cell::maybe(words.dossier.note(figure, lang))));
        row.into()
    });
    (columns, rows.collect())
}

/// All figures in one language.
pub(super) fn for_readers(words: &Words<'_>) -> Parts {
    let mut columns = vec![Heading::text("id", words.tr("column-id")), Heading::text("label", words.tr("column-label"))];
    columns.extend(words.amount_columns());
    columns.extend([
        Heading::text("status", words.tr("column-status")),
        Heading::text("as_of", words.tr("column-as-of")),
        Heading::text("origin", words.tr("column-origin")),
        Heading::text("section", words.tr("column-section")),
        Heading::text("evidence", words.tr("column-evidence")),
        Heading::text("note", words.tr("record-note")),
    ]);
    let rows = words.dossier.held_figure_nrs().zip(&words.dossier.figures).map(|(nr, figure)| {
        let mut cells = vec![Cell::text(figure.id.as_str()), Cell::text(figure.label.get(words.lang))];
        cells.extend(words.amount(figure));
        cells.extend(circumstances(figure, words));
        cells.push(Cell::maybe(words.dossier.note(figure, words.lang)));
        words.row(&columns, cells, &[("text", Some(nr))])
    });
    let rows = rows.collect();
    (columns, rows)
}

/// Status, as-of, origin, section and evidence.
fn circumstances(figure: &Figure, words: &Words<'_>) -> [Cell; 5] {
    let section = words.dossier.report_section(figure);
    [
        words.status(figure),
        as_of(figure),
        words.word("origin", figure.origin.code()),
        Cell::maybe(section.map(|section| if words.is_coded { section.title.as_str() } else { section.name(words.lang) })),
        phrases(&figure.evidence),
    ]
}
