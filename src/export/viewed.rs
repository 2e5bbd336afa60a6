//! A view about to be written: with all its rows, or with those of a large dossier read one by one as they are written.

use std::{
    borrow::Cow,
    cell::RefCell,
    io::{self, Write},
};

use super::{Format, Lines, Row, Sheet, View, projects, sheet, views::titled_view, words::Words, write_to, xlsx};
use crate::{
    dossier::{Dossier, Passing},
    locale::Lang,
    progress::Progress,
};

/// A view about to be written.
pub struct Viewed<'d> {
    /// All of it, or all but rows that are read as they are written.
    sheet: Sheet,
    passing: Option<Projects<'d>>,
}

/// The projects of a large dossier, which stay in their file.
struct Projects<'d> {
    words: Words<'d>,
    /// The rows to be written, in their order; none for all.
    picked: Option<Vec<usize>>,
    file: RefCell<Passing<'d>>,
}

impl<'d> Viewed<'d> {
    /// A view with all its rows.
    pub fn new(dossier: &'d Dossier, view: View, lang: Lang, format: Format) -> Self {
        let words = Words::new(dossier, lang, format);
        match dossier.projects.passing().filter(|_| view == View::Projects) {
            None => Self { sheet: sheet(dossier, view, lang, format), passing: None },
            Some(file) => {
                let sheet = titled_view(dossier, view, lang, (projects::columns(&words), Vec::new()));
                Self { sheet, passing: Some(Projects { words, picked: None, file: RefCell::new(file) }) }
            }
        }
    }

    /// The same with these rows only, in this order.
    #[must_use]
    pub fn select(self, rows: Vec<usize>) -> Self {
        match self.passing {
            None => Self { sheet: self.sheet.select(rows), passing: None },
            Some(passing) => Self { passing: Some(Projects { picked: Some(rows), ..passing }), ..self },
        }
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// It cannot be written, or the file of its rows has changed since it was checked.
    pub fn write(&self, out: &mut (dyn Write + Send), format: Format) -> io::Result<()> {
        write_to(out, &self.sheet, self, format, &Progress::default())?;
        self.check()
    }

    /// Whether every row was there to be written.
    fn check(&self) -> io::Result<()> {
        let is_stale = self.passing.as_ref().is_some_and(|rows| rows.words.dossier.projects.are_stale());
        if is_stale { Err(io::Error::other("projects.json has changed since it was checked")) } else { Ok(()) }
    }
}

impl Lines for Viewed<'_> {
    fn num(&self) -> usize {
        match &self.passing {
            None => self.sheet.rows.len(),
            Some(Projects { picked: Some(rows), .. }) => rows.len(),
            Some(Projects { words, picked: None, .. }) => words.dossier.projects.len(),
        }
    }

    fn line(&self, nr: usize) -> Option<Cow<'_, Row>> {
        let Some(Projects { words, picked, file }) = &self.passing else { return self.sheet.rows.line(nr) };
        let row_nr = picked.as_ref().map_or(Some(nr), |rows| rows.get(nr).copied())?;
        file.borrow_mut().row(row_nr, |read| Cow::Owned(projects::row(words, &self.sheet.columns, read)))
    }
}

/// Writes all tables of a dossier as one workbook.
///
/// # Errors
///
/// It cannot be written, or a file has changed since it was checked.
pub fn write_workbook(out: &mut (dyn Write + Send), dossier: &Dossier, lang: Lang) -> io::Result<()> {
    let views: Vec<Viewed<'_>> = View::TABLES.into_iter().map(|view| Viewed::new(dossier, view, lang, Format::Xlsx)).collect();
    let tabs: Vec<(&Sheet, &dyn Lines)> = views.iter().map(|view| (&view.sheet, view as &dyn Lines)).collect();
    xlsx::write(out, &tabs, &Progress::default())?;
    views.iter().try_for_each(Viewed::check)
}
