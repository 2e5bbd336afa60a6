//! Where the output goes: the standard output, quietly if nobody reads on, or a file that is either old or complete.

use std::{
    io::{self, BufWriter, Write},
    path::Path,
};

use super::{End, complain};
use crate::files::write_with;

/// Writes what `write` writes to the file, or to the standard output for `-` and none.
pub(super) fn write(file: Option<&Path>, write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) -> End {
    match file.filter(|file| *file != Path::new("-")) {
        None => match to_stdout(write) {
            Ok(()) => End::Well,
            Err(error) => complain(&format!("cannot write to the standard output: {error}")),
        },
        Some(file) => match write_with(file, |out| buffered(out, write)) {
            Ok(()) => End::Well,
            Err(error) => complain(&format!("cannot write {}: {error}", file.display())),
        },
    }
}

/// Writes a line to the error stream; where that is closed there is nobody to tell.
pub(super) fn error_line(line: &str) {
    writeln!(io::stderr(), "{line}").ok();
}

fn buffered(out: impl Write + Send, write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write(&mut out)?;
    out.flush()
}

/// A reader that has seen enough, such as `head`, closes the pipe; that is no error.
fn to_stdout(write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) -> io::Result<()> {
    let mut out = Pipe { out: io::stdout(), is_closed: false };
    let written = buffered(&mut out, write);
    if out.is_closed { Ok(()) } else { written }
}

/// The standard output, and whether its reader has gone: what a format makes of that error says so no more.
struct Pipe<W> {
    out: W,
    is_closed: bool,
}

impl<W: Write> Pipe<W> {
    fn note<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        self.is_closed |= result.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
        result
    }
}

impl<W: Write> Write for Pipe<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes);
        self.note(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.out.flush();
        self.note(flushed)
    }
}
