//! Writes a valid dossier of any size, the same for the same size: `cargo run --release --example synthetic -- ROWS DIR`.

#![expect(clippy::indexing_slicing, reason = "the lists are not empty")]

#[path = "../benches/support/dossier.rs"]
mod dossier;

use std::{env, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [rows, dir] = args.as_slice() else {
        eprintln!("synthetic: expected ROWS DIR");
        return ExitCode::from(2);
    };
    let Ok(rows) = rows.parse() else {
        eprintln!("synthetic: `{rows}` is no number of rows");
        return ExitCode::from(2);
    };
    match dossier::write(rows, Path::new(dir)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("synthetic: {dir}: {error}");
            ExitCode::FAILURE
        }
    }
}
