//! Everything that has a name of its own: what menu, palette, keys and the sheet of keys list.
//!
//! A command that needs to be told what it is about, such as which figure, is not among them.

use super::{Command, Group, Leave, Shot, Taking};
use crate::{export::Format, route::View, state::ThemeChoice, ui::icons::Icon};

/// What lies over the window until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The field that finds everything.
    Palette,
    /// Theme, language, size.
    Settings,
    /// All keys.
    Keys,
    /// What this program is.
    About,
    /// Whether all choices shall be given up.
    Reset,
}

/// Something the reader can do that needs nothing else to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chooses a dossier's folder.
    OpenDossier,
    /// Opens the dossier that comes with the program.
    OpenEmbedded,
    /// Chooses a copy of the report.
    OpenSource,
    /// Writes what is in sight of a table to a file.
    Export(Format),
    /// Puts what is in sight of a table on the clipboard.
    CopyTable {
        /// Whether each row is followed by its phrases.
        with_evidence: bool,
    },
    /// Takes a picture of what is in sight: a table, the timeline, the charts.
    Picture(Shot),
    /// Opens everything as one page in the browser, to be printed.
    Print,
    /// Ends the program.
    Quit,
    /// Takes back the last change of a table.
    Undo,
    /// Makes it again.
    Redo,
    /// Puts what is selected on the clipboard.
    Copy,
    /// Copies what the table shows as one line of text.
    CopyLink,
    /// Goes to the search field.
    Find,
    /// Opens a view.
    View(View),
    /// Goes to the place before.
    Back,
    /// Goes to the place gone back from.
    Forward,
    /// Switches to the other language.
    SwitchLang,
    /// Light, dark, or as the desktop says.
    Theme(ThemeChoice),
    /// Makes everything larger.
    ZoomIn,
    /// Makes everything smaller.
    ZoomOut,
    /// Makes everything as large as at first.
    ZoomReset,
    /// Shows or hides the sidebar.
    Sidebar,
    /// Fills the screen, or leaves it.
    FullScreen,
    /// Puts article and table beside each other.
    Beside,
    /// Lets article and table change sides.
    SwapPanes,
    /// Shows or hides the copy of the report.
    Source,
    /// Opens a dialog.
    Show(Dialog),
    /// Opens the menu.
    Menu,
    /// Closes the topmost thing open.
    CloseLayer,
}

impl Action {
    /// Every action, group by group.
    pub fn all() -> Vec<Self> {
        Group::ALL.into_iter().flat_map(Group::actions).collect()
    }

    /// The group it is listed in.
    pub fn group(self) -> Group {
        match self {
            Self::OpenDossier | Self::OpenEmbedded | Self::OpenSource | Self::Show(Dialog::Settings) | Self::Quit => Group::File,
            Self::Export(_) | Self::CopyTable { .. } | Self::Picture(_) | Self::Print => Group::Export,
            Self::Undo | Self::Redo | Self::Copy | Self::CopyLink | Self::Find => Group::Edit,
            Self::View(_) => Group::Views,
            Self::SwitchLang
            | Self::Theme(_)
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::Sidebar
            | Self::FullScreen
            | Self::Beside
            | Self::SwapPanes
            | Self::Source => Group::Look,
            Self::Back | Self::Forward | Self::Show(Dialog::Palette) | Self::Menu | Self::CloseLayer => Group::Go,
            Self::Show(Dialog::Keys | Dialog::About | Dialog::Reset) => Group::Help,
        }
    }

    /// The key of its name in the locales.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::OpenDossier => "do-open-dossier",
            Self::OpenEmbedded => "do-open-embedded",
            Self::OpenSource => "do-open-source",
            Self::Export(Format::Csv) => "export-as-csv",
            Self::Export(Format::Xlsx) => "export-as-xlsx",
            Self::Export(Format::Json) => "export-as-json",
            Self::Export(Format::Markdown) => "export-as-md",
            // A page is no format of one table.
            Self::Export(Format::Html) | Self::Print => "export-print",
            Self::CopyTable { with_evidence: false } => "export-copy",
            Self::CopyTable { with_evidence: true } => "export-copy-evidence",
            Self::Picture(Shot::Copy) => "export-copy-picture",
            Self::Picture(Shot::Png) => "export-as-png",
            Self::Picture(Shot::Svg) => "export-as-svg",
            Self::Quit => "do-quit",
            Self::Undo => "do-undo",
            Self::Redo => "do-redo",
            Self::Copy => "do-copy",
            Self::CopyLink => "table-copy-query",
            Self::Find => "do-find",
            Self::View(view) => view.name_key(),
            Self::Back => "do-back",
            Self::Forward => "do-forward",
            Self::SwitchLang => "do-switch-language",
            Self::Theme(ThemeChoice::System) => "do-theme-system",
            Self::Theme(ThemeChoice::Light) => "do-theme-light",
            Self::Theme(ThemeChoice::Dark) => "do-theme-dark",
            Self::ZoomIn => "do-zoom-in",
            Self::ZoomOut => "do-zoom-out",
            Self::ZoomReset => "do-zoom-reset",
            Self::Sidebar => "do-sidebar",
            Self::FullScreen => "do-full-screen",
            Self::Beside => "do-beside",
            Self::SwapPanes => "do-swap-panes",
            Self::Source => "do-source",
            Self::Show(Dialog::Palette) => "do-palette",
            Self::Show(Dialog::Settings) => "do-settings",
            Self::Show(Dialog::Keys) => "do-keys",
            Self::Show(Dialog::About) => "do-about",
            Self::Show(Dialog::Reset) => "do-reset",
            Self::Menu => "do-menu",
            Self::CloseLayer => "do-close-layer",
        }
    }

    /// Its picture in the palette.
    pub fn icon(self) -> Icon {
        match self {
            Self::View(view) => view_icon(view),
            Self::OpenDossier | Self::OpenEmbedded | Self::Export(_) | Self::Picture(_) | Self::Print => Icon::Export,
            Self::OpenSource | Self::Source | Self::Copy | Self::CopyTable { .. } => Icon::Document,
            Self::CopyLink => Icon::Link,
            Self::Quit | Self::CloseLayer => Icon::Cross,
            Self::Undo | Self::Back => Icon::Left,
            Self::Redo | Self::Forward => Icon::Right,
            Self::Find | Self::Show(Dialog::Palette) => Icon::Search,
            Self::SwitchLang | Self::SwapPanes => Icon::Reform,
            Self::Theme(ThemeChoice::Dark) => Icon::Moon,
            Self::Theme(ThemeChoice::System | ThemeChoice::Light) => Icon::Sun,
            Self::ZoomIn => Icon::Plus,
            Self::ZoomOut => Icon::Minus,
            Self::ZoomReset => Icon::Overview,
            Self::Sidebar | Self::Beside => Icon::Beside,
            Self::FullScreen => Icon::Columns,
            Self::Show(Dialog::Settings | Dialog::Reset) | Self::Menu => Icon::Article,
            Self::Show(Dialog::Keys | Dialog::About) => Icon::Unstated,
        }
    }

    /// What it comes to.
    pub fn command(self) -> Command {
        match self {
            Self::OpenDossier => Command::ChooseDossier,
            Self::OpenEmbedded => Command::OpenEmbedded,
            Self::OpenSource => Command::ChooseSource,
            Self::Export(Format::Html) | Self::Print => Command::Leave(Leave::Print),
            Self::Export(format) => Command::Leave(Leave::Take(Taking::File(format))),
            Self::CopyTable { with_evidence } => Command::Leave(Leave::Take(Taking::Copy { with_evidence })),
            Self::Picture(shot) => Command::Leave(Leave::Take(Taking::Picture(shot))),
            Self::Quit => Command::Quit,
            Self::Undo => Command::Undo,
            Self::Redo => Command::Redo,
            Self::Copy => Command::CopySelected,
            Self::CopyLink => Command::CopyLink,
            Self::Find => Command::FocusSearch,
            Self::View(view) => Command::Open(view),
            Self::Back => Command::Back,
            Self::Forward => Command::Forward,
            Self::SwitchLang => Command::SwitchLang,
            Self::Theme(choice) => Command::SetTheme(choice),
            Self::ZoomIn => Command::ZoomIn,
            Self::ZoomOut => Command::ZoomOut,
            Self::ZoomReset => Command::ZoomReset,
            Self::Sidebar => Command::ToggleSidebar,
            Self::FullScreen => Command::ToggleFullScreen,
            Self::Beside => Command::ToggleBeside,
            Self::SwapPanes => Command::SwapPanes,
            Self::Source => Command::ToggleSource,
            Self::Show(dialog) => Command::Show(dialog),
            Self::Menu => Command::OpenMenu,
            Self::CloseLayer => Command::CloseLayer,
        }
    }

    /// Whether a line parts it from the action listed before it.
    pub fn starts_part(self) -> bool {
        matches!(
            self,
            Self::OpenSource
                | Self::Show(Dialog::Settings | Dialog::Reset)
                | Self::Quit
                | Self::CopyTable { with_evidence: false }
                | Self::Picture(Shot::Copy)
                | Self::Print
                | Self::Copy
                | Self::Theme(ThemeChoice::System)
                | Self::ZoomIn
                | Self::Sidebar
        )
    }

    /// Whether it does no harm while a dialog lies over the window.
    pub fn works_in_dialog(self) -> bool {
        let is_look = matches!(self, Self::Theme(_) | Self::SwitchLang | Self::ZoomIn | Self::ZoomOut | Self::ZoomReset | Self::FullScreen);
        is_look || matches!(self, Self::Show(_) | Self::CloseLayer | Self::Quit)
    }
}

/// The picture of a view, in the sidebar and in the palette.
fn view_icon(view: View) -> Icon {
    match view {
        View::Overview => Icon::Overview,
        View::Article => Icon::Article,
        View::Projects => Icon::Projects,
        View::Infrastructure => Icon::Infrastructure,
        View::Approvals => Icon::Approvals,
        View::Services => Icon::Services,
        View::Reform => Icon::Reform,
        View::Timeline => Icon::Timeline,
        View::Facts => Icon::Facts,
        View::NotStated => Icon::Unstated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_action_is_listed_once_and_in_its_own_group() {
        let all = Action::all();
        for (nr, action) in all.iter().enumerate() {
            assert!(all.iter().skip(nr + 1).all(|other| other != action), "{action:?} is listed twice");
        }
        for group in Group::ALL {
            for action in group.actions() {
                assert_eq!(action.group(), group, "{action:?}");
            }
        }
        for dialog in [Dialog::Palette, Dialog::Settings, Dialog::Keys, Dialog::About, Dialog::Reset] {
            assert!(all.contains(&Action::Show(dialog)), "{dialog:?} can be opened");
        }
    }
}
