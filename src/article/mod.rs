//! The account as text: Markdown to sections, paragraphs and spans.
//!
//! Knows no dossier (a link is a target and a range) and no drawing.

pub mod amount;
pub mod breaks;
pub mod find;
pub mod lines;
pub mod markdown;
pub mod measured;
pub mod sentence;
pub mod spacing;

use std::ops::Range;

/// An account in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The headline.
    pub title: String,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

/// A section under its heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// What it holds, in order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph or one item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// The text without markup.
    pub text: String,
    /// Links and bold stretches, in order; they do not overlap but for bold around links.
    pub spans: Vec<Span>,
    /// Whether it is an item of a list.
    pub is_item: bool,
    /// Its line in the file, from 1.
    pub line: usize,
}

/// A marked stretch of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Bytes of [`Paragraph::text`].
    pub range: Range<usize>,
    /// What it is.
    pub kind: SpanKind,
}

/// What a marked stretch is.
#[derive(Clone, Debug, PartialEq)]
pub enum SpanKind {
    /// Set in bold.
    Strong,
    /// A link; the target stands after `#`.
    Link(String),
}
