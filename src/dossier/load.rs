//! From files to a [`Dossier`], with all mistakes reported together.
//!
//! Nothing here panics or hangs, whatever the files hold: each file is checked to be a regular one of bearable size
//! before it is read, JSON nests at most 128 deep, and numbers are decimals of bounded length. A mistake is told once,
//! where it is: what follows from it (a link to a figure that could not be read) stays silent.

mod account;
mod adder;
mod builder;
mod checks;
mod evidence;
mod exclusions;
mod fields;
mod figures;
mod json;
mod labels;
mod links;
mod meta;
mod on_disk;
mod overview;
mod pass;
mod passing;
mod problem;
mod projects;
mod read;
mod scan;
mod split;
mod tables;
mod wanted;

use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::Arc,
};

use hashbrown::HashMap;

pub use on_disk::Rows;
pub use pass::RowSink;
use pass::{Passed, pass};
pub use passing::Passing;
pub use problem::{Absence, Problem};
pub use read::{embedded_files, num_bytes};

use super::{
    AccountKind, Approvals, Check, Dossier, Exclusion, Figure, FigureId, FigureNr, Home, Links, Meta, Overview, Projects, Topic, Value,
    Work, evaluate::evaluate_with,
};
use crate::{article::Article, files::Stamp, locale::Lang, progress::Progress};
use builder::Builder;
use problem::Problems;
use read::{Files, Source};
use wanted::Wanted;

/// The embedded dossier.
pub fn embedded() -> Result<Dossier, Vec<Problem>> {
    load(Files::Embedded)
}

/// The dossier in a folder.
pub fn load_dir(dir: &Path) -> Result<Dossier, Vec<Problem>> {
    load(Files::Dir(dir.to_owned()))
}

/// Why a dossier was not loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotLoaded {
    /// Somebody looking on asked to stop.
    Cancelled,
    /// It has mistakes.
    Problems(Vec<Problem>),
}

/// The dossier in a folder, told how far it has come and stopped through `progress`.
///
/// # Errors
///
/// All mistakes together, or that it was stopped.
pub fn open_dir(dir: &Path, progress: &Progress) -> Result<Dossier, NotLoaded> {
    open_dir_with(dir, progress, None, &mut |_, _| ())
}

/// The same, with every project handed to `sink` as it passes by, where the projects stay in their file
/// ([`Projects::are_on_disk`]). That is decided by their size, or by a size that is given.
///
/// # Errors
///
/// All mistakes together, or that it was stopped. The sink may have seen some rows then.
pub fn open_dir_with(dir: &Path, progress: &Progress, least: Option<u64>, sink: RowSink<'_>) -> Result<Dossier, NotLoaded> {
    let source = Source::new(Files::Dir(dir.to_owned()), progress.clone());
    let loaded = load_from(&source, least.unwrap_or(LEAST_ON_DISK_BYTES), sink);
    if progress.is_cancelled() { Err(NotLoaded::Cancelled) } else { loaded.map_err(NotLoaded::Problems) }
}

/// A dossier from files in memory, by name; for tests and for editors that hold unsaved text.
pub fn load_files(files: Vec<(String, Vec<u8>)>) -> Result<Dossier, Vec<Problem>> {
    load(Files::Memory(files.into_iter().collect()))
}

/// The files of a dossier, in the order they are named to a person.
pub const FILES: [&str; 11] = [
    "dossier.json",
    "article.zh.md",
    "article.en.md",
    "zone.json",
    "projects.json",
    "infrastructure.json",
    "approvals.json",
    "services.json",
    "reform.json",
    "checks.json",
    "exclusions.json",
];

/// Files that a dossier may leave out.
pub const OPTIONAL_FILES: [&str; 1] = ["overview.json"];

/// A table of projects of so many bytes stays in its file, where the account is a summary: some twenty thousand rows.
const LEAST_ON_DISK_BYTES: u64 = 16 * 1024 * 1024;

/// The tables as they are decoded.
struct Tables {
    zone: Vec<Topic>,
    infrastructure: Vec<Work>,
    approvals: Approvals,
    services: Vec<Topic>,
    reform: Vec<Topic>,
}

fn load(files: Files) -> Result<Dossier, Vec<Problem>> {
    load_from(&Source::new(files, Progress::default()), LEAST_ON_DISK_BYTES, &mut |_, _| ())
}

/// Loads a dossier; where the projects take `least` bytes or more and may stay in their file, `sink` sees each row once.
fn load_from(source: &Source, least: u64, sink: RowSink<'_>) -> Result<Dossier, Vec<Problem>> {
    source.is_usable().map_err(|problem| vec![problem])?;
    let mut problems = Problems::default();
    let meta = meta::decode(source, &mut problems).map(Arc::new);
    if let Some(meta) = meta.as_ref().filter(|meta| meta.account == AccountKind::Summary)
        && let Some(file) = source.large("projects.json", least)
    {
        if let Some(loaded) = on_disk(source, meta, file, sink) {
            return loaded;
        }
        // Something is wrong with the table, or it cannot stay in its file after all.
        let mut problems = Problems::default();
        let mut builder = Builder::new(source, Some(meta));
        builder.projects_mistakes(&mut problems);
        if source.progress.is_cancelled() || !problems.is_empty() {
            let tables = builder.tables(&mut problems);
            return finish(Some(Arc::clone(meta)), tables, builder.rest(&mut problems), Vec::new().into(), problems);
        }
    }
    let mut builder = Builder::new(source, meta.as_deref());
    let zone = builder.topics("zone.json", Home::Zone, &mut problems);
    let projects = builder.projects(&mut problems);
    let tables = Tables { zone, ..builder.tables_but_zone(&mut problems) };
    let rest = builder.rest(&mut problems);
    finish(meta, tables, rest, projects.into(), problems)
}

/// Loads a dossier whose projects stay in their file; none if anything is wrong with a row.
fn on_disk(source: &Source, meta: &Arc<Meta>, file: File, sink: RowSink<'_>) -> Option<Result<Dossier, Vec<Problem>>> {
    let mut problems = Problems::default();
    let mut builder = Builder::new(source, Some(meta));
    let tables = builder.tables(&mut problems);
    let stamp = Stamp::of(&file).ok()?;
    let rows_file = file.try_clone().ok()?;
    let zones = Arc::clone(&builder.zones);
    let passed = pass((meta, &zones), file, &source.progress, Wanted::of(source), sink).ok()?;
    // A file that changed while it was read was not read.
    if Stamp::of(&rows_file).ok()? != stamp {
        return None;
    }
    let first = u32::try_from(builder.figures.len()).ok()?;
    let Passed { places, wanted, hashes, hasher } = passed;
    let rows = Rows::new((Arc::clone(meta), zones), (rows_file, stamp), places, (hashes, hasher), first)?;
    let builder = builder.with_table(&rows, &wanted);
    let mut rest = builder.rest(&mut problems);
    let values = |nr: FigureNr| wanted.value(nr.0.checked_sub(first)?).or_else(|| rows.figure(nr).map(|figure| &figure.value));
    rest.evaluate(values);
    rest.links = rest.find_links(|id| rows.find(id));
    Some(finish(Some(Arc::clone(meta)), tables, rest, rows.into(), problems))
}

impl Builder<'_> {
    fn tables(&mut self, problems: &mut Problems) -> Tables {
        let zone = self.topics("zone.json", Home::Zone, problems);
        Tables { zone, ..self.tables_but_zone(problems) }
    }

    fn tables_but_zone(&mut self, problems: &mut Problems) -> Tables {
        let infrastructure = self.infrastructure(problems);
        let approvals = self.approvals(problems);
        let mut services = self.topics("services.json", Home::Service, problems);
        services.extend(approvals.topic());
        let reform = self.topics("reform.json", Home::Reform, problems);
        Tables { zone: Vec::new(), infrastructure, approvals, services, reform }
    }

    /// What refers to the tables.
    fn rest(mut self, problems: &mut Problems) -> Rest {
        let checks = self.checks(problems);
        let overview = self.overview(problems);
        let exclusions = exclusions::decode(&mut self, problems);
        let articles = Lang::ALL.map(|lang| account::read(self.source, lang, problems));
        account::check(&self, &articles, &exclusions, problems);
        let Builder { figures, by_id, .. } = self;
        Rest { checks, overview, exclusions, articles, figures, by_id, links: None }
    }
}

/// What is decoded beside the tables.
struct Rest {
    checks: Vec<Check>,
    overview: Overview,
    exclusions: Vec<Exclusion>,
    articles: [Option<Article>; 2],
    figures: Vec<Figure>,
    by_id: HashMap<FigureId, FigureNr>,
    links: Option<[Links; 2]>,
}

impl Rest {
    /// Works out what comes of the checks; `other` has the values of figures that are not held.
    fn evaluate<'v>(&mut self, other: impl Fn(FigureNr) -> Option<&'v Value>) {
        for check in &mut self.checks {
            let value = |nr: FigureNr| match self.figures.get(nr.0 as usize) {
                Some(figure) => Some(&figure.value),
                None => other(nr),
            };
            check.outcome = evaluate_with(&check.claim, &value);
            check.shorten();
        }
    }

    /// Where the accounts link which figure; `other` finds figures that are not held. None without both accounts.
    fn find_links(&self, other: impl Fn(&str) -> Option<FigureNr>) -> Option<[Links; 2]> {
        let [Some(zh), Some(en)] = &self.articles else { return None };
        Some([zh, en].map(|article| Links::new(article, |id| self.by_id.get(id).copied().or_else(|| other(id)))))
    }
}

fn finish(
    meta: Option<Arc<Meta>>,
    tables: Tables,
    mut rest: Rest,
    projects: Projects,
    problems: Problems,
) -> Result<Dossier, Vec<Problem>> {
    let problems = problems.finish();
    if !projects.are_on_disk() && problems.is_empty() {
        rest.evaluate(|_| None);
        rest.links = rest.find_links(|_| None);
    }
    let Rest { checks, overview, exclusions, articles, figures, by_id, links } = rest;
    let (Some(meta), [Some(article_zh), Some(article_en)], Some([links_zh, links_en]), true) = (meta, articles, links, problems.is_empty())
    else {
        return Err(problems);
    };
    Ok(Dossier {
        meta,
        links_zh,
        links_en,
        article_zh,
        article_en,
        zone: tables.zone,
        projects,
        infrastructure: tables.infrastructure,
        approvals: tables.approvals,
        services: tables.services,
        reform: tables.reform,
        checks,
        overview,
        exclusions,
        figures,
        by_id,
    })
}

/// A file's name as a problem carries it.
fn file(name: &str) -> PathBuf {
    PathBuf::from(name)
}
