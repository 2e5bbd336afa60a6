//! The account as Markdown: its text, and under it where the report states each of its figures.

use std::{collections::HashMap, fmt::Write as _};

use super::{markdown::escape, notes::sources};
use crate::{
    article::{Paragraph, SpanKind},
    dossier::{Dossier, FigureNr},
    locale::{Lang, sentence, tr, tr_args},
};

/// The account in one language; every figure carries a footnote with the report's words for it.
pub fn article(dossier: &Dossier, lang: Lang) -> String {
    let article = dossier.article(lang);
    let mut text = format!("# {}\n\n", escape(&article.title));
    for line in [&head(dossier, lang), dossier.meta.found.get(lang), dossier.meta.disclaimer.get(lang)] {
        writeln!(text, "{}\n", escape(&sentence(lang, line))).ok();
    }
    text.pop();
    let mut notes = Notes::default();
    for section in &article.sections {
        write!(text, "\n## {}\n", escape(&section.title)).ok();
        let mut was_item = false;
        for paragraph in &section.paragraphs {
            // Items of one list stand together; everything else has an empty line before it.
            text.push_str(if paragraph.is_item && was_item { "" } else { "\n" });
            text.push_str(if paragraph.is_item { "- " } else { "" });
            push_paragraph(&mut text, dossier, &mut notes, paragraph);
            text.push('\n');
            was_item = paragraph.is_item;
        }
    }
    text.push('\n');
    for (nr, figure) in notes.order.iter().enumerate() {
        writeln!(text, "[^{}]: {}", nr + 1, note(dossier, *figure, lang)).ok();
    }
    text
}

/// Which report it is an account of.
pub(super) fn head(dossier: &Dossier, lang: Lang) -> String {
    let separator = tr(lang, "app-list-separator");
    let bylines = dossier.meta.bylines.iter().map(|byline| byline.get(lang)).collect::<Vec<_>>().join(&separator);
    let args = [
        ("date", dossier.meta.date.format(lang).into()),
        ("title", dossier.meta.report_title.as_str().into()),
        ("bylines", bylines.into()),
    ];
    tr_args(lang, "export-head", &args)
}

/// The figures that have a footnote, in the order of their first mention.
#[derive(Default)]
struct Notes {
    order: Vec<FigureNr>,
    number: HashMap<FigureNr, usize>,
}

impl Notes {
    fn number(&mut self, figure: FigureNr) -> usize {
        *self.number.entry(figure).or_insert_with(|| {
            self.order.push(figure);
            self.order.len()
        })
    }
}

fn push_paragraph(text: &mut String, dossier: &Dossier, notes: &mut Notes, paragraph: &Paragraph) {
    // Where two marks stand at the same place, the footnote belongs to the word before them.
    let mut marks: Vec<(usize, bool, String)> = Vec::new();
    for span in &paragraph.spans {
        match &span.kind {
            SpanKind::Strong => {
                marks.push((span.range.start, true, "**".to_owned()));
                marks.push((span.range.end, true, "**".to_owned()));
            }
            SpanKind::Link(target) => {
                let figure = dossier.find(target);
                marks.extend(figure.map(|figure| (span.range.end, false, format!("[^{}]", notes.number(figure)))));
            }
        }
    }
    marks.sort_by_key(|(at, is_bold, _)| (*at, *is_bold));
    let mut done = 0;
    for (at, _, mark) in marks {
        text.push_str(&escape(paragraph.text.get(done..at).unwrap_or_default()));
        text.push_str(&mark);
        done = at.max(done);
    }
    text.push_str(&escape(paragraph.text.get(done..).unwrap_or_default()));
}

/// The report's words for a figure and where they stand, or who says so instead.
fn note(dossier: &Dossier, nr: FigureNr, lang: Lang) -> String {
    let sources: Vec<String> = sources(dossier, nr, lang).iter().map(|source| escape(source)).collect();
    sources.join(&tr(lang, "export-separator"))
}
