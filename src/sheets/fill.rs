//! Columns of figures: the typed value to sort by, the form as written to read.

use rust_decimal::Decimal;

use super::{name, units::units, written};
use crate::{
    dossier::{Dossier, Figure, FigureNr, Moment, Per, Qualifier, Quantity, Status, Unit},
    locale::{Bilingual, Lang},
    table::{Addition, ChoiceBuilder, Column, Date, DateBuilder, Nature, NumberBuilder, TextBuilder},
};

/// A cell of a column of numbers: what it sorts by, in the base unit, and how it reads.
#[derive(Clone, Debug, Default)]
pub(super) struct NumberCell {
    pub(super) number: Option<Decimal>,
    pub(super) written: Option<Bilingual>,
    /// What the number is of; none for one of our own.
    pub(super) kind: Option<Kind>,
}

/// What a quantity is beside how large it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Kind {
    is_exact: bool,
    unit: Unit,
    per: Option<Per>,
}

impl Kind {
    pub(super) fn of(quantity: &Quantity) -> Self {
        Self { is_exact: quantity.qualifier == Qualifier::Exact, unit: quantity.unit.clone(), per: quantity.per }
    }
}

/// The measures of a column, numbered as they turn up.
#[derive(Default)]
struct Measures(Vec<(Unit, Option<Per>)>);

impl Measures {
    fn nature(&mut self, builder: &mut NumberBuilder, is_exact: bool, unit: &Unit, per: Option<Per>) -> Nature {
        let known = self.0.iter().position(|(other, other_per)| other.is_comparable(unit) && *other_per == per);
        let measure = known.and_then(|known| u16::try_from(known).ok()).unwrap_or_else(|| {
            self.0.push((unit.clone(), per));
            builder.measure(units(unit, per))
        });
        Nature { is_exact, measure }
    }
}

impl NumberCell {
    /// The cell of a figure; a bound sorts by its number.
    pub(super) fn of(dossier: &Dossier, nr: Option<FigureNr>) -> Self {
        let Some(figure) = nr.map(|nr| dossier.figure(nr)) else { return Self::default() };
        let quantity = figure.quantity();
        Self {
            number: quantity.map(Quantity::sort_key),
            written: Some(Bilingual::from_fn(|lang| written(figure, lang))),
            kind: quantity.map(Kind::of),
        }
    }
}

/// A column of numbers; each of its measures has the units that its figures are written in. `found_by` are words that find
/// every one of them.
pub(super) fn number_column(id: &str, name: Bilingual, addition: Addition, cells: &[NumberCell], found_by: &[&str]) -> Column {
    let mut builder = NumberBuilder::default().addition(addition);
    let mut measures = Measures::default();
    for NumberCell { number, written, kind } in cells {
        if let Some(kind) = kind {
            let nature = measures.nature(&mut builder, kind.is_exact, &kind.unit, kind.per);
            builder.next(nature);
        }
        builder.push_found(*number, written.as_ref().map(|text| (text.zh.as_str(), text.en.as_str())), found_by);
    }
    Column::new(id, name, builder)
}

/// A column of numbers that is filled as rows pass by; otherwise as [`number_column`].
pub(super) struct Amounts {
    id: &'static str,
    builder: NumberBuilder,
    measures: Measures,
}

impl Amounts {
    pub(super) fn new(id: &'static str, addition: Addition) -> Self {
        Self { id, builder: NumberBuilder::default().addition(addition), measures: Measures::default() }
    }

    /// Adds the figure of a row; a bound sorts by its number.
    pub(super) fn push(&mut self, figure: Option<&Figure>) {
        let Some(figure) = figure else { return self.builder.push(None) };
        let number = figure.quantity().map(|quantity| self.number(quantity));
        self.builder.push_lazily(number, &figure.text, || written(figure, Lang::En));
    }

    /// Adds a row that reads as this text, and sorts by a quantity that is part of it.
    pub(super) fn push_text(&mut self, quantity: Option<&Quantity>, text: &Bilingual) {
        let number = quantity.map(|quantity| self.number(quantity));
        self.builder.push_written(number, Some((&text.zh, &text.en)));
    }

    fn number(&mut self, quantity: &Quantity) -> Decimal {
        let Quantity { qualifier, unit, per, .. } = quantity;
        let nature = self.measures.nature(&mut self.builder, *qualifier == Qualifier::Exact, unit, *per);
        self.builder.next(nature);
        quantity.sort_key()
    }

    pub(super) fn finish(self, name: Bilingual) -> Column {
        Column::new(self.id, name, self.builder)
    }
}

/// A column of dates that is filled as rows pass by; otherwise as [`date_column`].
#[derive(Default)]
pub(super) struct Moments(DateBuilder);

impl Moments {
    pub(super) fn push(&mut self, moment: Option<&Moment>) {
        match moment {
            Some(moment) => self.0.push_lazily(date(moment), &moment_text(moment, Lang::Zh), || moment_text(moment, Lang::En)),
            None => self.0.push(None),
        }
    }

    pub(super) fn finish(self, id: &str, name: Bilingual) -> Column {
        Column::new(id, name, self.0)
    }
}

/// A column of dates.
pub(super) fn date_column<'a>(id: &str, name: Bilingual, moments: impl IntoIterator<Item = Option<&'a Moment>>) -> Column {
    let mut builder = DateBuilder::default();
    for moment in moments {
        let text = moment.map(|moment| Bilingual::from_fn(|lang| moment_text(moment, lang)));
        builder.push_written(moment.and_then(date), text.as_ref().map(|text| (text.zh.as_str(), text.en.as_str())));
    }
    Column::new(id, name, builder)
}

/// A column of texts in both languages.
pub(super) fn text_column(id: &str, name: Bilingual, texts: impl IntoIterator<Item = Option<Bilingual>>) -> Column {
    let mut builder = TextBuilder::default();
    for text in texts {
        match text.filter(|text| !text.zh.is_empty()) {
            Some(text) => builder.push_with(&text.zh, &text.en, &[]),
            None => builder.push(None),
        }
    }
    Column::new(id, name, builder)
}

/// A column of statuses.
pub(super) fn statuses<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Column {
    let mut builder = ChoiceBuilder::from_names(Status::ALL.map(|status| (status.code(), name(&format!("status-{}", status.code())))));
    for figure in figures {
        builder.push_id(figure.status.map(Status::code));
    }
    Column::new("status", name("column-status"), builder)
}

/// The unit; a counting word stays as written, for English has none.
pub(super) fn unit(figure: &Figure) -> Option<Bilingual> {
    // 三大 counts with an adjective, which is no unit.
    let unit = &figure.quantity()?.unit;
    (unit.name != "大").then(|| Bilingual::from_fn(|lang| unit.called(lang)))
}

/// A time as it reads in a column: the date, or the report's words where it has none.
pub(super) fn moment_text(moment: &Moment, lang: Lang) -> String {
    match (moment.date, lang) {
        (Some(date), _) => date.to_string(),
        (None, Lang::Zh) => moment.text.clone(),
        (None, Lang::En) => crate::locale::tr(lang, "column-as-of-unclear").into_owned(),
    }
}

fn date(moment: &Moment) -> Option<Date> {
    moment.date.and_then(|date| Date::new(date.year, date.month, date.day))
}
