//! The words of a fact under a topic.

use super::{Reader, Said, Typed};
use crate::{
    dossier::{Figure, FigureNr, Topic, Value},
    sheets::{TopicRow, place},
};

impl<'d> Reader<'d> {
    /// What a cell of a fact under a topic says; none where the report states nothing.
    pub fn topic(&self, topics: &'d [Topic], row: TopicRow, column: &str) -> Option<Said<'d>> {
        let figure = self.dossier.figure(row.figure);
        match column {
            "label" => Some(Said::words(figure.short.get(self.lang)).from([row.figure])),
            "value" => Some(self.value(figure).from([row.figure])),
            "status" => Some(self.status(figure)),
            "as-of" => self.as_of(figure),
            "place" => Some(Said::words(place(self.dossier, figure.evidence.first()?, self.lang)).from([row.figure])),
            "evidence" => Some(self.evidence(figure)).filter(|said| !said.text.is_empty()).map(|said| said.from([row.figure])),
            "topic" => {
                let topic = topics.get(row.topic)?;
                Some(Said { typed: Typed::Code(&topic.id), ..Said::words(topic.name.get(self.lang)) })
            }
            _ => None,
        }
    }

    /// What a figure says: a number in a unit of its own, a date with how it is known, or words.
    pub(super) fn value(&self, figure: &'d Figure) -> Said<'d> {
        match &figure.value {
            Value::Quantity(quantity) => self.amount(quantity, self.mixed_money()),
            Value::Date(moment) => Said { text: figure.display(self.lang), ..self.moment(moment) },
            Value::Words => Said::words(figure.words(self.lang)),
        }
    }

    /// How far a figure has come; nothing to say of what needs no status.
    pub(super) fn status(&self, figure: &Figure) -> Said<'d> {
        let said = |code: &'static str| Said { typed: Typed::Code(code), ..Said::words(self.word("status", code)) };
        figure.status.map(|status| said(status.code())).unwrap_or_default()
    }

    /// The time a figure holds for; one that is missing was left unsaid.
    pub(super) fn as_of(&self, figure: &Figure) -> Option<Said<'d>> {
        figure.as_of.as_ref().map(|moment| self.moment(moment))
    }

    /// The phrases that carry a figure.
    pub(super) fn evidence(&self, figure: &Figure) -> Said<'d> {
        Said::words(figure.phrases().join(&self.tr("app-list-separator")))
    }

    /// The unit of a figure as the report writes it; empty where it counts with an adjective (三大), and for no number.
    pub(super) fn unit(&self, nr: FigureNr) -> Said<'d> {
        let unit = self.dossier.figure(nr).quantity().map(|quantity| &quantity.unit).filter(|unit| unit.name != "大");
        unit.map(|unit| Said::words(unit.called(self.lang))).unwrap_or_default()
    }
}
