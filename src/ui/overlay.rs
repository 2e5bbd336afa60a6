//! One line over the whole window: what happens to the files that are held over it.

use egui::{Area, Context, Frame, Id, Margin, Order, Role, Sense, Stroke, Vec2, WidgetInfo, accesskit::Live, vec2};

use super::{
    text::paint_at,
    theme::{COMMAND_RADIUS, Palette, SCRIM, Type},
};

/// Shows the line over the scrim; nothing under it answers to the pointer.
pub fn overlay_ui(ctx: &Context, words: &str) {
    let palette = Palette::of(ctx);
    let room = ctx.content_rect();
    let area = Area::new(Id::unique("overlay")).order(Order::Foreground).fixed_pos(room.min).interactable(false);
    area.show(ctx, |ui| {
        ui.painter().rect_filled(room, 0, SCRIM);
        let galley = Type::Section.galley(ui, words, palette.text);
        let card = Frame::new().fill(palette.raised).stroke(Stroke::new(1.0, palette.accent)).corner_radius(COMMAND_RADIUS);
        let card = card.inner_margin(Margin::symmetric(24, 16));
        let size = galley.size() + vec2(48.0, 32.0);
        ui.scope_builder(egui::UiBuilder::new().max_rect(egui::Rect::from_center_size(room.center(), size)), |ui| {
            card.show(ui, |ui| {
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
                paint_at(ui.painter(), rect.min, galley);
                response.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
            });
        });
    });
}
