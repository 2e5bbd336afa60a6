//! A check as a formula: `107 + 4 = 111`, `20 ÷ 52.91 = 37.8%`, its operands ready to be links.

use rust_decimal::Decimal;

use super::{
    Check, Claim, Dimension, Dossier, Figure, FigureNr, PartialDate, Qualifier, Quantity, Unit, Value, Verdict,
    form::{display_factor, format_number},
};
use crate::locale::{Lang, tr, tr_args};

/// A piece of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What is printed.
    pub text: String,
    /// The figure it stands for; none for operators, results and units.
    pub figure: Option<FigureNr>,
}

impl Check {
    /// The formula in pieces; joined with spaces it is [`Self::working`].
    pub fn terms(&self, dossier: &Dossier, lang: Lang) -> Vec<Term> {
        Formula { figures: &|nr| Some(dossier.figure(nr)), lang, terms: Vec::new() }.of(self)
    }

    /// The formula as one string.
    pub fn working(&self, dossier: &Dossier, lang: Lang) -> String {
        let texts: Vec<String> = self.terms(dossier, lang).into_iter().map(|term| term.text).collect();
        texts.join(" ")
    }

    /// Why it is refused or undecided, or what its rounding allows; none where the verdict says it all.
    pub fn reason(&self, lang: Lang) -> Option<String> {
        if let Claim::Refuse { reason, .. } = &self.claim {
            return Some(reason.get(lang).to_owned());
        }
        if let Some(open) = self.outcome.open {
            return Some(tr(lang, open.key()).into_owned());
        }
        let (low, high) = self.outcome.interval?;
        let [low, high] = [low, high].map(|end| format_number(end.normalize(), lang));
        Some(tr_args(lang, "check-rounding", &[("low", low.into()), ("high", high.into())]))
    }
}

/// The most numbers of a sum that are written out.
const MOST_SUMMANDS: usize = 24;
/// So many are written out of more.
const FIRST_SUMMANDS: usize = 3;

/// A formula being written.
struct Formula<'f, 'd> {
    figures: &'f dyn Fn(FigureNr) -> Option<&'d Figure>,
    lang: Lang,
    terms: Vec<Term>,
}

impl<'d> Formula<'_, 'd> {
    fn of(mut self, check: &Check) -> Vec<Term> {
        match &check.claim {
            Claim::Sum { parts, whole } => {
                self.summands(check, parts, *whole);
                self.conclude(check, *whole);
            }
            Claim::SumAtMost { parts, whole } => {
                self.summands(check, parts, *whole);
                if parts.len() > 1 {
                    self.result(check, *whole);
                }
                self.limit(check.outcome.verdict, *whole);
            }
            Claim::AtMost { small, large } => {
                self.operands(&[*small], "+", self.quantity(*large));
                self.limit(check.outcome.verdict, *large);
            }
            Claim::Count { items, stated } => {
                self.word(tr_args(self.lang, "check-listed", &[("count", (items.len() + check.unlisted).into())]));
                self.stated(check, *stated);
            }
            Claim::Ratio { part, whole, share } => {
                self.operands(&[*part, *whole], "÷", self.quantity(*whole));
                self.conclude(check, *share);
            }
            Claim::Before { dates } => self.order(dates),
            Claim::Refuse { op, of, .. } => self.refused(op, of),
        }
        self.terms
    }

    fn quantity(&self, nr: FigureNr) -> Option<&'d Quantity> {
        match &(self.figures)(nr)?.value {
            Value::Quantity(quantity) => Some(quantity),
            Value::Date(_) | Value::Words => None,
        }
    }

    fn word(&mut self, text: impl Into<String>) {
        self.terms.push(Term { text: text.into(), figure: None });
    }

    /// What is added; of a long list the first few, and how many there are.
    fn summands(&mut self, check: &Check, parts: &[FigureNr], whole: FigureNr) {
        let num = parts.len() + check.unlisted;
        if num <= MOST_SUMMANDS {
            return self.operands(parts, "+", self.quantity(whole));
        }
        self.operands(parts.get(..FIRST_SUMMANDS).unwrap_or(parts), "+", self.quantity(whole));
        self.word("+");
        self.word(tr_args(self.lang, "check-summands", &[("count", num.into())]));
    }

    /// Figures with an operator between them, in `unit_of`'s unit where they can be converted.
    fn operands(&mut self, figures: &[FigureNr], operator: &str, unit_of: Option<&Quantity>) {
        for (place, nr) in figures.iter().enumerate() {
            if place > 0 {
                self.word(operator);
            }
            let text = self.operand(*nr, unit_of);
            self.terms.push(Term { text, figure: Some(*nr) });
        }
    }

    fn operand(&self, nr: FigureNr, unit_of: Option<&Quantity>) -> String {
        match (self.quantity(nr), unit_of) {
            (Some(quantity), Some(whole)) if quantity.unit.is_comparable(&whole.unit) => {
                let is_share = quantity.unit.dimension == Dimension::Share;
                if is_share { quantity.format(self.lang) } else { quantity.parts_beside(whole, self.lang).to_string() }
            }
            (Some(quantity), _) => quantity.format(self.lang),
            (None, _) => (self.figures)(nr).map(|figure| figure.display(self.lang)).unwrap_or_default(),
        }
    }

    /// Dates with the sign that holds between each two.
    fn order(&mut self, dates: &[FigureNr]) {
        let mut earlier: Option<PartialDate> = None;
        for (place, nr) in dates.iter().enumerate() {
            let later = (self.figures)(*nr).and_then(Figure::date);
            if place > 0 {
                self.word(earlier.zip(later).map_or("?", |(earlier, later)| earlier.sign(later)));
            }
            self.operands(&[*nr], "", None);
            earlier = later;
        }
    }

    /// `= 111`, or `= 112 ≠ 111`, and the unit.
    fn conclude(&mut self, check: &Check, whole: FigureNr) {
        let verdict = check.outcome.verdict;
        let is_ratio = matches!(check.claim, Claim::Ratio { .. });
        if verdict == Verdict::Disagrees || (verdict == Verdict::Rounding && !is_ratio) {
            self.result(check, whole);
        }
        self.stated(check, whole);
        self.unit(whole);
    }

    /// The sign between the left side and what is stated, and that.
    fn stated(&mut self, check: &Check, whole: FigureNr) {
        let qualifier = self.quantity(whole).map(|whole| whole.qualifier);
        let verdict = check.outcome.verdict;
        self.word(match (verdict, qualifier) {
            (Verdict::Agrees | Verdict::Refused, _) => "=",
            (Verdict::Rounding, _) if matches!(check.claim, Claim::Ratio { .. }) => "=",
            (Verdict::Rounding, _) => "≈",
            (Verdict::Disagrees, _) => "≠",
            (Verdict::Undecided, _) => "?",
            (Verdict::Bound, Some(Qualifier::AtLeast)) => "≥",
            (Verdict::Bound, Some(Qualifier::AtMost)) => "≤",
            (Verdict::Bound, _) => "~",
        });
        let text = self.operand(whole, self.quantity(whole));
        // The sign says it already.
        let text = if verdict == Verdict::Bound { text.trim_start_matches("≤ ").trim_end_matches('+').to_owned() } else { text };
        self.terms.push(Term { text, figure: Some(whole) });
    }

    /// `= 17.37`, where there is one number.
    fn result(&mut self, check: &Check, whole: FigureNr) {
        let Some((result, whole)) = check.outcome.result.zip(self.quantity(whole)) else { return };
        let shown = result.checked_mul(display_factor(whole, self.lang)).unwrap_or(result);
        // Two digits more than printed are enough to see by how much a ratio misses.
        let decimals = if matches!(check.claim, Claim::Ratio { .. }) { whole.number.scale() + 2 } else { Decimal::MAX_SCALE };
        let number = format_number(shown.round_dp(decimals).normalize(), self.lang);
        let percent = if whole.unit.dimension == Dimension::Share { whole.unit.base_name().to_owned() } else { String::new() };
        self.word("=");
        self.word(format!("{number}{percent}"));
    }

    /// `≤ 43.56`, and the unit.
    fn limit(&mut self, verdict: Verdict, whole: FigureNr) {
        let operator = match verdict {
            Verdict::Disagrees => ">",
            Verdict::Undecided => "?",
            _ => "≤",
        };
        self.word(operator);
        self.operands(&[whole], "", self.quantity(whole));
        self.unit(whole);
    }

    /// The unit of the formula, once, at its end.
    fn unit(&mut self, whole: FigureNr) {
        let Some(whole) = self.quantity(whole) else { return };
        let unit = whole.formula_unit(self.lang);
        if unit.is_empty() || whole.unit.dimension == Dimension::Share {
            return;
        }
        // `CNY billion` stands apart from the number that it is the unit of.
        let is_money = whole.unit.dimension.is_money() && self.lang == Lang::En;
        self.word(if is_money { format!("({unit})") } else { unit });
    }

    fn refused(&mut self, op: &str, of: &[FigureNr]) {
        let last = of.last().and_then(|nr| self.quantity(*nr));
        let is_alike = last.is_some_and(|last| {
            let is_like = |unit: &Unit| {
                unit.is_comparable(&last.unit) || (unit.dimension, last.unit.dimension) == (Dimension::Count, Dimension::Count)
            };
            of.iter().all(|nr| self.quantity(*nr).is_some_and(|quantity| is_like(&quantity.unit)))
        });
        let is_count = last.is_some_and(|last| last.unit.dimension == Dimension::Count);
        // Counts are printed bare: the reason says that they count different things.
        let unit_of = last.filter(|_| is_alike);
        for (place, nr) in of.iter().enumerate() {
            if place > 0 {
                // What only looks equal is named side by side: an equals sign would claim it.
                let and = tr(self.lang, "check-and");
                self.word(if op == "=" { &and } else { op });
            }
            let text = match self.quantity(*nr) {
                Some(quantity) if is_count && is_alike => quantity.parts_beside(quantity, self.lang).to_string(),
                _ => self.operand(*nr, unit_of),
            };
            self.terms.push(Term { text, figure: Some(*nr) });
        }
        if let (true, Some(last)) = (is_alike, of.last()) {
            self.unit(*last);
        }
    }
}

#[cfg(test)]
#[path = "working_tests.rs"]
mod tests;
