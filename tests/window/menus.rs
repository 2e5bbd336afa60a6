//! Menus of figures under the right mouse button and the menu key.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{app::App, locale::Lang, route::View, state::State};

use crate::{WIDE, press};

fn open(view: View) -> Harness<'static, App> {
    crate::open(State { lang: Lang::En, view, ..State::default() }, WIDE)
}

fn copied(harness: &Harness<'_, App>) -> Option<String> {
    harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

/// Presses the right mouse button on a link, then chooses from the menu, frame by frame until something was copied.
fn choose(harness: &mut Harness<'_, App>, link: &str, row: &str) -> Option<String> {
    harness
        .get_all_by_role(Role::Link)
        .find(|node| node.accesskit_node().label().as_deref() == Some(link))
        .expect("a link")
        .click_secondary();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, row).click();
    for _ in 0..4 {
        harness.step();
        if let Some(text) = copied(harness) {
            return Some(text);
        }
    }
    None
}

#[test]
fn a_figure_is_copied_and_followed_from_its_menu() {
    let mut harness = open(View::Article);
    let text = choose(&mut harness, "Zone founded 2006", "Copy");
    assert_eq!(text.as_deref(), Some("2006"));
    let text = choose(&mut harness, "Zone founded 2006", "Copy with source").expect("a text");
    assert!(text.contains("2006年园区成立") && text.contains("2020-01-16"), "{text}");
    choose(&mut harness, "Zone founded 2006", "Show in table");
    harness.run();
    assert_eq!(harness.state().route().view, View::Facts);
}

#[test]
fn the_menu_key_opens_the_menu_of_a_figure_and_escape_leads_back() {
    let mut harness = open(View::Article);
    let name = "Zone founded 2006";
    harness.get_by_role_and_label(Role::Link, name).focus();
    harness.run();
    press(&mut harness, Modifiers::SHIFT, Key::F10);
    harness.get_by_role_and_label(Role::MenuItem, "Copy with source");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Copy with source").is_none());
    assert!(harness.get_by_role_and_label(Role::Link, name).accesskit_node().is_focused());
}
