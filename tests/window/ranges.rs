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
fn a_sentence_names_an_amount_once() {
    let mut harness = typed(Lang::En, None, "180");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("planned investment ≥ 180 million").is_some(), "not CNY million and million");
    assert!(harness.query_by_label_contains("7 of them without a stated planned investment").is_some());
}
