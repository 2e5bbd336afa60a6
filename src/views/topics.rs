//! Services and reform: what is said under each topic, as sections of one table.

use egui::Ui;

use super::{
    Context, record,
    tables::{Cells, Foot, Item, Page, TableView, page_ui, spec},
    words,
};
use crate::{
    dossier::{Claim, Dossier, Figure, FigureNr, Status, Topic, Value},
    locale::{Lang, tr_args},
    route::View,
    sheets::{Head, Reader, Said, TopicRow, topic_rows},
    ui::{
        data_table::{ColumnSpec, FilterKind, RowId, cells::CellLine},
        page::LegendSign,
        theme::{RECORD_WIDTH, WIDE},
    },
};

/// What a table keeps free at either side of its columns.
const CELLS_SIDE: f32 = 16.0;

/// Draws the view of some topics of the dossier; `lede` is the key of the line beside its name.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, topics: &[Topic], lede: &str) {
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let cells = TopicCells { dossier, lang, reader: ctx.reader(), topics, rows: topic_rows(topics) };
    let selected = view.current().and_then(|row| cells.rows.get(row)).copied();
    let record = selected.map(|row| {
        let mut record = record::fact(dossier, lang, row.figure);
        let topic = topics.get(row.topic);
        record.fields.extend(topic.and_then(|topic| record::not_stated(lang, topic.not_stated.as_ref())));
        record
    });
    let pane = if record.is_some() && ctx.window_width >= WIDE { RECORD_WIDTH } else { 0.0 };
    let width = ui.available_width() - pane;
    let items = items(dossier, lang, topics, &cells.rows, view.order());
    let page = Page {
        lede: &tr_args(lang, lede, &[("topics", topics.len().into()), ("count", cells.rows.len().into())]),
        columns: &columns(&ctx.reader(), width),
        cells: &cells,
        items: Some(&items),
        record: record.as_ref(),
        legend: &legend(lang, &cells),
        bar_column: None,
        totals: None,
        foot: Foot::Notes(Vec::new()),
    };
    page_ui(ctx, ui, view, &page);
}

/// The columns in a table of `width` points: what is said takes as much as it may without pushing its place out of sight,
/// and never so little that its sentences are cut to half; a narrow window scrolls to the place.
fn columns(reader: &Reader<'_>, width: f32) -> Vec<ColumnSpec> {
    let lang = reader.lang;
    let (label, status, as_of, place) = if lang == Lang::Zh { (144.0, 84.0, 92.0, 176.0) } else { (196.0, 100.0, 96.0, 214.0) };
    let (least, most) = if lang == Lang::Zh { (232.0, 480.0) } else { (344.0, 480.0) };
    let value = (width - 2.0 * CELLS_SIDE - label - status - as_of - place).clamp(least, most);
    let column = |head: Head| match head.id {
        "label" => spec(head, label),
        "value" => spec(head, value),
        "status" => spec(head, status).filter(FilterKind::Values),
        "as-of" => spec(head, as_of),
        "place" => spec(head, place).filter(FilterKind::Values).flexible(),
        "evidence" => spec(head, 200.0),
        _ => spec(head, 120.0).filter(FilterKind::Values),
    };
    reader.heads(View::Services).into_iter().map(column).collect()
}

/// The marks that the rows wear.
fn legend(lang: Lang, cells: &TopicCells<'_>) -> Vec<(LegendSign, String)> {
    let has = |status: &Status| cells.rows.iter().any(|row| cells.dossier.figure(row.figure).status == Some(*status));
    let used = Status::ALL.into_iter().filter(has);
    used.map(|status| (LegendSign::Mark(words::status_mark(status)), words::status_word(lang, status))).collect()
}

/// The rows of each topic under its heading, which says whether a list is as long as the report counts.
fn items(dossier: &Dossier, lang: Lang, topics: &[Topic], rows: &[TopicRow], order: &[RowId]) -> Vec<Item> {
    let mut items = Vec::new();
    for (nr, topic) in topics.iter().enumerate() {
        let is_in = |row: &&RowId| rows.get(**row as usize).is_some_and(|row| row.topic == nr);
        let of_topic: Vec<Item> = order.iter().filter(is_in).map(|row| Item::Row(*row)).collect();
        if !of_topic.is_empty() {
            items.push(Item::Heading(heading(dossier, lang, topic)));
            items.extend(of_topic);
        }
    }
    items
}

/// A topic's name, and the check of its list where the report counts one.
fn heading(dossier: &Dossier, lang: Lang, topic: &Topic) -> String {
    let name = topic.name.get(lang);
    let counts = |claim: &Claim| matches!(claim, Claim::Count { stated, .. } if topic.facts.contains(stated));
    match dossier.checks.iter().find(|check| counts(&check.claim)) {
        Some(check) => {
            let verdict = words::verdict_word(lang, check.outcome.verdict);
            tr_args(
                lang,
                "topics-checked",
                &[("name", name.into()), ("working", check.working(dossier, lang).into()), ("verdict", verdict.into())],
            )
        }
        None => name.to_owned(),
    }
}

struct TopicCells<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    reader: Reader<'a>,
    topics: &'a [Topic],
    rows: Vec<TopicRow>,
}

impl<'a> TopicCells<'a> {
    fn fact(&self, row: RowId) -> Option<&'a Figure> {
        Some(self.dossier.figure(self.rows.get(row as usize)?.figure))
    }
}

impl Cells for TopicCells<'_> {
    fn name(&self, row: RowId) -> String {
        self.fact(row).map(|figure| figure.short.get(self.lang).to_owned()).unwrap_or_default()
    }

    fn said(&self, row: RowId, column: &str) -> Option<Said<'_>> {
        self.reader.topic(self.topics, *self.rows.get(row as usize)?, column)
    }

    fn row_figure(&self, row: RowId) -> Option<FigureNr> {
        Some(self.rows.get(row as usize)?.figure)
    }

    fn paint(&self, line: &mut CellLine<'_>, row: RowId, column: &str) {
        let Some(figure) = self.fact(row) else { return };
        let Some(text) = self.text(row, column) else {
            line.dash();
            return;
        };
        match (column, figure.status) {
            ("value", _) => {
                let color = words::kind(figure.origin).text_color(line.palette());
                line.colored(&text, color);
                // A date or number that is not as it seems has its mark beside it.
                if let (Some(status), Value::Quantity(_)) = (figure.status, &figure.value) {
                    line.gap(4.0).sized_mark(words::status_mark(status), 8.0, 0.0);
                }
            }
            ("status", Some(status)) => _ = line.mark(words::status_mark(status)).text(&text),
            _ => _ = line.small(&text),
        }
    }
}
