//! A check as a formula whose operands lead to their sentences.

use egui::{Sense, Ui, vec2};

use super::{Context, figure, words};
use crate::{
    dossier::{Check, Verdict},
    ui::{
        figure_link::FigureLink,
        text::{text_ui, verdict_ui},
        theme::{Palette, Type},
    },
};

/// Draws one check on a line of its own.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui, check: &Check) {
    line_ui(ctx, ui, check, &words::check_word(ctx.lang, check));
}

/// Draws one check where there is little room: a reason in many words stands under it, as wide as there is room.
pub fn narrow_ui(ctx: &mut Context<'_>, ui: &mut Ui, check: &Check) {
    let verdict = check.outcome.verdict;
    if !matches!(verdict, Verdict::Refused | Verdict::Undecided) {
        return self::ui(ctx, ui, check);
    }
    line_ui(ctx, ui, check, "");
    text_ui(ui, Type::Small, words::verdict_mark(verdict).color(Palette::of(ui)), &words::check_word(ctx.lang, check));
}

fn line_ui(ctx: &mut Context<'_>, ui: &mut Ui, check: &Check, word: &str) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
        for term in check.terms(ctx.dossier, ctx.lang) {
            let Some(nr) = term.figure else {
                ui.label(Type::Body.rich(&term.text).color(palette.text));
                continue;
            };
            let figure = ctx.dossier.figure(nr);
            let name = format!("{} {}", figure.label.get(ctx.lang), term.text);
            let link = FigureLink::new(&term.text, words::kind(figure.origin)).name(&name).ui(ui);
            figure::lead(ctx, &link, nr);
        }
        ui.allocate_exact_size(vec2(4.0, 1.0), Sense::hover());
        verdict_ui(ui, words::verdict_mark(check.outcome.verdict), word);
    });
}
