//! Orders of rows: each column's own is worked out once, on demand; afterwards sorting is a look-up.

use std::sync::{Arc, OnceLock};

use super::{
    bits::Bits,
    codes::{Code, Codes, each_width},
    collation::Collation,
    column::{Column, Data, NO_DATE},
    facet::count,
    number::{NOT_STATED, Number},
    query::SortDirection,
};

/// A column's rows in order.
#[derive(Debug)]
pub(super) struct Sorted {
    /// Rows by rank, equal ones in the order of the table.
    ascending: Arc<Vec<u32>>,
    /// The ranks backwards, equal rows still in the order of the table, and "not stated" still last; made when asked for.
    descending: OnceLock<Arc<Vec<u32>>>,
    /// Per row its rank; equal values have equal ranks.
    pub ranks: Codes,
    /// How many rows each rank has, where there are few ranks; made when asked for.
    sizes: OnceLock<Vec<u32>>,
    /// How many ranks there are, that of "not stated" not counted: it is the one after them.
    num_stated: u32,
    /// Where numbers are of several measures: at which rank each begins. Their order is the same in both directions.
    measures: Vec<u32>,
}

impl Sorted {
    /// Works a column's order out.
    pub(super) fn new(column: &Column, collation: Collation) -> Self {
        match &column.data {
            Data::Number(number) if number.is_alone() => by_value(&number.values, NOT_STATED),
            Data::Number(number) => by_measure(number),
            Data::Date(dates) => by_value(&dates.values, NO_DATE),
            Data::Choice(choice) => {
                let ranks: Vec<u32> = (0..u32::try_from(choice.options.len()).unwrap_or(u32::MAX)).collect();
                by_code(&choice.codes, &ranks)
            }
            Data::Text(text) => by_code(&text.codes, &collation.ranks(text)),
        }
    }

    fn order(&self, direction: SortDirection) -> &Arc<Vec<u32>> {
        match direction {
            SortDirection::Ascending => &self.ascending,
            SortDirection::Descending => self.descending.get_or_init(|| {
                let rank = |row: &u32| self.ranks.get(*row).unwrap_or(u32::MAX);
                let num_gaps = self.ascending.iter().rev().take_while(|row| rank(row) >= self.num_stated).count();
                let (stated, gaps) = self.ascending.split_at_checked(self.ascending.len() - num_gaps).unwrap_or_default();
                let mut order = Vec::with_capacity(self.ascending.len());
                for of_measure in stated.chunk_by(|a, b| self.measure(rank(a)) == self.measure(rank(b))) {
                    // The groups are walked backwards, not the rows: ties keep their order.
                    let groups = of_measure.chunk_by(|a, b| rank(a) == rank(b)).rev();
                    groups.for_each(|group| order.extend_from_slice(group));
                }
                order.extend_from_slice(gaps);
                Arc::new(order)
            }),
        }
    }

    /// The place of a rank in a direction.
    #[inline]
    fn place(&self, rank: u32, direction: SortDirection) -> u32 {
        match direction {
            SortDirection::Descending if rank < self.num_stated => {
                let (first, end) = self.measure(rank);
                first + end - 1 - rank
            }
            _ => rank,
        }
    }

    /// The ranks of the measure that this one is of.
    #[inline]
    fn measure(&self, rank: u32) -> (u32, u32) {
        if self.measures.is_empty() {
            return (0, self.num_stated);
        }
        let next = self.measures.partition_point(|first| *first <= rank);
        let first = next.checked_sub(1).and_then(|nr| self.measures.get(nr)).copied().unwrap_or(0);
        (first, self.measures.get(next).copied().unwrap_or(self.num_stated))
    }

    #[inline]
    fn place_of(&self, row: u32, direction: SortDirection) -> u32 {
        self.place(self.ranks.get(row).unwrap_or(u32::MAX), direction)
    }
}

/// Sorts rows by a value of theirs; `gap` is "not stated".
fn by_value<T: Copy + Ord>(values: &[T], gap: T) -> Sorted {
    let mut pairs: Vec<(T, u32)> = Vec::with_capacity(values.len());
    pairs.extend(values.iter().copied().zip(0..).filter(|(value, _)| *value != gap));
    pairs.sort_unstable();
    let mut ranks = vec![u32::MAX; values.len()];
    let mut num_stated = 0;
    for group in pairs.chunk_by(|(a, _), (b, _)| a == b) {
        for (_, row) in group {
            ranks.iter_mut().skip(*row as usize).take(1).for_each(|rank| *rank = num_stated);
        }
        num_stated += 1;
    }
    let mut order: Vec<u32> = Vec::with_capacity(values.len());
    order.extend(pairs.iter().map(|(_, row)| *row));
    for (rank, row) in ranks.iter_mut().zip(0..).filter(|(rank, _)| **rank == u32::MAX) {
        *rank = num_stated;
        order.push(row);
    }
    Sorted {
        ascending: Arc::new(order),
        descending: OnceLock::new(),
        sizes: OnceLock::new(),
        ranks: Codes::pack(ranks, num_stated as usize + 1),
        num_stated,
        measures: Vec::new(),
    }
}

/// Sorts rows by what their numbers measure, and by the number within that.
fn by_measure(number: &Number) -> Sorted {
    let gap = (u16::MAX, NOT_STATED);
    let value = |(value, row): (&i64, u32)| if *value == NOT_STATED { gap } else { (number.measure(row), *value) };
    let values: Vec<(u16, i64)> = number.values.iter().zip(0..).map(value).collect();
    let mut sorted = by_value(&values, gap);
    let measure = |row: &u32| values.get(*row as usize).map(|(measure, _)| *measure);
    let groups = sorted.ascending.chunk_by(|a, b| measure(a) == measure(b));
    let firsts = groups.filter_map(|group| sorted.ranks.get(*group.first()?)).filter(|rank| *rank < sorted.num_stated);
    sorted.measures = firsts.collect();
    sorted
}

/// Sorts rows by the rank of their code; the code after the last one is "not stated".
fn by_code(codes: &Codes, rank_of: &[u32]) -> Sorted {
    let gap = u32::try_from(rank_of.len()).unwrap_or(u32::MAX);
    let ranks: Vec<u32> = each_width!(codes, list => list.iter().map(|code| rank_of.get(code.index()).copied().unwrap_or(gap)).collect());
    let ranks = Codes::pack(ranks, rank_of.len() + 1);
    let rows: Vec<u32> = (0..u32::try_from(ranks.len()).unwrap_or(u32::MAX)).collect();
    let all = Bits::all(rows.len());
    let mut sorted = Sorted {
        ascending: Arc::default(),
        descending: OnceLock::new(),
        sizes: OnceLock::new(),
        ranks,
        num_stated: gap,
        measures: Vec::new(),
    };
    sorted.ascending = Arc::new(distribute(&rows, &all, &sorted, SortDirection::Ascending));
    sorted
}

/// Columns of more ranks are not sorted by counting them, but within the groups of the keys before.
const MAX_COUNTED: u32 = 1 << 16;

/// Up to one row in so many is ordered by comparing; beyond that, walking a whole order takes less.
const FEW: usize = 64;

/// The rows in `kept`, ordered by these keys, the first one first.
pub(super) fn sorted_rows(kept: &Bits, keys: &[(&Sorted, SortDirection)]) -> Arc<Vec<u32>> {
    let num_kept = kept.count() as usize;
    let Some(((first, direction), rest)) = keys.split_first() else {
        return Arc::new(kept.iter().collect());
    };
    if num_kept * FEW < kept.len() {
        return Arc::new(few(kept, keys));
    }
    if rest.is_empty() && num_kept == kept.len() {
        return first.order(*direction).clone();
    }
    if rest.is_empty() {
        return Arc::new(keep(first.order(*direction), kept, num_kept));
    }
    if first.num_stated < MAX_COUNTED {
        return Arc::new(distribute(&sorted_rows(kept, rest), kept, first, *direction));
    }
    let mut rows = keep(first.order(*direction), kept, num_kept);
    for group in rows.chunk_by_mut(|a, b| first.ranks.get(*a) == first.ranks.get(*b)).filter(|group| group.len() > 1) {
        sort_by_keys(group, rest);
    }
    Arc::new(rows)
}

/// The same by comparing, for rows so few that walking a whole order is more work.
fn few(kept: &Bits, keys: &[(&Sorted, SortDirection)]) -> Vec<u32> {
    let mut rows: Vec<u32> = kept.iter().collect();
    sort_by_keys(&mut rows, keys);
    rows
}

/// Sorts rows by these keys, equal ones by their number.
fn sort_by_keys(rows: &mut [u32], keys: &[(&Sorted, SortDirection)]) {
    match keys {
        [(key, direction)] => rows.sort_by_cached_key(|row| (key.place_of(*row, *direction), *row)),
        keys => rows.sort_unstable_by(|a, b| {
            let mut places = keys.iter().map(|(key, direction)| key.place_of(*a, *direction).cmp(&key.place_of(*b, *direction)));
            places.find(|order| order.is_ne()).unwrap_or_else(|| a.cmp(b))
        }),
    }
}

/// The rows of an order that are kept.
fn keep(order: &[u32], kept: &Bits, num_kept: usize) -> Vec<u32> {
    // Every row is written, and the place moves on if it is kept: no branch that cannot be foreseen.
    let mut rows = vec![0; num_kept + 1];
    let mut at = 0;
    for row in order {
        if let Some(slot) = rows.get_mut(at) {
            *slot = *row;
        }
        at += usize::from(kept.contains(*row));
    }
    rows.truncate(num_kept);
    rows
}

/// Rows that are in order by the keys after this one, in order by this one as well: a counting sort, so ties stay.
fn distribute(rows: &[u32], kept: &Bits, key: &Sorted, direction: SortDirection) -> Vec<u32> {
    let count = || count(&key.ranks, key.num_stated as usize + 1, kept);
    let is_all = rows.len() == key.ranks.len() && key.num_stated < MAX_COUNTED;
    let mut next = if is_all { key.sizes.get_or_init(count).clone() } else { count() };
    let mut sum = 0;
    let mut begin = |count: &mut u32| {
        let before = sum;
        sum += *count;
        *count = before;
    };
    match (direction, next.split_last_mut()) {
        (SortDirection::Descending, Some((gaps, mut stated))) => {
            let firsts = key.measures.iter().copied().skip(1).chain([key.num_stated]);
            let mut first = 0;
            for next in firsts {
                let (of_measure, rest) = stated.split_at_mut((next - first) as usize);
                of_measure.iter_mut().rev().for_each(&mut begin);
                (stated, first) = (rest, next);
            }
            begin(gaps);
        }
        _ => next.iter_mut().for_each(begin),
    }
    each_width!(&key.ranks, ranks => place_all(rows, ranks, &mut next))
}

fn place_all<C: Code>(rows: &[u32], ranks: &[C], next: &mut [u32]) -> Vec<u32> {
    let mut placed = vec![0; rows.len()];
    for row in rows {
        let next = ranks.get(*row as usize).and_then(|rank| next.get_mut(rank.index()));
        let Some(next) = next else {
            continue;
        };
        if let Some(slot) = placed.get_mut(*next as usize) {
            *slot = *row;
        }
        *next += 1;
    }
    placed
}
