//! A table in the whole window by the keyboard alone: from the search field to the rows, into menus and out of records.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{app::App, locale::Lang, route::View, state::State};

use crate::{WIDE, press};

fn open() -> Harness<'static, App> {
    crate::open(State { lang: Lang::En, view: View::Projects, ..State::default() }, WIDE)
}

fn click(harness: &mut Harness<'_, App>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

/// Whether the record of this row is open.
fn has_record(harness: &Harness<'_, App>, name: &str) -> bool {
    harness.query_all_by_label(name).any(|node| node.accesskit_node().role() == Role::Heading)
}

/// The cell that a screen reader is at.
fn at(harness: &Harness<'_, App>) -> String {
    let mut cells = harness.query_all_by_role(Role::GridCell).filter(|cell| cell.accesskit_node().is_focused());
    cells.find_map(|cell| cell.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn escape_closes_the_record_and_leaves_the_keyboard_in_the_table() {
    let mut harness = open();
    click(&mut harness, "Yiliansheng New Materials");
    assert!(has_record(&harness, "Yiliansheng New Materials"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!has_record(&harness, "Yiliansheng New Materials"));
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(has_record(&harness, "Shengxin Metallurgical Rolls"), "the next row, not the way through the whole window");
}

#[test]
fn a_digit_opens_its_view_while_the_table_has_the_keyboard() {
    let mut harness = open();
    click(&mut harness, "Yiliansheng New Materials");
    press(&mut harness, Modifiers::NONE, Key::Num4);
    assert_eq!(harness.state().route().view, View::Infrastructure);
}

#[test]
fn a_digit_opens_nothing_behind_a_filter() {
    let mut harness = open();
    click(&mut harness, "Filter Stage");
    press(&mut harness, Modifiers::NONE, Key::Num4);
    assert_eq!(harness.state().route().view, View::Projects, "a popover keeps plain keys");
}

#[test]
fn the_search_field_leads_to_the_rows() {
    for key in [Key::Enter, Key::ArrowDown, Key::Escape] {
        let mut harness = open();
        click(&mut harness, "Yiliansheng New Materials");
        press(&mut harness, Modifiers::COMMAND, Key::F);
        harness.get_by_label("Search").type_text("rolls");
        harness.run();
        press(&mut harness, Modifiers::NONE, key);
        assert!(has_record(&harness, "Yiliansheng New Materials"), "{key:?} leaves the field, and the record as it is");
        press(&mut harness, Modifiers::COMMAND, Key::Home);
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
        assert_eq!(at(&harness), "Shengxin Metallurgical Rolls", "{key:?} leads into the table");
    }
}

#[test]
fn enter_stays_with_a_mistake() {
    let mut harness = open();
    press(&mut harness, Modifiers::COMMAND, Key::F);
    harness.get_by_label("Search").type_text("x:y");
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Search").type_text("z");
    harness.run();
    assert_eq!(harness.get_by_label("Search").accesskit_node().value().as_deref(), Some("x:yz"));
}

#[test]
fn the_menu_of_a_cell_is_walked_through_with_keys() {
    let mut harness = open();
    click(&mut harness, "Planned, CNY million CNY 180 million, row 7 of 14");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::SHIFT, Key::F10);
    assert!(harness.get_by_label_contains("Only this").accesskit_node().is_focused(), "its first row has the keyboard");
    for _ in 0..2 {
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run();
    assert!(harness.query_by_label("4 of 14 projects").is_some(), "at least 180");
    assert!(harness.query_by_label_contains("Only this").is_none(), "what is chosen closes it");
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::SHIFT, Key::F10);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label_contains("Only this").is_none(), "Escape closes it");
    press(&mut harness, Modifiers::NONE, Key::Home);
    assert_eq!(at(&harness), "Huagao New Materials", "and the keyboard is where it was");
}

#[test]
fn arrows_go_into_a_menu_that_the_mouse_has_opened() {
    let mut harness = open();
    harness.get_by_label("Stage").click_secondary();
    harness.run();
    for _ in 0..2 {
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::ColumnHeader, "Stage, descending").is_some());
}

#[test]
fn the_right_button_opens_a_menu_and_no_record() {
    let mut harness = open();
    harness.get_by_label("Beixin Metals").click_secondary();
    harness.run();
    assert!(!has_record(&harness, "Beixin Metals"), "nothing moves under the menu");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(has_record(&harness, "Beixin Metals"), "the keyboard is at the row");
    harness.get_by_label("Hengjie New Materials").click_secondary();
    harness.run();
    assert!(has_record(&harness, "Beixin Metals"), "a record that is open stays");
}

#[test]
fn an_arrow_goes_one_row_on_in_the_menu_of_exports() {
    let mut harness = open();
    click(&mut harness, "Export");
    for name in ["Export as Excel (XLSX)…", "Export as JSON…"] {
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
        assert!(harness.get_by_label(name).accesskit_node().is_focused(), "{name}");
    }
}

#[test]
fn an_arrow_that_nobody_has_asked_for_goes_into_the_table() {
    for key in [Key::ArrowDown, Key::ArrowUp] {
        let mut harness = open();
        press(&mut harness, Modifiers::NONE, key);
        assert_eq!(at(&harness), "Yiliansheng New Materials", "{key:?}");
        press(&mut harness, Modifiers::NONE, Key::End);
        assert!(at(&harness).starts_with("Place in the report"), "{key:?}");
        press(&mut harness, Modifiers::NONE, Key::Home);
        assert_eq!(at(&harness), "Yiliansheng New Materials", "{key:?}");
    }
}
