//! Units: what they measure, and by which factor.

use std::{collections::HashSet, sync::LazyLock};

use hashbrown::HashMap;
use rust_decimal::Decimal;

/// What a unit measures; only the same dimension may be compared or added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// Money, in yuan.
    Yuan,
    /// Money, in US dollars; reports give no rate, so it never meets yuan.
    Dollar,
    /// Length, in metres.
    Length,
    /// Area, in square metres.
    Area,
    /// Volume, in cubic metres.
    Volume,
    /// Mass, in tonnes.
    Mass,
    /// Time, in days.
    Days,
    /// Time by the calendar, in months; months are of no fixed length, so it never meets days.
    Months,
    /// A share, as a fraction of one.
    Share,
    /// A count of things, by the counting word (个, 项, 家); different words do not add.
    Count,
}

impl Dimension {
    /// Whether it is an amount of money.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Yuan | Self::Dollar)
    }
}

/// A unit as the report writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// As written: `亿元`, `万立方米`, `个`.
    pub name: String,
    /// What it measures.
    pub dimension: Dimension,
    /// How many of the dimension's base unit it is.
    pub scale: Decimal,
}

/// The measures a report writes, with their factor as mantissa and number of decimals.
const MEASURES: [(&str, Dimension, i64, u32); 22] = [
    ("元", Dimension::Yuan, 1, 0),
    ("元人民币", Dimension::Yuan, 1, 0),
    ("美元", Dimension::Dollar, 1, 0),
    ("公里", Dimension::Length, 1000, 0),
    ("千米", Dimension::Length, 1000, 0),
    ("米", Dimension::Length, 1, 0),
    ("平方米", Dimension::Area, 1, 0),
    ("平方公里", Dimension::Area, 1_000_000, 0),
    ("平方千米", Dimension::Area, 1_000_000, 0),
    ("公顷", Dimension::Area, 10_000, 0),
    // A mu is 2000/3 square metres: as close as 19 digits come.
    ("亩", Dimension::Area, 6_666_666_666_666_666_667, 16),
    ("立方米", Dimension::Volume, 1, 0),
    ("吨", Dimension::Mass, 1, 0),
    ("公斤", Dimension::Mass, 1, 3),
    ("千克", Dimension::Mass, 1, 3),
    ("天", Dimension::Days, 1, 0),
    ("日", Dimension::Days, 1, 0),
    ("年", Dimension::Months, 12, 0),
    ("个月", Dimension::Months, 1, 0),
    ("月", Dimension::Months, 1, 0),
    ("%", Dimension::Share, 1, 2),
    ("‰", Dimension::Share, 1, 3),
];

/// The counting words a report writes, between spaces.
const COUNTING_WORDS: &str = "个 项 家 座 盏 次 名 人 种 大 条 户 台 套 件 只 辆 艘 间 栋 幢 层 处 所 批 类 级 期 届 位 口 对 双 组 队 支 场 \
    门 张 份 篇 本 册 部 站 村 镇 乡 县 市 省 国 块 片 根 株 棵 头 轮 步 点 面 方面 倍 款 宗 笔 起 例 票 把 顶 扇 孔 眼 架 列 节 字 枚 颗 粒 道 \
    员 代 系列 人次 户次 家次 车次 个百分点 个工作日";

impl Unit {
    /// The unit written as `name`, with 百, 千, 万 or 亿 before it as its scale; none if it is no unit.
    pub fn parse(name: &str) -> Option<Self> {
        let (multiplier, base) = split_scale(name);
        let (dimension, factor) = base_unit(base)?;
        let scale = multiplier.checked_mul(factor)?;
        Some(Self { name: name.to_owned(), dimension, scale })
    }

    /// The unit without its scale: 元 of 亿元, 家 of 万家.
    pub fn base_name(&self) -> &str {
        split_scale(&self.name).1
    }

    /// How many of the unit without its scale it is: 10,000 for 万元, 万公里 and 万家.
    pub fn multiplier(&self) -> Decimal {
        split_scale(&self.name).0
    }

    /// Whether amounts in both may be compared and added: the same dimension, and for counts the same counting word.
    pub fn is_comparable(&self, other: &Self) -> bool {
        self.dimension == other.dimension && (self.dimension != Dimension::Count || self.base_name() == other.base_name())
    }
}

/// What a unit without scale measures, and its factor.
fn base_unit(name: &str) -> Option<(Dimension, Decimal)> {
    // A large table asks for a unit some ten million times.
    static UNITS: LazyLock<HashMap<&str, (Dimension, Decimal)>> = LazyLock::new(|| {
        let words = COUNTING_WORDS.split(' ').filter(|word| !word.is_empty()).map(|word| (word, (Dimension::Count, Decimal::ONE)));
        let measures = MEASURES.iter().map(|&(name, dimension, mantissa, decimals)| (name, (dimension, Decimal::new(mantissa, decimals))));
        // Measures come last: of two with one name they are meant.
        words.chain(measures).collect()
    });
    UNITS.get(name).copied()
}

/// 万亿: nobody writes a larger scale.
const LARGEST_SCALE: Decimal = Decimal::from_parts(0xD4A5_1000, 0xE8, 0, false, 0);

/// Splits the 百, 千, 万, 亿 off the front of a unit, unless the whole is a unit itself (千克, 千米).
pub(crate) fn split_scale(name: &str) -> (Decimal, &str) {
    let mut multiplier = Decimal::ONE;
    let mut rest = name;
    while base_unit(rest).is_none() {
        let mut chars = rest.chars();
        let Some(factor) = chars.next().and_then(scale_of) else { break };
        let Some(product) = multiplier.checked_mul(factor).filter(|product| *product <= LARGEST_SCALE) else { break };
        multiplier = product;
        rest = chars.as_str();
    }
    (multiplier, rest)
}

/// What a Han numeral for a power of ten stands for.
pub(crate) fn scale_of(c: char) -> Option<Decimal> {
    Some(Decimal::from(match c {
        '十' => 10_u32,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    }))
}

/// The longest unit that `text` starts with, scale included, and what follows it.
pub(crate) fn take_unit(text: &str) -> Option<(Unit, &str)> {
    // The longest unit with its scale has seven characters: 万亿 before 个百分点 and the like.
    const LONGEST: usize = 7;
    let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).collect();
    ends.into_iter().rev().find_map(|end| {
        let (name, rest) = text.split_at_checked(end)?;
        Some((Unit::parse(name)?, rest))
    })
}

/// Whether any unit without scale starts with this character: spares most texts the search for one.
pub(crate) fn may_start_unit(c: char) -> bool {
    static FIRST: LazyLock<HashSet<char>> = LazyLock::new(|| {
        let measures = MEASURES.iter().map(|(name, ..)| *name);
        measures.chain(COUNTING_WORDS.split(' ')).filter_map(|name| name.chars().next()).collect()
    });
    FIRST.contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_know_dimension_and_scale() {
        for (name, dimension, scale) in [
            ("元", Dimension::Yuan, "1"),
            ("万元", Dimension::Yuan, "10000"),
            ("亿元", Dimension::Yuan, "100000000"),
            ("万亿元", Dimension::Yuan, "1000000000000"),
            ("亿美元", Dimension::Dollar, "100000000"),
            ("公里", Dimension::Length, "1000"),
            ("千米", Dimension::Length, "1000"),
            ("万平方米", Dimension::Area, "10000"),
            ("万立方米", Dimension::Volume, "10000"),
            ("千克", Dimension::Mass, "0.001"),
            ("万吨", Dimension::Mass, "10000"),
            ("年", Dimension::Months, "12"),
            ("%", Dimension::Share, "0.01"),
            ("万家", Dimension::Count, "10000"),
            ("个百分点", Dimension::Count, "1"),
        ] {
            let unit = Unit::parse(name).unwrap_or_else(|| panic!("{name} is a unit"));
            assert_eq!((unit.dimension, unit.scale.to_string().as_str()), (dimension, scale), "{name}");
        }
        for name in ["", "万", "亿", "元元", "光年", "个项"] {
            assert_eq!(Unit::parse(name), None, "{name} is no unit");
        }
    }

    #[test]
    fn only_like_units_compare() {
        let unit = |name| Unit::parse(name).expect(name);
        for (a, b, is_comparable) in [
            ("万元", "亿元", true),
            ("元", "美元", false),
            ("家", "万家", true),
            ("家", "个", false),
            ("天", "年", false),
            ("米", "公里", true),
        ] {
            assert_eq!(unit(a).is_comparable(&unit(b)), is_comparable, "{a} and {b}");
        }
    }

    #[test]
    fn scales_end_at_a_trillion() {
        assert_eq!(LARGEST_SCALE, Decimal::from(1_000_000_000_000_u64));
        assert_eq!(Unit::parse("亿亿元"), None);
    }

    #[test]
    fn the_longest_unit_is_taken() {
        for (text, name, rest) in
            [("平方公里。", "平方公里", "。"), ("个月内", "个月", "内"), ("个项目", "个", "项目"), ("亿元", "亿元", "")]
        {
            let (unit, after) = take_unit(text).expect(text);
            assert_eq!((unit.name.as_str(), after), (name, rest), "{text}");
        }
    }
}
