//! A whole dictionary searched for one word.

use super::{
    bits::Bits,
    cancel::Cancel,
    column::{Choice, Text},
    needle::Needle,
    store::Store,
};

/// A dictionary's values in the forms that are searched.
#[derive(Clone, Debug)]
pub(super) struct Haystack {
    num_values: u32,
    /// The values themselves, and apart from them other names: what is written in letters alone takes half the room.
    stores: Vec<Store>,
    /// The latest words with their values: a longer word is looked for among those of a shorter one.
    recent: Vec<(Needle, Bits)>,
}

/// How many words are remembered: a word being typed, and Backspace through it.
const NUM_RECENT: usize = 12;

impl Haystack {
    /// The search forms of a text column's dictionary.
    pub(super) fn of_text(text: &Text) -> Self {
        let num_values = text.num_values();
        // A symbol for each character, or hardly more: too little room would be left behind for larger room.
        let own = Store::new(num_values, text.values.arena().chars().count(), |value, writer| {
            writer.write(text.values.get(value).unwrap_or_default());
        });
        let mut stores = vec![own];
        let others = [&text.english, &text.aliases];
        if others.iter().any(|names| names.is_some()) {
            let num_bytes = others.iter().filter_map(|names| names.as_ref()).map(|names| names.arena().len()).sum();
            stores.push(Store::new(num_values, num_bytes, |value, writer| {
                for name in others.into_iter().filter_map(|names| names.as_ref()?.get(value)) {
                    for name in name.split('\u{1}').filter(|name| !name.is_empty()) {
                        writer.write(name);
                    }
                }
            }));
        }
        Self { num_values, stores, recent: Vec::new() }
    }

    /// The same for the names and ids of a choice column's values.
    pub(super) fn of_choice(choice: &Choice) -> Self {
        let num_values = u32::try_from(choice.options.len()).unwrap_or(u32::MAX);
        let names = Store::new(num_values, 0, |value, writer| {
            if let Some(option) = choice.options.get(value as usize) {
                for name in [&option.name.zh, &option.name.en, &option.id] {
                    writer.write(name);
                }
            }
        });
        Self { num_values, stores: vec![names], recent: Vec::new() }
    }

    /// The values that have the word; `None` if the work was to stop.
    pub(super) fn hits(&mut self, needle: &Needle, cancel: &Cancel) -> Option<Bits> {
        if let Some(nr) = self.recent.iter().position(|(known, _)| known.is_same(needle)) {
            // The word moves to the end, so that the one typed last is the last to be forgotten.
            let found = self.recent.remove(nr);
            let hits = found.1.clone();
            self.recent.push(found);
            return Some(hits);
        }
        let hits = if needle.text.is_empty() { Bits::all(self.num_values as usize) } else { self.look(needle, cancel)? };
        if self.recent.len() >= NUM_RECENT {
            self.recent.remove(0);
        }
        self.recent.push((needle.clone(), hits.clone()));
        Some(hits)
    }

    fn look(&self, needle: &Needle, cancel: &Cancel) -> Option<Bits> {
        let shorter = self.recent.iter().filter(|(known, _)| known.is_narrowed_by(needle));
        let among = shorter.map(|(_, hits)| hits).min_by_key(|hits| hits.count());
        let mut hits = Bits::none(self.num_values as usize);
        for store in &self.stores {
            store.look(needle, among, &mut hits, cancel)?;
        }
        Some(hits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{TextBuilder, fold::fold, search::Word};
    use proptest::prelude::*;

    fn word(text: &str, is_phrase: bool) -> Word {
        Word { text: fold(text), is_phrase }
    }

    /// Words as they grow and shrink while they are typed.
    fn typed() -> impl Strategy<Value = Vec<String>> {
        let whole = "[a-z]{1,3}|changchunls|ccls|sxl|shengxing?|sle|长春联盛|盛行乐|1朝|1c|yils?|chong?q?|changchun|zhangc|ls|联盛|亿联盛长|1|a1?|b|[亿重长] ?|重庆|朝阳|chaoy|zhao|yixing|leyang|";
        (whole, any::<bool>()).prop_map(|(whole, shrinks)| {
            let mut steps: Vec<String> =
                whole.char_indices().map(|(at, char)| whole[..at + char.len_utf8()].to_owned()).chain([whole.clone()]).collect();
            if shrinks {
                steps.extend(steps.clone().into_iter().rev());
            }
            steps
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn a_dictionary_finds_what_each_value_finds(
            texts in prop::collection::vec(("[亿联盛重庆朝阳长春行乐aAｂ1 ]{0,20}(长春联盛|盛行乐|1朝)?", "[a-cY ]{0,3}"), 0..60),
            words in prop::collection::vec((typed(), any::<bool>()), 1..6),
        ) {
            let mut builder = TextBuilder::default();
            for (zh, en) in &texts {
                builder.push_with(zh, en, &["Alias Q"]);
            }
            let text = builder.finish();
            let mut haystack = Haystack::of_text(&text);
            for (typed, is_phrase) in words.iter().flat_map(|(steps, is_phrase)| steps.iter().map(move |step| (step, *is_phrase))) {
                let needle = Needle::new(&word(typed, is_phrase));
                let hits = haystack.hits(&needle, &Cancel::default()).unwrap();
                for code in 0..text.num_values() {
                    let value = text.values.get(code).unwrap();
                    let english = text.english.as_ref().and_then(|english| english.get(code)).unwrap_or_default();
                    let expected = [value, english, "alias q"].into_iter().any(|name| needle.is_in(name));
                    prop_assert_eq!(hits.contains(code), expected, "{:?} in {:?} / {:?}", typed, value, english);
                }
            }
        }
    }

    #[test]
    fn stale_work_stops() {
        let mut builder = TextBuilder::default();
        (0..1000).for_each(|nr| builder.push(Some(&format!("亿{nr}联"))));
        let text = builder.finish();
        let newest = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(2));
        let mut haystack = Haystack::of_text(&text);
        for typed in ["yi1", "亿1"] {
            let needle = Needle::new(&word(typed, false));
            assert!(haystack.hits(&needle, &Cancel::new(newest.clone(), 1)).is_none());
            assert_eq!(haystack.hits(&needle, &Cancel::new(newest.clone(), 2)).map(|hits| hits.count()), Some(111));
        }
    }
}
