//! Totals below a table and groups with subtotals, in the whole window.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{app::App, dossier, export, locale::Lang, route::View, state::State};

use crate::WIDE;

fn open(view: View, query: &str) -> Harness<'static, App> {
    let mut harness = crate::open(State { lang: Lang::En, view, ..State::default() }, WIDE);
    harness.state_mut().set_query(query);
    harness.run();
    harness
}

fn has(harness: &Harness<'_, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn click(harness: &mut Harness<'_, App>, name: &str) {
    harness.query_all_by_label_contains(name).next().unwrap_or_else(|| panic!("{name} is on screen")).click();
    harness.run();
    harness.run();
}

fn choose(harness: &mut Harness<'_, App>, name: &str) {
    let row = harness.query_all_by_label(name).find(|node| node.accesskit_node().role() == Role::RadioButton);
    row.unwrap_or_else(|| panic!("{name} to choose")).click();
    harness.run();
    harness.run();
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn a_total_is_what_is_chosen_of_the_rows_in_sight() {
    let mut harness = open(View::Projects, "");
    assert!(has(&harness, "Sum of Planned, CNY million: 2,367; 7 stated, 7 not stated"));
    click(&mut harness, "Sum of Planned");
    choose(&mut harness, "Median");
    assert!(has(&harness, "Median of Planned, CNY million: 180; 7 stated, 7 not stated"));
    assert!(has(&harness, "Planned investment: of 7 numbers, 7 not stated"), "the line says what it covers");
    harness.state_mut().set_query("investment>=1亿 stage:landed");
    harness.run();
    assert!(has(&harness, "Median of Planned, CNY million: 165; 4 stated, 0 not stated"), "it obeys the filter");
}

#[test]
fn what_must_not_be_added_is_refused_with_the_reason() {
    let mut harness = open(View::Infrastructure, "");
    assert!(has(&harness, "Sum of Planned: Planned and built, lengths and counts are different things and do not add"));
    click(&mut harness, "Sum of Built");
    choose(&mut harness, "Largest");
    assert!(has(&harness, "Largest of Built: The units differ"), "kilometres and lamps have no largest");
    click(&mut harness, "Largest of Built");
    choose(&mut harness, "Count");
    assert!(has(&harness, "Count of Built: 4;"));
    let harness = open(View::Projects, "");
    assert!(has(&harness, "Sum of Output, CNY million: One is a potential"));
}

#[test]
fn groups_have_names_counts_and_subtotals_and_fold() {
    let mut harness = open(View::Projects, "group:stage sort:-investment");
    assert!(has(&harness, "Landed, 5 rows") && has(&harness, "Building, 5 rows"));
    assert!(has(&harness, "grouped by stage"), "the sentence says so");
    let is_open = |harness: &Harness<'_, App>| harness.query_by_label("Huaxiang New Materials").is_some();
    assert!(is_open(&harness));
    click(&mut harness, "Landed, 5 rows");
    assert!(!is_open(&harness), "folded away");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::ArrowRight);
    assert!(is_open(&harness), "unfolded by a key");
    press(&mut harness, Key::Space);
    assert!(!is_open(&harness), "and folded");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(!has(&harness, "Landed, 5 rows"), "to undo it is to have no groups");
}

#[test]
fn a_header_groups_and_its_pill_ends_it() {
    let mut harness = open(View::Projects, "");
    let header = harness.query_all_by_label("Cluster").find(|node| node.accesskit_node().role() == Role::ColumnHeader);
    let at = header.unwrap_or_else(|| panic!("no header")).rect().center();
    harness.event(egui::Event::PointerMoved(at));
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton { pos: at, button: egui::PointerButton::Secondary, pressed, modifiers: Modifiers::NONE });
    }
    harness.run();
    let group = harness.query_all_by_label("Group by this column").find(|node| node.accesskit_node().role() == Role::MenuItemCheckBox);
    group.unwrap_or_else(|| panic!("a switch")).click();
    harness.run();
    harness.run();
    assert!(has(&harness, "Not stated, 1 row"), "rows without a value come last, together");
    click(&mut harness, "Drop grouped by cluster");
    assert!(!has(&harness, "Not stated, 1 row"));
}

#[test]
fn rows_are_sorted_within_sections_here_and_in_files() {
    let dossier = dossier::embedded().expect("the embedded dossier is whole");
    let works = &dossier.infrastructure;
    for (query, has_sections) in [("sort:-planned", true), ("sort:name", true), ("sort:-planned group:name", false)] {
        let harness = open(View::Infrastructure, query);
        let named = harness.query_all_by_role(Role::GridCell).filter_map(|cell| Some((cell.rect().top(), cell.accesskit_node().label()?)));
        let mut shown: Vec<_> = named.filter(|(_, name)| works.iter().any(|work| work.name.get(Lang::En) == name)).collect();
        shown.sort_by(|a, b| a.0.total_cmp(&b.0));
        let written = export::rows(&dossier, View::Infrastructure, query, Lang::En).expect("rows");
        let written: Vec<_> = written.into_iter().filter_map(|row| Some(works.get(row as usize)?.name.get(Lang::En))).collect();
        assert_eq!(shown.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), written, "{query}");
        assert_eq!(has(&harness, "within sections"), has_sections, "{query}");
    }
}
