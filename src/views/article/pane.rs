//! The article beside a table: the switches of both, and the pane at the table's side.

use egui::{Frame, Id, Panel, Ui};

use super::{ArticleView, settings::settings_ui};
use crate::{
    command::Command,
    locale::tr,
    route::View,
    ui::{
        button::{Button, icon_button_ui},
        icons::Icon,
        theme::{self, Palette},
    },
    views::{Context, page},
};

impl ArticleView {
    /// The article's toolbar.
    pub(in crate::views) fn toolbar_ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let lede = tr(ctx.lang, if ctx.is_beside() { "beside-table-lede" } else { "article-lede" });
        page::toolbar_ui(ctx, ui, View::Article, &lede, |ctx, ui| {
            let name = tr(ctx.lang, "beside-table");
            let button = Button::plain(&name).icon(Icon::Beside).on(ctx.is_beside());
            if ctx.window_width >= theme::NARROW && button.ui(ui).clicked() {
                ctx.send(Command::ToggleBeside);
            }
            swap_ui(ctx, ui);
            if !ctx.is_beside() && Button::plain(&tr(ctx.lang, "source-show")).on(self.source.is_open()).ui(ui).clicked() {
                ctx.send(Command::ToggleSource);
            }
            settings_ui(ctx, ui);
            self.find_ui(ctx, ui);
        });
    }

    /// How wide the pane is beside a table, in points.
    pub fn pane_width(&self) -> f32 {
        self.pane_width
    }

    /// Makes the pane as wide as it was left.
    pub fn set_pane_width(&mut self, width: f32) {
        self.pane_width = width;
    }
}

/// The buttons of a table that bring the article beside it, where there is room for both, and to its other side.
pub(in crate::views) fn button_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    if ctx.window_width >= theme::NARROW && icon_button_ui(ui, Icon::Beside, &tr(ctx.lang, "beside-article"), ctx.is_beside()).clicked() {
        ctx.send(Command::ToggleBeside);
    }
    swap_ui(ctx, ui);
}

/// The button that lets article and table change sides.
fn swap_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    if ctx.is_beside() && icon_button_ui(ui, Icon::Reform, &tr(ctx.lang, "do-swap-panes"), false).clicked() {
        ctx.send(Command::SwapPanes);
    }
}

/// Draws the article at one side of what is left of `ui`, if it is to stand there.
pub(in crate::views) fn pane_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    let Some(mut article) = ctx.article_pane.take() else { return };
    let (least, table) = theme::BESIDE_LEAST;
    let most = (ui.available_width() - table).max(least);
    let id = Id::unique("article-pane");
    let pane = if ctx.is_article_right { Panel::right(id) } else { Panel::left(id) };
    let pane = pane.default_size(article.pane_width).size_range(least..=most);
    let shown = pane.frame(Frame::new().fill(Palette::of(ui).surface)).show(ui, |ui| article.text_ui(ctx, ui));
    article.pane_width = shown.response.rect.width();
    ctx.article_pane = Some(article);
    // A line across the table must not cross the article.
    let rest = ui.available_rect_before_wrap();
    ui.set_clip_rect(rest.intersect(ui.clip_rect()));
    // The line under the toolbar, which the article draws over itself, goes on over the table.
    theme::hline(ui.painter(), rest.x_range(), rest.top(), Palette::of(ui).hairline);
}
