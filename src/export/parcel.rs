//! A file that has no place yet: its name, and what will go into it.

use std::{io, sync::Arc};

use super::{Format, Sheet, write};

/// A file to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    /// What it is called until somebody says otherwise: `liucheng-2020-projects.csv`.
    pub name: String,
    /// What goes into it.
    pub contents: Contents,
}

/// What goes into a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Contents {
    /// A table, written in a format when its place is known: a large one takes a while.
    Sheet(Arc<Sheet>, Format),
    /// Bytes.
    Bytes(Arc<[u8]>),
}

impl Parcel {
    /// The end of the name: `csv`.
    pub fn extension(&self) -> &str {
        self.name.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// What goes into the file.
    pub fn bytes(&self) -> io::Result<Arc<[u8]>> {
        match &self.contents {
            Contents::Sheet(sheet, format) => write(sheet, *format).map(Arc::from),
            Contents::Bytes(bytes) => Ok(Arc::clone(bytes)),
        }
    }
}
