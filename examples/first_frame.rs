//! Measures the time to the first frame, and the memory then: the viewer against an eframe window with an empty panel, and
//! against one that does not draw at all, in turns.
//!
//! `cargo run --release --example first_frame [-- ROUNDS]` opens each window ROUNDS times (20 by default) and prints the
//! medians and their ratios. It needs a display; `xvfb-run` will do.

use std::{
    env, fs, process,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use eframe::egui;
use liucheng_viewer::{
    app::{self, App, Early},
    dossier,
    state::State,
};

const STARTED: &str = "FIRST_FRAME_STARTED_NANOS";

/// Runs `inner`, and ends the program once its first frame is on the screen.
struct UntilFirstFrame<A> {
    inner: A,
    frames: u32,
}

impl<A: eframe::App> eframe::App for UntilFirstFrame<A> {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.frames += 1;
        // The second frame begins when the first one has been painted and swapped.
        if self.frames == 2 {
            report();
            process::exit(0);
        }
        self.inner.ui(ui, frame);
        ui.ctx().request_repaint();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.inner.clear_color(visuals)
    }
}

/// A window with an empty panel.
struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |_| ());
    }
}

/// A window that has nothing drawn into it.
struct Bare;

impl eframe::App for Bare {
    fn ui(&mut self, _: &mut egui::Ui, _: &mut eframe::Frame) {}
}

/// The windows that are compared, the viewer first.
const WINDOWS: [&str; 3] = ["viewer", "empty", "bare"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match env::args().nth(1).as_deref() {
        Some("viewer") => {
            let state = State::default();
            let ctx = app::context(&state);
            let early = Early::new(&ctx, |ctx| App::new(ctx, dossier::embedded(), State::default(), None));
            let begun = early.clone();
            let native = app::native_options(&state, move || begun.begin());
            let start: eframe::AppCreator<'_> = Box::new(|_| Ok(Box::new(UntilFirstFrame { inner: early.finish(), frames: 0 })));
            eframe::run_native_ext("viewer", native, Some(ctx), start)?;
        }
        Some("empty") => eframe::run_native("empty", plain(), Box::new(|_| Ok(Box::new(UntilFirstFrame { inner: Empty, frames: 0 }))))?,
        Some("bare") => eframe::run_native("bare", plain(), Box::new(|_| Ok(Box::new(UntilFirstFrame { inner: Bare, frames: 0 }))))?,
        rounds => compare(rounds.unwrap_or("20").parse()?)?,
    }
    Ok(())
}

/// What eframe makes of a window by itself, as large as the viewer's.
fn plain() -> eframe::NativeOptions {
    let viewport = egui::ViewportBuilder::default().with_inner_size(State::default().window.points);
    eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..eframe::NativeOptions::default() }
}

/// Opens all windows in turns, so that a drifting machine slows them alike.
fn compare(rounds: usize) -> Result<(), Box<dyn std::error::Error>> {
    let mut runs: [Vec<(f64, f64)>; 3] = Default::default();
    for round in 0..=rounds {
        for (window, runs) in WINDOWS.iter().zip(&mut runs) {
            let run = run(window)?;
            // The first round fills the caches.
            if round > 0 {
                runs.push(run);
            }
        }
    }
    for (name, pick) in [("first frame, ms", 0), ("peak memory, MB", 1)] {
        let [viewer, empty, bare] = runs.each_ref().map(|runs| median(runs.iter().map(|run| if pick == 0 { run.0 } else { run.1 })));
        let ratios = (viewer / empty, viewer / bare);
        println!("{name}: viewer {viewer:.1}, an empty panel {empty:.1} (× {:.2}), nothing drawn {bare:.1} (× {:.2})", ratios.0, ratios.1);
    }
    Ok(())
}

/// Milliseconds to the first frame and the peak resident memory in MB, of one run.
fn run(what: &str) -> Result<(f64, f64), Box<dyn std::error::Error>> {
    let started = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let output = process::Command::new(env::current_exe()?).arg(what).env(STARTED, started.as_nanos().to_string()).output()?;
    let text = String::from_utf8(output.stdout)?;
    let mut numbers = text.split_whitespace().map(str::parse::<f64>);
    let (Some(Ok(millis)), Some(Ok(memory))) = (numbers.next(), numbers.next()) else {
        return Err(format!("{what} gave no measure: {}", String::from_utf8_lossy(&output.stderr)).into());
    };
    Ok((millis, memory))
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn report() {
    let started: u64 = env::var(STARTED).ok().and_then(|nanos| nanos.parse().ok()).unwrap_or_default();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let elapsed = now.saturating_sub(Duration::from_nanos(started));
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak_kb = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse::<f64>().ok());
    println!("{:.3} {:.3}", elapsed.as_secs_f64() * 1000.0, peak_kb.unwrap_or(f64::NAN) / 1024.0);
}
