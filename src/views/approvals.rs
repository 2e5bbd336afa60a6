//! Approvals: the powers taken over, the cases completed by window, the limits on days and visits.
//!
//! One query for all three: what it filters out is gone from each, and its order holds in each.

mod aside;
mod limits;
mod windows;

use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use aside::Aside;
use limits::limits_ui;
use windows::WindowCells;

use super::{
    Context, check_line,
    number::{self, length},
    record,
    tables::{Item, TableView, beside_ui, draw_table, empty_ui, sentence_ui, toolbar_ui},
    words,
};
use crate::{
    command::Command,
    dossier::{Check, Dossier, FigureNr},
    locale::{Lang, tr, tr_args},
    sheets::{ApprovalKind, ApprovalRow, approval_rows},
    ui::{
        bars,
        data_table::{ColumnSpec, DataTable, FilterKind, HeaderAlign, RowId},
        figure_link::FigureLink,
        marks::Kind,
        text::{heading_ui, paint_left, text_ui},
        theme::{self, Palette, Type},
    },
};

/// Width of the column at the right.
const ASIDE_WIDTH: f32 = 320.0;

/// Draws the view.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let rows = approval_rows(dossier);
    let selected = view.current().and_then(|row| rows.get(row)).map(|row| row.figure);
    let record = selected.map(|nr| record::fact(dossier, lang, nr));
    let columns = columns(lang);
    toolbar_ui(ctx, ui, view, &tr(lang, "approvals-lede"), &columns);
    sentence_ui(ctx, ui, view, &columns);
    let aside = Aside::new(dossier);
    let has_aside = record.is_none() && ctx.has_aside() && !aside.is_empty();
    let (main, beside) = split(ui.available_rect_before_wrap(), if has_aside { ASIDE_WIDTH } else { 0.0 });
    // Not a panel, which would have to come before what it stands beside: keys and ears meet the page first.
    ui.scope_builder(UiBuilder::new().max_rect(main), |ui| {
        ui.set_clip_rect(main.intersect(ui.clip_rect()));
        main_ui(ctx, ui, view, record.as_ref(), &rows, &columns, &aside);
    });
    if has_aside {
        aside.pane_ui(ctx, ui, beside);
    }
}

/// The room of the page and what is left of it at the right.
fn split(room: Rect, aside: f32) -> (Rect, Rect) {
    room.split_left_right_at_x(room.right() - aside)
}

fn main_ui(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    view: &mut TableView,
    record: Option<&record::Record>,
    rows: &[ApprovalRow],
    columns: &[ColumnSpec],
    aside: &Aside<'_>,
) {
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    beside_ui(ctx, ui, view, record, |ctx, ui, view| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 24, right: 32, top: 20, bottom: 20 }).show(ui, |ui| {
                let sight = Sight { dossier, lang, rows, order: view.order().to_vec() };
                if sight.order.is_empty() {
                    empty_ui(ctx, ui, view, columns);
                    return;
                }
                powers_ui(ctx, ui, &sight);
                windows_ui(ctx, ui, view, &sight, columns);
                limits_ui(ctx, ui, &sight);
                if !ctx.has_aside() {
                    aside.ui(ctx, ui);
                }
            });
        });
    });
}

fn columns(lang: Lang) -> Vec<ColumnSpec> {
    let title = |key: &str| tr(lang, key).into_owned();
    vec![
        ColumnSpec::new("name", title("approvals-window"), 152.0),
        ColumnSpec::new("value", title("approvals-completed"), 200.0).flexible().filter(FilterKind::Range),
        ColumnSpec::new("share", title("approvals-share"), 104.0).kind(Kind::Computed).align(HeaderAlign::Right),
    ]
}

/// The rows that the query leaves.
struct Sight<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    rows: &'a [ApprovalRow],
    order: Vec<RowId>,
}

impl<'a> Sight<'a> {
    fn of_kind(&self, kind: ApprovalKind) -> Vec<(RowId, &'a ApprovalRow)> {
        let rows = self.order.iter().filter_map(|row| Some((*row, self.rows.get(*row as usize)?)));
        rows.filter(|(_, row)| row.kind == kind).collect()
    }

    fn has(&self, figure: FigureNr) -> bool {
        self.order.iter().any(|row| self.rows.get(*row as usize).is_some_and(|row| row.figure == figure))
    }

    fn checks(&self, whole: Option<FigureNr>) -> Vec<&'a Check> {
        let is_of = |check: &&Check| whole.is_some() && check.claim.whole() == whole;
        self.dossier.checks.iter().filter(is_of).collect()
    }

    /// The date that all figures of a block hold for.
    fn as_of(&self, figure: Option<FigureNr>) -> String {
        let moment = figure.and_then(|nr| self.dossier.figure(nr).as_of.as_ref());
        let date = moment.and_then(|moment| moment.date);
        date.map(|date| tr_args(self.lang, "article-as-of", &[("date", date.to_string().into())])).unwrap_or_default()
    }
}

/// A heading with a remark at the right, or below it where there is no room beside.
fn block_heading_ui(ui: &mut Ui, title: &str, remark: &str) {
    let color = Palette::of(ui).text_weak;
    let width = |galley: std::sync::Arc<egui::Galley>| galley.size().x;
    let wanted = width(Type::Heading.galley(ui, title, color)) + 16.0 + width(Type::Small.galley(ui, remark, color));
    if wanted > ui.available_width() {
        heading_ui(ui, Type::Heading, title);
        text_ui(ui, Type::Small, color, remark);
        ui.add_space(8.0);
        return;
    }
    ui.horizontal(|ui| {
        heading_ui(ui, Type::Heading, title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| text_ui(ui, Type::Small, color, remark));
    });
    ui.add_space(8.0);
}

/// A figure as a link that selects its row.
fn figure_ui(ctx: &mut Context<'_>, ui: &mut Ui, nr: FigureNr) {
    let figure = ctx.dossier.figure(nr);
    let text = figure.display(ctx.lang);
    let name = format!("{} {text}", figure.label.get(ctx.lang));
    let mark = figure.status.map(words::status_mark);
    if FigureLink::new(&text, words::kind(figure.origin)).mark(mark).name(&name).ui(ui).clicked() {
        ctx.send(Command::ShowInTable(nr));
    }
}

/// The powers as one bar of two parts, and the sum that they make.
fn powers_ui(ctx: &mut Context<'_>, ui: &mut Ui, sight: &Sight<'_>) {
    let approvals = &sight.dossier.approvals;
    if sight.of_kind(ApprovalKind::Power).is_empty() {
        return;
    }
    block_heading_ui(ui, &tr(sight.lang, "approvals-powers"), &sight.as_of(approvals.powers));
    let parts = [approvals.direct, approvals.entrusted].map(|nr| nr.filter(|nr| sight.has(*nr)));
    if let [Some(direct), Some(entrusted)] = parts.map(|nr| number::of(sight.dossier, nr)) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
        bars::share_bar(ui.painter(), rect, length(direct), length(entrusted), Palette::of(ui));
        ui.add_space(4.0);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        part_ui(ctx, ui, parts.first().copied().flatten(), "approvals-direct");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(nr) = parts.last().copied().flatten() {
                figure_ui(ctx, ui, nr);
                ui.label(Type::Control.rich(tr(ctx.lang, "approvals-entrusted")).color(Palette::of(ui).text));
            }
        });
    });
    ui.add_space(6.0);
    if approvals.powers.is_some_and(|nr| sight.has(nr)) {
        sight.checks(approvals.powers).into_iter().for_each(|check| check_line::ui(ctx, ui, check));
    }
    ui.add_space(24.0);
}

fn part_ui(ctx: &mut Context<'_>, ui: &mut Ui, nr: Option<FigureNr>, key: &str) {
    if let Some(nr) = nr {
        ui.label(Type::Control.rich(tr(ctx.lang, key)).color(Palette::of(ui).text));
        figure_ui(ctx, ui, nr);
    }
}

/// The cases completed by window: a table with bars, shares and the total.
fn windows_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, sight: &Sight<'_>, columns: &[ColumnSpec]) {
    let rows: Vec<_> = sight.of_kind(ApprovalKind::Case).into_iter().filter(|(_, row)| row.total.is_some()).collect();
    let total = sight.dossier.approvals.completed;
    if rows.is_empty() {
        return;
    }
    block_heading_ui(ui, &tr(sight.lang, "approvals-windows"), &sight.as_of(total));
    let items: Vec<Item> = rows.iter().map(|(row, _)| Item::Row(*row)).collect();
    let cells = WindowCells::new(ui, sight, view.shared_table());
    let height = theme::HEADER_HEIGHT + theme::ROW_HEIGHT * rows.len() as f32 + 1.0;
    let drawn = ui
        .allocate_ui(vec2(ui.available_width(), height), |ui| {
            draw_table(ctx, ui, view, columns, &cells, Some(&items), |table: DataTable<'_>| table.plain())
        })
        .inner;
    let Some(total) = total.filter(|nr| sight.has(*nr)) else {
        ui.add_space(24.0);
        return;
    };
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::TOTAL_HEIGHT), Sense::hover());
    theme::hline(ui.painter(), rect.x_range(), rect.top(), palette.rule);
    let y = rect.center().y;
    paint_left(
        ui.painter(),
        rect.left() + theme::CELL_SIDE,
        y,
        Type::Control.galley(ui, tr(ctx.lang, "projects-total"), palette.text_weak),
    );
    if let Some(x) = drawn.column("value") {
        let line = Rect::from_min_max(pos2(x.min + theme::CELL_SIDE, rect.top() + 2.0), pos2(rect.right(), rect.bottom()));
        let mut line_ui = ui.new_child(UiBuilder::new().max_rect(line));
        match sight.checks(Some(total)).first() {
            Some(check) => check_line::ui(ctx, &mut line_ui, check),
            None => figure_ui(ctx, &mut line_ui, total),
        }
    }
    ui.add_space(24.0);
}
