//! A text as paragraphs, and where each belongs in the report.
//!
//! A paragraph is a line, or several where an editor has broken the lines: such lines are long, end anywhere, and have no
//! empty line between them. What stands before the first heading and after the authors is the page around the report.

use std::ops::Range;

use super::fold::{fold, is_space};
use crate::dossier::Meta;

/// A paragraph or heading of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the source's text, without white space around.
    pub range: Range<usize>,
    /// The line it starts on, from 1; of a web page, the line of its text.
    pub line: usize,
    /// What it is in the report.
    pub part: Part,
}

/// What a block is in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The page before the report, and all of a text without its headings.
    Before,
    /// The heading of a section, an index into [`Meta::report_sections`].
    Heading(usize),
    /// A paragraph of the report.
    Paragraph {
        /// The section, an index into [`Meta::report_sections`].
        section: usize,
        /// The paragraph within the section, from 1.
        paragraph: u32,
    },
    /// The authors' line, and the page after the report.
    After,
}

/// A line with something on it.
struct Line {
    range: Range<usize>,
    nr: usize,
    /// Whether an empty line stands before it, or room at its start.
    starts_anew: bool,
}

/// The blocks of a text.
pub(super) fn blocks(text: &str, meta: &Meta) -> Vec<Block> {
    let headings: Vec<String> = meta.report_sections.iter().map(|section| fold(&section.title)).collect();
    let bylines = meta.bylines.iter().map(|name| fold(&name.zh)).collect::<String>();
    let mut blocks = joined(text, &headings);
    let (mut next, mut part) = (0, Part::Before);
    for block in &mut blocks {
        let content = text.get(block.range.clone()).unwrap_or_default();
        let heading = headings.iter().skip(next).position(|heading| is_heading(content, heading));
        if part == Part::After {
            block.part = part;
        } else if let Some(found) = heading {
            let section = next + found;
            (next, part) = (section + 1, Part::Paragraph { section, paragraph: 1 });
            block.part = Part::Heading(section);
        } else if next == headings.len() && is_bylines(content, &bylines) {
            part = Part::After;
            block.part = part;
        } else {
            block.part = part;
            if let Part::Paragraph { paragraph, .. } = &mut part {
                *paragraph = paragraph.saturating_add(1);
            }
        }
    }
    blocks
}

/// Whether a block is that heading, brackets and a colon around it aside.
fn is_heading(content: &str, heading: &str) -> bool {
    // Folding is spared for what is far too long.
    !heading.is_empty() && content.len() <= heading.len() * 4 + 16 && bare(content) == heading
}

fn bare(content: &str) -> String {
    fold(content).trim_matches(|c| matches!(c, ':' | '【' | '】' | '[' | ']' | '■' | '●' | '◆')).to_owned()
}

/// Whether a block names the authors and nothing else.
fn is_bylines(content: &str, bylines: &str) -> bool {
    let names = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    !bylines.is_empty() && content.len() <= bylines.len() * 4 + 32 && {
        let content = names(&fold(content));
        let names = names(bylines);
        content.strip_suffix(names.as_str()).is_some_and(|before| matches!(before, "" | "文" | "作者" | "记者" | "本报记者" | "通讯员"))
    }
}

/// The lines of a text, those joined that an editor has parted.
fn joined(text: &str, headings: &[String]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut last = String::new();
    for line in lines(text) {
        let content = text.get(line.range.clone()).unwrap_or_default();
        let is_heading = headings.iter().any(|heading| is_heading(content, heading));
        match blocks.last_mut() {
            Some(block) if !line.starts_anew && !is_heading && goes_on(&last) => block.range.end = line.range.end,
            _ => blocks.push(Block { range: line.range.clone(), line: line.nr, part: Part::Before }),
        }
        content.clone_into(&mut last);
        if is_heading {
            last.clear();
        }
    }
    blocks
}

/// Whether a line may go on in the next: it is as long as editors make lines, and ends without an end.
fn goes_on(line: &str) -> bool {
    const SHORTEST: usize = 20;
    const LONGEST: usize = 200;
    let length = line.chars().take(LONGEST + 1).count();
    let ends = ['。', '！', '？', '：', '；', '”', '’', '」', '』', '…', '》', '）', '】', '.', '!', '?', ':', ';', '"', ')'];
    (SHORTEST..=LONGEST).contains(&length) && !line.ends_with(ends)
}

/// The lines with something on them.
fn lines(text: &str) -> impl Iterator<Item = Line> {
    let (mut start, mut is_after_gap) = (0, true);
    text.split('\n').enumerate().filter_map(move |(index, line)| {
        let offset = start;
        start += line.len() + 1;
        let from_left = line.trim_start_matches(is_space);
        let content = from_left.trim_end_matches(is_space);
        if content.is_empty() {
            is_after_gap = true;
            return None;
        }
        let indent = line.len() - from_left.len();
        let starts_anew = std::mem::take(&mut is_after_gap) || indent >= 2;
        let range = offset + indent..offset + indent + content.len();
        Some(Line { range, nr: index + 1, starts_anew })
    })
}
