//! The embedded dossier's invariants.

#![expect(clippy::panic, reason = "a dossier that does not load fails every test, with its problems")]

use liucheng_viewer::{
    dossier::{self, Dossier, Origin, Value, Verdict},
    locale::Lang,
};

fn embedded() -> Dossier {
    dossier::embedded().unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{} problems:\n{}", list.len(), list.join("\n"))
    })
}

#[test]
fn every_project_the_report_names_is_there() {
    let ids: Vec<String> = embedded().projects.held().iter().map(|project| project.id.clone()).collect();
    let expected = "yiliansheng shengxin lianqiang hengjie huaxiang huagao zhongyuan baisheng younisi xinjulong yuandongfang hangtian beixin shuaiyang";
    assert_eq!(ids.join(" "), expected);
}

#[test]
fn every_number_and_date_is_linked_in_both_languages() {
    let dossier = embedded();
    for lang in Lang::ALL {
        let missing: Vec<String> = dossier
            .unlinked(lang)
            .into_iter()
            .map(|nr| dossier.figure(nr))
            .filter(|figure| figure.value != Value::Words)
            .map(|figure| figure.id.to_string())
            .collect();
        assert!(missing.is_empty(), "{}: {missing:?}", lang.code());
    }
}

#[test]
fn phrases_are_too_short_to_copy_the_report() {
    let dossier = embedded();
    for figure in &dossier.figures {
        for evidence in &figure.evidence {
            assert!(evidence.phrase.chars().count() <= 24, "{}: {}", figure.id, evidence.phrase);
        }
        assert_eq!(figure.origin == Origin::Stated, !figure.evidence.is_empty() && figure.origin != Origin::Editorial, "{}", figure.id);
    }
}

#[test]
fn labels_stand_in_both_languages() {
    for figure in embedded().figures {
        for label in [&figure.label, &figure.short] {
            assert!(!label.zh.trim().is_empty() && !label.en.trim().is_empty(), "{}", figure.id);
            assert!(!label.en.contains("label-") && !label.zh.contains("field-"), "{}: {label}", figure.id);
        }
    }
}

/// What each figure of the report comes to, in the unit as written.
#[test]
fn figures_are_as_the_report_states_them() {
    let dossier = embedded();
    for (id, written, zh, en) in [
        ("zone/signed/total", "56个", "56 个", "56"),
        ("zone/signed/landed", "45个", "45 个", "45"),
        ("zone/signed/landed-investment", "43.56亿元", "43.56 亿元", "CNY 4.356 billion"),
        ("zone/signed/not-landed", "11个", "11 个", "11"),
        ("zone/signed/not-landed-investment", "13.67亿元", "13.67 亿元", "CNY 1.367 billion"),
        ("zone/signed/talks", "74个", "74 个", "74"),
        ("zone/signed/planned-total", "57.23亿元", "57.23 亿元", "CNY 5.723 billion"),
        ("zone/signed/named-share", "39.9%", "39.9%", "39.9%"),
        ("zone/enclave/projects", "33个", "33 个", "33"),
        ("zone/enclave/investment", "35.06亿元", "35.06 亿元", "CNY 3.506 billion"),
        ("zone/clusters/count", "三大", "3", "3"),
        ("projects/yiliansheng/output", "3.5亿元", "3.5 亿元", "CNY 350 million"),
        ("projects/yiliansheng/products/rolls/capacity", "1万吨", "1 万吨/年", "10,000 t a year"),
        ("projects/yiliansheng/facts/floor-area", "1.2万平方米", "1.2 万平方米", "12,000 m²"),
        ("projects/yiliansheng/dates/settled", "去年4月26日", "2019-04-26", "2019-04-26"),
        ("projects/shengxin/output", "可达6亿元", "≤ 6 亿元/年", "≤ CNY 600 million a year"),
        ("projects/shengxin/jobs", "150个", "150 个", "150"),
        ("projects/shengxin/dates/ground-broken", "6月18日", "2019-06-18", "2019-06-18"),
        ("projects/xinjulong/investment", "5700万元", "5700 万元", "CNY 57 million"),
        ("infrastructure/zone-roads/planned", "52.91公里", "52.91 公里", "52.91 km"),
        ("infrastructure/zone-roads/built", "20公里", "20 公里", "20 km"),
        ("infrastructure/enclave-roads/planned", "20.31公里", "20.31 公里", "20.31 km"),
        ("infrastructure/sewage-pipes/planned", "52.6公里", "52.6 公里", "52.6 km"),
        ("infrastructure/water-main/unclear", "16.23公里", "16.23 公里", "16.23 km"),
        ("infrastructure/water-supply/unclear", "2.2万立方米", "2.2 万立方米/日", "22,000 m³ a day"),
        ("infrastructure/street-lamps/built", "1348盏", "1348 盏", "1,348"),
        ("approvals/powers/total", "111项", "111 项", "111"),
        ("approvals/completed", "159项", "159 项", "159"),
        ("approvals/limits/before-start/days", "最多10天", "≤ 10 天", "≤ 10 days"),
        ("approvals/limits/completion-check/visits", "最多跑一次", "≤ 1 次", "≤ 1"),
        ("services/stewards/visits", "534次", "534 次", "534"),
        ("reform/partners/firms", "10余家", "10+ 家", "10+"),
        ("reform/partners/agreements", "十余家", "10+ 家", "10+"),
        ("reform/partners/recruits", "60余人", "60+ 人", "60+"),
    ] {
        let nr = dossier.find(id).unwrap_or_else(|| panic!("{id} is a figure"));
        let figure = dossier.figure(nr);
        let shown = (figure.text.as_str(), figure.display(Lang::Zh), figure.display(Lang::En));
        assert_eq!(shown, (written, zh.to_owned(), en.to_owned()), "{id}");
    }
}

#[test]
fn every_verdict_is_as_expected() {
    use Verdict::{Agrees, Bound, Refused, Rounding};
    let dossier = embedded();
    let found: Vec<(Verdict, &str, String)> =
        dossier.checks.iter().map(|check| (check.outcome.verdict, check.id.as_str(), check.working(&dossier, Lang::Zh))).collect();
    let expected = [
        (Agrees, "signed-parts", "45 + 11 = 56"),
        (Agrees, "signed-planned-total", "43.56 + 13.67 = 57.23 亿元"),
        (Agrees, "named-landed", "10 + 2 + 1.8 + 1.5 + 1.5 + 0.57 = 17.37 亿元"),
        (Bound, "named-landed-bound", "10 + 2 + 1.8 + 1.5 + 1.5 + 0.57 = 17.37 ≤ 43.56 亿元"),
        (Rounding, "named-share", "17.37 ÷ 43.56 = 39.9%"),
        (Agrees, "clusters-listed", "所列 3 项 = 3"),
        (Agrees, "powers", "107 + 4 = 111"),
        (Agrees, "windows", "63 + 33 + 26 + 30 + 7 = 159"),
        (Agrees, "aspects-listed", "所列 4 项 = 4"),
        (Agrees, "stewards-listed", "所列 2 项 = 2"),
        (Agrees, "zeros-listed", "所列 4 项 = 4"),
        (Agrees, "systems-listed", "所列 6 项 = 6"),
        (Agrees, "modes-listed", "所列 4 项 = 4"),
        (Rounding, "roads-share", "20 ÷ 52.91 = 37.8%"),
        (Bound, "roads-within-plan", "20 ≤ 52.91 公里"),
        (Bound, "roadside-within-roads", "17 ≤ 20 公里"),
        (Agrees, "dates-in-order", "2006 < 2016 < 2019-04-26 < 2019-06-18 < 2019-12-31"),
        (Refused, "enclave-and-landed", "33 + 45"),
        (Refused, "enclave-and-landed-money", "35.06 + 43.56 亿元"),
        (Refused, "problems-per-visit", "196 ÷ 534"),
        (Refused, "cases-per-power", "159 ÷ 111"),
        (Refused, "enclave-against-built", "20.31 与 20 公里"),
        (Refused, "road-plans", "52.91 + 20.31 公里"),
        (Refused, "gas-and-roads", "20 与 20 公里"),
        (Refused, "cases-and-enclave", "33 与 33"),
        (Refused, "upgrades-and-unlanded", "11 与 11"),
        (Refused, "upgrades-parts", "11 + 2 + 1"),
        (Refused, "partner-firms", "10+ + 10+"),
    ];
    let expected = expected.map(|(verdict, id, working)| (verdict, id, working.to_owned()));
    assert_eq!(found, expected);
    for check in &dossier.checks {
        for lang in Lang::ALL {
            let is_told = check.reason(lang).is_some_and(|reason| !reason.trim().is_empty());
            assert_eq!(is_told, matches!(check.outcome.verdict, Refused | Rounding), "{}: a reason where the verdict needs one", check.id);
        }
    }
}
