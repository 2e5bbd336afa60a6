//! Approvals: the cases completed by window as a table, between the powers taken over and the limits on days and visits.
//!
//! The table answers to the query; powers and limits are always there.

mod aside;
mod limits;
mod powers;
mod windows;

use std::sync::Arc;

use egui::{Galley, Margin, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use aside::Aside;
pub(super) use limits::limits_ui;
pub(super) use powers::powers_ui;
use windows::{WindowCells, columns, windows_ui};

use super::{
    Context, figure,
    picture::heading_button_ui,
    record,
    tables::{Foot, Page, TableView, Totals, around_ui, status_line_ui},
    words,
};
use crate::{
    command::Subject,
    dossier::{Dossier, FigureNr, MoneyUnit},
    locale::{Lang, tr, tr_args},
    ui::{
        figure_link::FigureLink,
        page::HEADING_BUTTON,
        scroll::{Reach, scroll_ui},
        text::{baseline, paint_at},
        theme::{NARROW, Palette, Type},
        tooltip,
    },
};

/// Width of the column at the right.
const ASIDE_WIDTH: f32 = 320.0;
/// Space between a title and the remark beside it, and below both.
const HEADING_GAP: f32 = 8.0;

/// Draws the view.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView) {
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let cells = WindowCells::new(ctx, ui);
    let selected = view.current().and_then(|row| dossier.approvals.windows.get(row)?.completed);
    let record = selected.map(|nr| record::fact(dossier, lang, nr));
    let page = Page {
        lede: &tr(lang, "approvals-lede"),
        columns: &columns(&ctx.reader()),
        cells: &cells,
        items: None,
        record: record.as_ref(),
        legend: &[],
        bar_column: None,
        totals: Some(Totals { is_silent: windows::proof(dossier, view).is_some(), ..Totals::default() }),
        foot: Foot::Notes(Vec::new()),
    };
    let aside = Aside::new(dossier);
    let has_aside = record.is_none() && ctx.has_aside() && !aside.is_empty();
    around_ui(ctx, ui, view, &page, |ctx, ui, view| {
        status_line_ui(ctx, ui, view, &page);
        let room = ui.available_rect_before_wrap();
        let (main, beside) = room.split_left_right_at_x(room.right() - if has_aside { ASIDE_WIDTH } else { 0.0 });
        // Not a panel, which would have to come before what it stands beside: keys and ears meet the page first.
        ui.scope_builder(UiBuilder::new().max_rect(main), |ui| {
            ui.set_clip_rect(main.intersect(ui.clip_rect()));
            page_ui(ui, &tr(lang, "view-approvals"), |ui| {
                sections_ui(ctx, ui, view, &page);
                if !has_aside {
                    aside.ui(ctx, ui);
                }
            });
        });
        if has_aside {
            aside.pane_ui(ctx, ui, beside);
        }
    });
}

fn page_ui(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    scroll_ui(ui, ScrollArea::vertical().auto_shrink([false, false]), name, Reach::Page, |ui| {
        egui::Frame::new().inner_margin(Margin { left: 24, right: 32, top: 20, bottom: 20 }).show(ui, contents);
    });
}

/// The powers, the windows and the limits, each under its heading.
fn sections_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, page: &Page<'_, WindowCells<'_>>) {
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let approvals = &dossier.approvals;
    if powers::is_any(approvals) {
        let heading = (&*tr(lang, "approvals-powers"), &*as_of(dossier, lang, approvals.powers), Subject::Powers);
        section_ui(ctx, ui, heading, powers_ui);
    }
    if !approvals.windows.is_empty() {
        let heading = (&*tr(lang, "approvals-windows"), &*as_of(dossier, lang, approvals.completed), Subject::Table);
        section_ui(ctx, ui, heading, |ctx, ui| windows_ui(ctx, ui, view, page));
    }
    if !approvals.limits.is_empty() {
        let heading = (&*tr(lang, "approvals-limits"), &*tr(lang, "approvals-limits-note"), Subject::Limits);
        section_ui(ctx, ui, heading, limits_ui);
    }
}

/// A section with the button for its picture.
fn section_ui(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    (title, remark, subject): (&str, &str, Subject),
    contents: impl FnOnce(&mut Context<'_>, &mut Ui),
) {
    let top = ui.cursor().top();
    let button = heading_ui(ui, title, remark);
    contents(ctx, ui);
    let area = ui.max_rect().with_min_y(top).with_max_y(ui.cursor().top());
    heading_button_ui(ctx, ui, button, area, (subject, title));
    ui.add_space(if ctx.window_width < NARROW { 12.0 } else { 24.0 });
}

/// A title with a remark at the right, or below it where there is no room beside; returns the place of the button.
fn heading_ui(ui: &mut Ui, title: &str, remark: &str) -> Rect {
    let palette = Palette::of(ui);
    let galley = |place: Type, words: &str, color, width: f32| -> Arc<Galley> { ui.painter().layout_job(place.job(words, color, width)) };
    let room = ui.available_width() - HEADING_BUTTON - HEADING_GAP;
    let heading = galley(Type::Heading, title, palette.text, room);
    let is_beside = heading.size().x + 2.0 * HEADING_GAP + Type::Small.galley(ui, remark, palette.text_weak).size().x <= room;
    let note = galley(Type::Small, remark, palette.text_weak, if is_beside { room } else { ui.available_width() });
    let below = if is_beside || remark.is_empty() { 0.0 } else { note.size().y };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), heading.size().y + below + HEADING_GAP), Sense::hover());
    let named = ui.interact(Rect::from_min_size(rect.min, heading.size()), response.id.with("title"), Sense::hover());
    named.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let base = baseline(&heading) - baseline(&note);
    let button = Rect::from_min_size(pos2(rect.right() - HEADING_BUTTON, rect.top() + 1.0), vec2(HEADING_BUTTON, HEADING_BUTTON));
    let place = if is_beside {
        pos2(button.left() - HEADING_GAP - note.size().x, rect.top() + base)
    } else {
        pos2(rect.left(), rect.top() + heading.size().y)
    };
    let said = ui.interact(Rect::from_min_size(place, note.size()), response.id.with("remark"), Sense::hover());
    if !remark.is_empty() {
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, remark));
    }
    paint_at(ui.painter(), rect.min, heading);
    paint_at(ui.painter(), place, note);
    button
}

/// The date that all figures of a section hold for.
fn as_of(dossier: &Dossier, lang: Lang, figure: Option<FigureNr>) -> String {
    let moment = figure.and_then(|nr| dossier.figure(nr).as_of.as_ref());
    let date = moment.and_then(|moment| moment.date);
    date.map(|date| tr_args(lang, "article-as-of", &[("date", date.to_string().into())])).unwrap_or_default()
}

/// A figure as a link to its sentence.
fn figure_ui(ctx: &mut Context<'_>, ui: &mut Ui, nr: FigureNr) {
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let figure = dossier.figure(nr);
    let text = figure.display(lang);
    let name = format!("{} {text}", figure.label.get(lang));
    let mark = figure.status.map(words::status_mark);
    let link = FigureLink::new(&text, words::kind(figure.origin)).mark(mark).name(&name).ui(ui);
    figure::lead(ctx, &link, nr);
    tooltip::on_hover_ui(link, |ui| figure::note_ui(ui, dossier, lang, MoneyUnit::AsWritten, nr));
}
