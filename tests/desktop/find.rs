//! Finding things by their accessible names, and waiting for them.

use std::{
    thread,
    time::{Duration, Instant},
};

use atspi::Role;

use crate::listener::Thing;

/// How long anything may take that should happen at once.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// How often is looked.
pub(crate) const PAUSE: Duration = Duration::from_millis(60);

/// Something to be found by its accessible name: all of it, or its beginning when it ends with `*`.
pub(crate) struct Wanted<'a> {
    pub(crate) role: Option<Role>,
    pub(crate) name: &'a str,
}

impl Wanted<'_> {
    pub(crate) fn is_met_by(&self, thing: &Thing) -> bool {
        let is_named = self.name.strip_suffix('*').map_or_else(|| thing.name == self.name, |start| thing.name.starts_with(start));
        is_named && self.role.is_none_or(|role| role == thing.role)
    }
}

pub(crate) fn list(things: &[Thing]) -> String {
    let named = things.iter().filter(|thing| !thing.name.is_empty());
    named.map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// What `look` finds, as soon as it finds something; it says what there is instead.
pub(crate) fn until<T>(what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        match look() {
            Ok(found) => return found,
            Err(instead) => assert!(Instant::now() < end, "expected {what}; there is\n{instead}"),
        }
        thread::sleep(PAUSE);
    }
}
