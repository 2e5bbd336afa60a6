//! The projects: one row each, in the report's order.

use hashbrown::HashMap;

use super::{
    fill::{Amounts, Moments},
    join, name, place_in, written,
};
use crate::{
    dossier::{Dossier, Evidence, FigureNr, Meta, ProjectRow, Quantity, Stage},
    locale::Bilingual,
    table::{Addition, ChoiceBuilder, Column, Table, TableError, TextBuilder},
};

/// The table of the projects.
///
/// Columns: `name`, `romanised`, `investment`, `output`, `jobs`, `stage`, `cluster`, `product`, `capacity`, `date`, `place`;
/// where the dossier lists zones also `zone` and `province`.
pub fn projects(dossier: &Dossier) -> Result<Table, TableError> {
    let mut builder = ProjectsBuilder::new(&dossier.meta);
    dossier.each_project(|_, row| builder.push(&dossier.meta, row));
    builder.finish()
}

/// Fills the table of the projects, row by row: the rows of a large dossier pass by once.
pub struct ProjectsBuilder {
    names: TextBuilder,
    romanised: TextBuilder,
    investment: Amounts,
    output: Amounts,
    jobs: Amounts,
    stages: ChoiceBuilder,
    clusters: ChoiceBuilder,
    products: TextBuilder,
    capacity: Amounts,
    dates: Moments,
    places: TextBuilder,
    /// Sections and paragraphs in words: many rows share them.
    place_names: HashMap<(usize, u32), Bilingual>,
    zones: Option<Zones>,
}

/// The columns about zones.
struct Zones {
    names: ChoiceBuilder,
    provinces: ChoiceBuilder,
    /// The province of each zone.
    province_of: Vec<usize>,
}

impl ProjectsBuilder {
    /// A table without rows.
    pub fn new(meta: &Meta) -> Self {
        let stages = Stage::ALL.map(|stage| (stage.code(), name(&format!("stage-{}", stage.code()))));
        let clusters = meta.clusters.iter().map(|cluster| (cluster.id.as_str(), cluster.name.clone()));
        Self {
            names: TextBuilder::default(),
            romanised: TextBuilder::default(),
            investment: Amounts::new("investment", Addition::May),
            output: Amounts::new("output", Addition::MayNot(name("sum-output"))),
            jobs: Amounts::new("jobs", Addition::May),
            stages: ChoiceBuilder::from_names(stages),
            clusters: ChoiceBuilder::from_names(clusters),
            products: TextBuilder::default(),
            capacity: Amounts::new("capacity", Addition::MayNot(name("sum-capacity"))),
            dates: Moments::default(),
            places: TextBuilder::default(),
            place_names: HashMap::new(),
            zones: Zones::new(meta),
        }
    }

    /// Adds a row.
    pub fn push(&mut self, meta: &Meta, row: &ProjectRow<'_>) {
        let project = row.project;
        let figure = |nr: Option<FigureNr>| row.figure(nr?);
        self.push_name(row);
        self.romanised.push(Some(&project.name.en));
        self.investment.push(figure(project.investment));
        self.output.push(figure(project.output));
        self.jobs.push(figure(project.jobs));
        self.stages.push(project.stages.first().map(|claim| claim.stage as usize));
        self.clusters.push(project.cluster);
        match project.products.as_slice() {
            [] => self.products.push(None),
            [one] => self.products.push_with(&one.name.zh, &one.name.en, &[]),
            several => {
                let names = Bilingual::from_fn(|lang| join(several.iter().map(|product| product.name.get(lang)), lang));
                self.products.push_with(&names.zh, &names.en, &[]);
            }
        }
        self.push_capacity(row);
        self.dates.push(project.dates.first().and_then(|event| row.figure(event.date)?.moment()));
        self.push_place(meta, row);
        if let Some(zones) = &mut self.zones {
            zones.names.push(project.zone);
            zones.provinces.push(project.zone.and_then(|zone| zones.province_of.get(zone).copied()));
        }
    }

    fn push_name(&mut self, row: &ProjectRow<'_>) {
        let name = &row.project.name;
        let others = row.project.full_name.iter().chain(&row.project.aliases).filter_map(|nr| row.figure(*nr));
        let others: Vec<&str> = others.flat_map(|figure| [Some(figure.text.as_str()), figure.english.as_deref()]).flatten().collect();
        self.names.push_with(&name.zh, &name.en, &others);
    }

    /// The capacities of all products to read, the largest of those like the first to sort by: capacities of different
    /// products do not add.
    fn push_capacity(&mut self, row: &ProjectRow<'_>) {
        let figures: Vec<_> = row.project.products.iter().filter_map(|product| row.figure(product.capacity?)).collect();
        let [first, _, ..] = figures.as_slice() else { return self.capacity.push(figures.first().copied()) };
        let is_like = |quantity: &&Quantity| {
            first.quantity().is_some_and(|first| first.unit.is_comparable(&quantity.unit) && first.per == quantity.per)
        };
        let largest = figures.iter().filter_map(|figure| figure.quantity()).filter(is_like).max_by_key(|quantity| quantity.sort_key());
        let texts = Bilingual::from_fn(|lang| {
            join(figures.iter().map(|figure| written(figure, lang)).collect::<Vec<_>>().iter().map(String::as_str), lang)
        });
        self.capacity.push_text(largest, &texts);
    }

    fn push_place(&mut self, meta: &Meta, row: &ProjectRow<'_>) {
        let Some(evidence) = first_place(row) else { return self.places.push(None) };
        let key = (evidence.section, evidence.paragraph);
        let name = self.place_names.entry(key).or_insert_with(|| Bilingual::from_fn(|lang| place_in(meta, evidence, lang)));
        self.places.push_with(&name.zh, &name.en, &[]);
    }

    /// The table.
    ///
    /// # Errors
    ///
    /// It is too large.
    pub fn finish(self) -> Result<Table, TableError> {
        let mut columns = vec![
            Column::new("name", name("column-name"), self.names),
            // A word finds it as the English of the name; to look into it again would take the room of a million names twice.
            Column::new("romanised", name("column-romanised"), self.romanised).unsearchable(),
            self.investment.finish(name("column-investment")),
            self.output.finish(name("column-output")),
            self.jobs.finish(name("column-jobs")),
            Column::new("stage", name("column-stage"), self.stages),
            Column::new("cluster", name("column-cluster"), self.clusters),
            Column::new("product", name("column-product"), self.products),
            self.capacity.finish(name("column-capacity")),
            self.dates.finish("date", name("column-date")),
            Column::new("place", name("column-place"), self.places).unsearchable(),
        ];
        if let Some(zones) = self.zones {
            columns.push(Column::new("zone", name("column-zone"), zones.names));
            columns.push(Column::new("province", name("column-province"), zones.provinces));
        }
        Table::new(columns)
    }
}

impl Zones {
    /// None where the dossier is about one zone only.
    fn new(meta: &Meta) -> Option<Self> {
        if meta.zones.is_empty() {
            return None;
        }
        let mut provinces: Vec<&Bilingual> = Vec::new();
        let mut province_of = Vec::new();
        for zone in &meta.zones {
            let nr = provinces.iter().position(|province| **province == zone.province).unwrap_or_else(|| {
                provinces.push(&zone.province);
                provinces.len() - 1
            });
            province_of.push(nr);
        }
        Some(Self {
            names: ChoiceBuilder::from_names(meta.zones.iter().map(|zone| (zone.id.as_str(), zone.name.clone()))),
            provinces: ChoiceBuilder::from_names(provinces.into_iter().map(|province| (province.zh.as_str(), province.clone()))),
            province_of,
        })
    }
}

/// Where the report first speaks of a project's figures.
pub(super) fn first_place<'a>(row: &ProjectRow<'a>) -> Option<&'a Evidence> {
    let project = row.project;
    let products = project.products.iter().flat_map(|product| [product.named, product.capacity]).flatten();
    let figures = [project.full_name, project.investment, project.output, project.jobs].into_iter().flatten();
    let figures = figures.chain(project.stages.iter().map(|claim| claim.phrase)).chain(products).chain(project.facts.iter().copied());
    figures.filter_map(|nr| row.figure(nr)).flat_map(|figure| &figure.evidence).min_by_key(|at| (at.section, at.paragraph))
}
