//! A figure that leads to its evidence: text underlined by its kind, its status after it.

use egui::{CursorIcon, Rect, Response, Role, Sense, Ui, pos2, vec2};

use super::{
    look::{self, Look, State},
    marks::{Kind, Mark},
    text::{baseline, paint_at, underline_offset},
    theme::{self, Palette, Type},
};

/// A figure as shown.
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
        let galley = self.place.galley(ui, self.text, self.kind.text_color(palette));
        let width = galley.size().x.round();
        // The glyph stands in the same rectangle, so no row can part it from its figure.
        let glyph_width = if self.mark.is_some() { 11.0 } else { 0.0 };
        let (rect, response) = ui.allocate_exact_size(vec2(width + glyph_width, galley.size().y), Sense::click());

        let size = self.place.size();
        let base = rect.top() + baseline(&galley);
        let line_y = (base + underline_offset(size)).round();
        let ink = Rect::from_min_max(
            pos2(rect.left(), line_y - (size * 1.448).round()),
            pos2(rect.left() + width, line_y + self.kind.underline_height()),
        );
        let look = Look::of(&response, self.is_open);
        paint_ground(ui, look, self.kind, ink);
        paint_at(ui.painter(), rect.min, galley);
        self.kind.underline(ui.painter(), ink.x_range(), line_y, look.is_on(), palette);
        if let Some(mark) = self.mark {
            mark.paint(ui.painter(), pos2(ink.right() + 7.0, (base - size * 0.36).round()), 8.0, palette);
        }
        if look.has_focus {
            theme::ring(ui.painter(), palette, ink, false, 0);
        }
        let name = if self.name.is_empty() { self.text } else { self.name };
        look::name(ui, &response, Role::Link, name);
        response.on_hover_cursor(CursorIcon::PointingHand)
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
