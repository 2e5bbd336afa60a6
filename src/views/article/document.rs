//! From the dossier to what the reader sets: the account with its figures, its checks, and the card beside a figure.

use std::ops::Range;

use crate::{
    article::{self, SpanKind},
    dossier::{Check, Dossier, Evidence, Figure, FigureNr, Home, Origin, Quantity, Status, Value, Verdict},
    locale::{Lang, tr, tr_args},
    ui::reader::{Card, CheckLine, Document, FigureSpan, Paragraph, Phrase, Section},
    views::words,
};

/// The account in one language.
pub fn document(dossier: &Dossier, lang: Lang) -> Document {
    let meta = &dossier.meta;
    let account = dossier.article(lang);
    let separator = tr(lang, "app-list-separator");
    let bylines: Vec<&str> = meta.bylines.iter().map(|name| name.get(lang)).collect();
    let bylines = bylines.join(&separator);
    let date = meta.date.format(lang);
    let byline =
        tr_args(lang, "article-head", &[("date", date.into()), ("title", meta.report_title.as_str().into()), ("bylines", bylines.into())]);
    let sections = account.sections.iter().enumerate().map(|(nr, section)| Section {
        title: section.title.clone(),
        verdict: verdict_of(dossier, lang, nr, section.paragraphs.len()).map(words::verdict_mark),
        paragraphs: section.paragraphs.iter().enumerate().map(|(place, text)| paragraph(dossier, lang, (nr, place), text)).collect(),
    });
    Document {
        lang,
        title: account.title.clone(),
        byline,
        notes: vec![meta.found.get(lang).to_owned(), meta.disclaimer.get(lang).to_owned()],
        sections: sections.collect(),
    }
}

/// The gravest verdict among the checks of a section; refusals are no verdict on the report.
fn verdict_of(dossier: &Dossier, lang: Lang, section: usize, num_paragraphs: usize) -> Option<Verdict> {
    let checks = (0..num_paragraphs).flat_map(|paragraph| dossier.checks_at(section, paragraph, lang));
    let gravity = |verdict: &Verdict| match verdict {
        Verdict::Refused => None,
        Verdict::Agrees => Some(0),
        Verdict::Rounding => Some(1),
        Verdict::Bound => Some(2),
        Verdict::Undecided => Some(3),
        Verdict::Disagrees => Some(4),
    };
    checks.map(|check| check.outcome.verdict).filter(|verdict| gravity(verdict).is_some()).max_by_key(gravity)
}

fn paragraph(dossier: &Dossier, lang: Lang, (section, place): (usize, usize), text: &article::Paragraph) -> Paragraph {
    let mut shown = Paragraph { text: text.text.clone(), is_item: text.is_item, ..Paragraph::default() };
    for span in &text.spans {
        match &span.kind {
            SpanKind::Strong => shown.strong.push(span.range.clone()),
            SpanKind::Link(target) => {
                shown.figures.extend(dossier.find(target).map(|nr| figure_span(dossier, lang, nr, span.range.clone())));
            }
        }
    }
    shown.checks = dossier.checks_at(section, place, lang).into_iter().map(|check| check_line(dossier, lang, check)).collect();
    shown
}

/// A figure in running text; its mark says what differs from a plain statement.
fn figure_span(dossier: &Dossier, lang: Lang, nr: FigureNr, range: Range<usize>) -> FigureSpan {
    let figure = dossier.figure(nr);
    let is_words = figure.value == Value::Words && figure.origin == Origin::Stated;
    let status = figure.status.or(figure.is_inferred().then_some(Status::Unclear)).filter(|_| !is_words);
    let (kind, mark) = (words::kind(figure.origin), status.map(words::status_mark));
    FigureSpan { range, key: nr.0, kind, mark, is_words, name: name(lang, figure) }
}

/// What a screen reader says for a figure.
fn name(lang: Lang, figure: &Figure) -> String {
    let status = figure.status.map(|status| words::status_word(lang, status));
    let said = format!("{} {}", figure.label.get(lang), figure.display(lang));
    let separator = tr(lang, "app-clause-separator");
    status.map_or_else(|| said.clone(), |status| format!("{said}{separator}{status}"))
}

fn check_line(dossier: &Dossier, lang: Lang, check: &Check) -> CheckLine {
    let verdict = check.outcome.verdict;
    let (word, is_refused) = (words::check_word(lang, check), verdict == Verdict::Refused);
    let mut line = CheckLine { verdict: Some(words::verdict_mark(verdict)), word, is_refused, ..CheckLine::default() };
    for (nr, term) in check.terms(dossier, lang).into_iter().enumerate() {
        if nr > 0 {
            line.push(" ");
        }
        match term.figure {
            Some(figure) => {
                let kind = words::kind(dossier.figure(figure).origin);
                line.push_figure(&term.text, figure.0, kind, name(lang, dossier.figure(figure)));
            }
            None => line.push(&term.text),
        }
    }
    line
}

/// The card beside a figure.
pub fn card(dossier: &Dossier, lang: Lang, nr: FigureNr) -> Card {
    let figure = dossier.figure(nr);
    let as_of = figure.as_of.as_ref().and_then(|moment| moment.date);
    let as_of = as_of.map(|date| tr_args(lang, "article-as-of", &[("date", date.to_string().into())]));
    let mut lines: Vec<String> = as_of.into_iter().chain(dossier.notes(figure, lang)).collect();
    let said = match figure.origin {
        Origin::Stated => None,
        Origin::Computed => Some("origin-computed-note"),
        Origin::Editorial => Some("origin-editorial-note"),
    };
    lines.extend(said.map(|key| tr(lang, key).into_owned()));
    Card {
        key: nr.0,
        kind: words::kind(figure.origin),
        value: figure.display(lang),
        status: words::told_status(lang, figure),
        measure: figure.label.get(lang).to_owned(),
        phrases: figure.evidence.iter().map(|evidence| phrase(dossier, lang, figure, evidence)).collect(),
        lines,
        found: None,
        has_row: !matches!(figure.home, Home::Zone(_) | Home::Service(_) | Home::Reform(_)) || figure.value != Value::Words,
    }
}

fn phrase(dossier: &Dossier, lang: Lang, figure: &Figure, evidence: &Evidence) -> Phrase {
    Phrase { text: evidence.phrase.clone(), digits: digits(figure, &evidence.phrase), place: crate::sheets::place(dossier, evidence, lang) }
}

/// Where the figure's own form stands in a phrase; else its digits alone.
fn digits(figure: &Figure, phrase: &str) -> Option<Range<usize>> {
    let find = |what: &str| phrase.find(what).map(|start| start..start + what.len());
    let digits = |quantity: &Quantity| find(&quantity.number.to_string());
    match &figure.value {
        Value::Quantity(quantity) => find(&figure.text).or_else(|| digits(quantity)),
        Value::Date(_) => find(&figure.text),
        Value::Words => None,
    }
}
