//! CSV as spreadsheets open it: UTF-8 with a byte-order mark, RFC 4180 quotes and line ends.
//!
//! Spreadsheets run a text that begins like a formula. Such a text gets an apostrophe before it; numbers stay numbers.

use std::io::{self, Write};

use super::{Cell, Lines, Sheet, sheet::each, writing::step};
use crate::{locale::tr, progress::Progress};

/// Tells a spreadsheet that UTF-8 follows; without it Chinese opens as noise.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The sheet as CSV; its last columns are the report's phrases and the source, for a file has no other place for them.
pub(super) fn write(out: &mut dyn Write, sheet: &Sheet, lines: &dyn Lines, progress: &Progress) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    let (separator, evidence) = (sheet.separator(), sheet.evidence_title());
    let source = (!sheet.source.is_empty()).then(|| (tr(sheet.lang, "export-source-column").into_owned(), harmless(&sheet.source)));
    let titles = sheet.columns.iter().map(|column| harmless(&column.title)).chain(evidence.clone());
    writer.write_record(titles.chain(source.iter().map(|(title, _)| title.clone())))?;
    for row in each(lines) {
        step(progress)?;
        let fields = row.cells.iter().map(|cell| field(cell, &separator));
        let fields = fields.chain(evidence.iter().map(|_| harmless(&row.evidence.join(&separator))));
        writer.write_record(fields.chain(source.iter().map(|(_, source)| source.clone())))?;
    }
    writer.flush()
}

/// A cell as one field: a number stays a number, a text is harmless.
pub(super) fn field(cell: &Cell, separator: &str) -> String {
    let text = cell.plain(separator);
    match cell {
        Cell::Number(_) | Cell::Amount(..) => text,
        Cell::Empty | Cell::Text(_) | Cell::Code(..) | Cell::Date(_) | Cell::List(_) => harmless(&text),
    }
}

/// The text with an apostrophe before it if a spreadsheet would run it as a formula.
///
/// The characters are OWASP's list for CSV injection; the full-width forms are folded by spreadsheets in Chinese locales.
pub(super) fn harmless(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        export::{Format, Heading},
        locale::Lang,
    };

    #[test]
    fn formulas_are_made_harmless() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+86 421", "'+86 421"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1+1", "'＝1+1"),
            ("－1", "'－1"),
            ("6.3亿元", "6.3亿元"),
            ("——", "——"),
            ("a=b", "a=b"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(harmless(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_sheet_reads_back_and_negative_numbers_stay_numbers() {
        let sheet = Sheet {
            columns: vec![Heading::text("name", "名称"), Heading::number("value", "数值"), Heading::text("evidence", "原句")],
            rows: vec![
                vec![
                    Cell::text("甲, \"乙\"\n丙"),
                    Cell::number(Some("-1.50".parse().unwrap())),
                    Cell::List(vec!["共56个".into(), "其中45个".into()]),
                ]
                .into(),
                vec![Cell::text("-减号开头"), Cell::Empty, Cell::List(vec!["=一".into(), "二".into()])].into(),
            ],
            source: "依据".into(),
            ..Sheet::default()
        };
        let bytes = crate::export::write(&sheet, Format::Csv).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let body = text.strip_prefix(BYTE_ORDER_MARK).expect("a byte-order mark");
        assert!(body.starts_with("名称,数值,原句,依据\r\n"), "{body:?}");
        let mut reader = csv::Reader::from_reader(body.as_bytes());
        let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows, [["甲, \"乙\"\n丙", "-1.5", "共56个；其中45个", "依据"], ["'-减号开头", "", "'=一；二", "依据"]]);
        let english = String::from_utf8(crate::export::write(&Sheet { lang: Lang::En, ..sheet }, Format::Csv).unwrap()).unwrap();
        assert!(english.contains("共56个; 其中45个"), "{english}");
    }
}
