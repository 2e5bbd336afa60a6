//! How long it takes to parse and validate dossiers; the embedded one is to take 5 ms at most.

use liucheng_viewer::dossier::{Dossier, Problem, embedded, embedded_files, load_files};

fn main() {
    divan::main();
}

#[divan::bench]
fn embedded_dossier() -> Result<Dossier, Vec<Problem>> {
    embedded()
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
    bencher.with_inputs(files).bench_values(load_files);
}
