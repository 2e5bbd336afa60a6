//! What the window keeps between runs, and for each dossier.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use egui_kittest::{Harness, kittest::Queryable as _};
use liucheng_viewer::{
    app::App,
    command::Command,
    dossier::{self, embedded_files},
    reading::Reading,
    route::{Focus, Route, View},
    state::{self, State, ThemeChoice},
};

/// A new folder of the test's own.
fn scratch(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("liucheng-viewer-kept-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a temporary folder");
    folder
}

/// A copy of the embedded dossier in a folder.
fn copy_of_dossier(folder: &Path) -> PathBuf {
    fs::create_dir_all(folder).expect("a temporary folder");
    for (name, bytes) in embedded_files() {
        fs::write(folder.join(name), bytes).expect("a temporary file");
    }
    folder.to_owned()
}

/// A window whose state is kept at `path`, onto a folder's dossier or the embedded one.
fn open(path: &Path, folder: Option<&Path>) -> Harness<'static, App> {
    let first = State { theme: ThemeChoice::Light, view: View::Overview, ..State::default() };
    let (state, _) = state::load(path, first);
    let dossier = folder.map_or_else(dossier::embedded, dossier::load_dir);
    let (path, folder) = (path.to_owned(), folder.map(Path::to_owned));
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(20)
        .build_eframe(move |cc| App::onto(&cc.egui_ctx, dossier, folder, state, Some(path)));
    harness.run();
    harness
}

fn go(harness: &mut Harness<'_, App>, route: Route) {
    harness.state_mut().send(Command::Go(route));
    harness.run();
}

#[test]
fn each_dossier_opens_where_it_was_left() {
    let folder = scratch("where");
    let path = folder.join("state.json");
    let copy = copy_of_dossier(&folder.join("copy"));
    let row = Route { view: View::Projects, focus: Focus::Row(3) };
    let figure = dossier::embedded().expect("the embedded dossier").find("zone/signed/total").expect("a figure");
    let sentence = Route { view: View::Article, focus: Focus::Figure(figure) };
    go(&mut open(&path, None), row);
    go(&mut open(&path, Some(&copy)), sentence);
    assert_eq!(open(&path, None).state().route(), row, "the embedded dossier");
    assert_eq!(open(&path, Some(&copy)).state().route(), sentence, "its copy in a folder");
}

#[test]
fn what_is_no_longer_there_is_not_selected() {
    let folder = scratch("gone");
    let path = folder.join("state.json");
    go(&mut open(&path, None), Route { view: View::Projects, focus: Focus::Row(3) });
    let text = fs::read_to_string(&path).expect("the state").replace("\"row\": \"", "\"row\": \"gone-");
    fs::write(&path, text).expect("the state");
    assert_eq!(open(&path, None).state().route(), Route::to(View::Projects));
}

#[test]
fn reading_goes_on_where_it_stopped() {
    let folder = scratch("place");
    let path = folder.join("state.json");
    let copy = copy_of_dossier(&folder.join("copy"));
    let top = |harness: &Harness<'_, App>| {
        let account = dossier::embedded().expect("the embedded dossier is whole");
        let texts: Vec<String> = account.article_zh.sections.iter().flat_map(|s| &s.paragraphs).map(|p| p.text.clone()).collect();
        let rects = texts.iter().map(|text| harness.get_by_label(text).rect());
        rects.map(|rect| rect.top()).find(|top| *top > 48.0).expect("a paragraph in sight")
    };
    let mut harness = open(&path, None);
    go(&mut harness, Route::to(View::Article));
    let begin = top(&harness);
    for _ in 0..4 {
        harness.key_press(egui::Key::PageDown);
        harness.run();
    }
    let left = top(&harness);
    harness.state_mut().send(Command::SetReading(Reading { size: 20, ..Reading::default() }));
    harness.run();
    let left_larger = top(&harness);
    harness.state_mut().keep_state();

    let other = open(&path, Some(&copy));
    assert!(other.state().route().view == View::Overview || (top(&other) - begin).abs() < 40.0, "another dossier has a place of its own");
    let again = open(&path, None);
    assert_eq!(again.state().route().view, View::Article);
    assert!((top(&again) - left_larger).abs() < 1.0, "{} is not {left_larger}; it was {left} before the text grew", top(&again));
}
