//! Quantities as the parts that columns align, and as lengths of bars.

use crate::{
    dossier::{Dimension, Dossier, FigureNr, MoneyUnit, Parts, Quantity},
    locale::{Lang, count_text, grouped},
    ui::number::NumberParts,
};

/// How many projects stand for all of a large dossier, where what all have in common is asked.
pub(super) const MOST_LOOKED_AT: usize = 1000;

/// A formatted number, owned so that its parts can be borrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Number {
    integer: String,
    fraction: String,
    unit: String,
    is_odd: bool,
}

impl Number {
    /// Money in the unit of its column, which an English header has; as written, another unit than the usual one is odd.
    pub(super) fn money(quantity: &Quantity, lang: Lang, unit: MoneyUnit) -> Self {
        match quantity.parts_in_yuan(lang, unit) {
            Some(parts) if lang == Lang::En => Self::new(Parts { unit: String::new(), currency: String::new(), ..parts }),
            Some(parts) => Self::new(parts),
            None => {
                let (own, usual) = (quantity.parts(lang), quantity.parts_in_yuan(lang, usual(lang)));
                Self { is_odd: usual.is_none_or(|usual| usual.unit != own.unit), ..Self::new(own) }
            }
        }
    }

    /// What amounts of a column come to: where each has its own unit, in the one that most have.
    pub(super) fn money_total(quantity: &Quantity, lang: Lang, unit: MoneyUnit) -> Self {
        let unit = if lang == Lang::Zh && unit == MoneyUnit::AsWritten { usual(lang) } else { unit };
        let total = Self::money(quantity, lang, unit);
        // What a report writes stays as it writes it; what comes of a million rows is ours to set.
        if lang == Lang::Zh && total.integer.len() > 4 { Self { integer: grouped(&total.integer), ..total } } else { total }
    }

    /// Money among other figures, with its unit.
    pub(super) fn any(quantity: &Quantity, lang: Lang, unit: MoneyUnit) -> Self {
        Self::new(quantity.parts_in_yuan(lang, unit).unwrap_or_else(|| quantity.parts(lang)))
    }

    /// A number with the qualifier before and after it.
    pub(super) fn new(parts: Parts) -> Self {
        let before = [parts.before.as_str(), parts.currency.as_str(), parts.integer.as_str()];
        let integer = before.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        Self { integer, fraction: parts.fraction + &parts.after, unit: parts.unit, is_odd: false }
    }

    /// How many there are.
    pub(super) fn count(lang: Lang, count: u32) -> Self {
        Self { integer: count_text(lang, count), ..Self::default() }
    }

    /// The same without its unit, which the header has.
    pub(super) fn bare(parts: Parts) -> Self {
        Self { unit: String::new(), ..Self::new(parts) }
    }

    /// Its parts.
    pub(super) fn parts(&self) -> NumberParts<'_> {
        NumberParts { integer: &self.integer, fraction: &self.fraction, unit: &self.unit, is_odd_unit: self.is_odd }
    }
}

/// The unit that most amounts of a language are written in.
fn usual(lang: Lang) -> MoneyUnit {
    if lang == Lang::Zh { MoneyUnit::Yi } else { MoneyUnit::Million }
}

/// The quantity of a slot that may be empty.
pub(super) fn of(dossier: &Dossier, nr: Option<FigureNr>) -> Option<&Quantity> {
    dossier.figure(nr?).quantity()
}

/// The currency that amounts of projects are drawn in: yuan, or dollars where no project has yuan.
///
/// A report gives no rate, so an amount in the other one has no length beside them.
pub(super) fn investment_dimension(dossier: &Dossier) -> Option<Dimension> {
    let projects = (0..dossier.projects.len().min(MOST_LOOKED_AT)).filter_map(|row| dossier.projects.get(row));
    let mut dimensions = projects.filter_map(|project| Some(of(dossier, project.investment)?.unit.dimension));
    let first = dimensions.next()?;
    let has_yuan = first == Dimension::Yuan || dimensions.any(|dimension| dimension == Dimension::Yuan);
    Some(if has_yuan { Dimension::Yuan } else { first })
}

/// A quantity in base units as a length; only bars are drawn from it.
pub(super) fn length(quantity: &Quantity) -> f32 {
    quantity.sort_key().to_string().parse().unwrap_or(0.0)
}
