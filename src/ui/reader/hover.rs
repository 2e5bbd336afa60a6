//! When the pointer on a figure counts as a question: at once beside a margin, after a rest where the card covers text.

use std::time::Duration;

use egui::{Pos2, Rect, Ui};

use super::{document::Place, outline::Occurrence};

/// How long a card that hovering has opened stays after the pointer has left it, in seconds.
const STAY_SECONDS: f64 = 0.3;
/// How far beside figure and card the pointer still counts as on them, in points.
const NEAR: f32 = 10.0;

/// A figure that the pointer or the focus is on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pointed {
    /// Which figure.
    pub(super) key: u32,
    /// Where it stands in the account.
    pub(super) place: Place,
    /// Where it stands on the page.
    pub(super) at: Occurrence,
    /// What it covers on the screen.
    pub(super) rect: Rect,
}

/// What the pointer has been on.
#[derive(Debug, Default)]
pub(super) struct Hover {
    on: Option<(Pointed, f64)>,
    is_told: bool,
    /// The figure whose card hovering has opened.
    opened: Option<u32>,
    left_at: Option<f64>,
}

impl Hover {
    /// Takes what the pointer is on; returns it once, when it has rested there for `delay` seconds.
    pub(super) fn rest(&mut self, ui: &Ui, pointed: Option<Pointed>, delay: f64) -> Option<Pointed> {
        let now = ui.input(|input| input.time);
        let is_same = matches!((&self.on, &pointed), (Some((on, _)), Some(new)) if (on.key, on.at) == (new.key, new.at));
        if !is_same {
            self.on = pointed.map(|pointed| (pointed, now));
            self.is_told = false;
        }
        let (on, since) = self.on?;
        if self.is_told {
            return None;
        }
        let left = delay - (now - since);
        if left > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
            return None;
        }
        (self.is_told, self.opened, self.left_at) = (true, Some(on.key), None);
        Some(on)
    }

    /// Notes that a figure was clicked or focused: its card stays until it is closed.
    pub(super) fn pin(&mut self) {
        self.is_told = true;
        self.opened = None;
    }

    /// Whether a card that hovering has opened has been left, with its figure, for long enough.
    pub(super) fn has_left(&mut self, ui: &Ui, key: u32, figure: Rect, card: Rect) -> bool {
        if self.opened != Some(key) {
            return false;
        }
        let is_near = |pos: Pos2| [figure, card].iter().any(|rect| rect.expand(NEAR).contains(pos));
        if ui.input(|input| input.pointer.hover_pos()).is_some_and(is_near) {
            self.left_at = None;
            return false;
        }
        let now = ui.input(|input| input.time);
        let left_at = *self.left_at.get_or_insert(now);
        let stays = STAY_SECONDS - (now - left_at);
        if stays > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(stays));
        }
        stays <= 0.0
    }
}
