//! What the reader's tests share: a desk that shows a document and notes what happens.

use std::sync::Arc;

use egui::{Context, Theme, vec2};
use egui_kittest::Harness;

use super::*;
use crate::{
    article::{SpanKind, markdown},
    locale::Lang,
    ui::{
        marks::{Kind, Mark, VerdictMark},
        theme,
    },
};

/// What a test looks at and changes.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) reader: Reader,
    pub(super) document: Arc<Document>,
    pub(super) selected: Option<u32>,
    pub(super) card: Option<Card>,
    pub(super) is_beside: bool,
    /// Room left free at the left, as by a sidebar.
    pub(super) sidebar: f32,
    /// Whether a click on a figure opens its card.
    pub(super) opens_cards: bool,
    pub(super) events: Vec<Event>,
    pub(super) current: usize,
}

impl Desk {
    pub(super) fn ui(&mut self, ui: &mut Ui) {
        let shown = Shown { selected: self.selected, card: self.card.as_ref(), is_beside: self.is_beside, ..Shown::default() };
        let mut room = ui.ctx().content_rect();
        room.min.x += self.sidebar;
        let mut child = ui.new_child(UiBuilder::new().max_rect(room));
        let output = self.reader.ui(&mut child, &self.document, &shown);
        self.current = output.current_section;
        for event in output.events {
            match event {
                Event::FigureHovered { key, .. } => {
                    self.card = self.opens_cards.then(|| card(key));
                    continue;
                }
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
pub(super) fn account(lang: Lang) -> Document {
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
                        let kind = if key % 17 == 16 {
                            Kind::Editorial
                        } else if key % 13 == 12 {
                            Kind::Computed
                        } else {
                            Kind::Stated
                        };
                        made.figures.push(FigureSpan {
                            name: format!("{target} {text}"),
                            range: span.range,
                            key: key as u32,
                            kind,
                            mark,
                            is_words: false,
                        });
                    }
                }
            }
            made.text = paragraph.text;
            made
        });
        Section { title: section.title, verdict: None, paragraphs: paragraphs.collect() }
    });
    let (byline, note) = match lang {
        Lang::Zh => (
            "据 2020-01-16 报道整理，原作者甲、乙",
            "本文是我们自己的叙述，据一篇报道写成；报道的文本见于网上。其中的数字未经我们核实，以报道为准。",
        ),
        Lang::En => (
            "After a report of 16 January 2020 by A and B",
            "This is our own account of a report that was found on the web. We do not vouch for what it states.",
        ),
    };
    let mut document =
        Document { lang, title: article.title, byline: byline.into(), notes: vec![note.into()], sections: sections.collect() };
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
    let reason = word(
        "不作比较：一为办件，一为事项，所指不同；报道也没有把两者放在一处说",
        "Not compared: one counts cases and the other counts powers, and the report never sets them side by side",
    );
    let mut refused = CheckLine {
        text: "159 ÷ 111".into(),
        verdict: Some(VerdictMark::Undecided),
        is_refused: true,
        word: reason,
        ..CheckLine::default()
    };
    refused.figures.clear();
    vec![sum, refused]
}

pub(super) fn card(key: u32) -> Card {
    Card {
        key,
        kind: if key.is_multiple_of(2) { Kind::Stated } else { Kind::Computed },
        value: "111 项".into(),
        status: Some((Mark::Planned, "计划".into())),
        measure: "承接的市级审批事项".into(),
        phrases: vec![Phrase { text: "市级审批事项111项".into(), digits: Some(18..21), place: "服务，第 4 段".into() }],
        lines: vec!["时点 2020-01-16 刊出时".into()],
        found: Some((VerdictMark::Agrees, "原文中找到 1 处".into())),
        has_row: true,
    }
}

pub(super) fn small() -> Document {
    let text = "开工，计划总投资 6.3 亿元，可添岗位 150 个。".to_owned();
    let figure = |piece: &str, key, name: &str| {
        let start = text.find(piece).unwrap();
        FigureSpan {
            range: start..start + piece.len(),
            key,
            kind: Kind::Stated,
            mark: Some(Mark::Planned),
            is_words: false,
            name: name.into(),
        }
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

pub(super) fn harness<'a>(document: Document, size: (f32, f32), theme: Theme) -> Harness<'a, Desk> {
    let desk = Desk { document: Arc::new(document), ..Desk::default() };
    let mut harness = Harness::builder()
        .with_size(vec2(size.0, size.1))
        .with_theme(theme)
        .with_context_setup(|ctx: &Context| theme::install(ctx))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run();
    harness
}
