//! Rows written one by one, until nobody wants them any more.

use std::io::{self, Write};

use crate::progress::Progress;

/// One more row is about to be written.
///
/// # Errors
///
/// Nobody wants it any more.
pub(super) fn step(progress: &Progress) -> io::Result<()> {
    progress.add(1);
    go_on(progress)
}

fn go_on(progress: &Progress) -> io::Result<()> {
    // Not as interrupted, for such a write would be tried again.
    if progress.is_cancelled() { Err(io::Error::other("cancelled")) } else { Ok(()) }
}

/// Takes bytes until the writer is asked to stop: packing a workbook takes longer than its rows.
pub(super) struct Watched<'a> {
    pub(super) out: &'a mut (dyn Write + Send),
    pub(super) progress: &'a Progress,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        go_on(self.progress)?;
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_bytes_are_taken_until_it_is_ended() {
        let progress = Progress::default();
        progress.expect(2);
        let mut bytes = Vec::new();
        assert!(step(&progress).is_ok() && Watched { out: &mut bytes, progress: &progress }.write_all(b"a").is_ok());
        progress.cancel();
        assert!(step(&progress).is_err() && Watched { out: &mut bytes, progress: &progress }.write_all(b"b").is_err());
        assert_eq!(bytes, b"a");
    }
}
