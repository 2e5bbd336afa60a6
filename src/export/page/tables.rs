//! The tables of the page: those of the views, whose figures lead to the facts, and the facts, which lead back.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Part, kind};
use crate::{
    dossier::{Figure, FigureNr, Home},
    export::{Cell, Format, Row, Sheet, View, sheet, words::as_of},
    locale::{Lang, tr},
    markup::escape,
    sheets::{event_rows, place, topic_rows},
};

/// The tables, in order; the last one has the evidence of all the others.
pub(super) const VIEWS: [View; 7] = View::TABLES;

/// The columns that fit on paper; the rest is with the facts.
fn columns(view: View, lang: Lang) -> &'static [&'static str] {
    match (view, lang) {
        (View::Projects, Lang::Zh) => {
            &["name", "full_name", "stage", "investment", "product", "capacity", "output", "jobs", "date", "cluster"]
        }
        (View::Projects, Lang::En) => {
            &["romanised", "name", "stage", "investment", "product", "capacity", "output", "jobs", "date", "cluster"]
        }
        (View::Infrastructure, _) => &["name", "group", "planned", "built", "unclear", "as_of"],
        (View::Approvals, _) => &["name", "text", "as_of", "share"],
        (View::Services | View::Reform, _) => &["topic", "label", "text", "status", "as_of", "note"],
        (View::Timeline, _) => &["date", "name", "kind", "basis", "text"],
        (View::All | View::Article | View::Facts, _) => &[],
    }
}

/// The widest text that is never broken, a Han counting as two letters.
const SHORT: usize = 12;

/// Whether a cell is so short that a browser must not set it one letter under the other to make room for a long one.
fn is_short(text: &str) -> bool {
    text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<usize>() <= SHORT
}

impl Part<'_> {
    /// Every table under its heading.
    pub(super) fn tables(&mut self) {
        for view in VIEWS {
            let title = tr(self.lang, &format!("view-{}", view.code()));
            let is_wide = matches!(view, View::Projects | View::Facts);
            self.put(if is_wide { "<section class=\"table wide\">\n" } else { "<section class=\"table\">\n" });
            self.heading(&format!("t-{}", view.code()), &title);
            if view == View::Facts {
                self.facts();
            } else {
                self.table(view);
            }
            self.put("</section>\n");
        }
    }

    fn table(&mut self, view: View) {
        let sheet = sheet(self.dossier, view, self.lang, Format::Markdown);
        let shown: Vec<usize> = columns(view, self.lang).iter().filter_map(|key| sheet.column(key)).collect();
        self.put("<table>\n<thead><tr>");
        for nr in &shown {
            let Some(column) = sheet.columns.get(*nr) else { continue };
            let classes = [("number", column.is_number), ("short", is_short(&column.title))];
            let classes: Vec<&str> = classes.into_iter().filter(|(_, is_so)| *is_so).map(|(class, _)| class).collect();
            let class = if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
            self.put(&format!("<th scope=\"col\"{class}>{}</th>", escape(&column.title)));
        }
        self.put("</tr></thead>\n<tbody>\n");
        for (nr, row) in sheet.rows.iter().enumerate() {
            let id = self.row_id(view, nr);
            self.put(&format!("<tr id=\"{id}\">"));
            for column in &shown {
                let cell = self.cell(&sheet, row, *column);
                let tag = if shown.first() == Some(column) { "th scope=\"row\"" } else { "td" };
                let name = tag.split(' ').next().unwrap_or_default();
                let is_short = row.cells.get(*column).is_some_and(|cell| is_short(&cell.joined(&sheet.separator())));
                let class = if is_short { " class=\"short\"" } else { "" };
                self.put(&format!("<{tag}{class}>{cell}</{name}>"));
            }
            self.put("</tr>\n");
        }
        self.put("</tbody>\n</table>\n");
    }

    fn row_id(&self, view: View, row: usize) -> String {
        format!("{}-r-{}-{}", self.lang.code(), view.code(), row + 1)
    }

    /// A cell; the figure that it shows is a link.
    fn cell(&self, sheet: &Sheet, row: &Row, column: usize) -> String {
        let Some(cell) = row.cells.get(column) else { return String::new() };
        let is_share = sheet.columns.get(column).is_some_and(|column| column.is_share);
        let text = match cell {
            Cell::Empty => return "<span class=\"none\">—</span>".to_owned(),
            Cell::List(texts) if texts.is_empty() => return "<span class=\"none\">—</span>".to_owned(),
            Cell::Number(number) if is_share => {
                let percent = (*number * Decimal::ONE_HUNDRED).round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
                return format!("<span class=\"computed\">{percent:.1}%</span>");
            }
            cell => cell.joined(&sheet.separator()),
        };
        let figure = row.figures.iter().find(|(of, _)| *of == column).map(|(_, nr)| *nr);
        let shown = figure.map_or_else(|| escape(&text), |nr| self.link(nr, &text));
        if matches!(cell, Cell::Date(_)) { format!("<span class=\"date\">{shown}</span>") } else { shown }
    }

    /// Every figure with its evidence, the way back to its mentions, and to the row of its table.
    fn facts(&mut self) {
        let titles = ["column-label", "column-value", "column-status", "column-as-of", "column-evidence", "print-back"];
        self.put("<table class=\"facts\">\n<thead><tr>");
        for key in titles {
            let title = self.tr(key);
            self.put(&format!("<th scope=\"col\" class=\"short\">{title}</th>"));
        }
        self.put("</tr></thead>\n<tbody>\n");
        let rows = Rows::new(self.dossier);
        for nr in self.dossier.held_figure_nrs() {
            let figure = self.dossier.figure(nr);
            let (id, label, class) = (self.figure_id(nr), escape(figure.label.get(self.lang)), kind(figure));
            let (value, status) = (self.value(figure), self.status(figure));
            let (time, evidence, back) = (escape(&as_of(figure).joined("")), self.evidence(nr), self.back(nr, &rows));
            self.put(&format!(
                "<tr id=\"{id}\"><th scope=\"row\">{label}</th><td class=\"{class}\">{value}</td><td class=\"short\">{status}</td>"
            ));
            self.put(&format!("<td class=\"short\">{time}</td><td>{evidence}</td><td class=\"back\">{back}</td></tr>\n"));
        }
        self.put("</tbody>\n</table>\n");
    }

    /// The value as it reads, and the form as written where that is another.
    fn value(&self, figure: &Figure) -> String {
        let shown = figure.display(self.lang);
        let is_alike =
            figure.text == shown || figure.text == shown.replace(' ', "") || figure.quantity().is_none() && figure.date().is_none();
        let written = if is_alike { String::new() } else { format!(" {}", self.quoted(&figure.text)) };
        format!("{}{written}", escape(&shown))
    }

    fn status(&self, figure: &Figure) -> String {
        figure.status.map(|status| self.tr(&format!("status-{}", status.code()))).unwrap_or_default()
    }

    /// Phrases with their places, who says so where it is not the report, and our notes.
    fn evidence(&self, nr: FigureNr) -> String {
        let figure = self.dossier.figure(nr);
        let places = figure.evidence.iter().map(|at| {
            let place = escape(&place(self.dossier, at, self.lang));
            format!("<li>{} <small>{place}</small></li>", self.quoted(&at.phrase))
        });
        let origin = match figure.origin {
            crate::dossier::Origin::Stated => None,
            origin => Some(format!("<li>{}</li>", self.tr(&format!("origin-{}-note", origin.code())))),
        };
        let note = self.dossier.note(figure, self.lang).map(|note| format!("<li><small>{}</small></li>", escape(&note)));
        let lines: String = places.chain(origin).chain(note).collect();
        if lines.is_empty() { String::new() } else { format!("<ul>{lines}</ul>") }
    }

    /// Links back: to each mention in the account, to the table's row, to the checks.
    fn back(&self, nr: FigureNr, rows: &Rows) -> String {
        let lang = self.lang.code();
        let mentions = self.mentions.get(nr.0 as usize).into_iter().flatten();
        let mut links: Vec<String> = mentions.map(|mention| format!("<a href=\"#{lang}-m-{mention}\">↑{mention}</a>")).collect();
        for (view, row) in rows.of(self.dossier, nr) {
            let name = self.tr(&format!("view-{}", view.code()));
            links.push(format!("<a href=\"#{}\">{name}&nbsp;{}</a>", self.row_id(view, row), row + 1));
        }
        for check in self.dossier.checks_of(nr) {
            links.push(format!("<a href=\"#{lang}-c-{}\">{}</a>", escape(&check.id), self.tr("print-check")));
        }
        links.join(" ")
    }
}

/// Which row of which table shows a figure.
struct Rows {
    /// By the figure's number, the rows of tables that have one row for each figure.
    single: Vec<Vec<(View, usize)>>,
}

impl Rows {
    fn new(dossier: &crate::dossier::Dossier) -> Self {
        let mut single = vec![Vec::new(); dossier.figures.len()];
        let mut add = |nr: FigureNr, view, row| {
            if let Some(of) = single.get_mut(nr.0 as usize) {
                of.push((view, row));
            }
        };
        let windows = dossier.approvals.windows.iter().enumerate();
        windows.filter_map(|(row, of)| Some((row, of.completed?))).for_each(|(row, nr)| add(nr, View::Approvals, row));
        topic_rows(&dossier.services).iter().enumerate().for_each(|(row, of)| add(of.figure, View::Services, row));
        topic_rows(&dossier.reform).iter().enumerate().for_each(|(row, of)| add(of.figure, View::Reform, row));
        event_rows(dossier)
            .iter()
            .enumerate()
            .filter_map(|(row, of)| Some((row, of.figure?)))
            .for_each(|(row, nr)| add(nr, View::Timeline, row));
        Self { single }
    }

    fn of(&self, dossier: &crate::dossier::Dossier, nr: FigureNr) -> Vec<(View, usize)> {
        let home = match dossier.figure(nr).home {
            Home::Project(row) => Some((View::Projects, row)),
            Home::Work(row) => Some((View::Infrastructure, row)),
            Home::Approval | Home::Zone(_) | Home::Service(_) | Home::Reform(_) => None,
        };
        home.into_iter().chain(self.single.get(nr.0 as usize).into_iter().flatten().copied()).collect()
    }
}
