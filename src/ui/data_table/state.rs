//! What a table remembers between frames, and of it what is kept between runs.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{action::RowId, column::ColumnSpec, menu::MenuTarget, scroll::ScrollPos};
use crate::ui::facet::FacetMemory;

/// The reader's choices about columns; by id, so they outlive any change of the columns themselves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnChoices {
    /// Widths in points that differ from the view's own.
    pub widths: BTreeMap<String, f32>,
    /// Ids from left to right; columns it does not name follow in the view's order.
    pub order: Vec<String>,
    /// Hidden columns that the view shows.
    pub hidden: BTreeSet<String>,
    /// Shown columns that the view hides.
    pub shown: BTreeSet<String>,
    /// How many columns at the left stay when the others scroll sideways.
    pub num_frozen: usize,
}

impl Default for ColumnChoices {
    /// The view's own widths and order, with the first column frozen: it names the row.
    fn default() -> Self {
        Self { widths: BTreeMap::new(), order: Vec::new(), hidden: BTreeSet::new(), shown: BTreeSet::new(), num_frozen: 1 }
    }
}

impl ColumnChoices {
    /// The columns in sight, left to right.
    pub fn visible<'a>(&self, columns: &'a [ColumnSpec]) -> Vec<&'a ColumnSpec> {
        let mut visible: Vec<_> = columns.iter().filter(|column| self.is_visible(column)).collect();
        visible.sort_by_key(|column| self.order.iter().position(|id| id == column.id).unwrap_or(usize::MAX));
        visible
    }

    /// Whether a column is in sight.
    pub fn is_visible(&self, column: &ColumnSpec) -> bool {
        if column.is_hidden { self.shown.contains(column.id) } else { !self.hidden.contains(column.id) }
    }

    /// Shows a column or hides it.
    pub fn set_visible(&mut self, column: &ColumnSpec, is_visible: bool) {
        let (differs, list) = if column.is_hidden { (is_visible, &mut self.shown) } else { (!is_visible, &mut self.hidden) };
        if differs {
            list.insert(column.id.to_owned());
        } else {
            list.remove(column.id);
        }
    }

    /// Puts a column before another one, or at the end.
    pub fn move_before(&mut self, columns: &[ColumnSpec], id: &str, before: Option<&str>) {
        let mut all: Vec<&ColumnSpec> = columns.iter().collect();
        all.sort_by_key(|column| self.order.iter().position(|known| known == column.id).unwrap_or(usize::MAX));
        let mut order: Vec<String> = all.into_iter().map(|column| column.id.to_owned()).filter(|known| known != id).collect();
        let place = before.and_then(|before| order.iter().position(|known| known == before)).unwrap_or(order.len());
        order.insert(place, id.to_owned());
        self.order = order;
    }

    /// The width of a column in points, before the flexible one takes the rest.
    pub fn width(&self, column: &ColumnSpec) -> f32 {
        self.widths.get(column.id).copied().filter(|width| width.is_finite()).unwrap_or(column.width).max(column.min_width)
    }
}

/// The cell the keyboard is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The header row.
    Header,
    /// The row with this id; at this place when it was last seen.
    Row {
        /// The row.
        id: RowId,
        /// Its place among the rows.
        row_nr: usize,
    },
}

/// What a table remembers. Only [`Self::choices`] is worth saving.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TableState {
    /// The reader's choices about columns.
    pub choices: ColumnChoices,
    #[serde(skip)]
    pub(super) scroll: ScrollPos,
    /// How far the columns are moved to the left, in points.
    #[serde(skip)]
    pub(super) scroll_x: f32,
    #[serde(skip)]
    pub(super) selection: BTreeSet<RowId>,
    /// The row the record shows.
    #[serde(skip)]
    pub(super) current: Option<RowId>,
    /// Where the row of the record stood when it was last drawn; none while it is out of sight.
    #[serde(skip)]
    pub(super) current_nr: Option<usize>,
    /// Where a range of rows with Shift began.
    #[serde(skip)]
    pub(super) anchor: Option<RowId>,
    #[serde(skip)]
    pub(super) place: Option<Place>,
    /// The column the keyboard is at.
    #[serde(skip)]
    pub(super) place_column: Option<&'static str>,
    /// Whether the place was reached by keys, so that its ring is drawn.
    #[serde(skip)]
    pub(super) is_place_shown: bool,
    /// Which popover is open.
    #[serde(skip)]
    pub(super) open_facet: Option<&'static str>,
    #[serde(skip)]
    facet: FacetMemory,
    /// What the menu is about and where it was asked for.
    #[serde(skip)]
    pub(super) menu: Option<(MenuTarget, egui::Pos2)>,
    /// A column whose header is being dragged.
    #[serde(skip)]
    pub(super) dragged: Option<&'static str>,
    /// The keyboard goes back to the table with the next frame.
    #[serde(skip)]
    pub(super) wants_focus: bool,
    /// A row to bring into sight with the next frame.
    #[serde(skip)]
    pub(super) reveal: Option<RowId>,
    /// The generation of the rows that were last drawn.
    #[serde(skip)]
    pub(super) generation: Option<u64>,
    /// The width of a column when its edge was taken, in points.
    #[serde(skip)]
    pub(super) resized_from: f32,
    /// A column whose width shall fit what is in sight.
    #[serde(skip)]
    pub(super) fit: Option<&'static str>,
}

impl TableState {
    /// The row that the record shows.
    pub fn current(&self) -> Option<RowId> {
        self.current
    }

    /// The selected rows, by id.
    pub fn selection(&self) -> &BTreeSet<RowId> {
        &self.selection
    }

    /// Selects one row alone and shows it in the record; `None` selects nothing.
    pub fn select(&mut self, row: Option<RowId>) {
        self.selection = row.into_iter().collect();
        self.current = row;
        self.anchor = row;
    }

    /// Selects one row and brings it into sight, as a link from elsewhere does.
    pub fn reveal(&mut self, row: RowId) {
        self.select(Some(row));
        self.reveal = Some(row);
    }

    /// Opens a column's popover, as a click on its pill does.
    pub fn open_facet(&mut self, column: &'static str) {
        self.open_facet = Some(column);
    }

    /// Whether a column's popover is open.
    pub fn is_facet_open(&self, column: &str) -> bool {
        self.open_facet == Some(column)
    }

    /// What the open popover remembers.
    pub(in crate::ui) fn facet_memory(&mut self) -> &mut FacetMemory {
        &mut self.facet
    }

    /// Closes the popover.
    pub fn close_facet(&mut self) {
        self.wants_focus |= self.open_facet.take().is_some();
        self.facet = FacetMemory::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<ColumnSpec> {
        ["name", "amount", "stage"]
            .into_iter()
            .map(|id| ColumnSpec::new(id, id, 100.0))
            .chain([ColumnSpec::new("note", "note", 80.0).hidden()])
            .collect()
    }

    fn ids(choices: &ColumnChoices) -> Vec<&'static str> {
        choices.visible(&columns()).iter().map(|column| column.id).collect()
    }

    #[test]
    fn columns_hide_show_and_move_by_id() {
        let columns = columns();
        let mut choices = ColumnChoices::default();
        assert_eq!(ids(&choices), ["name", "amount", "stage"]);
        choices.move_before(&columns, "stage", Some("amount"));
        assert_eq!(ids(&choices), ["name", "stage", "amount"]);
        choices.move_before(&columns, "name", None);
        assert_eq!(ids(&choices), ["stage", "amount", "name"]);
        choices.set_visible(&columns[1], false);
        choices.set_visible(&columns[3], true);
        assert_eq!(ids(&choices), ["stage", "note", "name"], "a column shown anew stands where the order has it");
        choices.set_visible(&columns[1], true);
        choices.set_visible(&columns[3], false);
        assert_eq!(ids(&choices), ["stage", "amount", "name"]);
    }

    #[test]
    fn a_width_is_never_less_than_the_least() {
        let column = ColumnSpec::new("name", "name", 100.0);
        for (saved, width) in [(200.0, 200.0), (1.0, 48.0), (f32::NAN, 100.0)] {
            let choices = ColumnChoices { widths: [("name".to_owned(), saved)].into(), ..Default::default() };
            assert!((choices.width(&column) - width).abs() < f32::EPSILON, "{saved} makes {width}");
        }
    }

    #[test]
    fn only_choices_are_saved() {
        let mut state = TableState::default();
        state.reveal(7);
        state.choices.hidden.insert("stage".to_owned());
        let text = serde_json::to_string(&state).unwrap();
        let back: TableState = serde_json::from_str(&text).unwrap();
        assert_eq!(back.choices, state.choices);
        assert_eq!((back.current(), back.reveal), (None, None), "{text}");
    }
}
