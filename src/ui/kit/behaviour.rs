//! What the components do: names, roles, keys, clicks.

use std::{cell::RefCell, rc::Rc};

use egui::{Key, Role, Ui};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};

use crate::ui::{
    button::{Button, Segment, icon_button_ui, segments_ui},
    figure_link::FigureLink,
    icons::Icon,
    marks::{Kind, Mark},
    pill::pill_ui,
    search_field::{SearchField, search_field_ui},
    sidebar::{SidebarItem, sidebar_item_ui},
    theme,
    tick_row::{TickRow, tick_row_ui},
};

type Log = Rc<RefCell<Vec<&'static str>>>;

/// A window with one of each, writing down what is done to them.
fn shown() -> (Harness<'static>, Log) {
    let log = Log::default();
    let events = Rc::clone(&log);
    let mut text = String::new();
    let harness = Harness::builder().with_context_setup(theme::install).build_ui(move |ui| all_ui(ui, &mut text, &events));
    (harness, log)
}

fn all_ui(ui: &mut Ui, text: &mut String, log: &Log) {
    let note = |happened: bool, what: &'static str| {
        if happened {
            log.borrow_mut().push(what);
        }
    };
    let item = SidebarItem { icon: Icon::Projects, name: "Projects", count: "14", is_selected: true };
    note(sidebar_item_ui(ui, item, "").clicked(), "item");
    let pill = pill_ui(ui, "is", "Building", "Drop", f32::INFINITY);
    note(pill.response.clicked(), "pill");
    note(pill.is_dropped, "drop");
    note(Button::edge("Open").ui(ui).clicked(), "button");
    note(icon_button_ui(ui, Icon::Export, "Export", false).clicked(), "icon");
    note(FigureLink::new("20 km", Kind::Stated).mark(Mark::Built).ui(ui).clicked(), "figure");
    let row = TickRow { name: "Landed", mark: Some(Mark::Planned), has_marks: true, count: "5", is_ticked: true, is_faint: false };
    note(tick_row_ui(ui, row).clicked(), "tick");
    let segments = [("Down", true), ("Up", false)].map(|(name, is_on)| Segment { icon: Some(Icon::SortDown), name, is_on });
    note(segments_ui(ui, "Order", &segments) == Some(1), "up");
    let field = SearchField { name: "Search", hint: "Search", keys: "Ctrl F", clear: "Clear", width: 200.0 };
    note(search_field_ui(ui, text, field).changed(), "typed");
}

fn named<'h>(harness: &'h Harness<'_>, role: Role, name: &'h str) -> Node<'h> {
    harness.get_by_role_and_label(role, name)
}

#[test]
fn everything_has_a_name_and_a_role_and_can_be_clicked() {
    let cases = [
        (Role::Tab, "Projects", "item"),
        (Role::Button, "is Building", "pill"),
        (Role::Button, "Drop", "drop"),
        (Role::Button, "Open", "button"),
        (Role::Button, "Export", "icon"),
        (Role::Link, "20 km", "figure"),
        (Role::CheckBox, "Landed", "tick"),
        (Role::RadioButton, "Up", "up"),
    ];
    for (role, name, event) in cases {
        let (mut harness, log) = shown();
        named(&harness, role, name).click();
        harness.run();
        assert_eq!(*log.borrow(), [event], "a click on {name:?}");
    }
}

#[test]
fn keys_reach_everything() {
    for (key, event) in [(Key::Enter, "pill"), (Key::Backspace, "drop"), (Key::Delete, "drop")] {
        let (mut harness, log) = shown();
        named(&harness, Role::Button, "is Building").focus();
        harness.run();
        harness.key_press(key);
        harness.run();
        assert_eq!(*log.borrow(), [event], "{key:?} on a pill");
    }
    let (mut harness, log) = shown();
    named(&harness, Role::TextInput, "Search").focus();
    harness.run();
    harness.key_press(Key::Backspace);
    named(&harness, Role::TextInput, "Search").type_text("x");
    harness.run();
    assert_eq!(*log.borrow(), ["typed", "typed"], "Backspace in the field is the field's alone");
}

#[test]
fn states_are_told() {
    let (harness, _) = shown();
    let item = named(&harness, Role::Tab, "Projects");
    assert_eq!(item.accesskit_node().is_selected(), Some(true), "the item of the place shown");
    let segment = named(&harness, Role::RadioButton, "Up");
    assert_eq!(segment.accesskit_node().is_selected(), Some(false), "the segment that is off");
    let tick = named(&harness, Role::CheckBox, "Landed");
    assert_eq!(tick.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True), "the tick");
}

#[test]
fn focus_shows_the_tooltip() {
    let (mut harness, _) = shown();
    assert_eq!(harness.query_all_by_role_and_label(Role::Label, "Export").count(), 0, "no tooltip yet");
    named(&harness, Role::Button, "Export").focus();
    harness.run();
    assert!(harness.query_all_by_value("Export").count() > 0, "the keyboard shows it");
}

#[test]
fn the_tooltip_of_the_focus_gives_way_to_the_pointer() {
    let (mut harness, _) = shown();
    named(&harness, Role::Button, "Export").focus();
    harness.run();
    assert!(harness.query_all_by_value("Export").count() > 0, "the keyboard was last");
    for step in 0..4_u8 {
        harness.hover_at(egui::pos2(600.0 + f32::from(step), 400.0));
        harness.step();
    }
    harness.run();
    assert_eq!(harness.query_all_by_value("Export").count(), 0, "the pointer was last");
    assert!(named(&harness, Role::Button, "Export").accesskit_node().is_focused(), "and the keyboard is where it was");
}
