//! What is wrong with a query, in words.

use super::join;
use crate::{
    locale::{Lang, tr, tr_args},
    table::{ColumnId, Data, Mistake, MistakeKind, Table},
};

/// A mistake in a query's text as a sentence of a language.
pub fn mistake_text(table: &Table, mistake: &Mistake, lang: Lang) -> String {
    let name = |column: &ColumnId| table.column(column.as_str()).map_or(column.to_string(), |column| column.name.get(lang).to_owned());
    let about = |key: &str, column: &ColumnId, word: &str| tr_args(lang, key, &[("column", name(column).into()), ("word", word.into())]);
    match &mistake.kind {
        MistakeKind::UnknownColumn(word) => {
            let known: Vec<&str> = table.columns().iter().map(|column| column.id.as_str()).collect();
            tr_args(lang, "query-unknown-column", &[("word", word.as_str().into()), ("known", known.join(", ").into())])
        }
        MistakeKind::AmbiguousColumn(word, columns) => {
            let known: Vec<String> = columns.iter().map(name).collect();
            let known = join(known.iter().map(String::as_str), lang);
            tr_args(lang, "query-ambiguous-column", &[("word", word.as_str().into()), ("known", known.into())])
        }
        MistakeKind::NeedsUnit(column, word) => {
            tr_args(lang, "query-needs-unit", &[("word", word.as_str().into()), ("known", units(table, column, lang).into())])
        }
        MistakeKind::UnknownValue(column, word) => about("query-unknown-value", column, word),
        MistakeKind::NotANumber(column, word) => about("query-not-a-number", column, word),
        MistakeKind::MixedRange(column, word) => about("query-mixed-range", column, word),
        MistakeKind::Backwards(column, word) => about("query-backwards", column, word),
        MistakeKind::UnknownOrder(column, word) => about("query-unknown-order", column, word),
        MistakeKind::NotADate(column, word) => about("query-not-a-date", column, word),
        MistakeKind::NotComparable(column) => about("query-not-comparable", column, ""),
        MistakeKind::NotGroupable(column) => about("query-not-groupable", column, ""),
        MistakeKind::MissingValue => tr(lang, "query-missing-value").into_owned(),
        MistakeKind::UnclosedQuote => tr(lang, "query-unclosed-quote").into_owned(),
        MistakeKind::DanglingOr => tr(lang, "query-dangling-or").into_owned(),
        MistakeKind::LonelyMinus => tr(lang, "query-lonely-minus").into_owned(),
    }
}

/// The units of a column's numbers: all of one measure, or one of each.
fn units(table: &Table, column: &ColumnId, lang: Lang) -> String {
    let Some(Data::Number(numbers)) = table.column(column.as_str()).map(|column| &column.data) else { return String::new() };
    let words: Vec<&str> = match numbers.measures().count() {
        1 => numbers.measures().flat_map(|units| units.names(lang)).collect(),
        _ => numbers.measures().map(|units| units.name(lang)).filter(|name| !name.is_empty()).collect(),
    };
    join(words, lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Bilingual,
        table::{Column, TextBuilder},
    };

    #[test]
    fn every_mistake_has_words_in_both_languages() {
        let mut names = TextBuilder::default();
        names.push(Some("甲"));
        let table = Table::new(vec![Column::new("name", Bilingual::new("名称", "Name"), names)]).unwrap();
        let column = ColumnId::from("name");
        let kinds = [
            MistakeKind::UnknownColumn("x".into()),
            MistakeKind::UnknownValue(column.clone(), "x".into()),
            MistakeKind::NotANumber(column.clone(), "x".into()),
            MistakeKind::NotADate(column.clone(), "x".into()),
            MistakeKind::AmbiguousColumn("x".into(), vec![column.clone()]),
            MistakeKind::NeedsUnit(column.clone(), "x".into()),
            MistakeKind::MixedRange(column.clone(), "x".into()),
            MistakeKind::Backwards(column.clone(), "x".into()),
            MistakeKind::UnknownOrder(column.clone(), "x".into()),
            MistakeKind::NotComparable(column.clone()),
            MistakeKind::NotGroupable(column),
            MistakeKind::MissingValue,
            MistakeKind::UnclosedQuote,
            MistakeKind::DanglingOr,
            MistakeKind::LonelyMinus,
        ];
        for kind in kinds {
            let mistake = Mistake { range: 0..1, kind };
            for lang in Lang::ALL {
                let text = mistake_text(&table, &mistake, lang);
                assert!(!text.starts_with("query-") && !text.contains("{$"), "{text}");
            }
            assert_ne!(mistake_text(&table, &mistake, Lang::Zh), mistake_text(&table, &mistake, Lang::En));
        }
    }
}
