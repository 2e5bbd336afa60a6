//! A record on the screen: as a pane beside its table, as a strip below it in a narrow window.

use egui::{Align, Id, Layout, Margin, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::{Entry, Field, PlannedBuilt, Record};
use crate::{
    command::{Action, Command},
    dossier::FigureNr,
    locale::{Lang, tr},
    route::Focus,
    ui::{
        bars,
        button::{Button, icon_button_ui, icon_button_with_keys_ui},
        evidence::phrase_ui,
        figure_link::FigureLink,
        icons::Icon,
        page::{at_right_ui, record_row_ui, rule_ui},
        scroll::{Reach, scroll_ui},
        text::{heading_ui, paint_left, paint_right, status_ui, text_ui},
        theme::{self, PANE_SIDE, Palette, Type},
    },
    views::{Context, check_line, figure},
};

/// Height of the bar of a work.
const BAR_HEIGHT: f32 = 12.0;

/// The record as a pane: every field with its evidence; the foot stays in sight where the fields scroll.
pub fn pane_ui(ctx: &mut Context<'_>, ui: &mut Ui, record: &Record) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let side = PANE_SIDE as i8;
    egui::Frame::new().inner_margin(Margin { left: side, right: side, top: 18, bottom: 0 }).show(ui, |ui| title_ui(ctx, ui, record));
    let foot = 32.0 + theme::CONTROL_HEIGHT.max(16.0 * record.places.len() as f32);
    let fields =
        ScrollArea::vertical().id_salt(("record", &record.title)).max_height(ui.available_height() - foot).auto_shrink([false, true]);
    scroll_ui(ui, fields, &record.title, Reach::Pane, |ui| {
        egui::Frame::new().inner_margin(Margin::symmetric(side, 0)).show(ui, |ui| {
            if let Some(bar) = &record.bar {
                bar_ui(ui, ctx.lang, bar);
            }
            for field in &record.fields {
                field_ui(ctx, ui, field);
            }
        });
    });
    egui::Frame::new().inner_margin(Margin { left: side, right: side, top: 0, bottom: 12 }).show(ui, |ui| {
        rule_ui(ui);
        foot_ui(ctx, ui, record);
    });
}

fn title_ui(ctx: &mut Context<'_>, ui: &mut Ui, record: &Record) {
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - theme::CONTROL_HEIGHT - 8.0;
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| heading_ui(ui, Type::Heading, &record.title));
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            close_ui(ctx, ui);
        });
    });
    if !record.subtitle.is_empty() {
        let color = Palette::of(ui).text_weak;
        text_ui(ui, Type::Small, color, &record.subtitle);
    }
    ui.add_space(12.0);
}

fn close_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    let keys = Action::CloseLayer.keys();
    if icon_button_with_keys_ui(ui, Icon::Cross, &tr(ctx.lang, "app-close-record"), &keys, false).clicked() {
        ctx.send(Command::Select(Focus::None));
    }
}

/// What is built over what is planned, and both in words below.
fn bar_ui(ui: &mut Ui, lang: Lang, bar: &PlannedBuilt) {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR_HEIGHT + 24.0), Sense::hover());
    let lane = rect.with_max_y(rect.top() + BAR_HEIGHT);
    bars::planned_against_built(ui.painter(), lane, Some(bar.planned), Some(bar.built), bar.planned.max(bar.built), palette);
    let y = lane.bottom() + 12.0;
    let [built, planned] = bar.words.each_ref().map(|words| Type::Small.galley(ui, words.as_str(), palette.text));
    paint_left(ui.painter(), rect.left(), y, built);
    paint_right(ui.painter(), rect.right(), y, planned);
    let told = bar.words.join(&tr(lang, "app-clause-separator"));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
    ui.add_space(4.0);
}

fn field_ui(ctx: &mut Context<'_>, ui: &mut Ui, field: &Field) {
    rule_ui(ui);
    if field.entries.len() > 1 && field.entries.iter().any(|entry| entry.warning.is_some()) {
        conflict_ui(ctx, ui, field);
        return;
    }
    record_row_ui(ui, &field.label, |ui| {
        for (nr, entry) in field.entries.iter().enumerate() {
            if nr > 0 {
                ui.add_space(6.0);
            }
            entry_ui(ctx, ui, &field.label, entry);
        }
    });
}

/// Values that contradict one another, side by side over the whole width, and under them that they do.
fn conflict_ui(ctx: &mut Context<'_>, ui: &mut Ui, field: &Field) {
    let palette = Palette::of(ui);
    text_ui(ui, Type::Small, palette.text_weak, &field.label);
    ui.add_space(4.0);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        ui.columns(field.entries.len().min(3), |columns| {
            let num_columns = columns.len().max(1);
            for (nr, entry) in field.entries.iter().enumerate() {
                if let Some(ui) = columns.get_mut(nr % num_columns) {
                    entry_ui(ctx, ui, &field.label, &Entry { warning: None, ..entry.clone() });
                }
            }
        });
    });
    for warning in field.entries.iter().filter_map(|entry| entry.warning.as_ref()) {
        ui.add_space(4.0);
        text_ui(ui, Type::Small, palette.disagree, &format!("≠ {warning}"));
    }
    ui.add_space(8.0);
}

fn entry_ui(ctx: &mut Context<'_>, ui: &mut Ui, label: &str, entry: &Entry) {
    let palette = Palette::of(ui);
    let check = entry.check.and_then(|nr| ctx.dossier.checks.get(nr));
    match (check, entry.figure) {
        (Some(check), _) => check_line::narrow_ui(ctx, ui, check),
        (None, Some(nr)) => value_ui(ctx, ui, label, entry, nr),
        (None, None) => {
            text_ui(ui, Type::Body, entry.kind.text_color(palette), &entry.text);
        }
    }
    for phrase in &entry.phrases {
        phrase_ui(ui, phrase, &[]);
    }
    for note in &entry.notes {
        text_ui(ui, Type::Small, palette.text_weak, note);
    }
    if let Some(warning) = &entry.warning {
        text_ui(ui, Type::Small, palette.disagree, &format!("≠ {warning}"));
    }
}

/// A value that leads to its sentence.
fn value_ui(ctx: &mut Context<'_>, ui: &mut Ui, label: &str, entry: &Entry, nr: FigureNr) {
    // The word of a stage is its value already.
    let word = entry.mark.as_ref().map_or("", |(_, word)| word.as_str()).trim_start_matches(&entry.text);
    let name = [label, entry.text.as_str(), word].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mark = entry.mark.as_ref().map(|(mark, _)| *mark);
    let link = FigureLink::new(&entry.text, entry.kind).mark(mark).name(&name).ui(ui);
    figure::lead(ctx, &link, nr);
}

fn foot_ui(ctx: &mut Context<'_>, ui: &mut Ui, record: &Record) {
    ui.add_space(4.0);
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        sentence_button_ui(ctx, ui, record);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let color = Palette::of(ui).text_weak;
            for place in &record.places {
                text_ui(ui, Type::Small, color, place);
            }
        });
    });
}

fn sentence_button_ui(ctx: &mut Context<'_>, ui: &mut Ui, record: &Record) {
    let Some(nr) = record.sentence else { return };
    if Button::edge(&tr(ctx.lang, "app-show-sentence")).icon(Icon::Article).ui(ui).clicked() {
        ctx.send(Command::ShowSentence(nr));
    }
}

/// The record as a strip of 68 points: what fits on two lines. Returns whether the whole record is asked for.
pub fn strip_ui(ctx: &mut Context<'_>, ui: &mut Ui, record: &Record) -> bool {
    let mut is_expanded = false;
    egui::Frame::new().inner_margin(Margin { left: 24, right: 12, top: 8, bottom: 8 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            let title = RichText::new(&record.title).font(Type::Section.font_id());
            ui.label(title);
            if let Some((mark, word)) = &record.mark {
                status_ui(ui, *mark, word);
            }
            at_right_ui(ui, Id::unique("record-strip"), ui.available_rect_before_wrap(), |ui| {
                sentence_button_ui(ctx, ui, record);
                is_expanded = icon_button_ui(ui, Icon::SortUp, &tr(ctx.lang, "app-expand-record"), false).clicked();
                close_ui(ctx, ui);
            });
        });
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let palette = Palette::of(ui);
            // What stands beside the title is not said again.
            let told = record.mark.as_ref().map(|(_, word)| word.as_str());
            for field in &record.fields {
                let Some((entry, nr)) = field.entries.first().and_then(|entry| Some((entry, entry.figure?))) else { continue };
                if told == Some(entry.text.as_str()) {
                    continue;
                }
                if ui.available_width() < 160.0 {
                    break;
                }
                ui.label(Type::Small.rich(&field.label).color(palette.text_weak));
                value_ui(ctx, ui, &field.label, entry, nr);
                ui.add_space(16.0);
            }
        });
    });
    is_expanded
}
