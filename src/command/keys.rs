//! The keys of the actions, and how they are written.

use egui::{Key, KeyboardShortcut, ModifierNames, Modifiers};

use super::{Action, Dialog};
use crate::{route::View, state::ThemeChoice};

const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

/// The digits that open the views, in their order.
const DIGITS: [[KeyboardShortcut; 1]; 10] = {
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9, Key::Num0];
    let [a, b, c, d, e, f, g, h, i, j] = digits;
    [
        [key(Modifiers::NONE, a)],
        [key(Modifiers::NONE, b)],
        [key(Modifiers::NONE, c)],
        [key(Modifiers::NONE, d)],
        [key(Modifiers::NONE, e)],
        [key(Modifiers::NONE, f)],
        [key(Modifiers::NONE, g)],
        [key(Modifiers::NONE, h)],
        [key(Modifiers::NONE, i)],
        [key(Modifiers::NONE, j)],
    ]
};

impl Action {
    /// Its keys; the first is the one that is shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::View(view) => View::ALL.iter().position(|known| *known == view).and_then(|nr| DIGITS.get(nr)).map_or(&[], |keys| keys),
            Self::OpenDossier => const { &[key(Modifiers::COMMAND, Key::O)] },
            Self::OpenSource => const { &[key(CTRL_SHIFT, Key::O)] },
            Self::Show(Dialog::Settings) => const { &[key(Modifiers::COMMAND, Key::Comma)] },
            Self::Quit => const { &[key(Modifiers::COMMAND, Key::Q), key(Modifiers::COMMAND, Key::W)] },
            Self::Print => const { &[key(Modifiers::COMMAND, Key::P)] },
            Self::Undo => const { &[key(Modifiers::COMMAND, Key::Z)] },
            Self::Redo => const { &[key(CTRL_SHIFT, Key::Z), key(Modifiers::COMMAND, Key::Y)] },
            Self::Copy => const { &[key(Modifiers::COMMAND, Key::C)] },
            Self::Find => const { &[key(Modifiers::COMMAND, Key::F)] },
            Self::ZoomIn => const { &[key(Modifiers::COMMAND, Key::Plus), key(Modifiers::COMMAND, Key::Equals)] },
            Self::ZoomOut => const { &[key(Modifiers::COMMAND, Key::Minus)] },
            Self::ZoomReset => const { &[key(Modifiers::COMMAND, Key::Num0)] },
            Self::Sidebar => const { &[key(Modifiers::NONE, Key::F9)] },
            Self::FullScreen => const { &[key(Modifiers::NONE, Key::F11)] },
            Self::Back => const { &[key(Modifiers::ALT, Key::ArrowLeft), key(Modifiers::NONE, Key::BrowserBack)] },
            Self::Forward => const { &[key(Modifiers::ALT, Key::ArrowRight), key(Modifiers::NONE, Key::BrowserForward)] },
            Self::Show(Dialog::Palette) => const { &[key(Modifiers::COMMAND, Key::K), key(CTRL_SHIFT, Key::P)] },
            Self::Show(Dialog::Keys) => const { &[key(Modifiers::NONE, Key::F1), key(Modifiers::NONE, Key::Questionmark)] },
            Self::Menu => const { &[key(Modifiers::NONE, Key::F10)] },
            Self::CloseLayer => const { &[key(Modifiers::NONE, Key::Escape)] },
            Self::OpenEmbedded
            | Self::Export(_)
            | Self::CopyTable { .. }
            | Self::Picture(_)
            | Self::CopyLink
            | Self::SwitchLang
            | Self::Theme(ThemeChoice::System | ThemeChoice::Light | ThemeChoice::Dark)
            | Self::Beside
            | Self::SwapPanes
            | Self::Source
            | Self::Show(Dialog::About | Dialog::Reset) => &[],
        }
    }

    /// The key that is shown beside its name, such as `Ctrl Shift Z`; empty where it has none.
    pub fn keys(self) -> String {
        self.shortcuts().first().copied().map_or_else(String::new, written)
    }
}

/// A shortcut as it stands on a key cap.
pub fn written(shortcut: KeyboardShortcut) -> String {
    let modifiers = ModifierNames { concat: " ", ..ModifierNames::NAMES }.format(&shortcut.modifiers, cfg!(target_os = "macos"));
    let key = match shortcut.logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::Escape => "Esc",
        Key::Plus => "+",
        Key::Minus => "-",
        Key::Comma => ",",
        Key::Equals => "=",
        Key::Questionmark => "?",
        key => key.name(),
    };
    if modifiers.is_empty() { key.to_owned() } else { format!("{modifiers} {key}") }
}

/// Every key with what it does, those with more modifiers first: egui takes Ctrl+Shift+Z for Ctrl+Z as well.
pub fn shortcuts() -> Vec<(KeyboardShortcut, Action)> {
    let mut keys: Vec<(KeyboardShortcut, Action)> =
        Action::all().into_iter().flat_map(|action| action.shortcuts().iter().map(move |key| (*key, action))).collect();
    keys.sort_by_key(|(key, _)| !key.modifiers.shift);
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things_and_every_view_has_one() {
        let keys = shortcuts();
        for (nr, (key, action)) in keys.iter().enumerate() {
            assert!(keys.iter().skip(nr + 1).all(|(other, _)| other != key), "{key:?} of {action:?} is taken twice");
        }
        for view in View::ALL {
            assert_eq!(Action::View(view).shortcuts().len(), 1, "{view} has a digit");
        }
    }

    #[test]
    fn no_key_hides_behind_one_with_fewer_modifiers() {
        let keys = shortcuts();
        for (nr, (key, action)) in keys.iter().enumerate() {
            let hidden = keys
                .iter()
                .take(nr)
                .any(|(other, _)| other.logical_key == key.logical_key && key.modifiers.matches_logically(other.modifiers));
            assert!(!hidden, "{key:?} of {action:?} can never be pressed");
        }
    }

    #[test]
    fn keys_are_written_as_on_their_caps() {
        for (action, keys) in [
            (Action::Find, "Ctrl F"),
            (Action::Redo, "Ctrl Shift Z"),
            (Action::Back, "Alt ←"),
            (Action::Sidebar, "F9"),
            (Action::ZoomIn, "Ctrl +"),
            (Action::View(View::NotStated), "0"),
            (Action::SwitchLang, ""),
        ] {
            assert_eq!(action.keys(), keys, "{action:?}");
        }
    }
}
