//! The one unit that all money of a column is shown in.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Dimension, Parts, Quantity, form::DisplayUnit};
use crate::locale::Lang;

/// In which unit money is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MoneyUnit {
    /// Each amount in the unit that it is written in.
    AsWritten,
    /// In 亿元, a hundred million yuan.
    Yi,
    /// In millions of yuan.
    Million,
}

impl MoneyUnit {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::AsWritten, Self::Yi, Self::Million];

    /// The unit that a language's readers expect until they choose another.
    pub fn usual(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::AsWritten,
            Lang::En => Self::Million,
        }
    }

    /// The one unit of what stands in a column together: where each amount has its own, the one that most have.
    #[must_use]
    pub fn of_column(self, lang: Lang) -> Self {
        match (self, lang) {
            (Self::AsWritten, Lang::Zh) => Self::Yi,
            (Self::AsWritten, Lang::En) => Self::Million,
            (unit, _) => unit,
        }
    }

    /// The word in its locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::AsWritten => "written",
            Self::Yi => "yi",
            Self::Million => "million",
        }
    }

    /// How many yuan it is; `None` where each amount has its own.
    pub fn yuan(self) -> Option<Decimal> {
        match self {
            Self::AsWritten => None,
            Self::Yi => Some(Decimal::from(100_000_000)),
            Self::Million => Some(Decimal::from(1_000_000)),
        }
    }
}

impl Quantity {
    /// Yuan in one unit; none for what is no money in yuan, and where each amount keeps its own unit.
    pub fn parts_in_yuan(&self, lang: Lang, unit: MoneyUnit) -> Option<Parts> {
        self.yuan_unit(lang, unit).map(|unit| self.parts_in(lang, &unit))
    }

    pub(super) fn yuan_unit(&self, lang: Lang, unit: MoneyUnit) -> Option<DisplayUnit> {
        let size = unit.yuan().filter(|_| self.unit.dimension == Dimension::Yuan)?;
        let (currency, name) = match (lang, unit) {
            (Lang::Zh, MoneyUnit::Million) => ("", "百万元"),
            (Lang::Zh, _) => ("", "亿元"),
            (Lang::En, MoneyUnit::Yi) => ("CNY", "hundred million"),
            (Lang::En, _) => ("CNY", "million"),
        };
        Some(DisplayUnit::new(currency, self.unit.scale / size, name))
    }

    /// The form in which it is read, money in the unit that it is shown in.
    pub fn format_in(&self, lang: Lang, unit: MoneyUnit) -> String {
        self.parts_in_yuan(lang, unit).map_or_else(|| self.format(lang), |parts| parts.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_shown_in_the_unit_asked_for() {
        for (text, unit, zh, en) in [
            ("5700万元", MoneyUnit::Yi, "0.57 亿元", "CNY 0.57 hundred million"),
            ("5700万元", MoneyUnit::Million, "57 百万元", "CNY 57 million"),
            ("可达6亿元", MoneyUnit::Million, "≤ 600 百万元", "≤ CNY 600 million"),
        ] {
            let quantity = Quantity::parse(text, None).unwrap();
            let shown = Lang::ALL.map(|lang| quantity.parts_in_yuan(lang, unit).unwrap().to_string());
            assert_eq!(shown, [zh, en], "{text} in {unit:?}");
            assert_eq!(quantity.parts_in_yuan(Lang::Zh, MoneyUnit::AsWritten), None);
        }
        assert_eq!(Quantity::parse("3公里", None).unwrap().parts_in_yuan(Lang::Zh, MoneyUnit::Yi), None);
    }
}
