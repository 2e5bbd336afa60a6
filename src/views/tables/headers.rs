//! What a header's menu offers besides the table's own: groups, the order of texts, the unit of money.

use super::{TableView, tools::money_key};
use crate::{
    command::Command,
    dossier::MoneyUnit,
    locale::{Lang, tr},
    table::{Collation, Column, Data},
    ui::data_table::{ColumnSpec, FilterKind, HeaderChoice},
    views::Context,
};

/// A list of values has at most so many.
const MOST_LISTED: u32 = 65_536;

/// The choice that gathers rows under the values of a column.
const GROUP: &str = "group";

/// The columns with what their menus offer.
pub(super) fn with_choices(ctx: &Context<'_>, view: &TableView, columns: &[ColumnSpec]) -> Vec<ColumnSpec> {
    let mut columns = columns.to_vec();
    for column in &mut columns {
        let is_grouped = view.query().group.as_ref().is_some_and(|group| group.as_str() == column.id);
        if view.table().column(column.id).is_some_and(Column::can_group) {
            column.choices.push(vec![HeaderChoice {
                id: GROUP,
                title: tr(ctx.lang, "table-group-by").into_owned(),
                is_chosen: is_grouped,
            }]);
        }
        if column.filter == FilterKind::None && view.table().column(column.id).is_some_and(has_list) {
            column.filter = FilterKind::Values;
        }
        let is_text = view.table().column(column.id).is_some_and(|column| matches!(column.data, Data::Text(_)));
        if is_text && column.is_sortable {
            column.choices.push(text_orders(ctx.lang, view.text_order(ctx.lang)));
        }
        if column.is_money {
            let choice = |unit: MoneyUnit| HeaderChoice {
                id: unit.code(),
                title: tr(ctx.lang, money_key(unit)).into_owned(),
                is_chosen: unit == ctx.money_unit(),
            };
            column.choices.push(MoneyUnit::ALL.map(choice).into());
        }
    }
    columns
}

/// Whether the texts of a column can be chosen from a list; of a million names nobody reads one.
fn has_list(column: &Column) -> bool {
    matches!(column.data, Data::Text(_)) && column.num_values().is_some_and(|num| (1..=MOST_LISTED).contains(&num))
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
pub(super) fn choose(ctx: &mut Context<'_>, view: &mut TableView, column: &str, choice: &str) {
    if choice == GROUP {
        view.toggle_group(column);
    } else if let Some(unit) = MoneyUnit::ALL.into_iter().find(|unit| unit.code() == choice) {
        ctx.send(Command::SetMoney(unit));
    } else if let Some(order) = Collation::ALL.into_iter().find(|order| order.code() == choice) {
        view.set_text_order(ctx.lang, order);
        ctx.send(Command::KeepTables);
    }
}
