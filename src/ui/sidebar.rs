//! The items of the sidebar, in full and as a rail.

use egui::{Response, Role, Sense, Ui, accesskit::HasPopup, pos2, vec2};

use super::{
    icons::{self, Icon},
    look::{self, Look},
    text::{paint_left, paint_right},
    theme::{self, CONTROL_RADIUS, ITEM_HEIGHT, Palette, Type},
    tooltip,
};

/// Width of an item in the rail.
pub const RAIL_ITEM_WIDTH: f32 = 36.0;

/// One place to go to.
#[derive(Clone, Copy, Debug)]
pub struct SidebarItem<'a> {
    /// Its picture.
    pub icon: Icon,
    /// Its name.
    pub name: &'a str,
    /// How many things are there; empty for none.
    pub count: &'a str,
    /// Whether it is the place shown.
    pub is_selected: bool,
}

/// An item as wide as there is room: picture, name, count; its key in a tooltip.
pub fn sidebar_item_ui(ui: &mut Ui, item: SidebarItem<'_>, keys: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ITEM_HEIGHT), Sense::click());
    let look = paint_ground(ui, &response, item.is_selected);
    let palette = Palette::of(ui);
    let y = rect.center().y;
    item.icon.paint(ui.painter(), pos2(rect.left() + 16.0, y), 16.0, icon_color(look, palette));

    let count_color = if look.is_on() { palette.text_weak } else { palette.text_faint };
    let count = Type::Small.galley(ui, item.count, count_color);
    let end = paint_right(ui.painter(), rect.right() - 8.0, y, count);
    let name_x = rect.left() + 34.0;
    let name = Type::Body.cut_galley(ui, item.name, look.text_color(palette), end - 4.0 - name_x);
    paint_left(ui.painter(), name_x, y, name);

    name_item(ui, &response, item);
    tooltip::on_hover_keys(response, item.name, keys)
}

/// An item as its picture alone, its name and its key in a tooltip.
pub fn rail_item_ui(ui: &mut Ui, item: SidebarItem<'_>, keys: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(RAIL_ITEM_WIDTH, ITEM_HEIGHT), Sense::click());
    let look = paint_ground(ui, &response, item.is_selected);
    item.icon.paint(ui.painter(), rect.center(), 16.0, icon_color(look, Palette::of(ui)));
    name_item(ui, &response, item);
    tooltip::on_hover_keys(response, item.name, keys)
}

/// The program's mark and name, which open the menu; the mark alone in the rail, or where there is no sidebar.
pub fn brand_ui(ui: &mut Ui, name: &str, menu: &str, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme::TOOLBAR_HEIGHT), Sense::click());
    let palette = Palette::of(ui);
    let look = Look::of(&response, false);
    let is_whole = width > theme::RAIL_WIDTH;
    let ground = rect.shrink2(if is_whole { vec2(8.0, 8.0) } else { vec2(((width - RAIL_ITEM_WIDTH) / 2.0).max(0.0), 8.0) });
    if let Some(color) = look.ground(palette) {
        ui.painter().rect_filled(ground, CONTROL_RADIUS, color);
    }
    if look.has_focus {
        theme::ring(ui.painter(), palette, ground, true, CONTROL_RADIUS);
    }
    let side = 20.0_f32.min(width - 8.0);
    let left = if is_whole { rect.left() + 16.0 } else { rect.center().x - side / 2.0 };
    let mark = egui::Rect::from_min_size(pos2(left.round(), rect.center().y - side / 2.0), vec2(side, side));
    icons::paint_app_mark(ui.painter(), mark);
    if is_whole {
        let name = Type::Section.cut_galley(ui, name, palette.text, rect.right() - 32.0 - mark.right() - 8.0);
        let end = paint_left(ui.painter(), mark.right() + 8.0, rect.center().y, name);
        let color = if look.is_on() { palette.accent } else { palette.text_faint };
        Icon::Down.paint(ui.painter(), pos2((end + 10.0).round(), rect.center().y), 12.0, color);
    }
    look::name(ui, &response, Role::Button, menu);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_has_popup(HasPopup::Menu));
    response
}

fn paint_ground(ui: &Ui, response: &Response, is_selected: bool) -> Look {
    let palette = Palette::of(ui);
    let look = Look::of(response, is_selected);
    if let Some(ground) = look.ground(palette) {
        ui.painter().rect_filled(response.rect, CONTROL_RADIUS, ground);
    }
    if look.has_focus {
        theme::ring(ui.painter(), palette, response.rect, true, CONTROL_RADIUS);
    }
    look
}

fn icon_color(look: Look, palette: &Palette) -> egui::Color32 {
    if look.is_on() { palette.accent } else { look.text_color(palette) }
}

fn name_item(ui: &Ui, response: &Response, item: SidebarItem<'_>) {
    look::name_selected(ui, response, Role::Tab, item.name, item.is_selected);
    if !item.count.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(item.count));
    }
}
