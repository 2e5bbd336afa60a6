//! Reading a state choice by choice: what is not understood is left out, and everything else holds.

use serde_json::{Map, Value};

use super::State;

/// The state that an object tells of, and the names of what in it is not understood; that, and what it leaves out, is as in `first`.
pub(super) fn parse(value: Value, first: State) -> (State, Vec<String>) {
    let Ok(mut whole) = serde_json::to_value(&first) else { return (first, Vec::new()) };
    let mut refused = Vec::new();
    if let Value::Object(fields) = value {
        adopt_all(&mut whole, "", fields, &mut refused);
    }
    (serde_json::from_value(whole).unwrap_or(first), refused)
}

/// Takes fields over into the object at `at`: all at once if that is understood, else one by one.
fn adopt_all(whole: &mut Value, at: &str, fields: Map<String, Value>, refused: &mut Vec<String>) {
    let Some(Value::Object(slot)) = whole.pointer_mut(at) else { return };
    let before = slot.clone();
    slot.extend(fields.clone());
    if is_state(whole) {
        return;
    }
    set(whole, at, Value::Object(before));
    for (name, field) in fields {
        adopt(whole, at, &name, field, refused);
    }
}

/// Takes one field over, or as much of it as is understood.
fn adopt(whole: &mut Value, at: &str, name: &str, field: Value, refused: &mut Vec<String>) {
    let Some(Value::Object(slot)) = whole.pointer_mut(at) else { return };
    let before = slot.insert(name.to_owned(), field.clone());
    if is_state(whole) {
        return;
    }
    let inside = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    let empty = match &field {
        Value::Object(_) => before.clone().filter(Value::is_object).unwrap_or_else(|| Value::Object(Map::new())),
        Value::Array(_) => Value::Array(Vec::new()),
        _ => Value::Null,
    };
    set(whole, &inside, empty);
    match field {
        Value::Object(fields) if is_state(whole) => adopt_all(whole, &inside, fields, refused),
        Value::Array(entries) if is_state(whole) => adopt_entries(whole, &inside, entries, refused),
        _ => {
            if let Some(Value::Object(slot)) = whole.pointer_mut(at) {
                match before {
                    Some(before) => slot.insert(name.to_owned(), before),
                    None => slot.remove(name),
                };
            }
            refused.push(told(&inside));
        }
    }
}

/// Takes over those entries of a list that are understood.
fn adopt_entries(whole: &mut Value, at: &str, entries: Vec<Value>, refused: &mut Vec<String>) {
    let num_entries = entries.len();
    let mut num_taken = 0;
    for entry in entries {
        let Some(Value::Array(slot)) = whole.pointer_mut(at) else { return };
        slot.push(entry);
        if is_state(whole) {
            num_taken += 1;
        } else if let Some(Value::Array(slot)) = whole.pointer_mut(at) {
            slot.pop();
        }
    }
    if num_taken < num_entries {
        refused.push(told(at));
    }
}

fn set(whole: &mut Value, at: &str, value: Value) {
    if let Some(slot) = whole.pointer_mut(at) {
        *slot = value;
    }
}

fn is_state(whole: &Value) -> bool {
    serde_json::from_value::<State>(whole.clone()).is_ok()
}

/// A place as the reader is told of it.
fn told(at: &str) -> String {
    at.trim_start_matches('/').split('/').map(|name| name.replace("~1", "/").replace("~0", "~")).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{locale::Lang, route::View};

    #[test]
    fn what_is_understood_holds() {
        for (name, value, refused) in [
            ("nothing", json!({}), vec![]),
            ("a field from the future", json!({"from_the_future": [1]}), vec![]),
            ("a word", json!({"lang": "en", "theme": "purple"}), vec!["theme"]),
            ("a number", json!({"lang": "en", "zoom": "large"}), vec!["zoom"]),
            ("a size", json!({"lang": "en", "window": {"points": [1, "2"]}}), vec!["window.points"]),
            ("a field of a field", json!({"lang": "en", "reading": {"size": 18, "marked": "some"}}), vec!["reading.marked"]),
            ("an entry of a list", json!({"lang": "en", "recent": ["/a", 7, "/b"]}), vec!["recent"]),
            ("a dossier", json!({"lang": "en", "dossiers": {"z /a/b": {"view": "facts", "place": 3}}}), vec!["dossiers.z /a/b.place"]),
            ("no dossiers at all", json!({"lang": "en", "dossiers": []}), vec!["dossiers"]),
        ] {
            let (state, told) = parse(value.clone(), State::default());
            assert_eq!(told, refused, "{name}");
            assert_eq!(state.lang == Lang::En, value.get("lang").is_some(), "{name}: the language holds");
            match name {
                "a field of a field" => assert_eq!(state.reading.size, 18),
                "an entry of a list" => assert_eq!(state.recent, ["/a", "/b"]),
                "a dossier" => assert_eq!(state.dossiers["z /a/b"].view, Some(View::Facts)),
                _ => assert_eq!(State { lang: Lang::default(), ..state }, State::default(), "{name}: the rest is as at first"),
            }
        }
    }
}
