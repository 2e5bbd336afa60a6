//! Single cells, and the values of text and choice columns by their numbers.

use super::{
    codes::{Code as _, Codes, each_width},
    column::{Column, Data, NO_DATE, Text},
    number::NOT_STATED,
    scalar::Scalar,
};
use crate::locale::Lang;

/// What stands in one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'table> {
    /// Nothing is stated.
    NotStated,
    /// A value of a text or choice column: as filters name it, and its number in the column.
    Value(&'table str, u32),
    /// A number or a date.
    Scalar(Scalar),
}

impl Column {
    /// What stands in a row.
    pub fn cell(&self, row: u32) -> Cell<'_> {
        let scalar = |scalar: Option<Scalar>| scalar.map_or(Cell::NotStated, Cell::Scalar);
        match &self.data {
            Data::Number(number) => scalar(number.scalar(row)),
            Data::Date(dates) => scalar(dates.value(row).map(Scalar::Date)),
            Data::Text(_) | Data::Choice(_) => {
                let code = self.code(row).unwrap_or(u32::MAX);
                self.value(code).map_or(Cell::NotStated, |value| Cell::Value(value, code))
            }
        }
    }

    /// A row's value of a text or choice column, by its number; that after the last one is "not stated".
    pub fn code(&self, row: u32) -> Option<u32> {
        self.codes()?.get(row)
    }

    /// A value of a text or choice column by its number, as filters name it.
    pub fn value(&self, code: u32) -> Option<&str> {
        match &self.data {
            Data::Text(text) => text.values.get(code),
            Data::Choice(choice) => choice.options.get(code as usize).map(|option| option.id.as_str()),
            Data::Number(_) | Data::Date(_) => None,
        }
    }

    /// The same as a reader of a language sees it.
    pub fn shown(&self, code: u32, lang: Lang) -> Option<&str> {
        match &self.data {
            Data::Text(text) => text.shown(code, lang),
            Data::Choice(choice) => choice.options.get(code as usize).map(|option| option.name.get(lang)),
            Data::Number(_) | Data::Date(_) => None,
        }
    }

    /// What a reader of a language sees in a row: the value's name, the form as written, or else the number or date.
    pub fn text(&self, row: u32, lang: Lang) -> Option<String> {
        let written = |text: &Option<Text>| text.as_ref().and_then(|text| text.shown(text.codes.get(row)?, lang)).map(str::to_owned);
        match &self.data {
            Data::Text(_) | Data::Choice(_) => self.shown(self.code(row)?, lang).map(str::to_owned),
            Data::Number(number) => {
                written(&number.written).or_else(|| Some(number.units(number.measure(row))?.show(number.value(row)?, lang)))
            }
            Data::Date(dates) => written(&dates.written).or_else(|| Some(dates.value(row)?.to_string())),
        }
    }

    /// The number of a value that filters name so.
    pub fn find_value(&self, value: &str) -> Option<u32> {
        let found = match &self.data {
            Data::Text(text) => text.values.position(value),
            Data::Choice(choice) => choice.options.iter().position(|option| option.id == value),
            Data::Number(_) | Data::Date(_) => None,
        };
        found.and_then(|nr| u32::try_from(nr).ok())
    }

    /// How many distinct values a text or choice column may have.
    pub fn num_values(&self) -> Option<u32> {
        match &self.data {
            Data::Text(text) => Some(text.num_values()),
            Data::Choice(choice) => u32::try_from(choice.options.len()).ok(),
            Data::Number(_) | Data::Date(_) => None,
        }
    }

    /// Whether some row states nothing; looked for row by row.
    pub fn has_gaps(&self) -> bool {
        match &self.data {
            Data::Number(number) => number.values.contains(&NOT_STATED),
            Data::Date(dates) => dates.values.contains(&NO_DATE),
            Data::Text(_) | Data::Choice(_) => {
                let num_values = self.num_values().unwrap_or(0) as usize;
                self.codes().is_some_and(|codes| each_width!(codes, list => list.iter().any(|code| code.index() >= num_values)))
            }
        }
    }

    /// Per row the number of its value, of a text or choice column.
    pub(super) fn codes(&self) -> Option<&Codes> {
        match &self.data {
            Data::Text(text) => Some(&text.codes),
            Data::Choice(choice) => Some(&choice.codes),
            Data::Number(_) | Data::Date(_) => None,
        }
    }
}
