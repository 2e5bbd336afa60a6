//! The same JSON read by `serde_json` alone, into structs of the same fields: what opening is compared with.

#![expect(dead_code, reason = "the fields are read from the file, which is all that is measured")]

use std::{fs, io, path::Path};

use serde::Deserialize;

#[derive(Deserialize)]
struct Both {
    zh: String,
    en: String,
}

#[derive(Deserialize)]
struct Evidence {
    phrase: String,
    section: String,
    paragraph: u32,
}

#[derive(Deserialize)]
struct Figure {
    text: Option<String>,
    words: Option<String>,
    english: Option<String>,
    status: Option<String>,
    date: Option<String>,
    per: Option<String>,
    evidence: Vec<Evidence>,
}

#[derive(Deserialize)]
struct Stage {
    stage: String,
    phrase: Figure,
}

#[derive(Deserialize)]
struct Product {
    id: String,
    name: Both,
    capacity: Option<Figure>,
}

#[derive(Deserialize)]
struct Event {
    event: String,
    date: Figure,
}

/// A row of `projects.json` as the synthetic dossier writes it.
#[derive(Deserialize)]
pub(crate) struct Row {
    id: String,
    name: Both,
    zone: String,
    cluster: Option<String>,
    stages: Vec<Stage>,
    investment: Option<Figure>,
    output: Option<Figure>,
    jobs: Option<Figure>,
    #[serde(default)]
    products: Vec<Product>,
    #[serde(default)]
    dates: Vec<Event>,
}

/// Reads the file and parses it.
pub(crate) fn rows(folder: &Path) -> io::Result<Vec<Row>> {
    Ok(serde_json::from_slice(&fs::read(folder.join("projects.json"))?)?)
}
