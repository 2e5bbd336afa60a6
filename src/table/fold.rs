//! What counts as the same text when searching: case and width do not matter.

/// Lower case, and half-width for full-width forms; every character becomes one or more.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|char| fold_char(char, |char| folded.push(char)));
    folded
}

/// The folded text, and for each of its bytes and its end where in the original the character begins that it came from.
pub(super) fn fold_with_origins(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len() + 1);
    for (at, char) in text.char_indices() {
        fold_char(char, |char| folded.push(char));
        origins.resize(folded.len(), at);
    }
    origins.push(text.len());
    (folded, origins)
}

/// A character's folded form.
pub fn fold_char(char: char, mut push: impl FnMut(char)) {
    match char {
        // Han characters are most of the text and never change.
        'a'..='z' | ' '..='@' | '\u{3001}'..='\u{9fff}' => push(char),
        'A'..='Z' => push(char.to_ascii_lowercase()),
        '\u{3000}' => push(' '),
        '\u{ff01}'..='\u{ff5e}' => {
            let half = u32::from(char) - 0xff01 + 0x21;
            char::from_u32(half).unwrap_or(char).to_lowercase().for_each(push);
        }
        _ => char.to_lowercase().for_each(push),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_case_and_width() {
        for (text, folded) in [("ＬＥＤ照明", "led照明"), ("Abc", "abc"), ("１２　３：", "12 3:"), ("亿联盛", "亿联盛"), ("ÉŞ", "éş")]
        {
            assert_eq!(fold(text), folded);
        }
    }

    proptest! {
        #[test]
        fn is_stable_and_keeps_track(text in "[a-cA-CＡ-Ｃİ亿，　 ]{0,12}") {
            let folded = fold(&text);
            let (again, origins) = fold_with_origins(&text);
            prop_assert_eq!(&again, &folded);
            prop_assert_eq!(origins.len(), folded.len() + 1);
            prop_assert!(origins.iter().all(|at| text.is_char_boundary(*at)));
        }
    }
}
