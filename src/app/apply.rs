//! Carrying out commands: the only place that changes what is shown.

use super::{App, choose::Wanted, window};
use crate::{
    command::Command,
    dossier::{FigureNr, MoneyUnit},
    history::Visit,
    locale::tr,
    route::{Focus, Route, View},
    ui::fonts,
    views::tables::TableView,
};

impl App {
    pub(super) fn apply_all(&mut self, ctx: &egui::Context) {
        let commands = std::mem::take(&mut self.commands);
        let is_any = !commands.is_empty();
        for command in commands {
            self.apply(ctx, command);
        }
        if is_any {
            self.note_state(ctx);
            ctx.request_repaint();
        }
    }

    /// Carries out one command: the only place that changes what is shown.
    fn apply(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::Open(view) => self.open(ctx, view),
            Command::Go(route) => self.go(ctx, route),
            Command::Back => self.back(ctx),
            Command::Forward => self.forward(ctx),
            Command::ShowInTable(nr) => self.show_in_table(ctx, nr),
            Command::ShowSentence(nr) => self.show_sentence(ctx, nr),
            Command::ShowChecks => {
                self.go(ctx, Route::to(View::Facts));
                if let Ok((_, views)) = &mut self.content {
                    views.show_checks();
                }
            }
            Command::Undo => self.step(ctx, TableView::undo),
            Command::Redo => self.step(ctx, TableView::redo),
            Command::ToggleBeside => self.state.is_beside = !self.state.is_beside,
            Command::SwapPanes => self.state.is_article_right = !self.state.is_article_right,
            Command::SetReading(reading) => self.state.reading = reading,
            Command::SwitchLang => {
                self.state.lang = self.state.lang.other();
                fonts::set_lang(ctx, self.state.lang);
            }
            Command::SwitchTheme => self.set_theme(ctx, Self::other_theme(ctx)),
            Command::SetTheme(choice) => self.set_theme(ctx, choice),
            Command::SetMotion(choice) => self.set_motion(ctx, choice),
            Command::ZoomIn => ctx.set_zoom_factor(window::step(ctx.zoom_factor(), true)),
            Command::ZoomOut => ctx.set_zoom_factor(window::step(ctx.zoom_factor(), false)),
            Command::ZoomReset => ctx.set_zoom_factor(1.0),
            Command::ToggleSidebar => self.state.is_sidebar_hidden = !self.state.is_sidebar_hidden,
            Command::ToggleFullScreen => Self::toggle_full_screen(ctx),
            Command::Show(dialog) => self.toggle_dialog(ctx, dialog),
            Command::OpenMenu => self.toggle_menu(ctx),
            Command::FocusSearch => {
                self.keyboard.forget();
                self.is_search_wanted = true;
            }
            Command::Select(focus) => self.select(ctx, focus),
            Command::CloseLayer => self.close_layer(ctx),
            Command::OpenDossier(folder) => self.open_recent(ctx, &folder),
            Command::OpenEmbedded => self.open_embedded(),
            Command::ChooseDossier => self.choose(ctx, Wanted::Dossier),
            Command::ChooseSource => self.choose(ctx, Wanted::Source),
            Command::OpenSource(path) => {
                self.go(ctx, Route::to(View::Article));
                if let Ok((dossier, views)) = &mut self.content {
                    views.open_source(ctx, dossier, &path);
                }
            }
            Command::ToggleSource => self.toggle_source(ctx),
            Command::Copy(text) => self.leaving.copy_text(ctx, self.state.lang, text),
            Command::Tell(words) => self.leaving.say(ctx, words, false),
            Command::CopySelected => self.wanted_input.push(egui::Event::Copy),
            Command::CopyLink => {
                if let Some(link) = self.table_mut(ctx).map(|table| table.link()) {
                    self.apply(ctx, Command::Copy(link));
                }
            }
            Command::ShowQuery(view, text) => {
                self.go(ctx, Route::to(view));
                self.set_query(&text);
            }
            Command::CloseNotice(nr) => _ = (nr < self.notices.len()).then(|| self.notices.remove(nr)),
            Command::ResetEverything => self.reset_everything(ctx),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::Leave(leave) => self.leave(ctx, leave),
            Command::SetMoney(unit) => self.set_money(ctx, unit),
            Command::OpenSaved(view, name) => {
                if self.table_of(view).is_some_and(|table| table.open_saved(&name)) {
                    self.go(ctx, Route::to(view));
                }
            }
            Command::ResetColumns(view) => {
                if let Some(table) = self.table_of(view) {
                    table.reset_columns();
                }
            }
            // What is kept is noted after every command.
            Command::KeepTables => {}
        }
    }

    /// Takes back what was chosen of the table in sight, or chooses it again.
    fn step(&mut self, ctx: &egui::Context, step: fn(&mut TableView, &mut Option<MoneyUnit>)) {
        let mut money = self.state.money;
        if let Some(table) = self.table_mut(ctx) {
            step(table, &mut money);
        }
        self.state.money = money;
    }

    fn set_money(&mut self, ctx: &egui::Context, unit: MoneyUnit) {
        let before = self.state.money.replace(unit);
        if before != self.state.money
            && let Some(table) = self.table_mut(ctx)
        {
            table.note_money(before);
        }
    }

    /// Opens a view; who walks through the sidebar stays there.
    fn open(&mut self, ctx: &egui::Context, view: View) {
        self.go(ctx, Route::to(view));
        // A table says how many rows it has.
        if !view.is_table() {
            self.told = tr(self.state.lang, view.name_key()).into_owned();
        }
        if self.keyboard.is_in_sidebar {
            self.keyboard.forget();
        }
    }

    fn back(&mut self, ctx: &egui::Context) {
        if let Some(visit) = self.history.back(self.visit()) {
            self.return_to(ctx, visit);
        }
    }

    fn forward(&mut self, ctx: &egui::Context) {
        if let Some(visit) = self.history.forward(self.visit()) {
            self.return_to(ctx, visit);
        }
    }

    /// Opens the menu, or closes it.
    fn toggle_menu(&mut self, ctx: &egui::Context) {
        if self.keyboard.is_in_menu() {
            egui::Popup::close_all(ctx);
        } else {
            self.keyboard.enter_menu(ctx);
            self.is_menu_wanted = true;
        }
    }

    fn show_in_table(&mut self, ctx: &egui::Context, nr: FigureNr) {
        let Some(route) = self.row_of(nr) else { return };
        if let Some(table) = self.beside(ctx) {
            self.show_row_beside(ctx, table, nr);
        } else {
            if self.state.view == View::Article {
                // So that the way back leads to the figure as it was left.
                self.focus = Focus::Figure(nr);
            }
            self.go(ctx, route);
        }
        self.announce_row(nr, route);
    }

    fn show_sentence(&mut self, ctx: &egui::Context, nr: FigureNr) {
        let shown = self.content.as_ref().ok().and_then(|(dossier, _)| dossier.shown_for(nr, self.state.lang));
        match shown {
            Some(nr) if self.beside(ctx).is_some() => self.show_sentence_beside(nr),
            Some(nr) => self.go(ctx, Route { view: View::Article, focus: Focus::Figure(nr) }),
            None => {}
        }
    }

    /// Closes one thing: the topmost.
    fn close_layer(&mut self, ctx: &egui::Context) {
        if self.close_dialog(ctx) || self.leaving.close_layer() || self.cancel_opening() || self.close_refused() {
            return;
        }
        let beside = self.beside(ctx);
        if let Ok((_, views)) = &mut self.content
            && views.close_layer(self.state.view, beside)
        {
            self.focus = Focus::None;
        }
    }

    /// Shows or hides the copy of the report; from elsewhere it is shown.
    fn toggle_source(&mut self, ctx: &egui::Context) {
        let is_here = self.state.view == View::Article;
        if !is_here {
            self.go(ctx, Route::to(View::Article));
        }
        if let Ok((_, views)) = &mut self.content
            && (is_here || !views.article().is_source_open())
        {
            views.toggle_source();
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

    /// Goes to a place; where that is here already, it is brought into sight again.
    pub(super) fn go(&mut self, ctx: &egui::Context, route: Route) {
        if route != self.route() {
            self.history.leave(self.visit());
        }
        self.arrive(route);
        self.follow(ctx);
    }

    /// Where the reader is, with the place in the account.
    fn visit(&self) -> Visit {
        let place = self.content.as_ref().ok().and_then(|(_, views)| views.article().place());
        Visit { route: self.route(), place }
    }

    /// Goes where the reader has been: the account is as it was left.
    fn return_to(&mut self, ctx: &egui::Context, visit: Visit) {
        self.arrive(visit.route);
        self.follow(ctx);
        if let (Some(place), Ok((_, views))) = (visit.place, &mut self.content) {
            views.article_mut().return_to(place, visit.route.focus);
        }
    }

    pub(super) fn arrive(&mut self, route: Route) {
        self.state.view = route.view;
        self.focus = route.focus;
        // Who comes to the same row again is to hear it again.
        self.told.clear();
        if let Ok((_, views)) = &mut self.content {
            if route.view.is_table() {
                self.state.table = route.view;
            }
            views.reveal(route);
        }
    }

    /// The table row a figure belongs to.
    pub(super) fn row_of(&self, nr: FigureNr) -> Option<Route> {
        let (dossier, views) = self.content.as_ref().ok()?;
        Some(views.row_of(dossier, nr))
    }
}
