//! What a cell of the works says, and the marks of their axis.

use super::*;
use crate::dossier::{embedded_files, load_files};

/// The embedded dossier with the time of the roads told of the plan instead of what is built.
fn dossier() -> Dossier {
    let moved = |text: &str| {
        let mut works: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let as_of = works[0]["built"].as_object_mut().and_then(|built| built.remove("as_of")).expect("a time");
        works[0]["planned"]["as_of"] = as_of;
        works.to_string()
    };
    let files = embedded_files().map(|(name, text)| {
        let text = if name == "infrastructure.json" { moved(text) } else { text.to_owned() };
        (name.to_owned(), text.into_bytes())
    });
    load_files(files.collect()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn a_cell_shows_the_time_that_its_column_sorts_by() {
    let dossier = dossier();
    let table = crate::sheets::infrastructure(&dossier).expect("a table");
    let reader = Reader { dossier: &dossier, lang: Lang::Zh, money: None };
    let cells = WorkCells { dossier: &dossier, lang: Lang::Zh, reader, slots: Default::default(), longest: 0.0 };
    assert_eq!(cells.text(0, "as-of").as_deref(), Some("2020-01-16"));
    for row in 0..table.num_rows() {
        assert_eq!(cells.text(row, "as-of"), table.column("as-of").and_then(|column| column.text(row, Lang::Zh)), "row {row}");
    }
}

#[test]
fn an_axis_has_a_few_round_marks() {
    for (kilometres, expected) in [(2.0, 1.0), (7.0, 2.5), (55.5, 25.0), (300.0, 100.0)] {
        let step = step(kilometres);
        assert!((step - expected).abs() < 0.01, "{kilometres} km: {step}");
    }
}
