//! A card of evidence, raised above the page.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Rect, Shape, Ui, epaint::RectShape, pos2};

use super::{
    marks::Kind,
    theme::{CONTROL_RADIUS, Palette},
};

/// Width of the edge in the kind's colour.
const CARD_EDGE: f32 = 3.0;

/// A card of evidence of `width` points, its left edge in the colour of the figure's kind.
pub fn card_ui<R>(ui: &mut Ui, kind: Kind, width: f32, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let palette = Palette::of(ui);
    // The ground is painted after its content is known, so its place in the order is kept.
    let ground = ui.painter().add(Shape::Noop);
    let margin = Margin { left: 16, right: 14, top: 12, bottom: 8 };
    let shown = Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(width - margin.sum().x);
        add_contents(ui)
    });
    ui.painter().set(ground, card_shape(shown.response.rect, kind, palette));
    shown
}

fn card_shape(rect: Rect, kind: Kind, palette: &Palette) -> Shape {
    let filled = |rect: Rect, corners: CornerRadius, color| Shape::Rect(RectShape::filled(rect, corners, color));
    let left = CornerRadius { nw: CONTROL_RADIUS, sw: CONTROL_RADIUS, ne: 0, se: 0 };
    let edge = Rect::from_min_max(rect.min, pos2(rect.left() + f32::from(CONTROL_RADIUS), rect.bottom()));
    let inside = Rect::from_min_max(rect.min + egui::vec2(CARD_EDGE, 1.0), rect.max - egui::vec2(1.0, 1.0));
    let inner = CornerRadius { nw: 3, sw: 3, ne: CONTROL_RADIUS - 1, se: CONTROL_RADIUS - 1 };
    Shape::Vec(vec![
        Shape::Rect(palette.shadow.as_shape(rect, CornerRadius::same(CONTROL_RADIUS))),
        filled(rect, CornerRadius::same(CONTROL_RADIUS), palette.rule),
        filled(edge, left, kind.line_color(palette)),
        filled(inside, inner, palette.raised),
    ])
}
