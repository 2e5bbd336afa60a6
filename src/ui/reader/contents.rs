//! The list of sections: a column beside the text, or behind a button over it.

use egui::{Button, Popup, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::document::{Document, Section};
use crate::{
    locale::tr,
    ui::{
        icons::Icon,
        theme::{self, CONTENTS_WIDTH, Palette, Type},
    },
};

/// The height of an entry.
const ENTRY_HEIGHT: f32 = 28.0;
/// The height of the bar that holds the button.
pub(super) const BAR_HEIGHT: f32 = 36.0;

/// Draws the column; returns the section that was chosen.
pub(super) fn column_ui(ui: &mut Ui, rect: Rect, document: &Document, current: usize) -> Option<usize> {
    let entries = Rect::from_min_max(pos2(rect.left() + 24.0, rect.top() + 20.0), pos2(rect.left() + CONTENTS_WIDTH - 8.0, rect.bottom()));
    let mut column = ui.new_child(egui::UiBuilder::new().max_rect(entries).id_salt("contents"));
    column.set_clip_rect(rect.intersect(ui.clip_rect()));
    list_ui(&mut column, document, current)
}

/// Draws a button that opens the list; returns the section that was chosen.
pub(super) fn button_ui(ui: &mut Ui, rect: Rect, document: &Document, current: usize) -> Option<usize> {
    let mut bar = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(0.0, 4.0))).id_salt("contents"));
    let palette = Palette::of(&bar);
    let title = document.sections.get(current).map_or("", |section| section.title.as_str());
    let words = tr(document.lang, "reader-contents");
    let label = Type::Control.rich(format!("{words}  {title}")).color(palette.text_weak);
    let response = bar.add(Button::new(label).frame_when_inactive(false).right_text(" "));
    Icon::Down.paint(bar.painter(), pos2(response.rect.right() - 10.0, response.rect.center().y), 12.0, palette.text_weak);
    theme::hline(ui.painter(), rect.x_range(), rect.bottom() - 1.0, palette.hairline);
    theme::focus_ring(ui, &response, false);
    let popup = Popup::menu(&response).width(CONTENTS_WIDTH).show(|ui| list_ui(ui, document, current));
    popup.and_then(|shown| shown.inner)
}

fn list_ui(ui: &mut Ui, document: &Document, current: usize) -> Option<usize> {
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    let mut chosen = None;
    for (section_nr, section) in document.sections.iter().enumerate() {
        if entry_ui(ui, section, section_nr == current).clicked() {
            chosen = Some(section_nr);
        }
    }
    chosen
}

fn entry_ui(ui: &mut Ui, section: &Section, is_current: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ENTRY_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_current, &section.title));
    let palette = Palette::of(ui);
    let is_lit = is_current || response.hovered();
    let color = if is_lit { palette.text } else { palette.text_weak };
    let room = rect.width() - 12.0 - if section.verdict.is_some() { 20.0 } else { 0.0 };
    let galley = if is_current {
        Type::Control.bold_galley(ui, section.title.as_str(), color)
    } else {
        Type::Control.cut_galley(ui, section.title.as_str(), color, room)
    };
    let painter = ui.painter();
    painter.with_clip_rect(rect.intersect(ui.clip_rect())).galley(pos2(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0), galley, color);
    let (width, edge) = if is_current { (2.0, palette.accent) } else { (1.0, palette.hairline) };
    painter.rect_filled(Rect::from_x_y_ranges(rect.left()..=rect.left() + width, rect.y_range()), 0, edge);
    if let Some(verdict) = section.verdict {
        verdict.paint(painter, pos2(rect.right() - 14.0, rect.center().y), 12.0, if is_current { verdict.color(palette) } else { color });
    }
    theme::focus_ring(ui, &response, true);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
