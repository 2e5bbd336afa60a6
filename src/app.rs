//! The window: sidebar, the open view, keys; and the one place where commands take effect.

mod beside;
mod keys;
mod sidebar;
mod start;
mod tables;

use std::path::PathBuf;

use egui::{CentralPanel, Frame, Id, Panel, Theme, ThemePreference, Ui};
pub use start::{APP_ID, Options, native_options, run};

use crate::{
    command::Command,
    dossier::{Dossier, FigureNr, Home, Problem},
    history::History,
    locale::{Lang, tr},
    route::{Focus, Route, View},
    sheets,
    state::{self, State, ThemeChoice},
    table::TableError,
    ui::theme,
    views::{Context, Views, problems, tables::TableView},
};

/// The window's state.
pub struct App {
    content: Result<(Dossier, Views), Vec<Problem>>,
    state: State,
    saved: State,
    state_path: Option<PathBuf>,
    focus: Focus,
    history: History,
    commands: Vec<Command>,
    is_search_wanted: bool,
}

impl App {
    /// A window onto a dossier; the state is kept at `state_path` if there is one.
    pub fn new(ctx: &egui::Context, dossier: Result<Dossier, Vec<Problem>>, state: State, state_path: Option<PathBuf>) -> Self {
        theme::install(ctx);
        ctx.options_mut(|options| options.fallback_theme = Theme::Light);
        ctx.set_theme(preference(state.theme));
        ctx.set_zoom_factor(state.zoom);
        let content = dossier.and_then(|dossier| match Views::new(&dossier) {
            Ok(mut views) => {
                views.article_mut().set_pane_width(state.article_pane_points);
                Ok((dossier, views))
            }
            Err(error) => Err(vec![too_large(&error)]),
        });
        let saved = state.clone();
        let (focus, history, commands) = (Focus::None, History::default(), Vec::new());
        let mut app = Self { content, state, saved, state_path, focus, history, commands, is_search_wanted: false };
        app.give_choices();
        app
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
            let content = self.content.as_ref().ok().map(|(dossier, views)| (dossier, views));
            sidebar::ui(ui, content, &self.state, is_rail, &mut self.commands);
        });
        let (beside, is_article_first) = (self.beside(ui.ctx()), self.state.view == View::Article);
        let is_search_wanted = std::mem::take(&mut self.is_search_wanted);
        CentralPanel::default().frame(Frame::new().fill(palette.surface)).show(ui, |ui| match &mut self.content {
            Ok((dossier, views)) => {
                let (lang, commands) = (self.state.lang, &mut self.commands);
                let money = self.state.money;
                let article_pane = None;
                let window_width = width;
                let mut ctx =
                    Context { dossier, lang, money, window_width, beside, is_article_first, article_pane, is_search_wanted, commands };
                views.ui(&mut ctx, ui, self.state.view);
            }
            Err(found) => problems::ui(ui, self.state.lang, found),
        });
        self.apply_all(ui.ctx());
        self.remember_window(ui.ctx());
    }

    fn apply_all(&mut self, ctx: &egui::Context) {
        let commands = std::mem::take(&mut self.commands);
        let is_any = !commands.is_empty();
        for command in commands {
            self.apply(ctx, command);
        }
        if is_any {
            self.keep_state();
            ctx.request_repaint();
        }
    }

    /// Carries out one command: the only place that changes what is shown.
    fn apply(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::Open(view) => self.go(Route::to(view)),
            Command::Go(route) => self.go(route),
            Command::Back => {
                if let Some(route) = self.history.back(self.route()) {
                    self.arrive(route);
                }
            }
            Command::Forward => {
                if let Some(route) = self.history.forward(self.route()) {
                    self.arrive(route);
                }
            }
            Command::ShowInTable(nr) => {
                if let Some(table) = self.beside(ctx) {
                    self.show_row_beside(table, nr);
                } else if let Some(route) = self.row_of(nr) {
                    self.go(route);
                }
            }
            Command::ShowSentence(nr) => {
                let shown = self.content.as_ref().ok().and_then(|(dossier, _)| dossier.shown_for(nr, self.state.lang));
                match shown {
                    Some(nr) if self.beside(ctx).is_some() => self.show_sentence_beside(nr),
                    Some(nr) => self.go(Route { view: View::Article, focus: Focus::Figure(nr) }),
                    None => {}
                }
            }
            Command::Undo => _ = self.table_mut(ctx).is_some_and(TableView::undo),
            Command::Redo => _ = self.table_mut(ctx).is_some_and(TableView::redo),
            Command::ToggleBeside => self.state.is_beside = !self.state.is_beside,
            Command::SwitchLang => {
                self.state.lang = self.state.lang.other();
                let title = tr(self.state.lang, "app-name").into_owned();
                ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
            }
            Command::SwitchTheme => {
                self.state.theme = if ctx.theme() == Theme::Dark { ThemeChoice::Light } else { ThemeChoice::Dark };
                ctx.set_theme(preference(self.state.theme));
            }
            Command::FocusSearch => self.is_search_wanted = true,
            Command::Select(focus) => self.select(ctx, focus),
            Command::CloseLayer => {
                let beside = self.beside(ctx);
                if let Ok((_, views)) = &mut self.content
                    && views.close_layer(self.state.view, beside)
                {
                    self.focus = Focus::None;
                }
            }
            Command::OpenSource(path) => {
                self.go(Route::to(View::Article));
                if let Ok((dossier, views)) = &mut self.content {
                    views.open_source(dossier, &path);
                }
            }
            Command::ToggleSource => {
                if let Ok((_, views)) = &mut self.content {
                    views.toggle_source();
                }
            }
            Command::Copy(text) => ctx.copy_text(text),
            Command::SetMoney(unit) => self.state.money = Some(unit),
            Command::OpenSaved(view, name) => {
                if self.table_of(view).is_some_and(|table| table.open_saved(&name)) {
                    self.go(Route::to(view));
                }
            }
            Command::ResetColumns(view) => {
                if let Some(table) = self.table_of(view) {
                    table.reset_columns();
                }
                self.keep_tables();
            }
            Command::KeepTables => self.keep_tables(),
        }
    }

    fn select(&mut self, ctx: &egui::Context, focus: Focus) {
        self.focus = focus;
        if focus == Focus::None
            && let Some(table) = self.table_mut(ctx)
        {
            table.deselect();
        }
        if let (Some(table), Focus::Row(row)) = (self.beside(ctx), focus) {
            self.show_sentence_of_row(table, row);
        }
    }

    fn go(&mut self, route: Route) {
        if route != self.route() {
            self.history.leave(self.route());
            self.arrive(route);
        }
    }

    fn arrive(&mut self, route: Route) {
        self.state.view = route.view;
        self.focus = route.focus;
        if let Ok((_, views)) = &mut self.content {
            if views.is_table(route.view) {
                self.state.table = route.view;
            }
            views.reveal(route);
        }
    }

    /// The table row a figure belongs to.
    fn row_of(&self, nr: FigureNr) -> Option<Route> {
        let (dossier, _) = self.content.as_ref().ok()?;
        let approval = || sheets::approval_rows(dossier).iter().position(|row| row.figure == nr);
        let topic = |topics| sheets::topic_rows(topics).iter().position(|row| row.figure == nr);
        let (view, row) = match dossier.figure(nr).home {
            Home::Project(row) => (View::Projects, row),
            Home::Work(row) => (View::Infrastructure, row),
            // What the approvals say besides numbers has no row there.
            Home::Approval => approval().map_or((View::Facts, nr.0 as usize), |row| (View::Approvals, row)),
            Home::Service(_) => topic(&dossier.services).map_or((View::Facts, nr.0 as usize), |row| (View::Services, row)),
            Home::Reform(_) => topic(&dossier.reform).map_or((View::Facts, nr.0 as usize), |row| (View::Reform, row)),
            Home::Zone(_) => (View::Facts, nr.0 as usize),
        };
        Some(Route { view, focus: Focus::Row(row) })
    }

    fn remember_window(&mut self, ctx: &egui::Context) {
        self.state.zoom = ctx.zoom_factor();
        let size = ctx.content_rect().size() * self.state.zoom;
        self.state.window_points = [size.x, size.y];
        if let Ok((_, views)) = &mut self.content {
            self.state.article_pane_points = views.article_mut().pane_width();
        }
    }

    /// Writes the choices down if they have changed.
    pub fn keep_state(&mut self) {
        let Some(path) = &self.state_path else { return };
        if self.state == self.saved {
            return;
        }
        if let Err(error) = state::save(path, &self.state) {
            eprintln!("liucheng-viewer: {}: {error}; choices are not kept", path.display());
            // Once is enough: it would fail the same way each time.
            self.state_path = None;
        }
        self.saved = self.state.clone();
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

/// The tables of a dossier cannot be made.
fn too_large(error: &TableError) -> Problem {
    let expected = "tables of at most four thousand million rows".to_owned();
    Problem { file: PathBuf::new(), place: String::new(), found: error.to_string(), expected }
}

fn preference(choice: ThemeChoice) -> ThemePreference {
    match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}
