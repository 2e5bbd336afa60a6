//! Components that a page is set with: bars, numbers, records, cards, icons.

use std::slice::from_ref;

use egui::{Rect, Ui, pos2, vec2};

use super::{at, heading, small};
use crate::ui::{
    bars::{self, CHART_BAR, LIMIT_HEIGHT},
    button::{Button, Segment, icon_button_ui, segments_ui},
    card::card_ui,
    evidence::{phrase_ui, quote_ui},
    figure_link::FigureLink,
    icons::{Icon, paint_app_mark},
    marks::{Kind, Mark, VerdictMark},
    notice::ruled_heading_ui,
    number::{NOT_STATED, NumberParts, NumberSlots, paint_number},
    page::{LegendSign, SectionHeading, legend_ui, record_row_ui, rule_ui},
    search_field::{SearchField, search_field_ui, value_field_ui},
    sidebar::{SidebarItem, rail_item_ui},
    text::{heading_ui, key_cap_ui, row_ui, status_ui, text_ui, verdict_ui},
    theme::{self, Palette, Type},
};

/// The page of parts.
pub(super) fn page_ui(ui: &mut Ui) {
    tools_ui(ui);
    charts_ui(ui);
    numbers_ui(ui);
    record_ui(ui);
    evidence_ui(ui);
    icons_ui(ui);
}

fn tools_ui(ui: &mut Ui) {
    paint_app_mark(ui.painter(), Rect::from_min_size(pos2(24.0, 14.0), vec2(20.0, 20.0)));
    paint_app_mark(ui.painter(), Rect::from_min_size(pos2(24.0, 44.0), vec2(32.0, 32.0)));
    at(ui, 52.0, 14.0, 120.0, |ui| heading_ui(ui, Type::Section, "柳城阅览"));
    at(ui, 64.0, 44.0, 60.0, |ui| {
        let item = SidebarItem { icon: Icon::Approvals, name: "审批", count: "", is_selected: true };
        rail_item_ui(ui, item, "3");
    });
    let mut text = String::new();
    at(ui, 180.0, 10.0, 400.0, |ui| {
        row_ui(ui, 28.0, 4.0, |ui| {
            let field =
                SearchField { name: "搜索", hint: "搜索汉字、拼音、首字母", keys: "Ctrl F", clear: "清空", width: 232.0 };
            search_field_ui(ui, &mut text, field);
            icon_button_ui(ui, Icon::Columns, "列", false);
            icon_button_ui(ui, Icon::Beside, "并排", true);
            icon_button_ui(ui, Icon::Export, "导出", false);
        });
    });
    at(ui, 180.0, 48.0, 270.0, |ui| {
        let segments = [(Icon::SortDown, "从高到低", true), (Icon::SortUp, "从低到高", false)];
        segments_ui(ui, "次序", &segments.map(|(icon, name, is_on)| Segment { icon: Some(icon), name, is_on }));
    });
    let mut low = String::from("1");
    at(ui, 470.0, 48.0, 200.0, |ui| {
        row_ui(ui, 28.0, 8.0, |ui| {
            value_field_ui(ui, &mut low, "从", "", 88.0);
            value_field_ui(ui, &mut String::new(), "至", "不限", 88.0);
        });
    });
    at(ui, 680.0, 12.0, 260.0, |ui| {
        row_ui(ui, 28.0, 8.0, |ui| {
            key_cap_ui(ui, "Ctrl K");
            Button::plain("English").ui(ui);
            Button::edge("看原句").icon(Icon::Article).ui(ui);
            Button::link("全部").small().ui(ui);
        });
    });
}

fn charts_ui(ui: &mut Ui) {
    at(ui, 24.0, 96.0, 300.0, |ui| SectionHeading { link: "基础设施", ..SectionHeading::new("规划与建成", "公里") }.ui(ui));
    let palette = Palette::of(ui);
    let lane = |y: f32| Rect::from_min_size(pos2(100.0, y), vec2(180.0, CHART_BAR));
    let painter = ui.painter().clone();
    theme::vline(&painter, 99.0, egui::Rangef::new(130.0, 260.0), palette.rule);
    bars::planned_against_built(&painter, lane(136.0), Some(52.91), Some(20.0), 53.0, palette);
    bars::planned_against_built(&painter, lane(154.0), Some(52.6), None, 53.0, palette);
    bars::planned_against_built(&painter, lane(172.0), None, Some(17.0), 53.0, palette);
    bars::value_bar(&painter, lane(190.0), 16.23, 53.0, Mark::Unclear, palette);
    bars::value_bar(&painter, lane(208.0), 30.0, 53.0, Mark::Potential, palette);
    bars::value_bar(&painter, lane(226.0), 40.0, 53.0, Mark::Forecast, palette);
    bars::outside_bar(&painter, bars::bar_rect(lane(244.0), 33.0, 53.0), palette);
    bars::share_bar(&painter, Rect::from_min_size(pos2(24.0, 272.0), vec2(300.0, 24.0)), 107.0, 4.0, palette);
    for (y, days, mark) in [(306.0, 10, Mark::Planned), (334.0, 5, Mark::Target)] {
        let rect = Rect::from_min_size(pos2(24.0, y), vec2(280.0, LIMIT_HEIGHT));
        bars::limit_bar(&painter, rect, days, 10, mark, palette);
    }
    for (row, name) in ["园区道路", "污水管网", "绿化亮化", "供水"].iter().enumerate() {
        small(ui, 24.0, 133.0 + 18.0 * row as f32, name);
    }
}

fn numbers_ui(ui: &mut Ui) {
    heading(ui, 24.0, 370.0, 300.0, "Numbers");
    let numbers = [("52", ".91", "公里"), ("≤ 10", "", "天"), ("10", "+", "家"), ("1,348", "", "盏"), (NOT_STATED, "", "")];
    let numbers = numbers.map(|(integer, fraction, unit)| NumberParts { integer, fraction, unit, is_odd_unit: false });
    let slots = NumberSlots::measure(ui, Type::Body, numbers);
    let palette = Palette::of(ui);
    for (row, number) in numbers.into_iter().enumerate() {
        let color = if number.integer == NOT_STATED { palette.text_faint } else { palette.text };
        paint_number(ui, pos2(24.0, 414.0 + 24.0 * row as f32), number, slots, Type::Body, color);
    }
    at(ui, 180.0, 404.0, 144.0, |ui| {
        FigureLink::new("5.723", Kind::Computed).place(Type::Figure).ui(ui);
        ui.add_space(8.0);
        status_ui(ui, Mark::Trial, "试生产");
        verdict_ui(ui, VerdictMark::Rounding, "四舍五入");
    });
}

fn record_ui(ui: &mut Ui) {
    let place = Rect::from_min_size(pos2(352.0, 96.0), vec2(320.0, 300.0));
    ui.painter().rect_filled(place, 0, Palette::of(ui).panel);
    at(ui, 372.0, 112.0, 280.0, |ui| {
        heading_ui(ui, Type::Heading, "Yiliansheng");
        ui.add_space(8.0);
        rule_ui(ui);
        record_row_ui(ui, "Stage", |ui| {
            status_ui(ui, Mark::Trial, "Trial run");
            phrase_ui(ui, "已经试生产", &[]);
        });
        rule_ui(ui);
        record_row_ui(ui, "Output", |ui| {
            FigureLink::new("CNY 350 million", Kind::Stated).mark(Mark::Potential).ui(ui);
            phrase_ui(ui, "可实现产值3.5亿元", from_ref(&(15..18)));
        });
        rule_ui(ui);
        record_row_ui(ui, "Not stated", |ui| {
            let color = Palette::of(ui).text_weak;
            text_ui(ui, Type::Control, color, "Investment, jobs, completion date, and the number of visits");
        });
        ruled_heading_ui(ui, "不作比较");
    });
}

fn evidence_ui(ui: &mut Ui) {
    for (x, kind) in [(700.0, Kind::Stated), (700.0, Kind::Editorial)].into_iter().enumerate().map(|(row, (x, kind))| ((x, row), kind)) {
        let (left, row) = x;
        at(ui, left, 96.0 + 150.0 * row as f32, 224.0, |ui| {
            card_ui(ui, kind, 224.0, |ui| {
                let palette = Palette::of(ui);
                heading_ui(ui, Type::Heading, "111 项");
                text_ui(ui, Type::Small, palette.text_weak, "承接的市级审批事项");
                quote_ui(ui, "市级审批事项111项", from_ref(&(18..24)));
                text_ui(ui, Type::Note, palette.text_weak, "第 4 段");
            });
        });
    }
    at(ui, 352.0, 412.0, 584.0, |ui| {
        legend_ui(
            ui,
            &[
                (LegendSign::Mark(Mark::Quarter), "Building"),
                (LegendSign::Bar(Mark::Planned), "Planned, not spent"),
                (LegendSign::MarkAndBar(Mark::Unclear), "Unclear"),
                (LegendSign::Kind(Kind::Editorial), "Our classification"),
                (LegendSign::NotStated, "Not stated"),
            ],
        );
    });
}

fn icons_ui(ui: &mut Ui) {
    let color = Palette::of(ui).text_weak;
    for (index, icon) in Icon::ALL.iter().enumerate() {
        let (column, row) = ((index % 18) as f32, (index / 18) as f32);
        icon.paint(ui.painter(), pos2(368.0 + 32.0 * column, 470.0 + 36.0 * row), 16.0, color);
    }
    for (index, icon) in Icon::ALL.iter().enumerate() {
        icon.paint(ui.painter(), pos2(368.0 + 18.0 * index as f32, 548.0), 12.0, color);
    }
}
