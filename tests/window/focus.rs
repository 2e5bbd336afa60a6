//! Where the keyboard is: it follows every jump, comes back from every dialog and menu, and what it is on stays in sight.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::{Command, Dialog},
    dossier,
    locale::{Lang, tr},
    reading::Reading,
    route::{Focus, Route, View},
    state::State,
};

use crate::{WIDE, beside::link, palette::look_for, press, send};

/// A low and narrow window.
const SMALL: [f32; 2] = [800.0, 600.0];

fn open(view: View) -> Harness<'static, App> {
    crate::open(State { lang: Lang::En, view, ..State::default() }, WIDE)
}

/// What a screen reader is at: role and name.
fn at(harness: &Harness<'_, App>) -> (Role, String) {
    let node = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
    node.map_or((Role::Unknown, String::new()), |node| {
        let node = node.accesskit_node();
        (node.role(), node.label().unwrap_or_default())
    })
}

fn settle(harness: &mut Harness<'_, App>) {
    for _ in 0..3 {
        harness.run();
    }
}

fn key(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    press(harness, modifiers, key);
    settle(harness);
}

fn tab_to(harness: &mut Harness<'_, App>, role: Role, name: &str) {
    for _ in 0..400 {
        if at(harness) == (role, name.to_owned()) {
            return;
        }
        press(harness, Modifiers::NONE, Key::Tab);
    }
    panic!("Tab never comes to {name}");
}

#[test]
fn a_row_that_the_palette_led_to_has_the_keyboard() {
    let mut harness = open(View::Overview);
    look_for(&mut harness, "yls");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(at(&harness), (Role::GridCell, "Yiliansheng New Materials".to_owned()));
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(at(&harness).1, "Shengxin Metallurgical Rolls");
    // The same row again, from where the keyboard is now.
    look_for(&mut harness, "yls");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(at(&harness).1, "Yiliansheng New Materials");
}

#[test]
fn a_view_opened_by_its_digit_takes_the_keyboard() {
    let mut harness = open(View::Overview);
    for (digit, view) in
        [(Key::Num3, View::Projects), (Key::Num9, View::Facts), (Key::Num8, View::Timeline), (Key::Num4, View::Infrastructure)]
    {
        key(&mut harness, Modifiers::NONE, digit);
        assert_eq!(harness.state().route().view, view);
        let first = at(&harness);
        key(&mut harness, Modifiers::NONE, Key::ArrowDown);
        assert!(at(&harness).0 == Role::GridCell && at(&harness) != first, "{view}: from {first:?} to {:?}", at(&harness));
    }
}

#[test]
fn who_walks_through_the_sidebar_stays_there() {
    let mut harness = open(View::Overview);
    tab_to(&mut harness, Role::Tab, "Projects");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!((harness.state().route().view, at(&harness)), (View::Projects, (Role::Tab, "Projects".to_owned())));
}

#[test]
fn a_figure_leads_to_its_row_and_back_with_keys_alone() {
    let mut harness = open(View::Article);
    let dossier = dossier::embedded().expect("a dossier");
    let nr = dossier.find("projects/shengxin/investment").expect("a figure");
    send(&mut harness, Command::ShowSentence(nr));
    settle(&mut harness);
    let (role, sentence) = at(&harness);
    assert!(role == Role::Link && sentence.contains("630 million"), "{sentence}");
    assert!(harness.query_by_label(&tr(Lang::En, "reader-close")).is_none(), "nobody asked for its card");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(at(&harness), (Role::GridCell, "Shengxin Metallurgical Rolls".to_owned()));
    key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(at(&harness), (Role::Link, sentence.clone()));
    key(&mut harness, Modifiers::NONE, Key::N);
    assert!(at(&harness).0 == Role::Link && at(&harness).1 != sentence, "on to the next number");
}

#[test]
fn the_walk_goes_on_from_what_was_found() {
    let mut harness = open(View::Article);
    key(&mut harness, Modifiers::COMMAND, Key::F);
    harness.get_by_label(&tr(Lang::En, "find-name")).type_text("630 million");
    harness.run();
    let found = link(&harness, "630 million").top();
    key(&mut harness, Modifiers::NONE, Key::Escape);
    key(&mut harness, Modifiers::NONE, Key::N);
    let (role, name) = at(&harness);
    let top = harness.get_all_by_label(&name).map(|node| node.rect().top()).fold(f32::INFINITY, f32::min);
    assert!(role == Role::Link && (top - found).abs() < 40.0, "{name} at {top}, what was found at {found}");
}

#[test]
fn every_dialog_gives_the_keyboard_back() {
    for dialog in [Dialog::Palette, Dialog::Keys, Dialog::About, Dialog::Settings, Dialog::Reset] {
        let mut harness = open(View::Projects);
        harness.get_by_label("Huaxiang New Materials").click();
        settle(&mut harness);
        let before = at(&harness);
        send(&mut harness, Command::Show(dialog));
        settle(&mut harness);
        assert_ne!(at(&harness), before, "{dialog:?} has it");
        key(&mut harness, Modifiers::NONE, Key::Escape);
        assert_eq!(at(&harness), before, "{dialog:?} gives it back");
    }
    let mut harness = open(View::Projects);
    send(&mut harness, Command::Show(Dialog::Settings));
    tab_to(&mut harness, Role::Button, "Reset everything…");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().dialog(), Some(Dialog::Reset));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(at(&harness), (Role::Button, "Reset everything…".to_owned()), "the question stood on the settings");
}

#[test]
fn the_menu_gives_the_keyboard_back_and_its_key_closes_it() {
    for leave in [Key::Escape, Key::F10] {
        let mut harness = open(View::Projects);
        harness.get_by_label("Huaxiang New Materials").click();
        settle(&mut harness);
        let before = at(&harness);
        key(&mut harness, Modifiers::NONE, Key::F10);
        assert!(harness.query_by_label("Display").is_some());
        key(&mut harness, Modifiers::NONE, leave);
        assert!(harness.query_by_label("Display").is_none(), "{leave:?} closes it");
        assert_eq!(at(&harness), before, "{leave:?}");
    }
    let mut harness = open(View::Projects);
    key(&mut harness, Modifiers::NONE, Key::F10);
    key(&mut harness, Modifiers::NONE, Key::F1);
    assert!(harness.query_by_role(Role::MenuItem).is_none(), "no menu hangs under a dialog");
    assert_eq!(harness.state().dialog(), Some(Dialog::Keys));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().dialog(), None, "Escape closes what lies on top");
}

#[test]
fn what_the_keyboard_comes_to_is_in_sight() {
    for view in [View::Overview, View::NotStated, View::Approvals] {
        let mut harness = crate::open(State { lang: Lang::En, view, ..State::default() }, SMALL);
        for _ in 0..60 {
            press(&mut harness, Modifiers::NONE, Key::Tab);
            harness.run();
            let Some(node) = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused()) else { continue };
            let (rect, name) = (node.rect(), node.accesskit_node().label().unwrap_or_default());
            assert!(rect.top() >= -1.0 && rect.bottom() <= 601.0, "{name} in {view} stands at {rect}");
        }
    }
}

/// Where a text stands, from the top of the window.
fn top(harness: &Harness<'_, App>, text: &str) -> f32 {
    let drawn = harness.get_all_by_label(text).filter(|node| node.accesskit_node().raw_bounds().is_some());
    drawn.map(|node| node.rect().top()).fold(f32::INFINITY, f32::min)
}

#[test]
fn pages_scroll_by_keys() {
    let lang = Lang::En;
    for (view, heading) in [(View::Overview, "view-timeline"), (View::NotStated, "view-projects"), (View::Approvals, "kind-limit")] {
        let mut harness = crate::open(State { lang, view, ..State::default() }, SMALL);
        let heading = match view {
            View::NotStated => liucheng_viewer::locale::tr_args(lang, "not-stated-of", &[("view", tr(lang, heading).into_owned().into())]),
            View::Approvals => tr(lang, "approvals-limits").into_owned(),
            _ => tr(lang, heading).into_owned(),
        };
        let begin = top(&harness, &heading);
        let mut last = begin;
        for (pressed, is_down) in
            [(Key::PageDown, true), (Key::PageUp, false), (Key::Space, true), (Key::Home, false), (Key::End, true), (Key::ArrowUp, false)]
        {
            key(&mut harness, Modifiers::NONE, pressed);
            let now = top(&harness, &heading);
            assert!(if is_down { now < last } else { now > last }, "{pressed:?} in {view}: from {last} to {now}");
            last = now;
        }
    }
}

#[test]
fn the_sheet_of_keys_and_a_licence_scroll_by_keys() {
    let mut harness = crate::open(State { lang: Lang::En, view: View::Projects, ..State::default() }, SMALL);
    send(&mut harness, Command::Show(Dialog::Keys));
    let begin = top(&harness, "Edit");
    for (pressed, is_down) in [(Key::ArrowDown, true), (Key::ArrowUp, false), (Key::PageDown, true), (Key::Home, false)] {
        let last = top(&harness, "Edit");
        key(&mut harness, Modifiers::NONE, pressed);
        assert!((top(&harness, "Edit") < last) == is_down, "{pressed:?}");
    }
    assert!((top(&harness, "Edit") - begin).abs() < 1.0);
    let mut harness = open(View::Projects);
    send(&mut harness, Command::Show(Dialog::About));
    let small = top(&harness, &tr(Lang::En, "dialog-close"));
    harness.get_by_label("SIL Open Font License 1.1").click();
    settle(&mut harness);
    let large = top(&harness, &tr(Lang::En, "dialog-close"));
    assert!(large < small - 50.0 && large < 60.0, "the sheet grows with the text: from {small} up to {large}");
    let last = top(&harness, "SIL Open Font License 1.1");
    key(&mut harness, Modifiers::NONE, Key::PageDown);
    assert!(top(&harness, "SIL Open Font License 1.1") < last);
}

#[test]
fn the_edge_of_a_pane_has_a_name_and_moves_by_keys() {
    for lang in Lang::ALL {
        for (is_beside, name) in [(true, "pane-edge-article"), (false, "pane-edge-record")] {
            let mut harness = crate::open(State { lang, view: View::Projects, is_beside, ..State::default() }, WIDE);
            harness.get_all_by_label_contains(["华祥", "Huaxiang"][lang as usize]).next().expect("a row").click();
            settle(&mut harness);
            let name = tr(lang, name);
            let left = |harness: &Harness<'_, App>| harness.get_by_role_and_label(Role::Splitter, &name).rect().center().x;
            let begin = left(&harness);
            harness.get_by_role_and_label(Role::Splitter, &name).focus();
            settle(&mut harness);
            for _ in 0..2 {
                key(&mut harness, Modifiers::NONE, Key::ArrowLeft);
            }
            assert!((begin - left(&harness) - 32.0).abs() < 1.0, "{name}: from {begin} to {}", left(&harness));
            key(&mut harness, Modifiers::NONE, Key::ArrowRight);
            assert!((begin - left(&harness) - 16.0).abs() < 1.0, "{name}");
            assert_eq!(at(&harness).0, Role::Splitter, "the keyboard stays");
        }
    }
}

#[test]
fn the_menu_stays_in_its_corner_without_a_sidebar() {
    for is_beside in [false, true] {
        let state = State { lang: Lang::En, view: View::Projects, is_beside, is_sidebar_hidden: true, ..State::default() };
        let mut harness = crate::open(state, WIDE);
        let mark = harness.get_by_label("Menu").rect();
        assert!(mark.left() >= 0.0 && mark.right() <= 30.0 && mark.width() > 10.0, "{mark}");
        key(&mut harness, Modifiers::NONE, Key::F10);
        assert!(harness.get_by_label("Display").rect().left() < 60.0, "the menu opens under it");
    }
}

#[test]
fn escape_peels_the_article_down_to_the_account() {
    let mut harness = open(View::Article);
    send(&mut harness, Command::ToggleSource);
    assert!(harness.query_by_label(&tr(Lang::En, "source-how")).is_some());
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label(&tr(Lang::En, "source-how")).is_none());
}

#[test]
fn finding_where_there_is_no_field_finds_everything() {
    for view in [View::Overview, View::NotStated] {
        let mut harness = open(view);
        key(&mut harness, Modifiers::COMMAND, Key::F);
        assert_eq!(harness.state().dialog(), Some(Dialog::Palette), "{view}");
    }
    let mut harness = open(View::Facts);
    key(&mut harness, Modifiers::COMMAND, Key::F);
    assert_eq!((harness.state().dialog(), at(&harness).0), (None, Role::TextInput));
}

#[test]
fn another_dossier_begins_at_its_top() {
    let mut harness = crate::open(State { lang: Lang::En, view: View::Article, ..State::default() }, SMALL);
    let account = dossier::embedded().expect("a dossier").article_en.title.clone();
    let begin = top(&harness, &account);
    for _ in 0..4 {
        key(&mut harness, Modifiers::NONE, Key::PageDown);
    }
    assert!(top(&harness, &account) < begin - 500.0);
    send(&mut harness, Command::SetReading(Reading::default()));
    send(&mut harness, Command::ResetEverything);
    send(&mut harness, Command::SwitchLang);
    send(&mut harness, Command::Go(Route { view: View::Article, focus: Focus::None }));
    let title = match harness.state().lang() {
        Lang::En => account,
        Lang::Zh => dossier::embedded().expect("a dossier").article_zh.title.clone(),
    };
    settle(&mut harness);
    assert!(top(&harness, &title) >= 0.0, "as when it was seen first: {}", top(&harness, &title));
}
