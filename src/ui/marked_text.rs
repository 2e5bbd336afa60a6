//! A long text to scroll through, with marked stretches that can be clicked and brought into view.
//!
//! Only what is in sight is laid out: the heights of the rest are estimated until it comes there. Not here: fine
//! typography, for that is the reader's; what a mark means.

mod layout;

use std::ops::Range;

use egui::{CursorIcon, Rect, Role, ScrollArea, Sense, Ui, pos2, vec2};
use layout::{estimate, job, mark_at, rect_of};

use super::{
    look,
    scroll::{self, Reach},
    theme,
};

/// Space under a passage.
const GAP: f32 = 10.0;
/// Space at the sides of the text.
const SIDE: f32 = 20.0;

/// What a passage is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Running text.
    #[default]
    Text,
    /// A heading.
    Heading,
    /// What only stands around the text.
    Around,
}

/// A paragraph, or as much of one as is laid out at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// The text, without line breaks.
    pub text: String,
    /// What it is.
    pub tone: Tone,
    /// Marked stretches, by their start; they may overlap.
    pub marks: Vec<Stretch>,
}

/// A marked stretch of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Bytes of the passage's text.
    pub range: Range<usize>,
    /// What it stands for; comes back when it is clicked.
    pub key: u32,
    /// Whether a line under it is enough: where nearly all is marked, grounds would mark nothing.
    pub is_weak: bool,
}

/// The state of one such text.
#[derive(Debug, Default)]
pub struct MarkedText {
    width: f32,
    heights: Vec<f32>,
    /// What is brought into view next, and whether it lights up.
    aim: Option<(Spot, bool)>,
    /// The passage that was followed to last.
    followed: Option<usize>,
    /// What was brought into view last, for the next place of the same mark.
    last: Option<(u32, usize)>,
    flash: Option<(Spot, f64)>,
}

/// A marked stretch: the passage, and the bytes of its text.
type Spot = (usize, Range<usize>);

impl MarkedText {
    /// Brings a mark into view; asked again for the same one, the next place of it.
    pub fn reveal(&mut self, passages: &[Passage], key: u32) {
        let marks = passages.iter().enumerate().flat_map(|(nr, passage)| passage.marks.iter().map(move |mark| (nr, mark)));
        let spots: Vec<Spot> = marks.filter(|(_, mark)| mark.key == key).map(|(nr, mark)| (nr, mark.range.clone())).collect();
        let next = match self.last {
            Some((last, nth)) if last == key && nth + 1 < spots.len() => nth + 1,
            _ => 0,
        };
        self.last = Some((key, next));
        self.aim = spots.into_iter().nth(next).map(|spot| (spot, true));
        self.followed = None;
    }

    /// Brings the passage of the first of these marks that there is into view, lighting nothing up; the same one only once.
    pub fn follow(&mut self, passages: &[Passage], keys: &[u32]) {
        let spot_of = |key: &u32| {
            passages.iter().enumerate().find_map(|(nr, passage)| {
                let mark = passage.marks.iter().find(|mark| mark.key == *key)?;
                Some((nr, mark.range.clone()))
            })
        };
        if let Some(spot) = keys.iter().find_map(spot_of)
            && self.followed != Some(spot.0)
        {
            self.followed = Some(spot.0);
            self.aim = Some((spot, false));
        }
    }

    /// Shows the text in all the room there is, under this name; returns the mark that was clicked.
    pub fn ui(&mut self, ui: &mut Ui, name: &str, passages: &[Passage], selected: Option<u32>) -> Option<u32> {
        let width = (ui.available_width() - 2.0 * SIDE).max(80.0);
        if (self.width - width).abs() > 0.5 || self.heights.len() != passages.len() {
            self.width = width;
            self.heights = passages.iter().map(|passage| estimate(passage, width) + GAP).collect();
        }
        let view_height = ui.available_height();
        let mut area = ScrollArea::vertical().id_salt("marked text").auto_shrink(false);
        if let Some((spot, lights_up)) = self.aim.take() {
            if let Some(offset) = self.offset_of(ui, passages, &spot, view_height) {
                area = area.vertical_scroll_offset(offset);
            }
            if lights_up {
                self.flash = Some((spot, ui.input(|input| input.time)));
            }
            ui.ctx().request_repaint();
        }
        let mut clicked = None;
        let shown = area.show_viewport(ui, |ui, viewport| {
            let total: f32 = self.heights.iter().sum();
            let (content, _) = ui.allocate_exact_size(vec2(ui.available_width(), total + GAP), Sense::hover());
            let mut top = GAP;
            for (nr, passage) in passages.iter().enumerate() {
                let height = self.heights.get(nr).copied().unwrap_or_default();
                if top > viewport.bottom() {
                    break;
                }
                if top + height >= viewport.top() {
                    let corner = content.min + vec2(SIDE, top);
                    let (drawn, click) = self.passage_ui(ui, (nr, passage), corner, selected);
                    clicked = clicked.or(click);
                    if let Some(height) = self.heights.get_mut(nr) {
                        *height = drawn + GAP;
                    }
                }
                top += height;
            }
            scroll::keys(ui, Reach::Pane);
        });
        scroll::name_bar(ui, &shown, name);
        clicked
    }

    /// Where to scroll so that a spot is a third of the way down.
    fn offset_of(&self, ui: &Ui, passages: &[Passage], spot: &Spot, view_height: f32) -> Option<f32> {
        let (nr, range) = spot;
        let passage = passages.get(*nr)?;
        let galley = ui.painter().layout_job(job(ui, passage, self.width, None));
        let above: f32 = self.heights.iter().take(*nr).sum();
        Some((above + rect_of(&galley, &passage.text, range).top() - view_height / 3.0).max(0.0))
    }

    /// Draws one passage; returns its height and the mark that was clicked.
    fn passage_ui(&mut self, ui: &Ui, (nr, passage): (usize, &Passage), corner: egui::Pos2, selected: Option<u32>) -> (f32, Option<u32>) {
        let galley = ui.painter().layout_job(job(ui, passage, self.width, selected));
        let rect = Rect::from_min_size(corner, vec2(self.width, galley.size().y));
        let mut response = ui.interact(rect, ui.scope_id().with(("passage", nr)), Sense::click());
        let role = if passage.tone == Tone::Heading { Role::Heading } else { Role::Paragraph };
        look::name(ui, &response, role, &passage.text);
        let at = |pos: egui::Pos2| mark_at(&galley, passage, pos2(pos.x - corner.x, pos.y - corner.y));
        if response.hover_pos().and_then(at).is_some() {
            response = response.on_hover_cursor(CursorIcon::PointingHand);
        }
        let clicked = response.clicked().then(|| response.interact_pointer_pos().and_then(at)).flatten();
        if let Some(((flashed, range), started_at)) = self.flash.clone()
            && flashed == nr
        {
            let target = rect_of(&galley, &passage.text, &range).translate(corner.to_vec2()).expand(2.0);
            if !theme::flash(ui, [target], started_at) {
                self.flash = None;
            }
        }
        let height = galley.size().y;
        super::text::paint_at(ui.painter(), corner, galley);
        (height, clicked)
    }
}

#[cfg(test)]
mod tests {
    use egui::Theme;
    use egui_kittest::{Harness, kittest::Queryable as _};

    use super::*;

    /// A text of many passages, some with a mark.
    fn passages(num: usize) -> Vec<Passage> {
        let passage = |nr: usize| {
            let text = format!("第{nr}段，道路20公里，{}", "其余的话。".repeat(nr % 40));
            let start = text.find("20公里").unwrap_or_default();
            let marks = if nr.is_multiple_of(100) {
                vec![Stretch { range: start..start + "20公里".len(), key: u32::try_from(nr / 200).unwrap_or(0), is_weak: false }]
            } else {
                Vec::new()
            };
            Passage { text, marks, tone: Tone::Text }
        };
        (0..num).map(passage).collect()
    }

    struct Desk {
        view: MarkedText,
        passages: Vec<Passage>,
        clicked: Option<u32>,
    }

    fn harness(passages: Vec<Passage>) -> Harness<'static, Desk> {
        let desk = Desk { view: MarkedText::default(), passages, clicked: None };
        Harness::builder().with_size([420.0, 500.0]).with_theme(Theme::Light).with_context_setup(theme::install).build_ui_state(
            |ui, desk| {
                if let Some(clicked) = desk.view.ui(ui, "copy", &desk.passages, Some(1)) {
                    desk.clicked = Some(clicked);
                }
            },
            desk,
        )
    }

    fn shows(harness: &Harness<'_, Desk>, start: &str) -> bool {
        harness.query_all_by_label_contains(start).next().is_some()
    }

    #[test]
    fn a_mark_comes_into_view_and_its_next_place_when_asked_again() {
        let mut harness = harness(passages(20_000));
        harness.run();
        assert!(shows(&harness, "第0段，") && !shows(&harness, "第9000段，"));
        for nr in [9000, 9100, 9000] {
            let desk = harness.state_mut();
            desk.view.reveal(&desk.passages, 45);
            harness.run();
            assert!(shows(&harness, &format!("第{nr}段，")), "passage {nr}");
        }
    }

    #[test]
    fn a_click_on_a_mark_tells_which() {
        let mut harness = harness(vec![Passage {
            text: "20公里的路".to_owned(),
            marks: vec![Stretch { range: 0..8, key: 7, is_weak: false }],
            tone: Tone::Text,
        }]);
        harness.run();
        let rect = harness.get_by_label_contains("20公里").rect();
        for (x, clicked) in [(20.0, Some(7)), (rect.width() - 4.0, None)] {
            harness.state_mut().clicked = None;
            let pos = rect.left_top() + vec2(x, 10.0);
            harness.hover_at(pos);
            harness.step();
            for pressed in [true, false] {
                let button = egui::PointerButton::Primary;
                harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers: egui::Modifiers::NONE });
                harness.step();
            }
            harness.run();
            assert_eq!(harness.state().clicked, clicked, "at {x}");
        }
    }
}
