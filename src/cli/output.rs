//! Where the output goes: the standard output, quietly if nobody reads on, or a file that is either old or complete.

use std::{
    io::{self, Write as _},
    path::Path,
};

use super::{End, complain};
use crate::files::write_whole;

/// Writes to the file, or to the standard output for `-` and none.
pub(super) fn write(bytes: &[u8], file: Option<&Path>) -> End {
    match file.filter(|file| *file != Path::new("-")) {
        None => match to_stdout(bytes) {
            Ok(()) => End::Well,
            Err(error) => complain(&format!("cannot write to the standard output: {error}")),
        },
        Some(file) => match write_whole(bytes, file) {
            Ok(()) => End::Well,
            Err(error) => complain(&format!("cannot write {}: {error}", file.display())),
        },
    }
}

/// Writes a line to the error stream; where that is closed there is nobody to tell.
pub(super) fn error_line(line: &str) {
    writeln!(io::stderr(), "{line}").ok();
}

/// A reader that has seen enough, such as `head`, closes the pipe; that is no error.
fn to_stdout(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
