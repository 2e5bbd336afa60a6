//! Texts as parts of others: as a sentence that ends, and inside one that goes on.

use super::Lang;

/// The marks that end a sentence.
const STOPS: [char; 7] = ['。', '！', '？', '.', '!', '?', '…'];
/// What may stand after them.
const CLOSING: [char; 7] = ['”', '’', '"', '\'', '）', ')', '」'];

/// The text with a full stop, where it has none.
pub fn sentence(lang: Lang, text: &str) -> String {
    let text = text.trim_end();
    let is_closed = text.trim_end_matches(CLOSING).ends_with(STOPS);
    let stop = if lang == Lang::Zh { "。" } else { "." };
    format!("{text}{}", if is_closed { "" } else { stop })
}

/// A text inside a sentence: in English it begins with a small letter, unless its first word is an abbreviation (CNC) or a
/// letter that stands for something (V–Ti).
pub fn inline(lang: Lang, text: &str) -> String {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric()).collect();
    let is_article = text.starts_with("A ");
    let is_name = word.chars().skip(1).any(char::is_uppercase) || word.chars().count() == 1 && !is_article;
    let mut chars = text.chars();
    match (lang, chars.next()) {
        (Lang::En, Some(first)) if !is_name => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_one_mark() {
        for (lang, text, expected) in [
            (Lang::Zh, "甲", "甲。"),
            (Lang::Zh, "甲。", "甲。"),
            (Lang::Zh, "说“甲。”", "说“甲。”"),
            (Lang::Zh, "甲（乙）", "甲（乙）。"),
            (Lang::Zh, "等等……", "等等……"),
            (Lang::En, "One (two) ", "One (two)."),
            (Lang::En, "One?", "One?"),
            (Lang::En, "He said \"yes.\"", "He said \"yes.\""),
        ] {
            assert_eq!(sentence(lang, text), expected);
        }
    }

    #[test]
    fn inside_a_sentence_only_abbreviations_keep_their_capitals() {
        for (lang, text, expected) in [
            (Lang::En, "Rolls", "rolls"),
            (Lang::En, "CNC machine tools", "CNC machine tools"),
            (Lang::En, "V–Ti alloys", "V–Ti alloys"),
            (Lang::En, "A steward", "a steward"),
            (Lang::En, "A–Z", "A–Z"),
            (Lang::En, "", ""),
            (Lang::Zh, "CNC 机床", "CNC 机床"),
            (Lang::Zh, "Rolls", "Rolls"),
        ] {
            assert_eq!(inline(lang, text), expected);
        }
    }
}
