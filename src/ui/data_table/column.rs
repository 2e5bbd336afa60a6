//! What a view says of a column: its name on the screen, its width, how it is filtered.

use super::super::marks::{Kind, Mark};
use crate::{locale::Lang, table::Table};

/// Which filter a column's header opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FilterKind {
    /// The column cannot be filtered from its header.
    #[default]
    None,
    /// A list of values with counts.
    Values,
    /// A histogram with a range to drag.
    Range,
}

/// Where the words of a header stand; cells place their own contents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeaderAlign {
    /// At the left.
    #[default]
    Left,
    /// At the right, over numbers without a bar.
    Right,
}

/// Something of a header's menu that the view knows of, of which one is chosen: a unit, an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderChoice {
    /// What the view knows it by.
    pub id: &'static str,
    /// Its words.
    pub title: String,
    /// Whether it is the one in force.
    pub is_chosen: bool,
}

/// A column as a view describes it.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a manner of its own, and any may go with any")]
pub struct ColumnSpec {
    /// What the column is known by, wherever it stands.
    pub id: &'static str,
    /// The words in the header.
    pub title: String,
    /// What sentences call it, where the header says more: `planned investment`, not `Planned, CNY million`.
    pub called: Option<String>,
    /// The width in points until somebody changes it; where its words' own is known, the most where room is scarce.
    pub width: f32,
    /// How wide its words are, if that is known: it takes no more, and all of it where there is room.
    pub fit: Option<f32>,
    /// The least width in points.
    pub min_width: f32,
    /// Takes what the others leave; meant for the last column.
    pub is_flexible: bool,
    /// Whose the column's values are; other than [`Kind::Stated`] is marked in the header.
    pub kind: Kind,
    /// A glyph after the title, where a whole column has one status.
    pub mark: Option<Mark>,
    /// Where the title stands.
    pub align: HeaderAlign,
    /// What the pointer over the header is told.
    pub tooltip: Option<String>,
    /// The filter behind the funnel.
    pub filter: FilterKind,
    /// A click on the header sorts.
    pub is_sortable: bool,
    /// Hidden until somebody shows it.
    pub is_hidden: bool,
    /// Its numbers are money, whose unit can be chosen.
    pub is_money: bool,
    /// What its menu offers besides the table's own: sets of which one is chosen each; a set of one is on or off.
    pub choices: Vec<Vec<HeaderChoice>>,
    /// What its orders are called, ascending and descending.
    pub orders: [String; 2],
}

impl ColumnSpec {
    /// A sortable column of stated values without a filter.
    pub fn new(id: &'static str, title: impl Into<String>, width: f32) -> Self {
        Self {
            id,
            title: title.into(),
            called: None,
            width,
            fit: None,
            min_width: 48.0,
            is_flexible: false,
            kind: Kind::Stated,
            mark: None,
            align: HeaderAlign::Left,
            tooltip: None,
            filter: FilterKind::None,
            is_sortable: true,
            is_hidden: false,
            is_money: false,
            orders: Default::default(),
            choices: Vec::new(),
        }
    }

    /// What sentences call it.
    pub fn called(mut self, name: impl Into<String>) -> Self {
        self.called = Some(name.into());
        self
    }

    /// What it is called in a sentence.
    pub fn name(&self) -> &str {
        self.called.as_ref().unwrap_or(&self.title)
    }

    /// How wide its words are.
    pub fn fit(mut self, points: f32) -> Self {
        self.fit = Some(points);
        self
    }

    /// Takes what the others leave.
    pub fn flexible(mut self) -> Self {
        self.is_flexible = true;
        self
    }

    /// Whose the values are.
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// A glyph after the title.
    pub fn mark(mut self, mark: Mark) -> Self {
        self.mark = Some(mark);
        self
    }

    /// Where the title stands.
    pub fn align(mut self, align: HeaderAlign) -> Self {
        self.align = align;
        self
    }

    /// What the pointer over the header is told.
    pub fn tooltip(mut self, tooltip: impl Into<String>) -> Self {
        self.tooltip = Some(tooltip.into());
        self
    }

    /// The filter behind the funnel.
    pub fn filter(mut self, filter: FilterKind) -> Self {
        self.filter = filter;
        self
    }

    /// Its numbers are money.
    pub fn money(mut self) -> Self {
        self.is_money = true;
        self
    }

    /// A click on the header does nothing.
    pub fn unsortable(mut self) -> Self {
        self.is_sortable = false;
        self
    }

    /// Hidden until somebody shows it.
    pub fn hidden(mut self) -> Self {
        self.is_hidden = true;
        self
    }
}

/// What sentences call a column; a condition may be of one that no view shows.
pub fn column_name(lang: Lang, columns: &[ColumnSpec], table: &Table, id: &str) -> String {
    let spec = columns.iter().find(|spec| spec.id == id).map(|spec| spec.name().to_owned());
    spec.or_else(|| Some(table.column(id)?.name.get(lang).to_owned())).unwrap_or_else(|| id.to_owned())
}
