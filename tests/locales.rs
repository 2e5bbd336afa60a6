//! Every visible string exists in both languages, is used, and takes the same arguments in both.

#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use liucheng_viewer::locale::{Lang, source};

#[test]
fn both_languages_have_the_same_keys_once_each() {
    let [zh, en] = Lang::ALL.map(|lang| messages(source(lang)));
    for (lang, messages) in [("zh", &zh), ("en", &en)] {
        let mut seen = BTreeSet::new();
        let twice: Vec<&str> = messages.iter().map(|(key, _)| key.as_str()).filter(|key| !seen.insert(*key)).collect();
        assert!(twice.is_empty(), "{lang}.ftl has more than once: {twice:?}");
    }
    let keys = |messages: &[(String, String)]| messages.iter().map(|(key, _)| key.clone()).collect::<BTreeSet<_>>();
    let (zh, en) = (keys(&zh), keys(&en));
    assert_eq!(zh.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "en.ftl lacks these");
    assert_eq!(en.difference(&zh).collect::<Vec<_>>(), Vec::<&String>::new(), "zh.ftl lacks these");
}

#[test]
fn both_languages_take_the_same_arguments() {
    let arguments = |lang| -> BTreeMap<String, BTreeSet<String>> {
        messages(source(lang)).into_iter().map(|(key, text)| (key, arguments(&text))).collect()
    };
    let (zh, en) = (arguments(Lang::Zh), arguments(Lang::En));
    for (key, arguments) in zh.iter().filter(|(key, _)| !OTHER_ARGUMENTS.contains(&key.as_str())) {
        // English has plurals where Chinese has none.
        let english =
            en.get(key).map(|english| english.iter().filter(|name| *name != "count" || arguments.contains("count")).cloned().collect());
        assert_eq!(Some(arguments), english.as_ref(), "arguments of {key}");
    }
}

#[test]
fn no_string_is_empty_or_in_the_wrong_language() {
    for lang in Lang::ALL {
        for (key, text) in messages(source(lang)) {
            assert!(!text.trim().is_empty(), "{key} is empty in {}", lang.code());
            if lang == Lang::En {
                assert!(!has_han(&text) || IN_BOTH.contains(&key.as_str()), "{key} has Chinese in en.ftl: {text}");
            }
        }
    }
}

#[test]
fn every_key_is_used_and_every_used_key_exists() {
    let keys: BTreeSet<String> = messages(source(Lang::En)).into_iter().map(|(key, _)| key).collect();
    let code: String = sources().iter().map(|file| fs::read_to_string(file).expect("a readable file")).collect();
    let literals = literals(&code);

    let unused: Vec<&String> = keys
        .iter()
        .filter(|key| !literals.contains(key.as_str()))
        .filter(|key| !MADE.iter().any(|(prefix, _)| key.starts_with(prefix) && literals.iter().any(|literal| literal.starts_with(prefix))))
        .collect();
    assert!(unused.is_empty(), "no code uses {unused:?}");

    let missing: Vec<String> = called_keys(&code).into_iter().filter(|key| !keys.contains(key)).collect();
    assert!(missing.is_empty(), "the locales lack {missing:?}");

    for (prefix, codes) in MADE {
        for code in codes {
            let key = format!("{prefix}{code}");
            assert!(keys.contains(&key), "the locales lack {key}");
        }
    }
}

/// Strings that say the same with other arguments: "甲、乙等 5 个" counts all, "A, B and 3 more" the rest.
const OTHER_ARGUMENTS: [&str; 1] = ["table-and-others"];

/// Strings that name the other language, or quote it.
const IN_BOTH: [&str; 2] = ["app-switch-language", "app-switch-language-short"];

/// Keys that the code puts together from a prefix and one of these codes.
const MADE: [(&str, &[&str]); 10] = [
    ("approvals-", &["completed", "share"]),
    ("column-", &["chart"]),
    ("status-", &["planned", "built", "trial", "potential", "target", "forecast", "unclear"]),
    ("stage-", &["talks", "signed", "landed", "building", "trial", "running"]),
    ("origin-", &["stated", "computed", "editorial"]),
    ("group-", &["roads", "pipes", "other"]),
    ("event-", &["settled", "ground-broken", "completed", "started"]),
    ("noun-", &["projects", "infrastructure", "approvals", "facts"]),
    (
        "order-",
        &[
            "number-up",
            "number-down",
            "date-up",
            "date-down",
            "list-up",
            "list-down",
            "pinyin-up",
            "pinyin-down",
            "stroke-up",
            "stroke-down",
            "english-up",
            "english-down",
        ],
    ),
    ("view-", &["article", "projects", "infrastructure", "approvals", "facts"]),
];

/// The messages of a file: key and text, continuation lines included.
fn messages(source: &str) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, text)) = line.split_once('=').filter(|(key, _)| is_key(key.trim_end()) && !line.starts_with(' ')) {
            messages.push((key.trim().to_owned(), text.trim().to_owned()));
        } else if let Some((_, text)) = messages.last_mut().filter(|_| !line.trim().is_empty()) {
            text.push('\n');
            text.push_str(line);
        }
    }
    messages
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The names after `$` in a message.
fn arguments(text: &str) -> BTreeSet<String> {
    let names = text.split('$').skip(1);
    names.map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()).collect()
}

fn has_han(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files
}

/// Every string literal that could be a key or the beginning of one.
fn literals(code: &str) -> BTreeSet<&str> {
    code.split('"').skip(1).filter_map(|piece| piece.split('{').next()).filter(|piece| !piece.is_empty()).collect()
}

/// The keys in calls such as `tr(lang, "key")`, `tr_args(lang, "key", …)` and `name("key")`.
fn called_keys(code: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for call in ["tr(", "tr_args("] {
        for (at, _) in code.match_indices(call) {
            let before = code.get(..at).and_then(|before| before.chars().next_back());
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = code.get(at + call.len()..).unwrap_or_default();
            // The key is the call's first literal, and stands before the call's end.
            let Some((before, rest)) = rest.split_once('"') else { continue };
            let Some((key, _)) = rest.split_once('"') else { continue };
            if before.len() < 60 && !before.contains([')', ';', '{', '[']) && is_key(key) {
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

#[test]
fn the_test_sees_what_it_looks_for() {
    let text = "a-b = x { $count ->\n    [one] y\n   *[other] z { $name }\n}\n# no = key\nc = d\n";
    let found = messages(text);
    assert_eq!(found.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["a-b", "c"]);
    assert_eq!(found.first().map(|(_, text)| arguments(text)), Some(["count", "name"].map(str::to_owned).into()));
    let code = "tr(lang, \"one-key\"); tr_args(self.lang, \"two-key\", &[(\"x\", y)]); format!(\"status-{}\", code)";
    assert_eq!(called_keys(code), ["one-key", "two-key"].map(str::to_owned).into());
    let literals = literals(code);
    assert!(literals.contains("one-key") && literals.contains("status-"), "{literals:?}");
}
