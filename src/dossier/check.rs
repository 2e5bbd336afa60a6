//! Arithmetic claims over figures, and what comes of them.

use rust_decimal::Decimal;

use super::FigureNr;
use crate::locale::Bilingual;

/// A claim with its outcome.
#[derive(Clone, Debug)]
pub struct Check {
    /// Its id in the dossier.
    pub id: String,
    /// What it is about.
    pub name: Bilingual,
    /// What is claimed.
    pub claim: Claim,
    /// What came of it.
    pub outcome: Outcome,
}

/// What is claimed of figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// The parts add up to the whole.
    Sum { parts: Vec<FigureNr>, whole: FigureNr },
    /// The parts come to no more than the whole.
    SumAtMost { parts: Vec<FigureNr>, whole: FigureNr },
    /// A list is as long as the report says.
    Count { items: Vec<FigureNr>, stated: FigureNr },
    /// One figure divided by another is the third.
    Ratio { part: FigureNr, whole: FigureNr, share: FigureNr },
    /// The dates follow each other.
    Before { dates: Vec<FigureNr> },
    /// The first is no larger than the second.
    AtMost { small: FigureNr, large: FigureNr },
    /// A sum, ratio or comparison that must not be made.
    Refuse { op: String, of: Vec<FigureNr>, reason: Bilingual },
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// The left side's value in the right side's unit, where it is a number.
    pub result: Option<Decimal>,
    /// For a verdict within rounding: the interval that the rounded form stands for.
    pub interval: Option<(Decimal, Decimal)>,
}

/// The verdict of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// It holds exactly.
    Agrees,
    /// It holds within the rounding of the printed form.
    Rounding,
    /// Only a bound can be checked, and it holds.
    Bound,
    /// It does not hold.
    Disagrees,
    /// The figures do not decide it.
    Undecided,
    /// It must not be made.
    Refused,
}
