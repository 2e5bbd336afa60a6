//! A file that has no place yet: its name, and what will go into it.

use std::{
    io::{self, Write},
    sync::Arc,
};

use super::{Format, Taken};
use crate::progress::Progress;

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
    /// A table, written in a format when its place is known.
    Table(Taken, Format),
    /// Bytes.
    Bytes(Arc<[u8]>),
}

impl Parcel {
    /// The end of the name: `csv`.
    pub fn extension(&self) -> &str {
        self.name.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Writes what goes into the file.
    ///
    /// # Errors
    ///
    /// It cannot be written, or was ended.
    pub fn write(&self, out: &mut (dyn Write + Send), progress: &Progress) -> io::Result<()> {
        match &self.contents {
            Contents::Table(table, format) => table.write(out, *format, progress),
            Contents::Bytes(bytes) => out.write_all(bytes),
        }
    }
}
