//! The manners of the window: menu, palette, dialogs, keys, sidebar, announcements.

use egui::{Key, Modifiers, accesskit::Role};
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
    state::{State, ThemeChoice},
};

fn open_with(state: State, size: [f32; 2]) -> Harness<'static, App> {
    let state = State { theme: ThemeChoice::Light, ..state };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(20)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, dossier::embedded(), state, None));
    harness.run();
    harness
}

fn open(lang: Lang, view: View) -> Harness<'static, App> {
    open_with(State { lang, view, ..State::default() }, [1280.0, 800.0])
}

fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn send(harness: &mut Harness<'_, App>, command: Command) {
    harness.state_mut().send(command);
    harness.run();
}

/// Opens the palette and types.
fn look_for(harness: &mut Harness<'_, App>, words: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    harness.get_by_role(Role::SearchInput).type_text(words);
    harness.run();
}

/// The rows of the palette, from the top.
fn found(harness: &Harness<'_, App>) -> Vec<String> {
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
                let mut harness = open_with(State { lang, view: View::Projects, zoom, ..State::default() }, size);
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
                    assert!(
                        window.contains_rect(rect / zoom * zoom),
                        "{dialog:?} at {size:?} × {zoom} in {lang:?}: {rect:?} in {window:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_new_count_is_said_after_a_filter() {
    let mut harness = open(Lang::En, View::Projects);
    send(&mut harness, Command::ShowQuery(View::Projects, "yls".to_owned()));
    let count = harness.get_by_label("1 of 14 projects");
    assert_eq!(count.accesskit_node().live(), egui::accesskit::Live::Polite);
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
    let mut harness = open_with(state, [1280.0, 800.0]);
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
        open_with(State { lang: Lang::En, view: View::Facts, zoom: 1.5, is_beside: true, ..State::default() }, [1280.0, 800.0]);
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
