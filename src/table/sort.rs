//! Orders of rows: each column's own is worked out once, on demand; afterwards sorting is a look-up.

use std::sync::Arc;

use super::{
    bits::Bits,
    codes::{Code, Codes, each_width},
    collation::Collation,
    column::{Column, Data, NO_DATE, NOT_STATED},
    query::SortDirection,
};

/// A column's rows in ascending order.
#[derive(Debug)]
pub(super) struct Sorted {
    /// Rows by rank, equal ones in the order of the table.
    pub order: Arc<Vec<u32>>,
    /// Per row its rank; equal values have equal ranks, and "not stated" the last.
    pub ranks: Codes,
    /// Where in `order` each rank begins, and its end.
    pub starts: Vec<u32>,
    /// Whether the last rank is "not stated".
    pub has_gaps: bool,
}

impl Sorted {
    pub(super) fn new(column: &Column, collation: Collation) -> Self {
        match &column.data {
            Data::Number(number) => by_value(&number.values, NOT_STATED),
            Data::Date(dates) => by_value(&dates.values, NO_DATE),
            Data::Choice(choice) => {
                let ranks: Vec<u32> = (0..u32::try_from(choice.options.len()).unwrap_or(u32::MAX)).collect();
                by_code(&choice.codes, &ranks)
            }
            Data::Text(text) => by_code(&text.codes, &collation.ranks(text)),
        }
    }

    /// How many ranks there are.
    pub(super) fn num_ranks(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The ranks as the direction visits them: backwards by groups, so that ties keep their order, and "not stated" last.
    pub(super) fn visit(&self, direction: SortDirection) -> Vec<u32> {
        let num = u32::try_from(self.num_ranks()).unwrap_or(u32::MAX);
        let stated = num - u32::from(self.has_gaps);
        match direction {
            SortDirection::Ascending => (0..num).collect(),
            SortDirection::Descending => (0..stated).rev().chain(stated..num).collect(),
        }
    }

    /// The rows of a rank.
    pub(super) fn group(&self, rank: u32) -> &[u32] {
        let bound = |nr: usize| self.starts.get(nr).map_or(0, |start| *start as usize);
        self.order.get(bound(rank as usize)..bound(rank as usize + 1)).unwrap_or_default()
    }
}

/// Sorts rows by a value of theirs; `gap` is "not stated".
fn by_value<T: Copy + Ord>(values: &[T], gap: T) -> Sorted {
    let mut pairs: Vec<(bool, T, u32)> = (0..).zip(values).map(|(row, value)| (*value == gap, *value, row)).collect();
    pairs.sort_unstable();
    let mut ranks = vec![0; values.len()];
    let mut starts = Vec::new();
    let mut before = None;
    for (at, (_, value, row)) in (0..).zip(&pairs) {
        if before != Some(*value) {
            starts.push(at);
            before = Some(*value);
        }
        if let Some(rank) = ranks.get_mut(*row as usize) {
            *rank = u32::try_from(starts.len() - 1).unwrap_or(u32::MAX);
        }
    }
    starts.push(u32::try_from(values.len()).unwrap_or(u32::MAX));
    let has_gaps = before == Some(gap);
    let num_ranks = starts.len() - 1;
    Sorted { order: Arc::new(pairs.into_iter().map(|(_, _, row)| row).collect()), ranks: Codes::pack(ranks, num_ranks), starts, has_gaps }
}

/// Sorts rows by the rank of their code; the code after the last rank is "not stated".
fn by_code(codes: &Codes, rank_of: &[u32]) -> Sorted {
    let num_values = rank_of.iter().max().map_or(0, |max| *max as usize + 1);
    let gap = u32::try_from(num_values).unwrap_or(u32::MAX);
    let ranks: Vec<u32> = each_width!(codes, list => list.iter().map(|code| rank_of.get(code.index()).copied().unwrap_or(gap)).collect());
    let mut starts = vec![0_u32; num_values + 2];
    for rank in &ranks {
        starts.iter_mut().skip(*rank as usize + 1).take(1).for_each(|num| *num += 1);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut order = vec![0; ranks.len()];
    for (row, rank) in (0..).zip(&ranks) {
        if let Some(at) = next.get_mut(*rank as usize) {
            order.iter_mut().skip(*at as usize).take(1).for_each(|slot| *slot = row);
            *at += 1;
        }
    }
    Sorted { order: Arc::new(order), ranks: Codes::pack(ranks, num_values + 1), starts, has_gaps: true }
}

/// The rows in `kept`, ordered by these keys, the first one first.
pub(super) fn sorted_rows(kept: &Bits, keys: &[(&Sorted, SortDirection)]) -> Vec<u32> {
    let Some(((first, direction), others)) = keys.split_last() else {
        return kept.iter().collect();
    };
    let mut rows: Vec<u32> = Vec::with_capacity(kept.count() as usize);
    for rank in first.visit(*direction) {
        rows.extend(first.group(rank).iter().filter(|row| kept.contains(**row)));
    }
    for (key, direction) in others.iter().rev() {
        let mut place = vec![0; key.num_ranks()];
        for (nr, rank) in (0_u32..).zip(key.visit(*direction)) {
            place.iter_mut().skip(rank as usize).take(1).for_each(|place| *place = nr);
        }
        rows.sort_by_key(|row| key.ranks.get(*row).and_then(|rank| place.get(rank as usize)).copied());
    }
    rows
}
