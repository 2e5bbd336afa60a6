//! From a document to blocks: the text of one in its formats, shaped.

use std::ops::Range;

use egui::{
    Color32, FontId, Rect, TextFormat,
    epaint::text::FontsView,
    text::{ByteIndex, LayoutJob, LayoutSection},
};

use super::{
    Density, Shown,
    block::{Block, FORMULA, Figure, MARK_GAP, MARK_SIZE, Part},
    document::{Document, FigureSpan},
    galley::{Shaped, Source},
    outline::Origin,
};
use crate::{
    article::{breaks, lines::Setting},
    locale::Lang,
    ui::{
        fonts,
        marks::Kind,
        theme::{Palette, Type},
    },
};

/// Shapes the blocks of a document.
pub(super) struct Composer<'a, 'fonts> {
    fonts: &'a mut FontsView<'fonts>,
    palette: &'a Palette,
    document: &'a Document,
    size: f32,
    line_height: f32,
    density: Density,
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
    /// Sets blocks as they are to be shown.
    pub(super) fn new(fonts: &'a mut FontsView<'fonts>, palette: &'a Palette, document: &'a Document, shown: &Shown<'_>) -> Self {
        let (size, line_height, density) = (shown.size, shown.line_height, shown.density);
        Self { fonts, palette, document, size, line_height, density }
    }

    /// Shapes the block of an origin and sets it to a measure; none if the document has no such place.
    pub(super) fn block(&mut self, origin: Origin, part: Part, measure: f32) -> Option<Block> {
        let mut block = self.shaped(origin, part)?;
        block.set(self.fonts, measure);
        Some(block)
    }

    fn shaped(&mut self, origin: Origin, part: Part) -> Option<Block> {
        let (document, palette) = (self.document, self.palette);
        let (text, weak) = (palette.text, palette.text_weak);
        let plain = |words| Text::plain(words);
        Some(match origin {
            Origin::Title => self.made(part, &plain(&document.title), &Type::Title.format(text)),
            Origin::Byline => self.made(part, &plain(&document.byline), &Type::Small.format(weak)),
            Origin::Note(nr) => self.made(part, &plain(document.notes.get(nr)?), &Type::Note.format(weak)),
            Origin::Heading(section) => self.made(part, &plain(&document.sections.get(section)?.title), &Type::Heading.format(text)),
            Origin::Text(place) => {
                let content = document.paragraph(place)?;
                let format = sized(self.size, self.line_height, Type::Reading.format(text));
                self.made(part, &Text { words: &content.text, strong: &content.strong, figures: &content.figures }, &format)
            }
            Origin::Formula(place, nr) => {
                let check = document.paragraph(place)?.checks.get(nr)?;
                let color = if check.is_refused { weak } else { text };
                let format = sized(FORMULA.0, FORMULA.1, Type::Body.format(color));
                self.made(part, &Text { words: &check.text, strong: &[], figures: &check.figures }, &format)
            }
            Origin::Word(place, nr) => {
                let check = document.paragraph(place)?.checks.get(nr)?;
                let color = check.verdict.map_or(weak, |verdict| verdict.color(palette));
                self.made(part, &plain(&check.word), &Type::Note.format(color))
            }
        })
    }

    /// A block that is shaped, but not set yet.
    fn made(&mut self, part: Part, text: &Text<'_>, format: &TextFormat) -> Block {
        let lang = self.document.lang;
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
        let source =
            Source { atoms: breaks::atoms(&chars, &figure_chars), tails: tails.collect(), job: self.job(text, format), lang, em: size };
        let shaped = Shaped::new(self.fonts, source);
        let is_chinese_text = lang == Lang::Zh && matches!(part, Part::Text(_) | Part::Item(_));
        Block {
            galley: shaped.set(self.fonts, &Setting { measure: f32::MAX, indent: 0.0, is_justified: false }),
            indent: if is_chinese_text && matches!(part, Part::Text(_)) { 2.0 * size } else { 0.0 },
            is_justified: is_chinese_text,
            rect: Rect::ZERO,
            part,
            figures,
            size,
            shaped,
        }
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
                format.font_id.family = fonts::bold(format.font_id.size);
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

/// A format in another size.
fn sized(size: f32, line_height: f32, format: TextFormat) -> TextFormat {
    TextFormat { font_id: FontId::new(size, fonts::regular(size)), line_height: Some(line_height), ..format }
}

/// Bytes of a text as chars.
fn chars_of(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let count = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    count(bytes.start)..count(bytes.end)
}
