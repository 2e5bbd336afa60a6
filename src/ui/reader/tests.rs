//! The reader in a window without a screen: figures found by name, clicked, walked to by Tab, copied.

use std::sync::Arc;

use egui::{Context, OutputCommand, Rect, Theme, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use super::*;
use crate::{
    article::{SpanKind, markdown},
    locale::Lang,
    ui::{
        marks::{Kind, Mark, VerdictMark},
        pictures, theme,
    },
};

/// What a test looks at and changes.
#[derive(Default)]
struct Desk {
    reader: Reader,
    document: Arc<Document>,
    selected: Option<u32>,
    card: Option<Card>,
    is_beside: bool,
    /// Room left free at the left, as by a sidebar.
    sidebar: f32,
    /// Whether a click on a figure opens its card.
    opens_cards: bool,
    events: Vec<Event>,
    current: usize,
}

impl Desk {
    fn ui(&mut self, ui: &mut Ui) {
        let shown = Shown { selected: self.selected, card: self.card.as_ref(), is_beside: self.is_beside, ..Shown::default() };
        let mut room = ui.ctx().content_rect();
        room.min.x += self.sidebar;
        let mut child = ui.new_child(UiBuilder::new().max_rect(room));
        let output = self.reader.ui(&mut child, &self.document, &shown);
        self.current = output.current_section;
        for event in output.events {
            match event {
                Event::FigureHovered { .. } => continue,
                Event::FigureClicked { key, .. } if self.opens_cards => {
                    self.selected = Some(key);
                    self.card = Some(card(key));
                }
                Event::CardClosed => self.card = None,
                _ => {}
            }
            self.events.push(event);
        }
    }
}

/// The embedded account, its figures numbered in order and marked in turn.
fn account(lang: Lang) -> Document {
    let source = match lang {
        Lang::Zh => include_str!("../../../assets/dossier/article.zh.md"),
        Lang::En => include_str!("../../../assets/dossier/article.en.md"),
    };
    let article = markdown::parse(source).expect("the embedded account is well-formed");
    let mut targets: Vec<String> = Vec::new();
    let sections = article.sections.into_iter().map(|section| {
        let paragraphs = section.paragraphs.into_iter().map(|paragraph| {
            let mut made = Paragraph { is_item: paragraph.is_item, ..Paragraph::default() };
            for span in paragraph.spans {
                match span.kind {
                    SpanKind::Strong => made.strong.push(span.range),
                    SpanKind::Link(target) => {
                        let key = targets.iter().position(|known| *known == target).unwrap_or_else(|| {
                            targets.push(target.clone());
                            targets.len() - 1
                        });
                        let text = &paragraph.text[span.range.clone()];
                        let is_number = text.contains(|c: char| c.is_ascii_digit());
                        let mark = (is_number && key % 3 > 0).then(|| Mark::ALL[key % 8]);
                        let kind = if key % 17 == 16 { Kind::Editorial } else if key % 13 == 12 { Kind::Computed } else { Kind::Stated };
                        made.figures.push(FigureSpan { name: format!("{target} {text}"), range: span.range, key: key as u32, kind, mark });
                    }
                }
            }
            made.text = paragraph.text;
            made
        });
        Section { title: section.title, verdict: None, paragraphs: paragraphs.collect() }
    });
    let (byline, note) = match lang {
        Lang::Zh => ("据 2020-01-16 报道整理，原作者甲、乙", "本文是我们自己的叙述，据一篇报道写成；报道的文本见于网上。其中的数字未经我们核实，以报道为准。"),
        Lang::En => ("After a report of 16 January 2020 by A and B", "This is our own account of a report that was found on the web. We do not vouch for what it states."),
    };
    let mut document = Document { lang, title: article.title, byline: byline.into(), notes: vec![note.into()], sections: sections.collect() };
    document.sections[1].verdict = Some(VerdictMark::Agrees);
    document.sections[2].verdict = Some(VerdictMark::Rounding);
    document.sections[0].paragraphs[1].checks = checks(lang);
    document
}

fn checks(lang: Lang) -> Vec<CheckLine> {
    let word = |zh: &str, en: &str| if lang == Lang::Zh { zh.to_owned() } else { en.to_owned() };
    let mut sum = CheckLine { verdict: Some(VerdictMark::Agrees), word: word("相符", "Agrees"), ..CheckLine::default() };
    sum.push_figure("107", 900, Kind::Stated, "direct powers 107");
    sum.push(" + ");
    sum.push_figure("4", 901, Kind::Stated, "entrusted powers 4");
    sum.push(" = ");
    sum.push_figure("111", 902, Kind::Computed, "powers 111");
    let reason = word("不作比较：一为办件，一为事项，所指不同；报道也没有把两者放在一处说", "Not compared: one counts cases and the other counts powers, and the report never sets them side by side");
    let mut refused = CheckLine { text: "159 ÷ 111".into(), verdict: Some(VerdictMark::Undecided), is_refused: true, word: reason, ..CheckLine::default() };
    refused.figures.clear();
    vec![sum, refused]
}

fn card(key: u32) -> Card {
    Card {
        key,
        kind: if key % 2 == 0 { Kind::Stated } else { Kind::Computed },
        value: "111 项".into(),
        status: Some((Mark::Planned, "计划".into())),
        measure: "承接的市级审批事项".into(),
        phrases: vec![Phrase { text: "市级审批事项111项".into(), digits: Some(18..21), place: "服务，第 4 段".into() }],
        lines: vec!["时点 2020-01-16 刊出时".into()],
        found: Some((VerdictMark::Agrees, "原文中找到 1 处".into())),
        has_row: true,
    }
}

fn small() -> Document {
    let text = "开工，计划总投资 6.3 亿元，可添岗位 150 个。".to_owned();
    let figure = |piece: &str, key, name: &str| {
        let start = text.find(piece).unwrap();
        FigureSpan { range: start..start + piece.len(), key, kind: Kind::Stated, mark: Some(Mark::Planned), name: name.into() }
    };
    let figures = vec![figure("6.3 亿元", 1, "计划总投资 6.3 亿元，计划"), figure("150 个", 2, "就业岗位 150 个，潜在")];
    let paragraph = Paragraph { figures, text: text.clone(), ..Paragraph::default() };
    let again = Paragraph { text: "第二段，".repeat(400), ..Paragraph::default() };
    let again_text = "又提 6.3 亿元。";
    let again_figure = FigureSpan { range: 7..again_text.len() - 3, name: "再提 6.3 亿元".into(), ..figure("6.3 亿元", 1, "") };
    let last = Paragraph { text: again_text.into(), figures: vec![again_figure], ..Paragraph::default() };
    let sections = vec![
        Section { title: "甲节".into(), verdict: Some(VerdictMark::Agrees), paragraphs: vec![paragraph, again] },
        Section { title: "乙节".into(), verdict: None, paragraphs: vec![last] },
    ];
    Document { title: "题".into(), byline: "日期".into(), notes: vec!["说明".into()], sections, lang: Lang::Zh }
}

fn harness<'a>(document: Document, size: (f32, f32), theme: Theme) -> Harness<'a, Desk> {
    let desk = Desk { document: Arc::new(document), ..Desk::default() };
    let mut harness = Harness::builder()
        .with_size(vec2(size.0, size.1))
        .with_theme(theme)
        .with_context_setup(|ctx: &Context| theme::install(ctx))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run();
    harness
}

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
    let keys: Vec<u32> = harness.state().events.iter().filter_map(|event| if let Event::FigureClicked { key, .. } = event { Some(*key) } else { None }).collect();
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
        assert!(harness.state().events.ends_with(&[Event::ShowInTable(1), Event::Copy(1), Event::CardClosed]), "{:?}", harness.state().events);
        assert!(harness.query_by_label("看表中行").is_none());
    }
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
        ("zh-narrow", Lang::Zh, (420.0, 700.0), Theme::Light, 48.0, 300.0),
    ] {
        let Some(renderer) = pictures::renderer() else { return };
        let desk = Desk { document: Arc::new(account(lang)), is_beside: sidebar < 0.0, sidebar: f32::max(sidebar, 0.0), selected: Some(15), card: Some(card(15)), ..Desk::default() };
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
