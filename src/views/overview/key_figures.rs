//! The figures that matter most, each with how it is known.

use egui::{Rangef, Rect, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::{
    dossier::{Check, Claim, FigureNr, MoneyUnit, Named, Term},
    locale::{Lang, tr_args},
    ui::{
        figure_link::FigureLink,
        marks::VerdictMark,
        text::{baseline, paint_at, row_ui},
        theme::{self, Palette, Type},
        tooltip,
    },
    views::{Context, figure, words},
};

/// Height of one figure with its label and proof.
const HEIGHT: f32 = 106.0;
/// Space between a hairline and the figure after it.
const INSET: f32 = 16.0;

/// Draws the figures between a heavy rule and a hairline, as many in a row as there is room for.
pub(super) fn ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    let key = &ctx.dossier.overview.key;
    let palette = Palette::of(ui);
    let x = ui.available_rect_before_wrap().x_range();
    let top = ui.cursor().top();
    ui.painter().rect_filled(Rect::from_x_y_ranges(x, Rangef::new(top, top + theme::PAGE_RULE)), 0, palette.text);
    ui.add_space(theme::PAGE_RULE);
    let most = if x.span() >= 880.0 {
        5
    } else if x.span() >= 520.0 {
        3
    } else {
        2
    };
    for row in key.chunks(most) {
        // The figures of a short row are as wide as those of a full one, or share it all if there is but one row.
        let width = x.span() / if key.len() > most { most } else { row.len() } as f32;
        let top = ui.cursor().top();
        for (nr, named) in row.iter().enumerate() {
            let left = (x.min + width * nr as f32).round();
            let inset = if nr == 0 { 0.0 } else { INSET };
            let rect = Rect::from_min_size(pos2(left + inset, top), vec2(width - inset - 8.0, HEIGHT));
            if nr > 0 {
                theme::vline(ui.painter(), left, rect.y_range(), palette.hairline);
            }
            let mut column = ui.new_child(UiBuilder::new().id_salt(("key", named.figure.0)).max_rect(rect));
            figure_ui(ctx, &mut column, named);
        }
        ui.allocate_space(vec2(x.span(), HEIGHT));
        theme::hline(ui.painter(), x, ui.cursor().top() - 1.0, palette.hairline);
    }
}

/// One figure: label, number with its unit and status, proof.
fn figure_ui(ctx: &mut Context<'_>, ui: &mut Ui, named: &Named) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let (dossier, lang, palette) = (ctx.dossier, ctx.lang, Palette::of(ui));
    let of = dossier.figure(named.figure);
    let label = named.label.as_ref().unwrap_or(&of.label).get(lang);
    ui.add_space(12.0);
    let galley = Type::Small.cut_galley(ui, label, palette.text_weak, ui.available_width());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), Type::Small.line_height()), egui::Sense::hover());
    paint_at(ui.painter(), rect.min, galley);
    ui.add_space(2.0);
    let (number, unit) = number_and_unit(of, lang);
    let kind = words::kind(of.origin);
    let name = figure::spoken(dossier, lang, named.figure);
    let response = FigureLink::new(&number, kind).place(Type::Figure).name(&name).ui(ui);
    let base = response.rect.top() + baseline(&Type::Figure.galley(ui, &number, palette.text));
    let mut end = response.rect.right();
    if response.clicked() {
        ctx.send(crate::command::Command::ShowSentence(named.figure));
    }
    tooltip::on_hover_ui(response, |ui| figure::note_ui(ui, dossier, lang, MoneyUnit::AsWritten, named.figure));
    if !unit.is_empty() {
        let galley = Type::Body.galley(ui, unit, palette.text_weak);
        let top = base - baseline(&galley);
        let width = galley.size().x;
        paint_at(ui.painter(), pos2(end + 5.0, top), galley);
        end += 5.0 + width;
    }
    if let Some(status) = of.status {
        words::status_mark(status).paint(ui.painter(), pos2(end + 11.0, base - 5.0), 10.0, palette);
    }
    ui.add_space(6.0);
    proof_ui(ctx, ui, named.figure);
}

/// The number as it stands in the large type, and what follows it.
fn number_and_unit(of: &crate::dossier::Figure, lang: Lang) -> (String, String) {
    let Some(quantity) = of.quantity() else { return (of.display(lang), String::new()) };
    let parts = quantity.parts(lang);
    let number = [parts.before.as_str(), &format!("{}{}{}", parts.integer, parts.fraction, parts.after)];
    let number = number.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let unit = [parts.currency.as_str(), parts.unit.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (number, unit)
}

/// How a figure is known: the sum it is, the share it has, or the day it holds for.
fn proof_ui(ctx: &mut Context<'_>, ui: &mut Ui, nr: FigureNr) {
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let is_sum = |check: &&Check| matches!(check.claim, Claim::Sum { whole, .. } if whole == nr);
    let is_share = |check: &&Check| matches!(check.claim, Claim::Ratio { part, .. } if part == nr);
    let check = dossier.checks.iter().find(is_sum).or_else(|| dossier.checks.iter().find(is_share));
    let Some(check) = check else { return as_of_ui(ctx, ui, nr) };
    let terms = check.terms(dossier, lang);
    // The unit stands beside the figure already.
    let end = terms.iter().rposition(|term| term.figure.is_some()).map_or(terms.len(), |last| last + 1);
    let verdict = (words::verdict_mark(check.outcome.verdict), check_name(ctx, check));
    formula_ui(ctx, ui, Type::Small, terms.get(..end).unwrap_or_default(), Some(verdict));
}

/// What a screen reader says of a check: its working, and how it came out.
pub(super) fn check_name(ctx: &Context<'_>, check: &Check) -> String {
    format!("{} {}", check.working(ctx.dossier, ctx.lang), words::verdict_word(ctx.lang, check.outcome.verdict))
}

fn as_of_ui(ctx: &Context<'_>, ui: &mut Ui, nr: FigureNr) {
    let Some(date) = ctx.dossier.figure(nr).as_of.as_ref().and_then(|moment| moment.date) else { return };
    let date = match ctx.lang {
        Lang::Zh => date.to_string(),
        Lang::En => date.format(ctx.lang),
    };
    let text = tr_args(ctx.lang, "overview-as-of", &[("date", date.into())]);
    let galley = Type::Small.galley(ui, text, Palette::of(ui).text_weak);
    let (rect, _) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    paint_at(ui.painter(), rect.min, galley);
}

/// A formula on one line, its operands leading to their sentences; the verdict after it, or before where there is none to cut.
pub(super) fn formula_ui(ctx: &mut Context<'_>, ui: &mut Ui, place: Type, terms: &[Term], verdict: Option<(VerdictMark, String)>) {
    let palette = Palette::of(ui);
    row_ui(ui, place.line_height(), 3.0, |ui| {
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
