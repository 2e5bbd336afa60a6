//! Article and table beside each other: what is clicked in one shows in the other, and stays where it is itself.

use egui::{Rect, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    command::Command,
    dossier,
    locale::{Lang, tr},
    route::{Focus, Route, View},
    state::State,
};

use crate::{WIDE, click_at, open};

fn beside(lang: Lang, view: View, size: [f32; 2]) -> Harness<'static, App> {
    open(State { lang, view, is_beside: true, ..State::default() }, size)
}

/// Where the link of a figure stands first in the account.
pub(super) fn link(harness: &Harness<'_, App>, piece: &str) -> Rect {
    let links = harness.query_all_by_role(Role::Link);
    let mut links = links.filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains(piece)));
    links.next().unwrap_or_else(|| panic!("no link with {piece}")).rect()
}

/// Whether a link in running text, which is as high as its row, can be seen.
pub(super) fn is_in_sight(harness: &Harness<'_, App>, piece: &str) -> bool {
    let mut links = harness.query_all_by_role(Role::Link);
    links.any(|node| {
        let is_named = node.accesskit_node().label().is_some_and(|label| label.contains(piece));
        is_named && node.rect().top() > 48.0 && node.rect().bottom() < 800.0 && node.rect().height() > 22.0
    })
}

/// Where the first cell of a row stands; its record has the same name.
fn row_named(harness: &Harness<'_, App>, name: &str) -> Rect {
    let mut cells = harness.query_all_by_label(name).filter(|node| matches!(node.accesskit_node().role(), Role::Cell | Role::GridCell));
    cells.next().unwrap_or_else(|| panic!("no row {name}")).rect()
}

#[test]
fn article_and_table_stand_beside_each_other_where_there_is_room() {
    for (view, button) in [(View::Article, "表格并排"), (View::Projects, "文章并排")] {
        let mut harness = open(State { lang: Lang::Zh, view, ..State::default() }, WIDE);
        harness.get_by_label(button).click();
        harness.run();
        let row = harness.get_by_label("华祥新材料").rect();
        assert!(link(&harness, "6.3 亿元").left() < row.left(), "the article stands at the left of the table");
        assert_eq!(harness.state().route(), Route::to(view), "{button} leaves the view alone");
        harness.get_by_label(button).click();
        harness.run();
        let has_both = harness.query_by_label("华祥新材料").is_some() && harness.query_all_by_role(Role::Link).count() > 100;
        assert!(!has_both, "{button} closes the other again");
    }
    let narrow = beside(Lang::Zh, View::Article, [800.0, 600.0]);
    assert!(narrow.query_by_label("华祥新材料").is_none(), "a narrow window has room for one");
    assert!(narrow.query_by_label("表格并排").is_none());
}

#[test]
fn a_figure_selects_its_row_beside_and_the_article_does_not_move() {
    for (view, focus) in [(View::Article, None), (View::Projects, Some(Focus::Row(1)))] {
        let mut harness = beside(Lang::Zh, view, WIDE);
        let nr = dossier::embedded().expect("the embedded dossier is whole").find("projects/shengxin/investment").expect("a figure");
        harness.state_mut().send(Command::ShowSentence(nr));
        harness.run();
        let before = link(&harness, "6.3 亿元");
        assert!(before.bottom() < 800.0, "the figure is in sight: {before}");
        click_at(&mut harness, before.center());
        let route = harness.state().route();
        assert_eq!(route.view, view, "the view stays");
        assert!(focus.is_none_or(|focus| focus == route.focus), "{route:?}");
        assert!(harness.query_all_by_label_contains("盛鑫冶金轧辊").count() >= 2, "the row and what it says of itself");
        assert_eq!(link(&harness, "6.3 亿元"), before, "what was clicked stays where it is");
    }
}

#[test]
fn a_figure_of_another_table_brings_that_table() {
    let nr = dossier::embedded().expect("the embedded dossier is whole").find("infrastructure/zone-roads/built").expect("a figure");
    let works = "Zone roads";
    for (view, then, row) in [
        (View::Article, View::Article, works),
        (View::Projects, View::Infrastructure, works),
        (View::Facts, View::Facts, "Zone roads, built"),
    ] {
        let mut harness = beside(Lang::En, view, WIDE);
        harness.state_mut().send(Command::ShowInTable(nr));
        harness.run();
        assert_eq!(harness.state().route().view, then, "from {view}");
        assert!(row_named(&harness, row).top() < 800.0, "from {view}: its row is in sight");
    }
}

#[test]
fn article_and_table_change_sides() {
    for view in [View::Article, View::Projects] {
        let mut harness = beside(Lang::Zh, view, WIDE);
        let is_article_left = |harness: &Harness<'static, App>| link(harness, "56").left() < row_named(harness, "华祥新材料").left();
        assert!(is_article_left(&harness), "{view}");
        harness.get_by_label(&tr(Lang::Zh, "do-swap-panes")).click();
        harness.run();
        assert!(!is_article_left(&harness), "{view}");
        harness.get_by_label(&tr(Lang::Zh, "do-swap-panes")).click();
        harness.run();
        assert!(is_article_left(&harness), "{view}");
    }
}

#[test]
fn a_row_shows_its_sentence_and_the_table_does_not_move() {
    let mut harness = beside(Lang::Zh, View::Projects, WIDE);
    let row = row_named(&harness, "鑫巨龙数控机床");
    assert!(link(&harness, "5700").top() > 800.0, "the sentence is out of sight at first");
    click_at(&mut harness, row.center());
    assert_eq!(harness.state().route(), Route { view: View::Projects, focus: Focus::Row(9) });
    assert!(is_in_sight(&harness, "5700"), "the sentence is in sight, not only a sum that counts it");
    assert_eq!(row_named(&harness, "鑫巨龙数控机床"), row, "the row stays where it is");
}

#[test]
fn nothing_moves_while_nothing_happens_beside() {
    for view in View::ALL {
        let mut harness = beside(Lang::En, view, WIDE);
        harness.step();
        assert_eq!(harness.run_ok(), Some(1), "{view} asks for frames without a cause");
    }
}

#[test]
fn a_row_leads_to_the_sentence_with_its_amount() {
    let mut harness = beside(Lang::Zh, View::Projects, WIDE);
    for (name, amount) in [("盛鑫冶金轧辊", "6.3 亿元"), ("华祥新材料", "10 亿元"), ("众源科技", "1.8 亿元")] {
        let row = row_named(&harness, name);
        click_at(&mut harness, row.center());
        assert!(is_in_sight(&harness, amount), "{name} leads to {amount}");
        harness.key_press(egui::Key::Escape);
        harness.run();
    }
}
