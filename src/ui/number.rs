//! Numbers under one another: integers end at the decimal point, fractions and units begin at fixed places.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Rangef, Ui, pos2};

use super::{
    text::{baseline, paint_at},
    theme::{Palette, Type},
};

/// Space between a number and its unit.
const UNIT_GAP: f32 = 4.0;

/// What stands for a number that the source does not give.
pub const NOT_STATED: &str = "—";

/// A number in its parts, as shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberParts<'a> {
    /// All up to the decimal point, with a qualifier that stands before it (`≤ 10`).
    pub integer: &'a str,
    /// The point and what follows it, or a qualifier that stands after (`10+`).
    pub fraction: &'a str,
    /// The unit; empty where the column's header has it.
    pub unit: &'a str,
    /// Whether the unit is another than the column's usual one, and so has to be seen.
    pub is_odd_unit: bool,
}

/// How wide the parts of a column's numbers are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NumberSlots {
    /// Left of the decimal point.
    pub integer: f32,
    /// From the decimal point on.
    pub fraction: f32,
    /// The unit with the gap before it.
    pub unit: f32,
}

impl NumberSlots {
    /// Slots in which every one of `numbers` has room.
    pub fn measure<'a>(ui: &Ui, place: Type, numbers: impl IntoIterator<Item = NumberParts<'a>>) -> Self {
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

/// Paints `number` in slots that begin at `left`, centred on `left.y`.
pub fn paint_number(ui: &Ui, left: Pos2, number: NumberParts<'_>, slots: NumberSlots, place: Type, color: Color32) {
    let palette = Palette::of(ui);
    let integer = place.galley(ui, number.integer, color);
    let top = (left.y - integer.size().y / 2.0).round();
    let base = top + baseline(&integer);
    let point = left.x + slots.integer;
    paint_at(ui.painter(), pos2(point - integer.size().x, top), integer);
    if !number.fraction.is_empty() {
        let fraction = place.galley(ui, number.fraction, color);
        paint_on_baseline(ui, point, base, fraction);
    }
    if !number.unit.is_empty() {
        let unit_color = if number.is_odd_unit { palette.text } else { palette.text_weak };
        let unit = Type::Small.galley(ui, number.unit, unit_color);
        paint_on_baseline(ui, point + slots.fraction + UNIT_GAP, base, unit);
    }
}

/// From where to where the digits of `number` reach in slots that begin at `left`: what is underlined of it.
pub fn digits(ui: &Ui, left: f32, number: NumberParts<'_>, slots: NumberSlots, place: Type) -> Rangef {
    let width = |text: &str| if text.is_empty() { 0.0 } else { place.galley(ui, text, Color32::PLACEHOLDER).size().x };
    let point = left + slots.integer;
    Rangef::new(point - width(number.integer), point + width(number.fraction))
}

fn paint_on_baseline(ui: &Ui, x: f32, base: f32, galley: Arc<Galley>) {
    let top = base - baseline(&galley);
    paint_at(ui.painter(), pos2(x, top), galley);
}
