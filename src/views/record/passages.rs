//! A row by the report's paragraphs: every passage that names it, and what else a paragraph states.

use std::collections::BTreeMap;

use super::{Entry, Field};
use crate::{
    dossier::{Dossier, FigureNr},
    locale::{Lang, tr},
    sheets::place,
    views::words,
};

/// The most figures of one paragraph that are listed.
const MOST_LISTED: usize = 40;

/// Every passage of the report that these figures come from, in its order, each leading to our account of it.
pub(super) fn passages(dossier: &Dossier, lang: Lang, figures: &[FigureNr]) -> Option<Field> {
    let mut by_place: BTreeMap<(usize, u32), Entry> = BTreeMap::new();
    for nr in figures {
        for evidence in &dossier.figure(*nr).evidence {
            let entry = by_place.entry((evidence.section, evidence.paragraph)).or_insert_with(|| Entry {
                text: place(dossier, evidence, lang),
                figure: Some(*nr),
                ..Entry::default()
            });
            if !entry.phrases.contains(&evidence.phrase) {
                entry.phrases.push(evidence.phrase.clone());
            }
        }
    }
    // One passage stands under its value already.
    let entries: Vec<Entry> = by_place.into_values().collect();
    (entries.len() > 1).then(|| Field { label: tr(lang, "record-passages").into_owned(), entries })
}

/// What else the paragraph states in which a figure stands first.
pub(super) fn same_paragraph(dossier: &Dossier, lang: Lang, nr: FigureNr) -> Option<Field> {
    let at = dossier.figure(nr).evidence.first()?;
    let is_beside = |other: &FigureNr| {
        let first = dossier.figure(*other).evidence.first();
        *other != nr && first.is_some_and(|first| (first.section, first.paragraph) == (at.section, at.paragraph))
    };
    let entries: Vec<Entry> = dossier.held_figure_nrs().filter(is_beside).take(MOST_LISTED).map(|nr| listed(dossier, lang, nr)).collect();
    (!entries.is_empty()).then(|| Field { label: tr(lang, "record-same-paragraph").into_owned(), entries })
}

/// A figure with what it measures.
pub(super) fn listed(dossier: &Dossier, lang: Lang, nr: FigureNr) -> Entry {
    let figure = dossier.figure(nr);
    let mark = words::told_status(lang, figure);
    let notes = vec![figure.label.get(lang).to_owned()];
    Entry { text: figure.display(lang), figure: Some(nr), kind: words::kind(figure.origin), mark, notes, ..Entry::default() }
}
