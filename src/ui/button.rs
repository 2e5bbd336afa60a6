//! Buttons: with an edge, filled, plain, as a link, as an icon; and a row of segments of which one is on.

use egui::{Align, Color32, CursorIcon, Layout, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, accesskit, lerp, pos2, vec2};

use super::{
    icons::Icon,
    look::{self, Look, State},
    marks::Kind,
    text::{paint_left, underline_offset},
    theme::{self, CONTROL_HEIGHT, CONTROL_RADIUS, Palette, Type},
    tooltip,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    Edge,
    Filled,
    Plain,
    Link,
}

/// A button with words on it.
#[derive(Clone, Copy, Debug)]
#[must_use = "a button is shown by `ui`"]
pub struct Button<'a> {
    text: &'a str,
    icon: Option<Icon>,
    face: Face,
    place: Type,
    is_on: bool,
}

impl<'a> Button<'a> {
    /// With an edge: an action of equal rank with others.
    pub fn edge(text: &'a str) -> Self {
        Self::new(text, Face::Edge)
    }

    /// Filled: the one action that ends what is going on.
    pub fn filled(text: &'a str) -> Self {
        Self::new(text, Face::Filled)
    }

    /// Without edge or ground: an action in passing.
    pub fn plain(text: &'a str) -> Self {
        Self::new(text, Face::Plain)
    }

    /// As a link in accent: it leads elsewhere.
    pub fn link(text: &'a str) -> Self {
        Self::new(text, Face::Link)
    }

    fn new(text: &'a str, face: Face) -> Self {
        Self { text, icon: None, face, place: Type::Control, is_on: false }
    }

    /// Puts an icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Sets the words in small type.
    pub fn small(mut self) -> Self {
        self.place = Type::Small;
        self
    }

    /// Shows it as on: what it does is done.
    pub fn on(mut self, is_on: bool) -> Self {
        self.is_on = is_on;
        self
    }

    fn side(self) -> f32 {
        match self.face {
            Face::Edge => 10.0,
            Face::Filled => 12.0,
            Face::Plain => 6.0,
            Face::Link => 0.0,
        }
    }

    /// How wide it will be.
    pub fn width(self, ui: &Ui) -> f32 {
        (self.place.galley(ui, self.text, Color32::PLACEHOLDER).size().x + self.icon_width() + 2.0 * self.side()).ceil()
    }

    fn icon_width(self) -> f32 {
        if self.icon.is_some() { 22.0 } else { 0.0 }
    }

    /// Shows the button.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let icon_width = self.icon_width();
        let height = if self.face == Face::Link { self.place.line_height() } else { CONTROL_HEIGHT };
        let (rect, response) = ui.allocate_exact_size(vec2(self.width(ui), height), Sense::click());

        let look = Look::of(&response, self.is_on);
        let color = self.paint_ground(ui, &response, look);
        let x = rect.left() + self.side();
        if let Some(icon) = self.icon {
            icon.paint(ui.painter(), pos2(x + 8.0, rect.center().y), 16.0, color);
        }
        let galley = self.place.galley(ui, self.text, color);
        paint_left(ui.painter(), x + icon_width, rect.center().y, galley);
        if look.has_focus {
            theme::ring(ui.painter(), palette, rect, false, CONTROL_RADIUS);
        }
        self.name(ui, &response);
        if self.face == Face::Link { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
    }

    /// Paints what lies behind the words; returns their colour.
    fn paint_ground(self, ui: &Ui, response: &Response, look: Look) -> Color32 {
        let palette = Palette::of(ui);
        let painter = ui.painter();
        let rect = response.rect;
        match self.face {
            Face::Edge => {
                let ground = look.ground(palette).unwrap_or(Color32::TRANSPARENT);
                painter.rect(rect, CONTROL_RADIUS, ground, Stroke::new(1.0, palette.rule), StrokeKind::Inside);
                palette.text
            }
            Face::Filled => {
                // Towards the ink, which raises the contrast of the words in both themes.
                let depth = match look.state {
                    State::Rest => 0.0,
                    State::Hovered => 0.15,
                    State::Pressed | State::Selected => 0.3,
                };
                painter.rect_filled(rect, CONTROL_RADIUS, palette.accent.lerp_to_gamma(palette.text, depth));
                palette.on_accent
            }
            Face::Plain => {
                if let Some(ground) = look.ground(palette) {
                    painter.rect_filled(rect, CONTROL_RADIUS, ground);
                }
                if look.is_on() { palette.accent } else { look.text_color(palette) }
            }
            Face::Link => {
                if look.state != State::Rest {
                    let size = self.place.size();
                    let y = lerp(rect.y_range(), 0.5) + size * 0.43 + underline_offset(size) - 2.0;
                    Kind::Stated.underline(painter, rect.x_range(), y.round(), false, palette);
                }
                palette.accent
            }
        }
    }

    fn name(self, ui: &Ui, response: &Response) {
        let role = if self.face == Face::Link { Role::Link } else { Role::Button };
        look::name(ui, response, role, self.text);
    }
}

/// A button that is an icon, 28 points square; `name` is read aloud and shown as its tooltip.
pub fn icon_button_ui(ui: &mut Ui, icon: Icon, name: &str, is_on: bool) -> Response {
    sized_icon_button_ui(ui, icon, name, is_on, CONTROL_HEIGHT)
}

/// [`icon_button_ui`] whose tooltip says the key that does the same.
pub fn icon_button_with_keys_ui(ui: &mut Ui, icon: Icon, name: &str, keys: &str, is_on: bool) -> Response {
    let response = bare_icon_button_ui(ui, icon, name, is_on, CONTROL_HEIGHT);
    tooltip::on_hover_keys(response, name, keys)
}

/// [`icon_button_ui`] in a square of `side` points, for rows and cards.
pub fn sized_icon_button_ui(ui: &mut Ui, icon: Icon, name: &str, is_on: bool, side: f32) -> Response {
    let response = bare_icon_button_ui(ui, icon, name, is_on, side);
    tooltip::on_hover_text(response, name)
}

/// A button without a tooltip, for where the keyboard begins: the tooltip would be there at once.
pub(super) fn bare_icon_button_ui(ui: &mut Ui, icon: Icon, name: &str, is_on: bool, side: f32) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    let look = Look::of(&response, is_on);
    if let Some(ground) = look.ground(palette) {
        ui.painter().rect_filled(rect, CONTROL_RADIUS, ground);
    }
    let color = if look.is_on() { palette.accent } else { look.text_color(palette) };
    icon.paint(ui.painter(), rect.center(), 16.0, color);
    if look.has_focus {
        theme::ring(ui.painter(), palette, rect, false, CONTROL_RADIUS);
    }
    look::name(ui, &response, Role::Button, name);
    response
}

/// One of several ways of which one is on.
#[derive(Clone, Copy, Debug)]
pub struct Segment<'a> {
    /// Its picture, if it has one.
    pub icon: Option<Icon>,
    /// Its name.
    pub name: &'a str,
    /// Whether it is on.
    pub is_on: bool,
}

/// Segments of equal width in a row that is read out under this name; returns which was clicked.
pub fn segments_ui(ui: &mut Ui, name: &str, segments: &[Segment<'_>]) -> Option<usize> {
    segments_in_ui(ui, name, segments, segments.len())
}

/// [`segments_ui`] in a row that has room for `num`, so that rows of different lengths stand in the same columns.
pub fn segments_in_ui(ui: &mut Ui, name: &str, segments: &[Segment<'_>], num: usize) -> Option<usize> {
    let width = (ui.available_width() / num.max(segments.len()).max(1) as f32).floor();
    let mut clicked = None;
    let group = UiBuilder::new().accessibility_role(accesskit::Role::RadioGroup).accessibility_label(name);
    ui.scope_builder(group.layout(Layout::left_to_right(Align::Min)), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (index, segment) in segments.iter().enumerate() {
            if segment_ui(ui, *segment, width).clicked() {
                clicked = Some(index);
            }
        }
    });
    clicked
}

fn segment_ui(ui: &mut Ui, segment: Segment<'_>, width: f32) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, CONTROL_HEIGHT), Sense::click());
    let look = Look::of(&response, segment.is_on);
    if let Some(ground) = look.ground(palette) {
        ui.painter().rect_filled(rect, CONTROL_RADIUS, ground);
    }
    let color = if look.is_on() { palette.accent } else { look.text_color(palette) };
    let galley = Type::Control.galley(ui, segment.name, color);
    let icon_width = if segment.icon.is_some() { 22.0 } else { 0.0 };
    let left = (rect.center().x - f32::midpoint(galley.size().x, icon_width)).round();
    if let Some(icon) = segment.icon {
        icon.paint(ui.painter(), pos2(left + 8.0, rect.center().y), 16.0, color);
    }
    paint_left(ui.painter(), left + icon_width, rect.center().y, galley);
    if look.has_focus {
        theme::ring(ui.painter(), palette, rect, true, CONTROL_RADIUS);
    }
    look::name_selected(ui, &response, Role::RadioButton, segment.name, segment.is_on);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_toggled(segment.is_on.into()));
    response
}
