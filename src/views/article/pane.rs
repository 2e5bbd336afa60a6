//! The article beside a table: the switches of both, and the pane at the table's side.

use egui::{Id, Response, Ui};

use super::{ArticleView, settings::settings_ui};
use crate::{
    command::Command,
    locale::tr,
    route::View,
    ui::{
        button::{Button, icon_button_ui},
        icons::Icon,
        pane::Pane,
        theme::{self, Palette},
    },
    views::{
        Context,
        page::{self, Part},
    },
};

/// The narrowest window in which the switches of the article are in words.
const LEAST_FOR_WORDS: f32 = 560.0;

impl ArticleView {
    /// The article's toolbar.
    pub(in crate::views) fn toolbar_ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let lede = tr(ctx.lang, if ctx.is_beside() { "beside-table-lede" } else { "article-lede" });
        page::toolbar_ui(ctx, ui, View::Article, &lede, |ctx, ui, part| match part {
            Part::Field => self.find_ui(ctx, ui),
            Part::Buttons => self.buttons_ui(ctx, ui),
        });
    }

    fn buttons_ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui) {
        self.steps_ui(ctx, ui);
        settings_ui(ctx, ui);
        if !ctx.is_beside() && self.source_button_ui(ctx, ui).clicked() {
            ctx.send(Command::ToggleSource);
        }
        swap_ui(ctx, ui);
        let name = tr(ctx.lang, "beside-table");
        let button = Button::plain(&name).icon(Icon::Beside).on(ctx.is_beside());
        if ctx.window_width >= theme::NARROW && button.ui(ui).clicked() {
            ctx.send(Command::ToggleBeside);
        }
    }

    /// In words, and as an icon where they would leave the field no room.
    fn source_button_ui(&self, ctx: &Context<'_>, ui: &mut Ui) -> Response {
        let name = tr(ctx.lang, "source-show");
        if ctx.window_width < LEAST_FOR_WORDS {
            return icon_button_ui(ui, Icon::Beside, &name, self.source.is_open());
        }
        Button::plain(&name).on(self.source.is_open()).ui(ui)
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
    swap_ui(ctx, ui);
    if ctx.window_width >= theme::NARROW && icon_button_ui(ui, Icon::Beside, &tr(ctx.lang, "beside-article"), ctx.is_beside()).clicked() {
        ctx.send(Command::ToggleBeside);
    }
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
    let pane = Pane {
        id: Id::unique("article-pane"),
        edge_name: &tr(ctx.lang, "pane-edge-article"),
        is_right: ctx.is_article_right,
        width: article.pane_width,
        widths: least..=most,
        fill: Palette::of(ui).surface,
    };
    let (rect, ()) = pane.show(ui, |ui| article.text_ui(ctx, ui));
    article.pane_width = rect.width();
    ctx.article_pane = Some(article);
    // A line across the table must not cross the article.
    let rest = ui.available_rect_before_wrap();
    ui.set_clip_rect(rest.intersect(ui.clip_rect()));
    // The line under the toolbar, which the article draws over itself, goes on over the table.
    theme::hline(ui.painter(), rest.x_range(), rest.top(), Palette::of(ui).hairline);
}
