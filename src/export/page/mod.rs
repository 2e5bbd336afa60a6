//! Everything as one page for browser and paper: no script, both languages, every figure a link to its evidence and back.
//!
//! An id begins with its language: `zh-f-…` is a figure with its evidence, `zh-m-…` a mention in the account, `zh-r-…` a
//! row of a table, `zh-c-…` a check.

mod account;
mod tables;
mod verdicts;

use std::fmt::Write as _;

use crate::{
    dossier::{Basis, Dossier, Figure, FigureNr, Origin, Value},
    locale::{Lang, tr, tr_args},
    markup::escape,
    route::View,
    sheets::basis_key,
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
    /// Whether it takes the whole width.
    pub is_wide: bool,
}

/// The most figures of a page that a browser can still set.
const MOST_FIGURES: usize = 20_000;

/// The whole dossier as one page; the language shown first is `first`, and `charts` are those of a language.
///
/// # Errors
///
/// It has more than one page can hold; the error says so in one line.
pub fn page(dossier: &Dossier, first: Lang, charts: &dyn Fn(Lang) -> Vec<PageChart>) -> Result<String, String> {
    // Rows that stay in their file would have no place that a link leads to.
    if dossier.projects.are_on_disk() || dossier.figures.len() > MOST_FIGURES {
        return Err(tr(first, "print-too-large").into_owned());
    }
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
        let (charts, mentions) = (charts(lang), account::mentions(dossier, lang));
        let has_overview = !charts.is_empty() || !dossier.overview.key.is_empty();
        Part { dossier, lang, text: &mut text, mentions, charts, has_overview }.write();
    }
    text.push_str("</body>\n</html>\n");
    Ok(text)
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
    has_overview: bool,
}

impl Part<'_> {
    fn write(mut self) {
        let (id, lang) = (self.lang.code(), code(self.lang));
        self.put(&format!("<main id=\"{id}\" lang=\"{lang}\">\n"));
        self.account();
        self.overview();
        self.tables();
        self.checks();
        self.not_stated();
        self.sources();
        self.put("</main>\n");
    }

    /// What comes first: the figures that matter most, and the charts, each with the way to the table that has its rows.
    fn overview(&mut self) {
        let charts = std::mem::take(&mut self.charts);
        if !self.has_overview {
            return;
        }
        let (lang, title) = (self.lang.code(), tr(self.lang, View::Overview.name_key()));
        self.heading("overview", &title);
        self.key_figures();
        self.put("<div class=\"charts\">\n");
        for PageChart { title, measure, table, svg, is_wide } in charts {
            let name = self.tr(&format!("view-{table}"));
            let measure = if measure.is_empty() { measure } else { format!(" <small>{}</small>", escape(&measure)) };
            let caption = format!("<b>{}</b>{measure} <a href=\"#{lang}-t-{table}\">{name}</a>", escape(&title));
            let class = if is_wide { " class=\"wide-chart\"" } else { "" };
            self.put(&format!("<figure{class}>\n<figcaption>{caption}</figcaption>\n{svg}</figure>\n"));
        }
        self.put("</div>\n");
    }

    /// The figures that matter most, each with how it is known: the sum that it is, the share that it has, or its day.
    fn key_figures(&mut self) {
        let (dossier, lang) = (self.dossier, self.lang);
        self.put("<dl class=\"key\">\n");
        for named in &dossier.overview.key {
            let figure = dossier.figure(named.figure);
            let label = escape(named.label.as_ref().unwrap_or(&figure.label).get(lang));
            let status = figure.status.map(|status| self.tr(&format!("status-{}", status.code()))).unwrap_or_default();
            let value = self.link(named.figure, &figure.display(lang));
            let proof = match dossier.proof(named.figure) {
                Some(check) => format!("{} {}", escape(&check.working(dossier, lang)), self.tr(check.outcome.verdict.key())),
                None => self.as_of(figure),
            };
            self.put(&format!("<div><dt>{label}</dt><dd>{value} <small>{status}</small><br><small>{proof}</small></dd></div>\n"));
        }
        self.put("</dl>\n");
    }

    /// The day that a figure holds for, and how it is known.
    fn as_of(&self, figure: &Figure) -> String {
        let Some(moment) = &figure.as_of else { return String::new() };
        let Some(date) = moment.date else { return self.tr(basis_key(moment.basis)) };
        let day = escape(&tr_args(self.lang, "overview-as-of", &[("date", date.format(self.lang).into())]));
        if moment.basis == Basis::Stated { day } else { format!("{day} · {}", self.tr(basis_key(moment.basis))) }
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
