//! The card beside a figure: what it is, who says so, and where.

use egui::{Button, CornerRadius, Frame, Margin, Rect, Response, Sense, Stroke, TextFormat, Ui, Vec2, WidgetInfo, accesskit::Role, vec2};

use super::{
    Event,
    document::{Card, Phrase},
};
use crate::{
    locale::{Lang, tr},
    ui::{
        icons::Icon,
        theme::{self, CONTROL_RADIUS, EVIDENCE_WIDTH, Palette, Type, sections},
    },
};

/// The coloured edge, and what stands between it and the words.
const EDGE: f32 = 3.0;
const SIDE: i8 = 14;
/// From the card's top to the middle of its first line.
pub(super) const FIRST_LINE: f32 = 24.0;

/// Draws a card in the width of its column; returns its height and what the user did with it.
pub(super) fn card_ui(ui: &mut Ui, card: &Card, lang: Lang) -> (f32, Option<Event>) {
    let palette = Palette::of(ui);
    let frame = Frame::new()
        .fill(palette.raised)
        .stroke(Stroke::new(1.0, palette.rule))
        .corner_radius(CONTROL_RADIUS)
        .shadow(palette.shadow)
        .inner_margin(Margin { left: SIDE, right: SIDE, top: 12, bottom: 8 });
    let shown = frame.show(ui, |ui| {
        ui.set_width(EVIDENCE_WIDTH - 2.0 * f32::from(SIDE) - 2.0);
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let closed = head_ui(ui, card, lang);
        body_ui(ui, card);
        ui.add_space(8.0);
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
        theme::hline(ui.painter(), line.x_range().expand(f32::from(SIDE)), line.top(), palette.hairline);
        ui.add_space(6.0);
        actions_ui(ui, card, lang).or(closed.then_some(Event::CardClosed))
    });
    let rect = shown.response.rect;
    let edge = Rect::from_min_size(rect.min, vec2(EDGE, rect.height()));
    let radius = CornerRadius { nw: CONTROL_RADIUS, sw: CONTROL_RADIUS, ne: 0, se: 0 };
    ui.painter().rect_filled(edge, radius, card.kind.line_color(palette));
    (rect.height(), shown.inner)
}

/// Value, close button, measure, status.
fn head_ui(ui: &mut Ui, card: &Card, lang: Lang) -> bool {
    let palette = Palette::of(ui);
    let room = ui.available_width() - 24.0;
    let value = ui.painter().layout_job(Type::Heading.job(&card.value, card.kind.text_color(palette), room));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), value.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &card.value));
    ui.painter().galley(rect.min, value, palette.text);
    let cross = Rect::from_center_size(rect.right_top() + vec2(-6.0, 12.0), Vec2::splat(24.0));
    let close = icon_button(ui, cross, Icon::Cross, &tr(lang, "reader-close"));
    paragraph(ui, &card.measure, &Type::Small.format(palette.text_weak));
    if let Some((mark, word)) = &card.status {
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), Sense::hover());
            mark.paint(ui.painter(), rect.left_center() + vec2(5.0, 0.0), 10.0, palette);
            paragraph(ui, word, &Type::Small.format(palette.text));
        });
    }
    close.clicked()
}

fn icon_button(ui: &Ui, rect: Rect, icon: Icon, name: &str) -> Response {
    let palette = Palette::of(ui);
    let response = ui.interact(rect, ui.id().with(name), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CONTROL_RADIUS, palette.hover);
    }
    icon.paint(ui.painter(), rect.center(), 16.0, if response.hovered() { palette.text } else { palette.text_weak });
    theme::focus_ring(ui, &response, false);
    response
}

/// Phrases with their places, and all that is known besides.
fn body_ui(ui: &mut Ui, card: &Card) {
    let palette = Palette::of(ui);
    for phrase in &card.phrases {
        ui.add_space(8.0);
        phrase_ui(ui, phrase);
    }
    let notes = Type::Note.format(palette.text_weak);
    if card.phrases.is_empty() && !card.lines.is_empty() {
        ui.add_space(8.0);
    }
    for line in &card.lines {
        paragraph(ui, line, &notes);
    }
    if let Some((verdict, word)) = &card.found {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::hover());
            verdict.paint(ui.painter(), rect.left_center() + vec2(6.0, 0.0), 12.0, verdict.color(palette));
            paragraph(ui, word, &Type::Note.format(verdict.color(palette)));
        });
    }
}

/// A phrase on its ground with the figure's digits marked, and where it stands.
fn phrase_ui(ui: &mut Ui, phrase: &Phrase) {
    let palette = Palette::of(ui);
    let plain = Type::Control.format(palette.text);
    let marked = TextFormat { background: palette.mark, ..plain.clone() };
    let split = phrase.digits.as_ref().and_then(|digits| {
        let parts = [phrase.text.get(..digits.start)?, phrase.text.get(digits.clone())?, phrase.text.get(digits.end..)?];
        Some(parts.into_iter().zip([plain.clone(), marked, plain.clone()]).filter(|(part, _)| !part.is_empty()).collect::<Vec<_>>())
    });
    let parts = split.unwrap_or_else(|| vec![(phrase.text.as_str(), plain)]);
    Frame::new().fill(palette.panel).corner_radius(4).inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let parts = parts.into_iter().map(|(part, format)| (part.to_owned(), format));
        ui.label(sections(parts, ui.available_width()));
    });
    ui.add_space(4.0);
    paragraph(ui, &phrase.place, &Type::Note.format(palette.text_weak));
}

fn actions_ui(ui: &mut Ui, card: &Card, lang: Lang) -> Option<Event> {
    let palette = Palette::of(ui);
    let button = |ui: &mut Ui, key: &str, color| {
        let response = ui.add(Button::new(Type::Control.rich(tr(lang, key)).color(color)).frame_when_inactive(false));
        theme::focus_ring(ui, &response, false);
        response.clicked()
    };
    // Their words, not their frames, are flush with the text above.
    let side = ui.spacing().button_padding.x;
    ui.spacing_mut().button_padding.x = 6.0;
    let rect = ui.available_rect_before_wrap();
    let row = Rect::from_min_size(rect.min - vec2(6.0, 0.0), vec2(rect.width() + 12.0, 28.0));
    ui.allocate_exact_size(vec2(rect.width(), 28.0), Sense::hover());
    let mut bar = ui.new_child(egui::UiBuilder::new().max_rect(row).layout(egui::Layout::left_to_right(egui::Align::Center)));
    let wants_row = card.has_row && button(&mut bar, "reader-show-in-table", palette.accent);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let wants_copy = bar.with_layout(layout, |ui| button(ui, "reader-copy", palette.text_weak)).inner;
    ui.spacing_mut().button_padding.x = side;
    match (wants_row, wants_copy) {
        (true, _) => Some(Event::ShowInTable(card.key)),
        (false, true) => Some(Event::Copy(card.key)),
        (false, false) => None,
    }
}

fn paragraph(ui: &mut Ui, text: &str, format: &TextFormat) {
    if !text.is_empty() {
        ui.label(sections([(text.to_owned(), format.clone())], ui.available_width()));
    }
}
