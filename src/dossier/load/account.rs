//! The two accounts: the same shape, every link true, every number and date linked, no digit unaccounted for.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::{Problem, Problems, builder::Builder, file, links::disagreement, problem::quoted, read::Source, scan::digit_runs};
use crate::{
    article::{Article, Paragraph, SpanKind, markdown},
    dossier::{AccountKind, Exclusion, FigureId, Value, numeral::fold},
    locale::Lang,
};

/// A link this long in bytes is no link to a figure.
const LONGEST_LINK: usize = 400;

fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "article.zh.md",
        Lang::En => "article.en.md",
    }
}

/// Reads one account; none if it is no account.
pub(super) fn read(source: &Source, lang: Lang, problems: &mut Problems) -> Option<Article> {
    let text = source.text(name(lang)).map_err(|problem| problems.push(problem)).ok()?;
    let mistakes = match markdown::parse(&text) {
        Ok(article) => return Some(article),
        Err(mistakes) => mistakes,
    };
    for mistake in mistakes {
        let place = format!("line {}", mistake.line);
        problems.push(Problem { file: file(name(lang)), place, found: mistake.found, expected: mistake.expected });
    }
    None
}

/// Checks both accounts against the figures and each other.
pub(super) fn check(builder: &Builder<'_>, articles: &[Option<Article>; 2], exclusions: &[Exclusion], problems: &mut Problems) {
    let [zh, en] = articles;
    let tokens = tokens(exclusions);
    for (lang, article) in [(Lang::Zh, zh), (Lang::En, en)] {
        if let Some(article) = article {
            let mut account = Account { builder, lang, article, tokens: &tokens, linked: HashSet::new(), problems };
            account.sections();
            account.texts();
            account.unlinked();
        }
    }
    if let (Some(zh), Some(en)) = (zh, en) {
        paragraphs(zh, en, problems);
    }
}

/// The tokens that may stand in an account, by the digits in them, with the bytes before those digits.
type Tokens = HashMap<String, HashSet<(usize, String)>>;

fn tokens(exclusions: &[Exclusion]) -> Tokens {
    let mut tokens = Tokens::new();
    for token in exclusions.iter().filter(|exclusion| exclusion.in_account).map(|exclusion| &exclusion.token) {
        for run in digit_runs(token) {
            let digits = token.get(run.clone()).map(fold).unwrap_or_default();
            tokens.entry(digits.into_owned()).or_default().insert((run.start, token.clone()));
        }
    }
    tokens
}

/// Both languages have the same number of paragraphs in each section.
fn paragraphs(zh: &Article, en: &Article, problems: &mut Problems) {
    for (zh, en) in zh.sections.iter().zip(&en.sections) {
        let [here, there] = [zh, en].map(|section| section.paragraphs.len());
        if here != there {
            let (place, found) = (format!("section {}", quoted(&en.title)), format!("{there} paragraphs"));
            problems.push(Problem { file: file(name(Lang::En)), place, found, expected: format!("{here}, as in {}", quoted(&zh.title)) });
        }
    }
}

/// One account being checked.
struct Account<'a, 'm> {
    builder: &'a Builder<'m>,
    lang: Lang,
    article: &'a Article,
    tokens: &'a Tokens,
    linked: HashSet<FigureId>,
    problems: &'a mut Problems,
}

impl<'a> Account<'a, '_> {
    fn problem(&mut self, place: String, found: String, expected: impl Into<String>) {
        self.problems.push(Problem { file: file(name(self.lang)), place, found, expected: expected.into() });
    }

    fn sections(&mut self) {
        let Some(meta) = self.builder.meta else { return };
        let (found, expected) = (self.article.sections.len(), meta.sections.len());
        if found != expected {
            self.problem(String::new(), format!("{found} sections"), format!("{expected}, as dossier.json lists"));
        }
    }

    fn texts(&mut self) {
        let article: &'a Article = self.article;
        self.digits(&article.title, &[], "the title");
        for section in &article.sections {
            self.digits(&section.title, &[], &format!("heading {}", quoted(&section.title)));
            if section.paragraphs.is_empty() {
                self.problem(format!("section {}", quoted(&section.title)), "no paragraph".to_owned(), "text under each heading");
            }
            for paragraph in &section.paragraphs {
                self.paragraph(paragraph);
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let place = format!("line {}", paragraph.line);
        let mut links = Vec::new();
        for span in &paragraph.spans {
            let SpanKind::Link(target) = &span.kind else { continue };
            let text = paragraph.text.get(span.range.clone()).unwrap_or_default();
            self.link(text, target, &place);
            links.push(span.range.clone());
        }
        self.digits(&paragraph.text, &links, &place);
    }

    fn link(&mut self, text: &str, target: &str, place: &str) {
        let figure = self.builder.find(target).and_then(|nr| self.builder.get(nr));
        let Some(figure) = figure else {
            if !self.builder.is_broken(target) {
                self.problem(place.to_owned(), format!("a link to {}", quoted(target)), "a link to a figure of this dossier");
            }
            return;
        };
        self.linked.insert(figure.id.clone());
        if text.len() > LONGEST_LINK {
            self.problem(place.to_owned(), format!("a link of {} bytes", text.len()), "a few words as a link");
        } else if let Some(expected) = disagreement(text, figure, self.lang) {
            self.problem(place.to_owned(), format!("the link text {}", quoted(text)), expected);
        }
    }

    /// Reports digits that stand in no link and in no exclusion.
    fn digits(&mut self, text: &str, links: &[Range<usize>], place: &str) {
        if self.builder.is_broken("exclusions/") {
            return;
        }
        for run in digit_runs(text) {
            // Links stand in order and do not overlap: this is the first that does not end before the digits.
            let link = links.get(links.partition_point(|link| link.end < run.end));
            let is_linked = link.is_some_and(|link| link.start <= run.start);
            if is_linked || self.is_excluded(text, &run) {
                continue;
            }
            let digits = text.get(run).unwrap_or_default();
            self.problem(
                place.to_owned(),
                format!("{} outside links", quoted(digits)),
                "a link to its figure, or an exclusion with `account`",
            );
        }
    }

    /// Whether a token stands around these digits.
    fn is_excluded(&self, text: &str, run: &Range<usize>) -> bool {
        let digits = text.get(run.clone()).map(fold).unwrap_or_default();
        self.tokens.get(&*digits).into_iter().flatten().any(|(before, token)| {
            run.start.checked_sub(*before).and_then(|start| text.get(start..)).is_some_and(|rest| rest.starts_with(token))
        })
    }

    fn unlinked(&mut self) {
        let builder = self.builder;
        let is_summary = builder.meta.is_some_and(|meta| meta.account == AccountKind::Summary);
        for figure in builder.figures.iter().filter(|figure| figure.value != Value::Words) {
            let is_owed = !(is_summary && figure.home.is_row());
            if is_owed && !self.linked.contains(&figure.id) {
                self.problem(String::new(), format!("no link to {}", figure.id), "a link to every number and every date");
            }
        }
    }
}
