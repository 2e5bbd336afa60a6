//! The closed list of views, and where in one of them the reader is.
//!
//! [`View::ALL`] drives the sidebar, the keys, the command line and the tests that visit every page.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::dossier::FigureNr;

/// An entry of the sidebar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// The zone at a glance.
    #[default]
    Overview,
    /// Our account as text.
    Article,
    /// The projects the report names.
    Projects,
    /// Roads, pipes and other works.
    Infrastructure,
    /// Powers, cases and limits.
    Approvals,
    /// What the zone does for firms.
    Services,
    /// How it is run and changes.
    Reform,
    /// What happened when.
    Timeline,
    /// Every figure and fact.
    Facts,
    /// What a reader looks for and the report does not say.
    NotStated,
}

impl View {
    /// Every view, in the sidebar's order.
    pub const ALL: [Self; 10] = [
        Self::Overview,
        Self::Article,
        Self::Projects,
        Self::Infrastructure,
        Self::Approvals,
        Self::Services,
        Self::Reform,
        Self::Timeline,
        Self::Facts,
        Self::NotStated,
    ];

    /// The word on the command line and in the saved state; with `view-` before it, the name's key in the locales.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Article => "article",
            Self::Projects => "projects",
            Self::Infrastructure => "infrastructure",
            Self::Approvals => "approvals",
            Self::Services => "services",
            Self::Reform => "reform",
            Self::Timeline => "timeline",
            Self::Facts => "facts",
            Self::NotStated => "not-stated",
        }
    }

    /// The key of its name in the locales.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Overview => "view-overview",
            Self::Article => "view-article",
            Self::Projects => "view-projects",
            Self::Infrastructure => "view-infrastructure",
            Self::Approvals => "view-approvals",
            Self::Services => "view-services",
            Self::Reform => "view-reform",
            Self::Timeline => "view-timeline",
            Self::Facts => "view-facts",
            Self::NotStated => "view-not-stated",
        }
    }

    /// Those that are tables.
    pub const TABLES: [Self; 7] =
        [Self::Projects, Self::Infrastructure, Self::Approvals, Self::Services, Self::Reform, Self::Timeline, Self::Facts];

    /// Whether it is a table, that a query can be asked of and beside which the article can stand.
    pub fn is_table(self) -> bool {
        !matches!(self, Self::Overview | Self::Article | Self::NotStated)
    }

    /// Whether the sidebar leaves a gap before it.
    pub fn starts_group(self) -> bool {
        matches!(self, Self::Projects | Self::Timeline)
    }
}

impl FromStr for View {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|view| view.code() == code).ok_or_else(|| {
            let codes = Self::ALL.map(Self::code).join(", ");
            format!("there is no view `{code}`; expected one of {codes}")
        })
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A view and what is looked at in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The view.
    pub view: View,
    /// What is selected in it.
    pub focus: Focus,
}

/// What is selected in a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Nothing.
    #[default]
    None,
    /// A row of its table, by the row's number in the dossier.
    Row(usize),
    /// A figure: in the article where it is linked first.
    Figure(FigureNr),
    /// A section of the article, from 0.
    Section(usize),
    /// The head of the article, with the report's date and authors.
    Byline,
}

impl Route {
    /// A view with nothing selected.
    pub fn to(view: View) -> Self {
        Self { view, focus: Focus::None }
    }
}

/// A view and what its table shows, as one line: `view:projects stage:landed sort:-investment`.
///
/// It is what is copied as a link, and is understood by `--query`, by the search field of a table and by the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The view.
    pub view: View,
    /// What its table shows; empty for every row.
    pub query: String,
}

/// What a link begins with.
const LINK: &str = "view:";

impl Link {
    /// Reads a link; none where the text names no view first.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().strip_prefix(LINK)?;
        let (view, query) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        Some(Self { view: view.parse().ok()?, query: query.trim().to_owned() })
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let space = if self.query.is_empty() { "" } else { " " };
        write!(f, "{LINK}{}{space}{}", self.view, self.query)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_is_found_by_its_code() {
        for view in View::ALL {
            assert_eq!(view.code().parse(), Ok(view), "{view}");
            assert_eq!(view.name_key(), format!("view-{view}"));
        }
        let error = "overvue".parse::<View>().expect_err("no such view");
        assert!(error.contains("overvue") && error.contains("projects"), "{error}");
    }

    #[test]
    fn links_are_read_as_they_are_written() {
        for (text, view, query) in [
            ("view:projects", View::Projects, ""),
            ("view:facts sort:-value 罐", View::Facts, "sort:-value 罐"),
            ("view:not-stated", View::NotStated, ""),
        ] {
            let link = Link { view, query: query.to_owned() };
            assert_eq!(Link::parse(text), Some(link.clone()), "{text}");
            assert_eq!(link.to_string(), text);
        }
        for text in ["", "projects", "view:", "view:nothing x", "stage:landed view:projects"] {
            assert_eq!(Link::parse(text), None, "{text}");
        }
    }
}
