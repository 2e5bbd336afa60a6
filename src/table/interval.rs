//! Which numbers or dates a filter lets through: from one bound to another, or all but some single values.

use std::collections::BTreeSet;

use super::{
    date::Date,
    scalar::{Decimal, Scalar},
};

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Where it is.
    pub at: Scalar,
    /// Whether this value itself is left out.
    pub is_open: bool,
}

impl Bound {
    /// An end that leaves its own value out.
    pub fn open(at: impl Into<Scalar>) -> Self {
        Self { at: at.into(), is_open: true }
    }
}

impl<S: Into<Scalar>> From<S> for Bound {
    fn from(at: S) -> Self {
        Self { at: at.into(), is_open: false }
    }
}

/// The numbers or dates between two bounds of one measure, without some single values.
///
/// A date counts by its first day; a bound of `2019` reaches from 1 January to 31 December.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// The least let through.
    pub low: Option<Bound>,
    /// The greatest let through.
    pub high: Option<Bound>,
    /// What lies outside of the bounds is let through instead; without bounds, the single values and nothing else.
    pub inverted: bool,
    /// Single values that are left out, whether they lie between the bounds or outside.
    pub except: BTreeSet<Scalar>,
    /// Rows that state nothing are let through as well.
    pub not_stated: bool,
}

impl Interval {
    /// What lies between two bounds.
    pub fn new(low: Option<Bound>, high: Option<Bound>) -> Self {
        Self { low, high, ..Self::default() }
    }

    /// One value.
    pub fn only(value: Scalar) -> Self {
        Self::new(Some(value.into()), Some(value.into()))
    }

    /// Everything, stated or not.
    pub fn all() -> Self {
        Self { not_stated: true, ..Self::default() }
    }

    /// The single values and nothing else.
    pub fn points(values: impl IntoIterator<Item = Scalar>) -> Self {
        Self { inverted: true, except: values.into_iter().collect(), ..Self::default() }
    }

    /// Whether it has a bound.
    pub fn is_bounded(&self) -> bool {
        self.low.is_some() || self.high.is_some()
    }

    /// The one value that both bounds are.
    pub(super) fn single(&self) -> Option<Scalar> {
        let (low, high) = (self.low?, self.high?);
        (low == high && !low.is_open).then_some(low.at)
    }

    /// Which of its column's measures its bounds are of.
    pub fn measure(&self) -> Option<u16> {
        match self.low.or(self.high)?.at {
            Scalar::Number(_, measure) => Some(measure),
            Scalar::Date(_) => None,
        }
    }

    /// All that it keeps out, but for the single values beside bounds: what was left out by itself stays left out.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { inverted: !self.inverted, not_stated: !self.not_stated, ..self }
    }

    /// The one form of those that mean the same.
    pub(super) fn normal(mut self) -> Self {
        match self.single() {
            Some(value) if self.inverted => {
                self.except.insert(value);
                Self { low: None, high: None, inverted: false, ..self }
            }
            None if self.inverted && !self.is_bounded() && self.except.len() == 1 => {
                let only = self.except.into_iter().next().map_or_else(Self::default, Self::only);
                Self { not_stated: self.not_stated, ..only }
            }
            _ => self,
        }
    }

    /// Leaves one value out; of single values, or of the only value there is, what remains is everything else.
    #[must_use]
    pub fn without(mut self, value: Scalar) -> Self {
        if self.inverted && !self.is_bounded() {
            self.except.remove(&value);
            return if self.except.is_empty() { Self { except: BTreeSet::from([value]), ..Self::all() } } else { self };
        }
        if self.single() == Some(value) && !self.inverted {
            self = Self::all();
        }
        self.except.insert(value);
        self
    }

    /// What both let through, if that is an interval again: a lower bound beside an upper one, either beside single values
    /// that are left out.
    pub(super) fn meet(&self, other: &Self) -> Option<Self> {
        let is_free = |interval: &Self| !interval.is_bounded() && !interval.inverted;
        let mut both = if is_free(self) {
            other.clone()
        } else if is_free(other) {
            self.clone()
        } else {
            let ((low @ Some(_), None, None, high @ Some(_)) | (None, high @ Some(_), low @ Some(_), None)) =
                (self.low, self.high, other.low, other.high)
            else {
                return None;
            };
            let both = Self::new(low, high);
            if self.inverted || other.inverted || both.is_mixed() || both.is_backwards() {
                return None;
            }
            both
        };
        if both.inverted && !both.is_bounded() {
            return None;
        }
        both.except = self.except.union(&other.except).copied().collect();
        both.not_stated = self.not_stated && other.not_stated;
        Some(both)
    }

    /// Whether its bounds are of different measures.
    pub fn is_mixed(&self) -> bool {
        match (self.low.map(|low| low.at), self.high.map(|high| high.at)) {
            (Some(Scalar::Number(_, low)), Some(Scalar::Number(_, high))) => low != high,
            _ => false,
        }
    }

    /// Whether it ends before it begins.
    pub fn is_backwards(&self) -> bool {
        let (Some(low), Some(high)) = (self.low, self.high) else { return false };
        match (low.at, high.at) {
            (Scalar::Number(from, _), Scalar::Number(to, _)) => from > to || from == to && (low.is_open || high.is_open),
            (Scalar::Date(from), Scalar::Date(to)) => first_day(from, low.is_open) > last_day(to, high.is_open),
            _ => true,
        }
    }

    /// Whether some value from `least` to `greatest` may pass, both of one measure.
    pub fn touches(&self, least: Scalar, greatest: Scalar) -> bool {
        let is_point = least == greatest;
        match (self.is_bounded(), self.inverted) {
            (false, true) => self.except.iter().any(|value| Self::only(*value).touches(least, greatest)),
            (false, false) => !is_point || !self.except.contains(&least),
            (true, false) => self.is_above_low(greatest) && self.is_below_high(least),
            (true, true) => ![least, greatest].into_iter().all(|value| self.is_above_low(value) && self.is_below_high(value)),
        }
    }

    fn is_above_low(&self, value: Scalar) -> bool {
        self.low.is_none_or(|low| match (value, low.at) {
            (Scalar::Number(value, of), Scalar::Number(low_at, measure)) => of == measure && is_within(low_at, value, low.is_open),
            (Scalar::Date(value), Scalar::Date(low_at)) => first_day(low_at, low.is_open) <= value.first_day(),
            _ => false,
        })
    }

    fn is_below_high(&self, value: Scalar) -> bool {
        self.high.is_none_or(|high| match (value, high.at) {
            (Scalar::Number(value, of), Scalar::Number(high_at, measure)) => of == measure && is_within(value, high_at, high.is_open),
            (Scalar::Date(value), Scalar::Date(high_at)) => value.first_day() <= last_day(high_at, high.is_open),
            _ => false,
        })
    }
}

fn is_within(less: Decimal, more: Decimal, is_open: bool) -> bool {
    less < more || less == more && !is_open
}

/// The first day that a lower bound lets through.
pub(super) fn first_day(low: Date, is_open: bool) -> i32 {
    if is_open { low.last_day() + 1 } else { low.first_day() }
}

/// The last day that an upper bound lets through.
pub(super) fn last_day(high: Date, is_open: bool) -> i32 {
    if is_open { high.first_day() - 1 } else { high.last_day() }
}
