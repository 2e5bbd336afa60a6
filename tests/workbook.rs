//! What stands in a workbook: numbers as numbers, whole days as dates, the report's words as comments.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{
    io::{Cursor, Read as _},
    sync::Arc,
};

use liucheng_viewer::{
    dossier::{Dossier, embedded},
    export::{Cell, Format, Heading, Sheet, sheet, write, write_workbook},
    locale::{Lang, tr},
    route::View,
};
use zip::ZipArchive;

fn dossier() -> Arc<Dossier> {
    Arc::new(embedded().expect("the embedded dossier"))
}

fn book_of(dossier: &Arc<Dossier>, lang: Lang) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_workbook(&mut bytes, dossier, lang).expect("a workbook");
    bytes
}

/// The parts of a workbook by their names.
struct Book(ZipArchive<Cursor<Vec<u8>>>);

impl Book {
    fn open(bytes: Vec<u8>) -> Self {
        Self(ZipArchive::new(Cursor::new(bytes)).expect("a workbook"))
    }

    fn part(&mut self, name: &str) -> String {
        let mut text = String::new();
        self.0.by_name(name).expect(name).read_to_string(&mut text).expect("UTF-8");
        text
    }
}

/// The cell at a place such as `L11`, with its attributes and its value.
fn cell<'t>(tab: &'t str, place: &str) -> &'t str {
    let start = tab.find(&format!("<c r=\"{place}\"")).unwrap_or_else(|| panic!("no cell {place}"));
    let rest = tab.get(start..).expect("a cell");
    rest.get(..rest.find("</c>").expect("an end")).expect("a cell")
}

/// The letter of a column.
fn letter(nr: usize) -> char {
    char::from(b'A' + u8::try_from(nr).expect("few columns"))
}

#[test]
fn numbers_and_days_have_their_types() {
    let dossier = dossier();
    let sheet = sheet(&dossier, View::Projects, Lang::Zh);
    let mut book = Book::open(write(&sheet, Format::Xlsx).expect("a workbook"));
    let tab = book.part("xl/worksheets/sheet1.xml");
    let column = |key: &str| sheet.column(key).expect("a column");
    let row = |id: &str| 2 + sheet.rows.iter().position(|row| row.id == id).expect("a project");
    let amount = cell(&tab, &format!("{}{}", letter(column("investment")), row("xinjulong")));
    assert!(amount.ends_with("<v>0.57</v>") && !amount.contains("t=\"s\""), "5700万元 is a number in 亿元: {amount}");
    let date = cell(&tab, &format!("{}{}", letter(column("date")), row("yiliansheng")));
    assert!(date.ends_with("<v>43581</v>"), "26 April 2019 is a day: {date}");
    let output = cell(&tab, &format!("{}{}", letter(column("output")), row("shengxin")));
    assert!(output.contains("t=\"s\""), "a ceiling is no number: {output}");
    assert!(tab.contains("state=\"frozen\"") && tab.contains("<autoFilter ref=\"A1:"), "header and filter");
    assert_eq!(tab.matches("<row ").count(), sheet.rows.len() + 1);
}

#[test]
fn an_amount_shows_the_unit_of_the_screen() {
    let dossier = dossier();
    for (view, lang, formats) in [
        (View::Projects, Lang::En, &["&quot;CNY &quot;#,##0&quot; million&quot;"][..]),
        (View::Projects, Lang::Zh, &["0.00&quot; 亿元&quot;"]),
        (View::Infrastructure, Lang::En, &["#,##0.00&quot; km&quot;", "#,##0&quot; m³ a day&quot;"]),
    ] {
        let mut book = Book::open(write(&sheet(&dossier, view, lang), Format::Xlsx).expect("a workbook"));
        let styles = book.part("xl/styles.xml");
        for format in formats {
            assert!(styles.contains(format), "{format} in {styles}");
        }
    }
}

#[test]
fn every_figure_of_a_cell_is_proved_by_its_comment() {
    let dossier = dossier();
    let mut book = Book::open(write(&sheet(&dossier, View::Projects, Lang::Zh), Format::Xlsx).expect("a workbook"));
    let comments = book.part("xl/comments1.xml");
    let stages = dossier.projects.held().iter().flat_map(|project| project.stages.iter().map(|claim| claim.phrase));
    let capacities = dossier.projects.held().iter().flat_map(|project| project.products.iter().filter_map(|product| product.capacity));
    for nr in stages.chain(capacities) {
        for at in &dossier.figure(nr).evidence {
            assert!(comments.contains(&at.phrase), "{} of {}", at.phrase, dossier.figure(nr).id);
        }
    }
    assert!(comments.contains(&format!("<author>{}</author>", tr(Lang::Zh, "app-name"))) && !comments.contains("““"), "{comments}");
}

#[test]
fn comments_have_the_words_of_the_report_and_the_last_tab_its_source() {
    let dossier = dossier();
    for lang in Lang::ALL {
        let mut book = Book::open(book_of(&dossier, lang));
        let comments: String = (1..=View::TABLES.len()).map(|nr| book.part(&format!("xl/comments{nr}.xml"))).collect();
        let stated = dossier.figures.iter().flat_map(|figure| &figure.evidence);
        let missing = stated.filter(|at| !comments.contains(&at.phrase)).count();
        assert_eq!(missing, 0, "every phrase is a comment somewhere");
        let strings = book.part("xl/sharedStrings.xml");
        assert!(strings.contains(&dossier.meta.report_title) && strings.contains("2020-01-16"));
        let tabs = book.part("xl/workbook.xml");
        assert_eq!(tabs.matches("<sheet ").count(), View::TABLES.len() + 1);
    }
}

#[test]
fn a_text_that_looks_like_a_formula_is_a_text_and_a_long_one_is_cut() {
    let long = "长".repeat(40_000);
    let rows = vec![vec![Cell::text("=1+1")].into(), vec![Cell::text(&long)].into()];
    let sheet = Sheet { name: "T".into(), columns: vec![Heading::text("a", "A")], rows, ..Sheet::default() };
    let mut book = Book::open(write(&sheet, Format::Xlsx).expect("a workbook"));
    let (tab, strings) = (book.part("xl/worksheets/sheet1.xml"), book.part("xl/sharedStrings.xml"));
    assert!(cell(&tab, "A2").contains("t=\"s\"") && !tab.contains("<f>"), "{tab}");
    assert!(strings.contains("<t>=1+1</t>"), "the text as it is");
    let longest = strings.split(['<', '>']).map(|text| text.chars().count()).max();
    assert!(longest.is_some_and(|longest| (30_000..=32_767).contains(&longest)), "a cell holds no more: {longest:?}");
}

#[test]
fn a_workbook_made_twice_is_the_same() {
    let dossier = dossier();
    assert!(book_of(&dossier, Lang::En) == book_of(&dossier, Lang::En));
}
