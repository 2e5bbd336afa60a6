//! Files held over the window, and dropped on it: dossiers to open, or a copy of the report.

use std::path::Path;

use egui::Context;

use super::App;
use crate::{command::Command, locale::tr, ui::overlay::overlay_ui};

impl App {
    /// Opens what was dropped. Of several files only one can stand beside the account: the last.
    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        if let Some(file) = ctx.input(|input| input.raw.dropped_files.last().map(|file| file.path().to_owned())) {
            self.send(opening(&file));
        }
    }

    /// Says what dropping would do, while a file is held over the window.
    pub(super) fn held_ui(&self, ctx: &Context) {
        let Some(held) = ctx.input(|input| input.raw.hovered_files.last().cloned()) else { return };
        // Some desktops tell what it is only once it is dropped.
        let key = match held.path.as_deref().map(opening) {
            Some(Command::OpenDossier(_)) => "drop-dossier",
            Some(_) => "drop-source",
            None => "drop-any",
        };
        overlay_ui(ctx, &tr(self.state.lang, key));
    }
}

/// What a file is for: a folder is a dossier, and so is that of the file which each has.
fn opening(file: &Path) -> Command {
    let is_dossier = file.file_name().is_some_and(|name| name == "dossier.json");
    match file.parent() {
        _ if file.is_dir() => Command::OpenDossier(file.to_owned()),
        Some(folder) if is_dossier => Command::OpenDossier(folder.to_owned()),
        _ => Command::OpenSource(file.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dossier_is_known_by_its_folder_or_its_first_file() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let dossier = here.join("assets/dossier");
        for (file, expected) in [
            (dossier.clone(), Command::OpenDossier(dossier.clone())),
            (dossier.join("dossier.json"), Command::OpenDossier(dossier.clone())),
            (here.join("README.md"), Command::OpenSource(here.join("README.md"))),
        ] {
            assert_eq!(opening(&file), expected);
        }
    }
}
