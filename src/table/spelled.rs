//! A long text in which words are found as they are typed with a Latin keyboard.

use std::ops::Range;

use super::{pinyin::read, spelling::next, typed::Typed};

/// The syllables of a text, stretch by stretch: what a mark or a space parts is never one word.
#[derive(Debug, Default)]
pub struct Spelled {
    /// Every way to read each stretch, each followed by a [`NO_SYLLABLE`](super::pinyin::NO_SYLLABLE).
    syllables: Vec<u16>,
    /// The ways, in the order of their syllables.
    ways: Vec<Way>,
}

/// One way to read a stretch.
#[derive(Clone, Copy, Debug)]
struct Way {
    /// Its first syllable.
    syllable: usize,
    /// Its first char in the text.
    char: usize,
}

impl Spelled {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        let mut spelled = Self::default();
        let mut stretch: Option<(usize, usize)> = None;
        for (num_chars, (byte, char)) in text.char_indices().enumerate() {
            match (stretch, char.is_alphanumeric()) {
                (None, true) => stretch = Some((byte, num_chars)),
                (Some((start, first)), false) => {
                    spelled.push(text.get(start..byte).unwrap_or_default(), first);
                    stretch = None;
                }
                _ => {}
            }
        }
        if let Some((start, first)) = stretch {
            spelled.push(text.get(start..).unwrap_or_default(), first);
        }
        spelled
    }

    fn push(&mut self, stretch: &str, first: usize) {
        let start = self.syllables.len();
        let num = read(stretch, &mut self.syllables);
        // Every way to read a stretch has the same number of syllables.
        let len = (self.syllables.len() - start).checked_div(num).unwrap_or(0);
        self.ways.extend((0..num).map(|way| Way { syllable: start + way * len, char: first }));
    }

    /// Every place that can be typed so, as chars of the text, in order.
    pub fn find(&self, word: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let Some(typed) = Typed::new(word) else { return found };
        for (begin, reading) in typed.ways() {
            let (mut at, mut way_nr) = (0, 0);
            while let Some(hit) = next(&self.syllables, begin, reading, at) {
                at = hit + 1;
                while self.ways.get(way_nr + 1).is_some_and(|way| way.syllable <= hit) {
                    way_nr += 1;
                }
                let num = self.syllables.get(hit..).and_then(|syllables| reading.matches(syllables));
                if let (Some(way), Some(num)) = (self.ways.get(way_nr), num) {
                    let start = way.char + hit - way.syllable;
                    found.push(start..start + num);
                }
            }
        }
        // A place may be read in several ways.
        found.sort_unstable_by_key(|place| (place.start, place.end));
        found.dedup_by_key(|place| place.start);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_and_none_over_a_mark() {
        for (word, text, pieces) in [
            ("yls", "亿联盛在此，亿联盛也在此", &["亿联盛", "亿联盛"][..]),
            ("yls", "亿联，盛", &[]),
            ("changhai", "在长海，又长海", &["长海", "长海"]),
            ("led", "led照明", &["led"]),
            ("zm", "led照明", &["照明"]),
            ("y", "亿一二", &["亿", "一"]),
            ("56", "第56个", &[]),
            ("yls", "plain yls", &[]),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let found: Vec<String> = Spelled::new(text).find(word).into_iter().map(|at| chars[at].iter().collect()).collect();
            assert_eq!(found, pieces, "{word} in {text}");
        }
    }
}
