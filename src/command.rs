//! Everything the reader can do, as one closed list: drawing only queues commands, the app applies them at the frame's end.

use std::{path::PathBuf, sync::Arc};

use egui::{ColorImage, Key, KeyboardShortcut, Modifiers};

use crate::{
    dossier::{FigureNr, MoneyUnit},
    export::{Copied, Format, Parcel},
    reading::Reading,
    route::{Focus, Route, View},
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
    /// Puts article and table beside each other, or leaves the open view alone.
    ToggleBeside,
    /// Sets the account in another way.
    SetReading(Reading),
    /// Switches to the other language.
    SwitchLang,
    /// Switches between light and dark.
    SwitchTheme,
    /// Puts the cursor into the view's search field.
    FocusSearch,
    /// Selects something in the open view, without leaving it.
    Select(Focus),
    /// Closes the topmost thing open: a card, a record.
    CloseLayer,
    /// Opens the dossier in a folder in place of the one shown.
    OpenDossier(PathBuf),
    /// Opens a copy of the report beside the account.
    OpenSource(PathBuf),
    /// Shows or hides the copy of the report.
    ToggleSource,
    /// Puts a text on the clipboard.
    Copy(String),
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
    /// As a picture.
    Picture(Shot),
}

/// What a picture is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A chart of the overview, by its number.
    Chart(usize),
    /// The timeline.
    Timeline,
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

/// The keys of the commands that have some, in the order in which they are looked for.
pub fn shortcuts() -> Vec<(KeyboardShortcut, Command)> {
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9, Key::Num0];
    let mut keys = vec![
        (KeyboardShortcut::new(Modifiers::COMMAND, Key::F), Command::FocusSearch),
        (KeyboardShortcut::new(Modifiers::COMMAND, Key::P), Command::Leave(Leave::Print)),
        (KeyboardShortcut::new(Modifiers::NONE, Key::Escape), Command::CloseLayer),
        // egui takes Ctrl+Shift+Z for Ctrl+Z as well, so it is looked for first.
        (KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z), Command::Redo),
        (KeyboardShortcut::new(Modifiers::COMMAND, Key::Y), Command::Redo),
        (KeyboardShortcut::new(Modifiers::COMMAND, Key::Z), Command::Undo),
        (KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft), Command::Back),
        (KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight), Command::Forward),
    ];
    keys.extend(digits.into_iter().zip(View::ALL).map(|(key, view)| (KeyboardShortcut::new(Modifiers::NONE, key), Command::Open(view))));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things_and_every_view_has_one() {
        let keys = shortcuts();
        for (nr, (key, command)) in keys.iter().enumerate() {
            assert!(keys.iter().skip(nr + 1).all(|(other, _)| other != key), "{key:?} of {command:?} is taken twice");
        }
        for view in View::ALL {
            assert!(keys.iter().any(|(_, command)| *command == Command::Open(view)), "{view} has no key");
        }
    }
}
