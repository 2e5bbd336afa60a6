//! Which entries have what was typed, how well, and how they are shown.

use std::{collections::BTreeMap, ops::Range};

use super::entries::{Entry, Index, PIECES};
use crate::{
    locale::{Lang, tr, tr_args},
    route::Link,
    table::{Spelling, spelling},
    ui::{finder::FinderRow, icons::Icon},
};

/// How well an entry answers: the better, the less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Its whole name was typed, or all its initials.
    Whole,
    /// Its name begins with it.
    Begins,
    /// It has it somewhere.
    #[default]
    Has,
}

/// An entry that has every word.
pub(super) struct Found<'e> {
    pub(super) entry: &'e Entry,
    pub(super) rank: Rank,
    marks: Marks,
}

/// Where an entry was found.
#[derive(Clone, Debug, Default)]
struct Marks {
    /// Chars of its name in the language shown, of its other name, of what stands beside it, and of that in the other language.
    pieces: [Vec<Range<usize>>; PIECES],
    /// How its Chinese name is spelled, where that was typed.
    spellings: Vec<Spelling>,
    /// Whether a word stands only in what stands beside its name in the other language.
    is_translated: bool,
    /// What each word stands for in the name shown: the characters, where pinyin was typed.
    words: Vec<String>,
}

impl Index {
    /// The entries that have every word, in the order of the index; the best first where words were typed.
    pub(super) fn find(&self, words: &[&str], lang: Lang) -> Vec<Found<'_>> {
        let mut marks: BTreeMap<usize, Marks> = self.entries.iter().enumerate().map(|(nr, _)| (nr, Marks::default())).collect();
        for word in words {
            let mut hits: BTreeMap<usize, Vec<(usize, Range<usize>)>> = BTreeMap::new();
            for hit in self.text.find(word) {
                hits.entry(hit.piece / PIECES).or_default().push((hit.piece % PIECES, hit.chars));
            }
            marks.retain(|nr, _| hits.contains_key(nr));
            for (nr, marks) in &mut marks {
                if let (Some(entry), Some(hits)) = (self.entries.get(*nr), hits.remove(nr)) {
                    marks.add(entry, lang, word, hits);
                }
            }
        }
        let found = marks.into_iter().filter_map(|(nr, marks)| {
            let entry = self.entries.get(nr)?;
            let rank = if words.is_empty() { Rank::default() } else { marks.rank(entry, lang) };
            Some(Found { entry, rank, marks })
        });
        let mut found: Vec<Found<'_>> = found.collect();
        found.sort_by_key(|found| found.rank);
        found
    }
}

impl Marks {
    /// Notes where a word was found; in pieces as the index has them.
    fn add(&mut self, entry: &Entry, lang: Lang, word: &str, hits: Vec<(usize, Range<usize>)>) {
        let own = usize::from(lang == Lang::En);
        let is_in = |wanted: usize| hits.iter().any(|(piece, _)| *piece == wanted);
        let is_in_own = is_in(own);
        self.is_translated |= is_in(3) && !is_in_own && !is_in(2);
        let mut meant = None;
        for (piece, chars) in hits {
            // What stands in the name shown needs no other name to explain it.
            if piece == 0
                && (own == 0 || !is_in_own)
                && let Some(spelling) = spelling(word, &entry.names[0], &chars)
            {
                meant.get_or_insert_with(|| entry.names[0].chars().skip(chars.start).take(chars.len()).collect::<String>());
                self.spellings.push(spelling);
            }
            let place = match piece {
                0 | 1 => usize::from(piece != own),
                _ => piece,
            };
            if let Some(marks) = self.pieces.get_mut(place) {
                marks.push(chars);
            }
        }
        self.words.push(meant.unwrap_or_else(|| word.to_owned()));
    }

    fn rank(&self, entry: &Entry, lang: Lang) -> Rank {
        let [own, other, ..] = &self.pieces;
        let [zh, en] = &entry.names;
        let names = if lang == Lang::Zh { [zh, en] } else { [en, zh] };
        let is_whole = |(name, marks): (&String, &Vec<Range<usize>>)| {
            let mut chars = name.chars().enumerate().filter(|(_, char)| char.is_alphanumeric());
            !marks.is_empty() && chars.all(|(nr, _)| marks.iter().any(|mark| mark.contains(&nr)))
        };
        if names.into_iter().zip([own, other]).any(is_whole) {
            Rank::Whole
        } else if own.iter().chain(other).any(|mark| mark.start == 0) {
            Rank::Begins
        } else {
            Rank::Has
        }
    }
}

impl Found<'_> {
    /// The words as its name has them: the characters, where pinyin was typed.
    pub(super) fn words(&self) -> String {
        self.marks.words.join(" ")
    }

    /// The entry with what was found in it marked.
    pub(super) fn row(&self, lang: Lang) -> FinderRow {
        let (entry, Marks { pieces: [own, other, detail, translated_detail], spellings, .. }) = (self.entry, &self.marks);
        let [zh, en] = &entry.names;
        let (name, translated) = if lang == Lang::Zh { (zh, en) } else { (en, zh) };
        let mut row = FinderRow { icon: Some(entry.icon), name: name.clone(), marks: own.clone(), ..FinderRow::default() };
        row.keys.clone_from(&entry.keys);
        (row.detail, row.detail_marks) = (entry.detail.clone(), detail.clone());
        // What was typed stands in the other language: shown, so that one sees why.
        if own.is_empty() && !other.is_empty() && name != translated {
            append(&mut row, translated, other);
        }
        if self.marks.is_translated {
            append(&mut row, &entry.translated_detail, translated_detail);
        }
        // A name that was typed in pinyin says so; where a number stands beside it, that says more.
        if entry.detail.is_empty() {
            for spelling in spellings {
                append(&mut row, &spelling.text, &spelling.typed);
            }
        }
        row
    }
}

/// Puts a text after what stands beside a name, with its marks.
fn append(row: &mut FinderRow, text: &str, marks: &[Range<usize>]) {
    if !row.detail.is_empty() {
        row.detail.push_str("  ");
    }
    let start = row.detail.chars().count();
    row.detail.push_str(text);
    row.detail_marks.extend(marks.iter().map(|mark| start + mark.start..start + mark.end));
}

/// A section of the account that speaks of what was typed.
pub(super) fn section_row(title: String, count: usize, words: &str, lang: Lang) -> FinderRow {
    let detail = tr_args(lang, "palette-in-section", &[("words", words.into()), ("count", count.into())]);
    let detail_marks = marked(&detail, words);
    FinderRow { icon: Some(Icon::Article), name: title, detail, detail_marks, ..FinderRow::default() }
}

/// The way to see only the projects that have what was typed, or what a pasted link says.
pub(super) fn filter_row(words: &str, lang: Lang) -> FinderRow {
    let name = match Link::parse(words) {
        Some(link) => tr_args(lang, "palette-link", &[("view", tr(lang, link.view.name_key()).into_owned().into())]),
        None => tr_args(lang, "palette-filter", &[("words", words.into())]),
    };
    let marks = marked(&name, words);
    FinderRow { icon: Some(Icon::Funnel), name, marks, keys: "Ctrl Enter".to_owned(), ..FinderRow::default() }
}

/// Where words stand in a text, as chars of it.
fn marked(text: &str, words: &str) -> Vec<Range<usize>> {
    let at = text.find(words).map(|at| text.get(..at).unwrap_or_default().chars().count());
    at.map(|at| at..at + words.chars().count()).into_iter().collect()
}
