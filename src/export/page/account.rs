//! The head of the page, its contents, and the account with every figure as a link.

use std::cmp::Reverse;

use super::{Part, code, kind};
use crate::{
    article::{Paragraph, Span, SpanKind},
    dossier::{Dossier, FigureNr},
    export::article::head,
    locale::{Lang, tr},
    markup::escape,
    route::View,
};

/// The numbers of the mentions of each figure, counted through the account.
pub(super) fn mentions(dossier: &Dossier, lang: Lang) -> Vec<Vec<usize>> {
    let mut mentions = vec![Vec::new(); dossier.figures.len()];
    let paragraphs = dossier.article(lang).sections.iter().flat_map(|section| &section.paragraphs);
    for (nr, figure) in (1..).zip(paragraphs.flat_map(|paragraph| links(dossier, paragraph))) {
        if let Some(of) = mentions.get_mut(figure.0 as usize) {
            of.push(nr);
        }
    }
    mentions
}

/// The figures that a paragraph links, in order.
fn links<'a>(dossier: &'a Dossier, paragraph: &'a Paragraph) -> impl Iterator<Item = FigureNr> {
    let targets = paragraph.spans.iter().filter_map(|span| match &span.kind {
        SpanKind::Link(target) => Some(target),
        SpanKind::Strong => None,
    });
    targets.filter_map(|target| dossier.find(target))
}

impl Part<'_> {
    /// Title, where it is from, contents, account.
    pub(super) fn account(&mut self) {
        let (dossier, lang) = (self.dossier, self.lang);
        let article = dossier.article(lang);
        let (head, disclaimer) = (escape(&head(dossier, lang)), escape(dossier.meta.disclaimer.get(lang)));
        self.put(&format!("<header>\n<h1>{}</h1>\n<p>{head}</p>\n<p>{disclaimer}</p>\n</header>\n", escape(&article.title)));
        self.contents();
        self.put("<article>\n");
        let mut mention = 1;
        for (nr, section) in article.sections.iter().enumerate() {
            self.heading(&format!("s-{}", nr + 1), &section.title);
            let mut is_list = false;
            for paragraph in &section.paragraphs {
                if paragraph.is_item != is_list {
                    self.put(if is_list { "</ul>\n" } else { "<ul>\n" });
                    is_list = paragraph.is_item;
                }
                let (open, close) = if is_list { ("<li>", "</li>\n") } else { ("<p>", "</p>\n") };
                self.put(open);
                self.paragraph(paragraph, &mut mention);
                self.put(close);
            }
            self.put(if is_list { "</ul>\n" } else { "" });
        }
        self.put("</article>\n");
    }

    fn contents(&mut self) {
        let lang = self.lang.code();
        let sections = self.dossier.article(self.lang).sections.iter().enumerate();
        let mut entries: Vec<(String, String)> = sections.map(|(nr, section)| (format!("s-{}", nr + 1), section.title.clone())).collect();
        let charts = self.has_overview.then(|| ("overview".to_owned(), View::Overview.name_key().to_owned()));
        let others = View::TABLES.iter().map(|view| (format!("t-{}", view.code()), format!("view-{}", view.code())));
        let last = [("checks", "app-checks"), ("not-stated", "view-not-stated"), ("sources", "print-sources")];
        let last = last.map(|(id, key)| (id.to_owned(), key.to_owned()));
        entries.extend(charts.into_iter().chain(others).chain(last).map(|(id, key)| (id, tr(self.lang, &key).into_owned())));
        let name = self.tr("print-contents");
        self.put(&format!("<nav class=\"contents\" aria-label=\"{name}\">\n<ol>\n"));
        for (id, title) in entries {
            self.put(&format!("<li><a href=\"#{lang}-{id}\">{}</a></li>\n", escape(&title)));
        }
        self.put("</ol>\n</nav>\n");
    }

    /// A paragraph with its links, which count their mentions, and its bold words.
    fn paragraph(&mut self, paragraph: &Paragraph, mention: &mut usize) {
        // What lies around another span opens before it, and closes after it.
        let mut spans: Vec<&Span> = paragraph.spans.iter().collect();
        spans.sort_by_key(|span| (span.range.start, Reverse(span.range.end)));
        let mut marks: Vec<(usize, bool, String)> = Vec::new();
        for span in spans {
            let (open, close) = match &span.kind {
                SpanKind::Strong => ("<b>".to_owned(), "</b>"),
                SpanKind::Link(target) => {
                    let Some(nr) = self.dossier.find(target) else { continue };
                    let (class, href) = (kind(self.dossier.figure(nr)), self.figure_id(nr));
                    let open = format!("<a class=\"{class}\" id=\"{}-m-{mention}\" href=\"#{href}\">", self.lang.code());
                    *mention += 1;
                    (open, "</a>")
                }
            };
            marks.push((span.range.start, true, open));
            let place = marks.iter().position(|(at, is_open, _)| !is_open && *at == span.range.end).unwrap_or(marks.len());
            marks.insert(place, (span.range.end, false, close.to_owned()));
        }
        marks.sort_by_key(|(at, is_open, _)| (*at, *is_open));
        let mut done = 0;
        for (at, _, mark) in marks {
            let before = escape(paragraph.text.get(done..at).unwrap_or_default());
            self.put(&before);
            self.put(&mark);
            done = at.max(done);
        }
        let rest = escape(paragraph.text.get(done..).unwrap_or_default());
        self.put(&rest);
    }

    /// The language of the report's own words, where it is not that of the page.
    pub(super) fn quoted(&self, phrase: &str) -> String {
        let lang = if self.lang == Lang::Zh { String::new() } else { format!(" lang=\"{}\"", code(Lang::Zh)) };
        format!("<q{lang}>{}</q>", escape(phrase))
    }
}
