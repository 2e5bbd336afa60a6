//! What was checked, and what the report does not say.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::views::formula::{check_name, fitting, formula_ui, has_operands, terms_width};
use crate::{
    command::Command,
    dossier::{Check, Claim, Dossier, Origin, Verdict},
    locale::{Lang, count_text, inline, tr, tr_args},
    route::View,
    ui::{
        page::SectionHeading,
        text::{paint_at, paint_left, row_ui},
        theme::{Palette, Type},
        tooltip,
    },
    views::{Context, words},
};

/// How many checks there is room for.
const MOST_CHECKS: usize = 6;
/// How many of them may be refusals.
const MOST_REFUSED: usize = 2;
/// Height of a check.
const ROW_HEIGHT: f32 = 21.0;
/// The most lines about what is not said.
const MOST_LINES: usize = 6;

/// What was checked: how it came out in all, and a few examples, those that do not hold first.
pub(super) fn checks_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let (dossier, lang, palette) = (ctx.dossier, ctx.lang, Palette::of(ui));
    let (title, tally, all) = (tr(lang, "app-checks"), tally(dossier, lang), tr(lang, "overview-all"));
    if (SectionHeading { link: &all, ..SectionHeading::new(&title, &tally) }).ui(ui).is_clicked {
        ctx.send(Command::ShowChecks);
    }
    ui.add_space(6.0);
    let right = ui.available_rect_before_wrap().right();
    for check in chosen(dossier) {
        let verdict = words::verdict_mark(check.outcome.verdict);
        let y = ui.cursor().top() + ROW_HEIGHT / 2.0;
        row_ui(ui, ROW_HEIGHT, 8.0, |ui| {
            let (mark, response) = ui.allocate_exact_size(vec2(14.0, ROW_HEIGHT), Sense::hover());
            verdict.paint(ui.painter(), mark.center(), 12.0, verdict.color(palette));
            let word = words::verdict_word(lang, check.outcome.verdict);
            let name = check_name(ctx, check);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
            let reason = check.reason(lang).map_or(word.clone(), |reason| format!("{word}: {reason}"));
            tooltip::on_hover_text(response, &reason);
            let left = mark.right() + 8.0;
            // A long sum gives way to the name of what it is a sum of; the name is there whole or not at all.
            let name = Type::Small.galley(ui, check.name.get(lang), palette.text_weak);
            let room = [right - left - 7.0 - name.size().x, right - left];
            let terms = room.map(|room| fitting(ui, Type::Control, check.terms(dossier, lang), room));
            let is_named = terms.first().is_some_and(|terms| has_operands(terms) && terms_width(ui, Type::Control, terms) <= room[0]);
            let [beside_name, alone] = terms;
            let terms = if is_named { beside_name } else { alone };
            formula_ui(ctx, ui, Type::Control, &terms, None);
            if is_named {
                paint_left(ui.painter(), left + terms_width(ui, Type::Control, &terms) + 7.0, y, name);
            }
        });
    }
}

/// How many checks there are, and whether any does not hold.
fn tally(dossier: &Dossier, lang: Lang) -> String {
    let wrong = dossier.checks.iter().filter(|check| check.outcome.verdict == Verdict::Disagrees).count();
    tr_args(lang, "overview-tally", &[("count", dossier.checks.len().into()), ("wrong", wrong.into())])
}

/// The checks shown: what does not hold, then sums that the report makes itself, then refusals of different kinds.
fn chosen(dossier: &Dossier) -> Vec<&Check> {
    let is_open = |check: &&Check| matches!(check.outcome.verdict, Verdict::Disagrees | Verdict::Undecided);
    let is_stated = |check: &&Check| {
        let is_arithmetic = matches!(check.claim, Claim::Sum { .. } | Claim::SumAtMost { .. });
        let whole = check.claim.whole().map(|nr| dossier.figure(nr).origin);
        is_arithmetic && whole == Some(Origin::Stated) && !is_open(check)
    };
    let mut refused: Vec<&Check> = Vec::new();
    for check in &dossier.checks {
        let Claim::Refuse { op, .. } = &check.claim else { continue };
        let is_new = refused.iter().all(|other| !matches!(&other.claim, Claim::Refuse { op: other, .. } if other == op));
        if is_new && refused.len() < MOST_REFUSED {
            refused.push(check);
        }
    }
    let room = MOST_CHECKS - refused.len();
    let checks = &dossier.checks;
    let made: Vec<&Check> = checks.iter().filter(is_open).chain(checks.iter().filter(is_stated)).take(room).collect();
    made.into_iter().chain(refused).collect()
}

/// What the report does not say, group by group as far as there is room.
pub(super) fn not_stated_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let (dossier, lang, palette) = (ctx.dossier, ctx.lang, Palette::of(ui));
    if dossier.meta.not_stated.is_empty() {
        return;
    }
    let count = count_text(lang, dossier.meta.num_not_stated());
    let (title, all) = (tr(lang, "not-stated"), tr(lang, "overview-all"));
    if (SectionHeading { link: &all, ..SectionHeading::new(&title, &count) }).ui(ui).is_clicked {
        ctx.send(Command::Open(View::NotStated));
    }
    ui.add_space(6.0);
    let num_items = dossier.meta.num_not_stated();
    let text = |most: usize| listed(dossier, lang, most);
    let laid = |most: usize| {
        let job = Type::Control.job(text(most), palette.text_weak, ui.available_width());
        ui.painter().layout_job(job)
    };
    // What does not fit is left out item by item: half a word says nothing.
    let galley = (1..=num_items).rev().map(laid).find(|galley| galley.rows.len() <= MOST_LINES);
    let Some(galley) = galley else { return };
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let all = text(num_items);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &all));
    paint_at(ui.painter(), rect.min, galley);
}

/// The first `most` things that are not said, group by group, and how many more there are.
fn listed(dossier: &Dossier, lang: Lang, most: usize) -> String {
    let mut left = most;
    let groups = dossier.meta.not_stated.iter().enumerate().filter_map(|(nr, group)| {
        let items = group
            .items
            .iter()
            .take(left)
            .enumerate()
            .map(|(item_nr, item)| if nr + item_nr == 0 { item.get(lang).to_owned() } else { inline(lang, item.get(lang)) });
        let items: Vec<String> = items.collect();
        left -= items.len();
        (!items.is_empty()).then(|| items.join(&tr(lang, "app-list-separator")))
    });
    let mut text = groups.collect::<Vec<_>>().join(&tr(lang, "overview-separator"));
    let num_left_out = dossier.meta.num_not_stated().saturating_sub(most);
    if num_left_out > 0 {
        text.push_str(&tr_args(lang, "overview-and-more", &[("count", num_left_out.into())]));
    }
    text
}
