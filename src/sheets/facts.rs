//! Facts: every figure of the dossier, one row each, in the order of its files.

use super::{
    fill::{Kind, NumberCell, date_column, number_column, statuses, text_column, unit},
    name, phrases,
};
use crate::{
    dossier::{Dossier, Figure, Origin},
    locale::Bilingual,
    table::{Addition, ChoiceBuilder, Column, Table, TableError},
};

/// The table of all figures.
///
/// Columns: `label`, `text`, `value`, `unit`, `status`, `as-of`, `origin`, `section`, `evidence`, `id`.
pub fn facts(dossier: &Dossier) -> Result<Table, TableError> {
    let rows = &dossier.figures;
    let values: Vec<_> = rows.iter().map(value).collect();
    let texts = rows.iter().map(|figure| Some(Bilingual::from_fn(|lang| figure.words(lang).to_owned())));
    let ids = rows.iter().map(|figure| Some(Bilingual::new(figure.id.as_str(), figure.id.as_str())));
    Table::new(vec![
        text_column("label", name("column-label"), rows.iter().map(|figure| Some(figure.label.clone()))),
        text_column("text", name("column-text"), texts),
        number_column("value", name("column-value"), Addition::MayNot(name("sum-facts")), &values, &[]),
        text_column("unit", name("column-unit"), rows.iter().map(unit)),
        statuses(rows),
        date_column("as-of", name("column-as-of"), rows.iter().map(|figure| figure.as_of.as_ref())),
        origins(rows),
        sections(dossier),
        text_column("evidence", name("column-evidence"), rows.iter().map(|figure| Some(phrases(figure)))),
        text_column("id", name("column-id"), ids),
    ])
}

/// The value in its natural form; the form as written has a column of its own.
fn value(figure: &Figure) -> NumberCell {
    figure.quantity().map_or_else(NumberCell::default, |quantity| NumberCell {
        number: Some(quantity.sort_key()),
        written: Some(Bilingual::from_fn(|lang| quantity.format(lang))),
        kind: Some(Kind::of(quantity)),
    })
}

fn origins(rows: &[Figure]) -> Column {
    let mut builder = ChoiceBuilder::from_names(Origin::ALL.map(|origin| (origin.code(), name(&format!("origin-{}", origin.code())))));
    for figure in rows {
        builder.push_id(Some(figure.origin.code()));
    }
    Column::new("origin", name("column-origin"), builder)
}

fn sections(dossier: &Dossier) -> Column {
    let options = dossier.meta.report_sections.iter();
    let mut builder =
        ChoiceBuilder::from_names(options.map(|section| (section.id.as_str(), Bilingual::from_fn(|lang| section.name(lang).to_owned()))));
    for figure in &dossier.figures {
        builder.push(figure.evidence.first().map(|at| at.section));
    }
    Column::new("section", name("column-section"), builder)
}
