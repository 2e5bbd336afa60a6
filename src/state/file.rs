//! The state's file: read with care, written whole or not at all, and shared by all windows of the reader.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use serde_json::Value;

use super::{State, lenient, merge::merge};
use crate::{
    files::{self, NotRead, Reason, write_whole},
    locale::{Lang, tr, tr_args},
};

/// The largest state file that is read, in bytes; a real one has a few thousand.
const LIMIT_BYTES: u64 = 16 << 20;

/// How often another window that is just writing is waited for, and for how long.
const LOCK_TRIES: u32 = 60;
const LOCK_PAUSE: Duration = Duration::from_millis(5);

/// How many spoilt files are put aside under names of their own.
const MOST_ASIDE: usize = 100;
/// How many of the choices that were not understood are named.
const MOST_NAMED: usize = 3;

/// What is wrong with the file of the state, so that choices are as at first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be reached, and nothing is written to it either.
    Closed {
        /// The file.
        file: PathBuf,
        /// Why not.
        reason: Reason,
    },
    /// It holds something else than a state.
    Spoilt {
        /// The file.
        file: PathBuf,
        /// What it is called now; none if it could not be renamed.
        aside: Option<PathBuf>,
    },
    /// Some of the choices in it are not understood; the others hold.
    Partly {
        /// The file.
        file: PathBuf,
        /// The names of those choices.
        fields: Vec<String>,
    },
}

impl Trouble {
    /// One line that says so.
    pub fn words(&self, lang: Lang) -> String {
        let name = |path: &Path| path.display().to_string();
        match self {
            Self::Closed { file, reason } => {
                tr_args(lang, "state-closed", &[("file", name(file).into()), ("why", reason.words(lang).into())])
            }
            Self::Spoilt { file, aside: Some(aside) } => {
                tr_args(lang, "state-spoilt", &[("file", name(file).into()), ("aside", name(aside).into())])
            }
            Self::Spoilt { file, aside: None } => tr_args(lang, "state-spoilt-left", &[("file", name(file).into())]),
            Self::Partly { file, fields } => {
                let mut named = fields.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(&tr(lang, "app-list-separator"));
                if fields.len() > MOST_NAMED {
                    named.push_str(&tr(lang, "overview-and-more"));
                }
                tr_args(lang, "state-partly", &[("file", name(file).into()), ("fields", named.into())])
            }
        }
    }
}

/// The state kept at `path`, and what was wrong with it if anything was.
///
/// A file that holds no state is renamed to `….corrupt`, so that nothing is lost.
pub fn load(path: &Path, first: State) -> (State, Option<Trouble>) {
    let file = path.to_owned();
    match read(path) {
        Ok(None) => (first, None),
        Ok(Some(value)) => {
            let (state, fields) = lenient::parse(value, first);
            (state.sane(), (!fields.is_empty()).then_some(Trouble::Partly { file, fields }))
        }
        Err(Unread::Closed(reason)) => (first, Some(Trouble::Closed { file, reason })),
        Err(Unread::Spoilt) => (first, Some(Trouble::Spoilt { file, aside: set_aside(path) })),
    }
}

/// Why there is no reading a file.
enum Unread {
    /// It cannot be reached.
    Closed(Reason),
    /// It holds something else than a state.
    Spoilt,
}

/// The file's object; none where there is no file.
fn read(path: &Path) -> Result<Option<Value>, Unread> {
    match files::read(path, LIMIT_BYTES) {
        Ok((bytes, _)) => serde_json::from_slice(&bytes).ok().filter(Value::is_object).map(Some).ok_or(Unread::Spoilt),
        Err(NotRead::Missing) => Ok(None),
        Err(NotRead::Folder | NotRead::Special | NotRead::TooLarge) => Err(Unread::Spoilt),
        Err(NotRead::Closed(reason)) => Err(Unread::Closed(reason)),
    }
}

/// Renames a file that cannot be understood, to a name that no other has; none if that fails.
fn set_aside(path: &Path) -> Option<PathBuf> {
    let name = |nr: usize| path.with_extension(if nr == 1 { "json.corrupt".to_owned() } else { format!("json.corrupt-{nr}") });
    let aside = (1..=MOST_ASIDE).map(name).find(|aside| aside.symlink_metadata().is_err())?;
    fs::rename(path, &aside).is_ok().then_some(aside)
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
/// Whatever the file system says, such as a read-only home; a file that cannot be read is not written over.
pub fn save(path: &Path, state: Save<'_>, is_anew: bool) -> Result<(), Reason> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Held until the end of the function: between reading and renaming no other window writes.
    let _lock = lock(&path.with_extension("json.lock"));
    let now = serde_json::to_value(state.now).map_err(io::Error::from)?;
    let whole = match read(path) {
        Ok(Some(disk)) if !is_anew => merge(&serde_json::to_value(state.before).map_err(io::Error::from)?, &now, disk),
        Ok(_) => now,
        Err(Unread::Spoilt) => {
            set_aside(path);
            now
        }
        Err(Unread::Closed(reason)) => return Err(reason),
    };
    Ok(write_whole(&serde_json::to_vec_pretty(&whole).map_err(io::Error::from)?, path)?)
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
    use std::env;

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
            let aside = path.with_extension("json.corrupt");
            assert_eq!(told, Some(Trouble::Spoilt { file: path.clone(), aside: Some(aside.clone()) }), "{name}");
            assert_eq!(fs::read(&aside).expect("set aside"), bytes, "{name}");
            fs::write(&path, b"another").expect("a temporary file");
            load(&path, State::default());
            assert_eq!(fs::read(&aside).expect("set aside"), bytes, "{name}: a second one has a name of its own");
            assert_eq!(fs::read(path.with_extension("json.corrupt-2")).expect("set aside"), b"another", "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_cannot_be_read_is_neither_renamed_nor_written_over() {
        use std::os::unix::fs::symlink;
        let path = scratch("closed");
        fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
        // A link to itself is there, and can be opened by nobody.
        symlink(&path, &path).expect("a link can be made");
        let (state, told) = load(&path, State::default());
        assert_eq!(state, State::default());
        assert!(matches!(told, Some(Trouble::Closed { .. })), "{told:?}");
        let other = State { zoom: 2.0, ..State::default() };
        save(&path, Save { before: &state, now: &other }, false).expect_err("it stays as it is");
        assert!(path.is_symlink() && !path.with_extension("json.corrupt").exists());
    }

    #[test]
    fn one_word_that_is_not_understood_costs_no_other_choice() {
        let path = scratch("partly");
        let state = State { lang: Lang::En, zoom: 2.0, ..State::default() };
        save_now(&path, &State::default(), &state);
        let text = fs::read_to_string(&path).expect("the state").replace("\"system\"", "\"purple\"");
        fs::write(&path, &text).expect("the state");
        let (read, told) = load(&path, State::default());
        assert_eq!((read.lang, read.zoom, read.theme), (Lang::En, 2.0, ThemeChoice::System));
        let Some(Trouble::Partly { fields, .. }) = &told else { panic!("{told:?}") };
        assert_eq!(fields[..], ["motion", "theme"]);
        for lang in Lang::ALL {
            assert!(told.as_ref().is_some_and(|told| told.words(lang).contains("theme")), "{lang:?}");
        }
        assert_eq!(fs::read_to_string(&path).expect("the state"), text, "a later program may understand it");
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
        let path = scratch("absurd");
        fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
        let value = serde_json::json!({"zoom": 1e30, "window": {"points": [-5, 1e9]}, "from_the_future": 1});
        fs::write(&path, value.to_string()).expect("a temporary file");
        let (state, told) = load(&path, State::default());
        assert_eq!((state.zoom, state.window.points, told), (3.0, [640.0, 4320.0], None));
    }
}
