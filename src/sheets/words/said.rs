//! What one cell says.

use crate::dossier::{Amount, FigureNr, PartialDate};

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said<'d> {
    /// In words, a number with its unit; empty where there is nothing to say.
    pub text: String,
    /// What marks and small words add to it: a status, a part, how a date is known; empty for nothing.
    pub remark: String,
    /// The figures it rests on, the one that a pointer is told of first.
    pub figures: Vec<FigureNr>,
    /// The same for programs.
    pub typed: Typed<'d>,
    /// The unit of the row's numbers, in the cell that names it; empty elsewhere.
    pub unit: String,
}

/// What a cell says as a value to calculate or to compare with.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Typed<'d> {
    /// Words, and a number that is a bound or not exact: a sum must not take a ceiling for a value.
    #[default]
    Words,
    /// A value of a closed list, by the word that never changes.
    Code(&'d str),
    /// An exact number in the unit in which it stands there.
    Amount(Amount),
    /// A day, month or year.
    Date(PartialDate),
}

impl Said<'_> {
    /// Words that nothing rests on.
    pub(super) fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The same, resting on these figures.
    #[must_use]
    pub(super) fn from(self, figures: impl IntoIterator<Item = FigureNr>) -> Self {
        Self { figures: figures.into_iter().collect(), ..self }
    }
}
