//! How columns of choices, numbers and dates are filled, row by row.

use super::{
    codes::Codes,
    column::{Addition, Choice, ChoiceValue, Data, Dates, NO_DATE, NOT_STATED, Number},
    date::Date,
    natures::{Nature, Natures},
    room,
    scalar::{Decimal, NotExact, Units},
    text_builder::TextBuilder,
};
use crate::locale::Bilingual;

/// Fills a [`Choice`] column.
#[derive(Debug)]
pub struct ChoiceBuilder {
    codes: Vec<u32>,
    options: Vec<ChoiceValue>,
}

impl ChoiceBuilder {
    /// A column that may have these values, in the order they sort.
    pub fn new(options: Vec<ChoiceValue>) -> Self {
        Self { codes: Vec::new(), options }
    }

    /// The same from ids and names.
    pub fn from_names<Id: Into<String>>(options: impl IntoIterator<Item = (Id, Bilingual)>) -> Self {
        Self::new(options.into_iter().map(|(id, name)| ChoiceValue { id: id.into(), name }).collect())
    }

    /// Adds a row by the value's position among the options; one that does not exist is "not stated".
    pub fn push(&mut self, nr: Option<usize>) {
        let not_stated = self.options.len();
        room::for_one(&mut self.codes);
        self.codes.push(u32::try_from(nr.map_or(not_stated, |nr| nr.min(not_stated))).unwrap_or(u32::MAX));
    }

    /// Adds a row by the value's id; one that does not exist is "not stated".
    pub fn push_id(&mut self, id: Option<&str>) {
        self.push(id.and_then(|id| self.options.iter().position(|option| option.id == id)));
    }
}

impl From<ChoiceBuilder> for Data {
    fn from(builder: ChoiceBuilder) -> Self {
        let codes = Codes::pack(builder.codes, builder.options.len() + 1);
        Self::Choice(Choice { codes, options: builder.options })
    }
}

/// Fills a [`Number`] column.
#[derive(Debug)]
pub struct NumberBuilder {
    values: Vec<i64>,
    decimals: u32,
    units: Units,
    addition: Addition,
    natures: Natures,
    written: Option<TextBuilder>,
    is_growing: bool,
}

/// The most decimals of a column: 64 bits hold no more.
const MOST_DECIMALS: u32 = 18;

impl NumberBuilder {
    /// Numbers of up to so many decimals (at most 18) of the base unit.
    pub fn new(decimals: u32, units: Units) -> Self {
        let decimals = decimals.min(MOST_DECIMALS);
        let (addition, natures) = (Addition::May, Natures::default());
        Self { values: Vec::new(), decimals, units, addition, natures, written: None, is_growing: false }
    }

    /// Numbers of as many decimals of the base unit as they turn out to need.
    pub fn growing(units: Units) -> Self {
        Self { is_growing: true, ..Self::new(0, units) }
    }

    /// Says whether the numbers may be added.
    #[must_use]
    pub fn addition(self, addition: Addition) -> Self {
        Self { addition, ..self }
    }

    /// Says what the number of the last row is, unless it is exact and of the first measure.
    pub fn note(&mut self, nature: Nature) {
        self.natures.set(self.values.len().saturating_sub(1), nature);
    }

    /// Adds a row, in the base unit.
    ///
    /// # Errors
    ///
    /// The number does not fit; the row is added as "not stated".
    pub fn push(&mut self, number: Option<Decimal>) -> Result<(), NotExact> {
        self.push_row(number, None)
    }

    /// Adds a row with the form as written, which is read and searched; it may stand without a number.
    ///
    /// # Errors
    ///
    /// The number does not fit; the row is added as "not stated".
    pub fn push_written(&mut self, number: Option<Decimal>, written: Option<(&str, &str)>) -> Result<(), NotExact> {
        self.push_row(number, written)
    }

    /// Adds a row with the form as written, whose English is made only if that form is new.
    ///
    /// # Errors
    ///
    /// The number does not fit; the row is added as "not stated".
    pub fn push_lazily(&mut self, number: Option<Decimal>, written: &str, english: impl FnOnce() -> String) -> Result<(), NotExact> {
        begin_written(&mut self.written, self.values.len()).push_lazily(written, english);
        self.push_number(number)
    }

    fn push_row(&mut self, number: Option<Decimal>, written: Option<(&str, &str)>) -> Result<(), NotExact> {
        push_written(&mut self.written, self.values.len(), written);
        self.push_number(number)
    }

    fn push_number(&mut self, number: Option<Decimal>) -> Result<(), NotExact> {
        if let Some(number) = number.filter(|_| self.is_growing) {
            self.grow(number.normalize().scale().min(MOST_DECIMALS));
        }
        let scaled = number.map(|number| scale(number, self.decimals).ok_or(NotExact(number))).transpose();
        room::for_one(&mut self.values);
        self.values.push(scaled.ok().flatten().unwrap_or(NOT_STATED));
        scaled.map(|_| ())
    }
}

impl NumberBuilder {
    /// Gives every number more decimals; what becomes too large by it is "not stated", as if it had been so at first.
    fn grow(&mut self, decimals: u32) {
        let Some(zeros) = decimals.checked_sub(self.decimals).filter(|zeros| *zeros > 0) else { return };
        let factor = 10_i64.pow(zeros);
        for value in self.values.iter_mut().filter(|value| **value != NOT_STATED) {
            *value = value.checked_mul(factor).unwrap_or(NOT_STATED);
        }
        self.decimals = decimals;
    }
}

/// The number as a multiple of the column's power of ten, if that is exact.
pub(super) fn scale(number: Decimal, decimals: u32) -> Option<i64> {
    let normal = number.normalize();
    let zeros = decimals.checked_sub(normal.scale())?;
    let scaled = normal.mantissa().checked_mul(10_i128.checked_pow(zeros)?)?;
    i64::try_from(scaled).ok().filter(|scaled| *scaled != NOT_STATED)
}

/// Adds the form as written; the column of forms begins with the first row that has one.
fn push_written(builder: &mut Option<TextBuilder>, num_before: usize, written: Option<(&str, &str)>) {
    if written.is_some() {
        begin_written(builder, num_before);
    }
    let Some(builder) = builder else {
        return;
    };
    match written {
        Some((text, english)) => builder.push_with(text, english, &[]),
        None => builder.push(None),
    }
}

/// The column of forms, begun if there is none yet.
fn begin_written(builder: &mut Option<TextBuilder>, num_before: usize) -> &mut TextBuilder {
    builder.get_or_insert_with(|| TextBuilder::after(num_before))
}

impl From<NumberBuilder> for Data {
    fn from(builder: NumberBuilder) -> Self {
        let NumberBuilder { mut values, decimals, units, addition, mut natures, written, .. } = builder;
        values.shrink_to_fit();
        natures.shrink();
        Self::Number(Number { values, decimals, units, addition, natures, written: written.map(TextBuilder::finish) })
    }
}

/// Fills a [`Dates`] column.
#[derive(Debug, Default)]
pub struct DateBuilder {
    values: Vec<i32>,
    written: Option<TextBuilder>,
}

impl DateBuilder {
    /// Adds a row.
    pub fn push(&mut self, date: Option<Date>) {
        self.push_written(date, None);
    }

    /// Adds a row with the form as written and its English, which are read and searched.
    pub fn push_written(&mut self, date: Option<Date>, written: Option<(&str, &str)>) {
        push_written(&mut self.written, self.values.len(), written);
        self.push_date(date);
    }

    /// Adds a row with the form as written, whose English is made only if that form is new.
    pub fn push_lazily(&mut self, date: Option<Date>, written: &str, english: impl FnOnce() -> String) {
        begin_written(&mut self.written, self.values.len()).push_lazily(written, english);
        self.push_date(date);
    }

    fn push_date(&mut self, date: Option<Date>) {
        room::for_one(&mut self.values);
        self.values.push(date.map_or(NO_DATE, Date::pack));
    }
}

impl From<DateBuilder> for Data {
    fn from(builder: DateBuilder) -> Self {
        let DateBuilder { mut values, written } = builder;
        values.shrink_to_fit();
        Self::Date(Dates { values, written: written.map(TextBuilder::finish) })
    }
}
