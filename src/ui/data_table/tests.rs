//! The table under mouse, keys and a screen reader, without a window.

use egui::{Key, Modifiers, Pos2, Vec2, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use super::{
    sample::{Sample, columns},
    *,
};
use crate::{locale::count_text, ui::theme};

/// A table, what it remembers and what it asked for.
pub(super) struct World {
    pub(super) sample: Sample,
    pub(super) state: TableState,
    sort: Vec<(&'static str, bool)>,
    actions: Vec<TableAction>,
    open_facet: Option<OpenFacet>,
    height: f32,
    /// The faces are there.
    is_ready: bool,
}

pub(super) fn world(num_rows: u32) -> World {
    World {
        sample: Sample::new(num_rows),
        state: TableState::default(),
        sort: Vec::new(),
        actions: Vec::new(),
        open_facet: None,
        height: 0.0,
        is_ready: false,
    }
}

pub(super) fn harness(world: World) -> Harness<'static, World> {
    let mut harness = Harness::builder().with_size(Vec2::new(760.0, 600.0)).build_ui_state(
        |ui, world: &mut World| {
            if !world.is_ready {
                return;
            }
            let columns = columns();
            let sort: Vec<_> =
                world.sort.iter().map(|(column, is_descending)| SortMark { column, is_descending: *is_descending }).collect();
            let table = DataTable::new("sample", Lang::Zh, &columns).accessible_name("项目").sort(&sort).space_below(60.0);
            let response = table.ui(ui, &mut world.state, &world.sample);
            world.height = response.rect.height();
            world.open_facet = response.open_facet;
            world.actions.extend(response.actions);
        },
        world,
    );
    theme::install(&harness.ctx);
    harness.ctx.set_theme(egui::Theme::Light);
    harness.state_mut().is_ready = true;
    harness.run();
    harness
}

pub(super) fn take(harness: &mut Harness<'static, World>) -> Vec<TableAction> {
    std::mem::take(&mut harness.state_mut().actions)
}

/// Clicks and lets the frames pass that egui needs.
pub(super) fn click(harness: &mut Harness<'static, World>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn press(harness: &mut Harness<'static, World>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn a_click_on_a_header_asks_for_an_order() {
    let mut harness = harness(world(14));
    click(&mut harness, "计划总投资");
    assert_eq!(take(&mut harness), [TableAction::Sort { column: "investment", step: SortStep::Cycle, is_added: false }]);
    harness.get_by_label("阶段").click_modifiers(Modifiers::SHIFT);
    harness.run();
    assert_eq!(take(&mut harness), [TableAction::Sort { column: "stage", step: SortStep::Cycle, is_added: true }]);
}

#[test]
fn headers_and_cells_have_names_roles_and_places() {
    let mut world = world(14);
    world.sort = vec![("investment", true), ("stage", false)];
    let harness = harness(world);
    let sorted = harness.get_by_role_and_label(Role::ColumnHeader, "计划总投资，从高到低，第 1 键，共 2 键");
    assert_eq!(sorted.accesskit_node().data().sort_direction(), Some(accesskit::SortDirection::Descending));
    harness.get_by_role_and_label(Role::ColumnHeader, "阶段，从低到高，第 2 键，共 2 键");
    harness.get_by_role_and_label(Role::ColumnHeader, "项目");
    harness.get_by_role_and_label(Role::Button, "筛选 阶段");
    assert!(harness.query_by_label("筛选 项目").is_none(), "a column without a filter has no funnel");
    harness.get_by_role_and_label(Role::GridCell, "盛鑫冶金轧辊");
    harness.get_by_role_and_label(Role::GridCell, "阶段 在建，第 2 行，共 14 行");
    let grid = harness.get_by_role_and_label(Role::Grid, "项目");
    assert_eq!(grid.accesskit_node().data().row_count(), Some(15), "the header is a row of the grid");
    let rows: Vec<_> = grid.children().filter(|child| child.accesskit_node().role() == Role::Row).collect();
    assert_eq!(rows.len(), 15);
    assert_eq!(rows[3].accesskit_node().label().as_deref(), Some("第 3 行，共 14 行"));
    assert_eq!(harness.get_by_label("华锆新材料").accesskit_node().description().as_deref(), Some("第 3 行，共 14 行"));
    for (nr, row) in rows.iter().enumerate() {
        let role = if nr == 0 { Role::ColumnHeader } else { Role::GridCell };
        let cells: Vec<_> = row.children().filter(|cell| cell.accesskit_node().role() == role).collect();
        assert_eq!(row.accesskit_node().data().size_of_set(), Some(cells.len()), "row {nr}");
        for (column_nr, cell) in cells.iter().enumerate() {
            let data = cell.accesskit_node();
            let place = (data.data().row_index(), data.data().column_index(), data.position_in_set());
            assert_eq!(place, (Some(nr), Some(column_nr), Some(column_nr)), "the header comes first, then the rows in their order");
        }
    }
}

#[test]
fn rows_are_selected_one_by_one_and_together() {
    let mut harness = harness(world(14));
    click(&mut harness, "盛鑫冶金轧辊");
    assert_eq!(take(&mut harness), [TableAction::Select(Some(1))]);
    harness.get_by_label("众源科技").click_modifiers(Modifiers::COMMAND);
    harness.run();
    assert_eq!(harness.state().state.selection().rows().collect::<Vec<_>>(), [1, 3]);
    harness.get_by_label("鑫巨龙数控机床").click_modifiers(Modifiers::SHIFT);
    harness.run();
    assert_eq!(harness.state().state.selection().rows().collect::<Vec<_>>(), [3, 4, 5, 6], "from the last one clicked");
    take(&mut harness);
    harness.event(egui::Event::Copy);
    harness.run();
    assert_eq!(take(&mut harness), [TableAction::CopyRows(vec![3, 4, 5, 6])]);
}

#[test]
fn without_selected_rows_the_cell_is_copied() {
    let mut harness = harness(world(14));
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowRight);
    take(&mut harness);
    harness.event(egui::Event::Copy);
    harness.run();
    assert_eq!(take(&mut harness), [TableAction::CopyCell { row: 1, column: "investment" }]);
}

#[test]
fn a_screen_reader_clicks_a_row() {
    let mut harness = harness(world(14));
    harness.get_by_label("众源科技").click_accesskit();
    harness.run();
    assert_eq!(take(&mut harness), [TableAction::Select(Some(3))]);
    harness.get_by_label("计划总投资").click_accesskit();
    harness.run();
    assert_eq!(take(&mut harness), [TableAction::Sort { column: "investment", step: SortStep::Cycle, is_added: false }]);
}

#[test]
fn keys_move_over_rows_and_into_the_header() {
    let mut harness = harness(world(14));
    press(&mut harness, Key::Tab);
    assert_eq!(harness.state().state.place, Some(Place::Row { id: 0, row_nr: 0 }), "the keyboard comes to the first row");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(take(&mut harness), [TableAction::Select(Some(1)), TableAction::Open(1)]);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().state.selection().len(), 2, "Space adds a row");
    for (key, row_nr) in [(Key::End, 2), (Key::PageDown, 13), (Key::PageUp, 0)] {
        press(&mut harness, key);
        assert!(
            matches!(harness.state().state.place, Some(Place::Row { row_nr: nr, .. }) if nr == row_nr),
            "{key:?} {:?}",
            harness.state().state.place
        );
    }
    assert_eq!(harness.state().state.place_column, Some("cluster"), "End went to the last column");
    press(&mut harness, Key::ArrowLeft);
    press(&mut harness, Key::ArrowUp);
    assert_eq!(harness.state().state.place, Some(Place::Header), "up from the first row");
    take(&mut harness);
    press(&mut harness, Key::Enter);
    assert_eq!(take(&mut harness), [TableAction::Sort { column: "stage", step: SortStep::Cycle, is_added: false }]);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().open_facet.map(|facet| facet.column), Some("stage"));
}

#[test]
fn the_active_cell_has_the_focus_of_a_screen_reader() {
    let mut harness = harness(world(14));
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::ArrowDown);
    assert!(harness.get_by_label("盛鑫冶金轧辊").accesskit_node().is_focused(), "the cell, not the table around it");
}

#[test]
fn a_funnel_opens_and_closes_its_filter() {
    let mut harness = harness(world(14));
    click(&mut harness, "筛选 阶段");
    assert_eq!(harness.state().open_facet.map(|facet| facet.column), Some("stage"));
    click(&mut harness, "筛选 阶段");
    assert_eq!(harness.state().open_facet, None);
    assert_eq!(take(&mut harness), [], "a funnel does not sort");
}

#[test]
fn the_menu_of_a_cell_filters() {
    let mut harness = harness(world(14));
    harness.get_by_label("计划总投资 6.3 亿元，第 2 行，共 14 行").click_secondary();
    harness.run();
    take(&mut harness);
    click(&mut harness, "不低于此值");
    assert_eq!(take(&mut harness), [TableAction::FilterCell { row: 1, column: "investment", filter: CellFilter::AtLeast }]);
    assert!(harness.query_by_label("不低于此值").is_none(), "the menu has closed");
}

#[test]
fn a_row_keeps_its_place_in_another_order() {
    let top = |harness: &Harness<'static, World>| {
        let cell = harness.state().sample.row_nr(500).unwrap() + 1;
        harness.get_by_label(&format!("产业 新材料，第 {cell} 行，共 1000 行")).rect().top()
    };
    // The row the keyboard is at; and, with the keyboard in the header, the row it was at, with a record or without.
    for (is_in_header, has_record) in [(false, true), (true, true), (true, false)] {
        let mut harness = harness(world(1000));
        harness.state_mut().state.reveal(500);
        harness.run();
        if !has_record {
            harness.state_mut().state.select(None);
        }
        if is_in_header {
            click(&mut harness, "计划总投资");
        }
        let before = top(&harness);
        harness.state_mut().sample.set((0..1000).rev().collect());
        harness.run();
        assert!((top(&harness) - before).abs() < 0.01, "the keyboard in the header: {is_in_header}, with a record: {has_record}");
        assert_eq!(harness.state().state.current(), has_record.then_some(500), "selection survives");
    }
}

#[test]
fn the_keyboard_goes_on_to_the_row_beside_one_that_is_gone() {
    for (gone, heir) in [(vec![4], 5), (vec![4, 5, 6], 7), ((4..14).collect(), 3)] {
        let mut harness = harness(world(14));
        click(&mut harness, "百盛钛业");
        harness.state_mut().sample.set((0..14).filter(|row| !gone.contains(row)).collect());
        harness.run();
        let row_nr = harness.state().sample.row_nr(heir).unwrap();
        assert_eq!(harness.state().state.place, Some(Place::Row { id: heir, row_nr }), "without {gone:?}");
    }
}

#[test]
fn the_right_button_selects_nothing_and_its_menu_copies_the_row_at_hand() {
    for (selected, copied, name) in
        [(vec![], vec![3], "复制此行"), (vec![1, 2], vec![3], "复制此行"), (vec![3, 1], vec![1, 3], "复制 2 行")]
    {
        let mut harness = harness(world(14));
        harness.state_mut().state.selection.set(selected.clone());
        harness.get_by_label("众源科技").click_secondary();
        harness.run();
        let mut now: Vec<_> = harness.state().state.selection().rows().collect();
        assert!(now.len() == selected.len() && now.iter().all(|row| selected.contains(row)), "{now:?} of {selected:?}");
        now.clear();
        take(&mut harness);
        click(&mut harness, name);
        assert_eq!(take(&mut harness), [TableAction::CopyRows(copied)], "{selected:?} selected");
    }
}

#[test]
fn arrows_enter_a_table_where_nothing_has_the_keyboard() {
    let mut harness = harness(world(14));
    press(&mut harness, Key::ArrowDown);
    assert_eq!(harness.state().state.place, Some(Place::Row { id: 0, row_nr: 0 }));
    press(&mut harness, Key::ArrowDown);
    assert_eq!(harness.state().state.place, Some(Place::Row { id: 1, row_nr: 1 }));
}

#[test]
fn the_key_of_menus_opens_one_with_roles_ticks_and_keys() {
    for (up, name, role, tick) in [(false, "复制", Role::MenuItem, None), (true, "从高到低", Role::MenuItemRadio, Some(true))] {
        let mut world = world(14);
        world.sort = vec![("name", true)];
        let mut harness = harness(world);
        press(&mut harness, Key::Tab);
        if up {
            press(&mut harness, Key::ArrowUp);
        }
        press(&mut harness, Key::Menu);
        let row = harness.get_by_role_and_label(role, name);
        assert_eq!(row.accesskit_node().toggled().map(|toggled| toggled == accesskit::Toggled::True), tick, "{name}");
        let menu = if up { "项目" } else { "华祥新材料" };
        harness.get_by_role_and_label(Role::Menu, menu);
    }
}

#[test]
fn the_cell_with_the_ring_has_its_tooltip_and_no_other_has() {
    let mut harness = harness(world(14));
    let is_told = |harness: &Harness<'static, World>, words: &str| harness.query_by_label(words).is_some();
    harness.hover_at(harness.get_by_label("计划总投资 10 亿元，第 1 行，共 14 行").rect().center());
    for _ in 0..8 {
        harness.step();
    }
    assert!(is_told(&harness, "10 亿元"), "the pointer rests there");
    press(&mut harness, Key::Tab);
    for key in [Key::ArrowDown, Key::ArrowRight] {
        press(&mut harness, key);
    }
    for _ in 0..8 {
        harness.step();
    }
    assert!(is_told(&harness, "6.3 亿元"), "the keyboard came later");
    assert!(!is_told(&harness, "10 亿元"), "one tooltip at a time");
}

#[test]
fn a_narrower_table_keeps_the_cell_of_the_keyboard_in_sight() {
    let mut harness = harness(world(14));
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::End);
    harness.set_size(Vec2::new(420.0, 600.0));
    harness.run();
    let cell = harness.get_by_label("产业 新材料，第 1 行，共 14 行").rect();
    assert!(cell.right() <= 420.0, "{cell:?}");
}

#[test]
fn a_million_rows_draw_only_those_in_sight() {
    for num_rows in [14, 10_000, 1_000_000] {
        let mut harness = harness(world(num_rows));
        harness.state().sample.num_cells_drawn.set(0);
        harness.step();
        let most = 4 * (520 / 28 + 2);
        let drawn = harness.state().sample.num_cells_drawn.get();
        assert!((40..=most).contains(&drawn), "{drawn} cells at {num_rows} rows");
    }
}

#[test]
fn the_wheel_moves_the_same_anywhere() {
    let moved = |row_nr: usize| {
        let mut harness = harness(world(1_000_000));
        harness.state_mut().state.scroll = scroll::ScrollPos { row_nr, offset: 5.0 };
        harness.run();
        harness.hover_at(Pos2::new(100.0, 300.0));
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, -40.0),
            modifiers: Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
        });
        harness.run();
        let pos = harness.state().state.scroll;
        let at = count_text(Lang::Zh, row_nr + 5);
        let top = harness.get_by_label(&format!("产业 新材料，第 {at} 行，共 1,000,000 行")).rect().top();
        (pos.row_nr - row_nr, pos.offset.to_bits(), top.to_bits())
    };
    let near = moved(10);
    assert!(near.0 > 0, "the wheel moves the table: {near:?}");
    assert_eq!(near, moved(999_960), "near the top and near the end");
}

#[test]
fn a_small_table_ends_with_its_rows() {
    let harness = harness(world(14));
    assert!((harness.state().height - (32.0 + 14.0 * 28.0)).abs() < 0.01, "nothing but header and rows");
}
