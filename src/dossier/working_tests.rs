//! Formulas as they are printed, in both languages.

use super::*;
use crate::{
    dossier::evaluate::{
        evaluate,
        tests::{figures, numbers, sum},
    },
    locale::Bilingual,
};

fn check(claim: Claim, figures: &[Figure]) -> Check {
    let outcome = evaluate(&claim, figures);
    Check { id: "c".to_owned(), name: Bilingual::default(), claim, outcome, unlisted: 0 }
}

fn shown(claim: Claim, forms: &[&str]) -> [String; 2] {
    let figures = figures(forms);
    let check = check(claim, &figures);
    Lang::ALL.map(|lang| {
        let terms = Formula { figures: &|nr| figures.get(nr.0 as usize), lang, terms: Vec::new() }.of(&check);
        terms.into_iter().map(|term| term.text).collect::<Vec<_>>().join(" ")
    })
}

fn refuse(op: &str, count: usize) -> Claim {
    Claim::Refuse { op: op.to_owned(), of: numbers(count), reason: Bilingual::new("因", "why") }
}

#[test]
fn formulas_read_as_printed_arithmetic() {
    let ratio = || Claim::Ratio { part: FigureNr(0), whole: FigureNr(1), share: FigureNr(2) };
    let at_most = || Claim::SumAtMost { parts: numbers(2), whole: FigureNr(2) };
    let cases: Vec<(Claim, Vec<&str>, &str, &str)> = vec![
        (sum(3), vec!["107项", "4项", "111项"], "107 + 4 = 111", "107 + 4 = 111"),
        (sum(3), vec!["107项", "4项", "112项"], "107 + 4 = 111 ≠ 112", "107 + 4 = 111 ≠ 112"),
        (sum(3), vec!["1000名", "348名", "1348名"], "1000 + 348 = 1348", "1,000 + 348 = 1,348"),
        (
            sum(3),
            vec!["43.56亿元", "13.67亿元", "57.2亿元"],
            "43.56 + 13.67 = 57.23 ≈ 57.2 亿元",
            "4.356 + 1.367 = 5.723 ≈ 5.72 (CNY billion)",
        ),
        (sum(3), vec!["10余家", "5家", "20家"], "10+ + 5 ~ 20", "10+ + 5 ~ 20"),
        (sum(3), vec!["60家", "60家", "100余家"], "60 + 60 ≥ 100", "60 + 60 ≥ 100"),
        (sum(3), vec!["10家", "5公里", "15家"], "10 + 5 公里 ? 15", "10 + 5 km ? 15"),
        (at_most(), vec!["10亿元", "5700万元", "43.56亿元"], "10 + 0.57 = 10.57 ≤ 43.56 亿元", "1 + 0.057 = 1.057 ≤ 4.356 (CNY billion)"),
        (at_most(), vec!["10亿元", "5700万元", "5亿元"], "10 + 0.57 = 10.57 > 5 亿元", "1,000 + 57 = 1,057 > 500 (CNY million)"),
        (ratio(), vec!["20公里", "52.91公里", "37.8%"], "20 ÷ 52.91 = 37.8%", "20 ÷ 52.91 = 37.8%"),
        (ratio(), vec!["20公里", "52.91公里", "40%"], "20 ÷ 52.91 = 37.8% ≠ 40%", "20 ÷ 52.91 = 37.8% ≠ 40%"),
        (Claim::Count { items: numbers(2), stated: FigureNr(2) }, vec!["甲", "乙", "两项"], "所列 2 项 = 2", "2 listed = 2"),
        (Claim::Before { dates: numbers(2) }, vec!["2006", "2019-04-26"], "2006 < 2019-04-26", "2006 < 2019-04-26"),
        (Claim::Before { dates: numbers(2) }, vec!["2020", "2019-04-26"], "2020 > 2019-04-26", "2020 > 2019-04-26"),
        (refuse("+", 2), vec!["33个", "45个"], "33 + 45", "33 + 45"),
        (refuse("÷", 2), vec!["196个", "534次"], "196 ÷ 534", "196 ÷ 534"),
        (refuse("=", 2), vec!["20.31公里", "20公里"], "20.31 与 20 公里", "20.31 and 20 km"),
        (refuse("+", 2), vec!["17公里", "1348盏"], "17 公里 + 1348 盏", "17 km + 1,348"),
    ];
    for (claim, forms, zh, en) in cases {
        assert_eq!(shown(claim, &forms), [zh, en], "{forms:?}");
    }
}

#[test]
fn operands_are_figures_and_the_rest_is_not() {
    let figures = figures(&["43.56亿元", "13.67亿元", "57.23亿元"]);
    let check = check(sum(3), &figures);
    let terms = Formula { figures: &|nr| figures.get(nr.0 as usize), lang: Lang::Zh, terms: Vec::new() }.of(&check);
    let links: Vec<Option<u32>> = terms.iter().map(|term| term.figure.map(|nr| nr.0)).collect();
    assert_eq!(links, [Some(0), None, Some(1), None, Some(2), None]);
}

#[test]
fn reasons_are_told() {
    let figures = figures(&["20公里", "52.91公里", "37.8%", "5家"]);
    let told = |claim| Lang::ALL.map(|lang| check(Claim::clone(&claim), &figures).reason(lang).unwrap_or_default());
    let [zh, en] = told(Claim::Ratio { part: FigureNr(0), whole: FigureNr(1), share: FigureNr(2) });
    assert!(zh.contains("37.75") && en.contains("37.85"), "{zh} {en}");
    assert_eq!(told(refuse("+", 2)), ["因", "why"]);
    let [zh, en] = told(Claim::Sum { parts: vec![FigureNr(3)], whole: FigureNr(1) });
    assert!(zh.contains("量词") && en.contains("counting") || en.contains("count with"), "{zh} {en}");
}
