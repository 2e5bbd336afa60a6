//! What the reader asked of a table, carried out on its query; needs no window.

use crate::{
    table::{Bin, Cell, ColumnId, Data, Filter, Query, Scalar, SortBy, SortDirection, Table, parse_scalar},
    ui::data_table::{Bound, CellFilter, FacetEdit, SortStep, TableAction},
};

/// Changes `query` as `action` asks; `bins` are those of the column whose popover is open.
pub(super) fn edit(table: &Table, bins: &[Bin], query: &mut Query, action: &TableAction) {
    match action {
        TableAction::Sort { column, step, is_added } => sort(query, &ColumnId::from(*column), *step, *is_added),
        TableAction::FilterCell { row, column, filter } => filter_cell(table, query, *row, column, *filter),
        TableAction::Facet { column, edit } => facet(table, bins, query, column, edit),
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
        None => query.sort.push(SortBy { column: column.clone(), direction }),
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

fn facet(table: &Table, bins: &[Bin], query: &mut Query, column: &str, edit: &FacetEdit) {
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
        FacetEdit::Range { low, high } => {
            let read = |bound: &Option<Bound>, is_high| bound.as_ref().and_then(|bound| scalar(found, bins, bound, is_high));
            let (low, high) = (read(low, false), read(high, true));
            query.set_range(&found.id, low, high);
        }
        FacetEdit::Clear => query.clear(&found.id),
    }
}

/// Whether rows with a value and rows without one pass the filter of a number or date column.
pub(super) fn stated_parts(filter: Option<&Filter>) -> (bool, bool) {
    match filter {
        None => (true, true),
        Some(Filter::Range { not_stated, inverted, .. }) => (true, not_stated != inverted),
        Some(Filter::Values { inverted, .. }) => (*inverted, !inverted),
    }
}

/// The filter with rows that state nothing put in or taken out.
fn toggled_not_stated(filter: Option<&Filter>) -> Filter {
    match filter {
        Some(Filter::Range { low, high, not_stated, inverted }) => {
            Filter::Range { low: *low, high: *high, not_stated: !not_stated, inverted: *inverted }
        }
        // Stated values alone; from there the same click lets everything in again.
        Some(Filter::Values { inverted: true, .. }) => Filter::Range { low: None, high: None, not_stated: true, inverted: false },
        Some(Filter::Values { inverted: false, .. }) | None => Filter::range(None, None),
    }
}

/// A bound as a value: an edge of the histogram, or what was typed; none where it is open or cannot be read.
fn scalar(column: &crate::table::Column, bins: &[Bin], bound: &Bound, is_high: bool) -> Option<Scalar> {
    match bound {
        Bound::Typed(text) => parse_scalar(column, text),
        Bound::Edge(edge) if is_high => {
            // The end of a bin is left out of it, and a range has its ends in: so the largest value below the edge.
            let below = bins.get(..*edge).unwrap_or_default();
            if *edge >= bins.len() {
                None
            } else {
                below.iter().rev().find_map(|bin| Some(bin.extent?.1)).or(below.last().map(|bin| bin.from))
            }
        }
        Bound::Edge(0) => None,
        Bound::Edge(edge) => bins.get(*edge).map(|bin| bin.from),
    }
}
