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
    let (mut investment, mut signed) = (NumberBuilder::new(2, Units::money()), DateBuilder::default());
    for (zh, en, id, yuan, date) in rows {
        if zh.is_empty() {
            name.push(None);
        } else {
            name.push_with(zh, en, &[]);
        }
        stage.push_id(Some(id));
        investment.push(yuan.map(Decimal::from)).unwrap();
        signed.push(Date::parse(date));
    }
    Table::new(vec![
        Column::new("name", Bilingual::new("名称", "Name"), name),
        Column::new("stage", Bilingual::new("阶段", "Stage"), stage),
        Column::new("investment", Bilingual::new("投资", "Planned investment"), investment),
        Column::new("signed", Bilingual::new("签约", "Signed"), signed),
    ])
    .unwrap()
}

/// The table of [`ROWS`].
pub(crate) fn table() -> Table {
    table_of(ROWS)
}

fn scalar(is_date: bool) -> BoxedStrategy<Option<Scalar>> {
    let number = prop_oneof![(-1_000_i64..1_000_000_000), Just(57_000_000), Just(100_000_000)]
        .prop_map(|number| Scalar::Number(Decimal::new(number, 2)));
    let day = (17_800_i32..18_100, prop_oneof![Just(Precision::Year), Just(Precision::Month), Just(Precision::Day)]);
    let date = day.prop_map(|(day, precision)| Scalar::Date(Date::from_days(day, precision).unwrap()));
    prop::option::of(if is_date { date.boxed() } else { number.boxed() }).boxed()
}

fn range(column: &'static str) -> impl Strategy<Value = (ColumnId, Filter)> {
    let is_date = column == "signed";
    (scalar(is_date), scalar(is_date), any::<bool>(), any::<bool>())
        .prop_map(move |(low, high, not_stated, inverted)| (column.into(), Filter::Range { low, high, not_stated, inverted }))
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
    let key = (prop::sample::select(vec!["name", "stage", "investment", "signed"]), direction);
    prop::collection::vec(key, 0..4).prop_map(|keys| {
        let mut sort: Vec<SortBy> = Vec::new();
        for (column, direction) in keys {
            if sort.iter().all(|key| key.column.as_str() != column) {
                sort.push(SortBy { column: column.into(), direction });
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
        "group:stage",
    ]);
    prop_oneof![4 => prop::collection::vec(piece, 0..4).prop_map(|words| words.join(" ")), 1 => "[ -~亿“”]{0,8}"]
}

/// Queries in their normal form.
pub(crate) fn queries() -> impl Strategy<Value = Query> {
    let filter = prop_oneof![
        values("name", &["盛信", "亿联盛", "没有", "a \"b\", c?", "?", "", "-"]),
        values("stage", &["talks", "building", "trial", "running"]),
        range("investment"),
        range("signed")
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
