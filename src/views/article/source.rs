//! A copy of the report beside our account: its text with the evidence marked, and how much of it was found.

use std::{
    path::Path,
    sync::{Arc, mpsc::TryRecvError},
};

use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, vec2};

use super::loading::{Loading, Opened};
use crate::{
    command::Command,
    dossier::{
        Dossier, FigureNr, SourceError,
        source::{FileNow, OpenSource, Tally},
    },
    locale::{Lang, tr, tr_args},
    ui::{
        button::{Button, icon_button_ui},
        icons::Icon,
        marked_text::{MarkedText, Passage},
        marks::VerdictMark,
        notice::error_ui,
        text::{heading_ui, text_ui, verdict_ui},
        theme::{self, PANE_SIDE, Palette, Type},
    },
    views::Context,
};

/// How often the file is looked at, in seconds, while the window is drawn anyway.
const LOOK_AGAIN: f64 = 1.0;

/// The pane with a copy of the report.
#[derive(Default)]
pub(super) struct SourcePane {
    is_open: bool,
    copy: Option<OpenSource>,
    passages: Vec<Passage>,
    text: MarkedText,
    /// What went wrong: the file, and why.
    trouble: Option<(String, SourceError)>,
    /// Whether the file was read anew because it had changed.
    has_changed: bool,
    looked_at: f64,
    /// What is read just now.
    loading: Option<Loading>,
}

impl SourcePane {
    /// Whether the pane is to be seen.
    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    /// Shows or hides the pane; a copy that is open stays open.
    pub(super) fn toggle(&mut self) {
        self.is_open = !self.is_open;
    }

    /// Opens a file; one that is no source leaves the copy that was open.
    pub(super) fn open(&mut self, egui: &egui::Context, dossier: &Arc<Dossier>, path: &Path) {
        self.is_open = true;
        self.has_changed = false;
        self.read(egui, dossier, path, false);
    }

    fn read(&mut self, egui: &egui::Context, dossier: &Arc<Dossier>, path: &Path, is_again: bool) {
        // An older file that comes later must not take the place of this one.
        self.loading = None;
        let loading = Loading::start(egui, dossier, path, is_again);
        match loading.wait() {
            Some(opened) => self.take(&loading, opened),
            None => self.loading = Some(loading),
        }
    }

    /// Shows what was read, or what went wrong.
    fn take(&mut self, loading: &Loading, opened: Opened) {
        self.has_changed = loading.is_again;
        match opened {
            Ok((copy, passages)) => {
                self.passages = passages;
                (self.copy, self.trouble, self.text) = (Some(copy), None, MarkedText::default());
            }
            Err(error) => self.trouble = Some((loading.path.display().to_string(), error)),
        }
    }

    /// Takes what was read, if it has come.
    fn take_loaded(&mut self) {
        if let Some(loading) = self.loading.take() {
            match loading.poll() {
                Ok(opened) => self.take(&loading, opened),
                Err(TryRecvError::Empty) => self.loading = Some(loading),
                Err(TryRecvError::Disconnected) => {}
            }
        }
    }

    /// Shows the paragraph that states the first of these figures which is found: the reader has come to it in the account.
    pub(super) fn follow(&mut self, keys: &[u32]) {
        self.text.follow(&self.passages, keys);
    }

    /// Brings a figure's phrase into view.
    pub(super) fn reveal(&mut self, nr: FigureNr) {
        self.text.reveal(&self.passages, nr.0);
    }

    /// What looking a figure up came to; none without a copy, or for what the report does not state.
    pub(super) fn found(&self, lang: Lang, nr: FigureNr) -> Option<(VerdictMark, String)> {
        let Tally { num, once, several } = self.copy.as_ref()?.tally(nr);
        let args = [("found", once.into()), ("count", num.into())];
        match (num, once, several) {
            (0, ..) => None,
            (1, 1, _) => Some((VerdictMark::Agrees, tr(lang, "source-found").into_owned())),
            _ if once == num => Some((VerdictMark::Agrees, tr_args(lang, "source-found-all", &args))),
            (_, 0, 0) => Some((VerdictMark::Disagrees, tr(lang, "source-not-found").into_owned())),
            (_, _, 0) => Some((VerdictMark::Disagrees, tr_args(lang, "source-found-some", &args))),
            _ => Some((VerdictMark::Undecided, tr_args(lang, "source-found-several", &args))),
        }
    }

    /// Draws the pane; returns the figure whose phrase was clicked.
    pub(super) fn ui(&mut self, ctx: &mut Context<'_>, ui: &mut Ui, selected: Option<FigureNr>) -> Option<FigureNr> {
        self.take_loaded();
        self.look_again(ctx.dossier, ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        let side = PANE_SIDE as i8;
        Frame::new().inner_margin(Margin { left: side, right: 8, top: 10, bottom: 8 }).show(ui, |ui| self.head_ui(ctx, ui));
        if let Some(loading) = &self.loading {
            let file = loading.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Frame::new().inner_margin(Margin { left: side, right: 8, top: 0, bottom: 8 }).show(ui, |ui| {
                let words = tr_args(ctx.lang, "source-loading", &[("file", file.into())]);
                text_ui(ui, Type::Small, Palette::of(ui).text_weak, &words);
            });
        }
        if let Some((file, error)) = &self.trouble {
            error_ui(ui, &error.message(ctx.lang), &[file]);
        }
        theme::hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), Palette::of(ui).hairline);
        let Some(copy) = &self.copy else {
            let frame = Frame::new().inner_margin(Margin::same(side));
            frame.show(ui, |ui| {
                text_ui(ui, Type::Body, Palette::of(ui).text_weak, &tr(ctx.lang, "source-how"));
                ui.add_space(12.0);
                if Button::edge(&tr(ctx.lang, "source-choose")).ui(ui).clicked() {
                    ctx.send(Command::ChooseSource);
                }
            });
            return None;
        };
        if !copy.loose.is_empty() {
            loose_ui(ui, ctx.lang, copy);
        }
        self.text.ui(ui, &copy.name(), &self.passages, selected.map(|nr| nr.0)).map(FigureNr)
    }

    /// The file's name, how much was found, and the way to close it.
    fn head_ui(&self, ctx: &mut Context<'_>, ui: &mut Ui) {
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - theme::CONTROL_HEIGHT - 8.0;
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                let title = self.copy.as_ref().map_or_else(|| tr(ctx.lang, "source-title").into_owned(), OpenSource::name);
                heading_ui(ui, Type::Section, &title);
                let Some(copy) = &self.copy else { return };
                let (found, num) = (copy.located.num_located(), copy.located.num());
                let args = [("found", found.into()), ("count", num.into())];
                let verdict = if found == num { VerdictMark::Agrees } else { VerdictMark::Disagrees };
                verdict_ui(ui, verdict, &tr_args(ctx.lang, "source-located", &args));
                if self.has_changed {
                    text_ui(ui, Type::Small, Palette::of(ui).text_weak, &tr(ctx.lang, "source-changed"));
                }
            });
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                if icon_button_ui(ui, Icon::Cross, &tr(ctx.lang, "source-close"), false).clicked() {
                    ctx.send(Command::ToggleSource);
                }
            });
        });
    }

    /// Reads the file again if it has changed; says so if it is gone.
    fn look_again(&mut self, dossier: &Arc<Dossier>, ui: &Ui) {
        let (time, has_come_back) = ui.input(|input| {
            let is_focus = |event: &egui::Event| matches!(event, egui::Event::WindowFocused(true));
            (input.time, input.events.iter().any(is_focus))
        });
        let Some(copy) = &self.copy else { return };
        if self.loading.is_some() || (!has_come_back && time - self.looked_at < LOOK_AGAIN) {
            return;
        }
        self.looked_at = time;
        match copy.file_now() {
            // The file may have come back as it was.
            FileNow::Same => self.trouble = self.trouble.take().filter(|(file, _)| *file != copy.path.display().to_string()),
            FileNow::Changed => {
                let path = copy.path.clone();
                self.read(ui.ctx(), dossier, &path, true);
            }
            FileNow::Gone(error) => self.trouble = Some((copy.path.display().to_string(), error)),
        }
    }
}

/// The numbers of the copy that are neither figure nor excluded.
fn loose_ui(ui: &mut Ui, lang: Lang, copy: &OpenSource) {
    const SHOWN: usize = 200;
    let palette = Palette::of(ui);
    let margin = Margin { left: PANE_SIDE as i8, right: PANE_SIDE as i8, top: 8, bottom: 8 };
    Frame::new().fill(palette.disagree_soft).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        text_ui(ui, Type::Control, palette.text, &tr_args(lang, "source-loose", &[("count", copy.loose.len().into())]));
        ScrollArea::vertical().id_salt("loose").max_height(64.0).show(ui, |ui| {
            for loose in copy.loose.iter().take(SHOWN) {
                let (number, around) = (copy.source.get(&loose.range), copy.source.around(&loose.range, 24));
                let line = copy.source.line_at(loose.range.start).to_string();
                let args = [("line", line.into()), ("number", number.into()), ("around", around.into())];
                text_ui(ui, Type::Small, palette.text_weak, &tr_args(lang, "cli-source-number", &args));
            }
        });
    });
    theme::hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), palette.hairline);
}
