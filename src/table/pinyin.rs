//! How Han text is typed with a Latin keyboard: full syllables, initials, or a mixture (`yiliansheng`, `yls`, `yilians`).
//!
//! Every character of a value becomes the number of its syllable. Syllables are numbered in alphabetical order, so those
//! that begin with the same letters are neighbours, and a letter of the text itself is a syllable of one letter.

use std::{collections::BTreeSet, sync::LazyLock};

use pinyin::ToPinyin as _;

/// Words in which a character is read in another way than mostly.
///
/// Place names first, then words common in the names of firms.
const WORDS: &[(&str, &str)] = &[
    ("重庆", "chong qing"),
    ("长春", "chang chun"),
    ("长沙", "chang sha"),
    ("长治", "chang zhi"),
    ("长江", "chang jiang"),
    ("长城", "chang cheng"),
    ("长垣", "chang yuan"),
    ("厦门", "xia men"),
    ("朝阳", "chao yang"),
    ("西藏", "xi zang"),
    ("六安", "lu an"),
    ("六合", "lu he"),
    ("蚌埠", "beng bu"),
    ("乐山", "le shan"),
    ("乐清", "yue qing"),
    ("乐亭", "lao ting"),
    ("番禺", "pan yu"),
    ("台州", "tai zhou"),
    ("大连", "da lian"),
    ("大庆", "da qing"),
    ("成都", "cheng du"),
    ("都匀", "du yun"),
    ("单县", "shan xian"),
    ("浚县", "xun xian"),
    ("莘县", "shen xian"),
    ("东莞", "dong guan"),
    ("丽水", "li shui"),
    ("洪洞", "hong tong"),
    ("铅山", "yan shan"),
    ("歙县", "she xian"),
    ("黟县", "yi xian"),
    ("会稽", "kuai ji"),
    ("尉犁", "yu li"),
    ("喀喇沁", "ka la qin"),
    ("银行", "yin hang"),
    ("音乐", "yin yue"),
    ("重工", "zhong gong"),
    ("重型", "zhong xing"),
    ("重机", "zhong ji"),
    ("调味", "tiao wei"),
    ("种子", "zhong zi"),
    ("种业", "zhong ye"),
    ("弹簧", "tan huang"),
    ("会计", "kuai ji"),
];

/// Characters with several readings that people use; either finds them.
const READINGS: &str = "重 zhong chong,长 chang zhang,朝 chao zhao,行 xing hang,乐 le yue,厦 sha xia,都 du dou,单 dan shan chan,\
    曾 zeng ceng,种 zhong chong,调 diao tiao,会 hui kuai,系 xi ji,藏 cang zang,传 chuan zhuan,弹 dan tan,盛 sheng cheng,省 sheng xing,\
    车 che ju,参 can shen,差 cha chai,称 cheng chen,澄 cheng deng,乘 cheng sheng,处 chu,大 da dai,石 shi dan,提 ti di,度 du duo,\
    恶 e wu,服 fu,干 gan,葛 ge,给 gei ji,更 geng,谷 gu yu,还 hai huan,和 he huo,红 hong gong,划 hua,华 hua,降 jiang xiang,\
    角 jiao jue,校 xiao jiao,解 jie xie,尽 jin,劲 jin jing,觉 jue jiao,卡 ka qia,看 kan,壳 ke qiao,空 kong,勒 le lei,量 liang,\
    露 lu lou,率 lv shuai,绿 lv lu,落 luo lao la,埋 mai man,模 mo mu,宁 ning,迫 po pai,朴 pu piao,期 qi ji,奇 qi ji,\
    强 qiang jiang,切 qie,亲 qin qing,区 qu ou,圈 quan juan,若 ruo re,塞 sai se,色 se shai,沙 sha,舍 she,什 shen shi,识 shi zhi,\
    似 si shi,属 shu zhu,数 shu shuo,说 shuo shui,宿 su xiu,体 ti,拓 tuo ta,万 wan mo,尾 wei yi,无 wu,吓 xia he,相 xiang,\
    巷 xiang hang,削 xue xiao,兴 xing,血 xue xie,压 ya,咽 yan ye,叶 ye xie,应 ying,与 yu,约 yue yao,钥 yao yue,择 ze zhai,\
    扎 zha za,轧 zha ya ga,占 zhan,折 zhe she,着 zhe zhao zhuo,正 zheng,只 zhi,中 zhong,仲 zhong,粥 zhou,轴 zhou,属 shu zhu,\
    著 zhu zhuo,转 zhuan,幢 zhuang chuang,作 zuo,柏 bai bo,薄 bo bao,堡 bao bu pu,暴 bao pu,贝 bei,便 bian pian,泊 bo po,伯 bo bai,\
    卜 bu bo,埔 pu bu,埠 bu,蚌 bang beng,秘 mi bi,屏 ping bing,泌 mi bi,番 fan pan,冯 feng ping,佛 fo fu,父 fu,钢 gang,盖 gai ge,\
    仇 chou qiu,查 cha zha,翟 zhai di,臧 zang,解 jie xie,尉 wei yu,莞 guan wan,莘 shen xin,洞 dong tong,行 xing hang,铅 qian yan,\
    歙 she xi,浚 jun xun,牟 mou mu,燕 yan,员 yuan yun,乌 wu,尹 yin,俞 yu shu,娄 lou,隆 long,陆 lu liu,六 liu lu,绩 ji,济 ji,\
    茄 qie jia,奔 ben,磅 bang pang,膀 bang pang,剥 bo bao,创 chuang,颤 chan zhan,汤 tang shang,倘 tang chang,镐 gao hao,虹 hong jiang,\
    巨 ju,咖 ka ga,扛 kang gang,溃 kui hui,括 kuo gua,氏 shi zhi,嘉 jia,贾 jia gu,瓜 gua,缩 suo,蔚 wei yu,纤 xian qian,鲜 xian,殷 yin yan";

/// The letters a word may be typed in, and the digits.
const SINGLE: &str = "0123456789abcdefghijklmnopqrstuvwxyz";

/// The number of a character that cannot be typed.
pub(super) const NO_SYLLABLE: u16 = 0;

struct Syllables {
    /// In alphabetical order; the first is empty.
    words: Vec<String>,
    /// By character from [`FIRST_HAN`] on.
    han: Vec<u16>,
    /// By character, sorted: all other readings that people use.
    others: Vec<(char, Vec<u16>)>,
}

const FIRST_HAN: u32 = 0x3400;
const LAST_HAN: u32 = 0x9fff;

static SYLLABLES: LazyLock<Syllables> = LazyLock::new(Syllables::collect);

/// Typed with the letter v, as on every keyboard.
fn typed(plain: &str) -> String {
    plain.replace('ü', "v").replace('ê', "e")
}

impl Syllables {
    fn collect() -> Self {
        let han: Vec<Option<String>> = (FIRST_HAN..=LAST_HAN).map(|code| Some(typed(char::from_u32(code)?.to_pinyin()?.plain()))).collect();
        let lists: Vec<Vec<&str>> = READINGS.split(',').map(|entry| entry.split_whitespace().collect()).collect();
        let mut words: BTreeSet<String> = han.iter().flatten().cloned().collect();
        words.extend(SINGLE.chars().map(String::from));
        words.extend(lists.iter().flat_map(|entry| entry.iter().skip(1)).map(|word| (*word).to_owned()));
        words.extend(WORDS.iter().flat_map(|(_, reading)| reading.split(' ')).map(str::to_owned));
        words.insert(String::new());
        let words: Vec<String> = words.into_iter().collect();
        let number = |word: &str| {
            words.binary_search_by(|known| known.as_str().cmp(word)).ok().and_then(|nr| u16::try_from(nr).ok()).unwrap_or(NO_SYLLABLE)
        };
        let han = han.iter().map(|word| word.as_deref().map_or(NO_SYLLABLE, number)).collect();
        let mut others: Vec<(char, Vec<u16>)> = Vec::new();
        for entry in &lists {
            if let Some((char, readings)) = entry.split_first().filter(|(_, readings)| readings.len() > 1) {
                others.push((char.chars().next().unwrap_or_default(), readings.iter().map(|word| number(word)).collect()));
            }
        }
        others.sort();
        others.dedup_by_key(|(char, _)| *char);
        Self { words, han, others }
    }

    fn number(&self, word: &str) -> u16 {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).ok().and_then(|nr| u16::try_from(nr).ok()).unwrap_or(NO_SYLLABLE)
    }

    fn of(&self, char: char) -> u16 {
        match char {
            '0'..='9' | 'a'..='z' => self.number(char.encode_utf8(&mut [0; 4])),
            'A'..='Z' => self.of(char.to_ascii_lowercase()),
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => self.of(char::from_u32(u32::from(char) - 0xff01 + 0x21).unwrap_or(char)),
            char => u32::from(char).checked_sub(FIRST_HAN).and_then(|at| self.han.get(at as usize)).copied().unwrap_or(NO_SYLLABLE),
        }
    }
}

/// How many ways of reading one text are kept.
const MAX_READINGS: usize = 8;

/// The syllables of a text, one per character, in every way it may be read, the commonest first; empty where it has no Han.
pub(super) fn readings(text: &str) -> Vec<Vec<u16>> {
    let syllables = &*SYLLABLES;
    let chars: Vec<char> = text.chars().collect();
    if !chars.iter().any(|char| (FIRST_HAN..=LAST_HAN).contains(&u32::from(*char))) {
        return Vec::new();
    }
    let mut main: Vec<u16> = chars.iter().map(|char| syllables.of(*char)).collect();
    let mut is_fixed = vec![false; chars.len()];
    for (word, reading) in WORDS {
        for (at, _) in text.match_indices(word) {
            let first = text.get(..at).map_or(0, |before| before.chars().count());
            for (nr, syllable) in (first..).zip(reading.split(' ')) {
                if let (Some(slot), Some(is_fixed)) = (main.get_mut(nr), is_fixed.get_mut(nr)) {
                    (*slot, *is_fixed) = (syllables.number(syllable), true);
                }
            }
        }
    }
    let mut ways = vec![main];
    for (nr, char) in chars.iter().enumerate().filter(|(nr, _)| is_fixed.get(*nr) == Some(&false)) {
        let Ok(entry) = syllables.others.binary_search_by_key(char, |(char, _)| *char) else {
            continue;
        };
        let others = syllables.others.get(entry).map(|(_, others)| others.as_slice()).unwrap_or_default();
        for way in ways.clone() {
            for other in others.iter().filter(|other| way.get(nr) != Some(other)) {
                if ways.len() < MAX_READINGS {
                    let mut way = way.clone();
                    way.iter_mut().skip(nr).take(1).for_each(|slot| *slot = *other);
                    ways.push(way);
                }
            }
        }
    }
    ways
}

/// A word typed in Latin letters, ready to be looked for among syllables.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    len: usize,
    /// By syllable and offset in the word: the offsets that may come after it.
    steps: Vec<u64>,
    /// By syllable: the offsets from which it completes the word.
    ends: Vec<u64>,
    /// The syllables a match may begin with lie between these, both included.
    pub first: (u16, u16),
    /// The same for its second syllable; `None` if a match may end with the first.
    pub second: Option<(u16, u16)>,
}

impl Typed {
    /// The word if it can be pinyin at all: letters and digits, with at least one letter.
    pub(super) fn new(word: &str) -> Option<Self> {
        let len = word.len();
        let is_typed = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        if len > 60 || !is_typed || word.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let words = &SYLLABLES.words;
        let mut typed = Self { len, steps: vec![0; words.len() * len], ends: vec![0; words.len()], first: (0, 0), second: None };
        // From the back, so that only offsets are stepped to from which the rest of the word can be read.
        let mut is_viable = 0_u64;
        for offset in (0..len).rev() {
            let rest = word.get(offset..).unwrap_or_default();
            for (nr, syllable) in words.iter().enumerate().skip(1) {
                let to = steps(rest, syllable, offset) & is_viable;
                let is_end = syllable.starts_with(rest);
                if to != 0 || is_end {
                    typed.steps.iter_mut().skip(nr * len + offset).take(1).for_each(|step| *step = to);
                    typed.ends.iter_mut().skip(nr).take(1).for_each(|end| *end |= u64::from(is_end) << offset);
                    is_viable |= 1 << offset;
                }
            }
        }
        typed.first = typed.between(1)?;
        let may_end = typed.ends.iter().any(|ends| ends & 1 == 1);
        let after = (0..words.len()).fold(0, |after, nr| after | typed.step(nr, 0));
        typed.second = if may_end { None } else { Some(typed.between(after)?) };
        Some(typed)
    }

    /// The lowest and highest syllable that leads on from one of these offsets.
    fn between(&self, offsets: u64) -> Option<(u16, u16)> {
        let leads_on = |nr: &usize| self.ends.get(*nr).is_some_and(|ends| ends & offsets != 0) || self.next(*nr, offsets) != 0;
        let number = |nr: usize| u16::try_from(nr).ok();
        Some((number((1..self.ends.len()).find(leads_on)?)?, number((1..self.ends.len()).rev().find(leads_on)?)?))
    }

    #[inline]
    fn step(&self, syllable: usize, offset: usize) -> u64 {
        self.steps.get(syllable * self.len + offset).copied().unwrap_or(0)
    }

    #[inline]
    fn next(&self, syllable: usize, mut offsets: u64) -> u64 {
        let mut next = 0;
        while offsets != 0 {
            next |= self.step(syllable, offsets.trailing_zeros() as usize);
            offsets &= offsets - 1;
        }
        next
    }

    /// How many of these syllables the word takes, beginning with the first.
    #[inline]
    pub(super) fn matches(&self, syllables: &[u16]) -> Option<usize> {
        let mut offsets = 1;
        for (nr, syllable) in syllables.iter().enumerate() {
            let syllable = usize::from(*syllable);
            if self.ends.get(syllable).is_some_and(|ends| ends & offsets != 0) {
                return Some(nr + 1);
            }
            offsets = self.next(syllable, offsets);
            if offsets == 0 {
                return None;
            }
        }
        None
    }

    /// The first characters of a text that the word spells: how many come before them, and how many they are.
    pub(super) fn find(&self, text: &str) -> Option<(usize, usize)> {
        readings(text).iter().find_map(|way| (0..way.len()).find_map(|from| Some((from, self.matches(way.get(from..)?)?))))
    }
}

/// Where in the word one may be after a syllable: past all of it, or past its initial.
fn steps(rest: &str, syllable: &str, offset: usize) -> u64 {
    let past = |len: usize| if len < rest.len() { 1_u64 << (offset + len) } else { 0 };
    let full = if rest.starts_with(syllable) { past(syllable.len()) } else { 0 };
    let initial = if syllable.bytes().next() == rest.bytes().next() { past(1) } else { 0 };
    let double = ["zh", "ch", "sh"].iter().any(|double| rest.starts_with(double) && syllable.starts_with(double));
    full | initial | if double { past(2) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(word: &str, text: &str) -> bool {
        Typed::new(word).is_some_and(|typed| typed.find(text).is_some())
    }

    #[test]
    fn finds_what_people_type() {
        for (word, text) in [
            ("yls", "亿联盛"),
            ("yiliansheng", "亿联盛"),
            ("yilians", "亿联盛"),
            ("ylsheng", "亿联盛"),
            ("ylsh", "亿联盛"),
            ("ls", "亿联盛"),
            ("lianshen", "亿联盛"),
            ("cq", "重庆市"),
            ("chongqing", "重庆市"),
            ("chaoyang", "朝阳柳城"),
            ("cylc", "朝阳柳城"),
            ("ledzm", "LED照明"),
            ("zhaoming", "LED照明"),
            ("lv", "绿化"),
            ("lvhua", "绿化"),
            ("xian", "西安"),
            ("zhanghai", "长海"),
            ("changhai", "长海"),
        ] {
            assert!(finds(word, text), "{word} finds {text}");
        }
    }

    #[test]
    fn finds_nothing_else() {
        for (word, text) in [
            ("ylsx", "亿联盛"),
            ("yiliang", "亿联盛"),
            ("zhongqing", "重庆市"),
            ("led", "LED"),
            ("123", "亿123"),
            ("yl s", "亿联盛"),
            ("ui", "亿联盛"),
            ("", "亿"),
        ] {
            assert!(!finds(word, text), "{word} does not find {text}");
        }
    }

    #[test]
    fn the_tables_are_in_order() {
        for entry in READINGS.split(',') {
            let mut parts = entry.split_whitespace();
            let char = parts.next().unwrap();
            assert_eq!(char.chars().count(), 1, "{entry}");
            let readings: Vec<&str> = parts.collect();
            let main = typed(char.chars().next().unwrap().to_pinyin().unwrap().plain());
            assert!(readings.contains(&main.as_str()), "{char} is mostly read {main}");
            assert!(readings.iter().all(|reading| SYLLABLES.han.contains(&SYLLABLES.number(reading))), "{entry} are syllables");
        }
        for (word, reading) in WORDS {
            assert_eq!(word.chars().count(), reading.split(' ').count(), "{word} {reading}");
        }
        assert!(SYLLABLES.words.len() < 600, "{} syllables", SYLLABLES.words.len());
    }
}
