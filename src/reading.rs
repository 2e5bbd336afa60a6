//! How the account is set, and where in it somebody reads: what is kept of a reader's eyes, without any drawing.

use serde::{Deserialize, Serialize};

/// The sizes of the text in points, small to large; whole, so that Han stand on whole pixels.
pub const SIZES: [u8; 7] = [13, 14, 15, 16, 18, 20, 24];
/// The distances between rows, in hundredths of the size.
pub const SPACINGS: [u8; 5] = [150, 160, 175, 190, 200];
/// The longest measures, in ems.
pub const MEASURES: [u8; 8] = [26, 28, 30, 32, 34, 36, 38, 40];

/// How the account is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// The size of the text in points, one of [`SIZES`].
    pub size: u8,
    /// The distance between rows in hundredths of the size, one of [`SPACINGS`].
    pub spacing: u8,
    /// The longest measure in ems, one of [`MEASURES`].
    pub measure: u8,
    /// Which figures are marked while nobody asks.
    pub marked: Marked,
}

/// Which figures are marked while nobody asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marked {
    /// All.
    #[default]
    All,
    /// Those with a number.
    Numbers,
    /// None.
    None,
}

impl Marked {
    /// All of them, dense to plain.
    pub const ALL: [Self; 3] = [Self::All, Self::Numbers, Self::None];
}

impl Default for Reading {
    fn default() -> Self {
        Self { size: 16, spacing: 175, measure: 34, marked: Marked::All }
    }
}

/// What can be made more or less of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dial {
    /// The size of the text.
    Size,
    /// The distance between rows.
    Spacing,
    /// The longest measure.
    Measure,
}

impl Dial {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Size, Self::Spacing, Self::Measure];

    fn steps(self) -> &'static [u8] {
        match self {
            Self::Size => &SIZES,
            Self::Spacing => &SPACINGS,
            Self::Measure => &MEASURES,
        }
    }
}

impl Reading {
    /// Where a dial stands.
    pub fn value(&self, dial: Dial) -> u8 {
        match dial {
            Dial::Size => self.size,
            Dial::Spacing => self.spacing,
            Dial::Measure => self.measure,
        }
    }

    /// The same with a dial one step further; none at its end.
    pub fn turned(mut self, dial: Dial, is_up: bool) -> Option<Self> {
        let (now, steps) = (self.value(dial), dial.steps());
        let next = if is_up { steps.iter().find(|step| **step > now) } else { steps.iter().rev().find(|step| **step < now) };
        let slot = match dial {
            Dial::Size => &mut self.size,
            Dial::Spacing => &mut self.spacing,
            Dial::Measure => &mut self.measure,
        };
        *slot = *next?;
        Some(self)
    }

    /// The distance between two rows in points, whole.
    pub fn line_height(&self) -> f32 {
        (f32::from(self.size) * f32::from(self.spacing) / 100.0).round()
    }

    /// The same with every dial on one of its steps.
    #[must_use]
    pub fn sane(mut self) -> Self {
        let nearest = |dial: Dial, value: u8| dial.steps().iter().copied().min_by_key(|step| step.abs_diff(value)).unwrap_or(value);
        self.size = nearest(Dial::Size, self.size);
        self.spacing = nearest(Dial::Spacing, self.spacing);
        self.measure = nearest(Dial::Measure, self.measure);
        self
    }
}

/// Where in the account somebody reads: it holds in both languages, and however the text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadingPlace {
    /// The paragraph or heading at the top of the view, counted from the title.
    pub block: usize,
    /// How far down in it the top of the view is, as a part of its height.
    pub part: f32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dials_end_at_their_ends() {
        for dial in Dial::ALL {
            for is_up in [true, false] {
                let mut steps = vec![Reading::default()];
                while let Some(next) = steps.last().and_then(|last| last.turned(dial, is_up)) {
                    steps.push(next);
                }
                let values: Vec<u8> = steps.iter().map(|reading| reading.value(dial)).collect();
                let is_strict = values.windows(2).all(|pair| (pair[0] < pair[1]) == is_up);
                assert!(is_strict && values.len() > 1 && values.len() <= dial.steps().len(), "{dial:?}: {values:?}");
                let end = if is_up { dial.steps().last() } else { dial.steps().first() };
                assert_eq!(values.last(), end, "{dial:?}");
            }
        }
    }

    #[test]
    fn what_was_kept_is_made_sane() {
        let odd = Reading { size: 255, spacing: 0, measure: 33, ..Reading::default() }.sane();
        assert_eq!((odd.size, odd.spacing, odd.measure), (24, 150, 32));
        assert_eq!(Reading::default().sane(), Reading::default(), "the default is one of the steps");
        assert!((Reading::default().line_height() - 28.0).abs() < 0.01);
    }
}
