//! The whole window without a display, driven by the names that a screen reader reads.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by stopping")]

mod aloud;
mod approvals;
mod beside;
mod columns;
mod focus;
mod footer;
mod groups;
mod journeys;
mod kept;
mod keys;
mod menus;
mod opening;
mod palette;
mod query_field;
mod questions;
mod ranges;
mod reading;
mod sentence;
mod shell;
#[path = "../small/mod.rs"]
#[expect(dead_code, reason = "the other tests break the small dossier, these only open it")]
mod small;
mod source;
mod undo;
mod views;
mod whole;

use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use liucheng_viewer::{
    app::App,
    command::Command,
    dossier,
    state::{State, ThemeChoice},
};

/// Room for everything, in points.
const WIDE: [f32; 2] = [1280.0, 800.0];
const SMALL: [f32; 2] = [800.0, 600.0];

/// A window of this many points on the embedded dossier, light and with nothing kept, drawn until it rests.
fn open(state: State, size: [f32; 2]) -> Harness<'static, App> {
    let state = State { theme: ThemeChoice::Light, ..state };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(20)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, dossier::embedded(), state, None));
    harness.run();
    harness
}

/// Presses a key and lets go.
fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// Clicks at a point with the mouse, a frame for each thing that it does.
fn click_at(harness: &mut Harness<'_, App>, pos: Pos2) {
    harness.hover_at(pos);
    harness.step();
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        harness.step();
    }
    harness.run();
}

/// Carries out a command as a click would.
fn send(harness: &mut Harness<'_, App>, command: Command) {
    harness.state_mut().send(command);
    harness.run();
}
