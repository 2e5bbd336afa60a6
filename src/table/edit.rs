//! What mouse and keys do to a query.

use std::collections::BTreeSet;

use super::{
    cell::Cell,
    collation::Collation,
    column::ColumnId,
    interval::{Bound, Interval},
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
            None => self.sort.push(SortBy::new(column.clone(), direction)),
        }
    }

    /// Sorts by one column alone; texts keep the order that was chosen for them.
    pub fn sort_by(&mut self, column: &ColumnId, direction: SortDirection) {
        let collation = self.key(column.as_str()).and_then(|key| key.collation);
        self.sort = vec![SortBy { collation, ..SortBy::new(column.clone(), direction) }];
    }

    /// Orders the texts of a column in this way; a column that is no key becomes the only one.
    pub fn order_texts(&mut self, column: &ColumnId, collation: Option<Collation>) {
        if self.key(column.as_str()).is_none() {
            self.sort_by(column, SortDirection::Ascending);
        }
        self.sort.iter_mut().filter(|key| key.column == *column).for_each(|key| key.collation = collation);
    }

    /// Adds a value to a column's filter or takes it out; `None` is "not stated".
    pub fn toggle_value(&mut self, column: &ColumnId, value: Option<&str>) {
        let mut filter = match self.filter(column.as_str()) {
            Some(Filter::Interval(interval)) if value.is_none() => {
                let interval = Interval { not_stated: !interval.not_stated, ..interval.clone() };
                return self.set(column, Filter::Interval(interval));
            }
            Some(filter @ Filter::Values { .. }) => filter.clone(),
            Some(Filter::Interval(_)) | None => Filter::Values { values: BTreeSet::new(), not_stated: false, inverted: false },
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
            Cell::Scalar(scalar) => Filter::scalar(scalar),
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
            (Cell::Scalar(scalar), Some(Filter::Interval(interval))) => Filter::Interval(interval.without(scalar)),
            (Cell::Scalar(scalar), Some(Filter::Values { inverted: true, .. })) => {
                Filter::Interval(Interval { not_stated: false, ..Interval::all().without(scalar) })
            }
            (Cell::Scalar(scalar), _) => Filter::Interval(Interval::all().without(scalar)),
            (Cell::NotStated, Some(Filter::Values { values, inverted: true, .. })) => {
                Filter::Values { values, not_stated: true, inverted: true }
            }
            (Cell::NotStated, Some(Filter::Values { values, inverted: false, .. })) if !values.is_empty() => {
                Filter::Values { values, not_stated: false, inverted: false }
            }
            (Cell::NotStated, Some(Filter::Interval(interval))) => Filter::Interval(Interval { not_stated: false, ..interval }),
            (Cell::NotStated, _) => Filter::value(None).inverse(),
        };
        self.set(column, filter);
    }

    /// Lets nothing through that is less; an upper bound of the same measure stays.
    pub fn at_least(&mut self, column: &ColumnId, low: Scalar) {
        let high = self.plain_bounds(column).and_then(|interval| interval.high);
        let both = Interval::new(Some(low.into()), high);
        self.narrow(column, both.low, both.high.filter(|_| !both.is_mixed()));
    }

    /// Lets nothing through that is more; a lower bound of the same measure stays.
    pub fn at_most(&mut self, column: &ColumnId, high: Scalar) {
        let low = self.plain_bounds(column).and_then(|interval| interval.low);
        let both = Interval::new(low, Some(high.into()));
        self.narrow(column, both.low.filter(|_| !both.is_mixed()), both.high);
    }

    /// The bounds of a column that leave out what lies outside.
    fn plain_bounds(&self, column: &ColumnId) -> Option<&Interval> {
        self.filter(column.as_str()).and_then(Filter::interval).filter(|interval| !interval.inverted)
    }

    fn narrow(&mut self, column: &ColumnId, low: Option<Bound>, high: Option<Bound>) {
        if self.plain_bounds(column).is_none() {
            self.clear(column);
        }
        self.set_bounds(column, low, high);
    }

    /// Sets both bounds, and leaves the rest of the filter as it is; without any bound or single value left out it goes.
    pub fn set_bounds(&mut self, column: &ColumnId, low: Option<Bound>, high: Option<Bound>) {
        let before = self.filter(column.as_str()).and_then(Filter::interval).cloned().unwrap_or_else(Interval::all);
        let (was_bounded, is_bounded) = (before.is_bounded(), low.is_some() || high.is_some());
        let interval = Interval {
            low,
            high,
            inverted: before.inverted && was_bounded && is_bounded,
            except: if before.inverted && !was_bounded { BTreeSet::new() } else { before.except },
            not_stated: if is_bounded { before.not_stated && was_bounded } else { true },
        };
        self.set(column, Filter::Interval(interval));
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
        Scalar::from(Decimal::from(number))
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
        for (before, excluded) in [
            ("-investment:1亿", "-investment:5700万,1亿"),
            ("-investment:1亿,?", "-investment:5700万,1亿,?"),
            ("investment>=1万,?", "investment>=1万,? -investment:5700万"),
            ("investment>1万 -investment:1亿", "investment>1万 -investment:5700万,1亿"),
            ("-investment:1亿..2亿", "-investment:1亿..2亿 -investment:5700万"),
            ("investment:5700万", "-investment:5700万"),
            ("investment:5700万,1亿", "investment:1亿"),
            ("-investment:?", "-investment:5700万,?"),
            ("investment:?", "-investment:5700万"),
        ] {
            assert_eq!(after(before, |query| query.exclude(&investment, cell)), excluded, "not, {before}");
        }
    }

    #[test]
    fn bounds_meet() {
        let investment = ColumnId::from("investment");
        assert_eq!(after("", |query| query.at_least(&investment, number(10_000))), "investment>=1万");
        assert_eq!(after("investment>=1万", |query| query.at_most(&investment, number(20_000))), "investment:1万..2万");
        assert_eq!(after("investment:1万..2万", |query| query.at_least(&investment, number(20_000))), "investment:2万");
        assert_eq!(after("-investment:1亿..2亿", |query| query.at_least(&investment, number(20_000))), "investment>=2万");
        for (before, low, high, expected) in [
            ("investment>=1万,? x", None, Some(number(1)), "investment<=1元,? x"),
            ("investment>=1万 stage:?", None, None, "stage:?"),
            ("-investment:1亿..2亿", Some(number(20_000)), None, "-investment>=2万"),
            ("investment>=1万 -investment:1亿", None, Some(number(20_000)), "investment<=2万 -investment:1亿"),
            ("investment>=1万 -investment:1亿", None, None, "-investment:1亿"),
            ("investment:1亿,2亿", Some(number(20_000)), None, "investment>=2万"),
        ] {
            let (low, high) = (low.map(Bound::from), high.map(Bound::from));
            assert_eq!(after(before, |query| query.set_bounds(&investment, low, high)), expected, "{before}");
        }
        assert_eq!(after("investment>=1万 x sort:name", Query::clear_all), "sort:name");
    }
}
