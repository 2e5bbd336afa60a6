//! What a dossier puts first: `overview.json`. It names figures and holds no number of its own.

use super::FigureNr;
use crate::locale::Bilingual;

/// What the first page shows; a dossier without the file shows every chart that its tables can fill.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// Facts that say where and what the zone is; those of one entry belong together.
    pub about: Vec<Vec<FigureNr>>,
    /// The figures that matter most.
    pub key: Vec<Named>,
    /// The charts, in order.
    pub charts: Vec<Chart>,
}

impl Default for Overview {
    fn default() -> Self {
        Self { about: Vec::new(), key: Vec::new(), charts: vec![Chart::PlannedBuilt, Chart::Windows, Chart::Stages] }
    }
}

/// A figure under a name that is short enough for its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The figure.
    pub figure: FigureNr,
    /// Its name here; without one, its own label.
    pub label: Option<Bilingual>,
}

/// A chart of the first page.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Wholes with their parts, and what stands beside and is no part of them.
    Funnel {
        /// What the chart is called.
        name: Bilingual,
        /// From the widest to the narrowest.
        rows: Vec<FunnelRow>,
    },
    /// Lengths planned against lengths built, from the works.
    PlannedBuilt,
    /// Cases completed by window, from the approvals.
    Windows,
    /// Projects by stage, each as long as its planned investment, from the projects.
    Stages,
}

impl Chart {
    /// The words for the kinds of charts.
    pub const CODES: [&str; 4] = ["funnel", "planned-built", "windows", "stages"];

    /// The word in dossiers.
    pub fn code(&self) -> &'static str {
        let [funnel, planned_built, windows, stages] = Self::CODES;
        match self {
            Self::Funnel { .. } => funnel,
            Self::PlannedBuilt => planned_built,
            Self::Windows => windows,
            Self::Stages => stages,
        }
    }
}

/// A row of a funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelRow {
    /// What the row counts.
    pub figure: Named,
    /// What it is made of, the most advanced first; none for what stands beside.
    pub parts: Vec<Named>,
}
