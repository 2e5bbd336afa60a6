//! Rows gathered under the values of a column, with subtotals.

use std::{ops::Range, sync::Arc};

use super::{
    column::{Column, ColumnId, Data},
    engine::Index,
    query::SortBy,
    totals::{Totals, totals},
};

/// Rows by group.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// The rows, group by group; within a group in the order they came in.
    pub order: Arc<Vec<u32>>,
    /// The groups that have rows, in the order of their values; rows that state nothing come last.
    pub groups: Vec<Group>,
}

/// The rows of one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub key: GroupKey,
    /// Their places in [`Groups::order`].
    pub range: Range<usize>,
    /// What the asked columns come to over them, as [`totals`] says.
    pub totals: Vec<Option<Totals>>,
}

/// What the rows of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// A value of a text or choice column, by its number.
    Value(u32),
    /// The year of a date.
    Year(i16),
    /// They state nothing.
    NotStated,
}

impl Index {
    /// Gathers rows by a text or choice column, or a date column's years, with totals of some columns; texts are ordered as
    /// their sort key says, if they have one.
    ///
    /// `None` if there is no such column, or it holds numbers.
    pub fn groups(&mut self, rows: &[u32], by: &str, sort_key: Option<&SortBy>, totals_of: &[ColumnId]) -> Option<Groups> {
        let table = self.table().clone();
        let nr = table.column_nr(by)?;
        let column = table.columns.get(nr).filter(|column| column.can_group())?;
        let mut order = rows.to_vec();
        if let Data::Date(dates) = &column.data {
            order.sort_by_key(|row| dates.value(*row).map_or(i16::MAX, |date| date.parts().0));
        } else {
            let sorted = self.sorted(nr, sort_key.and_then(|key| key.collation))?;
            order.sort_by_key(|row| sorted.ranks.get(*row));
        }
        let mut groups: Vec<Group> = Vec::new();
        for (at, row) in order.iter().enumerate() {
            let key = key(column, *row);
            match groups.last_mut().filter(|group| group.key == key) {
                Some(group) => group.range.end = at + 1,
                None => groups.push(Group { key, range: at..at + 1, totals: Vec::new() }),
            }
        }
        for group in &mut groups {
            let rows = order.get(group.range.clone()).unwrap_or_default();
            group.totals = totals_of.iter().map(|id| totals(&table, id.as_str(), rows)).collect();
        }
        Some(Groups { order: Arc::new(order), groups })
    }
}

fn key(column: &Column, row: u32) -> GroupKey {
    match &column.data {
        Data::Date(dates) => dates.value(row).map_or(GroupKey::NotStated, |date| GroupKey::Year(date.parts().0)),
        _ => column.code(row).filter(|code| Some(*code) < column.num_values()).map_or(GroupKey::NotStated, GroupKey::Value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Query, fixture::table};

    #[test]
    fn gathers_by_value() {
        for (by, expected) in [
            ("stage", "talks [5] -5 · building [2, 1] 57000000 · trial [0] 350000000 · running [4] 57000000 · – [3] 100000000"),
            ("name", "重庆朝阳 [2] 0 · 盛信 [4, 1] 114000000 · 亿联盛 [0] 350000000 · ＬＥＤ照明 [3] 100000000 · – [5] -5"),
            ("signed", "2018 [4] 57000000 · 2019 [5, 3, 1, 0] 506999995 · – [2] 0"),
        ] {
            let table = Arc::new(table());
            let mut index = Index::new(table.clone());
            let rows = [5, 4, 3, 2, 1, 0];
            let groups = index.groups(&rows, by, None, &["investment".into()]).unwrap();
            let name = |key: GroupKey| match key {
                GroupKey::Value(code) => table.column(by).unwrap().value(code).unwrap().to_owned(),
                GroupKey::Year(year) => year.to_string(),
                GroupKey::NotStated => "–".to_owned(),
            };
            let show = |group: &Group| {
                let sum = group.totals[0].as_ref().unwrap().sum.clone().unwrap();
                format!("{} {:?} {sum}", name(group.key), &groups.order[group.range.clone()])
            };
            let shown: Vec<String> = groups.groups.iter().map(show).collect();
            // Within a year the dates' own order must not show: the rows come as they came.
            assert_eq!(shown.join(" · "), expected, "{by}");
        }
        assert_eq!(Index::new(Arc::new(table())).groups(&[0], "investment", None, &[]), None);
        assert_eq!(*Index::new(Arc::new(table())).rows(&Query::default()).order, [0, 1, 2, 3, 4, 5]);
    }
}
