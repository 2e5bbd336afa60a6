//! The command line: what it accepts, and what comes of it but for the window.
//!
//! `check` and `export` need no display. The window is opened by a function that [`run`] is given, so that nothing here
//! draws.

mod args;
mod check;
mod export;
mod output;
mod source;

use std::{ffi::OsString, path::Path, process::ExitCode, sync::Arc};

pub use args::{Args, CheckArgs, Command, ExportArgs, What, WindowArgs};
use clap::Parser as _;

use crate::{
    dossier::{Dossier, Problem, embedded, load_dir},
    export::PageChart,
    locale::Lang,
};

/// What a run ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// All is well.
    Well,
    /// The dossier has problems, or something could not be read, written or shown.
    Problems,
    /// The command line could not be understood.
    Usage,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        Self::from(match end {
            End::Well => 0,
            End::Problems => 1,
            End::Usage => 2,
        })
    }
}

/// Draws the charts of a dossier in a language: whoever draws them is named by nobody here.
pub type Charts = fn(&Arc<Dossier>, Lang) -> Vec<PageChart>;

/// Does what the command line asks; `window` opens the window and says in one line why it could not.
pub fn run(args: impl IntoIterator<Item = OsString>, charts: Charts, window: impl FnOnce(WindowArgs) -> Result<(), String>) -> End {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => {
            let end = if error.use_stderr() { End::Usage } else { End::Well };
            // A closed pipe behind `--help` is no problem of anybody's.
            error.print().ok();
            return end;
        }
    };
    match args.command {
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Export(args)) => export::run(&args, charts),
        None => match args.window.with_link() {
            Err(message) => {
                complain(&message);
                End::Usage
            }
            Ok(args) => match window(args) {
                Ok(()) => End::Well,
                Err(message) => complain(&message),
            },
        },
    }
}

/// Says in one line on the error stream what went wrong.
fn complain(message: &str) -> End {
    output::error_line(&format!("liucheng-viewer: {message}"));
    End::Problems
}

/// The dossier in a folder, or the embedded one.
fn load(folder: Option<&Path>) -> Result<Dossier, Vec<Problem>> {
    folder.map_or_else(embedded, load_dir)
}
