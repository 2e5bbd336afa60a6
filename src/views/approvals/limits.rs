//! Limits on days and visits: a bar to a tick, and the figures beside it.

use egui::{Color32, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use rust_decimal::prelude::ToPrimitive;

use super::figure_ui;
use crate::{
    dossier::{FigureNr, Limit, Status},
    locale::{Lang, tr, tr_args},
    ui::{
        bars,
        marks::Mark,
        text::{paint_left, paint_right, row_ui},
        theme::{self, Palette, Type},
    },
    views::{Context, number},
};

/// What the figures behind a limit's bar take, with the space before them.
const LINKS_WIDTH: f32 = 184.0;
/// Height of a limit.
const ROW_HEIGHT: f32 = 64.0;

/// Limits on days as bars to a tick, on one scale; limits on visits as figures beside.
pub(in crate::views) fn limits_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    let limits = &ctx.dossier.approvals.limits;
    let most = limits.iter().filter_map(|limit| whole(ctx, limit.days)).max().unwrap_or(1);
    let label = label_width(ui, ctx.lang, limits);
    for limit in limits {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
        let (name, condition) = (limit.name.get(ctx.lang), limit.condition.get(ctx.lang));
        let words = [name, condition].join(&tr(ctx.lang, "app-clause-separator"));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        let palette = Palette::of(ui);
        theme::hline(ui.painter(), rect.x_range(), rect.top(), palette.rule);
        let (left, top) = (rect.left(), rect.top());
        paint_left(ui.painter(), left, top + 22.0, Type::Body.cut_galley(ui, name, palette.text, label - 12.0));
        paint_left(ui.painter(), left, top + 42.0, Type::Small.cut_galley(ui, condition, palette.text_weak, label));
        let lane = vec2((rect.width() - label - LINKS_WIDTH).max(80.0), bars::LIMIT_HEIGHT);
        let lane = Rect::from_min_size(pos2(left + label + 16.0, top + 14.0), lane);
        if let Some((value, nr)) = whole(ctx, limit.days).zip(limit.days) {
            bar_ui(ctx, ui, lane, (value, most), nr);
        }
        let links = Rect::from_min_max(pos2(lane.right() + 40.0, top + 10.0), rect.max);
        let mut links = ui.new_child(egui::UiBuilder::new().max_rect(links));
        links_ui(ctx, &mut links, limit);
    }
    theme::hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), Palette::of(ui).hairline);
}

/// The whole number of a figure.
fn whole(ctx: &Context<'_>, nr: Option<FigureNr>) -> Option<u16> {
    number::of(ctx.dossier, nr).and_then(|quantity| quantity.number.to_u16())
}

fn is_target(ctx: &Context<'_>, nr: FigureNr) -> bool {
    ctx.dossier.figure(nr).status == Some(Status::Target)
}

/// The bar with its ends written below it.
fn bar_ui(ctx: &Context<'_>, ui: &Ui, lane: Rect, (value, most): (u16, u16), nr: FigureNr) {
    let palette = Palette::of(ui);
    let mark = if is_target(ctx, nr) { Mark::Target } else { Mark::Planned };
    let end = bars::limit_bar(ui.painter(), lane, value, most, mark, palette);
    let foot = lane.bottom() + 10.0;
    paint_left(ui.painter(), lane.left(), foot, Type::Small.galley(ui, "0", palette.text_weak));
    let text = ctx.dossier.figure(nr).display(ctx.lang);
    let text = Type::Small.galley(ui, text.trim_start_matches("≤ "), palette.text);
    paint_right(ui.painter(), end + text.size().x / 2.0, foot, text);
}

/// The figures, and whether the days are a promise or a target.
fn links_ui(ctx: &mut Context<'_>, ui: &mut Ui, limit: &Limit) {
    let lang = ctx.lang;
    let color = Palette::of(ui).text_weak;
    for nr in [limit.days, limit.visits].into_iter().flatten() {
        row_ui(ui, Type::Body.line_height() + 2.0, 4.0, |ui| {
            figure_ui(ctx, ui, nr);
            if limit.days == Some(nr) {
                let word = tr(lang, if is_target(ctx, nr) { "approvals-target" } else { "approvals-promise" });
                ui.label(Type::Small.rich(word).color(color));
            } else if lang == Lang::En {
                // An English count has no measure word of its own.
                let visits = whole(ctx, Some(nr)).unwrap_or_default();
                ui.label(Type::Small.rich(tr_args(lang, "approvals-visits", &[("count", visits.into())])).color(color));
            }
        });
    }
}

/// How wide the words before the bars are: as wide as the longest, up to half of the page.
fn label_width(ui: &Ui, lang: Lang, limits: &[Limit]) -> f32 {
    let width = |place: Type, words: &str| place.galley(ui, words, Color32::PLACEHOLDER).size().x.ceil();
    let widths =
        limits.iter().flat_map(|limit| [width(Type::Body, limit.name.get(lang)) + 12.0, width(Type::Small, limit.condition.get(lang))]);
    widths.fold(160.0, f32::max).min(ui.available_width() / 2.0)
}
