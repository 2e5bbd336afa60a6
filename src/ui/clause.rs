//! The words of one clause of a query: what the sentence, the popovers and the empty table call it.

use crate::{
    locale::{Lang, grouped, tr, tr_args},
    table::{Column, Data, Decimal, Filter, Op, Part, Query, Scalar, SortDirection, Table, Term, Test, parse_scalar, write_scalar},
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
    let title = inline_title(lang, title);
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
        Filter::Range { low, high, not_stated, inverted } => {
            let value = range_value(lang, column, low.as_ref(), high.as_ref());
            let value = if *inverted { tr_args(lang, "table-range-not", &[("range", value.into())]) } else { value };
            let value =
                if *not_stated && !*inverted { joined(lang, vec![value, tr(lang, "table-not-stated").into_owned()]) } else { value };
            ClauseWords { clause: title, value }
        }
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
            Some(sort_words(lang, &name(key.column.as_str()), key.direction))
        }
        Part::Group => {
            let value = inline_title(lang, &name(query.group.as_ref()?.as_str()));
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
        Test::Beyond(nr, op, bound) => {
            let column = column(nr)?;
            let sign = if *op == Op::More { ">" } else { "<" };
            let value = format!("{sign} {}", bound_text(lang, column, *bound));
            let value = if term.is_negated { tr_args(lang, "table-range-not", &[("range", value.into())]) } else { value };
            Some(ClauseWords { clause: inline_title(lang, &name(column.id.as_str())), value })
        }
        Test::In(nr, word) => {
            let key = if term.is_negated { "table-clause-has-not" } else { "table-clause-has" };
            let title = inline_title(lang, &name(column(nr)?.id.as_str()));
            Some(ClauseWords { clause: tr_args(lang, key, &[("column", title.into())]), value: word.text.clone() })
        }
        Test::Anywhere(_) | Test::Any(_) => None,
    }
}

fn is_scalar(column: &Column) -> bool {
    matches!(column.data, Data::Number(_) | Data::Date(_))
}

/// A sort key in words: `计划总投资`, `从高到低`.
pub fn sort_words(lang: Lang, title: &str, direction: SortDirection) -> ClauseWords {
    let (key, clause) = (direction_key(direction), inline_title(lang, title));
    let clause = match lang {
        Lang::Zh => clause,
        Lang::En => format!("{clause},"),
    };
    ClauseWords { clause, value: inline_title(lang, &tr(lang, key)) }
}

/// The key of a direction's name.
pub fn direction_key(direction: SortDirection) -> &'static str {
    match direction {
        SortDirection::Ascending => "table-sort-ascending",
        SortDirection::Descending => "table-sort-descending",
    }
}

/// A title inside an English sentence begins with a small letter, unless it is an abbreviation.
pub fn inline_title(lang: Lang, title: &str) -> String {
    let mut chars = title.chars();
    match (lang, chars.next()) {
        (Lang::En, Some(first)) if !chars.clone().next().is_some_and(char::is_uppercase) => first.to_lowercase().chain(chars).collect(),
        _ => title.to_owned(),
    }
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

fn range_value(lang: Lang, column: &Column, low: Option<&Scalar>, high: Option<&Scalar>) -> String {
    let text = |scalar: &Scalar| bound_text(lang, column, *scalar);
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("= {}", text(low)),
        (Some(low), Some(high)) => tr_args(lang, "table-range-between", &[("low", text(low).into()), ("high", text(high).into())]),
        (Some(low), None) => format!("≥ {}", text(low)),
        (None, Some(high)) => format!("≤ {}", text(high)),
        (None, None) => String::new(),
    }
}

/// A bound as a reader of a language writes it; reading it again gives the same bound.
pub fn bound_text(lang: Lang, column: &Column, scalar: Scalar) -> String {
    let plain = write_scalar(column, scalar);
    let reads = |text: &String| parse_scalar(column, text) == Some(scalar);
    let (Scalar::Number(number), Data::Number(_)) = (scalar, &column.data) else { return plain };
    let candidates = match lang {
        Lang::Zh => {
            let end = plain.find(|char: char| !char.is_ascii_digit() && !matches!(char, '.' | '-')).unwrap_or(plain.len());
            let (digits, word) = plain.split_at(end);
            let full = if word.is_empty() { String::new() } else { format!("{digits} {word}元") };
            [full, format!("{digits} {word}")]
        }
        Lang::En => [in_english(number, 1_000_000, "million"), grouped(&number.normalize().to_string())],
    };
    candidates.into_iter().filter(|text| !text.trim().is_empty()).find(reads).map_or(plain, |text| text.trim().to_owned())
}

fn in_english(number: Decimal, factor: i64, word: &str) -> String {
    let part = number / Decimal::from(factor);
    if part.abs() < Decimal::ONE / Decimal::from(100) {
        String::new()
    } else {
        format!("{} {word}", grouped(&part.normalize().to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Bilingual,
        table::{ChoiceBuilder, Date, DateBuilder, NumberBuilder, Units},
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
        let mut builder = NumberBuilder::new(0, Units::money());
        builder.push(Some(Decimal::from(100_000_000))).unwrap();
        Column::new("investment", Bilingual::new("计划总投资", "Planned investment"), builder)
    }

    fn yuan(number: i64) -> Scalar {
        Scalar::Number(Decimal::from(number))
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

    #[test]
    fn ranges_read_as_words() {
        let with_gaps = Filter::Range { low: Some(yuan(100_000_000)), high: None, not_stated: true, inverted: false };
        for (filter, zh, en) in [
            (Filter::range(Some(yuan(100_000_000)), None), "≥ 1 亿元", "≥ 100 million"),
            (Filter::range(None, Some(yuan(57_000_000))), "≤ 5700 万元", "≤ 57 million"),
            (Filter::range(Some(yuan(57_000_000)), Some(yuan(1_000_000_000))), "5700 万元 至 10 亿元", "57 million to 1,000 million"),
            (Filter::value(None).inverse(), "已说明", "stated"),
            (Filter::value(None), "未说明", "not stated"),
            (with_gaps, "≥ 1 亿元 或 未说明", "≥ 100 million or not stated"),
        ] {
            assert_eq!(filter_words(Lang::Zh, "计划总投资", &money(), &filter).value, zh);
            assert_eq!(filter_words(Lang::En, "Planned investment", &money(), &filter).value, en);
        }
    }

    #[test]
    fn what_is_shown_of_a_bound_can_be_typed() {
        let money = money();
        let dates = Column::new("date", Bilingual::default(), DateBuilder::default());
        for lang in Lang::ALL {
            for number in [0_i64, 1, 999, 12_345, 5_700, 57_000_000, 123_456_789, 4_356_000_000, -30_000] {
                let scalar = Scalar::Number(Decimal::from(number));
                let text = bound_text(lang, &money, scalar);
                assert_eq!(parse_scalar(&money, &text), Some(scalar), "{text}");
            }
            let april = Scalar::Date(Date::parse("2019-04").unwrap());
            assert_eq!(bound_text(lang, &dates, april), "2019-04");
        }
    }

    #[test]
    fn sort_keys_read_as_words() {
        let zh = sort_words(Lang::Zh, "计划总投资", SortDirection::Descending);
        let en = sort_words(Lang::En, "Planned investment", SortDirection::Descending);
        assert_eq!((zh.clause.as_str(), zh.value.as_str()), ("计划总投资", "从高到低"));
        assert_eq!((en.clause.as_str(), en.value.as_str()), ("planned investment,", "descending"));
    }
}
