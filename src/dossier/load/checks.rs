//! `checks.json`: claims as ids and patterns, resolved to figures.

use std::collections::HashSet;

use super::{
    Problems,
    builder::Builder,
    fields::{Fields, Sink, array, text},
    json::{At, Json},
    problem::quoted,
};
use crate::dossier::{Check, Claim, FigureNr, Origin, Outcome, Verdict};

const CLAIMS: &str = "exactly one claim: sum with equals or at_most, count with equals, ratio with equals, before, at_most, or refuse";
const OPS: [(&str, &str); 4] = [("+", "+"), ("÷", "÷"), ("≤", "≤"), ("=", "=")];

/// How often an id may be compared with a pattern before there are too many of both.
const MOST_COMPARISONS: usize = 50_000_000;

impl Builder<'_> {
    /// Reads the checks; their outcome is worked out once all is loaded.
    pub(super) fn checks(&mut self, problems: &mut Problems) -> Vec<Check> {
        let mut checks: Vec<Check> = Vec::new();
        let mut ids = HashSet::new();
        self.rows("checks.json", problems, |builder, sink, row, json| {
            checks.extend(builder.check(json, &At::Root.index(row), &mut ids, sink));
            Some(())
        });
        let mut sink = Sink { file: "checks.json", problems };
        // Where a check could not be read, the figure it computes is not to be missed.
        if self.is_whole() && sink.problems.are_none_in("checks.json") {
            self.missing_checks(&checks, &mut sink);
        }
        checks
    }

    fn missing_checks(&self, checks: &[Check], sink: &mut Sink<'_>) {
        let computed: HashSet<FigureNr> = checks
            .iter()
            .filter_map(|check| match &check.claim {
                Claim::Sum { whole, .. } => Some(*whole),
                Claim::Count { stated, .. } => Some(*stated),
                Claim::Ratio { share, .. } => Some(*share),
                Claim::SumAtMost { .. } | Claim::Before { .. } | Claim::AtMost { .. } | Claim::Refuse { .. } => None,
            })
            .collect();
        for figure in self.figures.iter().filter(|figure| figure.origin == Origin::Computed) {
            if self.by_id.get(&figure.id).is_some_and(|nr| !computed.contains(nr)) {
                sink.problem(&At::Root, format!("no check that equals {}", figure.id), "one for every computed figure");
            }
        }
        let Some((rows, wanted)) = self.table else { return };
        for nr in wanted.computed().iter().map(|nr| FigureNr(rows.first_figure() + nr)).filter(|nr| !computed.contains(nr)) {
            if let Some(figure) = rows.figure(nr) {
                sink.problem(&At::Root, format!("no check that equals {}", figure.id), "one for every computed figure");
            }
        }
    }

    fn check(&mut self, json: Json<'_>, at: &At<'_>, ids: &mut HashSet<String>, sink: &mut Sink<'_>) -> Option<Check> {
        let (mut fields, id, name) = self.head(json, at, sink, Some(ids))?;
        let claim = self.claim(&mut fields, at, sink);
        fields.finish(at, sink);
        let outcome = Outcome { verdict: Verdict::Undecided, result: None, interval: None, open: None };
        Some(Check { id, name, claim: claim?, outcome, unlisted: 0 })
    }

    fn claim(&self, fields: &mut Fields<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Claim> {
        let has = ["sum", "count", "ratio", "before", "refuse"].map(|name| fields.has(name));
        match (has, fields.has("at_most")) {
            ([true, false, false, false, false], _) => self.sum(fields, at, sink),
            ([false, true, false, false, false], false) => {
                let items = fields.take("count").map(|json| self.items(json, &at.key("count"), sink));
                let stated = self.whole(fields, "equals", at, sink);
                Some(Claim::Count { items: items??, stated: stated? })
            }
            ([false, false, true, false, false], false) => {
                let parts = self.ids(fields, "ratio", at, sink);
                let share = self.whole(fields, "equals", at, sink);
                let [part, whole] = pair(parts?, &at.key("ratio"), sink)?;
                Some(Claim::Ratio { part, whole, share: share? })
            }
            ([false, false, false, true, false], false) => {
                let dates = self.ids(fields, "before", at, sink)?;
                if dates.len() < 2 {
                    sink.problem(&at.key("before"), "fewer than two ids", "the ids of two or more dates");
                }
                Some(Claim::Before { dates })
            }
            ([false, false, false, false, true], false) => self.refuse(fields, at, sink),
            ([false, false, false, false, false], true) => {
                let ids = self.ids(fields, "at_most", at, sink)?;
                let [small, large] = pair(ids, &at.key("at_most"), sink)?;
                Some(Claim::AtMost { small, large })
            }
            (has, has_at_most) => {
                let found = if has_at_most || has.contains(&true) { "several claims" } else { "no claim" };
                sink.problem(at, found, CLAIMS);
                for name in ["sum", "count", "ratio", "before", "refuse", "at_most", "equals", "reason"] {
                    fields.take(name);
                }
                None
            }
        }
    }

    fn sum(&self, fields: &mut Fields<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Claim> {
        let parts = self.ids(fields, "sum", at, sink);
        if parts.as_ref().is_some_and(Vec::is_empty) {
            sink.problem(&at.key("sum"), "no id", "the ids of what is added");
        }
        if fields.has("at_most") {
            let whole = self.whole(fields, "at_most", at, sink);
            return Some(Claim::SumAtMost { parts: parts?, whole: whole? });
        }
        let whole = self.whole(fields, "equals", at, sink);
        Some(Claim::Sum { parts: parts?, whole: whole? })
    }

    fn refuse(&self, fields: &mut Fields<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Claim> {
        let place = at.key("refuse");
        let inner = fields.take("refuse").and_then(|json| Fields::of(json, &place, sink));
        let reason = fields.need_bilingual("reason", at, sink);
        let mut inner = inner?;
        if !inner.has("op") {
            sink.problem(&place, "no field `op`", "a field `op`");
        }
        let op = inner.choice("op", &place, sink, &OPS);
        let of = self.ids(&mut inner, "of", &place, sink);
        inner.finish(&place, sink);
        let of = of?;
        if of.len() < 2 {
            sink.problem(&place.key("of"), "fewer than two ids", "two ids or more");
        }
        Some(Claim::Refuse { op: op?.to_owned(), of, reason: reason? })
    }

    fn whole(&self, fields: &mut Fields<'_>, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<FigureNr> {
        let id = fields.need_text(name, at, sink)?;
        self.resolve(&id, &at.key(name), sink)
    }

    /// An array of ids and patterns; none if one of them names nothing.
    fn ids(&self, fields: &mut Fields<'_>, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Vec<FigureNr>> {
        let place = at.key(name);
        let items = fields.need(name, at, sink).and_then(|json| array(json, &place, sink))?;
        let mut numbers = Some(Vec::new());
        for (index, item) in items.into_iter().enumerate() {
            let at = place.index(index);
            let found = text(item, &at, sink).and_then(|id| self.matching(&id, &at, sink));
            numbers = numbers.zip(found).map(|(mut numbers, found)| {
                numbers.extend(found);
                numbers
            });
        }
        numbers
    }

    /// The figures that a list's pattern counts: its items, or every match where none is marked as one.
    pub(super) fn items(&self, json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Vec<FigureNr>> {
        let pattern = text(json, at, sink)?;
        let found = self.matching(&pattern, at, sink)?;
        let is_item = |nr: &FigureNr| match self.table.filter(|(rows, _)| rows.has(*nr)) {
            Some((rows, wanted)) => wanted.is_item(nr.0 - rows.first_figure()),
            None => self.get(*nr).is_some_and(|figure| figure.is_item),
        };
        let items: Vec<FigureNr> = found.iter().copied().filter(is_item).collect();
        Some(if items.is_empty() { found } else { items })
    }

    /// The figures that an id or a pattern names.
    fn matching(&self, pattern: &str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Vec<FigureNr>> {
        if !pattern.contains('*') {
            return Some(vec![self.resolve(pattern, at, sink)?]);
        }
        if self.comparisons.get() > MOST_COMPARISONS {
            sink.problem(at, "one pattern too many for so many figures", "ids in its place, or fewer patterns");
            return None;
        }
        self.comparisons.set(self.comparisons.get() + self.num_figures());
        let mut found: Vec<FigureNr> = self
            .figures
            .iter()
            .filter(|figure| is_match(figure.id.as_str(), pattern))
            .filter_map(|figure| self.by_id.get(&figure.id).copied())
            .collect();
        if let Some((rows, wanted)) = self.table {
            found.extend(wanted.figures(pattern).iter().map(|nr| FigureNr(rows.first_figure() + nr)));
        }
        if !found.is_empty() {
            return Some(found);
        }
        // `projects/*/investment` may have matched what could not be read.
        if self.is_whole() {
            sink.problem(at, quoted(pattern), "a pattern that matches a figure; `*` stands for one part of an id");
        }
        None
    }

    pub(super) fn resolve(&self, id: &str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<FigureNr> {
        let found = self.find(id);
        if found.is_none() && !self.is_broken(id) {
            sink.problem(at, quoted(id), "the id of a figure");
        }
        found
    }
}

/// Whether a pattern names an id: `*` stands for one part of it.
pub(super) fn is_match(id: &str, pattern: &str) -> bool {
    let mut parts = id.split('/');
    pattern.split('/').all(|wanted| parts.next().is_some_and(|part| wanted == "*" || part == wanted)) && parts.next().is_none()
}

/// Two figures, no more and no fewer.
fn pair(ids: Vec<FigureNr>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<[FigureNr; 2]> {
    <[FigureNr; 2]>::try_from(ids).map_err(|ids| sink.problem(at, format!("{} figures", ids.len()), "two")).ok()
}
