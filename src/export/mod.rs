//! What leaves the program as a file: sheets as CSV, XLSX, JSON or Markdown, the account as Markdown, all of it as a page.
//!
//! No drawing, no files: everything here returns bytes, and who asked for them writes them.

mod article;
mod clipboard;
pub mod csv;
mod facts;
pub mod json;
pub mod markdown;
mod notes;
mod page;
mod parcel;
mod rows;
pub mod sheet;
mod sight;
mod taken;
mod writing;
pub mod xlsx;

use std::{
    fmt,
    io::{self, Write},
    str::FromStr,
};

pub use article::article;
pub use clipboard::{Copied, copied};
pub use notes::{source, sources};
pub use page::{PageChart, page};
pub use parcel::{Contents, Parcel};
pub use rows::rows;
pub use sheet::{Cell, Heading, Lines, Part, Row, Sheet};
pub use sight::{Sight, in_sight, sheet};
pub use taken::{MOST_AT_ONCE, Taken, Wide, write_workbook};

use crate::{dossier::Dossier, progress::Progress};
use writing::Watched;

/// A format to write in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// For spreadsheets, as text.
    #[default]
    Csv,
    /// For spreadsheets, with types.
    Xlsx,
    /// For programs.
    Json,
    /// For documents.
    Markdown,
    /// For browsers and paper; everything in one page.
    Html,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Csv, Self::Xlsx, Self::Json, Self::Markdown, Self::Html];

    /// Those that a table can be written in.
    pub const TABLE: [Self; 4] = [Self::Csv, Self::Xlsx, Self::Json, Self::Markdown];

    /// The word on the command line, and the end of a file's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    /// Whether it is no text that a terminal could show.
    pub fn is_binary(self) -> bool {
        self == Self::Xlsx
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        let codes = || Self::ALL.map(Self::code).join(", ");
        Self::ALL
            .into_iter()
            .find(|format| format.code() == code)
            .ok_or_else(|| format!("`{code}` is no format; expected one of {}", codes()))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The sheet in this format; a page holds everything and is no format of a sheet.
pub fn write(sheet: &Sheet, format: Format) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write_to(&mut bytes, sheet, &sheet.rows, format, &Progress::default())?;
    Ok(bytes)
}

/// The sheet with these rows in place of its own, written as far as nobody ends it.
fn write_to(out: &mut (dyn Write + Send), sheet: &Sheet, lines: &dyn Lines, format: Format, progress: &Progress) -> io::Result<()> {
    progress.expect(lines.num() as u64);
    let out = &mut Watched { out, progress };
    match format {
        Format::Csv => csv::write(out, sheet, lines, progress),
        Format::Xlsx => xlsx::write(out, &[(sheet, lines)], progress),
        Format::Json => json::write(out, sheet, lines, progress),
        Format::Markdown => markdown::write(out, sheet, lines, progress),
        Format::Html => Err(io::Error::new(io::ErrorKind::Unsupported, "a page holds everything: export all --format html")),
    }
}

/// The name a file gets if nobody gives it another: `liucheng-2020-projects.csv`.
pub fn file_name(dossier: &Dossier, what: &str, format: &str) -> String {
    format!("{}-{what}.{format}", dossier.meta.id)
}

/// An English title of a chart as a part of a file's name: `roads-planned-and-built`.
pub fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "chart".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_a_file() {
        for (title, expected) in [("Roads, planned and built", "roads-planned-and-built"), ("56 → 45", "56-45"), ("…", "chart")] {
            assert_eq!(slug(title), expected);
        }
    }
}
