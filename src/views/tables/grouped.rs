//! Rows under the heads of their groups, some of them folded away: which line of the screen is what.

use std::{collections::BTreeSet, sync::Arc};

use super::TableView;
use crate::{
    locale::{Lang, tr},
    table::{Answer, Column, Group, GroupKey, Groups},
    ui::data_table::RowId,
};

/// The lines of a grouped table.
#[derive(Clone, Debug, Default)]
pub(super) struct Grouped {
    /// The rows, group by group.
    order: Arc<Vec<RowId>>,
    heads: Vec<Head>,
    num_lines: usize,
}

/// The head of a group.
#[derive(Clone, Copy, Debug)]
struct Head {
    /// Its line.
    line: usize,
    /// The place of its first row in the order.
    first: usize,
    num_rows: usize,
    is_folded: bool,
}

/// What stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The head of the group with this number.
    Head(usize),
    /// A row.
    Row(RowId),
}

impl Grouped {
    /// The lines of these groups, without the rows of the folded ones.
    pub(super) fn new(groups: &Groups, folded: &BTreeSet<GroupKey>) -> Self {
        let mut num_lines = 0;
        let heads = groups.groups.iter().map(|group| {
            let is_folded = folded.contains(&group.key);
            let head = Head { line: num_lines, first: group.range.start, num_rows: group.range.len(), is_folded };
            num_lines += 1 + if is_folded { 0 } else { head.num_rows };
            head
        });
        let heads = heads.collect();
        Self { order: Arc::clone(&groups.order), heads, num_lines }
    }

    /// How many lines there are.
    pub(super) fn num_lines(&self) -> usize {
        self.num_lines
    }

    /// What stands in a line.
    pub(super) fn line(&self, line: usize) -> Option<Line> {
        if line >= self.num_lines {
            return None;
        }
        let nr = self.heads.partition_point(|head| head.line <= line).checked_sub(1)?;
        let head = self.heads.get(nr)?;
        match line - head.line {
            0 => Some(Line::Head(nr)),
            below => self.order.get(head.first + below - 1).map(|row| Line::Row(*row)),
        }
    }

    /// The line of a row; none while it is filtered out or folded away.
    pub(super) fn line_of(&self, row: RowId) -> Option<usize> {
        let place = self.order.iter().position(|shown| *shown == row)?;
        let head = self.heads.get(self.heads.partition_point(|head| head.first <= place).checked_sub(1)?)?;
        (!head.is_folded).then_some(head.line + 1 + place - head.first)
    }

    /// Which of the rows stands in a line, counted from 1, those that are folded away as well.
    pub(super) fn place(&self, line: usize) -> usize {
        let head = self.heads.partition_point(|head| head.line <= line).checked_sub(1).and_then(|nr| self.heads.get(nr));
        head.map_or(0, |head| head.first + line - head.line)
    }

    /// The group of a row; none while it is filtered out.
    fn group_of(&self, row: RowId) -> Option<usize> {
        let place = self.order.iter().position(|shown| *shown == row)?;
        self.heads.partition_point(|head| head.first <= place).checked_sub(1)
    }

    /// Whether a group's rows are folded away.
    pub(super) fn is_folded(&self, group: usize) -> bool {
        self.heads.get(group).is_some_and(|head| head.is_folded)
    }
}

/// The groups of a table and which of them are folded away.
#[derive(Debug, Default)]
pub(super) struct Folds {
    folded: BTreeSet<GroupKey>,
    grouped: Option<Grouped>,
    /// The answer that the lines were made of.
    answer: Option<Arc<Answer>>,
    /// Goes on whenever the lines change and the rows may not.
    generation: u64,
}

impl TableView {
    /// Makes the lines of the groups anew where the rows have changed, and unfolds the group of a row that is to be brought
    /// into sight. To be called before the table is drawn.
    pub(super) fn gather(&mut self) {
        self.make_lines();
        let group = self.state.revealed().zip(self.grouped()).and_then(|(row, grouped)| grouped.group_of(row));
        if let Some(nr) = group
            && self.grouped().is_some_and(|grouped| grouped.is_folded(nr))
        {
            self.fold(nr);
        }
    }

    fn make_lines(&mut self) {
        let answer = Arc::clone(self.answers.answer());
        let folds = &mut self.tools.folds;
        if folds.answer.as_ref().is_some_and(|before| Arc::ptr_eq(before, &answer)) {
            return;
        }
        let column = |answer: &Answer| answer.ask.group_by.clone();
        if folds.answer.as_deref().and_then(column) != column(&answer) {
            folds.folded.clear();
        }
        let was_grouped = folds.grouped.is_some();
        folds.grouped = answer.groups.as_ref().map(|groups| Grouped::new(groups, &folds.folded));
        folds.generation += u64::from(was_grouped || folds.grouped.is_some());
        folds.answer = Some(answer);
    }

    /// The lines, if rows are gathered under the values of a column.
    pub(super) fn grouped(&self) -> Option<&Grouped> {
        self.tools.folds.grouped.as_ref()
    }

    /// Goes on whenever the lines on the screen change.
    pub(super) fn generation(&self) -> u64 {
        self.answers.generation() + self.tools.folds.generation
    }

    /// Folds a group away, or unfolds it.
    pub(super) fn fold(&mut self, nr: usize) {
        let folds = &mut self.tools.folds;
        let Some(groups) = folds.answer.as_ref().and_then(|answer| answer.groups.as_ref()) else { return };
        let Some(group) = groups.groups.get(nr) else { return };
        if !folds.folded.remove(&group.key) {
            folds.folded.insert(group.key);
        }
        folds.grouped = Some(Grouped::new(groups, &folds.folded));
        folds.generation += 1;
    }

    /// A group and the column whose values it is of.
    pub(super) fn group(&self, nr: usize) -> Option<(&Group, &Column)> {
        let answer = self.tools.folds.answer.as_ref()?;
        let column = self.table().column(answer.ask.group_by.as_ref()?.as_str())?;
        Some((answer.groups.as_ref()?.groups.get(nr)?, column))
    }

    /// Every row in the order of the screen, those that are folded away as well.
    pub(in crate::views) fn rows_on_screen(&self) -> &[RowId] {
        self.grouped().map_or_else(|| self.order(), |grouped| &grouped.order)
    }

    /// Gathers rows under the values of a column, or no longer.
    pub(super) fn toggle_group(&mut self, column: &str) {
        let mut query = self.query.clone();
        query.group = if query.group.as_ref().is_some_and(|group| group.as_str() == column) { None } else { Some(column.into()) };
        self.set_query(query);
    }
}

/// What a group is called.
pub(super) fn group_name(lang: Lang, column: &Column, key: GroupKey) -> String {
    match key {
        GroupKey::Value(code) => column.shown(code, lang).unwrap_or_default().to_owned(),
        GroupKey::Year(year) => year.to_string(),
        GroupKey::NotStated => tr(lang, "table-not-stated-value").into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups() -> Groups {
        let group = |key, range| Group { key, range, totals: Vec::new() };
        Groups {
            order: Arc::new(vec![4, 0, 2, 1, 3]),
            groups: vec![group(GroupKey::Value(0), 0..2), group(GroupKey::Value(1), 2..3), group(GroupKey::NotStated, 3..5)],
        }
    }

    fn lines(grouped: &Grouped) -> String {
        let line = |line| match grouped.line(line) {
            Some(Line::Head(nr)) => format!("#{nr}"),
            Some(Line::Row(row)) => row.to_string(),
            None => "?".to_owned(),
        };
        (0..=grouped.num_lines()).map(line).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn heads_stand_over_their_rows_and_fold_them_away() {
        for (folded, expected) in [
            (vec![], "#0 4 0 #1 2 #2 1 3 ?"),
            (vec![GroupKey::Value(0)], "#0 #1 2 #2 1 3 ?"),
            (vec![GroupKey::Value(1), GroupKey::NotStated], "#0 4 0 #1 #2 ?"),
            (vec![GroupKey::Value(0), GroupKey::Value(1), GroupKey::NotStated], "#0 #1 #2 ?"),
        ] {
            let grouped = Grouped::new(&groups(), &folded.into_iter().collect());
            assert_eq!(lines(&grouped), expected);
            for line in 0..grouped.num_lines() {
                if let Some(Line::Row(row)) = grouped.line(line) {
                    assert_eq!(grouped.line_of(row), Some(line), "{row} in {expected}");
                    assert_eq!(grouped.order.get(grouped.place(line) - 1), Some(&row), "{row} in {expected}");
                }
            }
        }
        let grouped = Grouped::new(&groups(), &[GroupKey::Value(0)].into());
        assert_eq!(grouped.line_of(4), None, "folded away");
        assert_eq!(grouped.line_of(9), None, "filtered out");
        assert_eq!(Grouped::new(&Groups { order: Arc::default(), groups: Vec::new() }, &BTreeSet::new()).line(0), None);
    }
}
