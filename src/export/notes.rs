//! What proves a cell: the report's words and their places; and which report all of it is from.

use super::Row;
use crate::{
    dossier::{Dossier, Figure, FigureNr, Origin},
    locale::{Lang, tr, tr_args},
    sheets::place,
};

/// Which report it comes from, in one line.
pub fn source(dossier: &Dossier, lang: Lang) -> String {
    let (title, date) = (dossier.meta.report_title.as_str(), dossier.meta.date.format(lang));
    tr_args(lang, "export-source", &[("title", title.into()), ("date", date.into())])
}

/// The same in full: labels with their texts.
pub(super) fn about(dossier: &Dossier, lang: Lang) -> Vec<(String, String)> {
    let meta = &dossier.meta;
    let bylines = meta.bylines.iter().map(|byline| byline.get(lang)).collect::<Vec<_>>().join(&tr(lang, "app-list-separator"));
    let lines = [
        ("export-about-report", meta.report_title.clone()),
        ("record-date", meta.date.to_string()),
        ("record-bylines", bylines),
        ("export-about-place", meta.place.get(lang).to_owned()),
        ("record-found", meta.found.get(lang).to_owned()),
        ("export-about-disclaimer", meta.disclaimer.get(lang).to_owned()),
        ("export-about-empty", tr(lang, "export-about-empty-text").into_owned()),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    lines.map(|(key, text)| (tr(lang, key).into_owned(), text)).collect()
}

/// The phrases of figures, each once, in the report's order.
pub(super) fn phrases<'f>(figures: impl IntoIterator<Item = &'f Figure>) -> Vec<String> {
    let mut evidence: Vec<_> = figures.into_iter().flat_map(|figure| &figure.evidence).collect();
    evidence.sort_by_key(|at| (at.section, at.paragraph));
    let mut texts: Vec<String> = Vec::new();
    for at in evidence {
        if !texts.contains(&at.phrase) {
            texts.push(at.phrase.clone());
        }
    }
    texts
}

/// The comments on a row's cells, by the number of their column; a figure that several cells show is proved at the first.
pub(super) fn notes(dossier: &Dossier, lang: Lang, figures: &[(usize, FigureNr)]) -> Vec<(usize, String)> {
    let mut notes: Vec<(usize, String)> = Vec::new();
    for (nr, (column, figure)) in figures.iter().enumerate() {
        if figures.iter().take(nr).any(|(_, before)| before == figure) {
            continue;
        }
        let has_others = figures.iter().any(|(of, other)| of == column && other != figure);
        let text = note(dossier, *figure, lang, has_others);
        match notes.last_mut().filter(|(of, _)| of == column) {
            _ if text.is_empty() => {}
            Some((_, texts)) => *texts = format!("{texts}\n{text}"),
            None => notes.push((*column, text)),
        }
    }
    notes
}

/// The report's words for a figure and where they stand, a piece each; who says so instead, where it is not the report.
pub fn sources(dossier: &Dossier, nr: FigureNr, lang: Lang) -> Vec<String> {
    let figure = dossier.figure(nr);
    let places = figure.evidence.iter().map(|at| {
        let args = [("phrase", at.phrase.as_str().into()), ("place", place(dossier, at, lang).into())];
        tr_args(lang, "export-evidence", &args)
    });
    let origin = match figure.origin {
        Origin::Stated => None,
        Origin::Computed => Some(tr(lang, "origin-computed").into_owned()),
        Origin::Editorial => Some(tr(lang, "origin-editorial").into_owned()),
    };
    places.chain(origin).collect()
}

/// What a comment says of a figure: what it is among others, its form as written where that is a number, its sources, our
/// remark; a line each.
fn note(dossier: &Dossier, nr: FigureNr, lang: Lang, has_others: bool) -> String {
    let figure = dossier.figure(nr);
    let label = has_others.then(|| figure.short.get(lang).to_owned());
    let written = figure.quantity().map(|_| tr_args(lang, "export-written", &[("text", figure.text.as_str().into())]));
    let lines = label.into_iter().chain(written).chain(sources(dossier, nr, lang)).chain(dossier.note(figure, lang));
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines of all comments of a row, each once.
pub(super) fn evidence_of(row: &Row, separator: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in row.notes.iter().flat_map(|(_, note)| note.lines()) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join(separator)
}
