//! What the report does not state, row by row: what a row's empty fields tell, and what the dossier adds.

use crate::{
    dossier::{Dossier, FigureNr, Project, Topic},
    locale::{Bilingual, Lang, tr},
};

/// What a row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GapsOf {
    /// The zone itself.
    Zone,
    /// The projects.
    Projects,
    /// The works.
    Infrastructure,
    /// The approvals, which are one row here.
    Approvals,
    /// The services.
    Services,
    /// The reform.
    Reform,
}

/// Where more is said of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GapAt {
    /// The row of its table, by its number.
    Row(usize),
    /// The first fact of a topic.
    Figure(FigureNr),
    /// The whole table.
    Table,
    /// Nowhere.
    Nowhere,
}

/// A row with what is not stated of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// What the row is called.
    pub name: Bilingual,
    /// What is not stated.
    pub text: Bilingual,
    /// Where more is said of it.
    pub at: GapAt,
}

/// All that is not stated of rows, in the order of the views; what lacks nothing is left out.
pub fn gaps(dossier: &Dossier) -> Vec<(GapsOf, Vec<Gap>)> {
    let projects = dossier.projects.held().iter().enumerate();
    let projects = projects.filter_map(|(row, of)| Some(Gap { name: of.name.clone(), text: project_gaps(of)?, at: GapAt::Row(row) }));
    let works = dossier.infrastructure.iter().enumerate();
    let works = works.filter_map(|(row, of)| Some(Gap { name: of.name.clone(), text: of.not_stated.clone()?, at: GapAt::Row(row) }));
    let approvals = dossier.approvals.not_stated.clone();
    let approvals = approvals.map(|text| Gap { name: both("view-approvals"), text, at: GapAt::Table });
    let all = [
        (GapsOf::Projects, projects.collect()),
        (GapsOf::Infrastructure, works.collect()),
        (GapsOf::Approvals, approvals.into_iter().collect()),
        (GapsOf::Services, topics(&dossier.services)),
        (GapsOf::Reform, topics(&dossier.reform)),
        (GapsOf::Zone, topics(&dossier.zone)),
    ];
    all.into_iter().filter(|(_, gaps): &(_, Vec<Gap>)| !gaps.is_empty()).collect()
}

fn topics(topics: &[Topic]) -> Vec<Gap> {
    let gap = |topic: &Topic| {
        let at = topic.facts.first().map_or(GapAt::Nowhere, |nr| GapAt::Figure(*nr));
        Some(Gap { name: topic.name.clone(), text: topic.not_stated.clone()?, at })
    };
    topics.iter().filter_map(gap).collect()
}

/// What is not stated of a project: its empty fields, then what the dossier adds; none where nothing is missing.
pub fn project_gaps(project: &Project) -> Option<Bilingual> {
    let products = &project.products;
    let happened = |events: &[&str]| project.dates.iter().any(|date| events.contains(&date.event.as_str()));
    let fields = [
        (project.investment.is_none(), "gap-investment"),
        (products.is_empty(), "gap-products"),
        (products.iter().all(|product| product.capacity.is_none()), "gap-capacity"),
        (project.output.is_none(), "gap-output"),
        (project.jobs.is_none(), "gap-jobs"),
        (!happened(&["ground-broken", "started"]), "gap-start"),
        (!happened(&["completed"]), "gap-completion"),
    ];
    let empty: Vec<&str> = fields.into_iter().filter(|(is_empty, _)| *is_empty).map(|(_, key)| key).collect();
    let added = project.not_stated.as_ref();
    let text = |lang: Lang| {
        let words = empty.iter().map(|key| tr(lang, key).into_owned()).chain(added.map(|text| text.get(lang).to_owned()));
        capitalized(&words.collect::<Vec<_>>().join(&tr(lang, "app-list-separator")))
    };
    (!empty.is_empty() || added.is_some()).then(|| Bilingual::from_fn(text))
}

fn both(key: &str) -> Bilingual {
    Bilingual::from_fn(|lang| tr(lang, key).into_owned())
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::embedded;

    fn of(dossier: &Dossier, id: &str) -> Bilingual {
        let project = dossier.projects.held().iter().find(|project| project.id == id).expect(id);
        project_gaps(project).expect("something is missing")
    }

    #[test]
    fn every_project_is_asked_the_same() {
        let dossier = embedded().expect("the embedded dossier");
        let huaxiang = of(&dossier, "huaxiang");
        assert_eq!(huaxiang.zh, "产品、产能、产值、就业、开工时间、竣工时间、到位资金、投资方所在地");
        assert_eq!(huaxiang.en, "Products, capacity, output, jobs, start, completion, money in place, investor's home");
        assert_eq!(of(&dossier, "shengxin").zh, "产能、竣工时间、到位资金、投资方所在地");
        for project in dossier.projects.held() {
            let text = project_gaps(project).expect("something is missing").en;
            for words in ["money in place", "investor's home", "completion"] {
                assert!(text.contains(words), "{}: {text}", project.id);
            }
        }
    }

    #[test]
    fn nothing_that_the_dossier_leaves_open_is_left_out() {
        let dossier = embedded().expect("the embedded dossier");
        let listed = gaps(&dossier);
        let texts: Vec<&Bilingual> = listed.iter().flat_map(|(_, gaps)| gaps).map(|gap| &gap.text).collect();
        let topics = dossier.zone.iter().chain(&dossier.services).chain(&dossier.reform).filter_map(|topic| topic.not_stated.as_ref());
        let works = dossier.infrastructure.iter().filter_map(|work| work.not_stated.as_ref());
        for text in topics.chain(works).chain(&dossier.approvals.not_stated) {
            assert!(texts.contains(&text), "{text}");
        }
        let nowhere = Topic { facts: Vec::new(), ..dossier.zone.first().expect("a topic").clone() };
        assert!(topics_of(&nowhere).iter().all(|gap| gap.at == GapAt::Nowhere), "a topic without facts leads nowhere");
    }

    fn topics_of(topic: &Topic) -> Vec<Gap> {
        let topic = Topic { not_stated: Some(Bilingual::new("面积", "Area")), ..topic.clone() };
        topics(&[topic])
    }
}
