//! A row with a tick box: one value of a column, and how many rows have it.

use egui::{Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{
    icons::Icon,
    look::{self, Look},
    marks::Mark,
    text::{paint_left, paint_right},
    theme::{self, Palette, ROW_HEIGHT, TICK_RADIUS, Type},
};

/// One value to tick.
#[derive(Clone, Copy, Debug)]
pub struct TickRow<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its status glyph, if it has one.
    pub mark: Option<Mark>,
    /// Whether other rows have one, so that the name begins behind its place.
    pub has_marks: bool,
    /// How many rows have it; empty for none.
    pub count: &'a str,
    /// Whether it is ticked.
    pub is_ticked: bool,
    /// Whether it is shown faint: no row has it, though it can still be ticked.
    pub is_faint: bool,
}

/// A row as wide as there is room, on the ground that tells how it stands.
fn ground_ui(ui: &mut Ui, sense: Sense, is_chosen: bool) -> (Rect, Response) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), sense);
    let (look, palette) = (Look::of(&response, is_chosen), Palette::of(ui));
    if let Some(ground) = look.ground(palette) {
        ui.painter().rect_filled(rect, 0, ground);
    }
    if look.has_focus {
        theme::ring(ui.painter(), palette, rect, true, 0);
    }
    (rect, response)
}

/// A row as wide as there is room; a click anywhere on it is a click on its box.
pub fn tick_row_ui(ui: &mut Ui, row: TickRow<'_>) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ground_ui(ui, Sense::click(), false);
    let y = rect.center().y;
    paint_tick(ui, pos2(rect.left() + 23.0, y), row.is_ticked);
    let mut x = rect.left() + 38.0;
    if let Some(mark) = row.mark {
        mark.paint(ui.painter(), pos2(x + 5.0, y), 10.0, palette);
    }
    if row.has_marks || row.mark.is_some() {
        x += 18.0;
    }
    let (name_color, count_color) = if row.is_faint { (palette.text_faint, palette.text_faint) } else { (palette.text, palette.text_weak) };
    let count = Type::Small.galley(ui, row.count, count_color);
    let end = paint_right(ui.painter(), rect.right() - 16.0, y, count);
    let name = Type::Control.cut_galley(ui, row.name, name_color, end - 8.0 - x);
    paint_left(ui.painter(), x, y, name);
    let is_enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, is_enabled, row.is_ticked, row.name));
    if !row.count.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(row.count));
    }
    response
}

/// A row of which one of several is chosen, with a tick where the box of [`tick_row_ui`] stands.
pub fn choice_row_ui(ui: &mut Ui, name: &str, is_chosen: bool) -> Response {
    valued_choice_row_ui(ui, name, "", is_chosen)
}

/// [`choice_row_ui`] with what the choice comes to at the right.
pub fn valued_choice_row_ui(ui: &mut Ui, name: &str, value: &str, is_chosen: bool) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ground_ui(ui, Sense::click(), false);
    let y = rect.center().y;
    if is_chosen {
        Icon::Check.paint(ui.painter(), pos2(rect.left() + 23.0, y), 14.0, palette.accent);
    }
    let name_galley = Type::Control.cut_galley(ui, name, palette.text, rect.width() - 54.0);
    let end = paint_left(ui.painter(), rect.left() + 38.0, y, name_galley);
    let value_galley = Type::Control.cut_galley(ui, value, palette.text_weak, rect.right() - 24.0 - end);
    paint_right(ui.painter(), rect.right() - 16.0, y, value_galley);
    look::name_selected(ui, &response, Role::RadioButton, name, is_chosen);
    if !value.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(value));
    }
    response
}

/// A row that a text may be completed to: what it is called, and at the right what is written.
pub fn offer_row_ui(ui: &mut Ui, name: &str, written: &str, is_chosen: bool) -> Response {
    let palette = Palette::of(ui);
    // The keyboard stays in the field that is completed.
    let (rect, response) = ground_ui(ui, Sense::CLICK, is_chosen);
    let y = rect.center().y;
    let end = paint_left(ui.painter(), rect.left() + 12.0, y, Type::Control.cut_galley(ui, name, palette.text, rect.width() * 0.6));
    let written_galley = Type::Small.cut_galley(ui, written, palette.text_weak, (rect.right() - 20.0 - end).max(0.0));
    paint_right(ui.painter(), rect.right() - 12.0, y, written_galley);
    look::name_selected(ui, &response, Role::ListBoxOption, name, is_chosen);
    response
}

/// Paints a tick box of 14 points around `center`.
pub fn paint_tick(ui: &Ui, center: Pos2, is_ticked: bool) {
    let palette = Palette::of(ui);
    let rect = Rect::from_center_size(center, Vec2::splat(14.0));
    if is_ticked {
        ui.painter().rect_filled(rect, TICK_RADIUS, palette.accent);
        Icon::Check.paint(ui.painter(), center, 12.0, palette.on_accent);
    } else {
        ui.painter().rect_stroke(rect, TICK_RADIUS, Stroke::new(1.0, palette.text_faint), StrokeKind::Inside);
    }
}
