//! The rows of a paragraph: where they end, and how each is filled.
//!
//! Rows are chosen for the
//! paragraph as a whole, as a compositor would: a row that is filled too thinly costs more than two that are filled a little.

use std::ops::Range;

use super::measured::{Measured, SLOP};

/// The most that one gap of a filled row grows, in ems.
const MAX_STRETCH: f32 = 0.25;
/// How short a row that is not filled is weighed at most, in ems.
const MAX_RAG: f32 = 10.0;

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

impl Measured {
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
        let mut furthest = 0;
        for start in 0..len {
            // What fits grows with the start, so it is not measured anew for each.
            let room = room(start, setting) + SLOP;
            while furthest < len && self.width(start..furthest + 1).1 <= room {
                furthest += 1;
            }
            let Some((cost, ..)) = best.get(start).copied().flatten() else { continue };
            for line in self.candidates(start, furthest, setting) {
                let total = cost + self.cost(&line, setting);
                if let Some(slot) = best.get_mut(line.chars.end)
                    && slot.is_none_or(|(least, ..)| total < least)
                {
                    *slot = Some((total, start, line.is_forced));
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

    /// The rows from `start` worth weighing: the longest that fits, and shorter ones while they can still be filled.
    ///
    /// Where no row may end, it is cut after the last sign that fits.
    fn candidates(&self, start: usize, furthest: usize, setting: &Setting) -> Vec<Line> {
        let mut rows: Vec<Line> = Vec::new();
        for end in (start + 1..=furthest).rev() {
            if end < self.len() && self.starts.get(end) != Some(&true) {
                continue;
            }
            let line = self.line(start..end, setting, false);
            let slack = room(start, setting) - line.width;
            let most = if setting.is_justified { SLOP } else { MAX_RAG * self.em };
            if !rows.is_empty() && slack > most {
                break;
            }
            rows.push(line);
        }
        if rows.is_empty() {
            let is_sign_end = |end: &usize| self.signs.get(*end) == Some(&true);
            let cut = (start + 1..=furthest).rev().find(is_sign_end).or_else(|| (start + 1..=self.len()).find(is_sign_end));
            rows.extend(cut.map(|end| self.line(start..end, setting, true)));
        }
        rows
    }

    /// How ill a row looks: 0 for a full one, 1 for one whose gaps grow to the limit, more for one that stays ragged.
    fn cost(&self, line: &Line, setting: &Setting) -> f32 {
        let slack_em = (room(line.chars.start, setting) - line.width).max(0.0) / self.em;
        let penalty = if line.is_forced { 1000.0 } else { 0.0 } + if line.is_squeezed { 0.02 } else { 0.0 };
        if line.chars.end == self.len() {
            // A last row of a word and its mark looks like a slip.
            let is_orphan = line.chars.start > 0 && line.width < 3.5 * self.em;
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
}

/// What a row that starts with this char may take up.
fn room(start: usize, setting: &Setting) -> f32 {
    if start == 0 { setting.measure - setting.indent } else { setting.measure }
}

#[cfg(test)]
#[path = "lines_tests.rs"]
mod tests;
