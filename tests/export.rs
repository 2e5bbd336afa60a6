//! Every view in every format and both languages, and the figures that are easy to get wrong.

#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use liucheng_viewer::{
    dossier::{Dossier, embedded},
    export::{Cell, Format, View, article, rows, sheet, write},
    locale::Lang,
    sheets,
};
use serde_json::Value;

const FACT_KEYS: [&str; 15] = [
    "id", "label_zh", "label_en", "text", "value", "low", "high", "unit", "status", "as_of", "origin", "section", "evidence", "note_zh",
    "note_en",
];

fn dossier() -> Dossier {
    embedded().expect("the embedded dossier")
}

fn text(dossier: &Dossier, view: View, lang: Lang, format: Format) -> String {
    String::from_utf8(write(&sheet(dossier, view, lang, format), format).expect("bytes")).expect("UTF-8")
}

fn tables() -> impl Iterator<Item = View> {
    View::TABLES.into_iter()
}

#[test]
fn every_table_is_complete_in_every_format_and_language() {
    let dossier = dossier();
    for view in tables() {
        for lang in Lang::ALL {
            let num_rows = sheet(&dossier, view, lang, Format::Csv).rows.len();
            let csv = text(&dossier, view, lang, Format::Csv);
            let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
            assert!(csv.starts_with('\u{feff}') && csv.contains("\r\n"), "{view:?}");
            assert_eq!(reader.records().collect::<Result<Vec<_>, _>>().expect("rows of the same length").len(), num_rows, "{view:?}");
            let json: Value = serde_json::from_str(&text(&dossier, view, lang, Format::Json)).expect("JSON");
            assert_eq!(json.as_array().expect("an array").len(), num_rows, "{view:?}");
            let markdown = text(&dossier, view, lang, Format::Markdown);
            assert_eq!(markdown.lines().filter(|line| line.starts_with('|')).count(), num_rows + 2, "{view:?}");
            assert!(markdown.contains(&dossier.meta.report_title), "the source stands above the table");
        }
    }
}

#[test]
fn no_key_of_the_locales_shows_through() {
    let dossier = dossier();
    let keys = ["column-", "record-", "export-", "status-", "stage-", "origin-", "group-", "view-", "app-"];
    let mut texts: Vec<String> = Lang::ALL.iter().map(|lang| article(&dossier, *lang)).collect();
    texts.extend(tables().flat_map(|view| Lang::ALL.map(|lang| text(&dossier, view, lang, Format::Csv))));
    for text in texts {
        for word in text.split(|c: char| !c.is_ascii_lowercase() && !matches!(c, '-' | '/')) {
            let is_key = keys.iter().any(|key| word.starts_with(key));
            assert!(!is_key, "{word} is the key of a string that is missing");
        }
    }
}

#[test]
fn every_fact_has_every_key() {
    let facts = facts();
    assert_eq!(facts.len(), dossier().figures.len());
    for fact in &facts {
        let keys: BTreeSet<&str> = fact.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, FACT_KEYS.into(), "{fact}");
        for key in ["value", "low", "high"] {
            assert!(fact[key].is_null() || fact[key].as_str().is_some_and(|number| number.parse::<f64>().is_ok()), "{key} of {fact}");
        }
        for key in ["id", "label_zh", "label_en", "text", "origin"] {
            assert!(fact[key].as_str().is_some_and(|text| !text.is_empty()), "{key} of {fact}");
        }
        assert!(fact["evidence"].is_array(), "{fact}");
        assert!(["stated", "computed", "editorial"].contains(&fact["origin"].as_str().unwrap_or_default()), "{fact}");
        assert_eq!(fact["origin"] == "stated", fact["section"].is_string() && fact["origin"] != "editorial", "{fact}");
    }
}

fn facts() -> Vec<Value> {
    serde_json::from_str(&text(&dossier(), View::Facts, Lang::Zh, Format::Json)).expect("an array")
}

/// Form as written, value, lower bound, upper bound, unit, status; `-` is null.
const TRAPS: [(&str, &str, &str, &str, &str, &str); 13] = [
    ("43.56亿元", "43.56", "-", "-", "亿元", "planned"),
    ("5700万元", "5700", "-", "-", "万元", "planned"),
    ("10余家", "-", "10", "-", "家", "-"),
    ("十余家", "-", "10", "-", "家", "-"),
    ("60余人", "-", "60", "-", "人", "-"),
    ("可达6亿元", "-", "-", "6", "亿元", "potential"),
    ("最多10天", "-", "-", "10", "天", "-"),
    ("最多5天", "-", "-", "5", "天", "target"),
    ("52.91公里", "52.91", "-", "-", "公里", "planned"),
    ("20.31公里", "20.31", "-", "-", "公里", "planned"),
    ("16.23公里", "16.23", "-", "-", "公里", "unclear"),
    ("2.2万立方米", "2.2", "-", "-", "万立方米", "-"),
    ("17公里", "17", "-", "-", "公里", "built"),
];

#[test]
fn the_traps_of_the_report_are_modelled() {
    let facts = facts();
    for (written, value, low, high, unit, status) in TRAPS {
        let fact = facts.iter().find(|fact| fact["text"] == written).unwrap_or_else(|| panic!("no fact is written {written}"));
        let expected = [("value", value), ("low", low), ("high", high), ("unit", unit), ("status", status)];
        for (key, expected) in expected {
            if key == "status" && expected == "-" {
                continue;
            }
            assert_eq!(fact[key].as_str().unwrap_or("-"), expected, "{key} of {fact}");
        }
    }
    let bounded = facts.iter().filter(|fact| !fact["low"].is_null() || !fact["high"].is_null());
    assert!(bounded.clone().count() >= 6 && bounded.clone().all(|fact| fact["value"].is_null()), "a bound is no value");
    let words: Vec<_> = facts.iter().filter(|fact| fact["unit"].is_null() && fact["as_of"].is_null() && fact["value"].is_null()).collect();
    assert!(words.len() > 50, "facts without a number are there too: {}", words.len());
}

#[test]
fn relative_dates_come_with_their_resolution() {
    let facts = facts();
    let settled = facts.iter().find(|fact| fact["id"] == "projects/yiliansheng/dates/settled").expect("the date 亿联盛 settled");
    assert_eq!(settled["as_of"], "2019-04-26");
    assert!(settled["note_en"].as_str().is_some_and(|note| note.contains("2020-01-16") || note.contains("2019-04-26")), "{settled}");
    let inferred = facts.iter().find(|fact| fact["id"] == "projects/shengxin/dates/ground-broken").expect("the date 盛鑫 broke ground");
    assert_eq!(inferred["as_of"], "2019-06-18");
    assert!(inferred["note_zh"].is_string(), "{inferred}");
}

#[test]
fn projects_have_values_to_calculate_with() {
    let sheet = sheet(&dossier(), View::Projects, Lang::En, Format::Csv);
    let column = |key: &str| sheet.column(key).expect("a column");
    let (id, yi, output) = (column("id"), column("investment_yi"), column("output_yi"));
    assert_eq!(sheet.rows.len(), 14);
    let rows: Vec<&Vec<Cell>> = sheet.rows.iter().map(|row| &row.cells).collect();
    let row = |name: &str| *rows.iter().find(|row| row[id] == Cell::text(name)).expect("a project");
    assert_eq!(row("xinjulong")[yi], Cell::Number("0.57".parse().expect("a number")), "5700万元 in 亿元");
    assert_eq!(row("shengxin")[yi], Cell::Number("6.3".parse().expect("a number")));
    assert_eq!(row("shengxin")[output], Cell::Empty, "a ceiling is no value");
    assert_eq!(rows.iter().filter(|row| row[yi] != Cell::Empty).count(), 7);
}

#[test]
fn a_query_groups_rows_as_the_window_does() {
    let dossier = dossier();
    let stages = |query: &str| -> Vec<String> {
        let rows = rows(&dossier, View::Projects, query, Lang::En).unwrap_or_else(|mistake| panic!("{query}: {mistake}"));
        let sheet = sheet(&dossier, View::Projects, Lang::En, Format::Json).select(rows);
        let stage = sheet.column("stage").expect("a column");
        (0..sheet.rows.len()).filter_map(|row| sheet.cell(row, stage)).map(|cell| cell.joined("")).collect()
    };
    let mut grouped = stages("sort:name group:stage");
    let num_rows = grouped.len();
    grouped.dedup();
    let mut distinct = grouped.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!((num_rows, grouped.len()), (stages("").len(), distinct.len()), "each stage stands together: {grouped:?}");
}

#[test]
fn a_query_picks_and_sorts_rows() {
    let dossier = dossier();
    let names = |query: &str| -> Vec<String> {
        let rows = rows(&dossier, View::Projects, query, Lang::En).unwrap_or_else(|mistake| panic!("{query}: {mistake}"));
        rows.into_iter().map(|row_nr| dossier.projects.held()[row_nr].id.clone()).collect()
    };
    assert_eq!(names("").len(), 14);
    assert_eq!(names("investment>=1.8亿 sort:-investment"), ["huaxiang", "shengxin", "huagao", "zhongyuan"]);
    assert_eq!(names("sort:investment")[0], "xinjulong", "5700万元 is the least");
    assert_eq!(names("yls"), ["yiliansheng"], "initials find a name");
    assert_eq!(names("Yiliansheng"), ["yiliansheng"]);
    assert!(rows(&dossier, View::Projects, "nocolumn:1", Lang::En).is_err_and(|mistake| mistake.contains("nocolumn")));
}

#[test]
fn the_article_carries_its_sources() {
    let dossier = dossier();
    for lang in Lang::ALL {
        let text = article(&dossier, lang);
        for section in &dossier.article(lang).sections {
            assert!(text.contains(&format!("\n## {}\n", section.title)), "{}", section.title);
        }
        let notes = text.lines().filter(|line| line.starts_with("[^") && line.contains("]: ")).count();
        let cited: BTreeSet<&str> = text.split("[^").skip(1).filter_map(|rest| rest.split(']').next()).collect();
        assert_eq!(notes, cited.len(), "every footnote is cited, every citation has its footnote");
        assert!(notes > 50, "{notes} figures");
        assert!(text.contains("2020"), "the date of the report");
    }
}

#[test]
fn english_has_english_units_and_separators() {
    let dossier = dossier();
    let csv = text(&dossier, View::Facts, Lang::En, Format::Csv);
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let unit = reader.headers().expect("a header").iter().position(|title| title == "Unit").expect("a column of units");
    for row in reader.records() {
        let row = row.expect("a row");
        assert!(row[unit].is_ascii() || row[unit].contains(['²', '³']), "{} of {}", &row[unit], &row[0]);
    }
    for view in tables() {
        assert!(!text(&dossier, view, Lang::En, Format::Csv).contains('；'), "{view:?}");
    }
    assert!(text(&dossier, View::Projects, Lang::En, Format::Csv).contains("; "), "lists are joined");
}

#[test]
fn services_reform_and_timeline_have_the_rows_of_their_tables() {
    let dossier = dossier();
    for (view, num) in [
        (View::Services, sheets::topic_rows(&dossier.services).len()),
        (View::Reform, sheets::topic_rows(&dossier.reform).len()),
        (View::Timeline, sheets::event_rows(&dossier).len()),
    ] {
        assert_eq!(sheet(&dossier, view, Lang::Zh, Format::Csv).rows.len(), num, "{view:?}");
        assert_eq!(rows(&dossier, view, "", Lang::Zh).expect("a query").len(), num, "{view:?}");
    }
    let inferred = rows(&dossier, View::Timeline, "basis:inferred", Lang::En).expect("a query");
    let sheet = sheet(&dossier, View::Timeline, Lang::En, Format::Json).select(inferred);
    let date = sheet.column("date").expect("a column");
    assert_eq!(sheet.cell(0, date).map(|cell| cell.joined("")).as_deref(), Some("2019-06-18"));
}
