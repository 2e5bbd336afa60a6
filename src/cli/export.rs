//! `export`: a view as a file.

use std::{
    io::{self, IsTerminal as _},
    sync::Arc,
};

use super::{Charts, End, ExportArgs, complain, load, output};
use crate::{
    dossier::Dossier,
    export::{self, Format, View},
    locale::{Lang, tr_args},
};

/// Why nothing was exported.
enum Failure {
    /// The command line asks for what there is not.
    Usage(String),
    /// Something else went wrong.
    Problem(String),
}

/// Writes the view that is asked for.
pub(super) fn run(args: &ExportArgs, charts: Charts) -> End {
    let dossier = match load(args.dossier.as_deref()) {
        Ok(dossier) => Arc::new(dossier),
        Err(problems) => {
            for problem in &problems {
                output::error_line(&problem.to_string());
            }
            return complain(&format!("nothing was exported: {}", tr_args(Lang::En, "cli-problems", &[("count", problems.len().into())])));
        }
    };
    match bytes(&dossier, args, charts) {
        Ok(bytes) => output::write(&bytes, args.output.as_deref()),
        Err(Failure::Problem(message)) => complain(&message),
        Err(Failure::Usage(message)) => {
            complain(&message);
            End::Usage
        }
    }
}

fn bytes(dossier: &Arc<Dossier>, args: &ExportArgs, charts: Charts) -> Result<Vec<u8>, Failure> {
    let format = format(args)?;
    let failed = |error: io::Error| Failure::Problem(format!("cannot write {format}: {error}"));
    let sheet = match (args.view, format) {
        (View::All, Format::Html) => return Ok(export::page(dossier, args.lang, &|lang| charts(dossier, lang)).into_bytes()),
        (View::All, _) => return export::workbook(dossier, args.lang).map_err(failed),
        (View::Article, _) => return Ok(export::article(dossier, args.lang).into_bytes()),
        (view, format) => export::sheet(dossier, view, args.lang, format),
    };
    let sheet = match &args.query {
        None => sheet,
        Some(query) => sheet
            .select(export::rows(dossier, args.view, query, Lang::En).map_err(|mistake| Failure::Usage(format!("--query: {mistake}")))?),
    };
    export::write(&sheet, format).map_err(failed)
}

/// The format to write in; an error where the view has no such form, or the terminal would get bytes it cannot show.
fn format(args: &ExportArgs) -> Result<Format, Failure> {
    let usage = |message: &str| Err(Failure::Usage(message.to_owned()));
    let (default, formats, message): (_, &[Format], _) = match args.view {
        View::All => (Format::Html, &[Format::Html, Format::Xlsx], "all of it is written as html or xlsx"),
        View::Article => (Format::Markdown, &[Format::Markdown], "the article is no table; it is written as md"),
        _ => (Format::Csv, &Format::TABLE, "a table is written as csv, xlsx, json or md; html holds everything: export all"),
    };
    let format = args.format.unwrap_or(default);
    if !formats.contains(&format) {
        return usage(message);
    }
    if args.query.is_some() && matches!(args.view, View::All | View::Article) {
        return usage("--query picks rows of a table; name one");
    }
    let is_to_terminal = args.output.as_ref().is_none_or(|file| file.as_os_str() == "-") && io::stdout().is_terminal();
    if format.is_binary() && is_to_terminal {
        return usage("xlsx is no text for a terminal; name a file with -o");
    }
    Ok(format)
}
