//! Undo and redo of what a table shows, in the whole window.

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
