//! Sums and the like over the rows in sight, as exact numbers.

use super::{
    column::{Addition, Column, ColumnId, Data, Table},
    number::{NOT_STATED, Number},
    scalar::Decimal,
};
use crate::locale::Bilingual;

/// What the numbers of a column come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// How many rows state a number.
    pub num_stated: u32,
    /// How many do not, and are skipped.
    pub num_skipped: u32,
    /// The sum, or why there must be none.
    pub sum: Result<Decimal, Refusal>,
    /// The mean, to six decimals more than the column has; `None` without numbers, or where there must be no sum.
    pub mean: Option<Decimal>,
    /// The middle number, or the mean of the two in the middle.
    pub median: Option<Decimal>,
    /// The smallest number.
    pub min: Option<Decimal>,
    /// The largest number.
    pub max: Option<Decimal>,
    /// The first rows that state the smallest and the largest number.
    pub ends: Option<[u32; 2]>,
    /// Whether some numbers are bounds or estimates, so that what is worked out of them is neither.
    pub has_bounds: bool,
    /// Whether they measure different things: kilometres and lamps.
    pub is_mixed: bool,
}

/// A column's numbers over some rows.
#[derive(Default)]
struct Gathered {
    values: Vec<i64>,
    total: i128,
    /// The first rows with the smallest and the largest number, and these numbers.
    ends: Option<[(u32, i64); 2]>,
    has_bounds: bool,
    /// What they measure, the first one where it is not the same, and whether it is not.
    measure: Option<u16>,
    is_mixed: bool,
}

impl Gathered {
    fn of(number: &Number, rows: &[u32]) -> Self {
        let stated = rows.iter().filter_map(|row| Some((*row, *number.values.get(*row as usize)?)));
        let mut gathered = Self { values: Vec::with_capacity(rows.len()), ..Self::default() };
        for (row, value) in stated.filter(|(_, value)| *value != NOT_STATED) {
            gathered.values.push(value);
            gathered.total += i128::from(value);
            let [smallest, largest] = gathered.ends.get_or_insert([(row, value); 2]);
            if value < smallest.1 {
                *smallest = (row, value);
            }
            if value > largest.1 {
                *largest = (row, value);
            }
            if !number.natures.is_plain() {
                let nature = number.natures.get(row);
                gathered.has_bounds |= !nature.is_exact;
                gathered.is_mixed |= *gathered.measure.get_or_insert(nature.measure) != nature.measure;
            }
        }
        gathered
    }
}

/// Why numbers are not added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// They must not be, for this reason.
    Reason(Bilingual),
    /// Rows in sight differ in this column, so for this reason.
    Differ(ColumnId, Bilingual),
    /// The sum has more digits than can be shown.
    TooLarge,
    /// They measure different things: kilometres and lamps.
    Mixed,
}

/// What a column's numbers come to over these rows; `None` if it has no numbers.
pub fn totals(table: &Table, column: &str, rows: &[u32]) -> Option<Totals> {
    let Data::Number(number) = &table.column(column)?.data else {
        return None;
    };
    let Gathered { mut values, total, ends, has_bounds, measure, is_mixed } = Gathered::of(number, rows);
    let (measure, decimals) = (measure.unwrap_or(0), number.decimals(measure.unwrap_or(0)));
    let num_stated = u32::try_from(values.len()).unwrap_or(u32::MAX);
    let refusal = refusal(table, number, rows);
    let sum = match refusal {
        Some(refusal) => Err(refusal),
        None if is_mixed => Err(Refusal::Mixed),
        None => Decimal::try_from_i128_with_scale(total, decimals).map(|sum| sum.normalize()).map_err(|_| Refusal::TooLarge),
    };
    let ends = ends.filter(|_| !is_mixed);
    let end = |nr: usize| ends.and_then(|ends| ends.get(nr).copied()).map(|(_, value)| number.decimal(value, measure).normalize());
    Some(Totals {
        num_stated,
        num_skipped: u32::try_from(rows.len()).unwrap_or(u32::MAX) - num_stated,
        mean: sum.is_ok().then(|| ratio(total, i128::from(num_stated), decimals)).flatten(),
        sum,
        min: end(0),
        max: end(1),
        median: if is_mixed { None } else { median(&mut values, decimals) },
        ends: ends.map(|ends| ends.map(|(row, _)| row)),
        has_bounds,
        is_mixed,
    })
}

fn median(values: &mut [i64], decimals: u32) -> Option<Decimal> {
    let middle = values.len() / 2;
    let is_even = values.len().is_multiple_of(2);
    if values.is_empty() {
        return None;
    }
    let (below, upper, _) = values.select_nth_unstable(middle);
    let upper = i128::from(*upper);
    match below.iter().max().filter(|_| is_even) {
        Some(lower) => ratio(i128::from(*lower) + upper, 2, decimals),
        None => ratio(upper, 1, decimals),
    }
}

/// A quotient of stored numbers, rounded to six decimals more than the column has.
fn ratio(dividend: i128, divisor: i128, decimals: u32) -> Option<Decimal> {
    let dividend = Decimal::try_from_i128_with_scale(dividend, decimals).ok()?;
    let divisor = Decimal::try_from_i128_with_scale(divisor, 0).ok()?;
    Some(dividend.checked_div(divisor)?.round_dp(decimals + 6).normalize())
}

fn refusal(table: &Table, number: &Number, rows: &[u32]) -> Option<Refusal> {
    match &number.addition {
        Addition::May => None,
        Addition::MayNot(reason) => Some(Refusal::Reason(reason.clone())),
        Addition::IfSame(columns, reason) => {
            let stated = || rows.iter().filter(|row| number.values.get(**row as usize).is_some_and(|value| *value != NOT_STATED));
            let differs = |column: &&Column| {
                let mut codes = stated().map(|row| column.code(*row));
                let first = codes.next();
                first.is_some_and(|first| codes.any(|code| code != first))
            };
            let found = columns.iter().filter_map(|id| table.column(id.as_str())).find(differs)?;
            Some(Refusal::Differ(found.id.clone(), reason.clone()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{builders::ChoiceBuilder, natures::Nature, number_builder::NumberBuilder, units::Units};
    use proptest::prelude::*;

    fn table_of(numbers: &[Option<i64>], addition: Addition) -> Table {
        let mut number = NumberBuilder::new(Units::plain()).addition(addition);
        let mut unit = ChoiceBuilder::from_names([("km", Bilingual::new("公里", "km")), ("lamps", Bilingual::new("盏", "lamps"))]);
        for (nr, value) in numbers.iter().enumerate() {
            number.push(value.map(|value| Decimal::new(value, 2)));
            unit.push(Some(usize::from(nr > 1)));
        }
        Table::new(vec![Column::new("n", Bilingual::default(), number), Column::new("unit", Bilingual::default(), unit)]).unwrap()
    }

    fn short(totals: &Totals) -> String {
        let text = |number: Option<Decimal>| number.map_or("–".to_owned(), |number| number.to_string());
        let sum = totals.sum.clone().map_or_else(|refusal| format!("{refusal:?}"), |sum| sum.to_string());
        let [mean, median, min, max] = [totals.mean, totals.median, totals.min, totals.max].map(text);
        format!("{sum} mean {mean} median {median} {min}..{max} of {} skipped {}", totals.num_stated, totals.num_skipped)
    }

    #[test]
    fn totals_are_exact() {
        for (numbers, expected) in [
            (vec![], "0 mean – median – –..– of 0 skipped 0"),
            (vec![None], "0 mean – median – –..– of 0 skipped 1"),
            (vec![Some(10), Some(20), None], "0.3 mean 0.15 median 0.15 0.1..0.2 of 2 skipped 1"),
            (vec![Some(100), Some(100), Some(200)], "4 mean 1.333333 median 1 1..2 of 3 skipped 0"),
            (
                vec![Some(i64::MAX), Some(i64::MAX)],
                "184467440737095516.14 mean 92233720368547758.07 median 92233720368547758.07 92233720368547758.07..92233720368547758.07 of 2 skipped 0",
            ),
        ] {
            let rows: Vec<u32> = (0..numbers.len() as u32).collect();
            let totals = totals(&table_of(&numbers, Addition::May), "n", &rows).unwrap();
            assert_eq!(short(&totals), expected, "{numbers:?}");
        }
    }

    #[test]
    fn what_differs_is_not_added() {
        let reason = Bilingual::new("单位不同", "units differ");
        let same = Addition::IfSame(vec!["unit".into()], reason.clone());
        let table = table_of(&[Some(1), Some(2), Some(3), None], same);
        for (rows, expected) in [
            (vec![0, 1], Ok(Decimal::new(3, 2))),
            (vec![0, 1, 3], Ok(Decimal::new(3, 2))),
            (vec![0, 2], Err(Refusal::Differ("unit".into(), reason.clone()))),
        ] {
            let totals = totals(&table, "n", &rows).unwrap();
            assert_eq!(totals.mean.is_some(), expected.is_ok(), "no mean without a sum: {rows:?}");
            assert_eq!(totals.sum, expected, "{rows:?}");
        }
        let table = table_of(&[Some(1)], Addition::MayNot(reason.clone()));
        assert_eq!(totals(&table, "n", &[0]).unwrap().sum, Err(Refusal::Reason(reason)));
        assert_eq!(totals(&table, "unit", &[0]), None);
    }

    #[test]
    fn what_numbers_are_is_known_of_every_row() {
        let mut number = NumberBuilder::new(Units::plain());
        for row in 0..1_000_u16 {
            number.next(Nature { is_exact: row != 900, measure: u16::from(row == 700) });
            number.push((row % 2 == 0).then(|| Decimal::from(row % 500)));
        }
        let table = Table::new(vec![Column::new("n", Bilingual::default(), number)]).unwrap();
        for (rows, expected) in [
            (0..1_000, (true, true, None)),
            (0..700, (false, false, Some([0, 498]))),
            (700..701, (false, false, Some([700, 700]))),
            (600..702, (false, true, None)),
            (800..1_000, (true, false, Some([800, 998]))),
            (1..2, (false, false, None)),
        ] {
            let totals = totals(&table, "n", &rows.clone().collect::<Vec<_>>()).unwrap();
            assert_eq!((totals.has_bounds, totals.is_mixed, totals.ends), expected, "{rows:?}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_sorting(numbers in prop::collection::vec(prop::option::of(-1_000_i64..1_000), 1..30)) {
            let rows: Vec<u32> = (0..numbers.len() as u32).collect();
            let totals = totals(&table_of(&numbers, Addition::May), "n", &rows).unwrap();
            let mut stated: Vec<i64> = numbers.iter().flatten().copied().collect();
            stated.sort_unstable();
            prop_assert_eq!(totals.sum, Ok(Decimal::new(stated.iter().sum(), 2)));
            let middle = stated.get(stated.len() / 2).map(|upper| (upper + stated[(stated.len() - 1) / 2]) * 5);
            prop_assert_eq!(totals.median, middle.map(|middle| Decimal::new(middle, 3)));
            prop_assert_eq!(totals.max, stated.last().map(|max| Decimal::new(*max, 2)));
        }
    }
}
