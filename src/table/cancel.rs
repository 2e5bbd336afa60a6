//! Stopping work whose answer nobody waits for any more.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// Tells one request whether a newer one has come.
#[derive(Clone, Debug, Default)]
pub(super) struct Cancel {
    /// The newest request and the number of this one; `None` where nothing can be cancelled.
    generations: Option<(Arc<AtomicU64>, u64)>,
}

impl Cancel {
    /// A request that is stale as soon as `newest` is more than `own`.
    pub(super) fn new(newest: Arc<AtomicU64>, own: u64) -> Self {
        Self { generations: Some((newest, own)) }
    }

    /// `None` if the work is to stop.
    pub(super) fn go_on(&self) -> Option<()> {
        let is_stale = self.generations.as_ref().is_some_and(|(newest, own)| newest.load(Ordering::Relaxed) > *own);
        (!is_stale).then_some(())
    }
}
