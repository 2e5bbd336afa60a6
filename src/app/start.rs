//! Opening the window: options, saved choices, and one line that says why there is none.

use std::path::PathBuf;
#[cfg(target_os = "linux")]
use std::{cell::Cell, rc::Rc};

use egui::{Context, Pos2, Vec2, ViewportBuilder, vec2};

use super::{
    App,
    early::Early,
    opening::{MOST_AT_ONCE_BYTES, Then, at_once},
};
use crate::{
    command::Command,
    locale::{Lang, tr},
    route::View,
    state::{self, State, Trouble},
    ui::{fonts, icons},
};

/// The program's id: the name of its `.desktop` file, which desktops look its icon up by.
pub const APP_ID: &str = "liucheng-viewer";

/// How often the X server is asked, and the time between: a server that starts over is back within a second.
#[cfg(target_os = "linux")]
const X_SERVER_TRIES: u32 = 12;
#[cfg(target_os = "linux")]
const X_SERVER_PAUSE: std::time::Duration = std::time::Duration::from_millis(100);

/// What the window is opened with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A dossier's folder; the embedded dossier without one.
    pub dossier: Option<PathBuf>,
    /// The view to open, instead of the last one.
    pub view: Option<View>,
    /// The language, instead of the last one.
    pub lang: Option<Lang>,
    /// What the view's table is to show, as one line of text.
    pub query: Option<String>,
    /// A copy of the report to open beside the account.
    pub source: Option<PathBuf>,
}

/// How the window is made; `begin` starts what is done on threads meanwhile.
///
/// It is called once the desktop has been connected to: until then a second thread does more harm than good, as the C
/// library reads the X server's tables byte by byte, and locks for each byte once there are two threads.
pub fn native_options(state: &State, begin: impl FnOnce() + 'static) -> eframe::NativeOptions {
    let mut viewport = ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title(tr(state.lang, "app-name"))
        .with_inner_size(Vec2::from(state.window.points) / state.zoom)
        .with_min_inner_size(vec2(640.0, 400.0) / state.zoom)
        .with_maximized(state.window.is_maximized)
        .with_icon(icons::window_icon());
    // Elsewhere nobody brings back a window that was left on a screen which is gone.
    if let Some(corner) = state.window.corner.filter(|_| cfg!(target_os = "linux")) {
        viewport = viewport.with_position(Pos2::from(corner) / state.zoom);
    }
    let begin = Box::new(move |viewport| {
        begin();
        viewport
    });
    eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        window_builder: Some(begin),
        dithering: false,
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    }
}

/// Opens the window and returns when it is closed.
///
/// # Errors
///
/// One line that says why no window could be opened and what to do about it.
pub fn run(options: &Options) -> Result<(), String> {
    if cfg!(target_os = "linux") && ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].iter().all(|name| is_unset(name)) {
        return Err(
            "no display: start it in a desktop session or set DISPLAY (ssh -X, xvfb-run); `check` and `export` need none".to_owned()
        );
    }
    // A large dossier comes later; until then, and if it does not come, there is the embedded one.
    let (folder, later) = options.dossier.clone().map_or((None, None), |folder| {
        if crate::dossier::num_bytes(&folder) <= MOST_AT_ONCE_BYTES { (Some(folder), None) } else { (None, Some(folder)) }
    });
    #[cfg(target_os = "linux")]
    let asked: Rc<Cell<Option<super::desktop::Asked>>> = Rc::default();
    // Held while the window is open: a server without clients starts over, and may do so just now.
    #[cfg(target_os = "linux")]
    let _held = if is_unset("WAYLAND_DISPLAY") { x_server() } else { None };
    let path = state::default_path();
    let first = State::first(state::desktop_locale().as_deref());
    let (mut state, trouble) = path.as_ref().map_or_else(|| (first.clone(), None), |path| state::load(path, first.clone()));
    if let Some(trouble) = &trouble {
        eprintln!("liucheng-viewer: {}", trouble.words(Lang::En));
    }
    let path = path.filter(|_| !matches!(trouble, Some(Trouble::Closed { .. })));
    state.lang = options.lang.unwrap_or(state.lang);
    let ctx = context(&state);
    let options = options.clone();
    let early = {
        let state = state.clone();
        Early::new(&ctx, move |ctx| {
            let mut app = App::showing(ctx, (folder.clone(), at_once(folder.as_deref())), state.clone(), path.clone());
            if let Some(trouble) = &trouble {
                app.say(trouble.words(app.lang()));
            }
            let Options { view, query, source, .. } = options.clone();
            let then = Then { view, query, commands: source.map(Command::OpenSource).into_iter().collect() };
            match &later {
                Some(folder) => app.open_dossier_then(ctx, folder, then),
                None => app.then(then),
            }
            app
        })
    };
    let native = {
        let early = early.clone();
        #[cfg(target_os = "linux")]
        let asked = Rc::clone(&asked);
        native_options(&state, move || {
            early.begin();
            #[cfg(target_os = "linux")]
            asked.set(Some(super::desktop::ask()));
        })
    };
    let start =
        Box::new(move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
            let app = early.finish();
            #[cfg(target_os = "linux")]
            if let Some(asked) = asked.take() {
                asked.follow(&cc.egui_ctx);
            }
            for problem in app.problems() {
                eprintln!("liucheng-viewer: {problem}");
            }
            Ok(Box::new(app))
        });
    eframe::run_native_ext(APP_ID, native, Some(ctx), start).map_err(|error| reason(&error))
}

/// What the window draws with, and what its first frame is laid out with before there is a window.
pub fn context(state: &State) -> Context {
    let ctx = Context::default();
    // Wanted already when the window is made.
    ctx.options_mut(|options| options.zoom_factor = state.zoom);
    fonts::with_system(&ctx);
    ctx
}

/// A connection to the X server, waited for as long as one takes to start; none where there is no server to be had.
#[cfg(target_os = "linux")]
fn x_server() -> Option<x11rb::rust_connection::RustConnection> {
    for _ in 0..X_SERVER_TRIES {
        match x11rb::connect(None) {
            Ok((connection, _)) => return Some(connection),
            Err(_) => std::thread::sleep(X_SERVER_PAUSE),
        }
    }
    None
}

fn is_unset(name: &str) -> bool {
    std::env::var_os(name).is_none_or(|value| value.is_empty())
}

/// Why there is no window, and the packages that usually help.
fn reason(error: &eframe::Error) -> String {
    let told = error.to_string().replace('\n', " ");
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            // winit puts the place in its own source before what went wrong.
            let told = told.rsplit(": ").next().unwrap_or_default();
            format!(
                "cannot open a window: {told}; check DISPLAY, and on Debian install libx11-6 libxcursor1 libxi6 libxrandr2 libxkbcommon-x11-0"
            )
        }
        _ => format!("cannot draw with OpenGL: {told}; on Debian install libgl1 libegl1 libgl1-mesa-dri"),
    }
}
