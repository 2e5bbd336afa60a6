//! The blocks of a page: a heading, a paragraph, a formula, each one galley.

use std::{ops::Range, sync::Arc};

use egui::{
    Color32, FontFamily, FontId, Galley, Pos2, Rect, TextFormat, Vec2,
    epaint::text::FontsView,
    text::{ByteIndex, LayoutJob, LayoutSection},
};

use super::{
    Density, Shown,
    document::{CheckLine, Document, FigureSpan, Place},
    galley::{Shaped, Source, Stretch, stretches},
};
use crate::{
    article::{breaks, lines::Setting, sentence},
    locale::Lang,
    ui::{
        fonts,
        marks::{Kind, Mark, VerdictMark},
        theme::{Palette, Type},
    },
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
const FORMULA: (f32, f32) = (14.0, 24.0);

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
    /// How many chars its text has.
    pub(super) num_chars: usize,
    shaped: Shaped,
    indent: f32,
    is_justified: bool,
}

/// Shapes the blocks of a document.
pub(super) struct Composer<'a, 'fonts> {
    fonts: &'a mut FontsView<'fonts>,
    palette: &'a Palette,
    lang: Lang,
    size: f32,
    line_height: f32,
    density: Density,
    blocks: Vec<Block>,
}

/// A text with what is special in it.
struct Text<'a> {
    words: &'a str,
    strong: &'a [Range<usize>],
    figures: &'a [FigureSpan],
}

impl<'a> Text<'a> {
    fn plain(words: &'a str) -> Self {
        Self { words, strong: &[], figures: &[] }
    }
}

impl<'a, 'fonts> Composer<'a, 'fonts> {
    /// Shapes all blocks; [`Block::set`] and the page place them.
    pub(super) fn blocks(fonts: &'a mut FontsView<'fonts>, palette: &'a Palette, document: &Document, shown: &Shown<'_>) -> Vec<Block> {
        let (size, line_height) = (shown.size, shown.line_height);
        let mut composer = Self { fonts, palette, lang: document.lang, size, line_height, density: shown.density, blocks: Vec::new() };
        composer.document(document);
        composer.blocks
    }

    fn document(&mut self, document: &Document) {
        let (text, weak) = (self.palette.text, self.palette.text_weak);
        self.push(Part::Title, &Text::plain(&document.title), &Type::Title.format(text));
        self.push(Part::Byline, &Text::plain(&document.byline), &Type::Small.format(weak));
        for note in &document.notes {
            self.push(Part::Note, &Text::plain(note), &Type::Note.format(weak));
        }
        for (section, content) in document.sections.iter().enumerate() {
            self.push(Part::Heading(section), &Text::plain(&content.title), &Type::Heading.format(text));
            for (paragraph, content) in content.paragraphs.iter().enumerate() {
                let place = Place { section, paragraph };
                let part = if content.is_item { Part::Item(place) } else { Part::Text(place) };
                let format = TextFormat {
                    font_id: FontId::new(self.size, FontFamily::Proportional),
                    line_height: Some(self.line_height),
                    ..Type::Reading.format(text)
                };
                self.push(part, &Text { words: &content.text, strong: &content.strong, figures: &content.figures }, &format);
                for check in &content.checks {
                    self.check(place, check);
                }
            }
        }
    }

    fn check(&mut self, place: Place, check: &CheckLine) {
        let weak = self.palette.text_weak;
        let (size, line_height) = FORMULA;
        let format = TextFormat {
            font_id: FontId::new(size, FontFamily::Proportional),
            line_height: Some(line_height),
            ..Type::Body.format(if check.is_refused { weak } else { self.palette.text })
        };
        self.push(Part::Formula(place), &Text { words: &check.text, strong: &[], figures: &check.figures }, &format);
        let color = check.verdict.map_or(weak, |verdict| verdict.color(self.palette));
        self.push(Part::Word(check.verdict), &Text::plain(&check.word), &Type::Note.format(color));
    }

    fn push(&mut self, part: Part, text: &Text<'_>, format: &TextFormat) {
        let figures: Vec<Figure> = text
            .figures
            .iter()
            .filter(|span| text.words.get(span.range.clone()).is_some_and(|inside| !inside.is_empty()))
            .map(|span| Figure {
                is_marked: self.density.marks(span),
                span: span.clone(),
                chars: chars_of(text.words, &span.range),
                stretches: Vec::new(),
            })
            .collect();
        let chars: Vec<char> = text.words.chars().collect();
        let figure_chars: Vec<_> = figures.iter().map(|figure| figure.chars.clone()).collect();
        let tails = figures.iter().filter(|figure| figure.mark().is_some()).map(|figure| (figure.chars.end - 1, MARK_GAP + MARK_SIZE));
        let size = format.font_id.size;
        let source = Source {
            atoms: breaks::atoms(&chars, &figure_chars),
            tails: tails.collect(),
            job: self.job(text, format),
            lang: self.lang,
            em: size,
        };
        let shaped = Shaped::new(self.fonts, source);
        let is_chinese_text = self.lang == Lang::Zh && matches!(part, Part::Text(_) | Part::Item(_));
        self.blocks.push(Block {
            galley: shaped.set(self.fonts, &Setting { measure: f32::MAX, indent: 0.0, is_justified: false }),
            indent: if is_chinese_text && matches!(part, Part::Text(_)) { 2.0 * size } else { 0.0 },
            is_justified: is_chinese_text,
            rect: Rect::ZERO,
            num_chars: chars.len(),
            part,
            figures,
            size,
            shaped,
        });
    }

    /// The text in its formats: bold stretches in the bold face, figures in their kind's colour.
    fn job(&self, text: &Text<'_>, base: &TextFormat) -> LayoutJob {
        let mut cuts = vec![0, text.words.len()];
        let ranges = text.strong.iter().chain(text.figures.iter().map(|figure| &figure.range));
        cuts.extend(ranges.flat_map(|range| [range.start, range.end]).filter(|cut| text.words.is_char_boundary(*cut)));
        cuts.sort_unstable();
        cuts.dedup();
        let mut job = LayoutJob { text: text.words.to_owned(), ..LayoutJob::default() };
        for cut in cuts.windows(2) {
            let &[start, end] = cut else { continue };
            let mut format = base.clone();
            if text.strong.iter().any(|strong| strong.contains(&start)) {
                format.font_id.family = fonts::bold();
            }
            if let Some(figure) = text.figures.iter().find(|figure| figure.range.contains(&start)) {
                format.color = figure_color(figure.kind, base.color, self.palette);
            }
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range: ByteIndex(start)..ByteIndex(end), format });
        }
        job
    }
}

/// A stated figure is text; the others have their colour.
fn figure_color(kind: Kind, base: Color32, palette: &Palette) -> Color32 {
    if kind == Kind::Stated { base } else { kind.text_color(palette) }
}

/// Bytes of a text as chars.
fn chars_of(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let count = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    count(bytes.start)..count(bytes.end)
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
            let x = self.rect.left() - if verdict.is_none() { VERDICT_SIZE + VERDICT_GAP } else { 0.0 };
            self.rect = Rect::from_min_size(egui::pos2(x, formula.rect.bottom()), self.rect.size());
            self.rect.bottom()
        }
    }

    /// What its rows cover, from the page's corner.
    pub(super) fn rows(&self) -> impl Iterator<Item = Rect> {
        self.galley.rows.iter().map(|row| row.rect().translate(self.rect.min.to_vec2()))
    }

    /// What the sentence covers in which a figure stands first, from the page's corner; none if it is not in the block.
    pub(super) fn sentence(&self, key: u32) -> Option<Vec<Rect>> {
        let figure = self.figures.iter().find(|figure| figure.span.key == key)?;
        let chars: Vec<char> = self.galley.text().chars().collect();
        let stretches = stretches(&self.galley, &sentence::around(&chars, &figure.chars));
        Some(stretches.into_iter().map(|stretch| stretch.rect.translate(self.rect.min.to_vec2())).collect())
    }

    /// The place in the account that the block belongs to.
    pub(super) fn place(&self) -> Option<Place> {
        match self.part {
            Part::Text(place) | Part::Item(place) | Part::Formula(place) => Some(place),
            Part::Title | Part::Byline | Part::Note | Part::Heading(_) | Part::Word(_) => None,
        }
    }
}
