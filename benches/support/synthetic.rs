//! Synthetic projects with a fixed seed: believable names, 500 zones, 31 provinces, 8 clusters, 6 stages, gaps.

use liucheng_viewer::{
    locale::Bilingual,
    table::{ChoiceBuilder, Column, Date, DateBuilder, Decimal, NumberBuilder, Precision, Table, TextBuilder, Units},
};

const PROVINCES: &str = "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆";
const TOWNS: &str = "朝阳 长春 沈阳 鞍山 大庆 安阳 洛阳 长沙 株洲 成都 绵阳 厦门 泉州 苏州 无锡 常州 宁波 温州 嘉兴 合肥 芜湖 赣州 九江 青岛 烟台 潍坊 武汉 宜昌 襄阳 珠海 佛山 惠州 柳州 桂林 昆明 曲靖 贵阳 遵义 西安 宝鸡 兰州 银川 西宁 太原 大同 唐山 保定 赤峰 包头 重庆";
const CHARS: &str = "亿联盛华新宏达恒信源东方航天阳光北鑫杰帅杨强康泰永兴隆昌德美佳诚远通汇金银龙凤祥瑞福安宁海江河山川林森木水火土石玉珠宝国民家和平正大中立成功业绩优良精品质量科技创造智能云星月日明清白云峰岩松柏梅兰竹菊春夏秋冬";
const TRADES: &str = "新材料 装备制造 生物科技 食品 电子科技 机械 化工 木业 新能源 医药 环保设备 精密铸造 汽车零部件 纺织 智能科技";
const PRODUCTS: &str = "轧辊 特种车辆 铸件 四氯化钛 海绵钛 果蔬饮料 板材 电缆 轴承 光伏组件 锂电池 饲料 中药饮片 环保涂料 阀门 齿轮箱 高纯石英 碳纤维 医用敷料 冷链设备";
const STAGES: [(&str, &str, &str); 6] = [
    ("talks", "在谈", "in talks"),
    ("signed", "签约", "signed"),
    ("landed", "落地", "landed"),
    ("building", "在建", "under construction"),
    ("trial", "试生产", "trial production"),
    ("running", "投产", "producing"),
];

/// The same numbers in every run.
pub(crate) struct Random(u64);

impl Random {
    /// Numbers of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    fn pick<'list, T: ?Sized>(&mut self, list: &[&'list T]) -> &'list T {
        list[self.below(list.len())]
    }
}

fn choice(id: &str, names: &[(&str, &str, &str)]) -> (ChoiceBuilder, String, usize) {
    let builder = ChoiceBuilder::from_names(names.iter().map(|(id, zh, en)| (*id, Bilingual::new(*zh, *en))));
    (builder, id.to_owned(), names.len())
}

/// A table of so many projects.
pub(crate) fn table(num_rows: usize) -> Table {
    let mut random = Random::new(2020);
    let words = |text: &'static str| text.split(' ').collect::<Vec<&str>>();
    let (provinces, towns, trades, products) = (words(PROVINCES), words(TOWNS), words(TRADES), words(PRODUCTS));
    let chars: Vec<&str> = CHARS.split("").filter(|char| !char.is_empty()).collect();
    let zones: Vec<String> =
        (0..500).map(|nr| format!("{}{}{}开发区", towns[nr % 50], chars[nr * 7 % chars.len()], chars[nr * 3 % chars.len()])).collect();
    let cluster_ids: Vec<String> = (0..8).map(|nr| format!("cluster-{nr}")).collect();
    let clusters: Vec<(&str, &str, &str)> = cluster_ids.iter().zip(&trades).map(|(id, zh)| (id.as_str(), *zh, id.as_str())).collect();
    let (mut cluster, _, _) = choice("cluster", &clusters);
    let (mut stage, _, _) = choice("stage", &STAGES);
    let (mut name, mut product, mut zone, mut province) =
        (TextBuilder::default(), TextBuilder::default(), TextBuilder::default(), TextBuilder::default());
    let (mut investment, mut output, mut jobs) =
        (NumberBuilder::new(2, Units::money()), NumberBuilder::new(2, Units::money()), NumberBuilder::new(0, Units::plain()));
    let mut signed = DateBuilder::default();
    for row in 0..num_rows {
        let own: String = (0..3 + random.below(2)).map(|_| random.pick(&chars)).collect();
        name.push(Some(&format!("{}{own}{}有限公司", random.pick(&towns), random.pick(&trades))));
        product.push(Some(&format!("年产{}万吨{}{}号线", random.below(900) + 1, random.pick(&products), row)));
        zone.push(Some(&zones[random.below(500)]));
        province.push(Some(random.pick(&provinces)));
        cluster.push(Some(random.below(9)).filter(|nr| *nr < 8));
        stage.push(Some(random.below(6)));
        let mut amount = |gaps: usize| {
            let power = 10_i64.pow(3 + random.below(4) as u32);
            (random.below(100) >= gaps).then(|| Decimal::from(power * (1 + random.below(999) as i64)))
        };
        investment.push(amount(15)).expect("it fits");
        output.push(amount(40)).expect("it fits");
        jobs.push(amount(60).map(|number| number / Decimal::from(1000))).expect("it fits");
        let day =
            Date::from_days(16_000 + random.below(2_500) as i32, [Precision::Day, Precision::Month, Precision::Year][random.below(3)]);
        signed.push(day.filter(|_| random.below(10) > 0));
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
