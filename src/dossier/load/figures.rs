//! The figure object: value, status, time, origin and evidence, checked against the slot it stands in.

use super::{
    builder::Builder,
    evidence::{LONGEST_PHRASE, carried, evidence},
    fields::{Fields, Sink},
    json::{At, Json},
    labels::Label,
    meta::{date, is_id},
    problem::quoted,
};
use crate::{
    dossier::{Basis, Dimension, Figure, FigureId, FigureNr, Home, Meta, Moment, NotAQuantity, Origin, Per, Quantity, Status, Value},
    locale::Bilingual,
};

/// What a slot takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Expect {
    Any,
    Quantity,
    Money,
    Count,
    Days,
    Capacity,
    Date,
    Words,
}

impl Expect {
    fn takes(self, value: &Value) -> bool {
        let dimension = match value {
            Value::Quantity(quantity) => Some(quantity.unit.dimension),
            Value::Date(_) | Value::Words => None,
        };
        match self {
            Self::Any => true,
            Self::Quantity => dimension.is_some(),
            Self::Money => dimension.is_some_and(Dimension::is_money),
            Self::Count => dimension == Some(Dimension::Count),
            Self::Days => dimension == Some(Dimension::Days),
            Self::Capacity => matches!(dimension, Some(Dimension::Mass | Dimension::Volume | Dimension::Count)),
            Self::Date => matches!(value, Value::Date(_)),
            Self::Words => *value == Value::Words,
        }
    }

    fn describe(self) -> &'static str {
        match self {
            Self::Any => "a figure",
            Self::Quantity => "a number with a unit such as 20公里",
            Self::Money => "an amount of money such as 1.8亿元",
            Self::Count => "a count such as 56个",
            Self::Days => "a number of days such as 最多10天",
            Self::Capacity => "a mass, a volume or a count such as 1万吨",
            Self::Date => "a date: `text` with `date`",
            Self::Words => "words: `words` with `english`",
        }
    }
}

/// Where a figure stands, and what its place says of it.
pub(super) struct Slot {
    /// Its id.
    pub(super) id: String,
    /// Its label; none where the figure carries one.
    pub(super) label: Option<Label>,
    /// The row's name, to stand before a label that the figure carries.
    pub(super) row: Option<Bilingual>,
    pub(super) expect: Expect,
    pub(super) home: Home,
    /// The status that the slot's name says.
    pub(super) status: Option<Status>,
}

const STATUSES: [(&str, Status); 7] = [
    ("planned", Status::Planned),
    ("built", Status::Built),
    ("trial", Status::Trial),
    ("potential", Status::Potential),
    ("target", Status::Target),
    ("forecast", Status::Forecast),
    ("unclear", Status::Unclear),
];
const ORIGINS: [(&str, Origin); 3] = [("stated", Origin::Stated), ("computed", Origin::Computed), ("editorial", Origin::Editorial)];
const DATE_BASES: [(&str, Basis); 3] = [("stated", Basis::Stated), ("relative", Basis::Relative), ("inferred", Basis::Inferred)];
const BASES: [(&str, Basis); 5] = [
    ("stated", Basis::Stated),
    ("relative", Basis::Relative),
    ("inferred", Basis::Inferred),
    ("report", Basis::Report),
    ("unclear", Basis::Unclear),
];

impl Builder<'_> {
    /// Reads the figure in a slot.
    pub(super) fn figure(&mut self, json: Json<'_>, at: &At<'_>, slot: Slot, sink: &mut Sink<'_>) -> Option<FigureNr> {
        let Some(fields) = Fields::of(json, at, sink) else {
            self.break_figure(slot.id);
            return None;
        };
        self.figure_of(fields, at, slot, sink)
    }

    /// Reads a figure whose fields are partly taken.
    pub(super) fn figure_of(&mut self, mut fields: Fields<'_>, at: &At<'_>, slot: Slot, sink: &mut Sink<'_>) -> Option<FigureNr> {
        let label = match slot.label {
            Some(label) => Some(label),
            None => fields.need_bilingual("label", at, sink).map(|short| self.labels.fact(slot.row.as_ref(), short)),
        };
        let value = value(&mut fields, at, slot.expect, sink);
        let status = fields.choice("status", at, sink, &STATUSES);
        if let (Some(forced), Some(given)) = (slot.status, status)
            && forced != given
        {
            sink.problem(&at.key("status"), quoted(given.code()), format!("{}, which the field says, or nothing", forced.code()));
        }
        let as_of = fields.take("as_of").and_then(|json| as_of(json, &at.key("as_of"), self.meta, sink));
        let origin = fields.choice("origin", at, sink, &ORIGINS).unwrap_or_default();
        let [scope, condition, note] = ["scope", "condition", "note"].map(|name| fields.bilingual(name, at, sink));
        let evidence = evidence(&mut fields, at, origin, self.meta, sink);
        fields.finish(at, sink);
        let (Some((text, english, value)), Some(label)) = (value, label) else {
            self.break_figure(slot.id);
            return None;
        };
        if origin == Origin::Stated && value != Value::Words {
            carried(&text, &evidence, at, sink);
        }
        let (id, status) = (FigureId(slot.id.into()), slot.status.or(status));
        let is_item = false;
        let Label { full: label, short } = label;
        let figure = Figure {
            id,
            label,
            short,
            text,
            english,
            value,
            status,
            as_of,
            scope,
            condition,
            note,
            origin,
            evidence,
            home: slot.home,
            is_item,
        };
        self.add(figure, at, sink)
    }

    /// Reads an array of figures that carry their own ids and labels.
    pub(super) fn facts(
        &mut self,
        fields: &mut Fields<'_>,
        at: &At<'_>,
        (prefix, row, home): (&str, Option<&Bilingual>, Home),
        sink: &mut Sink<'_>,
    ) -> Vec<FigureNr> {
        let mut facts = Vec::new();
        let place = at.key("facts");
        for (index, json) in fields.array("facts", at, sink).enumerate() {
            let at = place.index(index);
            let Some(mut fields) = Fields::of(json, &at, sink) else {
                self.leave_unread(sink.file);
                continue;
            };
            let id = fields.need_text("id", &at, sink).filter(|id| is_id(id, &at.key("id"), sink));
            let is_item = fields.flag("item", &at, sink);
            let Some(id) = id else {
                self.leave_unread(sink.file);
                continue;
            };
            let id = format!("{prefix}/{id}");
            let slot = Slot { id, label: None, row: row.cloned(), expect: Expect::Any, home, status: None };
            if let Some(nr) = self.figure_of(fields, &at, slot, sink) {
                // It was added just now.
                if let Some(figure) = self.figures.last_mut() {
                    figure.is_item = is_item;
                }
                facts.push(nr);
            }
        }
        facts
    }
}

/// The text, its English where it is words, and what it says.
fn value(fields: &mut Fields<'_>, at: &At<'_>, expect: Expect, sink: &mut Sink<'_>) -> Option<(String, Option<String>, Value)> {
    let read = match (fields.has("text"), fields.has("words")) {
        (true, false) => {
            let text = fields.text("text", at, sink)?;
            let value = if fields.has("date") || fields.has("basis") {
                date_value(fields, &text, at, sink)
            } else {
                number(fields, &text, at, expect, sink)
            };
            (text, None, value?)
        }
        (false, true) => {
            let (words, english) = (fields.text("words", at, sink), fields.need_text("english", at, sink));
            (words?, Some(english?), Value::Words)
        }
        (has_text, _) => {
            let found = if has_text { "both `text` and `words`" } else { "neither `text` nor `words`" };
            sink.problem(at, found, expect.describe());
            for name in ["text", "words", "english", "date", "basis", "per"] {
                fields.take(name);
            }
            return None;
        }
    };
    if expect.takes(&read.2) {
        return Some(read);
    }
    sink.problem(at, quoted(&read.0), expect.describe());
    None
}

fn date_value(fields: &mut Fields<'_>, text: &str, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Value> {
    if text.chars().count() > LONGEST_PHRASE {
        sink.problem(&at.key("text"), quoted(text), format!("the report's words for a date, at most {LONGEST_PHRASE} characters"));
        return None;
    }
    let resolved = fields.need_word("date", at, sink).and_then(|text| date(text, &at.key("date"), sink));
    let basis = fields.choice("basis", at, sink, &DATE_BASES).unwrap_or_default();
    Some(Value::Date(Moment { date: Some(resolved?), text: text.to_owned(), basis }))
}

fn number(fields: &mut Fields<'_>, text: &str, at: &At<'_>, expect: Expect, sink: &mut Sink<'_>) -> Option<Value> {
    let per = fields.choice("per", at, sink, &[("year", Per::Year), ("day", Per::Day)]);
    let found = Quantity::parse(text, per);
    let expected = |error: NotAQuantity| match (expect, &error) {
        (Expect::Any | Expect::Quantity, _) | (_, NotAQuantity::TooLarge | NotAQuantity::Backwards) => error.to_string(),
        _ => expect.describe().to_owned(),
    };
    found.map(Value::Quantity).map_err(|error| sink.problem(&at.key("text"), quoted(text), expected(error))).ok()
}

fn as_of(json: Json<'_>, at: &At<'_>, meta: Option<&Meta>, sink: &mut Sink<'_>) -> Option<Moment> {
    let mut fields = Fields::of(json, at, sink)?;
    let text = fields.need_text("text", at, sink);
    let basis = fields.choice("basis", at, sink, &BASES).unwrap_or_default();
    let given = fields.word("date", at, sink).and_then(|text| date(text, &at.key("date"), sink));
    fields.finish(at, sink);
    let published = meta.map(|meta| meta.date);
    let resolved = match (basis, given) {
        (Basis::Report, None) => published,
        (Basis::Report, Some(given)) => {
            if published.is_some_and(|published| published != given) {
                sink.problem(&at.key("date"), quoted(&given.to_string()), "the report's date, or no date");
            }
            Some(given)
        }
        (Basis::Unclear, Some(given)) => {
            sink.problem(&at.key("date"), quoted(&given.to_string()), "no date where the basis is unclear");
            None
        }
        (Basis::Unclear, None) => None,
        (Basis::Stated | Basis::Relative | Basis::Inferred, None) => {
            sink.problem(at, "no date", "a date, or the basis report or unclear");
            return None;
        }
        (_, given) => given,
    };
    Some(Moment { date: resolved, text: text?, basis })
}
