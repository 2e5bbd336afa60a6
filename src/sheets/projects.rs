//! The projects: one row each, in the report's order.

use super::{
    basis_key,
    fill::{Amounts, Moments},
    join,
    listed::{Listed, Places},
    name,
    words::{joined, stage_remark, status_word},
    written,
};
use crate::{
    dossier::{Basis, Dossier, Evidence, Figure, FigureNr, Meta, ProjectRow, Quantity, Stage, Status},
    locale::{Bilingual, tr},
    table::{Addition, ChoiceBuilder, Column, Table, TableError, TextBuilder},
};

/// The table of the projects.
///
/// Columns: `name`, `romanised`, `investment`, `output`, `jobs`, `stage`, `cluster`, `product`, `capacity`, `date`, `event`,
/// `place`, `remarks`; where the dossier lists zones also `zone` and `province`; where its projects stay on disk no `romanised`.
pub fn projects(dossier: &Dossier) -> Result<Table, TableError> {
    let mut builder = ProjectsBuilder::new(&dossier.meta);
    dossier.each_project(|_, row| builder.push(&dossier.meta, row));
    builder.finish()
}

/// Fills the table of the projects, row by row: the rows of a large dossier pass by once.
pub struct ProjectsBuilder {
    names: TextBuilder,
    /// None where the rows stay on disk.
    romanised: Option<TextBuilder>,
    investment: Amounts,
    output: Amounts,
    jobs: Amounts,
    stages: ChoiceBuilder,
    clusters: ChoiceBuilder,
    products: TextBuilder,
    capacity: Amounts,
    dates: Moments,
    events: ChoiceBuilder,
    places: Places,
    remarks: Listed<Remark>,
    zones: Option<Zones>,
}

/// What happened at a date, in order.
const EVENTS: [&str; 4] = ["settled", "ground-broken", "completed", "started"];

/// What tells the small words of a row from those of others: how far output and jobs have come, how its date is known, whether
/// its stage is told in two ways, and the part that its stage holds for.
type Remark = (Option<Status>, Option<Status>, Option<&'static str>, bool, Option<String>);

/// The columns about zones.
struct Zones {
    names: ChoiceBuilder,
    provinces: ChoiceBuilder,
    /// The province of each zone.
    province_of: Vec<usize>,
}

impl ProjectsBuilder {
    /// A table without rows, of projects that stay on disk: without `romanised`, which would hold every name once more.
    pub fn on_disk(meta: &Meta) -> Self {
        Self { romanised: None, ..Self::new(meta) }
    }

    /// A table without rows.
    pub fn new(meta: &Meta) -> Self {
        let stages = Stage::ALL.map(|stage| (stage.code(), name(&format!("stage-{}", stage.code()))));
        let clusters = meta.clusters.iter().map(|cluster| (cluster.id.as_str(), cluster.name.clone()));
        Self {
            names: TextBuilder::default(),
            romanised: Some(TextBuilder::default()),
            investment: Amounts::new("investment", Addition::May),
            output: Amounts::new("output", Addition::MayNot(name("sum-output"))),
            jobs: Amounts::new("jobs", Addition::May),
            stages: ChoiceBuilder::from_names(stages),
            clusters: ChoiceBuilder::from_names(clusters),
            products: TextBuilder::default(),
            capacity: Amounts::new("capacity", Addition::MayNot(name("sum-capacity"))),
            dates: Moments::default(),
            events: ChoiceBuilder::from_names(EVENTS.map(|event| (event, name(&format!("event-{event}"))))),
            places: Places::default(),
            remarks: Listed::default(),
            zones: Zones::new(meta),
        }
    }

    /// Adds a row.
    pub fn push(&mut self, meta: &Meta, row: &ProjectRow<'_>) {
        let project = row.project;
        let figure = |nr: Option<FigureNr>| row.figure(nr?);
        self.push_name(row);
        // The name in the language that the reader does not read.
        if let Some(romanised) = &mut self.romanised {
            romanised.push_with(&project.name.en, &project.name.zh, &[]);
        }
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
        self.events.push_id(project.dates.first().map(|event| event.event.as_str()));
        self.places.push(meta, first_place(row));
        self.push_remark(row);
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

    /// The small words beside a row's values, so that a search finds what stands on the screen.
    fn push_remark(&mut self, row: &ProjectRow<'_>) {
        let project = row.project;
        let figure = |nr: Option<FigureNr>| row.figure(nr?);
        let (output, jobs) = (figure(project.output), figure(project.jobs));
        let moment = project.dates.first().and_then(|event| row.figure(event.date)?.moment());
        let basis = moment.map(|moment| moment.basis).filter(|basis| *basis != Basis::Stated);
        let part = project.stages.first().and_then(|claim| claim.part.as_ref());
        let status = |figure: Option<&Figure>| figure.and_then(|figure| figure.status);
        let key: Remark = (status(output), status(jobs), basis.map(Basis::code), project.has_conflict(), part.map(|part| part.zh.clone()));
        self.remarks.push((key != Remark::default()).then_some(key), |_| {
            let words = Bilingual::from_fn(|lang| {
                let basis = basis.map(|basis| tr(lang, basis_key(basis)).into_owned());
                let statuses = [output, jobs].into_iter().flatten().map(|figure| status_word(figure, lang));
                let mut words: Vec<String> = [stage_remark(project, lang)].into_iter().chain(statuses).chain(basis).collect();
                words.dedup();
                joined(lang, words)
            });
            (words.zh.clone(), words)
        });
    }

    /// The table.
    ///
    /// # Errors
    ///
    /// It is too large.
    pub fn finish(self) -> Result<Table, TableError> {
        let mut columns = vec![
            Column::new("name", name("column-name"), self.names),
            self.investment.finish(name("column-investment")),
            self.output.finish(name("column-output")),
            self.jobs.finish(name("column-jobs")),
            Column::new("stage", name("column-stage"), self.stages),
            Column::new("cluster", name("column-cluster"), self.clusters),
            Column::new("product", name("column-product"), self.products),
            self.capacity.finish(name("column-capacity")),
            self.dates.finish("date", name("column-date")),
            Column::new("event", name("column-event"), self.events),
            self.places.finish(),
            self.remarks.finish("remarks", name("column-remarks")),
        ];
        if let Some(romanised) = self.romanised {
            // A word finds it as the English of the name.
            columns.insert(1, Column::new("romanised", name("column-romanised"), romanised).unsearchable());
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Index, Query};

    #[test]
    fn a_search_finds_what_stands_on_the_screen() {
        let dossier = crate::dossier::embedded().expect("the embedded dossier");
        let table = std::sync::Arc::new(projects(&dossier).expect("a table"));
        let mut index = Index::new(table.clone());
        for (text, ids) in [
            ("动工", "shengxin"),
            ("ground broken", "shengxin"),
            ("event:落户", "yiliansheng"),
            ("settled", "yiliansheng"),
            ("年份推定", "shengxin"),
            ("一期", "huagao"),
            ("two passages", "yiliansheng"),
            ("潜在", "yiliansheng shengxin"),
            ("potential", "yiliansheng shengxin"),
            ("1,000", "huaxiang"),
            ("1000", "huaxiang"),
            ("10000", "yiliansheng"),
            ("10,000", "yiliansheng"),
            ("第4段", ""),
            ("\"第 4 段\"", "shengxin"),
            ("place:\"paragraph 4\"", "shengxin"),
        ] {
            let query = Query::default().read(&table, text).expect("a query");
            let rows = index.rows(&query);
            assert_eq!(rows.mistake, None, "{text}");
            let found: Vec<&str> = rows.order.iter().filter_map(|row| Some(dossier.projects.get(*row as usize)?.id.as_str())).collect();
            assert_eq!(found.join(" "), ids, "{text}");
        }
    }
}
