//! Labels of figures in typed rows, made of the row's name and the field's.
//!
//! The patterns come from the locales; they are resolved once, as a table may have a million rows.

use crate::locale::{Bilingual, Lang, tr, tr_args};

/// A pattern with places for two texts.
struct Pattern {
    key: &'static str,
    zh: [String; 3],
    en: [String; 3],
}

/// Patterns and field names, each looked up once.
pub(super) struct Labels {
    patterns: Vec<Pattern>,
    fields: Vec<(&'static str, Bilingual)>,
}

/// Stand in for the texts while a pattern is taken apart.
const MARKS: [char; 2] = ['\u{1}', '\u{2}'];

impl Labels {
    pub(super) fn new() -> Self {
        let patterns = ["label-row", "label-fact", "label-capacity", "label-named"].map(Pattern::new).into();
        Self { patterns, fields: Vec::new() }
    }

    /// The name of a field.
    pub(super) fn field(&mut self, key: &'static str) -> Bilingual {
        if let Some((_, name)) = self.fields.iter().find(|(known, _)| *known == key) {
            return name.clone();
        }
        let name = Bilingual::from_fn(|lang| tr(lang, key).into_owned());
        self.fields.push((key, name.clone()));
        name
    }

    /// A row's field: `盛鑫冶金轧辊 计划总投资`.
    pub(super) fn row(&mut self, row: &Bilingual, field: &'static str) -> Bilingual {
        let field = self.field(field);
        self.fill("label-row", row, &field)
    }

    /// A label of the row's own: `亿联盛新材料 建筑面积`.
    pub(super) fn fill(&self, key: &str, row: &Bilingual, second: &Bilingual) -> Bilingual {
        let Some(pattern) = self.patterns.iter().find(|pattern| pattern.key == key) else { return second.clone() };
        let fill = |[start, middle, end]: &[String; 3], row: &str, second: &str| [start, row, middle, second, end].concat();
        Bilingual { zh: fill(&pattern.zh, &row.zh, &second.zh), en: fill(&pattern.en, &row.en, &second.en) }
    }
}

impl Pattern {
    fn new(key: &'static str) -> Self {
        let [row, second] = MARKS.map(String::from);
        let split = |lang| {
            let args = [("row", row.as_str().into()), ("second", second.as_str().into())];
            let text = tr_args(lang, key, &args);
            let mut parts = text.split(MARKS).map(str::to_owned);
            [(); 3].map(|()| parts.next().unwrap_or_default())
        };
        Self { key, zh: split(Lang::Zh), en: split(Lang::En) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_join_row_and_field() {
        let mut labels = Labels::new();
        let row = Bilingual::new("盛鑫冶金轧辊", "Shengxin Metallurgical Rolls");
        let label = labels.row(&row, "field-investment");
        assert_eq!(label, Bilingual::new("盛鑫冶金轧辊 计划总投资", "Shengxin Metallurgical Rolls, planned total investment"));
        let label = labels.fill("label-capacity", &row, &Bilingual::new("轧辊", "rolls"));
        assert_eq!(label, Bilingual::new("盛鑫冶金轧辊 轧辊产能", "Shengxin Metallurgical Rolls, capacity for rolls"));
    }
}
