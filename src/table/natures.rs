//! What numbers are beside how large they are: exact or a bound, and of which measure.
//!
//! Most columns hold exact numbers of one measure; then nothing is kept.

/// What a number is beside how large it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nature {
    /// Whether it is neither a bound nor an estimate.
    pub is_exact: bool,
    /// Which of its column's measures it is of; numbers of different ones cannot be taken together.
    pub measure: u16,
}

impl Default for Nature {
    fn default() -> Self {
        Self { is_exact: true, measure: 0 }
    }
}

/// The natures of a column's numbers; rows past the end are exact and of the first measure.
#[derive(Clone, Debug, Default)]
pub(super) struct Natures(Vec<Nature>);

impl Natures {
    /// Says what the number of a row is; rows come in order.
    pub(super) fn set(&mut self, row: usize, nature: Nature) {
        if nature != Nature::default() {
            self.0.resize(row, Nature::default());
            self.0.push(nature);
        }
    }

    /// Gives back what no row needs.
    pub(super) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    /// Whether all are exact and of one measure.
    pub(super) fn is_plain(&self) -> bool {
        self.0.is_empty()
    }

    /// Gives the measures of so many rows other numbers: number `nr` becomes `numbers[nr]`.
    pub(super) fn renumber(&mut self, numbers: &[u16], num_rows: usize) {
        if numbers.first() != Some(&0) {
            self.0.resize(num_rows, Nature::default());
        }
        for nature in &mut self.0 {
            nature.measure = numbers.get(usize::from(nature.measure)).copied().unwrap_or(nature.measure);
        }
    }

    pub(super) fn get(&self, row: u32) -> Nature {
        self.0.get(row as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_kept_of_plain_numbers() {
        let mut natures = Natures::default();
        natures.set(0, Nature::default());
        assert!(natures.is_plain());
        let bound = Nature { is_exact: false, measure: 0 };
        natures.set(2, bound);
        natures.set(3, Nature::default());
        assert_eq!([0, 1, 2, 3, 9].map(|row| natures.get(row).is_exact), [true, true, false, true, true]);
    }
}
