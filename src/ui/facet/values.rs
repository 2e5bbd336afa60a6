//! The list of a column's values, with a tick and a count each.

use egui::{ScrollArea, Ui, UiBuilder, vec2};

use super::{FacetMemory, FacetPopover};
use crate::{
    locale::{count_text, tr},
    table::{Counts, FacetValue, Filter, ValueFinder, fold},
    ui::{
        data_table::{FacetEdit, TableAction},
        search_field::{SearchField, search_field_ui},
        text::text_ui,
        theme::{Palette, ROW_HEIGHT, Type},
        tick_row::{TickRow, tick_row_ui},
    },
};

/// A list longer than this has a field to search in.
const MAX_UNSEARCHED: usize = 8;
/// How many rows are in sight before the list scrolls.
const ROWS_IN_SIGHT: f32 = 9.5;

/// The values that a search text is in, by their numbers.
#[derive(Clone, Debug)]
pub(super) struct Hits {
    text: String,
    is_hit: Vec<bool>,
}

impl FacetPopover<'_> {
    /// Draws the list; whether it is done with.
    pub(super) fn values_ui(&self, ui: &mut Ui, memory: &mut FacetMemory, actions: &mut Vec<TableAction>) -> bool {
        let Counts::Values(values) = &self.facet.counts else { return true };
        if values.len() > MAX_UNSEARCHED {
            self.search_ui(ui, memory);
            self.find(memory);
        }
        let hits = memory.hits.as_ref().filter(|hits| !hits.text.is_empty());
        let found: Option<Vec<FacetValue>> = hits.map(|hits| {
            let is_hit = |value: &&FacetValue| hits.is_hit.get(value.code as usize).copied().unwrap_or(false);
            values.iter().filter(is_hit).copied().collect()
        });
        let values = found.as_deref().unwrap_or(values);
        let wants_focus = memory.is_new && memory.hits.is_none();
        self.list_ui(ui, values, found.is_some(), wants_focus, actions);
        ui.add_space(8.0);
        self.foot_ui(ui, actions)
    }

    fn search_ui(&self, ui: &mut Ui, memory: &mut FacetMemory) {
        let name = tr(self.lang, "table-find-value");
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), egui::Sense::hover());
        let place = rect.shrink2(vec2(12.0, 0.0)).with_min_y(rect.top() + 4.0).with_max_y(rect.top() + 32.0);
        let clear = tr(self.lang, "search-clear");
        let field = SearchField { name: &name, hint: &name, keys: "", clear: &clear, width: place.width() };
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        let response = search_field_ui(&mut inner, &mut memory.search, field);
        if memory.is_new {
            response.request_focus();
        }
    }

    /// Looks for what is typed, once per change of it: a column may have tens of thousands of values.
    fn find(&self, memory: &mut FacetMemory) {
        let text = fold(memory.search.trim());
        if memory.hits.as_ref().is_some_and(|hits| hits.text == text) {
            return;
        }
        let mut is_hit = Vec::new();
        if !text.is_empty() {
            if memory.finder.is_none() {
                memory.finder = ValueFinder::new(self.column);
            }
            is_hit = memory.finder.as_mut().map(|finder| finder.find(&text)).unwrap_or_default();
        }
        memory.hits = Some(Hits { text, is_hit });
    }

    fn list_ui(&self, ui: &mut Ui, values: &[FacetValue], is_search: bool, wants_focus: bool, actions: &mut Vec<TableAction>) {
        let has_gap_row = !is_search && (self.facet.not_stated > 0 || self.is_not_stated_ticked());
        let num_rows = values.len() + usize::from(has_gap_row);
        if num_rows == 0 {
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                ui.add_space(16.0);
                text_ui(ui, Type::Small, Palette::of(ui).text_weak, &tr(self.lang, "table-no-value"));
            });
            return;
        }
        let area = ScrollArea::vertical().id_salt("values").max_height(ROWS_IN_SIGHT * ROW_HEIGHT).auto_shrink([false, true]);
        area.show_rows(ui, ROW_HEIGHT, num_rows, |ui, in_sight| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for nr in in_sight {
                let response = match values.get(nr) {
                    Some(value) => ui.push_id(value.code, |ui| self.value_ui(ui, *value, actions)).inner,
                    None => self.not_stated_ui(ui, actions),
                };
                if nr == 0 && wants_focus {
                    response.request_focus();
                }
            }
        });
    }

    fn value_ui(&self, ui: &mut Ui, value: FacetValue, actions: &mut Vec<TableAction>) -> egui::Response {
        let name = self.column.shown(value.code, self.lang).unwrap_or_default();
        let is_ticked = self.column.value(value.code).is_some_and(|value| self.is_ticked(value));
        let count = count_text(self.lang, value.count);
        let row = TickRow { name, mark: (self.mark)(value.code), count: &count, is_ticked, is_faint: value.count == 0 };
        let response = tick_row_ui(ui, row);
        if response.clicked() {
            actions.push(self.edit(FacetEdit::Toggle(value.code)));
        }
        response
    }

    fn not_stated_ui(&self, ui: &mut Ui, actions: &mut Vec<TableAction>) -> egui::Response {
        let name = tr(self.lang, "table-not-stated-value");
        let count = count_text(self.lang, self.facet.not_stated);
        let is_ticked = self.is_not_stated_ticked();
        let row = TickRow { name: &name, mark: None, count: &count, is_ticked, is_faint: self.facet.not_stated == 0 };
        let response = tick_row_ui(ui, row);
        if response.clicked() {
            actions.push(self.edit(FacetEdit::ToggleNotStated));
        }
        response
    }

    fn is_ticked(&self, value: &str) -> bool {
        match self.query.filter(self.open.column) {
            Some(Filter::Values { values, inverted, .. }) => values.contains(value) != *inverted,
            _ => false,
        }
    }

    fn is_not_stated_ticked(&self) -> bool {
        match self.query.filter(self.open.column) {
            Some(Filter::Values { not_stated, inverted, .. }) => not_stated != inverted,
            _ => false,
        }
    }
}
