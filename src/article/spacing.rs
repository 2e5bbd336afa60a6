//! The white in a row of Chinese: between Han and Latin, beside marks, and which of it may grow.

use crate::article::breaks::{is_close, is_han, is_latin, is_open};

/// The gap between Han and Latin, in ems.
const LATIN_GAP: f32 = 0.25;
/// The gap after a figure's status glyph where text follows at once, in ems.
const TAIL_GAP: f32 = 0.125;

/// What choosing rows needs to know of one char, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// The char's own width.
    pub advance: f32,
    /// White that a full-width mark can give up: closing marks at their right, opening ones at their left.
    pub white: f32,
    /// Room after the char that belongs to it, for a figure's status glyph.
    pub tail: f32,
}

/// Which gaps of a row may grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gap {
    /// None: in a figure, in a word, before a closing mark.
    #[default]
    Fixed,
    /// Between Han, or between Han and Latin.
    Plain,
    /// Beside a full-width mark, which has white enough: grows last.
    Mark,
}

/// Spaces of Chinese text: a quarter em between Han and Latin, nothing beside a full-width mark.
pub(super) fn set_spaces(chars: &[char], cells: &mut [Cell], em: f32) {
    for (at, trio) in chars.windows(3).enumerate() {
        let (&[before, ' ', after], Some(cell)) = (trio, cells.get_mut(at + 1)) else { continue };
        let is_mark = |c: char| is_close(c) || is_open(c);
        if is_mark(before) || is_mark(after) {
            cell.advance = 0.0;
        } else if is_han(before) || is_han(after) {
            cell.advance = LATIN_GAP * em;
        }
    }
}

/// The space between two chars of Chinese text on one row, and how it grows.
pub(super) fn between(a: char, b: char, first: Cell, second: Cell, em: f32) -> (f32, Gap) {
    let is_latin_end = |c: char| is_latin(c) || c == '%';
    if is_close(a) && (is_open(b) || is_close(b)) {
        (-first.white, if is_open(b) { Gap::Mark } else { Gap::Fixed })
    } else if is_open(a) && is_open(b) {
        (-second.white, Gap::Fixed)
    } else if is_open(a) || is_close(b) {
        (0.0, Gap::Fixed)
    } else if is_close(a) || is_open(b) {
        (0.0, if b == ' ' { Gap::Fixed } else { Gap::Mark })
    } else if first.tail > 0.0 && b != ' ' {
        (TAIL_GAP * em, Gap::Plain)
    } else if (is_han(a) && is_latin(b)) || (is_latin_end(a) && is_han(b)) {
        (LATIN_GAP * em, Gap::Plain)
    } else if (is_han(a) && is_han(b)) || a == ' ' {
        (0.0, Gap::Plain)
    } else {
        (0.0, Gap::Fixed)
    }
}
