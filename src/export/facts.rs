//! Every figure in the fixed keys that programs rely on, with both languages.

use super::{Cell, Heading, Sheet};
use crate::{
    dossier::{Dossier, Figure, Quantity, Status},
    locale::Lang,
};

/// The keys, which never change.
const KEYS: [&str; 18] = [
    "id", "label_zh", "label_en", "text", "said_zh", "said_en", "value", "low", "high", "unit", "status", "as_of", "basis", "origin",
    "section", "evidence", "note_zh", "note_en",
];

/// Some figures, by their numbers, in the keys for programs; everything else of the sheet is that of `head`.
pub(super) fn for_programs(dossier: &Dossier, rows: &[u32], head: Sheet) -> Sheet {
    let figures = rows.iter().filter_map(|row| dossier.figures.get(*row as usize));
    let rows = figures.map(|figure| cells(dossier, figure).into()).collect();
    Sheet { columns: KEYS.map(|key| Heading::text(key, key)).into(), rows, ..head }
}

/// In the order of the keys: `text` as written, decimals in the unit as written, words of closed lists as codes.
fn cells(dossier: &Dossier, figure: &Figure) -> Vec<Cell> {
    let quantity = figure.quantity();
    let number = |part: fn(&Quantity) -> _| Cell::number(quantity.and_then(part));
    let moment = figure.as_of.as_ref().or_else(|| figure.moment());
    let [said_zh, said_en] = Lang::ALL.map(|lang| Cell::text(figure.display(lang)));
    let [note_zh, note_en] = Lang::ALL.map(|lang| Cell::maybe(dossier.note(figure, lang)));
    let section = dossier.report_section(figure).map(|section| section.title.as_str());
    vec![
        Cell::text(figure.id.as_str()),
        Cell::text(&figure.label.zh),
        Cell::text(&figure.label.en),
        Cell::text(&figure.text),
        said_zh,
        said_en,
        number(Quantity::value),
        number(Quantity::low),
        number(Quantity::high),
        Cell::maybe(quantity.map(|quantity| quantity.unit.name.as_str())),
        Cell::maybe(figure.status.map(Status::code)),
        moment.and_then(|moment| moment.date).map_or(Cell::Empty, Cell::Date),
        Cell::maybe(moment.map(|moment| moment.basis.code())),
        Cell::text(figure.origin.code()),
        Cell::maybe(section),
        Cell::List(figure.phrases().into_iter().map(str::to_owned).collect()),
        note_zh,
        note_en,
    ]
}
