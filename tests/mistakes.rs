//! One change to a small dossier, and the one problem that comes of it.

mod small;

use std::path::Path;

use liucheng_viewer::dossier::load_files;
use small::{files, list, problems, with, with_file};

#[test]
fn the_small_dossier_is_right() {
    let dossier = load_files(files()).unwrap_or_else(|problems| panic!("{}", list(&problems)));
    assert_eq!((dossier.projects.len(), dossier.figures.len(), dossier.checks.len()), (1, 16, 5));
}

/// File, text, its replacement, and what is told of it.
const MISTAKES: &[(&str, &str, &str, &str)] = &[
    ("projects.json", r#""1.8亿元""#, r#""1.8公里""#, r#"[0].investment: found "1.8公里", expected an amount of money such as 1.8亿元"#),
    ("projects.json", r#""1.8亿元""#, r#""若干""#, r#"[0].investment.text: found "若干", expected an amount of money"#),
    (
        "projects.json",
        r#""1.8亿元""#,
        r#""999999999999999999999999999亿元""#,
        "[0].investment.text: found \"999999999999999999999999999亿元\", expected a number of at most 18 digits",
    ),
    ("projects.json", r#""1.8亿元""#, "18e998", "line 5"),
    ("projects.json", r#""1.8亿元""#, "1.8", "[0].investment.text: found 1.8, expected text"),
    (
        "projects.json",
        r#""status": "planned""#,
        r#""status": "wished""#,
        "[0].investment.status: found \"wished\", expected one of planned, built",
    ),
    (
        "projects.json",
        r#""status": "planned""#,
        r#""stated": true"#,
        "[0].investment.stated: found an unknown field, expected one of text, per, status",
    ),
    (
        "projects.json",
        r#""status": "planned""#,
        r#""label": {"zh": "投资", "en": "Money"}"#,
        "[0].investment.label: found an unknown field",
    ),
    ("projects.json", r#""cluster": "tools""#, r#""cluster": "toys""#, "[0].cluster: found \"toys\", expected a cluster: tools"),
    (
        "projects.json",
        r#""stage": "building""#,
        r#""stage": "sleeping""#,
        "[0].stages[0].stage: found \"sleeping\", expected one of talks, signed",
    ),
    ("projects.json", r#""event": "settled""#, r#""event": "left""#, "[0].dates[0].event: found \"left\", expected one of settled"),
    (
        "projects.json",
        r#""date": "2019-04-26""#,
        r#""date": "2019-02-30""#,
        "[0].dates[0].date.date: found \"2019-02-30\", expected a date that exists",
    ),
    ("projects.json", r#""per": "year""#, r#""per": "week""#, "[0].products[0].capacity.per: found \"week\", expected one of year, day"),
    ("projects.json", r#""1万吨""#, r#""1万元""#, "[0].products[0].capacity: found \"1万元\", expected a mass, a volume or a count"),
    ("projects.json", r#""english": "broke ground", "#, "", "[0].stages[0].phrase: found no field `english`, expected a field `english`"),
    ("projects.json", r#""words": "破土动工""#, r#""words": """#, "[0].stages[0].phrase.words: found \"\", expected text"),
    (
        "projects.json",
        r#""phrase": "总投资1.8亿元""#,
        r#""phrase": "总投资亿元""#,
        "[0].investment.evidence[0].phrase: found \"总投资亿元\", expected a phrase with the 1.8",
    ),
    (
        "projects.json",
        r#""总投资1.8亿元", "section": "lead""#,
        r#""总投资1.8亿元", "section": "tail""#,
        "[0].investment.evidence[0].section: found \"tail\", expected a section of the report: lead",
    ),
    (
        "projects.json",
        r#""总投资1.8亿元", "section": "lead", "paragraph": 1"#,
        r#""总投资1.8亿元", "section": "lead", "paragraph": 0"#,
        "[0].investment.evidence[0].paragraph: found 0, expected a whole number from 1",
    ),
    (
        "projects.json",
        r#"总投资1.8亿元""#,
        r#"总投资1.8亿元总投资总投资总投资总投资总投资总投资""#,
        "[0].investment.evidence[0].phrase: found 26 characters, expected at most 24",
    ),
    (
        "projects.json",
        r#""id": "saw""#,
        r#""id": "saw", "id": "saw""#,
        "[0].id: found a second field of that name, expected each field once",
    ),
    ("projects.json", r#""id": "saws""#, r#""id": "Saws!""#, "[0].products[0].id: found \"Saws!\", expected an id"),
    (
        "projects.json",
        "\n}]",
        "\n}, {\"id\": \"saw\", \"name\": {\"zh\": \"又\", \"en\": \"again\"}}]",
        "[1].id: found the id \"saw\" again, expected each id once",
    ),
    ("projects.json", r#"{"zh": "锯厂", "en": "Saw Works"}"#, r#"{"zh": "锯厂"}"#, "[0].name: found no field `en`, expected a field `en`"),
    (
        "infrastructure.json",
        r#""built": {"text": "20公里", "#,
        r#""built": {"text": "20公里", "status": "planned", "#,
        "[0].built.status: found \"planned\", expected built, which the field says, or nothing",
    ),
    (
        "infrastructure.json",
        r#""group": "roads""#,
        r#""group": "rails""#,
        "[0].group: found \"rails\", expected one of roads, pipes, other",
    ),
    (
        "infrastructure.json",
        r#""basis": "report""#,
        r#""basis": "relative""#,
        "[0].built.as_of: found no date, expected a date, or the basis report or unclear",
    ),
    (
        "infrastructure.json",
        r#""basis": "report""#,
        r#""basis": "unclear", "date": "2019""#,
        "[0].built.as_of.date: found \"2019\", expected no date where the basis is unclear",
    ),
    (
        "infrastructure.json",
        r#""origin": "computed""#,
        r#""origin": "computed", "evidence": [{"phrase": "50%", "section": "lead", "paragraph": 1}]"#,
        "[0].facts[0].evidence: found evidence for a computed figure",
    ),
    (
        "infrastructure.json",
        r#""origin": "computed""#,
        r#""origin": "computed", "evidence": []"#,
        "[0].facts[0].evidence: found evidence for a computed figure, expected none",
    ),
    (
        "infrastructure.json",
        r#""origin": "computed""#,
        r#""origin": "stated""#,
        "[0].facts[0].evidence: found no evidence, expected the phrase that states it",
    ),
    (
        "infrastructure.json",
        r#""label": {"zh": "已建成的份额", "en": "Share built"}, "#,
        "",
        "[0].facts[0]: found no field `label`, expected a field `label`",
    ),
    (
        "approvals.json",
        r#""text": "最多10天""#,
        r#""text": "最多10公里""#,
        "limits[0].days: found \"最多10公里\", expected a number of days",
    ),
    ("zone.json", r#""id": "two""#, r#""id": "one""#, "[0].facts[2]: found the id \"zone/list/one\" again, expected each id once"),
    ("zone.json", r#""item": true"#, r#""item": "yes""#, "[0].facts[1].item: found \"yes\", expected true or false"),
    ("zone.json", r#""words": "快""#, r#""words": "快", "text": "1个""#, "[0].facts[1]: found both `text` and `words`"),
    (
        "checks.json",
        "approvals/windows/*/completed",
        "approvals/doors/*/completed",
        "[0].sum[0]: found \"approvals/doors/*/completed\", expected a pattern that matches a figure",
    ),
    ("checks.json", r#"["approvals/windows/*/completed"]"#, "[]", "[0].sum: found no id, expected the ids of what is added"),
    (
        "checks.json",
        r#""equals": "approvals/completed""#,
        r#""equals": "approvals/done""#,
        "[0].equals: found \"approvals/done\", expected the id of a figure",
    ),
    (
        "checks.json",
        r#""equals": "approvals/completed""#,
        r#""at_most": "approvals/done""#,
        "[0].at_most: found \"approvals/done\", expected the id of a figure",
    ),
    ("checks.json", r#""op": "÷""#, r#""op": "×""#, "[4].refuse.op: found \"×\", expected one of +, ÷, ≤, ="),
    ("checks.json", r#""count": "zone/list/*""#, r#""tally": "zone/list/*""#, "[2]: found no claim, expected exactly one claim"),
    (
        "checks.json",
        r#""equals": "infrastructure/roads/facts/share""#,
        r#""equals": "zone/list/count""#,
        "found no check that equals infrastructure/roads/facts/share",
    ),
    ("exclusions.json", r#""161工程""#, r#""工程""#, "[0].phrase: found \"工程\", expected a phrase with the token \"161\""),
    ("exclusions.json", r#""kind": "name""#, r#""kind": "whim""#, "[0].kind: found \"whim\", expected one of name, ordinal"),
    ("dossier.json", r#""format": 1"#, r#""format": 2"#, "format: found 2, expected 1, the form this program reads"),
    ("dossier.json", r#""sections": ["all"]"#, r#""sections": ["all", "all"]"#, "sections: found the id \"all\" twice"),
    (
        "dossier.json",
        r#""date": "2020-01-16""#,
        r#""date": "16 January 2020""#,
        "date: found \"16 January 2020\", expected a date that exists",
    ),
    (
        "article.zh.md",
        "[1.8 亿元]",
        "[1.9 亿元]",
        "line 5: found the link text \"1.9 亿元\", expected 1.8 亿元, the value of projects/saw/investment",
    ),
    (
        "article.en.md",
        "[CNY 180 million]",
        "[CNY 180 billion]",
        "line 5: found the link text \"CNY 180 billion\", expected CNY 180 million, the value",
    ),
    (
        "article.en.md",
        "[26 April 2019]",
        "[27 April 2019]",
        "line 5: found the link text \"27 April 2019\", expected 26 April 2019 or a part of it",
    ),
    ("article.en.md", "[five]", "[six]", "line 7: found the link text \"six\", expected 5"),
    ("article.zh.md", "属 161 工程", "属 162 工程", "line 5: found \"162\" outside links, expected a link to its figure, or an exclusion"),
    ("article.zh.md", "# 小园", "# 小园 2020", "the title: found \"2020\" outside links"),
    (
        "article.zh.md",
        "[十余个](#projects/saw/jobs)",
        "[十余个](#projects/saw/posts)",
        "found no link to projects/saw/jobs, expected a link to every number and every date",
    ),
    ("article.zh.md", "锯厂投资", "<b>锯厂</b>投资", "line 5: found HTML, expected only headings"),
    ("article.en.md", "## All\n", "## All\n\nOne more.\n", "section \"All\": found 3 paragraphs, expected 2, as in \"全部\""),
    ("article.en.md", "Roads:", "## More\n\nRoads:", "found 2 sections, expected 1, as dossier.json lists"),
];

#[test]
fn every_mistake_is_told_once_where_it_is() {
    let mut failures = Vec::new();
    for &(file, from, to, problem) in MISTAKES {
        let found = problems(with(file, from, to));
        let of_file: Vec<String> = found.iter().filter(|problem| problem.file == Path::new(file)).map(ToString::to_string).collect();
        // A section more or less, or a link gone astray, is told of each language or of both ends; a misspelt claim is missing and unknown.
        let limit = if to.contains("/posts") || to.contains("##") || to.contains("tally") || file == "dossier.json" { 3 } else { 1 };
        if found.len() > limit || !of_file.iter().any(|text| text.contains(problem)) {
            failures.push(format!("{file}: {to}: expected only\n  {problem}\nbut got\n{}", list(&found)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn rows_that_are_no_objects_are_told_by_number() {
    let found = problems(with_file("reform.json", "[1, null, \"x\", []]"));
    let expected = ["[0]: found 1", "[1]: found null", "[2]: found \"x\"", "[3]: found an array"]
        .map(|text| format!("reform.json: {text}, expected an object"));
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

#[test]
fn an_overview_may_be_left_out_and_is_read_as_strictly_as_the_rest() {
    let told = |text: &str| {
        let mut files = files();
        files.push(("overview.json".to_owned(), text.as_bytes().to_vec()));
        load_files(files).map(|dossier| dossier.overview.charts.len()).map_err(|problems| list(&problems))
    };
    let funnel = |row: &str| format!(r#"{{"charts": [{{"kind": "funnel", "name": {{"zh": "甲", "en": "A"}}, "rows": [{row}]}}]}}"#);
    assert_eq!(load_files(files()).map(|dossier| dossier.overview.charts.len()).ok(), Some(3), "every chart that tables can fill");
    assert_eq!(told(r#"{"about": ["zone/list/*"], "key": [{"figure": "approvals/completed"}]}"#), Ok(3));
    assert_eq!(told(&funnel(r#"{"figure": "approvals/completed", "parts": [{"figure": "approvals/windows/a/completed"}]}"#)), Ok(1));
    for (text, problem) in [
        ("[]".to_owned(), "overview.json: found an array, expected an object"),
        (r#"{"keys": []}"#.to_owned(), "keys: found an unknown field, expected one of about, key, charts"),
        (r#"{"key": [{"figure": "approvals/open"}]}"#.to_owned(), "key[0].figure: found \"approvals/open\", expected the id of a figure"),
        (r#"{"key": [{}]}"#.to_owned(), "key[0]: found no field `figure`"),
        (r#"{"charts": [{"kind": "pie"}]}"#.to_owned(), "charts[0].kind: found \"pie\", expected one of funnel, planned-built"),
        (r#"{"charts": [{"kind": "windows", "name": "x"}]}"#.to_owned(), "charts[0].name: found an unknown field"),
        (funnel(""), "charts[0].rows: found no row"),
        (funnel(r#"{"figure": "projects/saw/investment"}"#), "found projects/saw/investment, which is no count"),
    ] {
        let found = told(&text).expect_err(&text);
        assert!(found.contains(problem) && found.lines().count() == 1, "{text}: expected\n  {problem}\nbut got\n{found}");
    }
}
