//! What views and exports ask of a figure, with no window about: its places in the account, its checks, its notes.

use std::collections::HashMap;

use super::{AccountKind, Basis, Check, Claim, Dossier, Figure, FigureNr, Home, Moment, Origin, ReportSection, Stage, Verdict};
use crate::{
    article::{Article, SpanKind},
    locale::{Bilingual, Lang, sentence, tr_args},
};

/// A link in the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The account's section, from 0.
    pub section: usize,
    /// The paragraph within the section, from 0.
    pub paragraph: usize,
    /// The link, as an index into [`crate::article::Paragraph::spans`].
    pub span: usize,
    /// Which of the figure's links within the paragraph, from 1.
    pub occurrence: u32,
}

/// Where an account links which figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    by_figure: HashMap<FigureNr, Vec<Place>>,
    by_paragraph: HashMap<(usize, usize), Vec<FigureNr>>,
}

impl Links {
    /// The links of an account whose targets are known; other links are left out.
    pub fn new(article: &Article, find: impl Fn(&str) -> Option<FigureNr>) -> Self {
        let mut links = Self::default();
        for (section, paragraphs) in article.sections.iter().enumerate() {
            for (paragraph, content) in paragraphs.paragraphs.iter().enumerate() {
                for (span, mark) in content.spans.iter().enumerate() {
                    if let SpanKind::Link(target) = &mark.kind
                        && let Some(nr) = find(target.as_str())
                    {
                        links.add(nr, Place { section, paragraph, span, occurrence: 1 });
                    }
                }
            }
        }
        links
    }

    fn add(&mut self, nr: FigureNr, place: Place) {
        let places = self.by_figure.entry(nr).or_default();
        // Links come in the order of the text, so that the last one tells whether there was one in this paragraph.
        let last = places.last().filter(|last| (last.section, last.paragraph) == (place.section, place.paragraph));
        let occurrence = last.map_or(1, |last| last.occurrence.saturating_add(1));
        places.push(Place { occurrence, ..place });
        if occurrence == 1 {
            self.by_paragraph.entry((place.section, place.paragraph)).or_default().push(nr);
        }
    }

    /// Every link to a figure, in the order of the text.
    pub fn places(&self, nr: FigureNr) -> &[Place] {
        self.by_figure.get(&nr).map(Vec::as_slice).unwrap_or_default()
    }

    /// The figures that a paragraph links, each once, in the order of the text.
    pub fn figures(&self, section: usize, paragraph: usize) -> &[FigureNr] {
        self.by_paragraph.get(&(section, paragraph)).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Dossier {
    /// The numbers of the figures that are held, in the order of the files: all but those of rows that stay in theirs.
    pub fn held_figure_nrs(&self) -> impl Iterator<Item = FigureNr> + use<> {
        (0..u32::try_from(self.figures.len()).unwrap_or(u32::MAX)).map(FigureNr)
    }

    /// The checks a figure is part of, in the dossier's order.
    pub fn checks_of(&self, nr: FigureNr) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(move |check| check.claim.figures().contains(&nr))
    }

    /// The check that tells how a figure is known: the sum that it is, or else the share that it has.
    pub fn proof(&self, nr: FigureNr) -> Option<&Check> {
        let is_sum = |check: &&Check| matches!(check.claim, Claim::Sum { whole, .. } if whole == nr);
        let is_share = |check: &&Check| matches!(check.claim, Claim::Ratio { part, .. } if part == nr);
        self.checks.iter().find(is_sum).or_else(|| self.checks.iter().find(is_share))
    }

    /// The checks that a paragraph of the account should show: those that come to a figure it links,
    /// and those without a result all of whose figures it links.
    pub fn checks_at(&self, section: usize, paragraph: usize, lang: Lang) -> Vec<&Check> {
        let linked = self.links(lang).figures(section, paragraph);
        let shows = |check: &&Check| match check.claim.whole() {
            Some(whole) => linked.contains(&whole),
            None => check.claim.figures().iter().all(|nr| linked.contains(nr)),
        };
        self.checks.iter().filter(shows).collect()
    }

    /// The checks in the order of [`Verdict::TOLD`]; within a verdict in the dossier's order.
    pub fn checks_told(&self) -> Vec<&Check> {
        let of = |verdict: Verdict| self.checks.iter().filter(move |check| check.outcome.verdict == verdict);
        Verdict::TOLD.into_iter().flat_map(of).collect()
    }

    /// The sums that the projects are held against: those over their rows, and those beside such a sum in the same topic,
    /// that come to what the report states.
    pub fn checks_of_projects(&self) -> Vec<&Check> {
        let stated = |check: &Check| {
            let (Claim::Sum { whole, .. } | Claim::SumAtMost { whole, .. }) = check.claim else { return None };
            Some(self.figure(whole)).filter(|figure| figure.origin == Origin::Stated).map(|figure| figure.home)
        };
        let is_row = |nr: &FigureNr| matches!(self.home(*nr), Home::Project(_));
        let sums: Vec<(&Check, Home)> = self.checks.iter().filter_map(|check| Some((check, stated(check)?))).collect();
        let over_rows = sums.iter().filter(|(check, _)| check.claim.figures().iter().any(is_row));
        let homes: Vec<Home> = over_rows.map(|(_, home)| *home).collect();
        sums.into_iter().filter(|(_, home)| homes.contains(home)).map(|(check, _)| check).collect()
    }

    /// The figures that the account in one language links nowhere; of a summary, without those of the tables' rows.
    pub fn unlinked(&self, lang: Lang) -> Vec<FigureNr> {
        let is_summary = self.meta.account == AccountKind::Summary;
        let is_owed = |figure: &Figure| !(is_summary && figure.home.is_row());
        let all = self.held_figure_nrs().zip(&self.figures).filter(|(_, figure)| is_owed(figure)).map(|(nr, _)| nr);
        all.filter(|nr| self.links(lang).places(*nr).is_empty()).collect()
    }

    /// The figure to show in the account for this one: itself, or where it is linked nowhere, one that the report states in
    /// the same words, else one of the same row.
    pub fn shown_for(&self, nr: FigureNr, lang: Lang) -> Option<FigureNr> {
        let figure = self.figure(nr);
        let is_linked = |nr: &FigureNr| !self.links(lang).places(*nr).is_empty();
        let find =
            |is_near: &dyn Fn(&Figure) -> bool| self.held_figure_nrs().find(|other| is_linked(other) && is_near(self.figure(*other)));
        Some(nr)
            .filter(is_linked)
            .or_else(|| find(&|other| other.home == figure.home && other.evidence.iter().any(|place| figure.evidence.contains(place))))
            .or_else(|| find(&|other| other.evidence.iter().any(|place| figure.evidence.contains(place))))
            .or_else(|| find(&|other| other.home == figure.home && figure.home != Home::Approval))
    }

    /// The report's section that states a figure first.
    pub fn report_section(&self, figure: &Figure) -> Option<&ReportSection> {
        self.meta.report_sections.get(figure.evidence.first()?.section)
    }

    /// The name of the row that a figure belongs to; none for the approvals, whose rows are figures.
    pub fn row_name(&self, home: Home) -> Option<&Bilingual> {
        match home {
            Home::Project(row) => Some(&self.projects.get(row)?.name),
            Home::Work(row) => Some(&self.infrastructure.get(row)?.name),
            Home::Approval => None,
            Home::Zone(row) => Some(&self.zone.get(row)?.name),
            Home::Service(row) => Some(&self.services.get(row)?.name),
            Home::Reform(row) => Some(&self.reform.get(row)?.name),
        }
    }

    /// What stands beside a figure, a sentence each: our note, how its dates were resolved, its condition, its scope.
    pub fn notes(&self, figure: &Figure, lang: Lang) -> Vec<String> {
        let own = figure.note.as_ref().map(|note| note.get(lang).to_owned());
        let date = figure.moment().and_then(|moment| self.resolution(moment, lang));
        let as_of = figure.as_of.as_ref().and_then(|moment| self.resolution(moment, lang));
        let told = |text: &Option<Bilingual>, key| text.as_ref().map(|text| tr_args(lang, key, &[("text", text.get(lang).into())]));
        let condition = told(&figure.condition, "note-condition");
        let scope = told(&figure.scope, "note-scope");
        [own, date, as_of, condition, scope].into_iter().flatten().map(|note| sentence(lang, &note)).collect()
    }

    /// The notes of a figure as one text; none if there are none.
    pub fn note(&self, figure: &Figure, lang: Lang) -> Option<String> {
        let notes = self.notes(figure, lang);
        let separator = if lang == Lang::Zh { "" } else { " " };
        (!notes.is_empty()).then(|| notes.join(separator))
    }

    /// How a date that the report does not write out was found; none where it is written out.
    pub fn resolution(&self, moment: &Moment, lang: Lang) -> Option<String> {
        let key = match moment.basis {
            Basis::Stated => return None,
            Basis::Relative => "resolution-relative",
            Basis::Inferred => "resolution-inferred",
            Basis::Report => "resolution-report",
            Basis::Unclear => "resolution-unclear",
        };
        let date = moment.date.map(|date| date.to_string()).unwrap_or_default();
        let published = self.meta.date.to_string();
        Some(tr_args(lang, key, &[("text", moment.text.as_str().into()), ("date", date.into()), ("published", published.into())]))
    }
}

impl super::Project {
    /// The stage shown: the first the report gives.
    pub fn stage(&self) -> Option<Stage> {
        self.stages.first().map(|claim| claim.stage)
    }
}

#[cfg(test)]
#[path = "facts_tests.rs"]
mod tests;
