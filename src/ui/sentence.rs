//! What a table shows, as a sentence: how many rows, each part of the query as a pill that can be dropped.
//!
//! It is one line, so that nothing below it moves: the pills that have no room are behind a last one that counts them.

use std::sync::Arc;

use egui::{Align, Galley, Layout, Pos2, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::{
    button::{Button, icon_button_ui},
    clause::{ClauseWords, part_words},
    data_table::{ColumnSpec, FilterKind, TableAction, TableState, column_name},
    icons::Icon,
    look,
    pill::{PillResponse, more_pill_ui, more_pill_width, pill_ui, pill_width},
    popover::{POPOVER_SIDE, popover_ui},
    text::{paint_at, paint_left, text_ui},
    theme::{CONTROL_HEIGHT, PAGE_SIDE, PILL_HEIGHT, Palette, SENTENCE_HEIGHT, Type, sections},
    tooltip,
};
use crate::{
    locale::{Lang, count_text, tr, tr_args},
    table::{Part, Query, Table},
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
    /// What there is to say of the search text, and whether it is a mistake. It has its place in the line, so that nothing
    /// below moves.
    pub notice: Option<(&'a str, bool)>,
    /// Whether the rows stand in sections, within which they are sorted.
    pub has_sections: bool,
}

/// Of the line's width, a notice takes no more than this part.
const MOST_NOTICE: f32 = 0.6;
/// The widest pill; more of its words are in its tooltip.
const MOST_PILL: f32 = 320.0;
/// The narrowest that a pill is cut to.
const LEAST_PILL: f32 = 96.0;
/// Between two pills.
const GAP: f32 = 6.0;
/// Between the sentence and the tools.
const TOOLS_GAP: f32 = 8.0;
/// Width of the list of the pills that have no room.
const MORE_WIDTH: f32 = MOST_PILL + 2.0 * POPOVER_SIDE + 2.0;

/// A part of the query as it is shown.
struct Clause {
    part: Part,
    words: ClauseWords,
    /// The word before its pill.
    lead: Option<String>,
}

impl Sentence<'_> {
    /// Draws the sentence, 36 points high; a click on a pill opens what changes it.
    pub fn ui(self, ui: &mut Ui, state: &mut TableState) -> Vec<TableAction> {
        let mut actions = Vec::new();
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), SENTENCE_HEIGHT), Sense::hover());
        let inner = rect.shrink2(vec2(PAGE_SIDE, 0.0)).with_max_x(rect.right() - 16.0);
        let ui = &mut ui.new_child(UiBuilder::new().id_salt("sentence").max_rect(inner).layout(Layout::left_to_right(Align::Center)));
        ui.spacing_mut().item_spacing.x = GAP;
        let clear = tr(self.lang, "table-clear-all");
        let clear = Some(Button::plain(&clear).small()).filter(|_| !self.query.keeps_all());
        let has_tools = *self.query != Query::default();
        let tools_width = clear.map_or(0.0, |clear| clear.width(ui) + 4.0) + if has_tools { CONTROL_HEIGHT + TOOLS_GAP } else { 0.0 };
        let mut end = inner.right() - tools_width;
        let notice = self.notice.map(|notice| notice_galley(ui, notice, end - inner.left()));
        end -= notice.as_ref().map_or(0.0, |notice| notice.size().x + TOOLS_GAP);

        // In the order in which keys and ears meet them.
        self.count_ui(ui);
        self.clauses_ui(ui, end, state, &mut actions);
        if let (Some(galley), Some((words, _))) = (notice, self.notice) {
            notice_ui(ui, pos2(end + TOOLS_GAP, inner.center().y), galley, words);
        }
        if has_tools {
            let place = inner.with_min_x(inner.right() - tools_width + TOOLS_GAP);
            let tools = UiBuilder::new().id_salt("tools").max_rect(place).layout(Layout::left_to_right(Align::Center));
            let mut tools = ui.new_child(tools);
            tools.spacing_mut().item_spacing.x = 4.0;
            if icon_button_ui(&mut tools, Icon::Link, &tr(self.lang, "table-copy-query"), false).clicked() {
                actions.push(TableAction::CopyLink);
            }
            if clear.is_some_and(|clear| clear.ui(&mut tools).clicked()) {
                actions.push(TableAction::ClearAll);
            }
        }
        actions
    }

    /// As many pills as there is room for up to `end`, and one for the others.
    fn clauses_ui(&self, ui: &mut Ui, end: f32, state: &mut TableState, actions: &mut Vec<TableAction>) {
        let clauses = self.clauses();
        let room = end - ui.cursor().left();
        let widths: Vec<f32> = clauses.iter().map(|clause| clause_width(ui, clause)).collect();
        let num_more = |num: usize| if num == 0 { String::new() } else { format!("+{num}") };
        let shown = fitting(&widths, room, more_pill_width(ui, &num_more(clauses.len())));
        let (shown, more) = clauses.split_at(shown);
        for (clause, width) in shown.iter().zip(&widths) {
            if let Some(lead) = &clause.lead {
                text_ui(ui, Type::Control, Palette::of(ui).text_weak, lead);
            }
            let most = if shown.len() == 1 && *width > room { room } else { MOST_PILL };
            let pill = self.pill_ui(ui, clause, most);
            self.take(clause, &pill, state, actions);
        }
        if more.is_empty() {
            return;
        }
        let name = tr_args(self.lang, "table-more-clauses", &[("count", more.len().into())]);
        let button = ui.push_id("more", |ui| more_pill_ui(ui, &num_more(more.len()), &name)).inner;
        popover_ui(&button, &name, MORE_WIDTH, |ui, is_new| {
            for (nr, clause) in more.iter().enumerate() {
                let pill = ui
                    .horizontal(|ui| {
                        ui.add_space(POPOVER_SIDE);
                        ui.set_height(PILL_HEIGHT + 2.0 * 4.0);
                        self.pill_ui(ui, clause, MOST_PILL)
                    })
                    .inner;
                if nr == 0 && is_new {
                    pill.response.request_focus();
                }
                if pill.response.clicked() || pill.is_dropped && more.len() == 1 {
                    ui.close();
                }
                self.take(clause, &pill, state, actions);
            }
        });
    }

    /// What the query says, part by part.
    fn clauses(&self) -> Vec<Clause> {
        let name = |id: &str| column_name(self.lang, self.columns, self.table, id);
        let is_first_key = |part: &Part| *part == Part::Sort(0) && !self.query.keeps_all();
        let clause = |part: Part| {
            let mut words = part_words(self.lang, self.table, self.query, &part, &name)?;
            if self.has_sections && matches!(part, Part::Sort(_)) {
                words.value =
                    [words.value, tr(self.lang, "table-within-sections").into_owned()].join(&tr(self.lang, "app-clause-separator"));
            }
            let lead = is_first_key(&part).then(|| tr(self.lang, "table-sorted-by").into_owned());
            Some(Clause { part, words, lead })
        };
        self.query.parts(self.table).into_iter().filter_map(clause).collect()
    }

    fn pill_ui(&self, ui: &mut Ui, clause: &Clause, most: f32) -> PillResponse {
        let ClauseWords { clause: words, value } = &clause.words;
        let drop_name = tr_args(self.lang, "table-drop-clause", &[("clause", format!("{words} {value}").trim().into())]);
        ui.push_id(format!("{:?}", clause.part), |ui| pill_ui(ui, words, value, &drop_name, most)).inner
    }

    /// Drops a part, or opens what changes it.
    fn take(&self, clause: &Clause, pill: &PillResponse, state: &mut TableState, actions: &mut Vec<TableAction>) {
        if pill.is_dropped {
            return actions.push(TableAction::DropPart(clause.part.clone()));
        }
        if !pill.response.clicked() {
            return;
        }
        let column = match &clause.part {
            Part::Search { .. } => return actions.push(TableAction::FocusSearch),
            Part::Filter(column) => Some(column),
            Part::Sort(nr) => self.query.sort.get(*nr).map(|key| &key.column),
            Part::Group => self.query.group.as_ref(),
        };
        let Some(spec) = column.and_then(|column| self.spec(column.as_str())) else { return };
        if clause.part != Part::Group && spec.filter != FilterKind::None {
            state.open_facet(spec.id);
        } else {
            state.open_header_menu(spec.id, pill.response.rect.left_bottom(), pill.response.has_focus());
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
        // Seen, the sentence goes on in the pill behind it; heard alone, it needs an end.
        let key = self.clauses().into_iter().next().filter(|_| is_sorted_alone).map(|Clause { words, .. }| words);
        let key = key.map_or_else(String::new, |ClauseWords { clause, value }| format!(" {}", format!("{clause} {value}").trim()));
        let spoken = format!("{count} {rest}{key}");
        let parts = [(format!("{count} "), Type::Control.bold_format(palette.text)), (rest, Type::Control.format(palette.text_weak))];
        let galley = ui.painter().layout_job(sections(parts, f32::INFINITY));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        paint_at(ui.painter(), rect.min, galley);
        look::name(ui, &response, egui::Role::Label, &spoken);
        // After a filter the new count is said without the focus moving there.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    }

    fn spec(&self, id: &str) -> Option<&ColumnSpec> {
        self.columns.iter().find(|spec| spec.id == id)
    }
}

/// How many pills of these widths there is room for, with one of `more` points that stands for the others; the first may be cut.
fn fitting(widths: &[f32], room: f32, more: f32) -> usize {
    let end = |num: usize| widths.iter().take(num).sum::<f32>() + GAP * num.saturating_sub(1) as f32;
    if end(widths.len()) <= room {
        return widths.len();
    }
    let with_more = (1..widths.len()).rev().find(|num| end(*num) + GAP + more <= room);
    let is_cut = widths.len() == 1 && room >= LEAST_PILL;
    with_more.unwrap_or(usize::from(is_cut))
}

fn notice_galley(ui: &Ui, (words, is_mistake): (&str, bool), room: f32) -> Arc<Galley> {
    let palette = Palette::of(ui);
    let color = if is_mistake { palette.disagree } else { palette.text_weak };
    Type::Small.cut_galley(ui, words, color, room * MOST_NOTICE)
}

/// What there is to say of the search text, at the right, under the field that has it.
fn notice_ui(ui: &Ui, left: Pos2, galley: Arc<Galley>, words: &str) {
    let rect = Rect::from_center_size(pos2(left.x + galley.size().x / 2.0, left.y), galley.size());
    let response = ui.interact(rect, ui.unique_id().with("notice"), Sense::hover());
    paint_left(ui.painter(), left.x, left.y, galley);
    look::name(ui, &response, egui::Role::Status, words);
    tooltip::on_hover_text(response, words);
}

/// How wide a clause is, the word before its pill included.
fn clause_width(ui: &Ui, clause: &Clause) -> f32 {
    let lead = clause.lead.as_ref().map_or(0.0, |lead| Type::Control.galley(ui, lead.as_str(), Palette::of(ui).text_weak).size().x + GAP);
    lead + pill_width(ui, &clause.words.clause, &clause.words.value, MOST_PILL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pills_without_room_are_counted() {
        for (widths, room, num) in [
            (vec![], 10.0, 0),
            (vec![100.0, 100.0], 206.0, 2),
            (vec![100.0, 100.0], 205.0, 1),
            (vec![100.0, 100.0, 100.0], 250.0, 2),
            (vec![100.0, 100.0, 100.0], 241.0, 1),
            (vec![100.0, 20.0], 120.0, 0),
            (vec![200.0], 120.0, 1),
            (vec![200.0], 90.0, 0),
        ] {
            assert_eq!(fitting(&widths, room, 30.0), num, "{widths:?} in {room}");
        }
    }
}
