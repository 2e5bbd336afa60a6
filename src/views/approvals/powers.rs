//! The powers taken over: one bar of two parts, and the sum that they make.

use egui::{Align, Id, Layout, Sense, Ui, UiBuilder, vec2};

use super::figure_ui;
use crate::{
    dossier::{Approvals, FigureNr},
    locale::tr,
    ui::{
        bars,
        page::at_right_ui,
        theme::{self, Palette, Type},
    },
    views::{
        Context, check_line,
        number::{self, length},
    },
};

/// Whether there is anything to draw.
pub(super) fn is_any(approvals: &Approvals) -> bool {
    approvals.powers.or(approvals.direct).or(approvals.entrusted).is_some()
}

/// Draws the powers without their heading.
pub(in crate::views) fn powers_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    let dossier = ctx.dossier;
    let approvals = &dossier.approvals;
    if let [Some(direct), Some(entrusted)] = [approvals.direct, approvals.entrusted].map(|nr| number::of(dossier, nr)) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
        bars::share_bar(ui.painter(), rect, length(direct), length(entrusted), Palette::of(ui));
        ui.add_space(4.0);
    }
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::CONTROL_HEIGHT), Sense::hover());
    let left = UiBuilder::new().id_salt("direct").max_rect(line).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(left, |ui| part_ui(ctx, ui, approvals.direct, "approvals-direct"));
    at_right_ui(ui, Id::unique("approvals-entrusted"), line, |ui| part_ui(ctx, ui, approvals.entrusted, "approvals-entrusted"));
    ui.add_space(6.0);
    let sums = dossier.checks.iter().filter(|check| approvals.powers.is_some() && check.claim.whole() == approvals.powers);
    sums.for_each(|check| check_line::ui(ctx, ui, check));
}

fn part_ui(ctx: &mut Context<'_>, ui: &mut Ui, nr: Option<FigureNr>, key: &str) {
    if let Some(nr) = nr {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(Type::Control.rich(tr(ctx.lang, key)).color(Palette::of(ui).text));
        figure_ui(ctx, ui, nr);
    }
}
