//! A table of many rows leaves the window while the window goes on.

use std::{fs, path::PathBuf, sync::Once, thread, time::Duration};

use egui_kittest::{Harness, kittest::Queryable as _};
use liucheng_viewer::{
    app::{App, Chosen, Outlets},
    command::{Command, Leave, Taking},
    dossier,
    export::Format,
    locale::Lang,
    progress::Progress,
    route::View,
    state::{State, ThemeChoice},
};

use crate::{choose, csv, folder, synthetic, wait_for};

/// More than are written within a frame, and so many that they stay in their file.
const ROWS: usize = 28_000;

/// The folder that files of this test go to.
fn target(name: &str) -> PathBuf {
    let target = folder().join(name);
    fs::create_dir_all(&target).expect("a new folder");
    target
}

fn open(dialog: fn(&str) -> Chosen) -> Harness<'static, App> {
    static WRITTEN: Once = Once::new();
    let dir = folder().join("many");
    WRITTEN.call_once(|| synthetic::write(ROWS, &dir).expect("a dossier"));
    let state = State { lang: Lang::En, view: View::Projects, theme: ThemeChoice::Light, ..State::default() };
    let mut harness = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(30).build_eframe(move |cc| {
        let opened = dossier::open_dir(&dir, &Progress::default()).map_err(|error| panic!("a valid dossier: {error:?}"));
        let mut app = App::onto(&cc.egui_ctx, opened, Some(dir.clone()), state, None);
        app.set_outlets(Outlets { dialog, clipboard: |_| {}, folder });
        app
    });
    harness.run_ok();
    harness
}

#[test]
fn many_rows_are_written_and_copied_while_the_window_goes_on() {
    let mut harness = open(|name| Chosen::File(target("whole").join(name)));
    choose(&mut harness, "Export as CSV…");
    wait_for(&mut harness, "of 28,000 rows");
    harness.state_mut().send(Command::Open(View::Overview));
    harness.run_ok();
    assert_eq!(harness.state().route().view, View::Overview, "the window answers");
    wait_for(&mut harness, "Saved to ");
    let (titles, rows) = csv(&target("whole").join(format!("synthetic-{ROWS}-projects.csv")));
    assert_eq!((rows.len(), titles.first().map(String::as_str)), (ROWS, Some("Project")));

    harness.state_mut().send(Command::Open(View::Projects));
    harness.run_ok();
    harness.state_mut().send(Command::Leave(Leave::Take(Taking::Copy { with_evidence: false })));
    wait_for(&mut harness, "Copied 28,000 rows");
    harness.state_mut().send(Command::Leave(Leave::Take(Taking::Copy { with_evidence: true })));
    wait_for(&mut harness, "at most 20,000 rows");

    let mut harness = open(|name| Chosen::File(target("cancelled").join(name)));
    choose(&mut harness, "Export as JSON…");
    wait_for(&mut harness, "of 28,000 rows");
    harness.get_by_label("Cancel").click();
    for _ in 0..500 {
        harness.run_ok();
        if harness.query_by_label("Cancel").is_none() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    assert!(harness.query_by_label("Cancel").is_none(), "given up");
    let left: Vec<_> = fs::read_dir(target("cancelled")).expect("a folder").collect();
    assert!(left.is_empty(), "nothing is left of it: {left:?}");
}

#[test]
fn many_rows_read_as_few_rows_do() {
    let mut harness = open(|name| Chosen::File(target("alike").join(name)));
    choose(&mut harness, "Export as CSV…");
    wait_for(&mut harness, "Saved to ");
    let file = target("alike").join(format!("synthetic-{ROWS}-projects.csv"));
    let (_, all) = csv(&file);
    fs::remove_file(&file).expect("the file goes");
    harness.state_mut().set_query("investment>=1亿 jobs>100 date>=2019 output>=1亿");
    for _ in 0..50 {
        harness.run_ok();
        thread::sleep(Duration::from_millis(2));
    }
    harness.state_mut().send(Command::Leave(Leave::Take(Taking::File(Format::Csv))));
    for _ in 0..500 {
        harness.run_ok();
        if file.exists() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    let (_, few) = csv(&file);
    assert!((100..20_000).contains(&few.len()), "{} rows", few.len());
    let strange: Vec<_> = few.iter().filter(|row| !all.contains(row)).take(3).collect();
    assert!(strange.is_empty(), "units, digits and words are the same: {strange:?}");
}

#[test]
fn views_say_which_rows_they_leave_out() {
    let mut harness = open(|_| Chosen::Cancelled);
    for (view, words) in [(View::Overview, "charts and dates go without them"), (View::Timeline, "their dates are not here")] {
        harness.state_mut().send(Command::Open(view));
        harness.run_ok();
        assert!(harness.query_by_label_contains(words).is_some(), "{view:?}");
        harness.get_by_label("See the table").click();
        harness.run_ok();
        assert_eq!(harness.state().route().view, View::Projects);
    }
    harness.state_mut().send(Command::Open(View::Overview));
    harness.run_ok();
    assert!(harness.query_all_by_label_contains("How far the projects are").next().is_some(), "the made-up overview has a chart");
    harness.state_mut().send(Command::Open(View::Infrastructure));
    harness.run_ok();
    assert!(harness.query_by_label("There are no rows").is_some(), "an empty table offers no filter to drop");
}
