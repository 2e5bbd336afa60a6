//! Zones, and an account that is a summary: what a dossier of many projects needs.

#![expect(clippy::panic, reason = "a test fails by stopping")]

mod small;

use liucheng_viewer::{
    dossier::{Dossier, load_files},
    locale::Lang,
    sheets,
};
use small::{files, list, problems, with, with_file};

const ZONES: &str = r#""zones": [{"id": "north", "name": {"zh": "北园", "en": "North Park"}, "province": {"zh": "辽宁", "en": "Liaoning"}},
    {"id": "south", "name": {"zh": "南园", "en": "South Park"}, "province": {"zh": "湖南", "en": "Hunan"}}], "format": 1,"#;

fn replaced(mut files: Vec<(String, Vec<u8>)>, name: &str, from: &str, to: &str) -> Vec<(String, Vec<u8>)> {
    for (file, bytes) in &mut files {
        if file == name {
            let text = String::from_utf8_lossy(bytes).into_owned();
            assert!(text.contains(from), "{name} has {from}");
            *bytes = text.replacen(from, to, 1).into_bytes();
        }
    }
    files
}

fn with_zones(zone: &str) -> Vec<(String, Vec<u8>)> {
    let files = with("dossier.json", "\"format\": 1,", ZONES);
    replaced(files, "projects.json", "\"cluster\": \"tools\",", &format!("\"cluster\": \"tools\", \"zone\": \"{zone}\","))
}

fn dossier(files: Vec<(String, Vec<u8>)>) -> Dossier {
    load_files(files).unwrap_or_else(|problems| panic!("{}", list(&problems)))
}

#[test]
fn zones_and_provinces_are_columns_where_there_are_any() {
    let table = sheets::projects(&dossier(with_zones("south"))).expect("a table");
    let shown = |id: &str, lang| table.column(id).and_then(|column| column.text(0, lang));
    assert_eq!(shown("zone", Lang::Zh).as_deref(), Some("南园"));
    assert_eq!(shown("province", Lang::En).as_deref(), Some("Hunan"));
    let plain = sheets::projects(&dossier(files())).expect("a table");
    assert!(plain.column("zone").is_none() && plain.column("province").is_none());
}

#[test]
fn a_zone_that_is_not_listed_is_a_mistake() {
    let told = list(&problems(with_zones("east")));
    assert_eq!(told, "projects.json: [0].zone: found \"east\", expected a zone: north, south");
    let told = list(&problems(with("projects.json", "\"cluster\": \"tools\",", "\"cluster\": \"tools\", \"zone\": \"east\",")));
    assert_eq!(told, "projects.json: [0].zone: found \"east\", expected no zone: dossier.json lists none");
}

#[test]
fn a_summary_need_not_link_the_rows_but_what_it_links_is_checked() {
    let link = ["[1.8 亿元](#projects/saw/investment)", "[CNY 180 million](#projects/saw/investment)"];
    let cut = |mut files: Vec<(String, Vec<u8>)>| {
        for (name, link) in ["article.zh.md", "article.en.md"].into_iter().zip(link) {
            files = replaced(files, name, link, "");
        }
        files
    };
    assert_eq!(problems(cut(files())).len(), 2, "a complete account owes the link in both languages");
    let summary = || with("dossier.json", "\"format\": 1,", "\"format\": 1, \"account\": \"summary\",");
    assert_eq!(list(&problems(cut(summary()))), "");
    let wrong = replaced(summary(), "article.zh.md", "[1.8 亿元]", "[1.9 亿元]");
    assert_eq!(problems(wrong).len(), 1, "a link says what its figure says");
    let unlinked = replaced(summary(), "article.zh.md", "[9 项](#approvals/completed)", "");
    assert_eq!(problems(unlinked).len(), 1, "what is no row is linked all the same");
    let unknown = with_file("dossier.json", String::from_utf8_lossy(&summary()[0].1).replace("summary", "short"));
    assert!(list(&problems(unknown)).contains("one of complete, summary"));
}
