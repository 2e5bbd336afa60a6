//! Columns of numbers: how large, of which measure, and as what they are read and written.

use std::collections::BTreeSet;

use super::{
    column::{Addition, Text},
    natures::Natures,
    scalar::{Decimal, Scalar},
    units::{MOST_DECIMALS, Units, Written, bare_number},
};

/// Exact numbers, each as a multiple of a power of ten of its measure's base unit.
///
/// Numbers of different measures are never compared: kilometres and lamps have each an order of their own, and the measure
/// that most rows have comes first.
#[derive(Debug)]
pub struct Number {
    /// [`NOT_STATED`] where nothing is stated.
    pub(super) values: Vec<i64>,
    /// What the numbers measure; there is always one.
    pub(super) measures: Vec<Measured>,
    pub(super) addition: Addition,
    pub(super) natures: Natures,
    /// The form as written, for reading and searching.
    pub(super) written: Option<Text>,
    /// A number that has no place beside the others.
    pub(super) lost: Option<Decimal>,
}

/// One of the measures of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Measured {
    pub(super) units: Units,
    /// So many decimals of the base unit its numbers have.
    pub(super) decimals: u32,
}

/// The number that stands for none.
pub(super) const NOT_STATED: i64 = i64::MIN;

/// Why a text is no number of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no number, or its unit is none of the column's.
    NotANumber,
    /// It does not say of which unit it is.
    NeedsUnit,
}

impl Number {
    /// The number of a row, in the base unit of its measure.
    pub fn value(&self, row: u32) -> Option<Decimal> {
        let value = self.values.get(row as usize).filter(|value| **value != NOT_STATED)?;
        Some(self.decimal(*value, self.measure(row)))
    }

    /// Which of the column's measures the number of a row is of.
    pub fn measure(&self, row: u32) -> u16 {
        self.natures.get(row).measure
    }

    /// The same together, as cells and bounds have it.
    pub(super) fn scalar(&self, row: u32) -> Option<Scalar> {
        Some(Scalar::Number(self.value(row)?, self.measure(row)))
    }

    /// The words of each measure, that of most rows first.
    pub fn measures(&self) -> impl Iterator<Item = &Units> {
        self.measures.iter().map(|measured| &measured.units)
    }

    /// The words of a measure.
    pub fn units(&self, measure: u16) -> Option<&Units> {
        self.measures.get(usize::from(measure)).map(|measured| &measured.units)
    }

    /// Whether its numbers are of one measure.
    pub(super) fn is_alone(&self) -> bool {
        self.measures.len() < 2
    }

    /// Whether its numbers may be added.
    pub fn addition(&self) -> &Addition {
        &self.addition
    }

    /// The form as written, where the builder was given one.
    pub fn written(&self) -> Option<&Text> {
        self.written.as_ref()
    }

    /// A stored number in the base unit.
    pub(super) fn decimal(&self, value: i64, measure: u16) -> Decimal {
        Decimal::new(value, self.decimals(measure))
    }

    /// How many decimals the stored numbers of a measure have.
    pub(super) fn decimals(&self, measure: u16) -> u32 {
        self.measures.get(usize::from(measure)).map_or(0, |measured| measured.decimals)
    }

    /// Reads a number with its unit; alone it may stand where things of one kind are counted, and 0 where there is one measure.
    ///
    /// # Errors
    ///
    /// Why it is no number of this column.
    pub fn read(&self, text: &str) -> Result<Scalar, Unread> {
        let written = Written::new(text).ok_or(Unread::NotANumber)?;
        if let Some(first) = self.measures().next().filter(|_| self.is_alone()) {
            let may_stand_alone = first.is_counted() || written.number.is_zero();
            if written.is_bare() && may_stand_alone {
                return Ok(scalar(written.number, 0));
            }
            let times = written.in_base(&Units::plain()).filter(|_| first.is_counted() && first.factor(&written.word).is_none());
            if let Some((_, number)) = times {
                return Ok(scalar(number, 0));
            }
        }
        if written.is_bare() {
            return Err(Unread::NeedsUnit);
        }
        let mut found: Vec<_> = (0..).zip(self.measures()).filter_map(|(nr, units)| Some((written.in_base(units)?, nr))).collect();
        let best = found.iter().map(|((known, _), _)| *known).max().ok_or(Unread::NotANumber)?;
        found.retain(|((known, _), _)| *known == best);
        match found.as_slice() {
            [((_, number), measure)] => Ok(scalar(*number, *measure)),
            _ => Err(Unread::NeedsUnit),
        }
    }

    /// The numbers that a reader may see as this text where the head of a column names the unit: the form as written has
    /// another unit then, and no commas between thousands. Shorter numbers are found in that form.
    pub(super) fn seen_as(&self, text: &str) -> BTreeSet<Scalar> {
        let Some(number) = bare_number(text).filter(|number| *number >= Decimal::ONE_THOUSAND) else { return BTreeSet::new() };
        let measures = (0..).zip(self.measures());
        let factors = measures.flat_map(|(measure, units)| units.factors().map(move |factor| (measure, factor)));
        factors.filter_map(|(measure, factor)| Some(scalar(number.checked_mul(factor)?, measure))).collect()
    }

    /// Whether a word, folded and without spaces, is a unit of the column.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.measures().any(|units| units.factor(word).is_some())
    }

    /// A number of a measure, so that [`Self::read`] gives the same.
    pub(super) fn write(&self, number: Decimal, measure: u16) -> String {
        self.units(measure).map_or_else(|| number.normalize().to_string(), |units| units.typed(number))
    }
}

fn scalar(number: Decimal, measure: u16) -> Scalar {
    Scalar::Number(number.round_dp(MOST_DECIMALS), measure)
}
