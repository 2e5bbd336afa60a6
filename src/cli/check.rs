//! `check`: what is wrong with a dossier, and what comes of its checks.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{CheckArgs, End, complain, load, output, source::Searched};
use crate::{
    dossier::{AccountKind, Check, Coverage, Dossier, FigureNr, Problem, Verdict},
    locale::{Lang, tr, tr_args},
};

/// Checks a dossier and prints what comes of it.
pub(super) fn run(args: &CheckArgs) -> End {
    let loaded = load(args.dossier.as_deref());
    let searched = match (&loaded, &args.source) {
        (Ok(dossier), Some(path)) => match Searched::open(dossier, path) {
            Ok(searched) => Some(searched),
            Err(error) => return complain(&format!("{}: {}", path.display(), error.message(Lang::En))),
        },
        _ => None,
    };
    let report = if args.format == "json" { in_json(&loaded, searched.as_ref()) } else { in_text(&loaded, searched.as_ref(), args.lang) };
    let agrees = |dossier: &Dossier| dossier.checks.iter().all(|check| check.outcome.verdict != Verdict::Disagrees);
    let is_well = loaded.is_ok_and(|dossier| agrees(&dossier)) && searched.is_none_or(|searched| searched.is_well());
    match output::write(None, |out| out.write_all(report.as_bytes())) {
        End::Well if !is_well => End::Problems,
        end => end,
    }
}

fn in_text(loaded: &Result<Dossier, Vec<Problem>>, searched: Option<&Searched>, lang: Lang) -> String {
    match loaded {
        Err(problems) => {
            let lines = problems.iter().fold(String::new(), |text, problem| text + &problem.words(lang) + "\n");
            format!("{lines}{}\n", tr_args(lang, "cli-problems", &[("count", problems.len().into())]))
        }
        Ok(dossier) => {
            let args = [
                ("title", dossier.meta.title.get(lang).into()),
                ("figures", dossier.num_figures().into()),
                ("projects", dossier.projects.len().into()),
            ];
            let checks = dossier.checks_told().into_iter().fold(String::new(), |text, check| text + &check_text(dossier, check, lang));
            let source = searched.map(|searched| format!("\n{}", searched.in_text(dossier, lang))).unwrap_or_default();
            let counts = format!("{}\n{}", counts_text(dossier, lang), coverage_text(dossier, lang));
            format!("{}\n\n{checks}\n{counts}{source}", tr_args(lang, "cli-head", &args))
        }
    }
}

/// `Account in zh: 140 numbers, 139 link to a figure, 1 is excluded with a reason.`
fn coverage_text(dossier: &Dossier, lang: Lang) -> String {
    let line = |account: Lang| {
        let Coverage { linked, excluded } = dossier.coverage(account);
        let language = tr(lang, if account == Lang::Zh { "cli-account-zh" } else { "cli-account-en" });
        let args =
            [("account", language.into()), ("all", (linked + excluded).into()), ("linked", linked.into()), ("excluded", excluded.into())];
        tr_args(lang, "cli-coverage", &args) + "\n"
    };
    let mut text = Lang::ALL.map(line).concat();
    if dossier.meta.account == AccountKind::Summary {
        text += &tr(lang, "coverage-summary");
        text.push('\n');
    }
    text
}

/// Verdict and name, the working, and the reason where there is one.
fn check_text(dossier: &Dossier, check: &Check, lang: Lang) -> String {
    let verdict = tr(lang, check.outcome.verdict.key());
    let mut text = format!("[{verdict}] {}\n", check.name.get(lang));
    for line in workings(dossier, check, lang).into_iter().chain(check.reason(lang)) {
        writeln!(text, "    {line}").ok();
    }
    text
}

/// The working, before it that in the report's own units where a language has other numbers: 57.23 亿元 for CNY 5.723 billion.
fn workings(dossier: &Dossier, check: &Check, lang: Lang) -> Vec<String> {
    let [own, working] = [Lang::Zh, lang].map(|lang| check.working(dossier, lang));
    let digits = |text: &str| text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect::<String>();
    if digits(&own) == digits(&working) { vec![working] } else { vec![own, working] }
}

/// `No problems. 18 checks: 12 agrees, …`.
fn counts_text(dossier: &Dossier, lang: Lang) -> String {
    let verdicts = Verdict::TOLD.into_iter().map(|verdict| (verdict, num_with(dossier, verdict))).filter(|(_, count)| *count > 0);
    let words = verdicts.map(|(verdict, count)| {
        tr_args(lang, "cli-verdict-count", &[("verdict", tr(lang, verdict.key()).into()), ("count", count.into())])
    });
    let words = words.collect::<Vec<_>>().join(&tr(lang, "cli-list-separator"));
    let checks = tr_args(lang, "cli-checks", &[("count", dossier.checks.len().into())]);
    tr_args(lang, "cli-counts", &[("checks", checks.into()), ("verdicts", words.into())])
}

fn in_json(loaded: &Result<Dossier, Vec<Problem>>, searched: Option<&Searched>) -> String {
    let (problems, checks, counts) = match loaded {
        Err(problems) => (problems.iter().map(problem_json).collect(), Vec::new(), json!({ "problems": problems.len() })),
        Ok(dossier) => {
            (Vec::new(), dossier.checks_told().into_iter().map(|check| check_json(dossier, check)).collect(), counts_json(dossier))
        }
    };
    let dossier = loaded.as_ref().ok();
    let coverage = dossier.map(|dossier| json!({ "zh": coverage_json(dossier, Lang::Zh), "en": coverage_json(dossier, Lang::En) }));
    let source = dossier.zip(searched).map(|(dossier, searched)| searched.in_json(dossier));
    let (problems, checks) = (Value::Array(problems), Value::Array(checks));
    let report = json!({ "problems": problems, "checks": checks, "counts": counts, "coverage": coverage, "source": source });
    format!("{report:#}\n")
}

fn coverage_json(dossier: &Dossier, account: Lang) -> Value {
    let Coverage { linked, excluded } = dossier.coverage(account);
    let unlinked: Vec<&str> = dossier.unlinked(account).into_iter().map(|nr| dossier.figure(nr).id.as_str()).collect();
    json!({ "numbers": linked + excluded, "linked": linked, "excluded": excluded, "is_summary": dossier.meta.account == AccountKind::Summary,
        "facts_without_a_link": unlinked })
}

fn problem_json(problem: &Problem) -> Value {
    let Problem { file, place, found, expected } = problem;
    json!({ "file": file.to_string_lossy(), "place": place, "found": found, "expected": expected })
}

fn check_json(dossier: &Dossier, check: &Check) -> Value {
    let verdict = check.outcome.verdict;
    let figures: Vec<&str> = check.claim.figures().iter().map(|nr: &FigureNr| dossier.figure(*nr).id.as_str()).collect();
    json!({
        "id": check.id,
        "name_zh": check.name.zh,
        "name_en": check.name.en,
        "verdict": verdict.code(),
        "verdict_zh": tr(Lang::Zh, verdict.key()),
        "verdict_en": tr(Lang::En, verdict.key()),
        "working_zh": check.working(dossier, Lang::Zh),
        "working_en": check.working(dossier, Lang::En),
        "reason_zh": check.reason(Lang::Zh),
        "reason_en": check.reason(Lang::En),
        "figures": figures,
    })
}

fn counts_json(dossier: &Dossier) -> Value {
    let mut counts =
        json!({ "problems": 0, "figures": dossier.num_figures(), "projects": dossier.projects.len(), "checks": dossier.checks.len() });
    for verdict in Verdict::TOLD {
        if let Some(counts) = counts.as_object_mut() {
            counts.insert(verdict.code().to_owned(), num_with(dossier, verdict).into());
        }
    }
    counts
}

fn num_with(dossier: &Dossier, verdict: Verdict) -> usize {
    dossier.checks.iter().filter(|check| check.outcome.verdict == verdict).count()
}
