//! Opening another dossier: at once where it is small, in the background where it is large.
//!
//! The dossier before stays until the new one is there; where that is given up or has mistakes, it stays for good.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
    time::Duration,
};

use egui::{Context, Ui};

use super::{App, too_large};
use crate::{
    command::{Action, Command},
    dossier::{self, Dossier, NotLoaded, Problem},
    history::History,
    locale::{tr, tr_args},
    progress::Progress,
    route::{Focus, Route, View},
    sheets::ProjectsBuilder,
    views::{Views, opening, problems},
};

/// A dossier of so many bytes is read within the frame; it takes a tenth of a second.
pub(super) const MOST_AT_ONCE_BYTES: u64 = 4 * 1024 * 1024;

/// How long the bar stands still at most.
const TICK: Duration = Duration::from_millis(100);

/// A dossier with the views onto it.
pub(super) type Content = (Arc<Dossier>, Views);

/// A dossier on its way into the window.
pub(super) struct Opening {
    folder: PathBuf,
    progress: Progress,
    result: Receiver<Result<Content, NotLoaded>>,
    /// What to do once it is there: the view, the query and the copy of the report that the command line names.
    then: Then,
}

/// What to do once a dossier is open.
#[derive(Debug, Default)]
pub(super) struct Then {
    pub(super) view: Option<View>,
    pub(super) query: Option<String>,
    pub(super) commands: Vec<Command>,
}

/// A dossier that was asked for and has mistakes, while another one stays open.
pub(super) struct Refused {
    folder: PathBuf,
    problems: Vec<Problem>,
}

impl App {
    /// Opens the dossier in a folder in place of the one shown.
    ///
    /// A small one is there when this returns, a large one comes later; meanwhile the window shows how far it is.
    pub fn open_dossier(&mut self, ctx: &Context, folder: &Path) {
        self.open_dossier_then(ctx, folder, Then::default());
    }

    /// Opens a folder that may be gone since it was opened last; then it is no longer offered.
    pub(super) fn open_recent(&mut self, ctx: &Context, folder: &Path) {
        if let Some(name) = folder.to_str().filter(|_| !folder.exists())
            && self.state.recent.iter().any(|known| known == name)
        {
            self.state.recent.retain(|known| known != name);
            self.say(tr_args(self.state.lang, "notice-gone", &[("folder", name.into())]));
            return;
        }
        self.open_dossier(ctx, folder);
    }

    /// Opens the dossier that comes with the program.
    pub(super) fn open_embedded(&mut self) {
        self.cancel_opening();
        self.refused = None;
        self.note_dossier();
        self.show(with_views(dossier::embedded()), None);
    }

    /// Opens a dossier, then does what else was asked for.
    pub(super) fn open_dossier_then(&mut self, ctx: &Context, folder: &Path, then: Then) {
        self.cancel_opening();
        self.refused = None;
        if dossier::num_bytes(folder) <= MOST_AT_ONCE_BYTES {
            let loaded = load(folder, &Progress::default());
            return self.take(loaded, folder, then);
        }
        let progress = Progress::default();
        let (sender, result) = channel();
        let work = {
            let (folder, progress, ctx) = (folder.to_owned(), progress.clone(), ctx.clone());
            move || {
                // Nobody waits any more once the window has gone on to something else.
                sender.send(load(&folder, &progress)).ok();
                ctx.request_repaint();
            }
        };
        match thread::Builder::new().name("opening".to_owned()).spawn(work) {
            Ok(_) => self.opening = Some(Opening { folder: folder.to_owned(), progress, result, then }),
            // Without a thread the window waits: better than no dossier.
            Err(_) => self.take(load(folder, &Progress::default()), folder, then),
        }
    }

    /// Whether a dossier is on its way.
    pub fn is_opening(&self) -> bool {
        self.opening.is_some()
    }

    /// Gives up the dossier that is on its way; whether there was one.
    pub(super) fn cancel_opening(&mut self) -> bool {
        let Some(opening) = self.opening.take() else { return false };
        opening.progress.cancel();
        true
    }

    /// Goes back from the mistakes of a dossier to the one that is open; whether there were any.
    pub(super) fn close_refused(&mut self) -> bool {
        self.refused.take().is_some()
    }

    /// Takes over the dossier that was on its way, if it has come.
    pub(super) fn finish_opening(&mut self, ctx: &Context) {
        let Some(opening) = &mut self.opening else { return };
        match opening.result.try_recv() {
            Ok(loaded) => {
                let (then, folder) = (std::mem::take(&mut opening.then), std::mem::take(&mut opening.folder));
                self.opening = None;
                self.take(loaded, &folder, then);
                ctx.request_repaint();
            }
            Err(TryRecvError::Empty) => ctx.request_repaint_after(TICK),
            // The thread ended without a word.
            Err(TryRecvError::Disconnected) => self.opening = None,
        }
    }

    /// Whether something stands in the place of the views: a dossier on its way, one that was refused, one that has changed.
    pub(super) fn has_no_views(&self) -> bool {
        let is_stale = self.content.as_ref().is_ok_and(|(dossier, _)| dossier.projects.are_stale());
        self.opening.is_some() || self.refused.is_some() || is_stale
    }

    /// Draws what stands in the place of the views, if anything does; whether it did.
    pub(super) fn opening_ui(&mut self, ui: &mut Ui) -> bool {
        let lang = self.state.lang;
        if let Some(opening) = &self.opening {
            if opening::ui(ui, lang, &opening.folder, &opening.progress) {
                self.send(Command::CloseLayer);
            }
            return true;
        }
        let Ok((dossier, _)) = &self.content else { return false };
        if dossier.projects.are_stale() {
            // Reading it again would fail the same way as long as somebody writes to it: that is for the reader to say.
            if opening::stale_ui(ui, lang)
                && let Some(folder) = self.folder.clone()
            {
                self.send(Command::OpenDossier(folder));
            }
            return true;
        }
        let Some(refused) = &self.refused else { return false };
        let back = tr_args(lang, "error-back", &[("name", dossier.meta.short_place.get(lang).into())]);
        let mut ways = vec![(back, Command::CloseLayer)];
        ways.extend(self.ways_on(Some(&refused.folder)));
        self.commands.extend(problems::ui(ui, lang, &refused.problems, ways));
        true
    }

    /// Draws the mistakes of a dossier where no other one is open.
    pub(super) fn problems_ui(&mut self, ui: &mut Ui) {
        let ways = self.ways_on(self.folder.as_deref());
        self.commands.extend(problems::ui(ui, self.state.lang, self.problems(), ways));
    }

    /// What can be opened instead of a dossier that cannot be shown, by name.
    fn ways_on(&self, folder: Option<&Path>) -> Vec<(String, Command)> {
        let again = folder.map(|folder| (tr(self.state.lang, "opening-again").into_owned(), Command::OpenDossier(folder.to_owned())));
        let name = |action: Action| (tr(self.state.lang, action.name_key()).into_owned(), action.command());
        again.into_iter().chain([Action::OpenEmbedded, Action::OpenDossier].map(name)).collect()
    }

    /// Does what was asked for beside the dossier that is open now.
    pub(super) fn then(&mut self, then: Then) {
        if let Some(view) = then.view {
            self.arrive(Route::to(view));
        }
        if let Some(query) = then.query {
            if !self.state.view.is_table() {
                self.arrive(Route::to(self.state.table));
            }
            self.set_query(&query);
        }
        self.commands.extend(then.commands);
    }

    fn take(&mut self, loaded: Result<Content, NotLoaded>, folder: &Path, then: Then) {
        match loaded {
            Ok(content) => {
                self.note_dossier();
                self.show(Ok(content), Some(folder.to_owned()));
                self.then(then);
            }
            Err(NotLoaded::Cancelled) => {}
            Err(NotLoaded::Problems(problems)) => {
                for problem in &problems {
                    eprintln!("liucheng-viewer: {problem}");
                }
                if self.content.is_ok() {
                    self.refused = Some(Refused { folder: folder.to_owned(), problems });
                } else {
                    (self.content, self.folder) = (Err(problems), Some(folder.to_owned()));
                }
            }
        }
    }

    /// Shows a dossier where it was left.
    pub(super) fn show(&mut self, mut content: Result<Content, Vec<Problem>>, folder: Option<PathBuf>) {
        // From another folder the same relative path would be another place.
        let folder = folder.map(|folder| std::path::absolute(&folder).unwrap_or(folder));
        if let Ok((_, views)) = &mut content {
            views.article_mut().set_pane_width(self.state.article_pane_points);
            if let Some(folder) = &folder {
                self.state.remember_recent(folder);
            }
        }
        // Places and rows of the dossier before mean nothing in this one.
        (self.focus, self.history) = (Focus::None, History::default());
        (self.content, self.folder) = (content, folder);
        self.num_shown += 1;
        self.forget_palette();
        self.restore();
    }
}

/// A dossier with its views, or all that is wrong with it.
pub(super) type Loaded = Result<Content, Vec<Problem>>;

/// The views of a dossier added to it.
pub(super) fn with_views(dossier: Result<Dossier, Vec<Problem>>) -> Loaded {
    dossier.and_then(|dossier| match Views::new(&dossier) {
        Ok(views) => Ok((Arc::new(dossier), views)),
        Err(error) => Err(vec![too_large(&error)]),
    })
}

pub(super) fn at_once(folder: Option<&Path>) -> Loaded {
    with_views(folder.map_or_else(dossier::embedded, dossier::load_dir))
}

/// A dossier with its views, made wherever this is called.
fn load(folder: &Path, progress: &Progress) -> Result<Content, NotLoaded> {
    let mut projects = None;
    let dossier = dossier::open_dir_with(folder, progress, None, &mut |meta, row| {
        projects.get_or_insert_with(|| ProjectsBuilder::on_disk(meta)).push(meta, row);
    })?;
    // Where the projects are held, none of them passed by to the end.
    let views = match projects.filter(|_| dossier.projects.are_on_disk()) {
        Some(projects) => projects.finish().and_then(|projects| Views::with_projects(&dossier, projects)),
        None => Views::new(&dossier),
    };
    let views = views.map_err(|error| NotLoaded::Problems(vec![too_large(&error)]))?;
    Ok((Arc::new(dossier), views))
}
