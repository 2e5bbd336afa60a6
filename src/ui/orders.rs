//! What an order is called: numbers run from low to high, dates from early to late, names by pinyin.

use std::borrow::Cow;

use crate::{
    locale::{Lang, tr},
    table::{Collation, Column, Data, SortDirection},
};

/// The words for an order of a column; where nothing is said of its texts, these are ordered as the language does.
pub fn order_words(lang: Lang, column: &Column, direction: SortDirection, collation: Option<Collation>) -> Cow<'static, str> {
    let usual = match lang {
        Lang::Zh => Collation::Pinyin,
        Lang::En => Collation::English,
    };
    let kind = match &column.data {
        Data::Number(_) => "number",
        Data::Date(_) => "date",
        Data::Choice(_) => "list",
        Data::Text(_) => collation.unwrap_or(usual).code(),
    };
    let end = match direction {
        SortDirection::Ascending => "up",
        SortDirection::Descending => "down",
    };
    tr(lang, &format!("order-{kind}-{end}"))
}
