//! From a row of the dossier to its [`Record`].

use super::{
    Entry, Field, PlannedBuilt, Record,
    passages::{passages, same_paragraph},
};
use crate::{
    dossier::{Check, Dossier, Figure, FigureNr, Product, Project, StageClaim, Status, Value, Verdict, Work, Zone},
    locale::{Bilingual, Lang, tr, tr_args},
    sheets::project_gaps,
    ui::marks::Kind,
    views::{number, words},
};

/// What a record is made with.
#[derive(Clone, Copy)]
struct Maker<'a> {
    dossier: &'a Dossier,
    lang: Lang,
}

/// The record of a project; none where there is no such row.
pub fn project(dossier: &Dossier, lang: Lang, row: usize) -> Option<Record> {
    let project = dossier.projects.get(row)?;
    let make = Maker { dossier, lang };
    let first = project.stages.first();
    let mark = first.and_then(|claim| Some((words::stage_mark(claim.stage)?, words::stage_word(lang, claim.stage))));
    let figures = Maker::project_figures(project);
    Some(Record {
        title: project.name.get(lang).to_owned(),
        mark,
        subtitle: make.project_subtitle(project),
        fields: make.project_fields(project),
        places: make.places(&figures),
        sentence: figures.into_iter().find(|nr| !dossier.figure(*nr).evidence.is_empty()),
        ..Record::default()
    })
}

/// The record of a work of infrastructure.
pub fn work(dossier: &Dossier, lang: Lang, row: usize) -> Option<Record> {
    let work = dossier.infrastructure.get(row)?;
    let make = Maker { dossier, lang };
    let slots = [("record-planned", work.planned), ("record-built", work.built), ("record-unclear", work.unclear)];
    let mut fields: Vec<Field> = slots.into_iter().filter_map(|(key, nr)| make.figure_field(key, nr)).collect();
    fields.extend(make.fact_fields(&work.facts));
    let figures: Vec<FigureNr> = slots.iter().filter_map(|(_, nr)| *nr).chain(work.facts.iter().copied()).collect();
    fields.extend(make.check_fields(&figures));
    fields.extend(make.not_stated_field(work.not_stated.as_ref()));
    Some(Record {
        title: work.name.get(lang).to_owned(),
        subtitle: make.other_name(&work.name),
        bar: make.planned_built(work),
        fields,
        places: make.places(&figures),
        sentence: figures.into_iter().find(|nr| !dossier.figure(*nr).evidence.is_empty()),
        ..Record::default()
    })
}

/// The record of one figure or fact.
pub fn fact(dossier: &Dossier, lang: Lang, nr: FigureNr) -> Record {
    let make = Maker { dossier, lang };
    let figure = dossier.figure(nr);
    let mut fields = vec![Field { label: tr(lang, "record-value").into_owned(), entries: vec![make.entry(nr)] }];
    if figure.value == Value::Words && lang == Lang::En {
        fields.push(Field { label: tr(lang, "column-text").into_owned(), entries: vec![Entry::words(figure.text.clone())] });
    }
    if let Some(moment) = &figure.as_of {
        let date = moment.date.map_or_else(|| moment.text.clone(), |date| date.to_string());
        fields.push(Field { label: tr(lang, "record-as-of").into_owned(), entries: vec![Entry::words(date)] });
    }
    let origin = tr(lang, &format!("origin-{}", figure.origin.code())).into_owned();
    fields.push(Field { label: tr(lang, "record-origin").into_owned(), entries: vec![Entry::words(origin)] });
    fields.extend(make.check_fields(&[nr]));
    fields.extend(same_paragraph(dossier, lang, nr));
    Record {
        title: figure.label.get(lang).to_owned(),
        mark: words::told_status(lang, figure),
        subtitle: make.other_name(&figure.label),
        fields,
        places: make.places(&[nr]),
        sentence: Some(nr).filter(|_| !figure.evidence.is_empty()),
        ..Record::default()
    }
}

/// The line about what is not said of a row.
pub fn not_stated(lang: Lang, text: Option<&Bilingual>) -> Option<Field> {
    Some(Field { label: tr(lang, "record-not-stated").into_owned(), entries: vec![Entry::words(text?.get(lang))] })
}

impl Maker<'_> {
    fn tr(self, key: &str) -> String {
        tr(self.lang, key).into_owned()
    }

    /// The name in the other language: a Chinese reader of a firm's romanised name learns that it is ours.
    fn other_name(self, name: &Bilingual) -> String {
        let other = name.get(self.lang.other());
        if other == name.get(self.lang) { String::new() } else { other.to_owned() }
    }

    /// Plan and work, where the report gives both in one unit.
    fn planned_built(self, work: &Work) -> Option<PlannedBuilt> {
        let quantity = |nr: Option<FigureNr>| number::of(self.dossier, nr);
        let (planned, built) = quantity(work.planned).zip(quantity(work.built))?;
        let words = [("record-built", work.built?), ("record-planned", work.planned?)];
        (planned.unit.dimension == built.unit.dimension).then(|| PlannedBuilt {
            planned: number::length(planned),
            built: number::length(built),
            words: words.map(|(key, nr)| format!("{} {}", self.tr(key), self.dossier.figure(nr).display(self.lang))),
        })
    }

    fn project_subtitle(self, project: &Project) -> String {
        let full = project.full_name.map(|nr| self.dossier.figure(nr).display(self.lang));
        match full {
            Some(full) => format!("{} {full}", self.tr("record-full-name")),
            None => self.other_name(&project.name),
        }
    }

    fn project_figures(project: &Project) -> Vec<FigureNr> {
        let slots = [project.investment, project.output, project.jobs];
        let products = project.products.iter().flat_map(|product| [product.capacity, product.named]);
        let mut figures: Vec<FigureNr> = slots.into_iter().chain(products).flatten().collect();
        figures.extend(project.dates.iter().map(|event| event.date));
        figures.extend(project.stages.iter().map(|claim| claim.phrase));
        figures.extend(&project.facts);
        figures
    }

    fn project_fields(self, project: &Project) -> Vec<Field> {
        let mut fields = Vec::new();
        if !project.stages.is_empty() {
            let entries = project.stages.iter().enumerate().map(|(nr, claim)| self.stage_entry(project, nr, claim)).collect();
            fields.push(Field { label: self.tr("record-stage"), entries });
        }
        fields.extend(self.figure_field("record-investment", project.investment));
        let products: Vec<Entry> = project.products.iter().map(|product| self.product_entry(product)).collect();
        if !products.is_empty() {
            fields.push(Field { label: self.tr("record-product"), entries: products });
        }
        let capacities: Vec<Entry> = project.products.iter().filter_map(|product| Some(self.entry(product.capacity?))).collect();
        if !capacities.is_empty() {
            fields.push(Field { label: self.tr("record-capacity"), entries: capacities });
        }
        fields.extend(self.figure_field("record-output", project.output));
        fields.extend(self.figure_field("record-jobs", project.jobs));
        for event in &project.dates {
            let label = self.tr(&format!("event-{}", event.event));
            fields.push(Field { label, entries: vec![self.entry(event.date)] });
        }
        fields.extend(self.fact_fields(&project.facts));
        fields.extend(self.cluster_field(project));
        fields.extend(self.dossier.zone_of(project).map(|zone| self.zone_field(zone)));
        if !project.aliases.is_empty() {
            let entries = project.aliases.iter().map(|nr| self.entry(*nr)).collect();
            fields.push(Field { label: self.tr("record-aliases"), entries });
        }
        let rendering = Entry { text: project.name.en.clone(), kind: Kind::Editorial, ..Entry::default() };
        let rendering = Entry { notes: vec![self.tr("origin-rendering-note")], ..rendering };
        fields.push(Field { label: self.tr("record-english"), entries: vec![rendering] });
        fields.extend(self.check_fields(&project.investment.into_iter().collect::<Vec<_>>()));
        fields.extend(passages(self.dossier, self.lang, &Maker::project_figures(project)));
        fields.extend(self.not_stated_field(project_gaps(project).as_ref()));
        fields
    }

    fn stage_entry(self, project: &Project, nr: usize, claim: &StageClaim) -> Entry {
        let word = words::stage_word(self.lang, claim.stage);
        let text = claim.part.as_ref().map_or_else(|| word.clone(), |part| format!("{word} {}", part.get(self.lang)));
        let is_last = nr + 1 == project.stages.len();
        Entry {
            text,
            mark: words::stage_mark(claim.stage).map(|mark| (mark, word)),
            warning: (is_last && project.has_conflict()).then(|| self.tr("stage-conflict")),
            ..self.evidence_of(claim.phrase)
        }
    }

    fn product_entry(self, product: &Product) -> Entry {
        let named = product.named.map(|nr| self.evidence_of(nr)).unwrap_or_default();
        Entry { text: product.name.get(self.lang).to_owned(), ..named }
    }

    /// The zone and its province.
    fn zone_field(self, zone: &Zone) -> Field {
        let text = format!("{}{}{}", zone.name.get(self.lang), self.tr("app-list-separator"), zone.province.get(self.lang));
        Field { label: self.tr("column-zone"), entries: vec![Entry::words(text)] }
    }

    fn cluster_field(self, project: &Project) -> Option<Field> {
        let cluster = self.dossier.meta.clusters.get(project.cluster?)?;
        let note = project.cluster_note.as_ref().map(|note| note.get(self.lang).to_owned());
        let entry = Entry {
            text: cluster.name.get(self.lang).to_owned(),
            kind: Kind::Editorial,
            notes: std::iter::once(self.tr("origin-editorial-note")).chain(note).collect(),
            ..Entry::default()
        };
        Some(Field { label: self.tr("record-cluster"), entries: vec![entry] })
    }

    fn figure_field(self, key: &str, nr: Option<FigureNr>) -> Option<Field> {
        Some(Field { label: self.tr(key), entries: vec![self.entry(nr?)] })
    }

    /// What else is said of a row, under labels that do not repeat its name.
    fn fact_fields(self, facts: &[FigureNr]) -> Vec<Field> {
        let label = |nr: FigureNr| self.dossier.figure(nr).short.get(self.lang).to_owned();
        facts.iter().map(|nr| Field { label: label(*nr), entries: vec![self.entry(*nr)] }).collect()
    }

    fn not_stated_field(self, not_stated: Option<&Bilingual>) -> Option<Field> {
        self::not_stated(self.lang, not_stated)
    }

    /// The checks that any of these figures is part of, refusals under a label of their own.
    fn check_fields(self, figures: &[FigureNr]) -> Vec<Field> {
        let (mut made, mut refused) = (Vec::new(), Vec::new());
        let concerned = |check: &&Check| check.claim.figures().iter().any(|nr| figures.contains(nr));
        for (nr, check) in self.dossier.checks.iter().enumerate().filter(|(_, check)| concerned(check)) {
            let verdict = check.outcome.verdict;
            let text = check.working(self.dossier, self.lang);
            let reason = check.reason(self.lang);
            let list = if verdict == Verdict::Refused { &mut refused } else { &mut made };
            // What came out stands behind the formula; of a sum within rounding the interval is told besides.
            let notes = reason.filter(|_| verdict == Verdict::Rounding).into_iter().collect();
            list.push(Entry { text, notes, check: Some(nr), ..Entry::default() });
        }
        let groups = [("record-checks", made), ("record-refused", refused)];
        groups.into_iter().filter(|(_, entries)| !entries.is_empty()).map(|(key, entries)| Field { label: self.tr(key), entries }).collect()
    }

    /// A figure with its mark, its phrases and all there is to remark.
    fn entry(self, nr: FigureNr) -> Entry {
        let figure = self.dossier.figure(nr);
        Entry {
            text: figure.display(self.lang),
            figure: Some(nr),
            kind: words::kind(figure.origin),
            mark: self.mark(figure),
            ..self.evidence_of(nr)
        }
    }

    fn mark(self, figure: &Figure) -> Option<(crate::ui::marks::Mark, String)> {
        let inferred = || (words::status_mark(Status::Unclear), self.tr("basis-inferred"));
        words::told_status(self.lang, figure).or_else(|| figure.is_inferred().then(inferred))
    }

    /// A figure's phrases and remarks, without its value.
    fn evidence_of(self, nr: FigureNr) -> Entry {
        let figure = self.dossier.figure(nr);
        let phrases = figure.phrases().into_iter().map(str::to_owned).collect();
        Entry { figure: Some(nr), phrases, notes: self.dossier.notes(figure, self.lang), ..Entry::default() }
    }

    /// Where the report speaks of these figures, each place once and in the report's order.
    fn places(self, figures: &[FigureNr]) -> Vec<String> {
        let evidence = figures.iter().flat_map(|nr| &self.dossier.figure(*nr).evidence);
        let mut places: Vec<(usize, u32)> = evidence.map(|evidence| (evidence.section, evidence.paragraph)).collect();
        places.sort_unstable();
        places.dedup();
        let title = |section: usize| self.dossier.meta.report_sections.get(section).map_or("", |section| section.name(self.lang));
        let separator = tr(self.lang, "app-list-separator");
        let words = |places: &[(usize, u32)]| {
            let section = places.first().map_or("", |(section, _)| title(*section));
            let paragraphs: Vec<String> = places.iter().map(|(_, paragraph)| paragraph.to_string()).collect();
            let paragraphs = paragraphs.join(&separator);
            tr_args(self.lang, "article-short-paragraph", &[("section", section.into()), ("paragraph", paragraphs.into())])
        };
        places.chunk_by(|a, b| a.0 == b.0).map(words).collect()
    }
}
