//! The views: each names the dossier and the widgets it is drawn with, and holds no logic that needs a window.

pub mod article;
pub mod page;
pub mod record;
pub mod words;

use crate::{command::Command, dossier::Dossier, locale::Lang};

/// What every view draws with; what the reader does is queued here.
pub struct Context<'a> {
    /// The dossier shown.
    pub dossier: &'a Dossier,
    /// The language shown.
    pub lang: Lang,
    /// The window's width in points: decides what stands beside what.
    pub window_width: f32,
    /// What the reader has done this frame.
    pub commands: &'a mut Vec<Command>,
}

impl Context<'_> {
    /// Queues a command; it is applied at the end of the frame.
    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }
}
