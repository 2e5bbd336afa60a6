//! What frames cost without a window: the program's first one, and those while a table scrolls, which must cost the same
//! for ten thousand rows and for a million.
//!
//! `cargo bench --bench frame`. Layout, painting into shapes and tessellation are in the measure; the graphics card is not.

use divan::Bencher;
use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, Ui, Vec2, pos2};
use liucheng_viewer::{
    app::App,
    dossier,
    locale::Lang,
    state::State,
    ui::{
        data_table::{CellContext, ColumnSpec, DataTable, FilterKind, RowId, Rows, TableState, cells::CellLine},
        marks::Mark,
        number::{NumberParts, NumberSlots},
        theme,
    },
};

fn main() {
    divan::main();
}

/// Rows whose cells are worked out from their number, as a dictionary of names and columns of numbers would give them.
struct Projects {
    num_rows: u32,
}

const PLACES: [&str; 8] = ["沈阳", "大连", "鞍山", "抚顺", "本溪", "丹东", "锦州", "朝阳"];
const TRADES: [&str; 8] = ["新材料", "装备制造", "有色金属", "食品加工", "生物医药", "电子信息", "现代物流", "清洁能源"];
const STAGES: [(&str, Mark); 4] = [("落地", Mark::Planned), ("在建", Mark::Quarter), ("试生产", Mark::Trial), ("投产", Mark::Built)];
const SLOTS: NumberSlots = NumberSlots { integer: 48.0, fraction: 22.0, unit: 30.0 };

fn pick<T: Copy, const N: usize>(list: &[T; N], nr: u32) -> Option<T> {
    list.get(nr as usize % N).copied()
}

impl Projects {
    fn row(&self, row_nr: usize) -> RowId {
        u32::try_from(row_nr).unwrap_or(u32::MAX).min(self.num_rows.saturating_sub(1))
    }

    fn name(nr: RowId) -> String {
        let (place, trade) = (pick(&PLACES, nr).unwrap_or_default(), pick(&TRADES, nr / 8).unwrap_or_default());
        format!("{place}{trade}{nr}号")
    }
}

impl Rows for Projects {
    fn num_rows(&self) -> usize {
        self.num_rows as usize
    }

    fn generation(&self) -> u64 {
        0
    }

    fn row_id(&self, row_nr: usize) -> Option<RowId> {
        (row_nr < self.num_rows as usize).then(|| self.row(row_nr))
    }

    fn row_nr(&self, id: RowId) -> Option<usize> {
        Some(id as usize)
    }

    fn row_name(&self, row_nr: usize) -> String {
        Self::name(self.row(row_nr))
    }

    fn cell_text(&self, row_nr: usize, column: &str) -> String {
        format!("{column} {row_nr}")
    }

    fn cell_ui(&self, ui: &mut Ui, row_nr: usize, column: &str, cell: &CellContext) {
        let nr = self.row(row_nr);
        let mut line = CellLine::new(ui, cell);
        match column {
            "name" => _ = line.text(&Self::name(nr)),
            "stage" => {
                if let Some((word, mark)) = pick(&STAGES, nr / 3) {
                    line.mark(mark).text(word);
                }
            }
            "investment" if nr.is_multiple_of(4) => _ = line.dash_in(SLOTS),
            "investment" => {
                let (integer, fraction) = (format!("{}", nr % 97), format!(".{}", nr % 10));
                line.number(NumberParts { integer: &integer, fraction: &fraction, unit: "亿元", is_odd_unit: false }, SLOTS).gap(12.0);
                if let Some(lane) = line.lane(8.0) {
                    let bar = lane.with_max_x(lane.left() + lane.width() * (nr % 97) as f32 / 97.0);
                    line.painter().rect_filled(bar, 1, line.palette().accent_mid);
                }
            }
            "date" => _ = line.text(&format!("20{:02}-{:02}-{:02}", nr % 20, nr % 12 + 1, nr % 28 + 1)),
            _ => _ = line.weak(pick(&TRADES, nr / 5).unwrap_or_default()),
        }
    }
}

fn columns() -> Vec<ColumnSpec> {
    vec![
        ColumnSpec::new("name", "项目", 220.0),
        ColumnSpec::new("investment", "计划总投资", 212.0).filter(FilterKind::Range),
        ColumnSpec::new("stage", "阶段", 108.0).filter(FilterKind::Values),
        ColumnSpec::new("cluster", "产业", 120.0).filter(FilterKind::Values),
        ColumnSpec::new("zone", "园区", 160.0).filter(FilterKind::Values),
        ColumnSpec::new("date", "日期", 120.0).filter(FilterKind::Range),
        ColumnSpec::new("place", "出处", 160.0),
    ]
}

/// One notch of the wheel over the middle of the table.
fn wheel(size: Vec2, time_seconds: f64) -> RawInput {
    let notch = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, -50.0),
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
    };
    RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)),
        time: Some(time_seconds),
        events: vec![Event::PointerMoved((size / 2.0).to_pos2()), notch],
        ..Default::default()
    }
}

fn scroll(bencher: Bencher<'_, '_>, num_rows: u32, is_read_aloud: bool) {
    let ctx = Context::default();
    theme::install(&ctx);
    if is_read_aloud {
        ctx.enable_accesskit();
    }
    let (rows, columns, mut state) = (Projects { num_rows }, columns(), TableState::default());
    let size = Vec2::new(1280.0, 800.0);
    let mut time = 0.0;
    // From the middle, so that no number of frames comes to the end.
    state.reveal(num_rows / 2);
    let mut frame = || {
        time += 1.0 / 60.0;
        let output = ctx.run_ui(wheel(size, time), |ui| {
            DataTable::new("projects", Lang::Zh, &columns).ui(ui, &mut state, &rows);
        });
        ctx.tessellate(output.shapes, output.pixels_per_point)
    };
    // The first frames lay out every glyph once.
    for _ in 0..30 {
        frame();
    }
    bencher.bench_local(frame);
}

#[divan::bench(args = [10_000, 1_000_000], sample_count = 50, sample_size = 4)]
fn while_scrolling(bencher: Bencher<'_, '_>, num_rows: u32) {
    scroll(bencher, num_rows, false);
}

#[divan::bench(args = [10_000, 1_000_000], sample_count = 50, sample_size = 4)]
fn while_scrolling_read_aloud(bencher: Bencher<'_, '_>, num_rows: u32) {
    scroll(bencher, num_rows, true);
}

/// From loaded dossier to shapes: faces, glyphs, the rows of every table, layout.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn first_of_the_program(bencher: Bencher<'_, '_>) {
    let size = Vec2::new(1280.0, 800.0);
    let input = || RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)), ..Default::default() };
    bencher.with_inputs(|| (Context::default(), dossier::embedded())).bench_local_values(|(ctx, dossier)| {
        let mut app = App::new(&ctx, dossier, State::default(), None);
        let mut output = ctx.run_ui(input(), |ui| app.frame_ui(ui));
        output.textures_delta.clear();
        ctx.tessellate(output.shapes, output.pixels_per_point)
    });
}
