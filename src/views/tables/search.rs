//! The search field in a table's toolbar.

use egui::Ui;

use super::TableView;
use crate::{
    command::Command,
    locale::tr,
    route::Link,
    sheets::mistake_text,
    table::{Query, complete},
    ui::{
        query_field::{Keyboard, Offer, QueryField},
        search_field::SearchField,
        theme,
    },
    views::{Context, page},
};

/// The least width of the field, and the least at which it has room for its key.
const LEAST_WIDTH: f32 = 72.0;
const WIDTH_WITH_KEYS: f32 = 136.0;

/// How many things a word may become at a time.
const MOST_OFFERS: usize = 8;

/// Draws the field and takes up what is typed.
pub(super) fn field_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView) {
    let (lang, is_narrow) = (ctx.lang, ctx.window_width < theme::NARROW);
    let hint = tr(lang, if is_narrow { "app-search-short" } else { "app-search" });
    let name = tr(lang, "app-search-name");
    // The view's name stands at the left, and is never covered.
    let width = ui.available_width().clamp(LEAST_WIDTH, if is_narrow { 192.0 } else { 232.0 });
    let keys = if width < WIDTH_WITH_KEYS { String::new() } else { crate::command::Action::Find.keys() };
    let (clear, list_name) = (tr(lang, "search-clear"), tr(lang, "search-offers"));
    let field = SearchField { name: &name, hint: &hint, keys: &keys, clear: &clear, width };
    let mut text = view.query().search.clone();
    let mut memory = std::mem::take(&mut view.tools.query);
    let table = view.shared_table();
    let offers = |text: &str, cursor: usize| {
        let found = complete(&table, text, cursor, lang, MOST_OFFERS).into_iter();
        found.map(|offer| Offer { range: offer.range, text: offer.text, label: offer.label }).collect()
    };
    let answer = view.answers.answer();
    let mistake = answer.rows.mistake.as_ref().filter(|_| answer.ask.query.search == text && !view.reads_whole());
    let words = mistake.map(|mistake| mistake_text(&table, mistake, lang)).unwrap_or_default();
    let mistake = mistake.map(|mistake| (mistake.range.clone(), words));
    let mistake = mistake.as_ref().map(|(range, words)| (range, words.as_str()));
    let id = page::search_id(view.view);
    let field = QueryField { field, id, mistake, list_name: &list_name, offers: &offers, is_wanted: ctx.is_search_wanted };
    let drawn = field.ui(ui, &mut text, &mut memory);
    view.tools.query = memory;
    if drawn.is_changed {
        let mut query = view.query().clone();
        query.search = text;
        view.set_query(query);
    }
    if drawn.is_done {
        take_up(ctx, ui, view);
    }
    if drawn.keyboard == Keyboard::Leaving {
        view.state.take_keyboard();
    }
    view.is_searching = drawn.keyboard == Keyboard::Here;
}

/// Goes where a link in the search field leads; of any other text, conditions become filters, and an order and a group hold
/// from now on, which changes nothing else of what is shown.
fn take_up(ctx: &mut Context<'_>, ui: &Ui, view: &mut TableView) {
    match Link::parse(&view.query().search) {
        Some(Link { view: of, query }) if of == view.view => view.set_query_text(&query),
        Some(Link { view: of, query }) => {
            view.take_up(ui.ctx(), "");
            ctx.send(Command::ShowQuery(of, query));
        }
        None => {
            let text = view.query().search.clone();
            view.take_up(ui.ctx(), &text);
        }
    }
}

impl TableView {
    /// Takes a text up in the place of the search text, as part of the step in which that was typed.
    fn take_up(&mut self, ctx: &egui::Context, text: &str) {
        let Ok(query) = self.query.read(self.answers.table(), text) else { return };
        if query != self.query {
            self.note_frame(ctx);
            self.set_query(query);
            self.amend();
        }
    }

    /// Whether its search text is a whole query or a link: it has what no row can be searched by, and yet no mistake.
    pub(super) fn reads_whole(&self) -> bool {
        let text = &self.query.search;
        Link::parse(text).is_some() || Query::parse(self.answers.table(), text).is_ok()
    }

    /// What it shows as one line, with the view.
    pub fn link(&self) -> String {
        Link { view: self.view, query: self.query_text() }.to_string()
    }
}
