//! Drawing a block: its text, its figures as links, what stands beside it.

use egui::{
    CursorIcon, Id, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, text_selection::LabelSelectionState, vec2,
};

use super::{
    block::{Block, Figure, MARK_GAP, MARK_SIZE, Part, VERDICT_GAP, VERDICT_SIZE},
    found::Found,
    frame::Event,
    hover::Pointed,
    outline::Occurrence,
};
use crate::{
    locale::Lang,
    ui::{
        context_menu::{Row, context_menu_ui},
        text::underline_offset,
        theme::{self, Palette},
    },
};

/// What is the same for all blocks of a frame.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    /// The figure whose row or card is open.
    pub(super) selected: Option<u32>,
    /// What was found in the text.
    pub(super) found: Option<&'a Found>,
    /// Where the page's corner is on the screen.
    pub(super) corner: Pos2,
    /// Whether text is being selected: then the blocks out of sight take part, or egui drops a selection that ends there.
    pub(super) is_selecting: bool,
    /// The figure that was given the keyboard in this frame without a question about it.
    pub(super) quiet: Option<Id>,
    /// The language of the figures' menus.
    pub(super) lang: Lang,
}

/// What the menu of a figure offers.
const MENU: [Row; 3] = [("reader-show-in-table", "Enter"), ("reader-copy", ""), ("reader-copy-cited", "")];

/// What the user did with figures this frame.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// Which was clicked.
    pub(super) clicked: Option<Pointed>,
    /// Which has just got the focus.
    pub(super) focused: Option<Pointed>,
    /// Which the pointer is on.
    pub(super) hovered: Option<Pointed>,
    /// What was chosen in the menu of one.
    pub(super) wish: Option<Event>,
}

/// Draws a block and notes what the user did with its figures.
pub(super) fn block_ui(ui: &Ui, (nr, block): (usize, &Block), id: Id, look: Look<'_>, done: &mut Done) {
    let rect = block.rect.translate(look.corner.to_vec2());
    let response = ui.interact(rect, id, Sense::click_and_drag() - Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(role(block.part), true, block.galley.text()));
    let links: Vec<(&Figure, Response)> = block.figures.iter().filter_map(|figure| link(ui, block, figure, id, rect.min)).collect();
    let is_visible = ui.is_rect_visible(rect.expand(VERDICT_SIZE));
    if is_visible {
        beside(ui, block, rect);
        if let Some(found) = look.found {
            found.ground(ui, block, nr, rect.min);
        }
        for (figure, response) in &links {
            ground(ui, block, figure, response, rect.min, look);
        }
    }
    if is_visible || look.is_selecting {
        let color = Palette::of(ui).text;
        LabelSelectionState::label_text_selection(ui, &response, rect.min, block.galley.clone(), color, Stroke::NONE);
    }
    for (figure_nr, (figure, response)) in links.into_iter().enumerate() {
        if is_visible {
            signs(ui, block, figure, &response, rect.min, look);
        }
        react(ui, block, (Occurrence { block: nr, nr: figure_nr }, figure), &response, look.quiet, done);
        let key = figure.span.key;
        let wish = context_menu_ui(&response, look.lang, &figure.span.name, &MENU);
        done.wish = done.wish.or(wish.map(|row| match row {
            0 => Event::ShowInTable(key),
            1 => Event::CopyValue(key),
            _ => Event::Copy(key),
        }));
    }
}

/// What a screen reader calls a block.
fn role(part: Part) -> Role {
    match part {
        Part::Title | Part::Heading(_) => Role::Heading,
        Part::Item(_) => Role::ListItem,
        Part::Byline | Part::Note | Part::Text(_) | Part::Formula(_) | Part::Word(_) => Role::Label,
    }
}

/// The id of a figure's widget; `block` is the id of its block.
pub(super) fn link_id(block: Id, figure: &Figure) -> Id {
    block.with(figure.chars.start)
}

/// A figure as something to click: one widget over all it covers in its rows.
fn link<'a>(ui: &Ui, block: &Block, figure: &'a Figure, id: Id, corner: Pos2) -> Option<(&'a Figure, Response)> {
    let mut parts = figure.stretches.iter().map(|stretch| extent(block, figure, stretch.rect, stretch.baseline, corner));
    let first = parts.next()?;
    let id = link_id(id, figure);
    let mut response = ui.interact(first, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &figure.span.name));
    for (part_nr, part) in parts.enumerate() {
        // A phrase over two rows is one link: its later parts take clicks, but neither focus nor a name.
        response |= ui.interact(part, id.with(part_nr), Sense::click() - Sense::FOCUSABLE);
    }
    Some((figure, response))
}

/// What a figure takes up in a row, with its status glyph.
fn extent(block: &Block, figure: &Figure, stretch: Rect, baseline: f32, corner: Pos2) -> Rect {
    let tail = figure.mark().map_or(0.0, |_| MARK_GAP + MARK_SIZE);
    let y = line_y(block, baseline);
    let top = y - (1.448 * block.size).round();
    let bottom = y + figure.span.kind.underline_height();
    Rect::from_min_max(pos2(stretch.left(), top), pos2(stretch.right() + tail, bottom)).translate(corner.to_vec2())
}

/// Where the line under a figure is, by its baseline.
fn line_y(block: &Block, baseline: f32) -> f32 {
    (baseline + underline_offset(block.size)).round()
}

/// Paints what is under a figure's text.
fn ground(ui: &Ui, block: &Block, figure: &Figure, response: &Response, corner: Pos2, look: Look<'_>) {
    let palette = Palette::of(ui);
    let color = if is_on(figure, response, look) {
        palette.selection
    } else if response.hovered() {
        figure.span.kind.soft_color(palette)
    } else {
        return;
    };
    for stretch in &figure.stretches {
        let mut rect = extent(block, figure, stretch.rect, stretch.baseline, corner);
        rect.set_right(corner.x + stretch.rect.right());
        ui.painter().rect_filled(rect, 0, color);
    }
}

/// Whether a figure is pressed, or its row or card is open.
fn is_on(figure: &Figure, response: &Response, look: Look<'_>) -> bool {
    look.selected == Some(figure.span.key) || response.is_pointer_button_down_on()
}

/// Paints a figure's line, its status glyph and the focus ring.
fn signs(ui: &Ui, block: &Block, figure: &Figure, response: &Response, corner: Pos2, look: Look<'_>) {
    let (palette, painter) = (Palette::of(ui), ui.painter());
    let is_asked = response.hovered() || response.has_focus() || is_on(figure, response, look);
    if !is_asked && !figure.is_marked {
        return;
    }
    for stretch in &figure.stretches {
        let y = corner.y + line_y(block, stretch.baseline);
        let x = stretch.rect.translate(corner.to_vec2()).x_range();
        if figure.span.is_words && !is_asked {
            theme::hline(painter, x, y, palette.rule);
        } else {
            figure.span.kind.underline(painter, x, y, is_on(figure, response, look), palette);
        }
        if response.has_focus() {
            let rect = extent(block, figure, stretch.rect, stretch.baseline, corner);
            theme::ring(painter, palette, rect, false, 2);
        }
    }
    if let (Some(mark), Some(last)) = (figure.mark(), figure.stretches.last()) {
        let center = vec2(last.rect.right() + MARK_GAP + MARK_SIZE / 2.0, last.baseline - 0.34 * block.size);
        mark.paint(painter, corner + center, MARK_SIZE, palette);
    }
}

/// Notes what the user did with a figure.
fn react(ui: &Ui, block: &Block, (at, figure): (Occurrence, &Figure), response: &Response, quiet: Option<Id>, done: &mut Done) {
    let pointed = block.place().map(|place| Pointed { key: figure.span.key, place, at, rect: response.rect });
    if response.hovered() {
        // The paragraph under it is hovered too, and has just asked for the text cursor.
        ui.set_cursor_icon(CursorIcon::PointingHand);
        done.hovered = pointed;
    }
    if response.gained_focus() && quiet != Some(response.id) {
        ui.scroll_to_rect(response.rect.expand(block.size), None);
        done.focused = pointed;
    }
    if response.clicked() {
        // The press has put a text cursor into the paragraph; a later copy would take the paragraph for selected.
        ui.ctx().with_plugin(LabelSelectionState::clear_selection);
        done.clicked = pointed;
    }
}

/// Paints what stands beside a block's text: an item's dot, a note's rule, a verdict's glyph.
fn beside(ui: &Ui, block: &Block, rect: Rect) {
    let (palette, painter) = (Palette::of(ui), ui.painter());
    let baseline = block.galley.rows.first().and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y)).unwrap_or(0.0);
    match block.part {
        Part::Item(_) => {
            let center = rect.min + vec2(-0.75 * block.size, baseline - 0.36 * block.size);
            painter.circle_filled(center, 2.0, palette.text_weak);
        }
        Part::Note => {
            let left = rect.left() - 12.0;
            painter.rect_filled(Rect::from_x_y_ranges(left..=left + 2.0, rect.y_range()), 0, palette.rule);
        }
        Part::Word(Some(verdict)) => {
            let center = rect.min + vec2(-VERDICT_GAP - VERDICT_SIZE / 2.0, baseline - 0.36 * block.size);
            verdict.paint(painter, center, VERDICT_SIZE, verdict.color(palette));
        }
        _ => {}
    }
}
