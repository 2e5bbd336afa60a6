//! Services and reform: what is said under each topic, one row each fact.

use super::{
    fill::{date_column, statuses, text_column},
    listed::Places,
    name, phrases,
};
use crate::{
    dossier::{Dossier, Figure, FigureNr, Topic},
    locale::Bilingual,
    table::{ChoiceBuilder, Column, Table, TableError, TextBuilder},
};

/// A row of a view of topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicRow {
    /// The topic, as an index into the topics.
    pub topic: usize,
    /// The fact.
    pub figure: FigureNr,
}

/// The facts of some topics, in the order of the dossier.
pub fn topic_rows(topics: &[Topic]) -> Vec<TopicRow> {
    let rows = topics.iter().enumerate().flat_map(|(topic, of)| of.facts.iter().map(move |figure| TopicRow { topic, figure: *figure }));
    rows.collect()
}

/// The table of some topics of a dossier; its rows are those of [`topic_rows`].
///
/// Columns: `label`, `value`, `status`, `as-of`, `place`, `topic`, `evidence`.
pub fn topics(dossier: &Dossier, topics: &[Topic]) -> Result<Table, TableError> {
    let rows = topic_rows(topics);
    let figures: Vec<&Figure> = rows.iter().map(|row| dossier.figure(row.figure)).collect();
    let values = figures.iter().map(|figure| Some(Bilingual::from_fn(|lang| figure.display(lang))));
    Table::new(vec![
        Column::new("label", name("column-label"), labels(&figures)),
        text_column("value", name("column-said"), values),
        statuses(figures.iter().copied()),
        date_column("as-of", name("column-as-of"), figures.iter().map(|figure| figure.as_of.as_ref())),
        places(dossier, &figures),
        by_topic(topics, &rows),
        text_column("evidence", name("column-evidence"), figures.iter().map(|figure| Some(phrases(figure)))),
    ])
}

/// The short labels, which stand under the name of their topic; the long ones find them as well.
fn labels(figures: &[&Figure]) -> TextBuilder {
    let mut builder = TextBuilder::default();
    for figure in figures {
        builder.push_with(&figure.short.zh, &figure.short.en, &[&figure.label.zh, &figure.label.en]);
    }
    builder
}

fn places(dossier: &Dossier, figures: &[&Figure]) -> Column {
    let mut places = Places::default();
    for figure in figures {
        places.push(&dossier.meta, figure.evidence.first());
    }
    places.finish()
}

fn by_topic(topics: &[Topic], rows: &[TopicRow]) -> Column {
    let mut builder = ChoiceBuilder::from_names(topics.iter().map(|topic| (topic.id.as_str(), topic.name.clone())));
    for row in rows {
        builder.push(Some(row.topic));
    }
    Column::new("topic", name("column-topic"), builder)
}
