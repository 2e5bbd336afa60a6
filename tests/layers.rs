//! The layers hold: what must not know the window does not name it, and no import runs upward.

#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each module with the modules of the crate that it may name. A module that stands here nowhere fails the test.
const MAY_NAME: [(&str, &[&str]); 19] = [
    ("locale", &[]),
    ("files", &["locale"]),
    ("markup", &[]),
    ("progress", &[]),
    ("article", &["locale", "table"]),
    ("table", &["locale"]),
    ("dossier", &["article", "files", "locale", "progress"]),
    ("sheets", &["dossier", "locale", "route", "table"]),
    ("export", &["article", "dossier", "locale", "markup", "progress", "route", "sheets", "table"]),
    ("cli", &["dossier", "export", "files", "locale", "progress", "route", "sheets", "table"]),
    ("ui", &["article", "locale", "markup", "table"]),
    ("route", &["dossier"]),
    ("reading", &[]),
    ("history", &["dossier", "locale", "reading", "route"]),
    ("state", &["dossier", "files", "locale", "reading", "route", "table", "ui"]),
    ("command", &["dossier", "export", "locale", "reading", "route", "state", "table", "ui"]),
    ("views", &["article", "command", "dossier", "export", "locale", "progress", "reading", "route", "sheets", "state", "table", "ui"]),
    (
        "app",
        &[
            "article", "command", "dossier", "export", "files", "history", "locale", "progress", "reading", "route", "sheets", "state",
            "table", "ui", "views",
        ],
    ),
    ("main", &["app", "cli"]),
];

/// Modules that never name the drawing.
const WITHOUT_WINDOW: [&str; 12] =
    ["locale", "files", "markup", "progress", "article", "table", "dossier", "route", "sheets", "export", "cli", "reading"];

#[test]
fn no_import_runs_upward() {
    let mut wrong = Vec::new();
    for (module, file) in files() {
        let allowed = MAY_NAME.iter().find(|(name, _)| *name == module);
        let Some((_, allowed)) = allowed else {
            wrong.push(format!("{}: the module `{module}` has no place among the layers of tests/layers.rs", file.display()));
            continue;
        };
        for named in named_modules(&code(&file)) {
            let is_fine = named == module || allowed.contains(&named.as_str());
            if !is_fine {
                wrong.push(format!("{}: `{module}` names `{named}`", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_has_no_window_names_no_drawing() {
    let mut wrong = Vec::new();
    for (module, file) in files().into_iter().filter(|(module, _)| WITHOUT_WINDOW.contains(&module.as_str())) {
        let code = code(&file);
        for word in words(&code).filter(|word| ["egui", "eframe", "egui_extras", "epaint", "emath", "winit", "wgpu"].contains(word)) {
            wrong.push(format!("{}: `{module}` names `{word}`", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn colours_are_mixed_in_ui_alone() {
    let mut wrong = Vec::new();
    for (_, file) in files().into_iter().filter(|(module, _)| module != "ui") {
        let code = code(&file);
        // What takes the colour of its place, or none, has no colour of its own.
        let is_colour = |name: &&str| !name.starts_with("PLACEHOLDER") && !name.starts_with("TRANSPARENT");
        wrong.extend(code.split("Color32::").skip(1).filter(is_colour).map(|_| format!("{}: a colour", file.display())));
        wrong.extend(words(&code).filter(|word| word.starts_with("from_rgb") || *word == "from_gray").map(|_| file.display().to_string()));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_test_sees_what_it_looks_for() {
    let code = "use crate::{a::{B, C as D}, ui::{self, icons::Icon}, views};\nfn f() { crate::table::x(); liucheng_viewer::app::run() }";
    let expected: BTreeSet<String> = ["a", "ui", "views", "table", "app"].map(str::to_owned).into();
    assert_eq!(named_modules(code), expected);
    let stripped = without_comments("a // egui\n/// egui\n//! egui\nb \"http://x\" c");
    assert!(!stripped.contains("egui") && stripped.contains("http://x") && stripped.contains('c'), "{stripped}");
    let modules: BTreeSet<String> = files().into_iter().map(|(module, _)| module).collect();
    for module in ["article", "dossier", "export", "locale", "sheets", "table", "ui"] {
        assert!(modules.contains(module), "{module} among {modules:?}");
    }
}

/// Every source file with the module it belongs to; the crate's root is left out, as it names all modules.
fn files() -> Vec<(String, PathBuf)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(&src).expect("a file of src").with_extension("");
                let module = inside.iter().next().expect("a name").to_string_lossy().into_owned();
                if module != "lib" {
                    files.push((module, path));
                }
            }
        }
    }
    files.sort();
    files
}

fn code(file: &Path) -> String {
    without_comments(&fs::read_to_string(file).expect("a readable file"))
}

/// The code without its line comments: a doc comment may speak of what the code must not name.
fn without_comments(code: &str) -> String {
    code.lines()
        .map(|line| {
            line.find("//")
                .filter(|at| !line.get(..*at).is_some_and(|before| before.ends_with(':')))
                .map_or(line, |at| line.get(..at).unwrap_or(line))
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
}

/// The modules of this crate that a piece of code names, as `crate::x`, `crate::{x, y::z}` or `liucheng_viewer::x`.
fn named_modules(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for root in ["crate::", "liucheng_viewer::"] {
        for (at, _) in code.match_indices(root) {
            let before = code.get(..at).and_then(|before| before.chars().next_back());
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') {
                continue;
            }
            let rest = code.get(at + root.len()..).unwrap_or_default();
            named.extend(first_segments(rest));
        }
    }
    named
}

/// The first names of a path or of a group of paths in braces.
fn first_segments(rest: &str) -> Vec<String> {
    let name = |text: &str| words(text.trim_start()).next().unwrap_or_default().to_owned();
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut segments, mut start) = (1, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if (depth == 1 && c == ',') || depth == 0 {
            segments.push(name(group.get(start..at).unwrap_or_default()));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    segments.retain(|segment| !segment.is_empty());
    segments
}
