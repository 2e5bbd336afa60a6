//! The words that follow the numbers of one measure, so that `1亿` is 100,000,000 in a column of money.

use super::{
    fold::fold,
    scalar::{Decimal, parts_thousands},
};
use crate::locale::{Lang, grouped};

/// Words with how many of the base unit each is, largest first.
type Words = Vec<(String, Decimal)>;

/// The words that may follow the numbers of one measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// What a query is written with.
    typed: Words,
    /// What readers of Chinese and of English see.
    shown: [Words; 2],
    /// What is understood as well, folded.
    read: Words,
    /// Whether a number may stand alone: things are counted one by one, but 5 of money says nothing.
    is_counted: bool,
}

/// How a word belongs to a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// It is understood.
    Read,
    /// The measure's numbers are written with it.
    Written,
}

/// A number keeps at most so many decimals of its base unit; what is finer is rounded, in rows and in bounds alike.
pub(super) const MOST_DECIMALS: u32 = 9;

impl Units {
    /// Numbers without a unit.
    pub fn plain() -> Self {
        Self::counted("")
    }

    /// Things counted by this word: 个, 家, 盏.
    pub fn counted(word: &str) -> Self {
        let (ten_thousand, hundred_million) = (format!("万{word}"), format!("亿{word}"));
        let words = [(word, 1), (&ten_thousand, 10_000), (&hundred_million, 100_000_000)];
        Self { is_counted: true, ..Self::new(&words).shown(Lang::En, &[("", 1)]) }
    }

    /// Money in yuan.
    pub fn money() -> Self {
        Self::new(&[("元", 1), ("万", 10_000), ("亿", 100_000_000)])
            .shown(Lang::Zh, &[("元", 1), ("万元", 10_000), ("亿元", 100_000_000)])
            .shown(Lang::En, &[("yuan", 1), ("million", 1_000_000)])
            .reads(&[("cny", 1), ("rmb", 1), ("m", 1_000_000), ("billion", 1_000_000_000), ("bn", 1_000_000_000)])
            .reads(&[("百万", 1_000_000), ("百万元", 1_000_000), ("千万", 10_000_000), ("千万元", 10_000_000)])
            .reads(&[("万亿", 1_000_000_000_000_i64), ("万亿元", 1_000_000_000_000), ("trillion", 1_000_000_000_000)])
    }

    /// Units by their words and how many of the base unit each is.
    pub fn new<F: Into<Decimal> + Copy>(words: &[(&str, F)]) -> Self {
        let typed = largest_first(words);
        Self { shown: [typed.clone(), typed.clone()], typed, ..Self::default() }
    }

    /// Other words for the readers of a language; they are understood as well.
    #[must_use]
    pub fn shown<F: Into<Decimal> + Copy>(mut self, lang: Lang, words: &[(&str, F)]) -> Self {
        let [zh, en] = &mut self.shown;
        *(if lang == Lang::Zh { zh } else { en }) = largest_first(words);
        self
    }

    /// Words that are understood and never written.
    #[must_use]
    pub fn reads<F: Into<Decimal> + Copy>(mut self, words: &[(&str, F)]) -> Self {
        self.read.extend(words.iter().map(|(word, factor)| (squeezed(word), (*factor).into())));
        self
    }

    /// As many in a time, which is said after the unit; without it the unit is understood as well.
    #[must_use]
    pub fn in_time(mut self, zh: &str, en: &str) -> Self {
        let [shown_zh, shown_en] = &mut self.shown;
        for (words, time) in [(&mut self.typed, zh), (shown_zh, zh), (shown_en, en)] {
            for (word, factor) in words {
                self.read.push((squeezed(word), *factor));
                word.push_str(time);
            }
        }
        Self { is_counted: false, ..self }
    }

    /// Whether a number may stand alone.
    pub(super) fn is_counted(&self) -> bool {
        self.is_counted
    }

    /// How many of the base unit a word is, folded and without spaces, and how it belongs here.
    pub(super) fn factor(&self, word: &str) -> Option<(Known, Decimal)> {
        let mut written = self.typed.iter().chain(self.shown.iter().flatten());
        let found = written.find(|(known, _)| !known.is_empty() && squeezed(known) == word);
        match found {
            Some((_, factor)) => Some((Known::Written, *factor)),
            None => self.read.iter().find(|(known, _)| known == word).map(|(_, factor)| (Known::Read, *factor)),
        }
    }

    /// How many of the base unit each word is that readers see.
    pub(super) fn factors(&self) -> impl Iterator<Item = Decimal> {
        self.shown.iter().flatten().map(|(_, factor)| *factor)
    }

    /// A number of the base unit as a query has it.
    pub(super) fn typed(&self, number: Decimal) -> String {
        let (part, word) = fitting(&self.typed, number);
        format!("{part}{word}")
    }

    /// A number of the base unit as a reader of a language sees it: `1 亿元`, `100 million`, `20 km`.
    pub fn show(&self, number: Decimal, lang: Lang) -> String {
        let (part, word) = fitting(self.words(lang), number);
        let word = if lang == Lang::En && part == Decimal::ONE { word.strip_suffix('s').unwrap_or(word) } else { word };
        let digits = if lang == Lang::En { grouped(&part.to_string()) } else { part.to_string() };
        let is_tight = word.is_empty() || word.starts_with(['%', '‰']);
        format!("{digits}{}{word}", if is_tight { "" } else { " " })
    }

    /// The largest unit that a number has one of, and how many of the base unit that is; none for mere counts.
    pub fn unit_of(&self, number: Decimal, lang: Lang) -> Option<(&str, Decimal)> {
        let words = self.words(lang);
        let (word, factor) = words.iter().find(|(_, factor)| *factor <= number.abs()).or(words.last())?;
        (!word.is_empty()).then_some((word.as_str(), *factor))
    }

    /// What tells it from other measures: its smallest unit, the report's own where the language has no word for it.
    pub fn name(&self, lang: Lang) -> &str {
        let mut names = [self.words(lang), &self.typed].into_iter().filter_map(|words| words.last()).map(|(word, _)| word.as_str());
        names.find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// The words that readers of a language see, that of the largest unit first.
    pub fn names(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let names = self.words(lang).iter().map(|(word, _)| word.as_str()).filter(|word| !word.is_empty());
        // English has no counting words.
        names.chain(self.words(lang).iter().all(|(word, _)| word.is_empty()).then(|| self.name(lang)))
    }

    fn words(&self, lang: Lang) -> &Words {
        let [zh, en] = &self.shown;
        if lang == Lang::Zh { zh } else { en }
    }
}

fn largest_first<F: Into<Decimal> + Copy>(words: &[(&str, F)]) -> Words {
    let mut words: Words = words.iter().map(|(word, factor)| ((*word).to_owned(), (*factor).into())).collect();
    words.sort_by_key(|(_, factor)| std::cmp::Reverse(*factor));
    words
}

/// A word as it is looked for: case, width and spaces do not matter.
fn squeezed(word: &str) -> String {
    fold(word).chars().filter(|char| !char.is_whitespace()).collect()
}

/// A number in the largest unit in which it is short; in the smallest one, however long, where there is none.
fn fitting(words: &Words, number: Decimal) -> (Decimal, &str) {
    let part = |factor: Decimal| {
        let part = number.checked_div(factor)?.normalize();
        (part.checked_mul(factor) == Some(number)).then_some(part)
    };
    let fits = |factor: Decimal| part(factor).filter(|part| part.abs() >= Decimal::ONE && part.scale() <= 6);
    let found = words.iter().find_map(|(word, factor)| Some((fits(*factor)?, word.as_str())));
    let smallest = || words.last().and_then(|(word, factor)| Some((part(*factor)?, word.as_str())));
    found.or_else(smallest).unwrap_or((number.normalize(), ""))
}

/// A number that stands alone, as it is typed beside its unit.
pub fn bare_number(text: &str) -> Option<Decimal> {
    Written::new(text).filter(Written::is_bare).map(|written| written.number)
}

/// A number with the words before and after it: `CNY 5 million`, `20公里`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub number: Decimal,
    /// Squeezed, as the word after it.
    pub before: String,
    pub word: String,
}

impl Written {
    /// Takes a text apart. Commas may part thousands, and nothing else: 1,5 is no number.
    pub(super) fn new(text: &str) -> Option<Self> {
        let text = squeezed(text);
        let (before, text) = text.split_at_checked(text.find(|char: char| char.is_ascii_digit() || "-+.,".contains(char))?)?;
        let digits = text.trim_start_matches(['-', '+']);
        let end = text.len() - digits.trim_start_matches(|char: char| char.is_ascii_digit() || matches!(char, '.' | ',')).len();
        let (number, word) = text.split_at_checked(end)?;
        let number = parts_thousands(number).then(|| number.replace(',', "").parse().ok()).flatten()?;
        Some(Self { number, before: before.to_owned(), word: word.to_owned() })
    }

    /// Whether the number stands alone.
    pub(super) fn is_bare(&self) -> bool {
        self.before.is_empty() && self.word.is_empty()
    }

    /// The number in the base unit of a measure, and how well its words go with it; `None` if they do not.
    pub(super) fn in_base(&self, units: &Units) -> Option<(Known, Decimal)> {
        let (known, factor) = match (self.before.as_str(), self.word.as_str()) {
            ("", word) => units.factor(word)?,
            (before, "") => units.factor(before)?,
            // A currency stands before the number, and says which million is meant.
            (before, word) => (Known::Written, units.factor(before).filter(|(_, one)| *one == Decimal::ONE).and(units.factor(word))?.1),
        };
        Some((known, self.number.checked_mul(factor)?))
    }
}
