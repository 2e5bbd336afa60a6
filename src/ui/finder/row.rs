//! A row of the palette, with what was looked for marked in it.

use std::ops::Range;

use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, pos2, text::LayoutJob, vec2};

use crate::ui::{
    icons::Icon,
    look,
    text::{paint_at, paint_key_cap, paint_left},
    theme::{CONTROL_RADIUS, Palette, TICK_RADIUS, Type},
};

/// Height of a row.
pub(super) const ROW_HEIGHT: f32 = 36.0;
/// Height of a group's name.
const GROUP_HEIGHT: f32 = 30.0;

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FinderRow {
    /// Its picture.
    pub icon: Option<Icon>,
    /// Its name.
    pub name: String,
    /// Chars of its name that are what was looked for.
    pub marks: Vec<Range<usize>>,
    /// What stands beside it, smaller.
    pub detail: String,
    /// Chars of that which are what was looked for.
    pub detail_marks: Vec<Range<usize>>,
    /// The key that does the same; empty for none.
    pub keys: String,
}

/// The name of a group.
pub(super) fn group_ui(ui: &mut Ui, name: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), GROUP_HEIGHT), Sense::hover());
    let galley = Type::Small.galley(ui, name, Palette::of(ui).text_weak);
    paint_left(ui.painter(), rect.left() + 12.0, rect.center().y + 2.0, galley);
    look::name(ui, &response, Role::Label, name);
}

impl FinderRow {
    /// Shows the row as wide as there is room.
    pub(super) fn ui(&self, ui: &mut Ui, is_selected: bool) -> Response {
        let palette = Palette::of(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::CLICK);
        look::name_selected(ui, &response, Role::ListBoxOption, &self.name, is_selected);
        let said = [self.detail.as_str(), self.keys.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(said));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        if is_selected {
            ui.painter().rect_filled(rect, CONTROL_RADIUS, palette.selection);
        }
        let y = rect.center().y;
        if let Some(icon) = self.icon {
            let color = if is_selected { palette.accent } else { palette.text_weak };
            icon.paint(ui.painter(), pos2(rect.left() + 20.0, y), 16.0, color);
        }
        let mut end = rect.right() - 12.0;
        // What it does without its own key, Enter does with the chosen one.
        let keys = if is_selected && self.keys.is_empty() { "Enter" } else { self.keys.as_str() };
        if !keys.is_empty() {
            let cap = Type::Small.galley(ui, keys, if is_selected { palette.text_weak } else { palette.text_faint });
            let size = cap.size() + vec2(10.0, 2.0);
            let place = Rect::from_min_size(pos2(end - size.x, y - size.y / 2.0), size);
            paint_key_cap(ui, place, cap);
            if is_selected {
                // A hairline is not seen on a selection.
                ui.painter().rect_stroke(place, TICK_RADIUS, Stroke::new(1.0, palette.rule), StrokeKind::Inside);
            }
            end -= size.x + 12.0;
        }
        let left = rect.left() + 40.0;
        let name = marked(ui, Type::Body, palette.text, &self.name, &self.marks, end - left);
        // All names stand on one line with their details, whichever of them is bold.
        let top = y - Type::Body.line_height() / 2.0;
        let right = left + name.size().x;
        paint_at(ui.painter(), pos2(left, top), name);
        if !self.detail.is_empty() && end - right > 40.0 {
            let detail = marked(ui, Type::Small, palette.text_weak, &self.detail, &self.detail_marks, end - right - 12.0);
            paint_at(ui.painter(), pos2(right + 12.0, top + 3.0), detail);
        }
        response
    }
}

/// A line cut at `width`, in which what was looked for is bold and in accent.
fn marked(ui: &Ui, place: Type, color: Color32, text: &str, marks: &[Range<usize>], width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::default();
    let plain = place.format(color);
    let bold = place.bold_format(Palette::of(ui).accent);
    let mut piece = String::new();
    let mut was_marked = false;
    for (nr, char) in text.chars().enumerate() {
        let is_marked = marks.iter().any(|mark| mark.contains(&nr));
        if is_marked != was_marked && !piece.is_empty() {
            job.append(&piece, 0.0, if was_marked { bold.clone() } else { plain.clone() });
            piece.clear();
        }
        was_marked = is_marked;
        piece.push(char);
    }
    job.append(&piece, 0.0, if was_marked { bold } else { plain });
    job.wrap = egui::text::TextWrapping::from_wrap_mode_and_width(egui::TextWrapMode::Truncate, width.max(0.0));
    ui.painter().layout_job(job)
}
