//! The bytes of the file that the reader opens, or why there are none.

use std::path::Path;

use crate::{
    files::{self, NotRead, Reason, Stamp},
    locale::{Lang, tr, tr_args},
};

/// The most bytes that a source may have; a report has some ten thousand.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Why a file is no source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceError {
    /// There is nothing under that name.
    Missing,
    /// A folder.
    Folder,
    /// A device, a pipe or a socket.
    Special,
    /// It has more than [`MOST_BYTES`].
    TooLarge,
    /// It has no text at all.
    Empty,
    /// Its bytes are no text in a known encoding.
    NotText,
    /// The system says why it cannot be read.
    Unreadable(Reason),
}

impl SourceError {
    /// Why, in words.
    pub fn message(&self, lang: Lang) -> String {
        let key = match self {
            Self::Missing => "source-error-missing",
            Self::Folder => "source-error-folder",
            Self::Special => "source-error-special",
            Self::TooLarge => return tr_args(lang, "source-error-too-large", &[("size", (MOST_BYTES / 1024 / 1024).into())]),
            Self::Empty => "source-error-empty",
            Self::NotText => "source-error-not-text",
            Self::Unreadable(reason) => return tr_args(lang, "source-error-unreadable", &[("error", reason.words(lang).into())]),
        };
        tr(lang, key).into_owned()
    }
}

impl From<NotRead> for SourceError {
    fn from(why: NotRead) -> Self {
        match why {
            NotRead::Missing => Self::Missing,
            NotRead::Folder => Self::Folder,
            NotRead::Special => Self::Special,
            NotRead::TooLarge => Self::TooLarge,
            NotRead::Closed(reason) => Self::Unreadable(reason),
        }
    }
}

/// The bytes of a file, and what it was like just before.
pub(super) fn read(path: &Path) -> Result<(Vec<u8>, Stamp), SourceError> {
    Ok(files::read(path, MOST_BYTES)?)
}

/// What a file is like now, unless there can be no source in it.
pub(super) fn stamp(path: &Path) -> Result<Stamp, SourceError> {
    Ok(Stamp::at(path, MOST_BYTES)?)
}
