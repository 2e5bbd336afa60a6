//! Article and table beside each other: what is clicked in one shows in the other, and stays where it is itself.

use super::App;
use crate::{
    dossier::{FigureNr, Value},
    route::{Focus, Route, View},
    ui::theme,
    views::tables::TableView,
};

impl App {
    /// The table that stands beside the article; none where only one of the two is shown.
    pub(super) fn beside(&mut self, ctx: &egui::Context) -> Option<View> {
        if !self.state.is_beside || ctx.content_rect().width() < theme::NARROW {
            return None;
        }
        self.content.as_ref().ok()?;
        match self.state.view {
            View::Article => Some(if self.state.table.is_table() { self.state.table } else { View::Projects }),
            view => view.is_table().then_some(view),
        }
    }

    /// The table in sight, whichever view is open.
    pub(super) fn table_mut(&mut self, ctx: &egui::Context) -> Option<&mut TableView> {
        let view = self.beside(ctx).unwrap_or(self.state.view);
        self.content.as_mut().ok()?.1.table_mut(view)
    }

    /// Selects a figure's row in the table beside the article, or in the table that holds it.
    pub(super) fn show_row_beside(&mut self, ctx: &egui::Context, table: View, nr: FigureNr) {
        let Some(Route { view, focus: Focus::Row(row) }) = self.row_of(nr) else { return };
        // Every figure is a fact, so the facts need not give way to another table.
        let (view, row) = if table == View::Facts { (table, nr.0 as usize) } else { (view, row) };
        if view != table && self.state.view != View::Article {
            return self.go(ctx, Route { view, focus: Focus::Row(row) });
        }
        if self.state.view == View::Article {
            self.state.table = view;
            self.focus = Focus::Figure(nr);
        } else {
            self.focus = Focus::Row(row);
        }
        if let Ok((_, views)) = &mut self.content {
            views.reveal(Route { view, focus: Focus::Row(row) });
        }
    }

    /// Shows a figure's sentence in the article beside the table.
    pub(super) fn show_sentence_beside(&mut self, nr: FigureNr) {
        if let Ok((_, views)) = &mut self.content {
            views.article_mut().reveal_sentence(nr);
        }
    }

    /// Shows the sentence of a row that was clicked.
    pub(super) fn show_sentence_of_row(&mut self, table: View, row: usize) {
        if let Some(nr) = self.sentence_of_row(table, row) {
            self.show_sentence_beside(nr);
        }
    }

    /// The figure by which the account tells of a row: the amount, else a number, else the first
    /// that it links.
    fn sentence_of_row(&self, table: View, row: usize) -> Option<FigureNr> {
        let (dossier, _) = self.content.as_ref().ok()?;
        let lang = self.state.lang;
        let route = Route { view: table, focus: Focus::Row(row) };
        let is_linked = |nr: &FigureNr| !dossier.links(lang).places(*nr).is_empty();
        if table == View::Facts {
            let nr = FigureNr(u32::try_from(row).ok().filter(|row| (*row as usize) < dossier.figures.len())?);
            return dossier.shown_for(nr, lang);
        }
        let of_row = |nr: &FigureNr| self.row_of(*nr) == Some(route);
        let figures: Vec<FigureNr> = dossier.held_figure_nrs().filter(of_row).collect();
        let amount = dossier.projects.get(row).filter(|_| table == View::Projects).and_then(|project| project.investment);
        let linked = || figures.iter().copied().filter(is_linked);
        let is_number = |nr: &FigureNr| matches!(dossier.figure(*nr).value, Value::Quantity(_));
        // The sentence that carries the amount says more than the one that first names the row.
        let nr = amount.filter(is_linked).or_else(|| linked().find(is_number)).or_else(|| linked().next()).or(figures.first().copied())?;
        dossier.shown_for(nr, lang)
    }
}
