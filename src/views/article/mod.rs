//! The article: our own account, its figures as links into the tables.

mod cite;
mod document;
mod find;
mod loading;
mod pane;
mod settings;
mod source;

use std::{path::Path, sync::Arc};

use egui::{Rect, Ui, UiBuilder};

pub use document::{card, document};
pub(in crate::views) use pane::{button_ui, pane_ui};

use super::{Context, words};
use crate::{
    command::Command,
    dossier::{Dossier, FigureNr},
    locale::Lang,
    reading::{Marked, ReadingPlace},
    route::Focus,
    ui::{
        reader::{Card, Density, Document, Event, Reader, Shown, Target},
        scroll::Reach,
        theme::{self, Palette},
    },
};
use find::Find;
use source::SourcePane;

/// The reading place, and what is open in it.
pub struct ArticleView {
    reader: Reader,
    document: Option<(Lang, Arc<Document>)>,
    card: Option<Card>,
    selected: Option<FigureNr>,
    source: SourcePane,
    find: Find,
    /// How far the account was scrolled when the copy was looked at last.
    followed_from: f32,
    /// The pane's width beside a table, in points.
    pane_width: f32,
}

impl Default for ArticleView {
    fn default() -> Self {
        let (reader, source, find) = (Reader::default(), SourcePane::default(), Find::default());
        Self { reader, document: None, card: None, selected: None, source, find, followed_from: 0.0, pane_width: theme::ARTICLE_PANE_WIDTH }
    }
}

impl ArticleView {
    /// Brings a figure into view where the account links it first, and marks it.
    pub fn reveal(&mut self, nr: FigureNr) {
        self.selected = Some(nr);
        self.reader.reveal(Target::Figure(nr.0, 0));
        self.source.reveal(nr);
    }

    /// Brings a section into view, by its number from 0.
    pub fn reveal_section(&mut self, nr: usize) {
        self.reader.reveal(Target::Section(nr));
    }

    /// Brings the head of the account into view.
    pub fn reveal_byline(&mut self) {
        self.reader.reveal(Target::Byline);
    }

    /// Whether the copy of the report is shown.
    pub fn is_source_open(&self) -> bool {
        self.source.is_open()
    }

    /// Where the account is being read; none before it was shown.
    pub fn place(&self) -> Option<ReadingPlace> {
        self.reader.place().map(|(block, part)| ReadingPlace { block, part })
    }

    /// Shows the account as it was left: scrolled to `place`, with what was selected.
    pub fn return_to(&mut self, place: ReadingPlace, focus: Focus) {
        if let Focus::Figure(nr) = focus {
            self.selected = Some(nr);
        }
        self.reader.return_to(place.block, place.part);
    }

    /// Opens a copy of the report beside the account.
    pub fn open_source(&mut self, egui: &egui::Context, dossier: &Arc<Dossier>, path: &Path) {
        self.source.open(egui, dossier, path);
        self.card = None;
    }

    /// Shows or hides the copy of the report.
    pub fn toggle_source(&mut self) {
        self.source.toggle();
        self.card = None;
    }

    /// Brings the sentence that a figure stands in into view, and marks the figure.
    pub fn reveal_sentence(&mut self, nr: FigureNr) {
        self.selected = Some(nr);
        self.card = None;
        self.reader.reveal(Target::Sentence(nr.0));
    }

    /// Takes the keyboard, at a figure that was brought into view.
    pub fn take_keyboard(&mut self, nr: FigureNr) {
        self.reader.take_keyboard(nr.0);
    }

    /// Hides the copy of the report; whether it was shown.
    pub fn close_source(&mut self) -> bool {
        let was_open = self.source.is_open();
        if was_open {
            self.source.toggle();
        }
        was_open
    }

    /// Closes the card, or else what was looked for; whether there was one.
    pub fn close_layer(&mut self) -> bool {
        self.card.take().is_some() || self.find.close()
    }

    /// Shows the account.
    pub fn ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        self.toolbar_ui(ctx, ui);
        self.text_ui(ctx, ui);
    }

    /// The account, and beside it the copy of the report if one is open and no table stands there.
    fn text_ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let has_source = self.source.is_open() && !ctx.is_beside();
        let is_beside = has_source || ctx.is_beside();
        let document = self.document_in(ctx);
        let room = ui.available_rect_before_wrap();
        let (account, copy) = if has_source { divided(room, ctx.window_width) } else { (room, Rect::NOTHING) };
        let is_found_shown = ctx.is_article_first || !ctx.is_beside();
        let found = self.find.found().filter(|_| is_found_shown);
        let density = match ctx.reading.marked {
            Marked::All => Density::All,
            Marked::Numbers => Density::Numbers,
            Marked::None => Density::None,
        };
        let shown = Shown {
            selected: self.selected.map(|nr| nr.0),
            card: self.card.as_ref(),
            found,
            density,
            is_beside,
            reach: if ctx.is_article_first { Reach::Page } else { Reach::Pane },
            size: f32::from(ctx.reading.size),
            line_height: ctx.reading.line_height(),
            measure_em: f32::from(ctx.reading.measure),
        };
        let mut pane = ui.new_child(UiBuilder::new().max_rect(account).id_salt("account"));
        let output = self.reader.ui(&mut pane, &document, &shown);
        for event in output.events {
            self.react(ctx, event);
        }
        cite::note(ui, ctx, &document);
        if has_source {
            // The copy goes along with the account, but never moves under the pointer.
            let offset = self.reader.offset();
            if (std::mem::replace(&mut self.followed_from, offset) - offset).abs() > 1.0 && ui.rect_contains_pointer(account) {
                self.source.follow(&self.reader.figures_at_top());
            }
            self.source_ui(ctx, ui, copy);
        }
        ui.advance_cursor_after_rect(room);
    }

    /// The copy of the report; a click on a phrase there shows its figure here, and the copy stays where it is.
    fn source_ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui, rect: Rect) {
        let palette = Palette::of(ui);
        ui.painter().rect_filled(rect, 0, palette.panel);
        theme::vline(ui.painter(), rect.left(), rect.y_range(), palette.rule);
        theme::hline(ui.painter(), rect.x_range(), rect.top(), palette.rule);
        let mut pane = ui.new_child(UiBuilder::new().max_rect(rect.shrink2(egui::vec2(1.0, 1.0))).id_salt("source"));
        pane.set_clip_rect(rect.intersect(ui.clip_rect()));
        if let Some(nr) = self.source.ui(ctx, &mut pane, self.selected) {
            self.selected = Some(nr);
            self.reader.reveal(Target::Figure(nr.0, 0));
            ctx.send(Command::Select(Focus::Figure(nr)));
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

    fn card_of(&self, ctx: &Context<'_>, nr: FigureNr) -> Card {
        Card { found: self.source.found(ctx.lang, nr), ..card(ctx.dossier, ctx.lang, nr) }
    }

    fn react(&mut self, ctx: &mut Context<'_>, event: Event) {
        match event {
            Event::FigureClicked { key, .. } => {
                self.selected = Some(FigureNr(key));
                if self.source.is_open() {
                    self.source.reveal(FigureNr(key));
                    self.card = Some(self.card_of(ctx, FigureNr(key)));
                    ctx.send(Command::Select(Focus::Figure(FigureNr(key))));
                } else {
                    ctx.send(Command::ShowInTable(FigureNr(key)));
                }
            }
            Event::FigureHovered { key, .. } => {
                if self.card.as_ref().is_none_or(|card| card.key != key) {
                    self.card = Some(self.card_of(ctx, FigureNr(key)));
                }
            }
            Event::CardClosed => self.card = None,
            Event::ShowInTable(key) => ctx.send(Command::ShowInTable(FigureNr(key))),
            Event::CopyValue(key) => ctx.send(Command::Copy(ctx.dossier.figure(FigureNr(key)).display(ctx.lang))),
            Event::Copy(key) => ctx.send(Command::Copy(words::citation(ctx.lang, ctx.dossier, FigureNr(key)))),
            Event::ContentsClicked(_) => {}
        }
    }
}

/// The room of the account and that of the copy: side by side, or one above the other in a narrow window.
fn divided(room: Rect, window_width: f32) -> (Rect, Rect) {
    if window_width < theme::NARROW { room.split_top_bottom_at_fraction(0.5) } else { room.split_left_right_at_fraction(0.5) }
}
