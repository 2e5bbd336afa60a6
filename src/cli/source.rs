//! What a copy of the report has of the dossier's evidence, as `check --source` tells it.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use crate::{
    dossier::{Dossier, Evidence, FigureNr, Found, Located, Source, SourceError, source::Loose},
    locale::{Lang, tr, tr_args},
};

/// The most characters shown around a number of the source.
const AROUND: usize = 24;

/// A copy of the report after looking through it.
pub(super) struct Searched {
    path: PathBuf,
    source: Source,
    located: Located,
    digits: Vec<Loose>,
    han: Vec<Loose>,
    /// How many figures stay in their file, whose evidence is not looked up.
    num_left_out: usize,
}

impl Searched {
    /// Opens a copy and looks through it.
    pub(super) fn open(dossier: &Dossier, path: &Path) -> Result<Self, SourceError> {
        let (source, _) = Source::open(path, &dossier.meta)?;
        let located = source.locate(dossier);
        let (digits, han) = source.loose(dossier, &located).into_iter().partition(|loose| loose.is_digits);
        let num_left_out = dossier.num_figures() - dossier.figures.len();
        Ok(Self { path: path.to_owned(), source, located, digits, han, num_left_out })
    }

    /// Whether every phrase is there and every number in digits accounted for; a number may be that of a row in its file.
    pub(super) fn is_well(&self) -> bool {
        self.located.num_located() == self.located.num() && (self.digits.is_empty() || self.num_left_out > 0)
    }

    /// Count, then what is not found, then what is left over.
    pub(super) fn in_text(&self, dossier: &Dossier, lang: Lang) -> String {
        let kind = tr(lang, if self.source.is_html { "cli-source-page" } else { "cli-source-text" });
        let args = [
            ("file", self.path.display().to_string().into()),
            ("kind", kind.into()),
            ("encoding", self.source.encoding.into()),
            ("sections", self.source.num_sections().into()),
            ("paragraphs", self.source.num_paragraphs().into()),
        ];
        let mut text = format!("{}\nlocated {}/{}\n", tr_args(lang, "cli-source", &args), self.located.num_located(), self.located.num());
        for (nr, index, found) in self.located.all() {
            let verdict = match found {
                Found::Once { .. } => continue,
                Found::Several { num, .. } => tr_args(lang, "cli-source-several", &[("count", (*num).into())]),
                Found::Nowhere => tr(lang, "cli-source-nowhere").into_owned(),
            };
            if let Some((id, evidence)) = evidence(dossier, nr, index) {
                writeln!(text, "[{verdict}] {}: {id}, {}", evidence.phrase, place(dossier, evidence, lang)).ok();
            }
        }
        let moved = self.located.all().filter(|(.., found)| matches!(found, Found::Once { is_as_stated: false, .. })).count();
        if moved > 0 && self.source.num_sections() > 0 {
            writeln!(text, "{}", tr_args(lang, "cli-source-moved", &[("count", moved.into())])).ok();
        }
        if self.num_left_out > 0 {
            writeln!(text, "{}", tr_args(lang, "cli-source-left-out", &[("count", self.num_left_out.into())])).ok();
            return text;
        }
        for (list, key) in [(&self.digits, "cli-source-numbers"), (&self.han, "cli-source-han")] {
            writeln!(text, "{}", tr_args(lang, key, &[("count", list.len().into())])).ok();
            for loose in list {
                let (number, around) = (self.source.get(&loose.range), self.source.around(&loose.range, AROUND));
                let line = self.source.line_at(loose.range.start);
                let args = [("line", line.to_string().into()), ("number", number.into()), ("around", around.into())];
                writeln!(text, "    {}", tr_args(lang, "cli-source-number", &args)).ok();
            }
        }
        text
    }

    /// The same for programs.
    pub(super) fn in_json(&self, dossier: &Dossier) -> Value {
        let evidence = self.located.all().filter_map(|(nr, index, found)| {
            let (id, evidence) = evidence(dossier, nr, index)?;
            let section = dossier.meta.report_sections.get(evidence.section).map(|section| section.id.as_str());
            let (outcome, line, is_as_stated) = match found {
                Found::Once { range, is_as_stated } => ("found", Some(self.source.line_at(range.start)), *is_as_stated),
                Found::Several { first, .. } => ("several", Some(self.source.line_at(first.start)), false),
                Found::Nowhere => ("nowhere", None, false),
            };
            let paragraph = evidence.paragraph;
            Some(json!({
                "figure": id, "phrase": evidence.phrase, "section": section, "paragraph": paragraph, "occurrence": evidence.occurrence,
                "found": outcome, "line": line, "is_as_stated": is_as_stated,
            }))
        });
        let numbers = |list: &[Loose]| -> Option<Vec<Value>> {
            (self.num_left_out == 0).then(|| list.iter().map(|loose| self.number_json(loose)).collect())
        };
        json!({
            "file": self.path.to_string_lossy(),
            "encoding": self.source.encoding,
            "is_html": self.source.is_html,
            "located": self.located.num_located(),
            "phrases": self.located.num(),
            "figures_not_looked_up": self.num_left_out,
            "evidence": evidence.collect::<Vec<Value>>(),
            "numbers_left_over": numbers(&self.digits),
            "han_numerals_left_over": numbers(&self.han),
        })
    }

    fn number_json(&self, loose: &Loose) -> Value {
        let around = self.source.around(&loose.range, AROUND);
        json!({ "line": self.source.line_at(loose.range.start), "number": self.source.get(&loose.range), "around": around })
    }
}

fn evidence(dossier: &Dossier, nr: FigureNr, index: usize) -> Option<(&str, &Evidence)> {
    let figure = dossier.figure(nr);
    Some((figure.id.as_str(), figure.evidence.get(index)?))
}

/// Section and paragraph, as the dossier names them.
fn place(dossier: &Dossier, evidence: &Evidence, lang: Lang) -> String {
    let section = dossier.meta.report_sections.get(evidence.section).map_or("", |section| section.name(lang));
    tr_args(lang, "article-paragraph", &[("section", section.into()), ("paragraph", evidence.paragraph.to_string().into())])
}
