//! Every view in every format and both languages, and the figures that are easy to get wrong.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{collections::BTreeSet, sync::Arc};

use liucheng_viewer::{
    dossier::{Dossier, embedded},
    export::{Cell, Format, Sheet, Sight, Taken, article, in_sight, rows, sheet},
    locale::Lang,
    progress::Progress,
    route::View,
    sheets,
};
use serde_json::Value;

const FACT_KEYS: [&str; 19] = [
    "id", "label_zh", "label_en", "text", "said_zh", "said_en", "value", "low", "high", "unit", "status", "as_of", "basis", "origin",
    "section", "evidence", "note_zh", "note_en", "source",
];

fn dossier() -> Arc<Dossier> {
    Arc::new(embedded().expect("the embedded dossier"))
}

/// What the command line writes.
fn text(dossier: &Arc<Dossier>, view: View, lang: Lang, format: Format) -> String {
    let mut bytes = Vec::new();
    let table = Taken::new(dossier, Sight::whole(dossier, view, lang), Some(format));
    table.write(&mut bytes, format, &Progress::default()).expect("bytes");
    String::from_utf8(bytes).expect("UTF-8")
}

/// What a query leaves of a table.
fn picked(dossier: &Dossier, view: View, lang: Lang, query: &str) -> Sheet {
    let sight = Sight::whole(dossier, view, lang).picked(dossier, query);
    in_sight(dossier, &sight.unwrap_or_else(|mistake| panic!("{query}: {mistake}")))
}

/// A cell as a reader reads it, by its row's id and the key of its column.
fn told(sheet: &Sheet, id: &str, key: &str) -> String {
    let row = sheet.rows.iter().position(|row| row.id == id).unwrap_or_else(|| panic!("no row {id}"));
    let column = sheet.column(key).unwrap_or_else(|| panic!("no column {key}"));
    sheet.cell(row, column).expect("a cell").joined("; ")
}

fn tables() -> impl Iterator<Item = View> {
    View::TABLES.into_iter()
}

#[test]
fn every_table_is_complete_in_every_format_and_language() {
    let dossier = dossier();
    for view in tables() {
        for lang in Lang::ALL {
            let num_rows = sheet(&dossier, view, lang).rows.len();
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
fn a_sheet_says_all_that_a_cell_shows() {
    let dossier = dossier();
    let [zh, en] = Lang::ALL.map(|lang| sheet(&dossier, View::Projects, lang));
    for (sheet, id, key, expected) in [
        (&en, "yiliansheng", "product", "High-speed steel rolls 10,000 t a year"),
        (&en, "baisheng", "product", "Titanium tetrachloride 40,000 t a year; Zirconium tetrachloride 5,000 t a year"),
        (&en, "huagao", "stage", "Running"),
        (&en, "huagao", "stage_remark", "phase 1"),
        (&en, "yiliansheng", "stage_remark", "Two passages, two stages"),
        (&en, "yiliansheng", "output", "CNY 350 million"),
        (&en, "yiliansheng", "output_remark", "Potential"),
        (&en, "shengxin", "date", "2019-06-18"),
        (&en, "shengxin", "date_remark", "Ground broken, year inferred"),
        (&zh, "shengxin", "jobs_remark", "潜在"),
        (&zh, "xinjulong", "investment_read", "5700 万元"),
        (&zh, "shengxin", "output", "≤ 6 亿元/年"),
    ] {
        assert_eq!(told(sheet, id, key), expected, "{key} of {id}");
    }
    let works = sheet(&dossier, View::Infrastructure, Lang::En);
    assert_eq!(works.columns.first().map(|column| column.key.as_str()), Some("group"), "what headings say is a column");
    let capacity = works.rows.iter().find(|row| row.cells.contains(&Cell::text("m³ a day"))).expect("a capacity a day");
    assert!(capacity.cells.iter().any(|cell| cell.plain("") == "22000"), "{capacity:?}");
}

#[test]
fn numbers_are_plain_in_the_unit_that_their_column_names() {
    let dossier = dossier();
    for (lang, title, expected) in [(Lang::Zh, "计划总投资（亿元）", "0.57"), (Lang::En, "Planned, CNY million", "57")] {
        let sheet = sheet(&dossier, View::Projects, lang);
        let (amount, output) = (sheet.column("investment").expect("a column"), sheet.column("output").expect("a column"));
        assert_eq!(sheet.columns[amount].title, title);
        let row = |id: &str| sheet.rows.iter().find(|row| row.id == id).expect("a project");
        assert_eq!(row("xinjulong").cells[amount].plain(""), expected);
        assert!(matches!(row("shengxin").cells[output], Cell::Text(_)), "a ceiling is no value");
        let numbers = sheet.rows.iter().filter(|row| matches!(row.cells[amount], Cell::Amount(..)));
        assert_eq!(numbers.count(), 7);
    }
    let services = sheet(&dossier, View::Services, Lang::En);
    let value = services.column("value").expect("a column");
    let numbers: Vec<String> =
        services.rows.iter().filter(|row| matches!(row.cells[value], Cell::Amount(..))).map(|row| row.cells[value].plain("")).collect();
    assert!(numbers.iter().any(|number| number == "534") && numbers.iter().any(|number| number == "196"), "{numbers:?}");
}

#[test]
fn a_column_of_words_as_written_has_the_words_of_the_report() {
    let dossier = dossier();
    let facts = sheet(&dossier, View::Facts, Lang::En);
    let [text, value] = ["text", "value"].map(|key| facts.column(key).expect("a column"));
    for (row, figure) in facts.rows.iter().zip(&dossier.figures) {
        assert_eq!(row.cells[text].joined(""), figure.text, "{}", figure.id);
        assert_eq!(row.cells[value].joined(""), figure.display(Lang::En), "{}", figure.id);
    }
}

#[test]
fn a_query_groups_rows_as_the_window_does() {
    let dossier = dossier();
    let stages = |query: &str| -> Vec<String> {
        let sheet = picked(&dossier, View::Projects, Lang::En, query);
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
fn texts_are_sorted_in_the_order_of_the_language() {
    let dossier = dossier();
    let first = |lang| {
        let sheet = picked(&dossier, View::Projects, lang, "sort:name");
        sheet.rows.iter().map(|row| row.cells[0].joined("")).collect::<Vec<_>>()
    };
    assert!(first(Lang::En).is_sorted(), "by the alphabet: {:?}", first(Lang::En));
    assert!(first(Lang::Zh).first().is_some_and(|name| name.starts_with("百盛")), "by pinyin: {:?}", first(Lang::Zh));
    let mistakes = Lang::ALL.map(|lang| rows(&dossier, View::Projects, "nocolumn:1", lang).expect_err("a mistake"));
    assert_ne!(mistakes[0], mistakes[1], "a mistake is told in the language");
}

#[test]
fn a_query_picks_and_sorts_rows() {
    let dossier = dossier();
    let names = |query: &str| -> Vec<String> {
        let rows = rows(&dossier, View::Projects, query, Lang::En).unwrap_or_else(|mistake| panic!("{query}: {mistake}"));
        rows.into_iter().map(|row_nr| dossier.projects.held()[row_nr as usize].id.clone()).collect()
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
fn english_has_english_separators() {
    let dossier = dossier();
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
        assert_eq!(sheet(&dossier, view, Lang::Zh).rows.len(), num, "{view:?}");
        assert_eq!(rows(&dossier, view, "", Lang::Zh).expect("a query").len(), num, "{view:?}");
    }
    let sheet = picked(&dossier, View::Timeline, Lang::En, "basis:inferred");
    let date = sheet.column("date").expect("a column");
    assert_eq!(sheet.cell(0, date).map(|cell| cell.joined("")).as_deref(), Some("2019-06-18"));
}
