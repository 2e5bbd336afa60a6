//! What was checked, what the report does not say, and where all of it is from.

use super::Part;
use crate::{
    dossier::Verdict,
    export::notes::about,
    locale::tr,
    markup::escape,
    sheets::{Gap, gaps},
};

impl Part<'_> {
    /// Every check with its working, whose figures are links, and its verdict.
    pub(super) fn checks(&mut self) {
        let title = tr(self.lang, "app-checks");
        self.put("<section class=\"table\">\n");
        self.heading("checks", &title);
        self.put("<table>\n<thead><tr>");
        for key in ["print-check", "print-working", "print-verdict"] {
            let title = self.tr(key);
            self.put(&format!("<th scope=\"col\">{title}</th>"));
        }
        self.put("</tr></thead>\n<tbody>\n");
        for check in &self.dossier.checks {
            let terms = check.terms(self.dossier, self.lang);
            let working: Vec<String> =
                terms.iter().map(|term| term.figure.map_or_else(|| escape(&term.text), |nr| self.link(nr, &term.text))).collect();
            let reason = check.reason(self.lang).map(|reason| format!("<br><small>{}</small>", escape(&reason))).unwrap_or_default();
            let (lang, id, name) = (self.lang.code(), escape(&check.id), escape(check.name.get(self.lang)));
            let verdict = check.outcome.verdict;
            let class = if verdict == Verdict::Disagrees { " class=\"disagrees\"" } else { "" };
            let word = self.tr(verdict.key());
            let working = working.join(" ");
            self.put(&format!(
                "<tr id=\"{lang}-c-{id}\"><th scope=\"row\">{name}</th><td>{working}</td><td{class}>{word}{reason}</td></tr>\n"
            ));
        }
        self.put("</tbody>\n</table>\n</section>\n");
    }

    /// What a reader looks for and the report does not give: by group, then row by row.
    pub(super) fn not_stated(&mut self) {
        let (dossier, lang) = (self.dossier, self.lang);
        let title = tr(lang, "view-not-stated");
        self.put("<section>\n");
        self.heading("not-stated", &title);
        for group in &dossier.meta.not_stated {
            self.put(&format!("<h3>{}</h3>\n<ul>\n", escape(group.group.get(lang))));
            for item in &group.items {
                self.put(&format!("<li>{}</li>\n", escape(item.get(lang))));
            }
            self.put("</ul>\n");
        }
        let rows = gaps(dossier);
        if !rows.is_empty() {
            self.put("<dl>\n");
            for Gap { name, text, .. } in rows.into_iter().flat_map(|(_, gaps)| gaps) {
                self.put(&format!("<dt>{}</dt><dd>{}</dd>\n", escape(name.get(lang)), escape(text.get(lang))));
            }
            self.put("</dl>\n");
        }
        self.put("</section>\n");
    }

    /// Which report, of which day, by whom; where it was found; what we do not vouch for.
    pub(super) fn sources(&mut self) {
        let title = tr(self.lang, "print-sources");
        self.put("<footer>\n");
        self.heading("sources", &title);
        self.put("<dl>\n");
        for (label, text) in about(self.dossier, self.lang) {
            self.put(&format!("<dt>{}</dt><dd>{}</dd>\n", escape(&label), escape(&text)));
        }
        self.put("</dl>\n</footer>\n");
    }
}
