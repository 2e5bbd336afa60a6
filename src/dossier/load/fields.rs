//! The fields of a JSON object: each taken once, the missing, wrong, doubled and unknown ones reported.

use super::{
    Problem, file,
    json::{At, Items, Json},
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
pub(super) struct Fields<'d> {
    all: Items<'d>,
    /// A bit for each field that was taken, or is the second of its name.
    taken: u128,
    /// The names that were asked for; empty where mistakes are only counted.
    asked: Vec<&'static str>,
    is_told: bool,
}

impl<'d> Fields<'d> {
    /// The fields of an object; none if it is something else.
    pub(super) fn of(json: Json<'d>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Self> {
        let Some(fields) = json.fields() else {
            sink.problem(at, json.describe(), "an object");
            return None;
        };
        if fields.len() > MOST_FIELDS {
            sink.problem(at, format!("{} fields", fields.len()), format!("at most {MOST_FIELDS}"));
            return None;
        }
        let mut taken = 0;
        for (nr, field) in fields.clone().enumerate() {
            if fields.clone().take(nr).any(|other| other.key() == field.key()) {
                sink.problem(&at.key(field.key()), "a second field of that name", "each field once");
                taken |= 1 << nr;
            }
        }
        Some(Self { all: fields, taken, asked: Vec::new(), is_told: !sink.problems.is_full() })
    }

    /// The value of a field that may be left out.
    pub(super) fn take(&mut self, name: &'static str) -> Option<Json<'d>> {
        if self.is_told {
            self.asked.push(name);
        }
        let (nr, json) = self.find(name)?;
        self.taken |= 1 << nr;
        Some(json)
    }

    /// Whether a field is there and not yet taken.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<(usize, Json<'d>)> {
        self.untaken().find(|(_, json)| json.key() == name)
    }

    /// The fields that nobody has asked for so far, with their numbers.
    fn untaken(&self) -> impl Iterator<Item = (usize, Json<'d>)> + use<'d> {
        let taken = self.taken;
        self.all.clone().enumerate().filter(move |(nr, _)| taken & 1 << nr == 0)
    }

    /// The value of a field that must be there.
    pub(super) fn need(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Json<'d>> {
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
    pub(super) fn word(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<&'d str> {
        word(self.take(name)?, &at.key(name), sink)
    }

    /// A word to look up, that must be there.
    pub(super) fn need_word(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<&'d str> {
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
    pub(super) fn array(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Items<'d> {
        self.take(name).and_then(|json| array(json, &at.key(name), sink)).unwrap_or_default()
    }

    /// A whole number from 1 that may be left out.
    pub(super) fn ordinal(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<u32> {
        let json = self.take(name)?;
        let number = json.whole().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
        if number.is_none() {
            sink.problem(&at.key(name), json.describe(), "a whole number from 1");
        }
        number
    }

    /// `true` or `false`, `false` where it is left out.
    pub(super) fn flag(&mut self, name: &'static str, at: &At<'_>, sink: &mut Sink<'_>) -> bool {
        let Some(json) = self.take(name) else { return false };
        let flag = json.flag();
        if flag.is_none() {
            sink.problem(&at.key(name), json.describe(), "true or false");
        }
        flag.unwrap_or_default()
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
            sink.problem(&at.key(name), quoted(word), format!("one of {}", codes.join(", ")));
        }
        found
    }

    /// Reports every field that nobody asked for.
    pub(super) fn finish(self, at: &At<'_>, sink: &mut Sink<'_>) {
        for (_, json) in self.untaken() {
            sink.problem(&at.key(json.key()), "an unknown field", format!("one of {}", self.asked.join(", ")));
        }
    }
}

/// A text that is not empty.
pub(super) fn text(json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<String> {
    word(json, at, sink).map(str::to_owned)
}

/// A text that is not empty, as it stands in the file.
pub(super) fn word<'d>(json: Json<'d>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<&'d str> {
    let text = json.text().filter(|text| !text.chars().all(char::is_whitespace));
    if text.is_none() {
        sink.problem(at, json.describe(), "text");
    }
    text
}

/// An array.
pub(super) fn array<'d>(json: Json<'d>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Items<'d>> {
    let items = json.items();
    if items.is_none() {
        sink.problem(at, json.describe(), "an array");
    }
    items
}

/// A text in both languages.
pub(super) fn bilingual(json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Bilingual> {
    let mut fields = Fields::of(json, at, sink)?;
    let (zh, en) = (fields.need_text("zh", at, sink), fields.need_text("en", at, sink));
    fields.finish(at, sink);
    Some(Bilingual { zh: zh?, en: en? })
}
