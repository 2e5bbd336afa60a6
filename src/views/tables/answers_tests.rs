//! Tables small and large as a view asks them, without a window.

use std::{thread, time::Duration};

use egui::Context;

use super::*;
use crate::{
    locale::Bilingual,
    table::{Column, Decimal, MAX_INLINE, NumberBuilder, Scalar, TextBuilder, Units},
};

/// Names of ten kinds, and amounts of which every third is not stated.
fn view(num_rows: u32) -> TableView {
    let (mut name, mut amount) = (TextBuilder::default(), NumberBuilder::new(Units::plain()));
    for row in 0..num_rows {
        name.push(Some(&format!("亿联盛{}", row % 10)));
        amount.push((row % 3 > 0).then(|| Decimal::from(row)));
    }
    let columns = vec![
        Column::new("name", Bilingual::new("名称", "Name"), name),
        Column::new("amount", Bilingual::new("金额", "Amount"), amount).unsearchable(),
    ];
    TableView::new(View::Projects, Table::new(columns).unwrap())
}

/// Looks for answers as frames do, until nothing is waited for any more.
fn settle(view: &mut TableView, ctx: &Context) {
    for _ in 0..3_000 {
        view.poll(ctx);
        if !view.answers.is_busy() {
            return;
        }
        thread::sleep(Duration::from_millis(2));
    }
    panic!("the answer did not come");
}

fn search(view: &mut TableView, text: &str) {
    let query = Query { search: text.to_owned(), ..Query::default() };
    view.set_query(query);
}

#[test]
fn small_tables_answer_in_the_same_frame() {
    let mut view = view(90);
    assert_eq!(view.order().len(), 90, "every row before anything is asked");
    search(&mut view, "yls3");
    assert!(!view.answers.is_busy());
    assert_eq!(view.order(), [3, 13, 23, 33, 43, 53, 63, 73, 83]);
    view.answers.want_facet(Some("name"));
    assert!(view.answers.facet("name").is_some());
    view.answers.want_facet(None);
    assert!(view.answers.facet("name").is_none(), "counts that nobody sees are not worked out");
}

#[test]
fn large_tables_keep_the_old_rows_until_there_are_others() {
    let num_rows = MAX_INLINE + 10_000;
    let (mut view, ctx) = (view(num_rows), Context::default());
    assert_eq!(view.order().len(), num_rows as usize, "never an empty table while working");
    let before = view.answers.generation();
    search(&mut view, "yls3");
    if view.answers.is_busy() {
        assert_eq!((view.order().len(), view.answers.generation()), (num_rows as usize, before));
    }
    settle(&mut view, &ctx);
    assert_eq!(view.order().len(), num_rows as usize / 10);
    assert!(view.answers.generation() > before);
    let before = view.answers.generation();
    view.answers.want_facet(Some("name"));
    settle(&mut view, &ctx);
    assert!(view.answers.facet("name").is_some());
    assert_eq!(view.answers.generation(), before, "the same rows, so nothing moves");
}

#[test]
fn a_row_is_revealed_once_its_rows_are_there() {
    let (mut view, ctx) = (view(MAX_INLINE + 1), Context::default());
    search(&mut view, "yls3");
    settle(&mut view, &ctx);
    view.reveal(7);
    settle(&mut view, &ctx);
    assert_eq!((view.place(7), view.current(), view.awaited), (Some(7), Some(7), None));
    assert!(view.query().keeps_all(), "what hid it is gone");
}

#[test]
fn places_are_those_of_the_order() {
    let mut view = view(60);
    view.set_query_text("yls sort:-amount amount>=10");
    let expected: Vec<Option<usize>> = (0..60).map(|row| view.order().iter().position(|shown| *shown == row)).collect();
    assert!(expected.contains(&None) && expected.contains(&Some(0)));
    // The first few are looked for, the others looked up.
    assert_eq!((0..60).map(|row| view.place(row)).collect::<Vec<_>>(), expected);
}

#[test]
fn what_a_range_hides_is_counted_and_let_in() {
    for num_rows in [90, MAX_INLINE + 10] {
        let (mut view, ctx) = (view(num_rows), Context::default());
        let mut query = Query::default();
        query.at_least(&"amount".into(), Scalar::from(Decimal::from(10)));
        view.set_query(query);
        settle(&mut view, &ctx);
        assert_eq!(view.answers.answer().gaps, [("amount".into(), num_rows.div_ceil(3))]);
        let before = view.order().len();
        view.add_not_stated(&"amount".into());
        settle(&mut view, &ctx);
        assert_eq!(view.order().len() - before, num_rows.div_ceil(3) as usize);
        assert_eq!(view.answers.answer().gaps, []);
    }
}
