//! Reading a copy of the report in the background: a large file, or a slow disk, must not hold the window up.

use std::{
    ops::Range,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, TryRecvError},
    },
    thread,
    time::Duration,
};

use crate::{
    dossier::{
        Dossier, FigureNr, SourceError, Value,
        source::{OpenSource, Part},
    },
    ui::marked_text::{Passage, Stretch, Tone},
};

/// The most bytes of a paragraph that are laid out at a time.
const PASSAGE_BYTES: usize = 3000;
/// How long the window waits for the copy, which is read by then unless it is far larger than any report.
const AT_ONCE: Duration = Duration::from_millis(40);

/// A copy with its paragraphs, or why there is none.
pub(super) type Opened = Result<(OpenSource, Vec<Passage>), SourceError>;

/// A copy on its way.
pub(super) struct Loading {
    /// The file.
    pub(super) path: PathBuf,
    /// Whether it is read anew because it has changed.
    pub(super) is_again: bool,
    answer: Receiver<Opened>,
}

impl Loading {
    /// Reads a file on a thread of its own, which asks for a frame when it is done.
    pub(super) fn start(egui: &egui::Context, dossier: &Arc<Dossier>, path: &Path, is_again: bool) -> Self {
        let (sender, answer) = mpsc::channel();
        let work = {
            let (egui, dossier, path, sender) = (egui.clone(), Arc::clone(dossier), path.to_owned(), sender.clone());
            move || {
                // Nobody waits any more when another file was opened meanwhile.
                sender.send(open(&dossier, &path)).ok();
                egui.request_repaint();
            }
        };
        if thread::Builder::new().name("source".to_owned()).spawn(work).is_err() {
            // Without a thread the window waits: better than no copy.
            sender.send(open(dossier, path)).ok();
        }
        Self { path: path.to_owned(), is_again, answer }
    }

    /// What came of it, if that comes within a moment.
    pub(super) fn wait(&self) -> Option<Opened> {
        self.answer.recv_timeout(AT_ONCE).ok()
    }

    /// What came of it, if it has come; the thread never ends without a word.
    pub(super) fn poll(&self) -> Result<Opened, TryRecvError> {
        self.answer.try_recv()
    }
}

fn open(dossier: &Dossier, path: &Path) -> Opened {
    let copy = OpenSource::open(path, dossier)?;
    let passages = passages(dossier, &copy);
    Ok((copy, passages))
}

/// The copy's paragraphs, cut where they are very long, each with the phrases in it.
fn passages(dossier: &Dossier, copy: &OpenSource) -> Vec<Passage> {
    let mut marks: Vec<(Range<usize>, FigureNr)> =
        copy.located.all().filter_map(|(nr, _, found)| Some((found.range()?.clone(), nr))).collect();
    marks.sort_by_key(|(range, _)| (range.start, range.end));
    let mut passages = Vec::new();
    let mut next = 0;
    for block in &copy.source.blocks {
        let tone = match block.part {
            Part::Heading(_) => Tone::Heading,
            Part::Before | Part::After if copy.source.num_sections() > 0 => Tone::Around,
            Part::Paragraph { .. } | Part::Before | Part::After => Tone::Text,
        };
        let mut start = block.range.start;
        while start < block.range.end {
            let end = cut(&copy.source.text, start, block.range.end);
            // A phrase over a cut is marked where it begins.
            let inside = marks.get(next..).unwrap_or_default().iter().take_while(|(range, _)| range.start < end);
            let stretch = |(range, nr): &(Range<usize>, FigureNr)| Stretch {
                range: range.start - start..range.end.min(end) - start,
                key: nr.0,
                is_weak: dossier.figure(*nr).value == Value::Words,
            };
            let inside: Vec<Stretch> = inside.map(stretch).collect();
            next += inside.len();
            // Every white space is as wide as one; ranges stay true, for none is longer or shorter in bytes.
            let text = copy.source.get(&(start..end)).replace('\n', " ");
            passages.push(Passage { text, tone, marks: inside });
            start = end;
        }
    }
    passages
}

/// Where a passage from `start` ends.
fn cut(text: &str, start: usize, end: usize) -> usize {
    let most = (start + PASSAGE_BYTES).min(end);
    (start + 1..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(end)
}
