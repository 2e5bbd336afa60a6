//! What leaves the window: files, the clipboard, the page for the browser; and the line that says how it went.
//!
//! The system's dialog answers when the reader has chosen, so it is asked on a thread of its own, which writes the file as
//! well. Where there is no dialog to be had, the window asks for the path itself.

mod clipboard;
mod field;
mod page;
mod work;

use std::{path::PathBuf, sync::Arc, time::Instant};

use egui::{ColorImage, Context, Ui};

use super::{App, choose::was_seen};
use crate::{
    command::{Leave, Shot, Subject, Taking},
    export::{Contents, Copied, Format, Parcel, Wide, article, file_name},
    locale::{Lang, tr, tr_args},
    route::View,
    ui::toast::{Toast, toast_ui},
};
use field::PathField;
use work::{Answer, Work};

/// What the system's dialog said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A file.
    File(PathBuf),
    /// The reader thought better of it.
    Cancelled,
    /// There is no dialog to be had.
    NoDialog,
}

/// Where things go that leave the window: the system's, unless a test has its own.
#[derive(Clone, Copy, Debug)]
pub struct Outlets {
    /// Asks where a file of this name shall go; called on a thread of its own.
    pub dialog: fn(&str) -> Chosen,
    /// Puts both forms of a table on the clipboard.
    pub clipboard: fn(&Copied),
    /// Where the page for the browser is kept.
    pub folder: fn() -> PathBuf,
}

impl Default for Outlets {
    fn default() -> Self {
        Self { dialog: ask_system, clipboard: clipboard::set, folder: page::folder }
    }
}

/// So many characters of a text are said when it is copied.
const MOST_QUOTED: usize = 60;
/// Bytes of a megabyte, as file managers count.
const MEGABYTE: usize = 1_000_000;

/// What is on its way out of the window.
#[derive(Default)]
pub(super) struct Leaving {
    work: Option<Work>,
    field: Option<PathField>,
    toast: Option<Toast>,
    /// A table whose text is on the clipboard already, and whose HTML follows.
    copied: Option<Copied>,
    outlets: Outlets,
}

impl Leaving {
    /// Asks where a file shall go, and writes it there; one at a time.
    pub(super) fn save(&mut self, ctx: &Context, lang: Lang, parcel: Parcel) {
        let dialog = self.outlets.dialog;
        self.begin(ctx, lang, || Work::ask(ctx, parcel, dialog));
    }

    /// Puts the lines of many rows on the clipboard, once they are made.
    pub(super) fn copy_wide(&mut self, ctx: &Context, lang: Lang, wide: Arc<Wide>) {
        self.begin(ctx, lang, || Work::copy(ctx, wide));
    }

    fn begin(&mut self, ctx: &Context, lang: Lang, work: impl FnOnce() -> Work) {
        match &self.work {
            None => self.work = Some(work()),
            Some(work) if work.is_writing() => self.say(ctx, tr(lang, "export-busy").into_owned(), true),
            // The dialog that asks for a place is still open.
            Some(_) => {}
        }
    }

    /// Gives up what is being written, for the program ends.
    pub(super) fn end(&mut self) {
        if let Some(work) = self.work.take() {
            work.end();
        }
    }

    /// Puts a table on the clipboard: its text now, its HTML with the text once that has arrived.
    pub(super) fn copy(&mut self, ctx: &Context, lang: Lang, copied: Copied) {
        ctx.copy_text(copied.text.clone());
        self.say(ctx, tr_args(lang, "copied-rows", &[("count", copied.num_rows.into())]), false);
        self.copied = Some(copied);
    }

    /// Puts a text on the clipboard.
    pub(super) fn copy_text(&mut self, ctx: &Context, lang: Lang, text: String) {
        let begin: String = text.chars().take(MOST_QUOTED).collect();
        let quoted = if begin.len() < text.len() { format!("{begin}…") } else { begin };
        self.say(ctx, tr_args(lang, "copied-text", &[("text", quoted.into())]), false);
        ctx.copy_text(text);
    }

    /// Tells the reader something.
    pub(super) fn say(&mut self, ctx: &Context, words: String, is_error: bool) {
        self.toast = Some(Toast { words, is_error, since: ctx.input(|input| input.time) });
        ctx.request_repaint();
    }

    /// Takes up what came of saving, and the second half of what was copied.
    pub(super) fn poll(&mut self, ctx: &Context, lang: Lang) {
        if let Some(copied) = self.copied.take() {
            (self.outlets.clipboard)(&copied);
        }
        let Some(answer) = self.work.as_mut().and_then(|work| work.poll(ctx)) else { return };
        self.work = None;
        self.take(ctx, lang, answer);
    }

    fn take(&mut self, ctx: &Context, lang: Lang, answer: Answer) {
        match answer {
            Answer::Saved(file) => self.say(ctx, tr_args(lang, "export-saved", &[("file", file.display().to_string().into())]), false),
            Answer::Failed(file, error) => {
                let error = ("error", error.unwrap_or_else(|| tr(lang, "export-broke-off").into_owned()).into());
                let words = match file {
                    Some(file) => tr_args(lang, "export-failed", &[("file", file.display().to_string().into()), error]),
                    None => tr_args(lang, "export-not-copied", &[error]),
                };
                self.say(ctx, words, true);
            }
            Answer::Copied(text, count) => {
                let size = text.len().div_ceil(MEGABYTE);
                ctx.copy_text(text);
                self.say(ctx, tr_args(lang, "export-copied", &[("count", count.into()), ("size", size.into())]), false);
            }
            Answer::Cancelled => {}
            Answer::NoDialog(parcel) => self.field = Some(PathField::new(parcel)),
        }
    }

    /// Closes what lies over the window; whether there was anything.
    pub(super) fn close_layer(&mut self) -> bool {
        self.field.take().is_some() || self.work.as_ref().is_some_and(Work::cancel) || self.toast.take().is_some()
    }

    /// Draws the field for a path and the line that says how it went.
    pub(super) fn ui(&mut self, ui: &Ui, lang: Lang) {
        let chosen = self.field.as_mut().and_then(|field| field.ui(ui, lang));
        match chosen {
            None => {}
            Some(field::Reply::Cancel) => self.field = None,
            Some(field::Reply::Save(file)) => {
                if let Some(field) = self.field.take() {
                    let file = with_extension(file, field.parcel.extension());
                    self.begin(ui.ctx(), lang, || Work::write(ui.ctx(), field.parcel, file));
                }
            }
        }
        // Both stand in the same place.
        let is_covered = self.work.as_ref().is_some_and(|work| work.ui(ui, lang));
        if let Some(toast) = self.toast.as_ref().filter(|_| !is_covered)
            && !toast_ui(ui, toast, &tr(lang, "toast-close"))
        {
            self.toast = None;
        }
    }
}

/// The file with the end that its kind has, where its name has none.
fn with_extension(file: PathBuf, extension: &str) -> PathBuf {
    if file.extension().is_some() || extension.is_empty() { file } else { file.with_extension(extension) }
}

/// Asks in the system's own dialog; returns when the reader has answered.
fn ask_system(name: &str) -> Chosen {
    let asked_at = Instant::now();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let dialog = rfd::FileDialog::new().set_title(name).set_file_name(name).add_filter(extension.to_uppercase(), &[extension]);
    match dialog.save_file() {
        Some(file) => Chosen::File(file),
        None if !was_seen(asked_at) => Chosen::NoDialog,
        None => Chosen::Cancelled,
    }
}

impl App {
    /// Sends elsewhere what leaves the window.
    pub fn set_outlets(&mut self, outlets: Outlets) {
        self.leaving.outlets = outlets;
    }

    /// Carries out what takes something out of the window.
    pub(super) fn leave(&mut self, ctx: &Context, leave: Leave) {
        match leave {
            Leave::Take(taking) => self.take_out(ctx, taking),
            Leave::CopyTable(copied) => self.leaving.copy(ctx, self.state.lang, copied),
            Leave::CopyWide(wide) => self.leaving.copy_wide(ctx, self.state.lang, wide),
            Leave::Save(parcel) => self.leaving.save(ctx, self.state.lang, parcel),
            Leave::Print => self.print(ctx),
            Leave::Refuse(words) => self.leaving.say(ctx, words, true),
            Leave::Say(key) => self.leaving.say(ctx, tr(self.state.lang, key).into_owned(), false),
            Leave::Picture(subject, shot) => self.take_picture(ctx, subject, shot),
            Leave::CopyImage(image) => {
                ctx.copy_image(ColorImage::clone(&image));
                self.leaving.say(ctx, tr(self.state.lang, "picture-copied").into_owned(), false);
            }
        }
    }

    /// Takes a picture in the window's theme; the table takes its own in the next frame.
    fn take_picture(&mut self, ctx: &Context, subject: Subject, shot: Shot) {
        if subject == Subject::Table {
            if let Some(table) = self.table_mut(ctx) {
                table.take(Taking::Picture(shot));
                ctx.request_repaint();
            }
            return;
        }
        let Ok((dossier, views)) = &self.content else { return };
        if let Some(titled) = views.picture(dossier, self.state.lang, self.state.money, ctx.theme(), subject) {
            let leave = titled.leave(dossier, shot);
            self.leave(ctx, leave);
        }
    }

    /// What a picture shows that is asked for without a word of what; none where nothing in sight is for a picture.
    pub(super) fn pictured(&mut self, ctx: &Context) -> Option<Subject> {
        match self.beside(ctx).unwrap_or(self.state.view) {
            View::Overview => Some(Subject::Charts),
            View::Timeline => Some(Subject::Timeline),
            view => self.table_of(view).map(|_| Subject::Table),
        }
    }

    /// Lets the table in sight out of the window; the account, where that is what is in sight.
    fn take_out(&mut self, ctx: &Context, taking: Taking) {
        let (lang, view) = (self.state.lang, self.state.view);
        if let (Taking::Picture(shot), Some(subject)) = (taking, self.pictured(ctx)) {
            self.take_picture(ctx, subject, shot);
        } else if let Some(table) = self.table_mut(ctx) {
            table.take(taking);
            ctx.request_repaint();
        } else if let (View::Article, Taking::File(Format::Markdown), Ok((dossier, _))) = (view, taking, &self.content) {
            let name = file_name(dossier, view.code(), Format::Markdown.code());
            let parcel = Parcel { name, contents: Contents::Bytes(article(dossier, lang).into_bytes().into()) };
            self.leaving.save(ctx, lang, parcel);
        } else {
            self.leaving.say(ctx, tr(lang, "export-no-table").into_owned(), false);
        }
    }
}
