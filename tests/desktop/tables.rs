//! What somebody comes to a table for: at most three actions with the mouse each; typing is not counted.

use atspi::Role;
use liucheng_viewer::locale::{Lang, tr};

use crate::{session::Home, window::Desktop};

fn projects(lang: Lang) -> Desktop {
    Desktop::start(&Home::new(), &["--lang", lang.code(), "--view", "projects"])
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn the_largest_projects_already_producing() {
    let mut desktop = projects(Lang::En);
    desktop.middle_click("Stage Running*");
    desktop.click_header("Planned");
    desktop.click_header("Planned");
    desktop.expect("1 of 14 projects");
    desktop.expect("Planned, CNY million, descending");
    desktop.expect("Huagao New Materials");
    assert_eq!(desktop.close(), 0);
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn signed_in_spring_2019_and_over_a_hundred_million() {
    let mut desktop = projects(Lang::En);
    desktop.click_role(Role::Entry, "Search");
    desktop.type_text("date:2019-04..2019-06 investment>100000000");
    desktop.expect("1 of 14 projects");
    desktop.expect("Shengxin Metallurgical Rolls");
    assert_eq!(desktop.close(), 0);
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn everything_but_equipment_makers_by_pinyin() {
    let mut desktop = projects(Lang::Zh);
    desktop.right_click("产业 装备制造*");
    desktop.click(&tr(Lang::Zh, "table-cell-not"));
    desktop.click_header("项目");
    desktop.expect("9 / 14 个项目");
    desktop.expect_order("百盛钛业", "北鑫金属");
    desktop.expect_order("北鑫金属", "众源科技");
    assert_eq!(desktop.close(), 0);
}
