//! The words that made-up projects are made of, for the benches and for `examples/synthetic.rs`.

/// A name with its English.
type Names = (&'static str, &'static str);

/// Provinces with their English name and a few towns, each with its English name.
pub(crate) const PLACES: [(&str, &str, &[Names]); 31] = [
    ("北京", "Beijing", &[("大兴", "Daxing"), ("顺义", "Shunyi")]),
    ("天津", "Tianjin", &[("武清", "Wuqing")]),
    ("河北", "Hebei", &[("唐山", "Tangshan"), ("保定", "Baoding")]),
    ("山西", "Shanxi", &[("太原", "Taiyuan"), ("大同", "Datong")]),
    ("内蒙古", "Inner Mongolia", &[("包头", "Baotou"), ("赤峰", "Chifeng")]),
    ("辽宁", "Liaoning", &[("朝阳", "Chaoyang"), ("沈阳", "Shenyang"), ("鞍山", "Anshan")]),
    ("吉林", "Jilin", &[("长春", "Changchun")]),
    ("黑龙江", "Heilongjiang", &[("大庆", "Daqing")]),
    ("上海", "Shanghai", &[("嘉定", "Jiading"), ("松江", "Songjiang")]),
    ("江苏", "Jiangsu", &[("苏州", "Suzhou"), ("无锡", "Wuxi"), ("常州", "Changzhou")]),
    ("浙江", "Zhejiang", &[("宁波", "Ningbo"), ("温州", "Wenzhou"), ("嘉兴", "Jiaxing")]),
    ("安徽", "Anhui", &[("合肥", "Hefei"), ("芜湖", "Wuhu")]),
    ("福建", "Fujian", &[("厦门", "Xiamen"), ("泉州", "Quanzhou")]),
    ("江西", "Jiangxi", &[("赣州", "Ganzhou"), ("九江", "Jiujiang")]),
    ("山东", "Shandong", &[("青岛", "Qingdao"), ("烟台", "Yantai"), ("潍坊", "Weifang")]),
    ("河南", "Henan", &[("安阳", "Anyang"), ("洛阳", "Luoyang")]),
    ("湖北", "Hubei", &[("武汉", "Wuhan"), ("宜昌", "Yichang"), ("襄阳", "Xiangyang")]),
    ("湖南", "Hunan", &[("长沙", "Changsha"), ("株洲", "Zhuzhou")]),
    ("广东", "Guangdong", &[("珠海", "Zhuhai"), ("佛山", "Foshan"), ("惠州", "Huizhou")]),
    ("广西", "Guangxi", &[("柳州", "Liuzhou"), ("桂林", "Guilin")]),
    ("海南", "Hainan", &[("海口", "Haikou")]),
    ("重庆", "Chongqing", &[("涪陵", "Fuling"), ("永川", "Yongchuan")]),
    ("四川", "Sichuan", &[("成都", "Chengdu"), ("绵阳", "Mianyang")]),
    ("贵州", "Guizhou", &[("贵阳", "Guiyang"), ("遵义", "Zunyi")]),
    ("云南", "Yunnan", &[("昆明", "Kunming"), ("曲靖", "Qujing")]),
    ("西藏", "Tibet", &[("拉萨", "Lhasa")]),
    ("陕西", "Shaanxi", &[("西安", "Xi'an"), ("宝鸡", "Baoji")]),
    ("甘肃", "Gansu", &[("兰州", "Lanzhou")]),
    ("青海", "Qinghai", &[("西宁", "Xining")]),
    ("宁夏", "Ningxia", &[("银川", "Yinchuan")]),
    ("新疆", "Xinjiang", &[("乌鲁木齐", "Urumqi")]),
];

/// What firms are named after, with the reading that their English name has.
pub(crate) const SYLLABLES: &str = "亿yi 联lian 盛sheng 华hua 新xin 宏hong 达da 恒heng 信xin 源yuan 东dong 方fang 航hang 天tian 阳yang 光guang \
    北bei 鑫xin 杰jie 帅shuai 杨yang 强qiang 康kang 泰tai 永yong 兴xing 隆long 昌chang 德de 美mei 佳jia 诚cheng 远yuan 通tong 汇hui 金jin \
    银yin 龙long 凤feng 祥xiang 瑞rui 福fu 安an 宁ning 海hai 江jiang 河he 山shan 川chuan 林lin 森sen 木mu 火huo 土tu 石shi 玉yu 珠zhu 宝bao \
    国guo 民min 家jia 和he 平ping 正zheng 大da 中zhong 立li 成cheng 功gong 业ye 优you 良liang 精jing 品pin 科ke 创chuang 智zhi 能neng 云yun \
    星xing 月yue 日ri 明ming 清qing 白bai 峰feng 岩yan 松song 柏bai 梅mei 兰lan 竹zhu 菊ju 春chun 夏xia 秋qiu 冬dong";

/// Trades, which stand at the end of a firm's name.
pub(crate) const TRADES: [(&str, &str); 15] = [
    ("新材料", "New Materials"),
    ("装备制造", "Equipment"),
    ("生物科技", "Biotech"),
    ("食品", "Foods"),
    ("电子科技", "Electronics"),
    ("机械", "Machinery"),
    ("化工", "Chemicals"),
    ("木业", "Timber"),
    ("新能源", "New Energy"),
    ("医药", "Pharma"),
    ("环保设备", "Cleantech"),
    ("精密铸造", "Castings"),
    ("汽车零部件", "Auto Parts"),
    ("纺织", "Textiles"),
    ("智能科技", "Smart Systems"),
];

/// What firms make, with the unit its yearly amount is counted in.
pub(crate) const PRODUCTS: [(&str, &str, &str); 20] = [
    ("轧辊", "rolls", "吨"),
    ("特种车辆", "special vehicles", "辆"),
    ("铸件", "castings", "吨"),
    ("四氯化钛", "titanium tetrachloride", "吨"),
    ("海绵钛", "titanium sponge", "吨"),
    ("果蔬饮料", "fruit and vegetable drinks", "吨"),
    ("板材", "boards", "立方米"),
    ("电缆", "cables", "吨"),
    ("轴承", "bearings", "套"),
    ("光伏组件", "solar modules", "块"),
    ("锂电池", "lithium batteries", "只"),
    ("饲料", "feed", "吨"),
    ("中药饮片", "herbal slices", "吨"),
    ("环保涂料", "low-solvent coatings", "吨"),
    ("阀门", "valves", "台"),
    ("齿轮箱", "gearboxes", "台"),
    ("高纯石英", "high-purity quartz", "吨"),
    ("碳纤维", "carbon fibre", "吨"),
    ("医用敷料", "wound dressings", "吨"),
    ("冷链设备", "cold-chain units", "台"),
];

/// Stages: id, the word for it, its English.
pub(crate) const STAGES: [(&str, &str, &str); 6] = [
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

    /// True in so many of a hundred cases.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list.
    pub(crate) fn pick<'list, T>(&mut self, list: &'list [T]) -> &'list T {
        &list[self.below(list.len())]
    }
}
