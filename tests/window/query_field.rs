//! The search field of a table in the whole window: what a word may become, and where a mistake is.

use egui::{Key, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{app::App, locale::Lang, route::View, state::State};

use crate::WIDE;

fn open() -> Harness<'static, App> {
    let state = State { lang: Lang::En, view: View::Projects, ..State::default() };
    let mut harness = crate::open(state, WIDE);
    harness.get_by_label("Search").click();
    harness.run();
    harness
}

fn type_text(harness: &mut Harness<'_, App>, text: &str) {
    for letter in text.chars() {
        harness.get_by_label("Search").type_text(&letter.to_string());
        harness.run();
    }
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run();
    harness.run();
}

fn text(harness: &Harness<'_, App>) -> String {
    harness.get_by_label("Search").accesskit_node().value().unwrap_or_default()
}

/// Whether something is offered.
fn offers(harness: &Harness<'_, App>, name: &str) -> bool {
    harness.query_all_by_label(name).any(|node| node.accesskit_node().role() == Role::ListBoxOption)
}

#[test]
fn columns_and_values_are_completed_with_keys() {
    let mut harness = open();
    type_text(&mut harness, "sta");
    assert!(offers(&harness, "Stage"));
    press(&mut harness, Key::Tab);
    assert_eq!(text(&harness), "stage:");
    assert!(offers(&harness, "Running"), "now its values are offered");
    type_text(&mut harness, "runn");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(text(&harness), "stage:running");
    assert!(harness.query_by_label("1 of 14 projects").is_some());
}

#[test]
fn an_offer_is_taken_with_the_mouse_and_typing_goes_on() {
    let mut harness = open();
    type_text(&mut harness, "stage:b");
    let offer = harness.query_all_by_label("Building").find(|node| node.accesskit_node().role() == Role::ListBoxOption);
    offer.expect("an offer").click();
    harness.run();
    harness.run();
    assert_eq!(text(&harness), "stage:building");
    type_text(&mut harness, " rolls");
    assert_eq!(text(&harness), "stage:building rolls");
}

#[test]
fn escape_sends_the_offers_away_and_keeps_the_keyboard_in_the_field() {
    let mut harness = open();
    type_text(&mut harness, "sta");
    press(&mut harness, Key::Escape);
    assert!(!offers(&harness, "Stage"));
    type_text(&mut harness, "g");
    assert_eq!(text(&harness), "stag");
    assert!(offers(&harness, "Stage"), "they come again with the next letter");
}

#[test]
fn a_mistake_is_told_and_the_last_good_rows_stay() {
    let mut harness = open();
    type_text(&mut harness, "stage:running");
    assert!(harness.query_by_label("1 of 14 projects").is_some());
    type_text(&mut harness, " x:y");
    let field = harness.get_by_label("Search");
    let described = field.accesskit_node().description().unwrap_or_default();
    assert!(described.contains('x'), "{described}");
    assert!(harness.query_by_label("1 of 14 projects").is_some(), "the rows of the last good text stay");
}

#[test]
fn a_mistake_moves_nothing() {
    let mut harness = open();
    let header = |harness: &Harness<'_, App>| {
        let mut headers = harness.query_all_by_role(Role::ColumnHeader);
        headers.next().expect("a header").rect()
    };
    let (before, sentence) = (header(&harness), harness.get_by_label("14 projects").rect());
    type_text(&mut harness, "stage:running x:y");
    press(&mut harness, Key::Escape);
    let told = harness.get_by_label("Search").accesskit_node().description().unwrap_or_default();
    let said = harness.query_all_by_label(&told).find(|node| node.accesskit_node().role() == Role::Status);
    let said = said.expect("the mistake stands in the line of the sentence").rect();
    assert_eq!(header(&harness), before, "the table stays where it is");
    assert!((said.center().y - sentence.center().y).abs() < 4.0, "{said:?} beside {sentence:?}");
}

#[test]
fn after_a_popover_the_field_takes_what_is_typed() {
    let mut harness = open();
    harness.get_by_label("Filter Stage").click();
    harness.run();
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Done").is_none(), "Escape closes the popover, wherever the keyboard is in it");
    harness.get_by_label("Search").click();
    harness.run();
    type_text(&mut harness, "yls");
    assert_eq!(text(&harness), "yls");
    harness.get_by_label("Filter Stage").click();
    harness.run();
    harness.get_by_label("Search").click();
    harness.run();
    harness.run();
    type_text(&mut harness, " x");
    assert_eq!(text(&harness), "yls x", "a click elsewhere closes the popover and takes the keyboard there");
}

#[test]
fn all_that_is_left_is_selected_and_what_is_filtered_out_later_is_said() {
    let mut harness = open();
    type_text(&mut harness, "stage:building");
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    harness.get_by_label("Beixin Metals").click();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run();
    assert!(harness.query_all_by_label_contains("5 selected").next().is_some(), "the five in sight, not all fourteen");
    harness.state_mut().set_query("stage:building rolls");
    harness.run();
    assert!(harness.query_all_by_label_contains("5 selected, 3 hidden").next().is_some());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(harness.query_by_label("5 of 14 projects").is_some());
}

#[test]
fn the_name_of_a_column_is_not_looked_for_once_it_is_one() {
    let mut harness = open();
    type_text(&mut harness, "rolls investment");
    assert!(harness.query_by_label("0 of 14 projects").is_some(), "nobody is called investment");
    type_text(&mut harness, ">");
    assert!(harness.query_by_label("3 of 14 projects").is_some(), "what stands before it is");
    type_text(&mut harness, "1亿");
    assert!(harness.query_by_label("1 of 14 projects").is_some());
}
