//! Whatever a dossier's files hold, loading ends with a dossier or with problems that say where they are.

mod small;

use std::{fs, path::Path, time::Instant};

use liucheng_viewer::dossier::{Problem, embedded_files, load_dir, load_files};
use proptest::prelude::*;
use small::{dossier, files, folder, list, with, with_file};

fn problems(files: Vec<(String, Vec<u8>)>) -> Vec<Problem> {
    load_files(files).err().unwrap_or_default()
}

#[test]
fn the_small_dossier_is_right() {
    let dossier = dossier();
    assert_eq!((dossier.projects.len(), dossier.figures.len(), dossier.checks.len()), (1, 16, 5));
}

/// One change to the small dossier, and the one problem that comes of it.
#[test]
fn every_mistake_is_told_once_where_it_is() {
    let mut failures = Vec::new();
    for (file, from, to, problem) in [
        (
            "projects.json",
            r#""1.8亿元""#,
            r#""1.8公里""#,
            r#"[0].investment: found "1.8公里", expected an amount of money such as 1.8亿元"#,
        ),
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
        (
            "projects.json",
            r#""per": "year""#,
            r#""per": "week""#,
            "[0].products[0].capacity.per: found \"week\", expected one of year, day",
        ),
        ("projects.json", r#""1万吨""#, r#""1万元""#, "[0].products[0].capacity: found \"1万元\", expected a mass, a volume or a count"),
        (
            "projects.json",
            r#""english": "broke ground", "#,
            "",
            "[0].stages[0].phrase: found no field `english`, expected a field `english`",
        ),
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
        (
            "projects.json",
            r#"{"zh": "锯厂", "en": "Saw Works"}"#,
            r#"{"zh": "锯厂"}"#,
            "[0].name: found no field `en`, expected a field `en`",
        ),
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
        (
            "article.zh.md",
            "属 161 工程",
            "属 162 工程",
            "line 5: found \"162\" outside links, expected a link to its figure, or an exclusion",
        ),
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
    ] {
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
fn problems_are_told_together_in_order() {
    let mut files = with("projects.json", "\"1.8亿元\"", "\"1.8公里\"");
    for (name, bytes) in &mut files {
        if name == "checks.json" {
            *bytes = b"[1, {".to_vec();
        }
    }
    let found: Vec<String> = problems(files).iter().map(ToString::to_string).collect();
    let files: Vec<&str> = found.iter().filter_map(|text| text.split(':').next()).collect();
    assert_eq!(files, ["checks.json", "checks.json", "projects.json"], "{found:?}");
}

#[test]
fn what_is_no_json_has_line_and_column() {
    let deep = "[".repeat(10_000);
    let digits = format!("[{}]", "9".repeat(100_000));
    for (text, place, found) in [
        ("", "line 1, column 0", "the end of the file in the middle of a value"),
        ("[{\"id\": \"a\",\n", "line 2, column 0", "the end of the file in the middle of a value"),
        ("[{\"id\" \"a\"}]", "line 1, column 8", "expected `:`"),
        ("{}", "line 1, column 0", "invalid type: map, expected an array"),
        (deep.as_str(), "line 1, column 128", "recursion limit exceeded"),
        (digits.as_str(), "line 1", "number out of range"),
        ("[] []", "line 1, column 4", "trailing characters"),
        ("[\"\u{0}\"]", "line 1", "control character"),
    ] {
        for file in ["projects.json", "zone.json", "checks.json"] {
            let all = problems(with_file(file, text));
            let problem = all.iter().find(|problem| problem.file == Path::new(file)).unwrap_or_else(|| panic!("{file}: {text:.20}"));
            assert!(problem.place.starts_with(place) && problem.found.starts_with(found), "{file}: {problem}");
        }
    }
}

#[test]
fn deep_nesting_inside_a_row_is_a_problem() {
    let deep = format!("[{{\"id\": {}1{}}}]", "[".repeat(10_000), "]".repeat(10_000));
    assert!(list(&problems(with_file("projects.json", deep))).contains("recursion limit exceeded"));
}

#[test]
fn bad_utf8_has_its_byte() {
    let mut bytes = "[\n\"好".as_bytes().to_vec();
    bytes.extend([0xC4, 0xE3]);
    let all = problems(with_file("projects.json", bytes));
    assert!(
        list(&all).contains("projects.json: line 2, byte 6 of the file: found the byte 0xC4, expected text in UTF-8"),
        "{}",
        list(&all)
    );
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    let marked = files().into_iter().map(|(name, bytes)| (name, [b"\xEF\xBB\xBF".to_vec(), bytes].concat())).collect();
    assert!(load_files(marked).is_ok());
}

#[test]
fn a_file_that_cannot_be_read_breaks_no_links() {
    for file in ["projects.json", "infrastructure.json", "approvals.json", "zone.json"] {
        let all = problems(with_file(file, "[{"));
        assert_eq!(all.len(), 1, "{file}: one problem:\n{}", list(&all));
    }
}

#[test]
fn folders_that_hold_no_dossier_are_one_problem() {
    let dir = folder("folders");
    let empty = dir.join("empty");
    fs::create_dir_all(&empty).expect("a folder can be made");
    for (path, found) in [
        (empty, "a folder without a dossier"),
        (dir.join("nowhere"), "nothing there"),
        (dir.join("dossier.json"), "a file"),
        (Path::new("/dev/null").to_owned(), "a file"),
    ] {
        let all = load_dir(&path).err().unwrap_or_default();
        assert!(matches!(all.as_slice(), [problem] if problem.found == found && problem.file == path), "{}", list(&all));
    }
    assert!(load_dir(&dir).is_ok(), "the folder itself is right");
}

#[test]
fn a_missing_file_is_one_problem() {
    for (name, _) in files() {
        let dir = folder(&format!("missing-{name}"));
        fs::remove_file(dir.join(&name)).expect("the file is there");
        let all = load_dir(&dir).err().unwrap_or_default();
        assert!(
            matches!(all.as_slice(), [problem] if problem.to_string() == format!("{name}: found no such file, expected this file")),
            "{}",
            list(&all)
        );
    }
}

#[cfg(unix)]
#[test]
fn devices_pipes_and_endless_files_are_problems_at_once() {
    use std::{os::unix::fs::symlink, process::Command};
    let replace = |test: &str, make: &dyn Fn(&Path)| {
        let dir = folder(test);
        let file = dir.join("projects.json");
        fs::remove_file(&file).expect("the file is there");
        make(&file);
        let start = Instant::now();
        let text = list(&load_dir(&dir).err().unwrap_or_default());
        assert!(start.elapsed().as_secs() < 10, "{test}: no hang");
        text
    };
    let device = "projects.json: found a device, pipe or socket, expected a regular file";
    assert_eq!(replace("zero", &|file| symlink("/dev/zero", file).expect("a link can be made")), device);
    let fifo = |file: &Path| assert!(Command::new("mkfifo").arg(file).status().is_ok_and(|status| status.success()));
    assert_eq!(replace("fifo", &fifo), device);
    let folder_there = |file: &Path| fs::create_dir(file).expect("a folder can be made");
    assert_eq!(replace("dir", &folder_there), "projects.json: found a folder, expected a regular file");
    let dangling = |file: &Path| symlink("nowhere", file).expect("a link can be made");
    assert_eq!(replace("dangling", &dangling), "projects.json: found no such file, expected this file");
    let circle = |file: &Path| symlink("projects.json", file).expect("a link can be made");
    assert!(replace("circle", &circle).contains("cannot be read"));
    let huge = |file: &Path| fs::File::create(file).and_then(|file| file.set_len(1 << 40)).expect("a sparse file can be made");
    assert_eq!(replace("huge", &huge), "projects.json: found a file of more than 512 MB, expected a smaller file");
}

/// A dossier of many rows, each of which is linked nowhere: words only.
fn many(rows: usize) -> Vec<(String, Vec<u8>)> {
    let row = |nr: usize| {
        format!(
            r#"{{"id": "p{nr}", "name": {{"zh": "厂{nr}", "en": "Works {nr}"}}, "full_name": {{"words": "第{nr}厂", "english": "Works no. {nr}",
            "evidence": [{{"phrase": "第{nr}厂", "section": "lead", "paragraph": 1}}]}}, "stages": [{{"stage": "running", "phrase":
            {{"words": "投产", "english": "running", "evidence": [{{"phrase": "投产", "section": "lead", "paragraph": 1}}]}}}}]}}"#
        )
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    with("projects.json", "\n}]", &format!("\n}}, {}]", rows.join(",")))
}

#[test]
fn twenty_thousand_projects_load_fast() {
    let files = many(20_000);
    let start = Instant::now();
    let dossier = load_files(files).unwrap_or_else(|problems| panic!("{}", list(&problems)));
    assert_eq!(dossier.projects.len(), 20_001);
    assert!(start.elapsed().as_secs() < 5, "20,000 rows took {:?}", start.elapsed());
}

#[test]
fn problems_beyond_a_thousand_are_counted() {
    let rows = vec!["1"; 5000].join(",");
    let all = problems(with_file("zone.json", format!("[{rows}]")));
    assert_eq!(all.len(), 1001);
    assert_eq!(all.last().map(|last| last.found.as_str()), Some("4000 more problems"));
}

/// A change to one file: bytes overwritten, dropped, doubled or cut off.
fn changed(bytes: &[u8], at: usize, kind: u8, byte: u8, length: usize) -> Vec<u8> {
    let at = at % bytes.len().max(1);
    let end = (at + length).min(bytes.len());
    let (head, rest) = bytes.split_at(at);
    let (middle, tail) = rest.split_at(end - at);
    match kind % 5 {
        0 => [head, &[byte], rest.get(1..).unwrap_or_default()].concat(),
        1 => [head, tail].concat(),
        2 => [head, middle, middle, tail].concat(),
        3 => head.to_vec(),
        _ => [head, &[byte], middle, tail].concat(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes_never_panic(file in 0_usize..11, at: usize, kind: u8, byte: u8, length in 1_usize..40) {
        let mut files = files();
        let bytes = &mut files[file].1;
        *bytes = changed(bytes, at, kind, byte, length);
        if let Err(problems) = load_files(files) {
            prop_assert!(!problems.is_empty(), "an error says what is wrong");
        }
    }

    #[test]
    fn changed_bytes_of_the_embedded_dossier_never_panic(file in 0_usize..11, at: usize, kind: u8, byte: u8, length in 1_usize..40) {
        let mut files: Vec<(String, Vec<u8>)> = embedded_files().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
        let bytes = &mut files[file].1;
        *bytes = changed(bytes, at, kind, byte, length);
        if let Err(problems) = load_files(files) {
            prop_assert!(!problems.is_empty(), "an error says what is wrong");
        }
    }

    #[test]
    fn any_form_is_a_quantity_or_says_why(text in "[约近超最多不足0-9０-９.,十百千万亿余多元公里米天项个%—-]{0,12}") {
        match liucheng_viewer::dossier::Quantity::parse(&text, None) {
            Ok(quantity) => for lang in liucheng_viewer::locale::Lang::ALL {
                prop_assert!(!quantity.format(lang).is_empty());
            },
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
