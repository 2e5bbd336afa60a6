//! The engine against a slow and plain reading of the same rules, row by row.

use std::{cmp::Ordering, sync::Arc};

use proptest::prelude::*;

use super::{
    fixture::{ROWS, queries, searches, table, table_of},
    needle::Needle,
    search::{Test, Word},
    *,
};
use crate::locale::Lang;

fn is_in(table: &Table, row: u32, nr: usize, word: &Word) -> bool {
    let column = &table.columns()[nr];
    let needle = Needle::new(word);
    match column.cell(row) {
        Cell::NotStated => false,
        Cell::Value(value, code) => {
            let id = matches!(column.data, Data::Choice(_)).then_some(value);
            let shown = Lang::ALL.into_iter().filter_map(|lang| column.shown(code, lang));
            shown.chain(id).any(|name| needle.is_in(name))
        }
        Cell::Scalar(_) => {
            let bound = parse_scalar(column, &word.text).filter(|_| !word.is_phrase);
            bound.is_some_and(|bound| passes(table, row, nr, &Filter::scalar(bound)))
        }
    }
}

/// Whether a value lies on the right side of a bound.
fn is_on_side(value: Scalar, bound: Option<Bound>, is_upper: bool) -> bool {
    let Some(Bound { at, is_open }) = bound else { return true };
    let order = match (value, at) {
        (Scalar::Number(value, of), Scalar::Number(at, measure)) if of == measure => value.cmp(&at),
        (Scalar::Number(..), Scalar::Number(..)) => return false,
        // Every day that the bound stands for is the bound itself.
        (Scalar::Date(value), Scalar::Date(at)) if value.first_day() < at.first_day() => Ordering::Less,
        (Scalar::Date(value), Scalar::Date(at)) if value.first_day() > at.last_day() => Ordering::Greater,
        (Scalar::Date(_), Scalar::Date(_)) => Ordering::Equal,
        _ => panic!("a bound has the type of its column"),
    };
    order == Ordering::Equal && !is_open || order == if is_upper { Ordering::Less } else { Ordering::Greater }
}

fn passes(table: &Table, row: u32, nr: usize, filter: &Filter) -> bool {
    let cell = table.columns()[nr].cell(row);
    match (filter, cell) {
        (Filter::Values { values, not_stated, inverted }, cell) => {
            let is_in = match cell {
                Cell::NotStated => *not_stated,
                Cell::Value(value, _) => values.contains(value),
                Cell::Scalar(_) => false,
            };
            is_in != *inverted
        }
        (Filter::Interval(interval), Cell::NotStated) => interval.not_stated,
        (Filter::Interval(_), Cell::Value(..)) => false,
        (Filter::Interval(Interval { low, high, inverted, except, .. }), Cell::Scalar(value)) => {
            let is_within = |low, high| is_on_side(value, low, false) && is_on_side(value, high, true);
            let is_single = except.iter().any(|single| is_within(Some((*single).into()), Some((*single).into())));
            match (low, high) {
                (None, None) => is_single == *inverted,
                (low, high) => is_within(*low, *high) != *inverted && !is_single,
            }
        }
    }
}

fn holds(table: &Table, row: u32, test: &Test) -> bool {
    match test {
        Test::Anywhere(word) => (0..table.columns().len()).any(|nr| is_in(table, row, nr, word)),
        Test::In(nr, word) => is_in(table, row, *nr, word),
        Test::Filter(nr, filter) => passes(table, row, *nr, filter),
        Test::Any(tests) => tests.iter().any(|test| holds(table, row, test)),
    }
}

fn is_found(table: &Table, row: u32, search: &Search) -> bool {
    search.groups.iter().all(|group| group.iter().any(|term| holds(table, row, &term.test) != term.is_negated))
}

/// The rows of a query with one column's filter left out, in the order of the table.
fn kept(table: &Table, query: &Query, left_out: &str) -> Vec<u32> {
    let search = Search::parse(table, &query.search).unwrap_or_default();
    let filters = || query.filters.iter().filter(|(id, _)| id.as_str() != left_out);
    let passes_all = |row: u32| filters().all(|(id, filter)| passes(table, row, table.column_nr(id.as_str()).unwrap(), filter));
    (0..table.num_rows()).filter(|row| passes_all(*row) && is_found(table, *row, &search)).collect()
}

const PINYIN: &[&str] = &["重庆朝阳", "盛信", "亿联盛", "ＬＥＤ照明"];
const STROKES: &[&str] = &["亿联盛", "重庆朝阳", "盛信", "ＬＥＤ照明"];
const ENGLISH: &[&str] = &["重庆朝阳", "ＬＥＤ照明", "盛信", "亿联盛"];

fn order(table: &Table, a: u32, b: u32, key: &SortBy) -> Ordering {
    let column = table.column(key.column.as_str()).unwrap();
    let by_value = match (column.cell(a), column.cell(b)) {
        (Cell::NotStated, Cell::NotStated) => return Ordering::Equal,
        (Cell::NotStated, _) => return Ordering::Greater,
        (_, Cell::NotStated) => return Ordering::Less,
        (Cell::Value(a, code_a), Cell::Value(b, code_b)) => {
            if let Data::Choice(_) = &column.data {
                code_a.cmp(&code_b)
            } else {
                let order = match key.collation {
                    Some(Collation::Stroke) => STROKES,
                    Some(Collation::English) => ENGLISH,
                    Some(Collation::Pinyin) | None => PINYIN,
                };
                let rank = |name: &str| order.iter().position(|known| *known == name);
                rank(a).cmp(&rank(b))
            }
        }
        (Cell::Scalar(a), Cell::Scalar(b)) => match (a, b) {
            // What is measured comes first, in both directions.
            (Scalar::Number(_, a), Scalar::Number(_, b)) if a != b => return a.cmp(&b),
            (Scalar::Number(a, _), Scalar::Number(b, _)) => a.cmp(&b),
            (Scalar::Date(a), Scalar::Date(b)) => a.cmp(&b),
            _ => panic!("one column has one type"),
        },
        _ => panic!("one column has one type"),
    };
    if key.direction == SortDirection::Descending { by_value.reverse() } else { by_value }
}

fn expected(table: &Table, query: &Query) -> Vec<u32> {
    let mut rows = kept(table, query, "");
    rows.sort_by(|a, b| query.sort.iter().fold(Ordering::Equal, |so_far, key| so_far.then_with(|| order(table, *a, *b, key))));
    rows
}

fn check_facet(table: &Table, query: &Query, facet: &Facet, id: &str) -> Result<(), TestCaseError> {
    let rows = kept(table, query, id);
    let column = table.column(id).unwrap();
    let count = |is_it: &dyn Fn(Cell<'_>) -> bool| u32::try_from(rows.iter().filter(|row| is_it(column.cell(**row))).count()).unwrap();
    prop_assert_eq!(facet.not_stated, count(&|cell| cell == Cell::NotStated));
    match &facet.counts {
        Counts::Values(values) => {
            for value in values {
                prop_assert_eq!(value.count, count(&|cell| matches!(cell, Cell::Value(_, code) if code == value.code)));
            }
            prop_assert_eq!(values.len() as u32, column.num_values().unwrap(), "zeros stay");
            prop_assert!(values.is_sorted_by_key(|value| value.count == 0), "zeros are last");
        }
        Counts::Histogram(bins) => {
            prop_assert_eq!(bins.iter().map(|bin| bin.count).sum::<u32>() + facet.not_stated, rows.len() as u32);
            for bin in bins {
                let Some((low, high)) = bin.extent else { continue };
                let nr = table.column_nr(id).unwrap();
                let range = Filter::range(Some(low), Some(high));
                prop_assert_eq!(
                    bin.count as usize,
                    rows.iter().filter(|row| passes(table, **row, nr, &range)).count(),
                    "a bin's extent shows its rows"
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rows_and_counts_are_what_the_rules_say(picks in prop::collection::vec(0..ROWS.len(), 0..150), asked in prop::collection::vec(queries(), 1..4)) {
        let rows: Vec<_> = picks.into_iter().map(|pick| ROWS[pick]).collect();
        let table = Arc::new(table_of(&rows));
        let mut index = Index::new(table.clone());
        for query in asked.iter().filter(|query| Search::parse(&table, &query.search).is_ok()) {
            let rows = index.rows(query);
            prop_assert_eq!(&**rows.order, expected(&table, query), "{:?}", query);
            prop_assert_eq!(rows.total, table.num_rows());
            let ids: Vec<ColumnId> = table.columns().iter().map(|column| column.id.clone()).collect();
            let answer = index.answer(&Ask { query: query.clone(), facets: ids, ..Ask::default() });
            prop_assert_eq!(&answer.rows, &rows);
            for (column, (id, facet)) in table.columns().iter().zip(&answer.facets) {
                prop_assert_eq!(&column.id, id);
                check_facet(&table, query, facet, id.as_str())?;
                check_facet(&table, query, &index.facet(query, column.id.as_str()).unwrap(), column.id.as_str())?;
            }
            let gaps = query.filters.iter().filter_map(|(id, filter)| {
                let interval = filter.interval().filter(|interval| !interval.not_stated && !interval.inverted)?;
                let mut wider = query.clone();
                wider.filters.iter_mut().filter(|(known, _)| known == id).for_each(|(_, filter)| {
                    *filter = Filter::Interval(Interval { not_stated: true, ..interval.clone() });
                });
                let more = expected(&table, &wider).len() - expected(&table, query).len();
                (more > 0).then(|| (id.clone(), more as u32))
            });
            prop_assert_eq!(index.gaps(query), gaps.collect::<Vec<_>>());
            for way in index.ways_out(query) {
                let mut less = query.clone();
                match &way.clause {
                    Clause::Search => less.search.clear(),
                    Clause::Filter(id) => less.clear(id),
                }
                prop_assert_eq!(expected(&table, &less).len() as u32, way.num_rows, "{:?}", way.clause);
            }
        }
    }

    #[test]
    fn a_word_is_marked_where_it_is_found(search in searches(), pick in 0..ROWS.len()) {
        let table = table();
        let text = ROWS[pick].0;
        let Ok(search) = Search::parse(&table, &search) else { return Ok(()) };
        let marks = matches(&table, &search, "name", pick as u32, text);
        for mark in &marks {
            prop_assert!(text.get(mark.clone()).is_some_and(|marked| !marked.is_empty()));
        }
        prop_assert!(marks.is_sorted_by(|a, b| a.end < b.start));
        let Data::Text(names) = &table.columns[0].data else { panic!("names are text") };
        let is_named = |word: &Word| names.names(pick as u32).any(|name| Needle::new(word).is_in(name));
        let is_wanted = search.words(0, true).into_iter().any(|word| !word.text.is_empty() && is_named(word));
        prop_assert_eq!(!marks.is_empty(), is_wanted);
    }
}

#[test]
fn a_mistake_keeps_the_last_good_rows() {
    let mut index = Index::new(Arc::new(table()));
    let mut query = Query { search: "stage:building".to_owned(), ..Query::default() };
    let good = index.rows(&query);
    assert_eq!(**good.order, [1, 2]);
    query.search.push(',');
    let bad = index.rows(&query);
    assert_eq!(bad.order, good.order, "the last good search stays in force");
    assert_eq!(bad.mistake.map(|mistake| mistake.range), Some(15..15));
}

#[test]
fn commas_part_thousands_or_numbers() {
    let mut index = Index::new(Arc::new(table()));
    for (search, found) in [
        ("investment:57,000,000元", vec![1, 4]),
        ("investment:5700万,1亿", vec![1, 3, 4]),
        ("investment:57 million,100 million", vec![1, 3, 4]),
        ("-investment:5700万,100,000,000元", vec![0, 2, 5]),
        ("investment:1元,2元,-5元", vec![5]),
        ("investment:1..2亿", vec![3]),
        ("investment>1亿 -investment:3.5亿", vec![]),
        ("length:15米,4公里", vec![0, 2]),
        ("length>=15米", vec![0, 2]),
        ("-length>=15米", vec![1, 3, 4, 5]),
        ("length<4盏", vec![4]),
    ] {
        let rows = index.rows(&Query { search: search.to_owned(), ..Query::default() });
        assert_eq!((rows.mistake, &*rows.order), (None, &found), "{search}");
    }
}

#[test]
fn marks_the_characters_that_pinyin_stands_for() {
    let table = table();
    for (search, text, marked) in [
        ("ls", "亿联盛", "联盛"),
        ("led", "ＬＥＤ照明", "ＬＥＤ"),
        ("ledz", "ＬＥＤ照明", "ＬＥＤ照"),
        ("盛 or yi", "盛亿盛", "盛亿盛"),
        ("-盛", "盛", ""),
        ("stage:在", "在建", ""),
        ("联盛", "Yiliansheng", "Yiliansheng"),
        ("联盛", "as some call it", ""),
        ("lian", "亿联盛", "联"),
        ("liansheng x", "亿联盛", "联盛"),
        ("yilian -x", "亿联盛", "亿联"),
    ] {
        let search = Search::parse(&table, search).unwrap();
        let marks = matches(&table, &search, "name", 0, text);
        assert_eq!(marks.into_iter().map(|mark| &text[mark]).collect::<String>(), marked, "{search:?}");
    }
}
