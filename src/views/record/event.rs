//! The record of a row of the timeline.

use super::{Entry, Field, Record, build::fact, passages};
use crate::{
    dossier::Dossier,
    locale::{Lang, tr},
    sheets::{EventKind, EventRow},
};

/// The most figures that the record of a cut-off lists.
const MOST_COUNTED: usize = 40;

/// The record of an event: of its figure, of the figures counted up to it, or of the report itself.
pub fn event(dossier: &Dossier, lang: Lang, row: &EventRow) -> Record {
    let mut record = match row.figure {
        Some(nr) => fact(dossier, lang, nr),
        None => Record {
            title: row.name.get(lang).to_owned(),
            fields: vec![field(lang, "record-date", vec![Entry::words(row.moment.date.map_or_else(String::new, |date| date.to_string()))])],
            ..Record::default()
        },
    };
    row.name.get(lang).clone_into(&mut record.title);
    if row.kind == EventKind::Report {
        record.subtitle.clone_from(&dossier.meta.report_title);
        let bylines = dossier.meta.bylines.iter().map(|byline| Entry::words(byline.get(lang))).collect();
        record.fields.push(field(lang, "record-bylines", bylines));
        record.fields.push(field(lang, "record-found", vec![Entry::words(dossier.meta.found.get(lang))]));
    }
    if !row.counted.is_empty() {
        let entries = row.counted.iter().take(MOST_COUNTED).map(|nr| passages::listed(dossier, lang, *nr));
        record.fields.push(field(lang, "record-counted", entries.collect()));
    }
    record.sentence = record.sentence.or_else(|| row.counted.first().copied());
    record
}

fn field(lang: Lang, key: &str, entries: Vec<Entry>) -> Field {
    Field { label: tr(lang, key).into_owned(), entries }
}
