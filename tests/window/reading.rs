//! Reading in the window: what is found in the text, how the text is set, and the ways from a figure and back.

use egui::{Rect, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::Command,
    dossier,
    locale::{Lang, tr, tr_args},
    route::{Focus, Route, View},
    state::State,
};

use crate::{
    WIDE,
    beside::{is_in_sight, link},
    click_at, open,
};

/// What the count beside the search field says aloud.
fn said(harness: &Harness<'_, App>, lang: Lang, at: usize, count: usize) -> bool {
    let said = tr_args(lang, "find-said", &[("at", at.into()), ("count", count.into())]);
    harness.query_all_by_label(&said).next().is_some()
}

fn type_in(harness: &mut Harness<'_, App>, text: &str) {
    for char in text.chars() {
        harness.event(egui::Event::Text(char.to_string()));
        harness.run();
    }
}

#[test]
fn words_values_and_pinyin_are_found_and_walked_through() {
    let mut harness = open(State { lang: Lang::Zh, view: View::Article, ..State::default() }, WIDE);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    harness.run();
    type_in(&mut harness, "0.57亿");
    assert!(said(&harness, Lang::Zh, 1, 1), "5700 万元 is the same amount");
    assert!(is_in_sight(&harness, "5700"), "it is in sight");
    harness.key_press(egui::Key::Escape);
    harness.run();
    assert!(!said(&harness, Lang::Zh, 1, 1), "Escape ends the search");

    let mut harness = open(State { lang: Lang::Zh, view: View::Article, ..State::default() }, WIDE);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    harness.run();
    type_in(&mut harness, "yls");
    let count = (1..20).find(|count| said(&harness, Lang::Zh, 1, *count)).unwrap_or_else(|| panic!("nothing found"));
    assert!(count > 3, "{count}");
    let steps: [(egui::Modifiers, egui::Key, usize); 6] = [
        (egui::Modifiers::NONE, egui::Key::Enter, 2),
        (egui::Modifiers::NONE, egui::Key::ArrowDown, 3),
        (egui::Modifiers::NONE, egui::Key::F3, 4),
        (egui::Modifiers::SHIFT, egui::Key::Enter, 3),
        (egui::Modifiers::SHIFT, egui::Key::F3, 2),
        (egui::Modifiers::NONE, egui::Key::ArrowUp, 1),
    ];
    for (modifiers, key, at) in steps {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
        assert!(said(&harness, Lang::Zh, at, count), "{key:?} leads to {at} of {count}");
    }
    harness.get_by_label(&tr(Lang::Zh, "find-previous")).click();
    harness.run();
    assert!(said(&harness, Lang::Zh, count, count), "before the first comes the last");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    harness.run();
    type_in(&mut harness, "x");
    assert!(harness.query_all_by_label(&tr(Lang::Zh, "find-none")).next().is_some());
    harness.step();
    assert_eq!(harness.run_ok(), Some(1), "a search at rest asks for no frames");
}

#[test]
fn a_search_goes_on_in_the_other_language() {
    let mut harness = open(State { lang: Lang::Zh, view: View::Article, ..State::default() }, [800.0, 600.0]);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    harness.run();
    type_in(&mut harness, "43.56亿元");
    let count = |harness: &Harness<'_, App>, lang| (1..20).find(|count| said(harness, lang, 1, *count));
    assert!(count(&harness, Lang::Zh).is_some());
    harness.state_mut().send(Command::SwitchLang);
    harness.step();
    harness.run();
    let shown = link(&harness, "CNY 4.356 billion");
    let has_any = (1..9).any(|of| (1..=of).any(|at| said(&harness, Lang::En, at, of)));
    assert!(has_any && shown.bottom() < 600.0 && shown.top() > 0.0, "the same amount as it is written there: {shown}");
}

/// Scrolls the account by some page keys.
fn page_down(harness: &mut Harness<'_, App>, times: usize) {
    for _ in 0..times {
        harness.key_press(egui::Key::PageDown);
        harness.run();
    }
}

#[test]
fn the_text_is_set_in_another_way_at_once_and_the_line_stays() {
    for (lang, size) in [(Lang::Zh, WIDE), (Lang::En, [800.0, 600.0])] {
        let mut harness = open(State { lang, view: View::Article, ..State::default() }, size);
        page_down(&mut harness, 3);
        let account = dossier::embedded().expect("the embedded dossier is whole");
        let texts: Vec<String> = account.article(lang).sections.iter().flat_map(|s| &s.paragraphs).map(|p| p.text.clone()).collect();
        let rect = |harness: &Harness<'_, App>, text: &str| harness.get_by_label(text).rect();
        let read = texts.iter().find(|text| rect(&harness, text).bottom() > 150.0).expect("a paragraph in sight").clone();
        let before = rect(&harness, &read);
        harness.get_by_label(&tr(lang, "reading-settings")).click();
        harness.run();
        for (dial, steps) in [("reading-size", 2), ("reading-spacing", 2), ("reading-measure", 1)] {
            let args = [("what", tr(lang, dial).into_owned().into())];
            for _ in 0..steps {
                harness.get_by_label(&tr_args(lang, "reading-more", &args)).click();
                harness.run();
            }
        }
        let after = rect(&harness, &read);
        assert!(after.height() > before.height() * 1.2, "larger at once: {before} and {after}");
        let is_there = after.top() < before.bottom() && before.top() < after.bottom();
        assert!(is_there, "what was being read is still there: {before} and {after}");
        harness.get_by_label(&tr(lang, "reading-reset")).click();
        harness.run();
        let again = rect(&harness, &read);
        assert!((again.height() - before.height()).abs() < 0.5 && (again.top() - before.top()).abs() < 30.0, "{before} and {again}");
    }
}

#[test]
fn figures_lose_their_signs_but_stay_links() {
    let mut harness = open(State { lang: Lang::Zh, view: View::Article, ..State::default() }, WIDE);
    let num_links = harness.query_all_by_role(Role::Link).count();
    harness.get_by_label(&tr(Lang::Zh, "reading-settings")).click();
    harness.run();
    harness.get_by_label(&tr(Lang::Zh, "reading-marked-none")).click();
    harness.run();
    // The popover has a link of its own.
    assert_eq!(harness.query_all_by_role(Role::Link).count(), num_links + 1);
}

#[test]
fn the_way_back_leads_to_where_one_was_reading() {
    let mut harness = open(State { lang: Lang::Zh, view: View::Article, ..State::default() }, WIDE);
    page_down(&mut harness, 2);
    let links = harness.query_all_by_role(Role::Link);
    let name =
        links.filter(|node| node.rect().top() > 500.0 && node.rect().bottom() < 700.0).find_map(|node| node.accesskit_node().label());
    let name = name.expect("a figure in sight");
    let place = |harness: &Harness<'_, App>| {
        harness.query_all_by_label(&name).map(|node| node.rect()).find(|rect| rect.top() > 48.0 && rect.bottom() < 800.0)
    };
    let before = place(&harness).expect("in sight");
    click_at(&mut harness, before.center());
    let route = harness.state().route();
    assert_ne!(route.view, View::Article, "the click led to its row");
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowLeft);
    harness.run();
    assert!(matches!(harness.state().route(), Route { view: View::Article, focus: Focus::Figure(_) }), "the figure is selected");
    assert_eq!(place(&harness), Some(before), "and stands where it stood");
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().route(), route);
}

/// Opens the contents at a section.
fn go_to_section(harness: &mut Harness<'_, App>, title: &str) {
    harness.get_by_role_and_label(Role::Button, title).click();
    harness.run();
}

#[test]
fn from_a_doubted_number_every_way_is_one_action() {
    let mut harness = open(State { lang: Lang::Zh, view: View::Article, ..State::default() }, WIDE);
    go_to_section(&mut harness, "招商");
    let name = "签约并落地的项目 45";
    let in_text = |harness: &Harness<'_, App>| {
        let mut links = harness.query_all_by_label_contains(name).map(|node| node.rect());
        links.find(|rect| rect.top() > 48.0 && rect.bottom() < 800.0 && rect.height() > 22.0)
    };
    let doubted = in_text(&harness).expect("the number is in sight");

    // To the report's words: the pointer is enough.
    harness.hover_at(doubted.center());
    harness.run();
    let place = "第 1 处，共";
    assert!(harness.query_by_label_contains(place).is_some(), "its card says where it stands");
    let account = dossier::embedded().expect("the embedded dossier is whole");
    let nr = account.find("zone/signed/landed").expect("a figure");
    let phrase = account.figure(nr).evidence.first().expect("a phrase").phrase.clone();
    assert!(harness.query_by_role_and_label(Role::Blockquote, &phrase).is_some(), "the sentence of the report");

    // To the sum: the next place is the operand under the paragraph.
    harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::N);
    harness.run();
    assert!(harness.query_by_label_contains("第 2 处，共").is_some());
    assert!(harness.query_all_by_label_contains("45 + 11 = 56").any(|node| node.rect().bottom() < 800.0), "the working is in sight");

    // To its row, and back.
    click_at(&mut harness, doubted.center());
    assert_eq!(harness.state().route(), Route { view: View::Facts, focus: Focus::Row(nr.0 as usize) });
    let operand =
        harness.query_all_by_role(Role::Link).find(|node| node.accesskit_node().label().is_some_and(|said| said.contains("签约项目 56")));
    assert!(operand.is_some(), "the record shows the sum too, with operands to click");
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowLeft);
    harness.run();
    assert_eq!(harness.state().route(), Route { view: View::Article, focus: Focus::Figure(nr) });
    assert_eq!(in_text(&harness), Some(doubted), "the number is where it was");
    harness.state_mut().send(Command::ShowInTable(nr));
    harness.run();
    harness.get_by_label(&tr(Lang::Zh, "app-show-sentence")).click();
    harness.run();
    let all: Vec<_> = harness.query_all_by_label_contains(name).map(|node| node.rect()).collect();
    assert!(in_text(&harness).is_some(), "from the row to the sentence: {:?} {all:?}", harness.state().route());
}

#[test]
fn a_project_lists_its_passages_and_what_contradicts_stands_side_by_side() {
    let mut harness = open(State { lang: Lang::Zh, view: View::Projects, ..State::default() }, [1280.0, 2000.0]);
    harness.state_mut().send(Command::Go(Route { view: View::Projects, focus: Focus::Row(0) }));
    harness.run();
    assert!(harness.query_by_label(&tr(Lang::Zh, "record-passages")).is_some());
    let account = dossier::embedded().expect("the embedded dossier is whole");
    let stages: Vec<String> = account
        .projects
        .get(0)
        .expect("a project")
        .stages
        .iter()
        .map(|claim| account.figure(claim.phrase).evidence.first().expect("a phrase").phrase.clone())
        .collect();
    let quotes: Vec<Rect> = stages
        .iter()
        .map(|phrase| harness.query_all_by_role_and_label(Role::Blockquote, phrase).next().expect("the phrase").rect())
        .collect();
    let [first, second] = quotes[..] else { panic!("two stages: {stages:?}") };
    assert!(first.right() <= second.left() && first.top() < second.bottom() && second.top() < first.bottom(), "{first} {second}");
}

#[test]
fn a_copied_passage_says_where_it_is_from() {
    for (lang, words) in [(Lang::Zh, ["摘自《", "据 2020-01-16"]), (Lang::En, ["From \"", "2020-01-16"])] {
        let mut harness = open(State { lang, view: View::Article, ..State::default() }, WIDE);
        let account = dossier::embedded().expect("the embedded dossier is whole");
        let section = &account.article(lang).sections[0];
        let text = &section.paragraphs[0].text;
        let rect = harness.get_by_label(text).rect();
        harness.drag_at(rect.left_top() + egui::vec2(40.0, 8.0));
        harness.step();
        harness.hover_at(rect.right_bottom() - egui::vec2(40.0, 8.0));
        harness.step();
        harness.drop_at(rect.right_bottom() - egui::vec2(40.0, 8.0));
        harness.step();
        harness.event(egui::Event::Copy);
        harness.step();
        let commands = &harness.output().platform_output.commands;
        let copied =
            commands.iter().find_map(|command| if let egui::OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None });
        let copied = copied.expect("something was copied");
        let first = copied.lines().next().expect("a line").to_owned();
        assert!(text.contains(&first) && first.chars().count() > 30, "{copied}");
        assert!(words.iter().all(|word| copied.contains(word)) && copied.contains(&section.title), "{copied}");
    }
}
