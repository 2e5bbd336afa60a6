//! What every view's page begins with: its name, what there is in it, and its search field.

use egui::{Align, Id, Layout, Margin, Ui, vec2};

use super::Context;
use crate::{
    locale::tr,
    route::View,
    ui::{
        text::heading_ui,
        theme::{self, Palette, Type},
    },
};

/// The id of a view's search field.
pub fn search_id(view: View) -> Id {
    Id::unique(("search", view))
}

/// The toolbar: the view's name, one line about it, and at the right whatever `right` adds (from right to left).
pub fn toolbar_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: View, lede: &str, right: impl FnOnce(&mut Context<'_>, &mut Ui)) {
    let size = vec2(ui.available_width(), theme::TOOLBAR_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_height(theme::TOOLBAR_HEIGHT);
        ui.add_space(theme::PAGE_SIDE);
        ui.spacing_mut().item_spacing.x = 16.0;
        let title = heading_ui(ui, Type::Heading, &tr(ctx.lang, view.name_key())).rect;
        let is_roomy = ctx.window_width >= theme::NARROW;
        let frame = egui::Frame::new().inner_margin(Margin { right: 16, ..Margin::ZERO });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            frame.show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                right(ctx, ui);
                let room = ui.available_rect_before_wrap();
                if is_roomy && room.right() > title.right() + 16.0 {
                    let galley = Type::Control.cut_galley(ui, lede, Palette::of(ui).text_weak, room.right() - title.right() - 32.0);
                    let pos = egui::pos2(title.right() + 16.0, title.center().y - galley.size().y / 2.0);
                    crate::ui::text::paint_at(ui.painter(), pos, galley);
                }
            });
        });
    });
}
