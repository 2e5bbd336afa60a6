//! Text with what a copy may change left out: white space, the width and shape of punctuation. Digits stay as they are.
//!
//! A comma or a full stop between two digits belongs to the number and is not made like any other mark; white space
//! between two digits stays as one space, for `5 6` is not 56.

use std::{iter::Peekable, ops::Range, str::CharIndices};

/// After how many folded bytes the way back to the text is written down.
const STEP: usize = 4096;

/// A folded text that knows where each of its bytes comes from.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The folded text; pieces end with a line feed.
    pub(super) text: String,
    marks: Vec<Mark>,
}

/// The same place in the folded text and in the text.
#[derive(Clone, Copy, Debug)]
struct Mark {
    folded: usize,
    source: usize,
}

impl Folded {
    /// Adds a piece of the text that starts at `offset`; returns where it starts in the folded text.
    pub(super) fn push(&mut self, piece: &str, offset: usize) -> usize {
        let start = self.text.len();
        self.marks.push(Mark { folded: start, source: offset });
        let mut next_mark = start + STEP;
        for (at, c) in Folding::new(piece, '\n') {
            if self.text.len() >= next_mark {
                self.marks.push(Mark { folded: self.text.len(), source: offset + at });
                next_mark = self.text.len() + STEP;
            }
            self.text.push(c);
        }
        self.text.push('\n');
        start
    }

    /// The bytes of `source` that a range of the folded text was made from; it must lie within one piece.
    pub(super) fn unfold(&self, source: &str, folded: &Range<usize>) -> Range<usize> {
        self.unfold_all(source, std::iter::once(folded.clone())).pop().unwrap_or_default()
    }

    /// The same for many ranges, which are best in order: what lies between two of them is gone through once.
    pub(super) fn unfold_all(&self, source: &str, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
        let mut way: Option<Way<'_>> = None;
        let unfold = |folded: Range<usize>| {
            let index = self.marks.partition_point(|mark| mark.folded <= folded.start).saturating_sub(1);
            if way.as_ref().is_none_or(|way| way.index != index || way.folded > folded.start) {
                way = self.way(source, index);
            }
            way.as_mut().and_then(|way| way.take(&folded)).unwrap_or_default()
        };
        ranges.map(unfold).collect()
    }

    /// The way through the text from a mark on.
    fn way<'t>(&self, source: &'t str, index: usize) -> Option<Way<'t>> {
        let mark = *self.marks.get(index)?;
        let last = self.text.get(..mark.folded)?.chars().next_back().unwrap_or('\n');
        let chars = Folding::new(source.get(mark.source..)?, last);
        Some(Way { index, folded: mark.folded, mark, source: source.get(mark.source..)?, chars })
    }
}

/// A way through the text, byte by byte of both sides.
struct Way<'t> {
    index: usize,
    folded: usize,
    mark: Mark,
    source: &'t str,
    chars: Folding<'t>,
}

impl Way<'_> {
    /// Goes to the end of a range of the folded text that lies ahead; returns where it comes from.
    fn take(&mut self, folded: &Range<usize>) -> Option<Range<usize>> {
        let mut found: Option<Range<usize>> = None;
        while self.folded < folded.end {
            let (at, c) = self.chars.next()?;
            if self.folded >= folded.start {
                let length = self.source.get(at..)?.chars().next().map_or(0, char::len_utf8);
                let start = found.map_or(at, |range| range.start);
                found = Some(start..at + length);
            }
            self.folded += c.len_utf8();
        }
        let found = found?;
        Some(self.mark.source + found.start..self.mark.source + found.end)
    }
}

/// A phrase folded as the text is.
pub(super) fn fold(phrase: &str) -> String {
    Folding::new(phrase.trim(), '\n').map(|(_, c)| c).collect()
}

/// The folded characters of a text, each with the byte it comes from.
struct Folding<'t> {
    chars: Peekable<CharIndices<'t>>,
    last: char,
}

impl<'t> Folding<'t> {
    /// `last` is the folded character before the text.
    fn new(text: &'t str, last: char) -> Self {
        Self { chars: text.char_indices().peekable(), last }
    }

    fn is_before_point(&mut self) -> bool {
        self.chars.peek().is_some_and(|(_, next)| matches!(next, '.' | '．'))
    }

    fn is_before_digit(&mut self) -> bool {
        self.chars.peek().is_some_and(|(_, next)| narrow(*next).is_ascii_digit())
    }
}

impl Iterator for Folding<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        loop {
            let (at, c) = self.chars.next()?;
            let folded = if is_space(c) {
                while self.chars.next_if(|(_, next)| is_space(*next)).is_some() {}
                if !(self.last.is_ascii_digit() && (self.is_before_digit() || self.is_before_point())) {
                    continue;
                }
                ' '
            } else {
                let is_inside = matches!(c, '.' | '．' | ',' | '，') && self.last.is_ascii_digit() && self.is_before_digit();
                match (c, is_inside) {
                    ('，', true) => '，',
                    ('.' | '．', false) => '。',
                    _ => narrow(c),
                }
            };
            self.last = folded;
            return Some((at, folded));
        }
    }
}

/// White space, and what takes no room at all.
pub(super) fn is_space(c: char) -> bool {
    match c {
        '\u{4E00}'..='\u{9FFF}' => false,
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' => true,
        _ => c.is_whitespace(),
    }
}

/// The half-width form, and one form of each mark that comes in several.
fn narrow(c: char) -> char {
    if ('\u{4E00}'..='\u{9FFF}').contains(&c) {
        return c;
    }
    match c {
        '“' | '”' | '„' | '‟' | '「' | '」' | '『' | '』' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '＇' => '\'',
        '—' | '–' | '‒' | '―' | '─' | '‐' | '‑' | '−' => '-',
        '〜' => '~',
        '・' | '•' | '‧' => '·',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The numbers in a folded text, in order: `43.56` and `1,348` are one each.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        at += bytes.get(at..)?.iter().position(u8::is_ascii_digit)?;
        let start = at;
        at = number_end(bytes, at);
        Some(start..at)
    })
}

/// Where the number ends whose digits start at `at`.
fn number_end(bytes: &[u8], at: usize) -> usize {
    let digits = |at: usize| bytes.get(at..).map_or(0, |rest| rest.iter().take_while(|byte| byte.is_ascii_digit()).count());
    let mut end = at + digits(at);
    while bytes.get(end) == Some(&b',') && digits(end + 1) == 3 {
        end += 4;
    }
    if bytes.get(end) == Some(&b'.') { end + 1 + digits(end + 1) } else { end }
}

/// Whether a cut at this byte of a folded text would part a number.
pub(super) fn parts_number(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_part = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    if !is_part(bytes.get(at)) || !is_part(at.checked_sub(1).and_then(|before| bytes.get(before))) {
        return false;
    }
    let before = bytes.get(..at).unwrap_or_default();
    let start = before.iter().rposition(|byte| !is_part(Some(byte))).map_or(0, |at| at + 1);
    let run = text.get(start..).unwrap_or_default();
    let cut = at - start;
    numbers(run).take_while(|number| number.start < cut).any(|number| cut < number.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_copy_may_change_is_folded() {
        for (text, folded) in [
            ("核心 提示", "核心提示"),
            ("总投资１.８亿元，", "总投资1.8亿元,"),
            ("“一网、一门”", "\"一网、一门\""),
            ("５　６ 个", "5 6个"),
            ("４３．５６", "43.56"),
            ("33，35", "33，35"),
            ("1,348 盏.", "1,348盏。"),
            ("甲\u{200B}乙\u{FEFF}丙", "甲乙丙"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn every_folded_range_leads_back() {
        let text = "　甲 乙，（丙）２０ 公里\n丁".repeat(3000);
        let mut folded = Folded::default();
        folded.push(&text, 0);
        for (at, _) in folded.text.match_indices("(丙)20公里").step_by(97) {
            let range = folded.unfold(&text, &(at..at + "(丙)20公里".len()));
            assert_eq!(text.get(range), Some("（丙）２０ 公里"));
        }
    }

    #[test]
    fn numbers_stay_whole() {
        let found = |text: &str| numbers(text).filter_map(|range| text.get(range).map(str::to_owned)).collect::<Vec<_>>();
        assert_eq!(found("43.56亿,1,348盏9,10个2020-01-16,5"), ["43.56", "1,348", "9", "10", "2020", "01", "16", "5"]);
        for (text, at, parts) in [
            ("3.5亿", 2, true),
            ("3.5亿", 1, true),
            ("15个", 1, true),
            ("15个", 0, false),
            ("15个", 2, false),
            ("9,10个", 2, false),
            ("1,348盏", 2, true),
            ("5 6个", 2, false),
        ] {
            assert_eq!(parts_number(text, at), parts, "{text} at {at}");
        }
    }
}
