//! Where the sentence around a stretch of text begins and ends.

use std::ops::Range;

/// The sentence, or the sentences, that `inside` touches; all in chars of the text.
///
/// A Chinese sentence ends at its mark, an English one at a mark with a space after it: `6.3` ends none.
pub fn around(text: &[char], inside: &Range<usize>) -> Range<usize> {
    let ends_at = |at: usize| match text.get(at) {
        Some('。' | '！' | '？') => true,
        Some('.' | '!' | '?') => text.get(at + 1).is_none_or(|next| next.is_whitespace()),
        _ => false,
    };
    let start = (0..inside.start.min(text.len())).rev().find(|at| ends_at(*at)).map_or(0, |at| at + 1);
    let start = (start..inside.start).find(|at| text.get(*at).is_some_and(|char| !char.is_whitespace())).unwrap_or(inside.start);
    let end = (inside.end.saturating_sub(1)..text.len()).find(|at| ends_at(*at)).map_or(text.len(), |at| at + 1);
    start..end.max(inside.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_mark_and_nowhere_else() {
        for (text, piece, expected) in [
            ("甲。乙投 6.3 亿元，丙。丁", "6.3 亿元", "乙投 6.3 亿元，丙。"),
            ("乙投 6.3 亿元", "6.3", "乙投 6.3 亿元"),
            ("One. Two is 6.3 million, no more. Three", "6.3", "Two is 6.3 million, no more."),
            ("Is it 5? It is 6", "6", "It is 6"),
            ("It grew 6.3 times in 5 years. Then it fell", "5", "It grew 6.3 times in 5 years."),
            ("头。", "头。", "头。"),
            ("", "", ""),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let start = text[..text.find(piece).unwrap()].chars().count();
            let found = around(&chars, &(start..start + piece.chars().count()));
            assert_eq!(chars[found].iter().collect::<String>(), expected, "{piece} in {text}");
        }
    }
}
