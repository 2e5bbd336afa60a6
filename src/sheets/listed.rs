//! A column of a closed list that is known only when its last row has passed by.

use std::collections::BTreeMap;

use super::name;
use crate::{
    dossier::{Evidence, Meta},
    locale::Bilingual,
    table::{ChoiceBuilder, Column},
};

/// Fills a column of values that come in the order of their keys, whichever row has one first.
#[derive(Debug, Default)]
pub(super) struct Listed<Key> {
    builder: ChoiceBuilder,
    /// The values as they turned up, by key.
    values: BTreeMap<Key, usize>,
}

impl<Key: Ord> Listed<Key> {
    /// Adds a row; the id and the words of its value are made only if no row before has it.
    pub(super) fn push(&mut self, key: Option<Key>, value: impl FnOnce(&Key) -> (String, Bilingual)) {
        let Some(key) = key else { return self.builder.push(None) };
        let nr = self.values.get(&key).copied().unwrap_or_else(|| {
            let (id, words) = value(&key);
            let nr = self.builder.add(id, words);
            self.values.insert(key, nr);
            nr
        });
        self.builder.push(Some(nr));
    }

    /// The column.
    pub(super) fn finish(self, id: &str, name: Bilingual) -> Column {
        Column::new(id, name, self.builder.in_order(self.values.into_values()))
    }
}

/// Where in the report the rows of a table stand: in its order, by section and paragraph.
#[derive(Debug, Default)]
pub(super) struct Places(Listed<(usize, u32)>);

impl Places {
    /// Adds a row.
    pub(super) fn push(&mut self, meta: &Meta, evidence: Option<&Evidence>) {
        let key = evidence.map(|at| (at.section, at.paragraph));
        self.0.push(key, |(section, paragraph)| {
            let id = meta.report_sections.get(*section).map_or("", |section| section.id.as_str());
            let words = Bilingual::from_fn(|lang| super::place_in(meta, *section, *paragraph, lang));
            (format!("{id}-{paragraph}"), words)
        });
    }

    /// The column `place`.
    pub(super) fn finish(self) -> Column {
        self.0.finish("place", name("column-place"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Lang,
        table::{Index, Query, Table},
    };

    #[test]
    fn values_come_in_the_order_of_their_keys() {
        let mut listed = Listed::default();
        for key in [Some(11), Some(2), None, Some(11), Some(4)] {
            listed.push(key, |key| (format!("p{key}"), Bilingual::from_fn(|_| format!("paragraph {key}"))));
        }
        let table = std::sync::Arc::new(Table::new(vec![listed.finish("place", Bilingual::default())]).expect("a table"));
        let query = Query::parse(&table, "sort:place").expect("a query");
        assert_eq!(**Index::new(table.clone()).rows(&query).order, [1, 4, 0, 3, 2]);
        let column = table.column("place").expect("a column");
        let texts = [0, 1, 2, 3, 4].map(|row| column.text(row, Lang::En).unwrap_or_default());
        assert_eq!(texts, ["paragraph 11", "paragraph 2", "", "paragraph 11", "paragraph 4"]);
    }
}
