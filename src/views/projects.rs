//! The projects the report names.

mod all;
mod columns;

use all::All;
use columns::{columns, legend};
use egui::Ui;

use super::{
    Context,
    number::{self, Number, length},
    record,
    tables::{Cells, Foot, Page, TableView, Totals, page_ui},
    words,
};
use crate::{
    dossier::{Dossier, FigureNr, MoneyUnit, Product, Project, Quantity},
    locale::{Lang, tr, tr_args},
    sheets::{Reader, Said},
    ui::{
        bars,
        data_table::{RowId, cells::CellLine},
        marks::Mark,
        number::NumberSlots,
    },
};

/// Draws the view.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView) {
    let lang = ctx.lang;
    let dossier = ctx.dossier;
    let cells = ProjectCells::new(ctx, ui, view);
    let record = view.current().and_then(|row| record::project(dossier, lang, row));
    let lede = tr_args(lang, "projects-lede", &[("count", dossier.projects.len().into()), ("stated", cells.all.stated.into())]);
    let columns = columns(&ctx.reader(), ctx.window_width);
    let legend = legend(lang);
    let page = Page {
        lede: &lede,
        columns: &columns,
        cells: &cells,
        items: None,
        record: record.as_ref(),
        legend: &legend,
        bar_column: Some("investment"),
        totals: Some(Totals { own_words: Some(("investment", "projects-total-note")), ..Totals::default() }),
        foot: Foot::Checks(dossier.checks_of_projects()),
    };
    page_ui(ctx, ui, view, &page);
}

/// The cells of the projects, with what all of a column share.
struct ProjectCells<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    unit: MoneyUnit,
    reader: Reader<'a>,
    all: All,
}

impl<'a> ProjectCells<'a> {
    fn new(ctx: &Context<'a>, ui: &Ui, view: &TableView) -> Self {
        let all = All::kept(ctx, ui, &view.shared_table());
        Self { dossier: ctx.dossier, lang: ctx.lang, unit: ctx.money_unit(), reader: ctx.reader(), all }
    }

    fn project(&self, row: RowId) -> Option<&'a Project> {
        self.dossier.projects.get(row as usize)
    }

    fn amount(&self, nr: Option<FigureNr>) -> Option<&'a Quantity> {
        number::of(self.dossier, nr)
    }

    fn money(&self, line: &mut CellLine<'_>, nr: Option<FigureNr>, slots: NumberSlots) -> Option<&'a Quantity> {
        let quantity = self.amount(nr);
        match quantity {
            Some(quantity) => line.number(Number::money(quantity, self.lang, self.unit).parts(), slots),
            None => line.dash_in(slots),
        };
        quantity
    }

    fn status_mark(&self, line: &mut CellLine<'_>, nr: Option<FigureNr>) {
        if let Some(status) = nr.and_then(|nr| self.dossier.figure(nr).status) {
            line.gap(3.0).sized_mark(words::status_mark(status), 8.0, 0.0);
        }
    }

    fn investment(&self, line: &mut CellLine<'_>, project: &Project) {
        let amount = self.money(line, project.investment, self.all.investment);
        line.gap(12.0);
        let measured = amount.filter(|amount| Some(amount.unit.dimension) == self.all.measured);
        if let (Some(amount), Some(lane)) = (measured, line.lane(bars::CELL_BAR)) {
            bars::value_bar(line.painter(), lane, length(amount), self.all.largest, Mark::Planned, line.palette());
        }
    }

    fn stage(&self, line: &mut CellLine<'_>, project: &Project) {
        let Some(claim) = project.stages.first() else {
            line.dash();
            return;
        };
        if let Some(mark) = words::stage_mark(claim.stage) {
            line.mark(mark);
        }
        line.text(&words::stage_word(self.lang, claim.stage));
        if let Some(part) = &claim.part {
            line.gap(4.0).small(part.get(self.lang));
        }
        if project.has_conflict() {
            let color = line.palette().disagree;
            line.gap(6.0).small_colored("≠", color);
        }
    }

    fn product(&self, line: &mut CellLine<'_>, project: &Project) {
        let Some(product) = project.products.first() else {
            line.dash();
            return;
        };
        let others = project.products.len() - 1;
        let more = if others > 0 { format!("+ {others}") } else { String::new() };
        line.before(6.0, &more, |line| {
            line.text(product.name.get(self.lang));
            self.capacity(line, product);
        });
    }

    fn capacity(&self, line: &mut CellLine<'_>, product: &Product) {
        if let Some(capacity) = self.amount(product.capacity) {
            let parts = capacity.parts(self.lang);
            line.gap(8.0).text(&format!("{}{}", parts.integer, parts.fraction)).gap(3.0).small(&parts.unit);
        }
    }

    fn date(&self, line: &mut CellLine<'_>, project: &Project) {
        let Some(event) = project.dates.first() else {
            line.dash();
            return;
        };
        let figure = self.dossier.figure(event.date);
        line.text(&figure.display(self.lang));
        if figure.is_inferred() {
            line.gap(4.0).sized_mark(Mark::Unclear, 8.0, 0.0);
        }
        line.gap(6.0).small(&tr(self.lang, &format!("event-{}", event.event)));
    }
}

impl Cells for ProjectCells<'_> {
    fn name(&self, row: RowId) -> String {
        self.project(row).map(|project| project.name.get(self.lang).to_owned()).unwrap_or_default()
    }

    fn said(&self, row: RowId, column: &str) -> Option<Said<'_>> {
        self.reader.project(&self.dossier.project_row(row as usize)?, column)
    }

    fn row_figure(&self, row: RowId) -> Option<FigureNr> {
        let project = self.project(row)?;
        project.full_name.or_else(|| project.facts.first().copied()).or_else(|| Some(project.stages.first()?.phrase))
    }

    fn money(&self) -> MoneyUnit {
        self.unit
    }

    fn quantity(&self, row: RowId, column: &str) -> Option<&Quantity> {
        let project = self.project(row)?;
        self.amount(match column {
            "investment" => project.investment,
            "output" => project.output,
            "jobs" => project.jobs,
            _ => None,
        })
    }

    fn total(&self, column: &str, total: &Quantity) -> Option<(Number, NumberSlots)> {
        let money = || Number::money_total(total, self.lang, self.unit);
        match column {
            "investment" => Some((money(), self.all.investment)),
            "output" => Some((money(), self.all.output)),
            "jobs" => Some((Number::new(total.parts(self.lang)), self.all.jobs)),
            _ => None,
        }
    }

    fn paint(&self, line: &mut CellLine<'_>, row: RowId, column: &str) {
        let Some(project) = self.project(row) else { return };
        match column {
            "name" => _ = line.text(project.name.get(self.lang)),
            "romanised" => _ = line.weak(project.name.get(self.lang.other())),
            "investment" => self.investment(line, project),
            "output" => {
                self.money(line, project.output, self.all.output);
                self.status_mark(line, project.output);
            }
            "jobs" => {
                match self.amount(project.jobs) {
                    Some(jobs) => line.number(Number::new(jobs.parts(self.lang)).parts(), self.all.jobs),
                    None => line.dash_in(self.all.jobs),
                };
                self.status_mark(line, project.jobs);
            }
            "stage" => self.stage(line, project),
            "cluster" => match project.cluster.and_then(|nr| self.dossier.meta.clusters.get(nr)) {
                Some(cluster) => _ = line.weak(cluster.name.get(self.lang)),
                None => _ = line.dash(),
            },
            "product" => self.product(line, project),
            "date" => self.date(line, project),
            _ => match self.text(row, column) {
                Some(text) => _ = line.small(&text),
                None => _ = line.dash(),
            },
        }
    }
}
