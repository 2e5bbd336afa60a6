//! A word as it is looked for among symbols: letter by letter, or as one of the ways to type it.

use std::ops::Range;

use super::{
    symbols::{Alphabet, Span},
    typed::Automaton,
};

/// A word, or a way to type it, in the symbols of one column.
#[derive(Debug)]
pub(super) struct Pattern {
    pub kind: Kind,
    /// What the first symbol of a match may be, and the second.
    first: Gate,
    second: Gate,
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
    len: usize,
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
struct Gate {
    low: u16,
    /// How many there are after the lowest.
    num: u16,
    /// From here on all.
    special: u16,
}

impl Gate {
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
        Self { special, ..Self::of_span(span.unwrap_or((u16::MAX, u16::MAX))) }
    }

    #[expect(clippy::needless_bitwise_bool, reason = "a branch would keep the compiler from looking at many places together")]
    #[inline]
    fn lets_in(self, symbol: u16) -> bool {
        (symbol.wrapping_sub(self.low) <= self.num) | (symbol >= self.special)
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

    /// Whether one of these symbols begins a match that ends among them; after the range there is room for [`LANES`] more.
    #[inline]
    pub(super) fn is_in(&self, symbols: &[u16], range: Range<usize>) -> bool {
        let mut at = range.start;
        while at < range.end {
            let window = |at: usize| symbols.get(at..).and_then(|rest| rest.first_chunk::<LANES>());
            let (Some(firsts), Some(seconds)) = (window(at), window(at + 1)) else { return false };
            let lanes = firsts.iter().zip(seconds).zip(LANE_BITS);
            let mut places = lanes.fold(0, |found, ((first, second), bit)| {
                found | if self.first.lets_in(*first) & self.second.lets_in(*second) { bit } else { 0 }
            });
            while places != 0 {
                let start = at + places.trailing_zeros() as usize;
                // A place in the next text finds nothing here: the range is empty then.
                if symbols.get(start..range.end).is_some_and(|rest| self.begins(rest)) {
                    return true;
                }
                places &= places - 1;
            }
            at += LANES;
        }
        false
    }

    fn begins(&self, symbols: &[u16]) -> bool {
        match &self.kind {
            Kind::Literal(spans) => {
                symbols.len() >= spans.len() && spans.iter().zip(symbols).all(|((low, high), symbol)| low <= symbol && symbol <= high)
            }
            Kind::Typed(machine) => machine.begins(symbols),
        }
    }
}

impl Machine {
    fn new(alphabet: &Alphabet, way: &Automaton) -> Self {
        let len = way.len();
        let mut machine = Self { len, slots: vec![0; alphabet.len()], live: vec![0], steps: vec![0; len], ends: vec![0] };
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
        self.len
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
        self.steps.get(place * self.len + offset).copied().unwrap_or(0)
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

    fn begins(&self, symbols: &[u16]) -> bool {
        let mut offsets = 1;
        for symbol in symbols {
            let place = usize::from(self.slots.get(usize::from(*symbol)).copied().unwrap_or(0));
            if self.ends_at(place) & offsets != 0 {
                return true;
            }
            offsets = self.next(place, offsets);
            if offsets == 0 {
                return false;
            }
        }
        false
    }
}
