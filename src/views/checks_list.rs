//! All checks under the table of facts: what disagrees first, sums that must not be made last, each with its reason.

use egui::{Frame, Id, Margin, Panel, ScrollArea, Ui};

use super::{Context, check_line};
use crate::{
    dossier::{AccountKind, Coverage, Verdict},
    locale::{tr, tr_args},
    ui::{
        button::Button,
        scroll::{Reach, scroll_ui},
        text::{row_ui, text_ui},
        theme::{self, PAGE_SIDE, Palette, Type},
    },
};

/// Height of the bar while the list is closed.
const BAR_HEIGHT: f32 = 36.0;
/// The share of the window's height that the list takes.
const SHARE: f32 = 0.45;

/// Draws the bar at the bottom, and over it the list where that is open.
pub(super) fn ui(ctx: &mut Context<'_>, ui: &mut Ui, is_open: &mut bool) {
    let palette = Palette::of(ui);
    let height = if *is_open { (ui.available_height() * SHARE).max(BAR_HEIGHT) } else { BAR_HEIGHT };
    let panel = Panel::bottom(Id::unique("checks")).exact_size(height).resizable(false).frame(Frame::new().fill(palette.panel));
    panel.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        theme::hline(ui.painter(), ui.max_rect().x_range(), ui.max_rect().top(), palette.rule);
        Frame::new().inner_margin(Margin { left: PAGE_SIDE as i8, right: 16, top: 4, bottom: 4 }).show(ui, |ui| {
            let count = ctx.dossier.checks.len().into();
            let words = tr_args(ctx.lang, if *is_open { "facts-hide-checks" } else { "facts-show-checks" }, &[("count", count)]);
            row_ui(ui, theme::CONTROL_HEIGHT, 24.0, |ui| {
                if Button::link(&words).ui(ui).clicked() {
                    *is_open = !*is_open;
                }
                let Coverage { linked, excluded } = ctx.dossier.coverage(ctx.lang);
                let args = [("all", (linked + excluded).into()), ("linked", linked.into()), ("excluded", excluded.into())];
                let mut words = tr_args(ctx.lang, "facts-coverage", &args);
                if ctx.dossier.meta.account == AccountKind::Summary {
                    words += &tr(ctx.lang, "app-clause-separator");
                    words += &tr(ctx.lang, "coverage-summary");
                }
                ui.label(Type::Small.rich(words).color(palette.text_weak));
            });
        });
        if *is_open {
            list_ui(ctx, ui);
        }
    });
}

fn list_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    let name = tr(ctx.lang, "app-checks");
    scroll_ui(ui, ScrollArea::vertical().id_salt("checks").auto_shrink(false), &name, Reach::Pane, |ui| {
        Frame::new().inner_margin(Margin { left: PAGE_SIDE as i8, right: 16, top: 4, bottom: 16 }).show(ui, |ui| {
            let dossier = ctx.dossier;
            for check in dossier.checks_told() {
                let color = Palette::of(ui).text_weak;
                text_ui(ui, Type::Small, color, check.name.get(ctx.lang));
                check_line::ui(ctx, ui, check);
                // A refusal's reason stands in its line; of the others the interval is told.
                if check.outcome.verdict == Verdict::Rounding
                    && let Some(reason) = check.reason(ctx.lang)
                {
                    text_ui(ui, Type::Small, color, &reason);
                }
                ui.add_space(10.0);
            }
            if dossier.checks.is_empty() {
                text_ui(ui, Type::Body, Palette::of(ui).text_weak, &tr(ctx.lang, "facts-no-checks"));
            }
        });
    });
}
