//! Exact numbers in the unit in which they are shown, for a spreadsheet to calculate with.

use rust_decimal::Decimal;

use super::{
    Dimension, MoneyUnit, Qualifier, Quantity,
    form::{DisplayUnit, display_unit},
};
use crate::locale::Lang;

/// An exact number and its unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// How many of the unit.
    pub number: Decimal,
    /// The currency that stands before it: `CNY` in English.
    pub currency: &'static str,
    /// The unit that stands after it: `亿元`, `million`, `t a year`; empty for counts in English.
    pub unit: String,
}

impl Amount {
    /// The unit in one: `CNY million`.
    pub fn unit_name(&self) -> String {
        format!("{} {}", self.currency, self.unit).trim().to_owned()
    }
}

impl Quantity {
    /// The number in the unit in which it is shown; none for a bound, and for what is only about so much.
    pub fn amount(&self, lang: Lang, money: MoneyUnit) -> Option<Amount> {
        let unit = self.yuan_unit(lang, money).unwrap_or_else(|| display_unit(self, lang));
        self.amount_in(lang, &unit)
    }

    /// The same in the unit of another quantity; none where the two cannot be compared.
    pub fn amount_beside(&self, whole: &Self, lang: Lang) -> Option<Amount> {
        let factor = self.unit.scale.checked_div(whole.unit.scale)?;
        let is_alike = self.unit.is_comparable(&whole.unit) && self.per == whole.per;
        is_alike.then(|| self.amount_in(lang, &display_unit(whole, lang).times(factor))).flatten()
    }

    /// How many it counts, one by one: 12000 人 for 1.2万人; none for what is no count.
    pub fn count(&self, lang: Lang) -> Option<Amount> {
        let unit = if lang == Lang::Zh { self.unit.base_name() } else { "" };
        let is_count = self.unit.dimension == Dimension::Count;
        is_count.then(|| self.amount_in(lang, &DisplayUnit::new("", self.unit.multiplier(), unit))).flatten()
    }

    fn amount_in(&self, lang: Lang, unit: &DisplayUnit) -> Option<Amount> {
        let parts = self.parts_in(lang, unit);
        let number = (self.qualifier == Qualifier::Exact).then(|| unit.checked_convert(self.number)).flatten()?;
        Some(Amount { number: number.normalize(), currency: unit.currency, unit: parts.unit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Per;

    #[test]
    fn exact_numbers_are_in_the_unit_of_the_screen() {
        for (text, per, lang, money, expected) in [
            ("5700万元", None, Lang::Zh, MoneyUnit::Yi, "0.57 亿元"),
            ("5700万元", None, Lang::Zh, MoneyUnit::AsWritten, "5700 万元"),
            ("43.56亿元", None, Lang::En, MoneyUnit::AsWritten, "4.356 CNY billion"),
            ("3.5亿元", Some(Per::Year), Lang::En, MoneyUnit::Million, "350 CNY million a year"),
            ("52.91公里", None, Lang::En, MoneyUnit::Million, "52.91 km"),
            ("2.2万立方米", Some(Per::Day), Lang::En, MoneyUnit::Million, "22000 m³ a day"),
            ("1万吨", Some(Per::Year), Lang::Zh, MoneyUnit::Yi, "1 万吨/年"),
            ("350个", None, Lang::En, MoneyUnit::Million, "350 "),
            ("可达6亿元", None, Lang::Zh, MoneyUnit::Yi, ""),
            ("约60人", None, Lang::Zh, MoneyUnit::Yi, ""),
        ] {
            let amount = Quantity::parse(text, per).expect(text).amount(lang, money);
            assert_eq!(amount.map_or(String::new(), |of| format!("{} {}", of.number, of.unit_name())), expected, "{text}");
        }
    }

    #[test]
    fn a_row_has_one_unit_and_people_are_counted_one_by_one() {
        let [metres, kilometres, lamps] = ["800米", "3公里", "5盏"].map(|text| Quantity::parse(text, None).expect(text));
        let beside = |of: &Quantity, whole| of.amount_beside(whole, Lang::Zh).map(|of| (of.number.to_string(), of.unit));
        assert_eq!(beside(&metres, &kilometres), Some(("0.8".into(), "公里".into())));
        assert_eq!(beside(&lamps, &kilometres), None);
        let people = Quantity::parse("1.2万人", None).expect("people");
        assert_eq!(people.count(Lang::Zh), Some(Amount { number: 12_000.into(), currency: "", unit: "人".into() }));
        assert_eq!(metres.count(Lang::Zh), None);
    }
}
