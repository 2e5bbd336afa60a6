//! Symbols in one byte each where their number allows it, else in two.

use super::symbols::NO_SYMBOL;

/// Symbols of many texts, as narrow as their number allows: Latin letters take a byte each.
#[derive(Clone, Debug)]
pub(super) enum Symbols {
    /// All are less than [`Symbol::NEVER`] of a byte.
    Narrow(Vec<u8>),
    /// Any.
    Wide(Vec<u16>),
}

/// The width of a symbol.
pub(super) trait Symbol: Copy + Ord + Send + Sync {
    /// A number that no symbol of this width has.
    const NEVER: Self;

    /// The symbol, or [`Self::NEVER`] where it does not fit.
    fn narrowed(wide: u16) -> Self;

    /// The symbol's number.
    fn wide(self) -> u16;

    /// How far it is above another one, around the end.
    fn above(self, low: Self) -> Self;
}

impl Symbol for u8 {
    const NEVER: Self = Self::MAX;

    #[inline]
    fn narrowed(wide: u16) -> Self {
        Self::try_from(wide).unwrap_or(Self::NEVER)
    }

    #[inline]
    fn wide(self) -> u16 {
        u16::from(self)
    }

    #[inline]
    fn above(self, low: Self) -> Self {
        self.wrapping_sub(low)
    }
}

impl Symbol for u16 {
    const NEVER: Self = Self::MAX;

    #[inline]
    fn narrowed(wide: u16) -> Self {
        wide
    }

    #[inline]
    fn wide(self) -> u16 {
        self
    }

    #[inline]
    fn above(self, low: Self) -> Self {
        self.wrapping_sub(low)
    }
}

impl Symbols {
    /// Adds one.
    pub(super) fn push(&mut self, symbol: u16) {
        match self {
            Self::Narrow(symbols) if symbol < u16::from(u8::NEVER) => symbols.push(u8::narrowed(symbol)),
            Self::Narrow(symbols) => {
                let mut wide = Vec::with_capacity(symbols.capacity());
                wide.extend(symbols.iter().map(|symbol| symbol.wide()));
                wide.push(symbol);
                *self = Self::Wide(wide);
            }
            Self::Wide(symbols) => symbols.push(symbol),
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Narrow(symbols) => symbols.len(),
            Self::Wide(symbols) => symbols.len(),
        }
    }

    /// Gives every symbol its final number, and adds so many of [`NO_SYMBOL`].
    pub(super) fn finish(&mut self, renumbered: &[u16], num_more: usize) {
        let renumber = |symbol: u16| renumbered.get(usize::from(symbol)).copied().unwrap_or(NO_SYMBOL);
        match self {
            Self::Narrow(symbols) => {
                for symbol in symbols.iter_mut() {
                    *symbol = u8::narrowed(renumber(symbol.wide()));
                }
                symbols.resize(symbols.len() + num_more, u8::narrowed(NO_SYMBOL));
                symbols.shrink_to_fit();
            }
            Self::Wide(symbols) => {
                for symbol in symbols.iter_mut() {
                    *symbol = renumber(*symbol);
                }
                symbols.resize(symbols.len() + num_more, NO_SYMBOL);
                symbols.shrink_to_fit();
            }
        }
    }
}
