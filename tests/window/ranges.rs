//! The ends of a range of money as somebody types them: in the unit in which the column is read.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{app::App, dossier::MoneyUnit, locale::Lang, route::View, state::State};

use crate::{WIDE, press};

/// The filter of the amounts, open, with its lower end typed.
fn typed(lang: Lang, money: Option<MoneyUnit>, text: &str) -> Harness<'static, App> {
    let mut harness = crate::open(State { lang, money, view: View::Projects, ..State::default() }, WIDE);
    let funnel = if lang == Lang::Zh { "筛选 计划总投资" } else { "Filter Planned" };
    harness.get_all_by_label_contains(funnel).next().expect("a funnel").click();
    harness.run();
    harness.run();
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
    harness.run();
    harness
}

/// What stands in the fields, and the unit that they have.
fn fields(harness: &Harness<'_, App>) -> (Vec<String>, String) {
    let fields: Vec<_> = harness.query_all_by_role(Role::TextInput).filter(|node| node.accesskit_node().description().is_some()).collect();
    let unit = fields.first().and_then(|node| node.accesskit_node().description()).unwrap_or_default();
    (fields.iter().map(|node| node.accesskit_node().value().unwrap_or_default()).collect(), unit)
}

#[test]
fn a_bare_number_has_the_unit_of_the_column() {
    for (lang, money, text, count, unit) in [
        (Lang::Zh, None, "1.8", "4 / 14 个项目", "亿元"),
        (Lang::Zh, Some(MoneyUnit::Million), "180", "4 / 14 个项目", "百万元"),
        (Lang::En, None, "180", "4 of 14 projects", "million"),
        (Lang::En, Some(MoneyUnit::AsWritten), "180", "4 of 14 projects", "million"),
        (Lang::En, Some(MoneyUnit::Yi), "1.8", "4 of 14 projects", "100 million"),
        // A unit that is typed is the one that is meant.
        (Lang::Zh, None, "18000万", "4 / 14 个项目", "亿元"),
        (Lang::En, None, "1.8亿", "4 of 14 projects", "million"),
    ] {
        let mut harness = typed(lang, money, text);
        assert!(harness.query_by_label(count).is_some(), "{text} in {lang:?}, {money:?}");
        assert_eq!(fields(&harness).1, unit);
        press(&mut harness, Modifiers::NONE, Key::Tab);
        let short = if unit == "亿元" || unit == "100 million" { "1.8" } else { "180" };
        assert_eq!(fields(&harness).0, [short, ""], "afterwards it stands in the unit beside it");
    }
}

#[test]
fn what_is_no_range_is_said_and_not_asked_for() {
    for (low, high, words) in [("abc", "", "这里要写数，如 5 或 1.5亿"), ("9", "5", "上限小于下限")] {
        let mut harness = typed(Lang::Zh, None, low);
        press(&mut harness, Modifiers::NONE, Key::Tab);
        if high.is_empty() {
            press(&mut harness, Modifiers::SHIFT, Key::Tab);
        }
        harness.event(egui::Event::Text(if high.is_empty() { low } else { high }.to_owned()));
        harness.run();
        assert!(harness.query_by_role_and_label(Role::Status, words).is_some(), "{low} {high}");
        let is_said = |node: egui_kittest::Node<'_>| node.accesskit_node().description().as_deref() == Some(words);
        assert!(harness.query_all_by_role(Role::TextInput).any(is_said), "the field says it as well: {low} {high}");
        press(&mut harness, Modifiers::NONE, Key::Enter);
        assert!(harness.query_by_label_contains("留下").is_some(), "Enter closes nothing while something is wrong");
    }
}

#[test]
fn enter_is_done() {
    let mut harness = typed(Lang::Zh, None, "1.8");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label_contains("留下").is_none(), "the popover is closed");
    assert!(harness.query_by_label("4 / 14 个项目").is_some());
}

#[test]
fn a_column_of_several_measures_shows_one_at_a_time() {
    let mut harness = crate::open(State { lang: Lang::Zh, view: View::Facts, ..State::default() }, WIDE);
    harness.get_all_by_label_contains("筛选 数值").next().expect("a funnel").click();
    harness.run();
    harness.run();
    harness.event(egui::Event::Text("20km".to_owned()));
    harness.run();
    harness.run();
    assert!(harness.query_by_label("数值 ≥ 20 公里").is_some(), "a bound is in its own unit");
    let chosen = |harness: &Harness<'_, App>, name: &str| {
        let mut nodes = harness.query_all_by_role_and_label(Role::RadioButton, name);
        nodes.next().and_then(|node| node.accesskit_node().is_selected()) == Some(true)
    };
    assert!(chosen(&harness, "公里"), "what is typed says what is shown");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(fields(&harness), (vec!["20".to_owned(), String::new()], "公里".to_owned()));
    harness.get_by_role_and_label(Role::RadioButton, "亿元").click();
    harness.run();
    assert!(chosen(&harness, "亿元") && harness.query_by_label("数值 ≥ 20 公里").is_some(), "looking at another filters nothing");
    assert_eq!(fields(&harness), (vec![String::new(), String::new()], "亿元".to_owned()));
}

#[test]
fn a_sentence_names_an_amount_once() {
    let mut harness = typed(Lang::En, None, "180");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("planned investment ≥ 180 million").is_some(), "not CNY million and million");
    assert!(harness.query_by_label_contains("7 of them without a stated planned investment").is_some());
}
