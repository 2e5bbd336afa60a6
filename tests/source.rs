//! A copy of the report against its dossier: what is found, what an edited copy has lost, what no file may do.

#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

mod small;

use std::{fs, path::PathBuf, process::Command};

use liucheng_viewer::{
    dossier::{Dossier, Found, Source, SourceError, embedded, load_files, source::MOST_BYTES},
    files::Stamp,
};
use small::{files, list, problems, with};

/// A made-up report that the small dossier could have been made from.
const REPORT: &str = "导航 首页 5\n小园区开园\n\n提 要\n\n　　小园锯业有限公司去年4月26日落户，破土动工，总投资1.8亿元，岗位10余个，年产1万吨，属161工程。规划道路４０公里,已建成 20公里。办结9项，甲窗5项，乙窗4项；最多10天，两个词。\n\n甲\n\n评论 17 条\n";

fn load(files: Vec<(String, Vec<u8>)>) -> Dossier {
    assert_eq!(list(&problems(files.clone())), "");
    load_files(files).map_err(|problems| list(&problems)).expect("a dossier")
}

fn open(dossier: &Dossier, text: &str) -> Source {
    Source::from_bytes(text.as_bytes().to_vec(), &dossier.meta).expect("a source")
}

/// The ids of the figures without a place, and the numbers left over.
fn lost(dossier: &Dossier, text: &str) -> (String, String) {
    let source = open(dossier, text);
    let located = source.locate(dossier);
    let ids = located.all().filter(|(.., found)| found.range().is_none()).map(|(nr, ..)| dossier.figure(nr).id.to_string());
    let ids = ids.collect::<Vec<_>>().join(" ");
    let numbers = source.loose(dossier, &located).into_iter().map(|loose| source.get(&loose.range).to_owned());
    (ids, numbers.collect::<Vec<_>>().join(" "))
}

#[test]
fn a_true_copy_has_everything() {
    let dossier = load(files());
    let source = open(&dossier, REPORT);
    let located = source.locate(&dossier);
    assert_eq!((source.num_sections(), source.num_paragraphs()), (1, 1));
    for (nr, index, found) in located.all() {
        let figure = dossier.figure(nr);
        let Found::Once { range, is_as_stated } = found else { panic!("{}: {found:?}", figure.id) };
        let evidence = figure.evidence.get(index).expect("its evidence");
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let marked = source.get(range).replace('４', "4").replace('０', "0").replace(' ', "");
        assert_eq!((digits(&marked), *is_as_stated), (digits(&evidence.phrase), true), "{}", figure.id);
    }
    assert_eq!(located.num(), located.num_located());
    // The page around the report has numbers too; this dossier excludes none of them.
    assert_eq!(lost(&dossier, REPORT), (String::new(), "5 17".to_owned()));
}

#[test]
fn a_number_left_over_is_a_problem_and_nothing_else_of_a_true_copy() {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("source-check");
    fs::create_dir_all(&dir).expect("a folder");
    for (name, bytes) in files() {
        fs::write(dir.join(name), bytes).expect("a file");
    }
    let code = |text: &str| {
        let copy = dir.join("copy.txt");
        fs::write(&copy, text).expect("a file");
        let program = Command::new(env!("CARGO_BIN_EXE_liucheng-viewer")).arg("check").arg(&dir).arg("--source").arg(&copy).output();
        program.expect("the program runs").status.code()
    };
    assert_eq!(code(REPORT), Some(1), "5 and 17 are neither figure nor excluded");
    assert_eq!(code(&REPORT.replace(" 5", "").replace("17 ", "")), Some(0));
}

#[test]
fn a_line_goes_on_unless_a_paragraph_begins() {
    let dossier = load(files());
    let line = "小园锯业有限公司去年在这里落户并且破土动工建设新厂房";
    let paragraphs = |between: &str| open(&dossier, &format!("提要\n{line}{between}{line}")).num_paragraphs();
    for (between, num) in [("\n", 1), ("\n ", 1), ("\n  ", 2), ("\n　", 2), ("\n\n", 2), ("。\n", 2)] {
        assert_eq!(paragraphs(between), num, "{between:?}");
    }
}

#[test]
fn an_edited_copy_shows_which_figures_lost_their_evidence() {
    let dossier = load(files());
    for (from, to, ids, numbers) in [
        ("总投资1.8亿元", "总投资1.9亿元", "projects/saw/investment", "5 1.9 17"),
        ("总投资1.8亿元", "总投资11.8亿元", "projects/saw/investment", "5 11.8 17"),
        ("总投资1.8亿元", "总投资1 .8亿元", "projects/saw/investment", "5 1 8 17"),
        ("年产1万吨", "年产", "projects/saw/products/saws/capacity", "5 17"),
        ("乙窗4项", "乙窗4项，丙窗4项", "", "5 4 17"),
        ("属161工程", "属162工程", "", "5 162 17"),
        ("最多10天", "最多１０天", "", "5 17"),
        ("两个词", "三个词", "zone/list/count", "5 三 17"),
    ] {
        assert!(REPORT.contains(from), "{from}");
        assert_eq!(lost(&dossier, &REPORT.replacen(from, to, 1)), (ids.to_owned(), numbers.to_owned()), "{to}");
    }
}

#[test]
fn the_occurrence_and_the_paragraph_decide() {
    let files = with(
        "infrastructure.json",
        "\"规划道路40公里\", \"section\": \"lead\", \"paragraph\": 1}",
        "\"道路40公里\", \"section\": \"lead\", \"paragraph\": 2, \"occurrence\": 2}",
    );
    let dossier = load(files);
    let nr = dossier.find("infrastructure/roads/planned").expect("a figure");
    let found = |text: &str| open(&dossier, text).locate(&dossier).of(nr).first().cloned().expect("one phrase");
    let text = "提要\n\n乙。道路40公里。\n\n旧道路40公里，新道路40公里。\n\n丙";
    let at = found(text);
    assert_eq!(at.range().map(|range| range.start), text.rfind("道路40公里"), "{at:?}");
    let at = found("提要\n\n乙。道路40公里。\n\n旧道路40公里。\n\n丙");
    assert!(matches!(at, Found::Several { num: 2, .. }), "{at:?}");
    let at = found("提要\n\n乙。\n\n丙\n\n旧道路40公里。");
    assert!(matches!(at, Found::Once { is_as_stated: false, .. }), "{at:?}");
    let at = found("道路140公里，道路40.5公里");
    assert_eq!(at, Found::Nowhere);
}

#[test]
fn a_web_page_and_broken_lines_read_the_same() {
    let dossier = load(files());
    let body = REPORT.replace("\n\n", "</p><p>").replace("1.8亿", "<b>1.8</b>亿");
    let page = format!("<!doctype html><html><head><script>var a = 99;</script></head><body><p>{body}</p></body></html>");
    assert_eq!(lost(&dossier, &page), (String::new(), "5 17".to_owned()));
    let mut broken = String::new();
    for (nr, c) in REPORT.chars().enumerate() {
        broken.push(c);
        // An editor breaks lines anywhere but within a number.
        if nr > 40 && nr % 30 == 0 && !c.is_ascii_digit() {
            broken.push('\n');
        }
    }
    let (ids, _) = lost(&dossier, &broken);
    assert_eq!(ids, "");
}

#[test]
fn coverage_counts_the_numbers_of_the_account() {
    let dossier = load(files());
    for lang in liucheng_viewer::locale::Lang::ALL {
        let coverage = dossier.coverage(lang);
        assert_eq!(coverage.excluded, 1, "161 in {}", lang.code());
        assert!(coverage.linked >= 8, "{coverage:?}");
    }
}

#[test]
fn what_is_no_source_says_so() {
    let dossier = load(files());
    let folder = std::env::temp_dir().join(format!("liucheng-viewer-source-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a new folder");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("a new file");
        path
    };
    let large = folder.join("large");
    fs::File::create(&large).and_then(|file| file.set_len(MOST_BYTES + 1)).expect("a file of nothing");
    for (path, error) in [
        (folder.join("none"), SourceError::Missing),
        (folder.clone(), SourceError::Folder),
        (file("empty", b""), SourceError::Empty),
        (file("blank", b" \n\t\n"), SourceError::Empty),
        (file("markup", b"<html><script>1</script></html>"), SourceError::Empty),
        (file("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), SourceError::NotText),
        (large, SourceError::TooLarge),
    ] {
        assert_eq!(Source::open(&path, &dossier.meta).err(), Some(error), "{}", path.display());
    }
    if cfg!(unix) {
        assert_eq!(Source::open("/dev/null".as_ref(), &dossier.meta).err(), Some(SourceError::Special));
    }
    let report = file("report.txt", REPORT.as_bytes());
    let (_, stamp) = Source::open(&report, &dossier.meta).expect("a source");
    assert_eq!(Stamp::at(&report, MOST_BYTES), Ok(stamp));
    fs::write(&report, "乙").expect("a change");
    assert_ne!(Stamp::at(&report, MOST_BYTES), Ok(stamp), "a changed file is seen");
    fs::remove_dir_all(&folder).expect("its own folder");
}

proptest::proptest! {
    #[test]
    fn no_bytes_do_harm(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        search(bytes);
    }

    #[test]
    fn no_text_does_harm(text in "[<>/!\\-\"'&;#xa-z0-9０-９.,，。万亿一二个项 \n　提要甲]{0,200}") {
        search(text.clone().into_bytes());
        search(format!("<p>{text}").into_bytes());
    }
}

/// Goes all ways through a source; every range must be one of its text.
fn search(bytes: Vec<u8>) {
    let dossier = load(files());
    let Ok(source) = Source::from_bytes(bytes, &dossier.meta) else { return };
    let located = source.locate(&dossier);
    for loose in source.loose(&dossier, &located) {
        let number = source.text.get(loose.range.clone()).expect("a range of the text");
        assert!(!number.is_empty());
        let around = source.around(&loose.range, 24);
        let number: String = number.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        assert!(around.contains(&number) || number.chars().count() > 24, "{number} in {around}");
        assert!(source.line_at(loose.range.start) > 0);
    }
}

/// The embedded dossier against the report it was made from: `LIUCHENG_REPORT=report.txt cargo test -- --ignored`.
#[test]
#[ignore = "needs a copy of the report, which is not part of the program"]
fn the_embedded_dossier_answers_for_its_report() {
    let path = PathBuf::from(std::env::var_os("LIUCHENG_REPORT").expect("LIUCHENG_REPORT names a copy of the report"));
    let dossier = embedded().map_err(|problems| list(&problems)).expect("a dossier");
    let (source, _) = Source::open(&path, &dossier.meta).expect("a source");
    let located = source.locate(&dossier);
    for (nr, index, found) in located.all() {
        let is_right = matches!(found, Found::Once { is_as_stated: true, .. });
        assert!(is_right, "{}, evidence {index}: {found:?}", dossier.figure(nr).id);
    }
    assert_eq!(source.loose(&dossier, &located), []);
}
