//! A dossier of a few rows, to be broken in one place at a time.

#![expect(clippy::expect_used, reason = "a test that cannot set up its files has failed")]

use liucheng_viewer::dossier::{Problem, load_files};

const META: &str = r#"{
  "format": 1, "id": "small", "title": {"zh": "小园", "en": "Small park"}, "place": {"zh": "小园区", "en": "Small Park Zone"},
  "short_place": {"zh": "小园", "en": "Small"}, "date": "2020-01-16", "bylines": [{"zh": "甲", "en": "A"}],
  "found": {"zh": "某处", "en": "somewhere"}, "disclaimer": {"zh": "不担保", "en": "no warranty"}, "report_title": "小园区开园",
  "sections": ["all"], "report_sections": [{"id": "lead", "title": "提要"}],
  "clusters": [{"id": "tools", "name": {"zh": "工具", "en": "Tools"}}],
  "not_stated": [{"group": {"zh": "园区", "en": "Zone"}, "items": [{"zh": "面积", "en": "area"}]}]
}"#;
const PROJECTS: &str = r#"[{
  "id": "saw", "name": {"zh": "锯厂", "en": "Saw Works"}, "cluster": "tools",
  "full_name": {"words": "小园锯业有限公司", "english": "Small Park Saw Co., Ltd.", "evidence": [{"phrase": "小园锯业有限公司", "section": "lead", "paragraph": 1}]},
  "stages": [{"stage": "building", "phrase": {"words": "破土动工", "english": "broke ground", "evidence": [{"phrase": "破土动工", "section": "lead", "paragraph": 1}]}}],
  "investment": {"text": "1.8亿元", "status": "planned", "evidence": [{"phrase": "总投资1.8亿元", "section": "lead", "paragraph": 1}]},
  "jobs": {"text": "10余个", "evidence": [{"phrase": "岗位10余个", "section": "lead", "paragraph": 1}]},
  "products": [{"id": "saws", "name": {"zh": "锯", "en": "saws"}, "capacity": {"text": "1万吨", "per": "year", "evidence": [{"phrase": "年产1万吨", "section": "lead", "paragraph": 1}]}}],
  "dates": [{"event": "settled", "date": {"text": "去年4月26日", "date": "2019-04-26", "basis": "relative", "evidence": [{"phrase": "去年4月26日", "section": "lead", "paragraph": 1}]}}]
}]"#;
const WORKS: &str = r#"[{
  "id": "roads", "name": {"zh": "道路", "en": "Roads"}, "group": "roads",
  "planned": {"text": "40公里", "evidence": [{"phrase": "规划道路40公里", "section": "lead", "paragraph": 1}]},
  "built": {"text": "20公里", "as_of": {"text": "目前", "basis": "report"}, "evidence": [{"phrase": "已建成20公里", "section": "lead", "paragraph": 1}]},
  "facts": [{"id": "share", "label": {"zh": "已建成的份额", "en": "Share built"}, "text": "50%", "origin": "computed"}]
}]"#;
const APPROVALS: &str = r#"{
  "completed": {"text": "9项", "evidence": [{"phrase": "办结9项", "section": "lead", "paragraph": 1}]},
  "windows": [
    {"id": "a", "name": {"zh": "甲窗", "en": "A"}, "completed": {"text": "5项", "evidence": [{"phrase": "甲窗5项", "section": "lead", "paragraph": 1}]}},
    {"id": "b", "name": {"zh": "乙窗", "en": "B"}, "completed": {"text": "4项", "evidence": [{"phrase": "乙窗4项", "section": "lead", "paragraph": 1}]}}
  ],
  "limits": [{"id": "start", "name": {"zh": "开工前", "en": "Before the start"}, "condition": {"zh": "材料齐全", "en": "papers complete"},
    "days": {"text": "最多10天", "evidence": [{"phrase": "最多10天", "section": "lead", "paragraph": 1}]}}]
}"#;
const ZONE: &str = r#"[{"id": "list", "name": {"zh": "两个词", "en": "Two words"}, "facts": [
  {"id": "count", "label": {"zh": "个数", "en": "Number"}, "text": "两个", "evidence": [{"phrase": "两个词", "section": "lead", "paragraph": 1}]},
  {"id": "one", "item": true, "label": {"zh": "词", "en": "Word"}, "words": "快", "english": "fast", "origin": "editorial"},
  {"id": "two", "item": true, "label": {"zh": "词", "en": "Word"}, "words": "好", "english": "good", "origin": "editorial"}
]}]"#;
const CHECKS: &str = r#"[
  {"id": "windows", "name": {"zh": "窗口", "en": "Windows"}, "sum": ["approvals/windows/*/completed"], "equals": "approvals/completed"},
  {"id": "share", "name": {"zh": "份额", "en": "Share"}, "ratio": ["infrastructure/roads/built", "infrastructure/roads/planned"],
    "equals": "infrastructure/roads/facts/share"},
  {"id": "words", "name": {"zh": "词数", "en": "Words"}, "count": "zone/list/*", "equals": "zone/list/count"},
  {"id": "roads", "name": {"zh": "道路", "en": "Roads"}, "at_most": ["infrastructure/roads/built", "infrastructure/roads/planned"]},
  {"id": "jobs", "name": {"zh": "岗位", "en": "Jobs"}, "refuse": {"op": "÷", "of": ["projects/saw/jobs", "approvals/completed"]},
    "reason": {"zh": "两回事", "en": "different things"}}
]"#;
const EXCLUSIONS: &str = r#"[{"token": "161", "kind": "name", "phrase": "161工程", "section": "lead", "paragraph": 1, "account": true, "reason": {"zh": "名称", "en": "a name"}}]"#;
const ZH: &str = "# 小园

## 全部

锯厂投资 [1.8 亿元](#projects/saw/investment)，[十余个](#projects/saw/jobs)岗位，年产 [1 万吨](#projects/saw/products/saws/capacity)，[去年 4 月 26 日](#projects/saw/dates/settled)落户，属 161 工程。

路规划 [40 公里](#infrastructure/roads/planned)，建成 [20 公里](#infrastructure/roads/built)，占 [50%](#infrastructure/roads/facts/share)；办结 [9 项](#approvals/completed)，即 [5 项](#approvals/windows/a/completed)和 [4 项](#approvals/windows/b/completed)，[最多 10 天](#approvals/limits/start/days)，[两个](#zone/list/count)词。
";
const EN: &str = "# Small park

## All

The saw works cost [CNY 180 million](#projects/saw/investment), give [more than ten](#projects/saw/jobs) jobs, make [10,000 t](#projects/saw/products/saws/capacity) a year and settled on [26 April 2019](#projects/saw/dates/settled), one of the 161 works.

Roads: [40 km](#infrastructure/roads/planned) planned, [20 km](#infrastructure/roads/built) built, [50%](#infrastructure/roads/facts/share). Cases: [9](#approvals/completed), that is [five](#approvals/windows/a/completed) and [four](#approvals/windows/b/completed), in [at most ten days](#approvals/limits/start/days). [Two](#zone/list/count) words.
";

/// The files by name.
pub(crate) fn files() -> Vec<(String, Vec<u8>)> {
    [
        ("dossier.json", META),
        ("article.zh.md", ZH),
        ("article.en.md", EN),
        ("zone.json", ZONE),
        ("projects.json", PROJECTS),
        ("infrastructure.json", WORKS),
        ("approvals.json", APPROVALS),
        ("services.json", "[]"),
        ("reform.json", "[]"),
        ("checks.json", CHECKS),
        ("exclusions.json", EXCLUSIONS),
    ]
    .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
    .into()
}

/// The files with one of them replaced.
pub(crate) fn with_file(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<(String, Vec<u8>)> {
    let bytes = bytes.into();
    files().into_iter().map(|(file, old)| if file == name { (file, bytes.clone()) } else { (file, old) }).collect()
}

/// The files with a text of one of them replaced once.
pub(crate) fn with(name: &str, from: &str, to: &str) -> Vec<(String, Vec<u8>)> {
    let (_, old) = files().into_iter().find(|(file, _)| file == name).expect(name);
    let old = String::from_utf8(old).expect("the small dossier is text");
    assert!(old.contains(from), "{name} has {from}");
    with_file(name, old.replacen(from, to, 1))
}

/// Problems as text, a line each.
pub(crate) fn list(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The problems of a dossier in memory; none if it is right.
pub(crate) fn problems(files: Vec<(String, Vec<u8>)>) -> Vec<Problem> {
    load_files(files).err().unwrap_or_default()
}
