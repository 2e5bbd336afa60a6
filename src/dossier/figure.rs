//! One value the report states, with everything that makes it checkable.

use std::{borrow::Borrow, fmt, sync::Arc};

use super::{Basis, Moment, MoneyUnit, PartialDate, Quantity};
use crate::locale::{Bilingual, Lang};

/// A figure's id: its path in the dossier, such as `projects/shengxin/investment`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureId(pub Arc<str>);

impl FigureId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for FigureId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A figure's place in [`super::Dossier::figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureNr(pub u32);

/// One value the report states.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its path in the dossier.
    pub id: FigureId,
    /// What it measures, said alone: with the name of its row.
    pub label: Bilingual,
    /// What it measures, said within its row.
    pub short: Bilingual,
    /// The form as written in the report, or its words.
    pub text: String,
    /// The words in English; only for [`Value::Words`].
    pub english: Option<String>,
    /// What the text says.
    pub value: Value,
    /// How far it has come, where that applies.
    pub status: Option<Status>,
    /// The time it holds for.
    pub as_of: Option<Moment>,
    /// What it covers.
    pub scope: Option<Bilingual>,
    /// Under which condition it holds.
    pub condition: Option<Bilingual>,
    /// A remark of ours.
    pub note: Option<Bilingual>,
    /// Who says so.
    pub origin: Origin,
    /// Every place of the report that states it.
    pub evidence: Vec<Evidence>,
    /// The table row it belongs to.
    pub home: Home,
    /// Whether it is one item of a list that the report counts.
    pub is_item: bool,
}

impl Figure {
    /// Whether it is a date whose year the report leaves to be inferred.
    pub fn is_inferred(&self) -> bool {
        self.moment().is_some_and(|moment| moment.basis == Basis::Inferred)
    }
}

/// What a figure's text says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number with its unit, or bounds.
    Quantity(Quantity),
    /// A day, month or year.
    Date(Moment),
    /// No number: a name, a law, a way of working.
    Words,
}

/// How far a thing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Planned, not yet built or spent.
    Planned,
    /// Built or done.
    Built,
    /// In trial production.
    Trial,
    /// Reachable under a condition, such as full production.
    Potential,
    /// Aimed at.
    Target,
    /// Expected by a time to come.
    Forecast,
    /// The report's words do not tell.
    Unclear,
}

/// Who says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// The report.
    #[default]
    Stated,
    /// Arithmetic over stated figures.
    Computed,
    /// Our own classification.
    Editorial,
}

/// A place of the report that carries a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The words that carry it, byte for byte as in the report; at most 24 characters.
    pub phrase: String,
    /// The section, as an index into [`super::Meta::report_sections`].
    pub section: usize,
    /// The paragraph within the section, from 1.
    pub paragraph: u32,
    /// Which of the phrase's occurrences within the paragraph, from 1.
    pub occurrence: u32,
}

/// The table row a figure belongs to; numbers are row numbers of that table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Home {
    /// A row of the projects.
    Project(usize),
    /// A row of the works.
    Work(usize),
    /// The approvals: one row each figure.
    Approval,
    /// A topic of `zone.json`.
    Zone(usize),
    /// A topic of `services.json`.
    Service(usize),
    /// A topic of `reform.json`.
    Reform(usize),
}

impl Home {
    /// Whether it is a row of the projects or the works, which a summary need not tell.
    pub fn is_row(self) -> bool {
        matches!(self, Self::Project(_) | Self::Work(_))
    }
}

impl Figure {
    /// Its number, where it has one.
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.value {
            Value::Quantity(quantity) => Some(quantity),
            Value::Date(_) | Value::Words => None,
        }
    }

    /// The report's phrases that carry it, each once.
    pub fn phrases(&self) -> Vec<&str> {
        let mut phrases: Vec<&str> = Vec::new();
        for place in &self.evidence {
            if !phrases.contains(&place.phrase.as_str()) {
                phrases.push(&place.phrase);
            }
        }
        phrases
    }

    /// Its date with the words that give it, where it is one.
    pub fn moment(&self) -> Option<&Moment> {
        match &self.value {
            Value::Date(moment) => Some(moment),
            Value::Quantity(_) | Value::Words => None,
        }
    }

    /// Its date, where it is one.
    pub fn date(&self) -> Option<PartialDate> {
        self.moment()?.date
    }

    /// What a cell shows: the natural form of a quantity, an ISO date, or the words in that language.
    pub fn display(&self, lang: Lang) -> String {
        match &self.value {
            Value::Quantity(quantity) => quantity.format(lang),
            Value::Date(moment) => moment.date.map_or_else(|| self.text.clone(), |date| date.to_string()),
            Value::Words => self.words(lang).to_owned(),
        }
    }

    /// The same with money in the unit that it is shown in.
    pub fn display_in(&self, lang: Lang, money: MoneyUnit) -> String {
        self.quantity().map_or_else(|| self.display(lang), |quantity| quantity.format_in(lang, money))
    }

    /// The form as written; of words, their English where that is asked for.
    pub fn words(&self, lang: Lang) -> &str {
        match (lang, &self.english) {
            (Lang::En, Some(english)) => english,
            _ => &self.text,
        }
    }
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 7] = [Self::Planned, Self::Built, Self::Trial, Self::Potential, Self::Target, Self::Forecast, Self::Unclear];

    /// The word in dossiers, queries and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Built => "built",
            Self::Trial => "trial",
            Self::Potential => "potential",
            Self::Target => "target",
            Self::Forecast => "forecast",
            Self::Unclear => "unclear",
        }
    }
}

impl Origin {
    /// Every origin.
    pub const ALL: [Self; 3] = [Self::Stated, Self::Computed, Self::Editorial];

    /// The word in dossiers, queries and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Computed => "computed",
            Self::Editorial => "editorial",
        }
    }
}
