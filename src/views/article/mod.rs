//! The article: our own account, its figures as links into the tables.

mod document;

use std::sync::Arc;

use egui::Ui;

pub use document::{card, document};

use super::{Context, page, words};
use crate::{
    command::Command,
    dossier::FigureNr,
    locale::{Lang, tr},
    route::View,
    ui::reader::{Card, Document, Event, Reader, Shown, Target},
};

/// The reading place, and what is open in it.
#[derive(Default)]
pub struct ArticleView {
    reader: Reader,
    document: Option<(Lang, Arc<Document>)>,
    card: Option<Card>,
    selected: Option<FigureNr>,
}

impl ArticleView {
    /// Brings a figure into view where the account links it first, and marks it.
    pub fn reveal(&mut self, nr: FigureNr) {
        self.selected = Some(nr);
        self.reader.reveal(Target::Figure(nr.0, 0));
    }

    /// Closes the card; whether there was one.
    pub fn close_layer(&mut self) -> bool {
        self.card.take().is_some()
    }

    /// Shows the account.
    pub fn ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        page::toolbar_ui(ctx, ui, View::Article, &tr(ctx.lang, "article-lede"), |_, _| ());
        let document = self.document_in(ctx);
        let shown = Shown { selected: self.selected.map(|nr| nr.0), card: self.card.as_ref(), ..Shown::default() };
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
