//! What a table shows, as a sentence: how many rows, each filter and each sort key as a pill that can be dropped.

use egui::{Align2, Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::{
    button::{Button, icon_button_ui},
    clause::{ClauseWords, filter_words, inline_title, sort_words},
    data_table::{ColumnSpec, TableAction, TableState},
    icons::Icon,
    pill::pill_ui,
    text::text_ui,
    theme::{PAGE_SIDE, Palette, SENTENCE_HEIGHT, Type, sections},
};
use crate::{
    locale::{Lang, count_text, tr, tr_args},
    table::{Query, Table},
};

/// The sentence over a table.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a> {
    /// The language.
    pub lang: Lang,
    /// The columns, for their titles.
    pub columns: &'a [ColumnSpec],
    /// The table, for the names of values.
    pub table: &'a Table,
    /// What it shows.
    pub query: &'a Query,
    /// How many rows are shown.
    pub num_rows: usize,
    /// How many rows there are.
    pub num_all: usize,
    /// What the rows are, with its measure word: `个项目`, `projects`.
    pub noun: &'a str,
    /// What is wrong with the search text; empty for nothing. It has its place in the line, so that nothing below moves.
    pub mistake: &'a str,
}

/// Of the line's width, a mistake takes no more than this part.
const MOST_MISTAKE: f32 = 0.6;

impl Sentence<'_> {
    /// Draws the sentence, 36 points high; a click on a pill opens its filter.
    pub fn ui(self, ui: &mut Ui, state: &mut TableState) -> Vec<TableAction> {
        let mut actions = Vec::new();
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), SENTENCE_HEIGHT), egui::Sense::hover());
        let inner = rect.shrink2(vec2(PAGE_SIDE, 0.0)).with_max_x(rect.right() - 16.0);
        let mut tools_left = inner.right();
        if self.query != &Query::default() {
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            let mut tools = ui.new_child(UiBuilder::new().id_salt("tools").max_rect(inner).layout(layout));
            tools.spacing_mut().item_spacing.x = 4.0;
            tools_left = self.tools_ui(&mut tools, &mut actions);
        }
        if !self.mistake.is_empty() {
            tools_left = self.mistake_ui(ui, inner.with_max_x(tools_left - 8.0));
        }
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let words = inner.with_max_x(tools_left - 8.0);
        let mut words_ui = ui.new_child(UiBuilder::new().id_salt("words").max_rect(words).layout(layout));
        let area = ScrollArea::horizontal().scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
        area.auto_shrink(false).show(&mut words_ui, |ui| {
            ui.set_height(SENTENCE_HEIGHT);
            ui.spacing_mut().item_spacing.x = 6.0;
            self.words_ui(ui, state, &mut actions);
        });
        actions
    }

    /// The mistake at the right, under the field that has it; returns where it begins.
    fn mistake_ui(&self, ui: &Ui, room: Rect) -> f32 {
        let color = Palette::of(ui).disagree;
        let galley = Type::Small.cut_galley(ui, self.mistake, color, room.width() * MOST_MISTAKE);
        let rect = Align2::RIGHT_CENTER.align_size_within_rect(galley.size(), room);
        let response = ui.interact(rect, ui.unique_id().with("mistake"), egui::Sense::hover());
        super::text::paint_at(ui.painter(), rect.min, galley);
        super::look::name(ui, &response, egui::Role::Status, self.mistake);
        super::tooltip::on_hover_text(response, self.mistake);
        rect.left()
    }

    fn tools_ui(&self, ui: &mut Ui, actions: &mut Vec<TableAction>) -> f32 {
        if !self.query.keeps_all() && Button::plain(&tr(self.lang, "table-clear-all")).small().ui(ui).clicked() {
            actions.push(TableAction::ClearAll);
        }
        if icon_button_ui(ui, Icon::Link, &tr(self.lang, "table-copy-query"), false).clicked() {
            actions.push(TableAction::CopyQuery);
        }
        ui.min_rect().left()
    }

    fn words_ui(&self, ui: &mut Ui, state: &mut TableState, actions: &mut Vec<TableAction>) {
        self.count_ui(ui);
        let filters = self.query.filters.iter().map(|(column, filter)| {
            let title = self.title(column.as_str());
            let words = self.table.column(column.as_str()).map(|column| filter_words(self.lang, title, column, filter));
            (Some(column), words)
        });
        let search = self.query.search.trim();
        let search = (!search.is_empty())
            .then(|| ClauseWords { clause: tr(self.lang, "table-clause-search").into_owned(), value: search.to_owned() });
        let mut nr = 0;
        for (column, words) in filters.chain(search.map(|words| (None, Some(words)))) {
            if let Some(words) = words {
                let column = column.and_then(|column| self.spec(column.as_str())).map(|spec| spec.id);
                self.clause_ui(ui, nr, &words, column, state, actions);
            }
            nr += 1;
        }
        if !self.query.sort.is_empty() && !self.query.keeps_all() {
            text_ui(ui, Type::Control, Palette::of(ui).text_weak, &tr(self.lang, "table-sorted-by"));
        }
        for key in &self.query.sort {
            let words = sort_words(self.lang, self.title(key.column.as_str()), self.table, key);
            let column = self.spec(key.column.as_str()).map(|spec| spec.id);
            self.clause_ui(ui, nr, &words, column, state, actions);
            nr += 1;
        }
        if let Some(group) = &self.query.group {
            let value = inline_title(self.lang, self.title(group.as_str()));
            let words = ClauseWords { clause: tr(self.lang, "table-clause-group").into_owned(), value };
            self.clause_ui(ui, nr, &words, None, state, actions);
        }
    }

    fn count_ui(&self, ui: &mut Ui) {
        let palette = Palette::of(ui);
        let (count, all) = (count_text(self.lang, self.num_rows), count_text(self.lang, self.num_all));
        let is_sorted_alone = self.query.keeps_all() && !self.query.sort.is_empty();
        let rest = if !self.query.keeps_all() {
            tr_args(self.lang, "table-count-of", &[("all", all.as_str().into()), ("noun", self.noun.into())])
        } else if is_sorted_alone {
            tr_args(self.lang, "table-count-by", &[("noun", self.noun.into())])
        } else {
            tr_args(self.lang, "table-count", &[("noun", self.noun.into())])
        };
        let spoken = format!("{count} {rest}");
        let parts = [(format!("{count} "), Type::Control.bold_format(palette.text)), (rest, Type::Control.format(palette.text_weak))];
        let galley = ui.painter().layout_job(sections(parts, f32::INFINITY));
        let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
        super::text::paint_at(ui.painter(), rect.min, galley);
        super::look::name(ui, &response, egui::Role::Label, &spoken);
        // After a filter the new count is said without the focus moving there.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    }

    fn clause_ui(
        &self,
        ui: &mut Ui,
        nr: usize,
        words: &ClauseWords,
        column: Option<&'static str>,
        state: &mut TableState,
        actions: &mut Vec<TableAction>,
    ) {
        let drop_name = tr_args(self.lang, "table-drop-clause", &[("clause", format!("{} {}", words.clause, words.value).into())]);
        let pill = ui.push_id(("clause", nr), |ui| pill_ui(ui, &words.clause, &words.value, &drop_name)).inner;
        if pill.is_dropped {
            actions.push(TableAction::DropClause(nr));
        } else if pill.response.clicked()
            && let Some(column) = column
        {
            state.open_facet(column);
        }
    }

    fn spec(&self, id: &str) -> Option<&ColumnSpec> {
        self.columns.iter().find(|spec| spec.id == id)
    }

    fn title<'t>(&'t self, id: &'t str) -> &'t str {
        self.spec(id).map_or(id, ColumnSpec::name)
    }
}
