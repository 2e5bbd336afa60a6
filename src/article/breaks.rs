//! Where a row of a paragraph may start.
//!
//! The opportunities are Unicode's (UAX #14, strict, with Chinese as the content's language); what Chinese setting
//! asks beyond that comes from W3C's clreq and GB/T 15834. Nothing here measures: [`super::lines`] chooses.

use std::ops::Range;

use icu_segmenter::{
    GraphemeClusterSegmenter, LineSegmenter,
    options::{LineBreakOptions, LineBreakStrictness},
};

use crate::locale::Lang;

/// Full-width marks that close: no row starts with one, and its right half may be white.
pub fn is_close(c: char) -> bool {
    "、，。：；！？）】》」』”’〉〕］｝".contains(c)
}

/// Full-width marks that open: no row ends with one, and its left half may be white.
pub fn is_open(c: char) -> bool {
    "（【《「『“‘〈〔［｛".contains(c)
}

/// Whether no row may start with this mark.
pub fn is_never_first(c: char) -> bool {
    is_close(c) || "…—·～％‰℃%,.:;!?)]}".contains(c)
}

/// Whether no row may end with this mark.
pub fn is_never_last(c: char) -> bool {
    is_open(c) || "([{".contains(c)
}

/// Han, kana and the two signs that are used as Han.
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
        | '\u{3041}'..='\u{30FF}' | '〇' | '々')
}

/// Letters and digits that take a quarter em between themselves and Han.
pub fn is_latin(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c) && (c as u32) < 0x2E80
}

/// Whether a figure stays on one row: a number with its unit, or a few words such as 十余家.
///
/// A fact in many words is a phrase; kept whole, it would leave holes in the rows around it. A number in a phrase longer
/// than a short row still stays with its own unit.
pub fn is_whole(figure: &[char]) -> bool {
    let has_digits = figure.iter().any(char::is_ascii_digit);
    let has_numerals = figure.iter().any(|c| "一二三四五六七八九十百千万亿两几数余".contains(*c));
    let has_han = figure.iter().any(|c| is_han(*c));
    let most = match (has_digits, has_han) {
        (true, _) => 22,
        (false, true) if has_numerals => 4,
        (false, true) => 1,
        (false, false) => 14,
    };
    figure.len() <= most
}

/// What stays on one row, as ranges of chars: the figures given (see [`is_whole`]), dates and numbers with their units,
/// `——` and `……`.
pub fn atoms(chars: &[char], figures: &[Range<usize>]) -> Vec<Range<usize>> {
    let whole = figures.iter().filter(|figure| chars.get((*figure).clone()).is_some_and(is_whole)).cloned();
    let mut atoms: Vec<_> = whole.chain(numbers(chars)).chain(pairs(chars)).collect();
    atoms.retain(|atom| atom.len() > 1);
    atoms.sort_by_key(|atom| (atom.start, atom.end));
    atoms
}

/// A number and what follows it without a break: decimals, the unit, the rest of a date.
fn numbers(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let end = number_end(chars, at);
        if end > at {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// Where the number that starts at `start` ends with its unit; `start` if none starts there.
fn number_end(chars: &[char], start: usize) -> usize {
    let char_at = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let mut end = start;
    while char_at(end).is_ascii_digit() || (end > start && ".,".contains(char_at(end)) && char_at(end + 1).is_ascii_digit()) {
        end += 1;
    }
    if end == start {
        return start;
    }
    let unit = end + usize::from(char_at(end) == ' ');
    let mut after = unit;
    while "余多几十百千万亿".contains(char_at(after)) {
        after += 1;
    }
    match char_at(after) {
        '平' | '立' if char_at(after + 1) == '方' => after + 3,
        '公' if "里斤顷".contains(char_at(after + 1)) => after + 2,
        '元' | '吨' | '个' | '项' | '次' | '座' | '盏' | '天' | '人' | '家' | '名' | '种' | '条' | '年' | '月' | '日' | '号' | '时'
        | '分' | '%' | '％' | '‰' | '℃' | '亩' | '米' => after + 1,
        _ if after > unit => after,
        _ => end,
    }
    .min(chars.len())
}

/// The two marks that are written as a pair.
fn pairs(chars: &[char]) -> impl Iterator<Item = Range<usize>> {
    let is_pair = |pair: &[char]| matches!(pair, ['—', '—'] | ['…', '…']);
    chars.windows(2).enumerate().filter(move |(_, pair)| is_pair(pair)).map(|(at, _)| at..at + 2)
}

/// Where a row may start, by char; one entry more than there are chars, the last always true.
pub fn row_starts(text: &str, lang: Lang, atoms: &[Range<usize>]) -> Vec<bool> {
    let chars: Vec<char> = text.chars().collect();
    let mut starts = unicode_starts(text, lang);
    for (at, pair) in chars.windows(2).enumerate() {
        let (&[before, after], Some(may)) = (pair, starts.get_mut(at + 1)) else { continue };
        if lang == Lang::Zh {
            *may |= is_open(after) || is_close(before);
        }
        *may &= !is_never_first(after) && !is_never_last(before) && after != ' ';
    }
    for atom in atoms {
        if let Some(inside) = starts.get_mut(atom.start + 1..atom.end) {
            inside.fill(false);
        }
    }
    starts
}

/// Where Unicode lets a row start, by char.
fn unicode_starts(text: &str, lang: Lang) -> Vec<bool> {
    let locale = match lang {
        Lang::Zh => icu_locale_core::langid!("zh"),
        Lang::En => icu_locale_core::langid!("en"),
    };
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    options.content_locale = Some(&locale);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    at_chars(text, segmenter.segment_str(text))
}

/// Where a user sees one sign end and the next begin, by char: the last resort for a word longer than the row.
pub fn sign_starts(text: &str) -> Vec<bool> {
    at_chars(text, GraphemeClusterSegmenter::new().segment_str(text))
}

/// Byte offsets as flags by char: neither at the text's start, always at its end.
fn at_chars(text: &str, offsets: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut offsets = offsets.peekable();
    let mut flags: Vec<bool> = text
        .char_indices()
        .map(|(byte, _)| {
            while offsets.next_if(|offset| *offset < byte).is_some() {}
            byte > 0 && offsets.peek() == Some(&byte)
        })
        .collect();
    flags.push(true);
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `|` wherever a row may start.
    fn marked(text: &str, lang: Lang, figures: &[&str]) -> String {
        let chars: Vec<char> = text.chars().collect();
        let figures: Vec<_> = figures
            .iter()
            .map(|figure| {
                let start = text[..text.find(figure).unwrap()].chars().count();
                start..start + figure.chars().count()
            })
            .collect();
        let starts = row_starts(text, lang, &atoms(&chars, &figures));
        chars.iter().zip(starts).flat_map(|(c, start)| start.then_some('|').into_iter().chain([*c])).collect()
    }

    #[test]
    fn rows_start_where_chinese_setting_allows() {
        for (text, figures, want) in [
            ("签约56个，共", &[][..], "签|约|56个，|共"),
            ("至少 43.56 亿元。", &["43.56 亿元"], "至|少 |43.56 亿元。"),
            ("在“甲”《乙》——丙……丁", &[], "在|“甲”|《乙》——|丙……|丁"),
            ("到2019 年 12 月末（说", &["2019 年 12 月末"], "到|2019 年 12 月末|（说"),
            ("约2.2万立方米水", &[], "约|2.2万立方米|水"),
            ("使用 Rust 1.95 编写", &[], "使|用 |Rust |1.95 |编|写"),
            ("有十余家落户", &["十余家"], "有|十余家|落|户"),
            ("甲，", &[], "甲，"),
            ("", &[], ""),
        ] {
            assert_eq!(marked(text, Lang::Zh, figures), want);
        }
    }

    #[test]
    fn rows_start_between_english_words() {
        for (text, figures, want) in [
            ("It won't cost CNY 4.356 billion.", &["CNY 4.356 billion"][..], "It |won't |cost |CNY 4.356 billion."),
            ("the zone’s (new) rules", &[], "the |zone’s |(new) |rules"),
            ("by 26 April 2019, 56", &["26 April 2019"], "by |26 April 2019, |56"),
        ] {
            assert_eq!(marked(text, Lang::En, figures), want);
        }
    }

    #[test]
    fn a_long_phrase_may_break_although_it_is_a_figure() {
        let phrase = "把审批、经济管理和监管留给管委会，其余交给公司去做";
        assert!(marked(phrase, Lang::Zh, &[phrase]).contains('|'));
    }

    #[test]
    fn signs_are_not_cut() {
        let starts = sign_starts("e\u{301}中👨\u{200D}👩");
        assert_eq!(starts, [false, false, true, true, false, false, true]);
    }
}
