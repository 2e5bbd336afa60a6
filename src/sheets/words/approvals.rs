//! The words of a window of the approvals.

use super::{Reader, Said, Typed};
use crate::{
    dossier::{MoneyUnit, Window},
    sheets::share,
};

impl<'d> Reader<'d> {
    /// What a cell of a window says; none where the report states nothing.
    pub fn window(&self, window: &'d Window, column: &str) -> Option<Said<'d>> {
        match column {
            "name" => Some(Said::words(window.name.get(self.lang))),
            "completed" => {
                let nr = window.completed?;
                Some(self.value(self.dossier.figure(nr)).from([nr]))
            }
            "share" => {
                let share = share(self.dossier, window)?;
                let typed = share.amount(self.lang, MoneyUnit::AsWritten).map_or(Typed::Words, Typed::Amount);
                Some(Said { typed, ..Said::words(share.format(self.lang)) })
            }
            _ => None,
        }
    }
}
