//! What the command line accepts, in the words that `--help` prints.

use std::{path::PathBuf, str::FromStr};

use clap::{
    Parser, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser, ValueParserFactory},
};

use crate::{
    export::Format,
    locale::Lang,
    route::{Link, View},
};

const MORE: &str = "\
Without a command, opens the window. DOSSIER is a folder; without it, the Liucheng dossier is
used, which is part of the program. A folder named like a command is written with its path: ./check

Examples:
  liucheng-viewer                                  open the Liucheng dossier
  liucheng-viewer ~/dossiers/mine                  open a dossier of your own
  liucheng-viewer --view projects --query 'stage:building sort:-investment'
  liucheng-viewer check ~/dossiers/mine            list its mistakes and its sums
  liucheng-viewer check --source report.html       look for its evidence in a copy of the report
  liucheng-viewer export projects -o projects.csv  write a table for a spreadsheet
  liucheng-viewer export facts --format json       every figure, for a program
  liucheng-viewer export article --lang en         the account with its sources, as Markdown
  liucheng-viewer export all -o liucheng.html      everything in one page, to read and to print

Exit codes: 0 all is well, 1 there are problems, 2 the command line was not understood.";

const MORE_CHECK: &str = "\
Prints every mistake with its file and place, what was found and what was expected; or, where there
is none, each check with its working and its verdict, disagreements first.

With --source, prints as well which phrases that the figures rest on are not in that copy of the
report, and which of its numbers are neither a figure nor excluded with a reason.

Exit codes: 0 all is well, 1 there is a mistake, a disagreement, a phrase not found or a number in
digits left over.";

const MORE_EXPORT: &str = "\
A table is written as the window shows it first: the same columns, the rows of --query in its order.
Numbers are plain, in the unit that their column names; the report's phrases stand in a last column.
JSON has the same keys in every language, null where the report states nothing, and decimals as strings.
XLSX has numbers and dates as such, and the report's words as comments; it needs -o FILE.
`all` is one page in both languages, html, or a workbook of all tables, xlsx.

Examples:
  liucheng-viewer export projects -o projects.csv
  liucheng-viewer export projects --format xlsx -o projects.xlsx
  liucheng-viewer export projects --query 'investment>=1亿 sort:-investment' --format md
  liucheng-viewer export facts --format json | jq '.[] | select(.status == \"planned\") | .text'";

/// Opens a report about an economic development zone as tables and text that answer for each other.
#[derive(Debug, Parser)]
#[command(name = "liucheng-viewer", version, after_help = MORE, args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub struct Args {
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to open the window.
    #[command(flatten)]
    pub window: WindowArgs,
}

/// A command that needs no display.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List a dossier's mistakes, and what comes of its sums.
    #[command(after_help = MORE_CHECK)]
    Check(CheckArgs),
    /// Write a view as CSV, XLSX, JSON or Markdown, or everything as one page.
    #[command(after_help = MORE_EXPORT)]
    Export(ExportArgs),
}

/// How to open the window.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct WindowArgs {
    /// The dossier's folder [default: the embedded dossier].
    #[arg(value_name = "DOSSIER")]
    pub dossier: Option<PathBuf>,
    /// The view to open [default: the one open last].
    #[arg(long, value_name = "VIEW")]
    pub view: Option<View>,
    /// The language of window and text [default: the one chosen last].
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// A copy of the report to open beside the account: text or a saved web page.
    #[arg(long, value_name = "FILE")]
    pub source: Option<PathBuf>,
    /// What its table shows: search words, filters, sort keys.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub query: Option<String>,
}

impl WindowArgs {
    /// The same with the view that a link in the query names.
    ///
    /// # Errors
    ///
    /// One line, if the query cannot be asked of the view.
    pub fn with_link(mut self) -> Result<Self, String> {
        let Some(query) = self.query.take() else { return Ok(self) };
        let (link, query) = match Link::parse(&query) {
            Some(Link { view, query }) => (Some(view), query),
            None => (None, query),
        };
        match (self.view, link) {
            (Some(view), Some(other)) if view != other => {
                return Err(format!("--view {view} and the link to {other} are not the same view"));
            }
            (view, link) => self.view = view.or(link),
        }
        if let Some(view) = self.view.filter(|view| !view.is_table()) {
            let tables: Vec<&str> = View::ALL.into_iter().filter(|view| view.is_table()).map(View::code).collect();
            return Err(format!("--query asks a table, and {view} is none; name one of {}", tables.join(", ")));
        }
        self.query = Some(query);
        Ok(self)
    }
}

impl ExportArgs {
    /// What is asked of the view, without its name where the query is a link to it.
    ///
    /// # Errors
    ///
    /// One line, if it is a link to another view.
    pub fn asked(&self) -> Result<Option<String>, String> {
        match self.query.as_deref().map(|query| (query, Link::parse(query))) {
            None => Ok(None),
            Some((query, None)) => Ok(Some(query.to_owned())),
            Some((_, Some(link))) if self.what == What::Table(link.view) => Ok(Some(link.query)),
            Some((_, Some(link))) => Err(format!("the link leads to {}, and that is not what is exported", link.view)),
        }
    }
}

/// What to check, and how to say it.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// The dossier's folder [default: the embedded dossier].
    #[arg(value_name = "DOSSIER")]
    pub dossier: Option<PathBuf>,
    /// A copy of the report to look for the evidence in: text or a saved web page, UTF-8, UTF-16 or GB 18030.
    #[arg(long, value_name = "FILE")]
    pub source: Option<PathBuf>,
    /// How to write the outcome.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub format: String,
    /// The language of the checks' names and verdicts.
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub lang: Lang,
}

/// What to export, and where to.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// The view to write.
    #[arg(value_name = "VIEW")]
    pub what: What,
    /// The dossier's folder [default: the embedded dossier].
    #[arg(value_name = "DOSSIER")]
    pub dossier: Option<PathBuf>,
    /// The format [default: csv; md for the article; html for all].
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// The language of headings and words.
    #[arg(long, value_name = "LANG", default_value = "zh")]
    pub lang: Lang,
    /// Only the rows that the window would show for it, in its order.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub query: Option<String>,
    /// The file to write; `-` or nothing is the standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Everything: account, tables, checks, sources.
    All,
    /// The account, as text.
    Article,
    /// The table of a view.
    Table(View),
}

impl What {
    /// Everything that can be exported.
    pub const ALL: [Self; 9] = {
        let [a, b, c, d, e, f, g] = View::TABLES;
        let table = Self::Table;
        [Self::All, Self::Article, table(a), table(b), table(c), table(d), table(e), table(f), table(g)]
    };

    /// The word on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Article => View::Article.code(),
            Self::Table(view) => view.code(),
        }
    }
}

impl FromStr for What {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|what| what.code() == code).ok_or_else(|| format!("`{code}` cannot be exported"))
    }
}

/// A parser that lists the accepted words in `--help` and in its error.
macro_rules! by_code {
    ($type:ty) => {
        impl ValueParserFactory for $type {
            type Parser = clap::builder::ValueParser;

            fn value_parser() -> Self::Parser {
                PossibleValuesParser::new(<$type>::ALL.map(<$type>::code)).try_map(|code| code.parse::<$type>()).into()
            }
        }
    };
}

by_code!(View);
by_code!(What);
by_code!(Lang);
by_code!(Format);

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::*;

    #[test]
    fn the_definition_holds() {
        Args::command().debug_assert();
    }

    #[test]
    fn the_window_takes_a_folder_and_options() {
        let args = Args::try_parse_from(["x", "dir", "--view", "facts", "--lang", "en", "--query", "-word"]).unwrap();
        assert!(args.command.is_none());
        assert_eq!(args.window.dossier, Some("dir".into()));
        assert_eq!(args.window.view, Some(View::Facts));
        assert_eq!(args.window.lang, Some(Lang::En));
        assert_eq!(args.window.query.as_deref(), Some("-word"));
    }

    #[test]
    fn a_query_is_asked_of_a_table() {
        let opened = |words: &[&str]| {
            let args = Args::try_parse_from([&["x"], words].concat()).unwrap().window.with_link();
            args.map(|args| (args.view, args.query.unwrap_or_default()))
        };
        for (words, expected) in [
            (&["--query", "yls"][..], Ok((None, "yls"))),
            (&["--view", "facts", "--query", "yls"], Ok((Some(View::Facts), "yls"))),
            (&["--query", "view:facts sort:-value"], Ok((Some(View::Facts), "sort:-value"))),
            (&["--view", "facts", "--query", "view:facts yls"], Ok((Some(View::Facts), "yls"))),
            (&["--view", "article"], Ok((Some(View::Article), ""))),
            (&["--view", "projects", "--query", "view:facts yls"], Err("not the same view")),
            (&["--view", "overview", "--query", "yls"], Err("overview is none")),
            (&["--query", "view:article yls"], Err("article is none")),
        ] {
            match (opened(words), expected) {
                (Ok((view, query)), Ok(expected)) => assert_eq!((view, query.as_str()), expected, "{words:?}"),
                (Err(message), Err(part)) => assert!(message.contains(part), "{words:?}: {message}"),
                (found, expected) => panic!("{words:?}: {found:?}, not {expected:?}"),
            }
        }
        for (query, expected) in [("yls", Ok("yls")), ("view:facts yls", Ok("yls")), ("view:projects yls", Err(()))] {
            let args = Args::try_parse_from(["x", "export", "facts", "--query", query]).unwrap();
            let Some(Command::Export(args)) = args.command else { panic!("an export") };
            let asked = args.asked();
            assert_eq!(asked.as_ref().map(|asked| asked.as_deref().unwrap_or_default()).map_err(|_| ()), expected, "{query}");
        }
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for words in [
            &["x", "a", "b"][..],
            &["x", "--view", "overvue"],
            &["x", "--lang", "fr"],
            &["x", "export"],
            &["x", "export", "nothing"],
            &["x", "export", "facts", "--format", "xml"],
            &["x", "check", "--format", "csv"],
        ] {
            let error = Args::try_parse_from(words).expect_err(&format!("{words:?}"));
            assert_eq!(error.exit_code(), 2, "{words:?}");
        }
    }
}
