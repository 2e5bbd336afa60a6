//! The words of a work of infrastructure.

use super::{Reader, Said, Typed};
use crate::dossier::{Dimension, FigureNr, Quantity, Work};

impl<'d> Reader<'d> {
    /// What a cell of a work says; none where the report states nothing.
    pub fn work(&self, work: &'d Work, column: &str) -> Option<Said<'d>> {
        match column {
            "name" => Some(Said { unit: self.unit_of(work), ..Said::words(work.name.get(self.lang)) }),
            "group" => {
                let code = work.group.code();
                Some(Said { typed: Typed::Code(code), ..Said::words(self.word("group", code)) })
            }
            "planned" => self.slot(work, work.planned?),
            "built" => self.slot(work, work.built?),
            "unclear" => self.slot(work, work.unclear?),
            "chart" => Some(self.lengths(work)),
            "as-of" => {
                // What is built comes first: that is what a time is stated for.
                let mut stated = [work.built, work.unclear, work.planned].into_iter().flatten();
                let (nr, moment) = stated.find_map(|nr| Some((nr, self.dossier.figure(nr).as_of.as_ref()?)))?;
                Some(self.moment(moment).from([nr]))
            }
            _ => None,
        }
    }

    /// What is planned, built or unclear, as a number in the unit of the row.
    fn slot(&self, work: &'d Work, nr: FigureNr) -> Option<Said<'d>> {
        let Some(quantity) = self.dossier.figure(nr).quantity() else {
            return Some(Said::words(self.dossier.figure(nr).display(self.lang)).from([nr]));
        };
        let typed = quantity.amount_beside(self.first(work)?, self.lang).map_or(Typed::Words, Typed::Amount);
        Some(Said { typed, ..Said::words(quantity.format(self.lang)) }.from([nr]))
    }

    /// The quantity in whose unit the row's numbers are.
    fn first(&self, work: &Work) -> Option<&'d Quantity> {
        [work.planned, work.built, work.unclear].into_iter().flatten().find_map(|nr| self.dossier.figure(nr).quantity())
    }

    /// The unit of the row's numbers.
    fn unit_of(&self, work: &Work) -> String {
        let parts = self.first(work).map(|quantity| quantity.parts(self.lang)).unwrap_or_default();
        format!("{} {}", parts.currency, parts.unit).trim().to_owned()
    }

    /// The lengths that bars are drawn of; what is counted in other units has none.
    fn lengths(&self, work: &Work) -> Said<'d> {
        let slots = [("planned", work.planned), ("built", work.built), ("unclear", work.unclear)];
        let said = slots.iter().filter_map(|(column, nr)| {
            let figure = self.dossier.figure((*nr)?);
            let is_length = figure.quantity().is_some_and(|of| of.unit.dimension == Dimension::Length);
            is_length.then(|| format!("{} {}", self.word("column", column), figure.display(self.lang)))
        });
        Said::words(said.collect::<Vec<_>>().join(&self.tr("app-list-separator")))
    }
}
