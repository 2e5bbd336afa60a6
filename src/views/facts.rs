//! Every figure and fact of the dossier, in one table.

use std::sync::Arc;

use egui::Ui;

use super::{
    Context, checks_list,
    number::Number,
    record,
    tables::{Cells, Foot, Page, TableView, Totals, page_ui},
    words,
};
use crate::{
    dossier::{Dossier, Figure, FigureNr, MoneyUnit, Quantity, Status, Value},
    locale::{Lang, tr, tr_args},
    table::Table,
    ui::{
        data_table::{ColumnSpec, FilterKind, RowId, cells::CellLine},
        marks::Kind,
        number::NumberSlots,
        page::LegendSign,
        theme::Type,
    },
};

/// Draws the view.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, shows_checks: &mut bool) {
    checks_list::ui(ctx, ui, shows_checks);
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let cells = FactCells::new(ctx, ui, view.shared_table());
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
        columns: &columns(lang),
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

fn columns(lang: Lang) -> Vec<ColumnSpec> {
    let column = |id: &'static str, width: f32| ColumnSpec::new(id, tr(lang, &format!("column-{id}")), width);
    let (label, value, unit) = if lang == Lang::En { (248.0, 264.0, 136.0) } else { (208.0, 132.0, 72.0) };
    vec![
        column("label", label),
        column("text", 192.0),
        column("value", value).filter(FilterKind::Range).money(),
        column("unit", unit).filter(FilterKind::Values),
        column("status", 92.0).filter(FilterKind::Values),
        column("as-of", 100.0).filter(FilterKind::Range),
        column("origin", 88.0).filter(FilterKind::Values),
        column("section", 128.0).filter(FilterKind::Values),
        column("evidence", 240.0).flexible(),
        column("id", 240.0).hidden(),
    ]
}

fn legend(lang: Lang) -> Vec<(LegendSign, String)> {
    let marks = Status::ALL.map(|status| (LegendSign::Mark(words::status_mark(status)), words::status_word(lang, status)));
    let kinds = [(Kind::Computed, "origin-computed"), (Kind::Editorial, "origin-editorial")];
    let kinds = kinds.map(|(kind, key)| (LegendSign::Kind(kind), tr(lang, key).into_owned()));
    marks.into_iter().chain(kinds).chain([(LegendSign::NotStated, tr(lang, "not-stated").into_owned())]).collect()
}

/// What stands in a column that has nothing to say of a fact: a slogan has no unit, and nothing that is done needs a status.
/// A date that is missing, though, was left unsaid.
fn blank(column: &str) -> Option<String> {
    matches!(column, "status" | "unit").then(String::new)
}

struct FactCells<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    /// The unit of money; chosen by nobody, each amount has its own.
    unit: MoneyUnit,
    table: Arc<Table>,
    slots: NumberSlots,
}

impl<'a> FactCells<'a> {
    fn new(ctx: &Context<'a>, ui: &Ui, table: Arc<Table>) -> Self {
        let (dossier, lang, unit) = (ctx.dossier, ctx.lang, ctx.money.unwrap_or(MoneyUnit::AsWritten));
        let quantities = dossier.figures.iter().filter_map(Figure::quantity);
        let numbers: Vec<Number> = quantities.take(1000).map(|quantity| Number::any(quantity, lang, unit)).collect();
        let slots = NumberSlots::measure(ui, Type::Body, numbers.iter().map(Number::parts));
        Self { dossier, lang, unit, table, slots }
    }

    fn fact(&self, row: RowId) -> Option<&'a Figure> {
        self.dossier.figures.get(row as usize)
    }
}

impl Cells for FactCells<'_> {
    fn name(&self, row: RowId) -> String {
        self.fact(row).map(|figure| figure.label.get(self.lang).to_owned()).unwrap_or_default()
    }

    fn text(&self, row: RowId, column: &str) -> Option<String> {
        let figure = self.fact(row)?;
        match column {
            "label" => Some(self.name(row)),
            // The report's own form, whatever language is on.
            "text" => Some(figure.text.clone()),
            "value" => match (&figure.value, self.lang) {
                (Value::Words, Lang::Zh) => Some(String::new()),
                _ => Some(figure.display_in(self.lang, self.unit)),
            },
            _ => self.table.column(column)?.text(row, self.lang).or_else(|| blank(column)),
        }
    }

    fn money(&self) -> MoneyUnit {
        self.unit
    }

    fn figure(&self, row: RowId, _: &str) -> Option<FigureNr> {
        Some(FigureNr(row))
    }

    fn quantity(&self, row: RowId, column: &str) -> Option<&Quantity> {
        self.fact(row)?.quantity().filter(|_| column == "value")
    }

    fn total(&self, _: &str, total: &Quantity) -> Option<(Number, NumberSlots)> {
        Some((Number::any(total, self.lang, self.unit), self.slots))
    }

    fn tooltip(&self, row: RowId, column: &str) -> Option<FigureNr> {
        matches!(column, "label" | "text" | "value").then_some(FigureNr(row))
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
