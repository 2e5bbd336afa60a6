//! Where the report states a figure: phrase, section, paragraph, occurrence.

use super::{
    fields::{Fields, Sink, array},
    json::{At, Json},
    problem::{choices, quoted},
    scan,
};
use crate::dossier::{Evidence, Meta, Origin, numeral::fold};

/// The most characters of a phrase: enough to find it, too few to copy the report.
pub(super) const LONGEST_PHRASE: usize = 24;

/// The places that state a figure; whether there must be any is for its origin to say.
pub(super) fn evidence(fields: &mut Fields<'_>, at: &At<'_>, origin: Origin, meta: Option<&Meta>, sink: &mut Sink<'_>) -> Vec<Evidence> {
    let place = at.key("evidence");
    let json = fields.take("evidence").and_then(|json| array(json, &place, sink));
    let (is_given, is_empty) = (json.is_some(), json.as_ref().is_none_or(|items| items.len() == 0));
    match origin {
        Origin::Stated if is_empty => sink.problem(&place, "no evidence", "the phrase that states it, or another origin"),
        Origin::Computed if is_given => sink.problem(&place, "evidence for a computed figure", "none: the report does not state it"),
        _ => {}
    }
    let items = json.unwrap_or_default().enumerate();
    items.filter_map(|(index, item)| one_evidence(item, &place.index(index), meta, sink)).collect()
}

fn one_evidence(json: Json<'_>, at: &At<'_>, meta: Option<&Meta>, sink: &mut Sink<'_>) -> Option<Evidence> {
    let mut fields = Fields::of(json, at, sink)?;
    let found = location(&mut fields, at, meta, sink);
    fields.finish(at, sink);
    found
}

/// Phrase, section, paragraph and occurrence.
pub(super) fn location(fields: &mut Fields<'_>, at: &At<'_>, meta: Option<&Meta>, sink: &mut Sink<'_>) -> Option<Evidence> {
    let phrase = fields.need_text("phrase", at, sink);
    if let Some(phrase) = &phrase {
        let length = phrase.chars().count();
        if length > LONGEST_PHRASE {
            sink.problem(&at.key("phrase"), format!("{length} characters"), format!("at most {LONGEST_PHRASE}"));
        }
    }
    let section = fields.need_word("section", at, sink).and_then(|id| {
        let sections = &meta?.report_sections;
        let found = sections.iter().position(|section| section.id == id);
        if found.is_none() {
            let ids = choices(sections.iter().map(|section| section.id.as_str()));
            sink.problem(&at.key("section"), quoted(id), format!("a section of the report: {ids}"));
        }
        found
    });
    if !fields.has("paragraph") {
        sink.problem(at, "no field `paragraph`", "a field `paragraph`");
    }
    let paragraph = fields.ordinal("paragraph", at, sink);
    let occurrence = fields.ordinal("occurrence", at, sink).unwrap_or(1);
    Some(Evidence { phrase: phrase?, section: section?, paragraph: paragraph?, occurrence })
}

/// Reports a phrase without the digits of the form that it should carry.
pub(super) fn carried(text: &str, evidence: &[Evidence], at: &At<'_>, sink: &mut Sink<'_>) {
    let folded = fold(text);
    for (index, evidence) in evidence.iter().enumerate() {
        let phrase = fold(&evidence.phrase);
        if let Some(missing) = scan::numerals(&folded).find(|numeral| !scan::carries(&phrase, numeral)) {
            let place = at.key("evidence");
            let place = place.index(index);
            sink.problem(&place.key("phrase"), quoted(&evidence.phrase), format!("a phrase with the {missing} of \"{text}\""));
        }
    }
}
