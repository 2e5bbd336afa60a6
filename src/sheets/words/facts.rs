//! The words of a figure among all.

use super::{Reader, Said, Typed};
use crate::{
    dossier::{FigureNr, Value},
    locale::Lang,
};

impl<'d> Reader<'d> {
    /// What a cell of a figure says; none where the report states nothing.
    pub fn fact(&self, nr: FigureNr, column: &str) -> Option<Said<'d>> {
        let figure = self.dossier.figures.get(nr.0 as usize)?;
        match column {
            "label" => Some(Said::words(figure.label.get(self.lang)).from([nr])),
            // The report's own form, whatever language is on.
            "text" => Some(Said::words(&figure.text).from([nr])),
            // Chinese words are in the form as written already.
            "value" if figure.value == Value::Words && self.lang == Lang::Zh => Some(Said::default()),
            "value" => Some(self.value(figure).from([nr])),
            "unit" => Some(self.unit(nr)),
            "status" => Some(self.status(figure)),
            "as-of" => self.as_of(figure),
            "origin" => {
                let code = figure.origin.code();
                Some(Said { typed: Typed::Code(code), ..Said::words(self.word("origin", code)) })
            }
            "section" => {
                let section = self.dossier.report_section(figure)?;
                Some(Said { typed: Typed::Code(&section.id), ..Said::words(section.name(self.lang)) })
            }
            "evidence" => Some(self.evidence(figure)).filter(|said| !said.text.is_empty()),
            "id" => Some(Said::words(figure.id.as_str())),
            _ => None,
        }
    }
}
