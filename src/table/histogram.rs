//! Bins for numbers and dates, with edges that read well.

use super::{
    codes::Codes,
    column::{Column, Data, NO_DATE},
    date::{Date, Precision},
    number::NOT_STATED,
    scalar::Scalar,
};

/// A bin of a histogram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Where it begins.
    pub from: Scalar,
    /// Where it ends, this value left out.
    pub to: Scalar,
    /// The smallest and largest value in the table that fall into it; of dates the days.
    pub extent: Option<(Scalar, Scalar)>,
    /// How many rows.
    pub count: u32,
}

/// The bins of a column and each row's; those of one measure after those of another.
#[derive(Debug)]
pub(super) struct Bins {
    /// Per row its bin; the number after the last one is "not stated".
    pub codes: Codes,
    pub bins: Vec<Bin>,
}

/// The bins of one measure, as stored values.
#[derive(Default)]
struct Axis {
    /// How many bins come before its own.
    first: usize,
    edges: Vec<i64>,
    extents: Vec<Option<(i64, i64)>>,
}

/// A range of dates has at most so many bins; with their odd units a few less.
const MAX_BINS: usize = 24;

impl Bins {
    /// The bins of a number or date column; none for other columns.
    pub(super) fn new(column: &Column) -> Option<Self> {
        match &column.data {
            Data::Number(number) => {
                let cell = |(value, row): (&i64, u32)| (*value != NOT_STATED).then(|| (*value, number.measure(row)));
                let scalar = |value: i64, measure: u16| Scalar::Number(number.decimal(value, measure), measure);
                Some(Self::of(number.measures.len(), || number.values.iter().zip(0..).map(cell), number_edges, scalar, scalar))
            }
            Data::Date(dates) => {
                let cell = |value: &i32| (*value != NO_DATE).then(|| (i64::from(*value), 0));
                let first_day = |value: i64| Date::unpack(i32::try_from(value).unwrap_or(i32::MAX)).first_day();
                let day = |day: i32| Date::from_days(day, Precision::Day).unwrap_or_else(|| Date::unpack(i32::MAX));
                // An edge is read and written as what begins there: `2019-05`, not some day in the year 2019.
                let edge = |value, _| Scalar::Date(Date::beginning(first_day(value)).unwrap_or_else(|| day(first_day(value))));
                let value = |value, _| Scalar::Date(day(first_day(value)));
                Some(Self::of(1, || dates.values.iter().map(cell), date_edges, edge, value))
            }
            Data::Text(_) | Data::Choice(_) => None,
        }
    }

    /// The bins of values of so many measures, gone through twice: for the ends, and for the bin of each row.
    fn of<I: Iterator<Item = Option<(i64, u16)>>>(
        num_measures: usize,
        cells: impl Fn() -> I,
        edges: impl Fn(i64, i64) -> Vec<i64>,
        edge: impl Fn(i64, u16) -> Scalar,
        value: impl Fn(i64, u16) -> Scalar,
    ) -> Self {
        let mut ends: Vec<Option<(i64, i64)>> = vec![None; num_measures];
        for (value, measure) in cells().flatten() {
            if let Some(end) = ends.get_mut(usize::from(measure)) {
                *end = Some(end.map_or((value, value), |(min, max)| (value.min(min), value.max(max))));
            }
        }
        let mut num_bins = 0;
        let mut axes: Vec<Axis> = Vec::with_capacity(num_measures);
        for (min, max) in ends.into_iter().map(|end| end.unwrap_or((0, -1))) {
            let edges = if min > max { Vec::new() } else { edges(min, max) };
            let extents = vec![None; edges.len().saturating_sub(1)];
            axes.push(Axis { first: num_bins, edges, extents });
            num_bins += axes.last().map_or(0, |axis| axis.extents.len());
        }
        let bin = |cell: Option<(i64, u16)>| {
            let axis = cell.and_then(|(value, measure)| Some((value, axes.get_mut(usize::from(measure))?)));
            axis.map_or(num_bins, |(value, axis)| axis.bin(value))
        };
        let codes = if num_bins < 1 << 8 {
            Codes::U8(cells().map(bin).map(|bin| u8::try_from(bin).unwrap_or(u8::MAX)).collect())
        } else {
            Codes::U16(cells().map(bin).map(|bin| u16::try_from(bin).unwrap_or(u16::MAX)).collect())
        };
        let mut bins = Vec::with_capacity(num_bins);
        for (measure, axis) in (0..).zip(axes) {
            bins.extend(axis.edges.windows(2).zip(axis.extents).filter_map(|(pair, extent)| match pair {
                [from, to] => {
                    let extent = extent.map(|(min, max)| (value(min, measure), value(max, measure)));
                    Some(Bin { from: edge(*from, measure), to: edge(*to, measure), extent, count: 0 })
                }
                _ => None,
            }));
        }
        Self { codes, bins }
    }
}

impl Axis {
    /// The bin of a value, which widens its extent.
    fn bin(&mut self, value: i64) -> usize {
        let bin = self.edges.partition_point(|edge| *edge <= value).saturating_sub(1);
        if let Some(extent) = self.extents.get_mut(bin) {
            let (min, max) = extent.unwrap_or((value, value));
            *extent = Some((value.min(min), value.max(max)));
        }
        self.first + bin
    }
}

/// Edges at 1, 2, 5, 10… where the values spread over more than two powers of ten, evenly otherwise.
fn number_edges(min: i64, max: i64) -> Vec<i64> {
    if min > 0 && max / min >= 100 {
        let mut edges: Vec<i64> = Vec::new();
        let series = |power: u32| [1, 2, 5].into_iter().filter_map(move |digit: i64| digit.checked_mul(10_i64.checked_pow(power)?));
        for edge in (0..19).flat_map(series) {
            // Of the edges that are not above the smallest value only the last one is needed.
            if edge <= min {
                edges.clear();
            }
            if edges.last().is_none_or(|last| *last <= max) {
                edges.push(edge);
            }
        }
        if edges.last().is_some_and(|last| *last <= max) {
            edges.push(i64::MAX);
        }
        return edges;
    }
    let span = i128::from(max) - i128::from(min);
    let mut steps = (0..20).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i128.pow(power)));
    let step = steps.find(|step| span / step < 12).unwrap_or(1);
    let first = i128::from(min).div_euclid(step) * step;
    let edges = (0..).map(|nr| first + nr * step).take_while(|edge| *edge <= i128::from(max) + step);
    edges.map(|edge| i64::try_from(edge).unwrap_or(if edge < 0 { NOT_STATED + 1 } else { i64::MAX })).collect()
}

/// Edges at the beginnings of days, months, quarters, years, decades or centuries: the finest that are not too many.
fn date_edges(min: i64, max: i64) -> Vec<i64> {
    let day = |packed: i64| Date::unpack(i32::try_from(packed).unwrap_or(i32::MAX)).first_day();
    let (first, last) = (day(min), day(max));
    if last - first < 14 {
        let days = first..=last + 1;
        return days.filter_map(|day| Date::from_days(day, Precision::Day)).map(|date| Date::first_packed(date.first_day())).collect();
    }
    let month_of = |day: i32| {
        Date::from_days(day, Precision::Month).map_or((1970, 1), |date| (i32::from(date.parts().0), i32::from(date.parts().1.unwrap_or(1))))
    };
    let months = |day: i32| month_of(day).0 * 12 + month_of(day).1 - 1;
    let (first, last) = (months(first), months(last));
    let step = [1, 3, 12, 60, 120, 1200]
        .into_iter()
        .find(|step| ((last - first) / step) < i32::try_from(MAX_BINS).unwrap_or(24) - 2)
        .unwrap_or(12_000);
    let edges = (first.div_euclid(step)..=last.div_euclid(step) + 1).filter_map(|nr| {
        let month = nr * step;
        let year = i16::try_from(month.div_euclid(12)).ok()?.clamp(1, 9999);
        let date = Date::new(year, u8::try_from(month.rem_euclid(12) + 1).ok(), None)?;
        Some(Date::first_packed(date.first_day()))
    });
    edges.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Bilingual,
        table::{builders::DateBuilder, number_builder::NumberBuilder, scalar::Decimal, units::Units},
    };

    fn number(scalar: Scalar) -> Decimal {
        match scalar {
            Scalar::Number(number, _) => number,
            Scalar::Date(date) => panic!("{date} is no number"),
        }
    }

    #[test]
    fn edges_read_well() {
        for (numbers, expected) in [
            (vec![5_700, 1_200_000], "5000 10000 20000 50000 100000 200000 500000 1000000 2000000"),
            (vec![3, 18], "2 4 6 8 10 12 14 16 18 20"),
            (vec![-5, 5], "-5 -4 -3 -2 -1 0 1 2 3 4 5 6"),
            (vec![7], "7 8"),
            (vec![], ""),
        ] {
            let mut builder = NumberBuilder::new(Units::plain());
            for number in &numbers {
                builder.push(Some(Decimal::from(*number)));
            }
            let bins = Bins::new(&Column::new("n", Bilingual::default(), builder)).unwrap();
            let mut edges: Vec<String> = bins.bins.iter().map(|bin| number(bin.from).to_string()).collect();
            edges.extend(bins.bins.last().map(|bin| number(bin.to).to_string()));
            assert_eq!(edges.join(" "), expected, "{numbers:?}");
        }
    }

    #[test]
    fn dates_fall_into_spans_of_the_calendar() {
        for (dates, first, num_bins) in [
            ("2019-04-26 2019-05-01", "2019-04-26", 6),
            ("2019-04-26 2020-01", "2019-04", 10),
            ("2017 2019-06-18", "2017", 10),
            ("1990 2020", "1990", 7),
        ] {
            let mut builder = DateBuilder::default();
            for date in dates.split(' ') {
                builder.push(Date::parse(date));
            }
            let bins = Bins::new(&Column::new("d", Bilingual::default(), builder)).unwrap();
            let date = |scalar| match scalar {
                Scalar::Date(date) => date,
                Scalar::Number(number, _) => panic!("{number} is no date"),
            };
            assert_eq!(date(bins.bins[0].from).to_string(), first, "{dates}");
            assert_eq!(bins.bins.len(), num_bins, "{dates}");
            for edge in bins.bins.iter().flat_map(|bin| [date(bin.from), date(bin.to)]) {
                assert_eq!(Date::parse(&edge.to_string()), Some(edge), "what a handle is dragged to is what the query says");
            }
        }
    }
}
