//! Rows of a large table that pass by: each is read, shown and let go.

use std::ops::Range;

use super::Rows;
use crate::dossier::ProjectRow;

/// Reads rows without keeping any. Those that follow each other are read many at once.
#[derive(Debug)]
pub struct Passing<'a> {
    rows: &'a Rows,
    /// The rows that were read.
    window: Range<usize>,
    /// Where the first of them begins in the file.
    start: u64,
    bytes: Vec<u8>,
}

impl<'a> Passing<'a> {
    /// Nothing is read yet.
    pub(super) fn new(rows: &'a Rows) -> Self {
        Self { rows, window: 0..0, start: 0, bytes: Vec::new() }
    }

    /// Shows a row; none where there is no such row, or the file has changed.
    pub fn row<R>(&mut self, row: usize, show: impl FnOnce(&ProjectRow<'_>) -> R) -> Option<R> {
        if row >= self.rows.len() || self.rows.is_stale() {
            return None;
        }
        if !self.window.contains(&row) {
            self.fill(row)?;
        }
        let bounds = (self.rows.start(row) - self.start) as usize..(self.rows.start(row + 1) - self.start) as usize;
        let read = self.rows.first_of(row).zip(self.bytes.get(bounds).and_then(|bytes| self.rows.decode(row, bytes)));
        let Some((first, (project, figures))) = read else {
            self.rows.set_stale();
            return None;
        };
        Some(show(&ProjectRow { project: &project, figures: &figures, first }))
    }

    /// Reads a row, and those after it if the rows come in their order.
    fn fill(&mut self, row: usize) -> Option<()> {
        let end = if row == self.window.end { self.rows.window(row) } else { row + 1 };
        self.start = self.rows.start(row);
        self.bytes = self.rows.read(self.start, self.rows.start(end))?;
        self.window = row..end;
        Some(())
    }
}
