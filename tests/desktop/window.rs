//! A display, a session bus and a window manager for one test, and the driver that clicks there.

use std::{
    env, fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

/// The program under test: `LIUCHENG_VIEWER_BINARY`, or the one built with the tests.
fn binary() -> PathBuf {
    env::var_os("LIUCHENG_VIEWER_BINARY").map_or_else(|| env!("CARGO_BIN_EXE_liucheng-viewer").into(), PathBuf::from)
}

/// The program with nothing of this machine's desktop about it.
pub(crate) fn program(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command.args(args).env_clear().env("PATH", env::var_os("PATH").unwrap_or_default()).env("HOME", home).env("LANG", "C.UTF-8");
    command
}

/// What a program says that should end at once; it is given 20 seconds.
pub(crate) fn finish(command: &mut Command) -> Output {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program");
    let end = Instant::now() + Duration::from_secs(20);
    while child.try_wait().expect("a status").is_none() {
        if Instant::now() > end {
            child.kill().ok();
            panic!("still running after 20 s");
        }
        thread::sleep(Duration::from_millis(50));
    }
    child.wait_with_output().expect("the output")
}

/// Fails unless the program ended with 1 and one line that has these words.
pub(crate) fn expect_one_line(output: &Output, words: &[&str]) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(!told.contains("panicked"), "{told}");
    for word in words {
        assert!(told.contains(word), "no `{word}` in: {told}");
    }
}

/// A folder of its own, gone afterwards.
pub(crate) struct Home(pub(crate) PathBuf);

impl Home {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("liucheng-viewer-desktop-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a new folder");
        Self(path)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// An X server nobody sees.
pub(crate) struct Server {
    process: Child,
    /// Its name, such as `:99`.
    pub(crate) display: String,
}

impl Server {
    pub(crate) fn start(more: &[&str]) -> Self {
        let mut process = Command::new("Xvfb")
            // Without `-noreset` the server starts over when its last client goes, and refuses who comes meanwhile.
            .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset"])
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb; see the packages named at the top of this file");
        let mut number = String::new();
        BufReader::new(process.stdout.as_mut().expect("a pipe")).read_line(&mut number).expect("a display number");
        Self { process, display: format!(":{}", number.trim()) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The program in a window, with the driver that clicks for us.
pub(crate) struct Desktop {
    driver: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    _server: Server,
    _runtime: Home,
}

impl Desktop {
    pub(crate) fn start(home: &Home, args: &[&str]) -> Self {
        Self::start_in(&home.0, args)
    }

    pub(crate) fn start_in(home: &Path, args: &[&str]) -> Self {
        let (server, runtime) = (Server::start(&[]), Home::new());
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desktop/driver.py");
        let mut driver = Command::new("dbus-run-session")
            .args(["--", "/usr/bin/python3"])
            .arg(script)
            .arg(binary())
            .args(args)
            // The session's own services need a home they can write to; the program's may be another.
            .env("HOME", &runtime.0)
            .env("PROGRAM_HOME", home)
            .env("DISPLAY", &server.display)
            .env("XDG_RUNTIME_DIR", &runtime.0)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("LANG", "C.UTF-8")
            .envs(["WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"].map(|name| (name, "")))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-run-session; see the packages named at the top of this file");
        let orders = driver.stdin.take();
        let answers = BufReader::new(driver.stdout.take().expect("a pipe"));
        let mut desktop = Self { driver, orders, answers, _server: server, _runtime: runtime };
        assert_eq!(desktop.answer(), "ready");
        desktop
    }

    fn answer(&mut self) -> Value {
        let mut line = String::new();
        // The services of the session bus write to the same pipe.
        while !line.starts_with("> ") {
            line.clear();
            assert_ne!(self.answers.read_line(&mut line).expect("an answer"), 0, "the driver ended");
        }
        let answer: Value = serde_json::from_str(line.trim_start_matches("> ")).expect("JSON");
        if let Some(reason) = answer.get("error") {
            panic!("{reason}");
        }
        answer
    }

    pub(crate) fn order(&mut self, words: &[&str]) -> Value {
        let orders = self.orders.as_mut().expect("an open pipe");
        writeln!(orders, "{}", words.join("\t")).expect("a driver that listens");
        self.answer()
    }

    pub(crate) fn click(&mut self, name: &str) {
        self.order(&["click", "", name]);
    }

    /// Clicks on the head of a column; its name goes on with the order, once there is one.
    pub(crate) fn click_header(&mut self, name: &str) {
        self.order(&["click", "column header", &format!("{name}*")]);
    }

    /// What is on screen, in reading order.
    fn names(&mut self) -> Vec<String> {
        let names = self.order(&["names"]);
        let names = names.as_array().expect("a list");
        names.iter().filter_map(|entry| Some(entry.get(1)?.as_str()?.to_owned())).collect()
    }

    /// Waits for something whose name begins so.
    pub(crate) fn expect(&mut self, name: &str) {
        self.until(&format!("{name} on screen"), |names| names.iter().any(|seen| seen.starts_with(name)));
    }

    /// Waits for `first` to stand before `second`.
    pub(crate) fn expect_order(&mut self, first: &str, second: &str) {
        self.until(&format!("{first} before {second}"), |names| {
            let place = |name: &str| names.iter().position(|seen| seen.starts_with(name));
            matches!((place(first), place(second)), (Some(first), Some(second)) if first < second)
        });
    }

    fn until(&mut self, what: &str, is_so: impl Fn(&[String]) -> bool) {
        let end = Instant::now() + Duration::from_secs(10);
        loop {
            let names = self.names();
            if is_so(&names) {
                return;
            }
            assert!(Instant::now() < end, "expected {what}; there is {names:#?}");
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// Closes the window as its button does; the program's exit code.
    pub(crate) fn close(&mut self) -> i64 {
        let code = self.order(&["close"]).as_i64().expect("an exit code");
        self.orders = None;
        let mut rest = String::new();
        self.answers.read_to_string(&mut rest).ok();
        self.driver.wait().ok();
        code
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // The driver ends, and ends the program, when nobody gives orders any more.
        self.orders = None;
        self.driver.wait().ok();
    }
}
