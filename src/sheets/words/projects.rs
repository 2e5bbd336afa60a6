//! The words of a project.

use super::{Reader, Said, Typed, joined};
use crate::{
    dossier::{Dimension, Event, Figure, FigureNr, Product, Project, ProjectRow, Quantity},
    locale::{Lang, tr},
    sheets::{place, projects::first_place},
};

impl<'d> Reader<'d> {
    /// What a cell of a project says; none where the report states nothing.
    pub fn project<'r>(&self, row: &ProjectRow<'r>, column: &str) -> Option<Said<'r>>
    where
        'd: 'r,
    {
        let project = row.project;
        let dossier = self.dossier;
        match column {
            "name" => Some(Said::words(project.name.get(self.lang)).from(project.full_name.iter().chain(&project.aliases).copied())),
            "romanised" => Some(Said::words(project.name.get(self.lang.other()))),
            // That it is planned stands in the head of its column.
            "investment" => Some(Said { remark: String::new(), ..self.project_amount(row, project.investment?)? }),
            "output" => self.project_amount(row, project.output?),
            "jobs" => self.project_amount(row, project.jobs?),
            "stage" => self.stage(project),
            "cluster" => {
                let cluster = dossier.meta.clusters.get(project.cluster?)?;
                Some(Said { typed: Typed::Code(&cluster.id), ..Said::words(cluster.name.get(self.lang)) })
            }
            "zone" => {
                let zone = dossier.zone_of(project)?;
                Some(Said { typed: Typed::Code(&zone.id), ..Said::words(zone.name.get(self.lang)) })
            }
            "province" => Some(Said::words(dossier.zone_of(project)?.province.get(self.lang))),
            "product" => self.products(row),
            "date" => self.first_event(row, project.dates.first()?),
            "place" => Some(Said::words(place(dossier, first_place(row)?, self.lang))),
            _ => None,
        }
    }

    /// An amount, and how far what it says has come; people are counted one by one.
    fn project_amount<'r>(&self, row: &ProjectRow<'r>, nr: FigureNr) -> Option<Said<'r>> {
        let figure = row.figure(nr)?;
        let remark = status_word(figure, self.lang);
        let Some(quantity) = figure.quantity() else {
            return Some(Said { remark, ..Said::words(figure.display(self.lang)).from([nr]) });
        };
        let money = self.column_money();
        let amount = match quantity.unit.dimension {
            Dimension::Yuan => quantity.amount(self.lang, money.of_column(self.lang)),
            Dimension::Count => quantity.count(self.lang),
            // A report gives no rate: dollars among yuan are words.
            _ => None,
        };
        let typed = amount.map_or(Typed::Words, Typed::Amount);
        Some(Said { text: Quantity::format_in(quantity, self.lang, money), remark, typed, ..Said::default() }.from([nr]))
    }

    /// The first stage that the report gives, with the part it holds for, and that another passage says otherwise.
    fn stage<'r>(&self, project: &'r Project) -> Option<Said<'r>> {
        let claim = project.stages.first()?;
        let remark = stage_remark(project, self.lang);
        let typed = Typed::Code(claim.stage.code());
        let phrases = project.stages.iter().map(|claim| claim.phrase);
        Some(Said { remark, typed, ..Said::words(self.word("stage", claim.stage.code())) }.from(phrases))
    }

    /// Every product with how much is made of it.
    fn products<'r>(&self, row: &ProjectRow<'r>) -> Option<Said<'r>> {
        let products = &row.project.products;
        let told = |product: &Product| {
            let capacity = product.capacity.and_then(|nr| row.figure(nr)).map(|figure| figure.display(self.lang));
            [Some(product.name.get(self.lang).to_owned()), capacity].into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let texts: Vec<String> = products.iter().map(told).collect();
        let figures = products.iter().flat_map(|product| [product.capacity, product.named]).flatten();
        (!texts.is_empty()).then(|| Said::words(texts.join(&self.tr("export-separator"))).from(figures))
    }

    /// When it happened; what it was that happened, and how the date is known.
    fn first_event<'r>(&self, row: &ProjectRow<'r>, event: &Event) -> Option<Said<'r>>
    where
        'd: 'r,
    {
        let said: Said<'r> = self.moment(row.figure(event.date)?.moment()?);
        let remark = joined(self.lang, [event_word(event, self.lang), said.remark]);
        Some(Said { remark, figures: vec![event.date], ..said })
    }
}

/// The part of a project that its stage holds for, and that another passage says otherwise.
pub(in crate::sheets) fn stage_remark(project: &Project, lang: Lang) -> String {
    let part = project.stages.first().and_then(|claim| claim.part.as_ref()).map(|part| part.get(lang).to_owned());
    let conflict = project.has_conflict().then(|| tr(lang, "stage-conflict").into_owned());
    joined(lang, part.into_iter().chain(conflict))
}

/// What happened at a date.
pub(in crate::sheets) fn event_word(event: &Event, lang: Lang) -> String {
    tr(lang, &format!("event-{}", event.event)).into_owned()
}

/// How far what an amount says has come; empty where nothing is to be said of it.
pub(in crate::sheets) fn status_word(figure: &Figure, lang: Lang) -> String {
    figure.status.map(|status| tr(lang, &format!("status-{}", status.code())).into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::embedded;

    #[test]
    fn a_cell_says_all_that_it_shows() {
        let dossier = embedded().expect("the embedded dossier");
        let said = |lang: Lang, name: &str, column: &str| {
            let row = dossier.projects.held().iter().position(|project| project.name.en.starts_with(name)).expect("a project");
            let reader = Reader { dossier: &dossier, lang, money: None };
            let said = reader.project(&dossier.project_row(row).expect("a row"), column).unwrap_or_default();
            (said.text, said.remark)
        };
        for (lang, name, column, text, remark) in [
            (Lang::En, "Yiliansheng", "output", "CNY 350 million", "Potential"),
            (Lang::Zh, "Yiliansheng", "stage", "试生产", "两处说法，两个阶段"),
            (Lang::En, "Yiliansheng", "stage", "Trial run", "Two passages, two stages"),
            (Lang::En, "Yiliansheng", "product", "High-speed steel rolls 10,000 t a year", ""),
            (Lang::Zh, "Huagao", "stage", "投产", "一期"),
            (Lang::Zh, "Baisheng", "product", "四氯化钛 4 万吨/年；四氯化锆 5000 吨/年", ""),
            (Lang::Zh, "Shengxin", "date", "2019-06-18", "动工，年份推定"),
            (Lang::Zh, "Shengxin", "jobs", "150 个", "潜在"),
            (Lang::Zh, "Huaxiang", "product", "", ""),
            (Lang::Zh, "Xinjulong", "investment", "5700 万元", ""),
        ] {
            assert_eq!(said(lang, name, column), (text.to_owned(), remark.to_owned()), "{name}, {column}");
        }
    }
}
