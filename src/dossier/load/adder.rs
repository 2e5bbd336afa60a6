//! From serde's events to the nodes of a tree.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};

use super::json::{Node, Value};

/// Adds a value and all that is in it.
pub(super) struct Adder<'n, 't> {
    nodes: &'n mut Vec<Node<'t>>,
    key: Cow<'t, str>,
}

impl<'n, 't> Adder<'n, 't> {
    /// For a value that is in no field.
    pub(super) fn new(nodes: &'n mut Vec<Node<'t>>) -> Self {
        Self { nodes, key: Cow::Borrowed("") }
    }

    fn add(self, value: Value<'t>) {
        self.nodes.push(Node { key: self.key, value, num_nodes: 1 });
    }
}

impl<'de> DeserializeSeed<'de> for Adder<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Adder<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.add(Value::Null);
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.add(Value::Bool(value));
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.add(Value::Whole(value));
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.add(u64::try_from(value).map_or(Value::Number(value as f64), Value::Whole));
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.add(Value::Number(value));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.add(Value::Text(Cow::Owned(text.to_owned())));
        Ok(())
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<(), E> {
        self.add(Value::Text(Cow::Borrowed(text)));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self { nodes, key } = self;
        let at = nodes.len();
        nodes.push(Node { key, value: Value::Array(0), num_nodes: 1 });
        let mut num_items = 0;
        while let Some(()) = items.next_element_seed(Adder::new(nodes))? {
            num_items += 1;
        }
        close(nodes, at, Value::Array(num_items));
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Self { nodes, key } = self;
        let at = nodes.len();
        nodes.push(Node { key, value: Value::Object(0), num_nodes: 1 });
        let mut num_fields = 0;
        while let Some(Key(key)) = entries.next_key()? {
            entries.next_value_seed(Adder { nodes, key })?;
            num_fields += 1;
        }
        close(nodes, at, Value::Object(num_fields));
        Ok(())
    }
}

/// Ends an array or an object that began at this place.
fn close<'t>(nodes: &mut [Node<'t>], at: usize, value: Value<'t>) {
    let num_nodes = nodes.len() - at;
    if let Some(node) = nodes.get_mut(at) {
        (node.value, node.num_nodes) = (value, num_nodes);
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
