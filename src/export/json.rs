//! JSON: an array with one object for each row, every key present, `null` where there is nothing.
//!
//! Each object has its id, the report's phrases and the source. Decimals are strings: a JSON number would come back as a
//! binary float, and 43.56 is not one.

use std::io::{self, Write};

use serde::ser::{Error as _, Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use super::{Cell, Lines, Part, Row, Sheet, sheet::each, writing::step};
use crate::progress::Progress;

/// The sheet as JSON.
pub(super) fn write(out: &mut dyn Write, sheet: &Sheet, lines: &dyn Lines, progress: &Progress) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Rows { sheet, lines, progress })?;
    out.write_all(b"\n")
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
            rows.serialize_element(&Object { sheet: self.sheet, row: &row })?;
        }
        rows.end()
    }
}

struct Object<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { sheet, row } = self;
        let mut object = serializer.serialize_map(None)?;
        if sheet.column("id").is_none() && !row.id.is_empty() {
            object.serialize_entry("id", &row.id)?;
        }
        // An amount has its unit and its words with it.
        let columns = sheet.columns.iter().zip(&row.cells).filter(|(column, _)| matches!(column.part, Part::Value | Part::Remark));
        for (column, cell) in columns {
            object.serialize_entry(&column.key, cell)?;
        }
        if sheet.column("evidence").is_none() {
            object.serialize_entry("evidence", &row.evidence)?;
        }
        object.serialize_entry("source", &sheet.source)?;
        object.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_unit(),
            Self::Text(text) | Self::Code(text, _) => serializer.serialize_str(text),
            Self::Number(number) => serializer.collect_str(&number.normalize()),
            Self::Amount(amount, text) => {
                let mut object = serializer.serialize_map(Some(3))?;
                object.serialize_entry("text", text)?;
                object.serialize_entry("value", &amount.number.to_string())?;
                object.serialize_entry("unit", &amount.unit_name())?;
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
    use crate::{
        dossier::Amount,
        export::{Format, Heading},
    };

    #[test]
    fn keys_keep_their_order_and_decimals_are_strings() {
        let amount = Amount { number: "43.560".parse().unwrap(), currency: "CNY", unit: "million".into() };
        let row = Row {
            id: "one".into(),
            cells: vec![
                Cell::text("a \"b\""),
                Cell::Amount(amount, "CNY 43.56 million".into()),
                Cell::text("CNY million"),
                Cell::Code("planned".into(), "Planned".into()),
                Cell::Empty,
            ],
            evidence: vec!["甲".into()],
            ..Row::default()
        };
        let sheet = Sheet {
            columns: vec![
                Heading::text("zeta", "Z"),
                Heading::number("alpha", "A"),
                Heading { part: Part::Unit, ..Heading::text("alpha_unit", "U") },
                Heading::text("status", "S"),
                Heading::text("none", "N"),
            ],
            rows: vec![row],
            source: "S".into(),
            ..Sheet::default()
        };
        let text = String::from_utf8(crate::export::write(&sheet, Format::Json).unwrap()).unwrap();
        let expected = r#"[{"id": "one", "zeta": "a \"b\"", "alpha": {"text": "CNY 43.56 million", "value": "43.560", "unit": "CNY million"},
            "status": "planned", "none": null, "evidence": ["甲"], "source": "S"}]"#;
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(flat(&text), flat(expected));
        assert_eq!(String::from_utf8(crate::export::write(&Sheet::default(), Format::Json).unwrap()).unwrap(), "[]\n");
    }
}
