//! The projects as a sheet: one row each, amounts as written and as numbers.

use rust_decimal::Decimal;

use super::{
    Cell, Heading, Row,
    views::Parts,
    words::{Words, as_of},
};
use crate::{
    dossier::{Dimension, FigureNr, Project, ProjectRow, Zone},
    locale::Bilingual,
};

/// 亿元 in yuan.
const YI: Decimal = Decimal::from_parts(100_000_000, 0, 0, false, 0);

pub(super) fn projects(words: &Words<'_>) -> Parts {
    let columns = columns(words);
    let mut rows = Vec::with_capacity(words.dossier.projects.len());
    words.dossier.each_project(|_, read| rows.push(row(words, &columns, read)));
    (columns, rows)
}

/// The columns.
pub(super) fn columns(words: &Words<'_>) -> Vec<Heading> {
    let mut columns = vec![
        Heading::text("id", words.tr("column-id")),
        Heading::text("name", words.tr("column-name")),
        Heading::text("romanised", words.tr("column-romanised")),
        Heading::text("full_name", words.tr("record-full-name")),
        Heading::text("aliases", words.tr("record-aliases")),
        Heading::text("cluster", words.tr("export-cluster")),
        Heading::text("stage", words.tr("column-stage")),
        Heading::text("stage_phrases", words.tr("export-stage-phrases")),
        Heading::text("product", words.tr("column-product")),
        Heading::text("capacity", words.tr("column-capacity")),
        Heading::text("investment", words.tr("column-investment")),
        Heading::number("investment_yi", words.tr("export-investment-yi")),
        Heading::text("output", words.tr("column-output")),
        Heading::number("output_yi", words.tr("export-output-yi")),
        Heading::text("jobs", words.tr("column-jobs")),
        Heading::number("jobs_number", words.tr("export-jobs-number")),
        Heading::text("date", words.tr("column-date")),
        Heading::text("evidence", words.tr("column-evidence")),
    ];
    if !words.dossier.meta.zones.is_empty() {
        columns.extend([Heading::text("zone", words.tr("column-zone")), Heading::text("province", words.tr("column-province"))]);
    }
    columns
}

/// One row.
pub(super) fn row(words: &Words<'_>, columns: &[Heading], row: &ProjectRow<'_>) -> Row {
    let words = words.of_row(*row);
    words.row(columns, cells(&words, row.project), &shown(row.project))
}

fn cells(words: &Words<'_>, row: &Project) -> Vec<Cell> {
    let cluster = row.cluster.and_then(|nr| words.dossier.meta.clusters.get(nr));
    let cluster = cluster.map(|cluster| if words.is_coded { cluster.id.clone() } else { cluster.name.get(words.lang).to_owned() });
    let capacities = row.products.iter().filter_map(|product| product.capacity);
    let date = words.figure(row.dates.first().map(|event| event.date));
    let mut cells = vec![
        Cell::text(&row.id),
        Cell::text(&row.name.zh),
        Cell::text(&row.name.en),
        words.written(row.full_name),
        words.all_written(row.aliases.iter().copied()),
        Cell::maybe(cluster),
        row.stages.first().map_or(Cell::Empty, |claim| words.word("stage", claim.stage.code())),
        words.all_written(row.stages.iter().map(|claim| claim.phrase)),
        Cell::list(row.products.iter().map(|product| product.name.get(words.lang).to_owned())),
        words.all_written(capacities),
        words.written(row.investment),
        words.value_in(row.investment, YI, Dimension::Yuan),
        words.written(row.output),
        words.value_in(row.output, YI, Dimension::Yuan),
        words.written(row.jobs),
        words.value_in(row.jobs, Decimal::ONE, Dimension::Count),
        date.map_or(Cell::Empty, as_of),
        words.evidence(figures(row)),
    ];
    if !words.dossier.meta.zones.is_empty() {
        let zone = words.dossier.zone_of(row);
        let cell = |text: fn(&Zone) -> &Bilingual| zone.map_or(Cell::Empty, |zone| Cell::text(text(zone).get(words.lang)));
        cells.extend([cell(|zone| &zone.name), cell(|zone| &zone.province)]);
    }
    cells
}

/// The figures that cells show.
fn shown(row: &Project) -> [(&'static str, Option<FigureNr>); 7] {
    [
        ("full_name", row.full_name),
        ("stage", row.stages.first().map(|claim| claim.phrase)),
        ("capacity", row.products.iter().find_map(|product| product.capacity)),
        ("investment", row.investment),
        ("output", row.output),
        ("jobs", row.jobs),
        ("date", row.dates.first().map(|event| event.date)),
    ]
}

/// Every figure of a project.
fn figures(row: &Project) -> impl Iterator<Item = FigureNr> {
    let slots = [row.full_name, row.investment, row.output, row.jobs].into_iter().flatten();
    let products = row.products.iter().flat_map(|product| [product.named, product.capacity]).flatten();
    let lists = row.aliases.iter().chain(&row.facts).copied();
    slots.chain(lists).chain(products).chain(row.stages.iter().map(|claim| claim.phrase)).chain(row.dates.iter().map(|event| event.date))
}
