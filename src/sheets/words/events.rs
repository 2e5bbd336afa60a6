//! The words of a date.

use super::{Reader, Said, Typed};
use crate::sheets::{EventRow, basis_key};

impl<'d> Reader<'d> {
    /// What a cell of a date says; none where the report states nothing.
    pub fn event<'r>(&self, row: &'r EventRow, column: &str) -> Option<Said<'r>>
    where
        'd: 'r,
    {
        let figures = row.told();
        match column {
            "date" => Some(Said { typed: Typed::Date(row.date), ..Said::words(row.date.to_string()) }.from(figures)),
            "name" => Some(Said::words(row.name.get(self.lang)).from(figures)),
            "kind" => Some(Said { typed: Typed::Code(row.kind.code()), ..Said::words(self.tr(row.kind.name_key())) }),
            "basis" => {
                let basis = row.moment.basis;
                Some(Said { typed: Typed::Code(basis.code()), ..Said::words(self.tr(basis_key(basis))) })
            }
            "text" => Some(Said::words(&row.moment.text).from(figures)),
            "evidence" => {
                let said: Said<'r> = self.evidence(self.dossier.figure(row.figure?));
                Some(said.from(row.figure))
            }
            _ => None,
        }
    }
}
