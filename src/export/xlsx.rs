//! XLSX: numbers as numbers, whole days as dates, the report's words as comments, and a tab that says where it all is from.

use std::io::{self, Write};

use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError};

use super::{Cell, Heading, Lines, Row, Sheet, sheet::each, writing::step};
use crate::{
    dossier::{Amount, PartialDate},
    locale::{Lang, tr},
    progress::Progress,
};

/// The most characters that a cell, and a comment, may hold.
const MOST_CHARS: usize = 32_000;
/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (8, 48);
/// The most rows under the header that a tab may have.
pub const MOST_ROWS: usize = 1_048_575;
/// Of more rows than these the cells are not held until the end: a million rows would take a gigabyte.
const MOST_HELD_ROWS: usize = 50_000;
/// How many rows are looked at to find a column's width.
const MEASURED_ROWS: usize = 500;

/// Sheets with their rows as a workbook, one tab each, and a last one with their source.
pub(super) fn write(out: &mut (dyn Write + Send), sheets: &[(&Sheet, &dyn Lines)], progress: &Progress) -> io::Result<()> {
    if sheets.iter().any(|(_, lines)| lines.num() > MOST_ROWS) {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("a tab of XLSX has at most {MOST_ROWS} rows")));
    }
    workbook(sheets, progress)?.save_to_writer(out).map_err(io::Error::other)
}

fn workbook(sheets: &[(&Sheet, &dyn Lines)], progress: &Progress) -> io::Result<Workbook> {
    let mut workbook = Workbook::new();
    if let Some((first, _)) = sheets.first() {
        let mut properties = DocProperties::new().set_title(&first.title).set_comment(&first.source);
        // The report's day and not today: a file made twice from the same dossier is the same.
        if let Some(day) = first.date.and_then(whole_day) {
            properties = properties.set_creation_datetime(&day.map_err(io::Error::other)?);
        }
        workbook.set_properties(&properties);
    }
    let mut names: Vec<String> = Vec::new();
    for (sheet, lines) in sheets {
        let name = tab_name(&sheet.name, &names);
        let is_held = lines.num() <= MOST_HELD_ROWS;
        let tab =
            if is_held { workbook.add_worksheet() } else { workbook.add_worksheet_with_constant_memory().map_err(io::Error::other)? };
        fill(tab, sheet, *lines, &name, progress)?;
        names.push(name);
    }
    if let Some((first, _)) = sheets.first() {
        let name = tab_name(&tr(first.lang, "export-source-tab"), &names);
        fill_about(workbook.add_worksheet(), first, sheets.len() == 1, &name).map_err(io::Error::other)?;
    }
    Ok(workbook)
}

/// A name that a tab may have, and no other tab has.
fn tab_name(name: &str, taken: &[String]) -> String {
    let clean: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(28).collect();
    let clean = if clean.trim().is_empty() { "1".to_owned() } else { clean };
    let mut unique = clean.clone();
    let mut nr = 2;
    while taken.contains(&unique) {
        unique = format!("{clean} {nr}");
        nr += 1;
    }
    unique
}

fn fill(tab: &mut Worksheet, sheet: &Sheet, lines: &dyn Lines, name: &str, progress: &Progress) -> io::Result<()> {
    head(tab, sheet, lines, name).map_err(io::Error::other)?;
    let separator = sheet.separator();
    for (row_nr, row) in (1..).zip(each(lines)) {
        step(progress)?;
        fill_row(tab, sheet, row_nr, &row, &separator).map_err(io::Error::other)?;
    }
    Ok(())
}

/// Everything but the rows.
fn head(tab: &mut Worksheet, sheet: &Sheet, lines: &dyn Lines, name: &str) -> Result<(), XlsxError> {
    tab.set_name(name)?;
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    for (column, heading) in (0..).zip(&sheet.columns) {
        tab.write_string_with_format(0, column, cut(&heading.title), &head)?;
        tab.set_column_width(column, width(lines, usize::from(column), heading, &sheet.separator()))?;
    }
    if let Some(last) = u16::try_from(sheet.columns.len()).ok().and_then(|num| num.checked_sub(1)) {
        tab.autofilter(0, 0, u32::try_from(lines.num()).unwrap_or(u32::MAX), last)?;
    }
    tab.set_freeze_panes(1, 0)?;
    tab.set_repeat_rows(0, 0)?;
    tab.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn fill_row(tab: &mut Worksheet, sheet: &Sheet, row_nr: u32, row: &Row, separator: &str) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(&row.cells) {
        put(tab, (row_nr, column), cell, sheet.lang, separator)?;
    }
    for (column, text) in &row.notes {
        let lines = text.lines().map(|line| 1 + line.chars().count() / 24).sum::<usize>();
        let height = u32::try_from(24 + 18 * lines).unwrap_or(400).min(400);
        let author = tr(sheet.lang, "app-name");
        let note = Note::new(cut(text)).set_author(author).add_author_prefix(false).set_width(340).set_height(height);
        tab.insert_note(row_nr, u16::try_from(*column).unwrap_or(u16::MAX), &note)?;
    }
    Ok(())
}

/// Writes one cell by its type.
fn put(tab: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, lang: Lang, separator: &str) -> Result<(), XlsxError> {
    let number = |tab: &mut Worksheet, number: Decimal, format: &str| {
        let format = Format::new().set_num_format(format);
        tab.write_number_with_format(row, column, number.to_f64().unwrap_or_default(), &format).map(|_| ())
    };
    match cell {
        Cell::Empty => {}
        Cell::Number(plain) => number(tab, *plain, "General")?,
        Cell::Amount(amount, _) => number(tab, amount.number, &amount_format(amount, lang))?,
        Cell::Date(date) => match whole_day(*date) {
            Some(day) => _ = tab.write_datetime_with_format(row, column, &day?, &Format::new().set_num_format("yyyy-mm-dd"))?,
            None => _ = tab.write_string(row, column, date.to_string())?,
        },
        Cell::Text(_) | Cell::Code(..) | Cell::List(_) => {
            tab.write_string(row, column, cut(&cell.joined(separator)))?;
        }
    }
    Ok(())
}

/// A date that is a day; years and months stay text, for a spreadsheet would make up the rest.
fn whole_day(date: PartialDate) -> Option<Result<ExcelDateTime, XlsxError>> {
    let (year, month, day) = (u16::try_from(date.year).ok().filter(|year| *year >= 1900)?, date.month?, date.day?);
    Some(ExcelDateTime::from_ymd(year, month, day))
}

/// How a spreadsheet shows an amount: as the window does, with its currency and its whole unit.
fn amount_format(amount: &Amount, lang: Lang) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', ""));
    let integer = if lang == Lang::Zh { "0" } else { "#,##0" };
    let before = if amount.currency.is_empty() { String::new() } else { quoted(&format!("{} ", amount.currency)) };
    let fraction = match amount.number.normalize().scale() {
        0 => String::new(),
        decimals => format!(".{}", "0".repeat(decimals as usize)),
    };
    let after = match amount.unit.as_str() {
        "" => String::new(),
        unit if unit.starts_with(['%', '‰']) => quoted(unit),
        unit => quoted(&format!(" {unit}")),
    };
    [before.as_str(), integer, &fraction, &after].concat()
}

/// The text as far as a cell holds it.
fn cut(text: &str) -> String {
    text.chars().take(MOST_CHARS).collect()
}

/// How wide a column is, in characters: as its longest text wants within bounds.
fn width(lines: &dyn Lines, column: usize, heading: &Heading, separator: &str) -> f64 {
    let cells = each(lines).take(MEASURED_ROWS).filter_map(|row| Some(columns_of(&row.cells.get(column)?.joined(separator))));
    // The arrow of the filter stands beside the title.
    let widest = cells.chain([columns_of(&heading.title) + 3]).max().unwrap_or_default();
    (widest + 1).clamp(WIDTHS.0, WIDTHS.1) as f64
}

/// How many columns of digits a text takes: two for each Han.
fn columns_of(text: &str) -> usize {
    text.chars().map(|c| if c > '\u{2e7f}' { 2 } else { 1 }).sum()
}

/// The tab of the source: labels with their texts, and what picked the rows where there is but one table.
fn fill_about(tab: &mut Worksheet, sheet: &Sheet, is_alone: bool, name: &str) -> Result<(), XlsxError> {
    tab.set_name(name)?;
    let (bold, wrap) = (Format::new().set_bold().set_align(FormatAlign::Top), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    tab.set_column_width(0, 24)?;
    tab.set_column_width(1, 90)?;
    let title = is_alone.then(|| (tr(sheet.lang, "export-about-table").into_owned(), sheet.title.clone()));
    let picked = sheet.picked.iter().filter(|_| is_alone);
    for (row, (label, text)) in (0..).zip(title.iter().chain(&sheet.about).chain(picked)) {
        tab.write_string_with_format(row, 0, cut(label), &bold)?;
        tab.write_string_with_format(row, 1, cut(text), &wrap)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_have_names_of_their_own() {
        let taken = ["项目".to_owned(), "a".repeat(28)];
        for (name, expected) in
            [("项目", "项目 2".to_owned()), ("a/b", "ab".into()), ("[]", "1".into()), (&"a".repeat(40), "a".repeat(28) + " 2")]
        {
            assert_eq!(tab_name(name, &taken), expected);
        }
    }

    #[test]
    fn amounts_show_the_unit_of_the_screen() {
        for (number, currency, unit, lang, expected) in [
            ("10", "", "亿元", Lang::Zh, "0\" 亿元\""),
            ("1000", "CNY", "million", Lang::En, "\"CNY \"#,##0\" million\""),
            ("52.91", "", "km", Lang::En, "#,##0.00\" km\""),
            ("22000", "", "m³ a day", Lang::En, "#,##0\" m³ a day\""),
            ("37.8", "", "%", Lang::En, "#,##0.0\"%\""),
            ("534", "", "", Lang::En, "#,##0"),
        ] {
            let amount = Amount { number: number.parse().unwrap(), currency, unit: unit.to_owned() };
            assert_eq!(amount_format(&amount, lang), expected);
        }
    }
}
