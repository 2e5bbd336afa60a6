//! How quantities read in each language, and their parts for columns aligned on the decimal point.

use std::fmt;

use rust_decimal::Decimal;

use super::{Dimension, Per, Qualifier, Quantity, Unit};
use crate::locale::{Lang, grouped};

/// A formatted quantity in the parts that columns align: `≤ | CNY | 1 | .5 | + | million`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The qualifier before the number: `≤`, `约`, `about`; empty for none.
    pub before: String,
    /// The currency before the number: `CNY` in English, empty in Chinese and for what is no money.
    pub currency: String,
    /// The digits before the decimal point; a whole range such as `3–5`.
    pub integer: String,
    /// The decimal point and the digits after it; empty for a whole number.
    pub fraction: String,
    /// The qualifier after the number: `+` or empty.
    pub after: String,
    /// The unit, such as `亿元`, `km`, `t a year`; empty for counts in English.
    pub unit: String,
}

impl fmt::Display for Parts {
    /// The parts as one string: `≤ 6 亿元`, `CNY 4.356 billion`, `37.8%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [&self.before, &self.currency] {
            if !part.is_empty() {
                write!(f, "{part} ")?;
            }
        }
        write!(f, "{}{}{}", self.integer, self.fraction, self.after)?;
        let is_tight = self.unit.is_empty() || self.unit.starts_with(['%', '‰']);
        write!(f, "{}{}", if is_tight { "" } else { " " }, self.unit)
    }
}

impl Quantity {
    /// The natural form as one string: the report's own unit in Chinese, a usual one in English.
    pub fn format(&self, lang: Lang) -> String {
        self.parts(lang).to_string()
    }

    /// The natural form in parts.
    pub fn parts(&self, lang: Lang) -> Parts {
        let scale = display_unit(self, lang);
        self.parts_in(lang, &scale)
    }

    /// The number in another comparable quantity's display unit, without a unit of its own; for formulas.
    pub(crate) fn parts_beside(&self, whole: &Self, lang: Lang) -> Parts {
        let display = display_unit(whole, lang);
        let factor = display.factor * self.unit.scale / whole.unit.scale;
        Parts { currency: String::new(), unit: String::new(), ..self.parts_in(lang, &DisplayUnit::new("", factor, "")) }
    }

    /// The unit that goes with [`Self::parts_beside`], such as `亿元` or `CNY billion`.
    pub(crate) fn formula_unit(&self, lang: Lang) -> String {
        let display = display_unit(self, lang);
        let unit = format!("{} {}{}", display.currency, display.unit, self.per_words(lang, &display));
        if self.unit.dimension == Dimension::Count { String::new() } else { unit.trim().to_owned() }
    }

    pub(super) fn parts_in(&self, lang: Lang, display: &DisplayUnit) -> Parts {
        let (before, after) = qualifier_marks(self.qualifier, lang);
        let number = display.convert(self.number);
        let (integer, fraction) = match self.to {
            Some(to) => (format!("{}–{}", digits(number, lang), digits(display.convert(to), lang)), String::new()),
            None => split_fraction(&digits(number, lang)),
        };
        // What is counted in the plural is the number shown, and of a range the one that stands before the unit.
        let counted = display.convert(self.to.unwrap_or(self.number));
        let unit = format!("{}{}", plural(&display.unit, counted, lang), self.per_words(lang, display));
        let (before, currency, after) = (before.to_owned(), display.currency.to_owned(), after.to_owned());
        Parts { before, currency, integer, fraction, after, unit: unit.trim_start().to_owned() }
    }

    fn per_words(&self, lang: Lang, display: &DisplayUnit) -> &'static str {
        match (self.per, lang) {
            (None, _) => "",
            (Some(Per::Year), Lang::Zh) if display.unit.is_empty() => "每年",
            (Some(Per::Day), Lang::Zh) if display.unit.is_empty() => "每日",
            (Some(Per::Year), Lang::Zh) => "/年",
            (Some(Per::Day), Lang::Zh) => "/日",
            (Some(Per::Year), Lang::En) => " a year",
            (Some(Per::Day), Lang::En) => " a day",
        }
    }
}

/// The unit a quantity is shown in, and what its number is multiplied by to get there.
pub(super) struct DisplayUnit {
    pub(super) currency: &'static str,
    factor: Decimal,
    unit: String,
}

impl DisplayUnit {
    pub(super) fn new(currency: &'static str, factor: Decimal, unit: &str) -> Self {
        Self { currency, factor, unit: unit.to_owned() }
    }

    /// The same unit for numbers that are `factor` times as large.
    pub(super) fn times(self, factor: Decimal) -> Self {
        Self { factor: self.factor * factor, ..self }
    }

    /// A number in this unit; none where it is too large.
    pub(super) fn checked_convert(&self, number: Decimal) -> Option<Decimal> {
        if self.factor == Decimal::ONE { Some(number) } else { Some(number.checked_mul(self.factor)?.normalize()) }
    }

    fn convert(&self, number: Decimal) -> Decimal {
        self.checked_convert(number).unwrap_or(Decimal::MAX)
    }
}

pub(super) const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The unit that a quantity is naturally shown in.
pub(super) fn display_unit(quantity: &Quantity, lang: Lang) -> DisplayUnit {
    let unit = &quantity.unit;
    match (lang, unit.dimension) {
        // 三大 counts with an adjective, which cannot stand after a digit.
        (Lang::Zh, _) => DisplayUnit::new("", Decimal::ONE, if unit.name == "大" { "" } else { &unit.name }),
        (Lang::En, Dimension::Yuan) => money_unit("CNY", quantity),
        (Lang::En, Dimension::Dollar) => money_unit("USD", quantity),
        (Lang::En, Dimension::Length) if unit.base_name() == "米" => DisplayUnit::new("", unit.scale, "m"),
        (Lang::En, Dimension::Length) => DisplayUnit::new("", unit.multiplier(), "km"),
        (Lang::En, _) => DisplayUnit::new("", unit.multiplier(), english_unit(unit)),
    }
}

/// English money: in billions, millions or as it is, by its size.
fn money_unit(currency: &'static str, quantity: &Quantity) -> DisplayUnit {
    let amount = quantity.in_base(quantity.to.unwrap_or(quantity.number)).abs();
    let sizes = [("trillion", MILLION * MILLION), ("billion", MILLION * Decimal::ONE_THOUSAND), ("million", MILLION)];
    let size = sizes.into_iter().find(|(_, size)| amount >= *size).unwrap_or(("", Decimal::ONE));
    DisplayUnit::new(currency, quantity.unit.scale / size.1, size.0)
}

/// The English of a unit without its scale; empty for counting words.
pub(super) fn english_unit(unit: &Unit) -> &'static str {
    match unit.base_name() {
        "平方米" => "m²",
        "平方公里" | "平方千米" => "km²",
        "公顷" => "ha",
        "亩" => "mu",
        "立方米" => "m³",
        "吨" => "t",
        "公斤" | "千克" => "kg",
        "天" | "日" => "days",
        "年" => "years",
        "个月" | "月" => "months",
        "%" => "%",
        "‰" => "‰",
        "个百分点" => "percentage points",
        "个工作日" => "working days",
        _ => "",
    }
}

/// English units that have a plural, made singular for one.
fn plural(unit: &str, number: Decimal, lang: Lang) -> String {
    let has_plural = lang == Lang::En && matches!(unit, "days" | "years" | "months" | "percentage points" | "working days");
    let unit = if has_plural && number == Decimal::ONE { unit.trim_end_matches('s') } else { unit };
    unit.to_owned()
}

/// The marks before and after a number.
fn qualifier_marks(qualifier: Qualifier, lang: Lang) -> (&'static str, &'static str) {
    match (qualifier, lang) {
        (Qualifier::Exact | Qualifier::Range, _) => ("", ""),
        (Qualifier::About, Lang::Zh) => ("约", ""),
        (Qualifier::About, Lang::En) => ("about", ""),
        (Qualifier::AtLeast, _) => ("", "+"),
        (Qualifier::AtMost, _) => ("≤", ""),
    }
}

/// The digits of a number: grouped by thousands in English, as reports write them in Chinese.
pub(super) fn digits(number: Decimal, lang: Lang) -> String {
    let plain = number.to_string();
    if lang == Lang::Zh {
        return plain;
    }
    grouped(&plain)
}

/// `43.56` as `43` and `.56`.
fn split_fraction(plain: &str) -> (String, String) {
    match plain.split_once('.') {
        Some((integer, fraction)) => (integer.to_owned(), format!(".{fraction}")),
        None => (plain.to_owned(), String::new()),
    }
}

/// A bare number as it reads in a language.
pub(crate) fn format_number(number: Decimal, lang: Lang) -> String {
    digits(number, lang)
}

/// How many of a quantity's display unit one of its own units is, for results in its unit.
pub(crate) fn display_factor(quantity: &Quantity, lang: Lang) -> Decimal {
    display_unit(quantity, lang).factor
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str, per: Option<Per>) -> Quantity {
        Quantity::parse(text, per).unwrap_or_else(|error| panic!("{text}: expected {error}"))
    }

    #[test]
    fn both_languages_read_naturally() {
        for (text, per, zh, en) in [
            ("43.56亿元", None, "43.56 亿元", "CNY 4.356 billion"),
            ("5700万元", None, "5700 万元", "CNY 57 million"),
            ("可达6亿元", None, "≤ 6 亿元", "≤ CNY 600 million"),
            ("可达6亿元", Some(Per::Year), "≤ 6 亿元/年", "≤ CNY 600 million a year"),
            ("800元", None, "800 元", "CNY 800"),
            ("1.2万亿元", None, "1.2 万亿元", "CNY 1.2 trillion"),
            ("2.5亿美元", None, "2.5 亿美元", "USD 250 million"),
            ("10余家", None, "10+ 家", "10+"),
            ("三大", None, "3", "3"),
            ("1348盏", None, "1348 盏", "1,348"),
            ("最多10天", None, "≤ 10 天", "≤ 10 days"),
            ("1天", None, "1 天", "1 day"),
            ("3年", None, "3 年", "3 years"),
            ("1—3年", None, "1–3 年", "1–3 years"),
            ("1万天", None, "1 万天", "10,000 days"),
            ("1个百分点", None, "1 个百分点", "1 percentage point"),
            ("52.91公里", None, "52.91 公里", "52.91 km"),
            ("800米", None, "800 米", "800 m"),
            ("1万吨", Some(Per::Year), "1 万吨/年", "10,000 t a year"),
            ("1.2万平方米", None, "1.2 万平方米", "12,000 m²"),
            ("2.2万立方米", Some(Per::Day), "2.2 万立方米/日", "22,000 m³ a day"),
            ("3000亩", None, "3000 亩", "3,000 mu"),
            ("37.8%", None, "37.8%", "37.8%"),
            ("约60人", None, "约 60 人", "about 60"),
            ("3—5亿元", None, "3–5 亿元", "CNY 300–500 million"),
            ("-3.2%", None, "-3.2%", "-3.2%"),
        ] {
            let quantity = quantity(text, per);
            assert_eq!((quantity.format(Lang::Zh).as_str(), quantity.format(Lang::En).as_str()), (zh, en), "{text}");
        }
    }

    #[test]
    fn parts_align() {
        let parts = quantity("可达6.25亿元", None).parts(Lang::Zh);
        assert_eq!(
            (parts.before.as_str(), parts.integer.as_str(), parts.fraction.as_str(), parts.unit.as_str()),
            ("≤", "6", ".25", "亿元")
        );
    }

    #[test]
    fn formulas_use_the_unit_of_the_whole() {
        let (part, whole) = (quantity("5700万元", None), quantity("43.56亿元", None));
        for (lang, number, unit) in [(Lang::Zh, "0.57", "亿元"), (Lang::En, "0.057", "CNY billion")] {
            assert_eq!((part.parts_beside(&whole, lang).to_string().as_str(), whole.formula_unit(lang).as_str()), (number, unit));
        }
    }

    #[test]
    fn the_largest_numbers_format_without_panic() {
        for text in ["999999999999999999元", "0.000000000000000001亿元", "999999999999999.999千克", "999999999999999999平方公里"] {
            for lang in Lang::ALL {
                assert!(!quantity(text, None).format(lang).is_empty(), "{text}");
            }
        }
    }
}
