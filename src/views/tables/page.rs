//! The page around a table: toolbar, sentence, rows, total, legend, checks, and the record beside it.

use egui::{Align, Frame, Id, Layout, Panel, Rect, Sense, Ui, UiBuilder, pos2};

use super::{Cells, Item, Shown, TableView, act, controls, export_menu, fit, footer, headers, leave, search, tools};
use crate::{
    command::{Command, Taking},
    dossier::{Check, FigureNr},
    locale::tr,
    route::Focus,
    ui::{
        data_table::{ColumnSpec, DataTable, RowId, SortMark, TableResponse},
        page::LegendSign,
        pane::Pane,
        table_footer::{legend_line_height, legend_line_ui},
        text::heading_ui,
        theme::{self, Palette, Type},
    },
    views::{
        Context, article, check_line,
        page::{self, Part},
        record,
    },
};

/// The least that a table takes: its header and two rows.
const LEAST: f32 = theme::HEADER_HEIGHT + 2.0 * theme::ROW_HEIGHT;
const LEAST_COMPACT: f32 = theme::HEADER_HEIGHT_COMPACT + 2.0 * theme::ROW_HEIGHT_COMPACT;

/// The least that a table takes.
pub(in crate::views) fn least_height(is_compact: bool) -> f32 {
    if is_compact { LEAST_COMPACT } else { LEAST }
}

/// What a view puts on its page.
pub(in crate::views) struct Page<'a, C> {
    /// One line about the view, beside its name.
    pub(in crate::views) lede: &'a str,
    /// The columns of its table.
    pub(in crate::views) columns: &'a [ColumnSpec],
    /// What stands in them.
    pub(in crate::views) cells: &'a C,
    /// Rows under headings, where the view has groups.
    pub(in crate::views) items: Option<&'a [Item]>,
    /// The record of the selected row.
    pub(in crate::views) record: Option<&'a record::Record>,
    /// The marks in use.
    pub(in crate::views) legend: &'a [(LegendSign, String)],
    /// The column without which the bars of the legend are in no cell.
    pub(in crate::views) bar_column: Option<&'static str>,
    /// What is said of the numbers in sight; none for a table without numbers to sum up.
    pub(in crate::views) totals: Option<Totals>,
    /// What stands at the foot of the page.
    pub(in crate::views) foot: Foot<'a>,
}

impl<C> Page<'_, C> {
    /// The marks that the columns in sight wear.
    pub(super) fn legend(&self, view: &TableView) -> Vec<(LegendSign, &str)> {
        let visible = view.state.choices.visible(self.columns);
        let has_bars = self.bar_column.is_none_or(|id| visible.iter().any(|column| column.id == id));
        let in_use = self.legend.iter().filter(|(sign, _)| has_bars || !matches!(sign, LegendSign::Bar(_)));
        in_use.map(|(sign, words)| (*sign, words.as_str())).collect()
    }
}

/// How the last line of a table speaks.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::views) struct Totals {
    /// Whether the view itself says what the sum covers.
    pub(in crate::views) is_silent: bool,
    /// A column of whose sum the view has words of its own, and their key: how many were added, how many not stated.
    pub(in crate::views) own_words: Option<(&'static str, &'static str)>,
}

/// What stands at the foot of a page.
pub(in crate::views) enum Foot<'a> {
    /// Checks that the table's figures are part of.
    Checks(Vec<&'a Check>),
    /// What to look out for.
    Notes(Vec<String>),
}

/// Draws the page.
pub(in crate::views) fn page_ui<C: Cells>(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, page: &Page<'_, C>) {
    around_ui(ctx, ui, view, page, |ctx, ui, view| table_ui(ctx, ui, view, page));
}

/// Draws the page around what `contents` draws: the rest of it, with the table somewhere in it.
pub(in crate::views) fn around_ui<C: Cells>(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    view: &mut TableView,
    page: &Page<'_, C>,
    contents: impl FnOnce(&mut Context<'_>, &mut Ui, &mut TableView),
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if page.totals.is_some() {
        view.want_totals(page.columns);
    }
    toolbar_ui(ctx, ui, view, page.lede, page.columns);
    controls::sentence_ui(ctx, ui, view, page.columns);
    beside_ui(ctx, ui, view, page.record, contents);
}

/// The toolbar with the view's search field, and under it the article's pane if that stands beside the table.
pub(in crate::views) fn toolbar_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, lede: &str, columns: &[ColumnSpec]) {
    view.is_searching = false;
    if !ctx.is_article_first {
        own_toolbar_ui(ctx, ui, view, lede, columns);
    }
    article::pane_ui(ctx, ui);
}

fn own_toolbar_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, lede: &str, columns: &[ColumnSpec]) {
    let route = view.view;
    let beside = tr(ctx.lang, "beside-article-lede");
    let lede = if ctx.is_beside() { beside.as_ref() } else { lede };
    page::toolbar_ui(ctx, ui, route, lede, |ctx, ui, part| match part {
        Part::Field => search::field_ui(ctx, ui, view),
        Part::Buttons => {
            tools::buttons_ui(ctx, ui, view, columns);
            export_menu::button_ui(ctx, ui, view);
            article::button_ui(ctx, ui);
        }
    });
}

/// The record beside, over or below what `contents` draws, by the window's width.
pub(in crate::views) fn beside_ui(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    view: &mut TableView,
    record: Option<&record::Record>,
    contents: impl FnOnce(&mut Context<'_>, &mut Ui, &mut TableView),
) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.panel);
    let Some(record) = record else { return contents(ctx, ui, view) };
    if (ctx.window_width < theme::NARROW || ctx.is_beside()) && !view.is_expanded {
        let strip = Panel::bottom(Id::unique(("strip", view.view))).exact_size(theme::RECORD_STRIP_HEIGHT).resizable(false).frame(frame);
        if strip.show(ui, |ui| record::strip_ui(ctx, ui, record)).inner {
            view.is_expanded = true;
        }
        return rest_ui(ctx, ui, view, contents);
    }
    if ctx.has_aside() {
        return record_ui(ctx, ui, view, record, contents);
    }
    let room = ui.available_rect_before_wrap();
    contents(ctx, ui, view);
    let rect = room.with_min_x((room.right() - theme::RECORD_WIDTH).max(room.left()));
    // What lies under the record must not feel the pointer.
    ui.interact(rect, Id::unique(("over", view.view)), Sense::click_and_drag());
    ui.painter().rect_filled(rect, 0, palette.panel);
    theme::vline(ui.painter(), rect.left(), rect.y_range(), palette.rule);
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        record::pane_ui(ctx, ui, record);
    });
}

/// What `contents` draws, and after it, for keys and ears as well, the record in a pane at its right.
fn record_ui(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    view: &mut TableView,
    record: &record::Record,
    contents: impl FnOnce(&mut Context<'_>, &mut Ui, &mut TableView),
) {
    let pane = Pane {
        id: Id::unique(("record", view.view)),
        edge_name: &tr(ctx.lang, "pane-edge-record"),
        is_right: true,
        width: theme::RECORD_WIDTH,
        widths: theme::RECORD_WIDTHS,
        fill: Palette::of(ui).panel,
    };
    let room = ui.available_rect_before_wrap();
    let (rest, _) = room.split_left_right_at_x(room.right() - pane.width_next(ui));
    let mut page = ui.new_child(UiBuilder::new().max_rect(rest).id_salt("page"));
    page.set_clip_rect(rest.intersect(ui.clip_rect()));
    contents(ctx, &mut page, view);
    pane.show(ui, |ui| record::pane_ui(ctx, ui, record));
}

/// Draws `contents` in what a panel has left; a line across it must not cross the panel.
fn rest_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, contents: impl FnOnce(&mut Context<'_>, &mut Ui, &mut TableView)) {
    let room = ui.available_rect_before_wrap();
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        ui.set_clip_rect(room.intersect(ui.clip_rect()));
        contents(ctx, ui, view);
    });
}

/// The table in what is left of the page, with its total, its legend and what stands at the foot.
pub(in crate::views) fn table_ui<C: Cells>(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, page: &Page<'_, C>) {
    let is_compact = ctx.window_width < theme::NARROW;
    let entries = page.legend(view);
    // The line of a filter has the legend in it.
    let legend: &[_] = if controls::status_ui(ctx, ui, view, page.columns, &entries) { &[] } else { &entries };
    let total = if page.totals.is_some() { theme::TOTAL_HEIGHT } else { 0.0 };
    // In a window so low that only two rows are in sight there is no room to explain their marks.
    let least = total + least_height(is_compact);
    let is_low = ui.available_height() < least + legend_line_height(ui, legend, is_compact);
    let legend = if is_low { &[] } else { legend };
    let below = total + legend_line_height(ui, legend, is_compact);
    if view.order().is_empty() {
        draw_table(ctx, ui, view, page, |table| table);
        controls::empty_ui(ctx, ui, view, page.columns);
        return;
    }
    let drawn = draw_table(ctx, ui, view, page, |table| table.space_below(below));
    if let Some(spec) = &page.totals {
        footer::totals_ui(ctx, ui, view, page, *spec, &drawn);
    }
    if !legend.is_empty() {
        legend_line_ui(ui, legend, is_compact);
    }
    foot_ui(ctx, ui, &page.foot);
}

/// The table as a part of a page that scrolls: as high as its rows, then its total.
///
/// The line of a filter stands at the foot of the page, so that is drawn before ([`status_line_ui`]).
pub(in crate::views) fn block_ui<C: Cells>(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, page: &Page<'_, C>) -> TableResponse {
    let drawn = draw_table(ctx, ui, view, page, |table: DataTable<'_>| table.plain());
    if view.order().is_empty() {
        controls::empty_ui(ctx, ui, view, page.columns);
    } else if let Some(spec) = &page.totals {
        footer::totals_ui(ctx, ui, view, page, *spec, &drawn);
    }
    drawn
}

/// The line at the foot that says what the filter hides and what is selected.
pub(in crate::views) fn status_line_ui<C: Cells>(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, page: &Page<'_, C>) {
    controls::status_ui(ctx, ui, view, page.columns, &[]);
}

/// Draws the table itself and carries out what the reader asked of it.
pub(in crate::views) fn draw_table<C: Cells>(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    view: &mut TableView,
    page: &Page<'_, C>,
    shape: impl FnOnce(DataTable<'_>) -> DataTable<'_>,
) -> TableResponse {
    let Page { columns, cells, items, .. } = *page;
    view.gather();
    let is_compact = ctx.window_width < theme::NARROW;
    let columns = &headers::with_choices(ctx, view, columns);
    let columns = &fit::fitted(ctx, ui, view, columns, cells, is_compact);
    let query = view.query().clone();
    let is_descending = |key: &crate::table::SortBy| key.direction == crate::table::SortDirection::Descending;
    let sort: Vec<SortMark<'_>> =
        query.sort.iter().map(|key| SortMark { column: key.column.as_str(), is_descending: is_descending(key) }).collect();
    let table = view.shared_table();
    let filtering = query.filtering(&table);
    let name = tr(ctx.lang, view.view.name_key());
    let mut state = std::mem::take(&mut view.state);
    let shown = Shown { view: &*view, dossier: ctx.dossier, lang: ctx.lang, cells, items, most: usize::MAX };
    let table = DataTable::new(view.view.code(), ctx.lang, columns)
        .sort(&sort)
        .filtering(&filtering)
        .compact(is_compact)
        .progress(view.answers.is_slow(ui.ctx()).then_some(1.0))
        .accessible_name(&name);
    let picture = match view.wanted {
        Some(Taking::Picture(shot)) if !view.order().is_empty() => Some(leave::picture(ui, shot, &table, &state.choices, (&shown, page))),
        _ => None,
    };
    let drawn = shape(table).ui(ui, &mut state, &shown);
    view.state = state;
    if let Some(picture) = picture {
        view.wanted = None;
        ctx.send(Command::Leave(picture));
    }
    for action in &drawn.actions {
        act::carry_out(ctx, view, columns, cells, action);
    }
    leave::take(ctx, view, columns, items);
    match drawn.open_facet {
        Some(open) => controls::facet_ui(ctx, ui, view, columns, open),
        None => view.answers.want_facet(None),
    }
    drawn
}

/// Checks or notes at the page's foot, where there is room for them.
fn foot_ui(ctx: &mut Context<'_>, ui: &mut Ui, foot: &Foot<'_>) {
    let room = ui.available_rect_before_wrap();
    let (title, num_lines) = match foot {
        Foot::Checks(checks) => ("projects-checks", checks.len()),
        Foot::Notes(notes) => ("infrastructure-care", notes.len()),
    };
    let height = 56.0 + 28.0 * num_lines as f32;
    if num_lines == 0 || room.height() < height {
        return;
    }
    let rect = Rect::from_min_max(pos2(room.left() + 24.0, room.bottom() - height), pos2(room.right() - 24.0, room.bottom()));
    theme::hline(ui.painter(), rect.x_range(), rect.top(), Palette::of(ui).rule);
    ui.scope_builder(UiBuilder::new().max_rect(rect.with_min_y(rect.top() + 10.0)).layout(Layout::top_down(Align::Min)), |ui| {
        heading_ui(ui, Type::Section, &tr(ctx.lang, title));
        ui.add_space(4.0);
        match foot {
            Foot::Checks(checks) => checks.iter().for_each(|check| check_line::ui(ctx, ui, check)),
            Foot::Notes(notes) => {
                for note in notes {
                    crate::ui::text::text_ui(ui, Type::Control, Palette::of(ui).text_weak, note);
                    ui.add_space(4.0);
                }
            }
        }
    });
}

/// Tells the app which row is selected now.
pub(super) fn tell_selection(ctx: &mut Context<'_>, row: Option<RowId>) {
    ctx.send(Command::Select(row.map_or(Focus::None, |row| Focus::Row(row as usize))));
}

/// The figure that a cell leads to.
pub(super) fn show_sentence(ctx: &mut Context<'_>, figure: Option<FigureNr>) {
    if let Some(nr) = figure {
        ctx.send(Command::ShowSentence(nr));
    }
}
