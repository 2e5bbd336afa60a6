//! Which values may have a word, by the symbols they have, by what often follows these, and by initials side by side.

use std::{collections::BTreeMap, iter::once};

use super::{
    bits::Bits,
    cancel::Cancel,
    contexts::Contexts,
    neighbours::Neighbours,
    packed::Symbol,
    pattern::{Course, Kind, Machine, Pattern, follow},
    postings::Postings,
    symbols::{Alphabet, Span},
};

/// Values that may have a word.
#[derive(Debug)]
pub(super) struct Candidates {
    /// Those that have it without another look: it is one symbol, two initials, or part of a text that many values have.
    pub sure: Bits,
    /// Those that have what it takes; the sure ones may be among them.
    pub maybe: Bits,
}

/// The values of a dictionary by the symbols they have.
#[derive(Clone, Debug)]
pub(super) struct Occurrences {
    /// What is kept apart for each symbol.
    pub contexts: Contexts,
    /// By key of a symbol in a context.
    pub postings: Postings,
    /// By the letters with which two symbols side by side are typed first.
    pub neighbours: Neighbours,
}

impl Occurrences {
    /// What is known of so many values; `value` tells the symbols of each.
    pub(super) fn new<'a, S: Symbol + 'a>(alphabet: &Alphabet, num_values: u32, value: impl Fn(u32) -> &'a [S] + Copy) -> Self {
        let contexts = Contexts::new(alphabet.len(), num_values, value);
        let postings = Postings::new(contexts.num_keys(), num_values as usize, || {
            (0..num_values).flat_map(|nr| {
                let own = value(nr);
                let rests = (0..own.len()).filter_map(|from| own.get(from..));
                rests.filter_map(|rest| contexts.key(rest)).map(move |key| (key, nr))
            })
        });
        Self { contexts, postings, neighbours: Neighbours::new(alphabet, num_values, value) }
    }
}

impl Candidates {
    /// The values of which it is known what they have; `None` if the work was to stop.
    pub(super) fn new(known: &Occurrences, num_values: usize, pattern: &Pattern, cancel: &Cancel) -> Option<Self> {
        match &pattern.kind {
            Kind::Literal(spans) => literal(known, num_values, spans, cancel),
            Kind::Typed(machine) => typed(known, num_values, machine, cancel),
        }
    }
}

fn literal(known: &Occurrences, num_values: usize, spans: &[Span], cancel: &Cancel) -> Option<Candidates> {
    let (mut sure, mut maybe) = (Bits::none(num_values), Bits::all(num_values));
    for (nr, (low, high)) in spans.iter().enumerate() {
        cancel.go_on()?;
        let mut has_it = Bits::none(num_values);
        for symbol in *low..=*high {
            for (key, text) in known.contexts.keys(symbol) {
                match follow(spans.get(nr..).unwrap_or_default(), once(symbol).chain(text.iter().copied())) {
                    Course::Fails => {}
                    Course::Ends if nr == 0 => known.postings.add_to(key, &mut sure),
                    Course::Ends | Course::Goes(()) => known.postings.add_to(key, &mut has_it),
                }
            }
        }
        maybe.and(&has_it);
    }
    Some(Candidates { sure, maybe })
}

/// If fewer than one in so many values have the end of a word, looking at each costs less than asking for its beginning.
const MANY: usize = if cfg!(test) { 3 } else { 64 };

/// The offsets that can be reached in a word, and those that every way through it passes, as bits.
fn course(machine: &Machine) -> (u64, u64) {
    let (mut reached, mut passed) = (1_u64, u64::MAX);
    for offset in (0..machine.len()).filter(|offset| *offset < 64) {
        if reached >> offset & 1 == 0 {
            continue;
        }
        let places = || machine.live_at(1 << offset);
        let to = places().fold(0, |to, place| to | machine.step(place, offset));
        let is_end = places().any(|place| machine.ends_at(place) >> offset & 1 == 1);
        reached |= to;
        let farthest = if is_end { u64::MAX } else { u64::MAX.checked_shr(to.leading_zeros() + 1).unwrap_or(0) };
        // Those between here and the farthest step are left out on some way.
        passed &= !(farthest & !(u64::MAX >> (63 - offset)));
    }
    (reached, passed)
}

/// From the back: the values from which the rest of the word can be had, by the offset it begins at.
fn typed(known: &Occurrences, num_values: usize, machine: &Machine, cancel: &Cancel) -> Option<Candidates> {
    let none = || Bits::none(num_values);
    let (reached, passed) = course(machine);
    let mut rests: Vec<Option<Bits>> = vec![None; machine.len()];
    let mut sure = none();
    for offset in (0..machine.len()).rev().filter(|offset| reached >> offset & 1 == 1) {
        let mut ends = none();
        // By the offsets stepped to, and whether the next symbol stands right beside.
        let mut steps: BTreeMap<(u64, bool), Bits> = BTreeMap::new();
        for place in machine.live_at(1 << offset) {
            cancel.go_on()?;
            let symbol = machine.symbol(place);
            for (key, text) in known.contexts.keys(symbol) {
                let set = match machine.follow(1 << offset, once(symbol).chain(text.iter().copied())) {
                    Course::Fails => continue,
                    Course::Ends => &mut ends,
                    Course::Goes(to) => steps.entry((to, text.is_empty() && known.neighbours.is_kept(symbol))).or_insert_with(none),
                };
                known.postings.add_to(key, set);
            }
        }
        if offset == 0 {
            sure.or(&ends);
        }
        for ((to, is_beside), mut set) in steps {
            let mut rest = none();
            let wanted = rests.iter().enumerate().filter(|(offset, _)| to >> offset & 1 == 1);
            wanted.filter_map(|(_, other)| other.as_ref()).for_each(|other| rest.or(other));
            set.and(&rest);
            if is_beside && let Some(beside) = beside(known, machine, offset, to, num_values) {
                set.and(&beside);
                if machine.is_two_initials() {
                    sure.or(&set);
                }
            }
            ends.or(&set);
        }
        if offset > 0 && passed >> offset & 1 == 1 && ends.count() as usize * MANY < num_values {
            return Some(Candidates { sure, maybe: ends });
        }
        rests.iter_mut().skip(offset).take(1).for_each(|rest| *rest = Some(ends.clone()));
    }
    let maybe = rests.into_iter().next().flatten().unwrap_or_else(none);
    Some(Candidates { sure, maybe })
}

/// The values in which a symbol that is read from one of `to` stands beside one read from `offset`; none if that is not known.
fn beside(known: &Occurrences, machine: &Machine, offset: usize, to: u64, num_values: usize) -> Option<Bits> {
    let first = machine.letter(offset)?;
    let mut beside = Bits::none(num_values);
    for to in (0..machine.len()).filter(|next| to >> next & 1 == 1) {
        known.neighbours.add_to(first, machine.letter(to)?, &mut beside);
    }
    Some(beside)
}
