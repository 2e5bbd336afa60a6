//! What every view's page begins with: its name, what there is in it, and its search field.

use egui::{Align, Id, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Context;
use crate::{
    locale::tr,
    route::View,
    ui::{
        page::at_right_ui,
        text::{heading_ui, paint_left},
        theme::{self, Palette, Type},
    },
};

/// Room at the right of a toolbar.
const SIDE: f32 = 16.0;
/// Room between what stands in it.
const GAP: f32 = 4.0;
/// Room after the view's name.
const TITLE_GAP: f32 = 16.0;
/// The least of a field that is worth standing beside the name.
const LEAST_FIELD: f32 = 96.0;
/// From one row of a narrow toolbar to the next.
const ROW_STEP: f32 = 36.0;

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
/// changed the frame is laid out once more before anything is shown. What has no room beside the name stands below it.
pub fn toolbar_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: View, lede: &str, mut contents: impl FnMut(&mut Context<'_>, &mut Ui, Part)) {
    let name = tr(ctx.lang, view.name_key());
    let id = Id::unique(("toolbar", view));
    let Drawn { buttons, has_field } = ui.data(|data| data.get_temp::<Drawn>(id)).unwrap_or_default();
    let width = ui.available_width();
    let side = theme::PAGE_SIDE + ctx.menu_room;
    let place = title_place(ui, &name, width - side - SIDE);
    let title_width = place.galley(ui, &*name, Palette::of(ui).text).size().x;
    let rows = Rows::new(width - side - SIDE, title_width, buttons, has_field);
    let (bar, _) = ui.allocate_exact_size(vec2(width, theme::TOOLBAR_HEIGHT + ROW_STEP * rows.last() as f32), Sense::hover());
    // What stands in the bar must not move what comes below it.
    let ui = &mut ui.new_child(UiBuilder::new().id_salt("toolbar").max_rect(bar));
    let first = Rect::from_min_max(bar.min + vec2(side, 0.0), pos2(bar.right() - SIDE, bar.top() + theme::TOOLBAR_HEIGHT));
    let row = |nr: usize| first.translate(vec2(0.0, ROW_STEP * nr as f32));
    let named = UiBuilder::new().max_rect(first).layout(Layout::left_to_right(Align::Center));
    let title = ui.scope_builder(named, |ui| heading_ui(ui, place, &name).rect).inner;

    let start = |nr: usize| if nr == 0 { title.right() + TITLE_GAP } else { first.left() };
    let beside = if rows.field == rows.buttons && buttons > 0.0 { buttons + GAP } else { 0.0 };
    let room = row(rows.field).with_min_x(start(rows.field)).with_max_x(first.right() - beside);
    // Met before the field, though where it ends follows from it.
    let lede_id = id.with("lede");
    let has_lede = ctx.window_width >= theme::NARROW && !lede.is_empty();
    if has_lede {
        let width = (room.width() - 240.0).clamp(0.0, 320.0);
        let place = Rect::from_min_size(pos2(start(0), bar.top()), vec2(width, bar.height()));
        ui.interact(place, lede_id, Sense::hover()).widget_info(|| WidgetInfo::labeled(Role::Label, true, lede));
    }
    let field = UiBuilder::new().id_salt("field").max_rect(room).layout(Layout::right_to_left(Align::Center));
    let field = ui.scope_builder(field, |ui| contents(ctx, ui, Part::Field)).response.rect;
    let has_field = field.width() > 0.0;
    let left = if has_field && rows.field == 0 { field.left() } else { first.right() - if rows.buttons == 0 { buttons } else { 0.0 } };
    if has_lede && left - title.right() > 48.0 {
        let color = Palette::of(ui).text_weak;
        let galley = Type::Control.cut_galley(ui, lede, color, left - title.right() - 2.0 * TITLE_GAP);
        paint_left(ui.painter(), start(0), title.center().y, galley);
    }
    let width = at_right_ui(ui, id.with("buttons"), row(rows.buttons), |ui| contents(ctx, ui, Part::Buttons));
    let drawn = Drawn { buttons: width, has_field };
    ui.data_mut(|data| data.insert_temp(id, drawn));
}

/// The largest type in which a view's name has room.
fn title_place(ui: &Ui, name: &str, room: f32) -> Type {
    let is_wide = Type::Heading.galley(ui, name, Palette::of(ui).text).size().x > room;
    if is_wide { Type::Section } else { Type::Heading }
}

/// How wide the buttons of a toolbar were when last drawn, and whether it has a field.
#[derive(Clone, Copy, Debug, Default)]
struct Drawn {
    buttons: f32,
    has_field: bool,
}

/// The row of a toolbar in which its parts stand; the name is in the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rows {
    field: usize,
    buttons: usize,
}

impl Rows {
    fn new(room: f32, title: f32, buttons: f32, has_field: bool) -> Self {
        let field = if has_field { LEAST_FIELD + GAP } else { 0.0 };
        let rest = room - title - TITLE_GAP;
        match () {
            () if field + buttons <= rest => Self { field: 0, buttons: 0 },
            () if !has_field => Self { field: 0, buttons: 1 },
            () if buttons <= rest => Self { field: 1, buttons: 0 },
            () if field + buttons <= room => Self { field: 1, buttons: 1 },
            () => Self { field: 1, buttons: 2 },
        }
    }

    fn last(self) -> usize {
        self.field.max(self.buttons)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_toolbar_never_lie_on_each_other() {
        for (room, has_field, expected) in [
            (600.0, true, (0, 0)),
            (300.0, true, (1, 0)),
            (230.0, true, (1, 1)),
            (190.0, true, (1, 2)),
            (300.0, false, (0, 0)),
            (200.0, false, (0, 1)),
        ] {
            let rows = Rows::new(room, 120.0, 100.0, has_field);
            assert_eq!((rows.field, rows.buttons), expected, "{room} points");
        }
    }
}
