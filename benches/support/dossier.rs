//! A valid dossier of any size, the same for the same size, written row by row: a million rows take no more memory than ten.

#[path = "names.rs"]
mod names;
#[path = "overview.rs"]
mod overview;

use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{self, BufWriter, Write as _},
    path::Path,
};

use liucheng_viewer::{
    dossier::PartialDate,
    locale::{Lang, count_text},
};
use names::{PLACES, PRODUCTS, Random, STAGES, SYLLABLES, TRADES};
use serde_json::{Value, json};

/// Zones that the projects stand in.
const ZONES: usize = 500;
/// Pages of the made-up register that the projects come from.
const PAGES: usize = 1000;
/// The names of zones, after the town they stand in.
const ZONE_KINDS: [(&str, &str); 5] = [
    ("经济开发区", "Economic Development Zone"),
    ("高新区", "High-tech Zone"),
    ("工业园", "Industrial Park"),
    ("产业新城", "Industrial New Town"),
    ("示范园", "Demonstration Park"),
];
/// Clusters: id, name, its English.
const CLUSTERS: [(&str, &str, &str); 8] = [
    ("equipment", "装备制造", "Equipment"),
    ("materials", "新材料", "New materials"),
    ("food", "食品", "Food"),
    ("electronics", "电子信息", "Electronics"),
    ("chemicals", "化工", "Chemicals"),
    ("medicine", "医药", "Medicine"),
    ("energy", "新能源", "New energy"),
    ("textiles", "纺织", "Textiles"),
];
/// The cluster of each of [`TRADES`].
const CLUSTER_OF: [usize; 15] = [1, 0, 5, 2, 3, 0, 4, 1, 6, 5, 0, 0, 0, 7, 3];

/// What is counted while rows are written, for the account.
#[derive(Default)]
struct Totals {
    stages: [usize; 6],
    stated: usize,
    /// In units of 10,000 yuan.
    invested: u64,
}

/// Writes the dossier of so many projects into a folder.
pub(crate) fn write(rows: usize, dir: &Path) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    let zones = Zone::all();
    let mut totals = Totals::default();
    let mut random = Random::new(2020);
    let syllables: Vec<(&str, &str)> = SYLLABLES.split_whitespace().map(|syllable| syllable.split_at('亿'.len_utf8())).collect();
    let mut file = BufWriter::new(File::create(dir.join("projects.json"))?);
    for row in 0..rows {
        file.write_all(if row == 0 { b"[\n" } else { b",\n" })?;
        let project = project(row, rows, &zones, &syllables, &mut random, &mut totals);
        file.write_all(project.as_bytes())?;
    }
    file.write_all(if rows == 0 { b"[]\n" } else { b"\n]\n" })?;
    file.into_inner()?.sync_all()?;
    let json = |name: &str, value: &Value| fs::write(dir.join(name), format!("{value:#}\n"));
    json("dossier.json", &meta(rows, &zones))?;
    json("zone.json", &zone(rows, &totals))?;
    json("checks.json", &checks(&totals))?;
    json("overview.json", &overview::overview())?;
    for (name, text) in [("infrastructure", "[]"), ("approvals", "{}"), ("services", "[]"), ("reform", "[]"), ("exclusions", "[]")] {
        fs::write(dir.join(format!("{name}.json")), format!("{text}\n"))?;
    }
    fs::write(dir.join("article.zh.md"), account_zh(rows, &totals))?;
    fs::write(dir.join("article.en.md"), account_en(rows, &totals))
}

/// A zone with its town and province.
struct Zone {
    id: String,
    zh: String,
    en: String,
    town: (&'static str, &'static str),
    province: (&'static str, &'static str),
}

impl Zone {
    fn all() -> Vec<Self> {
        let towns = PLACES.iter().flat_map(|&(zh, en, towns)| towns.iter().map(move |town| ((zh, en), *town)));
        let sides = [("", ""), ("东", "East "), ("西", "West "), ("南", "South "), ("北", "North ")];
        let kinds = sides.iter().flat_map(|side| ZONE_KINDS.iter().map(move |kind| (*side, *kind)));
        let zones = kinds.flat_map(|kind| towns.clone().map(move |place| (place, kind)));
        let zone = |(nr, ((province, town), (side, kind)))| {
            let ((zh, en), (side_zh, side_en), (kind_zh, kind_en)): (_, (&str, &str), (&str, &str)) = (town, side, kind);
            Self { id: format!("z{nr:03}"), zh: format!("{zh}{side_zh}{kind_zh}"), en: format!("{en} {side_en}{kind_en}"), town, province }
        };
        zones.take(ZONES).enumerate().map(zone).collect()
    }
}

/// One row of `projects.json`.
fn project(row: usize, rows: usize, zones: &[Zone], syllables: &[(&str, &str)], random: &mut Random, totals: &mut Totals) -> String {
    let zone = random.pick(zones);
    let own: Vec<(&str, &str)> = (0..2 + random.below(2)).map(|_| *random.pick(syllables)).collect();
    let trade = random.below(TRADES.len());
    let own_zh: String = own.iter().map(|(zh, _)| *zh).collect();
    let own_en = capital(&own.iter().map(|(_, en)| *en).collect::<String>());
    let ((town_zh, town_en), (trade_zh, trade_en)) = (zone.town, TRADES[trade]);
    let page = row * PAGES / rows + 1;
    let evidence = |phrase: &str| format!(r#""evidence":[{{"phrase":"{phrase}","section":"list","paragraph":{page}}}]"#);
    let mut text = format!(
        r#"{{"id":"p{row}","name":{{"zh":"{town_zh}{own_zh}{trade_zh}","en":"{town_en} {own_en} {trade_en}"}},"zone":"{}""#,
        zone.id
    );
    if random.chance(90) {
        write!(text, r#","cluster":"{}""#, CLUSTERS[CLUSTER_OF[trade]].0).ok();
    }
    let stage = random.below(STAGES.len());
    totals.stages[stage] += 1;
    let (id, zh, en) = STAGES[stage];
    write!(text, r#","stages":[{{"stage":"{id}","phrase":{{"words":"{zh}","english":"{en}",{}}}}}]"#, evidence(zh)).ok();
    if random.chance(85) {
        let amount = amount(random);
        (totals.stated, totals.invested) = (totals.stated + 1, totals.invested + amount);
        let amount = money(amount);
        write!(text, r#","investment":{{"text":"{amount}","status":"planned",{}}}"#, evidence(&format!("投资{amount}"))).ok();
    }
    if random.chance(40) {
        let amount = money(amount(random));
        write!(text, r#","output":{{"text":"{amount}","status":"forecast",{}}}"#, evidence(&format!("产值{amount}"))).ok();
    }
    if random.chance(30) {
        let jobs = format!("{}{}人", 10 * (1 + random.below(90)), if random.chance(20) { "余" } else { "" });
        write!(text, r#","jobs":{{"text":"{jobs}",{}}}"#, evidence(&jobs)).ok();
    }
    if random.chance(60) {
        text += &product(random, &evidence);
    }
    if random.chance(55) {
        text += &date(stage, random, &evidence);
    }
    text.push('}');
    text
}

fn product(random: &mut Random, evidence: &dyn Fn(&str) -> String) -> String {
    let (zh, en, unit) = *random.pick(&PRODUCTS);
    let capacity = random.chance(35).then(|| {
        let amount = format!("{}{unit}", 100 * (1 + random.below(300)));
        format!(r#","capacity":{{"text":"{amount}","per":"year",{}}}"#, evidence(&amount))
    });
    format!(r#","products":[{{"id":"main","name":{{"zh":"{zh}","en":"{en}"}}{}}}]"#, capacity.unwrap_or_default())
}

/// What happened last at that stage, as precisely as the register says it.
fn date(stage: usize, random: &mut Random, evidence: &dyn Fn(&str) -> String) -> String {
    let event = match stage {
        0..3 => "settled",
        3 => "ground-broken",
        4 => "completed",
        _ => "started",
    };
    let (year, month, day) = (2014 + random.below(10), 1 + random.below(12), 1 + random.below(28));
    let (text, date) = match random.below(3) {
        0 => (format!("{year}年"), format!("{year}")),
        1 => (format!("{year}年{month}月"), format!("{year}-{month:02}")),
        _ => (format!("{year}年{month}月{day}日"), format!("{year}-{month:02}-{day:02}")),
    };
    format!(r#","dates":[{{"event":"{event}","date":{{"text":"{text}","date":"{date}",{}}}}}]"#, evidence(&text))
}

/// From 100,000 yuan to ten thousand million, in units of 10,000, with few digits as people write them.
fn amount(random: &mut Random) -> u64 {
    let most = if random.chance(50) { 99 } else { 999 };
    let digits = 1 + random.below(most) as u64;
    digits * 10_u64.pow(1 + random.below(3) as u32)
}

/// `5700万元`, `1.8亿元`.
fn money(amount: u64) -> String {
    if amount < 10_000 { format!("{amount}万元") } else { format!("{}亿元", yi(amount)) }
}

/// An amount in units of 100 million, without zeros at the end.
fn yi(amount: u64) -> String {
    let text = format!("{}.{:04}", amount / 10_000, amount % 10_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn both(zh: &str, en: &str) -> Value {
    json!({ "zh": zh, "en": en })
}

fn meta(rows: usize, zones: &[Zone]) -> Value {
    let date: PartialDate = PartialDate { year: 2024, month: Some(1), day: Some(16) };
    json!({
        "format": 1,
        "id": format!("synthetic-{rows}"),
        "title": both("示例项目名录", "A made-up register of projects"),
        "place": both("全国开发区示例名录", "Made-up register of development zones"),
        "short_place": both("示例名录", "Made-up register"),
        "date": date.to_string(),
        "bylines": [both("示例程序", "the example program")],
        "found": both("由程序生成", "written by a program"),
        "disclaimer": both("所有企业、金额和日期均为虚构。", "All firms, amounts and dates are made up."),
        "report_title": "示例项目名录",
        "account": "summary",
        "sections": ["what", "stages", "money"],
        "report_sections": [{ "id": "list", "title": "名录", "english": "Register" }, { "id": "totals", "title": "汇总", "english": "Totals" }],
        "clusters": CLUSTERS.map(|(id, zh, en)| json!({ "id": id, "name": both(zh, en) })),
        "zones": zones.iter().map(|zone| json!({
            "id": zone.id,
            "name": both(&zone.zh, &zone.en),
            "province": both(zone.province.0, zone.province.1),
        })).collect::<Vec<Value>>(),
        "not_stated": [{
            "group": both("项目", "Projects"),
            "items": [both("实际完成的投资", "what has been spent"), both("用地面积", "the land used")],
        }],
    })
}

/// A stated figure of the totals, in a topic.
fn total(id: &str, label: &Value, text: &str, paragraph: usize) -> Value {
    json!({ "id": id, "label": label, "text": text, "evidence": [{ "phrase": text, "section": "totals", "paragraph": paragraph }] })
}

fn zone(rows: usize, totals: &Totals) -> Value {
    let stages = STAGES.iter().zip(totals.stages);
    let stages =
        stages.map(|((id, zh, en), count)| total(id, &both(&format!("{zh}的项目"), &format!("Projects {en}")), &format!("{count}个"), 2));
    json!([
        { "id": "register", "name": both("名录", "Register"), "facts": [
            total("projects", &both("项目数", "Projects"), &format!("{rows}个"), 1),
            total("zones", &both("园区数", "Zones"), &format!("{ZONES}个"), 1),
            total("provinces", &both("省份数", "Provinces"), &format!("{}个", PLACES.len()), 1),
        ] },
        { "id": "stages", "name": both("阶段", "Stages"), "facts": stages.collect::<Vec<Value>>() },
        { "id": "money", "name": both("投资", "Investment"), "facts": [
            total("stated", &both("写明投资的项目", "Projects with an amount"), &format!("{}个", totals.stated), 3),
            total("invested", &both("计划投资合计", "Planned investment in all"), &format!("{}亿元", yi(totals.invested)), 3),
        ] },
    ])
}

fn checks(totals: &Totals) -> Value {
    let mut checks = vec![
        json!({ "id": "by-stage", "name": both("各阶段相加", "Stages add up"), "sum": ["zone/stages/*"], "equals": "zone/register/projects" }),
        json!({ "id": "rows", "name": both("逐行计数", "Rows counted"), "count": "projects/*/stages/1", "equals": "zone/register/projects" }),
    ];
    // Without any amount there is nothing that the pattern names.
    if totals.stated > 0 {
        checks.push(json!({ "id": "stated", "name": both("写明投资的行数", "Rows with an amount"),
            "count": "projects/*/investment", "equals": "zone/money/stated" }));
        checks.push(json!({ "id": "invested", "name": both("逐行投资相加", "Investments of all rows add up"),
            "sum": ["projects/*/investment"], "equals": "zone/money/invested" }));
    }
    Value::Array(checks)
}

fn account_zh(rows: usize, totals: &Totals) -> String {
    let stages = STAGES.iter().zip(totals.stages).map(|((id, zh, _), count)| format!("{zh} [{count} 个](#zone/stages/{id})"));
    format!(
        "# 示例项目名录\n\n## 这是什么\n\n名录收 [{rows} 个](#zone/register/projects)项目，分布在 [{} 个](#zone/register/provinces)省份的 \
         [{ZONES} 个](#zone/register/zones)园区。企业、金额和日期都由程序虚构，用来看大表格好不好用。\n\n## 项目到了哪一步\n\n{}。\n\n\
         ## 投资\n\n写明投资的有 [{} 个](#zone/money/stated)，合计 [{} 亿元](#zone/money/invested)，逐行相加正好相等。\n",
        PLACES.len(),
        stages.collect::<Vec<String>>().join("，"),
        totals.stated,
        yi(totals.invested)
    )
}

fn account_en(rows: usize, totals: &Totals) -> String {
    let stages =
        STAGES.iter().zip(totals.stages).map(|((id, _, en), count)| format!("[{}](#zone/stages/{id}) {en}", count_text(Lang::En, count)));
    let yuan = totals.invested * 10_000;
    format!(
        "# A made-up register\n\n## What this is\n\nThe register has [{}](#zone/register/projects) projects in [{ZONES}](#zone/register/zones) zones of \
         [{}](#zone/register/provinces) provinces. A program made up all firms, amounts and dates, to see how a large table feels.\n\n\
         ## How far they are\n\n{}.\n\n## Money\n\n[{}](#zone/money/stated) projects state an investment, \
         [CNY {}](#zone/money/invested) in all; the rows add up to exactly that.\n",
        count_text(Lang::En, rows),
        PLACES.len(),
        stages.collect::<Vec<String>>().join(", "),
        count_text(Lang::En, totals.stated),
        count_text(Lang::En, yuan)
    )
}
