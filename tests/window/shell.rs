//! The manners of the window: menu, palette, dialogs, keys, sidebar, announcements.

use egui::{Key, Modifiers, Theme, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::{Action, Command, Dialog, Group},
    dossier,
    locale::{Lang, tr},
    route::{Focus, Route, View},
    state::State,
    ui::theme::{RAIL_WIDTH, reduces_motion},
};

use crate::{
    WIDE,
    palette::{found, look_for},
    press, send,
};

fn open(lang: Lang, view: View) -> Harness<'static, App> {
    crate::open(State { lang, view, ..State::default() }, WIDE)
}

#[test]
fn escape_peels_one_layer_after_the_other() {
    let mut harness = open(Lang::En, View::Projects);
    harness.get_by_label("Huaxiang New Materials").click();
    harness.run();
    let record = harness.state().route();
    assert!(matches!(record.focus, Focus::Row(_)));
    press(&mut harness, Modifiers::COMMAND, Key::Comma);
    assert_eq!(harness.state().dialog(), Some(Dialog::Settings));
    harness.get_by_label("Reset everything…").click();
    harness.run();
    assert_eq!(harness.state().dialog(), Some(Dialog::Reset));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().dialog(), Some(Dialog::Settings));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!((harness.state().dialog(), harness.state().route()), (None, record), "the record is still open");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().route(), Route::to(View::Projects));
}

#[test]
fn every_dialog_has_a_name_opens_closes_and_covers_the_keys_behind() {
    for lang in Lang::ALL {
        for (dialog, name) in [
            (Dialog::Palette, "do-palette"),
            (Dialog::Keys, "do-keys"),
            (Dialog::About, "do-about"),
            (Dialog::Settings, "settings-title"),
            (Dialog::Reset, "reset-title"),
        ] {
            let mut harness = open(lang, View::Projects);
            send(&mut harness, Command::Show(dialog));
            let sheet = harness.query_all_by_role(Role::Dialog).find_map(|node| node.accesskit_node().label());
            assert_eq!(sheet.as_deref(), Some(tr(lang, name).as_ref()), "{dialog:?} in {lang:?}");
            press(&mut harness, Modifiers::NONE, Key::Num1);
            press(&mut harness, Modifiers::NONE, Key::F9);
            assert_eq!(harness.state().route().view, View::Projects, "a digit behind {dialog:?}");
            press(&mut harness, Modifiers::NONE, Key::Escape);
            assert_eq!(harness.state().dialog(), None, "{dialog:?}");
            assert!(harness.query_all_by_label(&tr(lang, "do-menu")).next().is_some(), "the sidebar stays behind {dialog:?}");
        }
    }
}

#[test]
fn the_sheet_of_keys_shows_every_key() {
    for lang in Lang::ALL {
        for key in [Key::F1, Key::Questionmark] {
            let mut harness = open(lang, View::Projects);
            press(&mut harness, Modifiers::NONE, key);
            assert_eq!(harness.state().dialog(), Some(Dialog::Keys));
            for action in Action::all().into_iter().filter(|action| !action.keys().is_empty()) {
                let name = tr(lang, action.name_key());
                assert!(harness.query_all_by_label(&name).next().is_some(), "{action:?} in {lang:?}");
                assert!(harness.query_all_by_label(&action.keys()).next().is_some(), "{} in {lang:?}", action.keys());
            }
        }
    }
}

#[test]
fn about_says_version_licences_and_that_nothing_is_sent() {
    for lang in Lang::ALL {
        let mut harness = open(lang, View::Projects);
        send(&mut harness, Command::Show(Dialog::About));
        assert!(harness.query_by_label_contains(env!("CARGO_PKG_VERSION")).is_some());
        assert!(harness.query_by_label(&tr(lang, "about-offline")).is_some());
        let dossier = dossier::embedded().expect("a dossier");
        assert!(harness.query_by_label(dossier.meta.disclaimer.get(lang)).is_some());
        harness.get_by_label("SIL Open Font License 1.1").click();
        harness.run();
        assert!(harness.query_by_label_contains("PREAMBLE").is_some(), "the text of the licence");
    }
}

#[test]
fn the_menu_has_every_action_and_does_it() {
    for lang in Lang::ALL {
        for group in Group::ALL {
            let mut harness = open(lang, View::Projects);
            press(&mut harness, Modifiers::NONE, Key::F10);
            let item = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::MenuItem;
            harness.get_all_by_label(&tr(lang, group.name_key())).find(item).expect("the group").click();
            harness.run();
            for action in group.actions() {
                let name = tr(lang, action.name_key());
                let is_item =
                    |node: egui_kittest::Node<'_>| matches!(node.accesskit_node().role(), Role::MenuItem | Role::MenuItemCheckBox);
                assert!(harness.query_all_by_label(&name).any(is_item), "{action:?} in {lang:?}");
            }
        }
    }
    let mut harness = open(Lang::En, View::Projects);
    harness.get_by_label("Menu").click();
    harness.run();
    harness.get_by_label("Display").click();
    harness.run();
    harness.get_by_label("Sidebar").click();
    harness.run();
    assert!(harness.query_by_role(Role::Tab).is_none(), "the sidebar is gone");
    assert!(harness.query_by_label("Menu").is_some(), "the menu is not");
}

#[test]
fn the_sidebar_comes_and_goes_with_its_key() {
    let mut harness = open(Lang::En, View::Projects);
    for is_shown in [false, true] {
        press(&mut harness, Modifiers::NONE, Key::F9);
        assert_eq!(harness.query_all_by_role(Role::Tab).next().is_some(), is_shown);
    }
}

#[test]
fn what_stands_in_the_rail_stands_in_its_middle() {
    for lang in Lang::ALL {
        let harness = crate::open(State { lang, ..State::default() }, [800.0, 600.0]);
        let theme = if harness.ctx.theme() == Theme::Dark { "app-to-light" } else { "app-to-dark" };
        for key in ["app-switch-language-short", theme, View::Facts.name_key()] {
            let middle = harness.get_all_by_label(&tr(lang, key)).next().expect("a button").rect().center().x;
            assert!((middle - RAIL_WIDTH / 2.0).abs() <= 0.5, "{key} stands at {middle}");
        }
    }
}

#[test]
fn less_motion_is_chosen_in_the_settings_and_kept() {
    let mut harness = open(Lang::En, View::Projects);
    send(&mut harness, Command::Show(Dialog::Settings));
    assert!(!reduces_motion(&harness.ctx));
    harness.get_by_label("Less").click();
    harness.run();
    assert!(reduces_motion(&harness.ctx));
    send(&mut harness, Command::ResetEverything);
    assert!(!reduces_motion(&harness.ctx), "as at first");
}

#[test]
fn side_buttons_of_the_mouse_go_back_and_forward() {
    let mut harness = open(Lang::En, View::Projects);
    send(&mut harness, Command::Open(View::Facts));
    for (button, view) in [(egui::PointerButton::Extra1, View::Projects), (egui::PointerButton::Extra2, View::Facts)] {
        for pressed in [true, false] {
            let pos = egui::pos2(640.0, 400.0);
            harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        }
        harness.run();
        assert_eq!(harness.state().route().view, view, "{button:?}");
    }
}

#[test]
fn sizes_go_in_steps_between_half_and_three_times() {
    let mut harness = open(Lang::En, View::Projects);
    for _ in 0..20 {
        press(&mut harness, Modifiers::COMMAND, Key::Plus);
    }
    assert!((harness.ctx.zoom_factor() - 3.0).abs() < 0.001);
    press(&mut harness, Modifiers::COMMAND, Key::Num0);
    assert!((harness.ctx.zoom_factor() - 1.0).abs() < 0.001);
    for _ in 0..20 {
        press(&mut harness, Modifiers::COMMAND, Key::Minus);
    }
    assert!((harness.ctx.zoom_factor() - 0.5).abs() < 0.001);
}

#[test]
fn a_key_of_a_table_is_not_taken_by_the_window() {
    let mut harness = open(Lang::En, View::Projects);
    harness.get_by_label("Huaxiang New Materials").click();
    harness.run();
    press(&mut harness, Modifiers::SHIFT, Key::F10);
    assert!(harness.query_by_label("File").is_none(), "Shift+F10 is the cell's own menu");
}

#[test]
fn dialogs_fit_every_window() {
    let sizes = [([640.0, 400.0], 1.0), ([640.0, 400.0], 2.0), ([800.0, 600.0], 1.0), ([1280.0, 800.0], 1.5), ([3840.0, 2160.0], 1.0)];
    for (size, zoom) in sizes {
        for lang in Lang::ALL {
            for dialog in [Dialog::Palette, Dialog::Keys, Dialog::About, Dialog::Settings, Dialog::Reset] {
                let mut harness = crate::open(State { lang, view: View::Projects, zoom, ..State::default() }, size);
                send(&mut harness, Command::Show(dialog));
                harness.run();
                let window = harness.ctx.content_rect();
                // Its own controls: they stand at its edges.
                let edges: Vec<egui::Rect> = match dialog {
                    Dialog::Palette => harness.query_all_by_role(Role::SearchInput).map(|node| node.rect()).collect(),
                    _ => harness.query_all_by_label(&tr(lang, "dialog-close")).map(|node| node.rect()).collect(),
                };
                assert!(!edges.is_empty(), "{dialog:?} at {size:?} × {zoom} in {lang:?}");
                for rect in edges {
                    assert!(window.contains_rect(rect), "{dialog:?} at {size:?} × {zoom} in {lang:?}: {rect:?} in {window:?}");
                }
            }
        }
    }
}

#[test]
fn a_notice_stands_at_the_top_until_it_is_taken_away() {
    for lang in Lang::ALL {
        let mut harness = open(lang, View::Projects);
        harness.state_mut().say("notice of a test".to_owned());
        harness.run();
        let notice = harness.get_by_label("notice of a test");
        assert_eq!(notice.accesskit_node().role(), Role::Alert);
        harness.get_by_label(&tr(lang, "notice-close")).click();
        harness.run();
        assert!(harness.query_by_label("notice of a test").is_none());
    }
}

#[test]
fn a_recent_dossier_that_is_gone_is_said_and_no_longer_offered() {
    let gone = "/nowhere/柳城".to_owned();
    let state = State { lang: Lang::En, view: View::Projects, recent: vec![gone.clone()], ..State::default() };
    let mut harness = crate::open(state, [1280.0, 800.0]);
    look_for(&mut harness, "柳城");
    harness.state_mut().send(Command::OpenDossier(gone.clone().into()));
    harness.run();
    let told = harness.query_all_by_role(Role::Alert).filter_map(|node| node.accesskit_node().label()).any(|line| line.contains(&gone));
    assert!(told, "the reader is told");
    assert_eq!(harness.state().route().view, View::Projects, "the dossier that was open stays");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    look_for(&mut harness, "nowhere");
    assert_eq!(found(&harness), ["Show only \"nowhere\" in the projects"]);
}

#[test]
fn reset_forgets_every_choice() {
    let mut harness =
        crate::open(State { lang: Lang::En, view: View::Facts, zoom: 1.5, is_beside: true, ..State::default() }, [1280.0, 800.0]);
    send(&mut harness, Command::ShowQuery(View::Projects, "yls".to_owned()));
    send(&mut harness, Command::Show(Dialog::Reset));
    harness.get_by_label("Reset").click();
    harness.run();
    harness.run();
    assert_eq!((harness.state().dialog(), harness.state().route()), (None, Route::to(View::Overview)));
    assert!((harness.ctx.zoom_factor() - 1.0).abs() < 0.001);
    let lang = harness.state().lang();
    send(&mut harness, Command::Open(View::Projects));
    let all = harness.query_all_by_label_contains("14").any(|node| node.accesskit_node().live() == egui::accesskit::Live::Polite);
    assert!(all, "the filter is gone, in {lang:?}");
}
