//! A page: the blocks of a document under one another, set once and kept.

use std::sync::Arc;

use egui::{Context, FontId, Galley, Rect, Theme, text::LayoutJob, vec2};

use super::{
    Density, Shown, Target,
    block::{Block, Composer, Part},
    document::{Document, Place},
    found,
};
use crate::{article::find::Hit, locale::Lang, ui::theme::Palette};

/// Above the first block and under the last, in points.
const TOP: f32 = 20.0;
const BOTTOM: f32 = 64.0;

/// All that a shaped page depends on, but for its measure.
#[derive(Debug, PartialEq)]
struct Conditions {
    theme: Theme,
    pixels_per_point: f32,
    size: f32,
    line_height: f32,
    density: Density,
}

/// A place in a text that holds while the text is set anew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    /// Which block.
    pub(super) block: usize,
    /// How far down in it, as a part of its height.
    pub(super) part: f32,
}

/// The blocks of a document, set.
#[derive(Debug)]
pub(super) struct Page {
    /// From top to bottom.
    pub(super) blocks: Vec<Block>,
    /// The height of the whole.
    pub(super) height: f32,
    document: Arc<Document>,
    conditions: Conditions,
    /// A galley that egui keeps while its glyphs stay where they are in the texture, and lays out anew when not.
    sentinel: Arc<Galley>,
    measure: f32,
}

impl Page {
    /// The page for these conditions: `kept` if it still holds, else a new one; set to `measure` in any case.
    pub(super) fn renew(kept: Option<Self>, ctx: &Context, document: &Arc<Document>, shown: &Shown<'_>, measure: f32) -> Self {
        let conditions = Conditions {
            theme: ctx.theme(),
            pixels_per_point: ctx.pixels_per_point(),
            size: shown.size,
            line_height: shown.line_height,
            density: shown.density,
        };
        let sentinel_job = || LayoutJob::simple_singleline("0".to_owned(), FontId::proportional(11.0), egui::Color32::PLACEHOLDER);
        let sentinel = ctx.fonts_mut(|fonts| fonts.layout_job(sentinel_job()));
        let holds =
            |page: &Self| Arc::ptr_eq(&page.document, document) && page.conditions == conditions && Arc::ptr_eq(&page.sentinel, &sentinel);
        let mut page = match kept {
            Some(page) if holds(&page) => page,
            _ => {
                let palette = Palette::of(ctx);
                let blocks = ctx.fonts_mut(|fonts| Composer::blocks(fonts, palette, document, shown));
                Self { blocks, height: 0.0, document: Arc::clone(document), conditions, sentinel, measure: 0.0 }
            }
        };
        if (page.measure - measure).abs() > f32::EPSILON {
            page.measure = measure;
            page.arrange(ctx);
        }
        page
    }

    /// Sets all blocks to the measure and puts them under one another.
    fn arrange(&mut self, ctx: &Context) {
        let (measure, lang, size) = (self.measure, self.document.lang, self.conditions.size);
        ctx.fonts_mut(|fonts| self.blocks.iter_mut().for_each(|block| block.set(fonts, measure)));
        let mut y = TOP;
        let mut above: Option<Part> = None;
        for at in 0..self.blocks.len() {
            let (before, rest) = self.blocks.split_at_mut(at);
            let Some(block) = rest.first_mut() else { break };
            if let (Part::Word(_), Some(formula)) = (block.part, before.last()) {
                y = block.place_word(formula, measure);
            } else {
                block.rect = block.rect.translate(vec2(0.0, y + gap(above, block.part, lang, size)));
                y = block.rect.bottom();
            }
            above = Some(block.part);
        }
        self.height = y + BOTTOM;
    }

    /// What a target covers, from the page's corner; nothing if the document has no such place.
    pub(super) fn rects(&self, target: Target) -> Vec<Rect> {
        match target {
            Target::Section(section) => {
                self.blocks.iter().filter(|block| block.part == Part::Heading(section)).map(|block| block.rect).collect()
            }
            Target::Paragraph(place) => {
                let is_paragraph = |block: &&Block| matches!(block.part, Part::Text(at) | Part::Item(at) if at == place);
                self.blocks.iter().filter(is_paragraph).flat_map(Block::rows).collect()
            }
            Target::Figure(key, nth) => self.figures(key).nth(nth).map(|(_, rects)| rects).unwrap_or_default(),
            Target::Chars(block, start, end) => {
                let place = |block: &Block| {
                    found::rects(block, &(start..end)).into_iter().map(|rect| rect.translate(block.rect.min.to_vec2())).collect()
                };
                self.blocks.get(block).map(place).unwrap_or_default()
            }
            Target::Sentence(key) => self.blocks.iter().find_map(|block| block.sentence(key)).unwrap_or_default(),
        }
    }

    /// Which block stands at a height.
    pub(super) fn block_at(&self, y: f32) -> usize {
        self.blocks.partition_point(|block| block.rect.top() <= y).saturating_sub(1)
    }

    /// About the height at which something was found.
    pub(super) fn y_of(&self, hit: &Hit) -> f32 {
        self.blocks.get(hit.piece).map_or(0.0, |block| {
            let part = hit.chars.start as f32 / block.num_chars.max(1) as f32;
            block.rect.top() + part * block.rect.height()
        })
    }

    /// Which block stands at a height, and how far down in it that is.
    pub(super) fn spot_at(&self, y: f32) -> Spot {
        let block = self.block_at(y);
        let part = self.blocks.get(block).map_or(0.0, |block| (y - block.rect.top()) / block.rect.height().max(1.0));
        Spot { block, part }
    }

    /// The height of a spot; none if there is no such block.
    pub(super) fn height_of(&self, spot: Spot) -> Option<f32> {
        let block = self.blocks.get(spot.block)?;
        Some(block.rect.top() + spot.part * block.rect.height())
    }

    /// Every occurrence of a figure with what it covers: those in the text, then those in formulas.
    pub(super) fn figures(&self, key: u32) -> impl Iterator<Item = (Place, Vec<Rect>)> {
        let in_blocks = move |is_formula: bool| {
            let blocks = self.blocks.iter().filter(move |block| matches!(block.part, Part::Formula(_)) == is_formula);
            blocks.flat_map(move |block| {
                let figures = block.figures.iter().filter(move |figure| figure.span.key == key);
                figures.filter_map(move |figure| Some((block.place()?, figure.rects(block.rect.min))))
            })
        };
        in_blocks(false).chain(in_blocks(true))
    }

    /// The section that holds a height.
    pub(super) fn section_at(&self, y: f32) -> usize {
        let headings = self.blocks.iter().filter(|block| block.rect.top() <= y);
        let mut sections = headings.filter_map(|block| if let Part::Heading(section) = block.part { Some(section) } else { None });
        sections.next_back().unwrap_or(0)
    }
}

/// The white above a block.
fn gap(above: Option<Part>, part: Part, lang: Lang, size: f32) -> f32 {
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
