//! Going through a text: from number to number, from place to place, and through a text of any length.

use egui::Theme;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use super::{
    testing::{Desk, harness, small},
    *,
};

#[test]
fn n_and_p_walk_the_numbers_and_the_card_follows() {
    let mut harness = harness(small(), (1280.0, 600.0), Theme::Light);
    harness.state_mut().opens_cards = true;
    let mut walk = |key: egui::Key| {
        harness.key_press(key);
        harness.run();
        let focused = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        let name = focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default();
        (name, harness.state().card.as_ref().map(|card| card.key), harness.state().reader.offset() > 100.0)
    };
    let (first, second, far) = ("计划总投资 6.3 亿元，计划".to_owned(), "就业岗位 150 个，潜在".to_owned(), "再提 6.3 亿元".to_owned());
    let (n, p) = (egui::Key::N, egui::Key::P);
    assert_eq!(walk(n), (first.clone(), Some(1), false), "from the top");
    assert_eq!(walk(n), (second.clone(), Some(2), false));
    assert_eq!(walk(n), (far.clone(), Some(1), true), "what is out of sight is scrolled to");
    assert_eq!(walk(n), (far, Some(1), true), "there is none after the last");
    assert_eq!(walk(p).0, second);
    assert_eq!(walk(egui::Key::Tab).0, "再提 6.3 亿元", "Tab goes on from there");
    assert_eq!(walk(p).0, second);
    assert_eq!(walk(p).0, first);
}

#[test]
fn of_a_long_text_only_what_is_near_the_view_is_set() {
    let mut document = small();
    let filler = |nr: usize| Paragraph { text: format!("第{nr}段。{}", "其余的话，".repeat(nr % 60)), ..Paragraph::default() };
    document.sections[0].paragraphs.extend((0..4000).map(filler));
    let mut harness = harness(document, (1280.0, 800.0), Theme::Light);
    harness.run_steps(20);
    let num_set = |harness: &Harness<'_, Desk>| harness.query_all_by_label_contains("段。").count();
    assert!((50..1000).contains(&num_set(&harness)), "{} paragraphs are set", num_set(&harness));
    // Wherever it is taken, the view is filled, and stays where it is while more is set.
    for nr in [2000, 3900, 17] {
        harness.state_mut().reader.reveal(Target::Paragraph(Place { section: 0, paragraph: nr + 2 }));
        harness.step();
        let start = format!("第{nr}段。");
        let first = harness.query_all_by_label_contains(&start).next().expect("it is set").rect();
        assert!(first.top() > 0.0 && first.bottom() < 800.0, "{nr} is in view at once: {first}");
        harness.run_steps(12);
        let then = harness.query_all_by_label_contains(&start).next().expect("it is set").rect();
        assert!((first.top() - then.top()).abs() < 1.0, "{nr} stays where it is: {first} and {then}");
        assert!(num_set(&harness) < 1000);
    }
    harness.state_mut().reader.reveal(Target::Figure(1, 1));
    harness.run_steps(12);
    assert!(harness.get_by_label("再提 6.3 亿元").rect().top() < 800.0, "the last figure of all");
    assert_eq!(harness.run_ok(), Some(1), "and nothing is left to do");
}

#[test]
fn a_card_leads_through_the_places_of_its_figure() {
    let mut harness = harness(small(), (1280.0, 800.0), Theme::Light);
    harness.state_mut().opens_cards = true;
    harness.get_by_label("就业岗位 150 个，潜在").click();
    harness.run();
    assert!(harness.query_by_label_contains("处，共").is_none(), "a figure that stands once has no other place");
    harness.get_by_label("计划总投资 6.3 亿元，计划").click();
    harness.run();
    assert!(harness.query_by_label("第 1 处，共 2 处").is_some());
    harness.get_by_label("下一处（Shift+N）").click();
    harness.run();
    assert!(harness.query_by_label("第 2 处，共 2 处").is_some());
    let far = harness.get_by_label("再提 6.3 亿元").rect();
    assert!(far.top() > 0.0 && far.bottom() < 800.0, "the other place is in sight: {far}");
    harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::P);
    harness.run();
    assert!(harness.query_by_label("第 1 处，共 2 处").is_some() && harness.get_by_label("计划总投资 6.3 亿元，计划").rect().top() > 0.0);
    harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::P);
    harness.run();
    assert!(harness.query_by_label("第 2 处，共 2 处").is_some(), "before the first comes the last");
}
