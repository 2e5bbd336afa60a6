//! What the reader costs without a window: opening an account, setting it in another size, a frame while it scrolls, and a
//! keystroke of find; each must cost little more in a text of a million characters than in one of five thousand.
//!
//! `cargo bench --bench reader`. Layout, painting into shapes and tessellation are in the measure; the graphics card is not.

use std::sync::Arc;

use divan::Bencher;
use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, Vec2, pos2};
use liucheng_viewer::{
    article::find::Text,
    locale::Lang,
    ui::{
        marks::{Kind, Mark},
        reader::{Document, FigureSpan, Paragraph, Reader, Section, Shown},
        theme,
    },
};

const SIZES: [usize; 3] = [5_000, 100_000, 1_000_000];

fn main() {
    divan::main();
}

/// A made-up account of so many chars: sections of twenty paragraphs, no two alike, three figures in each.
fn document(num_chars: usize) -> Arc<Document> {
    const PLACES: [&str; 7] = ["东河", "南岭", "西川", "北原", "中滩", "前湾", "后坪"];
    const WORKS: [&str; 5] = ["新修的道路两旁栽上了树", "厂房已经封顶", "设备正在安装和调试", "管线通到了每一块地", "办事的窗口搬到了一处"];
    let (mut sections, mut chars) = (Vec::<Section>::new(), 0);
    let mut nr = 0;
    while chars < num_chars {
        if nr % 20 == 0 {
            sections.push(Section { title: format!("第{}节", nr / 20 + 1), ..Section::default() });
        }
        let pick = |list: &[&'static str]| list.get(nr % list.len()).copied().unwrap_or_default();
        let paragraph = paragraph(nr, pick(&PLACES), pick(&WORKS));
        chars += paragraph.text.chars().count();
        if let Some(section) = sections.last_mut() {
            section.paragraphs.push(paragraph);
        }
        nr += 1;
    }
    Arc::new(Document { lang: Lang::Zh, title: "题".into(), byline: "某日".into(), notes: vec!["说明".into()], sections })
}

fn paragraph(nr: usize, place: &str, work: &str) -> Paragraph {
    let figures = [format!("{}.{} 亿元", nr % 97, nr % 10), format!("{} 个", nr % 1000), format!("{} 公里", nr % 311)];
    let [amount, count, length] = &figures;
    let text = format!(
        "{place}开发区在“第{nr}号”地块上动工，计划总投资 {amount}，引来企业 {count}；{work}，路网延长到 {length}。负责的人说，\
         这里从前是荒滩，如今一年四季都有人来看地、看厂、看水电；凡是能一次办成的事，不让人跑第二次（另有说明）。到了年底，\
         {work}，{place}的人又添了信心，说好来年再看。"
    );
    let mut made = Paragraph::default();
    let mut from = 0;
    for (key, figure) in (3 * nr..).zip(&figures) {
        let Some(at) = text.get(from..).and_then(|rest| rest.find(figure.as_str())) else { continue };
        let range = from + at..from + at + figure.len();
        from = range.end;
        let mark = key.is_multiple_of(2).then_some(Mark::Planned);
        let key = u32::try_from(key).unwrap_or(u32::MAX);
        made.figures.push(FigureSpan { range, key, kind: Kind::Stated, mark, is_words: false, name: figure.clone() });
    }
    made.text = text;
    made
}

fn size() -> Vec2 {
    Vec2::new(1280.0, 800.0)
}

fn input(events: Vec<Event>, time_seconds: f64) -> RawInput {
    RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size())), time: Some(time_seconds), events, ..Default::default() }
}

/// A window whose glyphs are in the texture, as they are after the first page of any text.
fn context() -> Context {
    let ctx = Context::default();
    theme::install(&ctx);
    let (document, mut reader) = (document(5_000), Reader::default());
    for _ in 0..4 {
        frame(&ctx, &mut reader, &document, &Shown::default(), Vec::new(), 0.0);
    }
    ctx
}

fn frame(ctx: &Context, reader: &mut Reader, document: &Arc<Document>, shown: &Shown<'_>, events: Vec<Event>, time_seconds: f64) -> usize {
    let mut output = ctx.run_ui(input(events, time_seconds), |ui| _ = reader.ui(ui, document, shown));
    output.textures_delta.clear();
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

/// From the account to the first frame of it.
#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn open(bencher: Bencher<'_, '_>, num_chars: usize) {
    let (ctx, document) = (context(), document(num_chars));
    bencher.bench_local(|| frame(&ctx, &mut Reader::default(), &document, &Shown::default(), Vec::new(), 0.0));
}

/// The frame after it, in which what is near the view is set.
#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn frame_after_opening(bencher: Bencher<'_, '_>, num_chars: usize) {
    let (ctx, document) = (context(), document(num_chars));
    let opened = || {
        let mut reader = Reader::default();
        frame(&ctx, &mut reader, &document, &Shown::default(), Vec::new(), 0.0);
        reader
    };
    bencher.with_inputs(opened).bench_local_values(|mut reader| {
        frame(&ctx, &mut reader, &document, &Shown::default(), Vec::new(), 0.0);
        reader
    });
}

/// One step larger or smaller, in the middle of the text.
#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn change_size(bencher: Bencher<'_, '_>, num_chars: usize) {
    let (ctx, document, mut reader) = (context(), document(num_chars), Reader::default());
    let shown = |is_large: bool| if is_large { Shown { size: 18.0, line_height: 32.0, ..Shown::default() } } else { Shown::default() };
    frame(&ctx, &mut reader, &document, &shown(false), Vec::new(), 0.0);
    reader.return_to(num_chars / 250, 0.0);
    // Both sizes have their glyphs in the texture.
    for nr in 0..40 {
        frame(&ctx, &mut reader, &document, &shown(nr % 2 == 1), Vec::new(), 0.0);
    }
    let mut is_large = false;
    bencher.bench_local(|| {
        is_large = !is_large;
        frame(&ctx, &mut reader, &document, &shown(is_large), Vec::new(), 0.0)
    });
}

/// One notch of the wheel in the middle of the text, on and on through paragraphs that have not been in sight.
#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn while_scrolling(bencher: Bencher<'_, '_>, num_chars: usize) {
    let (ctx, document, mut reader) = (context(), document(num_chars), Reader::default());
    let notch = || Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, -50.0),
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
    };
    frame(&ctx, &mut reader, &document, &Shown::default(), Vec::new(), 0.0);
    reader.return_to(num_chars / 250, 0.0);
    let mut time = 0.0;
    let mut scroll = || {
        time += 1.0 / 60.0;
        frame(&ctx, &mut reader, &document, &Shown::default(), vec![Event::PointerMoved(pos2(700.0, 400.0)), notch()], time)
    };
    (0..4).for_each(|_| _ = scroll());
    bencher.bench_local(scroll);
}

/// What is typed: a word, in pinyin, a value, a letter that stands everywhere.
const NEEDLES: [&str; 4] = ["一年四季", "yinian", "0.57亿", "y"];

/// Looking for it in the whole text.
#[divan::bench(args = SIZES, consts = [0, 1, 2, 3], sample_count = 20, sample_size = 1)]
fn keystroke<const NEEDLE: usize>(bencher: Bencher<'_, '_>, num_chars: usize) {
    let document = document(num_chars);
    let text = Text::new(document.pieces());
    bencher.bench_local(|| text.find(NEEDLES.get(NEEDLE).copied().unwrap_or_default()).len());
}

/// Making the text ready, once, when somebody begins to look for something.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn make_ready(bencher: Bencher<'_, '_>, num_chars: usize) {
    let document = document(num_chars);
    bencher.bench_local(|| Text::new(document.pieces()));
}
