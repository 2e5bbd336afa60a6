//! The rows of a paragraph: what is measured, where rows end, how a row is filled.
//!
//! Pure arithmetic on the widths of chars, so that it runs in any thread and without a window. Rows are chosen for the
//! paragraph as a whole, as a compositor would: a row that is filled too thinly costs more than two that are filled a little.

use std::ops::Range;

use crate::{
    article::breaks::{is_close, is_han, is_latin, is_open, row_starts, sign_starts},
    locale::Lang,
};

/// The gap between Han and Latin, in ems.
const LATIN_GAP: f32 = 0.25;
/// The most that one gap of a filled row grows, in ems.
const MAX_STRETCH: f32 = 0.25;
/// The gap after a figure's status glyph where text follows at once, in ems.
const TAIL_GAP: f32 = 0.125;
/// What sums of some hundred widths may be off by, in points.
const SLOP: f32 = 0.01;

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

/// How a paragraph is set; lengths in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// The width no row exceeds.
    pub measure: f32,
    /// What the first row leaves free at its left.
    pub indent: f32,
    /// Whether rows are filled to the measure.
    pub is_justified: bool,
}

/// One row: which chars, where it starts, what its gaps gain.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The chars it holds, spaces at its end included.
    pub chars: Range<usize>,
    /// Its left edge.
    pub x: f32,
    /// Its width as filled, without spaces at its end.
    pub width: f32,
    /// What each gap between Han, and between Han and Latin, gains.
    pub stretch: f32,
    /// What each gap beside a full-width mark gains.
    pub mark_stretch: f32,
    /// Whether the mark at its end gives up its white.
    pub is_squeezed: bool,
    /// Whether it ends where the rules forbid, because nothing shorter was allowed.
    pub is_forced: bool,
}

/// Which gaps of a row may grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    /// None: in a figure, in a word, before a closing mark.
    #[default]
    Fixed,
    /// Between Han, or between Han and Latin.
    Plain,
    /// Beside a full-width mark, which has white enough: grows last.
    Mark,
}

/// A paragraph with its widths: everything that does not depend on the measure.
#[derive(Clone, Debug)]
pub struct Measured {
    chars: Vec<char>,
    cells: Vec<Cell>,
    em: f32,
    /// Space after each char if the next one is on the same row; negative where marks are squeezed.
    glue: Vec<f32>,
    gaps: Vec<Gap>,
    /// Width before each char; one entry more than there are chars.
    before: Vec<f32>,
    /// Plain and mark gaps before each char.
    gaps_before: Vec<(u32, u32)>,
    starts: Vec<bool>,
    signs: Vec<bool>,
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

    /// The rows for a setting; they cover all chars, in order.
    pub fn lines(&self, setting: &Setting) -> Vec<Line> {
        let ends = self.best_ends(setting);
        let mut lines = Vec::new();
        let mut start = 0;
        for (end, is_forced) in ends {
            lines.push(self.line(start..end, setting, is_forced));
            start = end;
        }
        lines
    }

    /// The ends of the rows whose costs add up to the least, and whether each is forced.
    fn best_ends(&self, setting: &Setting) -> Vec<(usize, bool)> {
        let len = self.len();
        // For each place a row may start: the least cost to get there, and where the row before starts.
        let mut best: Vec<Option<(f32, usize, bool)>> = vec![None; len + 1];
        if let Some(first) = best.first_mut() {
            *first = Some((0.0, 0, false));
        }
        for start in 0..len {
            let Some((cost, ..)) = best.get(start).copied().flatten() else { continue };
            for (end, is_forced) in self.ends(start, setting) {
                let total = cost + self.cost(start..end, setting, is_forced);
                if let Some(slot) = best.get_mut(end)
                    && slot.is_none_or(|(least, ..)| total < least)
                {
                    *slot = Some((total, start, is_forced));
                }
            }
        }
        let mut ends = Vec::new();
        let mut end = len;
        while end > 0 {
            let Some((_, start, is_forced)) = best.get(end).copied().flatten() else { break };
            ends.push((end, is_forced));
            end = start;
        }
        ends.reverse();
        ends
    }

    /// Where a row from `start` may end; the last sign that fits if it may end nowhere.
    fn ends(&self, start: usize, setting: &Setting) -> Vec<(usize, bool)> {
        let room = room(start, setting) + SLOP;
        let (mut ends, mut last_sign) = (Vec::new(), None);
        for end in start + 1..=self.len() {
            let tight = self.width(start..end).1;
            if tight > room + 2.0 * self.em {
                break;
            }
            let fits = tight <= room;
            if self.signs.get(end) == Some(&true) && (fits || last_sign.is_none()) {
                last_sign = Some(end);
            }
            if fits && (end == self.len() || self.starts.get(end) == Some(&true)) {
                ends.push((end, false));
            }
        }
        if ends.is_empty() {
            let one_sign = || (start + 1..=self.len()).find(|end| self.signs.get(*end) == Some(&true));
            ends.extend(last_sign.or_else(one_sign).map(|end| (end, true)));
        }
        ends
    }

    /// How ill a row looks: 0 for a full one, 1 for one whose gaps grow to the limit, more for one that stays ragged.
    fn cost(&self, row: Range<usize>, setting: &Setting, is_forced: bool) -> f32 {
        let line = self.line(row.clone(), setting, is_forced);
        let slack_em = (room(row.start, setting) - line.width).max(0.0) / self.em;
        let penalty = if is_forced { 1000.0 } else { 0.0 } + if line.is_squeezed { 0.02 } else { 0.0 };
        if row.end == self.len() {
            // A last row of one Han and its mark looks like a slip.
            let is_orphan = row.start > 0 && line.width < 2.5 * self.em;
            return penalty + if is_orphan { 0.3 } else { 0.0 };
        }
        if !setting.is_justified {
            return penalty + slack_em * slack_em * 0.02;
        }
        let growth = line.stretch.max(line.mark_stretch) / (MAX_STRETCH * self.em);
        penalty + growth * growth + if slack_em > SLOP { 2.0 + slack_em } else { 0.0 }
    }

    /// A row as it will be filled.
    fn line(&self, row: Range<usize>, setting: &Setting, is_forced: bool) -> Line {
        let room = room(row.start, setting);
        let (full, tight) = self.width(row.clone());
        let is_squeezed = full > room + SLOP;
        let mut line = Line {
            x: setting.measure - room,
            width: if is_squeezed { tight } else { full },
            stretch: 0.0,
            mark_stretch: 0.0,
            is_squeezed,
            is_forced,
            chars: row.clone(),
        };
        let slack = room - line.width;
        if setting.is_justified && row.end < self.len() && slack > 0.0 {
            let (plain, mark) = self.gaps_in(row);
            let most = MAX_STRETCH * self.em;
            let stretch = if plain > 0.0 { (slack / plain).min(most) } else { 0.0 };
            let left = slack - stretch * plain;
            let mark_stretch = if left <= SLOP { 0.0 } else { left / mark };
            if mark_stretch <= most {
                (line.stretch, line.mark_stretch, line.width) = (stretch, mark_stretch, room);
            }
        }
        line
    }

    /// The gaps that may grow in a row, plain ones and those beside marks.
    fn gaps_in(&self, row: Range<usize>) -> (f32, f32) {
        let last = self.trimmed_end(row.clone()).saturating_sub(1).max(row.start);
        match (self.gaps_before.get(row.start), self.gaps_before.get(last)) {
            (Some(start), Some(end)) => ((end.0 - start.0) as f32, (end.1 - start.1) as f32),
            _ => (0.0, 0.0),
        }
    }

    /// The width of chars on one row: as they are, and with the mark at the end squeezed.
    fn width(&self, row: Range<usize>) -> (f32, f32) {
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
    fn trimmed_end(&self, row: Range<usize>) -> usize {
        let spaces = self.chars.get(row.clone()).map_or(0, |chars| chars.iter().rev().take_while(|c| **c == ' ').count());
        row.end - spaces
    }

    /// What a closing mark can give up at its right.
    fn closing_white(&self, at: usize) -> f32 {
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

/// What a row that starts with this char may take up.
fn room(start: usize, setting: &Setting) -> f32 {
    if start == 0 { setting.measure - setting.indent } else { setting.measure }
}

/// Spaces of Chinese text: a quarter em between Han and Latin, nothing beside a full-width mark.
fn set_spaces(chars: &[char], cells: &mut [Cell], em: f32) {
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
fn between(a: char, b: char, first: Cell, second: Cell, em: f32) -> (f32, Gap) {
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

#[cfg(test)]
#[path = "lines_tests.rs"]
mod tests;
