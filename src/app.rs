//! The window: sidebar, the open view, keys; and the one place where commands take effect.

mod able;
mod announce;
mod apply;
mod beside;
mod choose;
#[cfg(target_os = "linux")]
mod desktop;
mod dialogs;
mod dropping;
mod early;
mod kept;
mod keyboard;
mod keys;
mod leaving;
mod menu;
mod notices;
mod opening;
mod palette;
mod sidebar;
mod start;
mod tables;
mod window;

use std::{path::PathBuf, sync::Arc};

pub use crate::views::picture::page_charts;
pub use early::Early;
use egui::{CentralPanel, Frame, Id, Panel, Theme, Ui};
pub use leaving::{Chosen, Outlets};
use opening::Loaded;
pub use start::{APP_ID, Options, context, native_options, run};

use crate::{
    command::Command,
    dossier::{Dossier, Problem},
    history::History,
    locale::{Lang, tr},
    route::{Focus, Route, View},
    state::{Keeper, MotionChoice, State},
    table::TableError,
    ui::{fonts, theme},
    views::{Context, Views},
};

/// The room between the menu's mark and the view's name, besides the page's margin.
const MENU_ROOM: f32 = 8.0;

/// The window's state.
pub struct App {
    content: Result<(Arc<Dossier>, Views), Vec<Problem>>,
    /// Where the dossier comes from; none for the embedded one.
    folder: Option<PathBuf>,
    state: State,
    /// None where choices are not kept.
    keeper: Option<Keeper>,
    focus: Focus,
    history: History,
    commands: Vec<Command>,
    is_search_wanted: bool,
    opening: Option<opening::Opening>,
    refused: Option<opening::Refused>,
    choosing: Option<choose::Choosing>,
    dialogs: Vec<dialogs::Open>,
    keyboard: keyboard::Keyboard,
    palette: palette::Palette,
    /// How many dossiers were shown: nothing of one stands where the one before was left.
    num_shown: usize,
    notices: Vec<String>,
    /// What was said aloud last.
    told: String,
    is_menu_wanted: bool,
    /// What a menu asked for that the widget with the keyboard does as if by key.
    wanted_input: Vec<egui::Event>,
    /// The licence whose text is shown.
    open_licence: Option<usize>,
    /// The window's title as it was set last.
    title: String,
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
        Self::showing(ctx, (folder, opening::with_views(dossier)), state, state_path)
    }

    fn showing(ctx: &egui::Context, (folder, content): (Option<PathBuf>, Loaded), state: State, state_path: Option<PathBuf>) -> Self {
        theme::install(ctx);
        fonts::set_lang(ctx, state.lang);
        ctx.options_mut(|options| {
            options.fallback_theme = Theme::Light;
            // The keys of size are actions like all others.
            options.zoom_with_keyboard = false;
        });
        ctx.set_theme(window::preference(state.theme));
        ctx.set_zoom_factor(state.zoom);
        theme::set_less_motion(ctx, theme::LessMotion::Chosen, state.motion == MotionChoice::Less);
        let keeper = state_path.map(|path| Keeper::new(path, state.clone()));
        let mut new = Self {
            content: Err(Vec::new()),
            folder: None,
            state,
            keeper,
            focus: Focus::None,
            history: History::default(),
            commands: Vec::new(),
            is_search_wanted: false,
            opening: None,
            refused: None,
            choosing: None,
            dialogs: Vec::new(),
            keyboard: keyboard::Keyboard::default(),
            palette: palette::Palette::default(),
            num_shown: 0,
            notices: Vec::new(),
            told: String::new(),
            is_menu_wanted: false,
            wanted_input: Vec::new(),
            open_licence: None,
            title: String::new(),
            leaving: leaving::Leaving::default(),
        };
        new.show(content, folder);
        new
    }

    /// What is wrong with the dossier, where there is nothing else to show.
    pub(crate) fn problems(&self) -> &[Problem] {
        self.content.as_ref().err().map_or(&[], Vec::as_slice)
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
        self.take_choice();
        self.take_failure();
        // While a copy of the report is being read, that thread may hold on to rows.
        if let Ok((dossier, _)) = &mut self.content
            && let Some(dossier) = Arc::get_mut(dossier)
        {
            dossier.projects.trim();
        }
        self.leaving.poll(ui.ctx(), self.state.lang);
        self.give_keyboard(ui.ctx());
        self.read_keys(ui);
        self.take_dropped(ui.ctx());
        let name = tr(self.state.lang, "app-name");
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
        let menu = self.menu(ui);
        let is_menu_open = if self.state.is_sidebar_hidden {
            self.central_ui(ui, Some(&menu))
        } else {
            let is_menu_open = self.sidebar_ui(ui, &menu);
            self.central_ui(ui, None);
            is_menu_open
        };
        self.keyboard.watch_menu(ui.ctx(), is_menu_open);
        self.announcement_ui(ui);
        self.leaving.ui(ui, self.state.lang);
        self.dialogs_ui(ui.ctx());
        self.held_ui(ui.ctx());
        self.apply_all(ui.ctx());
        if let Some(table) = self.table_mut(ui.ctx()) {
            table.note_frame(ui.ctx());
            if table.take_loss() {
                self.say(tr(self.state.lang, "notice-lost").into_owned());
            }
        }
        self.keep_title(ui.ctx());
        self.remember_window(ui.ctx());
    }

    /// Draws the sidebar; whether its menu is open.
    fn sidebar_ui(&mut self, ui: &mut Ui, menu: &menu::Menu) -> bool {
        let is_rail = ui.ctx().content_rect().width() < theme::NARROW;
        let side = if is_rail { theme::RAIL_WIDTH } else { theme::SIDEBAR_WIDTH };
        let fill = theme::Palette::of(ui).window;
        let panel = Panel::left(Id::unique("sidebar")).exact_size(side).resizable(false).frame(Frame::new().fill(fill));
        let shown = panel.show(ui, |ui| {
            let is_open = !self.has_no_views();
            let content = self.content.as_ref().ok().filter(|_| is_open).map(|(dossier, views)| (dossier.as_ref(), views));
            sidebar::ui(ui, content, &self.state, is_rail, menu, &mut self.commands)
        });
        self.keyboard.is_in_sidebar = shown.inner.is_entered;
        shown.inner.is_menu_open
    }

    /// Draws the view, with the menu in its corner where there is no sidebar; whether that is open.
    fn central_ui(&mut self, ui: &mut Ui, menu: Option<&menu::Menu>) -> bool {
        // Its ground is what the window is cleared with: filling all of it anew would be half of what drawing takes.
        let panel = CentralPanel::default().frame(Frame::new());
        let shown = panel.show(ui, |ui| {
            self.notices_ui(ui);
            let is_menu_open = menu.is_some_and(|menu| {
                // The menu stays in the margin before the view's name.
                let room = egui::Rect::from_min_size(ui.cursor().min, egui::vec2(theme::PAGE_SIDE, theme::TOOLBAR_HEIGHT));
                let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(room));
                menu.button_ui(&mut ui, &self.state, &mut self.commands, theme::PAGE_SIDE)
            });
            ui.push_id(self.num_shown, |ui| self.page_ui(ui));
            is_menu_open
        });
        shown.inner
    }

    /// Draws the open view, or what stands in its place.
    fn page_ui(&mut self, ui: &mut Ui) {
        let window_width = ui.ctx().content_rect().width();
        let (beside, is_article_first) = (self.beside(ui.ctx()), self.state.view == View::Article);
        let is_search_wanted = std::mem::take(&mut self.is_search_wanted);
        let has_no_views = self.has_no_views();
        match &mut self.content {
            _ if has_no_views => _ = self.opening_ui(ui),
            Ok((dossier, views)) => {
                let (State { lang, money, reading, is_article_right, .. }, commands) = (&self.state, &mut self.commands);
                let (lang, money, reading, is_article_right) = (*lang, *money, *reading, *is_article_right);
                let mut ctx = Context {
                    dossier,
                    lang,
                    money,
                    window_width,
                    reading,
                    beside,
                    is_article_first,
                    is_article_right,
                    article_pane: None,
                    menu_room: if self.state.is_sidebar_hidden { MENU_ROOM } else { 0.0 },
                    is_search_wanted,
                    commands,
                };
                views.ui(&mut ctx, ui, self.state.view);
            }
            Err(_) => self.problems_ui(ui),
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.frame_ui(ui);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.leaving.end();
        self.keep_state();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        let theme = if visuals.dark_mode { Theme::Dark } else { Theme::Light };
        theme::Palette::of_theme(theme).surface.to_normalized_gamma_f32()
    }
}

/// The tables of a dossier cannot be made.
fn too_large(error: &TableError) -> Problem {
    let expected = "tables of at most four thousand million rows".to_owned();
    Problem { file: PathBuf::new(), place: String::new(), found: error.to_string(), expected }
}
