//! What is in sight of a column of numbers or dates: the bins of one measure, their unit, and what the filter says of them.

use egui::{Frame, Margin, Role, Sense, Ui, Vec2, vec2};

use super::{FacetMemory, FacetPopover};
use crate::{
    locale::count_text,
    table::{Bin, Bound, Data, Decimal, Filter, Interval, Scalar, Units, bare_number},
    ui::{
        look::{self, Look},
        text::paint_left,
        theme::{self, CONTROL_RADIUS, PILL_HEIGHT, Palette, Type},
    },
};

/// One measure of a column: kilometres alone, or lamps.
pub(super) struct Scale<'a> {
    /// Which of the column's measures it is.
    measure: u16,
    pub bins: &'a [Bin],
    /// What a number without a unit means, and how many of the base unit that is.
    pub unit: Option<(String, Decimal)>,
    /// What passes of the column.
    pub interval: Interval,
}

impl Scale<'_> {
    /// The bounds, as far as they are of this measure.
    pub(super) fn bounds(&self) -> (Option<Bound>, Option<Bound>) {
        let own = |bound: &Bound| measure_of(bound.at) == self.measure;
        (self.interval.low.filter(own), self.interval.high.filter(own))
    }

    /// A number without a unit: it has the one that stands beside it.
    pub(super) fn read(&self, text: &str) -> Option<Scalar> {
        let (_, factor) = self.unit.as_ref()?;
        Some(Scalar::Number(bare_number(text)?.checked_mul(*factor)?, self.measure))
    }
}

fn measure_of(scalar: Scalar) -> u16 {
    match scalar {
        Scalar::Number(_, measure) => measure,
        Scalar::Date(_) => 0,
    }
}

/// What passes of a column of numbers or dates.
fn interval(filter: Option<&Filter>) -> Interval {
    match filter {
        Some(Filter::Interval(interval)) => interval.clone(),
        Some(Filter::Values { inverted: true, .. }) => Interval::default(),
        Some(Filter::Values { inverted: false, .. }) => Interval { inverted: true, not_stated: true, ..Interval::default() },
        None => Interval::all(),
    }
}

impl FacetPopover<'_> {
    /// The measure that the reader chose, or else the one that is filtered, or else the first.
    pub(super) fn scale<'b>(&self, bins: &'b [Bin], memory: &FacetMemory) -> Scale<'b> {
        let interval = interval(self.query.filter(self.open.column));
        let measure = memory.measure.or(interval.measure()).unwrap_or(0);
        let bins = bins.chunk_by(|a, b| measure_of(a.from) == measure_of(b.from)).find(|bins| first_measure(bins) == measure);
        let bins = bins.unwrap_or_default();
        Scale { measure, unit: self.unit(measure, bins), bins, interval }
    }

    fn unit(&self, measure: u16, bins: &[Bin]) -> Option<(String, Decimal)> {
        let Data::Number(numbers) = &self.column.data else { return None };
        let units = numbers.units(measure)?;
        if *units == Units::money() {
            return self.money.map(|(word, factor)| (word.to_owned(), factor));
        }
        let largest = bins.iter().rev().find_map(|bin| Some(bin.extent?.1));
        let Some(Scalar::Number(largest, _)) = largest else { return None };
        let (word, factor) = units.unit_of(largest, self.lang).unwrap_or((units.name(self.lang), Decimal::ONE));
        (!word.is_empty()).then(|| (word.to_owned(), factor))
    }

    /// The measures to choose from, where there are several.
    pub(super) fn measures_ui(&self, ui: &mut Ui, bins: &[Bin], scale: &Scale<'_>, memory: &mut FacetMemory) {
        let measures: Vec<&[Bin]> = bins.chunk_by(|a, b| measure_of(a.from) == measure_of(b.from)).collect();
        if measures.len() < 2 {
            return;
        }
        Frame::new().inner_margin(Margin::symmetric(9, 0)).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                for bins in measures {
                    let measure = first_measure(bins);
                    let name = self.unit(measure, bins).map(|(word, _)| word).unwrap_or_default();
                    let count = bins.iter().map(|bin| bin.count).sum();
                    if self.measure_ui(ui, &name, count, measure == scale.measure) {
                        memory.measure = Some(measure);
                    }
                }
            });
        });
        ui.add_space(8.0);
    }

    /// One measure, by its unit and how many rows have it; whether it was clicked.
    fn measure_ui(&self, ui: &mut Ui, name: &str, count: u32, is_on: bool) -> bool {
        let palette = Palette::of(ui);
        let count_words = count_text(self.lang, count);
        let galley = Type::Small.galley(ui, name, palette.text);
        let count_galley = Type::Small.galley(ui, count_words.as_str(), palette.text_faint);
        let width = 6.0 + galley.size().x + 4.0 + count_galley.size().x + 6.0;
        let (rect, response) = ui.allocate_exact_size(vec2(width.ceil(), PILL_HEIGHT), Sense::click());
        let look = Look::of(&response, is_on);
        if let Some(ground) = look.ground(palette) {
            ui.painter().rect_filled(rect, CONTROL_RADIUS, ground);
        }
        let color = if is_on { palette.accent } else { look.text_color(palette) };
        let end = paint_left(ui.painter(), rect.left() + 6.0, rect.center().y, Type::Small.galley(ui, name, color));
        paint_left(ui.painter(), end + 4.0, rect.center().y, count_galley);
        if look.has_focus {
            theme::ring(ui.painter(), palette, rect, true, CONTROL_RADIUS);
        }
        look::name_selected(ui, &response, Role::RadioButton, name, is_on);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(count_words));
        response.clicked()
    }
}

fn first_measure(bins: &[Bin]) -> u16 {
    bins.first().map_or(0, |bin| measure_of(bin.from))
}
