//! The fields of a JSON object: each taken once, the missing, wrong, doubled and unknown ones reported.

use super::{
    Problem, file,
    json::{At, Json},
    problem::{Problems, quoted},
};
use crate::locale::Bilingual;

/// Where mistakes of one file go.
pub(super) struct Sink<'s> {
    pub(super) file: &'static str,
    pub(super) problems: &'s mut Problems,
}

impl Sink<'_> {
    pub(super) fn problem(&mut self, at: &At<'_>, found: impl Into<String>, expected: impl Into<String>) {
        if self.problems.is_full() {
            return self.problems.count();
        }
        let (place, found, expected) = (at.to_string(), found.into(), expected.into());
        self.problems.push(Problem { file: file(self.file), place, found, expected });
    }
}

/// More fields than this are no object of a dossier, and would take long to compare with each other.
const MOST_FIELDS: usize = 100;

/// An object being taken apart.
pub(super) struct Fields {
    fields: Vec<(String, Option<Json>)>,
    asked: Vec<&'static str>,
}

impl Fields {
    /// The fields of an object; none if it is something else.
    pub(super) fn of(json: Json, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Self> {
        let Json::Object(entries) = json else {
            sink.problem(at, json.describe(), "an object");
            return None;
        };
        if entries.len() > MOST_FIELDS {
            sink.problem(at, format!("{} fields", entries.len()), format!("at most {MOST_FIELDS}"));
            return None;
        }
        let mut fields: Vec<(String, Option<Json>)> = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            if fields.iter().any(|(other, _)| *other == key) {
                sink.problem(&at.key(&key), "a second field of that name", "each field once");
            } else {
                fields.push((key, Some(value)));
            }
        }
        Some(Self { fields, asked: Vec::new() })
    }

    /// The value of a field that may be left out.
    pub(super) fn take(&mut self, name: &'static str) -> Option<Json> {
        self.asked.push(name);
        self.fields.iter_mut().find(|(key, _)| key == name).and_then(|(_, value)| value.take())
    }

    /// Whether a field is there and not yet taken.
    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(key, value)| key == name && value.is_some())
    }

    /// The value of a field that must be there.
    pub(super) fn need(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Json> {
        let value = self.take(name);
        if value.is_none() {
            sink.problem(at, format!("no field `{name}`"), format!("a field `{name}`"));
        }
        value
    }

    /// A text that may be left out, but not be empty.
    pub(super) fn text(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<String> {
        text(self.take(name)?, &at.key(name), sink)
    }

    /// A text that must be there.
    pub(super) fn need_text(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<String> {
        text(self.need(name, at, sink)?, &at.key(name), sink)
    }

    /// A text in both languages that may be left out.
    pub(super) fn bilingual(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Bilingual> {
        bilingual(self.take(name)?, &at.key(name), sink)
    }

    /// A text in both languages that must be there.
    pub(super) fn need_bilingual(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Bilingual> {
        bilingual(self.need(name, at, sink)?, &at.key(name), sink)
    }

    /// An array that may be left out; empty then.
    pub(super) fn array(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Vec<Json> {
        self.take(name).and_then(|json| array(json, &at.key(name), sink)).unwrap_or_default()
    }

    /// A whole number from 1 that may be left out.
    pub(super) fn ordinal(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<u32> {
        let json = self.take(name)?;
        let number = match &json {
            Json::Whole(number) => u32::try_from(*number).ok().filter(|number| *number > 0),
            _ => None,
        };
        if number.is_none() {
            sink.problem(&at.key(name), json.describe(), "a whole number from 1");
        }
        number
    }

    /// `true` or `false`, `false` where it is left out.
    pub(super) fn flag(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> bool {
        match self.take(name) {
            None => false,
            Some(Json::Bool(value)) => value,
            Some(json) => {
                sink.problem(&at.key(name), json.describe(), "true or false");
                false
            }
        }
    }

    /// One of a closed set of words that may be left out.
    pub(super) fn choice<T: Copy>(
        &mut self,
        name: &'static str,
        at: &At<'_>,
        sink: &mut Sink<'_>,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let word = self.text(name, at, sink)?;
        let found = choices.iter().find(|(code, _)| *code == word).map(|&(_, choice)| choice);
        if found.is_none() {
            let codes: Vec<&str> = choices.iter().map(|(code, _)| *code).collect();
            sink.problem(&at.key(name), quoted(&word), format!("one of {}", codes.join(", ")));
        }
        found
    }

    /// Reports every field that nobody asked for.
    pub(super) fn finish(self, at: &At<'_>, sink: &mut Sink<'_>) {
        for (key, value) in &self.fields {
            if value.is_some() {
                sink.problem(&at.key(key), "an unknown field", format!("one of {}", self.asked.join(", ")));
            }
        }
    }
}

/// A text that is not empty.
pub(super) fn text(json: Json, at: &At<'_>, sink: &mut Sink<'_>) -> Option<String> {
    match json {
        Json::Text(text) if !text.trim().is_empty() => Some(text),
        json => {
            sink.problem(at, json.describe(), "text");
            None
        }
    }
}

/// An array.
pub(super) fn array(json: Json, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Vec<Json>> {
    match json {
        Json::Array(items) => Some(items),
        json => {
            sink.problem(at, json.describe(), "an array");
            None
        }
    }
}

/// A text in both languages.
pub(super) fn bilingual(json: Json, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Bilingual> {
    let mut fields = Fields::of(json, at, sink)?;
    let (zh, en) = (fields.need_text("zh", at, sink), fields.need_text("en", at, sink));
    fields.finish(at, sink);
    Some(Bilingual { zh: zh?, en: en? })
}
