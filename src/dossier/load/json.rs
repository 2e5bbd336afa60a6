//! JSON as it stands in the file: fields in order, duplicates kept, places known.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer as _,
    de::{DeserializeSeed as _, Error as _, SeqAccess, Visitor},
};

use super::adder::Adder;

/// A JSON value where it stands in its [`Tree`]; unlike serde's own it keeps duplicate keys, which are a mistake to report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json<'d>(&'d [Node<'d>]);

/// The values of a JSON text in the order they stand there, in room that the next text takes again: a large table is read
/// without an allocation for each of its values.
#[derive(Debug, Default)]
pub(super) struct Tree<'t>(Vec<Node<'t>>);

/// A value, without what is in it: that follows.
#[derive(Debug)]
pub(super) struct Node<'t> {
    /// The name of the field it is the value of.
    pub(super) key: Cow<'t, str>,
    pub(super) value: Value<'t>,
    /// How many nodes it takes, with all that is in it.
    pub(super) num_nodes: usize,
}

/// What a value is. Texts are borrowed from the file where they stand there as they are.
#[derive(Debug, PartialEq)]
pub(super) enum Value<'t> {
    Null,
    Bool(bool),
    /// A whole number that is not negative.
    Whole(u64),
    /// Any other number.
    Number(f64),
    Text(Cow<'t, str>),
    /// So many items.
    Array(usize),
    /// So many fields.
    Object(usize),
}

/// The items of an array, or the values of the fields of an object.
#[derive(Clone, Debug, Default)]
pub(super) struct Items<'d> {
    nodes: &'d [Node<'d>],
    num_items: usize,
}

impl<'d> Json<'d> {
    /// What it is, to stand after `found`.
    pub(super) fn describe(self) -> String {
        match self.value() {
            Value::Null => "null".to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Whole(value) => value.to_string(),
            Value::Number(value) => value.to_string(),
            Value::Text(text) => super::problem::quoted(text),
            Value::Array(_) => "an array".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        }
    }

    pub(super) fn flag(self) -> Option<bool> {
        if let Value::Bool(flag) = self.value() { Some(*flag) } else { None }
    }

    pub(super) fn whole(self) -> Option<u64> {
        if let Value::Whole(number) = self.value() { Some(*number) } else { None }
    }

    pub(super) fn text(self) -> Option<&'d str> {
        if let Value::Text(text) = self.value() { Some(text) } else { None }
    }

    pub(super) fn items(self) -> Option<Items<'d>> {
        if let Value::Array(num_items) = *self.value() { Some(Items { nodes: self.inner(), num_items }) } else { None }
    }

    /// The values of an object's fields, each with its [`Self::key`].
    pub(super) fn fields(self) -> Option<Items<'d>> {
        if let Value::Object(num_items) = *self.value() { Some(Items { nodes: self.inner(), num_items }) } else { None }
    }

    /// The name of the field that this is the value of.
    pub(super) fn key(self) -> &'d str {
        self.0.first().map_or("", |node| &node.key)
    }

    fn value(self) -> &'d Value<'d> {
        self.0.first().map_or(&Value::Null, |node| &node.value)
    }

    fn inner(self) -> &'d [Node<'d>] {
        self.0.get(1..).unwrap_or_default()
    }
}

impl<'d> Iterator for Items<'d> {
    type Item = Json<'d>;

    fn next(&mut self) -> Option<Json<'d>> {
        let (item, rest) = self.nodes.split_at_checked(self.nodes.first()?.num_nodes)?;
        self.nodes = rest;
        self.num_items -= 1;
        Some(Json(item))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.num_items, Some(self.num_items))
    }
}

impl ExactSizeIterator for Items<'_> {}

impl<'t> Tree<'t> {
    /// Reads a text that is one value, in the place of the one before.
    pub(super) fn read(&mut self, text: &'t str) -> Result<Json<'_>, SyntaxError> {
        self.0.clear();
        let mut deserializer = serde_json::Deserializer::from_str(text);
        Adder::new(&mut self.0).deserialize(&mut deserializer)?;
        deserializer.end()?;
        Ok(Json(&self.0))
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

/// Reads a file that is an array and hands over one element after the other, so that a million rows are never one tree.
///
/// It ends early, with an error that nobody is told, once `each` says no.
pub(super) fn parse_rows(text: &str, each: impl FnMut(usize, Json<'_>) -> bool) -> Result<(), SyntaxError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.deserialize_seq(Rows(each))?;
    Ok(deserializer.end()?)
}

struct Rows<F>(F);

impl<'de, F: FnMut(usize, Json<'_>) -> bool> Visitor<'de> for Rows<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let mut nodes = Vec::new();
        let mut row = 0;
        while let Some(()) = items.next_element_seed(Adder::new(&mut nodes))? {
            if !(self.0)(row, Json(&nodes)) {
                return Err(A::Error::custom("stopped"));
            }
            nodes.clear();
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
        let mut tree = Tree::default();
        let json = tree.read(r#"{"a": [1, {}], "a": "x"}"#).expect("valid JSON");
        let fields: Vec<(&str, String)> = json.fields().expect("an object").map(|json| (json.key(), json.describe())).collect();
        assert_eq!(fields, [("a", "an array".to_owned()), ("a", "\"x\"".to_owned())]);
    }

    #[test]
    fn items_follow_each_other() {
        let mut tree = Tree::default();
        tree.read("[[[1, 2], 3], 4]").expect("valid JSON");
        let json = tree.read(r#"[[], {"a": [1, {"b": "\u0063"}]}, "d"]"#).expect("valid JSON");
        let [empty, object, text]: [Json<'_>; 3] = json.items().expect("an array").collect::<Vec<_>>().try_into().expect("three items");
        assert_eq!((empty.items().map(|items| items.len()), text.text()), (Some(0), Some("d")));
        let a = object.fields().and_then(|mut fields| fields.next()).expect("a field");
        let inner: Vec<Json<'_>> = a.items().expect("an array").collect();
        assert_eq!((inner[0].whole(), inner[1].fields().and_then(|mut fields| fields.next()?.text())), (Some(1), Some("c")));
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
