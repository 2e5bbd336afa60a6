//! How a piece of Han text was typed: its syllables with their tones, and which letters of them somebody typed.

use std::ops::Range;

use pinyin::{ToPinyin as _, ToPinyinMulti as _};

use super::pinyin::{NO_SYLLABLE, Reading, SYLLABLES, is_han, typed};

/// A text as it is spelled in pinyin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// The syllables with their tones, a space between them.
    pub text: String,
    /// Chars of it that were typed.
    pub typed: Vec<Range<usize>>,
}

/// How `word` spells the chars `found` of a text; none if they are not Han, or not spelled so.
pub fn spelling(word: &str, text: &str, found: &Range<usize>) -> Option<Spelling> {
    let word = word.to_ascii_lowercase();
    let chars: Vec<char> = text.chars().map(|char| char.to_ascii_lowercase()).collect();
    let here = chars.get(found.clone())?;
    if !word.is_ascii() || !here.iter().any(|char| is_han(*char)) {
        return None;
    }
    // The whole text is read, for a word around the piece may decide how a character is read.
    let mut reading = Reading::default();
    reading.push(&chars);
    let ways: Vec<&[u16]> = reading.from(found.start).take(here.len()).collect();
    let mut taken = Vec::new();
    if !takes(&word, &ways, &mut taken) {
        return None;
    }
    let mut spelling = Spelling::default();
    let mut was_han = false;
    for (nr, (char, (syllable, num))) in here.iter().zip(taken.into_iter().rev()).enumerate() {
        if nr > 0 && (was_han || is_han(*char)) {
            spelling.text.push(' ');
        }
        was_han = is_han(*char);
        let start = spelling.text.chars().count();
        spelling.text.push_str(&toned(*char, syllable));
        spelling.typed.push(start..start + num);
    }
    Some(spelling)
}

/// Whether the word is typed syllable by syllable; `taken` gets syllables and letters, the last first.
fn takes(word: &str, ways: &[&[u16]], taken: &mut Vec<(&'static str, usize)>) -> bool {
    let Some((first, rest)) = ways.split_first() else { return word.is_empty() };
    let known = &SYLLABLES.words;
    for syllable in first.iter().filter(|nr| **nr != NO_SYLLABLE).filter_map(|nr| known.get(usize::from(*nr))) {
        let common = syllable.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
        let is_double = ["zh", "ch", "sh"].iter().any(|double| syllable.starts_with(double));
        // All of it, an initial of one letter or of two, or as far as the last was typed.
        for num in [syllable.len(), 2, 1, common] {
            let is_way = num == syllable.len() || num == 1 || (num == 2 && is_double) || (rest.is_empty() && num == word.len());
            if num == 0 || num > common || !is_way {
                continue;
            }
            if takes(word.get(num..).unwrap_or_default(), rest, taken) {
                taken.push((syllable, num));
                return true;
            }
        }
    }
    false
}

/// A syllable with the tone that it has in a character, letter for letter.
fn toned(char: char, syllable: &str) -> String {
    let others = char.to_pinyin_multi().into_iter().flatten();
    let tone = char.to_pinyin().into_iter().chain(others).find(|reading| typed(reading.plain()) == syllable);
    tone.map_or_else(|| syllable.to_owned(), |reading| reading.with_tone().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The spelling with what was typed in brackets.
    fn marked(word: &str, text: &str, found: Range<usize>) -> Option<String> {
        let Spelling { text, typed } = spelling(word, text, &found)?;
        let mut marked = String::new();
        for (nr, char) in text.chars().enumerate() {
            marked.push_str(if typed.iter().any(|mark| mark.start == nr) { "[" } else { "" });
            marked.push(char);
            marked.push_str(if typed.iter().any(|mark| mark.end == nr + 1) { "]" } else { "" });
        }
        Some(marked)
    }

    #[test]
    fn the_letters_typed_are_marked_in_each_syllable() {
        for (word, text, found, expected) in [
            ("yls", "亿联盛新材料", 0..3, Some("[y]ì [l]ián [s]hèng")),
            ("YLS", "亿联盛新材料", 0..3, Some("[y]ì [l]ián [s]hèng")),
            ("yilians", "亿联盛新材料", 0..3, Some("[yì] [lián] [s]hèng")),
            ("ylshe", "亿联盛", 0..3, Some("[y]ì [l]ián [shè]ng")),
            ("xcl", "亿联盛新材料", 3..6, Some("[x]īn [c]ái [l]iào")),
            ("changh", "长海", 0..2, Some("[cháng] [h]ǎi")),
            ("lvhua", "绿化", 0..2, Some("[lǜ] [huà]")),
            ("ledzm", "LED照明", 0..5, Some("[l][e][d] [z]hào [m]íng")),
            ("led", "LED照明", 0..3, None),
            ("亿联", "亿联盛", 0..2, None),
            ("ylx", "亿联盛", 0..3, None),
            ("yls", "亿", 0..3, None),
        ] {
            assert_eq!(marked(word, text, found).as_deref(), expected, "{word} in {text}");
        }
    }
}
