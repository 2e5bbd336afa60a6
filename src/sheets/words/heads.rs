//! The heads of the columns: which there are, in which order, what they are called and what they hold.

use super::Reader;
use crate::{
    dossier::MoneyUnit,
    locale::{Lang, tr, tr_args},
    route::View,
};

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What the column is known by.
    pub id: &'static str,
    /// Its name on the screen.
    pub title: String,
    /// What sentences call it, where the name on the screen says more.
    pub called: Option<String>,
    /// What its cells hold.
    pub holds: Holds,
    /// Whether its cells have remarks that a number or a date has no room for.
    pub has_remarks: bool,
    /// Whether its cells name a unit that the head does not.
    pub has_units: bool,
    /// Whether it is out of sight until somebody shows it.
    pub is_hidden: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words, or words and numbers.
    Words,
    /// Amounts of money, to be read in one unit.
    Money,
    /// Other numbers.
    Numbers,
    /// Shares in per cent.
    Shares,
    /// Days, months and years.
    Dates,
    /// A drawing of what other columns say.
    Drawing,
}

impl Head {
    fn new(reader: &Reader<'_>, id: &'static str, key: &str, holds: Holds) -> Self {
        let title = tr(reader.lang, key).into_owned();
        Self { id, title, called: None, holds, has_remarks: false, has_units: false, is_hidden: false }
    }

    fn with_remarks(self) -> Self {
        Self { has_remarks: true, ..self }
    }

    fn with_units(self) -> Self {
        Self { has_units: true, ..self }
    }

    fn hidden(self) -> Self {
        Self { is_hidden: true, ..self }
    }

    /// The title of the column's plain numbers, which names their unit where they all have one.
    pub fn title_in(&self, lang: Lang, money: MoneyUnit) -> String {
        match self.holds {
            Holds::Money => in_unit(lang, self.id, money.of_column(lang)),
            Holds::Shares => titled_in(lang, &self.title, "%"),
            Holds::Words | Holds::Numbers | Holds::Dates | Holds::Drawing => self.title.clone(),
        }
    }
}

/// The columns of a view.
pub(super) fn heads(reader: &Reader<'_>, view: View) -> Vec<Head> {
    let head = |id: &'static str, holds| Head::new(reader, id, &format!("column-{id}"), holds);
    let words = |id| head(id, Holds::Words);
    let as_of = || head("as-of", Holds::Dates).with_remarks();
    match view {
        View::Overview | View::Article | View::NotStated => Vec::new(),
        View::Projects => projects(reader),
        View::Infrastructure => {
            let slot = |id| head(id, Holds::Numbers);
            let name = Head::new(reader, "name", "column-work", Holds::Words).with_units();
            vec![name, slot("planned"), slot("built"), slot("unclear"), head("chart", Holds::Drawing), as_of()]
        }
        View::Approvals => {
            let titled = |id, holds| Head::new(reader, id, &format!("approvals-{id}"), holds);
            let name = Head::new(reader, "name", "approvals-window", Holds::Words);
            vec![name, titled("completed", Holds::Numbers), titled("share", Holds::Shares)]
        }
        View::Services | View::Reform => {
            let value = Head::new(reader, "value", "column-said", Holds::Words).with_units();
            let last = [words("evidence").hidden(), words("topic").hidden()];
            [words("label"), value, words("status"), as_of(), words("place")].into_iter().chain(last).collect()
        }
        View::Timeline => {
            let name = Head::new(reader, "name", "column-event", Holds::Words);
            vec![head("date", Holds::Dates), name, words("kind"), words("basis"), words("text"), words("evidence")]
        }
        View::Facts => {
            let value = head("value", Holds::Numbers).with_units().with_remarks();
            let last = [words("origin"), words("section"), words("evidence"), words("id").hidden()];
            [words("label"), words("text"), value, words("unit"), words("status"), as_of()].into_iter().chain(last).collect()
        }
    }
}

fn projects(reader: &Reader<'_>) -> Vec<Head> {
    let (lang, money) = (reader.lang, reader.column_money());
    let head = |id: &'static str, holds| Head::new(reader, id, &format!("column-{id}"), holds);
    let words = |id| head(id, Holds::Words);
    let money = |id: &'static str| {
        let called = tr(lang, called_key(id)).into_owned();
        // An English header has the unit, so that the cells need not.
        let title = if lang == Lang::En && money != MoneyUnit::AsWritten { in_unit(lang, id, money) } else { called.clone() };
        Head { title, called: Some(called), ..head(id, Holds::Money) }
    };
    let product = Head::new(reader, "product", "projects-product", Holds::Words);
    let mut heads = vec![
        words("name"),
        money("investment"),
        words("stage").with_remarks(),
        words("cluster"),
        product,
        money("output").with_units().with_remarks(),
        head("jobs", Holds::Numbers).with_remarks(),
        head("date", Holds::Dates).with_remarks(),
        words("romanised"),
        words("place"),
    ];
    if !reader.dossier.meta.zones.is_empty() {
        heads.splice(1..1, [words("zone"), words("province")]);
    }
    heads
}

/// The key of what a column of money is called.
fn called_key(id: &str) -> &'static str {
    if id == "output" { "projects-output-called" } else { "projects-investment-called" }
}

/// `Planned, CNY million`.
fn in_unit(lang: Lang, id: &str, money: MoneyUnit) -> String {
    let key = if id == "output" { "projects-output" } else { "projects-investment" };
    titled_in(lang, &tr(lang, key), &tr(lang, &format!("money-{}", money.code())))
}

fn titled_in(lang: Lang, column: &str, unit: &str) -> String {
    tr_args(lang, "column-in-unit", &[("column", column.into()), ("unit", unit.into())])
}

/// The column whose values stand as headings over the rows of a view, where it has such sections: rows are sorted within
/// them, unless a query gathers them otherwise.
pub fn section_column(view: View) -> Option<&'static str> {
    match view {
        View::Infrastructure => Some("group"),
        View::Services | View::Reform => Some("topic"),
        View::Overview | View::Article | View::Projects | View::Approvals | View::Timeline | View::Facts | View::NotStated => None,
    }
}

/// The head of that column.
pub(super) fn section_head(reader: &Reader<'_>, view: View) -> Option<Head> {
    section_column(view).map(|id| Head::new(reader, id, &format!("column-{id}"), Holds::Words))
}
