//! A sheet for the clipboard: as tab-separated text, and as an HTML table for programs that take one.

use std::fmt::Write as _;

use super::{Cell, Sheet, csv::field};
use crate::{
    locale::{Lang, tr},
    markup::escape,
};

/// The two forms of what is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Lines of fields between tabs.
    pub text: String,
    /// The same as a table.
    pub html: String,
    /// How many rows there are, its head not counted.
    pub num_rows: usize,
}

/// The sheet with its headings; with its remarks in a last column if `with_evidence`.
pub fn copied(sheet: &Sheet, with_evidence: bool) -> Copied {
    let separator = sheet.separator();
    let evidence = with_evidence.then(|| tr(sheet.lang, "column-evidence").into_owned());
    let titles: Vec<String> = sheet.columns.iter().map(|column| column.title.clone()).chain(evidence).collect();
    let rows = sheet.rows.iter().map(|row| {
        let notes = with_evidence.then(|| Cell::text(evidence_of(row.notes.iter().map(|(_, note)| note.as_str()), &separator)));
        row.cells.iter().cloned().chain(notes).collect::<Vec<Cell>>()
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    Copied { text: text(&titles, &rows, &separator), html: html(sheet, &titles, &rows, &separator), num_rows: rows.len() }
}

/// The lines of all remarks of a row, each once.
fn evidence_of<'n>(notes: impl Iterator<Item = &'n str>, separator: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in notes.flat_map(str::lines) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join(separator)
}

fn text(titles: &[String], rows: &[Vec<Cell>], separator: &str) -> String {
    let line = |fields: Vec<String>| fields.into_iter().map(|field| field.replace(['\t', '\n', '\r'], " ")).collect::<Vec<_>>().join("\t");
    let head = line(titles.iter().map(|title| field(&Cell::text(title), separator)).collect());
    let body = rows.iter().map(|row| line(row.iter().map(|cell| field(cell, separator)).collect()));
    std::iter::once(head).chain(body).collect::<Vec<_>>().join("\n")
}

fn html(sheet: &Sheet, titles: &[String], rows: &[Vec<Cell>], separator: &str) -> String {
    let lang = if sheet.lang == Lang::Zh { "zh-Hans" } else { "en" };
    let mut text = format!("<meta charset=\"utf-8\"><table lang=\"{lang}\"><thead><tr>");
    for title in titles {
        write!(text, "<th>{}</th>", escape(title)).ok();
    }
    text.push_str("</tr></thead><tbody>");
    for row in rows {
        text.push_str("<tr>");
        for (nr, cell) in row.iter().enumerate() {
            let align = if sheet.columns.get(nr).is_some_and(|column| column.is_number) { " align=\"right\"" } else { "" };
            write!(text, "<td{align}>{}</td>", escape(&field(cell, separator))).ok();
        }
        text.push_str("</tr>");
    }
    text.push_str("</tbody></table>");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Heading, Row};

    #[test]
    fn both_forms_have_headings_and_harmless_cells() {
        let sheet = Sheet {
            columns: vec![Heading::text("a", "A"), Heading::number("b", "B")],
            rows: vec![Row {
                cells: vec![Cell::text("=1+1\tx"), Cell::number(Some(3.into()))],
                notes: vec![(1, "一\n二".into()), (0, "一".into())],
                figures: Vec::new(),
            }],
            ..Sheet::default()
        };
        let plain = copied(&sheet, false);
        assert_eq!(plain.text, "A\tB\n'=1+1 x\t3");
        assert!(plain.html.contains("<th>B</th>") && plain.html.contains("<td align=\"right\">3</td>"), "{}", plain.html);
        let evident = copied(&sheet, true);
        assert_eq!(evident.text, "A\tB\t原句短语\n'=1+1 x\t3\t一；二");
        assert!(evident.html.contains("<td>一；二</td>"), "{}", evident.html);
    }
}
