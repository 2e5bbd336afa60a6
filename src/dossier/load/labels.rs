//! Labels of figures in typed rows, made of the row's name and the field's.
//!
//! The patterns come from the locales; they are resolved once, as a table may have a million rows.

use crate::locale::{Bilingual, Lang, inline, tr, tr_args};

/// What a figure measures: said alone, and said within its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) full: Bilingual,
    pub(super) short: Bilingual,
}

/// A pattern with places for two texts.
#[derive(Debug, Default)]
struct Pattern {
    zh: [String; 3],
    en: [String; 3],
}

/// Patterns and field names, each looked up once.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// Nobody will read the labels: none are made.
    is_quiet: bool,
    row: Pattern,
    fact: Pattern,
    fields: Vec<(&'static str, Bilingual)>,
}

/// Stand in for the texts while a pattern is taken apart.
const MARKS: [char; 2] = ['\u{1}', '\u{2}'];

impl Labels {
    pub(super) fn new() -> Self {
        Self { is_quiet: false, row: Pattern::new("label-row"), fact: Pattern::new("label-fact"), fields: Vec::new() }
    }

    /// Whether it has been taken and not given back.
    pub(super) fn is_empty(&self) -> bool {
        self.row.zh.iter().all(String::is_empty)
    }

    /// Labels that stay empty, for rows that are only looked through.
    pub(super) fn quiet() -> Self {
        Self { is_quiet: true, ..Self::default() }
    }

    /// The name of a field, which needs no row: `办结的审批事项`.
    pub(super) fn field(&mut self, key: &'static str) -> Label {
        let name = capitalized(&self.name(key));
        Label { full: name.clone(), short: name }
    }

    fn name(&mut self, key: &'static str) -> Bilingual {
        if let Some((_, name)) = self.fields.iter().find(|(known, _)| *known == key) {
            return name.clone();
        }
        let name = Bilingual::from_fn(|lang| tr(lang, key).into_owned());
        self.fields.push((key, name.clone()));
        name
    }

    /// A field of a row: `盛鑫冶金轧辊 计划总投资`.
    pub(super) fn row(&mut self, row: &Bilingual, field: &'static str) -> Label {
        if self.is_quiet {
            return Label::default();
        }
        let name = self.name(field);
        Label { full: self.row.fill(row, &name), short: capitalized(&name) }
    }

    /// A field of a product of a row: `盛鑫冶金轧辊 高速钢轧辊产能`.
    pub(super) fn product(&self, row: &Bilingual, key: &str, product: &Bilingual) -> Label {
        if self.is_quiet {
            return Label::default();
        }
        let product = Bilingual { zh: product.zh.clone(), en: inline(Lang::En, &product.en) };
        let name = Bilingual::from_fn(|lang| tr_args(lang, key, &[("product", product.get(lang).into())]));
        Label { full: self.row.fill(row, &name), short: capitalized(&name) }
    }

    /// A label that the figure carries: `亿联盛新材料 建筑面积`; the row stands before it where it does not say the row itself.
    pub(super) fn fact(&self, row: Option<&Bilingual>, short: Bilingual) -> Label {
        if self.is_quiet {
            return Label::default();
        }
        let full = row.map_or_else(|| short.clone(), |row| self.fact.fill(row, &short));
        Label { full, short }
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
        Self { zh: split(Lang::Zh), en: split(Lang::En) }
    }

    fn fill(&self, row: &Bilingual, second: &Bilingual) -> Bilingual {
        Bilingual::from_fn(|lang| {
            let [start, middle, end] = if lang == Lang::Zh { &self.zh } else { &self.en };
            let (row, second) = (row.get(lang), second.get(lang));
            if second.contains(row) { second.to_owned() } else { [start, row, middle, second, end].concat() }
        })
    }
}

/// With a capital at the start of the English, as a label that stands alone.
fn capitalized(name: &Bilingual) -> Bilingual {
    let mut chars = name.en.chars();
    let en = chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default();
    Bilingual { zh: name.zh.clone(), en }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_join_row_and_field() {
        let mut labels = Labels::new();
        let row = Bilingual::new("盛鑫冶金轧辊", "Shengxin Metallurgical Rolls");
        let label = labels.row(&row, "field-investment");
        assert_eq!(label.full, Bilingual::new("盛鑫冶金轧辊 计划总投资", "Shengxin Metallurgical Rolls, planned total investment"));
        assert_eq!(label.short, Bilingual::new("计划总投资", "Planned total investment"));
        let label = labels.product(&row, "label-capacity", &Bilingual::new("轧辊", "Rolls"));
        assert_eq!(label.full, Bilingual::new("盛鑫冶金轧辊 轧辊产能", "Shengxin Metallurgical Rolls, capacity for rolls"));
        let row = Bilingual::new("项目", "Projects");
        let label = labels.fact(Some(&row), Bilingual::new("项目数", "Number"));
        assert_eq!(label.full, Bilingual::new("项目数", "Projects: Number"), "a row is not said twice");
    }
}
