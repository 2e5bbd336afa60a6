//! The axis with its tools: enlarged by the wheel and by buttons, moved by dragging and by the keyboard.

use egui::{Frame, Id, Margin, Rangef, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};

use super::{
    axis::Axis,
    chart::{Chart, event_note_ui, span},
    lanes::Lanes,
};
use crate::{
    command::Subject,
    locale::{Lang, tr, tr_args},
    route::View,
    sheets::EventRow,
    ui::{
        button::{Button, icon_button_ui},
        icons::Icon,
        marks::Mark,
        page::{LegendSign, at_right_ui, legend_ui},
        theme::{self, OVERVIEW_SIDE, PAGE_SIDE, Palette},
        tooltip,
    },
    views::{Context, picture::menu_ui},
};

/// So many events find room for their labels on two lines.
const FEW: usize = 10;
/// How much the axis can be enlarged, and by how much a click does.
const MOST_ZOOM: f32 = 64.0;
const ZOOM_STEP: f32 = 1.5;
/// Under this height the table needs the room more than a second line of labels.
const LOW: f32 = 420.0;
/// Room over the chart, and the height of the tools below it.
const ABOVE: f32 = 8.0;
const TOOLS_HEIGHT: f32 = 36.0;
/// The least width that has room for the legend beside the tools.
const LEAST_KEY: f32 = 280.0;

/// What of the axis is in sight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// How many times wider than the window the axis is.
    zoom: f32,
    /// How much of it lies left of the window, in points.
    pan: f32,
}

impl Default for Place {
    /// All of it.
    fn default() -> Self {
        Self { zoom: 1.0, pan: 0.0 }
    }
}

impl Place {
    /// Enlarges by `factor`; what lies at `at` stays there.
    fn enlarge(&mut self, factor: f32, at: f32) {
        let next = (self.zoom * factor).clamp(1.0, MOST_ZOOM);
        self.pan = (self.pan + at) * next / self.zoom - at;
        self.zoom = next;
    }

    /// Keeps the axis in a window of `width` points.
    fn clamp(&mut self, width: f32) {
        self.pan = self.pan.clamp(0.0, width * (self.zoom - 1.0));
    }

    /// Where the whole axis lies.
    fn axis(self, inside: Rangef) -> Rangef {
        let left = inside.min - self.pan;
        Rangef::new(left, left + inside.span() * self.zoom)
    }
}

/// The events on their axis, above their table.
pub(super) struct Canvas<'a> {
    /// Those that the query leaves, in order of time.
    pub(super) events: &'a [(usize, &'a EventRow)],
    /// The one whose record is open.
    pub(super) selected: Option<usize>,
}

impl Canvas<'_> {
    /// How high it will be.
    pub(super) fn height(&self, ctx: &Context<'_>, ui: &Ui) -> f32 {
        let Some(whole) = self.whole(inside(ui)) else { return 0.0 };
        self.chart(ctx, ui, &whole, &whole).height() + ABOVE + TOOLS_HEIGHT
    }

    /// Draws it; returns the event that was clicked. On a page that scrolls the wheel is the page's.
    pub(super) fn ui(&self, ctx: &mut Context<'_>, ui: &mut Ui, place: &mut Place, is_page: bool) -> Option<usize> {
        let inside = inside(ui);
        let whole = self.whole(inside)?;
        place.clamp(inside.span());
        let axis = Axis::new(self.spans(), place.axis(inside))?;
        let chart = self.chart(ctx, ui, &whole, &axis);
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), chart.height() + ABOVE + TOOLS_HEIGHT));
        ui.allocate_rect(rect, Sense::hover());
        let canvas = Rect::from_x_y_ranges(inside, Rangef::new(rect.top() + ABOVE, rect.bottom() - TOOLS_HEIGHT));
        let ground = ui.interact(rect, Id::unique("timeline-canvas"), Sense::DRAG);
        let mut child = ui.new_child(UiBuilder::new().id_salt("canvas").max_rect(canvas));
        child.set_clip_rect(rect.with_max_y(canvas.bottom()).intersect(ui.clip_rect()));
        let responses = chart.ui(&mut child, canvas);
        move_axis(ui, &ground, inside, place, is_page);
        follow_focus(ui, responses.iter().map(|(_, response)| response), inside, place);
        let mut clicked = None;
        for (row, response) in responses {
            clicked = clicked.or_else(|| response.clicked().then_some(row));
            if let Some((_, event)) = self.events.iter().find(|(nr, _)| *nr == row) {
                tooltip::on_hover_ui(response, |ui| event_note_ui(ui, ctx.dossier, ctx.lang, event));
            }
        }
        let tools = Rect::from_min_max(pos2(rect.left(), canvas.bottom()), rect.max);
        tools_ui(ctx, ui, (tools, rect), inside, place);
        clicked
    }

    fn spans(&self) -> Vec<(jiff::civil::Date, jiff::civil::Date)> {
        self.events.iter().filter_map(|(_, row)| span(row)).collect()
    }

    /// The axis with all events in sight.
    fn whole(&self, inside: Rangef) -> Option<Axis> {
        Axis::new(self.spans(), inside)
    }

    fn chart<'c>(&'c self, ctx: &Context<'_>, ui: &Ui, whole: &'c Axis, axis: &'c Axis) -> Chart<'c> {
        let chart = |lanes| Chart { lang: ctx.lang, events: self.events, axis, whole, lanes, selected: self.selected };
        // In a low window the table needs the room more.
        if ui.clip_rect().height() < LOW { chart(lanes(0)) } else { chart(lanes(self.events.len())).with_room(ui) }
    }
}

/// Where the axis may lie.
fn inside(ui: &Ui) -> Rangef {
    let room = ui.available_rect_before_wrap();
    Rangef::new(room.left() + OVERVIEW_SIDE, (room.right() - OVERVIEW_SIDE).max(room.left() + OVERVIEW_SIDE + 1.0))
}

/// A few labels find room on two lines; many need more.
pub(super) fn lanes(num_events: usize) -> Lanes {
    if num_events <= FEW { Lanes { above: 1, below: 1 } } else { Lanes { above: 3, below: 2 } }
}

/// What the marks on the axis stand for.
pub(super) fn key_ui(ui: &mut Ui, lang: Lang) {
    let (known, inferred, period) = (tr(lang, "timeline-known"), tr(lang, "basis-inferred"), tr(lang, "timeline-period"));
    let (disc, dashes, bar) = (LegendSign::Mark(Mark::Built), LegendSign::Mark(Mark::Unclear), LegendSign::Bar(Mark::Planned));
    legend_ui(ui, &[(disc, &known), (dashes, &inferred), (bar, &period)]);
}

/// The wheel enlarges around the pointer, dragging moves.
fn move_axis(ui: &Ui, ground: &Response, inside: Rangef, place: &mut Place, is_page: bool) {
    place.pan -= ground.drag_delta().x;
    if let Some(pointer) = ground.hover_pos().filter(|_| ground.contains_pointer()) {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        place.pan -= wheel.x;
        let turned = if is_page { 0.0 } else { wheel.y };
        place.enlarge(pinch * (turned * 0.004).exp(), pointer.x - inside.min);
    }
    place.clamp(inside.span());
}

/// Moves the axis so that an event the keyboard comes to is in sight.
fn follow_focus<'a>(ui: &Ui, mut events: impl Iterator<Item = &'a Response>, inside: Rangef, place: &mut Place) {
    let Some(event) = events.find(|event| event.gained_focus()) else { return };
    let x = event.rect.x_range();
    if x.max < inside.min || x.min > inside.max {
        place.pan += event.rect.center().x - inside.center();
        ui.ctx().request_repaint();
    }
}

/// The legend at the left, the buttons at the right.
fn tools_ui(ctx: &mut Context<'_>, ui: &mut Ui, (tools, area): (Rect, Rect), inside: Rangef, place: &mut Place) {
    let lang = ctx.lang;
    let line = tools.shrink2(vec2(0.0, 4.0)).with_max_x(tools.right() - PAGE_SIDE);
    let width = at_right_ui(ui, Id::unique("timeline-tools"), line, |ui| {
        let middle = inside.span() / 2.0;
        if icon_button_ui(ui, Icon::Minus, &tr(lang, "timeline-zoom-out"), false).clicked() {
            place.enlarge(1.0 / ZOOM_STEP, middle);
        }
        if icon_button_ui(ui, Icon::Plus, &tr(lang, "timeline-zoom-in"), false).clicked() {
            place.enlarge(ZOOM_STEP, middle);
        }
        if Button::plain(&tr(lang, "timeline-fit")).small().ui(ui).clicked() {
            *place = Place::default();
        }
        let name = tr_args(lang, "picture-of", &[("name", tr(lang, View::Timeline.name_key()).into_owned().into())]);
        let button = icon_button_ui(ui, Icon::Export, &name, false);
        menu_ui(ctx, ui, &button, area, (Subject::Timeline, &name));
    });
    let key = line.with_min_x(tools.left() + OVERVIEW_SIDE).with_max_x(line.right() - width - PAGE_SIDE);
    if key.width() > LEAST_KEY {
        let mut key_at = ui.new_child(UiBuilder::new().id_salt("key").max_rect(key));
        Frame::new().inner_margin(Margin { top: 4, ..Margin::ZERO }).show(&mut key_at, |ui| key_ui(ui, lang));
    }
    theme::hline(ui.painter(), tools.x_range(), tools.bottom() - 1.0, Palette::of(ui).hairline);
}
