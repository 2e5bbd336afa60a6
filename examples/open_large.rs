//! Opens a dossier with the tables of the window, and says what that takes: `cargo run --release --example open_large -- DIR`.
//!
//! Seconds of opening beside those of `serde_json` alone on the same file, and the memory of this process, which has no window.

#[path = "../benches/support/typed.rs"]
mod typed;

use std::{env, fs, path::Path, process::ExitCode, time::Instant};

use liucheng_viewer::{
    dossier::{Progress, open_dir_with},
    sheets::ProjectsBuilder,
};

fn main() -> ExitCode {
    let Some(dir) = env::args().nth(1) else {
        eprintln!("open_large: expected DIR");
        return ExitCode::from(2);
    };
    let dir = Path::new(&dir);
    let start = Instant::now();
    let mut projects = None;
    let opened = open_dir_with(dir, &Progress::default(), None, &mut |meta, row| {
        projects.get_or_insert_with(|| ProjectsBuilder::new(meta)).push(meta, row);
    });
    let dossier = match opened {
        Ok(dossier) => dossier,
        Err(error) => {
            eprintln!("open_large: {error:?}");
            return ExitCode::FAILURE;
        }
    };
    let table = match projects.map(ProjectsBuilder::finish).transpose() {
        Ok(table) => table,
        Err(error) => {
            eprintln!("open_large: {error}");
            return ExitCode::FAILURE;
        }
    };
    let seconds = start.elapsed().as_secs_f64();
    let bytes = fs::metadata(dir.join("projects.json")).map_or(0, |metadata| metadata.len());
    println!("{} projects, {} figures, {} MB", dossier.projects.len(), dossier.num_figures(), bytes / 1_000_000);
    println!("opened in {seconds:.2} s, rows {}", if table.is_some() { "left in their file" } else { "held" });
    memory("opened");
    drop((dossier, table));
    let start = Instant::now();
    match typed::rows(dir) {
        Ok(rows) => {
            let alone = start.elapsed().as_secs_f64();
            println!("serde_json alone: {alone:.2} s for {} rows; opening takes {:.2} times as long", rows.len(), seconds / alone);
            memory("serde_json alone");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("open_large: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What this process has in memory, where the system tells.
fn memory(when: &str) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    for line in status.lines().filter(|line| line.starts_with("VmRSS") || line.starts_with("VmHWM")) {
        println!("{when}: {}", line.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}
