//! Which dossier the window shows.

use std::path::PathBuf;

use super::App;
use crate::{
    dossier::{Dossier, Problem},
    history::History,
    route::Focus,
    table::TableError,
    views::Views,
};

impl App {
    /// Shows a dossier where it was left.
    pub(super) fn show(&mut self, dossier: Result<Dossier, Vec<Problem>>) {
        self.content = dossier.and_then(|dossier| match Views::new(&dossier) {
            Ok(mut views) => {
                views.article_mut().set_pane_width(self.state.article_pane_points);
                Ok((dossier, views))
            }
            Err(error) => Err(vec![too_large(&error)]),
        });
        (self.focus, self.history) = (Focus::None, History::default());
        self.restore();
    }
}

/// The tables of a dossier cannot be made.
fn too_large(error: &TableError) -> Problem {
    let expected = "tables of at most four thousand million rows".to_owned();
    Problem { file: PathBuf::new(), place: String::new(), found: error.to_string(), expected }
}
