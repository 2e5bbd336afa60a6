//! What is asked, made and written on a thread of its own, how far it is, and the way to end it.

use std::{
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel},
    },
    thread,
    time::Duration,
};

use egui::{Context, Ui};

use super::{Chosen, with_extension};
use crate::{
    export::{Parcel, Wide},
    files::write_with,
    locale::{Lang, tr, tr_args},
    progress::Progress,
    ui::toast::{WorkLine, work_ui},
};

/// What is done sooner than this needs no line that says how far it is, in seconds.
const PATIENCE_SECONDS: f64 = 0.3;
/// How long the bar stands still at most.
const TICK: Duration = Duration::from_millis(100);
/// How long the program waits at its end for a file to be given up.
const FAREWELL: Duration = Duration::from_secs(2);

/// What came of it.
pub(super) enum Answer {
    Saved(PathBuf),
    /// The file, or none for the clipboard; and why, where somebody knows.
    Failed(Option<PathBuf>, Option<String>),
    /// Lines for the clipboard, and how many rows they are of.
    Copied(String, u64),
    Cancelled,
    NoDialog(Parcel),
}

/// Something on its way.
pub(super) struct Work {
    answer: Receiver<Answer>,
    progress: Progress,
    /// The name of the file; none for the clipboard.
    name: Option<String>,
    /// When the first row was seen to be written, in egui's time.
    since: Option<f64>,
    is_shown: bool,
}

impl Work {
    /// Asks where a file shall go, and writes it there.
    pub(super) fn ask(ctx: &Context, parcel: Parcel, dialog: fn(&str) -> Chosen) -> Self {
        let (name, woken) = (parcel.name.clone(), ctx.clone());
        Self::begin(ctx, Some(name), move |progress| match dialog(&parcel.name) {
            Chosen::File(file) => {
                woken.request_repaint();
                write(&parcel, &asked_about(file, parcel.extension()), progress)
            }
            Chosen::Cancelled => Answer::Cancelled,
            Chosen::NoDialog => Answer::NoDialog(parcel),
        })
    }

    /// Writes a file whose place is known.
    pub(super) fn write(ctx: &Context, parcel: Parcel, file: PathBuf) -> Self {
        Self::begin(ctx, Some(parcel.name.clone()), move |progress| write(&parcel, &file, progress))
    }

    /// Makes the lines of many rows for the clipboard.
    pub(super) fn copy(ctx: &Context, wide: Arc<Wide>) -> Self {
        Self::begin(ctx, None, move |progress| match wide.text(progress) {
            Ok(text) => Answer::Copied(text, progress.all()),
            Err(_) if progress.is_cancelled() => Answer::Cancelled,
            Err(error) => Answer::Failed(None, Some(error.to_string())),
        })
    }

    fn begin(ctx: &Context, name: Option<String>, work: impl FnOnce(&Progress) -> Answer + Send + 'static) -> Self {
        let (sender, answer) = channel();
        let progress = Progress::default();
        let (seen, woken, answered) = (progress.clone(), ctx.clone(), sender.clone());
        let thread = thread::Builder::new().name("export".to_owned()).spawn(move || {
            // Nobody waits for it any more when the window has been closed.
            answered.send(work(&seen)).ok();
            woken.request_repaint();
        });
        if let Err(error) = thread {
            sender.send(Answer::Failed(name.clone().map(PathBuf::from), Some(error.to_string()))).ok();
            ctx.request_repaint();
        }
        Self { answer, progress, name, since: None, is_shown: false }
    }

    /// What came of it, once it is done.
    pub(super) fn poll(&mut self, ctx: &Context) -> Option<Answer> {
        match self.answer.try_recv() {
            Ok(answer) => return Some(answer),
            Err(TryRecvError::Disconnected) => return Some(Answer::Failed(self.name.clone().map(PathBuf::from), None)),
            Err(TryRecvError::Empty) => {}
        }
        if self.is_writing() {
            let now = ctx.input(|input| input.time);
            self.is_shown = now - *self.since.get_or_insert(now) >= PATIENCE_SECONDS;
            ctx.request_repaint_after(TICK);
        }
        None
    }

    /// Whether rows are being written; before that the reader is asked for a place.
    pub(super) fn is_writing(&self) -> bool {
        self.progress.all() > 0
    }

    /// Gives it up, if it is in sight; whether it was.
    pub(super) fn cancel(&self) -> bool {
        if self.is_shown {
            self.progress.cancel();
        }
        self.is_shown
    }

    /// Gives it up and waits a moment, so that no half of a file stays behind.
    pub(super) fn end(self) {
        self.progress.cancel();
        if self.is_writing() && matches!(self.answer.recv_timeout(FAREWELL), Err(RecvTimeoutError::Timeout)) {
            log::warn!("a file was still being written");
        }
    }

    /// Draws how far it is; whether there was anything to draw.
    pub(super) fn ui(&self, ui: &Ui, lang: Lang) -> bool {
        if !self.is_shown {
            return false;
        }
        let words = match &self.name {
            Some(name) => tr_args(lang, "export-writing", &[("name", name.as_str().into())]),
            None => tr(lang, "export-copying").into_owned(),
        };
        let (done, all) = (self.progress.done(), self.progress.all());
        // A workbook is packed when all its rows are there, which takes about as long again.
        let key = if done == all { "export-finishing" } else { "export-rows-so-far" };
        let so_far = tr_args(lang, key, &[("done", done.into()), ("all", all.into())]);
        let (share, cancel, keys) = (self.progress.share(), tr(lang, "export-cancel"), tr(lang, "opening-cancel-key"));
        if work_ui(ui, WorkLine { words: &words, so_far: &so_far, share, cancel: &cancel, keys: &keys }) {
            self.progress.cancel();
        }
        true
    }
}

/// The file with the end that its kind has, unless that is another file, which nobody was asked about.
fn asked_about(file: PathBuf, extension: &str) -> PathBuf {
    let whole = with_extension(file.clone(), extension);
    if whole.exists() { file } else { whole }
}

fn write(parcel: &Parcel, file: &Path, progress: &Progress) -> Answer {
    let written = write_with(file, |out| {
        let mut out = BufWriter::new(out);
        parcel.write(&mut out, progress)?;
        out.flush()
    });
    match written {
        Ok(()) => Answer::Saved(file.to_owned()),
        Err(_) if progress.is_cancelled() => Answer::Cancelled,
        Err(error) => Answer::Failed(Some(file.to_owned()), Some(error.to_string())),
    }
}
