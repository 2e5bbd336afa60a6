//! The timeline: what happened when, on an axis and as a table of the same rows.

pub(in crate::views) mod axis;
mod canvas;
pub(in crate::views) mod chart;
pub(in crate::views) mod lanes;
mod paint;
mod periods;

use egui::{Frame, Margin, ScrollArea, Sense, Ui, vec2};

use super::{
    Context, left_out, record,
    tables::{Cells, Foot, Page, TableView, around_ui, block_ui, least_height, spec, status_line_ui, table_ui},
};
use crate::{
    command::Command,
    dossier::{Dossier, FigureNr},
    locale::{Lang, tr, tr_args},
    route::{Focus, View},
    sheets::{EventRow, Head, Reader, Said, event_rows},
    table::{Table, TableError},
    ui::{
        data_table::{ColumnSpec, FilterKind, RowId, cells::CellLine},
        marks::Mark,
        theme::{self, PAGE_SIDE},
    },
};
use axis::Axis;
use canvas::{Canvas, Place, key_ui, lanes};
use chart::{Chart, span};

/// The view's own state.
pub struct TimelineView {
    /// The events as a table.
    pub table: TableView,
    events: Vec<EventRow>,
    /// What of the axis is in sight.
    place: Place,
}

impl TimelineView {
    /// The events of a dossier, all in sight.
    ///
    /// # Errors
    ///
    /// If there are more than can be numbered.
    pub fn new(dossier: &Dossier, table: Result<Table, TableError>) -> Result<Self, TableError> {
        Ok(Self { table: TableView::new(View::Timeline, table?), events: event_rows(dossier), place: Place::default() })
    }

    /// The events, row by row.
    pub fn events(&self) -> &[EventRow] {
        &self.events
    }

    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let Self { table, events, place } = self;
        let lang = ctx.lang;
        let record = table.current().and_then(|row| events.get(row)).map(|row| record::event(ctx.dossier, lang, row));
        let inferred = events.iter().filter(|row| row.is_inferred()).count();
        let cells = EventCells { reader: ctx.reader(), events };
        let page = Page {
            lede: &tr_args(lang, "timeline-lede", &[("count", events.len().into()), ("inferred", inferred.into())]),
            columns: &columns(&ctx.reader()),
            cells: &cells,
            items: None,
            record: record.as_ref(),
            legend: &[],
            bar_column: None,
            totals: None,
            foot: Foot::Notes(Vec::new()),
        };
        around_ui(ctx, ui, table, &page, |ctx, ui, table| {
            if left_out::has_any(ctx.dossier) {
                let margin = Margin { left: PAGE_SIDE as i8, right: PAGE_SIDE as i8, top: 4, bottom: 8 };
                Frame::new().inner_margin(margin).show(ui, |ui| left_out::line_ui(ctx, ui, "left-out-timeline"));
            }
            let shown = in_sight(table, events);
            let canvas = Canvas { events: &shown, selected: table.current() };
            let least = canvas.height(ctx, ui) + least_height(ctx.window_width < theme::NARROW);
            let mut canvas_ui = |ctx: &mut Context<'_>, ui: &mut Ui, is_page: bool| canvas.ui(ctx, ui, place, is_page);
            let clicked = if ui.available_height() < least {
                page_ui(ctx, ui, table, &page, &mut canvas_ui)
            } else {
                let clicked = canvas_ui(ctx, ui, false);
                table_ui(ctx, ui, table, &page);
                clicked
            };
            if let Some(row) = clicked {
                table.reveal(row);
                ctx.send(Command::Select(Focus::Row(row)));
            }
        });
    }

    /// What the axis says, date by date, for who cannot see it.
    pub(in crate::views) fn told(&self, lang: Lang) -> String {
        let told = self.events.iter().map(|row| format!("{} {}", row.date, row.name.get(lang)));
        told.collect::<Vec<_>>().join(&tr(lang, "export-separator"))
    }

    /// Draws the whole axis alone, with the events that the query leaves.
    pub(in crate::views) fn picture_ui(&self, ui: &mut Ui, lang: Lang) {
        let shown = in_sight(&self.table, &self.events);
        let x = ui.available_rect_before_wrap().x_range();
        let Some(axis) = Axis::new(shown.iter().filter_map(|(_, row)| span(row)).collect(), x) else { return };
        let chart = Chart { lang, events: &shown, axis: &axis, whole: &axis, lanes: lanes(shown.len()), selected: None }.with_room(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(x.span(), chart.height()), Sense::hover());
        chart.ui(ui, rect);
        ui.add_space(8.0);
        key_ui(ui, lang);
    }
}

/// Axis and table on one page that scrolls, in a window too low for both.
fn page_ui(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    table: &mut TableView,
    page: &Page<'_, EventCells<'_>>,
    canvas_ui: impl FnOnce(&mut Context<'_>, &mut Ui, bool) -> Option<usize>,
) -> Option<usize> {
    status_line_ui(ctx, ui, table, page);
    let scrolled = ScrollArea::vertical().id_salt("timeline").auto_shrink([false, false]).show(ui, |ui| {
        let clicked = canvas_ui(ctx, ui, true);
        Frame::new().inner_margin(Margin::symmetric(16, 0)).show(ui, |ui| block_ui(ctx, ui, table, page));
        clicked
    });
    scrolled.inner
}

/// The events that the query leaves, in order of time.
fn in_sight<'a>(table: &TableView, events: &'a [EventRow]) -> Vec<(usize, &'a EventRow)> {
    let order = table.order().iter().map(|row| *row as usize);
    let mut shown: Vec<(usize, &EventRow)> = order.filter_map(|row| Some((row, events.get(row)?))).collect();
    shown.sort_by_key(|(row, _)| *row);
    shown
}

fn columns(reader: &Reader<'_>) -> Vec<ColumnSpec> {
    let is_zh = reader.lang == Lang::Zh;
    let column = |head: Head| match head.id {
        "name" => spec(head, if is_zh { 248.0 } else { 320.0 }),
        "kind" => spec(head, 88.0).filter(FilterKind::Values),
        "basis" => spec(head, if is_zh { 120.0 } else { 176.0 }).filter(FilterKind::Values),
        "evidence" => spec(head, 160.0).flexible(),
        _ => spec(head, 104.0),
    };
    reader.heads(View::Timeline).into_iter().map(column).collect()
}

struct EventCells<'a> {
    reader: Reader<'a>,
    events: &'a [EventRow],
}

impl Cells for EventCells<'_> {
    fn name(&self, row: RowId) -> String {
        self.events.get(row as usize).map(|row| row.date.to_string()).unwrap_or_default()
    }

    fn said(&self, row: RowId, column: &str) -> Option<Said<'_>> {
        self.reader.event(self.events.get(row as usize)?, column)
    }

    fn row_figure(&self, row: RowId) -> Option<FigureNr> {
        self.events.get(row as usize)?.told()
    }

    fn paint(&self, line: &mut CellLine<'_>, row: RowId, column: &str) {
        let (Some(event), Some(text)) = (self.events.get(row as usize), self.text(row, column)) else { return };
        match column {
            "date" | "name" => _ = line.text(&text),
            "basis" if event.is_inferred() => _ = line.sized_mark(Mark::Unclear, 8.0, 6.0).small(&text),
            _ => _ = line.small(&text),
        }
    }
}
