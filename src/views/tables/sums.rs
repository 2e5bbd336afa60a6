//! What a column's numbers come to, as it is shown: in the column's unit, with the qualifier of a bound, or refused with
//! the reason.

use super::Cells;
use crate::{
    dossier::{Qualifier, Quantity},
    locale::{Lang, tr},
    table::{Decimal, Measure, Refusal, Totals},
};

/// A mean has at most so many digits.
const DIGITS: u32 = 4;

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

/// Works a measure out over the rows that `totals` are of.
pub(super) fn work_out<C: Cells>(lang: Lang, cells: &C, column: &str, totals: &Totals, measure: Measure) -> Worked {
    if measure == Measure::Count {
        return Worked::Count(totals.num_stated);
    }
    let refused = |key: &str| Worked::Refused(tr(lang, key).into_owned());
    let value = match measure.of(totals) {
        Ok(Some(value)) => value,
        Ok(None) => return Worked::Nothing,
        Err(Refusal::Reason(reason) | Refusal::Differ(_, reason)) => return Worked::Refused(reason.get(lang).to_owned()),
        Err(Refusal::TooLarge) => return refused("totals-too-large"),
        Err(Refusal::Mixed) => return refused("totals-mixed"),
    };
    let Some([smallest, largest]) = totals.ends else { return Worked::Nothing };
    let end = match measure {
        Measure::Smallest => Some(smallest),
        Measure::Largest => Some(largest),
        _ if totals.has_bounds => return refused("totals-bounds"),
        _ => None,
    };
    // The smallest and the largest are somebody's own, with its qualifier; all others take the unit of the largest.
    match (end.map(|row| cells.quantity(row, column)), cells.quantity(largest, column)) {
        (Some(Some(own)), _) => Worked::Amount(own.clone()),
        (_, Some(sample)) => Worked::Amount(in_unit_of(sample, value, measure)),
        (_, None) => Worked::Nothing,
    }
}

/// A number in base units, in the unit of another quantity; a mean that has no end is said to be about so much.
fn in_unit_of(sample: &Quantity, value: Decimal, measure: Measure) -> Quantity {
    let rounded = if measure == Measure::Mean { value.round_sf(DIGITS).unwrap_or(value) } else { value };
    let qualifier = if rounded == value { Qualifier::Exact } else { Qualifier::About };
    let number = rounded.checked_div(sample.unit.scale).unwrap_or(rounded).normalize();
    Quantity { number, to: None, qualifier, ..sample.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dossier::{Dimension, FigureNr},
        locale::Bilingual,
        sheets::Said,
        table::{Addition, Column, Nature, NumberBuilder, Table, Units, totals},
        ui::data_table::{RowId, cells::CellLine},
    };

    /// Rows of quantities, as written; an empty text is not stated.
    struct Written(Vec<Option<Quantity>>);

    impl Written {
        fn new(texts: &[&str]) -> Self {
            Self(texts.iter().map(|text| Quantity::parse(text, None).ok()).collect())
        }

        fn show(&self, addition: Addition, measure: Measure) -> String {
            let mut number = NumberBuilder::new(Units::money()).addition(addition);
            for quantity in &self.0 {
                if let Some(quantity) = quantity {
                    let is_exact = quantity.qualifier == Qualifier::Exact;
                    number.next(Nature { is_exact, measure: u16::from(quantity.unit.dimension != Dimension::Yuan) });
                }
                number.push(quantity.as_ref().map(Quantity::sort_key));
            }
            let table = Table::new(vec![Column::new("n", Bilingual::default(), number)]).unwrap();
            let rows: Vec<RowId> = (0..table.num_rows()).collect();
            let totals = totals(&table, "n", &rows).unwrap();
            match work_out(Lang::Zh, self, "n", &totals, measure) {
                Worked::Amount(quantity) => quantity.format(Lang::Zh),
                Worked::Count(count) => count.to_string(),
                Worked::Nothing => "–".to_owned(),
                Worked::Refused(reason) => reason,
            }
        }
    }

    impl Cells for Written {
        fn said(&self, _: RowId, _: &str) -> Option<Said<'_>> {
            None
        }

        fn name(&self, _: RowId) -> String {
            String::new()
        }

        fn row_figure(&self, _: RowId) -> Option<FigureNr> {
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
    fn a_median_keeps_every_digit_that_is_stated() {
        for (texts, expected) in [
            (&["4.3567亿元", "1亿元", "9亿元"][..], "4.3567 亿元"),
            (&["4.3567亿元", "4.3566亿元"], "4.35665 亿元"),
            (&["12345万元"], "12345 万元"),
        ] {
            assert_eq!(Written::new(texts).show(Addition::May, Measure::Median), expected);
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
            (vec!["20亿元", "1348盏"], Addition::May, Measure::Largest, mixed.clone()),
            (vec!["20亿元", "1348盏"], Addition::May, Measure::Sum, mixed),
            (vec!["20亿元", "1348盏"], Addition::May, Measure::Count, "2".to_owned()),
            (vec!["20公里", "10公里"], Addition::MayNot(reason.clone()), Measure::Sum, reason.zh.clone()),
            (vec!["20公里", "10公里"], Addition::MayNot(reason), Measure::Median, "15 公里".to_owned()),
            (vec!["", ""], Addition::May, Measure::Sum, "–".to_owned()),
        ] {
            assert_eq!(Written::new(&texts).show(addition, measure), expected, "{measure:?} of {texts:?}");
        }
    }
}
