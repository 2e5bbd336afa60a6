//! The window itself: theme, size of everything, the screen filled, its title; and forgetting every choice.

use egui::{Context, Theme, ThemePreference, ViewportCommand};

use super::App;
use crate::{
    locale::tr,
    route::{Focus, Route},
    state::{self, MotionChoice, State, ThemeChoice},
    ui::theme::{LessMotion, set_less_motion},
};

/// How small and how large everything can be made.
pub(super) const ZOOMS: (f32, f32) = (0.5, 3.0);

/// The sizes gone through step by step, as browsers have them.
const STEPS: [f32; 12] = [0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 2.5, 3.0];

impl App {
    /// Takes a theme for good.
    pub(super) fn set_theme(&mut self, ctx: &Context, choice: ThemeChoice) {
        self.state.theme = choice;
        ctx.set_theme(preference(choice));
    }

    /// Takes a choice of motion for good.
    pub(super) fn set_motion(&mut self, ctx: &Context, choice: MotionChoice) {
        self.state.motion = choice;
        set_less_motion(ctx, LessMotion::Chosen, choice == MotionChoice::Less);
    }

    /// The theme that is not on.
    pub(super) fn other_theme(ctx: &Context) -> ThemeChoice {
        if ctx.theme() == Theme::Dark { ThemeChoice::Light } else { ThemeChoice::Dark }
    }

    /// Fills the screen, or leaves it.
    pub(super) fn toggle_full_screen(ctx: &Context) {
        let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
    }

    /// Puts the dossier's place into the window's title.
    pub(super) fn keep_title(&mut self, ctx: &Context) {
        let lang = self.state.lang;
        let name = tr(lang, "app-name");
        let title = match &self.content {
            Ok((dossier, _)) => format!("{} - {name}", dossier.meta.short_place.get(lang)),
            Err(_) => name.into_owned(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Forgets every choice, of all dossiers, as if the program had never been started.
    pub(super) fn reset_everything(&mut self, ctx: &Context) {
        self.state = State { window: self.state.window, ..State::first(state::desktop_locale().as_deref()) };
        self.set_theme(ctx, self.state.theme);
        self.set_motion(ctx, self.state.motion);
        ctx.set_zoom_factor(self.state.zoom);
        if let Ok((dossier, views)) = &mut self.content
            && let Ok(mut fresh) = views.anew(dossier)
        {
            fresh.article_mut().set_pane_width(self.state.article_pane_points);
            *views = fresh;
            self.num_shown += 1;
        }
        (self.focus, self.history) = (Focus::None, crate::history::History::default());
        self.arrive(Route::to(self.state.view));
        if let Some(keeper) = &mut self.keeper {
            let ctx = ctx.clone();
            keeper.keep_alone(&self.state, move || ctx.request_repaint());
        }
    }
}

/// The next step from `zoom`, larger or smaller.
pub(super) fn step(zoom: f32, is_larger: bool) -> f32 {
    let near = 0.005;
    let next = if is_larger {
        STEPS.into_iter().find(|step| *step > zoom + near)
    } else {
        STEPS.into_iter().rev().find(|step| *step < zoom - near)
    };
    next.unwrap_or(zoom.clamp(ZOOMS.0, ZOOMS.1))
}

/// A choice in egui's words.
pub(super) fn preference(choice: ThemeChoice) -> ThemePreference {
    match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_up_and_down_the_same_way() {
        for (zoom, smaller, larger) in [(1.0, 0.9, 1.1), (0.5, 0.5, 0.67), (3.0, 2.5, 3.0), (1.2, 1.1, 1.25), (9.0, 3.0, 3.0)] {
            let near = |a: f32, b: f32| (a - b).abs() < 0.001;
            assert!(near(step(zoom, false), smaller) && near(step(zoom, true), larger), "{zoom}");
        }
    }
}
