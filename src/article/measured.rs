//! A paragraph with the widths of its chars.
//!
//! Pure arithmetic, so that it runs in any thread and without a window.

use std::ops::Range;

use crate::{
    article::{
        breaks::{is_close, is_open, row_starts, sign_starts},
        lines::Line,
        spacing::{Cell, Gap, between, set_spaces},
    },
    locale::Lang,
};

/// What sums of some hundred widths may be off by, in points.
pub(super) const SLOP: f32 = 0.01;

/// A paragraph with its widths: everything that does not depend on the measure.
#[derive(Clone, Debug)]
pub struct Measured {
    pub(super) chars: Vec<char>,
    pub(super) cells: Vec<Cell>,
    pub(super) em: f32,
    /// Space after each char if the next one is on the same row; negative where marks are squeezed.
    pub(super) glue: Vec<f32>,
    pub(super) gaps: Vec<Gap>,
    /// Width before each char; one entry more than there are chars.
    pub(super) before: Vec<f32>,
    /// Plain and mark gaps before each char.
    pub(super) gaps_before: Vec<(u32, u32)>,
    pub(super) starts: Vec<bool>,
    pub(super) signs: Vec<bool>,
}

impl Measured {
    /// Measures `text`, of which `atoms` stay on one row each (see [`super::breaks::atoms`]); a cell for every char.
    pub fn new(text: &str, lang: Lang, em: f32, atoms: &[Range<usize>], mut cells: Vec<Cell>) -> Self {
        let chars: Vec<char> = text.chars().collect();
        cells.resize(chars.len(), Cell::default());
        if lang == Lang::Zh {
            set_spaces(&chars, &mut cells, em);
        }
        let mut glue = vec![0.0; chars.len()];
        let mut gaps = vec![Gap::Fixed; chars.len()];
        for (at, (pair, cell)) in chars.windows(2).zip(cells.windows(2)).enumerate() {
            let (&[a, b], &[first, second]) = (pair, cell) else { continue };
            if let (Lang::Zh, Some(glue), Some(gap)) = (lang, glue.get_mut(at), gaps.get_mut(at)) {
                (*glue, *gap) = between(a, b, first, second, em);
            }
        }
        for atom in atoms {
            let is_number = chars.get(atom.clone()).is_some_and(|atom| atom.iter().any(char::is_ascii_digit));
            if let (true, Some(inside)) = (is_number, gaps.get_mut(atom.start..atom.end.saturating_sub(1))) {
                inside.fill(Gap::Fixed);
            }
        }
        let mut measured = Self {
            starts: row_starts(text, lang, atoms),
            signs: sign_starts(text),
            before: Vec::with_capacity(chars.len() + 1),
            gaps_before: Vec::with_capacity(chars.len() + 1),
            chars,
            cells,
            em,
            glue,
            gaps,
        };
        measured.sum_up();
        measured
    }

    fn sum_up(&mut self) {
        let (mut width, mut plain, mut mark) = (0.0, 0, 0);
        self.before.push(width);
        self.gaps_before.push((plain, mark));
        for ((cell, glue), gap) in self.cells.iter().zip(&self.glue).zip(&self.gaps) {
            width += cell.advance + cell.tail + glue;
            plain += u32::from(*gap == Gap::Plain);
            mark += u32::from(*gap == Gap::Mark);
            self.before.push(width);
            self.gaps_before.push((plain, mark));
        }
    }

    /// How many chars there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The width of the text on one row.
    pub fn natural_width(&self) -> f32 {
        self.width(0..self.len()).0
    }

    /// The gaps that may grow in a row, plain ones and those beside marks.
    pub(super) fn gaps_in(&self, row: Range<usize>) -> (f32, f32) {
        let last = self.trimmed_end(row.clone()).saturating_sub(1).max(row.start);
        match (self.gaps_before.get(row.start), self.gaps_before.get(last)) {
            (Some(start), Some(end)) => ((end.0 - start.0) as f32, (end.1 - start.1) as f32),
            _ => (0.0, 0.0),
        }
    }

    /// The width of chars on one row: as they are, and with the mark at the end squeezed.
    pub(super) fn width(&self, row: Range<usize>) -> (f32, f32) {
        let end = self.trimmed_end(row.clone());
        let (Some(left), Some(right), Some(last)) = (self.before.get(row.start), self.before.get(end), end.checked_sub(1)) else {
            return (0.0, 0.0);
        };
        if end <= row.start {
            return (0.0, 0.0);
        }
        let width = right - left - self.glue.get(last).copied().unwrap_or(0.0);
        (width, width - self.closing_white(last))
    }

    /// The end of a row without the spaces there, which hang.
    pub(super) fn trimmed_end(&self, row: Range<usize>) -> usize {
        let spaces = self.chars.get(row.clone()).map_or(0, |chars| chars.iter().rev().take_while(|c| **c == ' ').count());
        row.end - spaces
    }

    /// What a closing mark can give up at its right.
    pub(super) fn closing_white(&self, at: usize) -> f32 {
        match (self.chars.get(at), self.cells.get(at)) {
            (Some(&c), Some(cell)) if is_close(c) => cell.white,
            _ => 0.0,
        }
    }

    /// Where each char of a row stands: its left edge from the row's, what it is cut by at its left and what it takes up.
    pub fn places(&self, line: &Line) -> impl Iterator<Item = Place> {
        let mut x = 0.0;
        let end = self.trimmed_end(line.chars.clone());
        line.chars.clone().map(move |at| {
            let cell = self.cells.get(at).copied().unwrap_or_default();
            let glue = |at: usize| self.glue.get(at).copied().unwrap_or(0.0);
            let opens = |at: usize| self.chars.get(at).is_some_and(|c| is_open(*c));
            let follows_opening = at > line.chars.start && opens(at - 1);
            let cut_left = if opens(at) && follows_opening { (-glue(at - 1)).max(0.0) } else { 0.0 };
            let cut_right = match (at + 1 == end, opens(at)) {
                (true, _) if line.is_squeezed => self.closing_white(at),
                (false, false) if at + 1 < end => (-glue(at)).max(0.0),
                _ => 0.0,
            };
            let advance = if at < end { cell.advance - cut_left - cut_right } else { 0.0 };
            let place = Place { at, x, cut_left, advance };
            let stretch = match self.gaps.get(at) {
                Some(Gap::Plain) => line.stretch,
                Some(Gap::Mark) => line.mark_stretch,
                _ => 0.0,
            };
            x += advance + if at < end { cell.tail } else { 0.0 } + if at + 1 < end { glue(at).max(0.0) + stretch } else { 0.0 };
            place
        })
    }
}

/// Where a char of a row stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The char, from the paragraph's start.
    pub at: usize,
    /// Its left edge, from the row's.
    pub x: f32,
    /// White taken from its left.
    pub cut_left: f32,
    /// Its width in the row.
    pub advance: f32,
}
