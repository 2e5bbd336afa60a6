//! How long it takes to open a copy of the report and to locate all evidence in it: 100 ms at most in 10 MB.

#![expect(clippy::expect_used, reason = "a benchmark stops at the first surprise")]

use liucheng_viewer::dossier::{Dossier, Source, embedded};

const SIZES: [usize; 3] = [100_000, 1_000_000, 10_000_000];

fn main() {
    divan::main();
}

fn dossier() -> Dossier {
    embedded().expect("the embedded dossier loads")
}

/// A made-up text of nearly that many bytes with every phrase of the dossier in it, the last ones near its end.
fn text(dossier: &Dossier, size: usize) -> Vec<u8> {
    const FILLER: &str = "今年以来，园区新修道路3.7公里，栽树1200棵，接待来访者九百余人，日子过得很平常。";
    let phrases: Vec<&str> = dossier.figures.iter().flat_map(|figure| &figure.evidence).map(|evidence| evidence.phrase.as_str()).collect();
    let own: usize = phrases.iter().map(|phrase| phrase.len() + "。\n".len()).sum();
    let num_fillers = size.saturating_sub(own) / FILLER.len();
    // As many before each phrase as bring its share of the text to where it stands.
    let up_to = |nr: usize| num_fillers * nr / phrases.len();
    let paragraph = |(nr, phrase): (usize, &&str)| format!("{}{phrase}。\n", FILLER.repeat(up_to(nr + 1) - up_to(nr)));
    phrases.iter().enumerate().map(paragraph).collect::<String>().into_bytes()
}

/// Decoding, paragraphs, folding.
#[divan::bench(args = SIZES, sample_count = 10)]
fn open(bencher: divan::Bencher<'_, '_>, size: usize) {
    let dossier = dossier();
    let text = text(&dossier, size);
    bencher.with_inputs(|| text.clone()).bench_values(|text| Source::from_bytes(text, &dossier.meta).expect("a text"));
}

/// Every phrase of the figures and exclusions.
#[divan::bench(args = SIZES, sample_count = 10)]
fn locate(bencher: divan::Bencher<'_, '_>, size: usize) {
    let dossier = dossier();
    let source = Source::from_bytes(text(&dossier, size), &dossier.meta).expect("a text");
    bencher.bench(|| source.locate(&dossier));
}

/// Numbers that nothing accounts for: nearly all of this text.
#[divan::bench(args = SIZES, sample_count = 10)]
fn left_over(bencher: divan::Bencher<'_, '_>, size: usize) {
    let dossier = dossier();
    let source = Source::from_bytes(text(&dossier, size), &dossier.meta).expect("a text");
    let located = source.locate(&dossier);
    bencher.bench(|| source.loose(&dossier, &located));
}
