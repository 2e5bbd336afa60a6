//! Asking a table of any size without waiting: small ones answer at once, large ones from a thread of their own.

use std::{
    fmt, io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, TryRecvError, channel},
    },
    thread,
};

use super::{
    answer::{Answer, Ask},
    cancel::Cancel,
    column::Table,
    engine::{Index, Rows},
};

/// Up to so many rows an answer is worked out where it is asked for, within the frame.
pub const MAX_INLINE: u32 = 50_000;

/// A table and its latest answer.
pub struct Engine {
    work: Work,
    answer: Arc<Answer>,
    /// The latest question.
    asked: Ask,
}

enum Work {
    Inline(Box<Index>),
    Threaded(Worker),
    /// Nothing has been asked of a large table yet, and most are never looked at.
    Idle(Arc<Table>, Box<dyn Fn() + Send>),
}

/// The other thread, seen from here. It ends by itself when this end of the channel is gone.
#[derive(Debug)]
struct Worker {
    asks: Sender<(u64, Ask)>,
    answers: Receiver<(u64, Answer)>,
    /// The number of the latest question; work on an earlier one stops.
    newest: Arc<AtomicU64>,
    is_lost: bool,
    /// Whether the loss has been told.
    is_told: bool,
}

impl Engine {
    /// An engine for this table; `wake` is called from another thread when an answer is ready that was not there at once.
    pub fn new(table: Arc<Table>, wake: impl Fn() + Send + 'static) -> Self {
        // The answer to the empty question needs no work, so no table is empty until the first one comes.
        let rows = Rows { order: Arc::new((0..table.num_rows()).collect()), total: table.num_rows(), mistake: None };
        let answer = Arc::new(Answer { rows, ..Answer::default() });
        let work =
            if table.num_rows() <= MAX_INLINE { Work::Inline(Box::new(Index::new(table))) } else { Work::Idle(table, Box::new(wake)) };
        Self { work, answer, asked: Ask::default() }
    }

    /// The answer to show now, without asking anything.
    pub fn answer(&self) -> &Arc<Answer> {
        &self.answer
    }

    /// The answer to show now: that to this question if it is ready, else the one before, so that old rows stay in sight.
    ///
    /// Asking the same again costs nothing.
    pub fn ask(&mut self, ask: &Ask) -> &Arc<Answer> {
        if let Work::Idle(table, wake) = &mut self.work {
            let wake = std::mem::replace(wake, Box::new(|| ()));
            self.work = match Worker::new(table.clone(), wake) {
                Ok(worker) => Work::Threaded(worker),
                // Without a thread the window waits: better than no answer.
                Err(_) => Work::Inline(Box::new(Index::new(table.clone()))),
            };
        }
        let is_new = self.asked != *ask;
        match &mut self.work {
            Work::Inline(index) if is_new => {
                self.answer = Arc::new(index.answer(ask));
            }
            Work::Inline(_) | Work::Idle(..) => {}
            Work::Threaded(worker) => {
                if is_new {
                    worker.send(ask);
                }
                if let Some(answer) = worker.receive() {
                    self.answer = Arc::new(answer);
                }
            }
        }
        if is_new {
            self.asked = ask.clone();
        }
        &self.answer
    }

    /// Whether the answer is not yet that to the latest question.
    pub fn is_busy(&self) -> bool {
        let is_lost = matches!(&self.work, Work::Threaded(worker) if worker.is_lost);
        !is_lost && self.asked != self.answer.ask
    }

    /// Whether nobody is left to work on questions, so that the answer stays that to an earlier one; tells it once.
    pub fn take_loss(&mut self) -> bool {
        let Work::Threaded(worker) = &mut self.work else { return false };
        worker.is_lost && !std::mem::replace(&mut worker.is_told, true)
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").field("asked", &self.asked).field("answered", &self.answer.ask).finish_non_exhaustive()
    }
}

impl Worker {
    fn new(table: Arc<Table>, wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (asks, received) = channel();
        let (sender, answers) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let shared = newest.clone();
        let name = "table".to_owned();
        thread::Builder::new().name(name).spawn(move || work(Index::new(table), &received, &sender, &shared, wake))?;
        Ok(Self { asks, answers, newest, is_lost: false, is_told: false })
    }

    fn send(&mut self, ask: &Ask) {
        let generation = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        self.is_lost |= self.asks.send((generation, ask.clone())).is_err();
    }

    /// The latest answer that has come since the last look; also one to an earlier question, which is nearer than the one before.
    fn receive(&mut self) -> Option<Answer> {
        let mut latest = None;
        loop {
            match self.answers.try_recv() {
                Ok((_, answer)) => latest = Some(answer),
                Err(TryRecvError::Empty) => return latest,
                Err(TryRecvError::Disconnected) => {
                    self.is_lost = true;
                    return latest;
                }
            }
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Whatever is being worked on is stale now.
        self.newest.store(u64::MAX, Ordering::Relaxed);
    }
}

/// Answers the latest question until nobody asks any more; in between works out what later questions will need.
fn work(mut index: Index, asks: &Receiver<(u64, Ask)>, answers: &Sender<(u64, Answer)>, newest: &Arc<AtomicU64>, wake: impl Fn()) {
    let mut is_prepared = false;
    loop {
        let first = match asks.try_recv() {
            Err(TryRecvError::Empty) if !is_prepared => {
                is_prepared = !index.prepare();
                continue;
            }
            Err(TryRecvError::Empty) => asks.recv().ok(),
            Err(TryRecvError::Disconnected) => None,
            Ok(ask) => Some(ask),
        };
        // Of the questions that have come meanwhile only the last one counts.
        let Some((generation, ask)) = asks.try_iter().last().or(first) else {
            return;
        };
        let Some(answer) = index.answer_until(&ask, &Cancel::new(newest.clone(), generation)) else {
            continue;
        };
        if answers.send((generation, answer)).is_err() {
            return;
        }
        wake();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{
        Query,
        fixture::{ROWS, table, table_of},
    };

    fn ask(search: &str) -> Ask {
        let query = Query { search: search.to_owned(), ..Query::default() };
        let columns = vec!["stage".into(), "investment".into(), "nowhere".into()];
        Ask { query, facets: columns.clone(), totals: columns, group_by: Some("stage".into()), ..Ask::default() }
    }

    #[test]
    fn small_tables_answer_at_once() {
        let mut engine = Engine::new(Arc::new(table()), || panic!("nobody waits"));
        let answer = engine.ask(&ask("盛信")).clone();
        assert_eq!(**answer.rows.order, [1, 4]);
        assert_eq!((answer.facets.len(), answer.totals.len()), (2, 1));
        assert_eq!(answer.groups.as_ref().map(|groups| groups.groups.len()), Some(2));
        let nothing = engine.ask(&ask("盛信 -盛")).clone();
        assert_eq!(nothing.ways_out.iter().map(|way| way.num_rows).collect::<Vec<_>>(), [6]);
        let answer = engine.ask(&ask("盛信")).clone();
        assert!(!engine.is_busy());
        assert!(Arc::ptr_eq(&answer, engine.ask(&ask("盛信"))), "the same question is not worked on again");
    }

    #[test]
    fn large_tables_answer_later_and_keep_the_old_rows() {
        let rows: Vec<_> = ROWS.iter().cycle().take(60_000).copied().collect();
        let (sender, woken) = channel();
        let mut engine = Engine::new(Arc::new(table_of(&rows)), move || sender.send(()).unwrap_or_default());
        for (search, num_rows) in [("盛信", 20_000), ("yls", 10_000), ("没有", 0)] {
            let before = engine.ask(&Ask::default()).rows.order.len();
            let at_once = engine.ask(&ask(search)).rows.order.len();
            assert!(at_once == before || at_once == 60_000, "old rows stay until there are new ones");
            while engine.is_busy() {
                woken.recv().unwrap();
                engine.ask(&ask(search));
            }
            assert_eq!(engine.ask(&ask(search)).rows.order.len(), num_rows, "{search}");
        }
    }

    #[test]
    fn only_the_last_of_many_questions_is_answered() {
        let rows: Vec<_> = ROWS.iter().cycle().take(60_000).copied().collect();
        let (sender, woken) = channel();
        let mut engine = Engine::new(Arc::new(table_of(&rows)), move || sender.send(()).unwrap_or_default());
        for nr in 0..1_000 {
            engine.ask(&ask(&format!("盛{nr}")));
        }
        while engine.is_busy() {
            woken.recv().unwrap();
            engine.ask(&ask("盛999"));
        }
        assert_eq!(engine.answer.ask, ask("盛999"));
    }
}
