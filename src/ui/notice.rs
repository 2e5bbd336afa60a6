//! What stands where a table would: nothing left, or a dossier that has mistakes.

use egui::{Align, Frame, Layout, Margin, Rect, Response, Role, Sense, TextFormat, Ui, pos2, vec2};

use super::{
    look,
    marks::VerdictMark,
    pill::{offer_pill_ui, offer_pill_width},
    text::{heading_ui, paint_at, row_ui},
    theme::{PILL_HEIGHT, Palette, Type, hline},
};

/// A way out of an empty table.
#[derive(Clone, Copy, Debug)]
pub struct WayOut<'a> {
    /// The weak word: drop.
    pub clause: &'a str,
    /// What to drop, and what it brings.
    pub value: &'a str,
}

/// No row is left: which clauses exclude each other, and what to drop; returns the way that was chosen.
pub fn empty_ui(ui: &mut Ui, sentence: &str, ways_out: &[WayOut<'_>]) -> Option<usize> {
    let palette = Palette::of(ui);
    let width = ui.available_width();
    let top = ui.cursor().top();
    let x_range = ui.max_rect().x_range();
    hline(ui.painter(), x_range, top, palette.rule);
    ui.add_space(17.0);

    let mut job = Type::Body.job(sentence, palette.text, width);
    job.halign = Align::Center;
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    paint_at(ui.painter(), pos2(rect.center().x, rect.top()), galley);
    look::name(ui, &response, Role::Label, sentence);

    let chosen = ways_out_ui(ui, ways_out, width);
    ui.add_space(16.0 - ui.spacing().item_spacing.y);
    let (line, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    hline(ui.painter(), x_range, line.top(), palette.rule);
    chosen
}

fn ways_out_ui(ui: &mut Ui, ways_out: &[WayOut<'_>], width: f32) -> Option<usize> {
    let widths = ways_out.iter().map(|way| offer_pill_width(ui, way.clause, way.value) + 8.0).sum::<f32>() - 8.0;
    let mut chosen = None;
    ui.add_space(8.0 - ui.spacing().item_spacing.y);
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    ui.allocate_ui_with_layout(vec2(width, PILL_HEIGHT), layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.add_space(((width - widths) / 2.0).floor().max(0.0));
        for (index, way) in ways_out.iter().enumerate() {
            if offer_pill_ui(ui, way.clause, way.value).clicked() {
                chosen = Some(index);
            }
        }
    });
    chosen
}

/// What is wrong: the count first, then all of it, each with its place.
pub fn error_ui(ui: &mut Ui, title: &str, lines: &[impl AsRef<str>]) -> Response {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.disagree_soft).inner_margin(Margin { left: 17, right: 14, top: 10, bottom: 10 });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        row_ui(ui, Type::Section.line_height(), 8.0, |ui| {
            let (glyph, _) = ui.allocate_exact_size(vec2(12.0, Type::Section.line_height()), Sense::hover());
            VerdictMark::Disagrees.paint(ui.painter(), glyph.center(), 12.0, palette.disagree);
            let galley = Type::Section.galley(ui, title, palette.disagree);
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            paint_at(ui.painter(), rect.min, galley);
            look::name(ui, &response, Role::Alert, title);
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in lines {
            error_line_ui(ui, line.as_ref());
        }
    });
    let rect = shown.response.rect;
    ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 0, palette.disagree);
    shown.response
}

fn error_line_ui(ui: &mut Ui, line: &str) {
    let format = TextFormat { line_height: Some(18.0), ..Type::Small.format(Palette::of(ui).text) };
    let mut job = egui::text::LayoutJob::single_section(line.to_owned(), format);
    job.wrap.max_width = ui.available_width();
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    paint_at(ui.painter(), rect.min, galley);
    look::name(ui, &response, Role::Label, line);
}

/// A heading of the page with a hairline below, as in the record pane.
pub fn ruled_heading_ui(ui: &mut Ui, title: &str) -> Response {
    let response = heading_ui(ui, Type::Heading, title);
    ui.add_space(8.0 - ui.spacing().item_spacing.y);
    let x_range = ui.max_rect().x_range();
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    hline(ui.painter(), x_range, line.top(), Palette::of(ui).hairline);
    response
}
