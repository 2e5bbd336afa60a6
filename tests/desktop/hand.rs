//! The hand of the tests: mouse and keyboard, through the server's own test extension.

use std::{
    collections::HashMap,
    iter, thread,
    time::{Duration, Instant},
};

use x11rb::{
    connection::Connection as _,
    protocol::{
        Event,
        xproto::{
            AtomEnum, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ChangeWindowAttributesAux, ClientMessageEvent, ConfigureWindowAux,
            ConnectionExt as _, EventMask, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT, Window,
        },
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

/// Between moving, pressing and letting go, as long as a quick hand takes.
const MOMENT: Duration = Duration::from_millis(20);
/// How long the window may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A button of the mouse.
#[derive(Clone, Copy)]
pub(crate) enum Button {
    Left = 1,
    Middle = 2,
    Right = 3,
    WheelUp = 4,
    WheelDown = 5,
}

/// Mouse and keyboard of one display.
pub(crate) struct Hand {
    x: RustConnection,
    root: Window,
    /// The code of each keysym's key, and whether Shift is held for it.
    keys: HashMap<u32, (u8, bool)>,
    /// Keys that mean nothing yet, for characters that the keyboard lacks.
    spare: Vec<u8>,
    num_pings: u32,
}

impl Hand {
    pub(crate) fn new(display: &str) -> Self {
        let (x, screen) = x11rb::connect(Some(display)).expect("the display");
        let root = x.setup().roots.get(screen).expect("a screen").root;
        let (first, last) = (x.setup().min_keycode, x.setup().max_keycode);
        let mapping = x.get_keyboard_mapping(first, last - first + 1).expect("a request").reply().expect("the keyboard");
        let (mut keys, mut spare) = (HashMap::new(), Vec::new());
        for (code, syms) in (first..=last).zip(mapping.keysyms.chunks(usize::from(mapping.keysyms_per_keycode))) {
            for (sym, is_shifted) in syms.iter().zip([false, true]).filter(|(sym, _)| **sym != 0) {
                keys.entry(*sym).or_insert((code, is_shifted));
            }
            if syms.iter().all(|sym| *sym == 0) {
                spare.push(code);
            }
        }
        // The answers to a ping are sent to the root.
        let mask = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        x.change_window_attributes(root, &mask).expect("a request").check().expect("the display");
        Self { x, root, keys, spare, num_pings: 0 }
    }

    /// The windows that the window manager looks after.
    fn windows(&self) -> Vec<Window> {
        self.property(self.root, "_NET_CLIENT_LIST", AtomEnum::WINDOW.into())
    }

    fn property(&self, window: Window, name: &str, kind: u32) -> Vec<u32> {
        let reply = self.x.get_property(false, window, self.atom(name), kind, 0, 1024).expect("a request").reply();
        reply.ok().and_then(|reply| Some(reply.value32()?.collect())).unwrap_or_default()
    }

    fn atom(&self, name: &str) -> u32 {
        self.x.intern_atom(false, name.as_bytes()).expect("a request").reply().expect("an atom").atom
    }

    /// The window of a process, once it is shown.
    pub(crate) fn window_of(&self, process: u32) -> Option<Window> {
        self.windows().into_iter().find(|window| self.property(*window, "_NET_WM_PID", AtomEnum::CARDINAL.into()) == [process])
    }

    /// Width and height.
    pub(crate) fn size(&self, window: Window) -> [i32; 2] {
        let shape = self.x.get_geometry(window).expect("a request").reply();
        shape.map_or([0, 0], |shape| [shape.width.into(), shape.height.into()])
    }

    pub(crate) fn resize(&self, window: Window, width: u32, height: u32) {
        let shape = ConfigureWindowAux::new().x(0).y(0).width(width).height(height);
        self.x.configure_window(window, &shape).expect("a request").check().expect("a window");
    }

    /// Waits until the program has taken in all that was done, and has drawn it.
    ///
    /// A window answers a ping in the order in which its events came. It draws once it has read all that are there, so the
    /// second answer comes after the first drawing.
    pub(crate) fn wait(&mut self, window: Window) {
        let (protocols, ping) = (self.atom("WM_PROTOCOLS"), self.atom("_NET_WM_PING"));
        for _ in 0..2 {
            self.num_pings += 1;
            let message = ClientMessageEvent::new(32, window, protocols, [ping, self.num_pings, window, 0, 0]);
            self.x.send_event(false, window, EventMask::NO_EVENT, message).expect("a request").check().ok();
            let end = Instant::now() + PATIENCE;
            while !self.is_answered(ping) {
                // Who has closed the window answers no more.
                if self.x.get_geometry(window).expect("a request").reply().is_err() {
                    return;
                }
                assert!(Instant::now() < end, "the window does not answer");
                thread::sleep(Duration::from_millis(5));
            }
        }
    }

    fn is_answered(&self, ping: u32) -> bool {
        let answer = [ping, self.num_pings];
        let is_answer = |event| matches!(event, Event::ClientMessage(message) if message.data.as_data32()[..2] == answer);
        iter::from_fn(|| self.x.poll_for_event().expect("the display")).any(is_answer)
    }

    /// Asks the window manager to close the window, as the button in its frame does.
    pub(crate) fn close(&self, window: Window) {
        let message = ClientMessageEvent::new(32, window, self.atom("_NET_CLOSE_WINDOW"), [0, 2, 0, 0, 0]);
        let mask = EventMask::SUBSTRUCTURE_NOTIFY | EventMask::SUBSTRUCTURE_REDIRECT;
        self.x.send_event(false, self.root, mask, message).expect("a request").check().expect("the window manager");
    }

    /// Moves the mouse to a point of the window.
    pub(crate) fn point(&self, window: Window, x: i32, y: i32) {
        let origin = self.x.translate_coordinates(window, self.root, 0, 0).expect("a request").reply().expect("a window");
        let [x, y] = [i32::from(origin.dst_x) + x, i32::from(origin.dst_y) + y].map(|at| i16::try_from(at).expect("on the screen"));
        self.x.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, 0, self.root, x, y, 0).expect("a request").check().expect("a mouse");
        thread::sleep(MOMENT);
    }

    pub(crate) fn press(&self, button: Button) {
        self.input(BUTTON_PRESS_EVENT, button as u8);
    }

    pub(crate) fn release(&self, button: Button) {
        self.input(BUTTON_RELEASE_EVENT, button as u8);
    }

    fn input(&self, kind: u8, detail: u8) {
        self.x.xtest_fake_input(kind, detail, 0, self.root, 0, 0, 0).expect("a request").check().expect("an input");
        thread::sleep(MOMENT);
    }

    /// Presses keys together, the last of them a character or a name: `ctrl+shift+z`, `Return`, `alt+Left`.
    pub(crate) fn key(&mut self, window: Window, keys: &str) {
        self.focus(window);
        // The last one may be the plus itself.
        let (held, last) = keys[..keys.len() - 1].rfind('+').map_or(("", keys), |at| (&keys[..at], &keys[at + 1..]));
        let held = held.split('+').filter(|name| !name.is_empty()).map(|name| match name {
            "ctrl" => 0xffe3,
            "shift" => 0xffe1,
            "alt" => 0xffe9,
            _ => panic!("no such modifier: {name}"),
        });
        self.chord(held.collect(), keysym(last));
    }

    /// Types a text, also what the keyboard has no key for.
    pub(crate) fn type_text(&mut self, window: Window, text: &str) {
        self.focus(window);
        for character in text.chars() {
            self.chord(Vec::new(), character_keysym(character));
        }
    }

    /// Keys go to the window, wherever the mouse is.
    fn focus(&self, window: Window) {
        self.x.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME).expect("a request").check().expect("a window");
    }

    fn chord(&mut self, held: Vec<u32>, last: u32) {
        let (code, is_shifted) = self.key_of(last);
        let held = held.into_iter().chain(is_shifted.then_some(0xffe1)).map(|sym| self.key_of(sym).0).collect::<Vec<_>>();
        for code in held.iter().chain(iter::once(&code)) {
            self.input(KEY_PRESS_EVENT, *code);
        }
        for code in iter::once(&code).chain(held.iter().rev()) {
            self.input(KEY_RELEASE_EVENT, *code);
        }
    }

    /// The key of a keysym; a spare key is made to mean it where there is none.
    fn key_of(&mut self, sym: u32) -> (u8, bool) {
        if let Some(key) = self.keys.get(&sym) {
            return *key;
        }
        let code = self.spare.pop().expect("a spare key");
        self.x.change_keyboard_mapping(1, code, 2, &[sym, sym]).expect("a request").check().expect("a keyboard");
        self.x.sync().expect("the display");
        // The program reads the keyboard anew.
        thread::sleep(Duration::from_millis(200));
        self.keys.insert(sym, (code, false));
        (code, false)
    }
}

/// A key by its name on the keyboard, or the character it types.
fn keysym(name: &str) -> u32 {
    let mut characters = name.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return character_keysym(character);
    }
    match name {
        "Backspace" => 0xff08,
        "Tab" => 0xff09,
        "Return" => 0xff0d,
        "Escape" => 0xff1b,
        "Home" => 0xff50,
        "Left" => 0xff51,
        "Up" => 0xff52,
        "Right" => 0xff53,
        "Down" => 0xff54,
        "Page_Up" => 0xff55,
        "Page_Down" => 0xff56,
        "End" => 0xff57,
        "Menu" => 0xff67,
        "Delete" => 0xffff,
        "space" => 0x20,
        _ => name.strip_prefix('F').and_then(|number| Some(0xffbd + number.parse::<u32>().ok()?)).expect("the name of a key"),
    }
}

/// Latin-1 is its own keysym, everything else stands above it by its code point.
fn character_keysym(character: char) -> u32 {
    let point = u32::from(character);
    if point <= 0xff { point } else { 0x0100_0000 + point }
}
