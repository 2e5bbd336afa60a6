//! What lies over the whole window until it is closed: a scrim, a raised sheet, a title.

use egui::{Align, Align2, Area, Context, Frame, Id, Layout, Margin, Modal, ScrollArea, Stroke, Ui, UiKind, Vec2, vec2};

use super::{
    button::bare_icon_button_ui,
    icons::Icon,
    scroll::{Reach, scroll_ui},
    text::heading_ui,
    theme::{COMMAND_RADIUS, CONTROL_HEIGHT, Palette, SCRIM, Type},
};

/// The least space between a dialog and the window's edge.
const LEAST_MARGIN: f32 = 32.0;
/// Space at the sides of a dialog's text.
const SIDE: f32 = 20.0;

/// A sheet over the window.
#[derive(Clone, Copy, Debug)]
pub struct Dialog<'a> {
    /// Tells it from the others.
    pub id: &'a str,
    /// Its name, read aloud and, with [`show_titled`](Self::show_titled), written at its top.
    pub name: &'a str,
    /// Its width where the window has room.
    pub width: f32,
    /// Its distance from the window's top; in the middle without one.
    pub top: Option<f32>,
}

/// What came of a dialog.
#[derive(Clone, Copy, Debug)]
pub struct DialogResponse<R> {
    /// What the contents returned.
    pub inner: R,
    /// Whether it is to be closed: a click beside it or on its cross.
    pub is_left: bool,
}

impl Dialog<'_> {
    /// How high its contents may be.
    pub fn room(&self, ctx: &Context) -> f32 {
        ctx.content_rect().height() - self.top.map_or(2.0 * LEAST_MARGIN, |top| top + LEAST_MARGIN / 2.0)
    }

    /// Shows the bare sheet; what is in it has its own margins.
    pub fn show<R>(&self, ctx: &Context, add_contents: impl FnOnce(&mut Ui) -> R) -> DialogResponse<R> {
        let palette = Palette::of(ctx);
        let width = self.width.min(ctx.content_rect().width() - 2.0 * LEAST_MARGIN);
        let id = Id::unique(("dialog", self.id));
        // Without a size of its own an area has room for a small window only.
        let area = Modal::default_area(id).default_size(vec2(width, self.room(ctx))).accessible_name(self.name);
        let area: Area = match self.top {
            Some(top) => area.anchor(Align2::CENTER_TOP, vec2(0.0, top)),
            None => area.anchor(Align2::CENTER_CENTER, Vec2::ZERO),
        };
        let frame =
            Frame::new().fill(palette.raised).stroke(Stroke::new(1.0, palette.rule)).corner_radius(COMMAND_RADIUS).shadow(palette.shadow);
        let shown = Modal::new(id).area(area).backdrop_color(SCRIM).frame(frame).show(ctx, |ui| {
            ui.set_width(width);
            // Or it would have no more room than it took before, and never grow.
            ui.set_max_height(self.room(ui.ctx()));
            if let Some(modal) = ui.stack().iter().find(|part| part.kind() == Some(UiKind::Modal)) {
                ui.ctx().accesskit_node_builder(modal.unique_id, egui::accesskit::Node::set_modal);
            }
            add_contents(ui)
        });
        DialogResponse { inner: shown.inner, is_left: shown.backdrop_response.clicked() }
    }

    /// Shows a sheet with its name, a cross, and contents that scroll where the window is low.
    ///
    /// With `wants_focus` the keyboard goes to the cross.
    pub fn show_titled<R>(
        &self,
        ctx: &Context,
        close: &str,
        wants_focus: bool,
        add_contents: impl FnOnce(&mut Ui) -> R,
    ) -> DialogResponse<R> {
        let room = self.room(ctx);
        let shown = self.show(ctx, |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let margin = Margin { left: SIDE as i8, right: 12, top: 12, bottom: 8 };
            let is_closed = Frame::new().inner_margin(margin).show(ui, |ui| head_ui(ui, self.name, close, wants_focus)).inner;
            let most = (room - CONTROL_HEIGHT - 24.0).max(64.0);
            let scroll = ScrollArea::vertical().id_salt(self.id).max_height(most).auto_shrink([false, true]);
            let inner = scroll_ui(ui, scroll, self.name, Reach::Sheet, |ui| {
                let margin = Margin { left: SIDE as i8, right: SIDE as i8, top: 0, bottom: 20 };
                Frame::new().inner_margin(margin).show(ui, add_contents).inner
            });
            (inner, is_closed)
        });
        DialogResponse { inner: shown.inner.0, is_left: shown.is_left || shown.inner.1 }
    }
}

/// The name and the cross; whether it was clicked.
fn head_ui(ui: &mut Ui, name: &str, close: &str, wants_focus: bool) -> bool {
    let size = vec2(ui.available_width(), CONTROL_HEIGHT);
    let layout = Layout::left_to_right(Align::Center);
    let shown = ui.allocate_ui_with_layout(size, layout, |ui| {
        heading_ui(ui, Type::Heading, name);
        let right = Layout::right_to_left(Align::Center);
        let cross = ui.with_layout(right, |ui| bare_icon_button_ui(ui, Icon::Cross, close, false, CONTROL_HEIGHT)).inner;
        if wants_focus {
            cross.request_focus();
        }
        cross.clicked()
    });
    shown.inner
}
