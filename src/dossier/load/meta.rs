//! `dossier.json`: who, where, when.

use super::{
    Problems,
    fields::{Fields, Sink, array, bilingual, text},
    json::{At, Json, SyntaxError, Tree},
    read::Source,
};
use crate::dossier::{AccountKind, Cluster, Meta, NotStated, PartialDate, ReportSection, Zone};

/// The form of dossiers that this program reads.
const FORMAT: u64 = 1;

/// The most bylines, sections or clusters: every piece of evidence is looked up among them.
const MOST_ITEMS: usize = 1000;

const ACCOUNTS: [(&str, AccountKind); 2] = [("complete", AccountKind::Complete), ("summary", AccountKind::Summary)];

/// Reads `dossier.json`; none if anything in it is wrong.
pub(super) fn decode(source: &Source, problems: &mut Problems) -> Option<Meta> {
    let mut sink = Sink { file: "dossier.json", problems };
    match source.text(sink.file) {
        Err(problem) => sink.problems.push(problem),
        Ok(text) => match Tree::default().read(&text) {
            Ok(json) => return meta(json, &mut sink),
            Err(error) => sink.syntax(error),
        },
    }
    None
}

impl Sink<'_> {
    /// Reports a file that is no JSON.
    pub(super) fn syntax(&mut self, SyntaxError { place, found }: SyntaxError) {
        let problem =
            super::Problem { file: super::file(self.file), place, found, expected: "well-formed JSON of the dossier's form".to_owned() };
        self.problems.push(problem);
    }
}

fn meta(json: Json<'_>, sink: &mut Sink<'_>) -> Option<Meta> {
    let at = At::Root;
    let mut fields = Fields::of(json, &at, sink)?;
    if let Some(json) = fields.need("format", &at, sink).filter(|json| json.whole() != Some(FORMAT)) {
        sink.problem(&at.key("format"), json.describe(), format!("{FORMAT}, the form this program reads"));
    }
    let id = fields.need_text("id", &at, sink).filter(|id| is_id(id, &at.key("id"), sink));
    let [title, place, short_place] = ["title", "place", "short_place"].map(|name| fields.need_bilingual(name, &at, sink));
    let date = fields.need_text("date", &at, sink).and_then(|text| date(&text, &at.key("date"), sink));
    let bylines = items(&mut fields, "bylines", sink, bilingual);
    let [found, disclaimer] = ["found", "disclaimer"].map(|name| fields.need_bilingual(name, &at, sink));
    let report_title = fields.need_text("report_title", &at, sink);
    let sections = items(&mut fields, "sections", sink, |json, at, sink| text(json, at, sink).filter(|id| is_id(id, at, sink)));
    let report_sections = items(&mut fields, "report_sections", sink, report_section);
    let clusters = items(&mut fields, "clusters", sink, cluster);
    let zones = if fields.has("zones") { items(&mut fields, "zones", sink, zone) } else { Vec::new() };
    let account = fields.choice("account", &at, sink, &ACCOUNTS).unwrap_or_default();
    let not_stated = items(&mut fields, "not_stated", sink, not_stated);
    fields.finish(&at, sink);
    unique(sections.iter().map(String::as_str), "sections", sink);
    unique(report_sections.iter().map(|section| section.id.as_str()), "report_sections", sink);
    unique(clusters.iter().map(|cluster| cluster.id.as_str()), "clusters", sink);
    unique(zones.iter().map(|zone| zone.id.as_str()), "zones", sink);
    Some(Meta {
        id: id?,
        title: title?,
        place: place?,
        short_place: short_place?,
        date: date?,
        bylines,
        found: found?,
        disclaimer: disclaimer?,
        report_title: report_title?,
        sections,
        report_sections,
        clusters,
        zones,
        account,
        not_stated,
    })
}

/// A required array, each element read by `each`; the elements that are wrong are reported and left out.
fn items<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    sink: &mut Sink<'_>,
    each: impl Fn(Json<'_>, &At<'_>, &mut Sink<'_>) -> Option<T>,
) -> Vec<T> {
    let root = At::Root;
    let at = root.key(name);
    let Some(items) = fields.need(name, &root, sink).and_then(|json| array(json, &at, sink)) else { return Vec::new() };
    if items.len() > MOST_ITEMS {
        sink.problem(&at, format!("{} entries", items.len()), format!("at most {MOST_ITEMS}"));
        return Vec::new();
    }
    items.into_iter().enumerate().filter_map(|(index, item)| each(item, &at.index(index), sink)).collect()
}

fn report_section(json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<ReportSection> {
    let mut fields = Fields::of(json, at, sink)?;
    let id = fields.need_text("id", at, sink).filter(|id| is_id(id, &at.key("id"), sink));
    let title = fields.need_text("title", at, sink);
    let english = fields.text("english", at, sink);
    fields.finish(at, sink);
    Some(ReportSection { id: id?, title: title?, english })
}

fn cluster(json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Cluster> {
    let mut fields = Fields::of(json, at, sink)?;
    let id = fields.need_text("id", at, sink).filter(|id| is_id(id, &at.key("id"), sink));
    let name = fields.need_bilingual("name", at, sink);
    fields.finish(at, sink);
    Some(Cluster { id: id?, name: name? })
}

fn zone(json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Zone> {
    let mut fields = Fields::of(json, at, sink)?;
    let id = fields.need_text("id", at, sink).filter(|id| is_id(id, &at.key("id"), sink));
    let [name, province] = ["name", "province"].map(|name| fields.need_bilingual(name, at, sink));
    fields.finish(at, sink);
    Some(Zone { id: id?, name: name?, province: province? })
}

fn not_stated(json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<NotStated> {
    let mut fields = Fields::of(json, at, sink)?;
    let group = fields.need_bilingual("group", at, sink);
    let place = at.key("items");
    let items = fields.need("items", at, sink).and_then(|json| array(json, &place, sink)).unwrap_or_default();
    let items = items.into_iter().enumerate().filter_map(|(index, item)| bilingual(item, &place.index(index), sink)).collect();
    fields.finish(at, sink);
    Some(NotStated { group: group?, items })
}

fn unique<'i>(ids: impl Iterator<Item = &'i str>, name: &'static str, sink: &mut Sink<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            sink.problem(&At::Root.key(name), format!("the id \"{id}\" twice"), "each id once");
        }
        seen.push(id);
    }
}

/// A date that exists.
pub(super) fn date(text: &str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<PartialDate> {
    text.parse().map_err(|error: crate::dossier::moment::NotADate| sink.problem(at, super::problem::quoted(text), error.to_string())).ok()
}

/// Whether an id has the form of ids, reported if not.
pub(super) fn is_id(id: &str, at: &At<'_>, sink: &mut Sink<'_>) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let is_id = id.split('-').all(is_part);
    if !is_id {
        sink.problem(at, super::problem::quoted(id), "an id of a–z and 0–9, its words joined by -");
    }
    is_id
}
