//! How Han text is typed with a Latin keyboard: full syllables, initials, or a mixture (`yiliansheng`, `yls`, `yilians`).
//!
//! Every character of a value becomes the number of its syllable. Syllables are numbered in alphabetical order, so those
//! that begin with the same letters are neighbours, and a letter of the text itself is a syllable of one letter.

use std::{borrow::Cow, collections::BTreeSet, sync::LazyLock};

use pinyin::ToPinyin as _;

/// Words in which a character is read in another way than mostly, how the word is read, and another that sounds the same.
///
/// The latter is for sorting, where the collation of Unicode knows few such words; its characters have one reading only.
/// Place names first, then words common in the names of firms.
const WORDS: &[(&str, &str, &str)] = &[
    ("重庆", "chong qing", "虫庆"),
    ("长春", "chang chun", "常春"),
    ("长沙", "chang sha", "常沙"),
    ("长治", "chang zhi", "常治"),
    ("长江", "chang jiang", "常江"),
    ("长城", "chang cheng", "常城"),
    ("长垣", "chang yuan", "常垣"),
    ("长海", "chang hai", "常海"),
    ("长兴", "chang xing", "常兴"),
    ("长白", "chang bai", "常白"),
    ("长葛", "chang ge", "常葛"),
    ("长乐", "chang le", "常乐"),
    ("长宁", "chang ning", "常宁"),
    ("长安", "chang an", "常安"),
    ("长征", "chang zheng", "常征"),
    ("厦门", "xia men", "下门"),
    ("朝阳", "chao yang", "潮阳"),
    ("西藏", "xi zang", "西葬"),
    ("六安", "lu an", "陆安"),
    ("六合", "lu he", "陆合"),
    ("蚌埠", "beng bu", "泵埠"),
    ("乐山", "le shan", ""),
    ("乐清", "yue qing", "月清"),
    ("乐亭", "lao ting", "涝亭"),
    ("番禺", "pan yu", "潘禺"),
    ("台州", "tai zhou", "胎州"),
    ("大连", "da lian", ""),
    ("大庆", "da qing", ""),
    ("成都", "cheng du", "成督"),
    ("都匀", "du yun", "督匀"),
    ("单县", "shan xian", "善县"),
    ("浚县", "xun xian", "训县"),
    ("莘县", "shen xian", "深县"),
    ("东莞", "dong guan", "东管"),
    ("丽水", "li shui", "离水"),
    ("洪洞", "hong tong", "洪同"),
    ("铅山", "yan shan", "延山"),
    ("歙县", "she xian", "社县"),
    ("黟县", "yi xian", ""),
    ("会稽", "kuai ji", "快稽"),
    ("尉犁", "yu li", "玉犁"),
    ("喀喇沁", "ka la qin", ""),
    ("银行", "yin hang", "银杭"),
    ("音乐", "yin yue", "音月"),
    ("重工", "zhong gong", "众工"),
    ("重型", "zhong xing", "众型"),
    ("重机", "zhong ji", "众机"),
    ("调味", "tiao wei", "条味"),
    ("种子", "zhong zi", "肿子"),
    ("种业", "zhong ye", "肿业"),
    ("弹簧", "tan huang", "谈簧"),
    ("会计", "kuai ji", "快计"),
];

/// Characters with several readings that names use; each finds them. Readings of old words and of surnames alone are left out.
const READINGS: &str = "重 zhong chong,长 chang zhang,朝 chao zhao,行 xing hang,乐 le yue,厦 sha xia,都 du dou,单 dan shan chan,\
    曾 zeng ceng,种 zhong chong,调 diao tiao,会 hui kuai,系 xi ji,藏 cang zang,传 chuan zhuan,弹 dan tan,车 che ju,\
    参 can shen,差 cha chai,称 cheng chen,度 du duo,给 gei ji,还 hai huan,降 jiang xiang,角 jiao jue,校 xiao jiao,\
    解 jie xie,劲 jin jing,觉 jue jiao,卡 ka qia,壳 ke qiao,勒 le lei,露 lu lou,率 lv shuai,落 luo lao la,埋 mai man,\
    模 mo mu,迫 po pai,朴 pu piao,圈 quan juan,塞 sai se,色 se shai,说 shuo shui,宿 su xiu,拓 tuo ta,巷 xiang hang,\
    削 xue xiao,血 xue xie,约 yue yao,钥 yao yue,择 ze zhai,轧 zha ya ga,折 zhe she,著 zhu zhuo,薄 bo bao,便 bian pian,\
    卜 bu bo,埔 pu bu,蚌 bang beng,秘 mi bi,屏 ping bing,泌 mi bi,佛 fo fu,盖 gai ge,查 cha zha,莞 guan wan,莘 shen xin,\
    铅 qian yan,歙 she xi,浚 jun xun,镐 gao hao,虹 hong jiang,蔚 wei yu,纤 xian qian,殷 yin yan";

/// The number of a character that cannot be typed.
pub(super) const NO_SYLLABLE: u16 = 0;

pub(super) struct Syllables {
    /// In alphabetical order; the first is empty.
    pub(super) words: Vec<String>,
    /// By character from [`FIRST_HAN`] on: its syllable.
    han: Vec<u16>,
    /// The same for ASCII.
    ascii: [u16; 128],
    /// By character from [`FIRST_HAN`] on: [`BEGINS_WORD`] and [`IS_AMBIGUOUS`].
    flags: Vec<u8>,
    /// By character, sorted: all readings that people use.
    others: Vec<(char, Vec<u16>)>,
    /// Words with their syllables.
    fixed: Vec<(Vec<char>, Vec<u16>)>,
}

/// The character begins one of [`WORDS`].
const BEGINS_WORD: u8 = 1;

/// The character is read in several ways: by itself, or in one of [`WORDS`].
const IS_AMBIGUOUS: u8 = 2;

const FIRST_HAN: u32 = 0x3400;
const LAST_HAN: u32 = 0x9fff;

pub(super) static SYLLABLES: LazyLock<Syllables> = LazyLock::new(Syllables::collect);

/// Typed with the letter v, as on every keyboard.
pub(super) fn typed(plain: &str) -> String {
    plain.replace('ü', "v").replace('ê', "e")
}

fn number(words: &[String], word: &str) -> u16 {
    words.binary_search_by(|known| known.as_str().cmp(word)).ok().and_then(|nr| u16::try_from(nr).ok()).unwrap_or(NO_SYLLABLE)
}

/// The place of a Han character in the tables.
fn place(char: char) -> Option<usize> {
    u32::from(char).checked_sub(FIRST_HAN).filter(|place| *place <= LAST_HAN - FIRST_HAN).map(|place| place as usize)
}

impl Syllables {
    fn collect() -> Self {
        let han: Vec<Option<String>> = (FIRST_HAN..=LAST_HAN).map(|code| Some(typed(char::from_u32(code)?.to_pinyin()?.plain()))).collect();
        let lists: Vec<(char, Vec<&str>)> = READINGS
            .split(',')
            .filter_map(|entry| entry.trim().split_once(' '))
            .filter_map(|(char, list)| Some((char.chars().next()?, list.split(' ').collect())))
            .collect();
        let mut words: BTreeSet<String> = han.iter().flatten().cloned().collect();
        words.extend((0..=9).map(|digit: u8| digit.to_string()));
        words.extend(('a'..='z').map(String::from));
        words.extend(lists.iter().flat_map(|(_, list)| list).map(|word| (*word).to_owned()));
        words.extend(WORDS.iter().flat_map(|word| word.1.split(' ')).map(str::to_owned));
        words.insert(String::new());
        let words: Vec<String> = words.into_iter().collect();
        let mut others: Vec<(char, Vec<u16>)> =
            lists.iter().map(|(char, list)| (*char, list.iter().map(|word| number(&words, word)).collect())).collect();
        others.sort();
        let ascii = std::array::from_fn(|byte| number(&words, &char::from(byte as u8).to_ascii_lowercase().to_string()));
        let han: Vec<u16> = han.iter().map(|word| word.as_deref().map_or(NO_SYLLABLE, |word| number(&words, word))).collect();
        let syllables = |reading: &str| reading.split(' ').map(|syllable| number(&words, syllable)).collect::<Vec<u16>>();
        let fixed: Vec<(Vec<char>, Vec<u16>)> = WORDS.iter().map(|word| (word.0.chars().collect(), syllables(word.1))).collect();
        let mut flags = vec![0; han.len()];
        let mut flag = |char: char, bit: u8| {
            let flags = place(char).and_then(|place| flags.get_mut(place));
            if let Some(flags) = flags {
                *flags |= bit;
            }
        };
        for (char, _) in &others {
            flag(*char, IS_AMBIGUOUS);
        }
        let alone = |char: char| place(char).and_then(|place| han.get(place)).copied();
        for (word, reading) in &fixed {
            word.first().into_iter().for_each(|char| flag(*char, BEGINS_WORD));
            let differs = word.iter().zip(reading).filter(|(char, syllable)| alone(**char) != Some(**syllable));
            differs.for_each(|(char, _)| flag(*char, IS_AMBIGUOUS));
        }
        Self { words, han, ascii, flags, others, fixed }
    }

    #[inline]
    fn of(&self, char: char) -> u16 {
        match char {
            '\0'..='\u{7f}' => self.ascii.get(char as usize).copied().unwrap_or(NO_SYLLABLE),
            '！'..='～' => self.ascii.get(char as usize - 0xff01 + 0x21).copied().unwrap_or(NO_SYLLABLE),
            char => place(char).and_then(|place| self.han.get(place)).copied().unwrap_or(NO_SYLLABLE),
        }
    }

    #[inline]
    fn has(&self, char: char, flag: u8) -> bool {
        place(char).and_then(|place| self.flags.get(place)).is_some_and(|flags| flags & flag != 0)
    }
}

/// Whether a character is Han.
pub(super) fn is_han(char: char) -> bool {
    place(char).is_some()
}

/// Whether a character is read in several ways, by itself or in some word.
#[inline]
pub(super) fn is_ambiguous(char: char) -> bool {
    SYLLABLES.has(char, IS_AMBIGUOUS)
}

/// The ways to read a character.
#[derive(Clone, Copy, Debug)]
pub(super) enum Readings {
    /// One.
    One([u16; 1]),
    /// Several, the commonest first.
    Many(&'static [u16]),
}

impl Readings {
    /// The ways to read a character to which a word gives this reading, or none.
    pub(super) fn of(char: char, fixed: u16) -> Self {
        let known = &*SYLLABLES;
        let others = known.others.binary_search_by_key(&char, |(char, _)| *char).ok().and_then(|nr| known.others.get(nr));
        match others {
            Some((_, others)) if fixed == NO_SYLLABLE => Self::Many(others),
            _ => Self::One([if fixed == NO_SYLLABLE { known.of(char) } else { fixed }]),
        }
    }

    /// As a list.
    pub(super) fn as_slice(&self) -> &[u16] {
        match self {
            Self::One(one) => one,
            Self::Many(many) => many,
        }
    }
}

/// For each character of a text the reading that a word gives it, else [`NO_SYLLABLE`].
pub(super) fn fixed(chars: &[char], fixed: &mut Vec<u16>) {
    fixed.clear();
    fixed.resize(chars.len(), NO_SYLLABLE);
    for (nr, _) in chars.iter().enumerate().filter(|(_, char)| SYLLABLES.has(**char, BEGINS_WORD)) {
        let rest = chars.get(nr..).unwrap_or_default();
        let word = SYLLABLES.fixed.iter().filter(|(word, _)| rest.starts_with(word)).max_by_key(|(word, _)| word.len());
        if let Some((_, reading)) = word {
            fixed.iter_mut().skip(nr).zip(reading).for_each(|(slot, syllable)| *slot = *syllable);
        }
    }
}

/// Every way to read each character of a text.
#[derive(Debug, Default)]
pub(super) struct Reading(Vec<Readings>);

impl Reading {
    /// Adds a text.
    pub(super) fn push(&mut self, chars: &[char]) {
        let mut words = Vec::new();
        fixed(chars, &mut words);
        self.0.extend(chars.iter().zip(words).map(|(char, fixed)| Readings::of(*char, fixed)));
    }

    /// Adds so many characters that cannot be typed.
    pub(super) fn skip(&mut self, num: usize) {
        self.0.extend(std::iter::repeat_n(Readings::One([NO_SYLLABLE]), num));
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The ways to read the characters from this one on.
    pub(super) fn from(&self, nr: usize) -> impl Iterator<Item = &[u16]> {
        self.0.get(nr..).unwrap_or_default().iter().map(Readings::as_slice)
    }
}

/// A text for sorting by sound: words in which a character is read unusually, written with characters that sound so.
pub(super) fn sounding(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|char| SYLLABLES.has(char, BEGINS_WORD)) {
        return Cow::Borrowed(text);
    }
    let mut sounding = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let word =
            WORDS.iter().filter(|_| SYLLABLES.has(char, BEGINS_WORD)).find(|(word, _, same)| !same.is_empty() && rest.starts_with(word));
        let len = word.map_or(char.len_utf8(), |(word, _, _)| word.len());
        let (head, tail) = rest.split_at_checked(len).unwrap_or((rest, ""));
        sounding.push_str(word.map_or(head, |(_, _, same)| same));
        rest = tail;
    }
    Cow::Owned(sounding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        for entry in READINGS.split(',') {
            let mut parts = entry.split_whitespace();
            let char = parts.next().unwrap();
            assert_eq!(char.chars().count(), 1, "{entry}");
            let readings: Vec<&str> = parts.collect();
            let main = typed(char.chars().next().unwrap().to_pinyin().unwrap().plain());
            assert!(readings.contains(&main.as_str()), "{char} is mostly read {main}");
            assert!(readings.iter().all(|reading| SYLLABLES.han.contains(&number(&SYLLABLES.words, reading))), "{entry} are syllables");
        }
        for (word, reading, same) in WORDS {
            let sounds: Vec<String> = same.chars().map(|char| typed(char.to_pinyin().unwrap().plain())).collect();
            assert!(same.is_empty() || sounds.join(" ") == *reading, "{same} is read {sounds:?}, not {reading}");
            assert!(same.is_empty() || same.chars().count() == word.chars().count(), "{word} {same}");
            assert_eq!(word.chars().count(), reading.split(' ').count(), "{word} {reading}");
        }
        assert!(SYLLABLES.words.len() < 600, "{} syllables", SYLLABLES.words.len());
    }
}
