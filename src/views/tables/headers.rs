//! What a header's menu offers besides the table's own: groups, the order of texts, the unit of money.

use super::{TableView, tools::money_key};
use crate::{
    command::Command,
    dossier::MoneyUnit,
    locale::{Lang, tr},
    sheets::{Head, Holds},
    table::{Collation, Column, ColumnId, Data, SortDirection},
    ui::{
        data_table::{ColumnSpec, FilterKind, HeaderChoice},
        orders::order_words,
    },
    views::Context,
};

/// A list of values has at most so many.
const MOST_LISTED: u32 = 65_536;

/// The choice that gathers rows under the values of a column.
const GROUP: &str = "group";

/// A column of this width under a head, with the filter that goes with what it holds.
pub(in crate::views) fn spec(head: Head, width: f32) -> ColumnSpec {
    let column = ColumnSpec::new(head.id, head.title, width);
    let column = match head.holds {
        Holds::Money => column.filter(FilterKind::Range).money(),
        Holds::Numbers | Holds::Shares | Holds::Dates => column.filter(FilterKind::Range),
        Holds::Words => column,
        Holds::Drawing => column.unsortable(),
    };
    let column = if head.is_hidden { column.hidden() } else { column };
    match head.called {
        Some(name) => column.called(name),
        None => column,
    }
}

/// The columns with what their menus offer.
pub(super) fn with_choices(ctx: &Context<'_>, view: &TableView, columns: &[ColumnSpec]) -> Vec<ColumnSpec> {
    let mut columns = columns.to_vec();
    for column in &mut columns {
        // What only the cells know sorts nothing.
        column.is_sortable &= view.table().column(column.id).is_some();
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
        let collation = view.query().key(column.id).and_then(|key| key.collation);
        if let Some(values) = view.table().column(column.id) {
            let directions = [SortDirection::Ascending, SortDirection::Descending];
            column.orders = directions.map(|direction| order_words(ctx.lang, values, direction, collation).into_owned());
            if matches!(values.data, Data::Text(_)) && column.is_sortable {
                let chosen = view.query().key(column.id).map(|_| collation.unwrap_or(Collation::of(ctx.lang)));
                column.choices.push(text_orders(ctx.lang, chosen));
            }
        }
        if column.is_money {
            let choice = |unit: MoneyUnit| HeaderChoice {
                id: unit.code(),
                title: tr(ctx.lang, money_key(unit)).into_owned(),
                is_chosen: unit == view.money_unit(ctx),
            };
            column.choices.push(MoneyUnit::ALL.map(choice).into());
        }
    }
    columns
}

/// Whether the values of a column can be chosen from a list; of a million names nobody reads one.
fn has_list(column: &Column) -> bool {
    column.num_values().is_some_and(|num| (1..=MOST_LISTED).contains(&num))
}

/// The orders of texts; one of them is chosen where the column is a sort key.
fn text_orders(lang: Lang, chosen: Option<Collation>) -> Vec<HeaderChoice> {
    let orders = Collation::ALL.into_iter().filter(|order| lang == Lang::En || *order != Collation::English);
    let choice = |order: Collation| HeaderChoice {
        id: order.code(),
        title: tr(lang, order.name_key()).into_owned(),
        is_chosen: Some(order) == chosen,
    };
    orders.map(choice).collect()
}

/// Carries out what was chosen in a header's menu.
pub(super) fn choose(ctx: &mut Context<'_>, view: &mut TableView, column: &str, choice: &str) {
    if choice == GROUP {
        view.toggle_group(column);
    } else if let Some(unit) = MoneyUnit::ALL.into_iter().find(|unit| unit.code() == choice) {
        ctx.send(Command::SetMoney(unit));
    } else if let Some(order) = Collation::ALL.into_iter().find(|order| order.code() == choice) {
        let mut query = view.query().clone();
        query.order_texts(&ColumnId::from(column), (order != Collation::of(ctx.lang)).then_some(order));
        view.set_query(query);
    }
}
