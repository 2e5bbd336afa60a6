//! A word as it is looked for among symbols: letter by letter, or as one of the ways to type it.

use std::ops::Range;

use super::{
    packed::Symbol,
    symbols::{Alphabet, Span},
    typed::Automaton,
};

/// A word, or a way to type it, in the symbols of one column.
#[derive(Debug)]
pub(super) struct Pattern {
    pub kind: Kind,
    /// What the first symbol of a match may be, and the second.
    first: Gate<u16>,
    second: Gate<u16>,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// One character after the other.
    Literal(Vec<Span>),
    /// Characters that may be typed so.
    Typed(Machine),
}

/// An automaton over the symbols of a column; states are offsets in the word, kept as bits.
#[derive(Debug)]
pub(super) struct Machine {
    word: String,
    /// As of its [`Automaton`].
    is_initials: bool,
    /// By symbol: its place among those that lead on from somewhere, the first of which is none.
    slots: Vec<u16>,
    /// The symbol of each place.
    pub live: Vec<u16>,
    /// By place and offset: the offsets that may come after it.
    steps: Vec<u64>,
    /// By place: the offsets from which it completes the word.
    ends: Vec<u64>,
}

/// Symbols that may lead on; some may that do not, but none does that may not.
#[derive(Clone, Copy, Debug)]
struct Gate<S> {
    low: S,
    /// How many there are after the lowest.
    num: S,
    /// From here on all.
    special: S,
}

/// What becomes of a word after some symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course<T> {
    /// It is complete.
    Ends,
    /// It cannot be had.
    Fails,
    /// It goes on, from here.
    Goes(T),
}

impl Gate<u16> {
    const ANY: Self = Self { low: 0, num: u16::MAX, special: u16::MAX };

    fn of_span((low, high): Span) -> Self {
        Self { low, num: high.saturating_sub(low), special: u16::MAX }
    }

    fn of_symbols(symbols: impl Iterator<Item = u16>, first_special: u16) -> Self {
        let (mut span, mut special) = (None, u16::MAX);
        for symbol in symbols {
            if symbol >= first_special {
                special = first_special;
            } else {
                span = Some(span.map_or((symbol, symbol), |(low, high): Span| (low.min(symbol), high.max(symbol))));
            }
        }
        Self { special, ..Self::of_span(span.unwrap_or((u16::NEVER, u16::NEVER))) }
    }

    fn narrowed<S: Symbol>(self) -> Gate<S> {
        Gate { low: S::narrowed(self.low), num: S::narrowed(self.num), special: S::narrowed(self.special) }
    }
}

impl<S: Symbol> Gate<S> {
    #[expect(clippy::needless_bitwise_bool, reason = "a branch would keep the compiler from looking at many places together")]
    #[inline]
    fn lets_in(self, symbol: S) -> bool {
        (symbol.above(self.low) <= self.num) | (symbol >= self.special)
    }
}

/// How many places are looked at together; the compiler turns that into few instructions.
pub(super) const LANES: usize = 16;

/// The bit of each of these places.
const LANE_BITS: [u16; LANES] = [1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x2000, 0x4000, 0x8000];

impl Pattern {
    /// The word letter by letter; `None` if no text has one of its characters.
    pub(super) fn literal(alphabet: &Alphabet, word: &str) -> Option<Self> {
        let spans = word.chars().map(|char| alphabet.span(char)).collect::<Option<Vec<Span>>>()?;
        let first = Gate::of_span(*spans.first()?);
        let second = spans.get(1).map_or(Gate::ANY, |span| Gate::of_span(*span));
        Some(Self { kind: Kind::Literal(spans), first, second })
    }

    /// A way to type; `None` if no character of the column begins so.
    pub(super) fn typed(alphabet: &Alphabet, way: &Automaton) -> Option<Self> {
        let machine = Machine::new(alphabet, way);
        // Letters and digits are typed as they are: the word itself finds them.
        if !machine.live.iter().any(|symbol| alphabet.is_han(*symbol)) {
            return None;
        }
        let from_start = || machine.live_at(1).map(|place| machine.symbol(place));
        let mut after = 0;
        let mut may_end = false;
        for place in machine.live_at(1) {
            after |= machine.step(place, 0);
            may_end |= machine.ends_at(place) & 1 == 1;
        }
        from_start().next()?;
        let first = Gate::of_symbols(from_start(), alphabet.first_special());
        let second = if may_end {
            Gate::ANY
        } else {
            Gate::of_symbols(machine.live_at(after).map(|place| machine.symbol(place)), alphabet.first_special())
        };
        Some(Self { kind: Kind::Typed(machine), first, second })
    }

    /// Looks for it among these symbols, after the last of which there is room for [`LANES`] more.
    pub(super) fn scan<'a, S: Symbol>(&'a self, symbols: &'a [S]) -> Scan<'a, S> {
        Scan { pattern: self, symbols, first: self.first.narrowed(), second: self.second.narrowed() }
    }

    fn begins<S: Symbol>(&self, symbols: &[S]) -> bool {
        let symbols = symbols.iter().map(|symbol| symbol.wide());
        match &self.kind {
            Kind::Literal(spans) => follow(spans, symbols) == Course::Ends,
            Kind::Typed(machine) => machine.follow(1, symbols) == Course::Ends,
        }
    }
}

/// What becomes of the rest of a word where these symbols come next.
#[inline]
pub(super) fn follow(rest: &[Span], mut symbols: impl Iterator<Item = u16>) -> Course<()> {
    for (low, high) in rest {
        match symbols.next() {
            Some(symbol) if *low <= symbol && symbol <= *high => {}
            Some(_) => return Course::Fails,
            None => return Course::Goes(()),
        }
    }
    Course::Ends
}

/// A pattern and the symbols it is looked for among.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'a, S> {
    pattern: &'a Pattern,
    symbols: &'a [S],
    first: Gate<S>,
    second: Gate<S>,
}

impl<S: Symbol> Scan<'_, S> {
    /// Has the symbols of a range fetched, without waiting for them.
    #[inline]
    pub(super) fn touch(&self, range: Range<usize>) -> u16 {
        self.symbols.get(range.start).map_or(0, |symbol| symbol.wide())
    }

    /// Whether one of the symbols of a range begins a match that ends in it.
    #[inline]
    pub(super) fn is_in(&self, range: Range<usize>) -> bool {
        let mut at = range.start;
        while at < range.end {
            let window = |at: usize| self.symbols.get(at..).and_then(|rest| rest.first_chunk::<LANES>());
            let (Some(firsts), Some(seconds)) = (window(at), window(at + 1)) else { return false };
            let lanes = firsts.iter().zip(seconds).zip(LANE_BITS);
            let mut places = lanes.fold(0, |found, ((first, second), bit)| {
                found | if self.first.lets_in(*first) & self.second.lets_in(*second) { bit } else { 0 }
            });
            while places != 0 {
                let start = at + places.trailing_zeros() as usize;
                // A place in the next text finds nothing here: the range is empty then.
                if self.symbols.get(start..range.end).is_some_and(|rest| self.pattern.begins(rest)) {
                    return true;
                }
                places &= places - 1;
            }
            at += LANES;
        }
        false
    }
}

impl Machine {
    fn new(alphabet: &Alphabet, way: &Automaton) -> Self {
        let len = way.len();
        let mut machine = Self {
            word: way.word.clone(),
            is_initials: way.is_initials,
            slots: vec![0; alphabet.len()],
            live: vec![0],
            steps: vec![0; len],
            ends: vec![0],
        };
        for (symbol, readings) in alphabet.readings() {
            let syllables = readings.as_slice();
            let ends = way.ends(syllables);
            let start = machine.steps.len();
            machine.steps.extend((0..len).map(|offset| way.step(syllables, offset)));
            if ends == 0 && machine.steps.iter().skip(start).all(|step| *step == 0) {
                machine.steps.truncate(start);
                continue;
            }
            let slot = u16::try_from(machine.live.len()).unwrap_or(0);
            machine.slots.iter_mut().skip(usize::from(symbol)).take(1).for_each(|place| *place = slot);
            machine.live.push(symbol);
            machine.ends.push(ends);
        }
        machine
    }

    /// How many offsets there are.
    pub(super) fn len(&self) -> usize {
        self.word.len()
    }

    /// The letter that a symbol read from an offset begins with; none for a digit.
    pub(super) fn letter(&self, offset: usize) -> Option<u8> {
        self.word.as_bytes().get(offset).copied().filter(u8::is_ascii_lowercase)
    }

    /// Whether it is two letters, and every symbol that may be typed with the first leads on to the second: then two that stand
    /// side by side are the word.
    pub(super) fn is_two_initials(&self) -> bool {
        self.is_initials && self.len() == 2
    }

    /// The places of the symbols that lead on from one of these offsets.
    pub(super) fn live_at(&self, offsets: u64) -> impl Iterator<Item = usize> {
        (1..self.live.len()).filter(move |place| self.ends_at(*place) & offsets != 0 || self.next(*place, offsets) != 0)
    }

    /// The symbol of a place.
    pub(super) fn symbol(&self, place: usize) -> u16 {
        self.live.get(place).copied().unwrap_or(0)
    }

    /// The offsets from which the symbol of this place completes the word.
    #[inline]
    pub(super) fn ends_at(&self, place: usize) -> u64 {
        self.ends.get(place).copied().unwrap_or(0)
    }

    /// The offsets that may come after the symbol of this place at an offset.
    #[inline]
    pub(super) fn step(&self, place: usize, offset: usize) -> u64 {
        self.steps.get(place * self.word.len() + offset).copied().unwrap_or(0)
    }

    #[inline]
    fn next(&self, place: usize, mut offsets: u64) -> u64 {
        let mut next = 0;
        while offsets != 0 {
            next |= self.step(place, offsets.trailing_zeros() as usize);
            offsets &= offsets - 1;
        }
        next
    }

    /// What becomes of the word from these offsets on, where these symbols come next.
    #[inline]
    pub(super) fn follow(&self, mut offsets: u64, symbols: impl Iterator<Item = u16>) -> Course<u64> {
        for symbol in symbols {
            let place = usize::from(self.slots.get(usize::from(symbol)).copied().unwrap_or(0));
            if self.ends_at(place) & offsets != 0 {
                return Course::Ends;
            }
            offsets = self.next(place, offsets);
            if offsets == 0 {
                return Course::Fails;
            }
        }
        Course::Goes(offsets)
    }
}
