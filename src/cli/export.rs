//! `export`: a view as a file.

use std::io;

use super::{End, ExportArgs, complain, load, output};
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
pub(super) fn run(args: &ExportArgs) -> End {
    let dossier = match load(args.dossier.as_deref()) {
        Ok(dossier) => dossier,
        Err(problems) => {
            for problem in &problems {
                output::error_line(&problem.to_string());
            }
            return complain(&format!("nothing was exported: {}", tr_args(Lang::En, "cli-problems", &[("count", problems.len().into())])));
        }
    };
    match bytes(&dossier, args) {
        Ok(bytes) => output::write(&bytes, args.output.as_deref()),
        Err(Failure::Problem(message)) => complain(&message),
        Err(Failure::Usage(message)) => {
            complain(&message);
            End::Usage
        }
    }
}

fn bytes(dossier: &Dossier, args: &ExportArgs) -> Result<Vec<u8>, Failure> {
    if args.view == View::Article {
        return match (args.format, &args.query) {
            (Some(Format::Csv | Format::Json), _) => Err(Failure::Usage("the article is no table; it is written as md".to_owned())),
            (_, Some(_)) => Err(Failure::Usage("--query picks rows of a table; the article has none".to_owned())),
            (Some(Format::Markdown) | None, None) => Ok(export::article(dossier, args.lang).into_bytes()),
        };
    }
    let format = args.format.unwrap_or_default();
    let sheet = export::sheet(dossier, args.view, args.lang, format);
    let sheet = match &args.query {
        None => sheet,
        Some(query) => sheet
            .select(export::rows(dossier, args.view, query, Lang::En).map_err(|mistake| Failure::Usage(format!("--query: {mistake}")))?),
    };
    export::write(&sheet, format).map_err(|error: io::Error| Failure::Problem(format!("cannot write {format}: {error}")))
}
