//! What somebody comes to a table for: at most three actions with the mouse each; typing is not counted.

use std::{fs, path::Path};

use atspi::Role;
use liucheng_viewer::locale::{Lang, tr};
use serde_json::Value;

use crate::{session::Home, synthetic, window::Desktop};

/// A window on its projects, and how often the mouse was used in it.
struct Journey {
    desktop: Desktop,
    num_actions: u32,
}

impl Journey {
    fn begin(lang: Lang, more: &[&str]) -> Self {
        let args = ["--lang", lang.code(), "--view", "projects"];
        Self { desktop: Desktop::start(&Home::new(), &[more, &args].concat()), num_actions: 0 }
    }

    fn mouse(&mut self, act: impl FnOnce(&mut Desktop)) {
        self.num_actions += 1;
        assert!(self.num_actions <= 3, "too many actions with the mouse");
        act(&mut self.desktop);
    }

    /// Opens the filter of a column by its funnel and types both ends of a range. A column out of sight is gone to by keys.
    fn range(&mut self, column: &str, ends: [&str; 2]) {
        let funnel = format!("Filter {column}*");
        self.mouse(|desktop| desktop.click_role(Role::Button, &funnel));
        self.desktop.type_text(ends[0]);
        self.desktop.key("Tab");
        self.desktop.type_text(ends[1]);
        self.desktop.key("Return");
    }

    fn signed_in_spring_and_over_a_hundred_million(&mut self) {
        self.range("Planned", ["100", ""]);
        self.desktop.key("End");
        self.range("Date", ["2019-03", "2019-05"]);
    }
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn the_largest_projects_already_producing() {
    let mut journey = Journey::begin(Lang::En, &[]);
    journey.mouse(|desktop| desktop.middle_click("Stage Running*"));
    journey.mouse(|desktop| desktop.click_header("Planned"));
    journey.mouse(|desktop| desktop.click_header("Planned"));
    journey.desktop.expect("1 of 14 projects");
    journey.desktop.expect("Planned, CNY million, descending");
    journey.desktop.expect("Huagao New Materials");
    assert_eq!(journey.desktop.close(), 0);
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn signed_in_spring_2019_and_over_a_hundred_million_is_nobody_here_and_the_window_says_why() {
    let mut journey = Journey::begin(Lang::En, &[]);
    journey.signed_in_spring_and_over_a_hundred_million();
    journey.desktop.expect("0 of 14 projects");
    journey.desktop.expect(&tr(Lang::En, "table-empty"));
    // One settled in April, without an amount.
    let way = |name: &str| name.starts_with("Drop planned") && name.ends_with("+1 row");
    let way = journey.desktop.things().into_iter().find(|thing| way(&thing.name)).expect("a way out");
    journey.mouse(|desktop| desktop.click(&way.name));
    journey.desktop.expect("1 of 14 projects");
    journey.desktop.key("Home");
    journey.desktop.expect("Yiliansheng New Materials");
    assert_eq!(journey.desktop.close(), 0);
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn signed_in_spring_2019_and_over_a_hundred_million_is_found_among_many() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spring");
    synthetic::write(2000, &folder).expect("a made-up dossier");
    let projects: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(folder.join("projects.json")).expect("a file")).expect("a list of projects");
    let is_spring = |project: &Value| {
        let date = project["dates"][0]["date"]["date"].as_str().unwrap_or_default();
        ["2019-03", "2019-04", "2019-05"].iter().any(|month| date.starts_with(month))
    };
    let is_over = |project: &Value| {
        let amount = project["investment"]["text"].as_str().unwrap_or_default();
        amount.strip_suffix("亿元").is_some_and(|number| number.parse::<f64>().expect("a number") >= 1.0)
    };
    let wanted: Vec<&Value> = projects.iter().filter(|project| is_spring(project) && is_over(project)).collect();
    assert!(wanted.len() > 1, "a question with an answer");

    let mut journey = Journey::begin(Lang::En, &[folder.to_str().expect("a path")]);
    journey.signed_in_spring_and_over_a_hundred_million();
    journey.desktop.expect(&format!("{} of 2,000 projects", wanted.len()));
    journey.desktop.key("Home");
    for project in wanted {
        journey.desktop.expect(project["name"]["en"].as_str().expect("a name"));
    }
    assert_eq!(journey.desktop.close(), 0);
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn everything_but_equipment_makers_by_pinyin() {
    let mut journey = Journey::begin(Lang::Zh, &[]);
    journey.mouse(|desktop| desktop.right_click("产业 装备制造*"));
    journey.mouse(|desktop| desktop.click(&tr(Lang::Zh, "table-cell-not")));
    journey.mouse(|desktop| desktop.click_header("项目"));
    journey.desktop.expect("9 / 14 个项目");
    journey.desktop.expect_order("百盛钛业", "北鑫金属");
    journey.desktop.expect_order("北鑫金属", "众源科技");
    assert_eq!(journey.desktop.close(), 0);
}
