//! What patterns of the checks and the overview name among rows that are not held.
//!
//! The rows pass by once, so the patterns are read first. Of each figure they name its number and value are kept, equal
//! values once: a sum over a million rows takes eight bytes for each.

use std::sync::Arc;

use hashbrown::HashMap;

use super::{
    checks::is_match,
    json::{Json, Tree},
    read::Source,
};
use crate::dossier::{Figure, Origin, Per, Value};

/// Patterns with what they name.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    patterns: Arc<Vec<String>>,
    /// What each pattern names.
    named: Vec<Vec<u32>>,
    /// Figures named by any pattern with their value's place, in order.
    values: Vec<(u32, u32)>,
    distinct: Vec<Value>,
    /// Where each form as written stands among them.
    places: HashMap<Option<Per>, HashMap<String, u32>>,
    items: Vec<u32>,
    computed: Vec<u32>,
}

/// What is wanted of a figure that passes by.
pub(super) struct Hit {
    /// The figure's place in its piece of the file.
    pub(super) figure: u32,
    /// The pattern that names it; none for a figure that a check must come to.
    pub(super) pattern: Option<usize>,
}

impl Wanted {
    /// The patterns of the checks and of the overview that may name figures of projects.
    pub(super) fn of(source: &Source) -> Self {
        let mut patterns = Vec::new();
        for name in ["checks.json", "overview.json"] {
            if source.has(name)
                && let Ok(text) = source.text(name)
                && let Ok(json) = Tree::default().read(&text)
            {
                add_patterns(json, &mut patterns);
            }
        }
        Self { named: vec![Vec::new(); patterns.len()], patterns: Arc::new(patterns), ..Self::default() }
    }

    /// The patterns, to be looked for by several threads.
    pub(super) fn patterns(&self) -> Arc<Vec<String>> {
        Arc::clone(&self.patterns)
    }

    /// Keeps a figure that was hit; figures come in order.
    pub(super) fn keep(&mut self, hit: &Hit, nr: u32, figure: &Figure) {
        let Some(pattern) = hit.pattern else {
            self.computed.push(nr);
            return;
        };
        if let Some(named) = self.named.get_mut(pattern) {
            named.push(nr);
        }
        if self.values.last().is_some_and(|(last, _)| *last == nr) {
            return;
        }
        if figure.is_item {
            self.items.push(nr);
        }
        let place = match &figure.value {
            Value::Quantity(quantity) => {
                let next = u32::try_from(self.distinct.len()).unwrap_or(u32::MAX);
                let place = *self.places.entry(quantity.per).or_default().entry_ref(figure.text.as_str()).or_insert(next);
                if place == next {
                    self.distinct.push(figure.value.clone());
                }
                place
            }
            Value::Date(_) => {
                self.distinct.push(figure.value.clone());
                u32::try_from(self.distinct.len() - 1).unwrap_or(u32::MAX)
            }
            Value::Words => u32::MAX,
        };
        self.values.push((nr, place));
    }

    /// The figures of rows that a pattern names, in order.
    pub(super) fn figures(&self, pattern: &str) -> &[u32] {
        let place = self.patterns.iter().position(|known| known == pattern);
        place.and_then(|place| self.named.get(place)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a figure is an item of a list.
    pub(super) fn is_item(&self, nr: u32) -> bool {
        self.items.binary_search(&nr).is_ok()
    }

    /// The figures that a check must come to.
    pub(super) fn computed(&self) -> &[u32] {
        &self.computed
    }

    /// The value of a figure that a pattern names; [`Value::Words`] of words. None for other figures.
    pub(super) fn value(&self, nr: u32) -> Option<&Value> {
        let place = self.values.binary_search_by_key(&nr, |(nr, _)| *nr).ok()?;
        let (_, place) = self.values.get(place)?;
        Some(self.distinct.get(*place as usize).unwrap_or(&Value::Words))
    }
}

/// The patterns among the texts of a file that may name figures of projects.
fn add_patterns(json: Json<'_>, patterns: &mut Vec<String>) {
    if let Some(text) = json.text() {
        let first = text.split('/').next();
        if text.contains('*') && matches!(first, Some("projects" | "*")) && !patterns.iter().any(|known| known == text) {
            patterns.push(text.to_owned());
        }
    }
    json.items().or_else(|| json.fields()).unwrap_or_default().for_each(|inner| add_patterns(inner, patterns));
}

/// What is wanted of these figures.
pub(super) fn hits(patterns: &[String], figures: &[Figure]) -> Vec<Hit> {
    let lasts: Vec<&str> = patterns.iter().map(|pattern| pattern.rsplit('/').next().unwrap_or_default()).collect();
    let mut hits = Vec::new();
    for (nr, figure) in (0..).zip(figures) {
        if figure.origin == Origin::Computed {
            hits.push(Hit { figure: nr, pattern: None });
        }
        let id = figure.id.as_str();
        // The last part tells most of them apart.
        let may_be = |last: &str| last == "*" || id.ends_with(last);
        let named = patterns.iter().zip(&lasts).enumerate().filter(|(_, (pattern, last))| may_be(last) && is_match(id, pattern));
        hits.extend(named.map(|(pattern, _)| Hit { figure: nr, pattern: Some(pattern) }));
    }
    hits
}
