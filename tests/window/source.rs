//! A copy of the report in the window: opened, dropped, edited, gone.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use egui_kittest::{Harness, kittest::Queryable as _};
use liucheng_viewer::{app::App, command::Command, dossier, locale::Lang, route::View, state::State};

use crate::WIDE;

/// A made-up text with two phrases of the embedded dossier, and a number that is none of its figures.
const COPY: &str = "甲说：开发区签约项目56个。\n\n乙说：解决问题196个，另有8个。\n";

/// A file of its own, gone afterwards.
struct File(PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("liucheng-viewer-window-{}-{name}", std::process::id()));
        fs::write(&path, text).expect("a new file");
        Self(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        fs::remove_file(&self.0).ok();
    }
}

fn open(lang: Lang, size: [f32; 2]) -> Harness<'static, App> {
    crate::open(State { lang, view: View::Article, ..State::default() }, size)
}

/// A window with this copy, from which these words are to be read.
fn with_copy(file: &File, words: &str) -> Harness<'static, App> {
    let mut harness = open(Lang::En, WIDE);
    harness.state_mut().send(Command::OpenSource(file.0.clone()));
    harness.step();
    wait_for(&mut harness, words);
    harness
}

/// Runs until the words are there: a file is read on a thread of its own.
fn wait_for(harness: &mut Harness<'_, App>, words: &str) {
    let end = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while !shows(harness, words) && std::time::Instant::now() < end {
        harness.run();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(shows(harness, words), "{words} came into sight");
}

fn shows(harness: &Harness<'_, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_file_opens_beside_the_account() {
    let file = File::new("dropped.txt", COPY);
    for (lang, told) in [(Lang::En, "Source open: "), (Lang::Zh, "原文已打开：")] {
        for size in [WIDE, [800.0, 600.0]] {
            let mut harness = open(lang, size);
            harness.state_mut().send(Command::Open(View::Projects));
            harness.run();
            harness.input_mut().dropped_files.push(Arc::new(Dropped(file.0.clone())));
            harness.step();
            wait_for(&mut harness, told);
            assert_eq!(harness.state().route().view, View::Article);
            assert!(shows(&harness, "开发区签约项目56个"), "{lang:?} at {size:?}");
            harness.step();
            assert_eq!(harness.run_ok(), Some(1), "nothing moves while nothing happens");
        }
    }
}

#[test]
fn a_figure_leads_to_its_phrase_and_the_phrase_to_its_figure() {
    let file = File::new("figure.txt", &format!("{}{COPY}", "这里是别的话。\n\n".repeat(400)));
    let mut harness = with_copy(&file, "Source open");
    assert!(!shows(&harness, "乙说"), "far below");
    let dossier = dossier::embedded().expect("a dossier");
    let nr = dossier.find("services/stewards/problems").expect("a figure");
    harness.state_mut().send(Command::ShowSentence(nr));
    harness.step();
    harness.run();
    assert!(shows(&harness, "乙说"), "the phrase came into view");
    assert!(shows(&harness, "line 803: 8 in"), "the number that nothing accounts for");
    let figure = dossier.figure(nr);
    let name = format!("{} {}", figure.label.get(Lang::En), figure.display(Lang::En));
    harness.query_all_by_label(&name).next().expect("its link").click();
    harness.run();
    assert_eq!(harness.state().route().view, View::Article, "the table does not take the copy's place");
    assert!(shows(&harness, "Found in the source"), "the card tells");
    let other = dossier.find("services/stewards/visits").expect("a figure");
    harness.state_mut().send(Command::ShowSentence(other));
    harness.step();
    harness.run();
    let name = format!("{} {}", dossier.figure(other).label.get(Lang::En), dossier.figure(other).display(Lang::En));
    harness.query_all_by_label(&name).next().expect("its link").click();
    harness.run();
    assert!(shows(&harness, "Not found in the source"), "this copy lacks it");
}

#[test]
fn a_file_that_changes_or_vanishes_is_told_and_the_window_goes_on() {
    let file = File::new("gone.txt", COPY);
    let mut harness = with_copy(&file, "开发区签约项目56个");
    let look = |harness: &mut Harness<'_, App>, words: &str| {
        harness.event(egui::Event::WindowFocused(true));
        harness.step();
        wait_for(harness, words);
    };
    fs::write(&file.0, COPY.replace("56个", "57个，又")).expect("a change");
    look(&mut harness, "57个，又");
    assert!(shows(&harness, "has changed"));
    fs::remove_file(&file.0).expect("its own file");
    look(&mut harness, "no such file");
    assert!(shows(&harness, "57个，又"), "the text that was read stays");
    fs::write(&file.0, "").expect("a change");
    look(&mut harness, "holds no text");
    fs::write(&file.0, COPY).expect("a change");
    look(&mut harness, "开发区签约项目56个");
    assert!(!shows(&harness, "holds no text"), "it came back");
}

#[test]
fn what_is_no_source_is_told_beside_the_account() {
    let file = File::new("picture.png", "\u{1}\u{2}\u{3}");
    let mut harness = with_copy(&file, "no text in UTF-8");
    harness.state_mut().send(Command::OpenSource(std::env::temp_dir()));
    harness.step();
    harness.run();
    assert!(shows(&harness, "This is a folder"));
    harness.get_by_label("Close the copy of the report").click();
    harness.run();
    assert!(!shows(&harness, "This is a folder"));
}

#[test]
fn a_large_copy_is_read_while_the_window_goes_on() {
    let file = File::new("large.txt", &format!("{}{COPY}", "这里是别的话，修路3.7公里。\n\n".repeat(2_000)));
    let mut harness = open(Lang::En, WIDE);
    harness.state_mut().send(Command::OpenSource(file.0.clone()));
    harness.step();
    harness.step();
    assert!(shows(&harness, "Reading ") || shows(&harness, "Source open"), "a word while it loads");
    wait_for(&mut harness, "Source open");
    assert!(!shows(&harness, "Reading "));
}

#[test]
fn the_copy_goes_along_with_the_account() {
    let filler = "这里是别的话。\n\n".repeat(400);
    let file = File::new("along.txt", &format!("{filler}甲说：开发区签约项目56个。\n\n{filler}乙说：解决问题196个。\n"));
    let mut harness = with_copy(&file, "Source open");
    assert!(!shows(&harness, "甲说"));
    let place = harness.get_by_label("In brief").rect().center();
    harness.hover_at(egui::pos2(place.x, 400.0));
    let is_along = (0..60).any(|_| {
        harness.key_press(egui::Key::ArrowDown);
        harness.run();
        shows(&harness, "甲说")
    });
    assert!(is_along, "the copy shows the paragraph of what is being read");
}
