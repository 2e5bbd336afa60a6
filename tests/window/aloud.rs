//! What is said aloud when something has changed that the ear has to know.

use egui::accesskit::{Live, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::Command,
    dossier,
    locale::{Lang, tr},
    route::View,
    state::State,
};

use crate::{WIDE, send};

fn open(lang: Lang, view: View) -> Harness<'static, App> {
    crate::open(State { lang, view, ..State::default() }, WIDE)
}

#[test]
fn the_new_count_is_said_after_a_filter() {
    let mut harness = open(Lang::En, View::Projects);
    send(&mut harness, Command::ShowQuery(View::Projects, "yls".to_owned()));
    let count = harness.get_by_label("1 of 14 projects");
    assert_eq!(count.accesskit_node().live(), egui::accesskit::Live::Polite);
}

#[test]
fn what_a_card_says_is_said_on_the_way_to_its_row() {
    let dossier = dossier::embedded().expect("a dossier");
    let project = dossier.projects.held().iter().find(|row| row.investment.is_some()).expect("a project with an amount");
    let nr = project.investment.expect("an amount");
    let figure = dossier.figure(nr);
    for lang in Lang::ALL {
        let mut harness = open(lang, View::Article);
        let said = |harness: &Harness<'_, App>| {
            let mut lines = harness.query_all_by_role(Role::Status).filter(|node| node.accesskit_node().live() == Live::Polite);
            lines.find_map(|node| node.accesskit_node().label()).filter(|line| !line.is_empty())
        };
        assert_eq!(said(&harness), None);
        for round in 0..2 {
            send(&mut harness, Command::ShowInTable(nr));
            let line = said(&harness).expect("something is said");
            let phrase = &figure.evidence.first().expect("a phrase").phrase;
            let parts = [figure.label.get(lang), &figure.display(lang), phrase, &tr(lang, "view-projects"), project.name.get(lang)];
            for part in parts {
                assert!(line.contains(part), "{part} in {line}, round {round}");
            }
            send(&mut harness, Command::Back);
            assert_eq!(said(&harness), None, "so that it is said again");
        }
    }
}
