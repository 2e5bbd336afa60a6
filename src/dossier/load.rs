//! From files to a [`Dossier`], with all mistakes reported together.
//!
//! Nothing here panics or hangs, whatever the files hold: each file is checked to be a regular one of bearable size
//! before it is read, JSON nests at most 128 deep, and numbers are decimals of bounded length. A mistake is told once,
//! where it is: what follows from it (a link to a figure that could not be read) stays silent.

mod account;
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
mod overview;
mod problem;
mod progress;
mod projects;
mod read;
mod scan;
mod tables;

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

pub use problem::Problem;
pub use progress::Progress;
pub use read::{embedded_files, num_bytes};

use super::{
    Approvals, Check, Dossier, Exclusion, Figure, FigureId, FigureNr, Home, Links, Meta, Overview, Project, Topic, Work, evaluate::evaluate,
};
use crate::{article::Article, locale::Lang};
use builder::Builder;
use problem::Problems;
use read::{Files, Source};

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
    let loaded = load_from(&Source::new(Files::Dir(dir.to_owned()), progress.clone()));
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

/// The tables as they are decoded.
struct Tables {
    zone: Vec<Topic>,
    projects: Vec<Project>,
    infrastructure: Vec<Work>,
    approvals: Approvals,
    services: Vec<Topic>,
    reform: Vec<Topic>,
}

fn load(files: Files) -> Result<Dossier, Vec<Problem>> {
    load_from(&Source::new(files, Progress::default()))
}

fn load_from(source: &Source) -> Result<Dossier, Vec<Problem>> {
    source.is_usable().map_err(|problem| vec![problem])?;
    let mut problems = Problems::default();
    let meta = meta::decode(source, &mut problems);
    let mut builder = Builder::new(source, meta.as_ref());
    let tables = Tables {
        zone: builder.topics("zone.json", Home::Zone, &mut problems),
        projects: builder.projects(&mut problems),
        infrastructure: builder.infrastructure(&mut problems),
        approvals: builder.approvals(&mut problems),
        services: builder.topics("services.json", Home::Service, &mut problems),
        reform: builder.topics("reform.json", Home::Reform, &mut problems),
    };
    let checks = builder.checks(&mut problems);
    let overview = builder.overview(&mut problems);
    let exclusions = exclusions::decode(&mut builder, &mut problems);
    let articles = Lang::ALL.map(|lang| account::read(source, lang, &mut problems));
    account::check(&builder, &articles, &exclusions, &mut problems);
    let Builder { figures, by_id, .. } = builder;
    finish(meta, tables, Rest { checks, overview, exclusions, articles, figures, by_id }, problems)
}

/// What is decoded beside the tables.
struct Rest {
    checks: Vec<Check>,
    overview: Overview,
    exclusions: Vec<Exclusion>,
    articles: [Option<Article>; 2],
    figures: Vec<Figure>,
    by_id: HashMap<FigureId, FigureNr>,
}

fn finish(meta: Option<Meta>, tables: Tables, rest: Rest, problems: Problems) -> Result<Dossier, Vec<Problem>> {
    let problems = problems.finish();
    let Rest { mut checks, overview, exclusions, articles, figures, by_id } = rest;
    let (Some(meta), [Some(article_zh), Some(article_en)], true) = (meta, articles, problems.is_empty()) else {
        return Err(problems);
    };
    for check in &mut checks {
        check.outcome = evaluate(&check.claim, &figures);
    }
    Ok(Dossier {
        meta,
        links_zh: Links::new(&article_zh, &by_id),
        links_en: Links::new(&article_en, &by_id),
        article_zh,
        article_en,
        zone: tables.zone,
        projects: tables.projects,
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
