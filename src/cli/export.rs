//! `export`: a view as a file.

use std::{
    io::{self, IsTerminal as _},
    sync::Arc,
};

use super::{Charts, End, ExportArgs, complain, load, output};
use crate::{
    dossier::Dossier,
    export::{self, Format, View, Viewed},
    locale::{Lang, tr_args},
};

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
    let written = format(args).and_then(|format| {
        let view = match args.view {
            View::All | View::Article => None,
            view => Some(viewed(&dossier, view, args, format)?),
        };
        Ok(output::write(args.output.as_deref(), |out| match (view, args.view, format) {
            (Some(view), ..) => view.write(out, format),
            (None, View::All, Format::Xlsx) => export::write_workbook(out, &dossier, args.lang),
            (None, View::All, _) => out.write_all(export::page(&dossier, args.lang, &|lang| charts(&dossier, lang)).as_bytes()),
            (None, ..) => out.write_all(export::article(&dossier, args.lang).as_bytes()),
        }))
    });
    written.unwrap_or_else(|message| {
        complain(&message);
        End::Usage
    })
}

/// A table with the rows that are asked for.
fn viewed<'d>(dossier: &'d Dossier, view: View, args: &ExportArgs, format: Format) -> Result<Viewed<'d>, String> {
    let viewed = Viewed::new(dossier, view, args.lang, format);
    let Some(query) = args.asked()? else { return Ok(viewed) };
    let rows = export::rows(dossier, view, &query, Lang::En).map_err(|mistake| format!("--query: {mistake}"))?;
    Ok(viewed.select(rows))
}

/// The format to write in; an error where the view has no such form, or the terminal would get bytes it cannot show.
fn format(args: &ExportArgs) -> Result<Format, String> {
    let usage = |message: &str| Err(message.to_owned());
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
