//! The report itself, as the reader holds it: a copy in a file, looked through for what the dossier says of it.
//!
//! Not shipped and never kept: a source lives as long as it is open. Digits are never matched fuzzily; white space and the
//! shape of punctuation may differ, as they do from copy to copy.

mod decode;
mod fold;
mod html;
mod locate;
mod loose;
mod open;
mod read;
mod split;

use std::{ops::Range, path::Path};

use fold::Folded;
pub use locate::{Found, Located};
pub use loose::Loose;
pub use open::{FileNow, OpenSource, Tally};
pub use read::{MOST_BYTES, SourceError};
pub use split::{Block, Part};

use super::Meta;
use crate::files::Stamp;

/// A copy of the report.
#[derive(Debug)]
pub struct Source {
    /// The text; of a web page, what it shows, a line for each block.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
    /// Whether it was a web page.
    pub is_html: bool,
    /// Paragraphs and headings, in order.
    pub blocks: Vec<Block>,
    folded: Folded,
    /// Where each block starts in the folded text.
    starts: Vec<usize>,
}

impl Source {
    /// Reads a copy of the dossier's report from a file.
    pub fn open(path: &Path, meta: &Meta) -> Result<(Self, Stamp), SourceError> {
        let (bytes, stamp) = read::read(path)?;
        Ok((Self::from_bytes(bytes, meta)?, stamp))
    }

    /// Reads a copy of the dossier's report from a file's bytes.
    pub fn from_bytes(bytes: Vec<u8>, meta: &Meta) -> Result<Self, SourceError> {
        if bytes.is_empty() {
            return Err(SourceError::Empty);
        }
        let (text, encoding) = decode::decode(bytes).ok_or(SourceError::NotText)?;
        let is_html = html::is_html(&text);
        let text = if is_html { html::text_of(&text) } else { text };
        let blocks = split::blocks(&text, meta);
        if blocks.is_empty() {
            return Err(SourceError::Empty);
        }
        let mut folded = Folded::default();
        let starts = blocks.iter().map(|block| folded.push(text.get(block.range.clone()).unwrap_or_default(), block.range.start)).collect();
        Ok(Self { text, encoding, is_html, blocks, folded, starts })
    }

    /// The text of a range of it.
    pub fn get(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The index of the block that holds a byte of the text.
    pub fn block_at(&self, at: usize) -> usize {
        self.blocks.partition_point(|block| block.range.start <= at).saturating_sub(1)
    }

    /// How many headings of the report it has.
    pub fn num_sections(&self) -> usize {
        self.blocks.iter().filter(|block| matches!(block.part, Part::Heading(_))).count()
    }

    /// How many paragraphs stand under them.
    pub fn num_paragraphs(&self) -> usize {
        self.blocks.iter().filter(|block| matches!(block.part, Part::Paragraph { .. })).count()
    }

    /// The line that a byte of the text stands on, from 1.
    pub fn line_at(&self, at: usize) -> usize {
        let Some(block) = self.blocks.get(self.block_at(at)) else { return 1 };
        let before = self.text.get(block.range.start..at).unwrap_or_default();
        block.line + before.bytes().filter(|byte| *byte == b'\n').count()
    }

    /// A range with what stands around it in its paragraph: at most `most` characters on one line.
    pub fn around(&self, range: &Range<usize>, most: usize) -> String {
        let block = self.blocks.get(self.block_at(range.start)).map_or(0..0, |block| block.range.clone());
        let inside = self.get(range).chars().count();
        let room = most.saturating_sub(inside) / 2;
        let before = self.get(&(block.start..range.start));
        let after = self.get(&(range.end..block.end.max(range.end)));
        let start = before.char_indices().rev().take(room).last().map_or(before.len(), |(at, _)| at);
        let end = after.char_indices().nth(room).map_or(after.len(), |(at, _)| at);
        let around = format!("{}{}{}", before.get(start..).unwrap_or_default(), self.get(range), after.get(..end).unwrap_or_default());
        around.chars().take(most).map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
    }
}

/// The numbers in digits of any text, in order, folded.
pub(super) fn numbers_in(text: &str) -> impl Iterator<Item = String> {
    let folded = fold::fold(text);
    let ranges: Vec<Range<usize>> = fold::numbers(&folded).collect();
    ranges.into_iter().filter_map(move |range| folded.get(range).map(str::to_owned))
}
