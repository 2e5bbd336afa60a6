//! A word typed in Latin letters, looked for among syllables.
//!
//! It may be full syllables of which the last is not finished (`yilians`), with initials where no full syllable can stand
//! (`ylsheng`), or initials throughout (`cha` for 成华安).

use super::pinyin::{Reading, SYLLABLES};

/// A word ready to be looked for: the ways to read it.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    pub ways: Vec<Automaton>,
}

impl Typed {
    /// The word if it can be pinyin at all: letters and digits, with at least one letter.
    pub(super) fn new(word: &str) -> Option<Self> {
        let is_typed = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        if word.len() > 60 || !is_typed || word.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (mixed, is_closed) = Automaton::mixed(word);
        let initials = if is_closed && word.len() > 1 { Automaton::initials(word) } else { None };
        let ways: Vec<Automaton> = mixed.into_iter().chain(initials).collect();
        (!ways.is_empty()).then_some(Self { ways })
    }

    /// How many characters the word spells from this one on.
    pub(super) fn matches(&self, reading: &Reading, from: usize) -> Option<usize> {
        self.ways.iter().find_map(|way| way.matches(reading.from(from)))
    }

    /// The first characters that the word spells: how many come before them, and how many they are.
    pub(super) fn find(&self, reading: &Reading) -> Option<(usize, usize)> {
        (0..reading.len()).find_map(|from| Some((from, self.matches(reading, from)?)))
    }
}

/// One way to read a word: an automaton whose states are offsets in the word, kept as bits.
#[derive(Clone, Debug)]
pub(super) struct Automaton {
    /// The word itself.
    pub word: String,
    /// Whether each letter may be the initial of any syllable that begins with it.
    pub is_initials: bool,
    /// By syllable and offset: the offsets that may come after it.
    steps: Vec<u64>,
    /// By syllable: the offsets from which it completes the word.
    ends: Vec<u64>,
}

impl Automaton {
    fn new(word: &str) -> Self {
        let len = word.len();
        Self {
            word: word.to_owned(),
            is_initials: false,
            steps: vec![0; SYLLABLES.words.len() * len],
            ends: vec![0; SYLLABLES.words.len()],
        }
    }

    /// Full syllables, with initials where none can stand; and whether some initial was left out because one can.
    fn mixed(word: &str) -> (Option<Self>, bool) {
        let (len, words) = (word.len(), &SYLLABLES.words);
        let mut mixed = Self::new(word);
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
        // Where no full syllable stands, initials do.
        mixed.is_initials = !is_closed;
        (Some(mixed).filter(|_| is_viable & 1 == 1), is_closed)
    }

    /// Initials throughout; `None` if no syllable begins with some letter, as with i.
    fn initials(word: &str) -> Option<Self> {
        let (len, words) = (word.len(), &SYLLABLES.words);
        let mut initials = Self { is_initials: true, ..Self::new(word) };
        for (offset, letter) in word.bytes().enumerate() {
            // A letter or digit itself is a syllable of one letter.
            let low = words.partition_point(|known| known.as_bytes().first().is_none_or(|first| *first < letter));
            let high = words.partition_point(|known| known.as_bytes().first().is_none_or(|first| *first <= letter));
            if low == high {
                return None;
            }
            for nr in low..high {
                if offset + 1 == len {
                    initials.ends.iter_mut().skip(nr).take(1).for_each(|end| *end = 1 << offset);
                } else {
                    initials.steps.iter_mut().skip(nr * len + offset).take(1).for_each(|step| *step = 1 << (offset + 1));
                }
            }
        }
        Some(initials)
    }

    /// How many offsets there are.
    pub(super) fn len(&self) -> usize {
        self.word.len()
    }

    /// The offsets from which one of these syllables completes the word.
    pub(super) fn ends(&self, syllables: &[u16]) -> u64 {
        syllables.iter().fold(0, |ends, syllable| ends | self.ends.get(usize::from(*syllable)).copied().unwrap_or(0))
    }

    /// The offsets that may come after one of these syllables at an offset.
    pub(super) fn step(&self, syllables: &[u16], offset: usize) -> u64 {
        let step = |syllable: &u16| self.steps.get(usize::from(*syllable) * self.word.len() + offset).copied().unwrap_or(0);
        syllables.iter().fold(0, |steps, syllable| steps | step(syllable))
    }

    /// How many characters the word takes, beginning with the first.
    fn matches<'a>(&self, readings: impl Iterator<Item = &'a [u16]>) -> Option<usize> {
        let mut offsets = 1_u64;
        for (nr, syllables) in readings.enumerate() {
            if self.ends(syllables) & offsets != 0 {
                return Some(nr + 1);
            }
            let mut next = 0;
            while offsets != 0 {
                next |= self.step(syllables, offsets.trailing_zeros() as usize);
                offsets &= offsets - 1;
            }
            if next == 0 {
                return None;
            }
            offsets = next;
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
        let mut reading = Reading::default();
        reading.push(&text.to_lowercase().chars().collect::<Vec<char>>());
        Typed::new(word).is_some_and(|typed| typed.find(&reading).is_some())
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
            ("123", "亿123"),
            ("yl s", "亿联盛"),
            ("ui", "亿联盛"),
            ("", "亿"),
        ] {
            assert!(!finds(word, text), "{word} does not find {text}");
        }
    }
}
