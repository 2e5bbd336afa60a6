//! What is kept between runs: the reader's choices, never data nor anything that follows from it.
//!
//! One JSON file in the configuration folder, written whole to a file beside it and renamed.

mod tables;

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

pub use tables::{SavedView, TableChoices, Tables};

use crate::{dossier::MoneyUnit, locale::Lang, route::View};

/// The largest state file that is read, in bytes; a real one has a few hundred.
const LIMIT_BYTES: u64 = 1 << 20;

/// The reader's choices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// The interface's and the account's language.
    pub lang: Lang,
    /// Light, dark, or as the desktop says.
    pub theme: ThemeChoice,
    /// The open view.
    pub view: View,
    /// Width and height of the window's inside, in points.
    pub window_points: [f32; 2],
    /// How much everything is enlarged; 1 is 100 %.
    pub zoom: f32,
    /// Whether article and table stand beside each other where the window has room for both.
    pub is_beside: bool,
    /// Width of the article's pane beside a table, in points.
    pub article_pane_points: f32,
    /// The table that stands beside the article: the one opened last.
    pub table: View,
    /// The unit of money in the tables; as the language has it until somebody chooses.
    pub money: Option<MoneyUnit>,
    /// The choices about tables, by the dossier's id.
    pub tables: BTreeMap<String, Tables>,
}

/// Light, dark, or as the desktop says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// As the desktop says; light where it says nothing.
    #[default]
    System,
    /// Dark ink on a light page.
    Light,
    /// Light ink on a dark page.
    Dark,
}

impl Default for State {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            theme: ThemeChoice::default(),
            view: View::default(),
            window_points: [1280.0, 800.0],
            zoom: 1.0,
            is_beside: false,
            article_pane_points: 504.0,
            table: View::Projects,
            money: None,
            tables: BTreeMap::new(),
        }
    }
}

impl State {
    /// The choices of somebody who starts the program for the first time: the language follows the desktop's.
    pub fn first(locale: Option<&str>) -> Self {
        Self { lang: lang_of(locale), ..Self::default() }
    }

    /// The same choices with numbers a window can be made from.
    #[must_use]
    fn sane(mut self) -> Self {
        let [width, height] = self.window_points;
        self.window_points = [within(width, 640.0, 7680.0, 1280.0), within(height, 400.0, 4320.0, 800.0)];
        self.zoom = within(self.zoom, 0.5, 3.0, 1.0);
        self.article_pane_points = within(self.article_pane_points, 340.0, 4000.0, 504.0);
        self
    }
}

/// `value` between `low` and `high`; `default` where it is no number.
fn within(value: f32, low: f32, high: f32, default: f32) -> f32 {
    if value.is_finite() { value.clamp(low, high) } else { default }
}

/// Chinese for a Chinese desktop and where nothing is said (the report is Chinese), English for every other.
fn lang_of(locale: Option<&str>) -> Lang {
    match locale.map(|name| name.split(['.', '_', '@', '-']).next().unwrap_or_default()) {
        None | Some("" | "C" | "POSIX" | "zh") => Lang::Zh,
        Some(_) => Lang::En,
    }
}

/// The desktop's locale, as POSIX orders its variables.
pub fn desktop_locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))
}

/// Where the state is kept: `$XDG_CONFIG_HOME` or `~/.config`; nowhere without a home.
pub fn default_path() -> Option<PathBuf> {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let config = absolute("XDG_CONFIG_HOME").or_else(|| Some(absolute("HOME")?.join(".config")))?;
    Some(config.join("liucheng-viewer").join("state.json"))
}

/// The state kept at `path`, and a line to tell the reader where that went wrong.
///
/// A file that cannot be understood is renamed to `….corrupt`, so that nothing is lost.
pub fn load(path: &Path, first: State) -> (State, Option<String>) {
    let is_file = match fs::metadata(path) {
        Ok(metadata) => metadata.is_file() && metadata.len() <= LIMIT_BYTES,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (first, None),
        Err(error) => return (first, Some(format!("{}: {error}; starting with defaults", path.display()))),
    };
    let read = if is_file { fs::read(path) } else { Err(io::Error::other("not a file of a sensible size")) };
    let parsed = read.map_err(|error| error.to_string()).and_then(|bytes| parse(&bytes, &first));
    match parsed {
        Ok(state) => (state, None),
        Err(error) => {
            let aside = path.with_extension("json.corrupt");
            let kept = match fs::rename(path, &aside) {
                Ok(()) => format!("kept as {}", aside.display()),
                Err(_) => "left where it is".to_owned(),
            };
            (first, Some(format!("{}: {error}; {kept}, starting with defaults", path.display())))
        }
    }
}

fn parse(bytes: &[u8], first: &State) -> Result<State, String> {
    let mut value: serde_json::Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let mut whole = serde_json::to_value(first).map_err(|error| error.to_string())?;
    match (whole.as_object_mut(), value.as_object_mut()) {
        (Some(whole), Some(fields)) => whole.append(fields),
        _ => return Err("expected an object".to_owned()),
    }
    let state: State = serde_json::from_value(whole).map_err(|error| error.to_string())?;
    Ok(state.sane())
}

/// Writes the state to `path`: whole or not at all.
///
/// # Errors
///
/// Whatever the file system says, such as a read-only home.
pub fn save(path: &Path, state: &State) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let fresh = path.with_extension(format!("json.{}", std::process::id()));
    fs::write(&fresh, serde_json::to_vec_pretty(state)?)?;
    fs::rename(&fresh, path).inspect_err(|_| {
        // The file beside it is of no use to anybody; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&fresh);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("liucheng-viewer-state-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder.join("deep").join("state.json")
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let path = scratch("round");
        let state = State { lang: Lang::En, theme: ThemeChoice::Dark, view: View::Facts, zoom: 2.0, ..State::default() };
        save(&path, &state).expect("a temporary folder can be written");
        assert_eq!(load(&path, State::default()), (state, None));
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
    fn absurd_numbers_and_unknown_fields_do_no_harm() {
        let state = parse(br#"{"zoom": 1e30, "window_points": [-5, 1e9], "from_the_future": 1}"#, &State::default()).expect("an object");
        assert_eq!((state.zoom, state.window_points), (3.0, [640.0, 4320.0]));
    }

    #[test]
    fn the_first_language_follows_the_desktop() {
        let cases = [
            (None, Lang::Zh),
            (Some("C.UTF-8"), Lang::Zh),
            (Some("zh_CN.UTF-8"), Lang::Zh),
            (Some("de_DE"), Lang::En),
            (Some("en"), Lang::En),
        ];
        for (locale, lang) in cases {
            assert_eq!(lang_of(locale), lang, "{locale:?}");
        }
    }
}
