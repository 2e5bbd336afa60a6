//! The rows of a large table, which stay in their file: where each begins, and the few that were asked for.
//!
//! A row is decoded when somebody asks for it, and kept until [`Rows::trim`]. If the file has changed since it was looked
//! through, no row is given any more.

use std::{
    fmt,
    fs::File,
    hash::BuildHasher as _,
    io::{Read as _, Seek as _, SeekFrom},
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use hashbrown::{DefaultHashBuilder, HashMap};

use super::{
    Problems,
    builder::Builder,
    fields::Sink,
    json::{At, Tree},
    labels::Labels,
    passing::Passing,
    read::Source,
};
use crate::{
    dossier::{Figure, FigureNr, Meta, Project, ProjectRow},
    files::Stamp,
};

/// Rows in a block of places to keep decoded rows in.
const BLOCK: usize = 256;
/// So many decoded rows are kept from one frame to the next: what a few screens show.
const MOST_KEPT: usize = 2048;
/// The file that the rows stay in.
const FILE: &str = "projects.json";
/// The most that is read at once while all rows pass by.
const WINDOW_BYTES: u64 = 1 << 20;

/// A decoded row: the project and its figures.
type Decoded = Option<Box<(Project, Vec<Figure>)>>;

/// Where the rows begin and end, and how many figures stand before each.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The first byte of each row.
    pub(super) starts: Vec<u64>,
    /// The number of the first figure of each row, among the figures of the rows; and how many there are in all.
    pub(super) figures: Vec<u32>,
    /// Where the last row ends.
    pub(super) end: u64,
}

/// Rows in a file.
pub struct Rows {
    meta: Arc<Meta>,
    zones: Arc<HashMap<String, usize>>,
    labels: Mutex<Labels>,
    source: Source,
    file: Mutex<File>,
    stamp: Stamp,
    places: Places,
    /// The upper half of each id's hash with the row's number, in order.
    by_id: Vec<u64>,
    hasher: DefaultHashBuilder,
    /// The number of the first row's first figure.
    first_figure: u32,
    kept: Vec<OnceLock<Box<[OnceLock<Decoded>]>>>,
    num_kept: AtomicUsize,
    is_stale: AtomicBool,
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").field("rows", &self.len()).field("figures", &self.num_figures()).finish_non_exhaustive()
    }
}

impl Rows {
    /// Rows whose places are known. `hashes` are those of the ids, row by row; none where two rows may share an id.
    pub(super) fn new(
        (meta, zones): (Arc<Meta>, Arc<HashMap<String, usize>>),
        (file, stamp): (File, Stamp),
        places: Places,
        (hashes, hasher): (Vec<u64>, DefaultHashBuilder),
        first_figure: u32,
    ) -> Option<Self> {
        let by_id = by_id(hashes)?;
        let num_blocks = places.starts.len().div_ceil(BLOCK);
        Some(Self {
            meta,
            zones,
            labels: Mutex::new(Labels::new()),
            source: Source::none(),
            file: Mutex::new(file),
            stamp,
            places,
            by_id,
            hasher,
            first_figure,
            kept: std::iter::repeat_with(OnceLock::new).take(num_blocks).collect(),
            num_kept: AtomicUsize::new(0),
            is_stale: AtomicBool::new(false),
        })
    }

    /// How many rows there are.
    pub(in crate::dossier) fn len(&self) -> usize {
        self.places.starts.len()
    }

    /// How many figures the rows have.
    pub fn num_figures(&self) -> u32 {
        self.places.figures.last().copied().unwrap_or(0)
    }

    /// The number of the first row's first figure.
    pub(super) fn first_figure(&self) -> u32 {
        self.first_figure
    }

    /// Whether a figure is one of a row's.
    pub(super) fn has(&self, nr: FigureNr) -> bool {
        nr.0.checked_sub(self.first_figure).is_some_and(|nr| nr < self.num_figures())
    }

    /// Whether the file has changed since, so that no row can be shown any more.
    pub fn is_stale(&self) -> bool {
        self.is_stale.load(Ordering::Relaxed)
    }

    /// A row; none where there is no such row, or the file has changed.
    pub fn get(&self, row: usize) -> Option<&Project> {
        self.decoded(row).map(|(project, _)| project)
    }

    /// A row with its figures.
    pub fn row(&self, row: usize) -> Option<ProjectRow<'_>> {
        let (project, figures) = self.decoded(row)?;
        Some(ProjectRow { project, figures, first: self.first_of(row)? })
    }

    /// A figure of a row.
    pub fn figure(&self, nr: FigureNr) -> Option<&Figure> {
        let nr = nr.0.checked_sub(self.first_figure).filter(|nr| *nr < self.num_figures())?;
        let row = self.row_of(nr)?;
        let (_, figures) = self.decoded(row)?;
        figures.get((nr - *self.places.figures.get(row)?) as usize)
    }

    /// The row that the figure belongs to, which is known without reading it.
    pub fn home(&self, nr: FigureNr) -> Option<usize> {
        self.row_of(nr.0.checked_sub(self.first_figure).filter(|nr| *nr < self.num_figures())?)
    }

    /// The number of the figure with this id.
    pub fn find(&self, id: &str) -> Option<FigureNr> {
        let row = self.row_with_id(id.strip_prefix("projects/")?.split('/').next()?)?;
        let (_, figures) = self.decoded(row)?;
        let place = figures.iter().position(|figure| figure.id.as_str() == id)?;
        Some(FigureNr(self.first_of(row)?.0.checked_add(u32::try_from(place).ok()?)?))
    }

    /// The row whose project has this id.
    pub fn row_with_id(&self, id: &str) -> Option<usize> {
        let hash = self.hasher.hash_one(id) >> 32;
        let from = self.by_id.partition_point(|of| of >> 32 < hash);
        let candidates = self.by_id.iter().skip(from).take_while(|of| **of >> 32 == hash);
        candidates.map(|of| (of & 0xffff_ffff) as usize).find(|row| self.get(*row).is_some_and(|project| project.id == id))
    }

    /// Hands over every row, one after the other, without keeping any; ends early if the file has changed.
    pub fn for_each(&self, mut each: impl FnMut(usize, &ProjectRow<'_>)) {
        let mut passing = self.passing();
        (0..self.len()).try_for_each(|row| passing.row(row, |read| each(row, read)));
    }

    /// Reads rows in any order without keeping any.
    pub fn passing(&self) -> Passing<'_> {
        Passing::new(self)
    }

    /// The row after the last of those whose bytes, from this row on, are read at once.
    pub(super) fn window(&self, row: usize) -> usize {
        let start = self.start(row);
        self.places.starts.partition_point(|at| *at < start + WINDOW_BYTES).max(row + 1)
    }

    /// No row can be shown any more.
    pub(super) fn set_stale(&self) {
        self.is_stale.store(true, Ordering::Relaxed);
    }

    /// Lets go of decoded rows if there are many; nobody may hold on to one any more.
    pub fn trim(&mut self) {
        if *self.num_kept.get_mut() > MOST_KEPT {
            for block in &mut self.kept {
                block.take();
            }
            *self.num_kept.get_mut() = 0;
        }
    }

    fn row_of(&self, nr: u32) -> Option<usize> {
        self.places.figures.partition_point(|first| *first <= nr).checked_sub(1)
    }

    pub(super) fn first_of(&self, row: usize) -> Option<FigureNr> {
        self.places.figures.get(row).and_then(|nr| nr.checked_add(self.first_figure)).map(FigureNr)
    }

    pub(super) fn start(&self, row: usize) -> u64 {
        self.places.starts.get(row).copied().unwrap_or(self.places.end)
    }

    fn decoded(&self, row: usize) -> Option<&(Project, Vec<Figure>)> {
        if row >= self.len() {
            return None;
        }
        let block = self.kept.get(row / BLOCK)?.get_or_init(|| std::iter::repeat_with(OnceLock::new).take(BLOCK).collect());
        let decoded = block.get(row % BLOCK)?.get_or_init(|| {
            self.num_kept.fetch_add(1, Ordering::Relaxed);
            let decoded = self.read(self.start(row), self.start(row + 1)).and_then(|bytes| self.decode(row, &bytes));
            if decoded.is_none() {
                self.set_stale();
            }
            decoded.map(Box::new)
        });
        decoded.as_deref()
    }

    /// The bytes of some rows; none if the file has changed.
    pub(super) fn read(&self, start: u64, end: u64) -> Option<Vec<u8>> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = vec![0; usize::try_from(end.checked_sub(start)?).ok()?];
        let is_same = Stamp::of(&file).is_ok_and(|stamp| stamp == self.stamp);
        let is_read = is_same && file.seek(SeekFrom::Start(start)).and_then(|_| file.read_exact(&mut bytes)).is_ok();
        if !is_read {
            self.set_stale();
        }
        is_read.then_some(bytes)
    }

    /// A row from its bytes, which may end with the comma before the next row.
    pub(super) fn decode(&self, row: usize, bytes: &[u8]) -> Option<(Project, Vec<Figure>)> {
        let text = std::str::from_utf8(bytes).ok()?.trim_ascii_end();
        let mut tree = Tree::default();
        let json = tree.read(text.strip_suffix([',', ']']).unwrap_or(text)).ok()?;
        let first = self.first_of(row)?.0;
        let labels = std::mem::take(&mut *self.labels.lock().unwrap_or_else(PoisonError::into_inner));
        // Another thread may have taken them just now.
        let labels = if labels.is_empty() { Labels::new() } else { labels };
        let mut builder = Builder::for_rows(&self.source, &self.meta, Arc::clone(&self.zones), labels, first);
        let mut problems = Problems::quiet();
        let mut sink = Sink { file: FILE, problems: &mut problems };
        let project = builder.project(json, &At::Root, row, None, &mut sink);
        let Builder { figures, labels, .. } = builder;
        *self.labels.lock().unwrap_or_else(PoisonError::into_inner) = labels;
        let num = self.places.figures.get(row + 1)?.checked_sub(*self.places.figures.get(row)?)?;
        let project = project.filter(|_| problems.is_empty() && figures.len() == num as usize)?;
        Some((project, figures))
    }
}

/// The upper halves of hashes with the rows' numbers, in order; none where two whole hashes are the same.
fn by_id(mut hashes: Vec<u64>) -> Option<Vec<u64>> {
    let by_id = hashes.iter().zip(0_u64..).map(|(hash, row)| (hash & !0xffff_ffff) | row);
    let mut by_id: Vec<u64> = by_id.collect();
    hashes.sort_unstable();
    let has_twice = hashes.iter().zip(hashes.iter().skip(1)).any(|(a, b)| a == b);
    drop(hashes);
    by_id.sort_unstable();
    (!has_twice).then_some(by_id)
}
