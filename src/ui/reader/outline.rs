//! What a page consists of, before anything of it is set: where each block comes from, and about how high it will be.
//!
//! Made once for a document, so that a text of a million characters opens at once: only what is near the view is shaped.

use std::collections::HashMap;

use super::{
    Shown,
    block::{Block, FORMULA, Part},
    document::{Document, FigureSpan, Place},
};

/// Where the text of a block stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The headline.
    Title,
    /// Date and authors.
    Byline,
    /// A paragraph on what the account is.
    Note(usize),
    /// A section's heading.
    Heading(usize),
    /// A paragraph or an item.
    Text(Place),
    /// A check's formula.
    Formula(Place, usize),
    /// What came out of it.
    Word(Place, usize),
}

/// A block of a page, set or not.
#[derive(Debug)]
pub(super) struct Slot {
    /// Where its text stands.
    pub(super) origin: Origin,
    /// What it is.
    pub(super) part: Part,
    /// How many chars that is.
    pub(super) num_chars: usize,
    /// About how wide it is on one row, in ems.
    ems: f32,
    /// Its top, from the page's.
    pub(super) top: f32,
    /// Its height; about, until it is set.
    pub(super) height: f32,
    /// The block, while it is near the view.
    pub(super) block: Option<Block>,
}

impl Slot {
    fn new(origin: Origin, part: Part, text: &str) -> Self {
        let (mut num_chars, mut ems) = (0, 0.0);
        for char in text.chars() {
            num_chars += 1;
            ems += if char < '\u{2e80}' { 0.53 } else { 1.0 };
        }
        Self { origin, part, num_chars, ems, top: 0.0, height: 0.0, block: None }
    }

    /// About how high it will be in a measure.
    pub(super) fn estimate(&self, shown: &Shown<'_>, measure: f32) -> f32 {
        let (size, line_height, indent) = match self.origin {
            Origin::Title => (24.0, 32.0, 0.0),
            Origin::Byline => (12.0, 16.0, 0.0),
            Origin::Note(_) => (12.0, 20.0, 1.0),
            Origin::Heading(_) => (18.0, 24.0, 0.0),
            Origin::Text(_) => (shown.size, shown.line_height, 2.0),
            Origin::Formula(..) => (FORMULA.0, FORMULA.1, 2.0),
            // Behind its formula, as a rule.
            Origin::Word(..) => return 0.0,
        };
        ((self.ems + indent) * size / measure.max(1.0)).ceil().max(1.0) * line_height
    }
}

/// Where a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// The block.
    pub(super) block: usize,
    /// The figure within it.
    pub(super) nr: usize,
}

/// The blocks of a document in order, and where each figure stands: in the text first, then in formulas.
pub(super) fn outline(document: &Document) -> (Vec<Slot>, HashMap<u32, Vec<Occurrence>>) {
    let mut slots = vec![Slot::new(Origin::Title, Part::Title, &document.title), Slot::new(Origin::Byline, Part::Byline, &document.byline)];
    slots.extend(document.notes.iter().enumerate().map(|(nr, note)| Slot::new(Origin::Note(nr), Part::Note, note)));
    let mut in_text: HashMap<u32, Vec<Occurrence>> = HashMap::new();
    let mut in_formulas: Vec<(u32, Occurrence)> = Vec::new();
    for (section, content) in document.sections.iter().enumerate() {
        slots.push(Slot::new(Origin::Heading(section), Part::Heading(section), &content.title));
        for (paragraph, content) in content.paragraphs.iter().enumerate() {
            let place = Place { section, paragraph };
            for (key, occurrence) in occurrences(slots.len(), &content.text, &content.figures) {
                in_text.entry(key).or_default().push(occurrence);
            }
            let part = if content.is_item { Part::Item(place) } else { Part::Text(place) };
            slots.push(Slot::new(Origin::Text(place), part, &content.text));
            for (nr, check) in content.checks.iter().enumerate() {
                in_formulas.extend(occurrences(slots.len(), &check.text, &check.figures));
                slots.push(Slot::new(Origin::Formula(place, nr), Part::Formula(place), &check.text));
                slots.push(Slot::new(Origin::Word(place, nr), Part::Word(check.verdict), &check.word));
            }
        }
    }
    for (key, occurrence) in in_formulas {
        in_text.entry(key).or_default().push(occurrence);
    }
    (slots, in_text)
}

/// The figures of a block as they are numbered when it is set: those that cover no text are left out.
fn occurrences<'a>(block: usize, text: &'a str, figures: &'a [FigureSpan]) -> impl Iterator<Item = (u32, Occurrence)> + 'a {
    let real = figures.iter().filter(|span| text.get(span.range.clone()).is_some_and(|inside| !inside.is_empty()));
    real.enumerate().map(move |(nr, span)| (span.key, Occurrence { block, nr }))
}
