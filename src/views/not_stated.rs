//! What a reader looks for and the report does not say; never a guess.

use egui::{Frame, Margin, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{Context, page};
use crate::{
    command::Command,
    dossier::Dossier,
    locale::{Bilingual, Lang, count_text, tr, tr_args},
    route::{Focus, Route, View},
    sheets,
    ui::{
        button::Button,
        page::section_heading_ui,
        text::text_ui,
        theme::{self, PAGE_SIDE, Palette, Type},
    },
};

/// Width of the names of rows.
const NAME_WIDTH: f32 = 208.0;

/// Draws the view.
pub fn ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let (dossier, lang) = (ctx.dossier, ctx.lang);
    let count = dossier.meta.num_not_stated();
    let lede = tr_args(lang, "not-stated-lede", &[("count", count.into())]);
    page::toolbar_ui(ctx, ui, View::NotStated, &lede, |_, _, _| {});
    theme::hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), Palette::of(ui).hairline);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let side = PAGE_SIDE as i8;
        Frame::new().inner_margin(Margin { left: side, right: 32, top: 20, bottom: 24 }).show(ui, |ui| {
            groups_ui(ctx, ui);
            rows_ui(ctx, ui);
        });
    });
}

/// The groups, two beside each other where there is room.
fn groups_ui(ctx: &Context<'_>, ui: &mut Ui) {
    let num_columns = if ui.available_width() >= 640.0 { 2 } else { 1 };
    let gap = 32.0;
    let width = (ui.available_width() - gap * (num_columns - 1) as f32) / num_columns as f32;
    for groups in ctx.dossier.meta.not_stated.chunks(num_columns) {
        let origin = ui.cursor().min;
        let mut height: f32 = 0.0;
        for (nr, group) in groups.iter().enumerate() {
            let at = egui::Rect::from_min_size(pos2(origin.x + (width + gap) * nr as f32, origin.y), vec2(width, f32::INFINITY));
            let mut column = ui.new_child(UiBuilder::new().id_salt(("group", nr)).max_rect(at));
            let count = count_text(ctx.lang, group.items.len());
            section_heading_ui(&mut column, group.group.get(ctx.lang), &count, "");
            column.add_space(6.0);
            for item in &group.items {
                line_ui(&mut column, item.get(ctx.lang));
            }
            height = height.max(column.min_rect().height());
        }
        ui.allocate_space(vec2(ui.available_width(), height + 24.0));
    }
}

fn line_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    ui.add_space(4.0);
    text_ui(ui, Type::Body, palette.text, text);
    ui.add_space(3.0);
    theme::hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), palette.hairline);
    ui.add_space(1.0);
}

/// A row of some table with what is not said of it.
struct Gap<'a> {
    name: &'a Bilingual,
    text: &'a Bilingual,
    route: Route,
}

/// What is not said of each row, by table.
fn gaps(dossier: &Dossier) -> Vec<(View, Vec<Gap<'_>>)> {
    let to = |view, row| Route { view, focus: Focus::Row(row) };
    let projects = dossier.projects.held().iter().enumerate();
    let projects =
        projects.filter_map(|(row, of)| Some(Gap { name: &of.name, text: of.not_stated.as_ref()?, route: to(View::Projects, row) }));
    let works = dossier.infrastructure.iter().enumerate();
    let works =
        works.filter_map(|(row, of)| Some(Gap { name: &of.name, text: of.not_stated.as_ref()?, route: to(View::Infrastructure, row) }));
    let topics = |view, topics| {
        let rows = sheets::topic_rows(topics);
        let first = move |topic| rows.iter().position(|row| row.topic == topic).unwrap_or_default();
        topics
            .iter()
            .enumerate()
            .filter_map(move |(nr, of)| Some(Gap { name: &of.name, text: of.not_stated.as_ref()?, route: to(view, first(nr)) }))
    };
    let tables = vec![
        (View::Projects, projects.collect::<Vec<_>>()),
        (View::Infrastructure, works.collect()),
        (View::Services, topics(View::Services, &dossier.services).collect()),
        (View::Reform, topics(View::Reform, &dossier.reform).collect()),
    ];
    tables.into_iter().filter(|(_, gaps)| !gaps.is_empty()).collect()
}

/// Row by row; a name opens its row.
fn rows_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    for (view, gaps) in gaps(ctx.dossier) {
        let title = tr_args(ctx.lang, "not-stated-of", &[("view", tr(ctx.lang, view.name_key()).into_owned().into())]);
        section_heading_ui(ui, &title, &count_text(ctx.lang, gaps.len()), "");
        ui.add_space(6.0);
        for gap in gaps {
            gap_ui(ctx, ui, &gap);
        }
        ui.add_space(24.0);
    }
}

fn gap_ui(ctx: &mut Context<'_>, ui: &mut Ui, gap: &Gap<'_>) {
    let (lang, palette): (Lang, _) = (ctx.lang, Palette::of(ui));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let left = ui.cursor().left();
        ui.vertical(|ui| {
            ui.add_space(4.0);
            if Button::link(gap.name.get(lang)).ui(ui).clicked() {
                ctx.send(Command::Go(gap.route));
            }
        });
        ui.add_space((left + NAME_WIDTH - ui.cursor().left()).max(12.0));
        ui.vertical(|ui| {
            ui.add_space(4.0);
            text_ui(ui, Type::Body, palette.text, gap.text.get(lang));
            ui.add_space(4.0);
        });
    });
    theme::hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), palette.hairline);
}
