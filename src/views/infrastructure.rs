//! Roads, pipes and other works: what is planned and what is built, side by side and never added.

use egui::{Rangef, Ui, pos2};

use super::{
    Context,
    number::{self, Number, length},
    record,
    tables::{Cells, Foot, Item, Page, TableView, Totals, page_ui, spec},
    words,
};
use crate::{
    dossier::{Dimension, Dossier, FigureNr, Quantity, Status, Work, WorkGroup},
    locale::{Lang, tr, tr_args},
    route::View,
    sheets::{Head, Reader, Said},
    ui::{
        bars,
        data_table::{
            ColumnSpec, RowId,
            cells::{CellLine, body_type},
        },
        marks::Mark,
        number::NumberSlots,
        page::LegendSign,
        text::paint_left,
        theme::{self, Palette, Type},
    },
};

/// The column of bars; sorts and filters nothing.
const CHART: &str = "chart";

/// Draws the view.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView) {
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let cells = WorkCells::new(ctx, ui);
    let record = view.current().and_then(|row| record::work(dossier, lang, row));
    let lede = tr_args(lang, "infrastructure-lede", &[("count", dossier.infrastructure.len().into())]);
    let columns = columns(&ctx.reader());
    let legend = legend(lang);
    let items = items(dossier, lang, view.order());
    let page = Page {
        lede: &lede,
        columns: &columns,
        cells: &cells,
        items: Some(&items),
        record: record.as_ref(),
        legend: &legend,
        bar_column: None,
        totals: Some(Totals::default()),
        foot: Foot::Notes(cautions(dossier, lang)),
    };
    page_ui(ctx, ui, view, &page);
}

fn columns(reader: &Reader<'_>) -> Vec<ColumnSpec> {
    let column = |head: Head| match head.id {
        "planned" => spec(head, 84.0).mark(Mark::Planned),
        "built" => spec(head, 84.0).mark(Mark::Built),
        "unclear" => spec(head, 84.0).mark(Mark::Unclear),
        CHART => spec(head, 140.0).flexible(),
        "as-of" => spec(head, 96.0),
        _ => spec(head, if reader.lang == Lang::Zh { 184.0 } else { 224.0 }),
    };
    reader.heads(View::Infrastructure).into_iter().map(column).collect()
}

fn legend(lang: Lang) -> Vec<(LegendSign, String)> {
    let marks = [(Mark::Planned, "status-planned"), (Mark::Built, "status-built"), (Mark::Unclear, "infrastructure-unclear")];
    let mut legend: Vec<_> = marks.into_iter().map(|(mark, key)| (LegendSign::MarkAndBar(mark), tr(lang, key).into_owned())).collect();
    legend.push((LegendSign::NotStated, tr(lang, "not-stated").into_owned()));
    legend
}

/// The rows of each group under its heading, in the order they come in.
fn items(dossier: &Dossier, lang: Lang, order: &[RowId]) -> Vec<Item> {
    let mut items = Vec::new();
    for group in WorkGroup::ALL {
        let is_in = |row: &&RowId| dossier.infrastructure.get(**row as usize).is_some_and(|work| work.group == group);
        let rows: Vec<Item> = order.iter().filter(is_in).map(|row| Item::Row(*row)).collect();
        if !rows.is_empty() {
            items.push(Item::Heading(tr(lang, &format!("group-{}", group.code())).into_owned()));
            items.extend(rows);
        }
    }
    items
}

/// Why sums and comparisons between the works are refused, a line each.
fn cautions(dossier: &Dossier, lang: Lang) -> Vec<String> {
    let is_work = |nr: &FigureNr| matches!(dossier.home(*nr), crate::dossier::Home::Work(_));
    let refused = dossier.checks.iter().filter(|check| check.outcome.verdict == crate::dossier::Verdict::Refused);
    let of_works = refused.filter(|check| check.claim.figures().iter().any(is_work));
    of_works
        .filter_map(|check| {
            Some(tr_args(
                lang,
                "infrastructure-caution",
                &[("working", check.working(dossier, lang).into()), ("reason", check.reason(lang)?.into())],
            ))
        })
        .take(3)
        .collect()
}

/// The cells of the works, with what all of a column share.
struct WorkCells<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    reader: Reader<'a>,
    /// Of the planned, the built and the unclear, each as wide as its own column needs.
    slots: [NumberSlots; 3],
    /// The longest length, in metres: the whole axis.
    longest: f32,
}

impl<'a> WorkCells<'a> {
    fn new(ctx: &Context<'a>, ui: &Ui) -> Self {
        let (dossier, lang) = (ctx.dossier, ctx.lang);
        let is_compact = ctx.window_width < theme::NARROW;
        let quantities = |column| dossier.infrastructure.iter().filter_map(move |work| number::of(dossier, Self::slot(work, column)));
        let columns = ["planned", "built", "unclear"];
        let slots = columns.map(|column| {
            let numbers: Vec<Number> = quantities(column).take(1000).map(|quantity| Number::bare(quantity.parts(lang))).collect();
            NumberSlots::measure(ui, body_type(is_compact), numbers.iter().map(Number::parts))
        });
        let lengths = columns.into_iter().flat_map(quantities).filter(|quantity| quantity.unit.dimension == Dimension::Length);
        let longest = lengths.map(length).fold(0.0, f32::max);
        Self { dossier, lang, reader: ctx.reader(), slots, longest }
    }

    fn work(&self, row: RowId) -> Option<&'a Work> {
        self.dossier.infrastructure.get(row as usize)
    }

    fn slot(work: &Work, column: &str) -> Option<FigureNr> {
        match column {
            "planned" => work.planned,
            "built" => work.built,
            "unclear" => work.unclear,
            _ => None,
        }
    }

    fn first(work: &Work) -> Option<FigureNr> {
        work.planned.or(work.built).or(work.unclear)
    }

    /// The slots of a column of numbers, and the status of what stands there.
    fn column(&self, column: &str) -> Option<(NumberSlots, Status)> {
        let [planned, built, unclear] = self.slots;
        match column {
            "planned" => Some((planned, Status::Planned)),
            "built" => Some((built, Status::Built)),
            "unclear" => Some((unclear, Status::Unclear)),
            _ => None,
        }
    }

    fn number(&self, line: &mut CellLine<'_>, nr: Option<FigureNr>, slots: NumberSlots, status: Status) {
        match number::of(self.dossier, nr) {
            Some(quantity) => {
                line.number(Number::bare(quantity.parts(self.lang)).parts(), slots);
                line.gap(4.0).sized_mark(words::status_mark(status), 8.0, 0.0);
            }
            None => _ = line.dash_in(slots),
        }
    }

    /// Lengths on one axis; what is counted in other units has no bar.
    fn chart(&self, line: &mut CellLine<'_>, work: &Work) {
        let metres = |nr| number::of(self.dossier, nr).filter(|quantity| quantity.unit.dimension == Dimension::Length).map(length);
        let (planned, built, unclear) = (metres(work.planned), metres(work.built), metres(work.unclear));
        let Some(lane) = line.lane(bars::CHART_BAR) else { return };
        if planned.is_none() && built.is_none() && unclear.is_none() {
            return;
        }
        let painter = line.painter();
        theme::vline(painter, lane.left() - 1.0, line.rect().y_range(), line.palette().rule);
        for kilometres in ticks(self.axis() / 1000.0).filter(|kilometres| *kilometres > 0.0) {
            let x = lane.left() + lane.width() * kilometres * 1000.0 / self.axis();
            theme::vline(painter, x.round(), line.rect().y_range(), line.palette().hairline);
        }
        bars::planned_against_built(painter, lane, planned, built, self.axis(), line.palette());
        if let Some(unclear) = unclear {
            bars::value_bar(painter, lane, unclear, self.axis(), Mark::Unclear, line.palette());
        }
    }

    /// The end of the axis in metres.
    fn axis(&self) -> f32 {
        self.longest * 1.05
    }
}

impl Cells for WorkCells<'_> {
    fn name(&self, row: RowId) -> String {
        self.work(row).map(|work| work.name.get(self.lang).to_owned()).unwrap_or_default()
    }

    fn said(&self, row: RowId, column: &str) -> Option<Said<'_>> {
        self.reader.work(self.work(row)?, column)
    }

    fn row_figure(&self, row: RowId) -> Option<FigureNr> {
        Self::first(self.work(row)?)
    }

    fn quantity(&self, row: RowId, column: &str) -> Option<&Quantity> {
        number::of(self.dossier, Self::slot(self.work(row)?, column))
    }

    fn total(&self, column: &str, total: &Quantity) -> Option<(Number, NumberSlots)> {
        // Which of the units it is in, no column says.
        Some((Number::new(total.parts(self.lang)), self.column(column)?.0))
    }

    fn paint(&self, line: &mut CellLine<'_>, row: RowId, column: &str) {
        let Some(work) = self.work(row) else { return };
        match column {
            "name" => {
                line.text(work.name.get(self.lang));
                // Roads and pipes have their unit in their heading.
                if let (WorkGroup::Other, Some(quantity)) = (work.group, number::of(self.dossier, Self::first(work))) {
                    line.gap(6.0).small(&quantity.parts(self.lang).unit);
                }
            }
            CHART => self.chart(line, work),
            _ => match (self.column(column), self.text(row, column)) {
                (Some((slots, status)), _) => self.number(line, Self::slot(work, column), slots, status),
                (None, Some(text)) => _ = line.small(&text),
                (None, None) => _ = line.dash(),
            },
        }
    }

    /// The axis over the bars: zero, the middle and the end in whole kilometres.
    fn header_ui(&self, ui: &mut Ui, column: &str) -> bool {
        if column != CHART || self.longest <= 0.0 {
            return false;
        }
        let palette = Palette::of(ui);
        let rect = ui.max_rect();
        let lane = Rangef::new(rect.left() + theme::CELL_SIDE, rect.right() - theme::CELL_SIDE);
        let kilometres = self.axis() / 1000.0;
        let last = ticks(kilometres).last();
        let unit = tr(self.lang, "unit-kilometre");
        for at in ticks(kilometres) {
            let x = lane.min + lane.span() * at / kilometres;
            let is_last = Some(at) == last;
            let text = if is_last { format!("{at} {unit}") } else { at.to_string() };
            let galley = Type::Small.galley(ui, text, palette.text_weak);
            let left = if at == 0.0 { x } else { (x - galley.size().x / 2.0).min(rect.right() - galley.size().x) };
            paint_left(ui.painter(), pos2(left, 0.0).x, rect.center().y, galley);
        }
        true
    }
}

/// The places of an axis that have a number, from zero on.
fn ticks(kilometres: f32) -> impl Iterator<Item = f32> + Clone {
    let step = step(kilometres);
    std::iter::successors(Some(0.0), move |at| Some(at + step)).take_while(move |at| *at <= kilometres)
}

/// A round step that divides an axis into two to five parts.
fn step(kilometres: f32) -> f32 {
    let mut step = 1.0;
    for factor in [2.5, 2.0, 2.0].into_iter().cycle() {
        if kilometres / step <= 3.0 || step > 1.0e6 {
            break;
        }
        step *= factor;
    }
    step
}

#[cfg(test)]
#[path = "infrastructure_tests.rs"]
mod tests;
