//! Writing the state down while the window goes on: on a thread of its own, once the reader has paused.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{Save, State, save};
use crate::files::Reason;

/// Choices that follow one another sooner than this are written together.
const PAUSE: Duration = Duration::from_millis(400);

/// Keeps a window's state in its file; what is still to be written when it is dropped is written then.
#[derive(Debug)]
pub struct Keeper {
    writer: Writer,
    /// The state as it was handed over last.
    last: State,
    /// None before there is anything to write, and where no thread can be had.
    worker: Option<Worker>,
    failure: Option<Reason>,
}

#[derive(Debug)]
struct Worker {
    orders: Sender<Order>,
    failures: Receiver<Reason>,
    thread: JoinHandle<()>,
}

/// What a thread is asked for.
enum Order {
    /// To write a state, and with `is_anew` nothing else.
    Write { state: Box<State>, is_anew: bool },
    /// To say when all is written.
    Tell(Sender<()>),
}

impl Keeper {
    /// Keeps a state at `path` where it was `read`; nothing is written before it changes.
    pub fn new(path: PathBuf, read: State) -> Self {
        Self { writer: Writer { path, before: read.clone() }, last: read, worker: None, failure: None }
    }

    /// Where the state is kept.
    pub fn path(&self) -> &Path {
        &self.writer.path
    }

    /// Has a state written, if it has changed; `wake` is called from another thread where that fails.
    pub fn keep(&mut self, state: &State, wake: impl Fn() + Send + 'static) {
        if *state != self.last {
            self.write(state, false, wake);
        }
    }

    /// Has a state written, and forgets whatever else the file has.
    pub fn keep_alone(&mut self, state: &State, wake: impl Fn() + Send + 'static) {
        self.write(state, true, wake);
    }

    fn write(&mut self, state: &State, is_anew: bool, wake: impl Fn() + Send + 'static) {
        self.last = state.clone();
        if self.worker.is_none() {
            self.worker = Worker::new(self.writer.clone(), wake);
        }
        let order = Order::Write { state: Box::new(state.clone()), is_anew };
        let is_ordered = self.worker.as_ref().is_some_and(|worker| worker.orders.send(order).is_ok());
        if !is_ordered {
            // Without a thread the window waits: better than choices that are lost.
            self.failure = self.writer.write(state, is_anew).err();
        }
    }

    /// Waits until all is written.
    pub fn finish(&mut self) {
        let (sender, told) = channel();
        if let Some(worker) = &self.worker
            && worker.orders.send(Order::Tell(sender)).is_ok()
        {
            // The thread may have come to an end without a word.
            told.recv().ok();
        }
    }

    /// Why the state could not be written, if that has come out since this was asked last.
    pub fn failure(&mut self) -> Option<Reason> {
        self.failure.take().or_else(|| self.worker.as_ref()?.failures.try_recv().ok())
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        if let Some(Worker { orders, thread, .. }) = self.worker.take() {
            drop(orders);
            thread.join().ok();
        }
    }
}

impl Worker {
    fn new(mut writer: Writer, wake: impl Fn() + Send + 'static) -> Option<Self> {
        let (orders, received) = channel();
        let (sender, failures) = channel();
        let work = move || {
            writer.work(&received, |reason| {
                // Nobody is left to be told once the window has been closed.
                sender.send(reason).ok();
                wake();
            });
        };
        let thread = thread::Builder::new().name("state".to_owned()).spawn(work).ok()?;
        Some(Self { orders, failures, thread })
    }
}

/// What is known of the file.
#[derive(Clone, Debug)]
struct Writer {
    path: PathBuf,
    /// The state as it was read or written last.
    before: State,
}

impl Writer {
    fn write(&mut self, state: &State, is_anew: bool) -> Result<(), Reason> {
        save(&self.path, Save { before: &self.before, now: state }, is_anew)?;
        self.before = state.clone();
        Ok(())
    }

    /// Writes the latest state whenever no other has come for a while, until nobody orders any more.
    fn work(&mut self, orders: &Receiver<Order>, fail: impl Fn(Reason)) {
        let mut wanted: Option<(Box<State>, bool)> = None;
        loop {
            let order = match &wanted {
                Some(_) => orders.recv_timeout(PAUSE),
                None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            if let Ok(Order::Write { state, is_anew }) = order {
                wanted = Some((state, is_anew || wanted.is_some_and(|(_, is_anew)| is_anew)));
                continue;
            }
            if let Some(Err(reason)) = wanted.take().map(|(state, is_anew)| self.write(&state, is_anew)) {
                fail(reason);
            }
            match order {
                Ok(Order::Tell(sender)) => _ = sender.send(()),
                Err(RecvTimeoutError::Disconnected) => return,
                Ok(Order::Write { .. }) | Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;
    use crate::state::load;

    fn scratch(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("liucheng-viewer-keeper-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder.join("state.json")
    }

    fn zoomed(zoom: f32) -> State {
        State { zoom, ..State::default() }
    }

    #[test]
    fn the_latest_of_many_is_there_when_all_is_written() {
        let path = scratch("latest");
        let mut keeper = Keeper::new(path.clone(), State::default());
        keeper.keep(&State::default(), || panic!("nothing fails"));
        keeper.finish();
        assert!(!path.exists(), "nothing has changed");
        for zoom in [1.5, 2.0, 2.5] {
            keeper.keep(&zoomed(zoom), || panic!("nothing fails"));
        }
        keeper.finish();
        assert_eq!(load(&path, State::default()).0, zoomed(2.5));
        keeper.keep(&zoomed(3.0), || panic!("nothing fails"));
        drop(keeper);
        assert_eq!(load(&path, State::default()).0, zoomed(3.0), "the end of the window writes as well");
    }

    #[test]
    fn what_cannot_be_written_is_told() {
        let path = scratch("failing");
        fs::write(path.parent().unwrap(), b"a file where the folder should be").unwrap();
        let mut keeper = Keeper::new(path.clone(), State::default());
        let (sender, woken) = channel();
        keeper.keep(&zoomed(2.0), move || sender.send(()).unwrap_or_default());
        keeper.finish();
        woken.recv().unwrap();
        assert!(keeper.failure().is_some() && keeper.failure().is_none(), "once");
        fs::remove_file(path.parent().unwrap()).unwrap();
    }

    #[test]
    fn alone_means_that_nothing_else_is_kept() {
        let path = scratch("alone");
        let mut keeper = Keeper::new(path.clone(), State::default());
        keeper.keep(&zoomed(2.0), || ());
        keeper.keep_alone(&State::default(), || ());
        keeper.finish();
        assert_eq!(load(&path, zoomed(1.5)).0, State::default());
    }
}
