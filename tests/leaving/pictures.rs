//! Pictures of charts, of the timeline and of tables.

use std::fs;

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use liucheng_viewer::{
    app::Chosen,
    command::{Action, Command, Leave, Shot, Subject},
    dossier,
    locale::Lang,
    route::View,
};

use super::{folder, open, wait_for};

/// Width and height of a PNG file, from its head.
fn png_size(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "a PNG file");
    let side = |at: usize| u32::from_be_bytes(bytes.get(at..at + 4).and_then(|side| side.try_into().ok()).expect("four bytes"));
    (side(16), side(20))
}

#[test]
fn charts_and_tables_are_saved_as_pictures() {
    let dialog = |name: &str| Chosen::File(folder().join("pictures").join(name));
    fs::create_dir_all(folder().join("pictures")).expect("a new folder");
    let dossier = dossier::embedded().expect("the embedded dossier");
    for lang in Lang::ALL {
        let mut harness = open(lang, View::Projects, "sort:-investment", dialog);
        for (subject, name) in [
            (Subject::Chart(0), "signing"),
            (Subject::Charts, "charts"),
            (Subject::Timeline, "timeline"),
            (Subject::Powers, "approvals-powers"),
            (Subject::Limits, "approvals-limits"),
            (Subject::Table, "projects"),
        ] {
            for (shot, format) in [(Shot::Png, "png"), (Shot::Svg, "svg")] {
                harness.state_mut().send(Command::Leave(Leave::Picture(subject, shot)));
                let name = format!("liucheng-2020-{name}.{format}");
                wait_for(&mut harness, &name);
                harness.key_press(Key::Escape);
                harness.run();
                let bytes = fs::read(folder().join("pictures").join(&name)).expect("a file");
                if shot == Shot::Png {
                    let (width, height) = png_size(&bytes);
                    assert!(width > 800 && height > 250, "{name} is {width} × {height}");
                    continue;
                }
                let svg = String::from_utf8(bytes).expect("UTF-8");
                assert!(svg.contains(dossier.meta.place.get(lang)), "{name} names the zone");
                assert!(svg.contains("2020"), "{name} has the date of its source");
                let values: &[&str] = match subject {
                    Subject::Chart(_) | Subject::Charts => &[">74</text>", ">56</text>", ">45</text>"],
                    // A picture has no pointer to ask: a period says its own name.
                    Subject::Timeline if lang == Lang::Zh => &["2019-04-26", "2006", "设立招商小组"],
                    Subject::Timeline => &["2019-04-26", "2006", "Investment groups set up"],
                    Subject::Powers => &["111"],
                    Subject::Limits => &["10", "5"],
                    Subject::Table => &["5700", "6.3"],
                };
                if subject != Subject::Table || lang == Lang::Zh {
                    for value in values {
                        assert!(svg.contains(value), "{name} in {lang:?} has {value}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_picture_is_of_what_is_in_sight() {
    let dialog = |name: &str| Chosen::File(folder().join("sight").join(name));
    fs::create_dir_all(folder().join("sight")).expect("a new folder");
    let mut harness = open(Lang::En, View::Overview, "", dialog);
    for (view, name) in [(View::Overview, "charts"), (View::Timeline, "timeline"), (View::Reform, "reform")] {
        harness.state_mut().send(Command::Open(view));
        harness.run();
        harness.state_mut().send(Action::Picture(Shot::Svg).command());
        wait_for(&mut harness, &format!("liucheng-2020-{name}.svg"));
        harness.key_press(Key::Escape);
        harness.run();
    }
    let dossier = dossier::embedded().expect("the embedded dossier");
    let charts = fs::read_to_string(folder().join("sight/liucheng-2020-charts.svg")).expect("a file");
    assert_eq!(charts.matches("font-weight=\"700\"").count(), dossier.overview.charts.len() + 2, "every chart has its title");
}

#[test]
fn a_picture_says_how_many_rows_it_shows() {
    let dialog = |name: &str| Chosen::File(folder().join("long").join(name));
    fs::create_dir_all(folder().join("long")).expect("a new folder");
    let num_facts = dossier::embedded().expect("the embedded dossier").figures.len();
    for (view, query, count) in [(View::Facts, "", &*format!("150 of {num_facts}")), (View::Infrastructure, "group:roads", "3 of 9")] {
        let mut harness = open(Lang::En, view, query, dialog);
        harness.state_mut().send(Command::Leave(Leave::Picture(Subject::Table, Shot::Svg)));
        let name = format!("liucheng-2020-{view}.svg");
        wait_for(&mut harness, &name);
        let svg = fs::read_to_string(folder().join("long").join(&name)).expect("a file");
        assert!(svg.contains(&format!(">{count}</text>")), "{name} shows {count}");
    }
}

#[test]
fn a_chart_has_a_menu_for_its_picture() {
    let mut harness = open(Lang::En, View::Overview, "", |_| Chosen::Cancelled);
    let button = harness.query_all_by_label_contains("Picture of ").next().expect("a button on a chart");
    button.click();
    harness.run();
    for entry in ["Copy as a picture", "Save as PNG…", "Save as SVG…"] {
        assert!(harness.query_by_label(entry).is_some(), "{entry}");
    }
    harness.get_by_label("Copy as a picture").click();
    harness.run();
    assert!(harness.query_by_label("The picture is on the clipboard").is_some());
}

#[test]
fn the_buttons_of_charts_move_nothing() {
    let harness = open(Lang::En, View::Overview, "", |_| Chosen::Cancelled);
    let event = harness.get_by_label("2020-01-16 Report published").rect();
    let below = harness.query_all_by_label("Checks").map(|node| node.rect().top()).find(|top| *top > 300.0);
    assert!(below.is_some_and(|top| top > event.bottom() + 20.0), "the dates end at {}, the checks begin at {below:?}", event.bottom());
    for button in harness.query_all_by_label_contains("Picture of ") {
        assert!(button.rect().height() < 30.0 && button.rect().right() < 1270.0, "{:?}", button.rect());
    }
}
