//! Undo and redo of what the reader chose of a table, in the whole window.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{app::App, locale::Lang, route::View, state::State};

use crate::{WIDE, press};

/// The projects of the embedded dossier in English, without a saved state.
fn open(is_beside: bool) -> Harness<'static, App> {
    crate::open(State { lang: Lang::En, view: View::Projects, is_beside, ..State::default() }, WIDE)
}

fn undo(harness: &mut Harness<'_, App>) {
    press(harness, Modifiers::COMMAND, Key::Z);
}

/// Types letter by letter, a frame for each.
fn type_slowly(harness: &mut Harness<'_, App>, text: &str) {
    harness.get_by_label("Search").click();
    harness.run();
    for letter in text.chars() {
        harness.get_by_label("Search").type_text(&letter.to_string());
        harness.run();
    }
}

fn filter_running(harness: &mut Harness<'_, App>) {
    harness.get_by_label("Filter Stage").click();
    harness.run();
    let value = harness.query_all_by_label("Running").find(|node| node.accesskit_node().role() == Role::CheckBox);
    value.expect("the stage is in the list").click();
    harness.run();
    harness.get_by_label("Done").click();
    harness.run();
    harness.run();
}

#[test]
fn a_filter_is_undone_and_done_again() {
    for is_beside in [false, true] {
        let mut harness = open(is_beside);
        filter_running(&mut harness);
        assert!(harness.query_by_label("1 of 14 projects").is_some());
        undo(&mut harness);
        assert!(harness.query_by_label("14 projects").is_some(), "Ctrl+Z takes the filter away; beside: {is_beside}");
        for (modifiers, key) in [(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z), (Modifiers::COMMAND, Key::Y)] {
            press(&mut harness, modifiers, key);
            assert!(harness.query_by_label("1 of 14 projects").is_some(), "{modifiers:?} {key:?} brings it back; beside: {is_beside}");
            undo(&mut harness);
        }
        undo(&mut harness);
        assert!(harness.query_by_label("14 projects").is_some(), "nothing before the first");
    }
}

#[test]
fn a_word_typed_is_one_step_even_in_the_search_field() {
    let mut harness = open(false);
    filter_running(&mut harness);
    type_slowly(&mut harness, "yls");
    assert!(harness.query_by_label("Huagao New Materials").is_none(), "no project passes both");
    undo(&mut harness);
    assert!(harness.query_by_label("1 of 14 projects").is_some(), "the whole word goes, the filter stays");
    undo(&mut harness);
    assert!(harness.query_by_label("14 projects").is_some());
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    assert!(harness.query_by_label("Huagao New Materials").is_none(), "both come back");
}

#[test]
fn another_field_takes_back_its_own_typing() {
    let mut harness = open(false);
    type_slowly(&mut harness, "yls");
    harness.get_by_label("Filter Planned, CNY million").click();
    harness.run();
    let field = harness.query_all_by_role(Role::TextInput).find(|node| node.accesskit_node().label().as_deref() != Some("Search"));
    field.expect("the end of the range").click();
    harness.run();
    undo(&mut harness);
    assert!(harness.query_by_label("1 of 14 projects").is_some(), "the query stays while a bound is typed");
}

fn choose(harness: &mut Harness<'_, App>, popover: &str, role: Role, name: &str) {
    harness.query_all_by_label_contains(popover).next().expect("a button").click();
    harness.run();
    harness.query_all_by_label(name).find(|node| node.accesskit_node().role() == role).expect("a row of the list").click();
    harness.run();
    press(harness, Modifiers::NONE, Key::Escape);
}

fn has(harness: &Harness<'_, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn columns_totals_and_money_are_undone_in_their_turn() {
    let mut harness = open(false);
    filter_running(&mut harness);
    choose(&mut harness, "Columns", Role::CheckBox, "Cluster");
    choose(&mut harness, "Sum of Planned", Role::RadioButton, "Count");
    choose(&mut harness, "Columns", Role::RadioButton, "CNY 100 million");
    let header = |harness: &Harness<'_, App>| {
        harness.query_all_by_role(Role::ColumnHeader).any(|node| node.accesskit_node().label().as_deref() == Some("Cluster"))
    };
    let states = |harness: &Harness<'_, App>| {
        (has(harness, "of 14 projects"), !header(harness), has(harness, "Count of Planned"), has(harness, "Planned, CNY 100 million"))
    };
    let steps = [
        (true, true, true, true),
        (true, true, true, false),
        (true, true, false, false),
        (true, false, false, false),
        (false, false, false, false),
    ];
    assert_eq!(states(&harness), steps[0]);
    for step in &steps[1..] {
        undo(&mut harness);
        assert_eq!(states(&harness), *step);
    }
    for step in steps.iter().rev().skip(1) {
        press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert_eq!(states(&harness), *step);
    }
}

#[test]
fn a_number_typed_into_a_range_is_one_step() {
    let mut harness = open(false);
    filter_running(&mut harness);
    harness.get_by_label("Filter Planned, CNY million").click();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "From").click();
    harness.run();
    for letter in "150".chars() {
        harness.get_by_role_and_label(Role::TextInput, "From").type_text(&letter.to_string());
        harness.run();
    }
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(has(&harness, "\u{2265} 150 million"));
    undo(&mut harness);
    assert!(!has(&harness, "\u{2265} 1"), "the whole number goes");
    assert!(has(&harness, "1 of 14 projects"), "the filter before stays");
}

#[test]
fn a_view_deleted_or_saved_over_comes_back() {
    let mut harness = open(false);
    filter_running(&mut harness);
    let click = |harness: &mut Harness<'_, App>, name: &str| {
        harness.get_by_label(name).click();
        harness.run();
        harness.run();
    };
    click(&mut harness, "Saved views");
    harness.get_by_label("Name of the view").type_text("mine");
    harness.run();
    click(&mut harness, "Save");
    click(&mut harness, "Delete mine");
    assert!(harness.query_by_label("mine").is_none());
    assert!(has(&harness, "Ctrl Z brings it back"), "it says how");
    undo(&mut harness);
    click(&mut harness, "mine");
    assert!(harness.query_by_label("Name of the view").is_none(), "to choose one closes the list");
    click(&mut harness, "Clear all");
    click(&mut harness, "Saved views");
    click(&mut harness, "Save");
    assert!(has(&harness, "It needs a name"));
    click(&mut harness, "Save what is shown as mine");
    undo(&mut harness);
    click(&mut harness, "mine");
    assert!(has(&harness, "1 of 14 projects"), "the view as it was");
}
