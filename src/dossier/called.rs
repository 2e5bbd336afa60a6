//! What units are called where they stand alone: in a column of their own, or after a number in the base unit.

use rust_decimal::Decimal;

use super::{
    Dimension, Unit,
    form::{MILLION, digits, english_unit},
};
use crate::locale::Lang;

impl Unit {
    /// What the unit is called: as written in Chinese, its scale and measure in English; counting words have no English.
    pub fn called(&self, lang: Lang) -> String {
        if lang == Lang::Zh {
            return self.name.clone();
        }
        let measure = match self.dimension {
            Dimension::Yuan => "CNY",
            Dimension::Dollar => "USD",
            Dimension::Length if self.base_name() == "米" => "m",
            Dimension::Length => "km",
            _ => english_unit(self),
        };
        format!("{} {measure}", scale_words(self.multiplier())).trim().to_owned()
    }
}

/// A scale before an English unit: `100 million` for 亿.
fn scale_words(scale: Decimal) -> String {
    if scale == Decimal::ONE {
        return String::new();
    }
    let (number, word) = if scale >= MILLION { (scale / MILLION, " million") } else { (scale, "") };
    format!("{}{word}", digits(number.normalize(), Lang::En))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Quantity;

    #[test]
    fn units_have_a_name_in_each_language() {
        for (text, zh, en) in [
            ("43.56亿元", "亿元", "100 million CNY"),
            ("5700万元", "万元", "10,000 CNY"),
            ("20公里", "公里", "km"),
            ("2.2万立方米", "万立方米", "10,000 m³"),
            ("三大", "大", ""),
            ("3万家", "万家", "10,000"),
            ("10天", "天", "days"),
        ] {
            let unit = Quantity::parse(text, None).unwrap_or_else(|error| panic!("{text}: expected {error}")).unit;
            assert_eq!(Lang::ALL.map(|lang| unit.called(lang)), [zh, en], "{text}");
        }
    }
}
