//! The order of texts: Chinese by pinyin or by strokes, English by the alphabet.

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::{Locale, locale};

use super::column::Text;
use crate::locale::Lang;

/// By what texts are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Collation {
    /// The report's own values, by pinyin.
    #[default]
    Pinyin,
    /// The report's own values, by the number of strokes.
    Stroke,
    /// The English values, by the alphabet.
    English,
}

impl Collation {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pinyin, Self::Stroke, Self::English];

    fn collator(self) -> Option<CollatorBorrowed<'static>> {
        let locale: Locale = match self {
            Self::Pinyin => locale!("zh"),
            Self::Stroke => locale!("zh-u-co-stroke"),
            Self::English => locale!("en"),
        };
        Collator::try_new(locale.into(), CollatorOptions::default()).ok()
    }

    /// Per value its place among the distinct values; values that the order does not tell apart are told apart by code point.
    pub(super) fn ranks(self, text: &Text) -> Vec<u32> {
        let collator = self.collator();
        let lang = if self == Self::English { Lang::En } else { Lang::Zh };
        let mut keys: Vec<(Vec<u8>, u32)> = (0..text.num_values())
            .map(|code| {
                let shown = text.shown(code, lang).unwrap_or_default();
                let mut key = Vec::new();
                if let Some(collator) = &collator {
                    let Ok(()) = collator.write_sort_key_to(shown, &mut key);
                }
                key.push(0);
                key.extend(shown.as_bytes());
                (key, code)
            })
            .collect();
        keys.sort_unstable();
        let mut ranks = vec![0; keys.len()];
        for (rank, (_, code)) in (0..).zip(&keys) {
            ranks.iter_mut().skip(*code as usize).take(1).for_each(|slot| *slot = rank);
        }
        ranks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::build::TextBuilder;

    fn sorted(collation: Collation, texts: &[(&'static str, &'static str)]) -> Vec<&'static str> {
        let mut builder = TextBuilder::default();
        texts.iter().for_each(|(zh, en)| builder.push_with(zh, en, &[]));
        let ranks = collation.ranks(&builder.finish());
        let mut sorted: Vec<_> = texts.iter().zip(ranks).collect();
        sorted.sort_by_key(|(_, rank)| *rank);
        sorted.into_iter().map(|((zh, _), _)| *zh).collect()
    }

    #[test]
    fn orders_as_a_dictionary_does() {
        let texts = [("重庆", "Chongqing"), ("朝阳", "Chaoyang"), ("一汽", "FAW"), ("安徽", "Anhui"), ("二连", "Erlian")];
        for (collation, expected) in [
            (Collation::Pinyin, "安徽 朝阳 重庆 二连 一汽"),
            (Collation::Stroke, "一汽 二连 安徽 重庆 朝阳"),
            (Collation::English, "安徽 朝阳 重庆 二连 一汽"),
        ] {
            assert_eq!(sorted(collation, &texts).join(" "), expected, "{collation:?}");
        }
    }
}
