//! Asking for a folder or a file with the desktop's own dialog, which answers whenever the reader has chosen.

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, TryRecvError, channel},
    thread,
    time::{Duration, Instant},
};

use egui::Context;

use super::App;
use crate::{command::Command, locale::tr};

/// A dialog that answers sooner than this was never seen by anybody: the desktop has none.
const LEAST_SEEN: Duration = Duration::from_millis(400);

/// Whether a dialog without an answer, asked for then, was there at all; the crate does not tell that from one that was closed.
pub(super) fn was_seen(since: Instant) -> bool {
    since.elapsed() >= LEAST_SEEN
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Dossier,
    Source,
}

/// A dialog that is open.
pub(super) struct Choosing {
    wanted: Wanted,
    answer: Receiver<Option<PathBuf>>,
    since: Instant,
}

impl App {
    /// Shows the desktop's dialog, on a thread of its own: the window goes on meanwhile.
    pub(super) fn choose(&mut self, ctx: &Context, wanted: Wanted) {
        if self.choosing.is_some() {
            return;
        }
        let (sender, answer) = channel();
        let title = tr(self.state.lang, if wanted == Wanted::Dossier { "choose-dossier" } else { "choose-source" });
        let beside = self.folder.as_deref().and_then(std::path::Path::parent).map(std::path::Path::to_owned);
        // A list of files used lately would be the first thing shown otherwise, and no folder is among them.
        let start = beside.or_else(std::env::home_dir);
        let egui = ctx.clone();
        let ask = move || {
            let mut dialog = rfd::FileDialog::new().set_title(title);
            if let Some(folder) = start {
                dialog = dialog.set_directory(folder);
            }
            let chosen = if wanted == Wanted::Dossier { dialog.pick_folder() } else { dialog.pick_file() };
            // Nobody waits for it any more when the window has been closed.
            sender.send(chosen).ok();
            egui.request_repaint();
        };
        match thread::Builder::new().name("choosing".to_owned()).spawn(ask) {
            Ok(_) => self.choosing = Some(Choosing { wanted, answer, since: Instant::now() }),
            Err(error) => self.say(error.to_string()),
        }
    }

    /// Opens what was chosen, if the dialog has answered.
    pub(super) fn take_choice(&mut self) {
        let Some(choosing) = &self.choosing else { return };
        let command = match choosing.answer.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(Some(path)) if choosing.wanted == Wanted::Dossier => Some(Command::OpenDossier(path)),
            Ok(Some(path)) => Some(Command::OpenSource(path)),
            Ok(None) if !was_seen(choosing.since) => {
                self.say(tr(self.state.lang, "notice-no-dialog").into_owned());
                None
            }
            Ok(None) | Err(TryRecvError::Disconnected) => None,
        };
        self.choosing = None;
        self.commands.extend(command);
    }
}
