//! Work shared by two threads.

use std::thread::{self, Builder};

/// What two halves of a piece of work come to, the first of them done by another thread.
pub(super) fn both<A: Send, B>(first: impl Fn() -> A + Sync, second: impl FnOnce() -> B) -> (A, B) {
    let first = &first;
    thread::scope(|scope| {
        let other = Builder::new().spawn_scoped(scope, first).ok();
        let second = second();
        // A thread that could not start or finish leaves its half to this one.
        (other.and_then(|other| other.join().ok()).unwrap_or_else(first), second)
    })
}
