//! What a column's numbers come to, as it is shown: in the column's unit, with the qualifier of a bound, or refused with
//! the reason.

use super::Cells;
use crate::{
    dossier::{Qualifier, Quantity},
    locale::{Lang, tr},
    table::{Decimal, Measure, Refusal, Totals},
    ui::data_table::RowId,
};

/// Of more rows than these only the first are looked at one by one; what the engine counts covers them all.
const MAX_LOOKED_AT: usize = 100_000;

/// A computed number has at most so many digits.
const DIGITS: u32 = 4;

/// What the rows of a column have in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Seen {
    /// A row that states a number; its unit is that of the totals.
    sample: Option<RowId>,
    smallest: Option<RowId>,
    largest: Option<RowId>,
    /// Units that cannot be compared: kilometres and lamps.
    is_mixed: bool,
    /// Bounds and estimates, whose sum would be none.
    has_bounds: bool,
}

impl Seen {
    /// Looks at rows one by one.
    pub(super) fn of<C: Cells>(cells: &C, column: &str, rows: &[RowId]) -> Self {
        let mut seen = Self::default();
        let stated = rows.iter().take(MAX_LOOKED_AT.min(cells.num_at_hand())).filter_map(|row| Some((*row, cells.quantity(*row, column)?)));
        let mut ends: Option<[(RowId, Decimal); 2]> = None;
        let mut first: Option<&Quantity> = None;
        for (row, quantity) in stated {
            let sample = *first.get_or_insert(quantity);
            seen.sample = seen.sample.or(Some(row));
            seen.is_mixed |= !quantity.unit.is_comparable(&sample.unit) || quantity.per != sample.per;
            seen.has_bounds |= quantity.qualifier != Qualifier::Exact;
            let key = quantity.sort_key();
            let [smallest, largest] = ends.get_or_insert([(row, key); 2]);
            if key < smallest.1 {
                *smallest = (row, key);
            }
            if key > largest.1 {
                *largest = (row, key);
            }
        }
        if let Some([smallest, largest]) = ends {
            (seen.smallest, seen.largest) = (Some(smallest.0), Some(largest.0));
        }
        seen
    }
}

/// What is shown of a total.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Worked {
    /// A number with its unit.
    Amount(Quantity),
    /// How many there are.
    Count(u32),
    /// There are no numbers.
    Nothing,
    /// It is not worked out, for this reason.
    Refused(String),
}

/// Works a measure out over rows of which `totals` and `seen` tell.
pub(super) fn work_out<C: Cells>(lang: Lang, cells: &C, column: &str, totals: &Totals, seen: &Seen, measure: Measure) -> Worked {
    if measure == Measure::Count {
        return Worked::Count(totals.num_stated);
    }
    let refused = |key: &str| Worked::Refused(tr(lang, key).into_owned());
    let value = match measure.of(totals) {
        Ok(Some(value)) => value,
        Ok(None) => return Worked::Nothing,
        Err(Refusal::Reason(reason) | Refusal::Differ(_, reason)) => return Worked::Refused(reason.get(lang).to_owned()),
        Err(Refusal::TooLarge) => return refused("totals-too-large"),
    };
    if seen.is_mixed {
        return refused("totals-mixed");
    }
    let Some(sample) = seen.sample.and_then(|row| cells.quantity(row, column)) else { return Worked::Nothing };
    let end = match measure {
        Measure::Smallest => seen.smallest,
        Measure::Largest => seen.largest,
        _ if seen.has_bounds => return refused("totals-bounds"),
        _ => None,
    };
    // The smallest and the largest are somebody's own, with its qualifier.
    let own = end.and_then(|row| cells.quantity(row, column)).filter(|quantity| quantity.sort_key() == value);
    Worked::Amount(own.cloned().unwrap_or_else(|| in_unit_of(sample, value, measure)))
}

/// A number in base units, in the unit of another quantity; a quotient that has no end is said to be about so much.
fn in_unit_of(sample: &Quantity, value: Decimal, measure: Measure) -> Quantity {
    let is_quotient = matches!(measure, Measure::Mean | Measure::Median);
    let rounded = if is_quotient { value.round_sf(DIGITS).unwrap_or(value) } else { value };
    let qualifier = if rounded == value { Qualifier::Exact } else { Qualifier::About };
    let number = rounded.checked_div(sample.unit.scale).unwrap_or(rounded).normalize();
    Quantity { number, to: None, qualifier, ..sample.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dossier::FigureNr,
        locale::Bilingual,
        table::{Addition, Column, NumberBuilder, Table, Units, totals},
        ui::data_table::cells::CellLine,
    };

    /// Rows of quantities, as written; an empty text is not stated.
    struct Written(Vec<Option<Quantity>>);

    impl Written {
        fn new(texts: &[&str]) -> Self {
            Self(texts.iter().map(|text| Quantity::parse(text, None).ok()).collect())
        }

        fn show(&self, addition: Addition, measure: Measure) -> String {
            let mut number = NumberBuilder::new(2, Units::default()).addition(addition);
            for quantity in &self.0 {
                number.push(quantity.as_ref().map(Quantity::sort_key)).unwrap();
            }
            let table = Table::new(vec![Column::new("n", Bilingual::default(), number)]).unwrap();
            let rows: Vec<RowId> = (0..table.num_rows()).collect();
            let totals = totals(&table, "n", &rows).unwrap();
            match work_out(Lang::Zh, self, "n", &totals, &Seen::of(self, "n", &rows), measure) {
                Worked::Amount(quantity) => quantity.format(Lang::Zh),
                Worked::Count(count) => count.to_string(),
                Worked::Nothing => "–".to_owned(),
                Worked::Refused(reason) => reason,
            }
        }
    }

    impl Cells for Written {
        fn name(&self, _: RowId) -> String {
            String::new()
        }

        fn text(&self, _: RowId, _: &str) -> Option<String> {
            None
        }

        fn figure(&self, _: RowId, _: &str) -> Option<FigureNr> {
            None
        }

        fn paint(&self, _: &mut CellLine<'_>, _: RowId, _: &str) {}

        fn quantity(&self, row: RowId, _: &str) -> Option<&Quantity> {
            self.0.get(row as usize)?.as_ref()
        }
    }

    #[test]
    fn totals_are_shown_in_the_unit_of_the_column() {
        let money = Written::new(&["10亿元", "5700万元", "", "6.3亿元"]);
        for (measure, expected) in [
            (Measure::Sum, "16.87 亿元"),
            (Measure::Mean, "约 5.623 亿元"),
            (Measure::Median, "6.3 亿元"),
            (Measure::Smallest, "5700 万元"),
            (Measure::Largest, "10 亿元"),
            (Measure::Count, "3"),
        ] {
            assert_eq!(money.show(Addition::May, measure), expected, "{measure:?}");
        }
    }

    #[test]
    fn what_must_not_be_added_is_not() {
        let reason = Bilingual::new("不是一回事", "not one thing");
        let words = |key: &str| tr(Lang::Zh, key).into_owned();
        let (bounds, mixed) = (words("totals-bounds"), words("totals-mixed"));
        for (texts, addition, measure, expected) in [
            (vec!["1亿元", "可达6亿元"], Addition::May, Measure::Sum, bounds.clone()),
            (vec!["1亿元", "可达6亿元"], Addition::May, Measure::Mean, bounds),
            (vec!["1亿元", "可达6亿元"], Addition::May, Measure::Largest, "≤ 6 亿元".to_owned()),
            (vec!["20公里", "1348盏"], Addition::May, Measure::Largest, mixed.clone()),
            (vec!["20公里", "1348盏"], Addition::May, Measure::Sum, mixed),
            (vec!["20公里", "1348盏"], Addition::May, Measure::Count, "2".to_owned()),
            (vec!["20公里", "10公里"], Addition::MayNot(reason.clone()), Measure::Sum, reason.zh.clone()),
            (vec!["20公里", "10公里"], Addition::MayNot(reason), Measure::Median, "15 公里".to_owned()),
            (vec!["", ""], Addition::May, Measure::Sum, "–".to_owned()),
        ] {
            assert_eq!(Written::new(&texts).show(addition, measure), expected, "{measure:?} of {texts:?}");
        }
    }
}
