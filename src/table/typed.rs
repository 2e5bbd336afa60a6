//! A word typed in Latin letters, looked for among syllables.
//!
//! It may be full syllables of which the last is not finished (`yilians`), with initials where no full syllable can stand
//! (`ylsheng`), or initials throughout (`cha` for 成华安).

use super::pinyin::{SYLLABLES, read};

/// A range of syllables, both ends included.
pub(super) type Span = (u16, u16);

/// A word ready to be looked for.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    /// The ways to read it that have a full syllable somewhere, or are a mixture.
    mixed: Option<Mixed>,
    /// The syllables that begin with its letters, where reading it as initials is not one of the ways above.
    initials: Option<Vec<Span>>,
    /// The word if it is one letter, counted from a.
    letter: Option<u8>,
}

/// Where a match may begin: its first syllable and, if it cannot end there, its second.
pub(super) type Start = (Span, Option<Span>);

impl Typed {
    /// The word if it can be pinyin at all: letters and digits, with at least one letter.
    pub(super) fn new(word: &str) -> Option<Self> {
        let is_typed = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        if word.len() > 60 || !is_typed || word.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (mixed, is_closed) = Mixed::new(word);
        let letter = match word.as_bytes() {
            [letter] => letter.checked_sub(b'a'),
            _ => None,
        };
        let initials = if is_closed { initials(word) } else { None };
        (mixed.is_some() || initials.is_some()).then_some(Self { mixed, initials, letter })
    }

    /// The word if it is one letter, counted from a: then it is found wherever a syllable begins with it.
    pub(super) fn letter(&self) -> Option<u8> {
        self.letter
    }

    /// Where matches may begin, and what decides there.
    pub(super) fn ways(&self) -> impl Iterator<Item = (Start, Way<'_>)> {
        let mixed = self.mixed.as_ref().map(|mixed| (mixed.start, Way::Mixed(mixed)));
        let initials = self.initials.as_deref().and_then(|initials| match initials {
            [first, second, ..] => Some(((*first, Some(*second)), Way::Initials(initials))),
            _ => None,
        });
        mixed.into_iter().chain(initials)
    }

    /// The first characters of a text that the word spells: how many come before them, and how many they are.
    pub(super) fn find(&self, text: &str) -> Option<(usize, usize)> {
        let mut syllables = Vec::new();
        let num = read(text, &mut syllables);
        let mut readings = syllables.chunks(syllables.len().checked_div(num)?);
        readings.find_map(|reading| {
            let at = |from: usize| self.ways().find_map(|(_, way)| way.matches(reading.get(from..)?)).map(|num| (from, num));
            (0..reading.len()).find_map(at)
        })
    }
}

/// One way to read a word.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way<'typed> {
    Mixed(&'typed Mixed),
    Initials(&'typed [Span]),
}

impl Way<'_> {
    /// How many of these syllables the word takes, beginning with the first.
    #[inline]
    pub(super) fn matches(self, syllables: &[u16]) -> Option<usize> {
        match self {
            Self::Mixed(mixed) => mixed.matches(syllables),
            Self::Initials(initials) => {
                let heads = syllables.get(..initials.len())?;
                heads.iter().zip(initials).all(|(syllable, (low, high))| low <= syllable && syllable <= high).then_some(initials.len())
            }
        }
    }
}

/// For each letter the syllables that begin with it; `None` if there are none for some letter, as for i.
fn initials(word: &str) -> Option<Vec<Span>> {
    let words = &SYLLABLES.words;
    let number = |nr: usize| u16::try_from(nr).ok();
    let span = |letter: u8| {
        let low = words.partition_point(|known| known.as_bytes().first().is_none_or(|first| *first < letter));
        let high = words.partition_point(|known| known.as_bytes().first().is_none_or(|first| *first <= letter));
        // A letter or digit itself is a syllable of one letter, but that alone is no initial of Han.
        (high > low).then(|| Some((number(low)?, number(high - 1)?))).flatten()
    };
    word.bytes().map(span).collect()
}

/// An automaton whose states are offsets in the word, kept as bits.
#[derive(Clone, Debug)]
pub(super) struct Mixed {
    len: usize,
    /// By syllable and offset: the offsets that may come after it.
    steps: Vec<u64>,
    /// By syllable: the offsets from which it completes the word.
    ends: Vec<u64>,
    start: Start,
}

impl Mixed {
    /// The automaton, and whether some initial was left out because a full syllable can stand there.
    fn new(word: &str) -> (Option<Self>, bool) {
        let (len, words) = (word.len(), &SYLLABLES.words);
        let mut mixed = Self { len, steps: vec![0; words.len() * len], ends: vec![0; words.len()], start: ((0, 0), None) };
        // From the back, so that only offsets are stepped to from which the rest of the word can be read.
        let (mut is_viable, mut is_closed) = (0_u64, false);
        for offset in (0..len).rev() {
            let rest = word.get(offset..).unwrap_or_default();
            let has_full = words.iter().any(|known| known.len() > 1 && rest.starts_with(known.as_str()));
            is_closed |= has_full;
            for (nr, known) in words.iter().enumerate().skip(1) {
                let to = steps(rest, known, offset, has_full) & is_viable;
                let is_end = known.starts_with(rest);
                if to != 0 || is_end {
                    mixed.steps.iter_mut().skip(nr * len + offset).take(1).for_each(|step| *step = to);
                    mixed.ends.iter_mut().skip(nr).take(1).for_each(|end| *end |= u64::from(is_end) << offset);
                    is_viable |= 1 << offset;
                }
            }
        }
        let Some(first) = mixed.between(1) else {
            return (None, is_closed);
        };
        let may_end = mixed.ends.iter().any(|ends| ends & 1 == 1);
        let after = (0..words.len()).fold(0, |after, nr| after | mixed.step(nr, 0));
        mixed.start = (first, if may_end { None } else { mixed.between(after) });
        (Some(mixed), is_closed)
    }

    /// The lowest and highest syllable that leads on from one of these offsets.
    fn between(&self, offsets: u64) -> Option<Span> {
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

    #[inline]
    fn matches(&self, syllables: &[u16]) -> Option<usize> {
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
}

/// Where in the word one may be after a syllable: past all of it, or past its initial where no full syllable can stand.
fn steps(rest: &str, syllable: &str, offset: usize, has_full: bool) -> u64 {
    let past = |len: usize| if len < rest.len() { 1_u64 << (offset + len) } else { 0 };
    let full = if rest.starts_with(syllable) { past(syllable.len()) } else { 0 };
    if has_full {
        return full;
    }
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
            ("zhanghong", "长虹"),
            ("changhong", "长虹"),
            ("changhai", "长海"),
            ("cha", "成华安"),
            ("chang", "长春"),
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
            ("zhangchun", "长春市"),
            ("led", "LED"),
            ("123", "亿123"),
            ("yl s", "亿联盛"),
            ("ui", "亿联盛"),
            ("", "亿"),
        ] {
            assert!(!finds(word, text), "{word} does not find {text}");
        }
    }
}
