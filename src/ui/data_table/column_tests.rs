//! Columns hidden, widened and moved with the mouse, without a window.

use egui::{Vec2, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use super::{
    TableAction,
    sample::columns,
    tests::{click, harness, take, world},
};

#[test]
fn columns_are_hidden_and_come_back() {
    let mut harness = harness(world(14));
    harness.get_by_label("阶段").click_secondary();
    harness.run();
    click(&mut harness, "隐藏此列");
    harness.run();
    assert!(harness.query_by_role_and_label(Role::ColumnHeader, "阶段").is_none(), "the column is gone");
    assert_eq!(take(&mut harness), [TableAction::ColumnsChanged]);
    harness.get_by_label("计划总投资").click_secondary();
    harness.run();
    click(&mut harness, "恢复各列");
    harness.run();
    harness.get_by_role_and_label(Role::ColumnHeader, "阶段");
}

#[test]
fn a_column_is_made_wider_by_its_edge() {
    let mut harness = harness(world(14));
    let edge = harness.get_by_role_and_label(Role::ColumnHeader, "项目").rect().right_center();
    harness.drag_at(edge);
    harness.run();
    harness.hover_at(edge + Vec2::new(40.0, 0.0));
    harness.run();
    harness.drop_at(edge + Vec2::new(40.0, 0.0));
    harness.run();
    assert_eq!(harness.state().state.choices.widths.get("name"), Some(&196.0));
    assert_eq!(take(&mut harness), [TableAction::ColumnsChanged], "and nothing was sorted");
}

#[test]
fn a_header_is_dragged_to_another_place() {
    let mut harness = harness(world(14));
    let from = harness.get_by_role_and_label(Role::ColumnHeader, "阶段").rect().center();
    let to = harness.get_by_role_and_label(Role::ColumnHeader, "计划总投资").rect().left_center() + Vec2::new(10.0, 0.0);
    harness.drag_at(from);
    harness.run();
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
    let columns = columns();
    let order: Vec<_> = harness.state().state.choices.visible(&columns).iter().map(|column| column.id).collect();
    assert_eq!(order, ["name", "stage", "investment", "cluster"]);
}

#[test]
fn escape_ends_the_drag_of_a_header() {
    let mut harness = harness(world(14));
    let from = harness.get_by_role_and_label(Role::ColumnHeader, "阶段").rect().center();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from - Vec2::new(300.0, 0.0));
    harness.run();
    assert!(harness.state_mut().state.close_popover(), "Escape has something to close");
    harness.drop_at(from - Vec2::new(300.0, 0.0));
    harness.run();
    assert_eq!(take(&mut harness), [], "nothing has moved");
}

#[test]
fn a_header_held_at_the_edge_moves_the_columns_on() {
    let mut harness = harness(world(14));
    harness.set_size(Vec2::new(400.0, 600.0));
    harness.run();
    let from = harness.get_by_role_and_label(Role::ColumnHeader, "计划总投资").rect().center();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(egui::Pos2::new(395.0, from.y));
    for _ in 0..12 {
        harness.step();
    }
    harness.drop_at(egui::Pos2::new(395.0, from.y));
    harness.run();
    let columns = columns();
    let order: Vec<_> = harness.state().state.choices.visible(&columns).iter().map(|column| column.id).collect();
    assert_eq!(order, ["name", "stage", "cluster", "investment"], "behind the last column, which was out of sight");
}
