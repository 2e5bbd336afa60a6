//! What the reader chose about tables: given to them when a dossier is shown, taken from them when it is to be kept.

use super::App;
use crate::{
    route::View,
    state::{TableChoices, Tables},
    views::tables::TableView,
};

impl App {
    /// Gives each table what was kept of it.
    pub(super) fn give_choices(&mut self, kept: &Tables) {
        for (view, choices) in kept {
            if let Some(table) = view.parse().ok().and_then(|view| self.table_of(view)) {
                table.set_choices(choices.clone());
            }
        }
    }

    /// What is to be kept of each table; one that stands as at first takes no room.
    pub(super) fn table_choices(&mut self) -> Tables {
        let choices = View::ALL.into_iter().filter_map(|view| Some((view.code().to_owned(), self.table_of(view)?.choices())));
        choices.filter(|(_, choices)| *choices != TableChoices::default()).collect()
    }

    /// The table of a view.
    pub(super) fn table_of(&mut self, view: View) -> Option<&mut TableView> {
        self.content.as_mut().ok()?.1.table_mut(view)
    }
}
