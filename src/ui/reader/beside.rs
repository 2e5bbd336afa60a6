//! What happens beside a figure: when its card is asked for, and where the card stands.

use egui::{Area, Key, Modifiers, Order, Pos2, Rect, Ui, UiBuilder, pos2, vec2};

use super::{
    Event, Target, card,
    document::Card,
    hover::{Hover, Pointed},
    page::Page,
    paragraph::Done,
};
use crate::{locale::Lang, ui::theme::EVIDENCE_WIDTH};

/// The white kept between a card and the edges of the view.
const WHITE: f32 = 8.0;

/// The card's place, and what led to it.
#[derive(Debug, Default)]
pub(super) struct Beside {
    hover: Hover,
    /// Which occurrence of a figure the card stands beside, from 0.
    occurrence: Option<(u32, usize)>,
    /// The card's height when it was drawn last.
    card_height: f32,
}

/// Where a card is drawn this frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    /// The page's corner on the screen.
    pub(super) corner: Pos2,
    /// The left edge of a card in the margin; `None` if it opens under its figure.
    pub(super) margin_x: Option<f32>,
    /// The language of its buttons.
    pub(super) lang: Lang,
    /// Whether a figure was clicked this frame.
    pub(super) was_clicked: bool,
}

impl Beside {
    /// Puts the card beside an occurrence of its figure.
    pub(super) fn stand_at(&mut self, key: u32, nth: usize) {
        self.occurrence = Some((key, nth));
        self.hover.pin();
    }

    /// Which occurrence of a figure is meant, from 0.
    pub(super) fn nth(&self, key: u32) -> usize {
        self.occurrence.filter(|(of, _)| *of == key).map_or(0, |(_, nth)| nth)
    }

    /// Turns what the user did with figures into events, and puts the card beside the occurrence that was meant.
    pub(super) fn take(&mut self, ui: &Ui, page: &Page, done: &Done, has_margin: bool) -> Vec<Event> {
        let delay = if has_margin { 0.0 } else { f64::from(ui.style().interaction.tooltip_delay) };
        let rested = self.hover.rest(ui, done.hovered, delay);
        let mut events = Vec::new();
        let nth = |pointed: Pointed| page.occurrences(pointed.key).iter().position(|at| *at == pointed.at).unwrap_or(0);
        for pointed in [done.focused, rested].into_iter().flatten() {
            events.push(Event::FigureHovered { key: pointed.key, rect: pointed.rect });
            self.occurrence = Some((pointed.key, nth(pointed)));
        }
        if done.focused.is_some() {
            self.hover.pin();
        }
        events.extend(done.wish);
        if let Some(clicked) = done.clicked {
            self.stand_at(clicked.key, nth(clicked));
            events.push(Event::FigureClicked { key: clicked.key, place: clicked.place });
        }
        events
    }

    /// Draws the card in the margin or under its figure, while the figure is in sight; returns what was done with it.
    pub(super) fn card_ui(&mut self, ui: &Ui, page: &Page, card: &Card, stand: Stand) -> Option<card::Done> {
        let at = (self.nth(card.key), page.occurrences(card.key).len());
        let figure = self.figure_rect(page, card.key)?.translate(stand.corner.to_vec2());
        if !ui.clip_rect().intersects(figure) {
            return None;
        }
        let (height, done) = match stand.margin_x {
            Some(x) => self.in_margin_ui(ui, card, at, figure, (x, stand.lang)),
            None => self.under_figure_ui(ui, card, at, figure, stand),
        };
        if (self.card_height - height).abs() > 0.5 {
            // Its place depends on its height.
            self.card_height = height;
            ui.ctx().request_repaint();
        }
        done.or_else(|| {
            let is_closed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            is_closed.then_some(card::Done::Event(Event::CardClosed))
        })
    }

    /// Goes to the next place of a figure or to the one before; after the last comes the first. None if there is no other.
    pub(super) fn step(&mut self, page: &Page, key: u32, is_back: bool) -> Option<Target> {
        let count = page.occurrences(key).len();
        let by = if is_back { count.checked_sub(1)? } else { 1 };
        let nth = (self.nth(key) + by).checked_rem(count)?;
        self.stand_at(key, nth);
        (count > 1).then_some(Target::Figure(key, nth))
    }

    /// What the occurrence that is meant covers, from the page's corner; none if it is far from view.
    fn figure_rect(&self, page: &Page, key: u32) -> Option<Rect> {
        let at = page.occurrences(key).get(self.nth(key))?;
        let block = page.block(at.block)?;
        block.figures.get(at.nr)?.rects(block.rect.min).first().copied()
    }

    /// Level with its figure, as far as the view lets it.
    fn in_margin_ui(&self, ui: &Ui, card: &Card, at: (usize, usize), figure: Rect, (x, lang): (f32, Lang)) -> (f32, Option<card::Done>) {
        let clip = ui.clip_rect();
        let highest = clip.top() + WHITE;
        let lowest = (clip.bottom() - self.card_height - WHITE).max(highest);
        let y = (figure.center().y - card::FIRST_LINE).clamp(highest, lowest).round();
        let room = Rect::from_min_size(pos2(x, y), vec2(EVIDENCE_WIDTH, f32::INFINITY));
        let builder = UiBuilder::new().layer_id(ui.layer_id()).max_rect(room);
        let mut margin = Ui::new(ui.ctx().clone(), ui.scope_id().with("card"), builder);
        margin.set_clip_rect(clip);
        card::evidence_card_ui(&mut margin, card, at, lang)
    }

    /// Where a card begins that opens under its figure, or over it where there is no room below.
    fn corner(&self, ui: &Ui, figure: Rect) -> Pos2 {
        let window = ui.ctx().content_rect();
        let below = figure.bottom() + 2.0;
        let above = figure.top() - 2.0 - self.card_height;
        let has_room_below = below + self.card_height + WHITE <= window.bottom();
        let y = if has_room_below || above < window.top() + WHITE { below } else { above };
        pos2(figure.left(), y.round())
    }

    /// Over the text, until a click or the pointer has left it.
    fn under_figure_ui(&mut self, ui: &Ui, card: &Card, at: (usize, usize), figure: Rect, stand: Stand) -> (f32, Option<card::Done>) {
        let corner = self.corner(ui, figure);
        let area = Area::new(ui.scope_id().with("card")).order(Order::Foreground).fixed_pos(corner).constrain(true);
        let shown = area.show(ui.ctx(), |ui| card::evidence_card_ui(ui, card, at, stand.lang));
        let was_clicked_away = shown.response.clicked_elsewhere() && !stand.was_clicked;
        let was_left = was_clicked_away || self.hover.has_left(ui, card.key, figure, shown.response.rect);
        let (height, done) = shown.inner;
        (height, done.or(was_left.then_some(card::Done::Event(Event::CardClosed))))
    }
}
