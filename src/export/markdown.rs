//! Markdown: a heading, the source, and a table as GitHub draws it.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::{Cell, Lines, Row, Sheet, sheet::each, writing::step};
use crate::{
    locale::{Lang, inline, tr},
    progress::Progress,
};

/// What a cell shows where the report states nothing.
const NOTHING: &str = "—";

/// The sheet as a Markdown table under its title and its source.
pub(super) fn write(out: &mut dyn Write, sheet: &Sheet, lines: &dyn Lines, progress: &Progress) -> io::Result<()> {
    let mut text = format!("# {}\n\n{}\n\n", escape(&sheet.title), escape(&sheet.source));
    for (label, about) in sheet.about.iter().chain(&sheet.picked) {
        writeln!(text, "- {}{} {}", escape(label), if sheet.lang == Lang::Zh { "：" } else { ":" }, escape(about)).ok();
    }
    text.push('\n');
    let evidence = sheet.evidence_title();
    push_row(&mut text, sheet.values().map(|(_, column)| escape(&column.title)).chain(evidence.clone()));
    let sides = sheet.values().map(|(_, column)| if column.is_number { "---:" } else { "---" });
    push_row(&mut text, sides.chain(evidence.iter().map(|_| "---")).map(str::to_owned));
    out.write_all(text.as_bytes())?;
    for row in each(lines) {
        step(progress)?;
        text.clear();
        let cells = sheet.values().map(|(nr, _)| told(sheet, &row, nr));
        let evidence = evidence.iter().map(|_| shown(&Cell::List(row.evidence.clone())));
        push_row(&mut text, cells.chain(evidence).map(|cell| if cell.is_empty() { NOTHING.to_owned() } else { cell }));
        out.write_all(text.as_bytes())?;
    }
    Ok(())
}

/// A cell with what marks and small words add to it.
fn told(sheet: &Sheet, row: &Row, column: usize) -> String {
    let cell = row.cells.get(column).map(shown).unwrap_or_default();
    match sheet.remark(row, column).map(shown) {
        Some(remark) if cell.is_empty() => remark,
        Some(remark) => [cell, inline(sheet.lang, &remark)].join(&tr(sheet.lang, "app-clause-separator")),
        None => cell,
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::List(texts) => texts.iter().map(|text| escape(text)).collect::<Vec<_>>().join("<br>"),
        cell => escape(&cell.joined("")),
    }
}

fn push_row(text: &mut String, cells: impl Iterator<Item = String>) {
    text.push('|');
    for cell in cells {
        text.push(' ');
        text.push_str(&cell);
        text.push_str(" |");
    }
    text.push('\n');
}

/// The text with every character that Markdown could read as markup escaped, on one line.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // A dash makes a list of a line that begins with it, and so does a number with a full stop.
    let num_digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut chars = text.chars().enumerate().peekable();
    while let Some((nr, c)) = chars.next() {
        let is_last = chars.peek().is_none_or(|(_, next)| next.is_whitespace() || *next == c);
        let is_mark = matches!(c, '-' | '+' | '=') && nr == 0 || matches!(c, '.' | ')') && nr == num_digits && nr > 0;
        match c {
            '\\' | '|' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '&' | '~' | '#' => escaped.extend(['\\', c]),
            c if is_mark && is_last => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Format, Heading, Part};

    #[test]
    fn markup_is_escaped() {
        for (text, expected) in [
            ("a|b", "a\\|b"),
            ("a\nb", "a b"),
            ("[x](y)", "\\[x\\](y)"),
            ("<b>", "\\<b\\>"),
            ("56个", "56个"),
            ("- a - b", "\\- a - b"),
            ("---", "\\---"),
            ("-1", "-1"),
            ("1. a", "1\\. a"),
            ("43.56", "43.56"),
            ("a 1. b", "a 1. b"),
        ] {
            assert_eq!(escape(text), expected, "{text:?}");
        }
    }

    #[test]
    fn numbers_stand_to_the_right_and_nothing_is_a_dash() {
        let sheet = Sheet {
            title: "T".into(),
            source: "S".into(),
            columns: vec![
                Heading::text("a", "A"),
                Heading::number("b", "B"),
                Heading { part: Part::Unit, ..Heading::text("b_unit", "U") },
                Heading { part: Part::Remark, ..Heading::text("b_remark", "R") },
            ],
            rows: vec![
                vec![Cell::List(vec!["x|y".into(), "z".into()]), Cell::Empty].into(),
                vec![Cell::Empty, Cell::text("3"), Cell::text("km"), Cell::text("甲")].into(),
            ],
            ..Sheet::default()
        };
        let text = String::from_utf8(crate::export::write(&sheet, Format::Markdown).unwrap()).unwrap();
        let expected = "# T\n\nS\n\n\n| A | B | 原句短语 |\n| --- | ---: | --- |\n| x\\|y<br>z | — | — |\n| — | 3，甲 | — |\n";
        assert_eq!(text, expected);
    }
}
