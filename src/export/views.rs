//! The sheets of the views: the same rows in the same order as the window's tables, with everything a cell there can show.

use rust_decimal::Decimal;

use super::{Cell, Format, Heading, Sheet, View, facts};
use crate::{
    dossier::{Dimension, Dossier, Evidence, Figure, FigureNr, Project, Quantity, Status, Unit, Value, Work, Zone},
    locale::{Bilingual, Lang, tr, tr_args},
    sheets::{approval_rows, written},
};

/// A view as a sheet; programs that read JSON get codes where readers get words. The article is no sheet: it has no rows.
pub fn sheet(dossier: &Dossier, view: View, lang: Lang, format: Format) -> Sheet {
    let words = Words { dossier, lang, is_coded: format == Format::Json };
    let (columns, rows) = match view {
        View::Article => (Vec::new(), Vec::new()),
        View::Projects => projects(&words),
        View::Infrastructure => infrastructure(&words),
        View::Approvals => approvals(&words),
        View::Facts if words.is_coded => facts::for_programs(&words),
        View::Facts => facts::for_readers(&words),
    };
    let title = tr(lang, &format!("view-{}", view.code()));
    Sheet { title: format!("{} · {title}", dossier.meta.short_place.get(lang)), source: source(dossier, lang), columns, rows }
}

/// Columns and rows of a sheet.
pub(super) type Parts = (Vec<Heading>, Vec<Vec<Cell>>);

/// Which report it comes from.
fn source(dossier: &Dossier, lang: Lang) -> String {
    let (title, date) = (dossier.meta.report_title.as_str(), dossier.meta.date.format(lang));
    tr_args(lang, "export-source", &[("title", title.into()), ("date", date.into())])
}

/// A dossier in the words of one reader.
pub(super) struct Words<'d> {
    pub(super) dossier: &'d Dossier,
    pub(super) lang: Lang,
    /// Whether closed lists are written as codes.
    pub(super) is_coded: bool,
}

impl Words<'_> {
    /// A string of the locales.
    pub(super) fn tr(&self, key: &str) -> String {
        tr(self.lang, key).into_owned()
    }

    /// A word of a closed list, such as `status-` and `planned`.
    pub(super) fn word(&self, list: &str, code: &str) -> Cell {
        Cell::text(if self.is_coded { code.to_owned() } else { self.tr(&format!("{list}-{code}")) })
    }

    pub(super) fn status(&self, figure: &Figure) -> Cell {
        figure.status.map_or(Cell::Empty, |status: Status| self.word("status", status.code()))
    }

    fn figure(&self, nr: Option<FigureNr>) -> Option<&Figure> {
        nr.map(|nr| self.dossier.figure(nr))
    }

    /// A figure in the form as written.
    fn written(&self, nr: Option<FigureNr>) -> Cell {
        Cell::maybe(self.figure(nr).map(|figure| if self.is_coded { figure.text.clone() } else { written(figure, self.lang) }))
    }

    /// Several figures in the form as written.
    fn all_written(&self, nrs: impl IntoIterator<Item = FigureNr>) -> Cell {
        list(nrs.into_iter().map(|nr| self.written(Some(nr)).joined("")))
    }

    /// A figure's value in a unit of the same dimension; nothing for a bound.
    fn value_in(&self, nr: Option<FigureNr>, scale: Decimal, dimension: Dimension) -> Cell {
        let quantity = self.figure(nr).and_then(quantity).filter(|quantity| quantity.unit.dimension == dimension);
        Cell::number(quantity.and_then(|quantity| quantity.value()?.checked_mul(quantity.unit.scale)?.checked_div(scale)))
    }

    /// The phrases of several figures, each once, in the report's order.
    fn evidence(&self, nrs: impl IntoIterator<Item = FigureNr>) -> Cell {
        let mut evidence: Vec<&Evidence> = nrs.into_iter().flat_map(|nr| &self.dossier.figure(nr).evidence).collect();
        evidence.sort_by_key(|at| (at.section, at.paragraph));
        phrases(evidence)
    }

    /// The time a figure holds for, or happened: an ISO date.
    pub(super) fn as_of(figure: &Figure) -> Cell {
        let own = match &figure.value {
            Value::Date(moment) => moment.date,
            Value::Quantity(_) | Value::Words => None,
        };
        let as_of = figure.as_of.as_ref().and_then(|moment| moment.date);
        Cell::maybe(as_of.or(own).map(|date| date.to_string()))
    }
}

/// The quantity of a figure that has one.
pub(super) fn quantity(figure: &Figure) -> Option<&Quantity> {
    match &figure.value {
        Value::Quantity(quantity) => Some(quantity),
        Value::Date(_) | Value::Words => None,
    }
}

/// A list of phrases, each once.
pub(super) fn phrases<'e>(evidence: impl IntoIterator<Item = &'e Evidence>) -> Cell {
    let mut texts: Vec<String> = Vec::new();
    for at in evidence {
        if !texts.contains(&at.phrase) {
            texts.push(at.phrase.clone());
        }
    }
    Cell::List(texts)
}

/// A list of texts; an empty one is nothing.
fn list(texts: impl IntoIterator<Item = String>) -> Cell {
    let texts: Vec<String> = texts.into_iter().collect();
    if texts.is_empty() { Cell::Empty } else { Cell::List(texts) }
}

/// 亿元 in yuan.
const YI: Decimal = Decimal::from_parts(100_000_000, 0, 0, false, 0);

fn projects(words: &Words<'_>) -> Parts {
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
        columns.push(Heading::text("zone", words.tr("column-zone")));
        columns.push(Heading::text("province", words.tr("column-province")));
    }
    let rows = words.dossier.projects.held().iter().map(|row| project(words, row)).collect();
    (columns, rows)
}

fn project(words: &Words<'_>, row: &Project) -> Vec<Cell> {
    let cluster = row.cluster.and_then(|nr| words.dossier.meta.clusters.get(nr));
    let cluster = cluster.map(|cluster| if words.is_coded { cluster.id.clone() } else { cluster.name.get(words.lang).to_owned() });
    let capacities = row.products.iter().filter_map(|product| product.capacity);
    let date = row.dates.first().map(|event| words.dossier.figure(event.date));
    let mut cells = vec![
        Cell::text(&row.id),
        Cell::text(&row.name.zh),
        Cell::text(&row.name.en),
        words.written(row.full_name),
        words.all_written(row.aliases.iter().copied()),
        Cell::maybe(cluster),
        row.stages.first().map_or(Cell::Empty, |claim| words.word("stage", claim.stage.code())),
        words.all_written(row.stages.iter().map(|claim| claim.phrase)),
        list(row.products.iter().map(|product| product.name.get(words.lang).to_owned())),
        words.all_written(capacities),
        words.written(row.investment),
        words.value_in(row.investment, YI, Dimension::Yuan),
        words.written(row.output),
        words.value_in(row.output, YI, Dimension::Yuan),
        words.written(row.jobs),
        words.value_in(row.jobs, Decimal::ONE, Dimension::Count),
        date.map_or(Cell::Empty, Words::as_of),
        words.evidence(project_figures(row)),
    ];
    if !words.dossier.meta.zones.is_empty() {
        let zone = words.dossier.zone_of(row);
        let cell = |text: fn(&Zone) -> &Bilingual| zone.map_or(Cell::Empty, |zone| Cell::text(text(zone).get(words.lang)));
        cells.push(cell(|zone| &zone.name));
        cells.push(cell(|zone| &zone.province));
    }
    cells
}

/// Every figure of a project.
fn project_figures(row: &Project) -> impl Iterator<Item = FigureNr> {
    let slots = [row.full_name, row.investment, row.output, row.jobs].into_iter().flatten();
    let products = row.products.iter().flat_map(|product| [product.named, product.capacity]).flatten();
    let lists = row.aliases.iter().chain(&row.facts).copied();
    slots.chain(lists).chain(products).chain(row.stages.iter().map(|claim| claim.phrase)).chain(row.dates.iter().map(|event| event.date))
}

fn infrastructure(words: &Words<'_>) -> Parts {
    let columns = vec![
        Heading::text("id", words.tr("column-id")),
        Heading::text("name", words.tr("column-work")),
        Heading::text("group", words.tr("column-group")),
        Heading::text("planned", words.tr("column-planned")),
        Heading::number("planned_value", words.tr("export-planned-value")),
        Heading::text("built", words.tr("column-built")),
        Heading::number("built_value", words.tr("export-built-value")),
        Heading::text("unclear", words.tr("column-unclear")),
        Heading::number("unclear_value", words.tr("export-unclear-value")),
        Heading::text("unit", words.tr("column-unit")),
        Heading::text("as_of", words.tr("column-as-of")),
        Heading::text("evidence", words.tr("column-evidence")),
    ];
    let rows = words.dossier.infrastructure.iter().map(|row| work(words, row)).collect();
    (columns, rows)
}

fn work(words: &Words<'_>, row: &Work) -> Vec<Cell> {
    let slots = || [row.built, row.unclear, row.planned].into_iter().flatten();
    let unit: Option<&Unit> = slots().find_map(|nr| quantity(words.dossier.figure(nr))).map(|quantity| &quantity.unit);
    let value = |nr| unit.map_or(Cell::Empty, |unit| words.value_in(nr, unit.scale, unit.dimension));
    let as_of = slots().map(|nr| Words::as_of(words.dossier.figure(nr))).find(|cell| *cell != Cell::Empty);
    vec![
        Cell::text(&row.id),
        Cell::text(row.name.get(words.lang)),
        words.word("group", row.group.code()),
        words.written(row.planned),
        value(row.planned),
        words.written(row.built),
        value(row.built),
        words.written(row.unclear),
        value(row.unclear),
        Cell::maybe(unit.map(|unit| unit.name.as_str())),
        as_of.unwrap_or_default(),
        words.evidence(slots().chain(row.facts.iter().copied())),
    ]
}

fn approvals(words: &Words<'_>) -> Parts {
    let columns = vec![
        Heading::text("id", words.tr("column-id")),
        Heading::text("name", words.tr("column-approval")),
        Heading::text("kind", words.tr("column-kind")),
        Heading::text("text", words.tr("column-text")),
        Heading::number("value", words.tr("column-value")),
        Heading::number("low", words.tr("export-low")),
        Heading::number("high", words.tr("export-high")),
        Heading::text("unit", words.tr("column-unit")),
        Heading::text("status", words.tr("column-status")),
        Heading::text("as_of", words.tr("column-as-of")),
        Heading::number("share", words.tr("export-share")),
        Heading::text("condition", words.tr("record-condition")),
        Heading::text("evidence", words.tr("column-evidence")),
    ];
    let rows = approval_rows(words.dossier).into_iter().map(|row| {
        let figure = words.dossier.figure(row.figure);
        let [text, value, low, high, unit] = facts::amount(figure, words);
        vec![
            Cell::text(figure.id.as_str()),
            Cell::text(row.name.get(words.lang)),
            words.word("kind", row.kind.code()),
            text,
            value,
            low,
            high,
            unit,
            words.status(figure),
            Words::as_of(figure),
            Cell::number(row.share(words.dossier)),
            Cell::maybe(row.condition.as_ref().map(|condition| condition.get(words.lang))),
            phrases(&figure.evidence),
        ]
    });
    (columns, rows.collect())
}
