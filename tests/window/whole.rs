//! Nothing is cut, covered or out of order: at every size what is on the screen is there whole, and in the order it is read.

use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    dossier::{embedded_files, load_files},
    locale::{Lang, tr, tr_args},
    route::View,
    state::{State, ThemeChoice},
};

use crate::{WIDE, small};

/// The points that a window of [`WIDE`] pixels has at 300 %.
const ENLARGED: [f32; 2] = [WIDE[0] / 3.0, WIDE[1] / 3.0];

fn open(lang: Lang, view: View, size: [f32; 2]) -> Harness<'static, App> {
    crate::open(State { lang, view, ..State::default() }, size)
}

/// The names of everything on the screen in the order in which it is read aloud.
fn read(harness: &Harness<'_, App>) -> Vec<String> {
    harness.query_all_by(|_| true).filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value())).collect()
}

fn place(names: &[String], name: &str) -> usize {
    names.iter().position(|of| of == name).unwrap_or_else(|| panic!("{name:?} is not said"))
}

#[test]
fn a_toolbar_is_read_from_left_to_right() {
    for lang in Lang::ALL {
        let harness = open(lang, View::Projects, WIDE);
        let names = read(&harness);
        let keys = ["saved-caption", "columns-name", "export-name", "beside-article"];
        let places = keys.map(|key| place(&names, &tr(lang, key)));
        assert!(places.is_sorted(), "{lang:?}: {places:?}");
        let lefts = keys.map(|key| harness.get_by_role_and_label(Role::Button, &tr(lang, key)).rect().left());
        assert!(lefts.is_sorted(), "{lang:?}: {lefts:?}");
        let lede = names.iter().position(|name| name.contains("14") && name.contains('7')).expect("what the view holds is said");
        assert!(lede < places[0], "{lang:?}: before the tools");
    }
}

#[test]
fn a_page_begins_below_its_toolbar() {
    // A toolbar without a field and buttons takes as much room as any other.
    let harness = open(Lang::Zh, View::NotStated, WIDE);
    let first = harness.get_by_role_and_label(Role::Heading, "开发区").rect();
    assert!(first.top() >= 48.0 + 20.0, "{first}");
}

#[test]
fn the_bar_below_a_table_leaves_its_last_row_alone() {
    for (lang, last) in [(Lang::Zh, "帅杨木业"), (Lang::En, "Shuaiyang Timber")] {
        for size in [WIDE, [800.0, 600.0]] {
            let harness = open(lang, View::Projects, size);
            let row = harness.get_by_role_and_label(Role::GridCell, last).rect();
            let first = harness.query_all_by_role(Role::GridCell).next().expect("a cell").rect();
            assert!((row.height() - first.height()).abs() < 0.5, "{last} is as high as every row: {row}");
            let total = tr(lang, "projects-total");
            let line = harness
                .query_all_by_role(Role::Row)
                .find(|node| node.accesskit_node().label().is_some_and(|name| name.starts_with(&*total)));
            let top = line.expect("the line of totals").rect().top();
            assert!(top >= row.bottom() + 6.0, "{last} ends at {}, the totals begin at {top}", row.bottom());
        }
    }
}

#[test]
fn nothing_lies_on_a_heading_at_three_hundred_percent() {
    for lang in Lang::ALL {
        let harness = open(lang, View::Approvals, ENLARGED);
        let heading = harness.get_by_role_and_label(Role::Heading, &tr(lang, "approvals-powers")).rect();
        let remark = tr_args(lang, "article-as-of", &[("date", "2020-01-16".into())]);
        let remark = harness.get_by_label(&remark).rect();
        assert!(!heading.shrink(0.5).intersects(remark), "{lang:?}: {heading} and {remark}");
        let harness = open(lang, View::Article, ENLARGED);
        let heading = harness.get_by_role_and_label(Role::Heading, &tr(lang, "view-article")).rect();
        let field = harness.get_by_role_and_label(Role::TextInput, &tr(lang, "find-name")).rect();
        assert!(heading.right() <= field.left() && heading.left() > 0.0, "{lang:?}: {heading} and {field}");
        let source = harness.get_by_role_and_label(Role::Button, &tr(lang, "source-show")).rect();
        assert!(source.right() <= ENLARGED[0], "{lang:?}: {source}");
    }
}

#[test]
fn what_is_beside_a_page_is_read_after_it() {
    for lang in Lang::ALL {
        let names = read(&open(lang, View::Approvals, WIDE));
        let keys = ["approvals-powers", "approvals-windows", "approvals-limits", "approvals-refused"];
        let places = keys.map(|key| place(&names, &tr(lang, key)));
        assert!(places.is_sorted(), "{lang:?}: {places:?}");
    }
}

#[test]
fn headings_among_rows_are_rows_of_the_table() {
    let harness = open(Lang::En, View::Infrastructure, WIDE);
    let names = read(&harness);
    let groups = ["Roads, km", "Pipes, km", "Other works"].map(|name| {
        assert!(harness.query_by_role_and_label(Role::Row, name).is_some(), "{name} is a row");
        place(&names, name)
    });
    let rows = ["Zone roads", "Sewage pipes", "Street lamps"].map(|name| {
        harness.get_by_role_and_label(Role::GridCell, name);
        names.iter().rposition(|of| of == name).expect("a cell")
    });
    assert!(groups.iter().zip(rows).all(|(group, row)| *group < row) && rows[0] < groups[1] && rows[1] < groups[2], "{groups:?} {rows:?}");
}

#[test]
fn marks_and_small_words_of_a_cell_are_said() {
    let harness = open(Lang::En, View::Projects, WIDE);
    for name in [
        "Output, CNY million CNY 350 million, Potential, row 1 of 14",
        "Stage Trial run, Two passages, two stages, row 1 of 14",
        "Product and capacity High-speed steel rolls 10,000 t a year, row 1 of 14",
    ] {
        assert!(harness.query_by_role_and_label(Role::GridCell, name).is_some(), "{name}");
    }
    let lamps = "Length empty, row 7 of 9";
    let harness = open(Lang::En, View::Infrastructure, WIDE);
    assert!(harness.query_by_role_and_label(Role::GridCell, lamps).is_some(), "lamps have no length");
}

#[test]
fn what_does_not_apply_is_not_called_unsaid() {
    for (lang, unit, status) in [(Lang::En, "Unit empty, ", "Status empty, "), (Lang::Zh, "单位 空", "状态 空")] {
        let harness = open(lang, View::Facts, WIDE);
        for name in [unit, status] {
            let mut cells = harness.query_all_by_role(Role::GridCell).filter_map(|cell| cell.accesskit_node().label());
            assert!(cells.any(|cell| cell.starts_with(name)), "{name}");
        }
    }
}

#[test]
fn the_overview_is_one_screen_and_says_all_that_it_shows() {
    for lang in Lang::ALL {
        let harness = open(lang, View::Overview, WIDE);
        assert_eq!(harness.query_all_by_role(Role::ScrollBar).count(), 0, "{lang:?}: nothing to scroll");
        let names = read(&harness);
        let (first, last) = if lang == Lang::Zh {
            ("面积、地图", "优惠政策的内容")
        } else {
            ("Area, map", "what the preferential policies offer")
        };
        assert!(names.iter().any(|name| name.starts_with(first) && name.ends_with(last)), "{lang:?}: what is not stated");
        assert!(names.iter().any(|name| name.contains("2020") && name.contains(if lang == Lang::Zh { "丛艳萍" } else { "Cong Yanping" })));
        let links = harness.query_all_by_role(Role::Link).filter_map(|node| node.accesskit_node().label());
        let year = |name: &str| name.chars().take_while(char::is_ascii_digit).collect::<String>();
        let dates: Vec<String> = links.filter(|name| year(name).len() == 4).collect();
        assert!(dates.len() > 7 && dates.windows(2).all(|pair| year(&pair[0]) <= year(&pair[1])), "{lang:?}: in order: {dates:?}");
        let inferred = tr_args(lang, "timeline-inferred", &[("date", "2019-06-18".into())]);
        assert!(dates.iter().any(|name| name.starts_with(&inferred)), "{lang:?}: {inferred}");
    }
}

/// A window on a dossier made of these files.
fn open_files(lang: Lang, view: View, files: Vec<(String, Vec<u8>)>) -> Harness<'static, App> {
    let state = State { lang, view, theme: ThemeChoice::Light, ..State::default() };
    let dossier = load_files(files).unwrap_or_else(|problems| panic!("{}", small::list(&problems)));
    let mut harness =
        Harness::builder().with_size(WIDE).with_max_steps(20).build_eframe(move |cc| App::new(&cc.egui_ctx, Ok(dossier), state, None));
    harness.run();
    harness
}

/// The embedded dossier with the amount of one project in dollars.
fn with_dollars() -> Vec<(String, Vec<u8>)> {
    let replaced = |name: &str, text: &str| match name {
        "projects.json" => text.replace("6.3亿元", "6300万美元"),
        "article.zh.md" => text.replace("[6.3 亿元]", "[6300 万美元]"),
        "article.en.md" => text.replace("[CNY 630 million]", "[USD 63 million]"),
        _ => text.to_owned(),
    };
    embedded_files().map(|(name, text)| (name.to_owned(), replaced(name, text).into_bytes())).collect()
}

#[test]
fn an_amount_in_another_currency_is_neither_drawn_to_scale_nor_called_unsaid() {
    for (lang, box_name, count, unsaid) in [
        (Lang::En, "Shengxin Metallurgical Rolls, planned total investment USD 63 million", "1 in another currency", "7 not stated"),
        (Lang::Zh, "盛鑫冶金轧辊 计划总投资 6300 万美元", "1 个以另一种货币计", "7 个未说明"),
    ] {
        let harness = open_files(lang, View::Overview, with_dollars());
        let mark =
            harness.query_all_by_role(Role::Link).find(|node| node.accesskit_node().label().is_some_and(|name| name.starts_with(box_name)));
        let width = mark.unwrap_or_else(|| panic!("{box_name} has a mark that leads to it")).rect().width();
        assert!(width < 14.0, "{box_name} is a box of fixed size, not a bar of {width} points");
        for name in [count, unsaid] {
            assert!(harness.query_by_label(name).is_some(), "{name:?} in the key");
        }
    }
}

#[test]
fn two_charts_fill_the_page_as_three_do() {
    let overview = br#"{"charts": [{"kind": "windows"}, {"kind": "stages"}]}"#;
    let files = embedded_files().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let files = files.map(|(name, text)| if name == "overview.json" { (name, overview.to_vec()) } else { (name, text) });
    let harness = open_files(Lang::En, View::Overview, files.collect());
    for name in ["Projects named", "Not stated by the report"] {
        let heading = harness.get_by_role_and_label(Role::Heading, name).rect();
        assert!((600.0..800.0).contains(&heading.left()), "{name} begins the right half: {heading}");
    }
}

#[test]
fn a_heading_has_something_under_it() {
    for lang in Lang::ALL {
        let harness = open_files(lang, View::Approvals, small::files());
        let heading = |key: &str| harness.query_by_role_and_label(Role::Heading, &tr(lang, key)).is_some();
        assert!(heading("approvals-refused") && !heading("approvals-ways") && !heading("not-stated"), "{lang:?}");
    }
}

#[test]
fn one_is_not_several() {
    let one = |key: &str| tr_args(Lang::En, key, &[("count", 1.into()), ("topics", 1.into())]);
    for (key, start) in [
        ("infrastructure-lede", "1 work,"),
        ("not-stated-lede", "1 thing that"),
        ("timeline-cut-off", "1 number ends"),
        ("facts-show-checks", "The one check"),
        ("services-lede", "1 topic, 1 fact"),
        ("overview-figures", "1 number or date"),
    ] {
        assert!(one(key).starts_with(start), "{key}: {}", one(key));
    }
}

#[test]
fn topics_need_no_scrolling_to_their_place() {
    for (lang, size) in [(Lang::Zh, WIDE), (Lang::En, WIDE), (Lang::Zh, [800.0, 600.0])] {
        for view in [View::Services, View::Reform] {
            let harness = open(lang, view, size);
            let header = harness.get_by_role_and_label(Role::ColumnHeader, &tr(lang, "column-place")).rect();
            assert!(header.right() <= size[0], "{lang:?}, {view}: {header}");
        }
    }
}

#[test]
fn the_windows_of_approvals_fit_beside_the_rail() {
    for lang in Lang::ALL {
        let harness = open(lang, View::Approvals, [640.0, 600.0]);
        let header = harness.get_by_role_and_label(Role::ColumnHeader, &tr(lang, "approvals-share")).rect();
        assert!(header.right() <= 640.0, "{lang:?}: {header}");
    }
}
