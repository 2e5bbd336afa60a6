//! The blocks of a page: a heading, a paragraph, a formula, each one galley.

use std::{ops::Range, sync::Arc};

use egui::{Galley, Pos2, Rect, Vec2, epaint::text::FontsView};

use super::{
    document::{FigureSpan, Place},
    galley::{Shaped, Stretch, stretches},
};
use crate::{
    article::{lines::Setting, sentence},
    locale::Lang,
    ui::marks::{Mark, VerdictMark},
};

/// The box of a status glyph in text, in points.
pub(super) const MARK_SIZE: f32 = 8.0;
/// Between a figure and its status glyph.
pub(super) const MARK_GAP: f32 = 3.0;
/// The box of a verdict glyph, and the gap to its word.
pub(super) const VERDICT_SIZE: f32 = 12.0;
/// Between a verdict glyph and its word.
pub(super) const VERDICT_GAP: f32 = 4.0;
/// Between a formula and its verdict.
const WORD_GAP: f32 = 10.0;
/// Size and line height of a formula.
pub(super) const FORMULA: (f32, f32) = (14.0, 24.0);

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// The headline.
    Title,
    /// Date and authors.
    Byline,
    /// A paragraph on what the account is.
    Note,
    /// A section's heading.
    Heading(usize),
    /// A paragraph of the account.
    Text(Place),
    /// An item of a list.
    Item(Place),
    /// A check's formula.
    Formula(Place),
    /// What came out of the formula before it.
    Word(Option<VerdictMark>),
}

/// A figure within a block.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// As the document has it.
    pub(super) span: FigureSpan,
    /// Whether it carries its signs while nobody asks; without them there is no room for its status glyph.
    pub(super) is_marked: bool,
    /// Chars of the block's text.
    pub(super) chars: Range<usize>,
    /// Where it stands, from the block's corner.
    pub(super) stretches: Vec<Stretch>,
}

impl Figure {
    /// The status glyph after it, if there is one and room for it.
    pub(super) fn mark(&self) -> Option<Mark> {
        self.span.mark.filter(|_| self.is_marked)
    }

    /// What it covers in each row it touches; `corner` is the block's.
    pub(super) fn rects(&self, corner: Pos2) -> Vec<Rect> {
        self.stretches.iter().map(|stretch| stretch.rect.translate(corner.to_vec2())).collect()
    }
}

/// A block of a page.
#[derive(Debug)]
pub(super) struct Block {
    /// What it is.
    pub(super) part: Part,
    /// Its text, set.
    pub(super) galley: Arc<Galley>,
    /// Where it stands; x from the text's left edge, y from the page's top.
    pub(super) rect: Rect,
    /// The figures in it.
    pub(super) figures: Vec<Figure>,
    /// The size of its text, in points.
    pub(super) size: f32,
    /// Its text, shaped.
    pub(super) shaped: Shaped,
    /// What its first row leaves free at its left.
    pub(super) indent: f32,
    /// Whether its rows are filled.
    pub(super) is_justified: bool,
}

impl Block {
    /// Sets the block to a measure; what is to the left of it is taken from the measure.
    pub(super) fn set(&mut self, fonts: &mut FontsView<'_>, measure: f32) {
        let inset = self.inset();
        // A measure below some ems can hold no figure.
        let measure = (measure - inset).max(6.0 * self.size);
        let setting = Setting { measure, indent: self.indent, is_justified: self.is_justified };
        self.galley = self.shaped.set(fonts, &setting);
        self.rect = Rect::from_min_size(egui::pos2(inset, 0.0), Vec2::new(measure, self.galley.size().y));
        for figure in &mut self.figures {
            figure.stretches = stretches(&self.galley, &figure.chars);
        }
    }

    /// How far it stands to the right of the text's edge.
    fn inset(&self) -> f32 {
        match self.part {
            Part::Note => 12.0,
            Part::Item(_) => 1.5 * self.size,
            Part::Formula(_) => 2.0 * self.size,
            Part::Word(_) => 2.0 * FORMULA.0 + VERDICT_SIZE + VERDICT_GAP,
            Part::Title | Part::Byline | Part::Heading(_) | Part::Text(_) => 0.0,
        }
    }

    /// Puts a formula's word behind it if there is room, else below it; returns where both end.
    pub(super) fn place_word(&mut self, formula: &Self, measure: f32) -> f32 {
        let Part::Word(verdict) = self.part else { return self.rect.bottom() };
        let (Some(last_row), Some(first_row)) = (formula.galley.rows.last(), self.galley.rows.first()) else { return self.rect.bottom() };
        let glyph = verdict.map_or(0.0, |_| VERDICT_SIZE + VERDICT_GAP);
        let x = formula.rect.left() + last_row.pos.x + last_row.size.x + WORD_GAP + glyph;
        let baseline = |row: &egui::epaint::text::PlacedRow| row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y);
        if self.galley.rows.len() == 1 && x + self.shaped.natural_width() <= measure {
            let y = formula.rect.top() + baseline(last_row) - baseline(first_row);
            self.rect = Rect::from_min_size(egui::pos2(x, y), Vec2::new(self.shaped.natural_width(), self.rect.height()));
            formula.rect.bottom()
        } else {
            let x = self.inset() - if verdict.is_none() { VERDICT_SIZE + VERDICT_GAP } else { 0.0 };
            self.rect = Rect::from_min_size(egui::pos2(x, formula.rect.bottom()), self.rect.size());
            self.rect.bottom()
        }
    }

    /// What its rows cover, from the page's corner.
    pub(super) fn rows(&self) -> impl Iterator<Item = Rect> {
        self.galley.rows.iter().map(|row| row.rect().translate(self.rect.min.to_vec2()))
    }

    /// What the sentence covers in which its n-th figure stands, from the page's corner.
    pub(super) fn sentence(&self, figure: usize) -> Vec<Rect> {
        let Some(figure) = self.figures.get(figure) else { return Vec::new() };
        let chars: Vec<char> = self.galley.text().chars().collect();
        self.rects(&sentence::around(&chars, &figure.chars))
    }

    /// What chars cover, whole rows high; from the page's corner.
    fn rects(&self, chars: &Range<usize>) -> Vec<Rect> {
        stretches(&self.galley, chars).into_iter().map(|stretch| stretch.rect.translate(self.rect.min.to_vec2())).collect()
    }

    /// The place in the account that the block belongs to.
    pub(super) fn place(&self) -> Option<Place> {
        match self.part {
            Part::Text(place) | Part::Item(place) | Part::Formula(place) => Some(place),
            Part::Title | Part::Byline | Part::Note | Part::Heading(_) | Part::Word(_) => None,
        }
    }
}

/// The white above a block.
pub(super) fn gap(above: Option<Part>, part: Part, lang: Lang, size: f32) -> f32 {
    match (above, part) {
        (None, _) | (_, Part::Title | Part::Word(_)) | (Some(Part::Note), Part::Note) | (Some(Part::Word(_)), Part::Formula(_)) => 0.0,
        (_, Part::Byline | Part::Formula(_)) => 4.0,
        (_, Part::Note) => 12.0,
        (_, Part::Heading(_)) => 24.0,
        (Some(Part::Heading(_) | Part::Word(_)), _) => 8.0,
        // Chinese paragraphs are told by their indent, English ones by the white between them.
        (Some(Part::Item(_)), Part::Item(_)) => {
            if lang == Lang::En {
                4.0
            } else {
                0.0
            }
        }
        (_, Part::Text(_) | Part::Item(_)) => {
            if lang == Lang::En {
                (0.75 * size).round()
            } else {
                0.0
            }
        }
    }
}
