//! The kit: the components on two pages, compared with pictures of them, and how they behave.
//!
//! States that need a pointer or the keyboard are forced, since only one widget can have either at a time.

mod behaviour;
mod parts;
mod states;

use std::cell::Cell;

use egui::{Rect, Theme, Ui, UiBuilder, Vec2, pos2, vec2};
use egui_kittest::{Harness, SnapshotResults};

use super::{
    look::{Look, State},
    page::SectionHeading,
    pictures,
    text::text_ui,
    theme::{self, Palette, Type},
};

thread_local! {
    static FORCED: Cell<Option<Look>> = const { Cell::new(None) };
}

/// The state that the test forces on every component, if it does.
pub(super) fn forced() -> Option<Look> {
    FORCED.get()
}

const REST: Look = Look { state: State::Rest, has_focus: false };
const HOVER: Look = Look { state: State::Hovered, has_focus: false };
const PRESSED: Look = Look { state: State::Pressed, has_focus: false };
const SELECTED: Look = Look { state: State::Selected, has_focus: false };
const FOCUS: Look = Look { state: State::Rest, has_focus: true };

fn looking<R>(look: Look, show: impl FnOnce() -> R) -> R {
    let before = FORCED.replace(Some(look));
    let shown = show();
    FORCED.set(before);
    shown
}

/// Shows something with its top left corner at a fixed place.
fn at<R>(ui: &mut Ui, x: f32, y: f32, width: f32, show: impl FnOnce(&mut Ui) -> R) -> R {
    let place = Rect::from_min_size(pos2(x, y), vec2(width, 600.0));
    ui.scope_builder(UiBuilder::new().max_rect(place), show).inner
}

fn heading(ui: &mut Ui, x: f32, y: f32, width: f32, title: &str) {
    at(ui, x, y, width, |ui| SectionHeading::new(title, "").ui(ui));
}

fn small(ui: &mut Ui, x: f32, y: f32, text: &str) {
    let color = Palette::of(ui).text_weak;
    at(ui, x, y, 200.0, |ui| text_ui(ui, Type::Small, color, text));
}

/// Compares a page in both themes with its pictures.
fn compare(name: &str, size: Vec2, page_ui: fn(&mut Ui)) {
    let mut results = SnapshotResults::new();
    for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let Some(renderer) = pictures::renderer() else { return };
        let builder = Harness::builder().with_size(size).with_theme(theme).with_context_setup(theme::install).renderer(renderer);
        let mut harness = builder.build_ui(move |ui| {
            ui.painter().rect_filled(ui.ctx().content_rect(), 0, Palette::of(ui).surface);
            page_ui(ui);
        });
        harness.run();
        harness.snapshot(format!("{name}-{suffix}"));
        results.extend_harness(&mut harness);
    }
}

#[test]
fn states_are_as_drawn() {
    looking(REST, || compare("kit", vec2(1280.0, 720.0), states::page_ui));
}

#[test]
fn parts_are_as_drawn() {
    compare("kit-parts", vec2(960.0, 580.0), parts::page_ui);
}
