//! What a header's menu offers besides the table's own: the order of texts, the unit of money.

use super::{TableView, tools::money_key};
use crate::{
    command::Command,
    dossier::MoneyUnit,
    locale::{Lang, tr},
    table::{Collation, Data},
    ui::data_table::{ColumnSpec, HeaderChoice},
    views::Context,
};

/// The columns with what their menus offer.
pub(super) fn with_choices(ctx: &Context<'_>, view: &TableView, columns: &[ColumnSpec]) -> Vec<ColumnSpec> {
    let mut columns = columns.to_vec();
    for column in &mut columns {
        let is_text = view.table().column(column.id).is_some_and(|column| matches!(column.data, Data::Text(_)));
        if is_text && column.is_sortable {
            column.choices.extend(text_orders(ctx.lang, view.text_order(ctx.lang)));
        }
        if column.is_money {
            column.choices.extend(MoneyUnit::ALL.map(|unit| HeaderChoice {
                id: unit.code(),
                title: tr(ctx.lang, money_key(unit)).into_owned(),
                is_chosen: unit == ctx.money_unit(),
            }));
        }
    }
    columns
}

fn text_orders(lang: Lang, chosen: Collation) -> Vec<HeaderChoice> {
    let orders = Collation::ALL.into_iter().filter(|order| lang == Lang::En || *order != Collation::English);
    let choice =
        |order: Collation| HeaderChoice { id: order.code(), title: tr(lang, order_key(order)).into_owned(), is_chosen: order == chosen };
    orders.map(choice).collect()
}

fn order_key(order: Collation) -> &'static str {
    match order {
        Collation::Pinyin => "text-order-pinyin",
        Collation::Stroke => "text-order-stroke",
        Collation::English => "text-order-english",
    }
}

/// Carries out what was chosen in a header's menu.
pub(super) fn choose(ctx: &mut Context<'_>, view: &mut TableView, choice: &str) {
    if let Some(unit) = MoneyUnit::ALL.into_iter().find(|unit| unit.code() == choice) {
        ctx.send(Command::SetMoney(unit));
    } else if let Some(order) = Collation::ALL.into_iter().find(|order| order.code() == choice) {
        view.set_text_order(ctx.lang, order);
        ctx.send(Command::KeepTables);
    }
}
