//! What mouse and keys do to a query.

use std::collections::BTreeSet;

use super::{
    cell::Cell,
    column::ColumnId,
    query::{Filter, Query, SortBy, SortDirection},
    scalar::Scalar,
};

impl Query {
    /// Takes a column's sort key to the next state: ascending, descending, none.
    ///
    /// Without `add` all other keys go; with it they stay, and a new one comes last.
    pub fn cycle_sort(&mut self, column: &ColumnId, add: bool) {
        use SortDirection::{Ascending, Descending};
        let next = match self.sorted(column.as_str()) {
            None => Some(Ascending),
            Some((_, Ascending)) => Some(Descending),
            Some((_, Descending)) => None,
        };
        if !add {
            self.sort.retain(|key| key.column == *column);
        }
        let Some(direction) = next else {
            self.sort.retain(|key| key.column != *column);
            return;
        };
        match self.sort.iter_mut().find(|key| key.column == *column) {
            Some(key) => key.direction = direction,
            None => self.sort.push(SortBy { column: column.clone(), direction }),
        }
    }

    /// Sorts by one column alone.
    pub fn sort_by(&mut self, column: &ColumnId, direction: SortDirection) {
        self.sort = vec![SortBy { column: column.clone(), direction }];
    }

    /// Adds a value to a column's filter or takes it out; `None` is "not stated".
    pub fn toggle_value(&mut self, column: &ColumnId, value: Option<&str>) {
        let mut filter = match self.filter(column.as_str()) {
            Some(Filter::Range { low, high, not_stated, inverted }) if value.is_none() => {
                let filter = Filter::Range { low: *low, high: *high, not_stated: !not_stated, inverted: *inverted };
                return self.set(column, filter);
            }
            Some(filter @ Filter::Values { .. }) => filter.clone(),
            Some(Filter::Range { .. }) | None => Filter::Values { values: BTreeSet::new(), not_stated: false, inverted: false },
        };
        if let Filter::Values { values, not_stated, .. } = &mut filter {
            match value {
                Some(value) => {
                    if !values.remove(value) {
                        values.insert(value.to_owned());
                    }
                }
                None => *not_stated = !*not_stated,
            }
        }
        self.set(column, filter);
    }

    /// Lets only what stands in this cell through.
    pub fn only(&mut self, column: &ColumnId, cell: Cell<'_>) {
        let filter = match cell {
            Cell::NotStated => Filter::value(None),
            Cell::Value(value, _) => Filter::value(Some(value)),
            Cell::Scalar(scalar) => Filter::range(Some(scalar), Some(scalar)),
        };
        self.set(column, filter);
    }

    /// Lets everything through but what stands in this cell; values left out before stay left out.
    pub fn exclude(&mut self, column: &ColumnId, cell: Cell<'_>) {
        let before = self.filter(column.as_str()).cloned();
        let filter = match (cell, before) {
            (Cell::Value(value, _), Some(Filter::Values { mut values, not_stated, inverted })) => {
                if inverted {
                    values.insert(value.to_owned());
                } else {
                    values.remove(value);
                }
                // Leaving out the last value chosen would say nothing; what is meant then is everything else.
                let left = Filter::Values { values, not_stated, inverted };
                left.normal().unwrap_or_else(|| Filter::value(Some(value)).inverse())
            }
            (Cell::Value(value, _), _) => Filter::value(Some(value)).inverse(),
            (Cell::Scalar(scalar), _) => Filter::range(Some(scalar), Some(scalar)).inverse(),
            (Cell::NotStated, Some(Filter::Values { values, inverted: true, .. })) => {
                Filter::Values { values, not_stated: true, inverted: true }
            }
            (Cell::NotStated, Some(Filter::Values { values, inverted: false, .. })) if !values.is_empty() => {
                Filter::Values { values, not_stated: false, inverted: false }
            }
            (Cell::NotStated, Some(Filter::Range { low, high, inverted, .. })) => {
                Filter::Range { low, high, not_stated: inverted, inverted }
            }
            (Cell::NotStated, _) => Filter::value(None).inverse(),
        };
        self.set(column, filter);
    }

    /// Lets nothing through that is less; the upper bound stays.
    pub fn at_least(&mut self, column: &ColumnId, low: Scalar) {
        let (_, high) = self.bounds(column.as_str());
        self.set_range(column, Some(low), high);
    }

    /// Lets nothing through that is more; the lower bound stays.
    pub fn at_most(&mut self, column: &ColumnId, high: Scalar) {
        let (low, _) = self.bounds(column.as_str());
        self.set_range(column, low, Some(high));
    }

    /// Sets both bounds; without any the filter goes.
    pub fn set_range(&mut self, column: &ColumnId, low: Option<Scalar>, high: Option<Scalar>) {
        if low.is_none() && high.is_none() {
            return self.clear(column);
        }
        let not_stated = matches!(self.filter(column.as_str()), Some(Filter::Range { not_stated: true, inverted: false, .. }));
        self.set(column, Filter::Range { low, high, not_stated, inverted: false });
    }

    /// The bounds of a column's range.
    pub fn bounds(&self, column: &str) -> (Option<Scalar>, Option<Scalar>) {
        match self.filter(column) {
            Some(Filter::Range { low, high, inverted: false, .. }) => (*low, *high),
            _ => (None, None),
        }
    }

    /// Sets a column's filter in its place, or last where it had none; one that says nothing is dropped.
    pub fn set(&mut self, column: &ColumnId, filter: Filter) {
        let Some(filter) = filter.normal() else {
            return self.clear(column);
        };
        match self.filters.iter_mut().find(|(id, _)| id == column) {
            Some((_, before)) => *before = filter,
            None => self.filters.push((column.clone(), filter)),
        }
    }

    /// Takes a column's filter away.
    pub fn clear(&mut self, column: &ColumnId) {
        self.filters.retain(|(id, _)| id != column);
    }

    /// Takes all filters and the search away; the order stays.
    pub fn clear_all(&mut self) {
        self.filters.clear();
        self.search.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Decimal, fixture::table};

    const NOT_STATED: Cell<'static> = Cell::NotStated;

    fn value(value: &str) -> Cell<'_> {
        Cell::Value(value, 0)
    }

    fn number(number: i64) -> Scalar {
        Scalar::Number(Decimal::from(number))
    }

    /// A query after some edits, as text.
    fn after(before: &str, edit: impl Fn(&mut Query)) -> String {
        let table = table();
        let mut query = Query::parse(&table, before).unwrap();
        edit(&mut query);
        query.write(&table)
    }

    #[test]
    fn header_clicks_cycle() {
        for (before, add, expected) in [
            ("", false, "sort:name"),
            ("sort:name", false, "sort:-name"),
            ("sort:-name", false, ""),
            ("sort:stage", false, "sort:name"),
            ("sort:stage", true, "sort:stage,name"),
            ("sort:name,stage", true, "sort:-name,stage"),
            ("sort:-name,stage", true, "sort:stage"),
            ("sort:stage,name", false, "sort:-name"),
        ] {
            assert_eq!(after(before, |query| query.cycle_sort(&"name".into(), add)), expected, "{before} add {add}");
        }
    }

    #[test]
    fn values_are_ticked_and_unticked() {
        let stage = || ColumnId::from("stage");
        for (before, ticked, expected) in [
            ("", Some("trial"), "stage:trial"),
            ("stage:trial", Some("building"), "stage:building,trial"),
            ("stage:trial", Some("trial"), ""),
            ("stage:trial", None, "stage:trial,?"),
            ("stage:?", None, ""),
            ("-stage:trial", Some("building"), "-stage:building,trial"),
            ("-stage:trial", Some("trial"), ""),
        ] {
            assert_eq!(after(before, |query| query.toggle_value(&stage(), ticked)), expected, "{before} {ticked:?}");
        }
        assert_eq!(after("investment>=1亿", |query| query.toggle_value(&"investment".into(), None)), "investment>=1亿,?");
    }

    #[test]
    fn cells_narrow_and_exclude() {
        let stage = ColumnId::from("stage");
        for (before, cell, only, excluded) in [
            ("", value("trial"), "stage:trial", "-stage:trial"),
            ("", NOT_STATED, "stage:?", "-stage:?"),
            ("stage:trial", value("trial"), "stage:trial", "-stage:trial"),
            ("stage:building,trial", value("trial"), "stage:trial", "stage:building"),
            ("-stage:building", value("trial"), "stage:trial", "-stage:building,trial"),
            ("-stage:building", NOT_STATED, "stage:?", "-stage:building,?"),
            ("stage:building,?", NOT_STATED, "stage:?", "stage:building"),
        ] {
            assert_eq!(after(before, |query| query.only(&stage, cell)), only, "only, {before}");
            assert_eq!(after(before, |query| query.exclude(&stage, cell)), excluded, "not, {before}");
        }
        let investment = ColumnId::from("investment");
        let cell = Cell::Scalar(number(57_000_000));
        assert_eq!(after("", |query| query.only(&investment, cell)), "investment:5700万");
        assert_eq!(after("", |query| query.exclude(&investment, cell)), "-investment:5700万");
        assert_eq!(after("investment:1亿..2亿,?", |query| query.exclude(&investment, NOT_STATED)), "investment:1亿..2亿");
    }

    #[test]
    fn bounds_meet() {
        let investment = ColumnId::from("investment");
        assert_eq!(after("", |query| query.at_least(&investment, number(10_000))), "investment>=1万");
        assert_eq!(after("investment>=1万", |query| query.at_most(&investment, number(20_000))), "investment:1万..2万");
        assert_eq!(after("investment:1万..2万", |query| query.at_least(&investment, number(20_000))), "investment:2万");
        assert_eq!(after("investment>=1万,? x", |query| query.set_range(&investment, None, Some(number(1)))), "investment<=1,? x");
        assert_eq!(after("investment>=1万 stage:?", |query| query.set_range(&investment, None, None)), "stage:?");
        assert_eq!(after("investment>=1万 x sort:name", Query::clear_all), "sort:name");
    }
}
