//! What the columns of the projects have in common: room for their numbers, the longest bar.

use std::sync::{Arc, Weak};

use egui::{Id, Ui};

use crate::{
    dossier::{Dimension, FigureNr, Project, Qualifier, Quantity, Unit},
    table::{Data, Decimal, Table},
    ui::{data_table::cells::body_type, number::NumberSlots, theme::NARROW},
    views::{
        Context,
        number::{self, MOST_LOOKED_AT, Number},
    },
};

/// What all cells of a column share. Of a large dossier it is worked out once, not each frame.
#[derive(Clone, Copy)]
pub(super) struct All {
    pub(super) investment: NumberSlots,
    pub(super) output: NumberSlots,
    pub(super) jobs: NumberSlots,
    pub(super) largest: f32,
    /// What the bars of the investments measure; an amount in another currency has none.
    pub(super) measured: Option<Dimension>,
    /// How many projects state an investment.
    pub(super) stated: usize,
}

impl All {
    /// What the first projects make of the columns: they stand for the rest.
    fn new(ctx: &Context<'_>, ui: &Ui, table: &Table) -> Self {
        let (dossier, lang, unit) = (ctx.dossier, ctx.lang, ctx.money_unit());
        let is_compact = ctx.window_width < NARROW;
        let money = |quantity: &Quantity| Number::money(quantity, lang, unit);
        let first = || (0..dossier.projects.len().min(MOST_LOOKED_AT)).filter_map(|row| dossier.projects.get(row));
        let slots = |pick: fn(&Project) -> Option<FigureNr>, format: &dyn Fn(&Quantity) -> Number| {
            let numbers: Vec<Number> = first().filter_map(|project| Some(format(number::of(dossier, pick(project))?))).collect();
            NumberSlots::measure(ui, body_type(is_compact), numbers.iter().map(Number::parts))
        };
        let investments = match table.column("investment").map(|column| &column.data) {
            Some(Data::Number(numbers)) => (0..table.num_rows()).filter_map(|row| numbers.value(row)).collect(),
            _ => Vec::new(),
        };
        let total = yuan(investments.iter().sum()).map(|sum| Number::money_total(&sum, lang, unit));
        let amounts = first().filter_map(|project| number::of(dossier, project.investment));
        let numbers: Vec<Number> = amounts.clone().map(money).chain(total).collect();
        let measured = number::investment_dimension(dossier);
        let is_measured = |quantity: &&Quantity| Some(quantity.unit.dimension) == measured;
        let largest = if amounts.clone().all(|amount| is_measured(&amount)) {
            investments.iter().max().and_then(|most| most.to_string().parse().ok()).unwrap_or(0.0)
        } else {
            amounts.filter(is_measured).map(number::length).fold(0.0, f32::max)
        };
        Self {
            investment: NumberSlots::measure(ui, body_type(is_compact), numbers.iter().map(Number::parts)),
            output: slots(|project| project.output, &money),
            jobs: slots(|project| project.jobs, &|quantity| Number::new(quantity.parts(lang))),
            largest,
            measured,
            stated: investments.len(),
        }
    }

    /// The same, kept from frame to frame where there are many rows.
    pub(super) fn kept(ctx: &Context<'_>, ui: &Ui, table: &Arc<Table>) -> Self {
        if !ctx.dossier.projects.are_on_disk() {
            return Self::new(ctx, ui, table);
        }
        let scale = ui.ctx().pixels_per_point().to_bits();
        let id = Id::unique(("projects", ctx.lang, ctx.money_unit(), ctx.window_width < NARROW, scale));
        // While somebody remembers a table no other has its address, though its rows are gone.
        let kept: Option<(Weak<Table>, Self)> = ui.data(|data| data.get_temp(id));
        if let Some((_, kept)) = kept.filter(|(of, _)| of.as_ptr() == Arc::as_ptr(table)) {
            return kept;
        }
        let new = Self::new(ctx, ui, table);
        ui.data_mut(|data| data.insert_temp(id, (Arc::downgrade(table), new)));
        new
    }
}

/// An amount in yuan, written in 亿元.
fn yuan(amount: Decimal) -> Option<Quantity> {
    let unit = Unit::parse("亿元")?;
    let number = amount.checked_div(unit.scale)?.normalize();
    Some(Quantity { number, to: None, qualifier: Qualifier::Exact, unit, per: None })
}
