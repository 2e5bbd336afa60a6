//! The list of a column's values, with a tick and a count each.

use egui::{Key, ScrollArea, Ui, UiBuilder, vec2};

use super::{FacetMemory, FacetPopover};
use crate::{
    locale::{Lang, count_text, tr},
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
/// A list in which none of the first values has a glyph has none at all.
const MAX_MARKED: usize = 32;
/// How many rows are in sight before the list scrolls.
const ROWS_IN_SIGHT: f32 = 9.5;

/// The values that a search text is in, by their numbers.
#[derive(Clone, Debug)]
pub(super) struct Hits {
    text: String,
    is_hit: Vec<bool>,
}

/// What a key in the search field asks of the list.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    /// ↓: the keyboard goes to the first value.
    goes_down: bool,
    /// Enter: the first value found is ticked.
    ticks_first: bool,
}

/// The rows of the list.
struct List<'a> {
    values: &'a [FacetValue],
    /// "Not stated" is the last row.
    has_gap_row: bool,
    /// Some values have a glyph, so that all names begin behind its place.
    has_marks: bool,
}

impl FacetPopover<'_> {
    /// Draws the list; whether it is done with.
    pub(super) fn values_ui(&self, ui: &mut Ui, memory: &mut FacetMemory, actions: &mut Vec<TableAction>) -> bool {
        let Counts::Values(values) = &self.facet.counts else { return true };
        let mut asked = Asked::default();
        if values.len() > MAX_UNSEARCHED {
            asked = self.search_ui(ui, memory);
            self.find(memory);
        }
        let has_gaps = *memory.has_gaps.get_or_insert_with(|| self.column.has_gaps());
        // The list keeps its height while it is searched, so that nothing below moves.
        let num_rows = values.len() + usize::from(has_gaps);
        let hits = memory.hits.as_ref().filter(|hits| !hits.text.is_empty());
        let found: Option<Vec<FacetValue>> = hits.map(|hits| {
            let is_hit = |value: &&FacetValue| hits.is_hit.get(value.code as usize).copied().unwrap_or(false);
            values.iter().filter(is_hit).copied().collect()
        });
        let list = List {
            values: found.as_deref().unwrap_or(values),
            has_gap_row: has_gaps && hits.is_none_or(|hits| are_gaps_found(&hits.text)),
            has_marks: values.iter().take(MAX_MARKED).any(|value| (self.mark)(value.code).is_some()),
        };
        asked.goes_down |= memory.is_new && memory.hits.is_none();
        let height = ROWS_IN_SIGHT.min(num_rows as f32) * ROW_HEIGHT;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
        self.list_ui(&mut ui.new_child(UiBuilder::new().max_rect(rect)), &list, asked, actions);
        ui.add_space(8.0);
        self.foot_ui(ui, actions)
    }

    fn search_ui(&self, ui: &mut Ui, memory: &mut FacetMemory) -> Asked {
        let name = tr(self.lang, "table-find-value");
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), egui::Sense::hover());
        let place = rect.shrink2(vec2(12.0, 0.0)).with_min_y(rect.top() + 4.0).with_max_y(rect.top() + 32.0);
        let clear = tr(self.lang, "search-clear");
        let field = SearchField { name: &name, hint: &name, keys: "", clear: &clear, width: place.width() };
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        let response = search_field_ui(&mut inner, &mut memory.search, field);
        let takes = |key| ui.input(|input| input.key_pressed(key));
        let is_entered = response.lost_focus() && takes(Key::Enter);
        if memory.is_new || is_entered {
            response.request_focus();
        }
        Asked { goes_down: response.has_focus() && takes(Key::ArrowDown), ticks_first: is_entered && !memory.search.trim().is_empty() }
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

    fn list_ui(&self, ui: &mut Ui, list: &List<'_>, asked: Asked, actions: &mut Vec<TableAction>) {
        let num_rows = list.values.len() + usize::from(list.has_gap_row);
        if num_rows == 0 {
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                ui.add_space(16.0);
                text_ui(ui, Type::Small, Palette::of(ui).text_weak, &tr(self.lang, "table-no-value"));
            });
            return;
        }
        if asked.ticks_first {
            actions.push(self.edit(list.values.first().map_or(FacetEdit::ToggleNotStated, |value| FacetEdit::Toggle(value.code))));
        }
        ScrollArea::vertical().id_salt("values").auto_shrink(false).show_rows(ui, ROW_HEIGHT, num_rows, |ui, in_sight| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for nr in in_sight {
                let response = match list.values.get(nr) {
                    Some(value) => ui.push_id(value.code, |ui| self.value_ui(ui, *value, list.has_marks, actions)).inner,
                    None => self.not_stated_ui(ui, list.has_marks, actions),
                };
                if nr == 0 && asked.goes_down {
                    response.request_focus();
                }
            }
        });
    }

    fn value_ui(&self, ui: &mut Ui, value: FacetValue, has_marks: bool, actions: &mut Vec<TableAction>) -> egui::Response {
        let name = self.column.shown(value.code, self.lang).unwrap_or_default();
        let is_ticked = self.column.value(value.code).is_some_and(|value| self.is_ticked(value));
        let count = count_text(self.lang, value.count);
        let mark = (self.mark)(value.code);
        let row = TickRow { name, mark, has_marks, count: &count, is_ticked, is_faint: value.count == 0 };
        let response = tick_row_ui(ui, row);
        if response.clicked() {
            actions.push(self.edit(FacetEdit::Toggle(value.code)));
        }
        response
    }

    fn not_stated_ui(&self, ui: &mut Ui, has_marks: bool, actions: &mut Vec<TableAction>) -> egui::Response {
        let name = tr(self.lang, "table-not-stated-value");
        let count = count_text(self.lang, self.facet.not_stated);
        let is_ticked = self.is_not_stated_ticked();
        let row = TickRow { name: &name, mark: None, has_marks, count: &count, is_ticked, is_faint: self.facet.not_stated == 0 };
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

/// Whether what is typed is in the words for "not stated".
fn are_gaps_found(folded: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| fold(&tr(lang, "table-not-stated-value")).contains(folded))
}
