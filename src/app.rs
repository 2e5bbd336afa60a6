//! The window: sidebar, the open view, keys; and the one place where commands take effect.

mod apply;
mod beside;
mod kept;
mod keys;
mod leaving;
mod opening;
mod sidebar;
mod start;
mod tables;

use std::path::PathBuf;

use egui::{CentralPanel, Frame, Id, Panel, Theme, ThemePreference, Ui};
pub use leaving::{Chosen, Outlets};
pub use start::{APP_ID, Options, native_options, run};

use crate::{
    command::Command,
    dossier::{Dossier, Problem},
    history::History,
    locale::{Lang, tr},
    route::{Focus, Route, View},
    state::{State, ThemeChoice},
    table::TableError,
    ui::theme,
    views::{Context, Views, problems},
};

/// The window's state.
pub struct App {
    content: Result<(Dossier, Views), Vec<Problem>>,
    /// Where the dossier comes from; none for the embedded one.
    folder: Option<PathBuf>,
    state: State,
    saved: State,
    state_path: Option<PathBuf>,
    focus: Focus,
    history: History,
    commands: Vec<Command>,
    is_search_wanted: bool,
    opening: Option<opening::Opening>,
    refused: Option<opening::Refused>,
    leaving: leaving::Leaving,
}

impl App {
    /// A window onto a dossier that comes from no folder; the state is kept at `state_path` if there is one.
    pub fn new(ctx: &egui::Context, dossier: Result<Dossier, Vec<Problem>>, state: State, state_path: Option<PathBuf>) -> Self {
        Self::onto(ctx, dossier, None, state, state_path)
    }

    /// A window onto a dossier that comes from `folder`, or is the embedded one.
    pub fn onto(
        ctx: &egui::Context,
        dossier: Result<Dossier, Vec<Problem>>,
        folder: Option<PathBuf>,
        state: State,
        state_path: Option<PathBuf>,
    ) -> Self {
        theme::install(ctx);
        ctx.options_mut(|options| options.fallback_theme = Theme::Light);
        ctx.set_theme(preference(state.theme));
        ctx.set_zoom_factor(state.zoom);
        let saved = state.clone();
        let content = dossier.and_then(|dossier| match Views::new(&dossier) {
            Ok(views) => Ok((dossier, views)),
            Err(error) => Err(vec![too_large(&error)]),
        });
        let mut new = Self {
            content: Err(Vec::new()),
            folder: None,
            state,
            saved,
            state_path,
            focus: Focus::None,
            history: History::default(),
            commands: Vec::new(),
            is_search_wanted: false,
            opening: None,
            refused: None,
            leaving: leaving::Leaving::default(),
        };
        new.show(content, folder);
        new
    }

    /// Shows a table as one line of text says; mistakes in it are shown in the window.
    pub fn set_query(&mut self, text: &str) {
        if let Ok((_, views)) = &mut self.content
            && let Some(table) = views.table_mut(self.state.view)
        {
            table.set_query_text(text);
        }
    }

    /// The open view and what is selected in it.
    pub fn route(&self) -> Route {
        Route { view: self.state.view, focus: self.focus }
    }

    /// The language shown.
    pub fn lang(&self) -> Lang {
        self.state.lang
    }

    /// Queues a command, as a click would.
    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Draws one frame and applies what the reader did in it.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        self.finish_opening(ui.ctx());
        if let Ok((dossier, _)) = &mut self.content {
            dossier.projects.trim();
        }
        self.leaving.poll(ui.ctx(), self.state.lang);
        self.read_keys(ui);
        // Of several files only one can stand beside the account: the last.
        if let Some(file) = ui.input(|input| input.raw.dropped_files.last().map(|file| file.path().to_owned())) {
            self.send(Command::OpenSource(file));
        }
        let name = tr(self.state.lang, "app-name");
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
        let width = ui.ctx().content_rect().width();
        let palette = theme::Palette::of(ui);
        let is_rail = width < theme::NARROW;
        let side = if is_rail { theme::RAIL_WIDTH } else { theme::SIDEBAR_WIDTH };
        Panel::left(Id::unique("sidebar")).exact_size(side).resizable(false).frame(Frame::new().fill(palette.window)).show(ui, |ui| {
            let is_open = !self.has_no_views();
            let content = self.content.as_ref().ok().filter(|_| is_open).map(|(dossier, views)| (dossier, views));
            sidebar::ui(ui, content, &self.state, is_rail, &mut self.commands);
        });
        let (beside, is_article_first) = (self.beside(ui.ctx()), self.state.view == View::Article);
        let is_search_wanted = std::mem::take(&mut self.is_search_wanted);
        let has_no_views = self.has_no_views();
        CentralPanel::default().frame(Frame::new().fill(palette.surface)).show(ui, |ui| match &mut self.content {
            _ if has_no_views => _ = self.opening_ui(ui),
            Ok((dossier, views)) => {
                let (lang, commands) = (self.state.lang, &mut self.commands);
                let money = self.state.money;
                let article_pane = None;
                let (window_width, reading) = (width, self.state.reading);
                let mut ctx = Context {
                    dossier,
                    lang,
                    money,
                    window_width,
                    reading,
                    beside,
                    is_article_first,
                    article_pane,
                    is_search_wanted,
                    commands,
                };
                views.ui(&mut ctx, ui, self.state.view);
            }
            Err(found) => _ = problems::ui(ui, self.state.lang, found, None),
        });
        self.leaving.ui(ui, self.state.lang);
        self.apply_all(ui.ctx());
        self.remember_window(ui.ctx());
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.frame_ui(ui);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.keep_state();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

fn preference(choice: ThemeChoice) -> ThemePreference {
    match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}

/// The tables of a dossier cannot be made.
fn too_large(error: &TableError) -> Problem {
    let expected = "tables of at most four thousand million rows".to_owned();
    Problem { file: PathBuf::new(), place: String::new(), found: error.to_string(), expected }
}
