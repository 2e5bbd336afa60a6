//! Whatever a dossier's files hold, loading ends with a dossier or with problems that say where they are.

#![expect(clippy::expect_used, reason = "a test that cannot set up its files has failed")]

mod small;

use std::{
    fs,
    path::{Path, PathBuf},
};

use liucheng_viewer::dossier::{embedded_files, load_dir, load_files};
use proptest::prelude::*;
use small::{files, list, problems, with, with_file};

/// A new folder for a test, with the small dossier in it.
fn folder(test: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("dossier-{test}-{}", std::process::id()));
    if dir.exists() {
        fs::remove_dir_all(&dir).expect("the folder of an earlier run goes");
    }
    fs::create_dir_all(&dir).expect("a folder can be made");
    for (name, bytes) in files() {
        fs::write(dir.join(name), bytes).expect("a file can be written");
    }
    dir
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
        // A load that waits for a pipe or reads without end never comes back.
        list(&load_dir(&dir).err().unwrap_or_default())
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
    assert_eq!(replace("huge", &huge), "projects.json: found a file of more than 2048 MB, expected a smaller file");
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
fn twenty_thousand_projects_load() {
    let dossier = load_files(many(20_000)).unwrap_or_else(|problems| panic!("{}", list(&problems)));
    assert_eq!(dossier.projects.len(), 20_001);
}

#[test]
fn problems_beyond_a_thousand_are_counted() {
    let rows = vec!["1"; 5000].join(",");
    let all = problems(with_file("zone.json", format!("[{rows}]")));
    assert_eq!(all.len(), 1001);
    assert_eq!(all.last().map(|last| last.found.as_str()), Some("4000 more problems"));
}

#[test]
fn absurd_amounts_of_anything_end_soon() {
    let repeated = |text: &str, times: usize| text.repeat(times);
    let keys: Vec<String> = (0..200_000).map(|nr| format!("\"k{nr}\": 1")).collect();
    let section = |nr: usize| format!("\"s{nr}\"");
    let sections: Vec<String> = (0..100_000).map(section).collect();
    let product = |nr: usize| format!(r#"{{"id": "a{nr}", "name": {{"zh": "甲", "en": "a"}}}}"#);
    let products: Vec<String> = (0..50_000).map(product).collect();
    let pattern = vec!["\"projects/*/investment\""; 200_000].join(",");
    let exclusion = |nr: usize| format!(r#"{{"token": "{nr}", "kind": "name", "account": true, "reason": {{"zh": "甲", "en": "a"}}}}"#);
    let exclusions: Vec<String> = (0..50_000).map(exclusion).collect();
    for (file, text) in [
        ("projects.json", format!("[{{{}}}]", keys.join(","))),
        (
            "projects.json",
            format!("[{{\"id\": \"a\", \"name\": {{\"zh\": \"甲\", \"en\": \"a\"}}, \"products\": [{}]}}]", products.join(",")),
        ),
        ("dossier.json", format!("{{\"sections\": [{}]}}", sections.join(","))),
        (
            "checks.json",
            format!(
                "[{{\"id\": \"a\", \"name\": {{\"zh\": \"甲\", \"en\": \"a\"}}, \"sum\": [{pattern}], \"equals\": \"zone/list/count\"}}]"
            ),
        ),
        ("exclusions.json", format!("[{}]", exclusions.join(","))),
        ("zone.json", repeated("[1,2],", 300_000)),
        ("article.zh.md", format!("# 题\n\n## 全部\n\n{}", repeated("1 ", 300_000))),
        ("article.zh.md", format!("# 题\n\n## 全部\n\n{}", repeated("[1](#a) ", 100_000))),
        ("article.zh.md", format!("# 题\n\n## 全部\n\n{}", repeated("[两](#zone/list/count) 7 ", 50_000))),
        ("article.en.md", format!("# T\n\n## All\n\n[{}](#zone/list/count)", repeated("a-", 300_000))),
        ("article.en.md", format!("# T\n\n## All\n\n{}", repeated("<b>\n\n", 100_000))),
    ] {
        let found = problems(with_file(file, text.clone()));
        assert!(!found.is_empty() || file == "exclusions.json", "{file}: {text:.40}");
    }
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
    fn changed_bytes_of_the_embedded_dossier_never_panic(file in 0_usize..12, at: usize, kind: u8, byte: u8, length in 1_usize..40) {
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
