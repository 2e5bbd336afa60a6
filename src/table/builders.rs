//! How columns of choices and dates are filled, row by row.

use super::{
    codes::Codes,
    column::{Choice, ChoiceValue, Data, Dates, NO_DATE},
    date::Date,
    room,
    text_builder::TextBuilder,
};
use crate::locale::Bilingual;

/// Fills a [`Choice`] column.
#[derive(Debug, Default)]
pub struct ChoiceBuilder {
    codes: Vec<u32>,
    options: Vec<ChoiceValue>,
}

/// A row of a [`ChoiceBuilder`] that nothing is stated in; the number after the last option is known only at the end.
const NONE: u32 = u32::MAX;

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
        let code = nr.filter(|nr| *nr < self.options.len()).and_then(|nr| u32::try_from(nr).ok());
        room::for_one(&mut self.codes);
        self.codes.push(code.unwrap_or(NONE));
    }

    /// Adds a value that rows may have from now on; its position.
    pub fn add(&mut self, id: String, name: Bilingual) -> usize {
        self.options.push(ChoiceValue { id, name });
        self.options.len() - 1
    }

    /// The same rows with the values in another order: that of these positions, each of which comes once.
    #[must_use]
    pub fn in_order(mut self, order: impl IntoIterator<Item = usize>) -> Self {
        let mut places = vec![NONE; self.options.len()];
        let mut options = Vec::with_capacity(self.options.len());
        for (place, nr) in (0..).zip(order) {
            places.iter_mut().skip(nr).take(1).for_each(|old| *old = place);
            options.extend(self.options.get(nr).cloned());
        }
        for code in &mut self.codes {
            *code = places.get(*code as usize).copied().unwrap_or(NONE);
        }
        Self { options, ..self }
    }

    /// Adds a row by the value's id; one that does not exist is "not stated".
    pub fn push_id(&mut self, id: Option<&str>) {
        self.push(id.and_then(|id| self.options.iter().position(|option| option.id == id)));
    }
}

impl From<ChoiceBuilder> for Data {
    fn from(builder: ChoiceBuilder) -> Self {
        let ChoiceBuilder { mut codes, options } = builder;
        let not_stated = u32::try_from(options.len()).unwrap_or(NONE);
        codes.iter_mut().filter(|code| **code == NONE).for_each(|code| *code = not_stated);
        Self::Choice(Choice { codes: Codes::pack(codes, options.len() + 1), options })
    }
}

/// Adds the form as written, and other words that find it; the column of forms begins with the first row that has one.
pub(super) fn push_written(builder: &mut Option<TextBuilder>, num_before: usize, written: Option<(&str, &str)>, aliases: &[&str]) {
    if written.is_some() {
        begin_written(builder, num_before);
    }
    let Some(builder) = builder else {
        return;
    };
    match written {
        Some((text, english)) => builder.push_with(text, english, aliases),
        None => builder.push(None),
    }
}

/// The column of forms, begun if there is none yet.
pub(super) fn begin_written(builder: &mut Option<TextBuilder>, num_before: usize) -> &mut TextBuilder {
    builder.get_or_insert_with(|| TextBuilder::after(num_before))
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
        push_written(&mut self.written, self.values.len(), written, &[]);
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
