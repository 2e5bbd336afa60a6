//! What the word at the cursor of a search box may become: a column's name, or a value after one.

use std::ops::Range;

use super::{
    codes::{Code as _, Codes, each_width},
    column::{Column, ColumnId, Data, Table},
    fold::fold,
    lex::{Body, lex, quote},
    needle::Needle,
    search::{Word, find_column},
};
use crate::locale::Lang;

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
    let Ok([token]) = lex(&format!("{word}x")).map(|tokens| <[_; 1]>::try_from(tokens).unwrap_or_else(|_| [empty()])) else {
        return Vec::new();
    };
    match token.body {
        Body::Condition { name, values, .. } => {
            let Some(column) = find_column(table, &name.text).and_then(|nr| table.columns.get(nr)) else {
                return Vec::new();
            };
            let begin = values.last().map_or(word.len(), |value| value.range.start).min(word.len());
            let typed = word.get(begin..).unwrap_or_default();
            values_of(column, typed, start + begin..cursor, lang, max)
        }
        Body::Word(_) if !word.is_empty() => columns_of(table, word, start..cursor, lang, max),
        Body::Word(_) | Body::Or => Vec::new(),
    }
}

fn empty() -> super::lex::Token {
    super::lex::Token { range: 0..0, is_negated: false, body: Body::Or }
}

fn needle(typed: &str) -> Needle {
    Needle::new(&Word { text: fold(typed.trim_start_matches('"')), is_phrase: false })
}

fn columns_of(table: &Table, typed: &str, range: Range<usize>, lang: Lang, max: usize) -> Vec<Completion> {
    let needle = needle(typed);
    let fits = |column: &&Column| [column.id.as_str(), &column.name.zh, &column.name.en].into_iter().any(|name| needle.is_in(name));
    let completion = |column: &Column| Completion {
        range: range.clone(),
        text: format!("{}:", column.id),
        label: column.name.get(lang).to_owned(),
        column: column.id.clone(),
    };
    table.columns.iter().filter(fits).take(max).map(completion).collect()
}

/// Of longer lists only the beginning is looked through: an offer must be there within the frame.
const MAX_LOOKED_AT: u32 = 20_000;

fn values_of(column: &Column, typed: &str, range: Range<usize>, lang: Lang, max: usize) -> Vec<Completion> {
    let needle = needle(typed);
    let is_quoted = matches!(column.data, Data::Text(_));
    let fits = |code: &u32| {
        let shown = Lang::ALL.into_iter().filter_map(|lang| column.shown(*code, lang));
        shown.chain(column.value(*code)).any(|name| needle.is_in(name))
    };
    let completion = |code: u32| {
        let value = column.value(code)?;
        let text = if is_quoted && !value.chars().all(char::is_alphanumeric) { quote(value) } else { value.to_owned() };
        Some(Completion { range: range.clone(), text, label: column.shown(code, lang)?.to_owned(), column: column.id.clone() })
    };
    let mut fitting: Box<dyn Iterator<Item = u32>> = Box::new((0..column.num_values().unwrap_or(0).min(MAX_LOOKED_AT)).filter(fits));
    if let Data::Choice(choice) = &column.data {
        // A value that no row has finds nothing: it is there, but the first offer is not that.
        let mut codes: Vec<u32> = fitting.collect();
        let used = used(&choice.codes, choice.options.len());
        codes.sort_by_key(|code| !used.get(*code as usize).copied().unwrap_or(false));
        fitting = Box::new(codes.into_iter());
    }
    fitting.filter_map(completion).take(max).collect()
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
            ("x 投", "2..5 investment:"),
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
        assert_eq!(found.len(), 4);
        assert!(complete(&table, "阶", 1, Lang::Zh, 4).is_empty(), "a cursor inside a character");
    }
}
