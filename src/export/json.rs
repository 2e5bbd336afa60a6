//! JSON: an array with one object for each row, every key present, `null` where there is nothing.
//!
//! What the window shows comes in an envelope that says where it is from: `title`, `source`, `about`, `columns`, `rows`.
//! Decimals are strings: a JSON number would come back as a binary float, and 43.56 is not one.

use std::io::{self, Write};

use serde::ser::{Error as _, Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use super::{Cell, Heading, Lines, Sheet, sheet::each, writing::step};
use crate::progress::Progress;

/// The sheet as JSON.
pub(super) fn write(out: &mut dyn Write, sheet: &Sheet, lines: &dyn Lines, progress: &Progress) -> io::Result<()> {
    let rows = Rows { sheet, lines, progress };
    if sheet.has_envelope {
        serde_json::to_writer_pretty(&mut *out, &Envelope(rows))?;
    } else {
        serde_json::to_writer_pretty(&mut *out, &rows)?;
    }
    out.write_all(b"\n")
}

struct Envelope<'a>(Rows<'a>);

impl Serialize for Envelope<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(rows @ Rows { sheet, .. }) = self;
        let mut object = serializer.serialize_map(Some(5))?;
        object.serialize_entry("title", &sheet.title)?;
        object.serialize_entry("source", &sheet.source)?;
        object.serialize_entry("about", &Pairs(sheet.about.iter().map(|(label, text)| (label.as_str(), text.as_str())).collect()))?;
        object.serialize_entry("columns", &Pairs(sheet.columns.iter().map(|column| (column.key, column.title.as_str())).collect()))?;
        object.serialize_entry("rows", rows)?;
        object.end()
    }
}

/// An object whose keys keep their order.
struct Pairs<'a>(Vec<(&'a str, &'a str)>);

impl Serialize for Pairs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

struct Rows<'a> {
    sheet: &'a Sheet,
    lines: &'a dyn Lines,
    progress: &'a Progress,
}

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.lines.num()))?;
        for row in each(self.lines) {
            step(self.progress).map_err(S::Error::custom)?;
            rows.serialize_element(&Object { columns: &self.sheet.columns, cells: &row.cells })?;
        }
        rows.end()
    }
}

struct Object<'a> {
    columns: &'a [Heading],
    cells: &'a [Cell],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            object.serialize_entry(column.key, cell)?;
        }
        object.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.collect_str(number),
            Self::Amount { number, unit, shown } => {
                let mut object = serializer.serialize_map(Some(3))?;
                object.serialize_entry("text", shown)?;
                object.serialize_entry("value", &number.normalize().to_string())?;
                object.serialize_entry("unit", unit)?;
                object.end()
            }
            Self::Date(date) => serializer.collect_str(date),
            Self::List(texts) => texts.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Format;

    #[test]
    fn keys_keep_their_order_and_decimals_are_strings() {
        let sheet = Sheet {
            columns: vec![
                Heading::text("zeta", "Z"),
                Heading::number("alpha", "A"),
                Heading::text("list", "L"),
                Heading::text("none", "N"),
            ],
            rows: vec![
                vec![Cell::text("a \"b\""), Cell::number(Some("43.560".parse().unwrap())), Cell::List(vec!["甲".into()]), Cell::Empty]
                    .into(),
            ],
            ..Sheet::default()
        };
        let text = String::from_utf8(crate::export::write(&sheet, Format::Json).unwrap()).unwrap();
        let flat: String = text.split_whitespace().collect();
        assert_eq!(flat, r#"[{"zeta":"a\"b\"","alpha":"43.56","list":["甲"],"none":null}]"#);
        assert_eq!(String::from_utf8(crate::export::write(&Sheet::default(), Format::Json).unwrap()).unwrap(), "[]\n");
    }
}
