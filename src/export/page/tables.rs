//! The tables of the page: those of the views, whose figures lead to the facts, and the facts, which lead back.

use super::{Part, kind};
use crate::{
    dossier::{Dossier, Figure, FigureNr, Home, Origin},
    export::{Cell, Row, Sheet, sheet},
    locale::tr,
    markup::escape,
    route::View,
    sheets::{Reader, event_rows, place, topic_rows},
};

/// The columns that stay away from paper: what they say stands with the facts.
const LEFT_OUT: [&str; 2] = ["place", "evidence"];

/// The widest text that is never broken, a Han counting as two letters.
const SHORT: usize = 12;

/// Whether a cell is so short that a browser must not set it one letter under the other to make room for a long one.
fn is_short(text: &str) -> bool {
    text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<usize>() <= SHORT
}

impl Part<'_> {
    /// Every table under its heading.
    pub(super) fn tables(&mut self) {
        for view in View::TABLES {
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
        let sheet = sheet(self.dossier, view, self.lang);
        let shown = sheet.values().filter(|(_, column)| !LEFT_OUT.contains(&column.key.as_str()));
        let shown: Vec<usize> = shown.map(|(nr, _)| nr).collect();
        self.put("<table>\n<thead><tr>");
        for column in shown.iter().filter_map(|nr| sheet.columns.get(*nr)) {
            let classes = [("number", column.is_number), ("short", is_short(&column.title))];
            let classes: Vec<&str> = classes.into_iter().filter(|(_, is_so)| *is_so).map(|(class, _)| class).collect();
            let class = if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
            self.put(&format!("<th scope=\"col\"{class}>{}</th>", escape(&column.title)));
        }
        self.put("</tr></thead>\n<tbody>\n");
        let name = sheet.column("name").or_else(|| sheet.column("label"));
        for (nr, row) in sheet.rows.iter().enumerate() {
            let id = self.row_id(view, nr);
            self.put(&format!("<tr id=\"{id}\">"));
            for column in &shown {
                let cell = self.cell(&sheet, row, *column);
                let tag = if name == Some(*column) { "th scope=\"row\"" } else { "td" };
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

    /// A cell; the figure that it shows is a link, and what stands among words keeps the report's own form beside it.
    fn cell(&self, sheet: &Sheet, row: &Row, column: usize) -> String {
        let Some(cell) = row.cells.get(column).filter(|cell| **cell != Cell::Empty) else {
            return "<span class=\"none\">—</span>".to_owned();
        };
        let text = cell.joined(&sheet.separator());
        let figure = row.figures.iter().find(|(of, _)| *of == column).map(|(_, nr)| *nr);
        let key = sheet.columns.get(column).map(|of| of.key.as_str());
        let shown = match (cell, figure) {
            _ if key == Some("share") => format!("<span class=\"computed\">{}</span>", escape(&text)),
            (Cell::Date(_), Some(nr)) => format!("<span class=\"date\">{}</span>", self.link(nr, &text)),
            (Cell::Date(_), None) => format!("<span class=\"date\">{}</span>", escape(&text)),
            (_, Some(nr)) => self.link(nr, &text),
            (_, None) => escape(&text),
        };
        let written = figure.filter(|_| key == Some("value")).map(|nr| self.written(self.dossier.figure(nr), &text)).unwrap_or_default();
        let remark = sheet.remark(row, column).map(|cell| format!(" <small>{}</small>", escape(&cell.joined("")))).unwrap_or_default();
        format!("{shown}{written}{remark}")
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
        let reader = Reader { dossier: self.dossier, lang: self.lang, money: None };
        for nr in self.dossier.held_figure_nrs() {
            let figure = self.dossier.figure(nr);
            let (id, label, class) = (self.figure_id(nr), escape(figure.label.get(self.lang)), kind(figure));
            let said = |column| reader.fact(nr, column).map(|said| escape(&said.text)).unwrap_or_default();
            let shown = figure.display(self.lang);
            let (value, written, status) = (escape(&shown), self.written(figure, &shown), said("status"));
            let (time, evidence, back) = (said("as-of"), self.evidence(nr), self.back(nr, &rows));
            self.put(&format!(
                "<tr id=\"{id}\"><th scope=\"row\">{label}</th><td class=\"{class}\">{value}{written}</td><td class=\"short\">{status}</td>"
            ));
            self.put(&format!("<td class=\"short\">{time}</td><td>{evidence}</td><td class=\"back\">{back}</td></tr>\n"));
        }
        self.put("</tbody>\n</table>\n");
    }

    /// The form as written, where a number or a date reads otherwise.
    fn written(&self, figure: &Figure, shown: &str) -> String {
        let is_alike = figure.text == shown || figure.text == shown.replace(' ', "");
        let is_words = figure.quantity().is_none() && figure.date().is_none();
        if is_alike || is_words { String::new() } else { format!(" {}", self.quoted(&figure.text)) }
    }

    /// Phrases with their places, who says so where it is not the report, and our notes.
    fn evidence(&self, nr: FigureNr) -> String {
        let figure = self.dossier.figure(nr);
        let places = figure.evidence.iter().map(|at| {
            let place = escape(&place(self.dossier, at, self.lang));
            format!("<li>{} <small>{place}</small></li>", self.quoted(&at.phrase))
        });
        let origin = match figure.origin {
            Origin::Stated => None,
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
    fn new(dossier: &Dossier) -> Self {
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

    fn of(&self, dossier: &Dossier, nr: FigureNr) -> Vec<(View, usize)> {
        let home = match dossier.figure(nr).home {
            Home::Project(row) => Some((View::Projects, row)),
            Home::Work(row) => Some((View::Infrastructure, row)),
            Home::Approval | Home::Zone(_) | Home::Service(_) | Home::Reform(_) => None,
        };
        home.into_iter().chain(self.single.get(nr.0 as usize).into_iter().flatten().copied()).collect()
    }
}
