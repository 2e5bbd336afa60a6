//! `exclusions.json`: numbers that are no figures, and why.

use super::{
    Problems,
    builder::Builder,
    evidence::{LONGEST_PHRASE, location},
    fields::{Fields, Sink},
    json::{At, Json},
    problem::quoted,
};
use crate::dossier::{Exclusion, ExclusionKind, Meta};

const KINDS: [(&str, ExclusionKind); 6] = [
    ("name", ExclusionKind::Name),
    ("ordinal", ExclusionKind::Ordinal),
    ("slogan", ExclusionKind::Slogan),
    ("furniture", ExclusionKind::Furniture),
    ("idiom", ExclusionKind::Idiom),
    ("list-number", ExclusionKind::ListNumber),
];

/// Reads the exclusions.
pub(super) fn decode(builder: &mut Builder<'_>, problems: &mut Problems) -> Vec<Exclusion> {
    let mut exclusions = Vec::new();
    builder.rows("exclusions.json", problems, |builder, sink, row, json| {
        exclusions.push(exclusion(json, &At::Root.index(row), builder.meta, sink)?);
        Some(())
    });
    exclusions
}

fn exclusion(json: Json<'_>, at: &At<'_>, meta: Option<&Meta>, sink: &mut Sink<'_>) -> Option<Exclusion> {
    let mut fields = Fields::of(json, at, sink)?;
    let token = fields.need_text("token", at, sink);
    if !fields.has("kind") {
        sink.problem(at, "no field `kind`", "a field `kind`");
    }
    let kind = fields.choice("kind", at, sink, &KINDS);
    let is_placed = ["section", "paragraph", "occurrence"].iter().any(|name| fields.has(name));
    let (place, phrase) = if is_placed { (location(&mut fields, at, meta, sink), None) } else { (None, unplaced(&mut fields, at, sink)) };
    if let (Some(token), Some(place)) = (&token, &place)
        && !place.phrase.contains(token.as_str())
    {
        sink.problem(&at.key("phrase"), quoted(&place.phrase), format!("a phrase with the token \"{token}\""));
    }
    let in_account = fields.flag("account", at, sink);
    let reason = fields.need_bilingual("reason", at, sink);
    fields.finish(at, sink);
    Some(Exclusion { token: token?, kind: kind?, place, phrase, in_account, reason: reason? })
}

/// The page around the report has no sections: its phrases are looked for everywhere.
fn unplaced(fields: &mut Fields<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<String> {
    let phrase = fields.text("phrase", at, sink)?;
    let length = phrase.chars().count();
    if length > LONGEST_PHRASE {
        sink.problem(&at.key("phrase"), format!("{length} characters"), format!("at most {LONGEST_PHRASE}"));
    }
    Some(phrase)
}
