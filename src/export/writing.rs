//! How far a file is written, seen from another thread; and the way to end it.

use std::{
    io::{self, Write},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

/// How far a file is written. Copies share one state: who writes has one, who looks on has another.
#[derive(Clone, Debug, Default)]
pub struct Writing(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    done_rows: AtomicUsize,
    all_rows: AtomicUsize,
    is_cancelled: AtomicBool,
}

impl Writing {
    /// How many rows are written, and of how many; of none while nothing has been begun.
    pub fn rows(&self) -> (usize, usize) {
        let all = self.0.all_rows.load(Ordering::Relaxed);
        (self.0.done_rows.load(Ordering::Relaxed).min(all), all)
    }

    /// Asks the writer to stop; it does so with the next row.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the writer was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::Relaxed)
    }

    /// Begins to write so many rows.
    pub(super) fn begin(&self, rows: usize) {
        self.0.done_rows.store(0, Ordering::Relaxed);
        self.0.all_rows.store(rows, Ordering::Relaxed);
    }

    /// One more row is about to be written.
    ///
    /// # Errors
    ///
    /// Nobody wants it any more.
    pub(super) fn step(&self) -> io::Result<()> {
        self.0.done_rows.fetch_add(1, Ordering::Relaxed);
        if self.is_cancelled() { Err(io::Error::other("cancelled")) } else { Ok(()) }
    }
}

/// Takes bytes until the writer is asked to stop.
pub(super) struct Watched<'a> {
    out: &'a mut (dyn Write + Send),
    writing: &'a Writing,
}

impl Writing {
    /// `out`, which takes nothing any more once the writer was asked to stop: packing a workbook takes longer than its rows.
    pub(super) fn watched<'a>(&'a self, out: &'a mut (dyn Write + Send)) -> Watched<'a> {
        Watched { out, writing: self }
    }
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // An interrupted write would be tried again.
        if self.writing.is_cancelled() { Err(io::Error::other("cancelled")) } else { self.out.write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_looks_on_sees_the_rows_and_ends_it() {
        let writer = Writing::default();
        let seen = writer.clone();
        assert_eq!(seen.rows(), (0, 0));
        writer.begin(2);
        assert!(writer.step().is_ok());
        assert_eq!(seen.rows(), (1, 2));
        seen.cancel();
        assert!(writer.step().is_err());
    }
}
