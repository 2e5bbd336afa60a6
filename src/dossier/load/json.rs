//! JSON as it stands in the file: fields in order, duplicates kept, places known.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor},
};

/// A JSON value; unlike serde's own it keeps duplicate keys, which are a mistake to report.
///
/// Texts are borrowed from the file where they stand there as they are: a large table is read without copying them.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json<'t> {
    Null,
    Bool(bool),
    /// A whole number that is not negative.
    Whole(u64),
    /// Any other number.
    Number(f64),
    Text(Cow<'t, str>),
    Array(Vec<Json<'t>>),
    /// The fields; each is there until it is taken out.
    Object(Vec<(Cow<'t, str>, Option<Json<'t>>)>),
}

impl Json<'_> {
    /// What it is, to stand after `found`.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Whole(value) => value.to_string(),
            Self::Number(value) => value.to_string(),
            Self::Text(text) => super::problem::quoted(text),
            Self::Array(_) => "an array".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Json::Whole(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(u64::try_from(value).map_or(Json::Number(value as f64), Json::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut object = Vec::new();
        while let Some((Key(key), value)) = entries.next_entry()? {
            object.push((key, Some(value)));
        }
        Ok(Json::Object(object))
    }
}

/// The name of a field; serde's own `Cow` would copy it.
struct Key<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Key(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Key(Cow::Borrowed(text)))
    }
}

/// Where a syntax error is and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SyntaxError {
    pub(super) place: String,
    pub(super) found: String,
}

impl From<serde_json::Error> for SyntaxError {
    fn from(error: serde_json::Error) -> Self {
        let position = format!(" at line {} column {}", error.line(), error.column());
        let text = error.to_string();
        let found = if error.is_eof() { "the end of the file in the middle of a value" } else { text.trim_end_matches(&position) };
        Self { place: format!("line {}, column {}", error.line(), error.column()), found: found.to_owned() }
    }
}

/// Reads a file that is one value.
pub(super) fn parse(text: &str) -> Result<Json<'_>, SyntaxError> {
    Ok(serde_json::from_str(text)?)
}

/// Reads a file that is an array and hands over one element after the other, so that a million rows are never one tree.
///
/// It ends early, with an error that nobody is told, once `each` says no.
pub(super) fn parse_rows<'t>(text: &'t str, each: impl FnMut(usize, Json<'t>) -> bool) -> Result<(), SyntaxError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Rows(each).deserialize(&mut deserializer)?;
    Ok(deserializer.end()?)
}

struct Rows<F>(F);

impl<'de, F: FnMut(usize, Json<'de>) -> bool> DeserializeSeed<'de> for Rows<F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, F: FnMut(usize, Json<'de>) -> bool> Visitor<'de> for Rows<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let mut row = 0;
        while let Some(item) = items.next_element()? {
            if !(self.0)(row, item) {
                return Err(A::Error::custom("stopped"));
            }
            row += 1;
        }
        Ok(())
    }
}

/// A place in a JSON file, written out only when a mistake is found there.
#[derive(Clone, Copy, Debug)]
pub(super) enum At<'p> {
    Root,
    Key(&'p At<'p>, &'p str),
    Index(&'p At<'p>, usize),
}

impl At<'_> {
    pub(super) fn key<'p>(&'p self, key: &'p str) -> At<'p> {
        At::Key(self, key)
    }

    pub(super) fn index(&self, index: usize) -> At<'_> {
        At::Index(self, index)
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            At::Root => Ok(()),
            At::Key(At::Root, key) => f.write_str(&short(key)),
            At::Key(parent, key) => write!(f, "{parent}.{}", short(key)),
            At::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// A key, cut where it is absurdly long.
fn short(key: &str) -> std::borrow::Cow<'_, str> {
    const LONGEST: usize = 40;
    match key.char_indices().nth(LONGEST) {
        None => key.into(),
        Some((end, _)) => format!("{}…", key.get(..end).unwrap_or_default()).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duplicate_keys_are_kept() {
        let json = parse(r#"{"a": 1, "a": "x"}"#).expect("valid JSON");
        assert_eq!(json, Json::Object(vec![("a".into(), Some(Json::Whole(1))), ("a".into(), Some(Json::Text("x".into())))]));
    }

    #[test]
    fn syntax_errors_have_a_place() {
        let deep = "[".repeat(10_000);
        let number = "1".repeat(400);
        for (text, place, found) in [
            ("[1,\n 2,", "line 2, column 3", "the end of the file"),
            ("[1 2]", "line 1, column 4", "expected `,` or `]`"),
            (deep.as_str(), "line 1, column 128", "recursion limit exceeded"),
            (&format!("[{number}]"), "line 1", "number out of range"),
            ("[1e999]", "line 1", "number out of range"),
            ("[] x", "line 1, column 4", "trailing characters"),
            ("{}", "line 1", "invalid type: map"),
        ] {
            let error = parse_rows(text, |_, _| true).expect_err("no array");
            assert!(error.place.starts_with(place) && error.found.starts_with(found), "{error:?}");
        }
    }

    #[test]
    fn places_print_as_paths() {
        let row = At::Root.index(3);
        let field = row.key("investment");
        assert_eq!((field.to_string().as_str(), At::Root.key("title").to_string().as_str()), ("[3].investment", "title"));
    }
}
