//! Everything as one page, in a file of our own that the browser opens.

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use egui::{Context, OpenUrl};

use crate::{
    app::App,
    export::{file_name, page},
    files::{own_folder, write_whole},
    locale::tr_args,
    views::picture::page_charts,
};

impl App {
    /// Writes the page and opens it; says where it is, for a browser may not start.
    pub(in crate::app) fn print(&mut self, ctx: &Context) {
        let lang = self.state.lang;
        let Ok((dossier, _)) = &self.content else { return };
        let html = match page(dossier, lang, &|lang| page_charts(dossier, lang)) {
            Ok(html) => html,
            Err(refusal) => return self.leaving.say(ctx, refusal, true),
        };
        let file = (self.leaving.outlets.folder)().join(file_name(dossier, "all", "html"));
        let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| write_whole(html.as_bytes(), &file));
        let name = ("file", file.display().to_string().into());
        match written {
            Ok(()) => {
                ctx.open_url(OpenUrl::new_tab(url(&file)));
                self.leaving.say(ctx, tr_args(lang, "print-opened", &[name]), false);
            }
            Err(error) => {
                let words = tr_args(lang, "export-failed", &[name, ("error", error.to_string().into())]);
                self.leaving.say(ctx, words, true);
            }
        }
    }
}

/// Where the page is kept: with what else of ours can be made anew.
pub(super) fn folder() -> PathBuf {
    own_folder("XDG_CACHE_HOME", ".cache").unwrap_or_else(env::temp_dir)
}

/// The address of a file.
fn url(file: &Path) -> String {
    let path = file.to_string_lossy().replace('\\', "/");
    let mut url = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/:-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            write!(url, "%{byte:02X}").ok();
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_no_character_that_means_something_else() {
        assert_eq!(url(Path::new("/home/a b/柳#1.html")), "file:///home/a%20b/%E6%9F%B3%231.html");
    }
}
