//! A number with its qualifier and unit, read from the report's own form.

use std::fmt;

use rust_decimal::Decimal;

use super::{
    Unit,
    numeral::{NumberError, fold, take_number},
    unit::split_scale,
};

/// What the words around a number make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// Just the number.
    Exact,
    /// 约, 近, 左右: about so much.
    About,
    /// 余, 多, 以上, 不低于, 超: at least so much.
    AtLeast,
    /// 最多, 可达, 以内, 不足, 不超过: at most so much.
    AtMost,
    /// From one number to another.
    Range,
}

/// Whose time a rate is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Per {
    /// Each year.
    Year,
    /// Each day.
    Day,
}

/// A number with its unit, or its bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number written, in `unit`; the lower one of a range.
    pub number: Decimal,
    /// The upper number of a range.
    pub to: Option<Decimal>,
    /// What the words around it make of it.
    pub qualifier: Qualifier,
    /// The unit as written.
    pub unit: Unit,
    /// The time of a rate.
    pub per: Option<Per>,
}

/// How many digits a number may have: products and sums of such numbers stay within the 28 digits of a decimal.
const MAX_DIGITS: u32 = 18;

/// Why a text is no quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAQuantity {
    /// It has no number where one should stand.
    NoNumber,
    /// What follows the number is no unit.
    NoUnit(String),
    /// It has more than 18 digits, or is too large in the base unit.
    TooLarge,
    /// The range ends before it starts.
    Backwards,
}

impl fmt::Display for NotAQuantity {
    /// Says what was expected, to stand after `expected`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNumber => f.write_str("a number with a unit, such as 43.56亿元, 10余家, 最多10天 or 3—5年"),
            Self::NoUnit(rest) if rest.is_empty() => f.write_str("a unit after the number, such as 亿元, 公里 or 个"),
            Self::NoUnit(rest) => write!(f, "a unit such as 亿元, 公里 or 个 where `{}` stands", rest.chars().take(24).collect::<String>()),
            Self::TooLarge => write!(f, "a number of at most {MAX_DIGITS} digits"),
            Self::Backwards => f.write_str("a range from the smaller number to the larger one"),
        }
    }
}

impl From<NumberError> for NotAQuantity {
    fn from(error: NumberError) -> Self {
        match error {
            NumberError::Missing => Self::NoNumber,
            NumberError::TooLarge => Self::TooLarge,
        }
    }
}

/// Qualifiers before a number, longer words first.
const BEFORE: [(&str, Qualifier); 29] = [
    ("最多跑", Qualifier::AtMost),
    ("至多跑", Qualifier::AtMost),
    ("不低于", Qualifier::AtLeast),
    ("不少于", Qualifier::AtLeast),
    ("不超过", Qualifier::AtMost),
    ("不高于", Qualifier::AtMost),
    ("不多于", Qualifier::AtMost),
    ("大约", Qualifier::About),
    ("约为", Qualifier::About),
    ("将近", Qualifier::About),
    ("接近", Qualifier::About),
    ("超过", Qualifier::AtLeast),
    ("至少", Qualifier::AtLeast),
    ("多于", Qualifier::AtLeast),
    ("高于", Qualifier::AtLeast),
    ("最多", Qualifier::AtMost),
    ("至多", Qualifier::AtMost),
    ("最高", Qualifier::AtMost),
    ("可达", Qualifier::AtMost),
    ("不足", Qualifier::AtMost),
    ("不到", Qualifier::AtMost),
    ("少于", Qualifier::AtMost),
    ("低于", Qualifier::AtMost),
    ("约", Qualifier::About),
    ("近", Qualifier::About),
    ("超", Qualifier::AtLeast),
    ("逾", Qualifier::AtLeast),
    ("≥", Qualifier::AtLeast),
    ("≤", Qualifier::AtMost),
];

/// Qualifiers between a number and its unit.
const INSIDE: [(&str, Qualifier); 4] =
    [("余", Qualifier::AtLeast), ("多", Qualifier::AtLeast), ("+", Qualifier::AtLeast), ("来", Qualifier::About)];

/// Qualifiers after the unit, longer words first.
const AFTER: [(&str, Qualifier); 10] = [
    ("左右", Qualifier::About),
    ("上下", Qualifier::About),
    ("及以上", Qualifier::AtLeast),
    ("以上", Qualifier::AtLeast),
    ("及以下", Qualifier::AtMost),
    ("以下", Qualifier::AtMost),
    ("以内", Qualifier::AtMost),
    ("之内", Qualifier::AtMost),
    ("内", Qualifier::AtMost),
    ("+", Qualifier::AtLeast),
];

/// What may stand between the two numbers of a range, the longest first.
pub(crate) const RANGE_MARKS: [&str; 9] = ["——", "—", "–", "-", "－", "~", "～", "至", "到"];
/// What they begin with.
const RANGE_SIGNS: [char; 8] = ['—', '–', '-', '－', '~', '～', '至', '到'];

impl Quantity {
    /// Reads the report's own form; `per` comes from beside it.
    ///
    /// # Errors
    ///
    /// Says what was expected if `text` is no number with a known unit, or too large a one.
    pub fn parse(text: &str, per: Option<Per>) -> Result<Self, NotAQuantity> {
        let mut folded = fold(text);
        if folded.contains(char::is_whitespace) {
            folded = folded.chars().filter(|c| !c.is_whitespace()).collect();
        }
        let (before, rest) = strip_start(&folded, &BEFORE);
        let (after, rest) = strip_end(rest);
        let (number, rest) = take_number(rest)?;
        let (inside, rest) = strip_start(rest, &INSIDE);
        let quantity = if inside.is_none()
            && let Some((first_unit, rest)) = range_tail(rest)
        {
            range(number, first_unit, rest, per)?
        } else {
            let unit = Unit::parse(rest).ok_or_else(|| NotAQuantity::NoUnit(rest.to_owned()))?;
            let qualifier = inside.or(after).or(before).unwrap_or(Qualifier::Exact);
            Self { number, to: None, qualifier, unit, per }
        };
        if quantity.fits() { Ok(quantity) } else { Err(NotAQuantity::TooLarge) }
    }

    /// The sum of exact numbers of one kind, in the unit of the first; none where they may not be added or are none.
    pub fn sum<'q>(quantities: impl IntoIterator<Item = &'q Self>) -> Option<Self> {
        let mut quantities = quantities.into_iter();
        let mut sum = quantities.next().filter(|first| first.qualifier == Qualifier::Exact)?.clone();
        for quantity in quantities {
            if quantity.qualifier != Qualifier::Exact || !quantity.unit.is_comparable(&sum.unit) || quantity.per != sum.per {
                return None;
            }
            let number = quantity.number.checked_mul(quantity.unit.scale)?.checked_div(sum.unit.scale)?;
            sum.number = sum.number.checked_add(number)?.normalize();
        }
        Some(sum)
    }

    /// Whether sums and conversions of it stay exact: few enough digits, in its own unit and in the base unit.
    fn fits(&self) -> bool {
        let unit = &self.unit;
        [Some(self.number), self.to].into_iter().flatten().all(|number| {
            let is_short = number.mantissa().unsigned_abs() < 10_u128.pow(MAX_DIGITS) && number.scale() <= MAX_DIGITS;
            is_short && number.checked_mul(unit.scale).is_some() && number.checked_mul(unit.multiplier()).is_some()
        })
    }

    /// The value in the unit as written; none for a bound or a range.
    pub fn value(&self) -> Option<Decimal> {
        matches!(self.qualifier, Qualifier::Exact | Qualifier::About).then_some(self.number)
    }

    /// The lower bound in the unit as written, where the words give one.
    pub fn low(&self) -> Option<Decimal> {
        matches!(self.qualifier, Qualifier::AtLeast | Qualifier::Range).then_some(self.number)
    }

    /// The upper bound in the unit as written, where the words give one.
    pub fn high(&self) -> Option<Decimal> {
        match self.qualifier {
            Qualifier::AtMost => Some(self.number),
            Qualifier::Range => self.to,
            Qualifier::Exact | Qualifier::About | Qualifier::AtLeast => None,
        }
    }

    /// What it sorts by, in the dimension's base unit: the value, or the bound; the lower one of a range.
    pub fn sort_key(&self) -> Decimal {
        self.in_base(self.number)
    }

    /// A number of this unit in the dimension's base unit.
    pub(crate) fn in_base(&self, number: Decimal) -> Decimal {
        number.checked_mul(self.unit.scale).unwrap_or(if number.is_sign_negative() { Decimal::MIN } else { Decimal::MAX })
    }

    /// The least and the most it can be, in the base unit; both ends open for 约.
    pub(crate) fn interval(&self) -> (Option<Decimal>, Option<Decimal>) {
        match self.qualifier {
            Qualifier::Exact => (Some(self.sort_key()), Some(self.sort_key())),
            Qualifier::About => (None, None),
            Qualifier::AtLeast => (Some(self.sort_key()), None),
            Qualifier::AtMost => (None, Some(self.sort_key())),
            Qualifier::Range => (Some(self.sort_key()), self.to.map(|to| self.in_base(to))),
        }
    }
}

/// Strips one of `words` off the start.
fn strip_start<'t>(text: &'t str, words: &[(&str, Qualifier)]) -> (Option<Qualifier>, &'t str) {
    // None begins with a digit, as most texts do.
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return (None, text);
    }
    let found = words.iter().find_map(|&(word, qualifier)| Some((qualifier, text.strip_prefix(word)?)));
    found.map_or((None, text), |(qualifier, rest)| (Some(qualifier), rest))
}

/// Strips a qualifier off the end.
fn strip_end(text: &str) -> (Option<Qualifier>, &str) {
    let found = AFTER.iter().find_map(|&(word, qualifier)| Some((qualifier, text.strip_suffix(word)?)));
    found.map_or((None, text), |(qualifier, rest)| (Some(qualifier), rest))
}

/// Splits `亿元至5亿元` or `-5年` into the first number's unit, mostly empty, and what follows the mark.
fn range_tail(text: &str) -> Option<(&str, &str)> {
    let (unit, rest) = text.split_at_checked(text.find(RANGE_SIGNS)?)?;
    Some((unit, RANGE_MARKS.iter().find_map(|mark| rest.strip_prefix(mark))?))
}

/// A range, in the unit that stands last.
fn range(number: Decimal, first_unit: &str, rest: &str, per: Option<Per>) -> Result<Quantity, NotAQuantity> {
    let (to, rest) = take_number(rest)?;
    let unit = Unit::parse(rest).ok_or_else(|| NotAQuantity::NoUnit(rest.to_owned()))?;
    let times = match split_scale(first_unit) {
        _ if first_unit.is_empty() => Decimal::ONE,
        // 3万—5万吨: the first number has a scale of its own and shares the rest of the unit.
        (scale, "") => scale.checked_div(unit.multiplier()).ok_or(NotAQuantity::TooLarge)?,
        _ => {
            let first = Unit::parse(first_unit).filter(|first| first.is_comparable(&unit));
            let first = first.ok_or_else(|| NotAQuantity::NoUnit(first_unit.to_owned()))?;
            first.scale.checked_div(unit.scale).ok_or(NotAQuantity::TooLarge)?
        }
    };
    let number = number.checked_mul(times).ok_or(NotAQuantity::TooLarge)?.normalize();
    if number > to {
        return Err(NotAQuantity::Backwards);
    }
    Ok(Quantity { number, to: Some(to), qualifier: Qualifier::Range, unit, per })
}

#[cfg(test)]
#[path = "quantity_tests.rs"]
mod tests;
