//! The forms that reports write, as tables of cases.

use super::*;
use Qualifier::{About, AtLeast, AtMost, Exact, Range};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect(text)
}

#[test]
fn forms_are_read_as_written() {
    for (text, qualifier, number, unit) in [
        ("43.56亿元", Exact, "43.56", "亿元"),
        ("5700万元", Exact, "5700", "万元"),
        ("5,700 万元", Exact, "5700", "万元"),
        ("４３．５６亿元", Exact, "43.56", "亿元"),
        ("10余家", AtLeast, "10", "家"),
        ("十余家", AtLeast, "10", "家"),
        ("10多亿元", AtLeast, "10", "亿元"),
        ("60余人", AtLeast, "60", "人"),
        ("最多10天", AtMost, "10", "天"),
        ("最多跑一次", AtMost, "1", "次"),
        ("可达6亿元", AtMost, "6", "亿元"),
        ("三大", Exact, "3", "大"),
        ("六项", Exact, "6", "项"),
        ("两名", Exact, "2", "名"),
        ("廿四个", Exact, "24", "个"),
        ("9个", Exact, "9", "个"),
        ("三百家", Exact, "300", "家"),
        ("三亿元", Exact, "3", "亿元"),
        ("百余家", AtLeast, "100", "家"),
        ("约60人", About, "60", "人"),
        ("近3亿元", About, "3", "亿元"),
        ("60人左右", About, "60", "人"),
        ("10天以内", AtMost, "10", "天"),
        ("不超过10天", AtMost, "10", "天"),
        ("不足1000亩", AtMost, "1000", "亩"),
        ("不低于3%", AtLeast, "3", "%"),
        ("3％以上", AtLeast, "3", "%"),
        ("超2.5亿美元", AtLeast, "2.5", "亿美元"),
        ("逾百家", AtLeast, "100", "家"),
        ("超过1.2万亿元", AtLeast, "1.2", "万亿元"),
        ("2.2万立方米", Exact, "2.2", "万立方米"),
        ("12平方公里", Exact, "12", "平方公里"),
        ("-3.2%", Exact, "-3.2", "%"),
        ("10+家", AtLeast, "10", "家"),
    ] {
        let quantity = Quantity::parse(text, None).unwrap_or_else(|error| panic!("{text}: expected {error}"));
        assert_eq!((quantity.qualifier, quantity.number, quantity.unit.name.as_str()), (qualifier, decimal(number), unit), "{text}");
    }
}

#[test]
fn ranges_are_read_in_the_last_unit() {
    for (text, low, high, unit) in [
        ("3—5年", "3", "5", "年"),
        ("3-5亿元", "3", "5", "亿元"),
        ("3至5家", "3", "5", "家"),
        ("3～5天", "3", "5", "天"),
        ("三到五年", "3", "5", "年"),
        ("约3—5年", "3", "5", "年"),
        ("8000万元至1.2亿元", "0.8", "1.2", "亿元"),
        ("3万—5万吨", "3", "5", "万吨"),
    ] {
        let quantity = Quantity::parse(text, None).unwrap_or_else(|error| panic!("{text}: expected {error}"));
        assert_eq!(quantity.qualifier, Range, "{text}");
        assert_eq!((quantity.low(), quantity.high(), quantity.value()), (Some(decimal(low)), Some(decimal(high)), None), "{text}");
        assert_eq!(quantity.unit.name, unit, "{text}");
    }
}

#[test]
fn what_is_no_quantity_says_what_was_expected() {
    let nines = "9".repeat(19);
    for (text, expected) in [
        ("", "a number with a unit"),
        ("若干家", "a number with a unit"),
        ("数十家", "a number with a unit"),
        ("56", "a unit after the number"),
        ("3万", "where `万` stands"),
        ("56光年", "where `光年` stands"),
        ("1.8.3亿元", "where `.3亿元` stands"),
        ("5—3年", "from the smaller number"),
        ("3公里—5亿元", "where `公里` stands"),
        (&format!("{nines}元"), "at most 18 digits"),
        ("79228162514264337593543950335亿元", "at most 18 digits"),
        (&format!("{}亿元", "九".repeat(40)), "at most 18 digits"),
    ] {
        let error = Quantity::parse(text, None).expect_err(text);
        assert!(error.to_string().contains(expected), "{text}: {error}");
    }
}

#[test]
fn bounds_are_no_values() {
    for (text, value, low, high) in [
        ("56个", Some("56"), None, None),
        ("约56个", Some("56"), None, None),
        ("10余家", None, Some("10"), None),
        ("最多5天", None, None, Some("5")),
    ] {
        let quantity = Quantity::parse(text, None).expect(text);
        let expected = (value.map(decimal), low.map(decimal), high.map(decimal));
        assert_eq!((quantity.value(), quantity.low(), quantity.high()), expected, "{text}");
    }
}

#[test]
fn sorting_is_by_the_base_unit() {
    for (small, large) in [("5700万元", "1.2亿元"), ("5700万元", "0.58亿元"), ("900米", "1公里"), ("9个", "10余个"), ("999公斤", "1吨")]
    {
        let key = |text| Quantity::parse(text, None).expect(text).sort_key();
        assert!(key(small) < key(large), "{small} sorts before {large}");
    }
    assert_eq!(Quantity::parse("5700万元", None).map(|quantity| quantity.sort_key()), Ok(decimal("57000000")));
}
