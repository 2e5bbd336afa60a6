//! The view as a sentence, the popovers behind the funnels, the way out of an empty table, and what a filter hides.

use std::sync::Arc;

use egui::{Frame, Margin, Panel, Ui};

use super::TableView;
use crate::{
    command::Command,
    dossier::{MoneyUnit, Stage},
    locale::{Lang, tr, tr_args},
    sheets::{mistake_text, section_column},
    table::{Column, Data, Decimal, Units},
    ui::{
        data_table::{ColumnSpec, OpenFacet, TableAction, column_name},
        empty_rows::EmptyRows,
        facet::FacetPopover,
        marks::Mark,
        page::LegendSign,
        sentence::Sentence,
        table_footer::{StatusLine, hidden_words, offer_words, selection_words},
    },
    views::{Context, words},
};

/// What the rows of a view are called, with their measure word.
fn noun(lang: Lang, view: &TableView) -> String {
    tr_args(lang, &format!("noun-{}", view.view.code()), &[("count", view.table().num_rows().into())])
}

/// The view as a sentence whose clauses can be taken away; in the same line what is wrong with the search text.
pub(in crate::views) fn sentence_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, columns: &[ColumnSpec]) {
    let mut state = std::mem::take(&mut view.state);
    let noun = noun(ctx.lang, view);
    let notice = match view.answers.answer().rows.mistake.as_ref() {
        None => None,
        // An order or a group is no search text, but can be typed or pasted here all the same.
        Some(_) if view.reads_whole() => Some((tr(ctx.lang, "table-query-enter").into_owned(), false)),
        Some(mistake) => Some((mistake_text(view.table(), mistake, ctx.lang), true)),
    };
    let notice = notice.as_ref().map(|(words, is_mistake)| (words.as_str(), *is_mistake));
    let (num_rows, num_all) = (view.order().len(), view.table().num_rows() as usize);
    let (table, query) = (view.table(), view.query());
    let has_sections = section_column(view.view).is_some() && query.group.is_none();
    let sentence = Sentence { lang: ctx.lang, columns, table, query, num_rows, num_all, noun: &noun, notice, has_sections };
    let actions = sentence.ui(ui, &mut state);
    view.state = state;
    for action in &actions {
        match action {
            TableAction::CopyLink => ctx.send(Command::Copy(view.link())),
            TableAction::FocusSearch => ctx.send(Command::FocusSearch),
            _ => {
                view.edit(action);
                if matches!(action, TableAction::DropPart(_) | TableAction::ClearAll) && ui.input(|input| !input.pointer.any_released()) {
                    // The pill that had the keyboard is gone.
                    view.state.take_keyboard();
                }
            }
        }
    }
}

/// What stands where no row is left.
pub(in crate::views) fn empty_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, columns: &[ColumnSpec]) {
    let answer = Arc::clone(view.answers.answer());
    let rows = EmptyRows { lang: ctx.lang, columns, table: view.table(), query: view.query(), ways_out: &answer.ways_out };
    let action = Frame::new().inner_margin(Margin::symmetric(24, 24)).show(ui, |ui| rows.ui(ui)).inner;
    if let Some(action) = action {
        view.edit(&action);
        // The button that had the keyboard is gone with the clause.
        view.state.take_keyboard();
    }
}

/// The popover of a column.
pub(super) fn facet_ui(ctx: &mut Context<'_>, ui: &Ui, view: &mut TableView, columns: &[ColumnSpec], open: OpenFacet) {
    view.answers.want_facet(Some(open.column));
    let mut state = std::mem::take(&mut view.state);
    let actions = match (view.answers.facet(open.column), view.table().column(open.column)) {
        (Some(facet), Some(column)) => {
            let title = columns.iter().find(|column| column.id == open.column).map_or(open.column, |column| column.title.as_str());
            let mark = |code: u32| value_mark(view, open.column, code);
            let (query, num_left) = (view.query(), view.order().len());
            let money = range_unit(ctx, column);
            let money = money.as_ref().map(|(name, yuan)| (name.as_str(), *yuan));
            FacetPopover { lang: ctx.lang, open, title, column, facet, query, num_left, money, mark: &mark }.ui(ui, &mut state)
        }
        _ => Vec::new(),
    };
    view.state = state;
    for action in &actions {
        view.edit(action);
    }
}

/// The unit of the ends of a range of money, and how many yuan it is: the one in which the column is read.
fn range_unit(ctx: &Context<'_>, column: &Column) -> Option<(String, Decimal)> {
    let Data::Number(numbers) = &column.data else { return None };
    let unit = match (ctx.money_unit(), ctx.lang) {
        (MoneyUnit::AsWritten, Lang::Zh) => MoneyUnit::Yi,
        (MoneyUnit::AsWritten, Lang::En) => MoneyUnit::Million,
        (unit, _) => unit,
    };
    let yuan = unit.yuan().filter(|_| numbers.measures().any(|units| *units == Units::money()))?;
    Some((tr(ctx.lang, range_unit_key(unit)).into_owned(), yuan))
}

/// The key of a unit's name beside a field.
fn range_unit_key(unit: MoneyUnit) -> &'static str {
    match unit {
        MoneyUnit::AsWritten | MoneyUnit::Yi => "money-short-yi",
        MoneyUnit::Million => "money-short-million",
    }
}

/// The mark of a value that stands for a stage or a status.
fn value_mark(view: &TableView, column: &str, code: u32) -> Option<Mark> {
    let value = view.table().column(column)?.value(code)?;
    match column {
        "stage" => words::stage_mark(Stage::ALL.into_iter().find(|stage| stage.code() == value)?),
        "status" => Some(words::status_mark(crate::dossier::Status::ALL.into_iter().find(|status| status.code() == value)?)),
        _ => None,
    }
}

/// The line at the bottom of a filtered table: what is hidden, and the rows that only fail because nothing is stated.
///
/// Returns whether the legend stands in it: below the rows it would be far away from what a filter leaves.
pub(super) fn status_ui(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    view: &mut TableView,
    columns: &[ColumnSpec],
    legend: &[(LegendSign, &str)],
) -> bool {
    let num_hidden = view.table().num_rows() as usize - view.order().len();
    let selection = view.state.selection();
    let num_selected_hidden = view.answers.num_hidden(selection);
    let selected = selection_words(ctx.lang, selection.len(), num_selected_hidden);
    if num_hidden == 0 && selected.is_empty() {
        return false;
    }
    let gap = view.answers.answer().gaps.first().cloned().map(|(column, count)| (column, count as usize));
    let title = |id: &str| column_name(ctx.lang, columns, view.table(), id);
    let gap_title = gap.as_ref().map(|(column, count)| (*count, title(column.as_str())));
    let hidden = hidden_words(ctx.lang, num_hidden, gap_title.as_ref().map(|(count, title)| (*count, title.as_str())));
    let words = [selected, hidden].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("   ");
    let offer = gap.as_ref().map(|(_, count)| offer_words(ctx.lang, *count)).unwrap_or_default();
    let has_legend = num_hidden > 0;
    let line = StatusLine { legend: if has_legend { legend } else { &[] }, words: &words, offer: &offer };
    let panel = Panel::bottom(egui::Id::unique(("status", view.view))).exact_size(crate::ui::theme::STATUS_LINE_HEIGHT).resizable(false);
    let is_taken = panel.frame(Frame::new()).show(ui, |ui| line.ui(ui)).inner;
    if let (true, Some((column, _))) = (is_taken, gap) {
        view.add_not_stated(&column);
    }
    has_legend
}
