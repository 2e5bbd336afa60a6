//! What leaves the program as a file: sheets as CSV, JSON or Markdown, and the account as Markdown.
//!
//! No drawing, no files: everything here returns bytes, and who asked for them writes them.

mod article;
pub mod csv;
mod facts;
pub mod json;
pub mod markdown;
mod rows;
pub mod sheet;
mod views;

use std::{fmt, io, str::FromStr};

pub use article::article;
pub use rows::rows;
pub use sheet::{Cell, Heading, Sheet};
pub use views::sheet;

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// Our account, as Markdown.
    Article,
    /// The projects.
    Projects,
    /// The works.
    Infrastructure,
    /// Powers, cases, limits.
    Approvals,
    /// Every figure.
    Facts,
}

impl View {
    /// Everything that can be written.
    pub const ALL: [Self; 5] = [Self::Article, Self::Projects, Self::Infrastructure, Self::Approvals, Self::Facts];

    /// The word on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Projects => "projects",
            Self::Infrastructure => "infrastructure",
            Self::Approvals => "approvals",
            Self::Facts => "facts",
        }
    }
}

impl FromStr for View {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        let codes = || Self::ALL.map(Self::code).join(", ");
        Self::ALL.into_iter().find(|view| view.code() == code).ok_or_else(|| format!("`{code}` is no view; expected one of {}", codes()))
    }
}

/// A format to write a sheet in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets.
    #[default]
    Csv,
    /// For programs.
    Json,
    /// For documents.
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Json, Self::Markdown];

    /// The word on the command line, and the end of a file's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|format| format.code() == code).ok_or_else(|| format!("`{code}` is no format; expected csv, json or md"))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The sheet in this format.
pub fn write(sheet: &Sheet, format: Format) -> io::Result<Vec<u8>> {
    match format {
        Format::Csv => csv::write(sheet),
        Format::Json => json::write(sheet),
        Format::Markdown => Ok(markdown::write(sheet).into_bytes()),
    }
}
