//! What stands in the cells of the tables, in the words of one reader.
//!
//! The window paints it, a screen reader says it, and all that leaves the program is made of it, so that none of them says
//! less than another. No widths and no marks here, and no files.

mod approvals;
mod events;
mod facts;
mod heads;
mod projects;
mod said;
mod topics;
mod works;

pub(super) use projects::{stage_remark, status_word};

pub use heads::{Head, Holds, section_column};
pub use said::{Said, Typed};

use super::{EventRow, TopicRow, event_rows, topic_rows};
use crate::{
    dossier::{Basis, Dossier, FigureNr, Moment, MoneyUnit, Quantity, Topic},
    locale::{Lang, inline, tr},
    route::View,
};

/// Who reads a dossier: the language, and the unit that money is shown in.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'d> {
    /// The dossier.
    pub dossier: &'d Dossier,
    /// The language.
    pub lang: Lang,
    /// The unit of money, if the reader has chosen one.
    pub money: Option<MoneyUnit>,
}

impl<'d> Reader<'d> {
    /// The unit of money where a column has one: as chosen, or as readers of the language expect.
    pub fn column_money(&self) -> MoneyUnit {
        self.money.unwrap_or_else(|| MoneyUnit::usual(self.lang))
    }

    /// The unit of money among other figures: as chosen, or each amount in its own.
    pub fn mixed_money(&self) -> MoneyUnit {
        self.money.unwrap_or(MoneyUnit::AsWritten)
    }

    /// The columns of a view, in the order in which they stand until somebody changes it.
    pub fn heads(&self, view: View) -> Vec<Head> {
        heads::heads(self, view)
    }

    fn tr(&self, key: &str) -> String {
        tr(self.lang, key).into_owned()
    }

    /// A word of a closed list, such as `status-` and `planned`.
    fn word(&self, list: &str, code: &str) -> String {
        tr(self.lang, &format!("{list}-{code}")).into_owned()
    }

    /// A figure's amount in words and as a number; the words alone where it is no exact one.
    fn amount(&self, quantity: &Quantity, money: MoneyUnit) -> Said<'d> {
        let typed = quantity.amount(self.lang, money).map_or(Typed::Words, Typed::Amount);
        Said { text: quantity.format_in(self.lang, money), typed, ..Said::default() }
    }

    /// A time: the date, or that it is unclear; and how it is known where the report does not write it out.
    fn moment(&self, moment: &Moment) -> Said<'d> {
        let remark = if moment.basis == Basis::Stated { String::new() } else { self.tr(super::basis_key(moment.basis)) };
        match moment.date {
            Some(date) => Said { text: date.to_string(), remark, typed: Typed::Date(date), ..Said::default() },
            None => Said { text: super::fill::moment_text(moment, self.lang), remark: String::new(), ..Said::default() },
        }
    }
}

/// Several clauses as one.
pub(super) fn joined(lang: Lang, parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty()).enumerate();
    let parts = parts.map(|(nr, part)| if nr == 0 { part } else { inline(lang, &part) });
    parts.collect::<Vec<_>>().join(&tr(lang, "app-clause-separator"))
}

/// The cells of one table, in the words of one reader.
#[derive(Clone, Debug)]
pub struct Words<'d> {
    /// Who reads it.
    pub reader: Reader<'d>,
    view: View,
    rows: Rows<'d>,
}

/// The rows of a table, where they are not those of the dossier itself.
#[derive(Clone, Debug)]
enum Rows<'d> {
    Own,
    Topics(&'d [Topic], Vec<TopicRow>),
    Events(Vec<EventRow>),
}

impl<'d> Words<'d> {
    /// The cells of a view's table; none for a view without one.
    pub fn new(reader: Reader<'d>, view: View) -> Option<Self> {
        let dossier = reader.dossier;
        let topics = |topics: &'d [Topic]| Rows::Topics(topics, topic_rows(topics));
        let rows = match view {
            View::Overview | View::Article | View::NotStated => return None,
            View::Projects | View::Infrastructure | View::Approvals | View::Facts => Rows::Own,
            View::Services => topics(&dossier.services),
            View::Reform => topics(&dossier.reform),
            View::Timeline => Rows::Events(event_rows(dossier)),
        };
        Some(Self { reader, view, rows })
    }

    /// How many rows there are.
    pub fn num_rows(&self) -> usize {
        let dossier = self.reader.dossier;
        match &self.rows {
            Rows::Own => match self.view {
                View::Projects => dossier.projects.len(),
                View::Infrastructure => dossier.infrastructure.len(),
                View::Approvals => dossier.approvals.windows.len(),
                _ => dossier.figures.len(),
            },
            Rows::Topics(_, rows) => rows.len(),
            Rows::Events(rows) => rows.len(),
        }
    }

    /// The columns, in the order in which they stand until somebody changes it.
    pub fn heads(&self) -> Vec<Head> {
        self.reader.heads(self.view)
    }

    /// The column whose values stand as headings over the rows, where the table has such sections.
    pub fn section_head(&self) -> Option<Head> {
        heads::section_head(&self.reader, self.view)
    }

    /// What a cell says; none where the report states nothing.
    pub fn said(&self, row: usize, column: &str) -> Option<Said<'_>> {
        let dossier = self.reader.dossier;
        match &self.rows {
            Rows::Own => match self.view {
                View::Projects => self.reader.project(&dossier.project_row(row)?, column),
                View::Infrastructure => self.reader.work(dossier.infrastructure.get(row)?, column),
                View::Approvals => self.reader.window(dossier.approvals.windows.get(row)?, column),
                _ => self.reader.fact(FigureNr(u32::try_from(row).ok()?), column),
            },
            Rows::Topics(topics, rows) => self.reader.topic(topics, *rows.get(row)?, column),
            Rows::Events(rows) => self.reader.event(rows.get(row)?, column),
        }
    }

    /// The id of a row: what programs know it by.
    pub fn id(&self, row: usize) -> Option<String> {
        let dossier = self.reader.dossier;
        let figure = |nr: FigureNr| dossier.figure(nr).id.to_string();
        match &self.rows {
            Rows::Own => match self.view {
                View::Projects => dossier.projects.get(row).map(|project| project.id.clone()),
                View::Infrastructure => dossier.infrastructure.get(row).map(|work| work.id.clone()),
                View::Approvals => dossier.approvals.windows.get(row).map(|window| window.id.clone()),
                _ => dossier.figures.get(row).map(|figure| figure.id.to_string()),
            },
            Rows::Topics(_, rows) => rows.get(row).map(|row| figure(row.figure)),
            Rows::Events(rows) => rows.get(row)?.figure.map(figure),
        }
    }
}
