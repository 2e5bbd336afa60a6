//! A figure away from its table: what the pointer is told of it, and marks and numbers that lead to its sentence.

use egui::{Align2, Color32, CursorIcon, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::{Context, words};
use crate::{
    command::Command,
    dossier::{Dossier, FigureNr, MoneyUnit},
    locale::Lang,
    ui::{
        context_menu::{Row, context_menu_ui},
        text::{paint_at, text_ui},
        theme::{self, Palette, Type},
        tooltip::{self, FigureNote, figure_note_ui},
    },
};

/// What the pointer on a figure is told: what it measures, value, status, the report's words and their place.
///
/// Money is told in the unit of what the pointer is on.
pub(super) fn note_ui(ui: &mut Ui, dossier: &Dossier, lang: Lang, money: MoneyUnit, nr: FigureNr) {
    let figure = dossier.figure(nr);
    let value = figure.display_in(lang, money);
    // The form as written first: a reader who has chosen a unit may want to see what the report has.
    let others = [Lang::Zh, lang.other()].map(|lang| figure.display(lang));
    let other = others.into_iter().find(|other| figure.quantity().is_some() && *other != value).unwrap_or_default();
    let status = words::told_status(lang, figure);
    let first = figure.evidence.first();
    let place = first.map(|evidence| crate::sheets::place(dossier, evidence, lang)).unwrap_or_default();
    let color = Palette::of(ui).text_weak;
    text_ui(ui, Type::Small, color, figure.label.get(lang));
    let note = FigureNote {
        value: &value,
        status: status.as_ref().map(|(mark, word)| (*mark, word.as_str())),
        other_unit: &other,
        phrase: first.map_or("", |evidence| evidence.phrase.as_str()),
        place: &place,
    };
    figure_note_ui(ui, note);
    if let Some(remark) = dossier.note(figure, lang) {
        text_ui(ui, Type::Small, color, &remark);
    }
}

/// What the menu of a figure offers.
const MENU: [Row; 4] = [("app-show-sentence", "Enter"), ("reader-show-in-table", ""), ("reader-copy", ""), ("reader-copy-cited", "")];

/// Lets what stands for a figure lead to its sentence, and offers the rest in a menu of its own.
pub(super) fn lead(ctx: &mut Context<'_>, response: &Response, nr: FigureNr) {
    let figure = ctx.dossier.figure(nr);
    let command = match context_menu_ui(response, ctx.lang, figure.label.get(ctx.lang), &MENU) {
        Some(0) => Command::ShowSentence(nr),
        Some(1) => Command::ShowInTable(nr),
        Some(2) => Command::Copy(figure.display(ctx.lang)),
        Some(_) => Command::Copy(words::citation(ctx.lang, ctx.dossier, nr)),
        None if response.clicked() => Command::ShowSentence(nr),
        None => return,
    };
    ctx.send(command);
}

/// What a screen reader says of a figure: label, value, status.
pub(super) fn spoken(dossier: &Dossier, lang: Lang, nr: FigureNr) -> String {
    let figure = dossier.figure(nr);
    let status = figure.status.map(|status| words::status_word(lang, status)).unwrap_or_default();
    format!("{} {} {status}", figure.label.get(lang), figure.display(lang)).trim_end().to_owned()
}

/// Makes a part of a chart lead to its figure's sentence: the pointer on it is told of it and of a remark, a click goes there.
pub(super) fn mark_ui(ctx: &mut Context<'_>, ui: &mut Ui, rect: Rect, nr: FigureNr, remark: &str) -> Response {
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(rect, id, Sense::click());
    let name = spoken(ctx.dossier, ctx.lang, nr);
    led(ctx, ui, response, &name, (nr, remark))
}

/// Gives a response the manners of a figure: name, note, ring, hand and click.
fn led(ctx: &mut Context<'_>, ui: &Ui, response: Response, name: &str, (nr, remark): (FigureNr, &str)) -> Response {
    let is_enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Link, is_enabled, name));
    theme::focus_ring_rounded(ui, &response, false, 0);
    lead(ctx, &response, nr);
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    tooltip::on_hover_ui(response, |ui| {
        note_ui(ui, dossier, lang, MoneyUnit::AsWritten, nr);
        if !remark.is_empty() {
            let color = Palette::of(ui).text_weak;
            text_ui(ui, Type::Small, color, remark);
        }
    })
}

/// A number that is underlined only under the pointer: in a chart or formula, where a line under each would be a grid.
pub(super) fn quiet_ui(ctx: &mut Context<'_>, ui: &mut Ui, place: Type, text: &str, color: Color32, nr: FigureNr) -> Response {
    let response = quiet_number_ui(ctx, ui, place, text, color, (nr, Sense::click()));
    let name = spoken(ctx.dossier, ctx.lang, nr);
    led(ctx, ui, response, &name, (nr, ""))
}

fn quiet_number_ui(ctx: &Context<'_>, ui: &mut Ui, place: Type, text: &str, color: Color32, (nr, sense): (FigureNr, Sense)) -> Response {
    let galley = place.galley(ui, text, color);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x.ceil(), galley.size().y), sense);
    if response.hovered() {
        let kind = words::kind(ctx.dossier.figure(nr).origin);
        let palette = Palette::of(ui);
        ui.painter().rect_filled(rect.expand2(vec2(2.0, -1.0)), 0, kind.soft_color(palette));
        kind.underline(ui.painter(), rect.x_range(), rect.bottom() - 3.0, false, palette);
    }
    paint_at(ui.painter(), rect.min, galley);
    response
}

/// [`quiet_ui`] with its right end in the middle of `rect`'s right side; for the mouse alone where something else leads there.
pub(super) fn quiet_right_ui(ctx: &mut Context<'_>, ui: &mut Ui, rect: Rect, text: &str, (nr, is_said): (FigureNr, bool)) {
    let place = Type::Control;
    let color = words::kind(ctx.dossier.figure(nr).origin).text_color(Palette::of(ui));
    let size = place.galley(ui, text, color).size();
    let at = Align2::RIGHT_CENTER.align_size_within_rect(Vec2::new(size.x.ceil(), size.y), rect);
    ui.scope_builder(egui::UiBuilder::new().max_rect(at), |ui| {
        if !is_said {
            quiet_ui(ctx, ui, place, text, color, nr);
            return;
        }
        let response = quiet_number_ui(ctx, ui, place, text, color, (nr, Sense::CLICK));
        lead(ctx, &response, nr);
        let (dossier, lang) = (ctx.dossier, ctx.lang);
        tooltip::on_hover_ui(response.on_hover_cursor(CursorIcon::PointingHand), |ui| note_ui(ui, dossier, lang, MoneyUnit::AsWritten, nr));
    });
}
