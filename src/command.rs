//! Everything the reader can do, as one closed list: drawing only queues commands, the app applies them at the frame's end.

mod action;
mod group;
mod keys;

use std::{path::PathBuf, sync::Arc};

pub use action::{Action, Dialog};
use egui::ColorImage;
pub use group::Group;
pub use keys::{shortcuts, written};

use crate::{
    dossier::{FigureNr, MoneyUnit},
    export::{Copied, Format, Parcel, Wide},
    reading::Reading,
    route::{Focus, Route, View},
    state::{MotionChoice, ThemeChoice},
};

/// Something the reader does.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Opens a view as it was left.
    Open(View),
    /// Goes to a place, which can be gone back from.
    Go(Route),
    /// Goes to the place before.
    Back,
    /// Goes to the place gone back from.
    Forward,
    /// Takes back the last change of what the table shows.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
    /// Shows a figure's row in its table.
    ShowInTable(FigureNr),
    /// Shows a figure where the account links it.
    ShowSentence(FigureNr),
    /// Shows all checks, under the table of facts.
    ShowChecks,
    /// Puts article and table beside each other, or leaves the open view alone.
    ToggleBeside,
    /// Lets article and table change sides.
    SwapPanes,
    /// Sets the account in another way.
    SetReading(Reading),
    /// Switches to the other language.
    SwitchLang,
    /// Switches between light and dark.
    SwitchTheme,
    /// Light, dark, or as the desktop says.
    SetTheme(ThemeChoice),
    /// Less motion, or as the desktop says.
    SetMotion(MotionChoice),
    /// Makes everything larger by a step.
    ZoomIn,
    /// Makes everything smaller by a step.
    ZoomOut,
    /// Makes everything as large as at first.
    ZoomReset,
    /// Shows or hides the sidebar.
    ToggleSidebar,
    /// Fills the screen, or leaves it.
    ToggleFullScreen,
    /// Opens a dialog, or closes it.
    Show(Dialog),
    /// Opens the menu.
    OpenMenu,
    /// Puts the cursor into the view's search field.
    FocusSearch,
    /// Selects something in the open view, without leaving it.
    Select(Focus),
    /// Closes the topmost thing open: a card, a record.
    CloseLayer,
    /// Opens the dossier in a folder in place of the one shown.
    OpenDossier(PathBuf),
    /// Asks for a dossier's folder, with the desktop's own dialog.
    ChooseDossier,
    /// Opens the dossier that comes with the program.
    OpenEmbedded,
    /// Asks for a copy of the report, with the desktop's own dialog.
    ChooseSource,
    /// Opens a copy of the report beside the account.
    OpenSource(PathBuf),
    /// Shows or hides the copy of the report.
    ToggleSource,
    /// Puts a text on the clipboard, and says so.
    Copy(String),
    /// Tells the reader something, in a line that goes away by itself.
    Tell(String),
    /// Puts what is selected on the clipboard.
    CopySelected,
    /// Puts what the table in sight shows on the clipboard, as one line of text.
    CopyLink,
    /// Opens a table that shows what one line of text says.
    ShowQuery(View, String),
    /// Takes away a notice.
    CloseNotice(usize),
    /// Forgets every choice.
    ResetEverything,
    /// Ends the program.
    Quit,
    /// Takes something out of the window.
    Leave(Leave),
    /// Shows money in another unit.
    SetMoney(MoneyUnit),
    /// Shows what a table's named view says.
    OpenSaved(View, String),
    /// Shows all columns of a table as at first.
    ResetColumns(View),
    /// Writes down what was chosen about the tables.
    KeepTables,
}

/// Something that leaves the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Leave {
    /// Takes what is in sight of the table out of the window.
    Take(Taking),
    /// Takes a picture of a chart or of the table.
    Picture(Subject, Shot),
    /// Puts a picture on the clipboard.
    CopyImage(Arc<ColorImage>),
    /// Puts a table on the clipboard, as text and as HTML.
    CopyTable(Copied),
    /// Puts a table of many rows on the clipboard, as text, once it is made.
    CopyWide(Arc<Wide>),
    /// Tells the reader why something does not leave the window.
    Refuse(String),
    /// Asks for a file's name and writes it.
    Save(Parcel),
    /// Opens everything as one page in the browser, to be printed.
    Print,
    /// Tells the reader something, by the key of its words.
    Say(&'static str),
}

/// How a table leaves the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Taking {
    /// As a file.
    File(Format),
    /// On the clipboard, with the evidence in a last column or without.
    Copy {
        /// Whether each row is followed by its phrases.
        with_evidence: bool,
    },
    /// As a picture of what is in sight.
    Picture(Shot),
}

/// What a picture is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A chart of the overview, by its number.
    Chart(usize),
    /// All charts of the overview.
    Charts,
    /// The timeline.
    Timeline,
    /// The powers taken over, of the approvals.
    Powers,
    /// The limits, of the approvals.
    Limits,
    /// The table in sight.
    Table,
}

/// What becomes of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shot {
    /// It goes to the clipboard.
    Copy,
    /// It is saved as pixels.
    Png,
    /// It is saved as shapes and text.
    Svg,
}

impl Shot {
    /// All of them, in the order of the menus.
    pub const ALL: [Self; 3] = [Self::Copy, Self::Png, Self::Svg];
}
