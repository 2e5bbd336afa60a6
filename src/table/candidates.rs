//! Which values may have a word, by the symbols they have, wherever these stand.

use super::{
    bits::Bits,
    cancel::Cancel,
    pattern::{Kind, Machine, Pattern},
    postings::Postings,
    symbols::Span,
};

/// Values that may have a word.
#[derive(Debug)]
pub(super) struct Candidates {
    /// Those that have it without another look: it is one symbol.
    pub sure: Bits,
    /// Those that have all its symbols; the sure ones may be among them.
    pub maybe: Bits,
}

impl Candidates {
    /// The values of which `postings` tells the symbols; `None` if the work was to stop.
    pub(super) fn new(postings: &Postings, num_values: usize, pattern: &Pattern, cancel: &Cancel) -> Option<Self> {
        match &pattern.kind {
            Kind::Literal(spans) => literal(postings, num_values, spans, cancel),
            Kind::Typed(machine) => typed(postings, num_values, machine, cancel),
        }
    }
}

fn literal(postings: &Postings, num_values: usize, spans: &[Span], cancel: &Cancel) -> Option<Candidates> {
    let mut maybe = Bits::all(num_values);
    let mut distinct = spans.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    for (low, high) in distinct {
        cancel.go_on()?;
        let mut has_it = Bits::none(num_values);
        (low..=high).for_each(|symbol| postings.add_to(symbol, &mut has_it));
        maybe.and(&has_it);
    }
    let none = Bits::none(num_values);
    Some(if spans.len() == 1 { Candidates { sure: maybe, maybe: none } } else { Candidates { sure: none, maybe } })
}

/// From the back: the values from which the rest of the word can be had, by the offset it begins at.
fn typed(postings: &Postings, num_values: usize, machine: &Machine, cancel: &Cancel) -> Option<Candidates> {
    let none = || Bits::none(num_values);
    let mut reached = 1_u64;
    for offset in 0..machine.len() {
        if reached >> offset & 1 == 1 {
            reached = machine.live_at(1 << offset).fold(reached, |reached, place| reached | machine.step(place, offset));
        }
    }
    let mut rests: Vec<Option<Bits>> = vec![None; machine.len()];
    let mut sure = none();
    for offset in (0..machine.len()).rev().filter(|offset| reached >> offset & 1 == 1) {
        let mut ends = none();
        let mut steps: Vec<(u64, Bits)> = Vec::new();
        for place in machine.live_at(1 << offset) {
            cancel.go_on()?;
            let to = machine.step(place, offset);
            let set = if machine.ends_at(place) >> offset & 1 == 1 {
                &mut ends
            } else if let Some(nr) = steps.iter().position(|(known, _)| *known == to)
                && let Some((_, set)) = steps.get_mut(nr)
            {
                set
            } else {
                &mut steps.push_mut((to, none())).1
            };
            postings.add_to(machine.symbol(place), set);
        }
        if offset == 0 {
            sure.or(&ends);
        }
        for (to, mut set) in steps {
            let mut rest = none();
            let wanted = rests.iter().enumerate().filter(|(offset, _)| to >> offset & 1 == 1);
            wanted.filter_map(|(_, rest)| rest.as_ref()).for_each(|known| rest.or(known));
            set.and(&rest);
            ends.or(&set);
        }
        rests.iter_mut().skip(offset).take(1).for_each(|rest| *rest = Some(ends.clone()));
    }
    let maybe = rests.into_iter().next().flatten().unwrap_or_else(none);
    Some(Candidates { sure, maybe })
}
