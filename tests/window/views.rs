//! The whole window, driven by the names that a screen reader reads: every view, both languages.

use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::Command,
    dossier::{self, FigureNr},
    locale::{Lang, tr},
    route::{Focus, Route, View},
    state::State,
};

use crate::WIDE;

/// The window of the embedded dossier, without a saved state.
fn open(lang: Lang, view: View, size: [f32; 2]) -> Harness<'static, App> {
    open_zoomed(lang, view, size, 1.0)
}

fn open_zoomed(lang: Lang, view: View, size: [f32; 2], zoom: f32) -> Harness<'static, App> {
    crate::open(State { lang, view, zoom, ..State::default() }, size)
}

/// The row names of the projects in the order of the screen.
fn names_from_the_top(harness: &Harness<'_, App>, names: &[&str]) -> Vec<String> {
    let mut found: Vec<(f32, String)> = names
        .iter()
        .filter_map(|name| harness.query_all_by_label(name).next().map(|node| (node.rect().top(), (*name).to_owned())))
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, name)| name).collect()
}

fn figure(id: &str) -> FigureNr {
    dossier::embedded().expect("the embedded dossier is whole").find(id).unwrap_or_else(|| panic!("no figure {id}"))
}

#[test]
fn every_view_opens_from_the_sidebar_in_both_languages() {
    for lang in Lang::ALL {
        let mut harness = open(lang, View::Facts, WIDE);
        for view in View::ALL {
            let name = tr(lang, view.name_key());
            harness.get_all_by_label(&name).next().expect("an item of the sidebar").click();
            harness.run();
            assert_eq!(harness.state().route(), Route::to(view), "a click on {name}");
        }
    }
}

#[test]
fn every_view_is_drawn_at_every_size_language_and_zoom() {
    let sizes = [
        ([1280.0, 800.0], 1.0),
        ([800.0, 600.0], 1.0),
        ([1280.0, 800.0], 2.0),
        ([800.0, 600.0], 2.0),
        ([640.0, 400.0], 1.0),
        ([3840.0, 2160.0], 1.0),
    ];
    for (size, zoom) in sizes {
        for lang in Lang::ALL {
            for view in View::ALL {
                let harness = open_zoomed(lang, view, size, zoom);
                let dossier = dossier::embedded().expect("the embedded dossier is whole");
                let name =
                    if view == View::Overview { dossier.meta.place.get(lang).to_owned() } else { tr(lang, view.name_key()).into_owned() };
                let heading = harness.query_all_by_role_and_label(Role::Heading, &name).next();
                assert!(heading.is_some(), "{view} in {lang:?} at {size:?} × {zoom} has no heading {name}");
            }
        }
    }
}

#[test]
fn digits_open_views_but_not_while_typing() {
    let mut harness = open(Lang::En, View::Projects, WIDE);
    for (key, view) in [(egui::Key::Num1, View::Overview), (egui::Key::Num0, View::NotStated), (egui::Key::Num3, View::Projects)] {
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().route().view, view);
    }
    harness.get_by_label("Search").click();
    harness.run();
    harness.get_by_label("Search").type_text("1");
    harness.key_press(egui::Key::Num1);
    harness.run();
    assert_eq!(harness.state().route().view, View::Projects, "a digit typed into the search field is text");
}

#[test]
fn a_header_sorts_up_down_and_as_in_the_report() {
    for (lang, header, names) in [
        (Lang::Zh, "计划总投资", ["鑫巨龙数控机床", "盛鑫冶金轧辊", "华祥新材料", "亿联盛新材料"]),
        (
            Lang::En,
            "Planned, CNY million",
            ["Xinjulong Machine Tools", "Shengxin Metallurgical Rolls", "Huaxiang New Materials", "Yiliansheng New Materials"],
        ),
    ] {
        let mut harness = open(lang, View::Projects, WIDE);
        let as_in_report = names_from_the_top(&harness, &names);
        let mut orders = Vec::new();
        for _ in 0..3 {
            let node = harness
                .query_all_by_label_contains(header)
                .find(|node| node.accesskit_node().role() == egui::accesskit::Role::ColumnHeader);
            node.expect("the header of the amounts").click();
            harness.run();
            orders.push(names_from_the_top(&harness, &names));
        }
        let [small, middle, large, unstated] = names.map(str::to_owned);
        assert_eq!(orders[0], [small.clone(), middle.clone(), large.clone(), unstated.clone()], "ascending, not stated last");
        assert_eq!(orders[1], [large, middle, small, unstated], "descending, not stated last");
        assert_eq!(orders[2], as_in_report, "as in the report");
    }
}

#[test]
fn words_filter_the_rows_and_one_click_clears() {
    let mut harness = open(Lang::En, View::Projects, WIDE);
    harness.get_by_label("Search").click();
    harness.run();
    harness.get_by_label("Search").type_text("yls");
    harness.run();
    assert!(harness.query_by_label("Yiliansheng New Materials").is_some(), "found by the initials of 亿联盛");
    assert!(harness.query_by_label("Huaxiang New Materials").is_none());
    assert!(harness.query_by_label("1 of 14 projects").is_some());
    harness.get_by_label("Clear all").click();
    harness.run();
    assert!(harness.query_by_label("14 projects").is_some());
}

#[test]
fn a_value_of_a_funnel_filters() {
    let mut harness = open(Lang::En, View::Projects, WIDE);
    harness.get_by_label("Filter Stage").click();
    harness.run();
    let values = harness.query_all_by_label("Running").find(|node| node.accesskit_node().role() == egui::accesskit::Role::CheckBox);
    values.expect("the stage is in the list").click();
    harness.run();
    assert!(harness.query_by_label("1 of 14 projects").is_some());
    assert!(harness.query_by_label("Huagao New Materials").is_some());
}

#[test]
fn a_row_opens_its_record_and_leads_to_its_sentence() {
    let mut harness = open(Lang::Zh, View::Projects, WIDE);
    harness.get_by_label("盛鑫冶金轧辊").click();
    harness.run();
    assert_eq!(harness.state().route().focus, Focus::Row(1));
    assert!(harness.query_by_label("计划总投资6.3亿元").is_some(), "the phrase stands under its value");
    harness.get_by_label("看原句").click();
    harness.run();
    assert_eq!(harness.state().route().view, View::Article);
    harness.state_mut().send(Command::Back);
    harness.run();
    assert_eq!(harness.state().route(), Route { view: View::Projects, focus: Focus::Row(1) }, "back to the row");
}

#[test]
fn a_figure_of_the_article_opens_its_row() {
    for lang in Lang::ALL {
        for (id, view) in [
            ("projects/shengxin/investment", View::Projects),
            ("infrastructure/zone-roads/built", View::Infrastructure),
            ("approvals/windows/market/completed", View::Approvals),
            ("approvals/limits/before-start/days", View::Services),
            ("approvals/powers/total", View::Facts),
            ("services/stewards/visits", View::Services),
            ("reform/upgrades/underway", View::Reform),
            ("zone/signed/total", View::Facts),
        ] {
            let mut harness = open(lang, View::Article, WIDE);
            let nr = figure(id);
            harness.state_mut().send(Command::ShowSentence(nr));
            harness.run();
            let dossier = dossier::embedded().expect("the embedded dossier is whole");
            let named = dossier.figure(nr).label.get(lang).to_owned();
            let mut links = harness.query_all_by_role(Role::Link);
            let link = links.find(|link| link.accesskit_node().label().is_some_and(|label| label.starts_with(&named)));
            link.unwrap_or_else(|| panic!("{id} has a link in {lang:?}")).click();
            drop(links);
            harness.run();
            let route = harness.state().route();
            assert_eq!(route.view, view, "{id} in {lang:?}");
            assert!(matches!(route.focus, Focus::Row(_)), "{id} in {lang:?} selects its row");
        }
    }
}

#[test]
fn the_language_switches_at_once() {
    let mut harness = open(Lang::Zh, View::Projects, WIDE);
    harness.get_by_label("English").click();
    harness.run();
    assert_eq!(harness.state().lang(), Lang::En);
    assert!(harness.query_by_label("Huaxiang New Materials").is_some());
    harness.get_by_label("中文").click();
    harness.run();
    assert!(harness.query_by_label("华祥新材料").is_some());
}

#[test]
fn escape_closes_the_record_and_then_nothing() {
    let mut harness = open(Lang::Zh, View::Projects, WIDE);
    harness.get_by_label("盛鑫冶金轧辊").click();
    harness.run();
    harness.key_press(egui::Key::Escape);
    harness.run();
    assert_eq!(harness.state().route(), Route::to(View::Projects));
    assert!(harness.query_by_label("计划总投资6.3亿元").is_none());
}

#[test]
fn nothing_moves_while_nothing_happens() {
    for view in View::ALL {
        let mut harness = open(Lang::En, view, WIDE);
        harness.step();
        assert_eq!(harness.run_ok(), Some(1), "{view} asks for frames without a cause");
    }
}

#[test]
fn a_mark_of_the_overview_leads_to_its_sentence() {
    for lang in Lang::ALL {
        let mut harness = open(lang, View::Overview, WIDE);
        let dossier = dossier::embedded().expect("the embedded dossier is whole");
        let part = dossier.figure(figure("zone/signed/not-landed"));
        let name = format!("{} {}", part.label.get(lang), part.display(lang));
        harness.get_all_by_label(&name).next().expect("the part of the funnel").click();
        harness.run();
        let route = Route { view: View::Article, focus: Focus::Figure(figure("zone/signed/not-landed")) };
        assert_eq!(harness.state().route(), route, "{name}");
    }
}

#[test]
fn an_event_is_selected_on_the_axis_and_shown_at_the_right() {
    let mut harness = open(Lang::Zh, View::Timeline, WIDE);
    harness.get_by_label("2019-06-18，年份推定 盛鑫冶金轧辊 动工").click();
    harness.run();
    assert!(matches!(harness.state().route(), Route { view: View::Timeline, focus: Focus::Row(_) }));
    assert!(harness.query_by_label("6月18日").is_some(), "the phrase stands under its value");
    assert!(harness.query_by_label("看原句").is_some());
}

#[test]
fn the_overview_fits_without_scrolling() {
    for lang in Lang::ALL {
        let harness = open(lang, View::Overview, WIDE);
        let last = tr(lang, "chart-one-project");
        let node = harness.get_all_by_label(&last).next().expect("the key of the last chart");
        assert!(node.rect().bottom() < WIDE[1], "{last} ends at {}", node.rect().bottom());
    }
}

#[test]
fn names_are_ordered_as_the_language_does() {
    for (lang, header, first, last) in
        [(Lang::Zh, "项目", "百盛钛业", "众源科技"), (Lang::En, "Project", "Baisheng Titanium", "Zhongyuan Technology")]
    {
        let mut harness = open(lang, View::Projects, WIDE);
        let node = harness.query_all_by_label(header).find(|node| node.accesskit_node().role() == egui::accesskit::Role::ColumnHeader);
        node.expect("the header of the names").click();
        harness.run();
        let tops = [first, last].map(|name| harness.get_by_label(name).rect().top());
        assert!(tops[0] < tops[1], "{first} stands before {last}");
    }
}

#[test]
fn all_checks_are_listed_under_the_facts_with_the_reasons_of_refusals() {
    for lang in Lang::ALL {
        let mut harness = open(lang, View::Facts, WIDE);
        let dossier = dossier::embedded().expect("the embedded dossier is whole");
        let num_checks = dossier.checks.len();
        let show = match lang {
            Lang::En => format!("All {num_checks} checks"),
            Lang::Zh => format!("全部 {num_checks} 项核对"),
        };
        // The sidebar leads to them as well.
        harness.query_all_by_label(&show).last().expect("a link under the facts").click();
        harness.run();
        for check in &dossier.checks {
            assert!(harness.query_all_by_label(check.name.get(lang)).next().is_some(), "{} in {lang:?}", check.id);
        }
    }
}

#[test]
fn no_field_covers_the_name_of_its_view_however_small_the_window_and_large_its_text() {
    let mut num_fields = 0;
    for (lang, view) in Lang::ALL.into_iter().flat_map(|lang| View::ALL.map(|view| (lang, view))) {
        // The window of 1280 × 800 at 300 %, and the smallest one.
        for size in [[427.0, 267.0], [640.0, 400.0]] {
            let harness = crate::open(State { lang, view, ..State::default() }, size);
            let [search, name] = ["app-search-name", view.name_key()].map(|key| tr(lang, key));
            let Some(field) = harness.query_by_label(&search) else { continue };
            num_fields += 1;
            let title = harness.query_all_by_role_and_label(Role::Heading, &name).next().expect("the name").rect();
            assert!(title.right() <= field.rect().left(), "{name} at {title:?}, the field at {:?} in {size:?}", field.rect());
        }
    }
    assert!(num_fields >= 4 * 6, "{num_fields} fields were looked at");
}
