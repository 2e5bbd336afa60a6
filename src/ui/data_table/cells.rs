//! What stands in a cell, painted from left to right on one line.
//!
//! Painted, not made of widgets: the cell has its accessible name from the table, and a label would take the row's
//! clicks. Whatever does not fit is cut with `…`.

use std::ops::Range;

use egui::{Align, Color32, Galley, Pos2, Rangef, Rect, Ui, UiBuilder, Vec2, pos2, text::CCursor, vec2};

use super::{
    super::{
        marks::{Kind, Mark},
        number::{NOT_STATED, NumberParts, NumberSlots, digits, paint_number},
        text::paint_at,
        theme::{CELL_SIDE, Palette, ROW_HEIGHT, Type},
    },
    CellContext,
};

/// Between a mark and its word.
const MARK_GAP: f32 = 6.0;

/// The room that a bar has where it may choose, and the least for one at all.
const LANE: f32 = 120.0;
const LEAST_LANE: f32 = 32.0;

/// Lines of two sizes centred on each other have their baselines apart by this share of the difference in size.
const BASELINE_SHARE: f32 = 0.296;

/// The type of a cell's text.
pub fn body_type(is_compact: bool) -> Type {
    if is_compact { Type::Control } else { Type::Body }
}

/// How wide a cell has to be for all that `paint` puts into it; nothing is painted.
pub fn width(ui: &mut Ui, paint: impl FnOnce(&mut Ui)) -> f32 {
    let place = Rect::from_min_size(ui.max_rect().min, Vec2::new(10_000.0, ROW_HEIGHT));
    let mut cell = ui.new_child(UiBuilder::new().id_salt("width").max_rect(place).sizing_pass().invisible());
    paint(&mut cell);
    (cell.min_rect().right() - place.left() + CELL_SIDE).ceil()
}

/// Finds the bytes of a text that are to be marked.
pub type Marker<'a> = &'a dyn Fn(&str) -> Vec<Range<usize>>;

/// One line of a cell, painted from left to right.
pub struct CellLine<'a> {
    ui: &'a mut Ui,
    palette: &'static Palette,
    cell: CellContext,
    /// The cell without its sides.
    rect: Rect,
    /// Where the next part begins.
    x: f32,
    /// Which parts of a text to mark.
    marks: Option<Marker<'a>>,
}

impl<'a> CellLine<'a> {
    /// Begins at the left of a cell.
    pub fn new(ui: &'a mut Ui, cell: &CellContext) -> Self {
        let rect = ui.max_rect().shrink2(vec2(CELL_SIDE, 0.0));
        Self { palette: Palette::of(ui), cell: *cell, x: rect.left(), rect, ui, marks: None }
    }

    /// Marks the parts of each text that `marks` finds, as what was searched for.
    pub fn marking(mut self, marks: Option<Marker<'a>>) -> Self {
        self.marks = marks;
        self
    }

    /// The cell without its sides.
    pub fn rect(&self) -> Rect {
        self.rect
    }

    /// Where the next part begins.
    pub fn x(&self) -> f32 {
        self.x
    }

    /// The colours in use.
    pub fn palette(&self) -> &'static Palette {
        self.palette
    }

    /// The colour of counts and dashes: weak on a selection.
    pub fn faint(&self) -> Color32 {
        if self.cell.is_selected { self.palette.text_weak } else { self.palette.text_faint }
    }

    /// Leaves a gap.
    pub fn gap(&mut self, points: f32) -> &mut Self {
        self.x += points;
        self
    }

    /// Text in the size of rows.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let color = self.palette.text;
        self.colored(text, color)
    }

    /// Text in the size of rows, weak: what we classified.
    pub fn weak(&mut self, text: &str) -> &mut Self {
        let color = self.palette.text_weak;
        self.colored(text, color)
    }

    /// Text in the size of rows, in any colour.
    pub fn colored(&mut self, text: &str, color: Color32) -> &mut Self {
        self.run(body_type(self.cell.is_compact), text, color)
    }

    /// Small weak text: a unit, a part, a place in the report.
    pub fn small(&mut self, text: &str) -> &mut Self {
        let color = self.palette.text_weak;
        self.run(Type::Small, text, color)
    }

    /// Small text in any colour.
    pub fn small_colored(&mut self, text: &str, color: Color32) -> &mut Self {
        self.run(Type::Small, text, color)
    }

    /// A mark of 10 points and the gap after it.
    pub fn mark(&mut self, mark: Mark) -> &mut Self {
        self.sized_mark(mark, 10.0, MARK_GAP)
    }

    /// A mark of any size and the gap after it.
    pub fn sized_mark(&mut self, mark: Mark, size: f32, gap: f32) -> &mut Self {
        mark.paint(self.ui.painter(), pos2(self.x + size / 2.0, self.middle()), size, self.palette);
        self.advance(size);
        self.x += gap;
        self
    }

    /// A number in its slots.
    pub fn number(&mut self, number: NumberParts<'_>, slots: NumberSlots) -> &mut Self {
        let color = self.palette.text;
        self.colored_number(number, slots, color)
    }

    /// A number in its slots, in any colour.
    pub fn colored_number(&mut self, number: NumberParts<'_>, slots: NumberSlots, color: Color32) -> &mut Self {
        let (left, place) = (pos2(self.x, self.middle()), body_type(self.cell.is_compact));
        let text = format!("{}{}{}", number.integer, number.fraction, number.unit);
        if self.marks.is_some_and(|marks| !marks(&text).is_empty()) {
            // A number is found as a whole: `1.5亿` and `150` mean the same one.
            let x = digits(self.ui, self.x, number, slots, place);
            let half = place.line_height() / 2.0;
            self.ui.painter().rect_filled(Rect::from_x_y_ranges(x, Rangef::new(left.y - half, left.y + half)), 2, self.palette.mark);
        }
        paint_number(self.ui, left, number, slots, place, color);
        self.advance(slots.width());
        self
    }

    /// A number that we worked out, in its slots: in its colour, on its two lines.
    pub fn computed_number(&mut self, number: NumberParts<'_>, slots: NumberSlots) -> &mut Self {
        let x = digits(self.ui, self.x, number, slots, body_type(self.cell.is_compact));
        let y = (self.middle() + 10.0).min(self.rect.bottom() - 1.0 - Kind::Computed.underline_height());
        Kind::Computed.underline(self.ui.painter(), x, y, false, self.palette);
        self.colored_number(number, slots, Kind::Computed.text_color(self.palette))
    }

    /// Small weak text, if the cell has room for all of it.
    pub fn small_if_room(&mut self, text: &str) -> &mut Self {
        let width = Type::Small.galley(self.ui, text, Color32::PLACEHOLDER).size().x;
        if self.x + width <= self.rect.right() { self.small(text) } else { self }
    }

    /// What `first` paints, cut so that small weak text has room after it.
    pub fn before(&mut self, gap: f32, last: &str, first: impl FnOnce(&mut Self)) -> &mut Self {
        if last.is_empty() {
            first(self);
            return self;
        }
        let right = self.rect.right();
        let width = Type::Small.galley(self.ui, last, Color32::PLACEHOLDER).size().x.ceil();
        self.rect.max.x = (right - gap - width).max(self.x);
        first(self);
        self.rect.max.x = right;
        self.gap(gap).small(last)
    }

    /// The dash of what the report does not state, its right edge where integers end.
    pub fn dash_in(&mut self, slots: NumberSlots) -> &mut Self {
        let (faint, point) = (self.faint(), self.x + slots.integer);
        self.aligned(body_type(self.cell.is_compact), NOT_STATED, faint, point, Align::Max);
        self.advance(slots.width());
        self
    }

    /// The dash of what the report does not state, at the left.
    pub fn dash(&mut self) -> &mut Self {
        let faint = self.faint();
        self.colored(NOT_STATED, faint)
    }

    /// Text that ends at the right side of the cell.
    pub fn right_text(&mut self, text: &str, color: Color32) -> &mut Self {
        let place = body_type(self.cell.is_compact);
        let width = place.galley(self.ui, text, color).size().x;
        self.aligned(place, text, color, self.rect.right(), Align::Max);
        self.advance(width);
        self
    }

    /// What is left of the line from here to the cell's right side, `height` high; `None` where a bar would be a stub.
    pub fn lane(&mut self, height: f32) -> Option<Rect> {
        if self.ui.is_sizing_pass() {
            self.advance(LANE);
            return None;
        }
        if self.rect.right() - self.x < LEAST_LANE {
            return None;
        }
        let middle = self.middle().round();
        Some(Rect::from_x_y_ranges(
            Rangef::new(self.x.round(), self.rect.right()),
            Rangef::new(middle - height / 2.0, middle + height / 2.0),
        ))
    }

    /// The painter, for what is not here: bars, axes.
    pub fn painter(&self) -> &egui::Painter {
        self.ui.painter()
    }

    fn middle(&self) -> f32 {
        self.rect.center().y
    }

    fn run(&mut self, place: Type, text: &str, color: Color32) -> &mut Self {
        let room = if self.ui.is_sizing_pass() { f32::INFINITY } else { self.rect.right() - self.x };
        if text.is_empty() || room < place.size() {
            return self;
        }
        let galley = place.cut_galley(self.ui, text, color, room);
        let size = galley.size();
        let at = self.place(self.x, place, size.y);
        for range in self.marks.map(|marks| marks(text)).unwrap_or_default() {
            self.mark_ground(text, &range, at, &galley);
        }
        paint_at(self.ui.painter(), at, galley);
        self.advance(size.x);
        self
    }

    /// Paints the ground of a part that was searched for; of what was cut off nothing is in sight.
    fn mark_ground(&self, text: &str, range: &Range<usize>, at: Pos2, galley: &Galley) {
        let index = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
        let x = |byte: usize| at.x + galley.pos_from_cursor(CCursor::new(index(byte))).left();
        let y = Rangef::new(at.y, at.y + galley.size().y);
        self.ui.painter().rect_filled(Rect::from_x_y_ranges(Rangef::new(x(range.start), x(range.end)), y), 2, self.palette.mark);
    }

    fn aligned(&self, place: Type, text: &str, color: Color32, x: f32, align: Align) {
        if text.is_empty() {
            return;
        }
        let galley = place.galley(self.ui, text, color);
        let size = galley.size();
        let left = if align == Align::Max { x - size.x } else { x };
        paint_at(self.ui.painter(), self.place(left, place, size.y), galley);
    }

    /// Where a line of text of this height begins: on the cell's one baseline.
    fn place(&self, x: f32, place: Type, height: f32) -> Pos2 {
        let lower = (body_type(self.cell.is_compact).size() - place.size()) * BASELINE_SHARE;
        pos2(x, self.middle() - height / 2.0 + lower)
    }

    fn advance(&mut self, width: f32) {
        let part = Rect::from_min_size(pos2(self.x, self.rect.top()), vec2(width, self.rect.height()));
        if self.ui.is_sizing_pass() {
            self.ui.expand_to_include_rect(part);
        }
        self.x += width;
    }
}
