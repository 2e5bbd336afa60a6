//! Synthetic projects with a fixed seed: believable names, 500 zones, 31 provinces, 8 clusters, 6 stages, gaps.

use liucheng_viewer::{
    locale::Bilingual,
    table::{ChoiceBuilder, Column, Date, DateBuilder, Decimal, NumberBuilder, Precision, Table, TextBuilder, Units},
};

#[path = "names.rs"]
mod names;

pub(crate) use names::Random;
use names::{PLACES, PRODUCTS, STAGES, SYLLABLES, TRADES};

fn choice(id: &str, names: &[(&str, &str, &str)]) -> (ChoiceBuilder, String, usize) {
    let builder = ChoiceBuilder::from_names(names.iter().map(|(id, zh, en)| (*id, Bilingual::new(*zh, *en))));
    (builder, id.to_owned(), names.len())
}

/// A table of so many projects.
pub(crate) fn table(num_rows: usize) -> Table {
    let mut random = Random::new(2020);
    let provinces: Vec<&str> = PLACES.map(|(zh, ..)| zh).to_vec();
    let towns: Vec<&str> = PLACES.iter().flat_map(|(_, _, towns)| towns.iter().map(|(zh, _)| *zh)).collect();
    let (trades, products) = (TRADES.map(|(zh, _)| zh), PRODUCTS.map(|(zh, ..)| zh));
    let chars: Vec<&str> = SYLLABLES.split_whitespace().map(|syllable| &syllable[..'亿'.len_utf8()]).collect();
    let zones: Vec<String> = (0..500)
        .map(|nr| format!("{}{}{}开发区", towns[nr % towns.len()], chars[nr * 7 % chars.len()], chars[nr * 3 % chars.len()]))
        .collect();
    let cluster_ids: Vec<String> = (0..8).map(|nr| format!("cluster-{nr}")).collect();
    let clusters: Vec<(&str, &str, &str)> = cluster_ids.iter().zip(&trades).map(|(id, zh)| (id.as_str(), *zh, id.as_str())).collect();
    let (mut cluster, _, _) = choice("cluster", &clusters);
    let (mut stage, _, _) = choice("stage", &STAGES);
    let (mut name, mut product, mut zone, mut province) =
        (TextBuilder::default(), TextBuilder::default(), TextBuilder::default(), TextBuilder::default());
    let (mut investment, mut output, mut jobs) =
        (NumberBuilder::new(Units::money()), NumberBuilder::new(Units::money()), NumberBuilder::new(Units::plain()));
    let mut signed = DateBuilder::default();
    for row in 0..num_rows {
        let own: String = (0..3 + random.below(2)).map(|_| *random.pick(&chars)).collect();
        name.push(Some(&format!("{}{own}{}有限公司", random.pick(&towns), random.pick(&trades))));
        product.push(Some(&format!("年产{}万吨{}{}号线", random.below(900) + 1, random.pick(&products), row)));
        zone.push(Some(&zones[random.below(500)]));
        province.push(Some(*random.pick(&provinces)));
        cluster.push(Some(random.below(9)).filter(|nr| *nr < 8));
        stage.push(Some(random.below(6)));
        let mut amount = |gaps: usize| {
            let power = 10_i64.pow(3 + random.below(4) as u32);
            (random.below(100) >= gaps).then(|| Decimal::from(power * (1 + random.below(999) as i64)))
        };
        investment.push(amount(15));
        output.push(amount(40));
        jobs.push(amount(60).map(|number| number / Decimal::from(1000)));
        let day =
            Date::from_days(16_000 + random.below(2_500) as i32, [Precision::Day, Precision::Month, Precision::Year][random.below(3)]);
        signed.push(day.filter(|_| random.chance(90)));
    }
    let named = |zh: &str, en: &str| Bilingual::new(zh, en);
    Table::new(vec![
        Column::new("name", named("名称", "Name"), name),
        Column::new("product", named("产品", "Product"), product),
        Column::new("zone", named("园区", "Zone"), zone),
        Column::new("province", named("省份", "Province"), province),
        Column::new("cluster", named("集群", "Cluster"), cluster).unsearchable(),
        Column::new("stage", named("阶段", "Stage"), stage).unsearchable(),
        Column::new("investment", named("投资", "Investment"), investment).unsearchable(),
        Column::new("output", named("产值", "Output"), output).unsearchable(),
        Column::new("jobs", named("岗位", "Jobs"), jobs).unsearchable(),
        Column::new("signed", named("签约", "Signed"), signed).unsearchable(),
    ])
    .expect("the columns make a table")
}
