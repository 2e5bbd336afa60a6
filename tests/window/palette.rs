//! The palette: what it finds, by which words, and what choosing does.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::{Action, Command, Dialog},
    dossier,
    locale::{Lang, tr},
    route::{Focus, Route, View},
    state::State,
};

use crate::{WIDE, press, send};

fn open(lang: Lang, view: View) -> Harness<'static, App> {
    crate::open(State { lang, view, ..State::default() }, WIDE)
}

/// Opens the palette and types.
pub(super) fn look_for(harness: &mut Harness<'_, App>, words: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role(Role::SearchInput).type_text(words);
    harness.run();
}

/// The rows of the palette, from the top.
pub(super) fn found(harness: &Harness<'_, App>) -> Vec<String> {
    harness.query_all_by_role(Role::ListBoxOption).filter_map(|node| node.accesskit_node().label()).collect()
}

/// The row of the palette that Enter would choose.
fn selected(harness: &Harness<'_, App>) -> Option<String> {
    let options = harness.query_all_by_role(Role::ListBoxOption);
    let mut selected = options.filter(|node| node.accesskit_node().is_selected() == Some(true));
    selected.next().and_then(|node| node.accesskit_node().label())
}

#[test]
fn the_palette_finds_by_initials_pinyin_and_words_of_both_languages() {
    for lang in Lang::ALL {
        let name = ["亿联盛新材料", "Yiliansheng New Materials"][lang as usize];
        for words in ["yls", "yilians", "亿联盛", "yiliansheng", "YILIANSHENG"] {
            let mut harness = open(lang, View::Overview);
            look_for(&mut harness, words);
            assert_eq!(selected(&harness).as_deref(), Some(name), "{words} in {lang:?}");
            press(&mut harness, Modifiers::NONE, Key::Enter);
            let row = dossier::embedded().expect("a dossier").projects.held().iter().position(|row| row.name.zh == "亿联盛新材料");
            let route = Route { view: View::Projects, focus: Focus::Row(row.expect("the project")) };
            assert_eq!(harness.state().route(), route, "{words} in {lang:?}");
            assert_eq!(harness.state().dialog(), None, "what was chosen closes the palette");
        }
    }
}

#[test]
fn what_was_typed_in_pinyin_is_spelled_beside_the_name() {
    for (lang, words, told) in [
        (Lang::Zh, "yls", Some("yì lián shèng")),
        (Lang::Zh, "yls xcl", Some("yì lián shèng  xīn cái liào")),
        (Lang::Zh, "亿联盛", None),
        (Lang::En, "yls", Some("亿联盛新材料  yì lián shèng")),
        (Lang::En, "about liu", None),
    ] {
        let mut harness = open(lang, View::Overview);
        look_for(&mut harness, words);
        let row = harness.query_all_by_role(Role::ListBoxOption).next().expect("a row");
        assert_eq!(row.accesskit_node().description().as_deref().filter(|told| !told.is_empty()), told, "{words} in {lang:?}");
    }
}

#[test]
fn what_is_called_as_was_typed_comes_first_and_the_filter_last() {
    let folder = "/nowhere/harbour";
    for (lang, words, first, filter) in [
        (Lang::Zh, "sz", "设置…", "在项目表中只看“sz”"),
        (Lang::Zh, "dy", "打印全部…", "在项目表中只看“dy”"),
        (Lang::Zh, "yls", "亿联盛新材料", "在项目表中只看“亿联盛”"),
        (Lang::En, "about", "About Liucheng Viewer", "Show only \"about\" in the projects"),
        (Lang::En, "harbour", "harbour", "Show only \"harbour\" in the projects"),
        (Lang::En, "yls", "Yiliansheng New Materials", "Show only \"yls\" in the projects"),
    ] {
        let state = State { lang, recent: vec![folder.to_owned()], ..State::default() };
        let mut harness = crate::open(state, WIDE);
        look_for(&mut harness, words);
        let rows = found(&harness);
        assert_eq!((rows.first().map(String::as_str), rows.last().map(String::as_str)), (Some(first), Some(filter)), "{words} in {lang:?}");
    }
}

#[test]
fn a_value_is_found_in_both_languages() {
    for (lang, words) in [(Lang::Zh, "20 km"), (Lang::En, "20 公里")] {
        let mut harness = open(lang, View::Overview);
        look_for(&mut harness, words);
        let rows = harness.query_all_by_role(Role::ListBoxOption);
        let told: Vec<String> = rows.filter_map(|node| node.accesskit_node().description()).collect();
        assert!(told.iter().any(|told| told.contains("20 km") && told.contains("20 公里")), "{words} in {lang:?}: {told:?}");
    }
}

#[test]
fn the_palette_finds_every_view_and_every_action() {
    for lang in Lang::ALL {
        let mut harness = open(lang, View::Projects);
        press(&mut harness, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
        let found = found(&harness);
        for view in View::ALL {
            assert!(found.contains(&tr(lang, view.name_key()).into_owned()), "{view} in {lang:?}");
        }
        // Nothing was undone, visited, enlarged or put beside the table yet, and the built-in dossier is open.
        let impossible =
            [Action::Undo, Action::Redo, Action::Back, Action::Forward, Action::ZoomReset, Action::OpenEmbedded, Action::SwapPanes];
        for action in Action::all() {
            let name = tr(lang, action.name_key()).into_owned();
            let is_pointless = matches!(action, Action::Show(Dialog::Palette) | Action::CloseLayer);
            assert_eq!(found.contains(&name), !is_pointless && !impossible.contains(&action), "{action:?} in {lang:?}");
        }
    }
}

#[test]
fn a_picture_is_offered_where_there_is_one_to_take() {
    for (view, is_offered) in [
        (View::Overview, true),
        (View::Article, false),
        (View::Timeline, true),
        (View::Approvals, true),
        (View::Reform, true),
        (View::NotStated, false),
    ] {
        let mut harness = open(Lang::En, view);
        look_for(&mut harness, "picture");
        assert_eq!(found(&harness).iter().any(|name| name == "Copy as a picture"), is_offered, "{view}");
        press(&mut harness, Modifiers::NONE, Key::Escape);
        look_for(&mut harness, "svg");
        assert_eq!(found(&harness).iter().any(|name| name == "Save as SVG…"), is_offered, "{view}");
    }
}

#[test]
fn figures_sections_and_their_words_are_found() {
    let mut harness = open(Lang::Zh, View::Overview);
    let dossier = dossier::embedded().expect("a dossier");
    let section = &dossier.article(Lang::Zh).sections.last().expect("a section").title;
    look_for(&mut harness, section);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let last = dossier.article(Lang::Zh).sections.len() - 1;
    assert_eq!(harness.state().route(), Route { view: View::Article, focus: Focus::Section(last) });

    let figure = dossier.find("infrastructure/zone-roads/planned").expect("a figure");
    look_for(&mut harness, &dossier.figure(figure).label.zh);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().route(), Route { view: View::Facts, focus: Focus::Row(figure.0 as usize) });
}

#[test]
fn arrows_walk_round_and_the_mouse_chooses() {
    let mut harness = open(Lang::En, View::Projects);
    press(&mut harness, Modifiers::COMMAND, Key::K);
    let rows = found(&harness);
    assert_eq!(selected(&harness), rows.first().cloned());
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(selected(&harness), rows.get(1).cloned());
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(selected(&harness), rows.last().cloned(), "up from the first is the last");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(selected(&harness), rows.first().cloned(), "down from the last is the first");
    let option = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::ListBoxOption;
    harness.get_all_by_label("Facts").find(option).expect("the view").click();
    harness.run();
    assert_eq!(harness.state().route().view, View::Facts);
}

#[test]
fn no_letter_typed_right_after_the_key_is_lost() {
    let mut harness = open(Lang::En, View::Projects);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.event(egui::Event::Text("y".to_owned()));
    harness.step();
    harness.event(egui::Event::Text("ls".to_owned()));
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("Yiliansheng New Materials"));
    assert_eq!(harness.get_by_role(Role::SearchInput).accesskit_node().value().as_deref(), Some("yls"));
}

#[test]
fn nothing_found_is_said_and_ctrl_enter_filters_the_projects() {
    let mut harness = open(Lang::En, View::Facts);
    look_for(&mut harness, "yls");
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(harness.state().route().view, View::Projects);
    assert!(harness.query_by_label("1 of 14 projects").is_some());
    look_for(&mut harness, "qqqqqq");
    // The way to filter is always there.
    assert_eq!(found(&harness), ["Show only \"qqqqqq\" in the projects"]);
}

#[test]
fn a_saved_view_is_found_by_its_name() {
    let mut harness = open(Lang::En, View::Projects);
    send(&mut harness, Command::ShowQuery(View::Projects, "yls".to_owned()));
    harness.get_by_label("Saved views").click();
    harness.run();
    let field = harness.query_all_by_role(Role::TextInput).find(|node| node.accesskit_node().label().as_deref() != Some("Search"));
    field.expect("the field of the name").type_text("rolls");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    send(&mut harness, Command::CloseLayer);
    send(&mut harness, Command::Open(View::Facts));
    look_for(&mut harness, "rolls");
    assert_eq!(selected(&harness).as_deref(), Some("rolls"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().route().view, View::Projects);
}
