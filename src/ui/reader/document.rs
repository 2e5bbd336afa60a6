//! What the reader is given: an account as plain text, spans and marks.
//!
//! Made once per dossier and language, and shared with the reader as an `Arc`: while it is the same, nothing is set again.

use std::ops::Range;

use crate::{
    article::find::Piece,
    locale::{Lang, tr, tr_args},
    ui::marks::{Kind, Mark, VerdictMark},
};

/// An account, ready to be set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The language it is written in; decides how rows are set.
    pub lang: Lang,
    /// The headline.
    pub title: String,
    /// Date and authors of what it is based on, on one line.
    pub byline: String,
    /// What it is, where its source was found, what it does not vouch for: a paragraph each.
    pub notes: Vec<String>,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

impl Document {
    /// A paragraph; none if there is no such place.
    pub fn paragraph(&self, place: Place) -> Option<&Paragraph> {
        self.sections.get(place.section)?.paragraphs.get(place.paragraph)
    }

    /// The text in the pieces that are set apart, in the order in which they stand; figures are those in running text.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let plain = |text| Piece { text, figures: Vec::new() };
        let head = [self.title.as_str(), self.byline.as_str()].into_iter().chain(self.notes.iter().map(String::as_str)).map(plain);
        let sections = self.sections.iter().flat_map(move |section| {
            let paragraphs = section.paragraphs.iter().flat_map(move |paragraph| {
                let figures = paragraph.figures.iter().map(|figure| figure.range.clone()).collect();
                let checks = paragraph.checks.iter().flat_map(move |check| [plain(&check.text), plain(&check.word)]);
                std::iter::once(Piece { text: &paragraph.text, figures }).chain(checks)
            });
            std::iter::once(plain(&section.title)).chain(paragraphs)
        });
        head.chain(sections)
    }
}

/// A section under its heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// What the checks of the section come to, if it has any.
    pub verdict: Option<VerdictMark>,
    /// What it holds, in order.
    pub paragraphs: Vec<Paragraph>,
}

impl Section {
    /// How often it states a figure.
    pub fn num_figures(&self) -> usize {
        self.paragraphs.iter().map(|paragraph| paragraph.figures.len()).sum()
    }
}

/// A paragraph or one item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// The text, without line breaks.
    pub text: String,
    /// Whether it is an item of a list.
    pub is_item: bool,
    /// Bold stretches, as bytes of the text.
    pub strong: Vec<Range<usize>>,
    /// The figures in it, in order; they do not overlap.
    pub figures: Vec<FigureSpan>,
    /// The checks set under it.
    pub checks: Vec<CheckLine>,
}

/// A figure in a text: what is underlined and can be clicked.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureSpan {
    /// Bytes of the text around it.
    pub range: Range<usize>,
    /// Which figure it is; comes back in events. The same figure may stand in several places.
    pub key: u32,
    /// Whose it is: decides line and colour.
    pub kind: Kind,
    /// How far it has come, as the glyph after it.
    pub mark: Option<Mark>,
    /// Whether it is a fact in words, whose line is weak until it is asked for: many in a row would drown the numbers.
    pub is_words: bool,
    /// What a screen reader says: 计划总投资 6.3 亿元，计划.
    pub name: String,
}

/// A check, set as a formula under its paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckLine {
    /// The formula: `107 + 4 = 111`.
    pub text: String,
    /// Its operands that are figures.
    pub figures: Vec<FigureSpan>,
    /// What came out, as a glyph.
    pub verdict: Option<VerdictMark>,
    /// What came out, in words; for a refused sum, why.
    pub word: String,
    /// Whether it must not be worked out, and is set weaker.
    pub is_refused: bool,
}

impl CheckLine {
    /// Adds text to the formula.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds a figure to the formula; checks carry no status glyphs.
    pub fn push_figure(&mut self, text: &str, key: u32, kind: Kind, name: impl Into<String>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.figures.push(FigureSpan { range: start..self.text.len(), key, kind, mark: None, is_words: false, name: name.into() });
    }
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The section, from 0.
    pub section: usize,
    /// The paragraph within it, from 0.
    pub paragraph: usize,
}

/// What the card beside a figure says.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The figure it belongs to.
    pub key: u32,
    /// Whose the figure is: the colour of the card's edge.
    pub kind: Kind,
    /// The value, as the largest line.
    pub value: String,
    /// How far it has come, as a glyph and a word.
    pub status: Option<(Mark, String)>,
    /// What it measures.
    pub measure: String,
    /// The phrases that state it.
    pub phrases: Vec<Phrase>,
    /// As-of and how it was resolved, scope, condition, notes: a line each.
    pub lines: Vec<String>,
    /// What looking it up in the source came to.
    pub found: Option<(VerdictMark, String)>,
    /// Whether a table holds it.
    pub has_row: bool,
}

impl Card {
    /// What it says, in one line, for who hears it.
    pub fn said(&self, lang: Lang) -> String {
        let phrase = |phrase: &Phrase| {
            let args = [("phrase", phrase.text.as_str().into()), ("place", phrase.place.as_str().into())];
            tr_args(lang, "export-evidence", &args)
        };
        let status = self.status.iter().map(|(_, word)| word.clone());
        let parts = status.chain(self.phrases.iter().map(phrase)).chain(self.lines.iter().cloned());
        let head = format!("{} {}", self.measure, self.value);
        [head].into_iter().chain(parts).collect::<Vec<_>>().join(&tr(lang, "export-separator"))
    }
}

/// A phrase of the report that carries a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrase {
    /// The phrase, as printed.
    pub text: String,
    /// Bytes of it that are the figure's digits.
    pub digits: Option<Range<usize>>,
    /// Section and paragraph of the report.
    pub place: String,
}
