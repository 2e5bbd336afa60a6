//! A query as one line of text: for `--query`, saved views and links.
//!
//! `stage:building,trial investment>=1亿 -cluster:equipment "a phrase" word sort:-investment,name`. Conditions that a filter
//! can hold become filters; everything else stays search text, in its order. `group:stage` gathers rows under the values of a
//! column; in a table with a column `group` it does so only if it names a column. A search text that would not come back as it
//! is (it holds a condition, or spaces at its end) is written as `search:"…"`.

use super::{
    column::{Column, ColumnId, Data, Table},
    lex::{Body, Op, Piece, Token, lex, quote},
    mistake::{Mistake, MistakeKind},
    query::{Filter, Query, SortBy, SortDirection},
    scalar::Scalar,
    search::{Search, Test, find_column, test, write_scalar},
};

impl Query {
    /// Reads a query.
    ///
    /// # Errors
    ///
    /// The first mistake in it.
    pub fn parse(table: &Table, text: &str) -> Result<Self, Mistake> {
        Self::default().read(table, text)
    }

    /// This query with `text` in the place of its search text: conditions join the filters, words are searched for, an order
    /// and a group take the place of those before.
    ///
    /// # Errors
    ///
    /// The first mistake in it.
    pub fn read(&self, table: &Table, text: &str) -> Result<Self, Mistake> {
        let mut query = self.clone();
        let mut words: Vec<String> = Vec::new();
        let tokens = lex(text)?;
        Search::parse(table, &without_own(table, text, &tokens))?;
        if tokens.iter().any(|token| is_about(token, "sort", Op::Has).is_some()) {
            query.sort.clear();
        }
        for (nr, token) in tokens.iter().enumerate() {
            if let Some(values) = is_about(token, "sort", Op::Has) {
                read_sort(&mut query, table, values)?;
                continue;
            }
            if let Some([value]) = is_about(token, "search", Op::Has) {
                words.push(value.text.clone());
                continue;
            }
            if let Some(value) = grouped_by(table, token) {
                query.group = Some(read_group(table, value)?);
                continue;
            }
            let is_or = |nr: usize| tokens.get(nr).is_some_and(|token| token.body == Body::Or);
            let is_joined = is_or(nr) || is_or(nr + 1) || nr.checked_sub(1).is_some_and(is_or);
            if is_joined || !read_filter(&mut query, table, token)? {
                words.push(text.get(token.range.clone()).unwrap_or_default().to_owned());
            }
        }
        query.search = words.join(" ");
        Ok(query)
    }

    /// Writes the query so that [`Self::parse`] reads the same.
    pub fn write(&self, table: &Table) -> String {
        let mut parts: Vec<String> = self.filters.iter().map(|(id, filter)| write_filter(table, id, filter)).collect();
        if !self.search.is_empty() {
            let plain = Self { search: self.search.clone(), ..Self::default() };
            let is_plain = Self::parse(table, &self.search).is_ok_and(|query| query == plain);
            parts.push(if is_plain { self.search.clone() } else { format!("search:{}", quote(&self.search)) });
        }
        if !self.sort.is_empty() {
            let key = |key: &SortBy| format!("{}{}", if key.direction == SortDirection::Descending { "-" } else { "" }, key.column);
            parts.push(format!("sort:{}", self.sort.iter().map(key).collect::<Vec<_>>().join(",")));
        }
        parts.extend(self.group.as_ref().map(|column| format!("group:{column}")));
        parts.join(" ")
    }
}

/// The text with what is no search text (`sort:`, `search:`, `group:`) blanked, so that places stay what they are.
///
/// A mistake inside `search:"…"` is none here: the search box shows it, as it did when the query was written.
fn without_own(table: &Table, text: &str, tokens: &[Token]) -> String {
    let mut rest = text.to_owned();
    let is_own = |token: &Token| ["sort", "search"].into_iter().any(|word| is_about(token, word, Op::Has).is_some());
    for token in tokens.iter().filter(|token| is_own(token) || grouped_by(table, token).is_some()) {
        rest.replace_range(token.range.clone(), &" ".repeat(token.range.len()));
    }
    rest
}

/// The values of a condition on this name, if the token is one.
fn is_about<'token>(token: &'token Token, word: &str, wanted: Op) -> Option<&'token [Piece]> {
    match &token.body {
        Body::Condition { name, op, values } if name.text == word && *op == wanted && !token.is_negated => Some(values),
        _ => None,
    }
}

/// The column that a `group:` names. Where a column itself is called `group`, other words ask for its values.
fn grouped_by<'token>(table: &Table, token: &'token Token) -> Option<&'token Piece> {
    let Some([value]) = is_about(token, "group", Op::Has) else { return None };
    (table.column("group").is_none() || find_column(table, &value.text).is_some()).then_some(value)
}

fn read_group(table: &Table, piece: &Piece) -> Result<ColumnId, Mistake> {
    let mistake = |kind| Mistake { range: piece.range.clone(), kind };
    match find_column(table, &piece.text).and_then(|nr| table.columns.get(nr)) {
        Some(column) if column.can_group() => Ok(column.id.clone()),
        Some(column) => Err(mistake(MistakeKind::NotGroupable(column.id.clone()))),
        None => Err(mistake(MistakeKind::UnknownColumn(piece.text.clone()))),
    }
}

fn read_sort(query: &mut Query, table: &Table, values: &[Piece]) -> Result<(), Mistake> {
    for piece in values {
        let (name, direction) = match piece.text.strip_prefix(['-', '－']) {
            Some(name) => (name, SortDirection::Descending),
            None => (piece.text.as_str(), SortDirection::Ascending),
        };
        let column = find_column(table, name).and_then(|nr| table.columns.get(nr));
        let Some(column) = column else {
            return Err(Mistake { range: piece.range.clone(), kind: MistakeKind::UnknownColumn(name.to_owned()) });
        };
        if query.sorted(column.id.as_str()).is_none() {
            query.sort.push(SortBy { column: column.id.clone(), direction });
        }
    }
    Ok(())
}

/// Takes a condition up as a filter, if a filter can hold it beside what its column already asks.
fn read_filter(query: &mut Query, table: &Table, token: &Token) -> Result<bool, Mistake> {
    let Test::Filter(nr, filter) = test(table, token)? else {
        return Ok(false);
    };
    let Some(column) = table.columns.get(nr) else {
        return Ok(false);
    };
    let filter = if token.is_negated { filter.inverse() } else { filter };
    let both = match query.filter(column.id.as_str()) {
        None => Some(filter),
        Some(before) => meet(before, &filter),
    };
    let is_taken = both.is_some();
    if let Some(both) = both {
        query.set(&column.id, both);
    }
    Ok(is_taken)
}

/// A lower bound and an upper bound make one range.
fn meet(a: &Filter, b: &Filter) -> Option<Filter> {
    use Filter::Range;
    match (a, b) {
        (
            Range { low: low @ Some(_), high: None, not_stated: false, inverted: false },
            Range { low: None, high: high @ Some(_), not_stated: false, inverted: false },
        )
        | (
            Range { low: None, high: high @ Some(_), not_stated: false, inverted: false },
            Range { low: low @ Some(_), high: None, not_stated: false, inverted: false },
        ) => Some(Filter::range(*low, *high)),
        _ => None,
    }
}

/// A filter as [`Query::parse`] reads it.
pub fn write_filter(table: &Table, id: &ColumnId, filter: &Filter) -> String {
    let column = table.column(id.as_str());
    let scalar = |scalar: &Scalar| match (column, scalar) {
        (Some(column), scalar) => write_scalar(column, *scalar),
        (None, Scalar::Number(number)) => number.normalize().to_string(),
        (None, Scalar::Date(date)) => date.to_string(),
    };
    let (Filter::Values { not_stated, inverted, .. } | Filter::Range { not_stated, inverted, .. }) = filter;
    let (op, mut values) = match filter {
        Filter::Values { values, .. } => (values_op(column, values.is_empty()), values.iter().map(|value| write_value(value)).collect()),
        Filter::Range { low: Some(low), high: None, .. } => (">=", vec![scalar(low)]),
        Filter::Range { low: None, high: Some(high), .. } => ("<=", vec![scalar(high)]),
        Filter::Range { low: Some(low), high: Some(high), .. } if low == high => (":", vec![scalar(low)]),
        Filter::Range { low: Some(low), high: Some(high), .. } => (":", vec![format!("{}..{}", scalar(low), scalar(high))]),
        Filter::Range { low: None, high: None, .. } => (":", vec!["..".to_owned()]),
    };
    values.extend(not_stated.then(|| "?".to_owned()));
    format!("{}{id}{op}{}", if *inverted { "-" } else { "" }, values.join(","))
}

/// A text column's `:` looks for a part of the value, so the very value takes `=`.
fn values_op(column: Option<&Column>, is_empty: bool) -> &'static str {
    if !is_empty && column.is_some_and(|column| matches!(column.data, Data::Text(_))) { "=" } else { ":" }
}

fn write_value(value: &str) -> String {
    let is_plain = |char: char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.');
    if !value.is_empty() && value.chars().all(is_plain) { value.to_owned() } else { quote(value) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::fixture::{queries, table};
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        let table = table();
        for (text, written) in [
            ("", ""),
            ("stage:building,试生产 投资＞=1亿", "stage:building,trial investment>=1亿"),
            ("-stage:building \"a b\" word", "-stage:building \"a b\" word"),
            ("investment>=1亿 investment<=5亿", "investment:1亿..5亿"),
            ("investment>=1亿 investment>=2亿", "investment>=1亿 search:\"investment>=2亿\""),
            ("investment>1亿", "investment>1亿"),
            ("stage:building or yls", "stage:building or yls"),
            ("name:yls name=亿联盛 signed:2019-04", "name=亿联盛 signed:2019-04 name:yls"),
            ("sort:-investment,名称 signed>=2019-4 signed<=2019-06", "signed:2019-04..2019-06 sort:-investment,name"),
            ("investment:? -stage:? investment:1,000,?", "investment:? -stage:? search:\"investment:1,000,?\""),
            ("investment:1,000..2,000,000", "investment:1000..200万"),
            ("search:\"a  b\"", "search:\"a  b\""),
            ("Planned-investment:5700万", "investment:5700万"),
            ("group:阶段 yls sort:name", "yls sort:name group:stage"),
            ("group:signed group:name", "group:name"),
        ] {
            let query = Query::parse(&table, text).unwrap_or_else(|mistake| panic!("{text}: {mistake:?}"));
            assert_eq!(query.write(&table), written, "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        use MistakeKind::{DanglingOr, MissingValue, NotADate, NotANumber, NotComparable, UnknownColumn, UnknownValue};
        let table = table();
        let (stage, investment, signed) = (ColumnId::from("stage"), ColumnId::from("investment"), ColumnId::from("signed"));
        for (text, wrong, kind) in [
            ("a 阶段二:b", "阶段二", UnknownColumn("阶段二".to_owned())),
            ("stage:building,没有", "没有", UnknownValue(stage.clone(), "没有".to_owned())),
            ("investment>=一亿", "一亿", NotANumber(investment.clone(), "一亿".to_owned())),
            ("signed:2019-13", "2019-13", NotADate(signed, "2019-13".to_owned())),
            ("stage>1", "1", NotComparable(stage)),
            ("stage:", "", MissingValue),
            ("a or", "or", DanglingOr),
            ("or a", "or", DanglingOr),
            ("a or sort:name", "or", DanglingOr),
            ("sort:-没有", "-没有", UnknownColumn("没有".to_owned())),
            ("sort:name x or 或 y", "或", DanglingOr),
        ] {
            let mistake = Query::parse(&table, text).expect_err(text);
            assert_eq!((text.get(mistake.range), mistake.kind), (Some(wrong), kind), "{text}");
        }
    }

    #[test]
    fn a_text_is_taken_up_into_a_query() {
        let table = table();
        for (before, text, after) in [
            ("", "stage:building a", "stage:building a"),
            ("stage:trial sort:name", "signed:2019 a", "stage:trial signed:2019 a sort:name"),
            ("stage:trial", "stage:building", "stage:trial search:\"stage:building\""),
            ("investment>=1亿", "investment<=2亿", "investment:1亿..2亿"),
            ("sort:name group:stage", "sort:-investment", "sort:-investment group:stage"),
            ("a sort:name", "investment>1亿 b", "investment>1亿 b sort:name"),
        ] {
            let query = Query::parse(&table, before).unwrap().read(&table, text).unwrap();
            assert_eq!(query.write(&table), after, "{text} into {before}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(query in queries()) {
            let table = table();
            let text = query.write(&table);
            prop_assert_eq!(Query::parse(&table, &text), Ok(query), "{}", text);
        }

        #[test]
        fn reading_never_stops_short(text in "(stage|名称|investment|signed|sort|group|x|-|:|>=|,|\\?|\\.\\.|1亿|2019|building|\"| |or){0,9}") {
            let table = table();
            match Query::parse(&table, &text) {
                Ok(query) => prop_assert_eq!(Query::parse(&table, &query.write(&table)), Ok(query), "{}", text),
                Err(mistake) => prop_assert!(text.get(mistake.range).is_some()),
            }
        }
    }
}
