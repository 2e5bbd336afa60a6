//! Popovers and the sentence under mouse and keys, without a window.

use std::sync::Arc;

use egui::{Key, Rect, Vec2, accesskit::Role, pos2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use super::*;
use crate::{
    locale::Bilingual,
    table::{Bound, ChoiceBuilder, Column, Decimal, Filter, Index, NumberBuilder, Part, Scalar, SortDirection, Table, TextBuilder, Units},
    ui::{
        data_table::{ColumnSpec, FilterKind, SortStep},
        marks::Mark,
        sentence::Sentence,
        theme,
    },
};

const AMOUNTS: [Option<i64>; 14] =
    [Some(1000), Some(630), Some(200), Some(180), Some(150), Some(150), Some(57), None, None, None, None, None, None, None];
const STAGES: [&str; 14] = [
    "landed", "building", "running", "landed", "landed", "landed", "landed", "building", "building", "building", "building", "trial",
    "trial", "trial",
];

/// Fourteen projects: name, investment, stage.
fn table() -> Arc<Table> {
    let stages = [
        ("talks", "在谈", "In talks"),
        ("landed", "落地", "Landed"),
        ("building", "在建", "Building"),
        ("trial", "试生产", "Trial run"),
        ("running", "投产", "Running"),
    ];
    let mut stage = ChoiceBuilder::from_names(stages.map(|(id, zh, en)| (id, Bilingual::new(zh, en))));
    let mut investment = NumberBuilder::new(Units::money());
    let mut name = TextBuilder::default();
    for (nr, (amount, id)) in AMOUNTS.into_iter().zip(STAGES).enumerate() {
        name.push_with(&format!("项目{nr}"), &format!("Project {nr}"), &[]);
        investment.push(amount.map(|millions| Decimal::from(millions * 1_000_000)));
        stage.push_id(Some(id));
    }
    let columns = vec![
        Column::new("name", Bilingual::new("项目", "Project"), name),
        Column::new("investment", Bilingual::new("计划总投资", "Planned investment"), investment),
        Column::new("stage", Bilingual::new("阶段", "Stage"), stage),
    ];
    Arc::new(Table::new(columns).unwrap())
}

struct World {
    lang: Lang,
    index: Index,
    query: Query,
    state: TableState,
    actions: Vec<TableAction>,
    is_ready: bool,
}

fn world(lang: Lang) -> World {
    World { lang, index: Index::new(table()), query: Query::default(), state: TableState::default(), actions: Vec::new(), is_ready: false }
}

fn specs(lang: Lang) -> Vec<ColumnSpec> {
    let title = |zh: &str, en: &str| Bilingual::new(zh, en).get(lang).to_owned();
    vec![
        ColumnSpec::new("name", title("项目", "Project"), 152.0).filter(FilterKind::Values),
        ColumnSpec::new("investment", title("计划总投资", "Planned investment"), 204.0).filter(FilterKind::Range),
        ColumnSpec::new("stage", title("阶段", "Stage"), 100.0).filter(FilterKind::Values),
    ]
}

fn draw(ui: &mut egui::Ui, world: &mut World) {
    if !world.is_ready {
        return;
    }
    let columns = specs(world.lang);
    let rows = world.index.rows(&world.query);
    let table = world.index.table().clone();
    let noun = Bilingual::new("个项目", "projects");
    let sentence = Sentence {
        notice: None,
        has_sections: false,
        lang: world.lang,
        columns: &columns,
        table: &table,
        query: &world.query,
        num_rows: rows.order.len(),
        num_all: 14,
        noun: noun.get(world.lang),
    };
    world.actions.extend(sentence.ui(ui, &mut world.state));
    let Some(spec) = columns.iter().find(|spec| world.state.is_facet_open(spec.id)) else { return };
    let facet = world.index.facet(&world.query, spec.id).unwrap();
    let popover = FacetPopover {
        lang: world.lang,
        open: OpenFacet { column: spec.id, anchor: Rect::from_min_max(pos2(100.0, 36.0), pos2(300.0, 68.0)) },
        title: &spec.title,
        column: table.column(spec.id).unwrap(),
        facet: &facet,
        query: &world.query,
        num_left: rows.order.len(),
        money: Some(("亿元", Decimal::from(100_000_000))),
        mark: &|code| (spec.id == "stage").then(|| Mark::ALL[code as usize]),
    };
    let actions = popover.ui(ui, &mut world.state);
    for action in &actions {
        apply(&mut world.query, &table, action);
    }
    world.actions.extend(actions);
}

/// What a view does with these actions, as far as the tests need it.
fn apply(query: &mut Query, table: &Table, action: &TableAction) {
    let TableAction::Facet { column, edit } = action else { return };
    let column = table.column(column).unwrap();
    match edit {
        FacetEdit::Toggle(code) => query.toggle_value(&column.id, column.value(*code)),
        FacetEdit::Clear => query.clear(&column.id),
        FacetEdit::Range { low, high } => query.set_bounds(&column.id, *low, *high),
        _ => {}
    }
}

fn harness(world: World) -> Harness<'static, World> {
    let mut harness = Harness::builder().with_size(Vec2::new(760.0, 480.0)).build_ui_state(draw, world);
    theme::install(&harness.ctx);
    harness.ctx.set_theme(egui::Theme::Light);
    harness.state_mut().is_ready = true;
    harness.run();
    harness
}

fn open(harness: &mut Harness<'static, World>, column: &'static str) {
    harness.state_mut().state.open_facet(column);
    harness.run();
    harness.run();
}

fn yuan(millions: i64) -> Scalar {
    Scalar::from(Decimal::from(millions * 1_000_000))
}

#[test]
fn a_tick_applies_at_once() {
    let mut harness = harness(world(Lang::Zh));
    open(&mut harness, "stage");
    harness.get_by_role_and_label(Role::CheckBox, "在建").click();
    harness.run();
    harness.get_by_label("留下 5 行");
    harness.get_by_role_and_label(Role::CheckBox, "试生产").click();
    harness.run();
    harness.get_by_label("留下 8 行");
    assert_eq!(harness.get_by_role_and_label(Role::CheckBox, "在建").accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    harness.get_by_label("清除").click();
    harness.run();
    harness.get_by_label("留下 14 行");
    harness.get_by_label("完成").click();
    harness.run();
    assert!(!harness.state().state.is_facet_open("stage"), "done");
}

#[test]
fn values_without_rows_come_last_and_can_be_ticked() {
    let mut harness = harness(world(Lang::En));
    open(&mut harness, "stage");
    let last = harness.get_all_by_role(Role::CheckBox).last().unwrap().accesskit_node().label();
    assert_eq!(last.as_deref(), Some("In talks"));
    harness.get_by_label("In talks").click();
    harness.run();
    harness.get_by_label("Leaves 0 rows");
}

#[test]
fn a_long_list_is_searched_in_both_languages() {
    let mut harness = harness(world(Lang::Zh));
    open(&mut harness, "name");
    assert!(harness.get_by_role_and_label(Role::TextInput, "查找").accesskit_node().is_focused(), "the keyboard is in the field");
    harness.get_by_role_and_label(Role::TextInput, "查找").type_text("project 13");
    harness.run();
    assert_eq!(harness.get_all_by_role(Role::CheckBox).count(), 1);
    harness.get_by_label("项目13");
}

#[test]
fn escape_closes() {
    let mut harness = harness(world(Lang::Zh));
    open(&mut harness, "stage");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("完成").is_none(), "the popover is gone");
}

#[test]
fn a_range_is_typed() {
    let mut harness = harness(world(Lang::Zh));
    open(&mut harness, "investment");
    harness.get_by_role_and_label(Role::TextInput, "下限").type_text("1亿");
    harness.run();
    assert_eq!(harness.state().query.filter("investment"), Some(&Filter::range(Some(yuan(100)), None)));
    harness.get_by_label("留下 6 行");
    harness.get_by_role_and_label(Role::TextInput, "上限").focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "上限").type_text("2亿");
    harness.run();
    assert_eq!(harness.state().query.filter("investment"), Some(&Filter::range(Some(yuan(100)), Some(yuan(200)))), "the other end stays");
}

#[test]
fn handles_move_bin_by_bin() {
    let mut harness = harness(world(Lang::Zh));
    open(&mut harness, "investment");
    harness.get_by_role_and_label(Role::Slider, "下限").focus();
    harness.run();
    harness.state_mut().actions.clear();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let moved = FacetEdit::Range { low: Some(yuan(100).into()), high: None };
    assert_eq!(harness.state().actions, [TableAction::Facet { column: "investment", edit: moved }]);
}

#[test]
fn a_handle_is_dragged() {
    let mut harness = harness(world(Lang::Zh));
    open(&mut harness, "investment");
    let from = harness.get_by_role_and_label(Role::Slider, "上限").rect().center();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from - Vec2::new(60.0, 0.0));
    harness.step();
    harness.drop_at(from - Vec2::new(60.0, 0.0));
    harness.run();
    let is_moved = |action: &TableAction| {
        matches!(action, TableAction::Facet { edit: FacetEdit::Range { low: None, high: Some(Bound { is_open: true, .. }) }, .. })
    };
    assert!(harness.state().actions.iter().any(is_moved), "{:?}", harness.state().actions);
}

#[test]
fn order_and_absence_are_chosen_beside_the_range() {
    let mut harness = harness(world(Lang::Zh));
    open(&mut harness, "investment");
    harness.get_by_role_and_label(Role::RadioButton, "从低到高").click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "报道未说明").click();
    harness.run();
    let asked = [
        TableAction::Sort { column: "investment", step: SortStep::Ascending, is_added: false },
        TableAction::Facet { column: "investment", edit: FacetEdit::ToggleNotStated },
    ];
    assert_eq!(harness.state().actions, asked);
}

#[test]
fn the_sentence_says_what_is_shown() {
    for (lang, count, filter, order) in [
        (Lang::Zh, "6 / 14 个项目", "计划总投资 ≥ 1 亿元", "计划总投资 从高到低"),
        (Lang::En, "6 of 14 projects", "planned investment ≥ 100 million", "planned investment, descending"),
    ] {
        let mut world = world(lang);
        world.query.at_least(&"investment".into(), yuan(100));
        world.query.sort_by(&"investment".into(), SortDirection::Descending);
        let mut harness = harness(world);
        harness.get_by_label(count);
        harness.get_by_label(order);
        harness.get_by_label(filter).click();
        harness.run();
        assert!(harness.state().state.is_facet_open("investment"), "a click on a pill opens its filter");
        harness.key_press(Key::Escape);
        harness.run();
        let drop = if lang == Lang::Zh { "去掉 计划总投资 从高到低" } else { "Drop planned investment, descending" };
        harness.get_by_label(drop).click();
        harness.run();
        assert_eq!(harness.state().actions.last(), Some(&TableAction::DropPart(Part::Sort(0))));
    }
}

#[test]
fn the_whole_query_is_copied_and_cleared() {
    let mut world = world(Lang::En);
    world.query.search = "metal".to_owned();
    let mut harness = harness(world);
    harness.get_by_label("containing metal");
    harness.get_by_label("Copy link").click();
    harness.run();
    harness.get_by_label("Clear all").click();
    harness.run();
    assert_eq!(harness.state().actions, [TableAction::CopyLink, TableAction::ClearAll]);
}
