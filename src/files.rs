//! A file is either as it was or complete.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// Writes beside the file first and renames, so that a full disk leaves the old file as it was.
///
/// A device or a pipe such as `/dev/stdout` is written to; a link leads to the file it names.
pub fn write_whole(bytes: &[u8], file: &Path) -> io::Result<()> {
    write_with(file, |out| out.write_all(bytes))
}

/// The same with what `write` writes; where that fails, the old file stays.
pub fn write_with(file: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
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
