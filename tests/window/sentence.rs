//! The sentence over a table in the whole window: its pills, what is typed into the search field, and links.

use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{app::App, command::Command, locale::Lang, route::View, state::State};

use crate::{WIDE, press};

/// Eight clauses, more than a narrow window has room for.
const MANY: &str =
    "stage:landed,building,trial investment>=5000万 -cluster:equipment date:? sort:-investment sort:name group:stage materials";

fn open(size: [f32; 2]) -> Harness<'static, App> {
    crate::open(State { lang: Lang::En, view: View::Projects, ..State::default() }, size)
}

fn has(harness: &Harness<'_, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn click(harness: &mut Harness<'_, App>, name: &str) {
    harness.query_all_by_label(name).find(|node| node.accesskit_node().role() == Role::Button).expect(name).click();
    harness.run();
    harness.run();
}

/// Types into the search field, letter by letter.
fn search(harness: &mut Harness<'_, App>, text: &str) {
    harness.get_by_label("Search").click();
    harness.run();
    for letter in text.chars() {
        harness.get_by_label("Search").type_text(&letter.to_string());
        harness.run();
    }
}

fn paste(harness: &mut Harness<'_, App>, text: &str) {
    harness.get_by_label("Search").click();
    harness.run();
    harness.event(Event::Paste(text.to_owned()));
    harness.run();
    harness.run();
}

/// What stands in the search field.
fn typed(harness: &Harness<'_, App>) -> String {
    harness.get_by_label("Search").accesskit_node().value().unwrap_or_default()
}

/// Every pill that can be dropped and is in sight.
fn pills(harness: &Harness<'_, App>) -> Vec<String> {
    let labels = harness.query_all_by_label_contains("Drop ").filter_map(|node| Some((node.rect(), node.accesskit_node().label()?)));
    let mut found: Vec<_> = labels.collect();
    found.sort_by(|(a, _), (b, _)| (a.top(), a.left()).partial_cmp(&(b.top(), b.left())).expect("places are numbers"));
    found.into_iter().filter_map(|(_, label)| Some(label.strip_prefix("Drop ")?.to_owned())).collect()
}

#[test]
fn pills_without_room_are_behind_one_that_counts_them() {
    let mut harness = open([800.0, 600.0]);
    harness.state_mut().set_query(MANY);
    harness.run();
    let in_line = pills(&harness);
    let more = format!("{} more", 8 - in_line.len());
    assert!(in_line.len() < 8, "{in_line:?}");
    let last = harness.get_by_role_and_label(Role::Button, &more).rect();
    assert!(last.right() < harness.get_by_label("Copy link").rect().left(), "it is in sight");
    click(&mut harness, &more);
    assert_eq!(pills(&harness).len(), 8, "all of them can be dropped");
    let dropped = "Drop grouped by stage";
    harness.get_by_label(dropped).click();
    harness.run();
    assert!(harness.query_by_label(dropped).is_none(), "and are, where they stand");
    assert!(pills(&harness).len() == 7, "the list stays open");
}

#[test]
fn keys_meet_the_sentence_from_left_to_right() {
    let mut harness = open(WIDE);
    harness.state_mut().set_query("stage:building sort:-investment");
    harness.run();
    harness.get_by_label("stage is Building").focus();
    harness.run();
    for name in ["planned investment, descending", "Copy link", "Clear all"] {
        press(&mut harness, Modifiers::NONE, Key::Tab);
        let focused = harness.query_all_by_role(Role::Button).find(|node| node.accesskit_node().is_focused());
        assert_eq!(focused.and_then(|node| node.accesskit_node().label()).as_deref(), Some(name));
    }
}

#[test]
fn each_condition_that_is_typed_is_a_pill_of_its_own() {
    let mut harness = open(WIDE);
    search(&mut harness, "investment>1亿 stage:building rolls");
    assert_eq!(pills(&harness), ["planned investment > 100 million", "stage is Building", "containing rolls"]);
    let filtered = |harness: &Harness<'_, App>, name: &str| harness.query_by_role_and_label(Role::ColumnHeader, name).is_some();
    assert!(filtered(&harness, "Stage, filtered") && filtered(&harness, "Planned, CNY million, filtered"), "their funnels are lit");
    let count = |harness: &Harness<'_, App>| has(harness, "1 of 14 projects");
    assert!(count(&harness));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run();
    assert_eq!(typed(&harness), "rolls", "what a filter can hold has become one");
    assert!(count(&harness), "and no row came or went");
    click(&mut harness, "Drop planned investment > 100 million");
    assert_eq!(pills(&harness), ["stage is Building", "containing rolls"]);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(has(&harness, "14 projects") && typed(&harness).is_empty(), "what was typed and taken up is one step");
}

#[test]
fn pills_lead_to_what_changes_them() {
    let mut harness = open(WIDE);
    harness.state_mut().set_query("group:stage rolls");
    harness.run();
    click(&mut harness, "containing rolls");
    assert!(harness.get_by_label("Search").accesskit_node().is_focused(), "the field has the keyboard");
    click(&mut harness, "grouped by stage");
    assert!(harness.query_by_role_and_label(Role::MenuItemCheckBox, "Group by this column").is_some());
}

#[test]
fn a_link_is_copied_and_followed() {
    let mut harness = open(WIDE);
    harness.state_mut().set_query("stage:landed sort:-investment");
    harness.run();
    click(&mut harness, "Copy link");
    assert!(has(&harness, "Copied \"view:projects stage:landed sort:-investment\""), "it says so");
    click(&mut harness, "Clear all");
    paste(&mut harness, "view:projects stage:landed sort:-investment");
    assert_eq!(pills(&harness), ["stage is Landed", "planned investment, descending"]);
    assert!(typed(&harness).is_empty());
    paste(&mut harness, "view:facts yls");
    assert!(has(&harness, " facts") && typed(&harness) == "yls", "to another view");
    crate::send(&mut harness, Command::Open(View::Projects));
    assert_eq!(pills(&harness), ["stage is Landed", "planned investment, descending"], "which leaves this one as it was");
}

#[test]
fn an_order_can_be_pasted_or_typed() {
    let mut harness = open(WIDE);
    paste(&mut harness, "sort:-investment stage:landed");
    assert_eq!(pills(&harness), ["stage is Landed", "planned investment, descending"]);
    search(&mut harness, "sort:name");
    assert!(has(&harness, "Enter sorts and groups as typed"), "that is no mistake");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run();
    assert_eq!(pills(&harness), ["stage is Landed", "project, A–Z"]);
}

#[test]
fn enter_closes_the_completions_and_goes_to_the_rows() {
    let mut harness = open(WIDE);
    search(&mut harness, "sta");
    let offers = |harness: &Harness<'_, App>| harness.query_by_role_and_label(Role::ListBoxOption, "Stage").is_some();
    assert!(offers(&harness) && harness.query_by_role_and_label(Role::ListBox, "Completions").is_some());
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert!(harness.get_by_role_and_label(Role::ListBoxOption, "Stage").accesskit_node().is_focused(), "the chosen one is heard");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    search(&mut harness, "");
    harness.get_by_label("Search").type_text("g");
    harness.run();
    assert!(offers(&harness));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run();
    assert!(!offers(&harness));
    let table = harness.query_all_by_role(Role::ColumnHeader).chain(harness.query_all_by_role(Role::GridCell));
    assert!(table.into_iter().any(|node| node.accesskit_node().is_focused()), "the table has the keyboard");
}

#[test]
fn a_cross_empties_the_search_field() {
    let mut harness = open(WIDE);
    search(&mut harness, "yls");
    assert!(has(&harness, "1 of 14 projects"));
    click(&mut harness, "Clear the search");
    assert!(typed(&harness).is_empty() && has(&harness, "14 projects"));
    assert!(harness.get_by_label("Search").accesskit_node().is_focused(), "typing goes on there");
}
