//! What a column's numbers come to, by the way it is worked out.

use serde::{Deserialize, Serialize};

use super::{
    scalar::Decimal,
    totals::{Refusal, Totals},
};

/// One way to sum numbers up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// All together.
    #[default]
    Sum,
    /// The sum by their number.
    Mean,
    /// The one in the middle.
    Median,
    /// The smallest.
    Smallest,
    /// The largest.
    Largest,
    /// How many there are.
    Count,
}

impl Measure {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 6] = [Self::Sum, Self::Mean, Self::Median, Self::Smallest, Self::Largest, Self::Count];

    /// The word in its locale key and in the state file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Mean => "mean",
            Self::Median => "median",
            Self::Smallest => "smallest",
            Self::Largest => "largest",
            Self::Count => "count",
        }
    }

    /// What the totals say of it; `None` where there are no numbers.
    ///
    /// # Errors
    ///
    /// Why there must be none.
    pub fn of(self, totals: &Totals) -> Result<Option<Decimal>, Refusal> {
        match self {
            Self::Sum => totals.sum.clone().map(|sum| (totals.num_stated > 0).then_some(sum)),
            Self::Mean => totals.sum.clone().map(|_| totals.mean),
            Self::Median | Self::Smallest | Self::Largest if totals.is_mixed => Err(Refusal::Mixed),
            Self::Median => Ok(totals.median),
            Self::Smallest => Ok(totals.min),
            Self::Largest => Ok(totals.max),
            Self::Count => Ok(Some(Decimal::from(totals.num_stated))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Bilingual;

    fn nothing() -> Totals {
        let (sum, ends) = (Ok(Decimal::ZERO), None);
        Totals {
            num_stated: 0,
            num_skipped: 0,
            sum,
            mean: None,
            median: None,
            min: None,
            max: None,
            ends,
            has_bounds: false,
            is_mixed: false,
        }
    }

    #[test]
    fn a_refused_sum_refuses_the_mean_and_nothing_else() {
        let one = Some(Decimal::ONE);
        let reason = Refusal::Reason(Bilingual::new("不同", "differ"));
        let totals =
            Totals { num_stated: 3, num_skipped: 1, sum: Err(reason.clone()), mean: None, median: one, min: one, max: one, ..nothing() };
        for measure in Measure::ALL {
            let expected = match measure {
                Measure::Sum | Measure::Mean => Err(reason.clone()),
                Measure::Count => Ok(Some(Decimal::from(3))),
                _ => Ok(one),
            };
            assert_eq!(measure.of(&totals), expected, "{measure:?}");
        }
    }

    #[test]
    fn nothing_is_no_sum() {
        let totals = Totals { num_skipped: 2, ..nothing() };
        assert_eq!(Measure::Sum.of(&totals), Ok(None));
        assert_eq!(Measure::Count.of(&totals), Ok(Some(Decimal::ZERO)));
    }
}
