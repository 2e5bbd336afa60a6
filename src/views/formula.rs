//! A check as a formula on one line, as long as there is room for.

use egui::{Color32, Role, Ui, WidgetInfo, vec2};

use crate::{
    dossier::{Check, Term},
    ui::{
        marks::VerdictMark,
        text::{paint_at, row_ui},
        theme::{Palette, Type},
        tooltip,
    },
    views::{Context, figure, words},
};

/// Space between two terms.
const GAP: f32 = 3.0;

/// What a screen reader says of a check: its working, and how it came out.
pub(super) fn check_name(ctx: &Context<'_>, check: &Check) -> String {
    format!("{} {}", check.working(ctx.dossier, ctx.lang), words::verdict_word(ctx.lang, check.outcome.verdict))
}

/// A formula that has room; of a long sum the first operands and the result, or the result alone.
pub(super) fn fitting(ui: &Ui, place: Type, terms: Vec<Term>, room: f32) -> Vec<Term> {
    let is_sign = |term: &Term| term.figure.is_none();
    let is_relation = |term: &Term| is_sign(term) && matches!(term.text.trim(), "=" | "≤" | "≠" | "≈");
    if terms_width(ui, place, &terms) <= room {
        return terms;
    }
    let Some(at) = terms.iter().position(is_relation) else { return terms };
    let (operands, result) = terms.split_at(at);
    let shorter = (1..at).rev().filter(|num| operands.get(num - 1).is_some_and(is_sign)).map(|num| {
        let rest = Term { text: "…".to_owned(), figure: None };
        operands.iter().take(num).cloned().chain([rest]).chain(result.iter().cloned()).collect::<Vec<Term>>()
    });
    let found = shorter.into_iter().find(|terms| terms_width(ui, place, terms) <= room);
    found.unwrap_or_else(|| result.iter().skip(1).cloned().collect())
}

/// Whether a formula still has something of its left side: a result alone would not be a check.
pub(super) fn has_operands(terms: &[Term]) -> bool {
    terms.iter().filter(|term| term.figure.is_some()).count() > 1
}

/// How wide a formula is, with the gaps between its terms.
pub(super) fn terms_width(ui: &Ui, place: Type, terms: &[Term]) -> f32 {
    terms.iter().map(|term| place.galley(ui, term.text.as_str(), Color32::PLACEHOLDER).size().x.ceil() + GAP).sum()
}

/// A formula on one line, its operands leading to their sentences; the verdict after it, or before where there is none to cut.
pub(super) fn formula_ui(ctx: &mut Context<'_>, ui: &mut Ui, place: Type, terms: &[Term], verdict: Option<(VerdictMark, String)>) {
    let palette = Palette::of(ui);
    row_ui(ui, place.line_height(), GAP, |ui| {
        for term in terms {
            let Some(nr) = term.figure else {
                let galley = place.galley(ui, term.text.as_str(), palette.text_weak);
                let (rect, _) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
                paint_at(ui.painter(), rect.min, galley);
                continue;
            };
            let color = words::kind(ctx.dossier.figure(nr).origin).text_color(palette);
            let color = if color == palette.text && place == Type::Small { palette.text_weak } else { color };
            figure::quiet_ui(ctx, ui, place, &term.text, color, nr);
        }
        if let Some((verdict, name)) = verdict {
            let (rect, response) = ui.allocate_exact_size(vec2(14.0, place.line_height()), egui::Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
            tooltip::on_hover_text(response, &name);
            verdict.paint(ui.painter(), rect.center(), 12.0, verdict.color(palette));
        }
    });
}
