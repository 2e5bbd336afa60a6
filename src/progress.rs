//! How far a long work has come, seen from another thread; and the way to end it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

/// How far a work has come, in bytes to read or rows to write. Copies share one state: who works has one, who looks on has
/// another.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    all: AtomicU64,
    is_cancelled: AtomicBool,
}

impl Progress {
    /// How much is done.
    pub fn done(&self) -> u64 {
        self.0.done.load(Ordering::Relaxed).min(self.all())
    }

    /// How much there is to do; 0 while that is not known.
    pub fn all(&self) -> u64 {
        self.0.all.load(Ordering::Relaxed)
    }

    /// The share that is done, from 0 to 1.
    pub fn share(&self) -> f32 {
        let all = self.all();
        if all == 0 { 0.0 } else { self.done() as f32 / all as f32 }
    }

    /// Asks the worker to stop; it does so within a few rows.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the worker was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::Relaxed)
    }

    /// There is so much to do.
    pub(crate) fn expect(&self, all: u64) {
        self.0.all.store(all, Ordering::Relaxed);
    }

    /// So much more is done.
    pub(crate) fn add(&self, done: u64) {
        self.0.done.fetch_add(done, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_sees_what_was_done_and_ends_it() {
        let worker = Progress::default();
        let seen = worker.clone();
        assert!(seen.share() < f32::EPSILON, "nothing is known yet");
        worker.expect(200);
        worker.add(50);
        assert!((seen.share() - 0.25).abs() < f32::EPSILON);
        worker.add(500);
        assert_eq!(seen.done(), 200, "a file that grew since is no more than all");
        seen.cancel();
        assert!(worker.is_cancelled());
    }
}
