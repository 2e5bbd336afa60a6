//! What opens under a button of a toolbar and stays while it is used: a list of columns, of named views.

use egui::{Frame, Key, Margin, Popup, PopupCloseBehavior, RectAlign, Response, Role, Sense, Stroke, Ui, Vec2, vec2};

use super::{
    look,
    text::paint_left,
    theme::{POPOVER_RADIUS, Palette, Type, hline},
};

/// Space at the left and right of what stands in a popover.
pub const POPOVER_SIDE: f32 = 16.0;

/// Shows what `add` draws under a button while it is open; `add` is told whether it has just been opened.
///
/// A click on the button opens and closes it, a click elsewhere and Escape close it, and so does `add` by [`Ui::close`]; but for
/// the click elsewhere the keyboard is then with the button.
pub fn popover_ui<R>(button: &Response, name: &str, width: f32, add: impl FnOnce(&mut Ui, bool) -> R) -> Option<R> {
    let ctx = &button.ctx;
    let is_new = button.clicked();
    let was_open = Popup::is_id_open(ctx, Popup::default_response_id(button));
    let is_left = was_open && ctx.input(|input| input.key_pressed(Key::Escape));
    let popup = Popup::from_toggle_button_response(button)
        .align(RectAlign::BOTTOM_END)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .frame(popover_frame(Palette::of(ctx)))
        .width(width)
        .accessible_name(name);
    let shown = popup.show(|ui| {
        ui.set_width(width - 2.0);
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        add(ui, is_new)
    });
    let is_done = shown.as_ref().is_some_and(|shown| shown.response.should_close() && !shown.response.clicked_elsewhere());
    if is_left || is_done {
        button.request_focus();
    }
    shown.map(|shown| shown.inner)
}

/// Whether the popover of this button is open: the button is shown as on.
pub fn is_popover_open(button: &Response) -> bool {
    Popup::is_id_open(&button.ctx, Popup::default_response_id(button))
}

/// The frame of a popover; rows reach its sides, so it has space only above and below.
pub(super) fn popover_frame(palette: &Palette) -> Frame {
    Frame::new()
        .fill(palette.raised)
        .stroke(Stroke::new(1.0, palette.rule))
        .corner_radius(POPOVER_RADIUS)
        .shadow(palette.shadow)
        .inner_margin(Margin::symmetric(0, 8))
}

/// A line across a popover.
pub fn separator_ui(ui: &mut Ui) {
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    hline(ui.painter(), line.x_range(), line.center().y.floor(), Palette::of(ui).hairline);
}

/// A small heading over a part of a popover.
pub fn caption_ui(ui: &mut Ui, words: &str) {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let galley = Type::Small.cut_galley(ui, words, palette.text_weak, rect.width() - 2.0 * POPOVER_SIDE);
    paint_left(ui.painter(), rect.left() + POPOVER_SIDE, rect.center().y, galley);
    look::name(ui, &response, Role::Label, words);
}
