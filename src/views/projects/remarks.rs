//! What marks and small words in a project's cells say to who cannot see them.

use crate::{
    dossier::{Dossier, FigureNr, Product, Project},
    locale::{Lang, tr},
    views::words,
};

/// What a cell says beside its text: that an amount is a potential, which part is at that stage, how much is made.
pub(super) fn remark(dossier: &Dossier, lang: Lang, project: &Project, column: &str) -> Option<String> {
    let status = |nr: Option<FigureNr>| dossier.figure(nr?).status.map(|status| words::status_word(lang, status));
    match column {
        "output" => status(project.output),
        "jobs" => status(project.jobs),
        "stage" => stage(lang, project),
        "product" => capacities(dossier, lang, &project.products),
        "date" => {
            let event = project.dates.first()?;
            let what = tr(lang, &format!("event-{}", event.event)).into_owned();
            let inferred = dossier.figure(event.date).is_inferred().then(|| tr(lang, "basis-inferred").into_owned());
            Some(joined(lang, [Some(what), inferred]))
        }
        _ => None,
    }
}

/// Which part of the project it is, and that the report has it at another stage elsewhere.
fn stage(lang: Lang, project: &Project) -> Option<String> {
    let part = project.stages.first()?.part.as_ref().map(|part| part.get(lang).to_owned());
    let conflict = project.has_conflict().then(|| tr(lang, "stage-conflict").into_owned());
    Some(joined(lang, [part, conflict]))
}

/// How much of each product is made; of several each with its name.
fn capacities(dossier: &Dossier, lang: Lang, products: &[Product]) -> Option<String> {
    let told = products.iter().filter_map(|product| {
        let capacity = dossier.figure(product.capacity?).display(lang);
        let is_alone = products.len() == 1;
        Some(if is_alone { capacity } else { format!("{} {capacity}", product.name.get(lang)) })
    });
    Some(told.collect::<Vec<_>>().join(&tr(lang, "app-list-separator"))).filter(|told| !told.is_empty())
}

fn joined<const N: usize>(lang: Lang, parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(&tr(lang, "app-clause-separator"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::embedded;

    #[test]
    fn what_is_only_drawn_is_told() {
        let dossier = embedded().expect("the embedded dossier");
        let told = |lang: Lang, name: &str, column: &str| {
            let found = dossier.projects.held().iter().find(|project| project.name.en.starts_with(name)).expect("a project");
            remark(&dossier, lang, found, column).unwrap_or_default()
        };
        for (lang, name, column, expected) in [
            (Lang::En, "Yiliansheng", "output", "Potential"),
            (Lang::En, "Yiliansheng", "stage", "Two passages, two stages"),
            (Lang::En, "Yiliansheng", "product", "10,000 t a year"),
            (Lang::Zh, "Huagao", "stage", "一期"),
            (Lang::Zh, "Baisheng", "product", "四氯化钛 4 万吨/年、四氯化锆 5000 吨/年"),
            (Lang::Zh, "Shengxin", "date", "动工，年份推定"),
            (Lang::Zh, "Shengxin", "jobs", "潜在"),
            (Lang::Zh, "Huaxiang", "product", ""),
        ] {
            assert_eq!(told(lang, name, column), expected, "{name}, {column}");
        }
    }
}
