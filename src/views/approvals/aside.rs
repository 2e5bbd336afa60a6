//! Beside the page, or below it: what must not be compared, everything else about approvals, what is not stated.

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::figure_ui;
use crate::{
    dossier::{Check, Dossier, FigureNr, Home, Verdict},
    locale::tr,
    ui::{
        marks::VerdictMark,
        notice::ruled_heading_ui,
        scroll::{Reach, scroll_ui},
        text::{row_ui, text_ui, verdict_ui},
        theme::{self, Palette, Type},
    },
    views::Context,
};

/// How far a reason stands in under its formula: the mark and the gap after it.
const INDENT: f32 = 20.0;

/// What a dossier has to say there.
pub(super) struct Aside<'a> {
    refused: Vec<&'a Check>,
    facts: &'a [FigureNr],
    dossier: &'a Dossier,
}

impl<'a> Aside<'a> {
    pub(super) fn new(dossier: &'a Dossier) -> Self {
        let is_ours = |nr: &FigureNr| dossier.home(*nr) == Home::Approval;
        let is_refused = |check: &&Check| check.outcome.verdict == Verdict::Refused && check.claim.figures().iter().any(is_ours);
        Self { refused: dossier.checks.iter().filter(is_refused).collect(), facts: &dossier.approvals.facts, dossier }
    }

    /// Whether there is nothing to say.
    pub(super) fn is_empty(&self) -> bool {
        self.refused.is_empty() && self.facts.is_empty() && self.dossier.approvals.not_stated.is_none()
    }

    /// Draws it on a ground of its own.
    pub(super) fn pane_ui(&self, ctx: &mut Context<'_>, ui: &mut Ui, rect: Rect) {
        let palette = Palette::of(ui);
        ui.painter().rect_filled(rect, 0, palette.panel);
        theme::vline(ui.painter(), rect.left(), rect.y_range(), palette.hairline);
        let inner = rect.shrink2(vec2(20.0, 0.0));
        ui.scope_builder(UiBuilder::new().id_salt("approvals-aside").max_rect(inner), |ui| {
            ui.set_clip_rect(rect.intersect(ui.clip_rect()));
            let area = ScrollArea::vertical().id_salt("approvals-aside").auto_shrink([false, false]);
            scroll_ui(ui, area, &tr(ctx.lang, "view-approvals"), Reach::Pane, |ui| {
                ui.add_space(20.0);
                self.ui(ctx, ui);
            });
        });
    }

    /// Draws it in a column of a page.
    pub(super) fn ui(&self, ctx: &mut Context<'_>, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        if !self.refused.is_empty() {
            ruled_heading_ui(ui, &tr(ctx.lang, "approvals-refused"));
            self.refused.iter().for_each(|check| self.refused_ui(ctx, ui, check));
            ui.add_space(20.0);
        }
        if !self.facts.is_empty() {
            ruled_heading_ui(ui, &tr(ctx.lang, "approvals-ways"));
            self.facts_ui(ctx, ui);
            ui.add_space(20.0);
        }
        if let Some(not_stated) = &self.dossier.approvals.not_stated {
            ruled_heading_ui(ui, &tr(ctx.lang, "not-stated"));
            ui.add_space(8.0);
            let color = Palette::of(ui).text_weak;
            text_ui(ui, Type::Note, color, not_stated.get(ctx.lang));
            ui.add_space(20.0);
        }
    }

    /// What is not compared, and under it the reason.
    fn refused_ui(&self, ctx: &Context<'_>, ui: &mut Ui, check: &Check) {
        let palette = Palette::of(ui);
        ui.add_space(8.0);
        row_ui(ui, Type::Control.line_height(), 6.0, |ui| {
            verdict_ui(ui, VerdictMark::Undecided, "");
            text_ui(ui, Type::Control, palette.text, &check.working(self.dossier, ctx.lang));
        });
        row_ui(ui, Type::Note.line_height(), 0.0, |ui| {
            ui.add_space(INDENT);
            ui.vertical(|ui| text_ui(ui, Type::Note, palette.text_weak, &check.reason(ctx.lang).unwrap_or_default()));
        });
        line_ui(ui);
    }

    fn facts_ui(&self, ctx: &mut Context<'_>, ui: &mut Ui) {
        let mut label = "";
        for (nr, fact) in self.facts.iter().enumerate() {
            let next = self.dossier.figure(*fact).label.get(ctx.lang);
            // Facts of one kind stand under one label.
            if next != label {
                if nr > 0 {
                    line_ui(ui);
                }
                ui.add_space(8.0);
                let color = Palette::of(ui).text_weak;
                text_ui(ui, Type::Small, color, next);
                label = next;
            }
            ui.add_space(2.0);
            figure_ui(ctx, ui, *fact);
        }
    }
}

/// A hairline below an entry.
fn line_ui(ui: &mut Ui) {
    ui.add_space(8.0);
    theme::hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), Palette::of(ui).hairline);
    ui.add_space(1.0);
}
