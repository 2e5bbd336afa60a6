//! Limits on days and visits: a bar to a tick, and the figures beside it.

use egui::{Color32, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use rust_decimal::prelude::ToPrimitive;

use super::{Sight, block_heading_ui, figure_ui};
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
const LIMIT_LINKS_WIDTH: f32 = 184.0;

/// Limits on days as bars to a tick, on one scale; limits on visits as figures beside.
pub(super) fn limits_ui(ctx: &mut Context<'_>, ui: &mut Ui, sight: &Sight<'_>) {
    let days = |nr: Option<FigureNr>| number::of(sight.dossier, nr).and_then(|quantity| quantity.number.to_u16());
    let limits: Vec<_> = sight
        .dossier
        .approvals
        .limits
        .iter()
        .filter(|limit| [limit.days, limit.visits].into_iter().flatten().any(|nr| sight.has(nr)))
        .collect();
    let Some(most) = limits.iter().filter_map(|limit| days(limit.days)).max() else { return };
    block_heading_ui(ui, &tr(sight.lang, "approvals-limits"), &tr(sight.lang, "approvals-limits-note"));
    let label = limit_label_width(ui, sight.lang, &limits);
    for limit in limits {
        let palette = Palette::of(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 64.0), Sense::hover());
        let words = [limit.name.get(sight.lang), limit.condition.get(sight.lang)].join(&tr(sight.lang, "app-clause-separator"));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        theme::hline(ui.painter(), rect.x_range(), rect.top(), palette.rule);
        let left = rect.left();
        paint_left(
            ui.painter(),
            left,
            rect.top() + 22.0,
            Type::Body.cut_galley(ui, limit.name.get(sight.lang), palette.text, label - 12.0),
        );
        paint_left(
            ui.painter(),
            left,
            rect.top() + 42.0,
            Type::Small.cut_galley(ui, limit.condition.get(sight.lang), palette.text_weak, label),
        );
        let lane = Rect::from_min_size(
            pos2(left + label + 16.0, rect.top() + 14.0),
            vec2((rect.width() - label - LIMIT_LINKS_WIDTH).max(80.0), bars::LIMIT_HEIGHT),
        );
        if let Some((value, nr)) = days(limit.days).zip(limit.days) {
            let is_target = sight.dossier.figure(nr).status == Some(Status::Target);
            let mark = if is_target { Mark::Target } else { Mark::Planned };
            let end = bars::limit_bar(ui.painter(), lane, value, most, mark, palette);
            let foot = lane.bottom() + 10.0;
            paint_left(ui.painter(), lane.left(), foot, Type::Small.galley(ui, "0", palette.text_weak));
            let text = Type::Small.galley(ui, sight.dossier.figure(nr).display(sight.lang).trim_start_matches("≤ "), palette.text);
            paint_right(ui.painter(), end + text.size().x / 2.0, foot, text);
        }
        let links = Rect::from_min_max(pos2(lane.right() + 40.0, rect.top() + 10.0), rect.max);
        let mut links_ui = ui.new_child(egui::UiBuilder::new().max_rect(links));
        for (nr, unit) in [(limit.days, None), (limit.visits, Some("approvals-visits"))] {
            if let Some(nr) = nr.filter(|nr| sight.has(*nr)) {
                row_ui(&mut links_ui, Type::Body.line_height() + 2.0, 4.0, |ui| {
                    figure_ui(ctx, ui, nr);
                    if unit.is_none() {
                        let is_target = sight.dossier.figure(nr).status == Some(Status::Target);
                        let word = tr(sight.lang, if is_target { "approvals-target" } else { "approvals-promise" });
                        ui.label(Type::Small.rich(word).color(palette.text_weak));
                    }
                    // An English count has no measure word of its own.
                    if let (Some(key), Lang::En) = (unit, sight.lang) {
                        let visits = number::of(sight.dossier, Some(nr)).and_then(|quantity| quantity.number.to_u16()).unwrap_or_default();
                        ui.label(Type::Small.rich(tr_args(sight.lang, key, &[("count", visits.into())])).color(palette.text_weak));
                    }
                });
            }
        }
    }
    let x = ui.max_rect().x_range();
    theme::hline(ui.painter(), x, ui.cursor().top(), Palette::of(ui).hairline);
    ui.add_space(24.0);
}

/// How wide the words before the bars are: as wide as the longest, up to half of the page.
fn limit_label_width(ui: &Ui, lang: Lang, limits: &[&Limit]) -> f32 {
    let width = |place: Type, words: &str| place.galley(ui, words, Color32::PLACEHOLDER).size().x.ceil();
    let widths =
        limits.iter().flat_map(|limit| [width(Type::Body, limit.name.get(lang)) + 12.0, width(Type::Small, limit.condition.get(lang))]);
    widths.fold(160.0, f32::max).min(ui.available_width() / 2.0)
}
