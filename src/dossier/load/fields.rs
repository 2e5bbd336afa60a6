//! The fields of a JSON object: each taken once, the missing, wrong, doubled and unknown ones reported.

use std::borrow::Cow;

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

/// As many fields as most objects may have: room for their names is made at once.
const MOST_ASKED: usize = 16;

/// An object being taken apart.
pub(super) struct Fields<'t> {
    fields: Vec<(Cow<'t, str>, Option<Json<'t>>)>,
    asked: Vec<&'static str>,
}

impl<'t> Fields<'t> {
    /// The fields of an object; none if it is something else.
    pub(super) fn of(json: Json<'t>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Self> {
        let Json::Object(mut fields) = json else {
            sink.problem(at, json.describe(), "an object");
            return None;
        };
        if fields.len() > MOST_FIELDS {
            sink.problem(at, format!("{} fields", fields.len()), format!("at most {MOST_FIELDS}"));
            return None;
        }
        let is_second = |nr: usize| fields.get(nr).is_some_and(|(key, _)| fields.iter().take(nr).any(|(other, _)| other == key));
        let second: Vec<usize> = (1..fields.len()).filter(|nr| is_second(*nr)).collect();
        for nr in &second {
            if let Some((key, _)) = fields.get(*nr) {
                sink.problem(&at.key(key), "a second field of that name", "each field once");
            }
        }
        for nr in second.into_iter().rev() {
            fields.remove(nr);
        }
        Some(Self { fields, asked: Vec::with_capacity(MOST_ASKED) })
    }

    /// The value of a field that may be left out.
    pub(super) fn take(&mut self, name: &'static str) -> Option<Json<'t>> {
        self.asked.push(name);
        self.fields.iter_mut().find(|(key, _)| key == name).and_then(|(_, value)| value.take())
    }

    /// Whether a field is there and not yet taken.
    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(key, value)| key == name && value.is_some())
    }

    /// The value of a field that must be there.
    pub(super) fn need(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Json<'t>> {
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

    /// A word to look up, that may be left out.
    pub(super) fn word(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Cow<'t, str>> {
        word(self.take(name)?, &at.key(name), sink)
    }

    /// A word to look up, that must be there.
    pub(super) fn need_word(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Cow<'t, str>> {
        word(self.need(name, at, sink)?, &at.key(name), sink)
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
    pub(super) fn array(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Vec<Json<'t>> {
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
        let word = self.word(name, at, sink)?;
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
pub(super) fn text(json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<String> {
    word(json, at, sink).map(Cow::into_owned)
}

/// A text that is not empty, as it stands in the file.
pub(super) fn word<'t>(json: Json<'t>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Cow<'t, str>> {
    match json {
        Json::Text(text) if !text.trim().is_empty() => Some(text),
        json => {
            sink.problem(at, json.describe(), "text");
            None
        }
    }
}

/// An array.
pub(super) fn array<'t>(json: Json<'t>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Vec<Json<'t>>> {
    match json {
        Json::Array(items) => Some(items),
        json => {
            sink.problem(at, json.describe(), "an array");
            None
        }
    }
}

/// A text in both languages.
pub(super) fn bilingual(json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Bilingual> {
    let mut fields = Fields::of(json, at, sink)?;
    let (zh, en) = (fields.need_text("zh", at, sink), fields.need_text("en", at, sink));
    fields.finish(at, sink);
    Some(Bilingual { zh: zh?, en: en? })
}
