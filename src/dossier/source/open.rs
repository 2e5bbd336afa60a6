//! A copy of the report while it is open: what it was looked through for, and whether its file is still the same.

use std::path::{Path, PathBuf};

use super::{Found, Loose, Source, SourceError, read};
use crate::{
    dossier::{Dossier, FigureNr, Located},
    files::Stamp,
};

/// A copy of the report, read and looked through.
#[derive(Debug)]
pub struct OpenSource {
    /// The file.
    pub path: PathBuf,
    /// Its text.
    pub source: Source,
    /// What it has of the dossier's evidence.
    pub located: Located,
    /// Its numbers in digits that are neither figure nor excluded.
    pub loose: Vec<Loose>,
    stamp: Stamp,
}

/// What became of a file since it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileNow {
    /// It is as it was.
    Same,
    /// It has changed.
    Changed,
    /// It can be read no more.
    Gone(SourceError),
}

impl OpenSource {
    /// Reads a file and looks for all evidence in it.
    pub fn open(path: &Path, dossier: &Dossier) -> Result<Self, SourceError> {
        let (source, stamp) = Source::open(path, &dossier.meta)?;
        let located = source.locate(dossier);
        let mut loose = source.loose(dossier, &located);
        loose.retain(|loose| loose.is_digits);
        Ok(Self { path: path.to_owned(), source, located, loose, stamp })
    }

    /// Looks at the file again, without reading it.
    pub fn file_now(&self) -> FileNow {
        match read::stamp(&self.path) {
            Ok(stamp) if stamp == self.stamp => FileNow::Same,
            Ok(_) => FileNow::Changed,
            Err(error) => FileNow::Gone(error),
        }
    }

    /// The file's name without its folder.
    pub fn name(&self) -> String {
        self.path.file_name().map_or_else(|| self.path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// How many phrases a figure has, how many of them were found, and how many stand several times.
    pub fn tally(&self, nr: FigureNr) -> Tally {
        let found = self.located.of(nr);
        let count = |is: fn(&Found) -> bool| found.iter().filter(|found| is(found)).count();
        Tally {
            num: found.len(),
            once: count(|found| matches!(found, Found::Once { .. })),
            several: count(|found| matches!(found, Found::Several { .. })),
        }
    }
}

/// What came of one figure's phrases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub num: usize,
    /// Those with a place.
    pub once: usize,
    /// Those with several places to choose from.
    pub several: usize,
}
