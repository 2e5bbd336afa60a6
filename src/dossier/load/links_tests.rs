//! What a link may say of its figure, as tables of cases.

use super::*;
use crate::{
    dossier::{Basis, FigureId, Home, Moment, Origin},
    locale::Bilingual,
};

fn figure(text: &str, value: Value) -> Figure {
    Figure {
        id: FigureId("zone/a/b".into()),
        label: Bilingual::default(),
        short: Bilingual::default(),
        text: text.to_owned(),
        english: None,
        value,
        status: None,
        as_of: None,
        scope: None,
        condition: None,
        note: None,
        origin: Origin::Stated,
        evidence: Vec::new(),
        home: Home::Zone(0),
        is_item: false,
    }
}

fn agrees(form: &str, text: &str, lang: Lang) -> bool {
    let quantity = Quantity::parse(form, None).expect(form);
    disagreement(text, &figure(form, Value::Quantity(quantity)), lang).is_none()
}

#[test]
fn the_same_value_in_any_unit_agrees() {
    for (form, zh, en) in [
        ("43.56亿元", "43.56 亿元", "CNY 4.356 billion"),
        ("43.56亿元", "４３.５６亿元", "4,356 million yuan"),
        ("5700万元", "0.57 亿元", "CNY 57 million"),
        ("5700万元", "5700 万元", "57 million"),
        ("10余家", "十余家", "more than ten"),
        ("10余家", "10 多家企业", "10+"),
        ("十余家", "10 余家", "over ten firms"),
        ("最多1次", "至多一次", "at most once"),
        ("最多10天", "不会超过", "never more than that"),
        ("三大", "三大产业集群", "three clusters"),
        ("1万吨", "1 万吨", "10,000 tonnes"),
        ("52.91公里", "52.91 公里", "52.91 km"),
        ("52.91公里", "52910 米", "52,910 m"),
        ("1.2万平方米", "12000 平方米", "12,000 square metres"),
        ("37.8%", "37.8%", "37.8 per cent"),
        ("1348盏", "1348", "1,348 lamps"),
        ("两名", "主副两名", "a pair: two stewards"),
        ("3—5年", "3—5 年", "3–5 years"),
    ] {
        assert!(agrees(form, zh, Lang::Zh), "{form}: {zh}");
        assert!(agrees(form, en, Lang::En), "{form}: {en}");
    }
}

#[test]
fn another_value_does_not() {
    for (form, text, lang) in [
        ("43.56亿元", "43.57 亿元", Lang::Zh),
        ("43.56亿元", "43.56 万元", Lang::Zh),
        ("43.56亿元", "43.56 公里", Lang::Zh),
        ("43.56亿元", "CNY 43.56 million", Lang::En),
        ("5700万元", "0.57 万元", Lang::Zh),
        ("10余家", "十一家", Lang::Zh),
        ("10余家", "more than twelve", Lang::En),
        ("56个", "签约项目", Lang::Zh),
        ("56个", "the signed projects", Lang::En),
        ("56个", "2019 年的 56 个", Lang::Zh),
        ("56个", "56 of 74", Lang::En),
        ("三大", "四大", Lang::Zh),
        ("52.91公里", "53 km", Lang::En),
        ("37.8%", "38%", Lang::En),
        ("1万吨", "1 tonne", Lang::En),
        ("56个", "99999999999999999999999999999999999999 个", Lang::Zh),
        ("56个", "99999999999999999999999999999999999999", Lang::En),
    ] {
        assert!(!agrees(form, text, lang), "{form}: {text}");
    }
}

#[test]
fn a_date_may_be_told_coarser_but_not_finer() {
    for (date, text, lang, is_right) in [
        ("2019-12-31", "2019 年 12 月末", Lang::Zh, true),
        ("2019-12-31", "去年 12 月", Lang::Zh, true),
        ("2019-12-31", "the end of December 2019", Lang::En, true),
        ("2019-04-26", "26 April 2019", Lang::En, true),
        ("2019-04-26", "April 26th, 2019", Lang::En, true),
        ("2019-04-26", "2019-04-26", Lang::En, true),
        ("2019-04-26", "2019 年 4 月 26 日", Lang::Zh, true),
        ("2019-06-18", "6 月 18 日", Lang::Zh, true),
        ("2006", "2006", Lang::Zh, true),
        ("2006", "2006 年", Lang::Zh, true),
        ("2006", "2006", Lang::En, true),
        ("2006", "May 2006", Lang::En, false),
        ("2006", "2006 年 5 月", Lang::Zh, false),
        ("2019-04-26", "27 April 2019", Lang::En, false),
        ("2019-04-26", "2019 年 4 月 25 日", Lang::Zh, false),
        ("2019-04-26", "that day", Lang::En, false),
        ("2019-04-26", "2019 年的 45 个", Lang::Zh, false),
        ("2019-04-26", "2018 and 2019", Lang::En, false),
    ] {
        let moment = Moment { date: date.parse().ok(), text: String::new(), basis: Basis::Stated };
        assert_eq!(disagreement(text, &figure(date, Value::Date(moment)), lang).is_none(), is_right, "{date}: {text}");
    }
}

#[test]
fn words_bring_no_numbers_of_their_own() {
    let words = figure("“161”重点工程", Value::Words);
    for (text, is_right) in [("161 工程", true), ("重点工程", true), ("162 工程", false), ("16 工程", false), ("1 工程", false)]
    {
        assert_eq!(disagreement(text, &words, Lang::Zh).is_none(), is_right, "{text}");
    }
}
