//! The cases completed by window: a table with bars and shares, and the sum that its rows make.

use egui::{Rect, Ui, UiBuilder, pos2};

use crate::{
    dossier::{Check, Claim, Dossier, FigureNr, Parts, Qualifier, Quantity, Term, Window},
    locale::Lang,
    route::View,
    sheets::{Head, Reader, Said, share},
    ui::{
        bars,
        data_table::{
            ColumnSpec, RowId,
            cells::{CellLine, body_type},
        },
        marks::{Kind, Mark},
        number::NumberSlots,
        theme::{self, Type},
    },
    views::{
        Context,
        formula::{check_name, fitting, formula_ui, has_operands},
        number::{self, Number, length},
        tables::{Cells, Page, TableView, block_ui, spec},
        words,
    },
};

/// Space between a number and its bar, and between a total and how it comes about.
const GAP: f32 = 16.0;

/// The columns of the windows.
pub(super) fn columns(reader: &Reader<'_>) -> Vec<ColumnSpec> {
    let column = |head: Head| match head.id {
        "completed" => spec(head, 200.0).flexible(),
        "share" => spec(head, 104.0).kind(Kind::Computed),
        _ => spec(head, 152.0),
    };
    reader.heads(View::Approvals).into_iter().map(column).collect()
}

/// The sum that comes to all cases, while every window is in sight.
pub(super) fn proof<'a>(dossier: &'a Dossier, view: &TableView) -> Option<&'a Check> {
    let whole = dossier.approvals.completed?;
    let is_whole = view.order().len() == dossier.approvals.windows.len();
    dossier.checks.iter().find(|check| is_whole && matches!(check.claim, Claim::Sum { whole: of, .. } if of == whole))
}

/// Draws the windows without their heading.
pub(super) fn windows_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, page: &Page<'_, WindowCells<'_>>) {
    let drawn = block_ui(ctx, ui, view, page);
    let (Some(check), Some(column)) = (proof(ctx.dossier, view), drawn.column("completed")) else { return };
    let clip = drawn.clip("completed");
    let left = column.min + theme::CELL_SIDE + page.cells.slots[0].width() + GAP;
    let bottom = ui.cursor().top();
    let place = Rect::from_min_max(pos2(left, bottom - theme::TOTAL_HEIGHT), pos2(column.max.min(clip.max) - theme::CELL_SIDE, bottom));
    proof_ui(ctx, ui, view, check, place);
}

/// How the total comes about, its parts in the order of the rows; as much of it as there is room for.
fn proof_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &TableView, check: &Check, place: Rect) {
    let windows = &ctx.dossier.approvals.windows;
    let order: Vec<FigureNr> = view.rows_on_screen().iter().filter_map(|row| windows.get(*row as usize)?.completed).collect();
    let verdict = check.outcome.verdict;
    let terms = fitting(ui, Type::Control, in_order(check.terms(ctx.dossier, ctx.lang), &order), place.width() - GAP);
    if !has_operands(&terms) {
        return;
    }
    ui.scope_builder(UiBuilder::new().id_salt("proof").max_rect(place), |ui| {
        ui.add_space((place.height() - Type::Control.line_height()) / 2.0);
        formula_ui(ctx, ui, Type::Control, &terms, Some((words::verdict_mark(verdict), check_name(ctx, check))));
    });
}

/// A sum's terms with the operands in another order.
fn in_order(terms: Vec<Term>, order: &[FigureNr]) -> Vec<Term> {
    let place = |term: &Term| order.iter().position(|nr| Some(*nr) == term.figure);
    let mut sorted: Vec<Term> = terms.iter().filter(|term| place(term).is_some()).cloned().collect();
    sorted.sort_by_key(place);
    let mut sorted = sorted.into_iter();
    terms.into_iter().map(|term| if place(&term).is_some() { sorted.next().unwrap_or(term) } else { term }).collect()
}

/// A share with its sign close to the digits.
fn percent(share: &Quantity, lang: Lang) -> Number {
    let parts = share.parts(lang);
    let before = if parts.before.is_empty() { String::new() } else { "≈".to_owned() };
    Number::new(Parts { before, fraction: parts.fraction + &parts.unit, unit: String::new(), ..parts })
}

/// The cells of the table of windows.
pub(super) struct WindowCells<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    reader: Reader<'a>,
    shares: Vec<Option<Quantity>>,
    /// Of the cases and of the shares.
    slots: [NumberSlots; 2],
    most: f32,
}

impl<'a> WindowCells<'a> {
    pub(super) fn new(ctx: &Context<'a>, ui: &Ui) -> Self {
        let (dossier, lang) = (ctx.dossier, ctx.lang);
        let windows = &dossier.approvals.windows;
        let cases = || windows.iter().filter_map(|window| number::of(dossier, window.completed));
        let shares: Vec<_> = windows.iter().map(|window| share(dossier, window)).collect();
        let all = number::of(dossier, dossier.approvals.completed);
        let numbers = [
            cases().chain(all).map(|quantity| Number::bare(quantity.parts(lang))).collect::<Vec<_>>(),
            shares.iter().flatten().map(|share| percent(share, lang)).collect(),
        ];
        let place = body_type(ctx.window_width < theme::NARROW);
        let slots = numbers.each_ref().map(|numbers| NumberSlots::measure(ui, place, numbers.iter().map(Number::parts)));
        Self { dossier, lang, reader: ctx.reader(), shares, slots, most: cases().map(length).fold(0.0, f32::max) }
    }

    fn window(&self, row: RowId) -> Option<&'a Window> {
        self.dossier.approvals.windows.get(row as usize)
    }

    fn completed(&self, line: &mut CellLine<'_>, window: &Window) {
        let [slots, _] = self.slots;
        let Some(quantity) = number::of(self.dossier, window.completed) else {
            line.dash_in(slots);
            return;
        };
        line.number(Number::bare(quantity.parts(self.lang)).parts(), slots).gap(GAP);
        if let Some(lane) = line.lane(bars::CHART_BAR) {
            bars::value_bar(line.painter(), lane, length(quantity), self.most, Mark::Built, line.palette());
        }
    }
}

impl Cells for WindowCells<'_> {
    fn name(&self, row: RowId) -> String {
        self.window(row).map(|window| window.name.get(self.lang).to_owned()).unwrap_or_default()
    }

    fn said(&self, row: RowId, column: &str) -> Option<Said<'_>> {
        self.reader.window(self.window(row)?, column)
    }

    fn row_figure(&self, row: RowId) -> Option<FigureNr> {
        self.window(row)?.completed
    }

    fn quantity(&self, row: RowId, column: &str) -> Option<&Quantity> {
        match column {
            "completed" => number::of(self.dossier, self.window(row)?.completed),
            "share" => self.shares.get(row as usize)?.as_ref(),
            _ => None,
        }
    }

    fn total(&self, column: &str, total: &Quantity) -> Option<(Number, NumberSlots)> {
        let [cases, shares] = self.slots;
        match column {
            "completed" => Some((Number::bare(total.parts(self.lang)), cases)),
            // A sum of rounded shares is about as much; the smallest is what its row says.
            _ if self.shares.iter().flatten().any(|share| share == total) => Some((percent(total, self.lang), shares)),
            _ => Some((percent(&Quantity { qualifier: Qualifier::About, ..total.clone() }, self.lang), shares)),
        }
    }

    fn paint(&self, line: &mut CellLine<'_>, row: RowId, column: &str) {
        let Some(window) = self.window(row) else { return };
        match column {
            "completed" => self.completed(line, window),
            "share" => match self.shares.get(row as usize).and_then(Option::as_ref) {
                Some(share) => {
                    let color = line.palette().computed;
                    line.colored_number(percent(share, self.lang).parts(), self.slots[1], color);
                }
                None => _ = line.dash_in(self.slots[1]),
            },
            _ => _ = line.text(&self.name(row)),
        }
    }
}
