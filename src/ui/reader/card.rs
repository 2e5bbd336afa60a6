//! The card beside a figure: what it is, who says so, and where.

use egui::{Color32, Layout, Rect, Sense, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role, vec2};

use super::{Event, document::Card};
use crate::{
    locale::{Lang, tr, tr_args},
    ui::{
        button::{Button, sized_icon_button_ui},
        card::card_ui,
        evidence::quote_ui,
        icons::Icon,
        text::row_ui,
        theme::{self, EVIDENCE_WIDTH, Palette, Type, sections},
    },
};

/// From the card's top to the middle of its first line.
pub(super) const FIRST_LINE: f32 = 24.0;
/// The side of the close button.
const CLOSE_SIDE: f32 = 24.0;

/// What the user did with a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Done {
    /// What is told to whoever shows the account.
    Event(Event),
    /// The next place of the figure was asked for, or the one before.
    Step {
        /// Whether the one before.
        is_back: bool,
    },
}

/// Draws a card, `at` the n-th of so many places of its figure; returns its height and what the user did with it.
pub(super) fn evidence_card_ui(ui: &mut Ui, card: &Card, at: (usize, usize), lang: Lang) -> (f32, Option<Done>) {
    let shown = card_ui(ui, card.kind, EVIDENCE_WIDTH, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let closed = head_ui(ui, card, lang);
        body_ui(ui, card);
        let step = stepper_ui(ui, at, lang);
        let event = closed.then_some(Event::CardClosed).or(actions_ui(ui, card, lang));
        event.map(Done::Event).or(step)
    });
    (shown.response.rect.height(), shown.inner)
}

/// Value, close button, measure, status; returns whether it is to be closed.
fn head_ui(ui: &mut Ui, card: &Card, lang: Lang) -> bool {
    let palette = Palette::of(ui);
    let room = ui.available_width() - CLOSE_SIDE;
    let value = ui.painter().layout_job(Type::Heading.job(&card.value, card.kind.text_color(palette), room));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), value.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &card.value));
    ui.painter().galley(rect.min, value, palette.text);
    let corner = Rect::from_min_size(rect.right_top() + vec2(-CLOSE_SIDE + 6.0, 0.0), Vec2::splat(CLOSE_SIDE));
    let mut place = ui.new_child(UiBuilder::new().max_rect(corner));
    let close = sized_icon_button_ui(&mut place, Icon::Cross, &tr(lang, "reader-close"), false, CLOSE_SIDE);
    paragraph(ui, &card.measure, Type::Small, palette.text_weak);
    if let Some((mark, word)) = &card.status {
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), Sense::hover());
            mark.paint(ui.painter(), rect.left_center() + vec2(5.0, 0.0), 10.0, palette);
            paragraph(ui, word, Type::Small, palette.text);
        });
    }
    close.clicked()
}

/// Phrases with their places, and all that is known besides.
fn body_ui(ui: &mut Ui, card: &Card) {
    let palette = Palette::of(ui);
    for phrase in &card.phrases {
        ui.add_space(8.0);
        quote_ui(ui, &phrase.text, phrase.digits.as_slice());
        ui.add_space(4.0);
        paragraph(ui, &phrase.place, Type::Note, palette.text_weak);
    }
    if card.phrases.is_empty() {
        ui.add_space(8.0);
    }
    for line in &card.lines {
        paragraph(ui, line, Type::Note, palette.text_weak);
    }
    if let Some((verdict, word)) = &card.found {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::hover());
            verdict.paint(ui.painter(), rect.left_center() + vec2(6.0, 0.0), 12.0, verdict.color(palette));
            paragraph(ui, word, Type::Note, verdict.color(palette));
        });
    }
}

/// Which of several places this is, and the ways to the others.
fn stepper_ui(ui: &mut Ui, (nth, count): (usize, usize), lang: Lang) -> Option<Done> {
    if count < 2 {
        return None;
    }
    ui.add_space(4.0);
    row_ui(ui, CLOSE_SIDE, 0.0, |ui| {
        let words = tr_args(lang, "reader-occurrence", &[("at", (nth + 1).into()), ("count", count.into())]);
        ui.label(Type::Small.rich(words).color(Palette::of(ui).text_weak));
        ui.add_space(8.0);
        let mut step = None;
        for (icon, key, is_back) in [(Icon::SortUp, "reader-previous-place", true), (Icon::SortDown, "reader-next-place", false)] {
            if sized_icon_button_ui(ui, icon, &tr(lang, key), false, CLOSE_SIDE).clicked() {
                step = Some(Done::Step { is_back });
            }
        }
        step
    })
}

/// A line, and under it the way to the table at the left and to the clipboard at the right.
fn actions_ui(ui: &mut Ui, card: &Card, lang: Lang) -> Option<Event> {
    let palette = Palette::of(ui);
    ui.add_space(8.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let line = egui::Rangef::new(rect.left() - 13.0, rect.right() + 13.0);
    theme::hline(ui.painter(), line, rect.top(), palette.hairline);
    // The plain button's word, not its frame, ends where the text above ends.
    let row = rect.with_max_x(rect.right() + 6.0).with_min_y(rect.top() + 8.0);
    let centre = egui::Align::Center;
    let mut left = ui.new_child(UiBuilder::new().max_rect(row).layout(Layout::left_to_right(centre)));
    let wants_row = card.has_row && Button::link(&tr(lang, "reader-show-in-table")).ui(&mut left).clicked();
    let mut right = ui.new_child(UiBuilder::new().max_rect(row).layout(Layout::right_to_left(centre)));
    let wants_copy = Button::plain(&tr(lang, "reader-copy")).ui(&mut right).clicked();
    match (wants_row, wants_copy) {
        (true, _) => Some(Event::ShowInTable(card.key)),
        (false, true) => Some(Event::Copy(card.key)),
        (false, false) => None,
    }
}

fn paragraph(ui: &mut Ui, text: &str, place: Type, color: Color32) {
    if !text.is_empty() {
        ui.label(sections([(text.to_owned(), place.format(color))], ui.available_width()));
    }
}
