//! A line at the foot of the window that says how something went, and goes away by itself unless it went wrong.

use egui::{Align2, Area, Frame, Id, Layout, Margin, Order, Role, Sense, Stroke, Ui, accesskit, vec2};

use super::{
    bars::progress_ui,
    button::{Button, sized_icon_button_ui},
    icons::Icon,
    look,
    text::{paint_at, text_ui},
    theme::{POPOVER_RADIUS, Palette, Type},
    tooltip::on_hover_text,
};

/// How long a line stays that says all went well, in seconds.
const STAY_SECONDS: f64 = 8.0;
/// The widest line.
const MOST_WIDTH: f32 = 560.0;
/// The width of a bar that says how far something is.
const WORK_WIDTH: f32 = 280.0;

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// The words.
    pub words: String,
    /// Whether something went wrong.
    pub is_error: bool,
    /// When it was said first, in egui's time.
    pub since: f64,
}

/// Draws the line; `false` when it has been closed or has stood long enough.
pub fn toast_ui(ui: &Ui, toast: &Toast, close: &str) -> bool {
    let left = toast.since + STAY_SECONDS - ui.input(|input| input.time);
    if !toast.is_error && left <= 0.0 {
        return false;
    }
    if !toast.is_error {
        ui.ctx().request_repaint_after_secs(left as f32);
    }
    let margin = Margin { left: 12, right: 6, top: 6, bottom: 6 };
    let is_closed = at_the_foot_ui(ui, "toast", toast.is_error, margin, |ui| line_ui(ui, toast, close));
    !is_closed
}

/// How far something is that takes a while.
#[derive(Clone, Copy, Debug)]
pub struct WorkLine<'a> {
    /// What is done.
    pub words: &'a str,
    /// How far it is, in words.
    pub so_far: &'a str,
    /// The same from 0 to 1.
    pub share: f32,
    /// The name of the button that ends it.
    pub cancel: &'a str,
    /// The key that does the same.
    pub keys: &'a str,
}

/// Draws how far something is, where a toast stands; whether the reader ends it.
pub fn work_ui(ui: &Ui, line: WorkLine<'_>) -> bool {
    at_the_foot_ui(ui, "work", false, Margin::symmetric(16, 12), |ui| {
        let palette = Palette::of(ui);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                ui.set_width(WORK_WIDTH.min(ui.ctx().content_rect().width() - 200.0));
                text_ui(ui, Type::Control, palette.text, line.words);
                progress_ui(ui, line.share, line.words);
                text_ui(ui, Type::Small, palette.text_weak, line.so_far);
            });
            on_hover_text(Button::edge(line.cancel).ui(ui), line.keys).clicked()
        })
        .inner
    })
}

/// Draws in a card at the foot of the window.
fn at_the_foot_ui<R>(ui: &Ui, id: &str, is_error: bool, margin: Margin, add: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = Palette::of(ui);
    let edge = if is_error { palette.disagree } else { palette.rule };
    let ground = if is_error { palette.disagree_soft } else { palette.raised };
    let frame = Frame::new().fill(ground).stroke(Stroke::new(1.0, edge)).corner_radius(POPOVER_RADIUS).shadow(palette.shadow);
    let area = Area::new(Id::unique(id)).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -16.0));
    area.show(ui.ctx(), |ui| frame.inner_margin(margin).show(ui, add).inner).inner
}

/// The words and the button that closes them; whether it was clicked.
fn line_ui(ui: &mut Ui, toast: &Toast, close: &str) -> bool {
    let palette = Palette::of(ui);
    let width = MOST_WIDTH.min(ui.ctx().content_rect().width() - 96.0);
    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
        let galley = ui.painter().layout_job(Type::Control.job(toast.words.as_str(), palette.text, width));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        paint_at(ui.painter(), rect.min, galley);
        look::name(ui, &response, if toast.is_error { Role::Alert } else { Role::Status }, &toast.words);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(accesskit::Live::Polite));
        sized_icon_button_ui(ui, Icon::Cross, close, false, 24.0).clicked()
    })
    .inner
}
