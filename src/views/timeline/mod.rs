//! The timeline: what happened when, on an axis and as a table of the same rows.

pub(in crate::views) mod axis;
pub(in crate::views) mod chart;
pub(in crate::views) mod lanes;

use egui::{Frame, Margin, Rangef, Rect, Sense, Ui, UiBuilder, accesskit, pos2, vec2};

use super::{
    Context, left_out,
    picture::menu_ui,
    record,
    tables::{Cells, TableView, beside_ui, draw_table, empty_ui, sentence_ui, toolbar_ui},
};
use crate::{
    command::{Command, Subject},
    dossier::{Dossier, FigureNr},
    locale::{Lang, tr, tr_args},
    route::{Focus, View},
    sheets::{EventRow, basis_key, event_rows},
    table::{Table, TableError},
    ui::{
        button::{Button, icon_button_ui},
        data_table::{ColumnSpec, FilterKind, RowId, cells::CellLine},
        icons::Icon,
        marks::Mark,
        page::{LegendSign, legend_ui},
        theme::{self, OVERVIEW_SIDE, PAGE_SIDE, Palette},
    },
};
use axis::Axis;
use chart::{Chart, span};
use lanes::Lanes;

/// So many events find room for their labels on two lines.
const FEW: usize = 10;

/// How much the axis can be enlarged.
const MOST_ZOOM: f32 = 64.0;

/// The view's own state.
pub struct TimelineView {
    /// The events as a table.
    pub table: TableView,
    events: Vec<EventRow>,
    /// How many times wider than the window the axis is.
    zoom: f32,
    /// How much of it lies left of the window, in points.
    pan: f32,
}

/// Under this height the table needs the room more than a second line of labels.
const LOW: f32 = 420.0;

impl TimelineView {
    /// The events of a dossier, all in sight.
    ///
    /// # Errors
    ///
    /// If there are more than can be numbered.
    pub fn new(dossier: &Dossier, table: Result<Table, TableError>) -> Result<Self, TableError> {
        Ok(Self { table: TableView::new(View::Timeline, table?), events: event_rows(dossier), zoom: 1.0, pan: 0.0 })
    }

    /// The events, row by row.
    pub fn events(&self) -> &[EventRow] {
        &self.events
    }

    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let Self { table, events, zoom, pan } = self;
        let lang = ctx.lang;
        let record = table.current().and_then(|row| events.get(row)).map(|row| record::event(ctx.dossier, lang, row));
        let inferred = events.iter().filter(|row| row.is_inferred()).count();
        let lede = tr_args(lang, "timeline-lede", &[("count", events.len().into()), ("inferred", inferred.into())]);
        let columns = columns(lang);
        toolbar_ui(ctx, ui, table, &lede, &columns);
        sentence_ui(ctx, ui, table, &columns);
        beside_ui(ctx, ui, table, record.as_ref(), |ctx, ui, table| {
            if left_out::has_any(ctx.dossier) {
                let margin = Margin { left: PAGE_SIDE as i8, right: PAGE_SIDE as i8, top: 4, bottom: 8 };
                Frame::new().inner_margin(margin).show(ui, |ui| left_out::line_ui(ctx, ui, "left-out-timeline"));
            }
            if table.order().is_empty() {
                empty_ui(ctx, ui, table, &columns);
                return;
            }
            if let Some(row) = canvas_ui(ctx, ui, &in_sight(table, events), table.current(), (zoom, pan)) {
                table.reveal(row);
                ctx.send(Command::Select(Focus::Row(row)));
            }
            let cells = EventCells { dossier: ctx.dossier, lang, events };
            draw_table(ctx, ui, table, &columns, &cells, None, |table| table);
        });
    }
}

impl TimelineView {
    /// Draws the whole axis alone, with the events that the query leaves.
    pub(in crate::views) fn picture_ui(&self, ui: &mut Ui, lang: Lang) {
        let shown = in_sight(&self.table, &self.events);
        let x = ui.available_rect_before_wrap().x_range();
        let Some(axis) = Axis::new(shown.iter().filter_map(|(_, row)| span(row)).collect(), x) else { return };
        let chart =
            Chart { lang, events: &shown, axis: &axis, lanes: lanes(shown.len()), has_names: true, selected: None }.with_room(ui, x);
        let (rect, _) = ui.allocate_exact_size(vec2(x.span(), chart.height()), Sense::hover());
        chart.ui(&mut ui.new_child(UiBuilder::new().id_salt("events").max_rect(rect)), rect);
        ui.add_space(8.0);
        key_ui(ui, lang);
    }
}

/// The events that the query leaves, in order of time.
fn in_sight<'a>(table: &TableView, events: &'a [EventRow]) -> Vec<(usize, &'a EventRow)> {
    let order = table.order().iter().map(|row| *row as usize);
    let mut shown: Vec<(usize, &EventRow)> = order.filter_map(|row| Some((row, events.get(row)?))).collect();
    shown.sort_by_key(|(row, _)| *row);
    shown
}

/// A few labels find room on two lines; many need more.
fn lanes(num_events: usize) -> Lanes {
    if num_events <= FEW { Lanes { above: 1, below: 1 } } else { Lanes { above: 3, below: 2 } }
}

/// What the marks on the axis stand for.
fn key_ui(ui: &mut Ui, lang: Lang) {
    let (known, inferred, period) = (tr(lang, "timeline-known"), tr(lang, "basis-inferred"), tr(lang, "timeline-period"));
    let (disc, dashes, bar) = (LegendSign::Mark(Mark::Built), LegendSign::Mark(Mark::Unclear), LegendSign::Bar(Mark::Planned));
    legend_ui(ui, &[(disc, &known), (dashes, &inferred), (bar, &period)]);
}

fn columns(lang: Lang) -> Vec<ColumnSpec> {
    let column = |id: &'static str, key: &str, width: f32| ColumnSpec::new(id, tr(lang, key), width);
    vec![
        column("date", "column-date", 104.0).filter(FilterKind::Range),
        column("name", "column-event", if lang == Lang::Zh { 248.0 } else { 320.0 }),
        column("kind", "column-kind", 88.0).filter(FilterKind::Values),
        column("basis", "column-basis", if lang == Lang::Zh { 120.0 } else { 176.0 }).filter(FilterKind::Values),
        column("text", "column-text", 104.0),
        column("evidence", "column-evidence", 160.0).flexible(),
    ]
}

/// The axis with its tools; returns the event that was clicked.
fn canvas_ui(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    events: &[(usize, &EventRow)],
    selected: Option<usize>,
    (zoom, pan): (&mut f32, &mut f32),
) -> Option<usize> {
    let lang = ctx.lang;
    let spans: Vec<_> = events.iter().filter_map(|(_, row)| span(row)).collect();
    let side = OVERVIEW_SIDE;
    let room = ui.available_rect_before_wrap();
    let inside = Rangef::new(room.left() + side, room.right() - side);
    // The lanes follow from the whole axis, so that nothing jumps up or down while it is enlarged or moved.
    let whole = Axis::new(spans.clone(), inside)?;
    let axis = Axis::new(spans, Rangef::new(inside.min - *pan, inside.min - *pan + inside.span() * *zoom))?;
    let chart = |axis, lanes| Chart { lang, events, axis, lanes, has_names: true, selected };
    // In a low window the table needs the room more.
    let lanes = match room.height() {
        height if height < LOW => lanes(0),
        _ => chart(&whole, lanes(events.len())).with_room(ui, inside).lanes,
    };
    let chart = chart(&axis, lanes);
    let rect = Rect::from_min_size(room.min, vec2(room.width(), chart.height() + 44.0));
    ui.allocate_rect(rect, Sense::hover());
    let canvas = Rect::from_min_max(pos2(inside.min, rect.top() + 8.0), pos2(inside.max, rect.bottom() - 28.0));
    let ground = ui.interact(rect, ui.scope_id().with("canvas"), Sense::DRAG);
    let list = UiBuilder::new().id_salt("events").accessibility_role(accesskit::Role::List);
    let mut child = ui.new_child(list.accessibility_label(tr(lang, "view-timeline")).max_rect(canvas));
    child.set_clip_rect(canvas.expand2(vec2(8.0, 4.0)).intersect(ui.clip_rect()));
    let responses = chart.ui(&mut child, canvas);
    let clicked = responses.iter().find(|(_, response)| response.clicked()).map(|(row, _)| *row);
    move_axis(ui, &ground, inside, (zoom, pan));
    follow_focus(ui, responses.iter().map(|(_, response)| response), inside, pan);
    let tools = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 32.0), pos2(rect.right(), rect.bottom() - 4.0));
    ui.scope_builder(UiBuilder::new().max_rect(tools), |ui| tools_ui(ctx, ui, (inside, rect), (zoom, pan)));
    clicked
}

/// The wheel enlarges around the pointer, dragging moves.
fn move_axis(ui: &Ui, ground: &egui::Response, inside: Rangef, (zoom, pan): (&mut f32, &mut f32)) {
    *pan -= ground.drag_delta().x;
    if let Some(pointer) = ground.hover_pos().filter(|_| ground.contains_pointer()) {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta, input.zoom_delta()));
        *pan -= wheel.x;
        set_zoom((zoom, pan), pinch * (wheel.y * 0.004).exp(), pointer.x - inside.min);
    }
    *pan = pan.clamp(0.0, inside.span() * (*zoom - 1.0));
}

/// Moves the axis so that an event the keyboard comes to is in sight.
fn follow_focus<'a>(ui: &Ui, mut events: impl Iterator<Item = &'a egui::Response>, inside: Rangef, pan: &mut f32) {
    let Some(event) = events.find(|event| event.gained_focus()) else { return };
    let x = event.rect.center().x;
    if !inside.contains(x) {
        *pan += x - inside.center();
        ui.ctx().request_repaint();
    }
}

/// Enlarges by `factor`; what lies at `at` stays there.
fn set_zoom((zoom, pan): (&mut f32, &mut f32), factor: f32, at: f32) {
    let next = (*zoom * factor).clamp(1.0, MOST_ZOOM);
    *pan = (*pan + at) * next / *zoom - at;
    *zoom = next;
}

/// The legend at the left, the buttons at the right.
fn tools_ui(ctx: &mut Context<'_>, ui: &mut Ui, (inside, area): (Rangef, Rect), (zoom, pan): (&mut f32, &mut f32)) {
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.with_layout(layout, |ui| {
        ui.add_space(PAGE_SIDE);
        ui.spacing_mut().item_spacing.x = 4.0;
        let lang = ctx.lang;
        let name = tr_args(lang, "picture-of", &[("name", tr(lang, View::Timeline.name_key()).into_owned().into())]);
        let button = icon_button_ui(ui, Icon::Export, &name, false);
        menu_ui(ctx, ui, &button, area, (Subject::Timeline, &name));
        if Button::plain(&tr(lang, "timeline-fit")).small().ui(ui).clicked() {
            (*zoom, *pan) = (1.0, 0.0);
        }
        let middle = inside.span() / 2.0;
        if icon_button_ui(ui, Icon::Plus, &tr(lang, "timeline-zoom-in"), false).clicked() {
            set_zoom((zoom, pan), 1.5, middle);
        }
        if icon_button_ui(ui, Icon::Minus, &tr(lang, "timeline-zoom-out"), false).clicked() {
            set_zoom((zoom, pan), 1.0 / 1.5, middle);
        }
        *pan = pan.clamp(0.0, inside.span() * (*zoom - 1.0));
        let margin = Margin { left: OVERVIEW_SIDE as i8, ..Margin::ZERO };
        if ui.available_width() > 280.0 {
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                Frame::new().inner_margin(margin).show(ui, |ui| key_ui(ui, lang))
            });
        }
    });
    let (rect, palette) = (ui.max_rect(), Palette::of(ui));
    theme::hline(ui.painter(), rect.x_range(), rect.bottom() + 3.0, palette.hairline);
}

struct EventCells<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    events: &'a [EventRow],
}

impl Cells for EventCells<'_> {
    fn name(&self, row: RowId) -> String {
        self.events.get(row as usize).map(|row| row.date.to_string()).unwrap_or_default()
    }

    fn text(&self, row: RowId, column: &str) -> Option<String> {
        let event = self.events.get(row as usize)?;
        match column {
            "date" => Some(self.name(row)),
            "name" => Some(event.name.get(self.lang).to_owned()),
            "kind" => Some(tr(self.lang, event.kind.name_key()).into_owned()),
            "basis" => Some(tr(self.lang, basis_key(event.moment.basis)).into_owned()),
            "text" => Some(event.moment.text.clone()),
            _ => self.dossier.figure(event.figure?).evidence.first().map(|evidence| evidence.phrase.clone()),
        }
    }

    fn figure(&self, row: RowId, _: &str) -> Option<FigureNr> {
        let event = self.events.get(row as usize)?;
        event.figure.or_else(|| event.counted.first().copied())
    }

    fn tooltip(&self, row: RowId, column: &str) -> Option<FigureNr> {
        if column == "evidence" { self.events.get(row as usize)?.figure } else { None }
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
