//! A sheet for the clipboard: as tab-separated text, and as an HTML table for programs that take one.

use std::{fmt::Write as _, io};

use super::{Cell, Lines, Sheet, csv::field, notes::evidence_of, sheet::each, writing::step};
use crate::{
    locale::{Lang, tr},
    markup::escape,
    progress::Progress,
};

/// The two forms of what is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Lines of fields between tabs, and last of all the source.
    pub text: String,
    /// The same as a table and a paragraph.
    pub html: String,
    /// How many rows there are, its head not counted.
    pub num_rows: usize,
}

/// The sheet with its headings and its source; with its comments in a last column if `with_evidence`.
pub fn copied(sheet: &Sheet, with_evidence: bool) -> Copied {
    let separator = sheet.separator();
    let evidence = with_evidence.then(|| tr(sheet.lang, "column-evidence").into_owned());
    let titles: Vec<String> = sheet.columns.iter().map(|column| column.title.clone()).chain(evidence).collect();
    let rows = sheet.rows.iter().map(|row| {
        let notes = with_evidence.then(|| Cell::text(evidence_of(row, &separator)));
        row.cells.iter().cloned().chain(notes).collect::<Vec<Cell>>()
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let mut text = line(titles.iter().map(|title| field(&Cell::text(title), &separator)));
    for row in &rows {
        text += &line(row.iter().map(|cell| field(cell, &separator)));
    }
    Copied { text: text + &sheet.source, html: html(sheet, &titles, &rows, &separator), num_rows: rows.len() }
}

/// The text alone, with rows that are made one by one.
pub(super) fn text(sheet: &Sheet, lines: &dyn Lines, progress: &Progress) -> io::Result<String> {
    let separator = sheet.separator();
    let mut text = line(sheet.columns.iter().map(|column| field(&Cell::text(&column.title), &separator)));
    for row in each(lines) {
        step(progress)?;
        text += &line(row.cells.iter().map(|cell| field(cell, &separator)));
    }
    Ok(text + &sheet.source)
}

/// Fields between tabs, and the end of the line.
fn line(fields: impl Iterator<Item = String>) -> String {
    let fields: Vec<String> = fields.map(|field| field.replace(['\t', '\n', '\r'], " ")).collect();
    fields.join("\t") + "\n"
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
    write!(text, "</tbody></table><p lang=\"{lang}\">{}</p>", escape(&sheet.source)).ok();
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
                ..Row::default()
            }],
            source: "依据：甲".into(),
            ..Sheet::default()
        };
        let plain = copied(&sheet, false);
        assert_eq!(plain.text, "A\tB\n'=1+1 x\t3\n依据：甲");
        assert!(plain.html.ends_with("<p lang=\"zh-Hans\">依据：甲</p>"), "{}", plain.html);
        assert!(plain.html.contains("<th>B</th>") && plain.html.contains("<td align=\"right\">3</td>"), "{}", plain.html);
        let evident = copied(&sheet, true);
        assert_eq!(evident.text, "A\tB\t原句短语\n'=1+1 x\t3\t一；二\n依据：甲");
        assert!(evident.html.contains("<td>一；二</td>"), "{}", evident.html);
    }
}
