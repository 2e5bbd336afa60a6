//! What somebody comes for, in at most three actions with the mouse each; typing is not counted.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{app::App, locale::Lang, route::View, state::State};

use crate::WIDE;

/// A window, and how often the mouse was used in it.
struct Journey {
    window: Harness<'static, App>,
    actions: usize,
}

impl Journey {
    fn begin(lang: Lang) -> Self {
        let state = State { lang, view: View::Projects, ..State::default() };
        Self { window: crate::open(state, WIDE), actions: 0 }
    }

    /// Where something of this role is whose name begins so.
    fn place(&self, role: Role, name: &str) -> Pos2 {
        let mut nodes = self.window.query_all_by_role(role);
        let node = nodes.find(|node| node.accesskit_node().label().unwrap_or_default().starts_with(name));
        node.unwrap_or_else(|| panic!("no {role:?} {name}")).rect().center()
    }

    fn mouse(&mut self, button: PointerButton, role: Role, name: &str) {
        let pos = self.place(role, name);
        self.window.event(Event::PointerMoved(pos));
        for pressed in [true, false] {
            self.window.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        }
        self.window.run();
        self.window.run();
        self.actions += 1;
    }

    fn type_text(&mut self, text: &str) {
        self.window.event(Event::Text(text.to_owned()));
        self.window.run();
    }

    /// Opens the filter of a column by its funnel and types both ends of a range.
    fn range(&mut self, column: &str, ends: [&str; 2]) {
        self.mouse(PointerButton::Primary, Role::Button, &format!("筛选 {column}"));
        self.type_text(ends[0]);
        for key in [Key::Tab, Key::Enter] {
            self.window.key_press(key);
            self.window.run();
            if key == Key::Tab && !ends[1].is_empty() {
                self.type_text(ends[1]);
            }
        }
    }

    /// The names of the rows in sight, from the top.
    fn rows(&self) -> Vec<String> {
        let cells: Vec<_> = self.window.query_all_by_role(Role::GridCell).collect();
        let left = cells.iter().map(|node| node.rect().left()).fold(f32::INFINITY, f32::min);
        let first = cells.iter().filter(|node| node.rect().left() <= left);
        let mut rows: Vec<_> = first.map(|node| (node.rect().top(), node.accesskit_node().label().unwrap_or_default())).collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(self.actions <= 3, "{} actions", self.actions);
        rows.into_iter().map(|(_, name)| name).collect()
    }
}

#[test]
fn the_largest_projects_already_producing() {
    let mut journey = Journey::begin(Lang::En);
    journey.mouse(PointerButton::Middle, Role::GridCell, "Stage Running");
    journey.mouse(PointerButton::Primary, Role::ColumnHeader, "Planned");
    journey.mouse(PointerButton::Primary, Role::ColumnHeader, "Planned");
    assert_eq!(journey.rows(), ["Huagao New Materials"]);
    assert!(journey.window.query_all_by_label_contains("descending").next().is_some(), "the largest first");
}

#[test]
fn signed_in_spring_2019_and_over_a_hundred_million() {
    let mut journey = Journey::begin(Lang::Zh);
    journey.range("计划总投资", ["1亿", ""]);
    journey.window.key_press(Key::End);
    journey.window.run();
    journey.range("日期", ["2019-03", "2019-05"]);
    assert_eq!(journey.rows(), [""; 0], "nobody is known to have");
    let mut named = journey.window.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    let way = named.find(|name| name.contains("计划总投资") && name.ends_with("，多 1 行")).expect("a way out");
    drop(named);
    journey.mouse(PointerButton::Primary, Role::Button, &way);
    journey.window.key_press(Key::Home);
    journey.window.run();
    assert_eq!(journey.rows(), ["亿联盛新材料"], "settled in April, without an amount");
}

#[test]
fn everything_but_equipment_makers_by_pinyin() {
    let mut journey = Journey::begin(Lang::Zh);
    journey.mouse(PointerButton::Secondary, Role::GridCell, "产业 装备制造");
    journey.mouse(PointerButton::Primary, Role::MenuItem, "排除此值");
    journey.mouse(PointerButton::Primary, Role::ColumnHeader, "项目");
    let rows = journey.rows();
    let expected = ["百盛钛业", "北鑫金属", "航天阳光光纤", "恒杰新材", "华锆新材料", "华祥新材料", "帅杨木业", "源东方钒钛", "众源科技"];
    assert_eq!(rows, expected);
}

#[test]
fn the_same_with_keys_alone() {
    let mut journey = Journey::begin(Lang::En);
    journey.window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    journey.window.run();
    journey.window.run();
    journey.type_text("-cluster:equipment");
    assert_eq!(journey.rows().len(), 9);
    assert_eq!(journey.actions, 0);
}
