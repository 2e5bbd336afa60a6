//! What is kept between runs: the reader's choices, never data nor anything that follows from it.
//!
//! One JSON file in the configuration folder; [`save`] changes in it only what this window changed.

mod file;
mod keeper;
mod lenient;
mod merge;
mod tables;

use std::{
    collections::BTreeMap,
    env,
    path::{Path, PathBuf},
};

pub use file::{Save, Trouble, load, save};
pub use keeper::Keeper;
use serde::{Deserialize, Serialize};

pub use tables::{SavedView, TableChoices, Tables};

use crate::{
    dossier::MoneyUnit,
    files::own_folder,
    locale::Lang,
    reading::{Reading, ReadingPlace},
    route::View,
};

/// How many dossiers opened lately are kept.
pub const NUM_RECENT: usize = 10;

/// The reader's choices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// The interface's and the account's language.
    pub lang: Lang,
    /// Light, dark, or as the desktop says.
    pub theme: ThemeChoice,
    /// How much may move.
    pub motion: MotionChoice,
    /// The open view.
    pub view: View,
    /// Where the window is, and how large.
    pub window: Window,
    /// How much everything is enlarged; 1 is 100 %.
    pub zoom: f32,
    /// What the window was drawn on.
    pub screen: Screen,
    /// Whether article and table stand beside each other where the window has room for both.
    pub is_beside: bool,
    /// Whether the article stands at the right of the table then.
    pub is_article_right: bool,
    /// Width of the article's pane beside a table, in points.
    pub article_pane_points: f32,
    /// The table that stands beside the article: the one opened last.
    pub table: View,
    /// How the account is set.
    pub reading: Reading,
    /// Whether the sidebar is out of sight.
    pub is_sidebar_hidden: bool,
    /// The unit of money in the tables; as the language has it until somebody chooses.
    pub money: Option<MoneyUnit>,
    /// Folders of the dossiers opened last, the newest first; at most [`NUM_RECENT`].
    pub recent: Vec<String>,
    /// What belongs to one dossier each, by [`dossier_key`].
    pub dossiers: BTreeMap<String, DossierState>,
}

/// Where a window is, and how large.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Window {
    /// Width and height of its inside while it fills no screen, in points that are not enlarged.
    pub points: [f32; 2],
    /// Where its left top corner is then; none where the desktop does not tell.
    pub corner: Option<[f32; 2]>,
    /// Whether it is as large as the desktop lets it be.
    pub is_maximized: bool,
}

impl Default for Window {
    fn default() -> Self {
        Self { points: [1280.0, 800.0], corner: None, is_maximized: false }
    }
}

impl Window {
    /// The same with numbers that a desktop can do with.
    #[must_use]
    fn sane(mut self) -> Self {
        let [width, height] = self.points;
        self.points = [within(width, 640.0, 7680.0, 1280.0), within(height, 400.0, 4320.0, 800.0)];
        self.corner = self.corner.filter(|corner| corner.iter().all(|part| part.abs() <= 32_000.0));
        self
    }
}

/// What the window was drawn on last: the next first frame is laid out for the same before there is a window.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Screen {
    /// Pixels of a point that is not enlarged.
    pub pixels_per_point: f32,
    /// Width and height of the largest texture, in pixels.
    pub texture_side: usize,
}

impl Default for Screen {
    /// An ordinary screen; most drivers of OpenGL can do as much.
    fn default() -> Self {
        Self { pixels_per_point: 1.0, texture_side: 16384 }
    }
}

/// The reader's choices in one dossier.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DossierState {
    /// The view that was open; none in a dossier that is new.
    pub view: Option<View>,
    /// The table that stood beside the article.
    pub table: Option<View>,
    /// Where the account was being read.
    pub place: Option<ReadingPlace>,
    /// What was selected in the view.
    pub selected: Option<Selected>,
    /// What was chosen about its tables.
    pub tables: Tables,
}

/// What was selected in a view, so that it is found again in the next run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Selected {
    /// A row of its table, by its id.
    Row(String),
    /// A figure, by its id.
    Figure(String),
}

/// What a dossier's choices are kept under: its id, and its folder unless it is the embedded one.
pub fn dossier_key(id: &str, folder: Option<&Path>) -> String {
    folder.map_or_else(|| id.to_owned(), |folder| format!("{id} {}", folder.display()))
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

impl ThemeChoice {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];
}

/// How much may move by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MotionChoice {
    /// As the desktop says.
    #[default]
    System,
    /// Nothing.
    Less,
}

impl MotionChoice {
    /// All choices.
    pub const ALL: [Self; 2] = [Self::System, Self::Less];
}

impl Default for State {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            theme: ThemeChoice::default(),
            motion: MotionChoice::default(),
            view: View::default(),
            window: Window::default(),
            zoom: 1.0,
            screen: Screen::default(),
            is_beside: false,
            is_article_right: false,
            article_pane_points: 504.0,
            table: View::Projects,
            reading: Reading::default(),
            money: None,
            is_sidebar_hidden: false,
            recent: Vec::new(),
            dossiers: BTreeMap::new(),
        }
    }
}

impl State {
    /// The choices of somebody who starts the program for the first time: the language follows the desktop's.
    pub fn first(locale: Option<&str>) -> Self {
        Self { lang: lang_of(locale), ..Self::default() }
    }

    /// Puts a dossier's folder at the top of those opened last.
    ///
    /// A folder whose name is not UTF-8 cannot be written down as text, and is left out.
    pub fn remember_recent(&mut self, folder: &Path) {
        let Some(name) = folder.to_str() else { return };
        self.recent.retain(|known| known != name);
        self.recent.insert(0, name.to_owned());
        self.recent.truncate(NUM_RECENT);
    }

    /// The same choices with numbers a window can be made from.
    #[must_use]
    fn sane(mut self) -> Self {
        self.window = self.window.sane();
        self.zoom = within(self.zoom, 0.5, 3.0, 1.0);
        self.screen.pixels_per_point = within(self.screen.pixels_per_point, 0.5, 8.0, 1.0);
        self.screen.texture_side = self.screen.texture_side.clamp(1024, 65536);
        self.article_pane_points = within(self.article_pane_points, 340.0, 4000.0, 504.0);
        self.reading = self.reading.sane();
        self.recent.truncate(NUM_RECENT);
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
    Some(own_folder("XDG_CONFIG_HOME", ".config")?.join("state.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn numbers_that_no_window_can_have_are_made_bearable() {
        let sane = |points, zoom, article_pane_points| {
            let window = Window { points, corner: Some([f32::NAN, 0.0]), ..Window::default() };
            let state = State { window, zoom, article_pane_points, ..State::default() }.sane();
            assert_eq!(state.window.corner, None);
            (state.window.points, state.zoom, state.article_pane_points)
        };
        assert_eq!(sane([0.0, 1.0], 0.0, 0.0), ([640.0, 400.0], 0.5, 340.0));
        assert_eq!(sane([1e9, 1e9], 1e9, 1e9), ([7680.0, 4320.0], 3.0, 4000.0));
        assert_eq!(sane([f32::NAN, f32::INFINITY], f32::NAN, f32::NAN), ([1280.0, 800.0], 1.0, 504.0));
        assert_eq!(sane([1000.0, 700.0], 1.1, 500.0), ([1000.0, 700.0], 1.1, 500.0));
    }

    #[test]
    fn the_newest_dossier_comes_first_and_only_once() {
        let mut state = State::default();
        for nr in 0..NUM_RECENT + 3 {
            state.remember_recent(Path::new(&format!("/d/{nr}")));
        }
        state.remember_recent(Path::new("/d/5"));
        assert_eq!(state.recent.len(), NUM_RECENT);
        assert_eq!(state.recent.get(..3), Some(&["/d/5", "/d/12", "/d/11"].map(str::to_owned)[..]));
    }

    #[test]
    fn each_folder_has_its_own_choices() {
        let [embedded, a, b] = [None, Some("/a"), Some("/b")].map(|folder| dossier_key("zone", folder.map(Path::new)));
        assert!(embedded != a && a != b);
    }
}
