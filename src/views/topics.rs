//! Services and reform: what is said under each topic, as sections of one table.

use egui::Ui;

use super::{
    Context,
    number::{MOST_LOOKED_AT, Number},
    record,
    tables::{Cells, Foot, Item, Page, TableView, page_ui, spec},
    words,
};
use crate::{
    dossier::{Claim, Dossier, Figure, FigureNr, Status, Topic, Value},
    locale::{Lang, tr, tr_args},
    route::View,
    sheets::{Head, Reader, Said, TopicRow, topic_rows},
    ui::{
        data_table::{
            ColumnSpec, FilterKind, RowId,
            cells::{CellLine, body_type},
        },
        number::NumberSlots,
        page::LegendSign,
        theme::NARROW,
    },
};

/// Draws the view of some topics of the dossier; `lede` is the key of the line beside its name.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, topics: &[Topic], lede: &str) {
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let cells = TopicCells::new(ctx, ui, topics);
    let selected = view.current().and_then(|row| cells.rows.get(row)).copied();
    let record = selected.map(|row| {
        let mut record = record::fact(dossier, lang, row.figure);
        let topic = topics.get(row.topic);
        record.fields.extend(topic.and_then(|topic| record::not_stated(lang, topic.not_stated.as_ref())));
        record
    });
    let items = items(dossier, lang, topics, &cells.rows, view.order());
    let page = Page {
        lede: &tr_args(lang, lede, &[("topics", topics.len().into()), ("count", cells.rows.len().into())]),
        columns: &columns(&ctx.reader()),
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

/// The columns: where room is scarce, what is said is cut, and never to half; a narrow window scrolls to the place.
fn columns(reader: &Reader<'_>) -> Vec<ColumnSpec> {
    let column = |head: Head| match head.id {
        "label" => spec(head, 240.0),
        "value" => spec(head, if reader.lang == Lang::Zh { 232.0 } else { 344.0 }),
        "status" | "topic" => spec(head, 160.0).filter(FilterKind::Values),
        "place" => spec(head, 240.0).filter(FilterKind::Values).flexible(),
        "evidence" => spec(head, 200.0),
        _ => spec(head, 120.0),
    };
    reader.heads(View::Services).into_iter().map(column).collect()
}

/// The marks that the rows wear.
fn legend(lang: Lang, cells: &TopicCells<'_>) -> Vec<(LegendSign, String)> {
    let has = |status: &Status| cells.rows.iter().any(|row| cells.dossier.figure(row.figure).status == Some(*status));
    let used = Status::ALL.into_iter().filter(has);
    let marks = used.map(|status| (LegendSign::Mark(words::status_mark(status)), words::status_word(lang, status)));
    marks.chain([(LegendSign::NotStated, tr(lang, "not-stated").into_owned())]).collect()
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
    slots: NumberSlots,
}

impl<'a> TopicCells<'a> {
    fn new(ctx: &Context<'a>, ui: &Ui, topics: &'a [Topic]) -> Self {
        let (dossier, lang, reader, rows) = (ctx.dossier, ctx.lang, ctx.reader(), topic_rows(topics));
        let quantities = rows.iter().filter_map(|row| dossier.figure(row.figure).quantity()).take(MOST_LOOKED_AT);
        let numbers: Vec<Number> = quantities.map(|quantity| Number::any(quantity, lang, reader.mixed_money())).collect();
        let place = body_type(ctx.window_width < NARROW);
        let slots = NumberSlots::measure(ui, place, numbers.iter().map(Number::parts));
        Self { dossier, lang, reader, topics, rows, slots }
    }

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
                match figure.quantity() {
                    Some(quantity) => {
                        let number = Number::any(quantity, self.lang, self.reader.mixed_money());
                        line.colored_number(number.parts(), self.slots, color)
                    }
                    None => line.colored(&text, color),
                };
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
