//! The views: each names the dossier and the widgets it is drawn with, and holds no logic that needs a window.

pub mod approvals;
pub mod article;
pub mod check_line;
mod checks_list;
pub mod facts;
mod figure;
mod figure_rows;
mod formula;
pub mod infrastructure;
mod left_out;
pub mod not_stated;
mod number;
pub mod opening;
pub mod overview;
pub mod page;
pub mod picture;
pub mod problems;
pub mod projects;
pub mod record;
mod row_ids;
pub mod tables;
pub mod timeline;
pub mod topics;
pub mod words;

use std::{path::Path, sync::Arc};

use egui::Ui;

use crate::{
    command::{Command, Leave},
    dossier::{Dossier, FigureNr, MoneyUnit},
    locale::Lang,
    reading::Reading,
    route::{Focus, Route, View},
    sheets::{self, Reader},
    table::{Table, TableError},
    ui::theme,
};
use article::ArticleView;
use figure_rows::FigureRows;
use overview::OverviewView;
use tables::TableView;
use timeline::TimelineView;

/// What every view draws with; what the reader does is queued here.
pub struct Context<'a> {
    /// The dossier shown.
    pub dossier: &'a Arc<Dossier>,
    /// The language shown.
    pub lang: Lang,
    /// The unit that money is shown in, if the reader has chosen one.
    pub money: Option<MoneyUnit>,
    /// The window's width in points: decides what stands beside what.
    pub window_width: f32,
    /// How the account is set.
    pub reading: Reading,
    /// The table that stands beside the article, if the two stand beside each other.
    pub beside: Option<View>,
    /// Whether the article is the open view, and the table only stands beside it.
    pub is_article_first: bool,
    /// Whether the article stands at the right of the table.
    pub is_article_right: bool,
    /// The article, while it is to be drawn beside a table.
    pub article_pane: Option<ArticleView>,
    /// The room that the menu needs before the view's name, where there is no sidebar to hold it.
    pub menu_room: f32,
    /// Whether the view's search field shall take the keyboard.
    pub is_search_wanted: bool,
    /// What the reader has done this frame.
    pub commands: &'a mut Vec<Command>,
}

impl<'a> Context<'a> {
    /// The unit that money is shown in: as chosen, or as the language's readers expect.
    pub fn money_unit(&self) -> MoneyUnit {
        self.money.unwrap_or_else(|| MoneyUnit::usual(self.lang))
    }

    /// Who reads: what cells say, they say for this reader.
    pub fn reader(&self) -> Reader<'a> {
        Reader { dossier: self.dossier, lang: self.lang, money: self.money }
    }

    /// Whether article and table stand beside each other.
    pub fn is_beside(&self) -> bool {
        self.beside.is_some()
    }

    /// Whether a record, or what else explains a table, has a column of its own.
    pub fn has_aside(&self) -> bool {
        self.window_width >= theme::WIDE && !self.is_beside()
    }

    /// Queues a command; it is applied at the end of the frame.
    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }
}

/// What each view remembers while the window is open.
pub struct Views {
    overview: OverviewView,
    article: ArticleView,
    projects: TableView,
    infrastructure: TableView,
    approvals: TableView,
    services: TableView,
    reform: TableView,
    timeline: TimelineView,
    facts: TableView,
    shows_checks: bool,
    rows: FigureRows,
}

impl Views {
    /// The views of a dossier, each as it is first seen.
    ///
    /// # Errors
    ///
    /// If a table has more rows than can be numbered.
    pub fn new(dossier: &Dossier) -> Result<Self, TableError> {
        Self::with_projects(dossier, sheets::projects(dossier)?)
    }

    /// The views of the same dossier as they are first seen; of a large table only the view is new.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn anew(&self, dossier: &Dossier) -> Result<Self, TableError> {
        Self::with_projects(dossier, self.projects.shared_table())
    }

    /// The same with the table of the projects, made while the dossier was read.
    ///
    /// # Errors
    ///
    /// If another table has more rows than can be numbered.
    pub fn with_projects(dossier: &Dossier, projects: impl Into<Arc<Table>>) -> Result<Self, TableError> {
        let view = |view, table: Result<Table, TableError>| table.map(|table| TableView::new(view, table));
        Ok(Self {
            overview: OverviewView::new(dossier),
            article: ArticleView::default(),
            projects: TableView::new(View::Projects, projects),
            infrastructure: view(View::Infrastructure, sheets::infrastructure(dossier))?,
            approvals: view(View::Approvals, sheets::approvals(dossier))?,
            services: view(View::Services, sheets::topics(dossier, &dossier.services))?,
            reform: view(View::Reform, sheets::topics(dossier, &dossier.reform))?,
            timeline: TimelineView::new(dossier, sheets::timeline(dossier))?,
            facts: view(View::Facts, sheets::facts(dossier))?,
            shows_checks: false,
            rows: FigureRows::new(dossier),
        })
    }

    /// Draws one view, or article and table beside each other.
    pub fn ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui, view: View) {
        if let Some(table) = self.table_mut(ctx.beside.unwrap_or(view)) {
            table.set_lang(ctx.lang);
            table.poll(ui.ctx());
        }
        let Some(table) = ctx.beside else { return self.one_ui(ctx, ui, view) };
        if view == View::Article {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.article.toolbar_ui(ctx, ui);
        }
        ctx.article_pane = Some(std::mem::take(&mut self.article));
        self.one_ui(ctx, ui, table);
        self.article = ctx.article_pane.take().unwrap_or_default();
    }

    fn one_ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui, view: View) {
        match view {
            View::Overview => self.overview.ui(ctx, ui),
            View::Article => self.article.ui(ctx, ui),
            View::Projects => projects::ui(ctx, ui, &mut self.projects),
            View::Infrastructure => infrastructure::ui(ctx, ui, &mut self.infrastructure),
            View::Approvals => approvals::ui(ctx, ui, &mut self.approvals),
            View::Services => topics::ui(ctx, ui, &mut self.services, &ctx.dossier.services, "services-lede"),
            View::Reform => topics::ui(ctx, ui, &mut self.reform, &ctx.dossier.reform, "reform-lede"),
            View::Timeline => self.timeline.ui(ctx, ui),
            View::Facts => facts::ui(ctx, ui, &mut self.facts, &mut self.shows_checks),
            View::NotStated => not_stated::ui(ctx, ui),
        }
        // With no row in sight there is nothing to take out.
        if self.table_mut(view).is_some_and(TableView::forget_taking) {
            ctx.send(Command::Leave(Leave::Say("export-nothing")));
        }
    }

    /// Opens a copy of the report beside the account.
    pub fn open_source(&mut self, egui: &egui::Context, dossier: &Arc<Dossier>, path: &Path) {
        self.article.open_source(egui, dossier, path);
    }

    /// Opens the list of checks under the facts.
    pub fn show_checks(&mut self) {
        self.shows_checks = true;
    }

    /// Shows or hides the copy of the report.
    pub fn toggle_source(&mut self) {
        self.article.toggle_source();
    }

    /// How many rows the table of a view has without a query; none for a view without a table.
    pub fn num_rows(&self, view: View) -> Option<usize> {
        let table = match view {
            View::Overview | View::Article | View::NotStated => return None,
            View::Projects => &self.projects,
            View::Infrastructure => &self.infrastructure,
            View::Approvals => &self.approvals,
            View::Services => &self.services,
            View::Reform => &self.reform,
            View::Timeline => &self.timeline.table,
            View::Facts => &self.facts,
        };
        Some(table.table().num_rows() as usize)
    }

    /// The table of a view that has one.
    pub fn table_mut(&mut self, view: View) -> Option<&mut TableView> {
        match view {
            View::Overview | View::Article | View::NotStated => None,
            View::Projects => Some(&mut self.projects),
            View::Infrastructure => Some(&mut self.infrastructure),
            View::Approvals => Some(&mut self.approvals),
            View::Services => Some(&mut self.services),
            View::Reform => Some(&mut self.reform),
            View::Timeline => Some(&mut self.timeline.table),
            View::Facts => Some(&mut self.facts),
        }
    }

    /// The table row that shows a figure.
    pub fn row_of(&self, dossier: &Dossier, nr: FigureNr) -> Route {
        self.rows.route(dossier, nr)
    }

    /// The article.
    pub fn article(&self) -> &ArticleView {
        &self.article
    }

    /// The article, to be changed.
    pub fn article_mut(&mut self) -> &mut ArticleView {
        &mut self.article
    }

    /// Brings what a route selects into sight.
    pub fn reveal(&mut self, route: Route) {
        match route.focus {
            Focus::None => {}
            Focus::Figure(nr) => self.article.reveal(nr),
            Focus::Section(nr) => self.article.reveal_section(nr),
            Focus::Byline => self.article.reveal_byline(),
            Focus::Row(row) => {
                if let Some(table) = self.table_mut(route.view) {
                    table.reveal(row);
                }
            }
        }
    }

    /// Takes the keyboard for a view: to its rows, or to the figure of the account that was gone to.
    pub fn take_keyboard(&mut self, view: View, focus: Focus) {
        match (view, focus) {
            (View::Article, Focus::Figure(nr)) => self.article.take_keyboard(nr),
            _ => self.table_mut(view).into_iter().for_each(TableView::take_keyboard),
        }
    }

    /// Closes the topmost thing open in a view, such as a card or a record; whether there was one.
    ///
    /// With a table `beside` the article, a card of the article lies over both.
    pub fn close_layer(&mut self, view: View, beside: Option<View>) -> bool {
        if beside.is_some() && self.article.close_layer() {
            return true;
        }
        match self.table_mut(beside.unwrap_or(view)) {
            Some(table) => table.close_layer(),
            None if view == View::Article => self.article.close_layer() || self.article.close_source(),
            None => false,
        }
    }
}
