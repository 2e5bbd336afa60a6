//! The approvals: a table of windows between what the query does not touch.

use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::{Leave, Shot, Subject},
    dossier,
    locale::{Lang, tr},
    route::View,
    state::State,
};

use crate::{WIDE, open};

fn queried(lang: Lang, query: &str) -> Harness<'static, App> {
    let mut harness = open(State { lang, view: View::Approvals, ..State::default() }, WIDE);
    harness.state_mut().set_query(query);
    harness.run();
    harness
}

/// The windows in sight, from top to bottom.
fn windows(harness: &Harness<'_, App>, lang: Lang) -> Vec<String> {
    let dossier = dossier::embedded().expect("the embedded dossier is whole");
    let names: Vec<&str> = dossier.approvals.windows.iter().map(|window| window.name.get(lang)).collect();
    let cells = harness.query_all_by_role(Role::GridCell).filter_map(|cell| Some((cell.rect().top(), cell.accesskit_node().label()?)));
    let mut seen: Vec<(f32, String)> = cells.filter(|(_, name)| names.contains(&name.as_str())).collect();
    seen.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    seen.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn a_query_picks_windows_and_leaves_powers_and_limits() {
    let harness = queried(Lang::En, "completed>=30 sort:-completed");
    assert_eq!(windows(&harness, Lang::En), ["Market entry", "Investment", "Work safety"]);
    assert!(harness.query_by_label("3 of 5 windows").is_some());
    assert!(harness.query_by_label("2 rows filtered out").is_some());
    for key in ["approvals-powers", "approvals-limits"] {
        assert!(harness.query_by_role_and_label(Role::Heading, &tr(Lang::En, key)).is_some(), "{key}");
    }
    let totals: Vec<String> = harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(totals.iter().any(|name| name.starts_with("Sum of Completed: 126")), "{totals:?}");
    assert!(totals.iter().any(|name| name.starts_with("Sum of Share: ≈ 79.3%")), "{totals:?}");
}

#[test]
fn the_sum_is_proved_while_every_window_is_in_sight_and_in_its_order() {
    let links = |harness: &Harness<'_, App>| -> Vec<String> {
        let links = harness.query_all_by_role(Role::Link).map(|link| (link.rect(), link.accesskit_node().label().unwrap_or_default()));
        let mut links: Vec<_> = links.collect();
        links.sort_by(|(a, _), (b, _)| a.left().total_cmp(&b.left()));
        let whole = links.iter().find(|(_, name)| name.ends_with(" 159")).map(|(rect, _)| rect.center().y);
        let on_line = links.into_iter().filter(|(rect, _)| whole.is_some_and(|y| rect.y_range().contains(y)) && rect.right() < 960.0);
        on_line.map(|(_, name)| name.rsplit(' ').next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(links(&queried(Lang::En, "")), ["63", "33", "26", "30", "7", "159"]);
    assert_eq!(links(&queried(Lang::En, "sort:completed")), ["7", "26", "30", "33", "63", "159"]);
    assert!(links(&queried(Lang::En, "completed>=30")).is_empty(), "what is not in sight makes no sum");
}

#[test]
fn every_section_has_its_picture() {
    for lang in Lang::ALL {
        let mut harness = queried(lang, "");
        for subject in [Subject::Powers, Subject::Table, Subject::Limits] {
            harness.state_mut().send(liucheng_viewer::command::Command::Leave(Leave::Picture(subject, Shot::Copy)));
            harness.run();
            harness.run();
            let said = tr(lang, "picture-copied");
            assert!(harness.query_by_label(&said).is_some(), "{subject:?} in {lang:?}");
            harness.key_press(egui::Key::Escape);
            harness.run();
        }
    }
}
