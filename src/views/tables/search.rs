//! The search field in a table's toolbar.

use egui::Ui;

use super::TableView;
use crate::{
    locale::tr,
    sheets::mistake_text,
    table::complete,
    ui::{
        query_field::{Offer, QueryField},
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
    let field = SearchField { name: &name, hint: &hint, keys: &keys, width };
    let mut text = view.query().search.clone();
    let mut memory = std::mem::take(&mut view.tools.query);
    let table = view.shared_table();
    let offers = |text: &str, cursor: usize| {
        let found = complete(&table, text, cursor, lang, MOST_OFFERS).into_iter();
        found.map(|offer| Offer { range: offer.range, text: offer.text, label: offer.label }).collect()
    };
    let answer = view.answers.answer();
    let mistake = answer.rows.mistake.as_ref().filter(|_| answer.ask.query.search == text);
    let words = mistake.map(|mistake| mistake_text(&table, mistake, lang)).unwrap_or_default();
    let mistake = mistake.map(|mistake| (mistake.range.clone(), words));
    let mistake = mistake.as_ref().map(|(range, words)| (range, words.as_str()));
    let id = page::search_id(view.view);
    let drawn = QueryField { field, id, mistake, offers: &offers, is_wanted: ctx.is_search_wanted }.ui(ui, &mut text, &mut memory);
    view.tools.query = memory;
    if drawn.is_changed {
        let mut query = view.query().clone();
        query.search = text;
        view.set_query(query);
    }
    if drawn.is_left {
        view.state.take_keyboard();
    }
    view.is_searching = drawn.has_focus;
}
