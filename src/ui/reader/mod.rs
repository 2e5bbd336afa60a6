//! The reader: an account set as in a book, its figures as links, its checks in place.
//!
//! It scrolls, flashes and remembers what it has set; what a figure means, and what a click on it does, is the view's.

mod block;
mod card;
mod columns;
mod contents;
mod document;
mod galley;
mod page;
mod paragraph;
mod scroll;

use std::sync::Arc;

use columns::{Columns, Contents};
pub use document::{Card, CheckLine, Document, FigureSpan, Paragraph, Phrase, Place, Section};
use egui::{Area, Key, Modifiers, Order, Pos2, Rect, Sense, Ui, UiBuilder, pos2, text_selection::LabelSelectionState, vec2};
use page::Page;
use paragraph::Look;
use scroll::Scroll;

use crate::{
    locale::Lang,
    ui::theme::{CONTENTS_WIDTH, EVIDENCE_WIDTH, Palette},
};

/// What the reader is to bring into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The heading of a section, from 0.
    Section(usize),
    /// A paragraph.
    Paragraph(Place),
    /// A figure, where it stands for the n-th time, from 0.
    Figure(u32, usize),
}

/// How the account is shown this frame.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The figure whose row or card is open.
    pub selected: Option<u32>,
    /// The card that is open.
    pub card: Option<&'a Card>,
    /// Whether a table stands beside the text: no contents, a shorter measure, the card under its figure.
    pub is_beside: bool,
    /// Size of the text in points; whole, so that Han stand on whole pixels.
    pub size: f32,
    /// Distance between two rows in points.
    pub line_height: f32,
    /// The longest measure, in ems.
    pub measure_em: f32,
}

impl Default for Shown<'_> {
    fn default() -> Self {
        Self { selected: None, card: None, is_beside: false, size: 16.0, line_height: 28.0, measure_em: 34.0 }
    }
}

/// What the user did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// A figure was clicked, or activated by a key; in a check, the place is the paragraph over it.
    FigureClicked {
        /// Which figure.
        key: u32,
        /// Where it stands.
        place: Place,
    },
    /// The pointer or the focus is on a figure.
    FigureHovered {
        /// Which figure.
        key: u32,
        /// Where it stands on the screen.
        rect: Rect,
    },
    /// A section was chosen in the contents; the reader has scrolled there.
    ContentsClicked(usize),
    /// The card was closed.
    CardClosed,
    /// The card's "show in table" was chosen.
    ShowInTable(u32),
    /// The card's "copy" was chosen.
    Copy(u32),
}

/// What came of a frame.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// What the user did, in order.
    pub events: Vec<Event>,
    /// The section being read.
    pub current_section: usize,
}

/// A reader: keeps its scroll place and what it has set. One for each place where an account is shown.
#[derive(Debug, Default)]
pub struct Reader {
    page: Option<Page>,
    scroll: Scroll,
    /// Which occurrence of a figure the card stands beside.
    anchor: Option<(u32, Anchor)>,
    /// The section chosen last, and the scroll place it led to: it counts as the one being read until that changes.
    chosen: Option<(usize, f32)>,
    /// The card's height when it was drawn last.
    card_height: f32,
}

/// Which of a figure's occurrences is meant.
#[derive(Clone, Copy, Debug)]
enum Anchor {
    /// The one in this paragraph.
    At(Place),
    /// The n-th one.
    Nth(usize),
}

impl Reader {
    /// Brings something into view at the next frame, scrolling only if it is not fully visible, and flashes it once.
    pub fn reveal(&mut self, target: Target) {
        self.scroll.aim(target, false);
        if let Target::Figure(key, nth) = target {
            self.anchor = Some((key, Anchor::Nth(nth)));
        }
    }

    /// How far the text is scrolled, in points.
    pub fn offset(&self) -> f32 {
        self.scroll.offset()
    }

    /// Scrolls the text to a place that [`Self::offset`] told.
    pub fn set_offset(&mut self, offset: f32) {
        self.scroll.set_offset(offset);
    }

    /// Shows the account in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, document: &Arc<Document>, shown: &Shown<'_>) -> Output {
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, 0, Palette::of(ui).surface);
        let columns = Columns::new(rect.width(), ui.ctx().content_rect().width(), shown.is_beside, shown.size, shown.measure_em);
        let page = Page::renew(self.page.take(), ui.ctx(), document, shown, columns.measure);
        let mut output = Output { current_section: self.current_section(&page), ..Output::default() };

        let text_rect = self.contents_ui(ui, rect, columns, document, &mut output);
        let mut child = ui.new_child(UiBuilder::new().max_rect(text_rect).id_salt("text"));
        let text_x = columns.text_x - (text_rect.left() - rect.left());
        self.scroll.keys(&child, text_rect.height());
        let area = self.scroll.area(&page, text_rect.height());
        let result = area.show(&mut child, |ui| {
            let size = vec2(ui.available_width(), page.height);
            let (content, _) = ui.allocate_exact_size(size, Sense::hover());
            let corner = content.min + vec2(text_x, 0.0);
            self.scroll.flash_ui(ui, corner);
            text_ui(ui, &page, corner, shown, &mut output.events);
            if let Some(card) = shown.card {
                let margin_x = columns.card_x.map(|x| rect.left() + x);
                self.card_ui(ui, &page, card, corner, margin_x, document.lang, &mut output.events);
            }
        });
        self.scroll.note(&result);
        ui.advance_cursor_after_rect(rect);
        for event in &output.events {
            match event {
                Event::FigureClicked { key, place } => self.anchor = Some((*key, Anchor::At(*place))),
                Event::ContentsClicked(section) => output.current_section = *section,
                _ => {}
            }
        }
        self.page = Some(page);
        output
    }

    /// Draws the contents and returns the room they leave to the text.
    fn contents_ui(&mut self, ui: &mut Ui, rect: Rect, columns: Columns, document: &Document, output: &mut Output) -> Rect {
        let current = output.current_section;
        let (chosen, text_rect) = match columns.contents {
            Contents::Hidden => (None, rect),
            Contents::Column(x) => {
                let (left, right) = rect.split_left_right_at_x(rect.left() + x + CONTENTS_WIDTH);
                if ui.rect_contains_pointer(left) {
                    self.scroll.wheel(ui);
                }
                let column = left.with_min_x(left.left() + x);
                (contents::column_ui(ui, column, document, current), right)
            }
            Contents::Button => {
                let (bar, rest) = rect.split_top_bottom_at_y(rect.top() + contents::BAR_HEIGHT);
                let chosen = contents::button_ui(ui, bar, columns.text_x, document, current);
                (chosen, rest)
            }
        };
        if let Some(section) = chosen {
            self.scroll.aim(Target::Section(section), true);
            self.chosen = Some((section, f32::NAN));
            output.events.push(Event::ContentsClicked(section));
        }
        text_rect
    }

    /// The section being read: the one chosen last while the text has not moved since, else that of the reading line.
    fn current_section(&mut self, page: &Page) -> usize {
        let offset = self.scroll.offset();
        match &mut self.chosen {
            Some((section, at)) if at.is_nan() || (*at - offset).abs() < 1.0 => {
                *at = offset;
                *section
            }
            _ => {
                self.chosen = None;
                page.section_at(self.scroll.reading_line())
            }
        }
    }

    /// Draws the card beside its figure, in the margin or under the figure.
    #[expect(clippy::too_many_arguments, reason = "all of it is this frame's, and is used once")]
    fn card_ui(&mut self, ui: &Ui, page: &Page, card: &Card, corner: Pos2, margin_x: Option<f32>, lang: Lang, events: &mut Vec<Event>) {
        let occurrences: Vec<(Place, Vec<Rect>)> = page.figures(card.key).collect();
        let chosen = match self.anchor {
            Some((key, Anchor::At(place))) if key == card.key => occurrences.iter().find(|(at, _)| *at == place),
            Some((key, Anchor::Nth(nth))) if key == card.key => occurrences.get(nth),
            _ => None,
        };
        let Some((_, rects)) = chosen.or(occurrences.first()) else { return };
        let Some(figure) = rects.first().map(|rect| rect.translate(corner.to_vec2())) else { return };
        let clip = ui.clip_rect();
        if !clip.intersects(figure) {
            return;
        }
        let (height, event) = if let Some(x) = margin_x {
            let lowest = (clip.bottom() - self.card_height - 8.0).max(clip.top() + 8.0);
            let y = (figure.center().y - card::FIRST_LINE).clamp(clip.top() + 8.0, lowest).round();
            let room = Rect::from_min_size(pos2(x, y), vec2(EVIDENCE_WIDTH, f32::INFINITY));
            let mut margin = Ui::new(
                ui.ctx().clone(),
                ui.id().with("card"),
                UiBuilder::new().layer_id(ui.layer_id()).max_rect(room),
            );
            margin.set_clip_rect(clip);
            card::evidence_card_ui(&mut margin, card, lang)
        } else {
            let area = Area::new(ui.id().with("card")).order(Order::Foreground).fixed_pos(figure.left_bottom() + vec2(0.0, 2.0)).constrain(true);
            let shown = area.show(ui.ctx(), |ui| card::evidence_card_ui(ui, card, lang));
            let was_left = shown.response.clicked_elsewhere() && !events.iter().any(|event| matches!(event, Event::FigureClicked { .. }));
            let (height, event) = shown.inner;
            (height, event.or(was_left.then_some(Event::CardClosed)))
        };
        if (self.card_height - height).abs() > 0.5 {
            self.card_height = height;
            ui.ctx().request_repaint();
        }
        let is_escaped = || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        events.extend(event.or_else(|| is_escaped().then_some(Event::CardClosed)));
    }
}

/// Draws the blocks.
fn text_ui(ui: &Ui, page: &Page, corner: Pos2, shown: &Shown<'_>, events: &mut Vec<Event>) {
    let is_selecting = ui.ctx().with_plugin(|labels: &mut LabelSelectionState| labels.has_selection()).unwrap_or(false);
    let look = Look { selected: shown.selected, corner, is_selecting };
    let id = ui.id();
    for (block_nr, block) in page.blocks.iter().enumerate() {
        paragraph::block_ui(ui, block, id.with(block_nr), look, events);
    }
}

#[cfg(test)]
mod tests;
