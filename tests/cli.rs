//! The built program on the command line: what it prints, where to, and how it ends.

#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::{
    env, fs,
    io::Read as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use serde_json::Value;

/// The program with no display, so that nothing here can open a window.
fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liucheng-viewer"));
    command.args(args).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET").stdin(Stdio::null());
    command
}

/// Exit code, standard output and error stream.
fn run(args: &[&str]) -> (i32, String, String) {
    let output = program(args).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert!(!err.contains("panicked"), "{args:?}: {err}");
    (output.status.code().expect("an exit code"), out, err)
}

/// A folder of its own, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let path = env::temp_dir().join(format!("liucheng-viewer-cli-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
        fs::create_dir_all(&path).expect("a new folder");
        Self(path)
    }

    /// A copy of the embedded dossier.
    fn with_dossier() -> Self {
        let folder = Self::new();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/dossier");
        for entry in fs::read_dir(source).expect("a folder") {
            let entry = entry.expect("an entry");
            fs::copy(entry.path(), folder.0.join(entry.file_name())).expect("a copy");
        }
        folder
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a plain path")
    }

    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn help_and_version_are_printed() {
    for args in [&["--help"][..], &["-h"], &["check", "--help"], &["export", "--help"]] {
        let (code, out, err) = run(args);
        assert_eq!((code, err.as_str()), (0, ""), "{args:?}");
        assert!(out.contains("Usage: liucheng-viewer"), "{args:?}: {out}");
        assert!(out.lines().all(|line| line.chars().count() <= 120), "{args:?} has a line too long for a terminal: {out}");
    }
    let (_, help, _) = run(&["--help"]);
    for word in ["check", "export", "--view", "--lang", "--query", "Examples", "Exit codes", "projects", "facts"] {
        assert!(help.contains(word), "{word} in {help}");
    }
    let (code, out, _) = run(&["--version"]);
    assert_eq!((code, out.trim()), (0, concat!("liucheng-viewer ", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn what_is_not_understood_ends_with_2_and_says_why() {
    for (args, word) in [
        (&["--view", "overvue"][..], "overvue"),
        (&["--lang", "fr"], "fr"),
        (&["--nonsense"], "--nonsense"),
        (&["export"], "VIEW"),
        (&["export", "everything"], "everything"),
        (&["export", "facts", "--format", "xml"], "xml"),
        (&["export", "facts", "--format", "html"], "export all"),
        (&["export", "all", "--format", "csv"], "html or xlsx"),
        (&["export", "all", "--query", "x"], "--query"),
        (&["export", "article", "--format", "csv"], "md"),
        (&["export", "article", "--query", "x"], "--query"),
        (&["export", "projects", "--query", "nocolumn:1"], "nocolumn"),
        (&["export", "projects", "--query", "\"open"], "--query"),
        (&["check", "--format", "md"], "md"),
        (&["a", "b"], "b"),
    ] {
        let (code, out, err) = run(args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
        assert!(err.contains(word), "{args:?}: {err}");
    }
}

#[test]
fn the_embedded_dossier_checks_out() {
    let (code, out, err) = run(&["check"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    for working in
        ["45 + 11 = 56", "107 + 4 = 111", "63 + 33 + 26 + 30 + 7 = 159", "20 ÷ 52.91 = 37.8%", "43.56 + 13.67 = 57.23", "159 ÷ 111"]
    {
        assert!(out.contains(working), "{working} in {out}");
    }
    let (_, chinese, _) = run(&["check", "--lang", "zh"]);
    assert!(chinese.contains("相符") && chinese.contains("17.37 ≤ 43.56"), "{chinese}");

    let (code, out, _) = run(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(code, 0);
    assert_eq!(report.pointer("/problems"), Some(&Value::Array(Vec::new())));
    assert_eq!(report.pointer("/counts/disagrees"), Some(&0.into()));
    let refused = report.pointer("/counts/refused").and_then(Value::as_u64);
    assert!(refused >= Some(3), "sums that must not be made: {refused:?}");
    for check in report.pointer("/checks").and_then(Value::as_array).expect("checks") {
        for key in ["id", "name_zh", "name_en", "verdict", "verdict_zh", "verdict_en", "working_zh", "working_en"] {
            assert!(check.get(key).and_then(Value::as_str).is_some_and(|text| !text.is_empty()), "{key} of {check}");
        }
    }
}

#[test]
fn a_copy_of_the_report_is_looked_through() {
    let folder = Folder::new();
    let file = folder.0.join("report.txt");
    fs::write(&file, "开发区签约项目56个，另有 8 个。").expect("a new file");
    let path = file.to_str().expect("a plain path");
    let (code, out, err) = run(&["check", "--source", path]);
    assert_eq!((code, err.as_str()), (1, ""), "most phrases are missing");
    assert!(out.contains("\nlocated ") && out.contains("[Not found] ") && out.contains("line 1: 8 in "), "{out}");
    let (code, out, _) = run(&["check", "--source", path, "--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(code, 1);
    assert_eq!(report.pointer("/source/numbers_left_over/0/number"), Some(&"8".into()), "{report:#}");
    assert!(report.pointer("/source/located").and_then(Value::as_u64) >= Some(1), "{report:#}");
    assert_eq!(report.pointer("/coverage/zh/excluded"), Some(&1.into()));
    for wrong in ["/nonexistent/report.txt", folder.path(), if cfg!(unix) { "/dev/zero" } else { folder.path() }] {
        let (code, out, err) = run(&["check", "--source", wrong]);
        assert_eq!((code, out.as_str(), err.lines().count()), (1, "", 1), "{err}");
        assert!(err.contains(wrong), "{err}");
    }
}

#[test]
fn a_folder_is_a_dossier_like_the_embedded_one() {
    let folder = Folder::with_dossier();
    assert_eq!(run(&["check", folder.path()]), run(&["check"]));
    assert_eq!(run(&["export", "facts", folder.path()]), run(&["export", "facts"]));
}

#[test]
fn all_problems_are_listed_and_nothing_is_exported() {
    let folder = Folder::with_dossier();
    fs::write(folder.0.join("projects.json"), "[{").expect("a new file");
    fs::remove_file(folder.0.join("zone.json")).expect("a file");
    let (code, out, err) = run(&["check", folder.path()]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert!(out.contains("projects.json") && out.contains("zone.json"), "{out}");
    let (code, out, _) = run(&["check", folder.path(), "--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(code, 1);
    assert!(report.pointer("/problems").and_then(Value::as_array).is_some_and(|problems| problems.len() >= 2), "{report}");
    let (code, out, err) = run(&["export", "facts", folder.path()]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("projects.json") && err.contains("nothing was exported"), "{err}");
    let (code, _, _) = run(&["check", "/nonexistent/dossier"]);
    assert_eq!(code, 1);
}

#[test]
fn a_disagreement_ends_with_1_and_comes_first() {
    let folder = Folder::with_dossier();
    let file = folder.0.join("checks.json");
    let text = fs::read_to_string(&file).expect("a file");
    let mut checks: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let wrong = serde_json::json!({ "id": "wrong", "name": { "zh": "错", "en": "Wrong" }, "sum": ["approvals/powers/direct", "approvals/powers/direct"], "equals": "approvals/powers/total" });
    checks.push(wrong);
    fs::write(&file, serde_json::to_string(&checks).expect("JSON")).expect("a file");
    let (code, out, _) = run(&["check", folder.path()]);
    assert_eq!(code, 1, "{out}");
    let first = out.lines().find(|line| line.starts_with('[')).expect("a check");
    assert!(first.ends_with("Wrong") && first.starts_with("[Disagrees]"), "{first}");
    assert!(out.contains("107 + 107 = 214 ≠ 111"), "{out}");
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = Folder::new();
    let file = folder.0.join("facts.json");
    let path = file.to_str().expect("a plain path");
    let (_, expected, _) = run(&["export", "facts", "--format", "json"]);
    fs::write(&file, "old").expect("a new file");
    assert_eq!(run(&["export", "facts", "--format", "json", "-o", path]), (0, String::new(), String::new()));
    assert_eq!(fs::read_to_string(&file).expect("a file"), expected);
    assert_eq!(folder.files(), ["facts.json"], "nothing is left behind");

    assert_eq!(run(&["export", "facts", "--format", "json", "-o", "-"]), (0, expected, String::new()));
    for wrong in ["/nonexistent/folder/facts.csv", folder.path(), "/"] {
        let (code, out, err) = run(&["export", "facts", "-o", wrong]);
        assert_eq!((code, out.as_str()), (1, ""), "{wrong}");
        assert_eq!(err.lines().count(), 1, "{err}");
        assert!(err.contains(wrong), "{err}");
    }
}

#[test]
fn a_workbook_and_a_page_are_written() {
    let folder = Folder::new();
    for (args, start) in [
        (&["export", "projects", "--format", "xlsx", "-o"][..], "PK"),
        (&["export", "all", "--format", "xlsx", "-o"], "PK"),
        (&["export", "all", "-o"], "<!doctype html>"),
    ] {
        let file = folder.0.join("file");
        let args: Vec<&str> = args.iter().copied().chain([file.to_str().expect("a plain path")]).collect();
        assert_eq!(run(&args), (0, String::new(), String::new()), "{args:?}");
        let bytes = fs::read(&file).expect("a file");
        assert!(bytes.starts_with(start.as_bytes()) && bytes.len() > 5000, "{args:?}: {} bytes", bytes.len());
    }
    // A pipe is no terminal.
    let output = program(&["export", "projects", "--format", "xlsx"]).output().expect("the program runs");
    assert!(output.status.success() && output.stdout.starts_with(b"PK"));
}

#[cfg(unix)]
#[test]
fn devices_are_written_to_and_links_are_followed() {
    let folder = Folder::new();
    assert_eq!(run(&["export", "facts", "-o", "/dev/null"]).0, 0);
    assert!(!fs::metadata("/dev/null").expect("a device").is_file(), "the device is still one");
    let (file, link) = (folder.0.join("file.csv"), folder.0.join("link.csv"));
    fs::write(&file, "old").expect("a new file");
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    assert_eq!(run(&["export", "projects", "-o", link.to_str().expect("a plain path")]).0, 0);
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink(), "the link is still one");
    assert!(fs::read_to_string(&file).expect("a file").len() > 1000);
    let (code, _, err) = run(&["export", "projects", "-o", "/dev/full"]);
    assert_eq!((code, err.lines().count()), (1, 1), "{err}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    for args in [&["export", "facts", "--format", "json"][..], &["check"], &["--help"]] {
        let mut child = program(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        drop(child.stdout.take());
        let mut told = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut told).expect("UTF-8");
        let status = child.wait().expect("an end");
        assert_eq!((status.code(), told.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn the_window_needs_a_display_and_says_so_in_one_line() {
    let (code, out, err) = run(&[]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert_eq!(err.lines().count(), 1, "{err}");
    if cfg!(target_os = "linux") {
        assert!(err.contains("DISPLAY"), "{err}");
    }
}
