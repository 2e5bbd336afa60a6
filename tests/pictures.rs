//! The whole window as pictures: a few states that cover views, languages and themes.
//!
//! Compared where wgpu finds an adapter, left out elsewhere; `LIUCHENG_VIEWER_NEED_PICTURES=1` makes their absence a failure.

#![expect(clippy::expect_used, reason = "a test fails by stopping")]

use egui::{Theme, vec2};
use egui_kittest::{Harness, SnapshotOptions, kittest::Queryable as _};
use liucheng_viewer::{
    app::App,
    dossier,
    locale::Lang,
    route::View,
    state::{State, ThemeChoice},
    ui::theme,
};

#[path = "../src/ui/pictures.rs"]
mod renderers;

/// The window's content on the ground that the window is cleared with.
struct OnGround(App);

impl eframe::App for OnGround {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        ui.painter().rect_filled(ui.max_rect(), 0, theme::Palette::of(ui).surface);
        self.0.ui(ui, frame);
    }
}

/// Compares the window with `tests/snapshots/NAME.png`, after a click on `clicked` if that is not empty.
fn compare(name: &str, view: View, lang: Lang, theme: Theme, clicked: &str) {
    let Some(renderer) = renderers::renderer() else { return };
    let choice = if theme == Theme::Dark { ThemeChoice::Dark } else { ThemeChoice::Light };
    let state = State { lang, view, theme: choice, ..State::default() };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_pixels_per_point(1.0)
        .with_theme(theme)
        .with_max_steps(20)
        .renderer(renderer)
        .build_eframe(move |cc| OnGround(App::new(&cc.egui_ctx, dossier::embedded(), state, None)));
    harness.run();
    if !clicked.is_empty() {
        harness.get_all_by_label(clicked).next().expect("something to click").click();
        harness.run();
        // Away from the table, or the picture would show a row under the pointer.
        harness.hover_at(egui::pos2(100.0, 600.0));
        harness.run();
    }
    // Graphics drivers round differently at the edges of letters.
    harness.snapshot_options(name, &SnapshotOptions::new().threshold(1.0).max_failed_pixels(400_usize));
}

#[test]
fn projects_with_a_record() {
    compare("projects-zh-light", View::Projects, Lang::Zh, Theme::Light, "盛鑫冶金轧辊");
}

#[test]
fn infrastructure_in_the_dark() {
    compare("infrastructure-en-dark", View::Infrastructure, Lang::En, Theme::Dark, "");
}

#[test]
fn approvals() {
    compare("approvals-zh-light", View::Approvals, Lang::Zh, Theme::Light, "");
}

#[test]
fn the_account() {
    compare("article-zh-light", View::Article, Lang::Zh, Theme::Light, "");
}
