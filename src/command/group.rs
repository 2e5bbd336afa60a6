//! Where each action stands in the menu and among the keys.

use super::{Action, Dialog, Shot};
use crate::{export::Format, route::View, state::ThemeChoice};

/// Where actions that belong together are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Dossiers and the program.
    File,
    /// What leaves the window.
    Export,
    /// What is done to a table or a text.
    Edit,
    /// The views.
    Views,
    /// How everything is shown.
    Look,
    /// From place to place.
    Go,
    /// What one may want to know.
    Help,
}

impl Group {
    /// All groups, in the menu's order.
    pub const ALL: [Self; 7] = [Self::File, Self::Export, Self::Edit, Self::Views, Self::Look, Self::Go, Self::Help];

    /// The key of its name in the locales.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Export => "export-name",
            Self::Edit => "menu-edit",
            Self::Views => "menu-views",
            Self::Look => "menu-look",
            Self::Go => "menu-go",
            Self::Help => "menu-help",
        }
    }

    /// What belongs to it, in order.
    pub fn actions(self) -> Vec<Action> {
        use Action as A;
        match self {
            Self::File => vec![A::OpenDossier, A::OpenEmbedded, A::OpenSource, A::Show(Dialog::Settings), A::Quit],
            Self::Export => {
                let copies = [A::CopyTable { with_evidence: false }, A::CopyTable { with_evidence: true }];
                let pictures = Shot::ALL.map(A::Picture);
                Format::TABLE.into_iter().map(A::Export).chain(copies).chain(pictures).chain([A::Print]).collect()
            }
            Self::Edit => vec![A::Undo, A::Redo, A::Copy, A::CopyLink, A::Find],
            Self::Views => View::ALL.map(A::View).to_vec(),
            Self::Look => {
                let themes = ThemeChoice::ALL.map(A::Theme);
                let rest = [A::ZoomIn, A::ZoomOut, A::ZoomReset, A::Sidebar, A::FullScreen, A::Beside, A::SwapPanes, A::Source];
                [A::SwitchLang].into_iter().chain(themes).chain(rest).collect()
            }
            Self::Go => vec![A::Back, A::Forward, A::Show(Dialog::Palette), A::Menu, A::CloseLayer],
            Self::Help => vec![A::Show(Dialog::Keys), A::Show(Dialog::About), A::Show(Dialog::Reset)],
        }
    }
}
