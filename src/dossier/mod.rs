//! Everything known from one report: what it states, where it states it, and what holds between its figures.
//!
//! No drawing here, and no table queries: a dossier is loaded once, is complete and checked then, and does not change.

mod amount;
mod called;
pub mod check;
pub mod coverage;
pub mod evaluate;
pub mod facts;
pub mod figure;
pub mod form;
pub mod load;
pub mod moment;
pub mod money;
mod numeral;
pub mod overview;
mod projects;
pub mod quantity;
pub mod rows;
pub mod source;
pub mod unit;
pub mod working;

use std::sync::{Arc, LazyLock};

use hashbrown::HashMap;

pub use amount::Amount;
pub use check::{Check, Claim, Open, Outcome, Verdict};
pub use coverage::Coverage;
pub use facts::{Links, Place};
pub use figure::{Evidence, Figure, FigureId, FigureNr, Home, Origin, Status, Value};
pub use form::Parts;
pub use load::{Absence, NotLoaded, Passing, Problem, embedded, embedded_files, load_dir, load_files, num_bytes, open_dir, open_dir_with};
pub use moment::{Basis, Moment, PartialDate};
pub use money::MoneyUnit;
pub use overview::{Chart, FunnelRow, Named, Overview};
pub use projects::Projects;
pub use quantity::{NotAQuantity, Per, Qualifier, Quantity};
pub use rows::{Approvals, Event, Limit, Product, Project, ProjectRow, Stage, StageClaim, Topic, Window, Work, WorkGroup};
pub use source::{Found, Located, Source, SourceError};
pub use unit::{Dimension, Unit};
pub use working::Term;

use crate::{
    article::Article,
    locale::{Bilingual, Lang},
};

/// A dossier after loading: every reference resolved, every rule of its form checked.
#[derive(Debug)]
pub struct Dossier {
    /// Who, where, when.
    pub meta: Arc<Meta>,
    /// Our account in Chinese.
    pub article_zh: Article,
    /// Our account in English.
    pub article_en: Article,
    /// The zone itself: profile, clusters, what it signed.
    pub zone: Vec<Topic>,
    /// The projects the report names, in its order.
    pub projects: Projects,
    /// Roads, pipes and other works.
    pub infrastructure: Vec<Work>,
    /// Powers, cases, limits.
    pub approvals: Approvals,
    /// Services to firms.
    pub services: Vec<Topic>,
    /// How the zone runs and changes.
    pub reform: Vec<Topic>,
    /// Arithmetic claims over the figures, with their outcome.
    pub checks: Vec<Check>,
    /// What comes first.
    pub overview: Overview,
    /// Numbers that are no figures, and why.
    pub exclusions: Vec<Exclusion>,
    /// Every figure once, in the order of the files; without those of projects that stay in their file.
    pub figures: Vec<Figure>,
    /// Where each id stands in `figures`.
    pub by_id: HashMap<FigureId, FigureNr>,
    /// Where the Chinese account links each figure.
    pub links_zh: Links,
    /// Where the English account links each figure.
    pub links_en: Links,
}

/// Who, where, when: `dossier.json`.
#[derive(Debug)]
pub struct Meta {
    /// The dossier's id.
    pub id: String,
    /// The dossier's title.
    pub title: Bilingual,
    /// The zone, in full.
    pub place: Bilingual,
    /// The zone, as the sidebar names it.
    pub short_place: Bilingual,
    /// The day the report came out.
    pub date: PartialDate,
    /// The report's authors.
    pub bylines: Vec<Bilingual>,
    /// Where such a text was found.
    pub found: Bilingual,
    /// What this account does not vouch for.
    pub disclaimer: Bilingual,
    /// The report's own headline.
    pub report_title: String,
    /// Ids of the account's sections, in order.
    pub sections: Vec<String>,
    /// The report's own sections.
    pub report_sections: Vec<ReportSection>,
    /// The clusters that projects may be put in.
    pub clusters: Vec<Cluster>,
    /// The zones that projects may stand in, where the dossier is about several.
    pub zones: Vec<Zone>,
    /// What the account owes the tables.
    pub account: AccountKind,
    /// What a reader looks for and the report does not state.
    pub not_stated: Vec<NotStated>,
}

impl Meta {
    /// How many things a reader looks for and the report does not state.
    pub fn num_not_stated(&self) -> usize {
        self.not_stated.iter().map(|group| group.items.len()).sum()
    }
}

/// What an account owes the tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccountKind {
    /// It links every number and every date.
    #[default]
    Complete,
    /// It links what it tells; the rows of the projects and works speak for themselves.
    Summary,
}

/// A section of the report: evidence points into it.
#[derive(Debug)]
pub struct ReportSection {
    /// Its id in the dossier.
    pub id: String,
    /// Its heading, as printed.
    pub title: String,
    /// A short English name for it, ours.
    pub english: Option<String>,
}

impl ReportSection {
    /// What it is called in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match (lang, &self.english) {
            (Lang::En, Some(english)) => english,
            _ => &self.title,
        }
    }
}

/// A cluster of industry; putting a project into one is always editorial.
#[derive(Debug)]
pub struct Cluster {
    /// Its id in the dossier.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
}

/// A zone that projects stand in.
#[derive(Debug)]
pub struct Zone {
    /// Its id in the dossier.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The province it lies in.
    pub province: Bilingual,
}

/// A group of things the report does not state.
#[derive(Debug)]
pub struct NotStated {
    /// What the group is about.
    pub group: Bilingual,
    /// One line each.
    pub items: Vec<Bilingual>,
}

/// A number of the report or of the account that is no figure.
#[derive(Debug)]
pub struct Exclusion {
    /// The digits or numeral, as written.
    pub token: String,
    /// Why it is no figure.
    pub kind: ExclusionKind,
    /// The words around it, where it stands in the report.
    pub place: Option<Evidence>,
    /// The words around it where it stands in the page around the report; anywhere there.
    pub phrase: Option<String>,
    /// Whether it stands in our account too.
    pub in_account: bool,
    /// Why it is no figure, in words.
    pub reason: Bilingual,
}

/// Why a number is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExclusionKind {
    /// Part of a proper name.
    Name,
    /// An ordinal: phase one, Tuesday.
    Ordinal,
    /// Part of a slogan.
    Slogan,
    /// The web page around the report.
    Furniture,
    /// A set phrase.
    Idiom,
    /// The number of a list item.
    ListNumber,
}

/// Stands for a figure whose file has changed since it was opened.
static GONE: LazyLock<Figure> = LazyLock::new(|| Figure {
    id: FigureId("".into()),
    label: Bilingual::new("—", "—"),
    short: Bilingual::new("—", "—"),
    text: "—".to_owned(),
    english: None,
    value: Value::Words,
    status: None,
    as_of: None,
    scope: None,
    condition: None,
    note: None,
    origin: Origin::Editorial,
    evidence: Vec::new(),
    home: Home::Approval,
    is_item: false,
});

impl Dossier {
    /// The account in one language.
    pub fn article(&self, lang: Lang) -> &Article {
        match lang {
            Lang::Zh => &self.article_zh,
            Lang::En => &self.article_en,
        }
    }

    /// The figure with this number; a dash where its file has changed since.
    pub fn figure(&self, nr: FigureNr) -> &Figure {
        let held = self.figures.get(nr.0 as usize);
        held.or_else(|| self.projects.rows()?.figure(nr)).unwrap_or(&GONE)
    }

    /// How many figures there are, those in files included.
    pub fn num_figures(&self) -> usize {
        self.figures.len() + self.projects.rows().map_or(0, |rows| rows.num_figures() as usize)
    }

    /// The row that a figure belongs to, known without reading it.
    pub fn home(&self, nr: FigureNr) -> Home {
        let in_file = || self.projects.rows().and_then(|rows| rows.home(nr)).map(Home::Project);
        self.figures.get(nr.0 as usize).map(|figure| figure.home).or_else(in_file).unwrap_or_else(|| self.figure(nr).home)
    }

    /// Hands over every project with its figures, one after the other; those in files are not kept.
    pub fn each_project(&self, each: impl FnMut(usize, &ProjectRow<'_>)) {
        self.projects.for_each(&self.figures, each);
    }

    /// A project with its figures; none where there is no such row, or its file has changed since.
    pub fn project_row(&self, row: usize) -> Option<ProjectRow<'_>> {
        match self.projects.rows() {
            Some(rows) => rows.row(row),
            None => Some(ProjectRow { project: self.projects.get(row)?, figures: &self.figures, first: FigureNr(0) }),
        }
    }

    /// The zone that a project stands in.
    pub fn zone_of(&self, project: &Project) -> Option<&Zone> {
        self.meta.zones.get(project.zone?)
    }

    /// Where the account in one language links figures.
    pub fn links(&self, lang: Lang) -> &Links {
        match lang {
            Lang::Zh => &self.links_zh,
            Lang::En => &self.links_en,
        }
    }

    /// The number of the figure with this id.
    pub fn find(&self, id: &str) -> Option<FigureNr> {
        self.by_id.get(id).copied().or_else(|| self.projects.rows()?.find(id))
    }
}
