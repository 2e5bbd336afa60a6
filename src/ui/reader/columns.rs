//! What stands beside what, by the room there is: contents, text, card.

use crate::ui::theme::{CONTENTS_WIDTH, EVIDENCE_WIDTH, NARROW, READER_SIDE, WIDE};

/// Between the text and a card in the margin.
const CARD_GAP: f32 = 52.0;
/// Between a card in the margin and the edge.
const CARD_SIDE: f32 = 20.0;
/// At the sides of text without a card.
const TEXT_SIDE: f32 = 40.0;
/// At the sides of text beside a table, and the measure there in ems.
const BESIDE: (f32, f32) = (28.0, 28.0);

/// Where the contents are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Contents {
    /// Nowhere.
    Hidden,
    /// In a column whose left edge this is.
    Column(f32),
    /// Behind a button over the text.
    Button,
}

/// The columns of a reader; lengths in points, from its left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Columns {
    /// Where the contents are.
    pub(super) contents: Contents,
    /// The left edge of the text.
    pub(super) text_x: f32,
    /// The width of the text: whole ems.
    pub(super) measure: f32,
    /// The left edge of a card in the margin; `None` if it opens under its figure.
    pub(super) card_x: Option<f32>,
}

impl Columns {
    /// Divides `width` in a window of `window_width`.
    pub(super) fn new(width: f32, window_width: f32, is_beside: bool, em: f32, most_ems: f32) -> Self {
        let has_card = !is_beside && window_width >= WIDE;
        let has_contents = !is_beside && window_width >= NARROW;
        let left = match (is_beside, has_contents) {
            (true, _) => BESIDE.0,
            (false, true) => CONTENTS_WIDTH + READER_SIDE,
            (false, false) => TEXT_SIDE,
        };
        let right = match (is_beside, has_card) {
            (true, _) => BESIDE.0,
            (false, true) => CARD_GAP + EVIDENCE_WIDTH + CARD_SIDE,
            (false, false) => TEXT_SIDE,
        };
        let room = width - left - right;
        let most = if is_beside { most_ems.min(BESIDE.1) } else { most_ems };
        let measure = (room / em).floor().clamp(10.0, most.max(10.0)) * em;
        let shift = ((room - measure) / 2.0).max(0.0).floor();
        let text_x = left + shift;
        Self {
            contents: match (is_beside, has_contents) {
                (true, _) => Contents::Hidden,
                (false, true) => Contents::Column(shift),
                (false, false) => Contents::Button,
            },
            text_x,
            measure,
            card_x: has_card.then_some(text_x + measure + CARD_GAP),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(width: f32, window: f32, is_beside: bool) -> Columns {
        Columns::new(width, window, is_beside, 16.0, 34.0)
    }

    #[test]
    fn columns_are_those_of_the_picture() {
        let at_1280 = columns(1080.0, 1280.0, false);
        assert_eq!(at_1280, Columns { contents: Contents::Column(0.0), text_x: 240.0, measure: 544.0, card_x: Some(836.0) });
        let beside = columns(504.0, 1280.0, true);
        assert_eq!(beside, Columns { contents: Contents::Hidden, text_x: 28.0, measure: 448.0, card_x: None });
    }

    #[test]
    fn narrow_windows_keep_a_readable_measure() {
        for (window, sidebar, ems) in
            [(1180.0, 200.0, 27.0), (1179.0, 200.0, 34.0), (960.0, 200.0, 30.0), (800.0, 48.0, 34.0), (400.0, 48.0, 17.0)]
        {
            let columns = columns(window - sidebar, window, false);
            assert!((columns.measure / 16.0 - ems).abs() < 0.01, "{window}: {}", columns.measure);
            assert!(columns.text_x + columns.measure <= window - sidebar, "the text is within a window of {window}");
            assert_eq!(columns.card_x.is_some(), window >= WIDE);
        }
    }

    #[test]
    fn wide_windows_centre_the_whole() {
        let wide = columns(1720.0, 1920.0, false);
        assert_eq!(wide.contents, Contents::Column(320.0));
    }
}
