//! The rows of a dossier's tables. They hold no numbers of their own, only [`FigureNr`]s.

use super::{Figure, FigureNr};
use crate::locale::{Bilingual, tr};

/// A project the report names.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its id in the dossier.
    pub id: String,
    /// Its short name; the English one is our rendering.
    pub name: Bilingual,
    /// Its registered name, as the report prints it.
    pub full_name: Option<FigureNr>,
    /// Other names the report uses for it.
    pub aliases: Vec<FigureNr>,
    /// The cluster we put it in, as an index into [`super::Meta::clusters`]; editorial.
    pub cluster: Option<usize>,
    /// The zone it stands in, as an index into [`super::Meta::zones`].
    pub zone: Option<usize>,
    /// Why this cluster.
    pub cluster_note: Option<Bilingual>,
    /// What the report says of its stage; the first is shown, differing ones are a possible contradiction.
    pub stages: Vec<StageClaim>,
    /// Planned total investment.
    pub investment: Option<FigureNr>,
    /// Expected output.
    pub output: Option<FigureNr>,
    /// Jobs.
    pub jobs: Option<FigureNr>,
    /// What it makes.
    pub products: Vec<Product>,
    /// What happened when.
    pub dates: Vec<Event>,
    /// Everything else the report says of it.
    pub facts: Vec<FigureNr>,
    /// What the report does not say of it, besides what its empty fields tell.
    pub not_stated: Option<Bilingual>,
}

impl Project {
    /// Whether two passages about all of it give different stages.
    pub fn has_conflict(&self) -> bool {
        let mut stages = self.stages.iter().filter(|claim| claim.part.is_none()).map(|claim| claim.stage);
        let first = stages.next();
        stages.any(|stage| Some(stage) != first)
    }
}

/// A project with its figures at hand, wherever they are kept.
#[derive(Clone, Copy, Debug)]
pub struct ProjectRow<'a> {
    /// The project.
    pub project: &'a Project,
    /// Figures in a row, the project's among them.
    pub figures: &'a [Figure],
    /// The number of the first of them.
    pub first: FigureNr,
}

impl<'a> ProjectRow<'a> {
    /// A figure of this project.
    pub fn figure(&self, nr: FigureNr) -> Option<&'a Figure> {
        self.figures.get(nr.0.checked_sub(self.first.0)? as usize)
    }
}

/// A passage that tells a project's stage.
#[derive(Clone, Debug)]
pub struct StageClaim {
    /// The stage.
    pub stage: Stage,
    /// The words that say so.
    pub phrase: FigureNr,
    /// The part of the project it holds for, such as phase one.
    pub part: Option<Bilingual>,
}

/// How far a project has come; in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// In talks.
    Talks,
    /// Signed.
    Signed,
    /// Landed: signed and settled in the zone.
    Landed,
    /// Under construction.
    Building,
    /// In trial production.
    Trial,
    /// Producing.
    Running,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 6] = [Self::Talks, Self::Signed, Self::Landed, Self::Building, Self::Trial, Self::Running];

    /// The word in dossiers, queries and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Talks => "talks",
            Self::Signed => "signed",
            Self::Landed => "landed",
            Self::Building => "building",
            Self::Trial => "trial",
            Self::Running => "running",
        }
    }
}

/// A product of a project.
#[derive(Clone, Debug)]
pub struct Product {
    /// Its id in the dossier.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The words of the report that name it.
    pub named: Option<FigureNr>,
    /// Yearly capacity.
    pub capacity: Option<FigureNr>,
}

/// Something that happened on a date.
#[derive(Clone, Debug)]
pub struct Event {
    /// What happened: `settled`, `ground-broken`, `completed` or `started`; the locales have `event-…`.
    pub event: String,
    /// When.
    pub date: FigureNr,
}

/// A work of infrastructure, planned and built kept apart.
#[derive(Clone, Debug)]
pub struct Work {
    /// Its id in the dossier.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The group it stands in.
    pub group: WorkGroup,
    /// What is planned.
    pub planned: Option<FigureNr>,
    /// What is built.
    pub built: Option<FigureNr>,
    /// What the report's verb leaves open.
    pub unclear: Option<FigureNr>,
    /// Computed shares and whatever else is said.
    pub facts: Vec<FigureNr>,
    /// What the report does not say of it.
    pub not_stated: Option<Bilingual>,
}

/// Groups of works, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorkGroup {
    /// Roads.
    Roads,
    /// Pipes.
    Pipes,
    /// Everything else.
    Other,
}

impl WorkGroup {
    /// Every group, in the order shown.
    pub const ALL: [Self; 3] = [Self::Roads, Self::Pipes, Self::Other];

    /// The word in dossiers, queries and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Roads => "roads",
            Self::Pipes => "pipes",
            Self::Other => "other",
        }
    }
}

/// Approvals: powers taken over, cases completed, limits promised.
#[derive(Clone, Debug, Default)]
pub struct Approvals {
    /// All powers taken over.
    pub powers: Option<FigureNr>,
    /// Decided directly.
    pub direct: Option<FigureNr>,
    /// Entrusted.
    pub entrusted: Option<FigureNr>,
    /// All cases completed.
    pub completed: Option<FigureNr>,
    /// Cases completed by window.
    pub windows: Vec<Window>,
    /// Limits on days and visits.
    pub limits: Vec<Limit>,
    /// Ways of handling, and whatever else is said.
    pub facts: Vec<FigureNr>,
    /// What the report does not say.
    pub not_stated: Option<Bilingual>,
}

impl Approvals {
    /// The limits as a topic among the services, for a limit is a promise to firms; none without limits.
    pub(super) fn topic(&self) -> Option<Topic> {
        let facts: Vec<FigureNr> = self.limits.iter().flat_map(|limit| [limit.days, limit.visits]).flatten().collect();
        let name = Bilingual::from_fn(|lang| tr(lang, "topic-limits").into_owned());
        // No other topic has this id: theirs have no slash.
        (!facts.is_empty()).then(|| Topic { id: "approvals/limits".to_owned(), name, facts, not_stated: None })
    }
}

/// A counter that completes cases.
#[derive(Clone, Debug)]
pub struct Window {
    /// Its id in the dossier.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// Cases completed.
    pub completed: Option<FigureNr>,
}

/// A limit on days and visits.
#[derive(Clone, Debug)]
pub struct Limit {
    /// Its id in the dossier.
    pub id: String,
    /// What is limited.
    pub name: Bilingual,
    /// Under which condition.
    pub condition: Bilingual,
    /// At most so many days.
    pub days: Option<FigureNr>,
    /// At most so many visits.
    pub visits: Option<FigureNr>,
}

/// Facts that belong together.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its id in the dossier.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The facts, in the dossier's order.
    pub facts: Vec<FigureNr>,
    /// What the report does not say.
    pub not_stated: Option<Bilingual>,
}
