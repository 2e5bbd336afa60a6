//! The list of sections: a column beside the text, or behind a button over it.

use egui::{Color32, Popup, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};

use super::document::{Document, Section};
use crate::{
    locale::{Lang, count_text, tr, tr_args},
    ui::{
        button::Button,
        icons::Icon,
        theme::{self, CONTENTS_WIDTH, Palette, Type, sections},
        tooltip,
    },
};

/// Left of an entry's words, and above and under them.
const ENTRY_LEFT: f32 = 12.0;
const ENTRY_SIDE: f32 = 4.0;
/// What is kept free at an entry's right for its verdict, and beside that for the number of its figures.
const VERDICT_ROOM: f32 = 26.0;
const COUNT_ROOM: f32 = 22.0;
/// The height of the bar that holds the button.
pub(super) const BAR_HEIGHT: f32 = 36.0;

/// Draws the column; returns the section that was chosen.
pub(super) fn column_ui(ui: &mut Ui, rect: Rect, document: &Document, current: usize) -> Option<usize> {
    let entries = Rect::from_min_max(pos2(rect.left() + 24.0, rect.top() + 20.0), pos2(rect.left() + CONTENTS_WIDTH - 8.0, rect.bottom()));
    let mut column = ui.new_child(UiBuilder::new().max_rect(entries).id_salt("contents"));
    column.set_clip_rect(rect.intersect(ui.clip_rect()));
    list_ui(&mut column, document, current)
}

/// Draws a bar with a button that opens the list, level with the text's edge; returns the section that was chosen.
pub(super) fn button_ui(ui: &mut Ui, bar: Rect, text_x: f32, document: &Document, current: usize) -> Option<usize> {
    let palette = Palette::of(ui);
    theme::hline(ui.painter(), bar.x_range(), bar.bottom() - 1.0, palette.hairline);
    // The icon, not the button's frame, stands at the text's edge.
    let place = Rect::from_min_max(pos2(bar.left() + text_x - 6.0, bar.top() + 4.0), bar.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt("contents"));
    let response = Button::plain(&tr(document.lang, "reader-contents")).icon(Icon::Article).ui(&mut child);
    if let Some(section) = document.sections.get(current) {
        let room = (bar.right() - response.rect.right() - 16.0).max(0.0);
        let title = Type::Control.cut_galley(ui, section.title.as_str(), palette.text, room);
        let corner = pos2(response.rect.right() + 4.0, response.rect.center().y - title.size().y / 2.0);
        ui.painter().galley(corner, title, palette.text);
    }
    let popup = Popup::menu(&response).width(CONTENTS_WIDTH).show(|ui| list_ui(ui, document, current));
    popup.and_then(|shown| shown.inner)
}

fn list_ui(ui: &mut Ui, document: &Document, current: usize) -> Option<usize> {
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    let mut chosen = None;
    for (section_nr, section) in document.sections.iter().enumerate() {
        let told = tr_args(document.lang, "reader-contents-figures", &[("count", section.num_figures().into())]);
        if entry_ui(ui, document.lang, section, section_nr == current, &told).clicked() {
            chosen = Some(section_nr);
        }
    }
    chosen
}

fn entry_ui(ui: &mut Ui, lang: Lang, section: &Section, is_current: bool, told: &str) -> Response {
    let palette = Palette::of(ui);
    let room = ui.available_width() - ENTRY_LEFT - VERDICT_ROOM - COUNT_ROOM;
    let format = if is_current { Type::Control.bold_format(Color32::PLACEHOLDER) } else { Type::Control.format(Color32::PLACEHOLDER) };
    let title = ui.painter().layout_job(sections([(section.title.clone(), format)], room));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), title.size().y + 2.0 * ENTRY_SIDE), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_current, &section.title));
    let color = if is_current || response.hovered() { palette.text } else { palette.text_weak };
    ui.painter().galley(rect.min + vec2(ENTRY_LEFT, ENTRY_SIDE), title, color);
    let (width, edge) = if is_current { (2.0, palette.accent) } else { (1.0, palette.hairline) };
    ui.painter().rect_filled(Rect::from_x_y_ranges(rect.left()..=rect.left() + width, rect.y_range()), 0, edge);
    if let Some(verdict) = section.verdict {
        // Good news is quiet; what does not agree keeps its colour.
        let color = if verdict.color(palette) == palette.accent { color } else { verdict.color(palette) };
        verdict.paint(ui.painter(), pos2(rect.right() - 14.0, rect.top() + 14.0), 12.0, color);
    }
    let count = Type::Small.galley(ui, count_text(lang, section.num_figures()), palette.text_faint);
    let corner = pos2(rect.right() - VERDICT_ROOM - count.size().x, rect.top() + 14.0 - count.size().y / 2.0);
    ui.painter().galley(corner, count, palette.text_faint);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(told));
    theme::focus_ring(ui, &response, true);
    tooltip::on_hover_text(response.on_hover_cursor(egui::CursorIcon::PointingHand), told)
}
