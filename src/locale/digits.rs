//! How many there are, in digits that are read at a glance.

use fluent_bundle::FluentValue;

use super::Lang;

/// A count: `1,000,000`.
///
/// Thousands are grouped in English, and in Chinese from five digits on, as GB/T 15835 has it.
pub fn count_text(lang: Lang, count: impl TryInto<u64>) -> String {
    let text = count.try_into().unwrap_or(u64::MAX).to_string();
    let is_grouped = lang == Lang::En || text.len() > 4;
    if is_grouped { grouped(&text) } else { text }
}

/// A number with its thousands grouped: `-1234567.125` as `-1,234,567.125`.
pub fn grouped(number: &str) -> String {
    let (integer, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let (sign, digits) = integer.split_at(integer.find(|char: char| char.is_ascii_digit()).unwrap_or(integer.len()));
    let mut text = String::from(sign);
    for (nr, digit) in digits.chars().enumerate() {
        if nr > 0 && (digits.len() - nr).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}

/// A number inside a sentence, if it is a count.
pub(super) fn number_text(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let is_count = number.value >= 0.0 && number.value.fract() == 0.0 && number.value < u64::MAX as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it has just been looked at")]
    is_count.then(|| count_text(lang, number.value as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::tr_args;

    #[test]
    fn counts_are_grouped_as_each_language_does() {
        for (count, zh, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1000, "1000", "1,000"),
            (12_800, "12,800", "12,800"),
            (1_000_000, "1,000,000", "1,000,000"),
        ] {
            assert_eq!([count_text(Lang::Zh, count), count_text(Lang::En, count)], [zh, en]);
        }
    }

    #[test]
    fn sign_and_fraction_stay() {
        for (plain, expected) in [("-1234567.125", "-1,234,567.125"), ("123", "123"), ("1000", "1,000"), ("", ""), ("0.1234", "0.1234")] {
            assert_eq!(grouped(plain), expected);
        }
    }

    #[test]
    fn counts_in_sentences_go_the_same_way() {
        let args = [("hidden", 1_000_000.into())];
        assert_eq!(tr_args(Lang::En, "table-hidden", &args), "1,000,000 rows filtered out");
        assert_eq!(tr_args(Lang::Zh, "table-hidden", &args), "筛去 1,000,000 行");
    }
}
