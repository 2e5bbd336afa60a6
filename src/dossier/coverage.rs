//! How many numbers of an account lead to a figure.
//!
//! That none is neither linked nor excluded, loading has seen to.

use super::{Dossier, source::numbers_in};
use crate::{article::SpanKind, locale::Lang};

/// The numbers of an account, in digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many stand in a link to a figure.
    pub linked: usize,
    /// How many are excluded with a reason.
    pub excluded: usize,
}

impl Dossier {
    /// What the numbers of the account in one language are.
    pub fn coverage(&self, lang: Lang) -> Coverage {
        let mut coverage = Coverage::default();
        let article = self.article(lang);
        let titles = std::iter::once(&article.title).chain(article.sections.iter().map(|section| &section.title));
        coverage.excluded += titles.map(|title| numbers_in(title).count()).sum::<usize>();
        for paragraph in article.sections.iter().flat_map(|section| &section.paragraphs) {
            let links = paragraph.spans.iter().filter(|span| matches!(span.kind, SpanKind::Link(_)));
            let linked: usize = links.map(|span| numbers_in(paragraph.text.get(span.range.clone()).unwrap_or_default()).count()).sum();
            coverage.linked += linked;
            coverage.excluded += numbers_in(&paragraph.text).count().saturating_sub(linked);
        }
        coverage
    }
}
