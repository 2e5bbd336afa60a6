//! What the reader chose about tables: given to them when the window opens, taken from them when it is to be kept.

use super::App;
use crate::{route::View, state::TableChoices, views::tables::TableView};

impl App {
    /// Gives each table what was kept of it.
    pub(super) fn give_choices(&mut self) {
        let Ok((dossier, views)) = &mut self.content else { return };
        let kept = self.state.tables.get(&dossier.meta.id);
        for (view, choices) in kept.into_iter().flatten() {
            if let Some(table) = view.parse().ok().and_then(|view| views.table_mut(view)) {
                table.set_choices(choices.clone());
            }
        }
    }

    /// Takes from each table what is to be kept of it; one that stands as at first takes no room.
    pub(super) fn keep_tables(&mut self) {
        let Ok((dossier, views)) = &mut self.content else { return };
        let kept = self.state.tables.entry(dossier.meta.id.clone()).or_default();
        for view in View::ALL {
            let choices = views.table_mut(view).map(|table| table.choices());
            match choices.filter(|choices| *choices != TableChoices::default()) {
                Some(choices) => _ = kept.insert(view.code().to_owned(), choices),
                None => _ = kept.remove(view.code()),
            }
        }
        if kept.is_empty() {
            self.state.tables.remove(&dossier.meta.id);
        }
    }

    /// The table of a view.
    pub(super) fn table_of(&mut self, view: View) -> Option<&mut TableView> {
        self.content.as_mut().ok()?.1.table_mut(view)
    }
}
