//! A figure that leads to its evidence: text underlined by its kind, its status after it.

use egui::{CursorIcon, Rect, Response, Role, Sense, Ui, pos2, vec2};

use super::{
    look::{self, Look, State},
    marks::{Kind, Mark},
    text::{paint_at, underline_offset},
    theme::{self, Palette, Type},
};

/// What the glyph of a status takes after a figure, its gap included.
const GLYPH_WIDTH: f32 = 11.0;

/// A figure as shown; one too long for a line goes on in the next.
#[derive(Clone, Copy, Debug)]
#[must_use = "a figure is shown by `ui`"]
pub struct FigureLink<'a> {
    /// The figure with its qualifier and unit: both are part of the link.
    pub text: &'a str,
    /// Whose it is.
    pub kind: Kind,
    /// How far the thing has come, if the figure says so.
    pub mark: Option<Mark>,
    /// What a screen reader says; empty for the text itself.
    pub name: &'a str,
    /// Its size.
    pub place: Type,
    /// Whether its card is open.
    pub is_open: bool,
}

impl<'a> FigureLink<'a> {
    /// A figure of body size without status.
    pub fn new(text: &'a str, kind: Kind) -> Self {
        Self { text, kind, mark: None, name: "", place: Type::Body, is_open: false }
    }

    /// Puts the glyph of its status after it.
    pub fn mark(mut self, mark: impl Into<Option<Mark>>) -> Self {
        self.mark = mark.into();
        self
    }

    /// Names it for screen readers where its text does not read well aloud.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    /// Sets its size.
    pub fn place(mut self, place: Type) -> Self {
        self.place = place;
        self
    }

    /// Shows it as the one whose card is open.
    pub fn open(mut self, is_open: bool) -> Self {
        self.is_open = is_open;
        self
    }

    /// Shows the figure; a click opens its evidence.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let glyph_width = if self.mark.is_some() { GLYPH_WIDTH } else { 0.0 };
        let room = (ui.available_width() - glyph_width).max(self.place.size() * 4.0);
        let galley = ui.painter().layout_job(self.place.job(self.text, self.kind.text_color(palette), room));
        let size = galley.size();
        let (rect, response) = ui.allocate_exact_size(vec2(size.x.ceil() + glyph_width, size.y), Sense::click());
        let look = Look::of(&response, self.is_open);
        let rows: Vec<Rect> = galley.rows.iter().map(|row| self.ink(rect.min, row)).collect();
        for ink in &rows {
            paint_ground(ui, look, self.kind, *ink);
        }
        paint_at(ui.painter(), rect.min, galley);
        for ink in &rows {
            self.kind.underline(ui.painter(), ink.x_range(), ink.bottom() - 3.0, look.is_on(), palette);
            if look.has_focus {
                theme::ring(ui.painter(), palette, ink.with_max_y(ink.bottom() - 2.0), false, 0);
            }
        }
        if let (Some(mark), Some(last)) = (self.mark, rows.last()) {
            let base = last.bottom() - 3.0 - underline_offset(self.place.size());
            mark.paint(ui.painter(), pos2(last.right() + 7.0, (base - self.place.size() * 0.36).round()), 8.0, palette);
        }
        let name = if self.name.is_empty() { self.text } else { self.name };
        look::name(ui, &response, Role::Link, name);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }

    /// Where the ink of a row lies, down to its underline.
    fn ink(&self, origin: egui::Pos2, row: &egui::epaint::text::PlacedRow) -> Rect {
        let size = self.place.size();
        let glyph = row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y);
        let line_y = (origin.y + row.pos.y + glyph + underline_offset(size)).round();
        let left = origin.x + row.pos.x;
        Rect::from_min_max(pos2(left, line_y - (size * 1.448).round()), pos2(left + row.size.x.ceil(), line_y + 3.0))
    }
}

/// The ground of a figure under the pointer, pressed, or with its card open.
fn paint_ground(ui: &Ui, look: Look, kind: Kind, ink: Rect) {
    let palette = Palette::of(ui);
    match look.state {
        State::Rest => {}
        State::Hovered => {
            ui.painter().rect_filled(ink.expand(2.0), 0, kind.soft_color(palette));
        }
        State::Pressed | State::Selected => {
            ui.painter().rect_filled(ink, 0, palette.selection);
        }
    }
}
