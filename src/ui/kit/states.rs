//! Components in all their states, as the design's picture of the kit shows them.

use egui::{Rect, Ui, pos2, vec2};

use super::{FOCUS, HOVER, PRESSED, REST, SELECTED, at, heading, looking, small};
use crate::ui::{
    bars::{self, CHART_BAR},
    button::Button,
    figure_link::FigureLink,
    icons::Icon,
    marks::{Kind, Mark, VerdictMark},
    notice::{WayOut, empty_ui, error_ui},
    number::NOT_STATED,
    pill::pill_ui,
    popover::popover_frame,
    search_field::{SearchField, search_field_ui},
    sidebar::{SidebarItem, sidebar_item_ui},
    text::{mark_ui, row_ui, text_ui, verdict_ui},
    theme::{self, Palette, Type},
    tick_row::{TickRow, tick_row_ui},
    tooltip::{FigureNote, figure_note_ui, tooltip_frame},
};

/// The page of states.
pub(super) fn page_ui(ui: &mut Ui) {
    figures_ui(ui);
    statuses_ui(ui);
    verdicts_ui(ui);
    controls_ui(ui);
    facets_ui(ui);
    notices_ui(ui);
}

fn figures_ui(ui: &mut Ui) {
    heading(ui, 32.0, 24.0, 400.0, "Figures");
    for (column, name) in ["Rest", "Hover", "Focus", "Disabled"].iter().enumerate() {
        small(ui, 120.0 + 88.0 * column as f32, 67.0, name);
    }
    let rows = [("Stated", "20 km", Kind::Stated), ("Computed", "37.8%", Kind::Computed), ("Editorial", "Metals", Kind::Editorial)];
    for (row, (name, text, kind)) in rows.into_iter().enumerate() {
        let y = 93.0 + 28.0 * row as f32;
        small(ui, 32.0, y + 2.0, name);
        for (column, look) in [REST, HOVER, FOCUS, REST].into_iter().enumerate() {
            at(ui, 120.0 + 88.0 * column as f32, y, 80.0, |ui| {
                ui.add_enabled_ui(column < 3, |ui| looking(look, || FigureLink::new(text, kind).ui(ui)));
            });
        }
    }
}

fn statuses_ui(ui: &mut Ui) {
    heading(ui, 32.0, 193.0, 400.0, "Status");
    let words = ["Planned", "Building", "Trial run", "Built", "Potential", "Target", "Forecast", "Unclear"];
    for (index, (mark, word)) in Mark::ALL.into_iter().zip(words).enumerate() {
        let (x, y) = (32.0 + 200.0 * (index % 2) as f32, 234.0 + 28.0 * (index / 2) as f32);
        at(ui, x, y, 12.0, |ui| mark_ui(ui, mark, 12.0, word));
        let color = Palette::of(ui).text;
        at(ui, x + 24.0, y, 150.0, |ui| text_ui(ui, Type::Body, color, word));
    }
    let shown = [Mark::Planned, Mark::Built, Mark::Unclear, Mark::Target, Mark::Trial];
    for (index, (mark, word)) in shown.into_iter().zip(["Planned", "Built", "Unclear", "Target", "Trial run"]).enumerate() {
        let x = 32.0 + 84.0 * index as f32;
        let rect = Rect::from_min_size(pos2(x, 350.0), vec2(if index < 4 { 72.0 } else { 64.0 }, CHART_BAR));
        bars::bar(ui.painter(), rect, mark, Palette::of(ui));
        small(ui, x, 361.0, word);
    }
}

fn verdicts_ui(ui: &mut Ui) {
    heading(ui, 32.0, 396.0, 400.0, "Verdicts");
    let words = ["Agrees", "Agrees within rounding", "Bound only", "Disagrees", "Not comparable"];
    for (row, (verdict, word)) in VerdictMark::ALL.into_iter().zip(words).enumerate() {
        at(ui, 32.0, 435.0 + 26.0 * row as f32, 300.0, |ui| verdict_ui(ui, verdict, word));
    }
    heading(ui, 32.0, 579.0, 400.0, "Qualifiers and absence");
    at(ui, 32.0, 620.0, 400.0, |ui| {
        row_ui(ui, 20.0, 20.0, |ui| {
            for (text, mark) in [("10+", None), ("≤ 10 days", None), ("≤ 5 days", Some(Mark::Target)), ("≥ 3", None)] {
                FigureLink::new(text, Kind::Stated).mark(mark).ui(ui);
            }
            let faint = Palette::of(ui).text_faint;
            text_ui(ui, Type::Body, faint, NOT_STATED);
        });
    });
    for (step, color) in Palette::of(ui).ramp.into_iter().enumerate() {
        ui.painter().rect_filled(Rect::from_min_size(pos2(32.0 + 32.0 * step as f32, 652.0), vec2(32.0, 16.0)), 0, color);
    }
    small(ui, 204.0, 652.0, "Ramp, low to high");
}

fn controls_ui(ui: &mut Ui) {
    heading(ui, 464.0, 185.0, 376.0, "Pill and button");
    at(ui, 464.0, 222.0, 376.0, |ui| {
        row_ui(ui, 24.0, 8.0, |ui| {
            for look in [REST, HOVER, FOCUS] {
                looking(look, || pill_ui(ui, "is", "Building", "Drop", f32::INFINITY));
            }
        });
    });
    at(ui, 464.0, 258.0, 400.0, |ui| {
        row_ui(ui, 28.0, 7.0, |ui| {
            for (name, look) in [("Rest", REST), ("Hover", HOVER), ("Pressed", PRESSED), ("Focus", FOCUS)] {
                looking(look, || Button::edge(name).ui(ui));
            }
            ui.add_enabled_ui(false, |ui| Button::edge("Disabled").ui(ui));
            Button::filled("Done").ui(ui);
        });
    });
    heading(ui, 464.0, 306.0, 376.0, "Sidebar item");
    let ground = Palette::of(ui).window;
    ui.painter().rect_filled(Rect::from_min_size(pos2(464.0, 343.0), vec2(376.0, 84.0)), 0, ground);
    let states = [("Rest", REST), ("Hover", HOVER), ("Selected", SELECTED), ("Focus", FOCUS)];
    for (index, (name, look)) in states.into_iter().enumerate() {
        let (x, y) = (464.0 + 192.0 * (index % 2) as f32, 351.0 + 36.0 * (index / 2) as f32);
        at(ui, x, y, 184.0, |ui| {
            looking(look, || sidebar_item_ui(ui, SidebarItem { icon: Icon::Projects, name, count: "14", is_selected: false }, ""));
        });
    }
}

fn facets_ui(ui: &mut Ui) {
    heading(ui, 872.0, 24.0, 376.0, "Facet list");
    at(ui, 872.0, 61.0, 264.0, |ui| {
        popover_frame(Palette::of(ui)).show(ui, |ui| {
            ui.set_width(262.0);
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            let mut text = String::new();
            at(ui, 885.0, 74.0, 240.0, |ui| {
                let field = SearchField { name: "Search", hint: "", keys: "", clear: "Clear", width: 238.0 };
                looking(FOCUS, || search_field_ui(ui, &mut text, field));
            });
            ui.add_space(8.0);
            let rows = [
                ("Building", Some(Mark::Quarter), "5", true),
                ("Trial run", Some(Mark::Trial), "3", true),
                ("Landed", Some(Mark::Planned), "5", false),
                ("Running", Some(Mark::Built), "1", false),
                ("Not stated", None, "0", false),
            ];
            for (name, mark, count, is_ticked) in rows {
                tick_row_ui(ui, TickRow { name, mark, has_marks: true, count, is_ticked, is_faint: mark.is_none() });
            }
            ui.add_space(8.0);
            theme::hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), Palette::of(ui).hairline);
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                ui.add_space(16.0);
                let color = Palette::of(ui).text_weak;
                text_ui(ui, Type::Small, color, "Leaves 8 rows");
                ui.add_space(36.0);
                Button::plain("Clear").ui(ui);
                Button::filled("Done").ui(ui);
            });
        });
    });
}

fn notices_ui(ui: &mut Ui) {
    heading(ui, 872.0, 324.0, 376.0, "Tooltip");
    at(ui, 872.0, 361.0, 264.0, |ui| {
        tooltip_frame(Palette::of(ui)).show(ui, |ui| {
            ui.set_width(238.0);
            let status = Some((Mark::Planned, "Planned"));
            let note =
                FigureNote { value: "52.91 km", status, other_unit: "", phrase: "园区道路52.91公里", place: "Services, paragraph 2" };
            figure_note_ui(ui, note);
        });
    });
    heading(ui, 872.0, 459.0, 376.0, "Empty");
    at(ui, 872.0, 496.0, 376.0, |ui| {
        let ways = [("Drop", "Running, +1 row"), ("Drop", "< 100 m, +1 row")].map(|(clause, value)| WayOut { clause, value });
        empty_ui(ui, "No project is both Running and under CNY 100 million", &ways);
    });
    heading(ui, 872.0, 602.0, 376.0, "Error");
    at(ui, 872.0, 639.0, 376.0, |ui| {
        let lines = ["projects.json, /3/investment: found \"1,8亿\"", "article.zh.md, line 41: 110 is not approvals/powers"];
        error_ui(ui, "2 mistakes in this dossier", &lines);
    });
}
