//! Every figure and fact of the dossier, in one table.

use egui::Ui;

use super::{
    Context, checks_list,
    number::Number,
    record,
    tables::{Cells, Foot, Page, TableView, Totals, page_ui, spec},
    words,
};
use crate::{
    dossier::{Dossier, Figure, FigureNr, MoneyUnit, Quantity, Status, Value},
    locale::{Lang, tr, tr_args},
    route::View,
    sheets::{Head, Reader, Said},
    ui::{
        data_table::{ColumnSpec, FilterKind, RowId, cells::CellLine},
        marks::Kind,
        number::NumberSlots,
        page::LegendSign,
        theme::{NARROW, Type},
    },
};

/// Draws the view.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, shows_checks: &mut bool) {
    checks_list::ui(ctx, ui, shows_checks);
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let cells = FactCells::new(ctx, ui);
    let selected = view.current().and_then(|row| u32::try_from(row).ok()).map(FigureNr);
    let record = selected.map(|nr| record::fact(dossier, lang, nr));
    let numbers = dossier.figures.iter().filter(|figure| matches!(figure.value, Value::Quantity(_))).count();
    let mut lede = tr_args(lang, "facts-lede", &[("count", dossier.figures.len().into()), ("numbers", numbers.into())]);
    if dossier.projects.are_on_disk() {
        lede += &tr(lang, "app-clause-separator");
        lede += &tr_args(lang, "facts-lede-rows", &[("count", (dossier.num_figures() - dossier.figures.len()).into())]);
    }
    let page = Page {
        lede: &lede,
        columns: &columns(&ctx.reader(), ctx.window_width < NARROW),
        cells: &cells,
        items: None,
        record: record.as_ref(),
        legend: &legend(lang),
        bar_column: None,
        totals: Some(Totals::default()),
        foot: Foot::Notes(Vec::new()),
    };
    page_ui(ctx, ui, view, &page);
}

/// The columns; in a narrow window the time, which readers miss most, comes before those that are out of sight.
fn columns(reader: &Reader<'_>, is_narrow: bool) -> Vec<ColumnSpec> {
    let is_zh = reader.lang == Lang::Zh;
    let column = |head: Head| match head.id {
        "label" => spec(head, if is_zh { 208.0 } else { 248.0 }),
        "value" => spec(head, if is_zh { 160.0 } else { 264.0 }).money(),
        "unit" | "status" | "origin" | "section" => spec(head, 160.0).filter(FilterKind::Values),
        "evidence" => spec(head, 240.0).flexible(),
        _ => spec(head, 192.0),
    };
    let mut columns: Vec<ColumnSpec> = reader.heads(View::Facts).into_iter().map(column).collect();
    if let Some(nr) = columns.iter().position(|column| is_narrow && column.id == "as-of") {
        columns.get_mut(2..=nr).unwrap_or_default().rotate_right(1);
    }
    columns
}

fn legend(lang: Lang) -> Vec<(LegendSign, String)> {
    let marks = Status::ALL.map(|status| (LegendSign::Mark(words::status_mark(status)), words::status_word(lang, status)));
    let kinds = [(Kind::Computed, "origin-computed"), (Kind::Editorial, "origin-editorial")];
    let kinds = kinds.map(|(kind, key)| (LegendSign::Kind(kind), tr(lang, key).into_owned()));
    marks.into_iter().chain(kinds).chain([(LegendSign::NotStated, tr(lang, "not-stated").into_owned())]).collect()
}

struct FactCells<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    /// The unit of money; chosen by nobody, each amount has its own.
    unit: MoneyUnit,
    reader: Reader<'a>,
    slots: NumberSlots,
}

impl<'a> FactCells<'a> {
    fn new(ctx: &Context<'a>, ui: &Ui) -> Self {
        let (dossier, lang, reader) = (ctx.dossier, ctx.lang, ctx.reader());
        let unit = reader.mixed_money();
        let quantities = dossier.figures.iter().filter_map(Figure::quantity);
        let numbers: Vec<Number> = quantities.take(1000).map(|quantity| Number::any(quantity, lang, unit)).collect();
        let slots = NumberSlots::measure(ui, Type::Body, numbers.iter().map(Number::parts));
        Self { dossier, lang, unit, reader, slots }
    }

    fn fact(&self, row: RowId) -> Option<&'a Figure> {
        self.dossier.figures.get(row as usize)
    }
}

impl Cells for FactCells<'_> {
    fn name(&self, row: RowId) -> String {
        self.fact(row).map(|figure| figure.label.get(self.lang).to_owned()).unwrap_or_default()
    }

    fn said(&self, row: RowId, column: &str) -> Option<Said<'_>> {
        self.reader.fact(FigureNr(row), column)
    }

    fn row_figure(&self, row: RowId) -> Option<FigureNr> {
        Some(FigureNr(row))
    }

    fn money(&self) -> MoneyUnit {
        self.unit
    }

    fn quantity(&self, row: RowId, column: &str) -> Option<&Quantity> {
        self.fact(row)?.quantity().filter(|_| column == "value")
    }

    fn total(&self, _: &str, total: &Quantity) -> Option<(Number, NumberSlots)> {
        Some((Number::any(total, self.lang, self.unit), self.slots))
    }

    fn paint(&self, line: &mut CellLine<'_>, row: RowId, column: &str) {
        let Some(figure) = self.fact(row) else { return };
        match (column, figure.status) {
            ("value", _) => match figure.quantity() {
                Some(quantity) => _ = line.number(Number::any(quantity, self.lang, self.unit).parts(), self.slots),
                None => _ = line.weak(&self.text(row, column).unwrap_or_default()),
            },
            ("status", Some(status)) => _ = line.mark(words::status_mark(status)).text(&words::status_word(self.lang, status)),
            ("origin", _) => {
                let color = words::kind(figure.origin).text_color(line.palette());
                line.colored(&tr(self.lang, &format!("origin-{}", figure.origin.code())), color);
            }
            ("label", _) => _ = line.text(figure.label.get(self.lang)),
            _ => match self.text(row, column) {
                Some(text) if matches!(column, "evidence" | "section" | "id") => _ = line.small(&text),
                Some(text) => _ = line.text(&text),
                None => _ = line.dash(),
            },
        }
    }
}
