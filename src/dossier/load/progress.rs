//! How far loading has come, seen from another thread; and the way to end it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

/// How far loading has come. Copies share one state: the loader has one, whoever looks on has another.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    done_bytes: AtomicU64,
    all_bytes: AtomicU64,
    is_cancelled: AtomicBool,
}

impl Progress {
    /// How many bytes are read.
    pub fn done_bytes(&self) -> u64 {
        self.0.done_bytes.load(Ordering::Relaxed).min(self.all_bytes())
    }

    /// How many bytes there are to read; 0 while that is not known.
    pub fn all_bytes(&self) -> u64 {
        self.0.all_bytes.load(Ordering::Relaxed)
    }

    /// The share that is read, from 0 to 1.
    pub fn share(&self) -> f32 {
        let all = self.all_bytes();
        if all == 0 { 0.0 } else { self.done_bytes() as f32 / all as f32 }
    }

    /// Asks the loader to stop; it does so within a few rows.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the loader was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::Relaxed)
    }

    pub(super) fn expect_bytes(&self, bytes: u64) {
        self.0.all_bytes.store(bytes, Ordering::Relaxed);
    }

    pub(super) fn add_bytes(&self, bytes: u64) {
        self.0.done_bytes.fetch_add(bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_sees_what_the_loader_did() {
        let loader = Progress::default();
        let seen = loader.clone();
        assert!(seen.share() < f32::EPSILON, "nothing is known yet");
        loader.expect_bytes(200);
        loader.add_bytes(50);
        assert!((seen.share() - 0.25).abs() < f32::EPSILON);
        loader.add_bytes(500);
        assert_eq!(seen.done_bytes(), 200, "a file that grew since is no more than all");
        seen.cancel();
        assert!(loader.is_cancelled());
    }
}
