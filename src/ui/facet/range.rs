//! The popover of numbers and dates: order, histogram, a range to type, stated or not.

use egui::{Ui, UiBuilder, vec2};

use super::{FacetMemory, FacetPopover, histogram::HISTOGRAM_HEIGHT, separator_ui};
use crate::{
    locale::{count_text, tr},
    table::{Bin, Counts, Filter, SortDirection},
    ui::{
        button::{Segment, segments_ui},
        data_table::{FacetEdit, SortStep, TableAction},
        icons::Icon,
        orders::order_words,
        theme::CONTROL_HEIGHT,
        tick_row::{TickRow, tick_row_ui},
    },
};

/// Whether rows with a value and rows without one pass a filter.
fn passes(filter: Option<&Filter>) -> (bool, bool) {
    match filter {
        // Of numbers and dates no single values are chosen, only what is not stated.
        Some(Filter::Values { not_stated, inverted, .. }) => (*inverted, not_stated != inverted),
        Some(Filter::Interval(interval)) => (true, interval.not_stated),
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
        let scale = self.scale(bins, memory);
        self.measures_ui(ui, bins, &scale, memory);
        if !bins.is_empty() {
            padded_ui(ui, HISTOGRAM_HEIGHT, |ui| self.histogram_ui(ui, &scale, actions));
        }
        ui.add_space(10.0);
        let typed = padded_ui(ui, CONTROL_HEIGHT, |ui| self.fields_ui(ui, &scale, memory, actions));
        ui.add_space(6.0);
        self.hint_ui(ui, &scale, &typed.mistake);
        ui.add_space(8.0);
        separator_ui(ui);
        ui.add_space(4.0);
        self.stated_ui(ui, bins, actions);
        ui.add_space(4.0);
        self.foot_ui(ui, actions) || typed.is_done
    }

    fn order_ui(&self, ui: &mut Ui, actions: &mut Vec<TableAction>) {
        let now = self.query.sorted(self.open.column).map(|(_, direction)| direction);
        let ways = [(SortDirection::Descending, Icon::SortDown), (SortDirection::Ascending, Icon::SortUp)];
        let names = ways.map(|(direction, _)| order_words(self.lang, self.column, direction, None));
        ui.add_space(4.0);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), egui::Sense::hover());
        let place = rect.shrink2(vec2(11.0, 0.0)).with_max_y(rect.top() + CONTROL_HEIGHT);
        let segments: Vec<_> = ways
            .iter()
            .zip(&names)
            .map(|((direction, icon), name)| Segment { icon: Some(*icon), name, is_on: now == Some(*direction) })
            .collect();
        let clicked = segments_ui(&mut ui.new_child(UiBuilder::new().max_rect(place)), &tr(self.lang, "order-of-rows"), &segments);
        if let Some((direction, _)) = clicked.and_then(|nr| ways.get(nr)) {
            let step = match (now == Some(*direction), direction) {
                (true, _) => SortStep::AsInReport,
                (false, SortDirection::Ascending) => SortStep::Ascending,
                (false, SortDirection::Descending) => SortStep::Descending,
            };
            actions.push(TableAction::Sort { column: self.open.column, step, is_added: false });
        }
    }

    fn stated_ui(&self, ui: &mut Ui, bins: &[Bin], actions: &mut Vec<TableAction>) {
        let (is_stated, is_not_stated) = passes(self.query.filter(self.open.column));
        let num_stated: u32 = bins.iter().map(|bin| bin.count).sum();
        for (key, count, is_ticked, edit) in [
            ("table-stated-value", num_stated, is_stated, FacetEdit::ToggleStated),
            ("table-not-stated-value", self.facet.not_stated, is_not_stated, FacetEdit::ToggleNotStated),
        ] {
            let (name, count_text) = (tr(self.lang, key), count_text(self.lang, count));
            let row = TickRow { name: &name, mark: None, has_marks: false, count: &count_text, is_ticked, is_faint: count == 0 };
            if tick_row_ui(ui, row).clicked() {
                actions.push(self.edit(edit));
            }
        }
    }
}

/// Draws in a line of `height` points with room at its sides.
fn padded_ui<R>(ui: &mut Ui, height: f32, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    add_contents(&mut ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(15.0, 0.0))).layout(layout)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Decimal, Interval, Scalar};

    #[test]
    fn ticks_say_what_passes() {
        let low = Some(Scalar::from(Decimal::ONE));
        for (filter, expected) in [
            (None, (true, true)),
            (Some(Filter::value(None).inverse()), (true, false)),
            (Some(Filter::value(None)), (false, true)),
            (Some(Filter::range(low, None)), (true, false)),
            (Some(Filter::Interval(Interval { low: low.map(Into::into), not_stated: true, ..Interval::default() })), (true, true)),
            (Some(Filter::range(low, None).inverse()), (true, true)),
        ] {
            assert_eq!(passes(filter.as_ref()), expected, "{filter:?}");
        }
    }
}
