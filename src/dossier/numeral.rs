//! Numbers as people write them: digits of either width, Han numerals, English number words.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::unit::scale_of;

/// Full-width digits and marks made half-width; everything else as it was, which is all of most texts.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    // The first byte of every character in full width.
    const FULL_WIDTH: u8 = 0xEF;
    if text.bytes().any(|byte| byte == FULL_WIDTH) { text.chars().map(fold_char).collect() } else { Cow::Borrowed(text) }
}

/// A character in half width; one character always stays one character.
pub(crate) fn fold_char(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' | '％' | '＋' | '－' | '～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Why a number could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberError {
    /// There is none.
    Missing,
    /// It has more digits than a decimal holds.
    TooLarge,
}

/// The number that `text` (folded) starts with, in digits or in Han, and what follows it.
pub(crate) fn take_number(text: &str) -> Result<(Decimal, &str), NumberError> {
    match take_digits(text) {
        Err(NumberError::Missing) => take_han(text),
        found => found,
    }
}

/// The number in digits that `text` starts with: a minus sign, thousands separators, decimals.
pub(crate) fn take_digits(text: &str) -> Result<(Decimal, &str), NumberError> {
    let unsigned = text.strip_prefix(['-', '−']).unwrap_or(text);
    let mut rest = skip_integer(unsigned);
    if rest.len() == unsigned.len() {
        return Err(NumberError::Missing);
    }
    if let Some(after) = rest.strip_prefix('.') {
        let (fraction, after) = split_ascii_digits(after);
        rest = if fraction.is_empty() { rest } else { after };
    }
    let written = unsigned.strip_suffix(rest).unwrap_or_default();
    let number = if unsigned.len() == text.len() && !written.contains(',') {
        Decimal::from_str_exact(written)
    } else {
        let sign = if unsigned.len() == text.len() { "" } else { "-" };
        Decimal::from_str_exact(&format!("{sign}{}", written.replace(',', "")))
    };
    Ok((number.map_err(|_| NumberError::TooLarge)?, rest))
}

/// What follows the digits at the start; thousands separators among them stand before exactly three digits.
fn skip_integer(text: &str) -> &str {
    let (digits, mut rest) = split_ascii_digits(text);
    while let Some(after) = rest.strip_prefix(',').filter(|_| !digits.is_empty()) {
        let (group, after) = split_ascii_digits(after);
        if group.len() != 3 {
            break;
        }
        rest = after;
    }
    rest
}

/// The ASCII digits at the start, and the rest.
fn split_ascii_digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// The value of a Han digit.
pub(crate) fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Whether a character is part of a Han numeral.
pub(crate) fn is_han_numeral(c: char) -> bool {
    han_digit(c).is_some() || scale_of(c).is_some() || matches!(c, '廿' | '卅')
}

/// The Han numeral that `text` starts with.
///
/// A 万 or 亿 at its end is left to the unit (三亿元 is 3 亿元), as reports write it with digits.
fn take_han(text: &str) -> Result<(Decimal, &str), NumberError> {
    let end = text.find(|c: char| !is_han_numeral(c)).unwrap_or(text.len());
    let numeral = text.split_at_checked(end).map_or(text, |(numeral, _)| numeral);
    let trimmed = numeral.trim_end_matches(['万', '亿']);
    let numeral = if trimmed.is_empty() { numeral } else { trimmed };
    let rest = text.strip_prefix(numeral).unwrap_or_default();
    if numeral.is_empty() {
        return Err(NumberError::Missing);
    }
    Ok((han(numeral).ok_or(NumberError::TooLarge)?, rest))
}

/// The value of a Han numeral: 十六, 三百零五, 二〇一九, 廿四.
pub(crate) fn han(numeral: &str) -> Option<Decimal> {
    if numeral.chars().all(|c| han_digit(c).is_some()) {
        return positional(numeral);
    }
    let (mut total, mut section, mut digit) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for c in numeral.chars() {
        if let Some(value) = han_digit(c) {
            digit = Decimal::from(value);
        } else if let '廿' | '卅' = c {
            section = section.checked_add(Decimal::from(if c == '廿' { 20_u32 } else { 30 }))?;
        } else {
            let scale = scale_of(c)?;
            let is_start = digit.is_zero() && section.is_zero();
            if matches!(c, '万' | '亿') {
                let part = section.checked_add(digit)?;
                let part = if is_start && total.is_zero() { Decimal::ONE } else { part };
                // 万亿: a scale right after a scale multiplies what stands before it.
                total =
                    if is_start && !total.is_zero() { total.checked_mul(scale)? } else { total.checked_add(part.checked_mul(scale)?)? };
                section = Decimal::ZERO;
            } else {
                let times = if digit.is_zero() { Decimal::ONE } else { digit };
                section = section.checked_add(times.checked_mul(scale)?)?;
            }
            digit = Decimal::ZERO;
        }
    }
    total.checked_add(section)?.checked_add(digit)
}

/// Han digits in a row, as in 二〇一九.
fn positional(numeral: &str) -> Option<Decimal> {
    numeral.chars().try_fold(Decimal::ZERO, |number, c| number.checked_mul(Decimal::TEN)?.checked_add(Decimal::from(han_digit(c)?)))
}

/// The English number words below a hundred, and those for once and twice.
const ENGLISH: [(&str, u32); 32] = [
    ("zero", 0),
    ("one", 1),
    ("once", 1),
    ("single", 1),
    ("two", 2),
    ("twice", 2),
    ("both", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// The value of an English number word; `sixty-two` too.
pub(crate) fn english_word(word: &str) -> Option<Decimal> {
    let word = word.to_ascii_lowercase();
    let simple = |word: &str| ENGLISH.iter().find(|(name, _)| *name == word).map(|&(_, value)| value);
    match word.split_once('-') {
        None => simple(&word),
        Some((tens, ones)) => {
            simple(tens).filter(|tens| *tens >= 20).zip(simple(ones).filter(|ones| (1..10).contains(ones))).map(|(tens, ones)| tens + ones)
        }
    }
    .map(Decimal::from)
}

/// What an English word multiplies the number before it by.
pub(crate) fn english_scale(word: &str) -> Option<Decimal> {
    Some(Decimal::from(match word.to_ascii_lowercase().as_str() {
        "dozen" => 12_u64,
        "hundred" => 100,
        "thousand" => 1000,
        "million" | "mn" => 1_000_000,
        "billion" | "bn" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_numerals() {
        for (numeral, value) in [
            ("三", 3_u64),
            ("两", 2),
            ("十", 10),
            ("十六", 16),
            ("二十", 20),
            ("廿四", 24),
            ("卅", 30),
            ("一百零五", 105),
            ("百", 100),
            ("三百二十", 320),
            ("三万五千", 35_000),
            ("十二万", 120_000),
            ("一亿二千万", 120_000_000),
            ("三万亿", 3_000_000_000_000),
            ("二〇一九", 2019),
        ] {
            assert_eq!(han(numeral), Some(Decimal::from(value)), "{numeral}");
        }
        assert_eq!(han(&"九".repeat(60)), None, "sixty nines are too large");
        assert_eq!(han(&"亿".repeat(9)), None, "nine 亿 are too large");
    }

    #[test]
    fn digits() {
        for (text, number, rest) in [
            ("43.56亿元", "43.56", "亿元"),
            ("1,348盏", "1348", "盏"),
            ("12,000,000.50", "12000000.50", ""),
            ("-3.2%", "-3.2", "%"),
            ("5.", "5", "."),
            ("1,23", "1", ",23"),
            ("三亿元", "3", "亿元"),
            ("三百家", "300", "家"),
        ] {
            let (value, after) = take_number(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
            assert_eq!((value.to_string().as_str(), after), (number, rest), "{text}");
        }
        assert_eq!(take_number("约"), Err(NumberError::Missing));
        assert_eq!(take_number(&"9".repeat(40)), Err(NumberError::TooLarge));
        assert_eq!(take_number(&format!("0.{}", "1".repeat(40))), Err(NumberError::TooLarge));
    }

    #[test]
    fn english_words() {
        for (word, value) in
            [("ten", Some(10)), ("Sixty-two", Some(62)), ("twenty", Some(20)), ("ten-two", None), ("road", None), ("once", Some(1))]
        {
            assert_eq!(english_word(word), value.map(Decimal::from), "{word}");
        }
    }
}
