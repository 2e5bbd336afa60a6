//! The popover of numbers and dates: order, histogram, a range to type, stated or not.

use egui::{Ui, UiBuilder, vec2};

use super::{FacetMemory, FacetPopover, histogram::HISTOGRAM_HEIGHT, separator_ui};
use crate::{
    locale::{count_text, tr},
    table::{Bin, Counts, Filter, Scalar, SortDirection, Units, parse_scalar, write_scalar},
    ui::{
        button::{Segment, segments_ui},
        clause::{bound_text, direction_key},
        data_table::{Bound, FacetEdit, SortStep, TableAction},
        icons::Icon,
        search_field::value_field_ui,
        text::text_ui,
        theme::{CONTROL_HEIGHT, Palette, Type},
        tick_row::{TickRow, tick_row_ui},
    },
};

/// How wide a field is, where there is room.
const MOST_FIELD_WIDTH: f32 = 112.0;
/// A number in the unit beside its field has at most so many digits after the point.
const MOST_DECIMALS: u32 = 4;

/// Which end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Low,
    High,
}

/// Whether rows with a value and rows without one pass a filter.
fn passes(filter: Option<&Filter>) -> (bool, bool) {
    match filter {
        // Of numbers and dates no single values are chosen, only what is not stated.
        Some(Filter::Values { not_stated, inverted, .. }) => (*inverted, not_stated != inverted),
        Some(Filter::Range { not_stated, inverted, .. }) => (true, not_stated != inverted),
        None => (true, true),
    }
}

impl FacetPopover<'_> {
    /// Draws the popover; whether it is done with.
    pub(super) fn range_ui(&self, ui: &mut Ui, memory: &mut FacetMemory, actions: &mut Vec<TableAction>) -> bool {
        let Counts::Histogram(bins) = &self.facet.counts else { return true };
        self.order_ui(ui, actions);
        separator_ui(ui);
        ui.add_space(12.0);
        let bounds = self.query.bounds(self.open.column);
        if !bins.is_empty() {
            padded_ui(ui, HISTOGRAM_HEIGHT, |ui| self.histogram_ui(ui, bins, bounds, actions));
        }
        ui.add_space(10.0);
        padded_ui(ui, CONTROL_HEIGHT, |ui| self.fields_ui(ui, bounds, memory, actions));
        ui.add_space(12.0);
        separator_ui(ui);
        ui.add_space(4.0);
        self.stated_ui(ui, bins, actions);
        ui.add_space(4.0);
        self.foot_ui(ui, actions)
    }

    fn order_ui(&self, ui: &mut Ui, actions: &mut Vec<TableAction>) {
        let now = self.query.sorted(self.open.column).map(|(_, direction)| direction);
        let ways = [(SortDirection::Descending, Icon::SortDown), (SortDirection::Ascending, Icon::SortUp)];
        let names = ways.map(|(direction, _)| tr(self.lang, direction_key(direction)));
        ui.add_space(4.0);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), egui::Sense::hover());
        let place = rect.shrink2(vec2(11.0, 0.0)).with_max_y(rect.top() + CONTROL_HEIGHT);
        let segments: Vec<_> = ways
            .iter()
            .zip(&names)
            .map(|((direction, icon), name)| Segment { icon: Some(*icon), name, is_on: now == Some(*direction) })
            .collect();
        let clicked = segments_ui(&mut ui.new_child(UiBuilder::new().max_rect(place)), &segments);
        if let Some((direction, _)) = clicked.and_then(|nr| ways.get(nr)) {
            let step = match (now == Some(*direction), direction) {
                (true, _) => SortStep::AsInReport,
                (false, SortDirection::Ascending) => SortStep::Ascending,
                (false, SortDirection::Descending) => SortStep::Descending,
            };
            actions.push(TableAction::Sort { column: self.open.column, step, is_added: false });
        }
    }

    fn fields_ui(&self, ui: &mut Ui, bounds: (Option<Scalar>, Option<Scalar>), memory: &mut FacetMemory, actions: &mut Vec<TableAction>) {
        ui.spacing_mut().item_spacing.x = 8.0;
        let hint = tr(self.lang, "table-range-any");
        let [low, high] = &mut memory.fields;
        let is_new = memory.is_new;
        let to = tr(self.lang, "table-range-to");
        let words = [Some(to.as_ref()), self.unit.map(|(unit, _)| unit)].into_iter().flatten();
        let taken: f32 = words.map(|words| Type::Control.galley(ui, words, Palette::of(ui).text_weak).size().x.ceil() + 8.0).sum();
        let width = ((ui.available_width() - taken - 8.0) / 2.0).floor().min(MOST_FIELD_WIDTH);
        self.field_ui(ui, (End::Low, width), low, bounds, is_new, &hint, actions);
        text_ui(ui, Type::Control, Palette::of(ui).text_weak, &to);
        self.field_ui(ui, (End::High, width), high, bounds, false, &hint, actions);
        if let Some((unit, _)) = self.unit {
            text_ui(ui, Type::Control, Palette::of(ui).text_weak, unit);
        }
    }

    /// What is typed as an end; a number without a unit has the one beside the fields.
    fn read(&self, text: &str) -> Option<Scalar> {
        let plain = self.unit.and_then(|(_, factor)| Units::default().parse(text)?.checked_mul(factor));
        plain.map(Scalar::Number).or_else(|| parse_scalar(self.column, text))
    }

    /// An end as it stands in its field: a short number in the unit beside it, or else with a unit of its own.
    fn written(&self, bound: Scalar) -> String {
        let short = match (self.unit, bound) {
            (Some((_, factor)), Scalar::Number(number)) => number.checked_div(factor).map(|part| part.normalize()),
            _ => None,
        };
        let short = short.filter(|part| part.scale() <= MOST_DECIMALS).map(|part| part.to_string());
        short.filter(|text| self.read(text) == Some(bound)).unwrap_or_else(|| bound_text(self.lang, self.column, bound))
    }

    #[expect(clippy::too_many_arguments, reason = "a field is one end of the range, its text and what surrounds both")]
    fn field_ui(
        &self,
        ui: &mut Ui,
        (end, width): (End, f32),
        text: &mut String,
        bounds: (Option<Scalar>, Option<Scalar>),
        wants_focus: bool,
        hint: &str,
        actions: &mut Vec<TableAction>,
    ) {
        let (key, bound) = match end {
            End::Low => ("table-range-low", bounds.0),
            End::High => ("table-range-high", bounds.1),
        };
        let id = self.id().with(key);
        let shown = bound.map(|bound| self.written(bound)).unwrap_or_default();
        let is_typing = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
        if !is_typing {
            text.clone_from(&shown);
        }
        let is_readable = text.trim().is_empty() || self.read(text).is_some();
        let response = ui.push_id(key, |ui| value_field_ui(ui, text, &tr(self.lang, key), hint, width)).inner;
        if let Some((unit, _)) = self.unit {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(unit));
        }
        if wants_focus {
            response.request_focus();
        }
        let has_focus = response.has_focus();
        ui.data_mut(|data| data.insert_temp(id, has_focus));
        if !is_readable {
            let line = response.rect.expand2(vec2(8.0, 0.0));
            super::hline(ui.painter(), line.x_range(), line.bottom() + 1.0, Palette::of(ui).disagree);
        }
        if !response.changed() {
            return;
        }
        let typed = match text.trim() {
            "" => None,
            text => match self.read(text) {
                Some(scalar) => Some(self.exact(scalar)),
                None => return,
            },
        };
        actions.push(self.with_bound(end, typed, bounds));
    }

    fn exact(&self, scalar: Scalar) -> Bound {
        Bound::Typed(write_scalar(self.column, scalar))
    }

    /// The range with one end changed; the other stays exactly what it is.
    pub(super) fn with_bound(&self, end: End, bound: Option<Bound>, bounds: (Option<Scalar>, Option<Scalar>)) -> TableAction {
        let (low, high) = match end {
            End::Low => (bound, bounds.1.map(|scalar| self.exact(scalar))),
            End::High => (bounds.0.map(|scalar| self.exact(scalar)), bound),
        };
        self.edit(FacetEdit::Range { low, high })
    }

    fn stated_ui(&self, ui: &mut Ui, bins: &[Bin], actions: &mut Vec<TableAction>) {
        let (is_stated, is_not_stated) = passes(self.query.filter(self.open.column));
        let num_stated: u32 = bins.iter().map(|bin| bin.count).sum();
        for (key, count, is_ticked, edit) in [
            ("table-stated-value", num_stated, is_stated, FacetEdit::ToggleStated),
            ("table-not-stated-value", self.facet.not_stated, is_not_stated, FacetEdit::ToggleNotStated),
        ] {
            let (name, count_text) = (tr(self.lang, key), count_text(self.lang, count));
            let row = TickRow { name: &name, mark: None, count: &count_text, is_ticked, is_faint: count == 0 };
            if tick_row_ui(ui, row).clicked() {
                actions.push(self.edit(edit));
            }
        }
    }
}

/// Draws in a line of `height` points with room at its sides.
fn padded_ui(ui: &mut Ui, height: f32, add_contents: impl FnOnce(&mut Ui)) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    add_contents(&mut ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(15.0, 0.0))).layout(layout)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Decimal;

    #[test]
    fn ticks_say_what_passes() {
        let low = Some(Scalar::Number(Decimal::ONE));
        for (filter, expected) in [
            (None, (true, true)),
            (Some(Filter::value(None).inverse()), (true, false)),
            (Some(Filter::value(None)), (false, true)),
            (Some(Filter::range(low, None)), (true, false)),
            (Some(Filter::Range { low, high: None, not_stated: true, inverted: false }), (true, true)),
            (Some(Filter::range(low, None).inverse()), (true, true)),
        ] {
            assert_eq!(passes(filter.as_ref()), expected, "{filter:?}");
        }
    }
}
