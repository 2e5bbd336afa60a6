//! How columns of text are filled, row by row.

use super::{
    codes::Codes,
    column::{Data, Text},
    fold::fold,
    room,
    strings::{Dictionary, Strings},
};

/// Fills a [`Text`] column.
#[derive(Debug, Default)]
pub struct TextBuilder {
    codes: Vec<u32>,
    values: Dictionary,
    english: Strings,
    aliases: Strings,
    is_overfull: bool,
}

/// A row of a [`TextBuilder`] that nothing is stated in; the number after the last value is known only at the end.
const NONE: u32 = u32::MAX;

impl TextBuilder {
    /// A column that begins with so many rows in which nothing is stated.
    pub(super) fn after(num_rows: usize) -> Self {
        Self { codes: vec![NONE; num_rows], ..Self::default() }
    }

    /// Adds a row.
    pub fn push(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.push_with(text, "", &[]),
            None => self.push_code(NONE),
        }
    }

    fn push_code(&mut self, code: u32) {
        room::for_one(&mut self.codes);
        self.codes.push(code);
    }

    /// Adds a row whose English is made only if its value is new.
    pub fn push_lazily(&mut self, text: &str, english: impl FnOnce() -> String) {
        if let Some(code) = self.push_value(text) {
            extend(&mut self.english, code, &english(), &mut self.is_overfull);
        }
    }

    /// Adds a row with the value's English (or "") and other words that find it; those of its first row count.
    pub fn push_with(&mut self, text: &str, english: &str, aliases: &[&str]) {
        let Some(code) = self.push_value(text) else { return };
        // Most columns have neither; then nothing is kept until the first value that has.
        extend(&mut self.english, code, english, &mut self.is_overfull);
        if !aliases.is_empty() {
            extend(&mut self.aliases, code, &fold(&aliases.join("\u{1}")), &mut self.is_overfull);
        }
    }

    /// Adds a row; the number of its value if that is new.
    fn push_value(&mut self, text: &str) -> Option<u32> {
        let found = self.values.code(text);
        self.is_overfull |= found.is_none();
        self.push_code(found.map_or(NONE, |(code, _)| code));
        found.filter(|(_, is_new)| *is_new).map(|(code, _)| code)
    }

    /// The column's values.
    pub fn finish(self) -> Text {
        let Self { mut codes, values: Dictionary { strings: mut values, .. }, english, aliases, is_overfull } = self;
        let num_values = u32::try_from(values.len()).unwrap_or(u32::MAX);
        let has_gaps = codes.contains(&NONE);
        codes.iter_mut().filter(|code| **code == NONE).for_each(|code| *code = num_values);
        if is_overfull {
            // What did not fit must not pass for "not stated": the table refuses the column by this mark.
            codes.fill(u32::MAX);
        }
        values.shrink();
        let codes = if is_overfull { Codes::U32(codes) } else { Codes::pack(codes, values.len() + 1) };
        let some = |mut strings: Strings| {
            strings.shrink();
            (!strings.is_empty()).then_some(strings)
        };
        let is_distinct = !is_overfull && values.len() == codes.len() && !has_gaps;
        Text { codes, is_distinct, values, english: some(english), aliases: some(aliases) }
    }
}

fn extend(strings: &mut Strings, code: u32, text: &str, is_overfull: &mut bool) {
    if text.is_empty() {
        return;
    }
    while strings.len() < code as usize && !*is_overfull {
        *is_overfull |= strings.push("").is_none();
    }
    *is_overfull |= strings.push(text).is_none();
}

impl From<TextBuilder> for Data {
    fn from(builder: TextBuilder) -> Self {
        Self::Text(builder.finish())
    }
}
