//! What the reader asked of a table, carried out on its query; needs no window.

use crate::{
    table::{Cell, ColumnId, Data, Filter, Interval, Query, SortBy, SortDirection, Table},
    ui::data_table::{CellFilter, FacetEdit, SortStep, TableAction},
};

/// Changes `query` as `action` asks.
pub(super) fn edit(table: &Table, query: &mut Query, action: &TableAction) {
    match action {
        TableAction::Sort { column, step, is_added } => sort(query, &ColumnId::from(*column), *step, *is_added),
        TableAction::FilterCell { row, column, filter } => filter_cell(table, query, *row, column, *filter),
        TableAction::Facet { column, edit } => facet(table, query, column, edit),
        TableAction::DropPart(part) => query.drop_part(part),
        TableAction::ClearAll => *query = Query::default(),
        _ => {}
    }
}

fn sort(query: &mut Query, column: &ColumnId, step: SortStep, is_added: bool) {
    let direction = match step {
        SortStep::Cycle => return query.cycle_sort(column, is_added),
        SortStep::AsInReport => return query.sort.retain(|key| key.column != *column),
        SortStep::Ascending => SortDirection::Ascending,
        SortStep::Descending => SortDirection::Descending,
    };
    if !is_added {
        return query.sort_by(column, direction);
    }
    match query.sort.iter_mut().find(|key| key.column == *column) {
        Some(key) => key.direction = direction,
        None => query.sort.push(SortBy::new(column.clone(), direction)),
    }
}

fn filter_cell(table: &Table, query: &mut Query, row: u32, column: &str, filter: CellFilter) {
    let Some(found) = table.column(column) else { return };
    let cell = found.cell(row);
    match (filter, cell) {
        (CellFilter::Only, _) => query.only(&found.id, cell),
        (CellFilter::Not, _) => query.exclude(&found.id, cell),
        (CellFilter::AtLeast, Cell::Scalar(scalar)) => query.at_least(&found.id, scalar),
        (CellFilter::AtMost, Cell::Scalar(scalar)) => query.at_most(&found.id, scalar),
        (CellFilter::AtLeast | CellFilter::AtMost, Cell::Value(..) | Cell::NotStated) => {}
    }
}

fn facet(table: &Table, query: &mut Query, column: &str, edit: &FacetEdit) {
    let Some(found) = table.column(column) else { return };
    let is_range = matches!(found.data, Data::Number(_) | Data::Date(_));
    match edit {
        FacetEdit::Toggle(code) => {
            if let Some(value) = found.value(*code) {
                query.toggle_value(&found.id, Some(value));
            }
        }
        FacetEdit::ToggleNotStated if !is_range => query.toggle_value(&found.id, None),
        FacetEdit::ToggleNotStated => query.set(&found.id, toggled_not_stated(query.filter(column))),
        FacetEdit::ToggleStated => match stated_parts(query.filter(column)) {
            (false, _) => query.clear(&found.id),
            (true, _) => query.set(&found.id, Filter::value(None)),
        },
        FacetEdit::Invert => {
            if let Some(filter) = query.filter(column).cloned() {
                query.set(&found.id, filter.inverse());
            }
        }
        FacetEdit::Range { low, high } => query.set_bounds(&found.id, *low, *high),
        FacetEdit::Clear => query.clear(&found.id),
    }
}

/// Whether rows with a value and rows without one pass the filter of a number or date column.
pub(super) fn stated_parts(filter: Option<&Filter>) -> (bool, bool) {
    match filter {
        None => (true, true),
        Some(Filter::Interval(interval)) => (true, interval.not_stated),
        Some(Filter::Values { inverted, .. }) => (*inverted, !inverted),
    }
}

/// The filter with rows that state nothing put in or taken out.
fn toggled_not_stated(filter: Option<&Filter>) -> Filter {
    match filter {
        Some(Filter::Interval(interval)) => Filter::Interval(Interval { not_stated: !interval.not_stated, ..interval.clone() }),
        // Stated values alone; from there the same click lets everything in again.
        Some(Filter::Values { inverted: true, .. }) => Filter::Interval(Interval::all()),
        Some(Filter::Values { inverted: false, .. }) | None => Filter::range(None, None),
    }
}
