//! The bytes of the file that the reader opens.
//!
//! A file is opened only after it is known to be a regular one, and never read past a limit.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::Path,
    time::SystemTime,
};

use crate::locale::{Lang, tr, tr_args};

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
    Unreadable(String),
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
            Self::Unreadable(error) => return tr_args(lang, "source-error-unreadable", &[("error", error.as_str().into())]),
        };
        tr(lang, key).into_owned()
    }
}

impl From<io::Error> for SourceError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound { Self::Missing } else { Self::Unreadable(error.to_string()) }
    }
}

/// What a file was like when it was read: tells whether it has changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// What the file is like now, unless there can be no source in it.
    pub fn of(path: &Path) -> Result<Self, SourceError> {
        let metadata = fs::metadata(path)?;
        match () {
            () if metadata.is_dir() => Err(SourceError::Folder),
            () if !metadata.is_file() => Err(SourceError::Special),
            () if metadata.len() > MOST_BYTES => Err(SourceError::TooLarge),
            () => Ok(Self { length: metadata.len(), modified: metadata.modified().ok() }),
        }
    }
}

/// The bytes of a file, and what it was like just before.
pub(super) fn read(path: &Path) -> Result<(Vec<u8>, Stamp), SourceError> {
    // Opening a pipe waits for its other end, so the kind is looked at first.
    let stamp = Stamp::of(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(stamp.length).unwrap_or_default());
    // One byte more than allowed tells a file that grew since from one that just fits.
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES { Err(SourceError::TooLarge) } else { Ok((bytes, stamp)) }
}
