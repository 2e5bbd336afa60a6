//! `infrastructure.json`, `approvals.json` and the files of topics.

use std::collections::HashSet;

use super::{
    Problems,
    builder::Builder,
    fields::{Fields, Sink},
    figures::{Expect, Slot},
    json::{At, Json, Tree},
    labels::Label,
};
use crate::dossier::{Approvals, FigureNr, Home, Limit, Status, Topic, Window, Work, WorkGroup};

const GROUPS: [(&str, WorkGroup); 3] = [("roads", WorkGroup::Roads), ("pipes", WorkGroup::Pipes), ("other", WorkGroup::Other)];

impl Builder<'_> {
    /// Reads a file of topics; `home` makes the place of a row's figures.
    pub(super) fn topics(&mut self, file: &'static str, home: fn(usize) -> Home, problems: &mut Problems) -> Vec<Topic> {
        let mut topics: Vec<Topic> = Vec::new();
        let mut ids = HashSet::new();
        let folder = file.trim_end_matches(".json");
        self.rows(file, problems, |builder, sink, row, json| {
            let at = At::Root.index(row);
            let (mut fields, id, name) = builder.head(json, &at, sink, Some(&mut ids))?;
            let home = home(topics.len());
            if !fields.has("facts") {
                sink.problem(&at, "no field `facts`", "a field `facts`");
            }
            let facts = builder.facts(&mut fields, &at, (&format!("{folder}/{id}"), Some(&name), home), sink);
            let not_stated = fields.bilingual("not_stated", &at, sink);
            fields.finish(&at, sink);
            topics.push(Topic { id, name, facts, not_stated });
            Some(())
        });
        topics
    }

    /// Reads the works.
    pub(super) fn infrastructure(&mut self, problems: &mut Problems) -> Vec<Work> {
        let mut works = Vec::new();
        let mut ids = HashSet::new();
        self.rows("infrastructure.json", problems, |builder, sink, row, json| {
            works.push(builder.work(json, &At::Root.index(row), works.len(), &mut ids, sink)?);
            Some(())
        });
        works
    }

    fn work(&mut self, json: Json<'_>, at: &At<'_>, row: usize, ids: &mut HashSet<String>, sink: &mut Sink<'_>) -> Option<Work> {
        let (mut fields, id, name) = self.head(json, at, sink, Some(ids))?;
        let home = Home::Work(row);
        if !fields.has("group") {
            sink.problem(at, "no field `group`", "a field `group`");
        }
        let group = fields.choice("group", at, sink, &GROUPS).unwrap_or(WorkGroup::Other);
        let mut slot = |field: &'static str, key, status| {
            let json = fields.take(field)?;
            let label = Some(self.labels.row(&name, key));
            let id = format!("infrastructure/{id}/{field}");
            let slot = Slot { id, label, row: None, expect: Expect::Quantity, home, status: Some(status) };
            self.figure(json, &at.key(field), slot, sink)
        };
        let planned = slot("planned", "field-planned", Status::Planned);
        let built = slot("built", "field-built", Status::Built);
        let unclear = slot("unclear", "field-unclear", Status::Unclear);
        let facts = self.facts(&mut fields, at, (&format!("infrastructure/{id}/facts"), Some(&name), home), sink);
        let not_stated = fields.bilingual("not_stated", at, sink);
        fields.finish(at, sink);
        Some(Work { id, name, group, planned, built, unclear, facts, not_stated })
    }

    /// Reads the approvals, one object.
    pub(super) fn approvals(&mut self, problems: &mut Problems) -> Approvals {
        let mut sink = Sink { file: "approvals.json", problems };
        let Some(text) = self.text(&mut sink) else { return Approvals::default() };
        let read = match Tree::default().read(&text) {
            Ok(json) => self.approvals_of(json, &mut sink),
            Err(error) => {
                sink.syntax(error);
                None
            }
        };
        if read.is_none() {
            self.leave_unread(sink.file);
        }
        read.unwrap_or_default()
    }

    fn approvals_of(&mut self, json: Json<'_>, sink: &mut Sink<'_>) -> Option<Approvals> {
        let at = At::Root;
        let mut fields = Fields::of(json, &at, sink)?;
        let [total, direct, entrusted] = self.powers(&mut fields, sink);
        let name = self.labels.field("field-approvals-completed");
        let completed = self.part(&mut fields, &at, ("approvals", "completed"), name, Expect::Count, sink);
        let windows = self.windows(&mut fields, sink);
        let limits = self.limits(&mut fields, sink);
        let facts = self.facts(&mut fields, &at, ("approvals/facts", None, Home::Approval), sink);
        let not_stated = fields.bilingual("not_stated", &at, sink);
        fields.finish(&at, sink);
        Some(Approvals { powers: total, direct, entrusted, completed, windows, limits, facts, not_stated })
    }

    fn powers(&mut self, fields: &mut Fields<'_>, sink: &mut Sink<'_>) -> [Option<FigureNr>; 3] {
        let at = At::Root.key("powers");
        let Some(mut powers) = fields.take("powers").and_then(|json| Fields::of(json, &at, sink)) else { return [None; 3] };
        let keys = [("total", "field-powers-total"), ("direct", "field-powers-direct"), ("entrusted", "field-powers-entrusted")];
        let read = keys.map(|(field, key)| {
            let label = self.labels.field(key);
            self.part(&mut powers, &at, ("approvals/powers", field), label, Expect::Count, sink)
        });
        powers.finish(&at, sink);
        read
    }

    /// A figure of the approvals in a field of its own.
    fn part(
        &mut self,
        fields: &mut Fields<'_>,
        at: &At<'_>,
        (prefix, field): (&str, &'static str),
        label: Label,
        expect: Expect,
        sink: &mut Sink<'_>,
    ) -> Option<FigureNr> {
        let json = fields.take(field)?;
        let id = format!("{prefix}/{field}");
        let slot = Slot { id, label: Some(label), row: None, expect, home: Home::Approval, status: None };
        self.figure(json, &at.key(field), slot, sink)
    }

    fn windows(&mut self, fields: &mut Fields<'_>, sink: &mut Sink<'_>) -> Vec<Window> {
        let place = At::Root.key("windows");
        let mut windows = Vec::new();
        let mut ids = HashSet::new();
        for (index, json) in fields.array("windows", &At::Root, sink).enumerate() {
            let at = place.index(index);
            let Some((mut fields, id, name)) = self.head(json, &at, sink, Some(&mut ids)) else { continue };
            let label = self.labels.row(&name, "field-completed");
            let prefix = format!("approvals/windows/{id}");
            let completed = self.part(&mut fields, &at, (&prefix, "completed"), label, Expect::Count, sink);
            fields.finish(&at, sink);
            windows.push(Window { id, name, completed });
        }
        windows
    }

    fn limits(&mut self, fields: &mut Fields<'_>, sink: &mut Sink<'_>) -> Vec<Limit> {
        let place = At::Root.key("limits");
        let mut limits = Vec::new();
        let mut ids = HashSet::new();
        for (index, json) in fields.array("limits", &At::Root, sink).enumerate() {
            let at = place.index(index);
            let Some((mut fields, id, name)) = self.head(json, &at, sink, Some(&mut ids)) else { continue };
            let condition = fields.need_bilingual("condition", &at, sink);
            let prefix = format!("approvals/limits/{id}");
            let [days, visits] =
                [("days", "field-days", Expect::Days), ("visits", "field-visits", Expect::Count)].map(|(field, key, expect)| {
                    let label = self.labels.row(&name, key);
                    self.part(&mut fields, &at, (&prefix, field), label, expect, sink)
                });
            fields.finish(&at, sink);
            limits.extend(condition.map(|condition| Limit { id, name, condition, days, visits }));
        }
        limits
    }
}
