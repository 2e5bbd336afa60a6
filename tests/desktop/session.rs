//! What a window lives in, private to one test: a home, a display with a window manager, and a session bus.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

/// The program under test: `LIUCHENG_VIEWER_BINARY`, or the one built with the tests.
fn binary() -> PathBuf {
    env::var_os("LIUCHENG_VIEWER_BINARY").map_or_else(|| env!("CARGO_BIN_EXE_liucheng-viewer").into(), PathBuf::from)
}

/// A command with nothing of this machine's desktop about it.
fn bare(program: impl AsRef<std::ffi::OsStr>, home: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("PATH", env::var_os("PATH").unwrap_or_default()).env("HOME", home).env("LANG", "C.UTF-8");
    command
}

/// The program with nothing of this machine's desktop about it.
pub(crate) fn program(home: &Path, args: &[&str]) -> Command {
    let mut command = bare(binary(), home);
    command.args(args);
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

/// A process that ends with the test, and the first line it says, which is how it is reached.
struct Service {
    process: Child,
    address: String,
}

impl Service {
    fn start(command: &mut Command) -> Self {
        let what = format!("{}; see the packages named at the top of tests/desktop.rs", command.get_program().display());
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect(&what);
        let mut address = String::new();
        BufReader::new(process.stdout.as_mut().expect("a pipe")).read_line(&mut address).expect(&what);
        Self { process, address: address.trim().to_owned() }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// An X server nobody sees.
pub(crate) struct Server {
    _service: Service,
    /// Its name, such as `:99`.
    pub(crate) display: String,
}

impl Server {
    pub(crate) fn start(more: &[&str]) -> Self {
        let mut command = Command::new("Xvfb");
        // Without `-noreset` the server starts over when its last client goes, and refuses who comes meanwhile.
        command.args(["-displayfd", "1", "-screen", "0", "3840x2160x24", "-nolisten", "tcp", "-noreset"]).args(more);
        let service = Service::start(&mut command);
        Self { display: format!(":{}", service.address), _service: service }
    }
}

/// A display with a window manager, and a session bus, on which somebody listens with a screen reader.
pub(crate) struct Session {
    /// Ended in this order: who is served first, then who serves.
    manager: Child,
    bus: Service,
    pub(crate) server: Server,
    /// A home and a runtime folder for the session's own services; the program's home may be another.
    home: Home,
}

impl Session {
    pub(crate) fn start() -> Self {
        let (server, home) = (Server::start(&[]), Home::new());
        let mut bus = bare("dbus-daemon", &home.0);
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .arg(format!("--address=unix:dir={}", home.0.display()))
            .env("DISPLAY", &server.display)
            .env("XDG_RUNTIME_DIR", &home.0);
        let bus = Service::start(&mut bus);
        let manager = bare("openbox", &home.0)
            .env("DISPLAY", &server.display)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox; see the packages named at the top of tests/desktop.rs");
        Self { manager, bus, server, home }
    }

    /// Where the session bus is reached.
    pub(crate) fn bus(&self) -> &str {
        &self.bus.address
    }

    /// What the program says on its standard error.
    pub(crate) fn told(&self) -> String {
        fs::read_to_string(self.home.0.join("told")).unwrap_or_default()
    }

    /// Starts the program in this session.
    pub(crate) fn program(&self, home: &Path, args: &[&str]) -> Child {
        let told = fs::File::create(self.home.0.join("told")).expect("a new file");
        program(home, args)
            .env("DISPLAY", &self.server.display)
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus())
            .env("XDG_RUNTIME_DIR", &self.home.0)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(told)
            .spawn()
            .expect("the program")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.manager.kill().ok();
        self.manager.wait().ok();
    }
}
