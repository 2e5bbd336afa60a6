//! The zone at a glance: what and where it is, the figures that matter, charts, dates, checks, and what is not said.
//!
//! Every number and every mark of a chart is a figure: the pointer on it is told of it, a click goes to its sentence.

mod about;
mod bar_chart;
mod blocks;
mod chart_rows;
mod key_figures;

use egui::{Align, Frame, Layout, Margin, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{
    Context, left_out,
    picture::heading_button_ui,
    timeline::{axis::Axis, chart, lanes::Lanes},
};
use crate::{
    command::{Command, Subject},
    dossier::Dossier,
    locale::{Bilingual, Lang, tr, tr_args},
    route::{Focus, Route, View},
    sheets::{EventRow, event_rows},
    ui::{
        page::SectionHeading,
        scroll::{Reach, scroll_ui},
        text::{heading_ui, paint_at, text_ui},
        theme::{self, OVERVIEW_SIDE, Palette, Type},
        tooltip,
    },
};
use chart_rows::ChartRows;

/// Space between two columns.
const COLUMN_GAP: f32 = 32.0;
/// Space between two sections.
const SECTION_GAP: f32 = 20.0;

/// Where the report's own day stands.
const BYLINE: Command = Command::Go(Route { view: View::Article, focus: Focus::Byline });
/// The least room for the title that leaves the source beside it.
const LEAST_TITLE: f32 = 480.0;

/// What the view keeps: all of it follows from the dossier, and the dossier does not change.
pub struct OverviewView {
    charts: Vec<ChartRows>,
    events: Vec<EventRow>,
    num_figures: usize,
}

/// A section of a row of the page.
enum Block<'a> {
    Chart(usize, &'a ChartRows),
    /// A chart without what can be clicked.
    Picture(&'a ChartRows),
    Checks,
    NotStated,
}

impl OverviewView {
    /// The overview of a dossier.
    pub fn new(dossier: &Dossier) -> Self {
        let charts = dossier.overview.charts.iter().map(|chart| ChartRows::new(dossier, chart)).filter(ChartRows::has_rows).collect();
        let held = dossier.figures.iter().filter(|figure| figure.quantity().is_some() || figure.date().is_some()).count();
        // Of figures that stay in their file, words and numbers are not told apart.
        let num_figures = held + dossier.num_figures() - dossier.figures.len();
        Self { charts, events: event_rows(dossier), num_figures }
    }

    /// Title and measure of a chart.
    pub fn chart_title(&self, nr: usize) -> Option<(&Bilingual, &Bilingual)> {
        self.charts.get(nr).map(|chart| (&chart.title, &chart.measure))
    }

    /// The view whose table has the rows of a chart.
    pub fn chart_view(&self, nr: usize) -> View {
        self.charts.get(nr).map_or(View::Overview, |chart| chart.view)
    }

    /// What a chart says, row by row, for who cannot see it.
    pub fn chart_told(&self, ctx: &Context<'_>, nr: usize) -> String {
        self.charts.get(nr).map_or_else(String::new, |chart| bar_chart::told(ctx, chart).join(&tr(ctx.lang, "export-separator")))
    }

    /// Draws a chart alone, without its heading.
    pub fn chart_ui(&self, ctx: &mut Context<'_>, ui: &mut Ui, nr: usize) {
        if let Some(chart) = self.charts.get(nr) {
            bar_chart::body_ui(ctx, ui, chart);
        }
    }

    /// Draws all charts under their titles, two beside each other, for a picture.
    pub fn charts_ui(&self, ctx: &mut Context<'_>, ui: &mut Ui) {
        for pair in self.charts.chunks(2) {
            row_ui(ctx, ui, 2, pair.iter().map(Block::Picture));
            ui.add_space(SECTION_GAP);
        }
    }

    /// Draws the view.
    pub fn ui(&self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let side = if ctx.window_width < theme::NARROW { 24 } else { OVERVIEW_SIDE as i8 };
        let name = tr(ctx.lang, View::Overview.name_key());
        scroll_ui(ui, ScrollArea::vertical().auto_shrink([false, false]), &name, Reach::Page, |ui| {
            Frame::new().inner_margin(Margin { left: side, right: side, top: 20, bottom: 4 }).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                self.head_ui(ctx, ui);
                ui.add_space(12.0);
                key_figures::ui(ctx, ui);
                if left_out::has_any(ctx.dossier) {
                    ui.add_space(12.0);
                    left_out::line_ui(ctx, ui, "left-out-overview");
                }
                ui.add_space(SECTION_GAP);
                self.sections_ui(ctx, ui);
            });
        });
    }

    /// The zone's name, where and what it is; at the right what this is made from.
    fn head_ui(&self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let (dossier, lang, palette) = (ctx.dossier, ctx.lang, Palette::of(ui));
        let names = dossier.meta.bylines.iter().map(|byline| byline.get(lang)).collect::<Vec<_>>().join(&tr(lang, "app-list-separator"));
        let date = match lang {
            Lang::Zh => dossier.meta.date.to_string(),
            Lang::En => dossier.meta.date.format(lang),
        };
        let lines = [
            tr_args(lang, "overview-figures", &[("count", self.num_figures.into())]),
            tr_args(lang, "overview-source", &[("date", date.into()), ("bylines", names.into())]),
        ];
        let told = lines.join(&tr(lang, "overview-separator"));
        let galleys = lines.each_ref().map(|line| Type::Small.galley(ui, line.as_str(), palette.text_weak));
        let width = galleys.iter().map(|galley| galley.size().x).fold(0.0, f32::max);
        let (right, top) = (ui.max_rect().right(), ui.cursor().top());
        let room = ui.available_width() - width - 24.0;
        let is_beside = room > LEAST_TITLE;
        let title = vec2(if is_beside { room } else { ui.available_width() }, 0.0);
        let name = dossier.meta.place.get(lang);
        let place = title_type(ui, name, title.x);
        ui.allocate_ui_with_layout(title, Layout::top_down(Align::Min), |ui| heading_ui(ui, place, name));
        ui.add_space(4.0);
        about::ui(ctx, ui);
        if !is_beside {
            ui.add_space(4.0);
            for line in &lines {
                text_ui(ui, Type::Small, palette.text_weak, line);
            }
            return;
        }
        let rect = Rect::from_min_max(pos2(right - width, top), pos2(right, top + 36.0));
        let response = ui.interact(rect, ui.scope_id().with("source"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
        for (galley, y) in galleys.into_iter().zip([top, top + 18.0]) {
            paint_at(ui.painter(), pos2(right - galley.size().x, y), galley);
        }
    }

    /// The charts, the dates between them, and what was checked and is not said.
    fn sections_ui(&self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let width = ui.available_width();
        let num_columns = if width >= 880.0 {
            3
        } else if width >= 560.0 {
            2
        } else {
            1
        };
        // Two charts fill a wide page as well as three do.
        let num_columns = num_columns.min(self.charts.len().max(2));
        let num_above = if num_columns == 2 { self.charts.len() - self.charts.len() % 2 } else { num_columns.min(self.charts.len()) };
        let charts: Vec<(usize, &ChartRows)> = self.charts.iter().enumerate().collect();
        let (above, below) = charts.split_at(num_above);
        for row in above.chunks(num_columns) {
            row_ui(ctx, ui, num_columns, row.iter().map(|(nr, chart)| Block::Chart(*nr, chart)));
            ui.add_space(SECTION_GAP);
        }
        self.dates_ui(ctx, ui);
        let blocks: Vec<Block<'_>> =
            below.iter().map(|(nr, chart)| Block::Chart(*nr, chart)).chain([Block::Checks, Block::NotStated]).collect();
        let mut blocks = blocks.into_iter().peekable();
        while blocks.peek().is_some() {
            row_ui(ctx, ui, num_columns, blocks.by_ref().take(num_columns));
            if blocks.peek().is_some() {
                ui.add_space(SECTION_GAP);
            }
        }
    }

    /// The timeline as a strip.
    fn dates_ui(&self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let lang = ctx.lang;
        let x = ui.available_rect_before_wrap().x_range();
        let events: Vec<(usize, &EventRow)> = self.events.iter().enumerate().collect();
        let Some(axis) = Axis::new(self.events.iter().filter_map(chart::span).collect(), x) else { return };
        let heading = ui.available_rect_before_wrap();
        let title = tr(lang, "view-timeline");
        let all = tr(lang, "overview-all");
        let drawn = SectionHeading { link: &all, has_button: true, ..SectionHeading::new(&title, "") }.ui(ui);
        if drawn.is_clicked {
            ctx.send(Command::Open(View::Timeline));
        }
        ui.add_space(4.0);
        let lanes = Lanes { above: 1, below: 1 };
        let chart = chart::Chart { lang, events: &events, axis: &axis, whole: &axis, lanes, selected: None }.with_room(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(x.span(), chart.height()), egui::Sense::hover());
        for (nr, response) in chart.ui(ui, rect) {
            let Some(event) = self.events.get(nr) else { continue };
            if response.clicked() {
                ctx.send(event.told().map_or(BYLINE, Command::ShowSentence));
            }
            tooltip::on_hover_ui(response, |ui| chart::event_note_ui(ui, ctx.dossier, lang, event));
        }
        heading_button_ui(ctx, ui, drawn.button, heading.with_max_y(rect.bottom()), (Subject::Timeline, &title));
        ui.add_space(SECTION_GAP - 6.0);
    }
}

/// The largest type in which no word of a name has to be broken.
fn title_type(ui: &Ui, name: &str, width: f32) -> Type {
    let is_whole = |place: &Type| {
        let words = name.split(' ').map(|word| place.galley(ui, word, Palette::of(ui).text).size().x);
        words.fold(0.0, f32::max) <= width || !name.contains(' ')
    };
    [Type::Title, Type::Heading].into_iter().find(is_whole).unwrap_or(Type::Section)
}

/// Some sections beside each other, as high as the highest.
fn row_ui<'a>(ctx: &mut Context<'_>, ui: &mut Ui, num_columns: usize, blocks: impl Iterator<Item = Block<'a>>) {
    let width = (ui.available_width() - COLUMN_GAP * (num_columns - 1) as f32) / num_columns as f32;
    let (origin, mut height) = (ui.cursor().min, 0.0_f32);
    for (nr, block) in blocks.enumerate() {
        let left = (origin.x + (width + COLUMN_GAP) * nr as f32).round();
        let rect = Rect::from_min_size(pos2(left, origin.y), vec2(width.floor(), f32::INFINITY));
        let mut column = ui.new_child(UiBuilder::new().id_salt(("column", nr)).max_rect(rect));
        match block {
            Block::Chart(nr, chart) => bar_chart::ui(ctx, &mut column, nr, chart),
            Block::Picture(chart) => bar_chart::titled_ui(ctx, &mut column, chart),
            Block::Checks => blocks::checks_ui(ctx, &mut column),
            Block::NotStated => blocks::not_stated_ui(ctx, &mut column),
        }
        height = height.max(column.min_rect().height());
    }
    ui.allocate_space(vec2(ui.available_width(), height));
}
