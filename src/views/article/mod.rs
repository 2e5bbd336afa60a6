//! The article: our own account, its figures as links into the tables.

mod document;
mod pane;

use std::sync::Arc;

use egui::Ui;

pub use document::{card, document};
pub(in crate::views) use pane::{button_ui, pane_ui};

use super::{Context, page, words};
use crate::{
    command::Command,
    dossier::FigureNr,
    locale::{Lang, tr},
    route::View,
    ui::{
        reader::{Card, Document, Event, Reader, Shown, Target},
        theme,
    },
};

/// The reading place, and what is open in it.
pub struct ArticleView {
    reader: Reader,
    document: Option<(Lang, Arc<Document>)>,
    card: Option<Card>,
    selected: Option<FigureNr>,
    /// The pane's width beside a table, in points.
    pane_width: f32,
}

impl Default for ArticleView {
    fn default() -> Self {
        let pane_width = theme::ARTICLE_PANE_WIDTH;
        Self { reader: Reader::default(), document: None, card: None, selected: None, pane_width }
    }
}

impl ArticleView {
    /// Brings a figure into view where the account links it first, and marks it.
    pub fn reveal(&mut self, nr: FigureNr) {
        self.selected = Some(nr);
        self.reader.reveal(Target::Figure(nr.0, 0));
    }

    /// Brings the sentence that a figure stands in into view, and marks the figure.
    pub fn reveal_sentence(&mut self, nr: FigureNr) {
        self.selected = Some(nr);
        self.card = None;
        self.reader.reveal(Target::Sentence(nr.0));
    }

    /// Closes the card; whether there was one.
    pub fn close_layer(&mut self) -> bool {
        self.card.take().is_some()
    }

    /// Shows the account.
    pub fn ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        self.toolbar_ui(ctx, ui);
        self.text_ui(ctx, ui);
    }

    /// The account in all the room there is.
    fn text_ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let document = self.document_in(ctx);
        let shown =
            Shown { selected: self.selected.map(|nr| nr.0), card: self.card.as_ref(), is_beside: ctx.is_beside(), ..Shown::default() };
        let output = self.reader.ui(ui, &document, &shown);
        for event in output.events {
            self.react(ctx, event);
        }
    }

    /// The account as the reader takes it, made once per language.
    fn document_in(&mut self, ctx: &Context<'_>) -> Arc<Document> {
        match &self.document {
            Some((lang, document)) if *lang == ctx.lang => Arc::clone(document),
            _ => {
                let document = Arc::new(document(ctx.dossier, ctx.lang));
                self.document = Some((ctx.lang, Arc::clone(&document)));
                self.card = None;
                document
            }
        }
    }

    fn react(&mut self, ctx: &mut Context<'_>, event: Event) {
        match event {
            Event::FigureClicked { key, .. } => {
                self.selected = Some(FigureNr(key));
                ctx.send(Command::ShowInTable(FigureNr(key)));
            }
            Event::FigureHovered { key, .. } => {
                if self.card.as_ref().is_none_or(|card| card.key != key) {
                    self.card = Some(card(ctx.dossier, ctx.lang, FigureNr(key)));
                }
            }
            Event::CardClosed => self.card = None,
            Event::ShowInTable(key) => ctx.send(Command::ShowInTable(FigureNr(key))),
            Event::Copy(key) => ctx.send(Command::Copy(words::citation(ctx.lang, ctx.dossier, FigureNr(key)))),
            Event::ContentsClicked(_) => {}
        }
    }
}
