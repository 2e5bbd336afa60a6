//! Which columns of a table are in sight, how wide and in which order: what the reader chose, kept between runs.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::column::ColumnSpec;

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
        self.all(columns).into_iter().filter(|column| self.is_visible(column)).collect()
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
        let mut order: Vec<String> = self.all(columns).into_iter().map(|column| column.id.to_owned()).filter(|known| known != id).collect();
        let place = before.and_then(|before| order.iter().position(|known| known == before)).unwrap_or(order.len());
        order.insert(place, id.to_owned());
        self.order = order;
    }

    /// All columns, hidden ones too, left to right.
    pub fn all<'a>(&self, columns: &'a [ColumnSpec]) -> Vec<&'a ColumnSpec> {
        let mut all: Vec<&ColumnSpec> = columns.iter().collect();
        all.sort_by_key(|column| self.order.iter().position(|id| id == column.id).unwrap_or(usize::MAX));
        all
    }

    /// Puts a column one place to the left or to the right, past hidden ones as well; whether there was a place.
    pub fn shift(&mut self, columns: &[ColumnSpec], id: &str, is_right: bool) -> bool {
        let all = self.all(columns);
        let Some(place) = all.iter().position(|column| column.id == id) else { return false };
        let before = match (is_right, place) {
            (false, 0) => return false,
            (true, _) if place + 1 == all.len() => return false,
            (false, _) => all.get(place - 1),
            (true, _) => all.get(place + 2),
        };
        let before = before.map(|column| column.id);
        self.move_before(columns, id, before);
        true
    }

    /// Hides a column or shows it, but never hides the last one in sight; whether it did.
    pub fn toggle(&mut self, columns: &[ColumnSpec], column: &ColumnSpec) -> bool {
        let is_visible = self.is_visible(column);
        if is_visible && self.visible(columns).len() == 1 {
            return false;
        }
        self.set_visible(column, !is_visible);
        true
    }

    /// The width of a column in points where room is scarce, and where it is not: the reader's, or else at least `least`.
    pub fn widths(&self, column: &ColumnSpec, least: f32) -> [f32; 2] {
        let chosen = self.widths.get(column.id).copied().filter(|width| width.is_finite());
        let own = || column.fit.map_or([column.width; 2], |fit| [fit.min(column.width), fit]).map(|width| width.max(least));
        chosen.map_or_else(own, |width| [width; 2]).map(|width| width.max(column.min_width))
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
        for (saved, least, width) in
            [(200.0, 0.0, 200.0), (1.0, 0.0, 48.0), (f32::NAN, 0.0, 100.0), (80.0, 120.0, 80.0), (f32::NAN, 120.0, 120.0)]
        {
            let choices = ColumnChoices { widths: [("name".to_owned(), saved)].into(), ..Default::default() };
            assert_eq!(choices.widths(&column, least).to_vec(), vec![width; 2], "{saved} beside {least}");
        }
    }

    #[test]
    fn words_have_their_own_width_where_there_is_room() {
        let column = ColumnSpec::new("name", "name", 100.0);
        for (fit, least, widths) in [(60.0, 0.0, [60.0, 60.0]), (60.0, 80.0, [80.0, 80.0]), (160.0, 0.0, [100.0, 160.0])] {
            assert_eq!(ColumnChoices::default().widths(&column.clone().fit(fit), least).to_vec(), widths.to_vec(), "{fit} beside {least}");
        }
    }

    #[test]
    fn columns_step_to_the_side_and_stop_at_the_ends() {
        let columns = columns();
        let mut choices = ColumnChoices::default();
        assert!(!choices.shift(&columns, "name", false), "nothing is left of the first");
        assert!(choices.shift(&columns, "name", true));
        assert_eq!(ids(&choices), ["amount", "name", "stage"]);
        assert!(choices.shift(&columns, "stage", true), "past a hidden one");
        assert!(!choices.shift(&columns, "stage", true));
        assert!(choices.shift(&columns, "stage", false));
        assert_eq!(choices.all(&columns).iter().map(|column| column.id).collect::<Vec<_>>(), ["amount", "name", "stage", "note"]);
    }

    #[test]
    fn one_column_always_stays() {
        let columns = columns();
        let mut choices = ColumnChoices::default();
        assert!(choices.toggle(&columns, &columns[0]) && choices.toggle(&columns, &columns[1]));
        assert!(!choices.toggle(&columns, &columns[2]), "it is the last one");
        assert_eq!(ids(&choices), ["stage"]);
        assert!(choices.toggle(&columns, &columns[3]) && choices.toggle(&columns, &columns[2]));
        assert_eq!(ids(&choices), ["note"]);
    }
}
