//! Where the text is scrolled to, what is to be brought into view, and the flash when it is.

use egui::{Memory, Popup, Pos2, Rect, ScrollArea, Ui, containers::scroll_area::ScrollAreaOutput};

use super::{Target, page::Page};
use crate::ui::{
    scroll::{Reach, pressed},
    theme::flash,
};

/// The white kept above and under what is brought into view.
const WHITE: f32 = 8.0;
/// The white kept above a heading chosen in the contents.
const HEADING_WHITE: f32 = 20.0;

/// The scroll place of a reader.
#[derive(Debug)]
pub(super) struct Scroll {
    offset: f32,
    view_height: f32,
    /// Where the next frame starts, if it is not left to the user.
    next: Option<f32>,
    /// What the next frame brings into view, and whether to the top in any case.
    aim: Option<(Target, bool)>,
    flash: Option<Flash>,
}

/// What lights up once.
#[derive(Debug)]
struct Flash {
    target: Target,
    /// When it was painted first, in egui's time.
    started_at: Option<f64>,
}

impl Default for Scroll {
    /// At the top: where egui still knows a place, it is that of another account.
    fn default() -> Self {
        Self { offset: 0.0, view_height: 0.0, next: Some(0.0), aim: None, flash: None }
    }
}

impl Scroll {
    /// Brings a target into view at the next frame.
    pub(super) fn aim(&mut self, target: Target, is_to_top: bool) {
        self.aim = Some((target, is_to_top));
    }

    /// How far the text is scrolled.
    pub(super) fn offset(&self) -> f32 {
        self.next.unwrap_or(self.offset)
    }

    /// Scrolls the text at the next frame.
    pub(super) fn set_offset(&mut self, offset: f32) {
        self.next = Some(offset.max(0.0));
    }

    /// The height on the page where a reader's eye is taken to be.
    pub(super) fn reading_line(&self) -> f32 {
        self.offset() + (0.35 * self.view_height).min(240.0)
    }

    /// Scrolls by the wheel while the pointer is beside the text.
    pub(super) fn wheel(&mut self, ui: &Ui) {
        let delta = ui.input(|input| input.smooth_scroll_delta.y);
        if delta != 0.0 {
            self.set_offset(self.offset() - delta);
        }
    }

    /// Scrolls by keys while the keyboard is in the text, or nowhere and the text is the page.
    pub(super) fn keys(&mut self, ui: &Ui, view: Rect, reach: Reach) {
        let is_ours = match ui.memory(Memory::focused) {
            None => reach == Reach::Page,
            Some(id) => ui.ctx().read_response(id).is_some_and(|focused| {
                let is_inside = focused.layer_id == ui.layer_id() && view.x_range().contains(focused.rect.center().x);
                is_inside && focused.rect.bottom() > view.top() && !ui.ctx().text_edit_focused()
            }),
        };
        if is_ours
            && !Popup::is_any_open(ui.ctx())
            && let Some(step) = pressed(ui, view.height(), reach)
        {
            self.set_offset(self.offset() + step);
        }
    }

    /// What is to be brought into view.
    pub(super) fn target(&self) -> Option<Target> {
        self.aim.map(|(target, _)| target)
    }

    /// Scrolls to what is to be brought into view; called again while things move, and [`Self::arrive`] in the end.
    pub(super) fn approach(&mut self, page: &Page, view_height: f32) {
        self.view_height = view_height;
        if let Some((target, is_to_top)) = self.aim {
            self.show(target, &page.rects(target), is_to_top);
        }
    }

    /// Brings nothing into view any more.
    pub(super) fn arrive(&mut self) {
        self.aim = None;
    }

    /// The scroll area for this frame.
    pub(super) fn area(&mut self, page: &Page) -> ScrollArea {
        let area = ScrollArea::vertical().id_salt("reader").auto_shrink(false);
        match self.next.take() {
            Some(offset) => area.vertical_scroll_offset(offset.clamp(0.0, (page.height - self.view_height).max(0.0))),
            None => area,
        }
    }

    fn show(&mut self, target: Target, rects: &[Rect], is_to_top: bool) {
        let Some(extent) = rects.iter().copied().reduce(Rect::union) else { return };
        let (top, bottom) = (extent.top() - WHITE, extent.bottom() + WHITE);
        let is_visible = top >= self.offset() && bottom <= self.offset() + self.view_height;
        if is_to_top {
            self.set_offset(extent.top() - HEADING_WHITE);
        } else if !is_visible {
            // A third of the way down, so that what leads up to it can be read too.
            self.set_offset(top - ((self.view_height - extent.height()) / 3.0).max(0.0));
        }
        if !matches!(target, Target::Chars(..)) {
            self.flash = Some(Flash { target, started_at: None });
        }
    }

    /// Paints the flash under the text, fading once and then no more.
    pub(super) fn flash_ui(&mut self, ui: &Ui, page: &Page, corner: Pos2) {
        let Some(Flash { target, started_at }) = &mut self.flash else { return };
        let started_at = *started_at.get_or_insert_with(|| ui.input(|input| input.time));
        let rects = page.rects(*target).into_iter().map(|rect| rect.translate(corner.to_vec2()));
        if !flash(ui, rects, started_at) {
            self.flash = None;
        }
    }

    /// Notes where the user has scrolled to.
    pub(super) fn note<R>(&mut self, output: &ScrollAreaOutput<R>) {
        self.offset = output.state.clamped_offset().y;
    }
}
