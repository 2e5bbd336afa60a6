//! `export`: a view as a file.

use std::{
    io::{self, IsTerminal as _},
    sync::Arc,
};

use super::{Charts, End, ExportArgs, What, complain, load, output};
use crate::{
    dossier::Dossier,
    export::{self, Format, Sight, Taken},
    locale::{Lang, tr_args},
    progress::Progress,
    route::View,
};

/// Writes what is asked for.
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
    match format(args).and_then(|format| write(&dossier, args, format, charts)) {
        Ok(end) => end,
        Err(message) => {
            complain(&message);
            End::Usage
        }
    }
}

fn write(dossier: &Arc<Dossier>, args: &ExportArgs, format: Format, charts: Charts) -> Result<End, String> {
    let (lang, file) = (args.lang, args.output.as_deref());
    let bytes = |bytes: &[u8]| output::write(file, |out| out.write_all(bytes));
    Ok(match (args.what, format) {
        (What::Table(view), _) => {
            let table = table(dossier, view, args, format)?;
            match table.refusal(lang, Some(format)) {
                Some(refusal) => complain(&refusal),
                None => output::write(file, |out| table.write(out, format, &Progress::default())),
            }
        }
        (What::Article, _) => bytes(export::article(dossier, lang).as_bytes()),
        (What::All, Format::Xlsx) => output::write(file, |out| export::write_workbook(out, dossier, lang)),
        (What::All, _) => match export::page(dossier, lang, &|lang| charts(dossier, lang)) {
            Ok(page) => bytes(page.as_bytes()),
            Err(refusal) => complain(&refusal),
        },
    })
}

/// A table with the rows that are asked for.
fn table(dossier: &Arc<Dossier>, view: View, args: &ExportArgs, format: Format) -> Result<Taken, String> {
    let whole = Sight::whole(dossier, view, args.lang);
    let sight = match args.asked()? {
        Some(query) => whole.picked(dossier, &query).map_err(|mistake| format!("--query: {mistake}"))?,
        None => whole,
    };
    Ok(Taken::new(dossier, sight, Some(format)))
}

/// The format to write in; an error where the view has no such form, or the terminal would get bytes it cannot show.
fn format(args: &ExportArgs) -> Result<Format, String> {
    let usage = |message: &str| Err(message.to_owned());
    let (default, formats, message): (_, &[Format], _) = match args.what {
        What::All => (Format::Html, &[Format::Html, Format::Xlsx], "all of it is written as html or xlsx"),
        What::Article => (Format::Markdown, &[Format::Markdown], "the article is no table; it is written as md"),
        What::Table(_) => (Format::Csv, &Format::TABLE, "a table is written as csv, xlsx, json or md; html holds everything: export all"),
    };
    let format = args.format.unwrap_or(default);
    if !formats.contains(&format) {
        return usage(message);
    }
    if args.query.is_some() && matches!(args.what, What::All | What::Article) {
        return usage("--query picks rows of a table; name one");
    }
    let is_to_terminal = args.output.as_ref().is_none_or(|file| file.as_os_str() == "-") && io::stdout().is_terminal();
    if format.is_binary() && is_to_terminal {
        return usage("xlsx is no text for a terminal; name a file with -o");
    }
    Ok(format)
}
