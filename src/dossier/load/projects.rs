//! `projects.json`: the projects the report names.

use std::collections::HashSet;

use super::{
    Problems,
    builder::Builder,
    fields::{Fields, Sink},
    figures::{Expect, Slot},
    json::{At, Json},
    labels::Label,
    meta::is_id,
    problem::{choices, quoted},
};
use crate::{
    dossier::{Event, FigureNr, Home, Product, Project, Stage, StageClaim},
    locale::Bilingual,
};

const STAGES: [(&str, Stage); 6] = [
    ("talks", Stage::Talks),
    ("signed", Stage::Signed),
    ("landed", Stage::Landed),
    ("building", Stage::Building),
    ("trial", Stage::Trial),
    ("running", Stage::Running),
];

/// Events with the name of their date in the locales.
const EVENTS: [(&str, &str); 4] = [
    ("settled", "field-settled"),
    ("ground-broken", "field-ground-broken"),
    ("completed", "field-completed-date"),
    ("started", "field-started"),
];

/// The row that a project's figures belong to.
struct Row<'r> {
    prefix: String,
    name: &'r Bilingual,
    home: Home,
}

impl Row<'_> {
    fn slot(&self, id: &str, label: Label, expect: Expect) -> Slot {
        Slot { id: [&self.prefix, "/", id].concat(), label: Some(label), row: None, expect, home: self.home, status: None }
    }
}

impl Builder<'_> {
    /// Reads the projects.
    pub(super) fn projects(&mut self, problems: &mut Problems) -> Vec<Project> {
        let mut projects = Vec::new();
        let mut ids = HashSet::new();
        self.rows("projects.json", problems, |builder, sink, row, json| {
            projects.push(builder.project(json, &At::Root.index(row), projects.len(), Some(&mut ids), sink)?);
            Some(())
        });
        projects
    }

    /// Reads the projects for their mistakes alone, and lets each row go: a large table need not fit into memory for that.
    pub(super) fn projects_mistakes(&mut self, problems: &mut Problems) {
        let mut ids = HashSet::new();
        let held = self.figures.len();
        self.rows("projects.json", problems, |builder, sink, row, json| {
            let read = builder.project(json, &At::Root.index(row), row, Some(&mut ids), sink);
            builder.forget_from(held);
            read.map(|_| ())
        });
        // What refers into the table is looked at once its rows are right.
        self.leave_unread("projects.json");
    }

    /// Reads one project, whose number among the rows is `row`.
    pub(super) fn project(
        &mut self,
        json: Json<'_>,
        at: &At<'_>,
        row: usize,
        ids: Option<&mut HashSet<String>>,
        sink: &mut Sink<'_>,
    ) -> Option<Project> {
        let (mut fields, id, name) = self.head(json, at, sink, ids)?;
        let row = Row { prefix: ["projects/", &id].concat(), name: &name, home: Home::Project(row) };
        let full_name = self.field(&mut fields, at, &row, ("full_name", "full-name", "field-full-name"), Expect::Words, sink);
        let aliases = self.aliases(&mut fields, at, &row, sink);
        let cluster = self.cluster(&mut fields, at, sink);
        let zone = self.zone(&mut fields, at, sink);
        let cluster_note = fields.bilingual("cluster_note", at, sink);
        let stages = self.stages(&mut fields, at, &row, sink);
        let investment = self.field(&mut fields, at, &row, ("investment", "investment", "field-investment"), Expect::Money, sink);
        let output = self.field(&mut fields, at, &row, ("output", "output", "field-output"), Expect::Money, sink);
        let jobs = self.field(&mut fields, at, &row, ("jobs", "jobs", "field-jobs"), Expect::Count, sink);
        let products = self.products(&mut fields, at, &row, sink);
        let dates = self.dates(&mut fields, at, &row, sink);
        let facts = self.facts(&mut fields, at, (&[&row.prefix, "/facts"].concat(), Some(row.name), row.home), sink);
        let not_stated = fields.bilingual("not_stated", at, sink);
        fields.finish(at, sink);
        Some(Project {
            id,
            name,
            full_name,
            aliases,
            cluster,
            zone,
            cluster_note,
            stages,
            investment,
            output,
            jobs,
            products,
            dates,
            facts,
            not_stated,
        })
    }

    /// A figure in a field of its own: the field's name, its part of the id, and the key of what it measures.
    fn field(
        &mut self,
        fields: &mut Fields<'_>,
        at: &At<'_>,
        row: &Row<'_>,
        (name, id, key): (&'static str, &str, &'static str),
        expect: Expect,
        sink: &mut Sink<'_>,
    ) -> Option<FigureNr> {
        let json = fields.take(name)?;
        let label = self.labels.row(row.name, key);
        self.figure(json, &at.key(name), row.slot(id, label, expect), sink)
    }

    fn aliases(&mut self, fields: &mut Fields<'_>, at: &At<'_>, row: &Row<'_>, sink: &mut Sink<'_>) -> Vec<FigureNr> {
        let place = at.key("aliases");
        let mut aliases = Vec::new();
        for (index, json) in fields.array("aliases", at, sink).enumerate() {
            let label = self.labels.row(row.name, "field-alias");
            let slot = row.slot(&format!("aliases/{}", index + 1), label, Expect::Words);
            aliases.extend(self.figure(json, &place.index(index), slot, sink));
        }
        aliases
    }

    fn cluster(&mut self, fields: &mut Fields<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<usize> {
        let id = fields.word("cluster", at, sink)?;
        let clusters = &self.meta?.clusters;
        let found = clusters.iter().position(|cluster| cluster.id == id);
        if found.is_none() {
            let ids = choices(clusters.iter().map(|cluster| cluster.id.as_str()));
            sink.problem(&at.key("cluster"), quoted(id), format!("a cluster: {ids}"));
        }
        found
    }

    fn zone(&mut self, fields: &mut Fields<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<usize> {
        let id = fields.word("zone", at, sink)?;
        let found = self.zones.get(id).copied();
        if found.is_none()
            && let Some(meta) = self.meta
        {
            let expected = match choices(meta.zones.iter().map(|zone| zone.id.as_str())) {
                ids if ids.is_empty() => "no zone: dossier.json lists none".to_owned(),
                ids => format!("a zone: {ids}"),
            };
            sink.problem(&at.key("zone"), quoted(id), expected);
        }
        found
    }

    fn stages(&mut self, fields: &mut Fields<'_>, at: &At<'_>, row: &Row<'_>, sink: &mut Sink<'_>) -> Vec<StageClaim> {
        let place = at.key("stages");
        let mut stages = Vec::new();
        for (index, json) in fields.array("stages", at, sink).enumerate() {
            let at = place.index(index);
            let Some(mut fields) = Fields::of(json, &at, sink) else { continue };
            if !fields.has("stage") {
                sink.problem(&at, "no field `stage`", "a field `stage`");
            }
            let stage = fields.choice("stage", &at, sink, &STAGES);
            let label = self.labels.row(row.name, "field-stage");
            let slot = row.slot(&format!("stages/{}", index + 1), label, Expect::Words);
            let phrase = fields.need("phrase", &at, sink).and_then(|json| self.figure(json, &at.key("phrase"), slot, sink));
            let part = fields.bilingual("part", &at, sink);
            fields.finish(&at, sink);
            stages.extend(stage.zip(phrase).map(|(stage, phrase)| StageClaim { stage, phrase, part }));
        }
        stages
    }

    fn products(&mut self, fields: &mut Fields<'_>, at: &At<'_>, row: &Row<'_>, sink: &mut Sink<'_>) -> Vec<Product> {
        let place = at.key("products");
        let mut products = Vec::new();
        let mut ids = HashSet::new();
        for (index, json) in fields.array("products", at, sink).enumerate() {
            let at = place.index(index);
            let Some(mut fields) = Fields::of(json, &at, sink) else { continue };
            let id = fields.need_text("id", &at, sink).filter(|id| is_id(id, &at.key("id"), sink));
            let name = fields.need_bilingual("name", &at, sink);
            let (Some(id), Some(name)) = (id, name) else {
                self.leave_unread(sink.file);
                continue;
            };
            if !ids.insert(id.clone()) {
                sink.problem(&at.key("id"), format!("the id \"{id}\" again"), "each id once");
                continue;
            }
            let mut part = |name_of: &'static str, key, expect| {
                let json = fields.take(name_of)?;
                let slot = row.slot(&format!("products/{id}/{name_of}"), self.labels.product(row.name, key, &name), expect);
                self.figure(json, &at.key(name_of), slot, sink)
            };
            let named = part("named", "label-named", Expect::Words);
            let capacity = part("capacity", "label-capacity", Expect::Capacity);
            fields.finish(&at, sink);
            products.push(Product { id, name, named, capacity });
        }
        products
    }

    fn dates(&mut self, fields: &mut Fields<'_>, at: &At<'_>, row: &Row<'_>, sink: &mut Sink<'_>) -> Vec<Event> {
        let place = at.key("dates");
        let mut dates = Vec::new();
        for (index, json) in fields.array("dates", at, sink).enumerate() {
            let at = place.index(index);
            let Some(mut fields) = Fields::of(json, &at, sink) else { continue };
            if !fields.has("event") {
                sink.problem(&at, "no field `event`", "a field `event`");
            }
            let event = fields.word("event", &at, sink);
            let known = event.and_then(|event| EVENTS.iter().find(|(code, _)| *code == event));
            if let (Some(event), None) = (event, known) {
                sink.problem(&at.key("event"), quoted(event), format!("one of {}", EVENTS.map(|(code, _)| code).join(", ")));
            }
            let Some((code, key)) = known.copied() else {
                // The date's id hangs on the event: links to it are not to be missed.
                self.leave_unread(sink.file);
                continue;
            };
            let label = self.labels.row(row.name, key);
            let slot = row.slot(&["dates/", code].concat(), label, Expect::Date);
            let date = fields.need("date", &at, sink).and_then(|json| self.figure(json, &at.key("date"), slot, sink));
            fields.finish(&at, sink);
            dates.extend(date.map(|date| Event { event: code.to_owned(), date }));
        }
        dates
    }
}
