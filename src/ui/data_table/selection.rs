//! The selected rows, and a number that tells whether they are still the same.

use std::collections::BTreeSet;

use super::action::RowId;

/// Rows by id.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    rows: BTreeSet<RowId>,
    version: u64,
}

impl Selection {
    /// Whether a row is selected.
    pub fn contains(&self, row: RowId) -> bool {
        self.rows.contains(&row)
    }

    /// How many rows are selected.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows in the order of the table.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        self.rows.iter().copied()
    }

    /// Another number after each change: what is counted over a million rows is counted once.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Selects these rows alone.
    pub(super) fn set(&mut self, rows: impl IntoIterator<Item = RowId>) {
        self.rows = rows.into_iter().collect();
        self.version += 1;
    }

    /// Adds a row, or takes it out if it is there.
    pub(super) fn toggle(&mut self, row: RowId) {
        if !self.rows.remove(&row) {
            self.rows.insert(row);
        }
        self.version += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_has_a_version_of_its_own() {
        let mut selection = Selection::default();
        let mut seen = vec![selection.version()];
        selection.set([3, 1]);
        seen.push(selection.version());
        selection.toggle(2);
        seen.push(selection.version());
        selection.toggle(3);
        seen.push(selection.version());
        assert_eq!(selection.rows().collect::<Vec<_>>(), [1, 2]);
        seen.dedup();
        assert_eq!(seen.len(), 4, "{seen:?}");
    }
}
