//! Opens a dossier with the tables of the window, and says what that takes: `cargo run --release --example open_large -- DIR`.
//!
//! Seconds of opening beside those of `serde_json` alone on the same file, and the memory of this process, which has no window:
//! when the dossier is open, and when its table has been made ready to search, ordered by name and searched.

#[path = "../benches/support/typed.rs"]
mod typed;

use std::{env, fs, path::Path, process::ExitCode, sync::Arc, time::Instant};

use liucheng_viewer::{
    dossier::open_dir_with,
    progress::Progress,
    sheets::ProjectsBuilder,
    table::{Index, Query, Table},
};

fn main() -> ExitCode {
    let Some(dir) = env::args().nth(1) else {
        eprintln!("open_large: expected DIR");
        return ExitCode::from(2);
    };
    let dir = Path::new(&dir);
    let (start, cpu) = (Instant::now(), processor_seconds());
    let mut projects = None;
    let opened = open_dir_with(dir, &Progress::default(), None, &mut |meta, row| {
        projects.get_or_insert_with(|| ProjectsBuilder::on_disk(meta)).push(meta, row);
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
    let (seconds, cpu) = (start.elapsed().as_secs_f64(), processor_seconds() - cpu);
    let bytes = fs::metadata(dir.join("projects.json")).map_or(0, |metadata| metadata.len());
    println!("{} projects, {} figures, {} MB", dossier.projects.len(), dossier.num_figures(), bytes / 1_000_000);
    println!(
        "opened in {seconds:.2} s ({cpu:.2} s of all processors), rows {}",
        if table.is_some() { "left in their file" } else { "held" }
    );
    memory("opened");
    if let Some(table) = table {
        work(table);
    }
    drop(dossier);
    let (start, cpu) = (Instant::now(), processor_seconds());
    match typed::rows(dir) {
        Ok(rows) => {
            let (alone, cpu) = (start.elapsed().as_secs_f64(), processor_seconds() - cpu);
            println!(
                "serde_json alone: {alone:.2} s ({cpu:.2} s of the processor) for {} rows; opening takes {:.2} times as long",
                rows.len(),
                seconds / alone
            );
            memory("serde_json alone");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("open_large: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What a reader does with the table.
fn work(table: Table) {
    let mut index = Index::new(Arc::new(table));
    while index.prepare() {}
    memory("ready to search");
    for text in ["sort:name", "sort:-investment", "xcl", "sort:name 重庆"] {
        let start = Instant::now();
        let Ok(query) = Query::parse(index.table(), text) else { continue };
        let num_rows = index.rows(&query).order.len();
        println!("{text}: {num_rows} rows in {} ms", start.elapsed().as_millis());
        memory(text);
    }
}

/// How long processors have worked for this process, where the system tells: on a busy machine that says more than the clock.
fn processor_seconds() -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS_A_SECOND
}

/// What this process has in memory, where the system tells.
fn memory(when: &str) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    for line in status.lines().filter(|line| line.starts_with("VmRSS") || line.starts_with("VmHWM")) {
        println!("{when}: {}", line.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}
