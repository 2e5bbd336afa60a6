//! Work shared by two threads.

use std::thread;

/// What two halves of a piece of work come to, the first of them done by another thread.
pub(super) fn both<A: Send, B>(first: impl Fn() -> A + Sync, second: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let other = scope.spawn(&first);
        let second = second();
        // A thread that could not finish leaves its half to this one.
        (other.join().unwrap_or_else(|_| first()), second)
    })
}
