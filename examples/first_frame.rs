//! Measures the time to the first frame, and the memory then: the viewer against an eframe window that draws nothing, and
//! against one that draws a line of text, in turns.
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
}

/// A window that draws nothing.
struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, _: &mut egui::Ui, _: &mut eframe::Frame) {}
}

/// A window that draws a line of text: what drawing takes at all.
struct Line;

impl eframe::App for Line {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.label("A line of text"));
    }
}

/// The windows that are compared, the viewer first.
const WINDOWS: [&str; 3] = ["viewer", "empty", "line"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match env::args().nth(1).as_deref() {
        Some("viewer") => {
            let early = Early::of(None);
            let begun = early.clone();
            let native = app::native_options(&State::default(), move || begun.begin());
            eframe::run_native(
                "viewer",
                native,
                Box::new(|cc| {
                    let inner = App::early(&cc.egui_ctx, early, State::default(), None);
                    Ok(Box::new(UntilFirstFrame { inner, frames: 0 }))
                }),
            )?;
        }
        Some("empty") => {
            let native = app::native_options(&State::default(), || ());
            eframe::run_native("empty", native, Box::new(|_| Ok(Box::new(UntilFirstFrame { inner: Empty, frames: 0 }))))?;
        }
        Some("line") => {
            let native = app::native_options(&State::default(), || ());
            eframe::run_native("line", native, Box::new(|_| Ok(Box::new(UntilFirstFrame { inner: Line, frames: 0 }))))?;
        }
        rounds => compare(rounds.unwrap_or("20").parse()?)?,
    }
    Ok(())
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
        let [viewer, empty, line] = runs.each_ref().map(|runs| median(runs.iter().map(|run| if pick == 0 { run.0 } else { run.1 })));
        let ratios = (viewer / empty, viewer / line);
        println!("{name}: viewer {viewer:.1}, empty {empty:.1} (× {:.2}), a line of text {line:.1} (× {:.2})", ratios.0, ratios.1);
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
