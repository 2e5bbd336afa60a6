//! What is kept between runs: taken up when a dossier is shown, noted when the state is written.
//!
//! What belongs to one dossier is a field of [`DossierState`](crate::state::DossierState), with one line in `restore` and
//! one in `note_dossier`.

use super::App;
use crate::{
    dossier::Dossier,
    locale::tr_args,
    route::{Focus, Route, View},
    state::{self, Save, Screen, Selected, dossier_key},
    views::Views,
};

impl App {
    /// Takes a dossier up where it was left.
    pub(super) fn restore(&mut self) {
        let Some(kept) = self.key().and_then(|key| self.state.dossiers.get(&key).cloned()) else { return };
        self.give_choices(&kept.tables);
        let Ok((dossier, views)) = &self.content else { return };
        self.state.table = kept.table.unwrap_or(self.state.table);
        let view = kept.view.unwrap_or(self.state.view);
        let focus = kept.selected.map_or(Focus::None, |selected| focus_of(dossier, views, view, &selected));
        self.arrive(Route { view, focus });
        if let (Some(place), Ok((_, views))) = (kept.place, &mut self.content) {
            views.article_mut().return_to(place, focus);
        }
    }

    /// Notes where the dossier is left.
    pub(super) fn note_dossier(&mut self) {
        let Some(key) = self.key() else { return };
        let tables = self.table_choices();
        let Ok((dossier, views)) = &self.content else { return };
        let kept = self.state.dossiers.entry(key).or_default();
        kept.tables = tables;
        kept.place = views.article().place().or(kept.place);
        kept.view = Some(self.state.view);
        kept.table = Some(self.state.table);
        kept.selected = match self.focus {
            // A section is only a place to go to.
            Focus::None | Focus::Section(_) => None,
            Focus::Row(row) => Some(Selected::Row(row)),
            Focus::Figure(nr) => Some(Selected::Figure(dossier.figure(nr).id.to_string())),
        };
    }

    /// What the dossier's choices are kept under.
    fn key(&self) -> Option<String> {
        let (dossier, _) = self.content.as_ref().ok()?;
        Some(dossier_key(&dossier.meta.id, self.folder.as_deref()))
    }

    /// Notes the window's size and zoom.
    pub(super) fn remember_window(&mut self, ctx: &egui::Context) {
        self.state.zoom = ctx.zoom_factor();
        let size = ctx.content_rect().size() * self.state.zoom;
        self.state.window_points = [size.x, size.y];
        let pixels_per_point = ctx.native_pixels_per_point().unwrap_or(self.state.screen.pixels_per_point);
        self.state.screen = Screen { pixels_per_point, texture_side: ctx.input(|input| input.max_texture_side) };
        if let Ok((_, views)) = &mut self.content {
            self.state.article_pane_points = views.article_mut().pane_width();
        }
    }

    /// Writes the choices down if they have changed.
    pub fn keep_state(&mut self) {
        if self.state_path.is_none() {
            return;
        }
        self.note_dossier();
        let Some(path) = &self.state_path else { return };
        if self.state == self.saved {
            return;
        }
        if let Err(error) = state::save(path, Save { before: &self.saved, now: &self.state }, false) {
            let line = format!("{}: {error}", path.display());
            eprintln!("liucheng-viewer: {line}; choices are not kept");
            self.say(tr_args(self.state.lang, "notice-not-kept", &[("what", line.into())]));
            // Once is enough: it would fail the same way each time.
            self.state_path = None;
        }
        self.saved = self.state.clone();
    }
}

/// What was selected, if the dossier still has it.
fn focus_of(dossier: &Dossier, views: &Views, view: View, selected: &Selected) -> Focus {
    match selected {
        Selected::Row(row) if views.num_rows(view).is_some_and(|num| *row < num) => Focus::Row(*row),
        Selected::Row(_) => Focus::None,
        Selected::Figure(id) => dossier.find(id).map_or(Focus::None, Focus::Figure),
    }
}
