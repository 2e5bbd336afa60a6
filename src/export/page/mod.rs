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

/// A chart of the page, drawn by somebody who knows how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageChart {
    /// What it shows.
    pub title: String,
    /// What its bars measure; may be empty.
    pub measure: String,
    /// The code of the view whose table has the same rows.
    pub table: &'static str,
    /// The chart itself, as an element of SVG.
    pub svg: String,
}

/// The whole dossier as one page; the language shown first is `first`, and `charts` are those of a language.
pub fn page(dossier: &Dossier, first: Lang, charts: &dyn Fn(Lang) -> Vec<PageChart>) -> String {
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
        Part { dossier, lang, text: &mut text, mentions: account::mentions(dossier, lang), charts: charts(lang) }.write();
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
    charts: Vec<PageChart>,
}

impl Part<'_> {
    fn write(mut self) {
        let (id, lang) = (self.lang.code(), code(self.lang));
        self.put(&format!("<main id=\"{id}\" lang=\"{lang}\">\n"));
        self.account();
        self.charts();
        self.tables();
        self.checks();
        self.not_stated();
        self.sources();
        self.put("</main>\n");
    }

    /// The charts, each with the way to the table that has its rows.
    fn charts(&mut self) {
        let charts = std::mem::take(&mut self.charts);
        if charts.is_empty() {
            return;
        }
        let (lang, title) = (self.lang.code(), tr(self.lang, "print-charts"));
        self.heading("charts", &title);
        self.put("<div class=\"charts\">\n");
        for PageChart { title, measure, table, svg } in charts {
            let name = self.tr(&format!("view-{table}"));
            let measure = if measure.is_empty() { measure } else { format!(" <small>{}</small>", escape(&measure)) };
            let caption = format!("<b>{}</b>{measure} <a href=\"#{lang}-t-{table}\">{name}</a>", escape(&title));
            self.put(&format!("<figure>\n<figcaption>{caption}</figcaption>\n{svg}</figure>\n"));
        }
        self.put("</div>\n");
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
