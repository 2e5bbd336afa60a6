//! What the embedded dossier answers about its figures.

use super::*;
use crate::dossier::{Project, StageClaim, embedded, embedded_files, load_files};

fn dossier() -> Dossier {
    embedded().unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn nr(dossier: &Dossier, id: &str) -> FigureNr {
    dossier.find(id).unwrap_or_else(|| panic!("{id} is a figure"))
}

#[test]
fn links_lead_to_their_figure_in_both_languages() {
    let dossier = dossier();
    for lang in Lang::ALL {
        for figure in dossier.held_figure_nrs() {
            for place in dossier.links(lang).places(figure) {
                let paragraph = &dossier.article(lang).sections[place.section].paragraphs[place.paragraph];
                let SpanKind::Link(target) = &paragraph.spans[place.span].kind else { panic!("{place:?} is a link") };
                assert_eq!(dossier.find(target), Some(figure), "{target}");
                assert!(
                    dossier.links(lang).figures(place.section, place.paragraph).contains(&figure),
                    "{target} is listed with its paragraph"
                );
            }
        }
    }
}

#[test]
fn occurrences_count_within_the_paragraph() {
    let dossier = dossier();
    for lang in Lang::ALL {
        for figure in dossier.held_figure_nrs() {
            let places = dossier.links(lang).places(figure);
            for (before, place) in places.iter().enumerate() {
                let here =
                    places[..before].iter().filter(|other| (other.section, other.paragraph) == (place.section, place.paragraph)).count();
                assert_eq!(place.occurrence as usize, here + 1, "{place:?}");
            }
        }
    }
}

#[test]
fn a_figure_knows_its_checks() {
    let dossier = dossier();
    let checks = |id: &str| dossier.checks_of(nr(&dossier, id)).map(|check| check.id.clone()).collect::<Vec<_>>();
    assert!(checks("approvals/windows/market/completed").contains(&"windows".to_owned()));
    assert!(checks("approvals/completed").contains(&"cases-per-power".to_owned()));
    assert!(checks("projects/shengxin/jobs").is_empty());
}

#[test]
fn a_check_is_shown_where_its_result_is_told() {
    let dossier = dossier();
    let completed = nr(&dossier, "approvals/completed");
    for lang in Lang::ALL {
        let place = dossier.links(lang).places(completed).first().expect("it is linked");
        let shown: Vec<&str> = dossier.checks_at(place.section, place.paragraph, lang).iter().map(|check| check.id.as_str()).collect();
        assert!(shown.contains(&"windows"), "{shown:?}");
    }
}

#[test]
fn notes_tell_how_a_date_was_found() {
    let dossier = dossier();
    for (id, zh, en) in [
        (
            "zone/signed/total",
            "按刊出日 2020-01-16 推定为 2019-12-31。",
            "counted from the day of publication, 2020-01-16, and means 2019-12-31.",
        ),
        ("projects/shengxin/dates/ground-broken", "推定为 2019-06-18", "is taken to mean 2019-06-18"),
        ("infrastructure/zone-roads/built", "指刊出之时，即 2020-01-16", "the time of publication, 2020-01-16"),
        ("reform/results/transfers", "报道没有说明", "does not say which time"),
        ("projects/yiliansheng/output", "条件：项目完全达产后。", "Condition: Once in full production."),
        ("services/stewards/count", "范围：", "Scope: "),
    ] {
        let figure = dossier.figure(nr(&dossier, id));
        for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
            let note = dossier.note(figure, lang).unwrap_or_default();
            assert!(note.contains(expected), "{id}: {note}");
        }
    }
    let plain = dossier.figure(nr(&dossier, "zone/profile/founded"));
    assert_eq!(dossier.note(plain, Lang::En), None, "a date that is written out needs no note");
}

#[test]
fn figures_know_their_sections_and_rows() {
    let dossier = dossier();
    let total = nr(&dossier, "zone/signed/total");
    let figure = dossier.figure(total);
    assert_eq!(dossier.report_section(figure).map(|section| section.title.as_str()), Some("集聚项目活力四射"));
    assert!(dossier.row_name(figure.home).is_some());
    let share = dossier.figure(nr(&dossier, "zone/signed/named-share"));
    assert!(dossier.report_section(share).is_none(), "what we computed stands nowhere in the report");
    assert!(dossier.row_name(Home::Approval).is_none());
}

#[test]
fn the_projects_are_held_against_what_the_report_states_of_them() {
    let ids = |dossier: &Dossier| dossier.checks_of_projects().iter().map(|check| check.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&dossier()), ["signed-parts", "named-landed-bound"]);
    // Whatever a dossier calls its checks.
    let renamed = |text: &str| text.replace("\"signed-parts\"", "\"one\"").replace("\"named-landed-bound\"", "\"two\"");
    let files = embedded_files().map(|(name, text)| (name.to_owned(), renamed(text).into_bytes()));
    assert_eq!(ids(&load_files(files.collect()).expect("a dossier")), ["one", "two"]);
}

#[test]
fn stages_that_differ_are_a_possible_contradiction() {
    let dossier = dossier();
    let conflicts: Vec<&str> =
        dossier.projects.held().iter().filter(|project| project.has_conflict()).map(|project| project.id.as_str()).collect();
    assert_eq!(conflicts, ["yiliansheng"]);
    let mut project = dossier.projects.get(0).cloned().expect("a project");
    let claim = |stage, part: Option<&str>| StageClaim { stage, phrase: FigureNr(0), part: part.map(|part| Bilingual::new(part, part)) };
    for (stages, is_conflict) in [
        (vec![claim(Stage::Running, None), claim(Stage::Building, Some("二期"))], false),
        (vec![claim(Stage::Running, None), claim(Stage::Building, Some("二期")), claim(Stage::Trial, None)], true),
        (vec![claim(Stage::Running, None), claim(Stage::Building, Some("二期")), claim(Stage::Running, None)], false),
        (Vec::new(), false),
    ] {
        project.stages = stages;
        assert_eq!(project.has_conflict(), is_conflict, "{:?}", project.stages);
    }
    assert_eq!(dossier.projects.held().iter().find(|project| project.id == "huagao").and_then(Project::stage), Some(Stage::Running));
}
