//! The figures that matter most, each with how it is known.

use egui::{Color32, Rangef, Rect, Ui, UiBuilder, pos2, vec2};

use crate::{
    dossier::{Basis, FigureNr, MoneyUnit, Named},
    locale::{Lang, tr, tr_args},
    sheets::basis_key,
    ui::{
        figure_link::FigureLink,
        marks::Mark,
        text::{baseline, mark_ui, paint_at, row_ui, text_ui},
        theme::{self, Palette, Type},
        tooltip,
    },
    views::{
        Context, figure,
        formula::{check_name, fitting, formula_ui},
        words,
    },
};

/// Height of one figure with its label and proof.
const HEIGHT: f32 = 100.0;
/// Space between a hairline and the figure after it.
const INSET: f32 = 16.0;
/// What a status takes after a number.
const MARK_ROOM: f32 = 16.0;
/// What the verdict takes after a formula.
const VERDICT_ROOM: f32 = 17.0;

/// Draws the figures between a heavy rule and a hairline, as many in a row as there is room for.
pub(super) fn ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    let key = &ctx.dossier.overview.key;
    let palette = Palette::of(ui);
    let x = ui.available_rect_before_wrap().x_range();
    let top = ui.cursor().top();
    ui.painter().rect_filled(Rect::from_x_y_ranges(x, Rangef::new(top, top + theme::PAGE_RULE)), 0, palette.text);
    ui.add_space(theme::PAGE_RULE);
    let most = match x.span() {
        _ if ctx.window_width >= theme::NARROW => 5,
        span if span >= 520.0 => 3,
        _ => 2,
    };
    // One size for all: a smaller number among larger ones would look like a lesser one.
    let column = x.span() / key.len().clamp(1, most) as f32 - INSET - 8.0;
    let is_narrow = key.iter().any(|named| !is_roomy(ui, ctx, named, column));
    let place = if is_narrow { Type::Heading } else { Type::Figure };
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
            figure_ui(ctx, &mut column, named, place);
        }
        ui.allocate_space(vec2(x.span(), HEIGHT));
        theme::hline(ui.painter(), x, ui.cursor().top() - 1.0, palette.hairline);
    }
}

/// One figure: label, number with its unit and status, proof.
fn figure_ui(ctx: &mut Context<'_>, ui: &mut Ui, named: &Named, place: Type) {
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
    ui.add_space(Type::Figure.line_height() - place.line_height());
    let response = FigureLink::new(&number, kind).place(place).name(&name).ui(ui);
    let base = response.rect.top() + baseline(&place.galley(ui, &number, palette.text));
    let mut end = response.rect.right();
    figure::lead(ctx, &response, named.figure);
    tooltip::on_hover_ui(response, |ui| figure::note_ui(ui, dossier, lang, MoneyUnit::AsWritten, named.figure));
    if !unit.is_empty() {
        let place = if place == Type::Figure { Type::Body } else { Type::Small };
        let galley = place.cut_galley(ui, &unit, palette.text_weak, (ui.max_rect().right() - end - 5.0).max(0.0));
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

/// Whether a figure in the large type fits into a column of this width.
fn is_roomy(ui: &Ui, ctx: &Context<'_>, named: &Named, column: f32) -> bool {
    let of = ctx.dossier.figure(named.figure);
    let (number, unit) = number_and_unit(of, ctx.lang);
    let width = |place: Type, text: &str| place.galley(ui, text, Color32::PLACEHOLDER).size().x;
    let mark = if of.status.is_some() { MARK_ROOM } else { 0.0 };
    width(Type::Figure, &number) + 5.0 + width(Type::Body, &unit) + mark <= column
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
    let Some(check) = dossier.proof(nr) else { return as_of_ui(ctx, ui, nr) };
    let terms = check.terms(dossier, lang);
    // The unit stands beside the figure already.
    let end = terms.iter().rposition(|term| term.figure.is_some()).map_or(terms.len(), |last| last + 1);
    let verdict = (words::verdict_mark(check.outcome.verdict), check_name(ctx, check));
    let room = ui.available_width() - VERDICT_ROOM;
    let terms = fitting(ui, Type::Small, terms.get(..end).unwrap_or_default().to_vec(), room);
    formula_ui(ctx, ui, Type::Small, &terms, Some(verdict));
}

/// The day that a figure holds for, with the mark of one that is inferred.
fn as_of_ui(ctx: &Context<'_>, ui: &mut Ui, nr: FigureNr) {
    let Some((moment, date)) = ctx.dossier.figure(nr).as_of.as_ref().and_then(|moment| Some((moment, moment.date?))) else { return };
    // The shorter form where the longer one would take two lines.
    let forms = [date.format(ctx.lang), date.to_string()].map(|date| tr_args(ctx.lang, "overview-as-of", &[("date", date.into())]));
    let width = |text: &str| Type::Small.galley(ui, text, Color32::PLACEHOLDER).size().x + MARK_ROOM;
    let [long, short] = forms;
    let text = if ctx.lang == Lang::En && width(&long) <= ui.available_width() { long } else { short };
    let resolution = ctx.dossier.resolution(moment, ctx.lang).unwrap_or_default();
    row_ui(ui, Type::Small.line_height(), 4.0, |ui| {
        let said = text_ui(ui, Type::Small, Palette::of(ui).text_weak, &text);
        if moment.basis == Basis::Inferred {
            mark_ui(ui, Mark::Unclear, 8.0, &tr(ctx.lang, basis_key(moment.basis)));
        }
        if !resolution.is_empty() {
            tooltip::on_hover_text(said, &resolution);
        }
    });
}
