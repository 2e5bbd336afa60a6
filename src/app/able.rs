//! What can be done just now: the rest is faint in the menu and left out of the palette.

use egui::Context;

use super::App;
use crate::{
    command::{Action, Dialog},
    export::Format,
    route::View,
    ui::theme,
};

impl App {
    /// Whether an action would do anything now.
    pub(super) fn can(&mut self, ctx: &Context, action: Action) -> bool {
        let (view, is_wide) = (self.state.view, ctx.content_rect().width() >= theme::NARROW);
        let is_shown = self.content.is_ok() && !self.has_no_views();
        match action {
            Action::Undo => is_shown && self.table_mut(ctx).is_some_and(|table| table.can_undo()),
            Action::Redo => is_shown && self.table_mut(ctx).is_some_and(|table| table.can_redo()),
            Action::Find | Action::Export(Format::Markdown) => is_shown && (view == View::Article || self.table_mut(ctx).is_some()),
            Action::Export(_) | Action::CopyTable { .. } | Action::CopyLink => is_shown && self.table_mut(ctx).is_some(),
            Action::Picture(_) => is_shown && self.pictured(ctx).is_some(),
            Action::Copy | Action::Print | Action::View(_) | Action::Source => is_shown,
            Action::Beside => is_shown && is_wide && (view == View::Article || self.table_mut(ctx).is_some()),
            Action::SwapPanes => is_shown && self.beside(ctx).is_some(),
            Action::Back => is_shown && self.history.can_go_back(),
            Action::Forward => is_shown && self.history.can_go_forward(),
            Action::OpenEmbedded => self.folder.is_some() || self.content.is_err(),
            Action::OpenSource => is_shown && self.choosing.is_none(),
            Action::OpenDossier => self.choosing.is_none(),
            Action::ZoomIn => ctx.zoom_factor() < super::window::ZOOMS.1,
            Action::ZoomOut => ctx.zoom_factor() > super::window::ZOOMS.0,
            Action::ZoomReset => (ctx.zoom_factor() - 1.0).abs() > f32::EPSILON,
            Action::CloseLayer
            | Action::FullScreen
            | Action::Menu
            | Action::Quit
            | Action::Show(Dialog::Palette | Dialog::Settings | Dialog::Keys | Dialog::About | Dialog::Reset)
            | Action::Sidebar
            | Action::SwitchLang
            | Action::Theme(_) => true,
        }
    }
}
