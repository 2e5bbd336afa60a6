//! A small table and random queries for tests.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::locale::Bilingual;

/// Rows: name, English name, stage, investment in yuan, date of signing.
pub(crate) const ROWS: &[(&str, &str, &str, Option<i64>, &str)] = &[
    ("亿联盛", "Yiliansheng", "trial", Some(350_000_000), "2019-04-26"),
    ("盛信", "Shengxin", "building", Some(57_000_000), "2019-04"),
    ("重庆朝阳", "Chongqing Chaoyang", "building", None, ""),
    ("ＬＥＤ照明", "LED lighting", "", Some(100_000_000), "2019"),
    ("盛信", "Shengxin", "running", Some(57_000_000), "2018-12-31"),
    ("", "", "talks", Some(-5), "2019-06-18"),
];

/// Lengths in metres and numbers of lamps beside the rows, in turn.
const LENGTHS: &[Option<(i64, bool)>] =
    &[Some((15, true)), Some((4, false)), Some((4_000, true)), None, Some((3, false)), Some((7, false))];

/// The stages, in order.
pub(crate) const STAGES: &[(&str, &str, &str)] = &[
    ("talks", "在谈", "in talks"),
    ("building", "在建", "under construction"),
    ("trial", "试生产", "trial production"),
    ("running", "投产", "producing"),
];

/// A table of rows as in [`ROWS`]; an empty text is not stated.
pub(crate) fn table_of(rows: &[(&str, &str, &str, Option<i64>, &str)]) -> Table {
    let stages = STAGES.iter().map(|(id, zh, en)| (*id, Bilingual::new(*zh, *en)));
    let (mut name, mut stage) = (TextBuilder::default(), ChoiceBuilder::from_names(stages));
    let (mut investment, mut signed) = (NumberBuilder::new(Units::money()), DateBuilder::default());
    let mut length = NumberBuilder::new(Units::counted("盏"));
    let metres = length.measure(Units::new(&[("米", 1), ("公里", 1000)]));
    for ((zh, en, id, yuan, date), of) in rows.iter().zip(LENGTHS.iter().cycle()) {
        length.next(Nature { is_exact: true, measure: if of.is_some_and(|(_, is_length)| is_length) { metres } else { 0 } });
        length.push(of.map(|(number, _)| Decimal::from(number)));
        if zh.is_empty() {
            name.push(None);
        } else {
            name.push_with(zh, en, &[]);
        }
        stage.push_id(Some(id));
        investment.push(yuan.map(Decimal::from));
        signed.push(Date::parse(date));
    }
    Table::new(vec![
        Column::new("name", Bilingual::new("名称", "Name"), name),
        Column::new("stage", Bilingual::new("阶段", "Stage"), stage),
        Column::new("investment", Bilingual::new("投资", "Planned investment"), investment),
        Column::new("signed", Bilingual::new("签约", "Signed"), signed),
        Column::new("length", Bilingual::new("规模", "Extent"), length),
    ])
    .unwrap()
}

/// The table of [`ROWS`].
pub(crate) fn table() -> Table {
    table_of(ROWS)
}

fn scalar(column: &'static str) -> BoxedStrategy<Scalar> {
    let number = prop_oneof![(-1_000_i64..1_000_000_000), Just(57_000_000), Just(100_000_000)]
        .prop_map(|number| Scalar::from(Decimal::new(number, 2)));
    let day = (17_800_i32..18_100, prop_oneof![Just(Precision::Year), Just(Precision::Month), Just(Precision::Day)]);
    let date = day.prop_map(|(day, precision)| Scalar::Date(Date::from_days(day, precision).unwrap()));
    let length = (0_i64..20, 0_u16..2).prop_map(|(number, measure)| Scalar::Number(Decimal::from(number), measure));
    match column {
        "signed" => date.boxed(),
        "length" => length.boxed(),
        _ => number.boxed(),
    }
}

/// Intervals whose ends go together.
fn range(column: &'static str) -> impl Strategy<Value = (ColumnId, Filter)> {
    let bound = || prop::option::of((scalar(column), any::<bool>()).prop_map(|(at, is_open)| Bound { at, is_open }));
    (bound(), bound(), any::<bool>(), any::<bool>(), prop::collection::btree_set(scalar(column), 0..3))
        .prop_map(move |(low, high, not_stated, inverted, except)| {
            (column.into(), Filter::Interval(Interval { low, high, inverted, except, not_stated }))
        })
        .prop_filter("a range", |(_, filter)| filter.interval().is_some_and(|range| !range.is_mixed() && !range.is_backwards()))
}

fn values(column: &'static str, known: &[&'static str]) -> impl Strategy<Value = (ColumnId, Filter)> {
    let value = prop::sample::select(known.to_vec()).prop_map(str::to_owned);
    (prop::collection::vec(value, 0..3), any::<bool>(), any::<bool>()).prop_map(move |(values, not_stated, inverted)| {
        let values: BTreeSet<String> = values.into_iter().collect();
        (column.into(), Filter::Values { values, not_stated, inverted })
    })
}

fn sort() -> impl Strategy<Value = Vec<SortBy>> {
    let direction = prop_oneof![Just(SortDirection::Ascending), Just(SortDirection::Descending)];
    let collation = prop::option::of(prop::sample::select(Collation::ALL.to_vec()));
    let key = (prop::sample::select(vec!["name", "stage", "investment", "signed", "length"]), direction, collation);
    prop::collection::vec(key, 0..4).prop_map(|keys| {
        let mut sort: Vec<SortBy> = Vec::new();
        for (column, direction, collation) in keys {
            if sort.iter().all(|key| key.column.as_str() != column) {
                sort.push(SortBy { collation: collation.filter(|_| column == "name"), ..SortBy::new(column, direction) });
            }
        }
        sort
    })
}

/// Words as people type them, and some that are wrong.
pub(crate) fn searches() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "盛",
        "yls",
        "led",
        "cq",
        "sx",
        "shengxin",
        "-盛",
        "\"盛信\"",
        "or",
        "stage:building",
        "-stage:?",
        "investment>1亿",
        "investment<5700万",
        "name:yang",
        "name=盛信",
        "2019",
        "2019-04",
        "57000000",
        "投产",
        "trial",
        "x",
        "\"",
        "stage:",
        " ",
        "-",
        "signed>2019",
        "length>=15米",
        "-length:4盏,7盏",
        "investment:1亿..<2亿",
        "stage:未说明",
        "group:stage",
        "sort:name",
    ]);
    prop_oneof![4 => prop::collection::vec(piece, 0..4).prop_map(|words| words.join(" ")), 1 => "[ -~亿“”]{0,8}"]
}

/// Queries in their normal form.
pub(crate) fn queries() -> impl Strategy<Value = Query> {
    let filter = prop_oneof![
        values("name", &["盛信", "亿联盛", "没有", "a \"b\", c?", "?", "", "-"]),
        values("stage", &["talks", "building", "trial", "running"]),
        range("investment"),
        range("signed"),
        range("length")
    ];
    let group = prop::option::of(prop::sample::select(vec!["name", "stage", "signed"]));
    (prop::collection::vec(filter, 0..4), searches(), sort(), group).prop_map(|(filters, search, sort, group)| {
        let mut query = Query { search, sort, filters: Vec::new(), group: group.map(ColumnId::from) };
        for (column, filter) in filters {
            query.set(&column, filter);
        }
        query
    })
}
