//! What two windows have changed, put together: each keeps what it did not touch as the other one left it.

use serde_json::{Map, Value};

/// `disk` with everything changed in it that differs between `base` and `mine`.
///
/// Objects are merged field by field. Of lists of words or of objects, entries are added and dropped one by one; every
/// other value, such as the two numbers of a size, is replaced as a whole.
pub(super) fn merge(base: &Value, mine: &Value, disk: Value) -> Value {
    match (base, mine, disk) {
        (_, _, disk) if base == mine => disk,
        // What both windows have added is put together as well.
        (Value::Null, Value::Object(_), disk @ Value::Object(_)) => merge(&Value::Object(Map::new()), mine, disk),
        (Value::Null, Value::Array(_), disk @ Value::Array(_)) => merge(&Value::Array(Vec::new()), mine, disk),
        (Value::Object(base), Value::Object(mine), Value::Object(disk)) => Value::Object(merge_fields(base, mine, disk)),
        (Value::Array(base), Value::Array(mine), Value::Array(disk)) if !mine.iter().chain(&disk).any(Value::is_number) => {
            Value::Array(merge_entries(base, mine, disk))
        }
        _ => mine.clone(),
    }
}

fn merge_fields(base: &Map<String, Value>, mine: &Map<String, Value>, mut disk: Map<String, Value>) -> Map<String, Value> {
    for name in base.keys().filter(|name| !mine.contains_key(*name)) {
        disk.remove(name);
    }
    let nothing = Value::Null;
    for (name, mine) in mine {
        let base = base.get(name).unwrap_or(&nothing);
        if base == mine && disk.contains_key(name) {
            continue;
        }
        let merged = match disk.remove(name) {
            Some(disk) => merge(base, mine, disk),
            None => mine.clone(),
        };
        disk.insert(name.clone(), merged);
    }
    disk
}

/// My entries in my order, then those that only the other window has.
fn merge_entries(base: &[Value], mine: &[Value], disk: Vec<Value>) -> Vec<Value> {
    let mut merged: Vec<Value> = mine.iter().filter(|entry| !base.contains(entry) || disk.contains(entry)).cloned().collect();
    merged.extend(disk.into_iter().filter(|entry| !base.contains(entry) && !mine.contains(entry)));
    merged
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_window_keeps_what_the_other_changed() {
        let cases = [
            ("a field of each", json!({"a": 1, "b": 1}), json!({"a": 2, "b": 1}), json!({"a": 1, "b": 3}), json!({"a": 2, "b": 3})),
            ("the same field: the last one wins", json!({"a": 1}), json!({"a": 2}), json!({"a": 3}), json!({"a": 2})),
            ("a new field", json!({}), json!({"a": 1}), json!({"b": 1}), json!({"a": 1, "b": 1})),
            ("a field dropped", json!({"a": 1, "b": 1}), json!({"b": 1}), json!({"a": 1, "b": 2, "c": 1}), json!({"b": 2, "c": 1})),
            ("a field unknown here", json!({}), json!({}), json!({"from_the_future": 1}), json!({"from_the_future": 1})),
            ("a size", json!({"s": [1, 2]}), json!({"s": [3, 4]}), json!({"s": [5, 6]}), json!({"s": [3, 4]})),
            ("an untouched size", json!({"s": [1, 2]}), json!({"s": [1, 2]}), json!({"s": [5, 6]}), json!({"s": [5, 6]})),
            ("a list", json!({"r": ["a", "b"]}), json!({"r": ["c", "b"]}), json!({"r": ["d", "a", "b"]}), json!({"r": ["c", "b", "d"]})),
            ("the same dossier, new in both", json!({}), json!({"d": {"x": 1}}), json!({"d": {"y": 2}}), json!({"d": {"x": 1, "y": 2}})),
            (
                "named views of a table that was as at first in both",
                json!({"tables": {}}),
                json!({"tables": {"projects": {"saved": [{"name": "a"}]}}}),
                json!({"tables": {"projects": {"saved": [{"name": "b"}], "texts": "stroke"}}}),
                json!({"tables": {"projects": {"saved": [{"name": "a"}, {"name": "b"}], "texts": "stroke"}}}),
            ),
            ("a file that another window emptied", json!({"a": 1, "b": 1}), json!({"a": 1, "b": 2}), json!({}), json!({"a": 1, "b": 2})),
            ("a value of another kind", json!({"a": {"b": 1}}), json!({"a": {"b": 2}}), json!({"a": 7}), json!({"a": {"b": 2}})),
        ];
        for (name, base, mine, disk, expected) in cases {
            assert_eq!(merge(&base, &mine, disk), expected, "{name}");
        }
    }
}
