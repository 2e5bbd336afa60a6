//! A page: the blocks of a document under one another, set while they are near the view, and kept.

use std::{collections::HashMap, ops::Range, sync::Arc};

use egui::{Context, Galley, Rect, Theme, text::LayoutJob, vec2};

use super::{
    Density, Shown, Target,
    block::{Block, Part, gap},
    compose::Composer,
    document::Document,
    found,
    outline::{Occurrence, Slot, outline},
};
use crate::{
    article::find::Hit,
    ui::theme::{Palette, Type},
};

/// Above the first block and under the last, in points.
const TOP: f32 = 20.0;
const BOTTOM: f32 = 64.0;
/// How many chars before and after the view are set: selections, links and screen readers reach that far.
const NEAR: usize = 25_000;
/// How many of them are set in one frame, besides what is in view.
const AT_ONCE: usize = 6_000;

/// All that a set block depends on, but for its measure.
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

/// The blocks of a document.
#[derive(Debug)]
pub(super) struct Page {
    /// From top to bottom.
    pub(super) slots: Vec<Slot>,
    /// The height of the whole; about, while not all is set.
    pub(super) height: f32,
    /// Where each figure stands.
    figures: HashMap<u32, Vec<Occurrence>>,
    document: Arc<Document>,
    conditions: Conditions,
    /// A galley that egui keeps while its glyphs stay where they are in the texture, and lays out anew when not.
    sentinel: Arc<Galley>,
    measure: f32,
    /// No block outside these is set.
    live: Range<usize>,
}

impl Page {
    /// The page for these conditions; what was set is kept if it still holds, and set to `measure`.
    pub(super) fn renew(kept: Option<Self>, ctx: &Context, document: &Arc<Document>, shown: &Shown<'_>, measure: f32) -> Self {
        let conditions = Conditions {
            theme: ctx.theme(),
            pixels_per_point: ctx.pixels_per_point(),
            size: shown.size,
            line_height: shown.line_height,
            density: shown.density,
        };
        let sentinel_job = LayoutJob::simple_singleline("0".to_owned(), Type::Note.font_id(), egui::Color32::PLACEHOLDER);
        let sentinel = ctx.fonts_mut(|fonts| fonts.layout_job(sentinel_job));
        let mut page = match kept {
            Some(page) if Arc::ptr_eq(&page.document, document) => page,
            _ => {
                let (slots, figures) = outline(document);
                let (document, sentinel) = (Arc::clone(document), Arc::clone(&sentinel));
                Self {
                    slots,
                    height: 0.0,
                    figures,
                    document,
                    conditions: Conditions { size: 0.0, ..conditions },
                    sentinel,
                    measure: 0.0,
                    live: 0..0,
                }
            }
        };
        let is_other = page.conditions != conditions;
        if is_other || !Arc::ptr_eq(&page.sentinel, &sentinel) {
            (page.conditions, page.sentinel) = (conditions, sentinel);
            page.drop_outside(&(0..0));
        }
        if is_other || (page.measure - measure).abs() > f32::EPSILON {
            page.measure = measure;
            page.set_again(ctx, shown);
        }
        page
    }

    /// Sets what is set to the measure; of the rest the heights are estimated.
    fn set_again(&mut self, ctx: &Context, shown: &Shown<'_>) {
        let measure = self.measure;
        ctx.fonts_mut(|fonts| {
            for slot in &mut self.slots {
                match &mut slot.block {
                    Some(block) => block.set(fonts, measure),
                    None => slot.height = slot.estimate(shown, measure),
                }
            }
        });
        self.stack();
    }

    /// Drops the blocks outside these slots.
    fn drop_outside(&mut self, kept: &Range<usize>) {
        for nr in self.live.clone().filter(|nr| !kept.contains(nr)) {
            if let Some(slot) = self.slots.get_mut(nr) {
                slot.block = None;
            }
        }
        self.live = self.live.start.max(kept.start)..self.live.end.min(kept.end);
        if self.live.is_empty() {
            self.live = 0..0;
        }
    }

    /// Sets the blocks of these slots that are not set yet, as many as have `most` chars; whether there were any.
    fn set(&mut self, ctx: &Context, shown: &Shown<'_>, slots: impl IntoIterator<Item = usize>, most: usize) -> bool {
        let (document, measure, palette) = (Arc::clone(&self.document), self.measure, Palette::of(ctx));
        let mut num_chars = 0;
        let mut is_any = false;
        ctx.fonts_mut(|fonts| {
            let mut composer = Composer::new(fonts, palette, &document, shown);
            for nr in slots {
                let Some(slot) = self.slots.get_mut(nr).filter(|slot| slot.block.is_none()) else { continue };
                if num_chars >= most {
                    break;
                }
                // A short block takes its time too.
                num_chars += slot.num_chars + 10;
                slot.block = composer.block(slot.origin, slot.part, measure);
                is_any |= slot.block.is_some();
                self.live = if self.live.is_empty() { nr..nr + 1 } else { self.live.start.min(nr)..self.live.end.max(nr + 1) };
            }
        });
        if is_any {
            self.stack();
        }
        is_any
    }

    /// Sets what stands between two heights; whether it was not set before, so that other things stand there now.
    pub(super) fn set_between(&mut self, ctx: &Context, shown: &Shown<'_>, top: f32, bottom: f32) -> bool {
        self.set(ctx, shown, self.slots_between(top, bottom), usize::MAX)
    }

    /// Sets what a target is in.
    pub(super) fn set_target(&mut self, ctx: &Context, shown: &Shown<'_>, target: Target) {
        self.set(ctx, shown, self.slot_of(target), usize::MAX);
    }

    /// Sets a part of what is near these heights and drops what is far, unless `keeps_far`; whether anything was set.
    pub(super) fn tend(&mut self, ctx: &Context, shown: &Shown<'_>, (top, bottom): (f32, f32), keeps_far: bool) -> bool {
        let visible = self.slots_between(top, bottom);
        let within = |slots: &mut dyn Iterator<Item = &Slot>| {
            let mut num_chars = 0;
            let is_near = |slot: &&Slot| {
                num_chars += slot.num_chars;
                num_chars < NEAR
            };
            slots.take_while(is_near).count()
        };
        let after = within(&mut self.slots.get(visible.end..).unwrap_or_default().iter());
        let before = within(&mut self.slots.get(..visible.start).unwrap_or_default().iter().rev());
        let near = visible.start - before..visible.end + after;
        if !keeps_far {
            self.drop_outside(&near);
        }
        let is_any = self.set(ctx, shown, visible.end..near.end, AT_ONCE);
        is_any || self.set(ctx, shown, (near.start..visible.start).rev(), AT_ONCE)
    }

    fn slots_between(&self, top: f32, bottom: f32) -> Range<usize> {
        let first = self.block_at(top).saturating_sub(1);
        let end = self.slots.partition_point(|slot| slot.top < bottom);
        first..end.max(first)
    }

    /// Puts all blocks under one another.
    fn stack(&mut self) {
        let (measure, lang, size) = (self.measure, self.document.lang, self.conditions.size);
        let mut y = TOP;
        let mut above: Option<Part> = None;
        for at in 0..self.slots.len() {
            let (before, rest) = self.slots.split_at_mut(at);
            let Some(slot) = rest.first_mut() else { break };
            let formula = before.last().and_then(|slot| slot.block.as_ref());
            match (&mut slot.block, formula) {
                (Some(block), Some(formula)) if matches!(slot.part, Part::Word(_)) => {
                    y = block.place_word(formula, measure);
                    (slot.top, slot.height) = (block.rect.top(), block.rect.height());
                }
                (block, _) => {
                    slot.top = y + gap(above, slot.part, lang, size);
                    if let Some(block) = block {
                        block.rect = block.rect.translate(vec2(0.0, slot.top - block.rect.top()));
                        slot.height = block.rect.height();
                    }
                    y = slot.top + slot.height;
                }
            }
            above = Some(slot.part);
        }
        self.height = y + BOTTOM;
    }

    /// The blocks that are set, with their numbers.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (usize, &Block)> {
        let slots = self.slots.get(self.live.clone()).unwrap_or_default().iter();
        (self.live.start..).zip(slots).filter_map(|(nr, slot)| Some((nr, slot.block.as_ref()?)))
    }

    /// A block, if it is set.
    pub(super) fn block(&self, nr: usize) -> Option<&Block> {
        self.slots.get(nr)?.block.as_ref()
    }

    /// The slot that a target is in.
    fn slot_of(&self, target: Target) -> Option<usize> {
        let position = |is_it: &dyn Fn(Part) -> bool| self.slots.iter().position(|slot| is_it(slot.part));
        match target {
            Target::Byline => position(&|part| part == Part::Byline),
            Target::Section(section) => position(&|part| part == Part::Heading(section)),
            Target::Paragraph(place) => position(&|part| matches!(part, Part::Text(at) | Part::Item(at) if at == place)),
            Target::Figure(key, nth) => self.occurrences(key).get(nth).map(|at| at.block),
            Target::Sentence(key) => self.occurrences(key).first().map(|at| at.block),
            Target::Chars(block, ..) => Some(block),
        }
    }

    /// What a target covers, from the page's corner; nothing if the document has no such place, or it is not set.
    pub(super) fn rects(&self, target: Target) -> Vec<Rect> {
        let Some(block) = self.slot_of(target).and_then(|nr| self.block(nr)) else { return Vec::new() };
        let figure = |key: u32, nth: usize| self.occurrences(key).get(nth).map_or(usize::MAX, |at| at.nr);
        match target {
            Target::Section(_) | Target::Byline => vec![block.rect],
            Target::Paragraph(_) => block.rows().collect(),
            Target::Figure(key, nth) => block.figures.get(figure(key, nth)).map(|figure| figure.rects(block.rect.min)).unwrap_or_default(),
            Target::Sentence(key) => block.sentence(figure(key, 0)),
            Target::Chars(_, start, end) => {
                found::rects(block, &(start..end)).into_iter().map(|rect| rect.translate(block.rect.min.to_vec2())).collect()
            }
        }
    }

    /// Every place of a figure: those in the text, then those in formulas.
    pub(super) fn occurrences(&self, key: u32) -> &[Occurrence] {
        self.figures.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Which block stands at a height.
    pub(super) fn block_at(&self, y: f32) -> usize {
        self.slots.partition_point(|slot| slot.top <= y).saturating_sub(1)
    }

    /// About the height at which something was found.
    pub(super) fn y_of(&self, hit: &Hit) -> f32 {
        let part = |slot: &Slot| hit.chars.start as f32 / slot.num_chars.max(1) as f32;
        self.slots.get(hit.piece).map_or(0.0, |slot| slot.top + part(slot) * slot.height)
    }

    /// Which block stands at a height, and how far down in it that is.
    pub(super) fn spot_at(&self, y: f32) -> Spot {
        let block = self.block_at(y);
        let part = self.slots.get(block).map_or(0.0, |slot| (y - slot.top) / slot.height.max(1.0));
        Spot { block, part }
    }

    /// The height of a spot; none if there is no such block.
    pub(super) fn height_of(&self, spot: Spot) -> Option<f32> {
        let slot = self.slots.get(spot.block)?;
        Some(slot.top + spot.part * slot.height.max(1.0))
    }

    /// The section that holds a height.
    pub(super) fn section_at(&self, y: f32) -> usize {
        let above = self.slots.get(..self.slots.partition_point(|slot| slot.top <= y)).unwrap_or_default();
        above.iter().rev().find_map(|slot| if let Part::Heading(section) = slot.part { Some(section) } else { None }).unwrap_or(0)
    }
}
