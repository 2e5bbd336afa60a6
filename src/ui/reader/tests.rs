//! The reader in a window without a screen: figures found by name, clicked, walked to by Tab, copied.

use std::sync::Arc;

use egui::{Context, OutputCommand, Rect, Theme, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use super::{
    testing::{Desk, account, card, harness, small},
    *,
};
use crate::{
    locale::Lang,
    ui::{pictures, theme},
};

fn copied(harness: &mut Harness<'_, Desk>) -> Option<String> {
    harness.event(egui::Event::Copy);
    harness.step();
    let commands = &harness.output().platform_output.commands;
    commands.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None })
}

#[test]
fn a_click_on_a_figure_tells_which_and_where() {
    let mut harness = harness(small(), (1280.0, 800.0), Theme::Light);
    harness.get_by_label("就业岗位 150 个，潜在").click();
    harness.run();
    let place = Place { section: 0, paragraph: 0 };
    assert_eq!(harness.state().events, [Event::FigureClicked { key: 2, place }]);
}

#[test]
fn tab_walks_the_figures_in_order_and_enter_activates_them() {
    let mut harness = harness(small(), (1280.0, 600.0), Theme::Light);
    let mut focused = Vec::new();
    for _ in 0..5 {
        harness.key_press(egui::Key::Tab);
        harness.run();
        let node = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        focused.push(node.and_then(|node| node.accesskit_node().label()).unwrap_or_default());
        harness.key_press(egui::Key::Enter);
        harness.run();
    }
    let keys: Vec<u32> = harness
        .state()
        .events
        .iter()
        .filter_map(|event| if let Event::FigureClicked { key, .. } = event { Some(*key) } else { None })
        .collect();
    assert_eq!(focused, ["甲节", "乙节", "计划总投资 6.3 亿元，计划", "就业岗位 150 个，潜在", "再提 6.3 亿元"]);
    assert_eq!(keys, [1, 2, 1]);
    assert!(harness.state().reader.offset() > 0.0, "the focus is scrolled to");
}

#[test]
fn a_selection_over_paragraphs_copies_the_text_as_it_is() {
    let mut harness = harness(small(), (1280.0, 800.0), Theme::Light);
    let text = harness.state().document.sections[0].paragraphs[0].text.clone();
    let first = harness.get_by_label(&text).rect();
    let title = harness.get_by_role_and_label(egui::accesskit::Role::Heading, "甲节").rect();
    harness.drag_at(title.left_center() + vec2(-1.0, 0.0));
    harness.step();
    harness.hover_at(first.right_bottom() - vec2(2.0, 4.0));
    harness.step();
    harness.drop_at(first.right_bottom() - vec2(2.0, 4.0));
    harness.step();
    assert_eq!(copied(&mut harness), Some(format!("甲节\n{text}")));
    harness.state_mut().reader.set_offset(1e9);
    harness.run();
    assert_eq!(copied(&mut harness), Some(format!("甲节\n{text}")), "also when it is out of sight");
}

#[test]
fn what_is_revealed_is_scrolled_to_only_when_it_is_out_of_sight() {
    let mut harness = harness(small(), (1280.0, 800.0), Theme::Light);
    harness.state_mut().reader.reveal(Target::Figure(2, 0));
    harness.run();
    assert!(harness.state().reader.offset().abs() < 0.1, "it is in sight");
    harness.state_mut().reader.reveal(Target::Figure(1, 1));
    harness.run();
    assert!(harness.state().reader.offset() > 100.0, "its second occurrence is far below");
    let steps = harness.run();
    assert!(steps <= 2, "the flash is over and nothing repaints: {steps}");
    harness.state_mut().reader.reveal(Target::Figure(77, 0));
    harness.run();
}

#[test]
fn contents_lead_to_a_section_and_mark_it() {
    for size in [(1280.0, 400.0), (800.0, 400.0)] {
        let mut harness = harness(small(), size, Theme::Light);
        if size.0 < 960.0 {
            harness.get_by_label("目录").click();
            harness.run();
        }
        harness.get_by_role_and_label(egui::accesskit::Role::Button, "乙节").click();
        harness.run();
        assert_eq!(harness.state().events, [Event::ContentsClicked(1)]);
        assert_eq!(harness.state().current, 1);
        assert!(harness.state().reader.offset() > 100.0);
    }
}

#[test]
fn a_card_stands_in_the_margin_or_under_its_figure() {
    for (size, is_in_margin) in [((1280.0, 800.0), true), ((800.0, 600.0), false)] {
        let mut harness = harness(small(), size, Theme::Dark);
        harness.state_mut().opens_cards = true;
        harness.get_by_label("计划总投资 6.3 亿元，计划").click();
        harness.run();
        let figure: Rect = harness.get_by_label("计划总投资 6.3 亿元，计划").rect();
        let value = harness.get_by_role_and_label(egui::accesskit::Role::Heading, "111 项").rect();
        if is_in_margin {
            assert!(value.left() > 900.0 && (value.center().y - figure.center().y).abs() < 12.0, "level with its figure: {value} {figure}");
        } else {
            assert!(value.top() > figure.bottom() && value.top() < figure.bottom() + 24.0, "under its figure: {value} {figure}");
        }
        harness.get_by_label("看表中行").click();
        harness.run();
        harness.get_by_label("复制").click();
        harness.run();
        harness.get_by_label("关闭").click();
        harness.run();
        assert!(
            harness.state().events.ends_with(&[Event::ShowInTable(1), Event::Copy(1), Event::CardClosed]),
            "{:?}",
            harness.state().events
        );
        assert!(harness.query_by_label("看表中行").is_none());
    }
}

#[test]
fn a_card_over_the_text_waits_for_the_pointer_to_rest_and_goes_when_it_leaves() {
    let mut harness = harness(small(), (800.0, 600.0), Theme::Light);
    harness.state_mut().opens_cards = true;
    let figure = harness.get_by_label("计划总投资 6.3 亿元，计划").rect();
    harness.hover_at(figure.center());
    harness.step();
    assert!(harness.state().card.is_none(), "the pointer may only be passing");
    harness.run_steps(3);
    assert_eq!(harness.state().card.as_ref().map(|card| card.key), Some(1));
    harness.hover_at(figure.center_bottom() + vec2(0.0, 40.0));
    harness.run_steps(4);
    assert!(harness.state().card.is_some(), "the pointer is on the card");
    harness.hover_at(egui::pos2(700.0, 500.0));
    harness.run_steps(4);
    assert!(harness.state().card.is_none(), "the pointer has left both");
}

#[test]
fn a_card_in_the_margin_comes_at_once_and_stays() {
    let mut harness = harness(small(), (1280.0, 600.0), Theme::Light);
    harness.state_mut().opens_cards = true;
    harness.get_by_label("计划总投资 6.3 亿元，计划").hover();
    harness.run();
    harness.hover_at(egui::pos2(700.0, 500.0));
    harness.run_steps(4);
    assert_eq!(harness.state().card.as_ref().map(|card| card.key), Some(1));
    harness.key_press(egui::Key::Escape);
    harness.run();
    assert!(harness.state().card.is_none());
}

#[test]
fn what_is_being_read_stays_when_the_text_is_set_anew() {
    let mut harness = harness(account(Lang::Zh), (1280.0, 800.0), Theme::Light);
    let text = harness.state().document.sections[3].paragraphs[0].text.clone();
    let top = harness.get_by_label(&text).rect().top();
    harness.state_mut().reader.set_offset(top);
    harness.run();
    let before = harness.get_by_label(&text).rect().top();
    harness.set_size(vec2(900.0, 700.0));
    harness.run();
    let after = harness.get_by_label(&text).rect().top();
    assert!((before - after).abs() < 40.0, "{before} is not {after}");
    harness.state_mut().document = Arc::new(account(Lang::En));
    harness.run();
    let english = harness.state().document.sections[3].paragraphs[0].text.clone();
    let after = harness.get_by_label(&english).rect().top();
    assert!((before - after).abs() < 40.0, "the language is another, the place is the same: {before} is not {after}");
}

#[test]
fn both_accounts_are_set_and_every_figure_can_be_reached() {
    for lang in Lang::ALL {
        for size in [(1280.0, 800.0), (800.0, 600.0), (420.0, 600.0)] {
            let document = account(lang);
            let mut names: Vec<String> = Vec::new();
            for paragraph in document.sections.iter().flat_map(|section| &section.paragraphs) {
                names.extend(paragraph.figures.iter().map(|figure| figure.name.clone()));
            }
            let harness = harness(document, size, Theme::Light);
            let links = harness.get_all_by_role(egui::accesskit::Role::Link);
            let found: Vec<String> = links.filter_map(|node| node.accesskit_node().label()).collect();
            assert!(names.len() > 100 && names.iter().all(|name| found.contains(name)));
        }
    }
}

/// Pictures to look at, not to compare: `cargo test pictures_to_look_at -- --ignored` writes them to `target/reader`.
#[test]
#[ignore = "paints pictures for a person to look at"]
fn pictures_to_look_at() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/reader");
    std::fs::create_dir_all(folder).unwrap();
    for (name, lang, size, theme, sidebar, offset) in [
        ("zh-light", Lang::Zh, (1280.0, 800.0), Theme::Light, 200.0, 0.0),
        ("zh-light-2", Lang::Zh, (1100.0, 800.0), Theme::Light, 200.0, 900.0),
        ("zh-dark", Lang::Zh, (1180.0, 800.0), Theme::Dark, 200.0, 500.0),
        ("en-light", Lang::En, (1280.0, 800.0), Theme::Light, 200.0, 0.0),
        ("en-dark-small", Lang::En, (800.0, 600.0), Theme::Dark, 48.0, 700.0),
        ("zh-beside", Lang::Zh, (504.0, 752.0), Theme::Light, -1.0, 0.0),
        ("zh-long-1", Lang::Zh, (1280.0, 1900.0), Theme::Light, 200.0, 0.0),
        ("zh-long-2", Lang::Zh, (1280.0, 1900.0), Theme::Light, 200.0, 1850.0),
        ("en-long", Lang::En, (1000.0, 1900.0), Theme::Light, 200.0, 1850.0),
        ("zh-narrow", Lang::Zh, (420.0, 700.0), Theme::Light, 48.0, 300.0),
    ] {
        let Some(renderer) = pictures::renderer() else { return };
        let desk = Desk {
            document: Arc::new(account(lang)),
            is_beside: sidebar < 0.0,
            sidebar: f32::max(sidebar, 0.0),
            selected: Some(15),
            card: Some(card(15)),
            ..Desk::default()
        };
        let mut harness = Harness::builder()
            .with_size(vec2(size.0, size.1))
            .with_theme(theme)
            .with_context_setup(|ctx: &Context| theme::install(ctx))
            .renderer(renderer)
            .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
        harness.run();
        harness.state_mut().reader.set_offset(offset);
        harness.run();
        harness.render().unwrap().save(format!("{folder}/{name}.png")).unwrap();
    }
}

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
fn pieces_are_what_is_set() {
    for lang in Lang::ALL {
        let document = Arc::new(account(lang));
        let ctx = Context::default();
        theme::install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let mut page = page::Page::renew(None, ui.ctx(), &document, &Shown::default(), 544.0);
            page.set_between(ui.ctx(), &Shown::default(), 0.0, f32::INFINITY);
            let pieces: Vec<&str> = document.pieces().map(|piece| piece.text).collect();
            let blocks: Vec<&str> = page.blocks().map(|(_, block)| block.galley.text()).collect();
            assert_eq!(pieces, blocks, "what is found in a piece is marked in the block of the same number");
        });
        output.textures_delta.clear();
    }
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
