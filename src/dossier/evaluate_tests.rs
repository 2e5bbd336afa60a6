//! Verdicts over small lists of figures, as tables of cases.

use super::*;
use crate::{
    dossier::{Basis, FigureId, Home, Moment, Origin},
    locale::Bilingual,
};

/// Figures from forms; one that looks like an ISO date is one, one that is no quantity is words.
pub(crate) fn figures(forms: &[&str]) -> Vec<Figure> {
    forms
        .iter()
        .enumerate()
        .map(|(nr, form)| Figure {
            id: FigureId(format!("zone/a/{nr}").into()),
            label: Bilingual::default(),
            short: Bilingual::default(),
            text: (*form).to_owned(),
            english: None,
            value: match (form.parse(), Quantity::parse(form, None)) {
                (Ok(date), _) => Value::Date(Moment { date: Some(date), text: (*form).to_owned(), basis: Basis::Stated }),
                (Err(_), Ok(quantity)) => Value::Quantity(quantity),
                _ => Value::Words,
            },
            status: None,
            as_of: None,
            scope: None,
            condition: None,
            note: None,
            origin: Origin::Stated,
            evidence: Vec::new(),
            home: Home::Zone(0),
            is_item: false,
        })
        .collect()
}

pub(crate) fn numbers(count: usize) -> Vec<FigureNr> {
    (0..count as u32).map(FigureNr).collect()
}

/// A sum of all but the last, which is the whole.
pub(crate) fn sum(count: usize) -> Claim {
    Claim::Sum { parts: numbers(count - 1), whole: FigureNr(count as u32 - 1) }
}

fn verdict(claim: &Claim, forms: &[&str]) -> (Verdict, Option<String>) {
    let outcome = evaluate(claim, &figures(forms));
    (outcome.verdict, outcome.result.map(|result| result.to_string()))
}

#[test]
fn sums() {
    use Verdict::{Agrees, Bound, Disagrees, Rounding, Undecided};
    for (forms, expected, result) in [
        (vec!["107项", "4项", "111项"], Agrees, Some("111")),
        (vec!["107项", "4项", "112项"], Disagrees, Some("111")),
        (vec!["10亿元", "5700万元", "10.57亿元"], Agrees, Some("10.57")),
        (vec!["0.1亿元", "0.2亿元", "0.3亿元"], Agrees, Some("0.3")),
        (vec!["43.56亿元", "13.67亿元", "57.2亿元"], Rounding, Some("57.23")),
        (vec!["43.56亿元", "13.67亿元", "57亿元"], Rounding, Some("57.23")),
        (vec!["43.56亿元", "13.67亿元", "58亿元"], Disagrees, Some("57.23")),
        (vec!["57.15亿元", "0亿元", "57.2亿元"], Rounding, Some("57.15")),
        (vec!["57.25亿元", "0亿元", "57.2亿元"], Disagrees, Some("57.25")),
        (vec!["10余家", "5家", "20家"], Bound, None),
        (vec!["10余家", "5家", "15家"], Bound, None),
        (vec!["10余家", "5家", "12家"], Disagrees, None),
        (vec!["最多3天", "最多4天", "5天"], Bound, None),
        (vec!["最多3天", "最多4天", "7天"], Bound, None),
        (vec!["最多3天", "最多4天", "8天"], Disagrees, None),
        (vec!["3—5家", "5家", "9家"], Bound, None),
        (vec!["60家", "60家", "100余家"], Bound, Some("120")),
        (vec!["30家", "30家", "100余家"], Disagrees, Some("60")),
        (vec!["约10家", "5家", "15家"], Undecided, None),
        (vec!["10家", "5个", "15家"], Undecided, None),
        (vec!["10家", "5公里", "15家"], Undecided, None),
        (vec!["10家", "名称", "15家"], Undecided, None),
    ] {
        assert_eq!(verdict(&sum(forms.len()), &forms), (expected, result.map(str::to_owned)), "{forms:?}");
    }
}

#[test]
fn no_more_than() {
    use Verdict::{Bound, Disagrees, Undecided};
    for (forms, expected) in [
        (["10亿元", "5700万元", "43.56亿元"], Bound),
        (["40亿元", "3.56亿元", "43.56亿元"], Bound),
        (["40亿元", "3.57亿元", "43.56亿元"], Disagrees),
        (["10余家", "5家", "20家"], Undecided),
        (["最多10天", "5天", "20天"], Bound),
        (["10余家", "15家", "20家"], Disagrees),
        (["1家", "1家", "约20家"], Undecided),
    ] {
        let claim = Claim::SumAtMost { parts: numbers(2), whole: FigureNr(2) };
        assert_eq!(evaluate(&claim, &figures(&forms)).verdict, expected, "{forms:?}");
    }
    let claim = Claim::AtMost { small: FigureNr(0), large: FigureNr(1) };
    for (forms, expected) in [(["20公里", "52.91公里"], Bound), (["900米", "0.8公里"], Disagrees), (["1家", "1个"], Undecided)] {
        assert_eq!(evaluate(&claim, &figures(&forms)).verdict, expected, "{forms:?}");
    }
}

#[test]
fn counts() {
    use Verdict::{Agrees, Bound, Disagrees};
    for (stated, expected) in [("三大", Agrees), ("四个", Disagrees), ("3种", Agrees), ("两余种", Bound), ("最多5种", Bound)] {
        let claim = Claim::Count { items: numbers(3), stated: FigureNr(3) };
        assert_eq!(evaluate(&claim, &figures(&["甲", "乙", "丙", stated])).verdict, expected, "{stated}");
    }
}

#[test]
fn ratios_agree_within_the_printed_form() {
    use Verdict::{Agrees, Disagrees, Rounding, Undecided};
    for (forms, expected) in [
        (["20公里", "52.91公里", "37.8%"], Rounding),
        (["20公里", "52.91公里", "37.80%"], Rounding),
        (["20公里", "52.91公里", "37.9%"], Disagrees),
        (["20公里", "52.91公里", "37.81%"], Disagrees),
        (["1家", "4家", "25%"], Agrees),
        (["1家", "8家", "12.5%"], Agrees),
        (["1家", "3家", "33%"], Rounding),
        (["5000万元", "1亿元", "50%"], Agrees),
        (["1家", "0家", "50%"], Undecided),
        (["10余家", "20家", "50%"], Undecided),
        (["1家", "2个", "50%"], Undecided),
    ] {
        let claim = Claim::Ratio { part: FigureNr(0), whole: FigureNr(1), share: FigureNr(2) };
        assert_eq!(evaluate(&claim, &figures(&forms)).verdict, expected, "{forms:?}");
    }
    let claim = Claim::Ratio { part: FigureNr(0), whole: FigureNr(1), share: FigureNr(2) };
    let interval = evaluate(&claim, &figures(&["20公里", "52.91公里", "37.8%"])).interval;
    assert_eq!(interval, Some((Decimal::new(3775, 2), Decimal::new(3785, 2))), "what 37.8 stands for");
}

#[test]
fn orders_of_dates() {
    use Verdict::{Agrees, Disagrees, Undecided};
    for (dates, expected) in [
        (vec!["2006", "2016", "2019-04-26"], Agrees),
        (vec!["2019-04-26", "2019-04-26"], Agrees),
        (vec!["2019-04-26", "2019-04"], Undecided),
        (vec!["2019", "2019-04"], Undecided),
        (vec!["2019-06", "2019-04-26"], Disagrees),
        (vec!["2019", "名称"], Undecided),
    ] {
        let claim = Claim::Before { dates: numbers(dates.len()) };
        assert_eq!(evaluate(&claim, &figures(&dates)).verdict, expected, "{dates:?}");
    }
}

#[test]
fn the_largest_numbers_do_not_panic() {
    let forms = ["999999999999999999元", "999999999999999999元", "0.000000000000000001亿元"];
    for claim in [sum(3), Claim::Ratio { part: FigureNr(0), whole: FigureNr(2), share: FigureNr(1) }] {
        assert_ne!(evaluate(&claim, &figures(&forms)).verdict, Verdict::Agrees);
    }
}
