//! A passage that is copied carries its section, its source and the date.
//!
//! egui puts a selection on the clipboard at the end of the pass, so the words are added to its output.

use std::sync::Arc;

use egui::{FullOutput, OutputCommand, Ui, text_selection::LabelSelectionState};

use crate::{
    locale::{Lang, tr_args},
    ui::reader::Document,
    views::{Context, words},
};

/// What is to be added to a selection that is copied in this frame.
#[derive(Default)]
struct Cite {
    passage: Option<Passage>,
}

/// Where a copied passage comes from.
struct Passage {
    lang: Lang,
    document: Arc<Document>,
    source: String,
}

impl egui::Plugin for Cite {
    fn debug_name(&self) -> &'static str {
        "cite"
    }

    fn output_hook(&mut self, _: &egui::Context, output: &mut FullOutput) {
        let Some(passage) = self.passage.take() else { return };
        for command in &mut output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                let words = passage.words(text);
                text.push_str(&words);
            }
        }
    }
}

impl Passage {
    /// What is added: title and section of our account, then the report.
    fn words(&self, text: &str) -> String {
        let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let has_line = |piece: &str| piece.contains(line);
        let section = self.document.sections.iter().find(|section| {
            let in_paragraph = section.paragraphs.iter().any(|paragraph| has_line(&paragraph.text));
            in_paragraph || has_line(&section.title)
        });
        let section = section.map_or("", |section| section.title.as_str());
        let args = [("title", self.document.title.as_str().into()), ("section", section.into())];
        let key = if section.is_empty() { "citation-account" } else { "citation-passage" };
        format!("\n\n{}\n{}", tr_args(self.lang, key, &args), self.source)
    }
}

/// Notes where the selection comes from, if it is copied in this frame.
pub(super) fn note(ui: &Ui, ctx: &Context<'_>, document: &Arc<Document>) {
    let is_copied = ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Copy | egui::Event::Cut)));
    let has_selection = || ui.ctx().with_plugin(|labels: &mut LabelSelectionState| labels.has_selection()) == Some(true);
    if !is_copied || ui.ctx().text_edit_focused() || !has_selection() {
        return;
    }
    let passage = Passage { lang: ctx.lang, document: Arc::clone(document), source: words::source(ctx.lang, ctx.dossier) };
    ui.ctx().add_plugin(Cite::default());
    ui.ctx().with_plugin(|cite: &mut Cite| cite.passage = Some(passage));
}
