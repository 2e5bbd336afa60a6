//! Opening another dossier in the open window: at once, in the background, given up, and with mistakes.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::Command,
    dossier::embedded_files,
    locale::{Lang, tr},
    route::View,
    state::State,
};

use crate::WIDE;

fn open(lang: Lang) -> Harness<'static, App> {
    crate::open(State { lang, view: View::Projects, ..State::default() }, WIDE)
}

/// A copy of the embedded dossier under another name, with `extra` spaces at the end of its projects.
fn copy(test: &str, short_name: &str, extra: usize) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("opening-{test}-{}", std::process::id()));
    fs::create_dir_all(&dir).expect("a folder can be made");
    for (name, text) in embedded_files() {
        let mut text = text.to_owned();
        if name == "dossier.json" {
            let meta: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            let mut meta = meta.as_object().expect("an object").clone();
            meta.insert("short_place".to_owned(), serde_json::json!({ "zh": short_name, "en": short_name }));
            text = serde_json::to_string(&meta).expect("JSON");
        }
        if name == "projects.json" {
            text.push_str(&" ".repeat(extra));
        }
        fs::write(dir.join(name), text).expect("a file can be written");
    }
    dir
}

/// Large enough to be read in the background.
const LARGE: usize = 6_000_000;

fn send(harness: &mut Harness<'_, App>, command: Command) {
    harness.state_mut().send(command);
    harness.step();
}

/// Runs frames until the dossier on its way is there or given up.
fn wait(harness: &mut Harness<'_, App>) {
    let start = Instant::now();
    while harness.state().is_opening() {
        assert!(start.elapsed() < Duration::from_mins(2), "the dossier never came");
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
    harness.run();
}

#[test]
fn a_small_dossier_is_there_at_once() {
    let mut harness = open(Lang::En);
    let dir = copy("small", "Elsewhere", 0);
    send(&mut harness, Command::OpenDossier(dir.clone()));
    assert!(!harness.state().is_opening());
    harness.run();
    harness.get_by_label("Elsewhere");
    fs::remove_dir_all(dir).expect("the folder goes");
}

#[test]
fn a_large_dossier_comes_while_the_window_answers() {
    let mut harness = open(Lang::En);
    let dir = copy("large", "Elsewhere", LARGE);
    send(&mut harness, Command::OpenDossier(dir.clone()));
    assert!(harness.state().is_opening());
    harness.step();
    harness.get_by_label(&tr(Lang::En, "opening-progress"));
    send(&mut harness, Command::SwitchLang);
    assert_eq!(harness.state().lang(), Lang::Zh, "the window answers meanwhile");
    wait(&mut harness);
    harness.get_by_label("Elsewhere");
    fs::remove_dir_all(dir).expect("the folder goes");
}

#[test]
fn a_dossier_given_up_leaves_the_one_before() {
    let mut harness = open(Lang::En);
    let dir = copy("cancelled", "Elsewhere", LARGE);
    send(&mut harness, Command::OpenDossier(dir.clone()));
    harness.step();
    harness.get_by_label(&tr(Lang::En, "opening-cancel")).click();
    harness.run();
    assert!(!harness.state().is_opening());
    assert!(harness.query_by_label("Elsewhere").is_none());
    harness.get_by_label("Chaoyang Liucheng zone");
    fs::remove_dir_all(dir).expect("the folder goes");
}

#[test]
fn a_dossier_with_mistakes_is_told_and_the_one_before_stays() {
    for extra in [0, LARGE] {
        let mut harness = open(Lang::En);
        let dir = copy("mistakes", "Elsewhere", extra);
        fs::write(dir.join("zone.json"), "[{}]").expect("a file can be written");
        send(&mut harness, Command::OpenDossier(dir.clone()));
        wait(&mut harness);
        assert!(harness.query_all_by_label_contains("zone.json: [0]").next().is_some(), "the mistakes are listed");
        harness.get_by_label_contains("Back to").click();
        harness.run();
        harness.get_by_label("Chaoyang Liucheng zone");
        fs::remove_dir_all(dir).expect("the folder goes");
    }
}

#[test]
fn a_folder_without_a_dossier_is_no_dead_end() {
    for lang in Lang::ALL {
        let nowhere = PathBuf::from("/nowhere/at/all");
        let state = State { lang, ..State::default() };
        let mut harness = Harness::builder().with_size(WIDE).build_eframe(move |cc| {
            let loaded = liucheng_viewer::dossier::load_dir(&nowhere);
            App::onto(&cc.egui_ctx, loaded, Some(nowhere), state, None)
        });
        harness.run();
        harness.get_by_label(&tr(lang, "error-none-missing"));
        harness.get_by_label("/nowhere/at/all");
        harness.get_by_label(&tr(lang, "do-open-dossier"));
        harness.get_by_label(&tr(lang, "do-open-embedded")).click();
        harness.run();
        assert!(harness.query_by_label(&tr(lang, "error-none-missing")).is_none());
        assert_eq!(harness.query_all_by_role(Role::Tab).filter(|tab| !tab.accesskit_node().is_disabled()).count(), View::ALL.len());
    }
}
