//! Everything as one page for browser and paper: no script, both languages, every figure a link to its evidence and back.
//!
//! An id begins with its language: `zh-f-…` is a figure with its evidence, `zh-m-…` a mention in the account, `zh-r-…` a
//! row of a table, `zh-c-…` a check.

mod account;
mod tables;
mod verdicts;

use std::fmt::Write as _;

use crate::{
    dossier::{Dossier, Figure, FigureNr, Origin, Value},
    locale::{Lang, tr},
    markup::escape,
};

/// How the page looks on the screen and on paper.
const STYLE: &str = include_str!("../../../assets/print/page.css");

/// The whole dossier as one page; the language shown first is `first`.
pub fn page(dossier: &Dossier, first: Lang) -> String {
    let title = dossier.meta.title.get(first);
    let mut text = String::from("<!doctype html>\n");
    write!(text, "<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", code(first)).ok();
    write!(text, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n", escape(title)).ok();
    write!(text, "<style>\n{STYLE}</style>\n</head>\n<body class=\"first-{}\">\n", first.code()).ok();
    text.push_str("<nav class=\"languages\">");
    for lang in [Lang::Zh, Lang::En] {
        write!(text, "<a href=\"#{}\" lang=\"{}\">{}</a>", lang.code(), code(lang), tr(lang, "print-language")).ok();
    }
    text.push_str("</nav>\n");
    for lang in [first, first.other()] {
        Part { dossier, lang, text: &mut text, mentions: account::mentions(dossier, lang) }.write();
    }
    text.push_str("</body>\n</html>\n");
    text
}

/// The language as HTML names it.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
    }
}

/// The page in one language, while it is written.
struct Part<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    text: &'a mut String,
    /// The mentions of each figure in the account, by the figure's number.
    mentions: Vec<Vec<usize>>,
}

impl Part<'_> {
    fn write(mut self) {
        let (id, lang) = (self.lang.code(), code(self.lang));
        self.put(&format!("<main id=\"{id}\" lang=\"{lang}\">\n"));
        self.account();
        self.tables();
        self.checks();
        self.not_stated();
        self.sources();
        self.put("</main>\n");
    }

    fn put(&mut self, html: &str) {
        self.text.push_str(html);
    }

    fn tr(&self, key: &str) -> String {
        escape(&tr(self.lang, key))
    }

    /// A heading that the contents lead to.
    fn heading(&mut self, id: &str, title: &str) {
        let lang = self.lang.code();
        self.put(&format!("<h2 id=\"{lang}-{id}\">{}</h2>\n", escape(title)));
    }

    /// The id of a figure's row among the facts.
    fn figure_id(&self, nr: FigureNr) -> String {
        format!("{}-f-{}", self.lang.code(), self.dossier.figure(nr).id)
    }

    /// A figure as a link to its evidence.
    fn link(&self, nr: FigureNr, text: &str) -> String {
        format!("<a class=\"{}\" href=\"#{}\">{}</a>", kind(self.dossier.figure(nr)), self.figure_id(nr), escape(text))
    }
}

/// The class of a figure: its line, and whether it is a number, which a line end must not part from its unit.
fn kind(figure: &Figure) -> &'static str {
    match (figure.origin, &figure.value) {
        (Origin::Stated, Value::Words) => "figure",
        (Origin::Stated, _) => "figure whole",
        (Origin::Computed, _) => "figure whole computed",
        (Origin::Editorial, Value::Words) => "figure editorial",
        (Origin::Editorial, _) => "figure whole editorial",
    }
}
