//! What is made while the window is: the dossier, the views onto it, and the layout of the first frame.
//!
//! A window with OpenGL takes longer to make than all of this together, and does it on one thread. Another has its content
//! ready by then, with every glyph drawn; where the screen turns out to be another than was expected, the window lays its
//! first frame out itself, and has lost nothing.

use std::{
    cell::Cell,
    panic::resume_unwind,
    rc::Rc,
    sync::Arc,
    thread::{self, JoinHandle},
};

use egui::{Context, FullOutput, Pos2, RawInput, Rect, TexturesDelta, Vec2, ViewportCommand, ViewportId};

use super::App;

type Make = Arc<dyn Fn(&Context) -> App + Send + Sync>;

/// The content of a window that is still to be made.
#[derive(Clone)]
pub struct Early {
    ctx: Context,
    make: Make,
    making: Rc<Cell<Option<JoinHandle<Made>>>>,
}

/// A window's content, and what a first frame that nobody saw has to tell the window.
struct Made {
    app: App,
    textures: TexturesDelta,
    commands: Vec<ViewportCommand>,
}

impl Early {
    /// What `make` makes, for a window that draws with `ctx`; nothing is made yet.
    pub fn new(ctx: &Context, make: impl Fn(&Context) -> App + Send + Sync + 'static) -> Self {
        Self { ctx: ctx.clone(), make: Arc::new(make), making: Rc::default() }
    }

    /// Begins to make it, on a thread of its own.
    pub fn begin(&self) {
        let (ctx, make) = (self.ctx.clone(), Arc::clone(&self.make));
        let making = thread::Builder::new().name("first frame".to_owned()).spawn(move || {
            let mut app = make(&ctx);
            let FullOutput { textures_delta, viewport_output, .. } = ctx.run_ui(expected(&app), |ui| app.frame_ui(ui));
            let commands = viewport_output.into_values().flat_map(|output| output.commands).collect();
            Made { app, textures: textures_delta, commands }
        });
        // Without a thread the window waits: better than no dossier.
        self.making.set(making.ok());
    }

    /// The content, once there is a window for it; the next frame tells the window what the one laid out early had to.
    pub fn finish(self) -> App {
        let Some(making) = self.making.take() else { return (self.make)(&self.ctx) };
        let Made { app, mut textures, commands } = making.join().unwrap_or_else(|panic| resume_unwind(panic));
        let told = self.ctx.tex_manager();
        for (id, deltas) in textures.set.drain() {
            for delta in deltas {
                told.write().set(id, delta);
            }
        }
        textures.clear();
        for command in commands {
            self.ctx.send_viewport_cmd(command);
        }
        app
    }
}

/// The screen as it was when the window was open last.
fn expected(app: &App) -> RawInput {
    let state = &app.state;
    let size = Vec2::from(state.window.points) / state.zoom;
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
        max_texture_side: Some(state.screen.texture_side),
        ..RawInput::default()
    };
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(state.screen.pixels_per_point);
    input
}

#[cfg(test)]
mod tests {
    use egui::{TextureId, epaint::ImageDelta};

    use super::*;
    use crate::{dossier, state::State};

    fn made(begins: bool) -> (Context, App) {
        let ctx = Context::default();
        let early = Early::new(&ctx, |ctx| App::new(ctx, dossier::embedded(), State::default(), None));
        if begins {
            early.begin();
        }
        let app = early.finish();
        (ctx, app)
    }

    /// What the first frame of the window tells it: deltas of the glyphs' texture, and its commands.
    fn first_frame(ctx: &Context, app: &mut App, input: RawInput) -> (Vec<ImageDelta>, Vec<ViewportCommand>) {
        let mut output = ctx.run_ui(input, |ui| app.frame_ui(ui));
        let glyphs = output.textures_delta.set.remove(&TextureId::default()).unwrap_or_default().into_vec();
        output.textures_delta.clear();
        (glyphs, output.viewport_output.into_values().flat_map(|output| output.commands).collect())
    }

    #[test]
    fn a_frame_laid_out_early_tells_the_window_all_that_its_own_would() {
        let frames = [false, true].map(|begins| {
            let (ctx, mut app) = made(begins);
            let input = expected(&app);
            first_frame(&ctx, &mut app, input)
        });
        let [(late, late_commands), (early, early_commands)] = frames;
        assert!(matches!(&late_commands[..], [ViewportCommand::Title(title), ..] if title.contains("柳城")), "{late_commands:?}");
        assert_eq!(early_commands, late_commands);
        let [late] = &late[..] else { panic!("one texture of glyphs") };
        assert!(early.first().is_some_and(|early| early.is_whole() && early.image.size() == late.image.size()), "every glyph is there");
    }

    #[test]
    fn a_screen_that_was_not_expected_is_laid_out_anew() {
        let (ctx, mut app) = made(true);
        let input = RawInput { max_texture_side: Some(2048), ..expected(&app) };
        let (glyphs, _) = first_frame(&ctx, &mut app, input);
        let last = glyphs.iter().rposition(ImageDelta::is_whole).expect("a whole texture");
        assert_eq!(glyphs[last].image.width(), 2048, "what was drawn for another screen is dropped");
    }
}
