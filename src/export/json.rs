//! JSON: an array with one object for each row, every key present, `null` where there is nothing.
//!
//! Decimals are strings: a JSON number would come back as a binary float, and 43.56 is not one.

use std::io;

use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use super::{Cell, Heading, Sheet};

/// The sheet as JSON.
pub fn write(sheet: &Sheet) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(&Rows(sheet))?;
    bytes.push(b'\n');
    Ok(bytes)
}

struct Rows<'a>(&'a Sheet);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.0.rows.len()))?;
        for cells in &self.0.rows {
            rows.serialize_element(&Row { columns: &self.0.columns, cells })?;
        }
        rows.end()
    }
}

struct Row<'a> {
    columns: &'a [Heading],
    cells: &'a [Cell],
}

impl Serialize for Row<'_> {
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
            Self::List(texts) => texts.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_keep_their_order_and_decimals_are_strings() {
        let sheet = Sheet {
            columns: vec![
                Heading::text("zeta", "Z"),
                Heading::number("alpha", "A"),
                Heading::text("list", "L"),
                Heading::text("none", "N"),
            ],
            rows: vec![vec![
                Cell::text("a \"b\""),
                Cell::number(Some("43.560".parse().unwrap())),
                Cell::List(vec!["甲".into()]),
                Cell::Empty,
            ]],
            ..Sheet::default()
        };
        let text = String::from_utf8(write(&sheet).unwrap()).unwrap();
        let flat: String = text.split_whitespace().collect();
        assert_eq!(flat, r#"[{"zeta":"a\"b\"","alpha":"43.56","list":["甲"],"none":null}]"#);
        assert_eq!(String::from_utf8(write(&Sheet::default()).unwrap()).unwrap(), "[]\n");
    }
}
