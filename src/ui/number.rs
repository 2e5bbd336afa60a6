//! Numbers under one another: integers end at the decimal point, fractions and units begin at fixed places.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Response, Role, Sense, Ui, pos2, vec2};

use super::{
    look,
    text::{baseline, paint_at, paint_right},
    theme::{Palette, Type},
    tooltip,
};

/// Space between a number and its unit.
pub const UNIT_GAP: f32 = 4.0;

/// What stands for a number that the source does not give.
pub const NOT_STATED: &str = "—";

/// A number in its parts, as shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Number<'a> {
    /// All up to the decimal point, with a qualifier that stands before it (`≤ 10`).
    pub integer: &'a str,
    /// The point and what follows it, or a qualifier that stands after (`10+`).
    pub fraction: &'a str,
    /// The unit; empty where the column's header has it.
    pub unit: &'a str,
    /// Whether the unit is another than the column's usual one, and so has to be seen.
    pub is_odd_unit: bool,
}

impl<'a> Number<'a> {
    /// Splits a formatted number at its decimal point, or before a `+` at its end.
    pub fn new(formatted: &'a str, unit: &'a str) -> Self {
        let split = formatted.find('.').or_else(|| formatted.find('+')).unwrap_or(formatted.len());
        let (integer, fraction) = formatted.split_at(split);
        Self { integer, fraction, unit, is_odd_unit: false }
    }
}

/// How wide the parts of a column's numbers are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Slots {
    /// Left of the decimal point.
    pub integer: f32,
    /// From the decimal point on.
    pub fraction: f32,
    /// The unit with the gap before it.
    pub unit: f32,
}

impl Slots {
    /// Slots in which every one of `numbers` has room.
    pub fn measure<'a>(ui: &Ui, place: Type, numbers: impl IntoIterator<Item = Number<'a>>) -> Self {
        let width = |place: Type, text: &str| {
            if text.is_empty() { 0.0 } else { place.galley(ui, text, Color32::PLACEHOLDER).size().x.ceil() }
        };
        numbers.into_iter().fold(Self::default(), |slots, number| Self {
            integer: slots.integer.max(width(place, number.integer)),
            fraction: slots.fraction.max(width(place, number.fraction)),
            unit: slots.unit.max(if number.unit.is_empty() { 0.0 } else { UNIT_GAP + width(Type::Small, number.unit) }),
        })
    }

    /// All three together.
    pub fn width(&self) -> f32 {
        self.integer + self.fraction + self.unit
    }
}

/// Paints `number` in slots that begin at `left`, centred on `left.y`; returns the right edge of its digits.
pub fn paint_number(ui: &Ui, left: Pos2, number: Number<'_>, slots: Slots, place: Type, color: Color32) -> f32 {
    let palette = Palette::of(ui);
    let integer = place.galley(ui, number.integer, color);
    let top = (left.y - integer.size().y / 2.0).round();
    let base = top + baseline(&integer);
    let point = left.x + slots.integer;
    paint_at(ui.painter(), pos2(point - integer.size().x, top), integer);
    let mut end = point;
    if !number.fraction.is_empty() {
        let fraction = place.galley(ui, number.fraction, color);
        end += fraction.size().x;
        paint_on_baseline(ui, point, base, fraction);
    }
    if !number.unit.is_empty() {
        let unit_color = if number.is_odd_unit { palette.text } else { palette.text_weak };
        let unit = Type::Small.galley(ui, number.unit, unit_color);
        paint_on_baseline(ui, point + slots.fraction + UNIT_GAP, base, unit);
    }
    end
}

fn paint_on_baseline(ui: &Ui, x: f32, base: f32, galley: Arc<Galley>) {
    let top = base - baseline(&galley);
    paint_at(ui.painter(), pos2(x, top), galley);
}

/// A number in its slots, read aloud in one piece.
pub fn number_ui(ui: &mut Ui, number: Number<'_>, slots: Slots, place: Type) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(slots.width(), place.line_height()), Sense::hover());
    let color = Palette::of(ui).text;
    paint_number(ui, rect.left_center(), number, slots, place, color);
    let spoken = format!("{}{} {}", number.integer, number.fraction, number.unit);
    look::name(ui, &response, Role::Label, spoken.trim());
    response
}

/// Paints the dash of an absent number, its right edge where integers end.
pub fn paint_not_stated(ui: &Ui, left: Pos2, slots: Slots, place: Type, color: Color32) {
    let dash = place.galley(ui, NOT_STATED, color);
    paint_right(ui.painter(), left.x + slots.integer, left.y, dash);
}

/// The dash of an absent number; `words` say in a tooltip, and to screen readers, that the source does not give it.
pub fn not_stated_ui(ui: &mut Ui, slots: Slots, place: Type, words: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(slots.width().max(place.size()), place.line_height()), Sense::hover());
    let slots = Slots { integer: slots.integer.max(place.size()), ..slots };
    paint_not_stated(ui, rect.left_center(), slots, place, Palette::of(ui).text_faint);
    look::name(ui, &response, Role::Label, words);
    tooltip::on_hover_text(response, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_split_where_the_column_aligns() {
        let cases = [("52.91", "52", ".91"), ("1,000", "1,000", ""), ("≤ 10", "≤ 10", ""), ("10+", "10", "+"), ("", "", "")];
        for (formatted, integer, fraction) in cases {
            let number = Number::new(formatted, "");
            assert_eq!((number.integer, number.fraction), (integer, fraction), "{formatted:?}");
        }
    }
}
