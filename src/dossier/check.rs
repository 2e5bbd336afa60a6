//! Arithmetic claims over figures, and what may come of them; how it comes is in [`super::evaluate`].

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
    /// How many figures of the claim are counted in the outcome and not listed in it: nobody reads a million of them.
    pub unlisted: usize,
}

/// The most figures that a claim lists.
const MOST_LISTED: usize = 200;

impl Check {
    /// Keeps the first figures of a long claim; what comes of it must be known.
    pub(super) fn shorten(&mut self) {
        let (Claim::Sum { parts: list, .. }
        | Claim::SumAtMost { parts: list, .. }
        | Claim::Count { items: list, .. }
        | Claim::Before { dates: list }
        | Claim::Refuse { of: list, .. }) = &mut self.claim
        else {
            return;
        };
        self.unlisted = list.len().saturating_sub(MOST_LISTED);
        list.truncate(MOST_LISTED);
        list.shrink_to_fit();
    }
}

/// What is claimed of figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// The parts add up to the whole.
    Sum {
        /// What is added.
        parts: Vec<FigureNr>,
        /// What it should come to.
        whole: FigureNr,
    },
    /// The parts come to no more than the whole.
    SumAtMost {
        /// What is added.
        parts: Vec<FigureNr>,
        /// What it must not exceed.
        whole: FigureNr,
    },
    /// A list is as long as the report says.
    Count {
        /// The list's items.
        items: Vec<FigureNr>,
        /// How many there should be.
        stated: FigureNr,
    },
    /// One figure divided by another is the third.
    Ratio {
        /// What is divided.
        part: FigureNr,
        /// What it is divided by.
        whole: FigureNr,
        /// What should come of it.
        share: FigureNr,
    },
    /// The dates follow each other.
    Before {
        /// The dates, the earliest first.
        dates: Vec<FigureNr>,
    },
    /// The first is no larger than the second.
    AtMost {
        /// The part.
        small: FigureNr,
        /// What it must not exceed.
        large: FigureNr,
    },
    /// A sum, ratio or comparison that must not be made.
    Refuse {
        /// `+`, `÷`, `≤` or `=`.
        op: String,
        /// What it would be made of.
        of: Vec<FigureNr>,
        /// Why not.
        reason: Bilingual,
    },
}

impl Claim {
    /// Every figure it is made of, in the order of its formula; twice if named twice.
    pub fn figures(&self) -> Vec<FigureNr> {
        match self {
            Self::Sum { parts, whole } | Self::SumAtMost { parts, whole } => parts.iter().chain([whole]).copied().collect(),
            Self::Count { items, stated } => items.iter().chain([stated]).copied().collect(),
            Self::Ratio { part, whole, share } => vec![*part, *whole, *share],
            Self::Before { dates } => dates.clone(),
            Self::AtMost { small, large } => vec![*small, *large],
            Self::Refuse { of, .. } => of.clone(),
        }
    }

    /// The figure that the formula comes to.
    pub fn whole(&self) -> Option<FigureNr> {
        match self {
            Self::Sum { whole, .. } | Self::SumAtMost { whole, .. } => Some(*whole),
            Self::Count { stated, .. } => Some(*stated),
            Self::Ratio { share, .. } => Some(*share),
            Self::AtMost { large, .. } => Some(*large),
            Self::Before { .. } | Self::Refuse { .. } => None,
        }
    }
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
    /// Why it cannot be decided; only with [`Verdict::Undecided`].
    pub open: Option<Open>,
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

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 6] = [Self::Agrees, Self::Rounding, Self::Bound, Self::Disagrees, Self::Undecided, Self::Refused];

    /// Every verdict in the order they are told, the one that needs a reader first.
    pub const TOLD: [Self; 6] = [Self::Disagrees, Self::Undecided, Self::Rounding, Self::Bound, Self::Agrees, Self::Refused];

    /// The word in exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Rounding => "rounding",
            Self::Bound => "bound",
            Self::Disagrees => "disagrees",
            Self::Undecided => "undecided",
            Self::Refused => "refused",
        }
    }

    /// The key of its word in the locales.
    pub fn key(self) -> &'static str {
        match self {
            Self::Agrees => "verdict-agrees",
            Self::Rounding => "verdict-rounding",
            Self::Bound => "verdict-bound",
            Self::Disagrees => "verdict-disagrees",
            Self::Undecided => "verdict-undecided",
            Self::Refused => "verdict-refused",
        }
    }
}

/// Why a check cannot be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Open {
    /// A figure has no number, or no date where dates are compared.
    NoNumber,
    /// The figures measure different things or count with different words.
    Unlike,
    /// A bound or an approximate number leaves it open.
    Loose,
    /// It divides by nothing.
    ByZero,
    /// The numbers are too large to work with.
    TooLarge,
}

impl Open {
    /// The key of its sentence in the locales.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoNumber => "open-no-number",
            Self::Unlike => "open-unlike",
            Self::Loose => "open-loose",
            Self::ByZero => "open-by-zero",
            Self::TooLarge => "open-too-large",
        }
    }
}
