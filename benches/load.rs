//! How long a dossier takes to load, checks included. The embedded one should take 5 ms at most; one of a million projects
//! from disk 5 s, and half as long again as `serde_json` alone takes to read the same file.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark stops at the first surprise")]

#[path = "support/dossier.rs"]
mod dossier;
#[path = "support/typed.rs"]
mod typed;

use std::{collections::BTreeSet, path::PathBuf, sync::Mutex};

use liucheng_viewer::{
    dossier::{Dossier, embedded, embedded_files, load_files, open_dir_with},
    progress::Progress,
    sheets::ProjectsBuilder,
    table::Table,
};

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

fn main() {
    divan::main();
}

#[divan::bench]
fn embedded_dossier() -> Dossier {
    embedded().expect("the embedded dossier")
}

/// The embedded dossier with many more projects, each of two figures in words.
#[divan::bench(args = [1_000, 20_000], sample_count = 5)]
fn many_projects(bencher: divan::Bencher<'_, '_>, rows: usize) {
    let row = |nr: usize| {
        format!(
            r#"{{"id": "p{nr}", "name": {{"zh": "厂{nr}", "en": "Works {nr}"}},
            "full_name": {{"words": "第{nr}厂", "english": "Works no. {nr}", "evidence": [{{"phrase": "第{nr}厂", "section": "lead", "paragraph": 1}}]}},
            "stages": [{{"stage": "running", "phrase": {{"words": "投产", "english": "running", "origin": "editorial"}}}}]}}"#
        )
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    let rows = rows.join(",");
    let files = move || {
        let file = |(name, text): (&str, &str)| {
            let text = if name == "projects.json" {
                text.trim_end().trim_end_matches(']').to_owned() + "," + &rows + "]"
            } else {
                text.to_owned()
            };
            (name.to_owned(), text.into_bytes())
        };
        embedded_files().map(file).collect::<Vec<_>>()
    };
    bencher.with_inputs(files).bench_values(|files| load_files(files).expect("a dossier"));
}

/// A synthetic dossier on disk, written once in a run; a million projects are 600 MB.
fn folder(rows: usize) -> PathBuf {
    static WRITTEN: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());
    let dir = std::env::temp_dir().join(format!("liucheng-load-{rows}"));
    if WRITTEN.lock().is_ok_and(|mut written| written.insert(rows)) {
        dossier::write(rows, &dir).expect("a folder can be written");
    }
    dir
}

/// From disk to checked rows and the table of the projects.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn open_from_disk(bencher: divan::Bencher<'_, '_>, rows: usize) {
    let dir = folder(rows);
    bencher.bench(|| -> (Dossier, Option<Table>) {
        let mut projects = None;
        let dossier = open_dir_with(&dir, &Progress::default(), None, &mut |meta, row| {
            projects.get_or_insert_with(|| ProjectsBuilder::on_disk(meta)).push(meta, row);
        });
        (dossier.expect("a dossier"), projects.map(|projects| projects.finish().expect("a table")))
    });
}

/// The same file by `serde_json` alone, into structs with the same fields.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn serde_json_alone(bencher: divan::Bencher<'_, '_>, rows: usize) {
    let dir = folder(rows);
    bencher.bench(|| typed::rows(&dir).expect("rows"));
}
