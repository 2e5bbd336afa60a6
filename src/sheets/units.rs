//! The words for each unit of a dossier, as a query may have them and as readers see them.

use rust_decimal::Decimal;

use crate::{
    dossier::{Dimension, Per, Unit},
    locale::Lang,
    table::Units,
};

/// The words that may follow the numbers of a measure: a dimension, or a counting word; in all, or in a time.
pub(super) fn units(unit: &Unit, per: Option<Per>) -> Units {
    let units = match unit.dimension {
        Dimension::Yuan => Units::money(),
        Dimension::Dollar => Units::new(&[("美元", 1), ("万美元", 10_000), ("亿美元", 100_000_000)])
            .shown(Lang::En, &[("USD", 1), ("million USD", 1_000_000)])
            .reads(&[("us$", 1), ("$", 1), ("million", 1_000_000), ("billion", 1_000_000_000), ("billion usd", 1_000_000_000)]),
        Dimension::Length => Units::new(&[("米", 1), ("公里", 1000)]).shown(Lang::En, &[("m", 1), ("km", 1000)]).reads(&[
            ("千米", 1000),
            ("万米", 10_000),
            ("万公里", 10_000_000),
        ]),
        Dimension::Area => Units::new(&[("平方米", 1), ("万平方米", 10_000)])
            .shown(Lang::En, &[("m²", 1)])
            .reads(&[("m2", 1), ("平方公里", 1_000_000), ("平方千米", 1_000_000), ("km²", 1_000_000), ("km2", 1_000_000)])
            .reads(&[("公顷", 10_000), ("ha", 10_000), ("万公顷", 100_000_000)])
            .reads(&[("亩", mu(1)), ("mu", mu(1)), ("万亩", mu(10_000))]),
        Dimension::Volume => {
            let units = Units::new(&[("立方米", 1), ("万立方米", 10_000), ("亿立方米", 100_000_000)]).shown(Lang::En, &[("m³", 1)]);
            units.reads(&[("m3", 1)])
        }
        Dimension::Mass => Units::new(&[("吨", 1), ("万吨", 10_000), ("亿吨", 100_000_000)]).shown(Lang::En, &[("t", 1)]).reads(&[
            ("tonnes", Decimal::ONE),
            ("公斤", Decimal::new(1, 3)),
            ("千克", Decimal::new(1, 3)),
            ("kg", Decimal::new(1, 3)),
        ]),
        Dimension::Days => Units::new(&[("天", 1)]).shown(Lang::En, &[("days", 1)]).reads(&[("日", 1), ("day", 1)]),
        Dimension::Months => Units::new(&[("个月", 1), ("年", 12)]).shown(Lang::En, &[("months", 1), ("years", 12)]).reads(&[
            ("月", 1),
            ("month", 1),
            ("year", 12),
        ]),
        Dimension::Share => Units::new(&[("%", Decimal::new(1, 2))]).reads(&[("‰", Decimal::new(1, 3))]),
        Dimension::Count => Units::counted(unit.base_name()),
    };
    match per {
        None => units,
        Some(Per::Year) => units.in_time("/年", " a year"),
        Some(Per::Day) => units.in_time("/日", " a day"),
    }
}

/// So many mu in square metres, as the dossier reads them.
fn mu(number: i64) -> Decimal {
    Unit::parse("亩").map_or(Decimal::ZERO, |unit| unit.scale * Decimal::from(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dossier::Quantity,
        locale::Bilingual,
        table::{Column, NumberBuilder, Scalar, read_scalar, write_scalar},
    };

    /// A column of one quantity, in all or in a time.
    fn column(quantity: &Quantity) -> Column {
        let mut builder = NumberBuilder::new(units(&quantity.unit, quantity.per));
        builder.push(Some(quantity.sort_key()));
        Column::new("n", Bilingual::default(), builder)
    }

    #[test]
    fn what_a_dossier_says_can_be_asked_for() {
        for (text, per, typed) in [
            ("43.56亿元", None, "43.56亿"),
            ("5700万元", None, "5700万"),
            ("1.2万亿元", None, "12000亿"),
            ("2.5亿美元", None, "2.5亿美元"),
            ("1348盏", None, "1348盏"),
            ("3万家", None, "3万家"),
            ("20公里", None, "20公里"),
            ("800米", None, "800米"),
            ("1.2万平方米", None, "1.2万平方米"),
            ("3000亩", None, "200万平方米"),
            ("2.2万立方米", Some(Per::Day), "2.2万立方米/日"),
            ("1万吨", Some(Per::Year), "1万吨/年"),
            ("10天", None, "10天"),
            ("3年", None, "3年"),
            ("37.8%", None, "37.8%"),
        ] {
            let quantity = Quantity::parse(text, per).unwrap();
            let column = column(&quantity);
            let number = quantity.sort_key().round_dp(9);
            assert_eq!(write_scalar(&column, Scalar::from(number)), typed, "{text}");
            let shown = Lang::ALL.map(|lang| quantity.format(lang));
            for text in [text, typed].into_iter().chain(shown.iter().map(String::as_str)) {
                assert_eq!(read_scalar(&column, text), Ok(Scalar::from(number)), "{text} of {typed}");
            }
        }
    }
}
