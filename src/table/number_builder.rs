//! How columns of numbers are filled, row by row.

use super::{
    builders::{begin_written, push_written},
    column::{Addition, Data},
    natures::{Nature, Natures},
    number::{Measured, NOT_STATED, Number},
    room,
    scalar::Decimal,
    text_builder::TextBuilder,
    units::{MOST_DECIMALS, Units},
};

/// Fills a [`Number`] column. It keeps as many decimals of each measure as its numbers need.
#[derive(Debug, Default)]
pub struct NumberBuilder {
    values: Vec<i64>,
    measures: Vec<Measured>,
    addition: Addition,
    natures: Natures,
    /// What the next number is.
    next: Nature,
    written: Option<TextBuilder>,
    lost: Option<Decimal>,
}

impl NumberBuilder {
    /// Numbers of one measure, or of others that [`Self::measure`] adds.
    pub fn new(units: Units) -> Self {
        Self { measures: vec![Measured { units, decimals: 0 }], ..Self::default() }
    }

    /// Adds a measure; its number, as [`Nature::measure`] has it.
    pub fn measure(&mut self, units: Units) -> u16 {
        self.measures.push(Measured { units, decimals: 0 });
        u16::try_from(self.measures.len() - 1).unwrap_or(u16::MAX)
    }

    /// Says whether the numbers may be added.
    #[must_use]
    pub fn addition(self, addition: Addition) -> Self {
        Self { addition, ..self }
    }

    /// Says what the next number is, unless it is exact and of the first measure.
    pub fn next(&mut self, nature: Nature) {
        self.next = nature;
    }

    /// Adds a row, in the base unit of the number's measure.
    ///
    /// One that has no place beside the others is not lost: no table can be made of the column.
    pub fn push(&mut self, number: Option<Decimal>) {
        self.push_written(number, None);
    }

    /// Adds a row with the form as written, which is read and searched; it may stand without a number.
    pub fn push_written(&mut self, number: Option<Decimal>, written: Option<(&str, &str)>) {
        self.push_found(number, written, &[]);
    }

    /// The same with other words that find the form as written; those of its first row count.
    pub fn push_found(&mut self, number: Option<Decimal>, written: Option<(&str, &str)>, aliases: &[&str]) {
        push_written(&mut self.written, self.values.len(), written, aliases);
        self.push_number(number);
    }

    /// Adds a row with the form as written, whose English is made only if that form is new.
    pub fn push_lazily(&mut self, number: Option<Decimal>, written: &str, english: impl FnOnce() -> String) {
        begin_written(&mut self.written, self.values.len()).push_lazily(written, english);
        self.push_number(number);
    }

    fn push_number(&mut self, number: Option<Decimal>) {
        let nature = std::mem::take(&mut self.next);
        let stored = number.map(|number| {
            let number = number.round_dp(MOST_DECIMALS).normalize();
            self.grow(nature.measure, number.scale());
            let decimals = self.measures.get(usize::from(nature.measure)).map_or(0, |measured| measured.decimals);
            scale(number, decimals).unwrap_or_else(|| self.lose(number))
        });
        if number.is_some() {
            self.natures.set(self.values.len(), nature);
        }
        room::for_one(&mut self.values);
        self.values.push(stored.unwrap_or(NOT_STATED));
    }

    fn lose(&mut self, number: Decimal) -> i64 {
        self.lost.get_or_insert(number);
        NOT_STATED
    }

    /// Gives every number of a measure more decimals.
    fn grow(&mut self, measure: u16, decimals: u32) {
        while self.measures.len() <= usize::from(measure) {
            self.measures.push(Measured { units: Units::plain(), decimals: 0 });
        }
        let Some(measured) = self.measures.get_mut(usize::from(measure)) else { return };
        let Some(zeros) = decimals.checked_sub(measured.decimals).filter(|zeros| *zeros > 0) else { return };
        let before = measured.decimals;
        measured.decimals = decimals;
        let factor = 10_i64.pow(zeros);
        for (row, value) in (0..).zip(self.values.iter_mut()).filter(|(_, value)| **value != NOT_STATED) {
            if self.natures.get(row).measure == measure {
                *value = value.checked_mul(factor).unwrap_or_else(|| {
                    self.lost.get_or_insert(Decimal::new(*value, before));
                    NOT_STATED
                });
            }
        }
    }

    /// Keeps the measures that rows have, that of most rows first; of an empty column the first.
    fn order_measures(&mut self) {
        self.measures.resize_with(self.measures.len().max(1), Measured::default);
        if self.natures.is_plain() {
            return self.measures.truncate(1);
        }
        let mut counts: Vec<(u32, u16)> = (0..).take(self.measures.len()).map(|measure| (0, measure)).collect();
        for (row, _) in (0..).zip(&self.values).filter(|(_, value)| **value != NOT_STATED) {
            counts.iter_mut().skip(usize::from(self.natures.get(row).measure)).take(1).for_each(|(count, _)| *count += 1);
        }
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let num_used = counts.iter().filter(|(count, _)| *count > 0).count();
        counts.truncate(num_used.max(1));
        let mut numbers = vec![0; self.measures.len()];
        for (new, (_, old)) in (0..).zip(&counts) {
            numbers.iter_mut().skip(usize::from(*old)).take(1).for_each(|number| *number = new);
        }
        self.natures.renumber(&numbers, self.values.len());
        self.measures = counts.iter().filter_map(|(_, old)| self.measures.get(usize::from(*old)).cloned()).collect();
    }
}

impl From<NumberBuilder> for Data {
    fn from(mut builder: NumberBuilder) -> Self {
        builder.order_measures();
        let NumberBuilder { mut values, measures, addition, mut natures, written, lost, .. } = builder;
        values.shrink_to_fit();
        natures.shrink();
        Self::Number(Number { values, measures, addition, natures, written: written.map(TextBuilder::finish), lost })
    }
}

/// The number as a multiple of the column's power of ten, if that is exact.
pub(super) fn scale(number: Decimal, decimals: u32) -> Option<i64> {
    let normal = number.normalize();
    let zeros = decimals.checked_sub(normal.scale())?;
    let scaled = normal.mantissa().checked_mul(10_i128.checked_pow(zeros)?)?;
    i64::try_from(scaled).ok().filter(|scaled| *scaled != NOT_STATED)
}
