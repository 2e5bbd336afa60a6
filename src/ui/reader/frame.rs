//! What the reader is told for a frame, and what it tells of one.

use egui::Rect;

use super::{
    document::{Card, FigureSpan, Place},
    found::Found,
};
use crate::ui::scroll::Reach;

/// What the reader is to bring into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The heading of a section, from 0.
    Section(usize),
    /// The line under the title that says from when and by whom it is.
    Byline,
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
    /// Whether a figure carries its signs.
    pub(super) fn marks(self, figure: &FigureSpan) -> bool {
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
    /// When keys scroll the text.
    pub reach: Reach,
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
            reach: Reach::Page,
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
    /// The card's "copy" was chosen, or "copy with source" in the figure's menu.
    Copy(u32),
    /// "Copy" was chosen in the figure's menu.
    CopyValue(u32),
}

/// What came of a frame.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// What the user did, in order.
    pub events: Vec<Event>,
    /// The section being read.
    pub current_section: usize,
}
