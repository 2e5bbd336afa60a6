//! What was found in the text: marks under it, and beside the scroll bar.

use std::{ops::Range, sync::Arc};

use egui::{Rect, Stroke, StrokeKind, Ui, pos2};

use super::{block::Block, galley::stretches, page::Page};
use crate::{article::find::Hit, ui::theme::Palette};

/// Height and width of a mark beside the scroll bar.
const TICK: (f32, f32) = (2.0, 8.0);

/// What was found, as it is to be shown.
#[derive(Clone, Debug)]
pub struct Found {
    /// Every place, in order; pieces are those of [`Document::pieces`](super::Document::pieces).
    pub hits: Arc<[Hit]>,
    /// The one that was gone to.
    pub current: Option<usize>,
}

impl Found {
    /// The places in a piece, each with whether it is the current one.
    fn within(&self, piece: usize) -> impl Iterator<Item = (&Hit, bool)> {
        let first = self.hits.partition_point(|hit| hit.piece < piece);
        let rest = self.hits.get(first..).unwrap_or_default().iter().enumerate();
        let inside = rest.take_while(move |(_, hit)| hit.piece == piece);
        inside.map(move |(nr, hit)| (hit, self.current == Some(first + nr)))
    }

    /// Paints the marks under a block's text; `corner` is the block's.
    pub(super) fn ground(&self, ui: &Ui, block: &Block, piece: usize, corner: egui::Pos2) {
        let palette = Palette::of(ui);
        for (hit, is_current) in self.within(piece) {
            for rect in rects(block, &hit.chars) {
                let rect = rect.translate(corner.to_vec2());
                ui.painter().rect_filled(rect, 2, palette.mark);
                if is_current {
                    ui.painter().rect_stroke(rect, 2, Stroke::new(1.5, palette.accent), StrokeKind::Outside);
                }
            }
        }
    }
}

/// What chars of a block cover, no higher than the letters; from the block's corner.
pub(super) fn rects(block: &Block, chars: &Range<usize>) -> Vec<Rect> {
    let letters = |baseline: f32| (baseline - 1.05 * block.size)..=(baseline + 0.3 * block.size);
    let found = stretches(&block.galley, chars).into_iter();
    found.map(|stretch| Rect::from_x_y_ranges(stretch.rect.x_range(), letters(stretch.baseline))).collect()
}

/// The marks beside the scroll bar, worked out when what was found or the page's height has changed.
#[derive(Debug, Default)]
pub(super) struct Ticks {
    of: Option<(Arc<[Hit]>, f32, f32)>,
    /// Heights from the top of the view, a point apart at least.
    at: Vec<f32>,
}

impl Ticks {
    /// Paints the marks at the right edge of `view`.
    pub(super) fn paint(&mut self, ui: &Ui, view: Rect, page: &Page, found: &Found) {
        let is_same = |(hits, page_height, view_height): &(Arc<[Hit]>, f32, f32)| {
            Arc::ptr_eq(hits, &found.hits) && (page_height - page.height).abs() < 0.5 && (view_height - view.height()).abs() < 0.5
        };
        if !self.of.as_ref().is_some_and(is_same) {
            self.of = Some((Arc::clone(&found.hits), page.height, view.height()));
            self.at.clear();
            for hit in found.hits.iter() {
                let y = (page.y_of(hit) / page.height * view.height()).round();
                if self.at.last() != Some(&y) {
                    self.at.push(y);
                }
            }
        }
        let color = Palette::of(ui).text_faint;
        let tick = |y: f32, color| {
            let corner = pos2(view.right() - TICK.1 - 1.0, view.top() + y - TICK.0 / 2.0);
            ui.painter().rect_filled(Rect::from_min_size(corner, egui::vec2(TICK.1, TICK.0)), 0, color);
        };
        for y in &self.at {
            tick(*y, color);
        }
        if let Some(hit) = found.current.and_then(|nr| found.hits.get(nr)) {
            tick((page.y_of(hit) / page.height * view.height()).round(), Palette::of(ui).accent);
        }
    }
}
