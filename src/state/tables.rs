//! What is kept of the tables: which columns, which totals, and the views that have a name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{table::Measure, ui::data_table::ColumnChoices};

/// The choices of one dossier's tables, by the code of their view.
pub type Tables = BTreeMap<String, TableChoices>;

/// The reader's choices about one table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableChoices {
    /// Which columns, how wide, in which order.
    pub columns: ColumnChoices,
    /// What stands below the rows, by column, if not the sum.
    pub totals: BTreeMap<String, Measure>,
    /// Queries with a name, in the order they were saved.
    pub saved: Vec<SavedView>,
}

/// A query with a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// What the reader calls it.
    pub name: String,
    /// The query as one line of text, as `--query` takes it.
    pub query: String,
    /// Its columns.
    pub columns: ColumnChoices,
}

/// The most named views of one table; the file is read whole at every start.
const MOST_SAVED: usize = 100;

/// The longest name of a view, in characters.
const LONGEST_NAME: usize = 60;

impl TableChoices {
    /// Names a query, or gives the name another one.
    ///
    /// A name of nothing but white space says nothing, and does nothing; so does one more than there is room for.
    pub fn save(&mut self, view: SavedView) {
        let name: String = view.name.trim().chars().take(LONGEST_NAME).collect();
        let view = SavedView { name, ..view };
        if let Some(saved) = self.saved.iter_mut().find(|saved| saved.name == view.name) {
            *saved = view;
        } else if !view.name.is_empty() && self.saved.len() < MOST_SAVED {
            self.saved.push(view);
        }
    }

    /// Gives a view another name, if no other has it.
    pub fn rename(&mut self, name: &str, new: &str) {
        let new: String = new.trim().chars().take(LONGEST_NAME).collect();
        let is_taken = new.is_empty() || self.saved.iter().any(|saved| saved.name == new);
        if let Some(saved) = self.saved.iter_mut().find(|saved| saved.name == name && !is_taken) {
            saved.name = new;
        }
    }

    /// Forgets a view.
    pub fn delete(&mut self, name: &str) {
        self.saved.retain(|saved| saved.name != name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, query: &str) -> SavedView {
        SavedView { name: name.to_owned(), query: query.to_owned(), columns: ColumnChoices::default() }
    }

    fn names(choices: &TableChoices) -> Vec<&str> {
        choices.saved.iter().map(|saved| saved.name.as_str()).collect()
    }

    #[test]
    fn views_are_saved_renamed_and_deleted_by_name() {
        let mut choices = TableChoices::default();
        choices.save(view(" large ", "investment>=1亿"));
        choices.save(view("new", "stage:building"));
        choices.save(view("  ", "x"));
        assert_eq!(names(&choices), ["large", "new"]);
        choices.save(view("large", "investment>=5亿"));
        assert_eq!(choices.saved[0].query, "investment>=5亿", "the same name is the same view");
        choices.rename("new", "large");
        choices.rename("new", " ");
        assert_eq!(names(&choices), ["large", "new"], "no two of one name, and none without");
        choices.rename("new", "in building");
        choices.delete("large");
        assert_eq!(names(&choices), ["in building"]);
    }

    #[test]
    fn there_is_an_end_to_it() {
        let mut choices = TableChoices::default();
        for nr in 0..MOST_SAVED + 5 {
            choices.save(view(&format!("{nr}"), ""));
        }
        assert_eq!(choices.saved.len(), MOST_SAVED);
        choices.save(view(&"长".repeat(500), ""));
        assert_eq!(choices.saved.len(), MOST_SAVED);
        choices.rename("0", &"长".repeat(500));
        assert_eq!(choices.saved[0].name.chars().count(), LONGEST_NAME);
    }

    #[test]
    fn choices_come_back() {
        let mut choices = TableChoices::default();
        choices.totals.insert("investment".to_owned(), Measure::Median);
        choices.columns.hidden.insert("stage".to_owned());
        choices.save(view("a", "sort:-investment"));
        let text = serde_json::to_string(&choices).unwrap();
        assert_eq!(serde_json::from_str::<TableChoices>(&text).unwrap(), choices, "{text}");
    }
}
