//! The order of texts: Chinese by pinyin or by strokes, English by the alphabet.

use std::{borrow::Cow, cmp::Ordering, ops::Range};

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::{Locale, locale};
use serde::{Deserialize, Serialize};

use super::{both::both, column::Text, pinyin::sounding};
use crate::locale::Lang;

/// By what texts are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

    /// The word in its locale key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pinyin => "pinyin",
            Self::Stroke => "stroke",
            Self::English => "english",
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
        let (first, second) = both(|| Keys::new(self, text, 0..middle), || Keys::new(self, text, middle..num_values));
        let mut ranks = vec![0; num_values as usize];
        let mut first_codes = first.order.iter().peekable();
        let mut second_codes = second.order.iter().peekable();
        for rank in 0..num_values {
            let is_first = match (first_codes.peek(), second_codes.peek()) {
                (Some(a), Some(b)) => first.compare(a, &second, b).is_lt(),
                (a, _) => a.is_some(),
            };
            let next = if is_first { first_codes.next() } else { second_codes.next() };
            if let Some(slot) = next.and_then(|(_, code)| ranks.get_mut(*code as usize)) {
                *slot = rank;
            }
        }
        ranks
    }
}

/// From so many values on two threads halve the wait; for fewer they are not worth their start.
const MIN_SHARED: u32 = if cfg!(test) { 4 } else { 50_000 };

/// Sort keys of a part of the values, in order.
struct Keys {
    /// The beginning of each key as a number, which decides most comparisons without a look at the key; and its value.
    order: Vec<(u128, u32)>,
    bytes: Vec<u8>,
    /// Where the key of each value of the part ends.
    ends: Vec<usize>,
    first: u32,
}

impl Keys {
    fn new(collation: Collation, text: &Text, part: Range<u32>) -> Self {
        let collator = collation.collator();
        let lang = if collation == Collation::English { Lang::En } else { Lang::Zh };
        let mut keys =
            Self { order: Vec::with_capacity(part.len()), bytes: Vec::new(), ends: Vec::with_capacity(part.len()), first: part.start };
        for code in part {
            let start = keys.bytes.len();
            let shown = text.shown(code, lang).unwrap_or_default();
            let sounding = if collation == Collation::Pinyin { sounding(shown) } else { Cow::Borrowed(shown) };
            if let Some(collator) = &collator {
                let Ok(()) = collator.write_sort_key_to(&sounding, &mut keys.bytes);
            }
            keys.bytes.push(0);
            keys.bytes.extend(shown.as_bytes());
            keys.ends.push(keys.bytes.len());
            let key = keys.bytes.get(start..).unwrap_or_default();
            let head = (0..16).fold(0, |head, nr| head << 8 | u128::from(key.get(nr).copied().unwrap_or(0)));
            keys.order.push((head, code));
        }
        let mut order = std::mem::take(&mut keys.order);
        order.sort_unstable_by(|a, b| keys.compare(a, &keys, b));
        keys.order = order;
        keys
    }

    fn key(&self, code: u32) -> &[u8] {
        let nr = (code - self.first) as usize;
        let start = nr.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(nr).and_then(|end| self.bytes.get(start..*end)).unwrap_or_default()
    }

    #[inline]
    fn compare(&self, a: &(u128, u32), other: &Self, b: &(u128, u32)) -> Ordering {
        a.0.cmp(&b.0).then_with(|| self.key(a.1).cmp(other.key(b.1))).then(a.1.cmp(&b.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::builders::TextBuilder;

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
