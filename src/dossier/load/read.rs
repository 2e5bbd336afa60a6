//! The bytes of a dossier's files, from the program itself, from a folder or from memory.
//!
//! A file is opened only after it is known to be a regular one, and never read past a limit: a link to a device, a pipe
//! or a file that never ends is a problem like any other.

use std::{
    borrow::Cow,
    collections::HashMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::{FILES, OPTIONAL_FILES, Problem, file, problem::Absence};
use crate::{
    files::{self, NotRead},
    locale::Lang,
    progress::Progress,
};

/// The most bytes that a file may have: a table of a million rows fits.
const MOST_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// The most bytes of a file that is not rows: a long account fits many times.
const MOST_TEXT_BYTES: u64 = 4 * 1024 * 1024;

/// A dossier's files, and who looks on while they are read.
pub(super) struct Source {
    files: Files,
    pub(super) progress: Progress,
}

/// Where a dossier comes from.
pub(super) enum Files {
    /// Compiled into the program.
    Embedded,
    /// A folder.
    Dir(PathBuf),
    /// Files in memory, by name.
    Memory(HashMap<String, Vec<u8>>),
}

impl Source {
    /// These files, the tables among them read twice: from the disk, and row by row.
    pub(super) fn new(files: Files, progress: Progress) -> Self {
        let source = Self { files, progress };
        source.progress.expect(source.num_bytes() * 2);
        source
    }

    /// No files: for rows whose bytes are at hand.
    pub(super) fn none() -> Self {
        Self { files: Files::Memory(HashMap::new()), progress: Progress::default() }
    }

    /// A large file of rows, opened; none where all of it is to be held.
    pub(super) fn large(&self, name: &str, least: u64) -> Option<File> {
        let Files::Dir(dir) = &self.files else { return None };
        let path = dir.join(name);
        let is_large = fs::metadata(&path).is_ok_and(|metadata| metadata.is_file() && (least..=MOST_BYTES).contains(&metadata.len()));
        if is_large { File::open(path).ok() } else { None }
    }

    /// How many bytes its files have; a file that cannot be asked has none.
    fn num_bytes(&self) -> u64 {
        match &self.files {
            Files::Embedded | Files::Memory(_) => 0,
            Files::Dir(dir) => num_bytes(dir),
        }
    }

    /// Whether there is a dossier at all; if not, the one problem to tell instead of one for each file.
    pub(super) fn is_usable(&self) -> Result<(), Problem> {
        let Files::Dir(dir) = &self.files else { return Ok(()) };
        let has_any = || FILES.iter().any(|name| dir.join(name).symlink_metadata().is_ok());
        let absence = match fs::metadata(dir) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Absence::Missing,
            Err(_) => Absence::Closed,
            Ok(metadata) if !metadata.is_dir() => Absence::File,
            Ok(_) if has_any() => return Ok(()),
            Ok(_) => Absence::Empty,
        };
        Err(absence.at(dir))
    }

    /// Whether a file that may be left out is there.
    pub(super) fn has(&self, name: &str) -> bool {
        match &self.files {
            Files::Embedded => !embedded(name).is_empty(),
            Files::Dir(dir) => dir.join(name).symlink_metadata().is_ok(),
            Files::Memory(files) => files.contains_key(name),
        }
    }

    /// The text of one file.
    pub(super) fn text(&self, name: &str) -> Result<Cow<'_, str>, Problem> {
        let problem = |found, expected: &str| Problem { file: file(name), place: String::new(), found, expected: expected.to_owned() };
        let bytes: Cow<'_, [u8]> = match &self.files {
            Files::Embedded => Cow::Borrowed(embedded(name).as_bytes()),
            Files::Memory(files) => Cow::Borrowed(files.get(name).ok_or_else(|| problem("no such file".to_owned(), "this file"))?),
            Files::Dir(dir) => {
                let is_text = name.starts_with("article.") || name == "dossier.json";
                let limit = if is_text { MOST_TEXT_BYTES } else { MOST_BYTES };
                Cow::Owned(read(&dir.join(name), limit, &self.progress).map_err(|(found, expected)| problem(found, expected))?)
            }
        };
        decode(bytes).map_err(|(at, found)| Problem { place: at, ..problem(found, "text in UTF-8") })
    }
}

/// How many bytes a dossier's files have together; a file that cannot be asked has none.
pub fn num_bytes(dir: &Path) -> u64 {
    let num = |name: &&str| fs::metadata(dir.join(name)).map_or(0, |metadata| metadata.len());
    FILES.iter().chain(&OPTIONAL_FILES).map(num).sum()
}

/// A regular file's bytes, or what was found and expected instead.
fn read(path: &Path, limit: u64, progress: &Progress) -> Result<Vec<u8>, (String, &'static str)> {
    let goes_on = |num_bytes| {
        progress.add(num_bytes);
        !progress.is_cancelled()
    };
    files::read_told(path, limit, goes_on).map(|(bytes, _)| bytes).map_err(|why| match why {
        NotRead::Missing => ("no such file".to_owned(), "this file"),
        NotRead::Folder => ("a folder".to_owned(), "a regular file"),
        NotRead::Special => ("a device, pipe or socket".to_owned(), "a regular file"),
        NotRead::TooLarge => (format!("a file of more than {} MB", limit / 1024 / 1024), "a smaller file"),
        NotRead::Closed(reason) => (format!("a file that cannot be read ({})", reason.words(Lang::En)), "a readable file"),
    })
}

/// Bytes as text, without a byte-order mark; or where and what the first wrong byte is.
fn decode(bytes: Cow<'_, [u8]>) -> Result<Cow<'_, str>, (String, String)> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let bytes = match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.strip_prefix(MARK).unwrap_or(bytes)),
        Cow::Owned(bytes) if bytes.starts_with(MARK) => Cow::Owned(bytes.into_iter().skip(MARK.len()).collect()),
        Cow::Owned(bytes) => Cow::Owned(bytes),
    };
    if let Err(error) = std::str::from_utf8(&bytes) {
        let valid = error.valid_up_to();
        let line = bytes.iter().take(valid).filter(|byte| **byte == b'\n').count() + 1;
        let byte = bytes.get(valid).copied().unwrap_or_default();
        return Err((format!("line {line}, byte {valid} of the file"), format!("the byte 0x{byte:02X}")));
    }
    Ok(match bytes {
        Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
        Cow::Owned(bytes) => Cow::Owned(String::from_utf8(bytes).unwrap_or_default()),
    })
}

/// The embedded dossier's files.
fn embedded(name: &str) -> &'static str {
    match name {
        "dossier.json" => include_str!("../../../assets/dossier/dossier.json"),
        "article.zh.md" => include_str!("../../../assets/dossier/article.zh.md"),
        "article.en.md" => include_str!("../../../assets/dossier/article.en.md"),
        "zone.json" => include_str!("../../../assets/dossier/zone.json"),
        "projects.json" => include_str!("../../../assets/dossier/projects.json"),
        "infrastructure.json" => include_str!("../../../assets/dossier/infrastructure.json"),
        "approvals.json" => include_str!("../../../assets/dossier/approvals.json"),
        "services.json" => include_str!("../../../assets/dossier/services.json"),
        "reform.json" => include_str!("../../../assets/dossier/reform.json"),
        "checks.json" => include_str!("../../../assets/dossier/checks.json"),
        "exclusions.json" => include_str!("../../../assets/dossier/exclusions.json"),
        "overview.json" => include_str!("../../../assets/dossier/overview.json"),
        _ => "",
    }
}

/// The embedded dossier's files by name, to write out as a model for another dossier.
pub fn embedded_files() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().chain(&OPTIONAL_FILES).map(|name| (*name, embedded(name)))
}
