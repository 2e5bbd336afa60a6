//! What the reader must be told and no view can say: lines at the top of the window until they are taken away.

use egui::{Align, Frame, Layout, Margin, Role, Sense, Ui, WidgetInfo, accesskit::Live, pos2, vec2};

use super::App;
use crate::{
    command::Command,
    locale::tr,
    ui::{
        button::sized_icon_button_ui,
        icons::Icon,
        text::paint_at,
        theme::{self, PAGE_SIDE, Palette, Type},
    },
};

/// The most lines at a time; older ones give way.
const MOST: usize = 4;
/// Side of the cross that takes a line away.
const CROSS: f32 = 24.0;

impl App {
    /// Tells the reader something until it is taken away.
    pub fn say(&mut self, line: String) {
        if !self.notices.contains(&line) {
            self.notices.push(line);
            let surplus = self.notices.len().saturating_sub(MOST);
            self.notices.drain(..surplus);
        }
    }

    /// Draws what the reader is told.
    pub(super) fn notices_ui(&mut self, ui: &mut Ui) {
        let palette = Palette::of(ui);
        for (nr, line) in self.notices.iter().enumerate() {
            let margin = Margin { left: PAGE_SIDE as i8, right: 10, top: 4, bottom: 4 };
            let shown = Frame::new().fill(palette.future_soft).inner_margin(margin).show(ui, |ui| {
                let width = ui.available_width();
                let galley = ui.painter().layout_job(Type::Control.job(line.as_str(), palette.text, width - CROSS - 8.0));
                let size = vec2(width, galley.size().y.max(CROSS));
                ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                    if sized_icon_button_ui(ui, Icon::Cross, &tr(self.state.lang, "notice-close"), false, CROSS).clicked() {
                        self.commands.push(Command::CloseNotice(nr));
                    }
                    let (rect, response) = ui.allocate_exact_size(vec2(width - CROSS - 8.0, size.y), Sense::hover());
                    paint_at(ui.painter(), pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley);
                    response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, line));
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
                });
            });
            let rect = shown.response.rect;
            ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0, palette.future);
            theme::hline(ui.painter(), rect.x_range(), rect.bottom() - 1.0, palette.hairline);
        }
    }
}
