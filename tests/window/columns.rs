//! Columns, named views and the unit of money, in the whole window; and that they are there again in the next one.

use std::{env, fs, path::PathBuf};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    dossier,
    locale::Lang,
    route::View,
    state::{self, State, ThemeChoice},
};

use crate::press;

/// The projects of the embedded dossier; what is chosen is written to `path`.
fn open(lang: Lang, path: Option<PathBuf>) -> Harness<'static, App> {
    let first = State { lang, view: View::Projects, theme: ThemeChoice::Light, ..State::default() };
    let state = path.as_ref().map_or_else(|| first.clone(), |path| state::load(path, first.clone()).0);
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(20)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, dossier::embedded(), state, path));
    harness.run();
    harness
}

/// A folder for a state file; gone before the test.
fn scratch(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("liucheng-viewer-columns-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder.join("state.json")
}

fn click(harness: &mut Harness<'_, App>, name: &str) {
    // A button with the keyboard has a tooltip of the same name.
    harness.query_all_by_label(name).find(|node| node.accesskit_node().role() != Role::Label).expect(name).click();
    harness.run();
    harness.run();
}

fn tick(harness: &mut Harness<'_, App>, name: &str) {
    let tick = harness.query_all_by_label(name).find(|node| node.accesskit_node().role() == Role::CheckBox);
    tick.unwrap_or_else(|| panic!("a tick box of {name}")).click();
    harness.run();
}

fn choose(harness: &mut Harness<'_, App>, name: &str) {
    let row = harness.query_all_by_label(name).find(|node| node.accesskit_node().role() == Role::RadioButton);
    row.expect("a row to choose").click();
    harness.run();
}

/// The titles of the header, left to right.
fn headers(harness: &Harness<'_, App>) -> Vec<String> {
    let nodes = harness.query_all_by_role(Role::ColumnHeader);
    let mut found: Vec<(f32, String)> = nodes.map(|node| (node.rect().left(), node.accesskit_node().label().unwrap_or_default())).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn a_column_is_hidden_and_is_still_hidden_in_the_next_window() {
    let path = scratch("hidden");
    let mut harness = open(Lang::En, Some(path.clone()));
    assert!(headers(&harness).contains(&"Stage".to_owned()));
    click(&mut harness, "Columns");
    tick(&mut harness, "Stage");
    assert!(!headers(&harness).contains(&"Stage".to_owned()), "hidden");
    drop(harness);

    let mut harness = open(Lang::En, Some(path));
    assert!(!headers(&harness).contains(&"Stage".to_owned()), "kept");
    click(&mut harness, "Columns");
    click(&mut harness, "Reset columns");
    assert!(headers(&harness).contains(&"Stage".to_owned()), "and back");
}

#[test]
fn the_keyboard_moves_columns_and_escape_leaves_it_with_the_button() {
    let mut harness = open(Lang::En, None);
    click(&mut harness, "Columns");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(headers(&harness).first().map(String::as_str), Some("Planned, CNY million"), "moved before the name");
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(headers(&harness).first().map(String::as_str), Some("Project"), "hidden with a key");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Columns shown").is_none(), "closed");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label("Columns shown").is_some(), "the button has the keyboard");
}

#[test]
fn the_last_column_in_sight_stays() {
    let mut harness = open(Lang::En, None);
    click(&mut harness, "Columns");
    for name in ["Project", "Planned, CNY million", "Stage", "Cluster", "Product and capacity", "Output, CNY million", "Jobs", "Date"] {
        tick(&mut harness, name);
    }
    tick(&mut harness, "Place in the report");
    tick(&mut harness, "Chinese name");
    assert_eq!(headers(&harness), ["Chinese name"]);
}

#[test]
fn a_named_view_brings_back_query_and_columns() {
    let path = scratch("saved");
    let mut harness = open(Lang::En, Some(path.clone()));
    click(&mut harness, "Columns");
    tick(&mut harness, "Cluster");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_label("Search").click();
    harness.run();
    harness.get_by_label("Search").type_text("stage:building");
    harness.run();
    click(&mut harness, "Saved views");
    harness.get_by_label("Name of the view").type_text("in building");
    harness.run();
    click(&mut harness, "Save");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    click(&mut harness, "Clear all");
    click(&mut harness, "Columns");
    tick(&mut harness, "Cluster");
    drop(harness);

    let mut harness = open(Lang::En, Some(path.clone()));
    assert!(harness.query_by_label("14 projects").is_some());
    click(&mut harness, "Saved views");
    click(&mut harness, "in building");
    assert!(harness.query_by_label("5 of 14 projects").is_some(), "the query is back");
    assert!(!headers(&harness).contains(&"Cluster".to_owned()), "and its columns");
    click(&mut harness, "Saved views");
    click(&mut harness, "Rename in building");
    harness.get_by_label("Rename in building").type_text(" now");
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label("in building now").is_some(), "renamed");
    click(&mut harness, "Delete in building now");
    drop(harness);
    let (state, _) = state::load(&path, State::default());
    assert!(state.dossiers.values().flat_map(|kept| kept.tables.values()).all(|choices| choices.saved.is_empty()), "deleted");
}

#[test]
fn one_switch_sets_the_unit_of_all_money() {
    let mut harness = open(Lang::Zh, None);
    let has = |harness: &Harness<'_, App>, words: &str| harness.query_all_by_label_contains(words).next().is_some();
    assert!(has(&harness, "合计 23.67 亿元"));
    click(&mut harness, "列");
    choose(&mut harness, "百万元");
    assert!(has(&harness, "合计 2367 百万元"));
    choose(&mut harness, "亿元");
    assert!(has(&harness, "合计 23.67 亿元"));
}

#[test]
fn the_tooltip_of_a_cell_has_the_unit_of_its_column() {
    let mut harness = open(Lang::Zh, None);
    let told = |harness: &mut Harness<'_, App>, cell: &str| {
        let at = harness.query_all_by_label_contains(cell).next().expect("a cell").rect().center();
        // The click takes the keyboard away from the button, whose tooltip would be the one in sight.
        crate::click_at(harness, at);
        harness.hover_at(at + egui::vec2(1.0, 0.0));
        for _ in 0..8 {
            harness.step();
        }
        let labels = harness.query_all_by_role(Role::Label);
        labels.filter_map(|node| node.accesskit_node().label().or(node.accesskit_node().value())).collect::<Vec<_>>()
    };
    let as_written = told(&mut harness, "5700 万元，第");
    assert!(as_written.contains(&"5700 万元".to_owned()) && as_written.contains(&"CNY 57 million".to_owned()), "{as_written:?}");
    click(&mut harness, "列");
    choose(&mut harness, "亿元");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    let chosen = told(&mut harness, "0.57 亿元，第");
    assert!(chosen.contains(&"0.57 亿元".to_owned()) && chosen.contains(&"5700 万元".to_owned()), "{chosen:?}");
}

#[test]
fn a_header_offers_strokes_and_pinyin() {
    let mut harness = open(Lang::Zh, None);
    let header = |harness: &Harness<'_, App>| {
        let node = harness.query_all_by_label_contains("项目").find(|node| node.accesskit_node().role() == Role::ColumnHeader);
        node.expect("the header of the names").rect().center()
    };
    let names = ["盛鑫冶金轧辊", "亿联盛新材料", "众源科技"];
    let order = |harness: &Harness<'_, App>| {
        let mut found: Vec<_> = names.iter().map(|name| (harness.get_by_label(name).rect().top(), *name)).collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    let at = header(&harness);
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
    assert_eq!(order(&harness), ["盛鑫冶金轧辊", "亿联盛新材料", "众源科技"], "by pinyin");
    harness.event(egui::Event::PointerMoved(at));
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton { pos: at, button: egui::PointerButton::Secondary, pressed, modifiers: Modifiers::NONE });
    }
    harness.run();
    click(&mut harness, "中文按笔画");
    assert_eq!(order(&harness), ["亿联盛新材料", "众源科技", "盛鑫冶金轧辊"], "3, 6 and 11 strokes");
}

#[test]
fn every_column_is_filtered_from_its_header() {
    for view in [View::Projects, View::Facts] {
        let harness = crate::open(State { lang: Lang::En, view, ..State::default() }, [2400.0, 800.0]);
        let headers: Vec<_> = harness.query_all_by_role(Role::ColumnHeader).filter_map(|header| header.accesskit_node().label()).collect();
        assert!(headers.len() >= 4, "{view:?}: {headers:?}");
        for header in headers {
            assert!(harness.query_by_label(&format!("Filter {header}")).is_some(), "{header} of {view:?}");
        }
    }
}

#[test]
fn a_text_is_chosen_from_a_list_or_from_its_cell() {
    let mut harness = crate::open(State { lang: Lang::En, view: View::Projects, ..State::default() }, [2400.0, 800.0]);
    harness.get_by_label("Filter Place in the report").click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "Services, paragraph 2").click();
    harness.run();
    assert!(harness.query_by_label_contains(" of 14 projects").is_some(), "one place leaves some of the rows");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_label("Beixin Metals").click_secondary();
    harness.run();
    harness.get_by_label("Not this").click();
    harness.run();
    assert!(harness.query_by_label("Beixin Metals").is_none());
}
