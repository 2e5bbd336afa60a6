//! A large table looked through once: every row checked, its place noted, handed over, and let go.
//!
//! Several threads take pieces of the file in turn and decode them with the same code as everything else; what they find
//! is put together in the order of the file.

use std::{
    fs::File,
    hash::BuildHasher as _,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use hashbrown::{DefaultHashBuilder, HashMap};

use super::{
    Problems,
    builder::Builder,
    fields::Sink,
    json::{At, Tree},
    labels::Labels,
    on_disk::Places,
    read::Source,
    split::{Irregular, Piece, Splitter},
    wanted::{Hit, Wanted, hits},
};
use crate::dossier::{Figure, FigureNr, Meta, Project, ProjectRow};
use crate::progress::Progress;

/// More threads than this wait for each other.
const MOST_THREADS: usize = 4;
const FILE: &str = "projects.json";

/// Who takes the rows as they pass by.
pub type RowSink<'s> = &'s mut (dyn FnMut(&Meta, &ProjectRow<'_>) + Send);

/// What is known of a table that was looked through.
pub(super) struct Passed {
    pub(super) places: Places,
    pub(super) wanted: Wanted,
    /// The hashes of the rows' ids.
    pub(super) hashes: Vec<u64>,
    pub(super) hasher: DefaultHashBuilder,
}

/// What all threads share.
struct Pass<'p> {
    meta: &'p Meta,
    zones: &'p Arc<HashMap<String, usize>>,
    patterns: Arc<Vec<String>>,
    source: &'p Source,
    progress: &'p Progress,
    splitter: Mutex<Splitter>,
    together: Mutex<Together<'p>>,
    /// The next piece has been put in its place.
    moved_on: Condvar,
    has_failed: AtomicBool,
}

/// What is put together in the order of the file.
struct Together<'p> {
    next_piece: usize,
    passed: Passed,
    sink: RowSink<'p>,
}

/// The rows of a piece.
struct Decoded {
    projects: Vec<Project>,
    figures: Vec<Figure>,
    /// The first figure of each project.
    firsts: Vec<u32>,
    hashes: Vec<u64>,
    hits: Vec<Hit>,
}

/// Looks through the rows of a file.
pub(super) fn pass(
    (meta, zones): (&Meta, &Arc<HashMap<String, usize>>),
    file: File,
    progress: &Progress,
    wanted: Wanted,
    sink: RowSink<'_>,
) -> Result<Passed, Irregular> {
    let source = Source::none();
    let patterns = wanted.patterns();
    let passed = Passed { places: Places::default(), wanted, hashes: Vec::new(), hasher: DefaultHashBuilder::default() };
    let pass = Pass {
        meta,
        zones,
        patterns,
        source: &source,
        progress,
        splitter: Mutex::new(Splitter::new(file)),
        together: Mutex::new(Together { next_piece: 0, passed, sink }),
        moved_on: Condvar::new(),
        has_failed: AtomicBool::new(false),
    };
    let num_threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    thread::scope(|scope| {
        for _ in 1..num_threads {
            // Where no thread can start, this one does the work of all.
            thread::Builder::new().spawn_scoped(scope, || pass.work()).ok();
        }
        pass.work();
    });
    let has_failed = pass.has_failed.into_inner();
    let Together { mut passed, .. } = pass.together.into_inner().map_err(|_| Irregular)?;
    let num_figures = passed.places.figures.last().copied().unwrap_or(0);
    if passed.places.figures.is_empty() {
        passed.places.figures.push(num_figures);
    }
    passed.places.starts.shrink_to_fit();
    passed.places.figures.shrink_to_fit();
    if has_failed || progress.is_cancelled() { Err(Irregular) } else { Ok(passed) }
}

impl Pass<'_> {
    /// Takes pieces until there are no more, or something is wrong with one.
    fn work(&self) {
        let hasher = lock(&self.together).passed.hasher.clone();
        while !self.has_failed.load(Ordering::Relaxed) && !self.progress.is_cancelled() {
            let piece = lock(&self.splitter).next();
            match piece {
                Ok(None) => return,
                Ok(Some(piece)) => {
                    let decoded = self.decode(&piece, &hasher);
                    self.put(&piece, decoded);
                }
                Err(Irregular) => return self.fail(),
            }
        }
        // Whoever waits for a piece that will not come must not wait on.
        self.fail();
    }

    fn fail(&self) {
        self.has_failed.store(true, Ordering::Relaxed);
        // With the lock held nobody is between looking at the flag and falling asleep.
        let _together = lock(&self.together);
        self.moved_on.notify_all();
    }

    /// Decodes every row of a piece; none if anything is wrong with one.
    fn decode(&self, piece: &Piece, hasher: &DefaultHashBuilder) -> Option<Decoded> {
        let text = std::str::from_utf8(&piece.bytes).ok()?;
        let mut builder = Builder::for_rows(self.source, self.meta, Arc::clone(self.zones), Labels::quiet(), 0);
        let mut problems = Problems::quiet();
        let mut sink = Sink { file: FILE, problems: &mut problems };
        let mut tree = Tree::default();
        let (mut projects, mut firsts, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
        for (row, place) in (piece.first_row..).zip(&piece.rows) {
            let json = tree.read(text.get(place.clone())?).ok()?;
            firsts.push(u32::try_from(builder.figures.len()).ok()?);
            let project = builder.project(json, &At::Root, row, None, &mut sink)?;
            hashes.push(hasher.hash_one(project.id.as_str()));
            projects.push(project);
            // Within a table an id begins with its row's, so that only one row's ids can be the same.
            builder.by_id.clear();
        }
        if !problems.is_empty() {
            return None;
        }
        let figures = builder.figures;
        let hits = hits(&self.patterns, &figures);
        Some(Decoded { projects, figures, firsts, hashes, hits })
    }

    /// Adds a piece once all pieces before it have been added.
    fn put(&self, piece: &Piece, decoded: Option<Decoded>) {
        let Some(decoded) = decoded else { return self.fail() };
        let mut together = lock(&self.together);
        while together.next_piece != piece.nr && !self.has_failed.load(Ordering::Relaxed) {
            together = self.moved_on.wait(together).unwrap_or_else(PoisonError::into_inner);
        }
        if self.has_failed.load(Ordering::Relaxed) {
            return;
        }
        let is_added = together.add(self.meta, piece, &decoded);
        together.next_piece += 1;
        if is_added.is_none() {
            self.has_failed.store(true, Ordering::Relaxed);
        }
        self.moved_on.notify_all();
        drop(together);
        self.progress.add(2 * piece.bytes.len() as u64);
    }
}

impl Together<'_> {
    /// Adds a piece; none if there are more figures than can be numbered.
    fn add(&mut self, meta: &Meta, piece: &Piece, decoded: &Decoded) -> Option<()> {
        let Passed { places, wanted, hashes, .. } = &mut self.passed;
        let before = places.figures.pop().unwrap_or(0);
        for (place, first) in piece.rows.iter().zip(&decoded.firsts) {
            places.starts.push(piece.offset + place.start as u64);
            places.figures.push(before.checked_add(*first)?);
        }
        places.figures.push(before.checked_add(u32::try_from(decoded.figures.len()).ok()?).filter(|sum| *sum < u32::MAX / 2)?);
        places.end = piece.offset + piece.rows.last()?.end as u64;
        hashes.extend(&decoded.hashes);
        for hit in &decoded.hits {
            wanted.keep(hit, before + hit.figure, decoded.figures.get(hit.figure as usize)?);
        }
        for project in &decoded.projects {
            (self.sink)(meta, &ProjectRow { project, figures: &decoded.figures, first: FigureNr(0) });
        }
        Some(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
