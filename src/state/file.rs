//! The state's file: read with care, written whole or not at all, and shared by all windows of the reader.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::Path,
    thread,
    time::Duration,
};

use serde_json::Value;

use super::{State, merge::merge};
use crate::files::write_whole;

/// The largest state file that is read, in bytes; a real one has a few thousand.
const LIMIT_BYTES: u64 = 16 << 20;

/// How often another window that is just writing is waited for, and for how long.
const LOCK_TRIES: u32 = 60;
const LOCK_PAUSE: Duration = Duration::from_millis(5);

/// The state kept at `path`, and a line to tell the reader where that went wrong.
///
/// A file that cannot be understood is renamed to `….corrupt`, so that nothing is lost.
pub fn load(path: &Path, first: State) -> (State, Option<String>) {
    match read(path) {
        Ok(None) => (first, None),
        Ok(Some(value)) => match parse(value, &first) {
            Ok(state) => (state, None),
            Err(error) => (first, Some(set_aside(path, &error))),
        },
        Err(Unread::Closed(error)) => (first, Some(format!("{}: {error}; starting with defaults", path.display()))),
        Err(Unread::Spoilt(error)) => (first, Some(set_aside(path, &error))),
    }
}

/// Why there is no reading a file.
enum Unread {
    /// It cannot be reached.
    Closed(io::Error),
    /// It holds something else than a state.
    Spoilt(String),
}

/// The file's object; none where there is no file.
fn read(path: &Path) -> Result<Option<Value>, Unread> {
    let metadata = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Unread::Closed(error)),
        Ok(metadata) => metadata,
    };
    if !metadata.is_file() || metadata.len() > LIMIT_BYTES {
        return Err(Unread::Spoilt("not a file of a sensible size".to_owned()));
    }
    let bytes = fs::read(path).map_err(|error| Unread::Spoilt(error.to_string()))?;
    let value: Value = serde_json::from_slice(&bytes).map_err(|error| Unread::Spoilt(error.to_string()))?;
    if value.is_object() { Ok(Some(value)) } else { Err(Unread::Spoilt("expected an object".to_owned())) }
}

/// Renames a file that cannot be understood; a line that says so.
fn set_aside(path: &Path, error: &str) -> String {
    let aside = path.with_extension("json.corrupt");
    let kept = match fs::rename(path, &aside) {
        Ok(()) => format!("kept as {}", aside.display()),
        Err(_) => "left where it is".to_owned(),
    };
    format!("{}: {error}; {kept}, starting with defaults", path.display())
}

/// The state that an object tells of; what it leaves out is as in `first`.
fn parse(mut value: Value, first: &State) -> Result<State, String> {
    let mut whole = serde_json::to_value(first).map_err(|error| error.to_string())?;
    if let (Some(whole), Some(fields)) = (whole.as_object_mut(), value.as_object_mut()) {
        whole.append(fields);
    }
    let state: State = serde_json::from_value(whole).map_err(|error| error.to_string())?;
    Ok(state.sane())
}

/// What is written down.
#[derive(Clone, Copy, Debug)]
pub struct Save<'a> {
    /// The state as this window read it or wrote it last.
    pub before: &'a State,
    /// The state as this window has it now.
    pub now: &'a State,
}

/// Writes to `path` what this window has changed, and leaves the rest as other windows have written it.
///
/// The file is written whole or not at all. With `is_anew` nothing of it is kept.
///
/// # Errors
///
/// Whatever the file system says, such as a read-only home.
pub fn save(path: &Path, state: Save<'_>, is_anew: bool) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Held until the end of the function: between reading and renaming no other window writes.
    let _lock = lock(&path.with_extension("json.lock"));
    let now = serde_json::to_value(state.now)?;
    let whole = match read(path) {
        Ok(Some(disk)) if !is_anew => merge(&serde_json::to_value(state.before)?, &now, disk),
        Err(Unread::Spoilt(error)) => {
            set_aside(path, &error);
            now
        }
        _ => now,
    };
    write_whole(&serde_json::to_vec_pretty(&whole)?, path)
}

/// The sole right to write; none where the file system knows no locks or another window keeps it for too long.
fn lock(path: &Path) -> Option<File> {
    let file = File::create(path).ok()?;
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Ok(()) => return Some(file),
            Err(TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::{env, path::PathBuf};

    use super::*;
    use crate::{
        locale::Lang,
        route::View,
        state::{DossierState, Selected, ThemeChoice},
    };

    fn scratch(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("liucheng-viewer-state-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder.join("deep").join("state.json")
    }

    fn save_now(path: &Path, before: &State, now: &State) {
        save(path, Save { before, now }, false).expect("a temporary folder can be written");
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let path = scratch("round");
        let mut state = State { lang: Lang::En, theme: ThemeChoice::Dark, view: View::Facts, zoom: 2.0, ..State::default() };
        let selected = Some(Selected::Figure("zone/signed/total".to_owned()));
        state.dossiers.insert("zone /a".to_owned(), DossierState { view: Some(View::Article), selected, ..DossierState::default() });
        state.remember_recent(Path::new("/a"));
        save_now(&path, &State::default(), &state);
        assert_eq!(load(&path, State::default()), (state, None));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_kept_elsewhere_stays_there() {
        let path = scratch("link");
        let state = State { theme: ThemeChoice::Dark, ..State::default() };
        save_now(&path, &State::default(), &State::default());
        let elsewhere = path.with_file_name("elsewhere.json");
        fs::rename(&path, &elsewhere).expect("a file can be moved");
        std::os::unix::fs::symlink(&elsewhere, &path).expect("a link can be made");
        save_now(&path, &State::default(), &state);
        assert!(path.is_symlink(), "whoever links the file to another place wants it there");
        assert_eq!(load(&elsewhere, State::default()), (state, None));
    }

    #[test]
    fn two_windows_do_not_eat_each_others_choices() {
        let path = scratch("two");
        let first = State::default();
        save_now(&path, &first, &first);
        let mut a = first.clone();
        a.theme = ThemeChoice::Dark;
        a.dossiers.entry("a".to_owned()).or_default().view = Some(View::Facts);
        a.remember_recent(Path::new("/a"));
        let mut b = first.clone();
        b.lang = Lang::En;
        b.dossiers.entry("b".to_owned()).or_default().view = Some(View::Article);
        b.remember_recent(Path::new("/b"));
        save_now(&path, &first, &a);
        save_now(&path, &first, &b);
        // The first window goes on, and knows nothing of the second.
        let mut later = a.clone();
        later.zoom = 2.0;
        save_now(&path, &a, &later);
        let (both, _) = load(&path, State::default());
        assert_eq!((both.theme, both.lang, both.zoom), (ThemeChoice::Dark, Lang::En, 2.0));
        assert_eq!(both.dossiers.len(), 2, "{:?}", both.dossiers);
        assert_eq!(both.recent.len(), 2, "{:?}", both.recent);
    }

    #[test]
    fn many_windows_at_once_lose_nothing() {
        let path = scratch("many");
        let first = State::default();
        save_now(&path, &first, &first);
        thread::scope(|scope| {
            for nr in 0..8 {
                let (path, first) = (&path, &first);
                scope.spawn(move || {
                    let mut mine = first.clone();
                    mine.dossiers.entry(format!("d{nr}")).or_default().view = Some(View::Facts);
                    // Each changes what it read: the lock alone keeps another from writing in between.
                    save_now(path, first, &mine);
                });
            }
        });
        assert_eq!(load(&path, State::default()).0.dossiers.len(), 8);
    }

    #[test]
    fn anew_means_that_nothing_is_kept() {
        let path = scratch("anew");
        let first = State::default();
        save_now(&path, &first, &State { zoom: 2.0, ..first.clone() });
        save(&path, Save { before: &first, now: &first }, true).expect("a temporary folder can be written");
        assert_eq!(load(&path, State::default()).0, first);
    }

    #[test]
    fn no_file_is_no_trouble() {
        let first = State::first(Some("en_GB.UTF-8"));
        assert_eq!(first.lang, Lang::En);
        assert_eq!(load(&scratch("none"), first.clone()), (first, None));
    }

    #[test]
    fn a_corrupt_file_is_set_aside_and_told() {
        for (name, bytes) in [("cut", &b"{\"lang\": \"En"[..]), ("type", b"[1]"), ("bytes", b"\xff\xfe"), ("empty", b"")] {
            let path = scratch(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
            fs::write(&path, bytes).expect("a temporary file");
            let (state, told) = load(&path, State::default());
            assert_eq!(state, State::default(), "{name}");
            assert!(told.is_some_and(|line| line.contains("state.json.corrupt") && !line.contains('\n')), "{name}");
            assert_eq!(fs::read(path.with_extension("json.corrupt")).expect("set aside"), bytes, "{name}");
        }
    }

    #[test]
    fn a_file_spoilt_while_the_window_was_open_is_set_aside_too() {
        let path = scratch("spoilt-later");
        save_now(&path, &State::default(), &State::default());
        fs::write(&path, b"nonsense").expect("a temporary file");
        save_now(&path, &State::default(), &State { zoom: 2.0, ..State::default() });
        assert_eq!(fs::read(path.with_extension("json.corrupt")).expect("set aside"), b"nonsense");
        assert!((load(&path, State::default()).0.zoom - 2.0).abs() < f32::EPSILON);
    }

    #[test]
    fn absurd_numbers_and_unknown_fields_do_no_harm() {
        let value = serde_json::json!({"zoom": 1e30, "window_points": [-5, 1e9], "from_the_future": 1});
        let state = parse(value, &State::default()).expect("an object");
        assert_eq!((state.zoom, state.window_points), (3.0, [640.0, 4320.0]));
    }
}
