//! What leaves the window: files with the rows and columns in sight, the clipboard, the page for the browser.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by stopping")]

mod large;
mod pictures;
#[path = "../../benches/support/dossier.rs"]
#[expect(clippy::indexing_slicing, reason = "the lists are not empty")]
mod synthetic;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
    time::{Duration, Instant},
};

use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::{App, Chosen, Outlets},
    command::{Command, Leave, Taking},
    dossier,
    export::{Copied, Format},
    locale::{Lang, tr},
    route::View,
    state::{State, ThemeChoice},
};
use serde_json::Value;

/// A folder for all tests of this file, where cargo keeps such things.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("leaving");
    fs::create_dir_all(&folder).expect("a new folder");
    folder
}

/// What was put on the clipboard last.
static COPIED: Mutex<Option<Copied>> = Mutex::new(None);

fn open(lang: Lang, view: View, query: &str, dialog: fn(&str) -> Chosen) -> Harness<'static, App> {
    open_wide(lang, view, query, dialog, 1280.0)
}

fn open_wide(lang: Lang, view: View, query: &str, dialog: fn(&str) -> Chosen, width: f32) -> Harness<'static, App> {
    let state = State { lang, view, theme: ThemeChoice::Light, ..State::default() };
    let query = query.to_owned();
    let mut harness = Harness::builder().with_size([width, 800.0]).with_max_steps(30).build_eframe(move |cc| {
        let mut app = App::new(&cc.egui_ctx, dossier::embedded(), state, None);
        app.set_query(&query);
        let clipboard = |copied: &Copied| *COPIED.lock().expect("no test has stopped") = Some(copied.clone());
        app.set_outlets(Outlets { dialog, clipboard, folder });
        app
    });
    harness.run();
    harness
}

/// What the window and the command line write of a table that nobody has touched.
fn both(lang: Lang, view: View, format: Format) -> [Vec<u8>; 2] {
    let name = format!("liucheng-2020-{view}.{format}");
    let mut harness = open(lang, view, "", |name| Chosen::File(folder().join("untouched").join(name)));
    fs::create_dir_all(folder().join("untouched")).expect("a new folder");
    harness.state_mut().send(Command::Leave(Leave::Take(Taking::File(format))));
    wait_for(&mut harness, &format!("untouched/{name}"));
    let window = fs::read(folder().join("untouched").join(&name)).expect("a file");
    let args = ["export", view.code(), "--format", format.code(), "--lang", lang.code()];
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_liucheng-viewer")).args(args).output().expect("the program runs");
    [window, output.stdout]
}

#[test]
fn the_command_line_writes_what_the_window_writes() {
    for lang in Lang::ALL {
        for view in View::TABLES {
            for format in [Format::Csv, Format::Json, Format::Markdown] {
                let [window, command] = both(lang, view, format).map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
                assert_eq!(window, command, "{view} as {format} in {lang:?}");
            }
        }
    }
}

/// Runs frames until something is said in the window that contains `words`.
fn wait_for(harness: &mut Harness<'_, App>, words: &str) -> String {
    let start = Instant::now();
    while start.elapsed() < Duration::from_mins(3) {
        harness.run_ok();
        if let Some(node) = harness.query_by_label_contains(words) {
            let node = node.accesskit_node();
            return node.label().or(node.value()).expect("words").clone();
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("nobody said {words}");
}

fn choose(harness: &mut Harness<'_, App>, entry: &str) {
    harness.get_by_label("Export").click();
    harness.run();
    harness.get_by_label(entry).click();
    harness.run();
}

/// The names of the rows of a CSV file, and its titles.
fn csv(file: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let text = fs::read_to_string(file).expect("a file");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let titles = reader.headers().expect("titles").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    (titles, rows)
}

#[test]
fn a_file_has_the_rows_and_columns_in_sight() {
    let dialog = |name: &str| Chosen::File(folder().join(name));
    let mut harness = open_wide(Lang::En, View::Projects, "investment>=1.5亿 sort:-investment", dialog, 2400.0);
    choose(&mut harness, "Export as CSV…");
    let said = wait_for(&mut harness, "Saved to ");
    let file = folder().join("liucheng-2020-projects.csv");
    assert!(said.ends_with(&file.display().to_string()), "{said}");
    let (titles, rows) = csv(&file);
    assert_eq!(titles.last().map(String::as_str), Some("Source"));
    assert_eq!(titles.iter().rev().nth(1).map(String::as_str), Some("Evidence"));
    let is_beside = |title: &&String| title.ends_with(", remark") || title.ends_with(", unit");
    for title in titles[..titles.len() - 2].iter().filter(|title| !is_beside(title)) {
        assert!(harness.query_all_by_label_contains(title).next().is_some(), "{title} is no header of the window");
    }
    let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    let largest = "Huaxiang New Materials";
    assert_eq!((names.len(), names[0]), (6, largest), "{names:?}");
    let mut tops: Vec<f32> = Vec::new();
    for name in &names {
        tops.push(harness.query_all_by_label_contains(name).next().unwrap_or_else(|| panic!("{name} is not in sight")).rect().top());
    }
    assert!(tops.is_sorted(), "in the order of the screen: {tops:?}");
    let amount = titles.iter().position(|title| title == "Planned, CNY million").expect("a column");
    assert_eq!(rows[0][amount], "1000", "a number, in the unit of its column");
    assert!(rows[0].last().is_some_and(|source| source.contains("2020")));
}

#[test]
fn every_format_is_written_from_every_table() {
    let dialog = |name: &str| Chosen::File(folder().join("formats").join(name));
    fs::create_dir_all(folder().join("formats")).expect("a new folder");
    for view in [View::Projects, View::Infrastructure, View::Approvals, View::Services, View::Reform, View::Timeline, View::Facts] {
        let mut harness = open(Lang::Zh, view, "", dialog);
        for format in Format::TABLE {
            harness.state_mut().send(Command::Leave(Leave::Take(Taking::File(format))));
            let name = format!("liucheng-2020-{view}.{format}");
            wait_for(&mut harness, &format!("formats/{name}"));
            let bytes = fs::read(folder().join("formats").join(&name)).expect("a file");
            match format {
                Format::Xlsx => assert!(bytes.starts_with(b"PK"), "{name}"),
                Format::Json => {
                    let json: Value = serde_json::from_slice(&bytes).expect("JSON");
                    assert!(json.as_array().is_some_and(|rows| rows.len() >= 5), "{name}");
                    assert!(json[0]["source"].as_str().is_some_and(|source| source.contains("2020")), "{name}");
                }
                _ => assert!(String::from_utf8(bytes).expect("UTF-8").lines().count() > 5, "{name}"),
            }
        }
    }
    let json = fs::read(folder().join("formats/liucheng-2020-projects.json")).expect("a file");
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    let amounts: Vec<&Value> = json.as_array().expect("rows").iter().map(|row| &row["investment"]).collect();
    let is_read = |amount: &&Value| amount["text"] == "5700 万元" && amount["value"] == "0.57" && amount["unit"] == "亿元";
    assert!(amounts.iter().any(is_read), "5700万元 in the unit of its column: {amounts:?}");
    let (titles, rows) = csv(&folder().join("formats/liucheng-2020-infrastructure.csv"));
    assert_eq!(titles[0], "类别", "the headings over the rows are a column");
    assert!(rows.iter().all(|row| !row[0].is_empty()), "{rows:?}");
}

#[test]
fn a_bound_is_no_number_to_calculate_with() {
    let dialog = |name: &str| Chosen::File(folder().join("bounds").join(name));
    fs::create_dir_all(folder().join("bounds")).expect("a new folder");
    let mut harness = open(Lang::Zh, View::Projects, "", dialog);
    harness.state_mut().send(Command::Leave(Leave::Take(Taking::File(Format::Json))));
    wait_for(&mut harness, "liucheng-2020-projects.json");
    let json = fs::read(folder().join("bounds/liucheng-2020-projects.json")).expect("a file");
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    let outputs: Vec<&Value> = json.as_array().expect("rows").iter().map(|row| &row["output"]).filter(|output| !output.is_null()).collect();
    assert!(outputs.iter().any(|output| output.is_string()), "可达6亿元 is a text: {outputs:?}");
}

#[test]
fn the_table_is_copied_as_text_and_as_html() {
    let mut harness = open(Lang::En, View::Projects, "yls", |_| Chosen::Cancelled);
    choose(&mut harness, "Copy the table with evidence");
    harness.run();
    let copied = COPIED.lock().expect("no test has stopped").take().expect("a table");
    let lines: Vec<&str> = copied.text.lines().collect();
    assert_eq!(lines.len(), 3, "a header, the one row in sight, the source: {lines:?}");
    assert!(lines[2].contains("2020"), "{lines:?}");
    assert!(lines[0].starts_with("Project\t") && lines[0].ends_with("\tEvidence"), "{lines:?}");
    assert!(lines[1].starts_with("Yiliansheng") && lines[1].contains("已经试生产"), "{lines:?}");
    assert!(copied.html.contains("<td>Yiliansheng New Materials</td>"), "{}", copied.html);
}

#[test]
fn a_file_that_the_dialog_did_not_ask_about_is_not_replaced() {
    let other = folder().join("unasked.csv");
    fs::write(&other, "old").expect("a file");
    let mut harness = open(Lang::En, View::Facts, "", |_| Chosen::File(folder().join("unasked")));
    choose(&mut harness, "Export as CSV…");
    let said = wait_for(&mut harness, "Saved to ");
    assert_eq!(fs::read_to_string(&other).expect("a file"), "old", "{said}");
    assert!(said.ends_with(&folder().join("unasked").display().to_string()), "{said}");
}

#[test]
fn a_dialog_that_is_closed_saves_nothing_and_says_nothing() {
    let mut harness = open(Lang::En, View::Facts, "", |_| Chosen::Cancelled);
    choose(&mut harness, "Export as JSON…");
    for _ in 0..20 {
        harness.run_ok();
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(harness.query_by_label_contains("Saved to ").is_none() && harness.query_by_label("Path of the file").is_none());
}

#[test]
fn without_a_dialog_the_window_asks_for_the_path() {
    let mut harness = open(Lang::En, View::Facts, "", |_| Chosen::NoDialog);
    choose(&mut harness, "Export as Markdown…");
    wait_for(&mut harness, "Path of the file");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    let file = folder().join("typed.md");
    fs::write(&file, "old").expect("a file");
    harness.get_by_label("Path of the file").type_text(&file.display().to_string());
    harness.run();
    harness.get_by_label("Save").click();
    harness.run();
    assert!(harness.query_by_label_contains("is there already").is_some(), "a file is not replaced unasked");
    assert_eq!(fs::read_to_string(&file).expect("a file"), "old");
    harness.get_by_label("Save").click();
    wait_for(&mut harness, "Saved to ");
    assert!(fs::read_to_string(&file).expect("a file").starts_with("# "));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label_contains("Saved to ").is_none(), "Escape closes the message");
}

#[test]
fn a_path_that_cannot_be_written_is_told() {
    let mut harness = open(Lang::Zh, View::Facts, "", |_| Chosen::File("/nonexistent/folder/facts.csv".into()));
    harness.state_mut().send(Command::Leave(Leave::Take(Taking::File(Format::Csv))));
    let said = wait_for(&mut harness, "/nonexistent/folder/facts.csv");
    assert!(said.contains("无法写入"), "{said}");
}

#[test]
fn an_empty_table_and_a_page_without_one_say_so() {
    for (view, query, key) in [
        (View::Timeline, "nothing-of-the-kind", "export-nothing"),
        (View::Projects, "nothing-of-the-kind", "export-nothing"),
        (View::Overview, "", "export-no-table"),
        (View::NotStated, "", "export-no-table"),
    ] {
        let mut harness = open(Lang::En, view, query, |_| Chosen::Cancelled);
        harness.state_mut().send(Command::Leave(Leave::Take(Taking::File(Format::Csv))));
        wait_for(&mut harness, &tr(Lang::En, key));
    }
}

#[test]
fn everything_is_printed_from_the_browser() {
    let mut harness = open(Lang::En, View::Overview, "", |_| Chosen::Cancelled);
    harness.state_mut().send(Command::Leave(Leave::Print));
    harness.step();
    let url = harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::OpenUrl(open) => Some(open.url.clone()),
        _ => None,
    });
    let file = folder().join("liucheng-2020-all.html");
    assert_eq!(url.as_deref(), Some(format!("file://{}", file.display()).as_str()));
    assert!(fs::read_to_string(&file).expect("a file").contains("<main id=\"en\""));
    wait_for(&mut harness, "Opened in the browser");
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    wait_for(&mut harness, "Opened in the browser");
}
