//! The reader: an account set as in a book, its figures as links, its checks in place.
//!
//! It scrolls, flashes and remembers what it has set; what a figure means, and what a click on it does, is the view's.

mod beside;
mod block;
mod card;
mod columns;
mod contents;
mod document;
mod found;
mod galley;
mod hover;
mod page;
mod paragraph;
mod scroll;
mod walk;

use std::sync::Arc;

use beside::{Beside, Occurrence, Stand};
use columns::{Columns, Contents};
pub use document::{Card, CheckLine, Document, FigureSpan, Paragraph, Phrase, Place, Section};
use egui::{Pos2, Rect, Sense, Ui, UiBuilder, text_selection::LabelSelectionState, vec2};
pub use found::Found;
use found::Ticks;
use page::{Page, Spot};
use paragraph::{Done, Look};
use scroll::Scroll;

use crate::ui::theme::{CONTENTS_WIDTH, Palette, hline};

/// What the reader is to bring into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The heading of a section, from 0.
    Section(usize),
    /// A paragraph.
    Paragraph(Place),
    /// A figure, where it stands for the n-th time, from 0.
    Figure(u32, usize),
    /// The sentence in which a figure stands first.
    Sentence(u32),
    /// Chars of a piece of [`Document::pieces`]: from, to.
    Chars(usize, usize, usize),
}

/// Which figures are underlined, and marked with their status, while neither pointer nor focus is on them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Density {
    /// All.
    #[default]
    All,
    /// Those with a number: facts in words look like the words around them.
    Numbers,
    /// None: the page is plain text.
    None,
}

impl Density {
    /// All of them, dense to plain.
    pub const ALL: [Self; 3] = [Self::All, Self::Numbers, Self::None];

    /// Whether a figure carries its signs.
    fn marks(self, figure: &FigureSpan) -> bool {
        match self {
            Self::All => true,
            Self::Numbers => !figure.is_words,
            Self::None => false,
        }
    }
}

/// How the account is shown this frame.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The figure whose row or card is open.
    pub selected: Option<u32>,
    /// The card that is open.
    pub card: Option<&'a Card>,
    /// What was found in the text.
    pub found: Option<&'a Found>,
    /// Which figures carry their signs while nobody asks.
    pub density: Density,
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
        Self {
            selected: None,
            card: None,
            found: None,
            density: Density::All,
            is_beside: false,
            size: 16.0,
            line_height: 28.0,
            measure_em: 34.0,
        }
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
    /// The pointer has come to rest on a figure, or the focus has come to it: a moment for its card.
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
    /// The place to return to.
    place: Option<Spot>,
    beside: Beside,
    ticks: Ticks,
    /// The section chosen last, and the scroll place it led to: it counts as the one being read until that changes.
    chosen: Option<(usize, f32)>,
}

impl Reader {
    /// Brings something into view at the next frame, scrolling only if it is not fully visible, and flashes it once.
    pub fn reveal(&mut self, target: Target) {
        self.scroll.aim(target, false);
        match target {
            Target::Figure(key, nth) => self.beside.stand_at(key, Occurrence::Nth(nth)),
            Target::Sentence(key) => self.beside.stand_at(key, Occurrence::Nth(0)),
            Target::Section(_) | Target::Paragraph(_) | Target::Chars(..) => {}
        }
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

    /// Where the text is being read: the block at the top of the view, and how far down in it; none before it was shown.
    ///
    /// The place holds in both languages, and however the text is set.
    pub fn place(&self) -> Option<(usize, f32)> {
        let spot = self.place.or_else(|| self.page.as_ref().map(|page| page.spot_at(self.scroll.offset())))?;
        Some((spot.block, spot.part))
    }

    /// Scrolls the text to a place that [`Self::place`] told, in the next frame.
    pub fn return_to(&mut self, block: usize, part: f32) {
        self.scroll.forget_aim();
        self.place = Some(Spot { block, part });
    }

    /// Shows the account in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, document: &Arc<Document>, shown: &Shown<'_>) -> Output {
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, 0, Palette::of(ui).surface);
        let columns = Columns::new(rect.width(), ui.ctx().content_rect().width(), shown.is_beside, shown.size, shown.measure_em);
        let page = self.renewed_page(ui, document, shown, columns.measure);
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
            let done = text_ui(ui, &page, corner, shown);
            let margin_x = columns.card_x.map(|x| rect.left() + x);
            output.events.extend(self.beside.take(ui, &done, margin_x.is_some()));
            if let Some(card) = shown.card {
                let stand = Stand { corner, margin_x, lang: document.lang, was_clicked: done.clicked.is_some() };
                output.events.extend(self.beside.card_ui(ui, &page, card, stand));
            }
        });
        self.scroll.note(&result);
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
        let before = self.page.as_ref().map(|page| (page.spot_at(self.scroll.offset()), page.height, page.blocks.len()));
        let page = Page::renew(self.page.take(), ui.ctx(), document, shown, measure);
        let moved =
            before.filter(|(_, height, num_blocks)| (height - page.height).abs() > f32::EPSILON && *num_blocks == page.blocks.len());
        // What was asked for goes before where the reader has been.
        if let Some(y) = self.place.take().or(moved.map(|(spot, ..)| spot)).and_then(|spot| page.height_of(spot)) {
            self.scroll.set_offset(y);
        }
        page
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

/// Draws the blocks.
fn text_ui(ui: &Ui, page: &Page, corner: Pos2, shown: &Shown<'_>) -> Done {
    let is_selecting = ui.ctx().with_plugin(|labels: &mut LabelSelectionState| labels.has_selection()).unwrap_or(false);
    let look = Look { selected: shown.selected, found: shown.found, corner, is_selecting };
    let id = ui.scope_id();
    walk::keys(ui, page, id, ui.clip_rect().top() - corner.y);
    let mut done = Done::default();
    for (block_nr, block) in page.blocks.iter().enumerate() {
        paragraph::block_ui(ui, (block_nr, block), id.with(block_nr), look, &mut done);
    }
    done
}

#[cfg(test)]
mod galley_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
