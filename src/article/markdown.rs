//! Markdown to an [`Article`]: headings, paragraphs, lists, bold and figure links; all else is a mistake with its line.
//!
//! Knows no figure: whether a link's target exists is for the dossier to check.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::{Article, Paragraph, Section, Span, SpanKind};

/// Something that an account must not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

/// Reads an account.
///
/// # Errors
///
/// Returns every mistake, in the order of the lines, if there is any.
pub fn parse(source: &str) -> Result<Article, Vec<Mistake>> {
    let mut reader = Reader::new(source);
    for (event, range) in Parser::new_ext(source, Options::empty()).into_offset_iter() {
        reader.read(event, &range);
    }
    reader.finish()
}

/// What the text that comes next belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Block {
    Title,
    Heading,
    Paragraph,
}

struct Reader<'s> {
    source: &'s str,
    line_starts: Vec<usize>,
    article: Article,
    has_title: bool,
    block: Option<Block>,
    text: Paragraph,
    strong: Option<usize>,
    link: Option<(usize, String)>,
    list_depth: usize,
    /// How many paragraphs the open list item has; none outside items.
    item_paragraphs: Option<usize>,
    /// Open tags of a construct that is not allowed: its inside is skipped.
    skipped: usize,
    mistakes: Vec<Mistake>,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            line_starts: std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect(),
            article: Article::default(),
            has_title: false,
            block: None,
            text: Paragraph::default(),
            strong: None,
            link: None,
            list_depth: 0,
            item_paragraphs: None,
            skipped: 0,
            mistakes: Vec::new(),
        }
    }

    fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at)
    }

    fn mistake(&mut self, at: usize, found: impl Into<String>, expected: impl Into<String>) {
        self.mistakes.push(Mistake { line: self.line(at), found: found.into(), expected: expected.into() });
    }

    fn read(&mut self, event: Event<'_>, range: &Range<usize>) {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range.start),
            Event::End(tag) => self.end(tag, range.start),
            Event::Text(text) => self.push(&text, range.start),
            Event::SoftBreak => self.soft_break(range.end),
            Event::HardBreak => self.not_allowed(range.start, "a forced line break"),
            Event::Html(_) | Event::InlineHtml(_) => self.not_allowed(range.start, "HTML"),
            Event::Code(_) => self.not_allowed(range.start, "code"),
            Event::Rule => self.not_allowed(range.start, "a rule"),
            _ => self.not_allowed(range.start, "markup"),
        }
    }

    fn not_allowed(&mut self, at: usize, found: &str) {
        self.mistake(at, found, "only headings, paragraphs, `- ` lists, **bold** and links to figures");
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        match tag {
            Tag::Heading { level: HeadingLevel::H1, .. } => self.open(Block::Title, at),
            Tag::Heading { level: HeadingLevel::H2, .. } => self.open(Block::Heading, at),
            Tag::Paragraph => self.open_paragraph(at),
            Tag::List(None) if self.list_depth == 0 => self.list_depth = 1,
            Tag::Item => self.item_paragraphs = Some(0),
            Tag::Strong if self.block == Some(Block::Paragraph) || self.in_item() => self.open_strong(at),
            Tag::Link { link_type: LinkType::Inline, dest_url, title, .. } if title.is_empty() => self.open_link(&dest_url, at),
            tag => {
                self.not_allowed(at, name(&tag));
                self.skipped = 1;
            }
        }
    }

    fn end(&mut self, tag: TagEnd, at: usize) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph => self.close(at),
            TagEnd::List(_) => self.list_depth = 0,
            TagEnd::Item => {
                self.close(at);
                if self.item_paragraphs.take() == Some(0) {
                    self.mistake(at, "an empty list item", "text after `- `");
                }
            }
            TagEnd::Strong => {
                if let Some(start) = self.strong.take() {
                    self.close_span(start, SpanKind::Strong, at);
                }
            }
            TagEnd::Link => {
                if let Some((start, target)) = self.link.take() {
                    self.close_span(start, SpanKind::Link(target), at);
                }
            }
            _ => {}
        }
    }

    fn in_item(&self) -> bool {
        self.item_paragraphs.is_some()
    }

    fn open(&mut self, block: Block, at: usize) {
        self.close(at);
        self.block = Some(block);
        self.text = Paragraph { is_item: self.in_item(), line: self.line(at), ..Paragraph::default() };
    }

    fn open_paragraph(&mut self, at: usize) {
        self.open(Block::Paragraph, at);
        if let Some(paragraphs) = &mut self.item_paragraphs {
            *paragraphs += 1;
            if *paragraphs > 1 {
                self.mistake(at, "a second paragraph in a list item", "one paragraph each item");
            }
        }
    }

    /// A tight list's item has no paragraph of its own: its first text opens one.
    fn ensure_open(&mut self, at: usize) {
        if self.block.is_none() && self.in_item() {
            self.open_paragraph(at);
        }
    }

    fn open_strong(&mut self, at: usize) {
        self.ensure_open(at);
        self.strong = Some(self.text.text.len());
    }

    fn open_link(&mut self, target: &str, at: usize) {
        self.ensure_open(at);
        if self.block != Some(Block::Paragraph) {
            self.mistake(at, "a link in a heading", "plain text");
        }
        match target.strip_prefix('#') {
            Some(id) => self.link = Some((self.text.text.len(), id.to_owned())),
            None => self.mistake(
                at,
                format!("a link to `{}`", target.chars().take(60).collect::<String>()),
                "a link to a figure, such as `(#zone/signed/total)`",
            ),
        }
    }

    fn close_span(&mut self, start: usize, kind: SpanKind, at: usize) {
        let range = start..self.text.text.len();
        if range.is_empty() {
            self.mistake(at, if kind == SpanKind::Strong { "empty bold" } else { "an empty link" }, "text between the marks");
        } else {
            self.text.spans.push(Span { range, kind });
        }
    }

    fn push(&mut self, text: &str, at: usize) {
        self.ensure_open(at);
        self.text.text.push_str(text);
    }

    /// A line break in the file is a space between Latin words and nothing beside Han.
    fn soft_break(&mut self, end: usize) {
        let is_latin = |c: char| c < '\u{2e80}';
        let before = self.text.text.chars().next_back();
        // The marks of bold and links stand before what they mark.
        let after = self.source.get(end..).and_then(|rest| rest.trim_start_matches([' ', '\t', '*', '[']).chars().next());
        if before.is_some_and(|c| is_latin(c) && c != ' ') && after.is_some_and(is_latin) {
            self.text.text.push(' ');
        }
    }

    fn close(&mut self, at: usize) {
        let Some(block) = self.block.take() else { return };
        let mut paragraph = std::mem::take(&mut self.text);
        // `**“a”**b` is no bold to Markdown, which looks for spaces that Chinese does not have.
        if paragraph.text.contains("**") {
            self.mistakes.push(stray(&paragraph, "`**` that marks no bold", "bold whose edges are not punctuation next to a letter"));
        }
        if paragraph.text.contains("](") {
            self.mistakes.push(stray(&paragraph, "`](` that closes no link", "a link such as `[56 个](#zone/signed/total)`"));
        }
        // Bold is closed after the links in it: in order means by start, the wider span first.
        paragraph.spans.sort_by_key(|span| (span.range.start, usize::MAX - span.range.end));
        if paragraph.text.trim().is_empty() {
            return self.mistake(at, "an empty heading or paragraph", "text");
        }
        match block {
            Block::Title if self.has_title => self.mistake(at, "a second `# ` heading", "one title; sections start with `## `"),
            Block::Title if !self.article.sections.is_empty() => self.mistake(at, "a title after the first section", "the title first"),
            Block::Title => {
                self.has_title = true;
                self.article.title = paragraph.text;
            }
            Block::Heading => self.article.sections.push(Section { title: paragraph.text, paragraphs: Vec::new() }),
            Block::Paragraph => match self.article.sections.last_mut() {
                Some(section) => section.paragraphs.push(paragraph),
                None => self.mistake(at, "text before the first section", "`# Title`, then `## Heading`"),
            },
        }
    }

    fn finish(mut self) -> Result<Article, Vec<Mistake>> {
        if !self.has_title {
            self.mistake(0, "no title", "`# Title` on the first line");
        }
        if self.mistakes.is_empty() {
            return Ok(self.article);
        }
        self.mistakes.sort_by_key(|mistake| mistake.line);
        // An opening and a closing tag are one mistake.
        self.mistakes.dedup();
        Err(self.mistakes)
    }
}

/// Marks that ended up in a paragraph's text.
fn stray(paragraph: &Paragraph, found: &str, expected: &str) -> Mistake {
    Mistake { line: paragraph.line, found: found.to_owned(), expected: expected.to_owned() }
}

/// What to call a construct that is not allowed.
fn name(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Heading { .. } => "a heading below `## `",
        Tag::BlockQuote(_) => "a quotation block",
        Tag::CodeBlock(_) => "a code block",
        Tag::HtmlBlock => "HTML",
        Tag::List(Some(_)) => "a numbered list",
        Tag::List(None) => "a list inside a list",
        Tag::Emphasis => "emphasis with one `*` or `_`",
        Tag::Strong => "bold in a heading",
        Tag::Link { .. } => "a link that is not written `[text](#id)`",
        Tag::Image { .. } => "an image",
        _ => "markup",
    }
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
