//! Markdown: a heading, the source, and a table as GitHub draws it.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::{Cell, Lines, Sheet, sheet::each, writing::step};
use crate::{locale::Lang, progress::Progress};

/// What a cell shows where the report states nothing.
const NOTHING: &str = "—";

/// The sheet as a Markdown table under its title.
pub(super) fn write(out: &mut dyn Write, sheet: &Sheet, lines: &dyn Lines, progress: &Progress) -> io::Result<()> {
    let mut text = format!("# {}\n\n{}\n\n", escape(&sheet.title), escape(&sheet.source));
    for (label, about) in sheet.about.iter().filter(|_| sheet.has_envelope) {
        writeln!(text, "- {}{} {}", escape(label), if sheet.lang == Lang::Zh { "：" } else { ":" }, escape(about)).ok();
    }
    text.push_str(if sheet.has_envelope { "\n" } else { "" });
    push_row(&mut text, sheet.columns.iter().map(|column| escape(&column.title)));
    push_row(&mut text, sheet.columns.iter().map(|column| if column.is_number { "---:" } else { "---" }.to_owned()));
    out.write_all(text.as_bytes())?;
    for row in each(lines) {
        step(progress)?;
        text.clear();
        push_row(&mut text, row.cells.iter().map(shown));
        out.write_all(text.as_bytes())?;
    }
    Ok(())
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => NOTHING.to_owned(),
        Cell::List(texts) => texts.iter().map(|text| escape(text)).collect::<Vec<_>>().join("<br>"),
        Cell::Text(_) | Cell::Number(_) | Cell::Amount { .. } | Cell::Date(_) => escape(&cell.joined("")),
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
    for c in text.chars() {
        match c {
            '\\' | '|' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '&' | '~' | '#' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Format, Heading};

    #[test]
    fn markup_is_escaped() {
        for (text, expected) in [("a|b", "a\\|b"), ("a\nb", "a b"), ("[x](y)", "\\[x\\](y)"), ("<b>", "\\<b\\>"), ("56个", "56个")] {
            assert_eq!(escape(text), expected, "{text:?}");
        }
    }

    #[test]
    fn numbers_stand_to_the_right_and_nothing_is_a_dash() {
        let sheet = Sheet {
            title: "T".into(),
            source: "S".into(),
            columns: vec![Heading::text("a", "A"), Heading::number("b", "B")],
            rows: vec![vec![Cell::List(vec!["x|y".into(), "z".into()]), Cell::Empty].into()],
            ..Sheet::default()
        };
        let text = String::from_utf8(crate::export::write(&sheet, Format::Markdown).unwrap()).unwrap();
        assert_eq!(text, "# T\n\nS\n\n| A | B |\n| --- | ---: |\n| x\\|y<br>z | — |\n");
    }
}
