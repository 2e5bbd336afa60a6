//! From one number to the next by the keys `n` and `p`.
//!
//! Tab goes to facts in words and to the operands of checks as well; these keys go where the numbers of the text are.

use std::ops::Range;

use egui::{Id, Key, Modifiers, Popup, Ui};

use super::{Target, block::Part, card, page::Page, paragraph::link_id};

/// How much lower than the numbers of its row what was found may stand, in points.
const SLACK: f32 = 12.0;

/// Where the walk begins while nothing has the keyboard.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    /// The link that it begins at, if it is one.
    link: Option<Id>,
    /// The height of the place.
    y: f32,
}

/// From what was brought into view last, while it is in `view`; else from the view's top.
pub(super) fn origin(page: &Page, id: Id, from: Option<Target>, view: Range<f32>) -> Origin {
    let place = |target: Target| {
        let rect = page.rects(target).first().copied().filter(|rect| view.contains(&rect.top()))?;
        let link = if let Target::Figure(key, nth) = target { link(page, id, key, nth) } else { None };
        // What was found may stand a little lower in its row than the numbers there.
        Some(Origin { link, y: if matches!(target, Target::Chars(..)) { rect.top() - SLACK } else { rect.top() } })
    };
    from.and_then(place).unwrap_or(Origin { link: None, y: view.start })
}

/// The widget of a figure at its n-th place, from 0.
pub(super) fn link(page: &Page, id: Id, key: u32, nth: usize) -> Option<Id> {
    let at = page.occurrences(key).get(nth)?;
    Some(link_id(id.with(at.block), page.block(at.block)?.figures.get(at.nr)?))
}

/// Moves the focus to the next or previous number of the text if its key was pressed.
///
/// From the figure that has the focus, else from the origin. Keys that somebody else may want are left alone.
pub(super) fn keys(ui: &Ui, page: &Page, id: Id, origin: Origin) {
    let pressed = |key| ui.input(|input| input.key_pressed(key) && input.modifiers == Modifiers::NONE);
    let is_back = pressed(Key::P);
    if !is_back && !pressed(Key::N) || Popup::is_any_open(ui.ctx()) {
        return;
    }
    let focused = ui.memory(egui::Memory::focused);
    let stops: Vec<(Id, f32)> = stops(page, id).collect();
    let position = |link: Id| stops.iter().position(|(stop, _)| *stop == link);
    let (exact, y) = match focused {
        None => (origin.link.and_then(position), origin.y),
        Some(focused) => match links(page, id).find(|(link, _)| *link == focused) {
            Some((_, y)) => (position(focused), y),
            // A search field, a table: the keys are not ours.
            None => return,
        },
    };
    let next = match (exact, is_back) {
        (Some(at), false) => at.checked_add(1),
        (Some(at), true) => at.checked_sub(1),
        (None, false) => stops.iter().position(|(_, stop)| *stop >= y),
        (None, true) => stops.iter().rposition(|(_, stop)| *stop < y),
    };
    if let Some((stop, _)) = next.and_then(|next| stops.get(next)) {
        ui.memory_mut(|memory| memory.request_focus(*stop));
        ui.ctx().request_repaint();
    }
}

/// The key for the next place of the figure whose card is open, or for the one before.
pub(super) fn step_key(ui: &Ui) -> Option<card::Done> {
    if ui.ctx().text_edit_focused() || Popup::is_any_open(ui.ctx()) {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key));
    let step = |is_back| card::Done::Step { is_back };
    pressed(Key::P).then(|| step(true)).or_else(|| pressed(Key::N).then(|| step(false)))
}

/// The numbers of the text, each with its height.
fn stops(page: &Page, id: Id) -> impl Iterator<Item = (Id, f32)> {
    figures(page, id).filter(|(_, _, is_stop)| *is_stop).map(|(id, y, _)| (id, y))
}

/// All that can have the focus, each with its height.
fn links(page: &Page, id: Id) -> impl Iterator<Item = (Id, f32)> {
    figures(page, id).map(|(id, y, _)| (id, y))
}

fn figures(page: &Page, id: Id) -> impl Iterator<Item = (Id, f32, bool)> {
    page.blocks().flat_map(move |(nr, block)| {
        let is_text = matches!(block.part, Part::Text(_) | Part::Item(_));
        block.figures.iter().filter_map(move |figure| {
            let y = block.rect.top() + figure.stretches.first()?.rect.top();
            Some((link_id(id.with(nr), figure), y, is_text && !figure.span.is_words))
        })
    })
}
