//! The program: hands the command line to the library, and the window's part of it to the window.

use std::process::ExitCode;

use liucheng_viewer::cli;

fn main() -> ExitCode {
    cli::run(std::env::args_os(), |_window| Err("the window is not built yet".to_owned())).into()
}
