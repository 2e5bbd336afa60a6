//! The order of texts: Chinese by pinyin or by strokes, English by the alphabet.

use std::{
    borrow::Cow,
    thread::{self, Builder},
};

use super::{column::Text, pinyin::sounding};
use crate::locale::Lang;
use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::{Locale, locale};

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

    /// The order that readers of a language expect until they choose another.
    pub fn of(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Pinyin,
            Lang::En => Self::English,
        }
    }

    /// The word in queries.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pinyin => "pinyin",
            Self::Stroke => "stroke",
            Self::English => "english",
        }
    }

    /// The key of its name in the locales.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Pinyin => "text-order-pinyin",
            Self::Stroke => "text-order-stroke",
            Self::English => "text-order-english",
        }
    }

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
        let num_values = text.num_values();
        let middle = if num_values < MIN_SHARED { 0 } else { num_values / 2 };
        // Two lists that are joined would take half as much memory again.
        let mut heads = vec![Head::default(); num_values as usize];
        let (first, second) = heads.split_at_mut(middle as usize);
        let is_shared = thread::scope(|scope| {
            let other = Builder::new().spawn_scoped(scope, || Keys::new(self, text).heads(0, first));
            Keys::new(self, text).heads(middle, second);
            other.is_ok()
        });
        if !is_shared {
            Keys::new(self, text).heads(0, first);
        }
        // Both halves are in order, which is seen: they are merged.
        heads.sort();
        let mut keys = Keys::new(self, text);
        for group in heads.chunk_by_mut(|a, b| a.is_same(*b)).filter(|group| group.len() > 1) {
            group.sort_by_cached_key(|head| (keys.key(head.code()).to_vec(), keys.shown(head.code())));
        }
        let mut ranks = vec![0; num_values as usize];
        for (rank, head) in (0..).zip(&heads) {
            if let Some(slot) = ranks.get_mut(head.code() as usize) {
                *slot = rank;
            }
        }
        ranks
    }
}

/// From so many values on two threads halve the wait; for fewer they are not worth their start.
const MIN_SHARED: u32 = if cfg!(test) { 4 } else { 50_000 };

/// The beginning of a sort key, twelve bytes, and below it the number of its value.
///
/// It tells most names apart. Whole keys are made again for the few that it does not: those of a million names would take
/// as much memory as the names do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Head(u128);

impl Head {
    fn new(key: &[u8], code: u32) -> Self {
        let head = (0..12).fold(0, |head, nr| head << 8 | u128::from(key.get(nr).copied().unwrap_or(0)));
        Self(head << 32 | u128::from(code))
    }

    fn code(self) -> u32 {
        self.0 as u32
    }

    fn is_same(self, other: Self) -> bool {
        self.0 >> 32 == other.0 >> 32
    }
}

/// Makes sort keys.
struct Keys<'t> {
    text: &'t Text,
    lang: Lang,
    is_pinyin: bool,
    collator: Option<CollatorBorrowed<'static>>,
    key: Vec<u8>,
}

impl<'t> Keys<'t> {
    fn new(collation: Collation, text: &'t Text) -> Self {
        let lang = if collation == Collation::English { Lang::En } else { Lang::Zh };
        Self { text, lang, is_pinyin: collation == Collation::Pinyin, collator: collation.collator(), key: Vec::new() }
    }

    /// The heads of values from this one on, in order.
    fn heads(&mut self, first: u32, heads: &mut [Head]) {
        for (code, head) in (first..).zip(heads.iter_mut()) {
            *head = Head::new(self.key(code), code);
        }
        heads.sort_unstable();
    }

    fn key(&mut self, code: u32) -> &[u8] {
        self.key.clear();
        let shown = self.shown(code);
        let sounding = if self.is_pinyin { sounding(shown) } else { Cow::Borrowed(shown) };
        if let Some(collator) = &self.collator {
            let Ok(()) = collator.write_sort_key_to(&sounding, &mut self.key);
        }
        &self.key
    }

    fn shown(&self, code: u32) -> &'t str {
        self.text.shown(code, self.lang).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::TextBuilder;

    fn sorted(collation: Collation, texts: &[(&'static str, &'static str)]) -> Vec<&'static str> {
        let mut builder = TextBuilder::default();
        for (zh, en) in texts {
            builder.push_with(zh, en, &[]);
        }
        let ranks = collation.ranks(&builder.finish());
        let mut sorted: Vec<_> = texts.iter().zip(ranks).collect();
        sorted.sort_by_key(|(_, rank)| *rank);
        sorted.into_iter().map(|((zh, _), _)| *zh).collect()
    }

    #[test]
    fn orders_as_a_dictionary_does() {
        let texts = [
            ("重庆", "Chongqing"),
            ("朝阳", "Chaoyang"),
            ("一汽", "FAW"),
            ("安徽", "Anhui"),
            ("二连", "Erlian"),
            ("长春", "Changchun"),
            ("长", "zhang"),
        ];
        for (collation, expected) in [
            (Collation::Pinyin, "安徽 长春 朝阳 重庆 二连 一汽 长"),
            (Collation::Stroke, "一汽 二连 长 长春 安徽 重庆 朝阳"),
            (Collation::English, "安徽 长春 朝阳 重庆 二连 一汽 长"),
        ] {
            assert_eq!(sorted(collation, &texts).join(" "), expected, "{collation:?}");
        }
    }
}
