//! The rows in sight of a large table: made one by one when they are written, away from the window.

use std::{
    borrow::Cow,
    fmt::Write as _,
    io::{self, Write},
    sync::Arc,
};

use super::{
    Cell, Format, Lines, Row, Sheet, Sight,
    csv::field,
    sheet::each,
    sight::{amount, head, partial},
    write_to,
    writing::step,
};
use crate::{
    dossier::{Dossier, MoneyUnit, Quantity},
    locale::{Lang, tr, tr_args},
    progress::Progress,
    table::{Data, Table},
};

/// More rows than these are made when they are written, from the table alone: rows may lie in a file, and nobody reads
/// remarks on so many cells.
pub const MOST_AT_ONCE: usize = 20_000;

/// The most rows for the clipboard: other programs take in all of it at once.
const MOST_COPIED: usize = 200_000;

/// A sheet whose rows are made as they are written.
#[derive(Clone, Debug)]
pub struct Wide {
    /// Everything but the rows.
    head: Sheet,
    table: Arc<Table>,
    rows: Vec<u32>,
    keys: Vec<&'static str>,
    money: MoneyUnit,
}

impl PartialEq for Wide {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |one: &Self, other: &Self| Arc::ptr_eq(&one.table, &other.table) && one.rows == other.rows;
        self.head == other.head && self.keys == other.keys && self.money == other.money && is_same(self, other)
    }
}

impl Wide {
    /// What is in sight of a table.
    pub fn new(dossier: &Dossier, lang: Lang, sight: &Sight<'_>, table: &Arc<Table>) -> Self {
        let mut head = head(dossier, lang, sight, Vec::new());
        let remarks = tr_args(lang, "export-about-remarks-text", &[("most", MOST_AT_ONCE.into())]);
        head.about.push((tr(lang, "export-about-remarks").into_owned(), remarks));
        let keys = sight.columns.iter().map(|(key, _)| *key).collect();
        Self { head, table: Arc::clone(table), rows: sight.rows.to_vec(), keys, money: sight.money }
    }

    /// Writes all rows, as far as nobody ends it.
    ///
    /// # Errors
    ///
    /// It cannot be written, or was ended.
    pub fn write(&self, out: &mut (dyn Write + Send), format: Format, progress: &Progress) -> io::Result<()> {
        write_to(out, &self.head, self, format, progress)
    }

    /// The lines for the clipboard, fields between tabs.
    ///
    /// # Errors
    ///
    /// It was ended.
    pub fn text(&self, progress: &Progress) -> io::Result<String> {
        progress.expect(self.num() as u64);
        let separator = self.head.separator();
        let flat = |text: String| text.replace(['\t', '\n', '\r'], " ");
        let titles = self.head.columns.iter().map(|column| flat(field(&Cell::text(&column.title), &separator)));
        let mut text = titles.collect::<Vec<_>>().join("\t");
        for row in each(self) {
            step(progress)?;
            for (nr, cell) in row.cells.iter().enumerate() {
                let between = if nr == 0 { '\n' } else { '\t' };
                write!(text, "{between}{}", flat(field(cell, &separator))).ok();
            }
        }
        Ok(text)
    }

    /// Why it cannot go there, if it cannot: a tab of XLSX and the clipboard have their limits.
    pub fn refusal(&self, lang: Lang, format: Option<Format>) -> Option<String> {
        let (most, key) = match format {
            Some(Format::Xlsx) => (super::xlsx::MOST_ROWS, "export-too-many-xlsx"),
            Some(_) => return None,
            None => (MOST_COPIED, "export-too-many-copied"),
        };
        (self.num() > most).then(|| {
            let args = [("count", self.num().into()), ("most", most.into())];
            tr_args(lang, key, &args)
        })
    }

    fn cell(&self, row: u32, key: &str) -> Cell {
        let lang = self.head.lang;
        let Some(column) = self.table.column(key) else { return Cell::Empty };
        let Some(shown) = column.text(row, lang) else { return Cell::Empty };
        match &column.data {
            Data::Number(numbers) => {
                let written = numbers.written().and_then(|written| written.value(row));
                match written.and_then(|written| Quantity::parse(written, None).ok()) {
                    Some(quantity) => amount(&quantity, lang, quantity.format_in(lang, self.money)),
                    None => Cell::text(shown),
                }
            }
            Data::Date(dates) => dates.value(row).and_then(partial).map_or_else(|| Cell::text(&shown), Cell::Date),
            Data::Text(_) | Data::Choice(_) => Cell::text(shown),
        }
    }
}

impl Lines for Wide {
    fn num(&self) -> usize {
        self.rows.len()
    }

    fn line(&self, nr: usize) -> Option<Cow<'_, Row>> {
        let row = *self.rows.get(nr)?;
        Some(Cow::Owned(Row::from(self.keys.iter().map(|key| self.cell(row, key)).collect::<Vec<Cell>>())))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;
    use crate::{
        dossier,
        locale::Bilingual,
        table::{Column, Decimal, NumberBuilder, Query, TextBuilder, Units},
    };

    /// Rows of names and amounts, each third not stated.
    fn wide(num_rows: u32) -> Wide {
        wide_in(num_rows, Lang::Zh, MoneyUnit::AsWritten)
    }

    fn wide_in(num_rows: u32, lang: Lang, money: MoneyUnit) -> Wide {
        let (mut name, mut amount) = (TextBuilder::default(), NumberBuilder::new(Units::money()));
        for row in 0..num_rows {
            name.push(Some(&format!("=甲\t{row}")));
            let written = format!("{row}万元");
            let number = (row % 3 > 0).then(|| Decimal::from(row) * Decimal::from(10_000));
            amount.push_written(number, number.map(|_| (written.as_str(), written.as_str())));
        }
        let columns = vec![
            Column::new("name", Bilingual::new("名称", "Name"), name),
            Column::new("amount", Bilingual::new("金额", "Amount"), amount),
        ];
        let table = Arc::new(Table::new(columns).unwrap());
        let dossier = dossier::embedded().unwrap();
        let rows: Vec<u32> = (0..num_rows).rev().collect();
        let columns = [("name", "名称".to_owned()), ("amount", "金额".to_owned())];
        let query = Query::default();
        let sight = Sight {
            name: "项目",
            table: &table,
            query: &query,
            rows: &rows,
            columns: &columns,
            money,
            text: &|_, _| None,
            figure: &|_, _| None,
        };
        Wide::new(&dossier, lang, &sight, &table)
    }

    #[test]
    fn money_is_written_in_the_unit_of_the_screen() {
        for (lang, money, expected) in [
            (Lang::Zh, MoneyUnit::AsWritten, "1 万元"),
            (Lang::Zh, MoneyUnit::Yi, "0.0001 亿元"),
            (Lang::En, MoneyUnit::Million, "CNY 0.01 million"),
        ] {
            let text = wide_in(2, lang, money).text(&Progress::default()).unwrap();
            assert_eq!(text.lines().nth(1).and_then(|line| line.split('\t').nth(1)), Some(expected), "{money:?}");
        }
    }

    #[test]
    fn rows_are_written_in_the_order_of_the_screen() {
        let wide = wide(4);
        assert_eq!(wide.text(&Progress::default()).unwrap(), "名称\t金额\n'=甲 3\t\n'=甲 2\t2 万元\n'=甲 1\t1 万元\n'=甲 0\t");
        let (mut csv, progress) = (Vec::new(), Progress::default());
        wide.write(&mut csv, Format::Csv, &progress).unwrap();
        let csv = String::from_utf8(csv).unwrap();
        assert!(csv.lines().nth(2).is_some_and(|line| line.starts_with("'=甲\t2,2 万元,")), "{csv}");
        assert_eq!((progress.done(), progress.all()), (4, 4));
    }

    #[test]
    fn every_format_ends_when_it_is_ended() {
        for format in Format::TABLE {
            let progress = Progress::default();
            progress.cancel();
            assert!(wide(40).write(&mut Vec::new(), format, &progress).is_err(), "{format}");
        }
    }

    #[test]
    fn a_workbook_of_many_rows_is_written_without_holding_them() {
        let mut bytes = Vec::new();
        wide(50_001).write(&mut bytes, Format::Xlsx, &Progress::default()).unwrap();
        let mut archive = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
        let mut tab = String::new();
        archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut tab).unwrap();
        assert!(tab.contains(r#"<row r="50002""#), "the last row is there");
        let last = tab.split(r#"<row r="50000""#).nth(1).unwrap_or_default();
        assert!(last.contains("=甲") && last.contains("<v>20000</v>"), "the text is no formula, the amount is a number: {}", &last[..200]);
    }

    #[test]
    fn what_is_too_much_is_refused_with_numbers() {
        let few = wide(3);
        assert_eq!([Some(Format::Xlsx), None].map(|format| few.refusal(Lang::En, format)), [None, None]);
        let many = Wide { rows: vec![0; 1_048_576], ..few };
        let [xlsx, copied] = [Some(Format::Xlsx), None].map(|format| many.refusal(Lang::En, format).unwrap());
        assert!(xlsx.contains("1,048,576") && xlsx.contains("1,048,575"), "{xlsx}");
        assert!(copied.contains("1,048,576") && copied.contains("200,000"), "{copied}");
        assert_eq!(many.refusal(Lang::En, Some(Format::Csv)), None);
        assert!(many.write(&mut Vec::new(), Format::Xlsx, &Progress::default()).is_err(), "the command line is told as well");
    }
}
