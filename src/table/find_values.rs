//! A column's values found by what is typed: for lists of values that have a field to search in.

use super::{
    cancel::Cancel,
    column::{Column, Data},
    fold::fold,
    haystack::Haystack,
    needle::Needle,
    search::Word,
};

/// Finds values of a column, in Chinese, English, pinyin and initials.
#[derive(Clone, Debug)]
pub struct ValueFinder(Haystack);

impl ValueFinder {
    /// A finder for the values of a text or choice column; `None` for others, which have no list.
    pub fn new(column: &Column) -> Option<Self> {
        match &column.data {
            Data::Text(text) => Some(Self(Haystack::of_text(text))),
            Data::Choice(choice) => Some(Self(Haystack::of_choice(choice))),
            Data::Number(_) | Data::Date(_) => None,
        }
    }

    /// By number, whether a value has the text.
    pub fn find(&mut self, text: &str) -> Vec<bool> {
        let needle = Needle::new(&Word { text: fold(text), is_phrase: false });
        let Some(hits) = self.0.hits(&needle, &Cancel::default()) else { return Vec::new() };
        (0..u32::try_from(hits.len()).unwrap_or(u32::MAX)).map(|code| hits.contains(code)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::fixture::table;

    #[test]
    fn values_are_found_as_rows_are() {
        let table = table();
        for (column, text, found) in [
            ("name", "盛", "亿联盛 盛信"),
            ("name", "sx", "盛信"),
            ("name", "LIGHT", "ＬＥＤ照明"),
            ("name", "zhaoming", "ＬＥＤ照明"),
            ("name", "没有", ""),
            ("stage", "construction", "building"),
            ("stage", "tc", "running"),
            ("stage", "", "talks building trial running"),
        ] {
            let column = table.column(column).unwrap();
            let is_found = ValueFinder::new(column).unwrap().find(text);
            let names: Vec<&str> =
                (0..).zip(is_found).filter(|(_, is_found)| *is_found).filter_map(|(code, _)| column.value(code)).collect();
            assert_eq!(names.join(" "), found, "{text}");
        }
        assert!(ValueFinder::new(table.column("investment").unwrap()).is_none(), "numbers have a histogram");
    }
}
