//! What the word at the cursor of a search box may become: a column's name, or a value after one.

use std::ops::Range;

use super::{
    codes::{Code as _, Codes, each_width},
    collation::Collation,
    column::{Column, ColumnId, Data, Table},
    find_column::find_column,
    fold::fold,
    lex::{Body, Op, lex, quote},
    needle::Needle,
    search::Word,
};
use crate::locale::{Lang, tr};

/// One thing the text may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the text it takes the place of.
    pub range: Range<usize>,
    /// What is written there.
    pub text: String,
    /// What to call it, in the reader's language.
    pub label: String,
    /// The column it names, or whose value it is.
    pub column: ColumnId,
}

/// What the word that ends at byte `cursor` may become, at most `max` things, in the order of the table.
pub fn complete(table: &Table, text: &str, cursor: usize, lang: Lang, max: usize) -> Vec<Completion> {
    let Some(before) = text.get(..cursor) else {
        return Vec::new();
    };
    let start = before
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let word = before.get(start..).unwrap_or_default();
    let minus = if word.starts_with(['-', '－']) { word.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let (start, word) = (start + minus, word.get(minus..).unwrap_or_default());
    // The condition may still lack its value; with one it can be read.
    let Ok([token]) = lex(&format!("{word}x"), &|_, _| 0).map(|tokens| <[_; 1]>::try_from(tokens).unwrap_or_else(|_| [empty()])) else {
        return Vec::new();
    };
    match token.body {
        Body::Condition { name, op, values } => {
            let begin = values.last().map_or(word.len(), |value| value.range.start).min(word.len());
            let place = Place { typed: word.get(begin..).unwrap_or_default(), range: start + begin..cursor, lang, max };
            if name.text == "sort" {
                return sort_keys(table, &place);
            }
            if name.text == "group" && table.column("group").is_none() {
                return place.columns(table, Column::can_group, |column| column.id.to_string());
            }
            let Some(column) = find_column(table, &name.text).ok().and_then(|nr| table.columns.get(nr)) else {
                return Vec::new();
            };
            let mut found = values_of(column, &place);
            let takes_gaps = matches!(op, Op::Has | Op::Is) || values.len() > 1;
            found.extend(not_stated(column, &place).filter(|_| takes_gaps && found.len() < max));
            found
        }
        Body::Word(_) if !word.is_empty() => {
            // A number or a date is asked for by a bound.
            let op = |column: &Column| if matches!(column.data, Data::Number(_) | Data::Date(_)) { ">=" } else { ":" };
            let place = Place { typed: word, range: start..cursor, lang, max };
            place.columns(table, |_| true, |column| format!("{}{}", column.id, op(column)))
        }
        Body::Word(_) | Body::Or => Vec::new(),
    }
}

fn empty() -> super::lex::Token {
    super::lex::Token { range: 0..0, is_negated: false, body: Body::Or }
}

/// What is typed and where, and what is wanted of it.
struct Place<'a> {
    typed: &'a str,
    range: Range<usize>,
    lang: Lang,
    max: usize,
}

impl Place<'_> {
    fn needle(&self) -> Needle {
        Needle::new(&Word { text: fold(self.typed.trim_start_matches('"')), is_phrase: false })
    }

    fn completion(&self, column: &Column, text: String, label: &str) -> Completion {
        Completion { range: self.range.clone(), text, label: label.to_owned(), column: column.id.clone() }
    }

    /// The columns whose names have what is typed, and what is written for each.
    fn columns(&self, table: &Table, is_wanted: impl Fn(&Column) -> bool, text: impl Fn(&Column) -> String) -> Vec<Completion> {
        let needle = self.needle();
        let fits = |column: &&Column| {
            let mut names = [column.id.as_str(), &column.name.zh, &column.name.en].into_iter();
            is_wanted(column) && names.any(|name| needle.is_in(name))
        };
        let found = table.columns.iter().filter(fits).take(self.max);
        found.map(|column| self.completion(column, text(column), column.name.get(self.lang))).collect()
    }
}

/// A column to sort by, or after a slash an order of its texts.
fn sort_keys(table: &Table, place: &Place<'_>) -> Vec<Completion> {
    let key = place.typed.trim_start_matches(['-', '－']);
    let range = place.range.end - key.len()..place.range.end;
    let Some((name, order)) = key.split_once('/') else {
        return Place { typed: key, range, ..*place }.columns(table, |_| true, |column| column.id.to_string());
    };
    let column = find_column(table, name).ok().and_then(|nr| table.columns.get(nr));
    let Some(column) = column.filter(|column| matches!(column.data, Data::Text(_))) else { return Vec::new() };
    let place = Place { typed: order, range: range.end - order.len()..range.end, ..*place };
    let fitting = Collation::ALL.into_iter().filter(|collation| collation.code().starts_with(order));
    fitting.map(|collation| place.completion(column, collation.code().to_owned(), &tr(place.lang, collation.name_key()))).collect()
}

/// The rows that state nothing, by their sign.
fn not_stated(column: &Column, place: &Place<'_>) -> Option<Completion> {
    let needle = place.needle();
    let name = |lang| tr(lang, "table-not-stated-value");
    let is_meant = Lang::ALL.into_iter().any(|lang| needle.is_in(&name(lang))) || "none".starts_with(place.typed);
    is_meant.then(|| place.completion(column, "?".to_owned(), &name(place.lang)))
}

/// Of longer lists only the beginning is looked through: an offer must be there within the frame.
const MAX_LOOKED_AT: u32 = 20_000;

fn values_of(column: &Column, place: &Place<'_>) -> Vec<Completion> {
    let needle = place.needle();
    let is_quoted = matches!(column.data, Data::Text(_));
    let fits = |code: &u32| {
        let shown = Lang::ALL.into_iter().filter_map(|lang| column.shown(*code, lang));
        shown.chain(column.value(*code)).any(|name| needle.is_in(name))
    };
    let completion = |code: u32| {
        let value = column.value(code)?;
        let text = if is_quoted && !value.chars().all(char::is_alphanumeric) { quote(value) } else { value.to_owned() };
        Some(place.completion(column, text, column.shown(code, place.lang)?))
    };
    let mut fitting: Box<dyn Iterator<Item = u32>> = Box::new((0..column.num_values().unwrap_or(0).min(MAX_LOOKED_AT)).filter(fits));
    if let Data::Choice(choice) = &column.data {
        // A value that no row has finds nothing: it is there, but the first offer is not that.
        let mut codes: Vec<u32> = fitting.collect();
        let used = used(&choice.codes, choice.options.len());
        codes.sort_by_key(|code| !used.get(*code as usize).copied().unwrap_or(false));
        fitting = Box::new(codes.into_iter());
    }
    fitting.filter_map(completion).take(place.max).collect()
}

/// Which values any row has; looks no further once all have been seen.
fn used(codes: &Codes, num_values: usize) -> Vec<bool> {
    let (mut used, mut num_unseen) = (vec![false; num_values], num_values);
    each_width!(codes, list => for code in list {
        if let Some(seen @ false) = used.get_mut(code.index()) {
            *seen = true;
            num_unseen -= 1;
            if num_unseen == 0 {
                break;
            }
        }
    });
    used
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::fixture::{ROWS, table, table_of};

    #[test]
    fn completes_columns_and_values() {
        let table = table();
        for (text, expected) in [
            ("", ""),
            ("sta", "0..3 stage:"),
            ("x jd", "2..4 stage:"),
            ("x 投", "2..5 investment>="),
            ("sig", "0..3 signed>="),
            ("signed>=", ""),
            ("signed:", "7..7 ?"),
            ("investment>=1亿,", "17..17 ?"),
            ("stage:未", "6..9 ?"),
            ("sort:-na", "6..8 name"),
            ("sort:stage,name/s", "16..17 stroke"),
            ("sort:investment/", ""),
            ("group:s", "6..7 stage, 6..7 signed"),
            ("-sta", "1..4 stage:"),
            ("stage:", "6..6 talks, 6..6 building, 6..6 trial, 6..6 running"),
            ("stage:talks,t", "12..13 talks, 12..13 building, 12..13 trial, 12..13 running"),
            ("a 阶段:试", "9..12 trial"),
            ("name:yl", "5..7 亿联盛"),
            ("nothing:x", ""),
            ("\"sta", ""),
        ] {
            let found = complete(&table, text, text.len(), Lang::Zh, 4);
            let shown: Vec<String> = found.iter().map(|found| format!("{:?} {}", found.range, found.text)).collect();
            assert_eq!(shown.join(", "), expected, "{text}");
        }
        let few = table_of(&ROWS[..3]);
        let found = complete(&few, "stage:", 6, Lang::Zh, 8);
        let found: Vec<&str> = found.iter().map(|found| found.text.as_str()).collect();
        let has = |stage: &&str| ROWS[..3].iter().any(|row| row.2 == *stage);
        let num_used = found.iter().filter(|stage| has(stage)).count();
        assert!((1..4).contains(&num_used) && found[..num_used].iter().all(has), "values without rows come last: {found:?}");
        assert_eq!(found.len(), 5, "all four, and the rows that state none");
        assert!(complete(&table, "阶", 1, Lang::Zh, 4).is_empty(), "a cursor inside a character");
    }
}
