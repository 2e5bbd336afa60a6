//! Where a source has the phrases that the dossier's figures and exclusions rest on: all of them in one pass.
//!
//! The paragraph that the dossier names decides where a phrase stands more than once. Which paragraph of the source that
//! is, the phrases that stand only once tell; a copy with a paragraph more or less still fits.

use std::{collections::HashMap, ops::Range};

use aho_corasick::AhoCorasick;

use super::{
    Part, Source,
    fold::{fold, parts_number},
};
use crate::dossier::{Dossier, Evidence, FigureNr};

/// How many places of one phrase are kept; a report repeats none as often.
const MOST_HITS: usize = 4096;

/// What came of looking for a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It stands there.
    Once {
        /// Bytes of the source's text.
        range: Range<usize>,
        /// Whether section and paragraph are those the dossier names.
        is_as_stated: bool,
    },
    /// It stands several times, none of them where the dossier says.
    Several {
        /// How many times.
        num: usize,
        /// The first of them, as bytes of the source's text.
        first: Range<usize>,
    },
    /// It stands nowhere, or only where it carries other figures.
    Nowhere,
}

impl Found {
    /// Where it is, if that is clear.
    pub fn range(&self) -> Option<&Range<usize>> {
        match self {
            Self::Once { range, .. } => Some(range),
            Self::Several { .. } | Self::Nowhere => None,
        }
    }
}

/// What a source has of a dossier's evidence.
#[derive(Clone, Debug, Default)]
pub struct Located {
    /// For each figure, what came of each of its phrases.
    figures: Vec<Vec<Found>>,
    /// For each located phrase of a figure, its bytes of the folded text; in the order of the figures.
    pub(super) carried: Vec<(FigureNr, Range<usize>)>,
    /// For each located exclusion, its index and its bytes of the folded text.
    pub(super) excluded: Vec<(usize, Range<usize>)>,
}

impl Located {
    /// What came of a figure's phrases, in the order of its evidence.
    pub fn of(&self, nr: FigureNr) -> &[Found] {
        self.figures.get(nr.0 as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// All of them, with the figure and the index of its evidence.
    pub fn all(&self) -> impl Iterator<Item = (FigureNr, usize, &Found)> {
        let numbered = (0..).map(FigureNr).zip(&self.figures);
        numbered.flat_map(|(nr, found)| found.iter().enumerate().map(move |(index, found)| (nr, index, found)))
    }

    /// How many phrases there are.
    pub fn num(&self) -> usize {
        self.figures.iter().map(Vec::len).sum()
    }

    /// How many of them were located.
    pub fn num_located(&self) -> usize {
        self.figures.iter().flatten().filter(|found| found.range().is_some()).count()
    }
}

/// A phrase to look for.
struct Needle<'d> {
    pattern: Option<usize>,
    place: &'d Evidence,
}

/// Where a phrase stands in the folded text.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Hit {
    start: usize,
    end: usize,
    block: usize,
}

/// The places of one phrase.
#[derive(Default)]
struct Hits {
    num: usize,
    kept: Vec<Hit>,
    /// Where those start that stand where the dossier says.
    claimed: Vec<usize>,
}

impl Source {
    /// Looks for all that the dossier's figures and exclusions rest on.
    pub fn locate(&self, dossier: &Dossier) -> Located {
        let mut patterns = Patterns::default();
        let figures: Vec<Vec<Needle<'_>>> = dossier.figures.iter().map(|figure| patterns.needles(&figure.evidence)).collect();
        let placed = dossier.exclusions.iter().enumerate().filter_map(|(nr, exclusion)| Some((nr, exclusion.place.as_ref()?)));
        let exclusions: Vec<(usize, Needle<'_>)> = placed.map(|(nr, place)| (nr, patterns.needle(place))).collect();
        let free = dossier.exclusions.iter().enumerate().filter_map(|(nr, exclusion)| Some((nr, exclusion.phrase.as_deref()?)));
        let free: Vec<(usize, Option<usize>)> = free.map(|(nr, phrase)| (nr, patterns.add(phrase))).collect();

        let mut hits = self.hits(&patterns.list);
        let all = || figures.iter().flatten().chain(exclusions.iter().map(|(_, needle)| needle));
        let paragraphs = self.paragraphs(all(), &hits);
        for needle in all() {
            if let Some(hit) = placed_hit(needle, &hits, &paragraphs)
                && let Some(hits) = needle.pattern.and_then(|pattern| hits.get_mut(pattern))
            {
                hits.claimed.push(hit.start);
            }
        }
        for hits in &mut hits {
            hits.claimed.sort_unstable();
        }
        self.outcome(&figures, &exclusions, &free, &Searched { hits, paragraphs })
    }

    fn outcome(
        &self,
        figures: &[Vec<Needle<'_>>],
        exclusions: &[(usize, Needle<'_>)],
        free: &[(usize, Option<usize>)],
        searched: &Searched,
    ) -> Located {
        let mut located = Located::default();
        for (nr, needles) in (0..).map(FigureNr).zip(figures) {
            let mut found = Vec::with_capacity(needles.len());
            for needle in needles {
                let outcome = self.decide(needle, searched);
                if let Ok(hit) = &outcome {
                    located.carried.push((nr, hit.start..hit.end));
                }
                found.push(self.told(needle, outcome));
            }
            located.figures.push(found);
        }
        for (nr, needle) in exclusions {
            if let Ok(hit) = self.decide(needle, searched) {
                located.excluded.push((*nr, hit.start..hit.end));
            }
        }
        for (nr, pattern) in free {
            let hits = pattern.and_then(|pattern| searched.hits.get(pattern)).map(|hits| hits.kept.as_slice()).unwrap_or_default();
            located.excluded.extend(hits.iter().map(|hit| (*nr, hit.start..hit.end)));
        }
        located
    }

    /// Every place of every phrase.
    fn hits(&self, patterns: &[String]) -> Vec<Hits> {
        let mut hits: Vec<Hits> = patterns.iter().map(|_| Hits::default()).collect();
        // Patterns beyond what the automaton can number count as not found.
        let Ok(automaton) = AhoCorasick::new(patterns) else { return hits };
        let text = &self.folded.text;
        let mut block = 0;
        for found in automaton.find_overlapping_iter(text) {
            // Hits come in the order of their ends, and none reaches over the end of a block.
            while self.starts.get(block + 1).is_some_and(|start| *start < found.end()) {
                block += 1;
            }
            let Some(hits) = hits.get_mut(found.pattern().as_usize()) else { continue };
            if parts_number(text, found.start()) || parts_number(text, found.end()) {
                continue;
            }
            hits.num += 1;
            if hits.kept.len() < MOST_HITS {
                hits.kept.push(Hit { start: found.start(), end: found.end(), block });
            }
        }
        hits
    }

    /// Which block each of the dossier's paragraphs is: the one with most of its phrases, else the one counted out.
    fn paragraphs<'d>(&self, needles: impl Iterator<Item = &'d Needle<'d>>, hits: &[Hits]) -> HashMap<(usize, u32), usize> {
        let mut counted = HashMap::new();
        for (nr, block) in self.blocks.iter().enumerate() {
            if let Part::Paragraph { section, paragraph } = block.part {
                counted.insert((section, paragraph), nr);
            }
        }
        let mut votes: HashMap<(usize, u32), HashMap<usize, usize>> = HashMap::new();
        for needle in needles {
            if let Some(hits) = needle.pattern.and_then(|pattern| hits.get(pattern))
                && let ([hit], 1) = (hits.kept.as_slice(), hits.num)
            {
                *votes.entry((needle.place.section, needle.place.paragraph)).or_default().entry(hit.block).or_default() += 1;
            }
        }
        for (place, votes) in votes {
            let own = counted.get(&place).copied();
            let winner = votes.into_iter().max_by_key(|(block, votes)| (*votes, Some(*block) == own, std::cmp::Reverse(*block)));
            if let Some((block, _)) = winner {
                counted.insert(place, block);
            }
        }
        counted
    }

    /// The place of a phrase, or how many there are to choose from with the first of them.
    fn decide(&self, needle: &Needle<'_>, searched: &Searched) -> Result<Hit, Option<(usize, Hit)>> {
        if let Some(hit) = placed_hit(needle, &searched.hits, &searched.paragraphs) {
            return Ok(hit);
        }
        let hits = needle.pattern.and_then(|pattern| searched.hits.get(pattern)).ok_or(None)?;
        // Where it stands for other figures, it does not stand for this one.
        let free: Vec<Hit> = hits.kept.iter().filter(|hit| hits.claimed.binary_search(&hit.start).is_err()).copied().collect();
        let in_section = |hit: &&Hit| matches!(self.blocks.get(hit.block).map(|block| block.part), Some(Part::Paragraph { section, .. }) if section == needle.place.section);
        let own: Vec<&Hit> = free.iter().filter(in_section).collect();
        match (free.as_slice(), own.as_slice()) {
            ([], _) => Err(None),
            ([hit], _) => Ok(*hit),
            (_, [hit]) => Ok(**hit),
            ([first, ..], _) => Err(Some((free.len(), *first))),
        }
    }

    fn told(&self, needle: &Needle<'_>, outcome: Result<Hit, Option<(usize, Hit)>>) -> Found {
        let range = |hit: Hit| self.folded.unfold(&self.text, &(hit.start..hit.end));
        match outcome {
            Ok(hit) => {
                let stated = Part::Paragraph { section: needle.place.section, paragraph: needle.place.paragraph };
                let is_as_stated = self.blocks.get(hit.block).is_some_and(|block| block.part == stated);
                Found::Once { range: range(hit), is_as_stated }
            }
            Err(Some((num, first))) => Found::Several { num, first: range(first) },
            Err(None) => Found::Nowhere,
        }
    }
}

/// What the search came to.
struct Searched {
    hits: Vec<Hits>,
    paragraphs: HashMap<(usize, u32), usize>,
}

/// The phrase's n-th place within the paragraph that the dossier names.
fn placed_hit(needle: &Needle<'_>, hits: &[Hits], paragraphs: &HashMap<(usize, u32), usize>) -> Option<Hit> {
    let block = paragraphs.get(&(needle.place.section, needle.place.paragraph))?;
    let hits = hits.get(needle.pattern?)?;
    let first = hits.kept.partition_point(|hit| hit.block < *block);
    let nth = usize::try_from(needle.place.occurrence).ok()?.checked_sub(1)?;
    hits.kept.get(first..)?.iter().take_while(|hit| hit.block == *block).nth(nth).copied()
}

/// Each phrase once.
#[derive(Default)]
struct Patterns {
    list: Vec<String>,
    by_text: HashMap<String, usize>,
}

impl Patterns {
    fn needles<'d>(&mut self, places: &'d [Evidence]) -> Vec<Needle<'d>> {
        places.iter().map(|place| self.needle(place)).collect()
    }

    fn needle<'d>(&mut self, place: &'d Evidence) -> Needle<'d> {
        Needle { pattern: self.add(&place.phrase), place }
    }

    /// The number of a phrase; none if nothing of it remains to look for.
    fn add(&mut self, phrase: &str) -> Option<usize> {
        let folded = fold(phrase);
        if folded.is_empty() {
            return None;
        }
        let list = &mut self.list;
        let pattern = self.by_text.entry(folded).or_insert_with_key(|folded| {
            list.push(folded.clone());
            list.len() - 1
        });
        Some(*pattern)
    }
}
