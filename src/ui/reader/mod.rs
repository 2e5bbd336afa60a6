//! The reader: an account set as in a book, its figures as links, its checks in place.
//!
//! It scrolls, flashes and remembers what it has set; what a figure means, and what a click on it does, is the view's.

mod document;

use std::sync::Arc;

pub use document::{Card, CheckLine, Document, FigureSpan, Paragraph, Phrase, Place, Section};
use egui::{Rect, Ui};

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
#[derive(Default)]
pub struct Reader {
    target: Option<Target>,
    offset: f32,
}

impl Reader {
    /// Brings something into view at the next frame, scrolling only if it is not fully visible, and flashes it once.
    pub fn reveal(&mut self, target: Target) {
        self.target = Some(target);
    }

    /// How far the text is scrolled, in points.
    pub fn offset(&self) -> f32 {
        self.offset
    }

    /// Shows the account in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, document: &Arc<Document>, shown: &Shown<'_>) -> Output {
        let _ = (ui, document, shown);
        Output::default()
    }
}
