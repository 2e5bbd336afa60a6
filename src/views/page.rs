//! What every view's page begins with: its name, what there is in it, and its search field.

use egui::{Align, Id, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Context;
use crate::{
    locale::tr,
    route::View,
    ui::{
        text::{heading_ui, paint_left},
        theme::{self, Palette, Type},
    },
};

/// Room at the right of a toolbar.
const SIDE: f32 = 16.0;
/// Room between what stands in it.
const GAP: f32 = 4.0;

/// The id of a view's search field.
pub fn search_id(view: View) -> Id {
    Id::unique(("search", view))
}

/// A part of a toolbar, in the order in which keys and ears meet them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The search field, at the left of the buttons.
    Field,
    /// The buttons, left to right up to the edge.
    Buttons,
}

/// The toolbar: the view's name, one line about it, and at the right whatever `contents` draws of each part.
///
/// The buttons stand at the right edge and yet come last, so their place follows from how wide they were; where that has
/// changed the frame is laid out once more before anything is shown.
pub fn toolbar_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: View, lede: &str, mut contents: impl FnMut(&mut Context<'_>, &mut Ui, Part)) {
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::TOOLBAR_HEIGHT), Sense::hover());
    // What stands in the bar must not move what comes below it.
    let ui = &mut ui.new_child(UiBuilder::new().id_salt("toolbar").max_rect(bar));
    let left_to_right = |rect: Rect| UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    let inner = Rect::from_min_max(bar.min + vec2(theme::PAGE_SIDE, 0.0), bar.max - vec2(SIDE, 0.0));
    let title = ui.scope_builder(left_to_right(inner), |ui| heading_ui(ui, Type::Heading, &tr(ctx.lang, view.name_key())).rect).inner;
    let id = Id::unique(("toolbar", view));
    let width = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);

    let (before, beside) = inner.split_left_right_at_x(inner.right() - width);
    let room = before.with_min_x(title.right() + 16.0).with_max_x(before.right() - if width > 0.0 { GAP } else { 0.0 });
    // Met before the field, though where it ends follows from it.
    let lede_id = id.with("lede");
    let has_lede = ctx.window_width >= theme::NARROW && !lede.is_empty();
    if has_lede {
        let place =
            Rect::from_min_size(pos2(title.right() + 16.0, bar.top()), vec2((room.width() - 240.0).clamp(0.0, 320.0), bar.height()));
        ui.interact(place, lede_id, Sense::hover()).widget_info(|| WidgetInfo::labeled(Role::Label, true, lede));
    }
    let field = UiBuilder::new().id_salt("field").max_rect(room).layout(Layout::right_to_left(Align::Center));
    let field = ui.scope_builder(field, |ui| contents(ctx, ui, Part::Field)).response.rect;
    let left = if field.width() > 0.0 { field.left() } else { room.right() };
    if has_lede && left - title.right() > 48.0 {
        let color = Palette::of(ui).text_weak;
        let galley = Type::Control.cut_galley(ui, lede, color, left - title.right() - 32.0);
        paint_left(ui.painter(), title.right() + 16.0, title.center().y, galley);
    }
    let drawn = ui.scope_builder(left_to_right(beside).id_salt("buttons"), |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        contents(ctx, ui, Part::Buttons);
        (ui.cursor().left() - GAP - ui.max_rect().left()).max(0.0)
    });
    if (drawn.inner - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, drawn.inner));
        ui.ctx().request_discard("the buttons of a toolbar have another width");
    }
}
