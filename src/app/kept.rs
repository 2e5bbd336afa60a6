//! What is kept between runs: taken up when a dossier is shown, noted when the state is written.
//!
//! What belongs to one dossier is a field of [`DossierState`](crate::state::DossierState), with one line in `restore` and
//! one in `note_dossier`.

use super::App;
use crate::{
    dossier::Dossier,
    locale::{Lang, tr_args},
    route::{Focus, Route, View},
    state::{Screen, Selected, dossier_key},
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
            Focus::None | Focus::Section(_) | Focus::Byline => None,
            Focus::Row(row) => views.row_id(dossier, self.state.view, row).map(Selected::Row),
            Focus::Figure(nr) => Some(Selected::Figure(dossier.figure(nr).id.to_string())),
        };
    }

    /// What the dossier's choices are kept under.
    fn key(&self) -> Option<String> {
        let (dossier, _) = self.content.as_ref().ok()?;
        Some(dossier_key(&dossier.meta.id, self.folder.as_deref()))
    }

    /// Notes where the window is, how large, and its zoom.
    pub(super) fn remember_window(&mut self, ctx: &egui::Context) {
        self.state.zoom = ctx.zoom_factor();
        let (is_full_screen, is_maximized, corner) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.fullscreen == Some(true), viewport.maximized == Some(true), viewport.outer_rect.map(|rect| rect.min))
        });
        if !is_full_screen {
            self.state.window.is_maximized = is_maximized;
        }
        // A window that fills the screen is to be as large as before when it no longer does.
        if !is_full_screen && !is_maximized {
            self.state.window.points = (ctx.content_rect().size() * self.state.zoom).into();
            self.state.window.corner = corner.map(|corner| (corner * self.state.zoom).into());
        }
        let pixels_per_point = ctx.native_pixels_per_point().unwrap_or(self.state.screen.pixels_per_point);
        self.state.screen = Screen { pixels_per_point, texture_side: ctx.input(|input| input.max_texture_side) };
        if let Ok((_, views)) = &mut self.content {
            self.state.article_pane_points = views.article_mut().pane_width();
        }
    }

    /// Has the choices written down, if they have changed.
    pub(super) fn note_state(&mut self, ctx: &egui::Context) {
        if self.keeper.is_none() {
            return;
        }
        self.note_dossier();
        let ctx = ctx.clone();
        if let Some(keeper) = &mut self.keeper {
            keeper.keep(&self.state, move || ctx.request_repaint());
        }
    }

    /// Writes the choices down, and returns when that is done.
    pub fn keep_state(&mut self) {
        self.note_dossier();
        if let Some(keeper) = &mut self.keeper {
            keeper.keep(&self.state, || ());
            keeper.finish();
        }
    }

    /// Says why choices are not kept, if they cannot be.
    pub(super) fn take_failure(&mut self) {
        let Some(keeper) = &mut self.keeper else { return };
        let Some(reason) = keeper.failure() else { return };
        let words = |lang| {
            tr_args(lang, "notice-not-kept", &[("file", keeper.path().display().to_string().into()), ("why", reason.words(lang).into())])
        };
        eprintln!("liucheng-viewer: {}", words(Lang::En));
        let line = words(self.state.lang);
        // Once is enough: it would fail the same way each time.
        self.keeper = None;
        self.say(line);
    }
}

/// What was selected, if the dossier still has it.
fn focus_of(dossier: &Dossier, views: &Views, view: View, selected: &Selected) -> Focus {
    match selected {
        Selected::Row(id) => views.row_with_id(dossier, view, id).map_or(Focus::None, Focus::Row),
        Selected::Figure(id) => dossier.find(id).map_or(Focus::None, Focus::Figure),
    }
}
