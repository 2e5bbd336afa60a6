//! What a reader looks for and the report does not say; never a guess.

use egui::{Frame, Margin, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{Context, page};
use crate::{
    command::Command,
    locale::{Lang, count_text, tr, tr_args},
    route::{Focus, Route, View},
    sheets::{self, Gap, GapAt, GapsOf},
    ui::{
        button::Button,
        page::SectionHeading,
        scroll::{Reach, scroll_ui},
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
    let name = tr(lang, View::NotStated.name_key());
    scroll_ui(ui, ScrollArea::vertical().auto_shrink([false, false]), &name, Reach::Page, |ui| {
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
            SectionHeading::new(group.group.get(ctx.lang), &count).ui(&mut column);
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

/// Row by row; a name opens its row.
fn rows_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    for (of, gaps) in sheets::gaps(ctx.dossier) {
        let name = tr(ctx.lang, view(of).map_or("gap-zone", View::name_key)).into_owned();
        let title = tr_args(ctx.lang, "not-stated-of", &[("view", name.into())]);
        SectionHeading::new(&title, &count_text(ctx.lang, gaps.len())).ui(ui);
        ui.add_space(6.0);
        for gap in gaps {
            gap_ui(ctx, ui, view(of), &gap);
        }
        ui.add_space(24.0);
    }
}

/// The view whose table has the rows; none for the zone, which has no table.
fn view(of: GapsOf) -> Option<View> {
    Some(match of {
        GapsOf::Zone => return None,
        GapsOf::Projects => View::Projects,
        GapsOf::Infrastructure => View::Infrastructure,
        GapsOf::Approvals => View::Approvals,
        GapsOf::Services => View::Services,
        GapsOf::Reform => View::Reform,
    })
}

/// What a click on the name of a row does; nothing where there is nothing more to see.
fn command(view: Option<View>, at: GapAt) -> Option<Command> {
    match at {
        GapAt::Row(row) => Some(Command::Go(Route { view: view?, focus: Focus::Row(row) })),
        GapAt::Figure(nr) => Some(Command::ShowInTable(nr)),
        GapAt::Table => Some(Command::Open(view?)),
        GapAt::Nowhere => None,
    }
}

fn gap_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: Option<View>, gap: &Gap) {
    let (lang, palette): (Lang, _) = (ctx.lang, Palette::of(ui));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let left = ui.cursor().left();
        ui.vertical(|ui| {
            ui.add_space(4.0);
            match command(view, gap.at) {
                Some(command) if Button::link(gap.name.get(lang)).ui(ui).clicked() => ctx.send(command),
                Some(_) => {}
                None => _ = text_ui(ui, Type::Body, palette.text, gap.name.get(lang)),
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
