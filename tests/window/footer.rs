//! What stands under the rows of a table, in the whole window.

use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::Command,
    dossier,
    locale::{Lang, tr},
    route::{Focus, View},
    state::State,
};

use crate::{WIDE, open};

#[test]
fn the_small_window_shows_every_project_whole_beside_a_record() {
    for lang in Lang::ALL {
        let mut harness = open(State { lang, view: View::Projects, ..State::default() }, [800.0, 600.0]);
        crate::send(&mut harness, Command::Select(Focus::Row(3)));
        let word = tr(lang, "projects-total");
        let mut named = harness.query_all_by_label_contains(&word);
        let total = named.find(|node| node.accesskit_node().role() == Role::Row).expect("the line of totals").rect().top();
        let last =
            dossier::embedded().expect("the embedded dossier is whole").projects.get(13).expect("a project").name.get(lang).to_owned();
        let last = harness.query_all_by_label(&last).next().expect("the last project").rect();
        assert!(last.bottom() <= total + 0.5, "{lang:?}: the last row ends at {} and the total begins at {total}", last.bottom());
    }
}

#[test]
fn the_legend_stands_once_whatever_is_selected() {
    let mut harness = open(State { lang: Lang::En, view: View::Projects, ..State::default() }, WIDE);
    let legends = |harness: &Harness<'_, App>| harness.query_all_by_label("Our classification").count();
    assert_eq!(legends(&harness), 1);
    harness.get_by_label("Beixin Metals").click();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    assert!(harness.query_all_by_label_contains("14 selected").next().is_some());
    assert_eq!(legends(&harness), 1, "in the line of the selection");
}

#[test]
fn nothing_is_said_of_amounts_that_are_all_stated() {
    for (lang, query, words) in [
        (Lang::En, "investment>=1.5亿", "6 planned amounts"),
        (Lang::En, "", "7 planned amounts, 7 not stated"),
        (Lang::Zh, "investment>=1.5亿", "6 个计划数相加"),
        (Lang::Zh, "", "7 个计划数相加，另 7 个报道未说明"),
    ] {
        let mut harness = crate::open(State { lang, view: View::Projects, ..State::default() }, crate::WIDE);
        harness.state_mut().set_query(query);
        harness.run();
        let mut rows = harness.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label());
        assert!(rows.any(|row| row.ends_with(words)), "{words}");
    }
}

#[test]
fn a_total_goes_behind_the_first_column_with_its_numbers() {
    let mut harness = crate::open(State { lang: Lang::En, view: View::Projects, ..State::default() }, [900.0, 800.0]);
    harness.hover_at(harness.get_by_label("Yiliansheng New Materials").rect().center());
    assert!(harness.query_by_label_contains("Sum of Planned").is_some());
    for _ in 0..40 {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(-20.0, 0.0),
            modifiers: egui::Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
        });
        harness.run();
        let first = harness.get_by_role_and_label(Role::ColumnHeader, "Project").rect();
        let totals: Vec<_> = harness.query_all_by_label_contains("Sum of ").map(|total| total.rect()).collect();
        assert!(totals.iter().all(|total| total.left() >= first.right() - 0.5), "{totals:?} right of {first:?}");
        if harness.query_by_label_contains("Sum of Planned").is_none() {
            assert!(harness.query_by_label_contains("Sum of Output").is_some(), "behind the first column one after the other");
            return;
        }
    }
    panic!("the sum of what is planned never went out of sight");
}
