//! Rows for the tests of the table: fourteen projects, or as many as asked for.

use std::cell::Cell;

use egui::Ui;

use super::{CellContext, ColumnSpec, FilterKind, RowId, Rows, cells::CellLine};
use crate::ui::{
    marks::{Kind, Mark},
    number::{NumberParts, NumberSlots},
    text::text_ui,
    theme::{Palette, Type},
};

/// Name, planned investment in units of 100 million yuan with its form, stage.
pub(super) const PROJECTS: [(&str, &str, &str, usize); 14] = [
    ("华祥新材料", "10", "", 0),
    ("盛鑫冶金轧辊", "6", ".3", 1),
    ("华锆新材料", "2", "", 3),
    ("众源科技", "1", ".8", 0),
    ("百盛钛业", "1", ".5", 0),
    ("尤尼斯智能制造谷", "1", ".5", 0),
    ("鑫巨龙数控机床", "0", ".57", 0),
    ("北鑫金属", "", "", 1),
    ("恒杰新材", "", "", 1),
    ("联强轧辊", "", "", 1),
    ("帅杨木业", "", "", 1),
    ("亿联盛新材料", "", "", 2),
    ("源东方钒钛", "", "", 2),
    ("航天阳光光纤", "", "", 2),
];

/// Words and marks of the stages.
pub(super) const STAGES: [(&str, Mark); 4] =
    [("落地", Mark::Planned), ("在建", Mark::Quarter), ("试生产", Mark::Trial), ("投产", Mark::Built)];

const SLOTS: NumberSlots = NumberSlots { integer: 40.0, fraction: 22.0, unit: 30.0 };

/// Rows in some order; counts what is drawn.
pub(super) struct Sample {
    pub(super) order: Vec<RowId>,
    pub(super) generation: u64,
    pub(super) num_cells_drawn: Cell<usize>,
}

impl Sample {
    pub(super) fn new(num_rows: u32) -> Self {
        Self { order: (0..num_rows).collect(), generation: 0, num_cells_drawn: Cell::new(0) }
    }

    /// Hands other rows over, or the same in another order.
    pub(super) fn set(&mut self, order: Vec<RowId>) {
        self.order = order;
        self.generation += 1;
    }

    fn project(&self, row_nr: usize) -> (&'static str, &'static str, &'static str, usize) {
        PROJECTS[self.order[row_nr] as usize % PROJECTS.len()]
    }
}

/// The columns of the sample.
pub(super) fn columns() -> Vec<ColumnSpec> {
    let columns = [
        ColumnSpec::new("name", "项目", 156.0),
        ColumnSpec::new("investment", "计划总投资", 212.0).filter(FilterKind::Range),
        ColumnSpec::new("stage", "阶段", 108.0).filter(FilterKind::Values),
        ColumnSpec::new("cluster", "产业", 92.0).kind(Kind::Editorial).flexible(),
    ];
    let orders = ["从低到高", "从高到低"].map(str::to_owned);
    columns.into_iter().map(|column| ColumnSpec { orders: orders.clone(), ..column }).collect()
}

impl Rows for Sample {
    fn num_rows(&self) -> usize {
        self.order.len()
    }

    fn generation(&self) -> u64 {
        self.generation
    }

    fn row_id(&self, row_nr: usize) -> Option<RowId> {
        self.order.get(row_nr).copied()
    }

    fn row_nr(&self, id: RowId) -> Option<usize> {
        self.order.iter().position(|row| *row == id)
    }

    fn row_name(&self, row_nr: usize) -> String {
        self.project(row_nr).0.to_owned()
    }

    fn cell_text(&self, row_nr: usize, column: &str) -> String {
        let (name, integer, fraction, stage) = self.project(row_nr);
        match column {
            "name" => name.to_owned(),
            "investment" if integer.is_empty() => "报道未说明".to_owned(),
            "investment" => format!("{integer}{fraction} 亿元"),
            "stage" => STAGES[stage].0.to_owned(),
            _ => "新材料".to_owned(),
        }
    }

    fn has_tooltip(&self, _: usize, column: &str) -> bool {
        column == "investment"
    }

    fn tooltip_ui(&self, ui: &mut Ui, row_nr: usize, column: &str) {
        text_ui(ui, Type::Small, Palette::of(ui).text, &self.cell_text(row_nr, column));
    }

    fn cell_ui(&self, ui: &mut Ui, row_nr: usize, column: &str, cell: &CellContext) {
        self.num_cells_drawn.set(self.num_cells_drawn.get() + 1);
        let (name, integer, fraction, stage) = self.project(row_nr);
        let mut line = CellLine::new(ui, cell);
        match column {
            "name" => line.text(name),
            "investment" if integer.is_empty() => line.dash_in(SLOTS),
            "investment" => {
                line.number(NumberParts { integer, fraction, unit: "亿元", is_odd_unit: false }, SLOTS).gap(12.0);
                if let Some(lane) = line.lane(8.0) {
                    let value: f32 = format!("{integer}{fraction}").parse().unwrap();
                    let palette = line.palette();
                    let bar = lane.with_max_x(lane.left() + (lane.width() * value / 10.0).max(3.0));
                    line.painter().rect(bar, 1, palette.accent_soft, egui::Stroke::new(1.0, palette.accent_mid), egui::StrokeKind::Inside);
                }
                &mut line
            }
            "stage" => line.mark(STAGES[stage].1).text(STAGES[stage].0),
            _ => line.weak("新材料"),
        };
    }
}
