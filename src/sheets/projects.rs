//! The projects: one row each, in the report's order.

use super::{
    fill::{NumberCell, date_column, moment, number_column, quantity, text_column},
    join, name, place, written,
};
use crate::{
    dossier::{Dimension, Dossier, Project, Quantity, Stage},
    locale::Bilingual,
    table::{Addition, ChoiceBuilder, Column, Table, TableError, TextBuilder, Units},
};

/// The table of the projects.
///
/// Columns: `name`, `romanised`, `investment`, `output`, `jobs`, `stage`, `cluster`, `product`, `capacity`, `date`, `place`.
pub fn projects(dossier: &Dossier) -> Result<Table, TableError> {
    let rows = &dossier.projects;
    let cells = |nr: fn(&Project) -> _| rows.iter().map(|row| NumberCell::of(dossier, nr(row))).collect::<Vec<_>>();
    let capacities: Vec<_> = rows.iter().map(|row| capacity(dossier, row)).collect();
    let first_date = |row: &'_ Project| row.dates.first().and_then(|event| moment(dossier.figure(event.date)));
    Table::new(vec![
        names(dossier),
        text_column("romanised", name("column-romanised"), rows.iter().map(|row| Some(Bilingual::new(&row.name.en, &row.name.en)))),
        number_column("investment", name("column-investment"), Units::money(), Addition::May, &cells(|row| row.investment)),
        number_column("output", name("column-output"), Units::money(), Addition::MayNot(name("sum-output")), &cells(|row| row.output)),
        number_column("jobs", name("column-jobs"), Units::plain(), Addition::May, &cells(|row| row.jobs)),
        stages(dossier),
        clusters(dossier),
        text_column("product", name("column-product"), rows.iter().map(|row| Some(products(row)))),
        number_column("capacity", name("column-capacity"), mass(), Addition::MayNot(name("sum-capacity")), &capacities),
        date_column("date", name("column-date"), rows.iter().map(first_date)),
        text_column("place", name("column-place"), rows.iter().map(|row| first_place(dossier, row))).unsearchable(),
    ])
}

fn names(dossier: &Dossier) -> Column {
    let mut builder = TextBuilder::default();
    for row in &dossier.projects {
        let others = row.full_name.iter().chain(&row.aliases).map(|nr| dossier.figure(*nr));
        let others: Vec<&str> = others.flat_map(|figure| [Some(figure.text.as_str()), figure.english.as_deref()]).flatten().collect();
        builder.push_with(&row.name.zh, &row.name.en, &others);
    }
    Column::new("name", name("column-name"), builder)
}

fn stages(dossier: &Dossier) -> Column {
    let mut builder = ChoiceBuilder::from_names(Stage::ALL.map(|stage| (stage.code(), name(&format!("stage-{}", stage.code())))));
    for row in &dossier.projects {
        builder.push_id(row.stages.first().map(|claim| claim.stage.code()));
    }
    Column::new("stage", name("column-stage"), builder)
}

fn clusters(dossier: &Dossier) -> Column {
    let options = dossier.meta.clusters.iter().map(|cluster| (cluster.id.as_str(), cluster.name.clone()));
    let mut builder = ChoiceBuilder::from_names(options);
    for row in &dossier.projects {
        builder.push(row.cluster);
    }
    Column::new("cluster", name("column-cluster"), builder)
}

fn products(row: &Project) -> Bilingual {
    Bilingual::from_fn(|lang| join(row.products.iter().map(|product| product.name.get(lang)), lang))
}

/// The capacities of all products to read, the largest one to sort by: capacities of different products do not add.
fn capacity(dossier: &Dossier, row: &Project) -> NumberCell {
    let figures: Vec<_> = row.products.iter().filter_map(|product| product.capacity).map(|nr| dossier.figure(nr)).collect();
    let tonnes = figures.iter().filter_map(|figure| quantity(figure)).filter(|quantity| quantity.unit.dimension == Dimension::Mass);
    NumberCell {
        number: tonnes.map(Quantity::sort_key).max(),
        written: (!figures.is_empty()).then(|| {
            Bilingual::from_fn(|lang| {
                join(figures.iter().map(|figure| written(figure, lang)).collect::<Vec<_>>().iter().map(String::as_str), lang)
            })
        }),
    }
}

/// Masses in tonnes.
fn mass() -> Units {
    Units::new(&[("吨", 1), ("万吨", 10_000)]).reads(&[("t", 1), ("万", 10_000), ("亿", 100_000_000)])
}

/// Where the report first speaks of a project's figures.
fn first_place(dossier: &Dossier, row: &Project) -> Option<Bilingual> {
    let products = row.products.iter().flat_map(|product| [product.named, product.capacity]).flatten();
    let figures = [row.full_name, row.investment, row.output, row.jobs].into_iter().flatten();
    let figures = figures.chain(row.stages.iter().map(|claim| claim.phrase)).chain(products).chain(row.facts.iter().copied());
    let evidence = figures.flat_map(|nr| &dossier.figure(nr).evidence).min_by_key(|at| (at.section, at.paragraph))?;
    Some(Bilingual::from_fn(|lang| place(dossier, evidence, lang)))
}
