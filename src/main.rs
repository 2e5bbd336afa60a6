//! The program: hands the command line to the library, and the window's part of it to the window.

use std::process::ExitCode;

use liucheng_viewer::{
    app::{self, Options},
    cli::{self, WindowArgs},
};

fn main() -> ExitCode {
    cli::run(std::env::args_os(), app::page_charts, |WindowArgs { dossier, view, lang, query, source }| {
        app::run(&Options { dossier, view, lang, query, source })
    })
    .into()
}
