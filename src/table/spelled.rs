//! A long text in which words are found as they are typed with a Latin keyboard.

use std::ops::Range;

use super::{
    pinyin::{Reading, is_han},
    typed::Typed,
};

/// The syllables of a text, stretch by stretch: what a mark or a space parts is never one word.
#[derive(Debug, Default)]
pub struct Spelled {
    reading: Reading,
}

impl Spelled {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        let mut spelled = Self::default();
        let chars: Vec<char> = text.chars().map(|char| char.to_ascii_lowercase()).collect();
        for stretch in chars.chunk_by(|a, b| a.is_alphanumeric() == b.is_alphanumeric()) {
            if stretch.iter().any(|char| is_han(*char)) {
                spelled.reading.push(stretch);
            } else {
                spelled.reading.skip(stretch.len());
            }
        }
        spelled
    }

    /// Every place that can be typed so, as chars of the text, in order.
    pub fn find(&self, word: &str) -> Vec<Range<usize>> {
        let Some(typed) = Typed::new(word) else { return Vec::new() };
        (0..self.reading.len()).filter_map(|from| Some(from..from + typed.matches(&self.reading, from)?)).collect()
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
