//! The words of one clause of a query: what the sentence, the popovers and the empty table call it.

use super::orders::order_words;
use crate::{
    locale::{Lang, inline, tr, tr_args},
    table::{Bound, Column, Data, Filter, Interval, Part, Query, Scalar, SortBy, Table, Term, Test, parse_scalar, write_scalar},
};

/// A clause in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseWords {
    /// The weak part: the column, and how it is compared.
    pub clause: String,
    /// What it is compared with.
    pub value: String,
}

/// How many values a clause names before it only counts them.
const MAX_VALUES: usize = 3;

/// A filter in words: `阶段 为`, `落地 或 在建`.
pub fn filter_words(lang: Lang, title: &str, column: &Column, filter: &Filter) -> ClauseWords {
    let title = inline(lang, title);
    match filter {
        Filter::Values { values, not_stated, inverted } if values.is_empty() && *not_stated && is_scalar(column) => {
            let key = if *inverted { "table-stated" } else { "table-not-stated" };
            ClauseWords { clause: title, value: tr(lang, key).into_owned() }
        }
        Filter::Values { values, not_stated, inverted } => {
            let key = if *inverted { "table-clause-is-not" } else { "table-clause-is" };
            let mut values: Vec<&String> = values.iter().collect();
            values.sort_by_key(|value| column.find_value(value));
            let mut names: Vec<String> = values.into_iter().map(|value| value_name(lang, column, value)).collect();
            names.extend(not_stated.then(|| tr(lang, "table-not-stated").into_owned()));
            ClauseWords { clause: tr_args(lang, key, &[("column", title.into())]), value: joined(lang, names) }
        }
        Filter::Interval(interval) if !interval.is_bounded() => {
            let key = if interval.inverted { "table-clause-is" } else { "table-clause-is-not" };
            let mut names = single_values(lang, column, interval);
            names.extend((interval.inverted == interval.not_stated).then(|| tr(lang, "table-not-stated").into_owned()));
            ClauseWords { clause: tr_args(lang, key, &[("column", title.into())]), value: joined(lang, names) }
        }
        Filter::Interval(interval) => ClauseWords { clause: title, value: interval_value(lang, column, interval) },
    }
}

/// A part of a query in words; `name` is what a sentence calls a column. None for a column that the table does not have.
pub fn part_words(lang: Lang, table: &Table, query: &Query, part: &Part, name: &dyn Fn(&str) -> String) -> Option<ClauseWords> {
    let filter = |column: &Column, filter: &Filter| filter_words(lang, &name(column.id.as_str()), column, filter);
    match part {
        Part::Filter(id) => Some(filter(table.column(id.as_str())?, query.filter(id.as_str())?)),
        Part::Search { ranges, condition } => {
            let condition = condition.as_ref().and_then(|term| condition_words(lang, table, term, name, &filter));
            let words = || {
                let parts: Vec<&str> = ranges.iter().filter_map(|range| query.search.get(range.clone())).map(str::trim).collect();
                ClauseWords { clause: tr(lang, "table-clause-search").into_owned(), value: parts.join(" ") }
            };
            Some(condition.unwrap_or_else(words))
        }
        Part::Sort(nr) => {
            let key = query.sort.get(*nr)?;
            Some(sort_words(lang, &name(key.column.as_str()), table, key))
        }
        Part::Group => {
            let value = inline(lang, &name(query.group.as_ref()?.as_str()));
            Some(ClauseWords { clause: tr(lang, "table-clause-group").into_owned(), value })
        }
    }
}

/// A condition of the search text in words; none for one that says more than a clause does.
fn condition_words(
    lang: Lang,
    table: &Table,
    term: &Term,
    name: &dyn Fn(&str) -> String,
    filter: &dyn Fn(&Column, &Filter) -> ClauseWords,
) -> Option<ClauseWords> {
    let column = |nr: &usize| table.columns().get(*nr);
    match &term.test {
        Test::Filter(nr, asked) if term.is_negated => Some(filter(column(nr)?, &asked.clone().inverse())),
        Test::Filter(nr, asked) => Some(filter(column(nr)?, asked)),
        Test::In(nr, word) => {
            let key = if term.is_negated { "table-clause-has-not" } else { "table-clause-has" };
            let title = inline(lang, &name(column(nr)?.id.as_str()));
            Some(ClauseWords { clause: tr_args(lang, key, &[("column", title.into())]), value: word.text.clone() })
        }
        Test::Anywhere(_) | Test::Any(_) => None,
    }
}

fn is_scalar(column: &Column) -> bool {
    matches!(column.data, Data::Number(_) | Data::Date(_))
}

/// A sort key in words: `计划总投资`, `从高到低`.
pub fn sort_words(lang: Lang, title: &str, table: &Table, key: &SortBy) -> ClauseWords {
    let column = table.column(key.column.as_str());
    let order = column.map(|column| order_words(lang, column, key.direction, key.collation)).unwrap_or_default();
    let clause = inline(lang, title);
    let clause = match lang {
        Lang::Zh => clause,
        Lang::En => format!("{clause},"),
    };
    ClauseWords { clause, value: inline(lang, &order) }
}

fn value_name(lang: Lang, column: &Column, value: &str) -> String {
    column.find_value(value).and_then(|code| column.shown(code, lang)).unwrap_or(value).to_owned()
}

fn joined(lang: Lang, names: Vec<String>) -> String {
    let num_names = names.len();
    let shown: Vec<String> = names.into_iter().take(MAX_VALUES).collect();
    let text = shown.join(&format!(" {} ", tr(lang, "table-or")));
    if num_names <= MAX_VALUES {
        return text;
    }
    let (all, more) = (num_names, num_names - MAX_VALUES);
    tr_args(lang, "table-and-others", &[("values", text.into()), ("all", all.into()), ("more", more.into())])
}

/// The bounds, what is left out of them, and whether rows that state nothing pass as well.
fn interval_value(lang: Lang, column: &Column, interval: &Interval) -> String {
    let mut value = range_value(lang, column, interval.low, interval.high);
    if interval.inverted {
        value = tr_args(lang, "table-range-not", &[("range", value.into())]);
    }
    if !interval.except.is_empty() {
        let values = joined(lang, single_values(lang, column, interval));
        value = tr_args(lang, "table-range-except", &[("range", value.into()), ("values", values.into())]);
    }
    match (interval.inverted, interval.not_stated) {
        (false, true) => joined(lang, vec![value, tr(lang, "table-not-stated").into_owned()]),
        (true, false) => format!("{value}{}{}", tr(lang, "app-clause-separator"), tr(lang, "table-stated")),
        _ => value,
    }
}

fn single_values(lang: Lang, column: &Column, interval: &Interval) -> Vec<String> {
    interval.except.iter().map(|value| scalar_text(lang, column, *value)).collect()
}

fn range_value(lang: Lang, column: &Column, low: Option<Bound>, high: Option<Bound>) -> String {
    let text = |bound: Bound| scalar_text(lang, column, bound.at);
    let above = |low: Bound| format!("{} {}", if low.is_open { ">" } else { "≥" }, text(low));
    let below = |high: Bound| format!("{} {}", if high.is_open { "<" } else { "≤" }, text(high));
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("= {}", text(low)),
        (Some(low), Some(high)) if low.is_open || high.is_open => {
            format!("{}{}{}", above(low), tr(lang, "app-clause-separator"), below(high))
        }
        (Some(low), Some(high)) => tr_args(lang, "table-range-between", &[("low", text(low).into()), ("high", text(high).into())]),
        (Some(low), None) => above(low),
        (None, Some(high)) => below(high),
        (None, None) => String::new(),
    }
}

/// A number or date as a reader of a language writes it; reading it again gives the same.
pub fn scalar_text(lang: Lang, column: &Column, scalar: Scalar) -> String {
    let (Scalar::Number(number, measure), Data::Number(numbers)) = (scalar, &column.data) else { return write_scalar(column, scalar) };
    // English has no counting words: beside other measures the report's own says what is counted.
    let shown = [lang, Lang::Zh].into_iter().filter_map(|lang| Some(numbers.units(measure)?.show(number, lang)));
    shown.into_iter().find(|text| parse_scalar(column, text) == Some(scalar)).unwrap_or_else(|| write_scalar(column, scalar))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Bilingual,
        table::{ChoiceBuilder, Collation, Date, DateBuilder, Decimal, Nature, NumberBuilder, SortDirection, TextBuilder, Units},
    };

    fn stage() -> Column {
        let names = [
            ("landed", "落地", "Landed"),
            ("building", "在建", "Building"),
            ("trial", "试生产", "Trial run"),
            ("running", "投产", "Running"),
        ];
        Column::new(
            "stage",
            Bilingual::new("阶段", "Stage"),
            ChoiceBuilder::from_names(names.map(|(id, zh, en)| (id, Bilingual::new(zh, en)))),
        )
    }

    fn money() -> Column {
        let mut builder = NumberBuilder::new(Units::money());
        builder.push(Some(Decimal::from(100_000_000)));
        Column::new("investment", Bilingual::new("计划总投资", "Planned investment"), builder)
    }

    fn yuan(number: i64) -> Scalar {
        Scalar::from(Decimal::from(number))
    }

    #[test]
    fn filters_read_as_words() {
        let values = |ids: &[&str], inverted| Filter::Values {
            values: ids.iter().map(|id| (*id).to_owned()).collect(),
            not_stated: false,
            inverted,
        };
        for (filter, zh, en) in [
            (values(&["building", "landed"], false), "阶段 为|落地 或 在建", "stage is|Landed or Building"),
            (values(&["running"], true), "阶段 不为|投产", "stage is not|Running"),
            (Filter::value(None), "阶段 为|未说明", "stage is|not stated"),
            (
                values(&["building", "landed", "running", "trial"], false),
                "阶段 为|落地 或 在建 或 试生产 等 4 个",
                "stage is|Landed or Building or Trial run or 1 more",
            ),
        ] {
            let zh_words = filter_words(Lang::Zh, "阶段", &stage(), &filter);
            let en_words = filter_words(Lang::En, "Stage", &stage(), &filter);
            assert_eq!(format!("{}|{}", zh_words.clause, zh_words.value), zh);
            assert_eq!(format!("{}|{}", en_words.clause, en_words.value), en);
        }
    }

    /// Kilometres, lamps and money in one column.
    fn mixed() -> Column {
        let mut builder = NumberBuilder::new(Units::money());
        let lamps = builder.measure(Units::counted("盏"));
        let metres = builder.measure(Units::new(&[("米", 1), ("公里", 1000)]).shown(Lang::En, &[("m", 1), ("km", 1000)]));
        for measure in [0, 0, 0, lamps, lamps, metres] {
            builder.next(Nature { is_exact: true, measure });
            builder.push(Some(Decimal::ONE));
        }
        Column::new("value", Bilingual::new("数值", "Value"), builder)
    }

    #[test]
    fn ranges_read_as_words() {
        let range = |low: Option<i64>, high: Option<i64>| Interval::new(low.map(yuan).map(Into::into), high.map(yuan).map(Into::into));
        let million = |number: i64| Some(number * 1_000_000);
        let below = Interval { high: Some(Bound::open(yuan(200_000_000))), ..range(million(100), None) };
        let gaps = |interval| Interval { not_stated: true, ..interval };
        let except = |interval| Interval { except: [yuan(300_000_000)].into(), ..interval };
        for (interval, zh, en) in [
            (range(million(100), None), "|≥ 1 亿元", "|≥ 100 million"),
            (range(None, million(57)), "|≤ 5700 万元", "|≤ 57 million"),
            (range(million(57), million(1000)), "|5700 万元 至 10 亿元", "|57 million to 1,000 million"),
            (gaps(range(million(100), None)), "|≥ 1 亿元 或 未说明", "|≥ 100 million or not stated"),
            (below, "|≥ 1 亿元，< 2 亿元", "|≥ 100 million, < 200 million"),
            (except(range(million(100), None)), "|≥ 1 亿元，3 亿元 除外", "|≥ 100 million except 300 million"),
            (range(million(100), None).inverse(), "|非 ≥ 1 亿元", "|not ≥ 100 million"),
            (Interval { not_stated: false, ..range(million(100), None).inverse() }, "|非 ≥ 1 亿元，已说明", "|not ≥ 100 million, stated"),
            (except(Interval::all()), " 不为|3 亿元", " is not|300 million"),
            (except(Interval::default()), " 不为|3 亿元 或 未说明", " is not|300 million or not stated"),
            (Interval::points([yuan(5), yuan(6)]), " 为|5 元 或 6 元", " is|5 yuan or 6 yuan"),
        ] {
            let filter = Filter::Interval(interval);
            for (lang, title, expected) in [(Lang::Zh, "投资", zh), (Lang::En, "investment", en)] {
                let words = filter_words(lang, title, &money(), &filter);
                assert_eq!(format!("{}|{}", words.clause, words.value), format!("{title}{expected}"));
            }
        }
        assert_eq!(filter_words(Lang::Zh, "投资", &money(), &Filter::value(None).inverse()).value, "已说明");
        assert_eq!(filter_words(Lang::En, "Investment", &money(), &Filter::value(None)).value, "not stated");
    }

    #[test]
    fn what_is_shown_of_a_bound_can_be_typed() {
        let money = money();
        let dates = Column::new("date", Bilingual::default(), DateBuilder::default());
        for lang in Lang::ALL {
            for number in [0_i64, 1, 999, 12_345, 5_700, 57_000_000, 123_456_789, 4_356_000_000, -30_000] {
                let text = scalar_text(lang, &money, yuan(number));
                assert_eq!(parse_scalar(&money, &text), Some(yuan(number)), "{text}");
            }
            let april = Scalar::Date(Date::parse("2019-04").unwrap());
            assert_eq!(scalar_text(lang, &dates, april), "2019-04");
        }
        for (number, measure, zh, en) in [(20_000, 2, "20 公里", "20 km"), (1348, 1, "1348 盏", "1348 盏"), (300, 0, "300 元", "300 yuan")]
        {
            let scalar = Scalar::Number(Decimal::from(number), measure);
            assert_eq!(Lang::ALL.map(|lang| scalar_text(lang, &mixed(), scalar)), [zh, en], "each has its own unit");
        }
    }

    #[test]
    fn sort_keys_read_as_words() {
        let mut name = TextBuilder::default();
        name.push(Some("亿联盛"));
        let mut columns = vec![money(), stage(), Column::new("name", Bilingual::new("项目", "Project"), name)];
        let mut date = DateBuilder::default();
        date.push(None);
        columns.push(Column::new("date", Bilingual::new("日期", "Date"), date));
        let mut stages = ChoiceBuilder::new(Vec::new());
        stages.push(None);
        *columns.get_mut(1).unwrap() = Column::new("stage", Bilingual::new("阶段", "Stage"), stages);
        let table = Table::new(columns).unwrap();
        for (key, direction, collation, zh, en) in [
            ("investment", SortDirection::Descending, None, "从高到低", "descending"),
            ("date", SortDirection::Ascending, None, "从早到晚", "earliest first"),
            ("stage", SortDirection::Ascending, None, "从前到后", "first to last"),
            ("name", SortDirection::Ascending, None, "按拼音", "A–Z"),
            ("name", SortDirection::Descending, Some(Collation::Stroke), "按笔画倒序", "by strokes, reversed"),
        ] {
            let key = SortBy { collation, ..SortBy::new(key, direction) };
            let words = Lang::ALL.map(|lang| sort_words(lang, "Planned", &table, &key));
            assert_eq!(words.each_ref().map(|words| words.value.as_str()), [zh, en]);
            assert_eq!(words.each_ref().map(|words| words.clause.as_str()), ["Planned", "planned,"]);
        }
    }
}
