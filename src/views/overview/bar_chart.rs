//! A chart of bars with labels at the left and numbers at the right; all bars begin at zero.

use egui::{CursorIcon, Rangef, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

use super::chart_rows::{BarRow, ChartRows, End, Look, Segment};
use crate::{
    command::{Command, Subject},
    locale::{Lang, tr, tr_args},
    route::{Focus, Route},
    ui::{
        bars,
        marks::Mark,
        page::{LegendSign, SectionHeading, legend_ui},
        text::{paint_left, paint_right},
        theme::{self, Palette, Type},
        tooltip,
    },
    views::{Context, figure, picture::heading_button_ui},
};

/// Height of a row.
const ROW_HEIGHT: f32 = 21.0;
/// Height of a row whose label takes two lines.
const ROW_HEIGHT_OF_TWO: f32 = 32.0;
/// Room between the labels and the axis.
const LABEL_GAP: f32 = 10.0;
/// How far apart boxes stand, and how wide they are.
const BOX_STEP: f32 = 13.0;
const BOX_WIDTH: f32 = 10.0;
/// Room between the bars and the numbers.
const END_GAP: f32 = 12.0;

/// Draws a chart under its heading; `nr` is its number on the page.
pub(super) fn ui(ctx: &mut Context<'_>, ui: &mut Ui, nr: usize, chart: &ChartRows) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let lang = ctx.lang;
    let heading = ui.available_rect_before_wrap();
    let link = tr(lang, chart.view.name_key());
    let title = SectionHeading { link: &link, has_button: true, ..SectionHeading::new(chart.title.get(lang), chart.measure.get(lang)) };
    let drawn = title.ui(ui);
    if drawn.is_clicked {
        ctx.send(Command::Open(chart.view));
    }
    ui.add_space(6.0);
    body_ui(ctx, ui, chart);
    let area = heading.with_max_y(ui.cursor().top());
    heading_button_ui(ctx, ui, drawn.button, area, (Subject::Chart(nr), chart.title.get(lang)));
}

/// Draws a chart under its title, for a picture.
pub(super) fn titled_ui(ctx: &mut Context<'_>, ui: &mut Ui, chart: &ChartRows) {
    ui.spacing_mut().item_spacing.y = 0.0;
    SectionHeading::new(chart.title.get(ctx.lang), chart.measure.get(ctx.lang)).ui(ui);
    ui.add_space(6.0);
    body_ui(ctx, ui, chart);
}

/// Draws a chart without its heading.
pub(super) fn body_ui(ctx: &mut Context<'_>, ui: &mut Ui, chart: &ChartRows) {
    let lang = ctx.lang;
    let layout = Layout::new(ctx, ui, chart);
    let top = ui.cursor().top();
    list_ui(ctx, ui, chart, layout);
    let axis = Rangef::new(top, ui.cursor().top());
    theme::vline(ui.painter(), layout.lane.min - 1.0, axis, Palette::of(ui).rule);
    key_ui(ui, lang, chart);
}

/// The rows: to a screen reader a list, each row with its number and, where it has several, its parts.
fn list_ui(ctx: &mut Context<'_>, ui: &mut Ui, chart: &ChartRows, layout: Layout) {
    let (lang, count) = (ctx.lang, chart.rows.len());
    let list = UiBuilder::new().id_salt("rows").accessibility_role(accesskit::Role::List).accessibility_label(chart.title.get(lang));
    ui.scope_builder(list, |ui| {
        let told = tr_args(lang, "chart-told", &[("count", count.into())]);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_description(told);
            node.set_size_of_set(count);
        });
        for (nr, row) in chart.rows.iter().enumerate() {
            let name = row_name(ctx, row);
            let item = UiBuilder::new().id_salt(nr).accessibility_role(accesskit::Role::ListItem).accessibility_label(name);
            ui.scope_builder(item, |ui| {
                let parts = row.segments.iter().map(|segment| part_name(ctx, segment)).collect::<Vec<_>>();
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                    node.set_position_in_set(nr);
                    if parts.len() > 1 {
                        node.set_description(parts.join(&tr(lang, "overview-separator")));
                    }
                });
                row_ui(ctx, ui, chart, row, layout);
            });
        }
    });
}

/// What each row says: its label and its number.
pub(super) fn told(ctx: &Context<'_>, chart: &ChartRows) -> Vec<String> {
    chart.rows.iter().map(|row| row_name(ctx, row)).collect()
}

fn row_name(ctx: &Context<'_>, row: &BarRow) -> String {
    format!("{} {}", row.label.get(ctx.lang), end_text(ctx, row))
}

/// What a screen reader says of a part of a bar.
fn part_name(ctx: &Context<'_>, segment: &Segment) -> String {
    segment.figure.map_or_else(|| segment.name.get(ctx.lang).to_owned(), |nr| figure::spoken(ctx.dossier, ctx.lang, nr))
}

/// Where the bars of a chart lie.
#[derive(Clone, Copy)]
struct Layout {
    lane: Rangef,
    right: f32,
    per_value: f32,
    box_step: f32,
}

impl Layout {
    fn new(ctx: &Context<'_>, ui: &Ui, chart: &ChartRows) -> Self {
        let (lang, room) = (ctx.lang, ui.available_rect_before_wrap());
        let width = |text: &str| Type::Control.galley(ui, text, egui::Color32::PLACEHOLDER).size().x;
        let widest = |widths: Vec<f32>| widths.into_iter().fold(0.0, f32::max).ceil();
        let label = widest(chart.rows.iter().map(|row| width(row.label.get(lang))).collect()).min(room.width() * 0.42);
        let end = widest(chart.rows.iter().map(|row| width(&end_text(ctx, row))).collect());
        let lane = Rangef::new(room.left() + label + LABEL_GAP, (room.right() - end - END_GAP).max(room.left() + label + 42.0));
        let boxes = chart.most_boxes as f32;
        let box_step = BOX_STEP.min(lane.span() * 0.6 / boxes.max(1.0));
        let sum = |row: &BarRow| row.segments.iter().map(|segment| segment.to).fold(0.0, f32::max);
        let num_boxes = |row: &BarRow| row.segments.iter().filter(|segment| segment.look.is_box()).count() as f32;
        // The row that fits worst sets the scale of all.
        let scales = chart.rows.iter().filter(|row| sum(row) > 0.0).map(|row| (lane.span() - num_boxes(row) * box_step - 4.0) / sum(row));
        let per_value = scales.fold(lane.span() / chart.most.max(f32::MIN_POSITIVE), f32::min).max(0.0);
        Self { lane, right: room.right(), per_value, box_step }
    }

    fn rect(&self, y: f32, segment: &Segment, box_nr: usize) -> Rect {
        let x = |value: f32| (self.lane.min + value * self.per_value).round();
        let (top, bottom) = (y - bars::CHART_BAR / 2.0, y + bars::CHART_BAR / 2.0);
        if segment.look.is_box() {
            let left = (x(segment.from) + 3.0 + self.box_step * box_nr as f32).round();
            return Rect::from_min_max(pos2(left, top), pos2(left + BOX_WIDTH.min(self.box_step - 2.0), bottom));
        }
        Rect::from_min_max(pos2(x(segment.from), top), pos2(x(segment.to).max(x(segment.from) + bars::SHORTEST), bottom))
    }
}

/// The number at the end of a row; its unit stands in the heading, unless it has another.
fn end_text(ctx: &Context<'_>, row: &BarRow) -> String {
    match &row.end {
        End::Count(text) => text.get(ctx.lang).to_owned(),
        End::Figure(nr) => {
            let figure = ctx.dossier.figure(*nr);
            let Some(parts) = figure.quantity().map(|quantity| quantity.parts(ctx.lang)) else { return figure.display(ctx.lang) };
            let is_usual = parts.unit.is_empty()
                || parts.unit == tr(ctx.lang, "unit-kilometre")
                || figure.quantity().is_some_and(|of| of.unit.dimension == crate::dossier::Dimension::Count);
            let parts = if is_usual { crate::dossier::Parts { unit: String::new(), ..parts } } else { parts };
            parts.to_string()
        }
    }
}

fn row_ui(ctx: &mut Context<'_>, ui: &mut Ui, chart: &ChartRows, row: &BarRow, layout: Layout) {
    let palette = Palette::of(ui);
    let label = label_galley(ui, row.label.get(ctx.lang), layout.lane.min - ui.cursor().left() - LABEL_GAP);
    let height = if label.rows.len() > 1 { ROW_HEIGHT_OF_TWO } else { ROW_HEIGHT };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let y = rect.center().y;
    paint_left(ui.painter(), rect.left(), y, label);
    let mut box_nr = 0;
    for segment in &row.segments {
        let bar = layout.rect(y, segment, box_nr);
        box_nr += usize::from(segment.look.is_box());
        let response = segment_ui(ctx, ui, chart, segment, bar.expand2(vec2(0.0, 5.0)));
        paint(ui, bar, segment.look, response.hovered());
    }
    match &row.end {
        End::Figure(nr) => {
            let text = end_text(ctx, row);
            let end = Rect::from_min_max(pos2(layout.lane.max, rect.top()), pos2(layout.right, rect.bottom()));
            // The bar leads there already: one way is enough for keys and ears.
            let is_said = row.segments.iter().any(|segment| segment.figure == Some(*nr));
            figure::quiet_right_ui(ctx, ui, end, &text, (*nr, is_said));
        }
        End::Count(text) => {
            let galley = Type::Control.galley(ui, text.get(ctx.lang), palette.text_weak);
            paint_right(ui.painter(), layout.right, y, galley);
        }
    }
}

/// The label of a row: where it is too long for one line, in small type on two.
fn label_galley(ui: &Ui, label: &str, width: f32) -> std::sync::Arc<egui::Galley> {
    let color = Palette::of(ui).text;
    let galley = Type::Control.galley(ui, label, color);
    if galley.size().x <= width {
        return galley;
    }
    let mut job = Type::Small.job(label, color, width);
    job.wrap.max_rows = 2;
    job.wrap.overflow_character = Some('…');
    ui.painter().layout_job(job)
}

/// A part of a bar: a figure leads to its sentence, a box to its row.
fn segment_ui(ctx: &mut Context<'_>, ui: &mut Ui, chart: &ChartRows, segment: &Segment, rect: Rect) -> Response {
    if let Some(nr) = segment.figure {
        let remark = segment.remark.as_ref().map_or("", |remark| remark.get(ctx.lang));
        return figure::mark_ui(ctx, ui, rect, nr, remark);
    }
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let name = segment.name.get(ctx.lang);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
    theme::focus_ring_rounded(ui, &response, false, 0);
    if let (true, Some(row)) = (response.clicked(), segment.row) {
        ctx.send(Command::Go(Route { view: chart.view, focus: Focus::Row(row) }));
    }
    tooltip::on_hover_text(response, name)
}

fn paint(ui: &Ui, bar: Rect, look: Look, is_hovered: bool) {
    let (palette, painter) = (Palette::of(ui), ui.painter());
    match look {
        Look::Status(mark) => bars::bar(painter, bar, mark, palette),
        Look::Outside | Look::OtherCurrency => bars::outside_bar(painter, bar, palette),
        Look::NotStated => bars::bar(painter, bar, Mark::Unclear, palette),
    }
    if is_hovered {
        painter.rect_stroke(bar.expand(1.0), theme::BAR_RADIUS, egui::Stroke::new(1.0, palette.text), egui::StrokeKind::Outside);
    }
}

/// What the bars stand for.
fn key_ui(ui: &mut Ui, lang: Lang, chart: &ChartRows) {
    let sign = |look: Look| match look {
        Look::Status(mark) => LegendSign::Bar(mark),
        Look::NotStated => LegendSign::Bar(Mark::Unclear),
        Look::OtherCurrency | Look::Outside => LegendSign::Outside,
    };
    let entries: Vec<(LegendSign, &str)> = chart.key.iter().map(|(look, words)| (sign(*look), words.get(lang))).collect();
    if !entries.is_empty() {
        ui.add_space(3.0);
        legend_ui(ui, &entries);
    }
}
