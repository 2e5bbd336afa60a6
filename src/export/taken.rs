//! A table on its way out: with all its rows, or with rows that are made one by one as they are written.

use std::{
    borrow::Cow,
    cell::RefCell,
    io::{self, Write},
    sync::Arc,
};

use super::{
    Format, Lines, Row, Sheet, Sight, clipboard, facts, in_sight,
    sight::{Column, columns, head, row},
    write_to, xlsx,
};
use crate::{
    dossier::{Dossier, Passing},
    locale::{Lang, tr, tr_args},
    progress::Progress,
    route::View,
    sheets::{Reader, Words},
};

/// More rows than these are made when they are written: rows may lie in a file, and nobody reads comments on so many cells.
pub const MOST_AT_ONCE: usize = 20_000;

/// The most rows for the clipboard: other programs take in all of it at once.
const MOST_COPIED: usize = 200_000;

/// A table on its way out.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// All of it.
    Sheet(Arc<Sheet>),
    /// All but the rows, of which there are too many.
    Wide(Arc<Wide>),
}

impl Taken {
    /// What is in sight of a table, to be written in a format or copied. Facts in JSON are for programs: they have the same
    /// keys whatever columns are in sight.
    pub fn new(dossier: &Arc<Dossier>, sight: Sight, format: Option<Format>) -> Self {
        match (sight.view, format) {
            (View::Facts, Some(Format::Json)) => {
                let none = Sight { rows: Vec::new(), ..sight.clone() };
                Self::Sheet(Arc::new(facts::for_programs(dossier, &sight.rows, in_sight(dossier, &none))))
            }
            _ if sight.rows.len() > MOST_AT_ONCE => Self::Wide(Arc::new(Wide::new(dossier, sight))),
            _ => Self::Sheet(Arc::new(in_sight(dossier, &sight))),
        }
    }

    /// Writes it, as far as nobody ends it.
    ///
    /// # Errors
    ///
    /// It cannot be written, was ended, or the file of its rows has changed since it was checked.
    pub fn write(&self, out: &mut (dyn Write + Send), format: Format, progress: &Progress) -> io::Result<()> {
        let Some(open) = self.open() else { return Ok(()) };
        let (sheet, lines) = open.parts();
        write_to(out, sheet, lines, format, progress)?;
        open.check()
    }

    fn open(&self) -> Option<Open<'_>> {
        match self {
            Self::Sheet(sheet) => Some(Open::Sheet(sheet)),
            Self::Wide(wide) => wide.made().map(|made| Open::Wide(Box::new(made))),
        }
    }

    /// Why it cannot go there, if it cannot: a tab of XLSX and the clipboard have their limits.
    pub fn refusal(&self, lang: Lang, format: Option<Format>) -> Option<String> {
        let Self::Wide(wide) = self else { return None };
        let (most, key) = match format {
            Some(Format::Xlsx) => (xlsx::MOST_ROWS, "export-too-many-xlsx"),
            Some(_) => return None,
            None => (MOST_COPIED, "export-too-many-copied"),
        };
        let num = wide.sight.rows.len();
        (num > most).then(|| tr_args(lang, key, &[("count", num.into()), ("most", most.into())]))
    }
}

/// A table whose rows are made as they are written.
#[derive(Clone, Debug)]
pub struct Wide {
    dossier: Arc<Dossier>,
    sight: Sight,
}

impl PartialEq for Wide {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.dossier, &other.dossier) && self.sight == other.sight
    }
}

impl Wide {
    /// What is in sight of a table, however many rows that are.
    pub fn new(dossier: &Arc<Dossier>, sight: Sight) -> Self {
        Self { dossier: Arc::clone(dossier), sight }
    }

    /// The lines for the clipboard, fields between tabs.
    ///
    /// # Errors
    ///
    /// It was ended, or the file of its rows has changed since it was checked.
    pub fn text(&self, progress: &Progress) -> io::Result<String> {
        progress.expect(self.sight.rows.len() as u64);
        let Some(made) = self.made() else { return Ok(String::new()) };
        let text = clipboard::text(&made.sheet, &made, progress)?;
        made.check().map(|()| text)
    }

    fn made(&self) -> Option<Made<'_>> {
        let Sight { view, lang, money, rows, .. } = &self.sight;
        let words = Words::new(Reader { dossier: &self.dossier, lang: *lang, money: *money }, *view)?;
        let columns = columns(&words, &self.sight.columns);
        let mut sheet = head(&words, &columns, &self.sight);
        let remarks = tr_args(*lang, "export-about-remarks-text", &[("most", MOST_AT_ONCE.into())]);
        sheet.picked.push((tr(*lang, "export-about-remarks").into_owned(), remarks));
        let file = self.dossier.projects.passing().filter(|_| *view == View::Projects).map(RefCell::new);
        Some(Made { sheet, words, columns, rows, file })
    }
}

/// Rows that are made when somebody asks for them, under their head; those in a file are read and let go.
struct Made<'a> {
    sheet: Sheet,
    words: Words<'a>,
    columns: Vec<Column>,
    rows: &'a [u32],
    file: Option<RefCell<Passing<'a>>>,
}

impl Made<'_> {
    /// Whether every row was there to be made.
    fn check(&self) -> io::Result<()> {
        let is_stale = self.words.reader.dossier.projects.are_stale();
        if is_stale { Err(io::Error::other("projects.json has changed since it was checked")) } else { Ok(()) }
    }
}

impl Lines for Made<'_> {
    fn num(&self) -> usize {
        self.rows.len()
    }

    fn line(&self, nr: usize) -> Option<Cow<'_, Row>> {
        let row_nr = *self.rows.get(nr)? as usize;
        let reader = &self.words.reader;
        let made = if let Some(file) = &self.file {
            file.borrow_mut().row(row_nr, |read| {
                let (made, _) = row(&self.columns, |id| reader.project(read, id), |nr| read.figure(nr));
                Row { id: read.project.id.clone(), ..made }
            })?
        } else {
            let (made, _) = row(&self.columns, |id| self.words.said(row_nr, id), |nr| Some(reader.dossier.figure(nr)));
            Row { id: self.words.id(row_nr).unwrap_or_default(), ..made }
        };
        Some(Cow::Owned(made))
    }
}

/// A table while it is written.
enum Open<'a> {
    Sheet(&'a Sheet),
    Wide(Box<Made<'a>>),
}

impl Open<'_> {
    fn parts(&self) -> (&Sheet, &dyn Lines) {
        match self {
            Self::Sheet(sheet) => (sheet, &sheet.rows),
            Self::Wide(made) => (&made.sheet, made.as_ref()),
        }
    }

    fn check(&self) -> io::Result<()> {
        match self {
            Self::Sheet(_) => Ok(()),
            Self::Wide(made) => made.check(),
        }
    }
}

/// Writes all tables of a dossier as one workbook.
///
/// # Errors
///
/// It cannot be written, or a file has changed since it was checked.
pub fn write_workbook(out: &mut (dyn Write + Send), dossier: &Arc<Dossier>, lang: Lang) -> io::Result<()> {
    let tables = View::TABLES.map(|view| Taken::new(dossier, Sight::whole(dossier, view, lang), Some(Format::Xlsx)));
    let open: Vec<Open<'_>> = tables.iter().filter_map(Taken::open).collect();
    let tabs: Vec<(&Sheet, &dyn Lines)> = open.iter().map(Open::parts).collect();
    xlsx::write(out, &tabs, &Progress::default())?;
    open.iter().try_for_each(Open::check)
}
