//! Files: written whole or not at all, read only where they are regular and not too large, kept where the desktop says.

use std::{
    env,
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::locale::{Lang, tr};

/// How many links from one to the next are followed.
const MOST_LINKS: usize = 40;
/// So much is read at once; in between whoever looks on is told.
const PIECE_BYTES: u64 = 4 * 1024 * 1024;

/// Writes beside the file first and renames, so that a full disk leaves the old file as it was.
///
/// A device or a pipe such as `/dev/stdout` is written to; a link leads to the file it names, be it there or not.
pub fn write_whole(bytes: &[u8], file: &Path) -> io::Result<()> {
    write_with(file, |out| out.write_all(bytes))
}

/// The same with what `write` writes; where that fails, the old file stays.
pub fn write_with(file: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let target = named_by(file);
    let before = fs::metadata(&target);
    if before.as_ref().is_ok_and(|metadata| !metadata.is_file()) {
        return write(&mut OpenOptions::new().write(true).open(&target)?);
    }
    let (beside, mut draft) = draft(&target)?;
    let written = write(&mut draft).and_then(|()| draft.sync_all()).and_then(|()| match before {
        Ok(metadata) => fs::set_permissions(&beside, metadata.permissions()),
        Err(_) => Ok(()),
    });
    let moved = written.and_then(|()| fs::rename(&beside, &target));
    if moved.is_err() {
        // The reason for the failure is told; that the draft stays behind as well would hide it.
        fs::remove_file(&beside).ok();
    }
    moved
}

/// The file that a link names, also where there is none yet; a file itself.
fn named_by(file: &Path) -> PathBuf {
    if let Ok(whole) = fs::canonicalize(file) {
        return whole;
    }
    let mut named = file.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&named) else { return named };
        named = named.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
    }
    file.to_owned()
}

/// A new file in the target's folder.
fn draft(target: &Path) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "this is no name of a file"))?;
    let name = name.to_string_lossy();
    let mut tried = 0;
    loop {
        let beside = target.with_file_name(format!(".{name}.{}-{tried}.part", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((beside, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tried < 100 => tried += 1,
            Err(error) => return Err(error),
        }
    }
}

/// What a file was like: tells whether it has changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    num_bytes: u64,
    modified: Option<SystemTime>,
}

impl From<&Metadata> for Stamp {
    fn from(metadata: &Metadata) -> Self {
        Self { num_bytes: metadata.len(), modified: metadata.modified().ok() }
    }
}

impl Stamp {
    /// What an open file is like now.
    pub fn of(file: &File) -> io::Result<Self> {
        file.metadata().map(|metadata| Self::from(&metadata))
    }

    /// What the file of this name is like now, unless it could not be read.
    pub fn at(path: &Path, most_bytes: u64) -> Result<Self, NotRead> {
        let metadata = fs::metadata(path)?;
        match () {
            () if metadata.is_dir() => Err(NotRead::Folder),
            () if !metadata.is_file() => Err(NotRead::Special),
            () if metadata.len() > most_bytes => Err(NotRead::TooLarge),
            () => Ok(Self::from(&metadata)),
        }
    }
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// There is nothing under that name.
    Missing,
    /// A folder.
    Folder,
    /// A device, a pipe or a socket.
    Special,
    /// It has more bytes than it may.
    TooLarge,
    /// The system does not let it be read.
    Closed(Reason),
}

impl From<io::Error> for NotRead {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound { Self::Missing } else { Self::Closed(error.into()) }
    }
}

/// The bytes of a regular file, and what it was like just before.
pub fn read(path: &Path, most_bytes: u64) -> Result<(Vec<u8>, Stamp), NotRead> {
    read_told(path, most_bytes, |_| true)
}

/// The same; `goes_on` is told how many bytes more were read, and says whether to go on.
pub fn read_told(path: &Path, most_bytes: u64, mut goes_on: impl FnMut(u64) -> bool) -> Result<(Vec<u8>, Stamp), NotRead> {
    // Opening a pipe waits for its other end, so the kind is looked at first.
    let stamp = Stamp::at(path, most_bytes)?;
    let mut bytes = Vec::with_capacity(usize::try_from(stamp.num_bytes).unwrap_or_default());
    // One byte more than allowed tells a file that grew since from one that just fits.
    let mut file = File::open(path)?.take(most_bytes.saturating_add(1));
    let mut num_more = 0;
    while goes_on(num_more) {
        num_more = file.by_ref().take(PIECE_BYTES).read_to_end(&mut bytes)? as u64;
        if num_more == 0 {
            break;
        }
    }
    if bytes.len() as u64 > most_bytes { Err(NotRead::TooLarge) } else { Ok((bytes, stamp)) }
}

/// Why the system did not do what it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    kind: io::ErrorKind,
    /// What the system says itself, in its own language.
    said: String,
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Self { kind: error.kind(), said: error.to_string() }
    }
}

impl Reason {
    /// Why, in words; what has none here, the system words itself.
    pub fn words(&self, lang: Lang) -> String {
        let key = match self.kind {
            io::ErrorKind::NotFound => "io-not-found",
            io::ErrorKind::PermissionDenied => "io-permission-denied",
            io::ErrorKind::ReadOnlyFilesystem => "io-read-only",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "io-storage-full",
            io::ErrorKind::FileTooLarge => "io-file-too-large",
            io::ErrorKind::IsADirectory => "io-is-a-folder",
            io::ErrorKind::NotADirectory => "io-not-a-folder",
            io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput => "io-invalid-name",
            _ => return self.said.clone(),
        };
        tr(lang, key).into_owned()
    }
}

/// Our folder for files of a kind: where the environment's variable says, else under the reader's home; none without a home.
pub fn own_folder(variable: &str, under_home: &str) -> Option<PathBuf> {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = absolute(variable).or_else(|| Some(absolute("HOME")?.join(under_home)))?;
    Some(folder.join("liucheng-viewer"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("liucheng-viewer-files-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_to_its_file_be_it_there_or_not() {
        use std::os::unix::fs::symlink;
        let folder = scratch("links");
        fs::create_dir(folder.join("elsewhere")).unwrap();
        symlink("elsewhere/file", folder.join("second")).unwrap();
        symlink("second", folder.join("first")).unwrap();
        symlink("round", folder.join("round")).unwrap();
        for words in ["new", "old"] {
            write_whole(words.as_bytes(), &folder.join("first")).unwrap();
            assert!(folder.join("first").is_symlink() && folder.join("second").is_symlink(), "{words}");
            assert_eq!(fs::read(folder.join("elsewhere/file")).unwrap(), words.as_bytes());
        }
        write_whole(b"x", &folder.join("round")).unwrap();
        assert_eq!(fs::read(folder.join("round")).unwrap(), b"x", "a link that leads nowhere gives way to the file");
    }

    #[test]
    fn only_a_regular_file_of_bearable_size_is_read() {
        let folder = scratch("read");
        let file = folder.join("file");
        fs::write(&file, b"12345").unwrap();
        assert_eq!(read(&file, 5).map(|(bytes, _)| bytes), Ok(b"12345".to_vec()));
        assert_eq!(read(&file, 4).map(|_| ()), Err(NotRead::TooLarge));
        assert_eq!(read(&folder, 5).map(|_| ()), Err(NotRead::Folder));
        assert_eq!(read(&folder.join("none"), 5).map(|_| ()), Err(NotRead::Missing));
        #[cfg(unix)]
        assert_eq!(read(Path::new("/dev/null"), 5).map(|_| ()), Err(NotRead::Special));
        let stopped = read_told(&file, 5, |_| false).map(|(bytes, _)| bytes);
        assert_eq!(stopped, Ok(Vec::new()), "whoever looks on may end it");
    }

    #[test]
    fn a_reason_has_words_in_each_language() {
        let reason = |kind: io::ErrorKind| Reason::from(io::Error::from(kind));
        let denied = reason(io::ErrorKind::PermissionDenied);
        assert_ne!(denied.words(Lang::Zh), denied.words(Lang::En));
        assert_eq!(reason(io::ErrorKind::Interrupted).words(Lang::Zh), reason(io::ErrorKind::Interrupted).said);
    }
}
