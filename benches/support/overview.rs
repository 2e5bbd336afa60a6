//! What the made-up dossier puts first: its totals, and how far its projects are.

use serde_json::{Value, json};

use super::names::STAGES;

/// `overview.json`.
pub(super) fn overview() -> Value {
    let key = [
        ("zone/register/projects", "项目", "Projects"),
        ("zone/money/invested", "计划投资", "Planned investment"),
        ("zone/money/stated", "写明投资", "With an amount"),
        ("zone/register/zones", "园区", "Zones"),
        ("zone/register/provinces", "省份", "Provinces"),
    ];
    let label = |zh: &str, en: &str| json!({ "zh": zh, "en": en });
    let parts = STAGES.iter().rev().map(|(id, zh, en)| {
        let (first, rest) = en.split_at(1);
        json!({ "figure": format!("zone/stages/{id}"), "label": label(zh, &(first.to_uppercase() + rest)) })
    });
    json!({
        "key": key.map(|(figure, zh, en)| json!({ "figure": figure, "label": label(zh, en) })),
        "charts": [{
            "kind": "funnel",
            "name": label("项目到了哪一步", "How far the projects are"),
            "rows": [{
                "figure": "zone/register/projects",
                "label": label("全部项目", "All projects"),
                "parts": parts.collect::<Vec<Value>>(),
            }],
        }, { "kind": "stages" }],
    })
}
