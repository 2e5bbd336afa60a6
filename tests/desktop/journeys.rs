//! Journeys of somebody who hears the window: everything is found by name and role, and done by its action or by keys.

use atspi::{Role, State};
use liucheng_viewer::{
    dossier::embedded,
    locale::{Lang, tr, tr_args},
    route::View,
};

use crate::{session::Home, window::Desktop};

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn a_table_is_found_with_its_rows_and_their_places_and_says_its_order() {
    let dossier = embedded().expect("the embedded dossier");
    let count = dossier.projects.len();
    for lang in Lang::ALL {
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code()]);
        let views = desktop.thing(Role::PageTabList, &tr(lang, "app-views"));
        let tabs = desktop.children(&views);
        assert_eq!(tabs.len(), View::ALL.len(), "{tabs:?}");
        for (nr, (tab, view)) in tabs.iter().zip(View::ALL).enumerate() {
            assert_eq!((tab.role, tab.name.as_str()), (Role::PageTab, &*tr(lang, view.name_key())));
            assert_eq!(desktop.position(tab), Some([nr + 1, View::ALL.len()]), "{tab}");
        }
        desktop.activate(&desktop.thing(Role::PageTab, &tr(lang, "view-projects")));

        let table = desktop.thing(Role::Table, &tr(lang, "view-projects"));
        let places = |desktop: &Desktop| {
            let rows = desktop.children(&table).into_iter().filter(|row| row.role == Role::TableRow);
            let first = |row| Some((desktop.position(&row)?, desktop.children(&row).first()?.name.clone()));
            rows.filter_map(first).collect::<Vec<_>>()
        };
        let before = places(&desktop);
        let expected: Vec<_> = (1..=count).map(|nr| [nr, count]).collect();
        assert_eq!(before.iter().map(|(place, _)| *place).collect::<Vec<_>>(), expected, "{lang:?}");

        let rows: Vec<_> = desktop.children(&table).into_iter().filter(|row| row.role == Role::TableRow).collect();
        for (row, role) in rows.iter().zip([Role::ColumnHeader, Role::TableCell]) {
            let cells: Vec<_> = desktop.children(row).into_iter().filter(|cell| cell.role == role).collect();
            assert!(cells.len() > 3, "the header comes first, then the rows: {cells:?} in {lang:?}");
            for (nr, cell) in cells.iter().enumerate() {
                assert_eq!(desktop.position(cell), Some([nr + 1, cells.len()]), "{cell}");
            }
        }

        // In English the unit stands in the header.
        let header = desktop.thing(Role::ColumnHeader, &format!("{}*", tr(lang, "projects-investment")));
        desktop.activate(&header);
        let ascending = tr_args(lang, "table-header-ascending", &[("column", header.name.as_str().into())]);
        desktop.thing(Role::ColumnHeader, &ascending);
        assert_ne!(places(&desktop), before, "in another order, {lang:?}");
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn a_figure_of_the_article_leads_to_its_row() {
    let dossier = embedded().expect("the embedded dossier");
    let project = dossier.projects.held().iter().find(|row| row.investment.is_some()).expect("a project with an amount");
    let figure = dossier.figure(project.investment.expect("an amount"));
    for lang in Lang::ALL {
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code(), "--view", "article"]);
        let link = desktop.thing(Role::Link, &format!("{}*", figure.label.get(lang)));
        desktop.activate(&link);
        desktop.expect_announced(&format!("{} {}", figure.label.get(lang), figure.display(lang)));
        let row = desktop.thing(Role::TableCell, project.name.get(lang));
        assert!(row.is(State::Selected), "{row} is not selected");
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn a_doubted_number_leads_to_its_sum_its_row_and_back() {
    let dossier = embedded().expect("the embedded dossier");
    let figure = |id: &str| dossier.figure(dossier.find(id).expect("a figure"));
    for lang in Lang::ALL {
        let [doubted, whole] = ["zone/signed/landed", "zone/signed/total"].map(|id| format!("{}*", figure(id).label.get(lang)));
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code(), "--view", "article"]);
        desktop.key("ctrl+f");
        desktop.type_text("45");
        let link = desktop.thing(Role::Link, &doubted);
        let is_worked = desktop.things().iter().any(|thing| thing.name.contains("45 + 11 = 56") && desktop.place(thing).is_some());
        assert!(is_worked, "the sum stands with the text, {lang:?}");

        desktop.activate(&link);
        let facts = desktop.thing(Role::PageTab, &tr(lang, "view-facts"));
        assert!(facts.is(State::Selected), "its row is among the facts, {lang:?}");
        desktop.thing(Role::Link, &whole);

        desktop.key("alt+Left");
        let article = desktop.thing(Role::PageTab, &tr(lang, "view-article"));
        assert!(article.is(State::Selected), "back in the article, {lang:?}");
        let back = desktop.thing(Role::Link, &doubted);
        assert_eq!(desktop.place(&back), desktop.place(&link), "where it was, {lang:?}");
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn a_chart_is_a_list_with_a_description_and_a_mark_leads_to_its_sentence() {
    let dossier = embedded().expect("the embedded dossier");
    for lang in Lang::ALL {
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code()]);
        let chart = desktop.thing(Role::List, &tr(lang, "chart-windows"));
        let windows = &dossier.approvals.windows;
        assert_eq!(chart.description, tr_args(lang, "chart-told", &[("count", windows.len().into())]));
        let rows = desktop.children(&chart);
        assert_eq!(rows.len(), windows.len(), "{rows:?}");
        for (nr, (row, window)) in rows.iter().zip(windows).enumerate() {
            let done = dossier.figure(window.completed.expect("cases")).quantity().expect("a number").parts(lang).integer;
            assert_eq!((row.role, row.name.clone()), (Role::ListItem, format!("{} {done}", window.name.get(lang))));
            assert_eq!(desktop.position(row), Some([nr + 1, windows.len()]), "{row}");
        }

        let marks = desktop.children(rows.last().expect("a row"));
        let mark = marks.iter().find(|thing| thing.role == Role::Link).expect("a mark to activate");
        desktop.activate(mark);
        let services = dossier.article(lang).sections.iter().map(|section| section.title.as_str());
        let tab = desktop.thing(Role::PageTab, &tr(lang, "view-article"));
        assert!(tab.is(State::Selected), "the article is open");
        let section =
            services.clone().find(|title| desktop.things().iter().any(|thing| thing.role == Role::Heading && thing.name == *title));
        assert!(section.is_some(), "no heading of the article in {lang:?}");
        let link = desktop.thing(Role::Link, &mark.name);
        let [_, top, _, height] = desktop.place(&link).expect("a place in the window");
        assert!(top > 0 && top + height < 800, "{link} is at {top}, out of sight");
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn how_many_places_were_found_is_announced() {
    for lang in Lang::ALL {
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code(), "--view", "article"]);
        desktop.key("ctrl+f");
        let focused = desktop.focused().expect("something with the keyboard's focus");
        assert_eq!((focused.role, focused.name.as_str()), (Role::Entry, &*tr(lang, "find-name")));
        desktop.type_text("56");
        // How many there are is not this test's to say.
        let told = tr_args(lang, "find-said", &[("at", 1.into()), ("count", "…".into())]);
        desktop.expect_announced(told.split('…').next().expect("the words before the count"));
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn how_many_rows_a_filter_leaves_is_announced() {
    let dossier = embedded().expect("the embedded dossier");
    for lang in Lang::ALL {
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code(), "--view", "projects"]);
        desktop.key("ctrl+f");
        desktop.type_text("yls");
        let all = tr_args(lang, "table-count-of", &[("all", dossier.projects.len().to_string().into()), ("noun", "".into())]);
        desktop.expect_announced(format!("1 {}", all.trim_end()).as_str());
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn the_questions_of_a_visitor_are_answered_aloud() {
    for lang in Lang::ALL {
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code()]);
        // Do 45 and 11 make 56?
        desktop.thing(Role::Label, &format!("45 + 11 = 56 {}", tr(lang, "verdict-agrees")));
        // How long do approvals take at most, and is that a promise or a target?
        desktop.key("5");
        desktop.thing(Role::Label, &tr(lang, "approvals-promise"));
        desktop.thing(Role::Label, &tr(lang, "approvals-target"));
        // Which projects already produce?
        desktop.key("3");
        desktop.key("ctrl+f");
        desktop.type_text(if lang == Lang::Zh { "阶段:投产,试生产" } else { "stage:running,trial" });
        let dossier = embedded().expect("the embedded dossier");
        desktop.expect_gone(Role::TableCell, dossier.projects.held().iter().find(|row| row.id == "huaxiang").expect("华祥").name.get(lang));
        desktop.thing(Role::TableCell, dossier.projects.held().iter().find(|row| row.id == "huagao").expect("华锆").name.get(lang));
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}
