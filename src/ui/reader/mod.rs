//! The reader: an account set as in a book, its figures as links, its checks in place.
//!
//! It scrolls, flashes and remembers what it has set; what a figure means, and what a click on it does, is the view's.

mod beside;
mod block;
mod card;
mod columns;
mod compose;
mod contents;
mod document;
mod found;
mod frame;
mod galley;
mod hover;
mod outline;
mod page;
mod paragraph;
mod scroll;
mod walk;

use std::sync::Arc;

use beside::{Beside, Stand};
use columns::{Columns, Contents};
pub use document::{Card, CheckLine, Document, FigureSpan, Paragraph, Phrase, Place, Section};
use egui::{Pos2, Rect, Sense, Ui, UiBuilder, text_selection::LabelSelectionState, vec2};
pub use found::Found;
use found::Ticks;
pub use frame::{Density, Event, Output, Shown, Target};
use page::{Page, Spot};
use paragraph::{Done, Look};
use scroll::Scroll;

use crate::{
    locale::Lang,
    ui::{
        scroll::name_bar,
        theme::{CONTENTS_WIDTH, Palette, hline},
    },
};

/// How often the view is settled in one frame at most.
const SETTLES: usize = 4;

/// A reader: keeps its scroll place and what it has set. One for each place where an account is shown.
#[derive(Debug, Default)]
pub struct Reader {
    page: Option<Page>,
    scroll: Scroll,
    /// The place to return to.
    place: Option<Spot>,
    beside: Beside,
    ticks: Ticks,
    /// What was brought into view last: the keys go on from there while nothing has the keyboard.
    from: Option<Target>,
    /// The figure that takes the keyboard in the next frame.
    wants_keyboard: Option<u32>,
    /// The section chosen last, and the scroll place it led to: it counts as the one being read until that changes.
    chosen: Option<(usize, f32)>,
}

impl Reader {
    /// Brings something into view at the next frame, scrolling only if it is not fully visible, and flashes it once.
    pub fn reveal(&mut self, target: Target) {
        self.aim(target, false);
        match target {
            Target::Figure(key, nth) => self.beside.stand_at(key, nth),
            Target::Sentence(key) => self.beside.stand_at(key, 0),
            Target::Section(_) | Target::Byline | Target::Paragraph(_) | Target::Chars(..) => {}
        }
    }

    /// Gives a figure the keyboard at the next frame, where it was brought into view; its card stays closed.
    pub fn take_keyboard(&mut self, key: u32) {
        self.wants_keyboard = Some(key);
    }

    fn aim(&mut self, target: Target, is_to_top: bool) {
        self.scroll.aim(target, is_to_top);
        self.from = Some(target);
    }

    /// How far the text is scrolled, in points.
    pub fn offset(&self) -> f32 {
        self.scroll.offset()
    }

    /// The piece of [`Document::pieces`] at the top of the view.
    pub fn first_piece(&self) -> usize {
        self.page.as_ref().map_or(0, |page| page.block_at(self.scroll.offset()))
    }

    /// Scrolls the text to a place that [`Self::offset`] told.
    pub fn set_offset(&mut self, offset: f32) {
        self.scroll.set_offset(offset);
    }

    /// The figures where somebody reads who has scrolled here: in the upper part of the view, in order.
    pub fn figures_at_top(&self) -> Vec<u32> {
        let Some(page) = &self.page else { return Vec::new() };
        let (top, end) = (self.scroll.offset() + 8.0, self.scroll.reading_line());
        let blocks = page.blocks().map(|(_, block)| block);
        let read = blocks.skip_while(|block| block.rect.bottom() <= top).take_while(|block| block.rect.top() < end);
        read.flat_map(|block| &block.figures).map(|figure| figure.span.key).collect()
    }

    /// Where the text is being read: the block at the top of the view, and how far down in it; none before it was shown.
    ///
    /// The place holds in both languages, and however the text is set.
    pub fn place(&self) -> Option<(usize, f32)> {
        let spot = self.place.or_else(|| self.page.as_ref().map(|page| page.spot_at(self.scroll.offset())))?;
        Some((spot.block, spot.part))
    }

    /// Scrolls the text to a place that [`Self::place`] told, in the next frame.
    pub fn return_to(&mut self, block: usize, part: f32) {
        self.scroll.arrive();
        self.place = Some(Spot { block, part });
    }

    /// Shows the account in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, document: &Arc<Document>, shown: &Shown<'_>) -> Output {
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, 0, Palette::of(ui).surface);
        let columns = Columns::new(rect.width(), ui.ctx().content_rect().width(), shown.is_beside, shown.size, shown.measure_em);
        let mut page = self.renewed_page(ui, document, shown, columns.measure);
        let mut output = Output { current_section: self.current_section(&page), ..Output::default() };

        let text_rect = self.contents_ui(ui, rect, columns, document, &mut output);
        let mut child = ui.new_child(UiBuilder::new().max_rect(text_rect).id_salt("text"));
        let text_x = columns.text_x - (text_rect.left() - rect.left());
        self.scroll.keys(&child, text_rect, shown.reach);
        self.settle(ui, &mut page, shown, text_rect.height());
        let area = self.scroll.area(&page);
        let result = area.show(&mut child, |ui| {
            let size = vec2(ui.available_width(), page.height);
            let (content, _) = ui.allocate_exact_size(size, Sense::hover());
            let corner = content.min + vec2(text_x, 0.0);
            self.scroll.flash_ui(ui, &page, corner);
            let wanted = self.wants_keyboard.take().map(|key| (key, self.beside.nth(key)));
            let done = text_ui(ui, &page, corner, shown, Start { from: self.from, wanted, lang: document.lang });
            let margin_x = columns.card_x.map(|x| rect.left() + x);
            output.events.extend(self.beside.take(ui, &page, &done, margin_x.is_some()));
            if let Some(card) = shown.card {
                let stand = Stand { corner, margin_x, lang: document.lang, was_clicked: done.clicked.is_some() };
                let done = self.beside.card_ui(ui, &page, card, stand).or_else(|| walk::step_key(ui));
                match done {
                    Some(card::Done::Event(event)) => output.events.push(event),
                    Some(card::Done::Step { is_back }) => {
                        if let Some(target) = self.beside.step(&page, card.key, is_back) {
                            self.aim(target, false);
                            ui.ctx().request_repaint();
                        }
                    }
                    None => {}
                }
            }
        });
        self.scroll.note(&result);
        name_bar(ui, &result, &document.title);
        if let Some(found) = shown.found {
            self.ticks.paint(ui, text_rect, &page, found);
        }
        hline(ui.painter(), rect.x_range(), rect.top(), Palette::of(ui).hairline);
        ui.advance_cursor_after_rect(rect);
        self.page = Some(page);
        output
    }

    /// The page as it is to be shown; what stands at the top of the view stays there when the text is set anew.
    fn renewed_page(&mut self, ui: &Ui, document: &Arc<Document>, shown: &Shown<'_>, measure: f32) -> Page {
        let before = self.page.as_ref().map(|page| (page.spot_at(self.scroll.offset()), page.height, page.slots.len()));
        let page = Page::renew(self.page.take(), ui.ctx(), document, shown, measure);
        let moved = before.filter(|(_, height, num_blocks)| (height - page.height).abs() > f32::EPSILON && *num_blocks == page.slots.len());
        // What was asked for goes before where the reader has been.
        if let Some(y) = self.place.take().or(moved.map(|(spot, ..)| spot)).and_then(|spot| page.height_of(spot)) {
            self.scroll.set_offset(y);
        }
        page
    }

    /// Sets what is in view, scrolls to what is to be seen, and keeps the view where it is while heights become known.
    fn settle(&mut self, ui: &Ui, page: &mut Page, shown: &Shown<'_>, view_height: f32) {
        if let Some(target) = self.scroll.target() {
            page.set_target(ui.ctx(), shown, target);
        }
        // What comes into view may be higher or lower than was thought, which brings other blocks into view.
        for _ in 0..SETTLES {
            self.scroll.approach(page, view_height);
            let (top, spot) = (self.scroll.offset(), page.spot_at(self.scroll.offset()));
            if !page.set_between(ui.ctx(), shown, top, top + view_height) {
                break;
            }
            self.keep(page, spot);
        }
        self.scroll.arrive();
        let (top, spot) = (self.scroll.offset(), page.spot_at(self.scroll.offset()));
        if page.tend(ui.ctx(), shown, (top, top + view_height), is_selecting(ui)) {
            self.keep(page, spot);
            ui.ctx().request_repaint();
        }
    }

    /// Scrolls to where a spot is now.
    fn keep(&mut self, page: &Page, spot: Spot) {
        if let Some(y) = page.height_of(spot)
            && (y - self.scroll.offset()).abs() > 0.01
        {
            self.scroll.set_offset(y);
        }
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
            self.aim(Target::Section(section), true);
            self.chosen = Some((section, f32::NAN));
            output.events.push(Event::ContentsClicked(section));
            output.current_section = section;
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
}

/// Where the keyboard begins.
#[derive(Clone, Copy)]
struct Start {
    /// What was brought into view last.
    from: Option<Target>,
    /// The figure that takes it, and which of its places.
    wanted: Option<(u32, usize)>,
    lang: Lang,
}

/// Draws the blocks.
fn text_ui(ui: &Ui, page: &Page, corner: Pos2, shown: &Shown<'_>, start: Start) -> Done {
    let id = ui.scope_id();
    let quiet = start.wanted.and_then(|(key, nth)| walk::link(page, id, key, nth));
    if let Some(link) = quiet {
        ui.memory_mut(|memory| memory.request_focus(link));
    }
    let (is_selecting, lang) = (is_selecting(ui), start.lang);
    let look = Look { selected: shown.selected, found: shown.found, corner, is_selecting, quiet, lang };
    let (top, bottom) = (ui.clip_rect().top() - corner.y, ui.clip_rect().bottom() - corner.y);
    walk::keys(ui, page, id, walk::origin(page, id, start.from, top..bottom));
    let mut done = Done::default();
    for (block_nr, block) in page.blocks() {
        paragraph::block_ui(ui, (block_nr, block), id.with(block_nr), look, &mut done);
    }
    done
}

/// Whether text is selected, in the account or elsewhere.
fn is_selecting(ui: &Ui) -> bool {
    ui.ctx().with_plugin(|labels: &mut LabelSelectionState| labels.has_selection()).unwrap_or(false)
}

#[cfg(test)]
mod galley_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod walk_tests;
