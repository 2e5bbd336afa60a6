//! Finding in the account: the field in the toolbar, its keys, and which place is the current one.

use std::sync::Arc;

use egui::{Key, Modifiers, Ui, UiBuilder, accesskit::Live};

use super::ArticleView;
use crate::{
    article::find::{Hit, Text},
    locale::{Lang, tr, tr_args},
    route::View,
    ui::{
        button::icon_button_ui,
        icons::Icon,
        reader::{Document, Found, Reader, Target},
        search_field::{SearchField, search_field_ui},
        text::text_ui,
        theme::{self, Palette, Type},
    },
    views::{Context, page},
};

/// The least width of the field.
const LEAST_WIDTH: f32 = 72.0;

/// What is looked for, and what was found.
#[derive(Default)]
pub(super) struct Find {
    needle: String,
    /// The text made ready, with the document that it is of.
    text: Option<(Arc<Document>, Text)>,
    found: Option<Found>,
}

impl Find {
    /// What was found, while something is looked for.
    pub(super) fn found(&self) -> Option<&Found> {
        self.found.as_ref()
    }

    /// Looks for nothing any more; whether something was looked for.
    pub(super) fn close(&mut self) -> bool {
        self.needle.clear();
        // The text would take memory for as long as nobody looks for anything.
        self.text = None;
        self.found.take().is_some()
    }

    /// Looks for the needle, and goes to the current place or the first one after it; before that, after what is in view.
    fn search(&mut self, document: &Arc<Document>, reader: &mut Reader) {
        if self.needle.is_empty() {
            self.found = None;
            return;
        }
        let from = self.current().map_or((reader.first_piece(), 0), |hit| (hit.piece, hit.chars.start));
        self.make_ready(document);
        let hits: Arc<[Hit]> = self.text.as_ref().map(|(_, text)| text.find(&self.needle)).unwrap_or_default().into();
        let next = hits.partition_point(|hit| (hit.piece, hit.chars.start) < from);
        let current = (!hits.is_empty()).then(|| if next < hits.len() { next } else { 0 });
        self.found = Some(Found { hits, current });
        self.reveal(reader);
    }

    /// Makes the text ready, if it is not: most of the time that the first key would take otherwise.
    fn make_ready(&mut self, document: &Arc<Document>) {
        if self.text.as_ref().is_none_or(|(of, _)| !Arc::ptr_eq(of, document)) {
            self.text = Some((Arc::clone(document), Text::new(document.pieces())));
        }
    }

    fn current(&self) -> Option<&Hit> {
        let found = self.found.as_ref()?;
        found.hits.get(found.current?)
    }

    fn reveal(&self, reader: &mut Reader) {
        if let Some(hit) = self.current() {
            reader.reveal(Target::Chars(hit.piece, hit.chars.start, hit.chars.end));
        }
    }

    /// Goes to the next place or to the one before; after the last comes the first.
    fn step(&mut self, is_back: bool, reader: &mut Reader) {
        let Some(Found { hits, current: Some(current) }) = &mut self.found else { return };
        let by = if is_back { hits.len() - 1 } else { 1 };
        *current = (*current + by) % hits.len();
        self.reveal(reader);
    }
}

impl ArticleView {
    /// The field, and while something is looked for the count and the ways on; from right to left.
    pub(super) fn find_ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let document = self.document_in(ctx);
        let is_stale = self.find.text.as_ref().is_some_and(|(of, _)| !Arc::ptr_eq(of, &document));
        if is_stale && self.find.found.is_some() {
            self.find.search(&document, &mut self.reader);
        }
        self.keys(ui);
        let name = tr(ctx.lang, "find-name");
        let most = if ctx.window_width < theme::NARROW { 176.0 } else { 200.0 };
        let width = ui.available_width().clamp(LEAST_WIDTH, most);
        let keys = if width < most { String::new() } else { crate::command::Action::Find.keys() };
        let clear = tr(ctx.lang, "search-clear");
        let field = SearchField { name: &name, hint: &name, keys: &keys, clear: &clear, width };
        // An id of its own: what stands at its right comes and goes while somebody types.
        let scope = UiBuilder::new().scope_id(page::search_id(View::Article));
        let response = ui.scope_builder(scope, |ui| search_field_ui(ui, &mut self.find.needle, field)).inner;
        if std::mem::take(&mut ctx.is_search_wanted) {
            response.request_focus();
        }
        if response.gained_focus() {
            self.find.make_ready(&document);
        }
        if response.changed() {
            self.find.search(&document, &mut self.reader);
        }
        let is_key = |key: Key| ui.input(|input| input.key_pressed(key));
        if response.lost_focus() && is_key(Key::Enter) {
            let is_back = ui.input(|input| input.modifiers.shift);
            self.find.step(is_back, &mut self.reader);
            response.request_focus();
        } else if response.lost_focus() && is_key(Key::Escape) {
            self.find.close();
        } else if response.has_focus() {
            let is_back = is_key(Key::ArrowUp);
            if is_back || is_key(Key::ArrowDown) {
                self.find.step(is_back, &mut self.reader);
            }
        }
    }

    /// F3, which goes on wherever the focus is.
    fn keys(&mut self, ui: &Ui) {
        for (modifiers, is_back) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
            if ui.input_mut(|input| input.consume_key(modifiers, Key::F3)) {
                self.find.step(is_back, &mut self.reader);
            }
        }
    }

    /// The count, the ways to the next place and to the one before, and the end of it.
    pub(super) fn steps_ui(&mut self, ctx: &Context<'_>, ui: &mut Ui) {
        let lang = ctx.lang;
        if self.find.found.is_none() {
            return;
        }
        self.count_ui(lang, ui);
        for (icon, key, is_back) in [(Icon::SortUp, "find-previous", true), (Icon::SortDown, "find-next", false)] {
            if icon_button_ui(ui, icon, &tr(lang, key), false).clicked() {
                self.find.step(is_back, &mut self.reader);
            }
        }
        if icon_button_ui(ui, Icon::Cross, &tr(lang, "find-close"), false).clicked() {
            self.find.close();
        }
    }

    /// Which of the places this is; a screen reader is told whenever that changes.
    fn count_ui(&self, lang: Lang, ui: &mut Ui) {
        let Some(found) = self.find.found() else { return };
        let (at, count) = (found.current.map_or(0, |nr| nr + 1), found.hits.len());
        let palette = Palette::of(ui);
        let color = if count == 0 { palette.disagree } else { palette.text_weak };
        ui.add_space(4.0);
        let response = text_ui(ui, Type::Control, color, &format!("{at}/{count}"));
        ui.add_space(4.0);
        let args = [("at", at.into()), ("count", count.into())];
        let said = if count == 0 { tr(lang, "find-none").into_owned() } else { tr_args(lang, "find-said", &args) };
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(Live::Polite);
            node.set_value(said);
        });
    }
}
