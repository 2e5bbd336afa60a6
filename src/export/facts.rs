//! Every figure: in the fixed keys that programs rely on, and in the words of a reader.

use super::{
    Cell, Heading,
    views::{Parts, Words, phrases, quantity},
};
use crate::{
    dossier::{Figure, Quantity},
    locale::Lang,
};

/// All figures under keys that never change, with both languages.
pub(super) fn for_programs(words: &Words<'_>) -> Parts {
    let keys = [
        "id", "label_zh", "label_en", "text", "value", "low", "high", "unit", "status", "as_of", "origin", "section", "evidence",
        "note_zh", "note_en",
    ];
    let columns = keys.map(|key| Heading::text(key, key)).into();
    let rows = words.dossier.figures.iter().map(|figure| {
        let mut row = vec![Cell::text(figure.id.as_str()), Cell::text(&figure.label.zh), Cell::text(&figure.label.en)];
        row.extend(amount(figure, words));
        row.extend(circumstances(figure, words));
        row.extend(Lang::ALL.map(|lang| Cell::maybe(words.dossier.note(figure, lang))));
        row
    });
    (columns, rows.collect())
}

/// All figures in one language.
pub(super) fn for_readers(words: &Words<'_>) -> Parts {
    let columns = vec![
        Heading::text("id", words.tr("column-id")),
        Heading::text("label", words.tr("column-label")),
        Heading::text("text", words.tr("column-text")),
        Heading::number("value", words.tr("column-value")),
        Heading::number("low", words.tr("export-low")),
        Heading::number("high", words.tr("export-high")),
        Heading::text("unit", words.tr("column-unit")),
        Heading::text("status", words.tr("column-status")),
        Heading::text("as_of", words.tr("column-as-of")),
        Heading::text("origin", words.tr("column-origin")),
        Heading::text("section", words.tr("column-section")),
        Heading::text("evidence", words.tr("column-evidence")),
        Heading::text("note", words.tr("record-note")),
    ];
    let rows = words.dossier.figures.iter().map(|figure| {
        let mut row = vec![Cell::text(figure.id.as_str()), Cell::text(figure.label.get(words.lang))];
        row.extend(amount(figure, words));
        row.extend(circumstances(figure, words));
        row.push(Cell::maybe(words.dossier.note(figure, words.lang)));
        row
    });
    (columns, rows.collect())
}

/// Form as written, value, lower bound, upper bound and unit; a bound has no value.
pub(super) fn amount(figure: &Figure, words: &Words<'_>) -> [Cell; 5] {
    let quantity = quantity(figure);
    let number = |part: fn(&Quantity) -> _| Cell::number(quantity.and_then(part));
    [
        Cell::text(if words.is_coded { &figure.text } else { figure.words(words.lang) }),
        number(Quantity::value),
        number(Quantity::low),
        number(Quantity::high),
        Cell::maybe(quantity.map(|quantity| quantity.unit.name.as_str())),
    ]
}

/// Status, as-of, origin, section and evidence.
fn circumstances(figure: &Figure, words: &Words<'_>) -> [Cell; 5] {
    [
        words.status(figure),
        Words::as_of(figure),
        words.word("origin", figure.origin.code()),
        Cell::maybe(words.dossier.report_section(figure).map(|section| section.title.as_str())),
        phrases(&figure.evidence),
    ]
}
