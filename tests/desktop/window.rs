//! The program in a window, on a desktop of its own, with somebody who clicks and types and somebody who listens.

use std::{
    fs,
    path::Path,
    process::Child,
    thread,
    time::{Duration, Instant},
};

use atspi::{Role, State};

use crate::{
    find::{PATIENCE, PAUSE, Wanted, list, until},
    hand::{Button, Hand},
    listener::{Listener, Thing},
    session::{Home, Session},
};

/// The program in a window.
pub(crate) struct Desktop {
    program: Child,
    window: u32,
    hand: Hand,
    listener: Listener,
    session: Session,
}

impl Desktop {
    pub(crate) fn start(home: &Home, args: &[&str]) -> Self {
        Self::start_in(&home.0, args)
    }

    pub(crate) fn start_in(home: &Path, args: &[&str]) -> Self {
        let session = Session::start();
        let bus = Listener::switch_on(session.bus());
        let hand = Hand::new(&session.server.display);
        let mut program = session.program(home, args);
        let end = Instant::now() + Duration::from_mins(1);
        let window = loop {
            if let Some(window) = hand.window_of(program.id()) {
                break window;
            }
            let status = program.try_wait().expect("a status");
            assert!(status.is_none(), "the program ended with {status:?} and no window: {}", session.told());
            assert!(Instant::now() < end, "no window after 60 s: {}", session.told());
            thread::sleep(PAUSE);
        };
        let listener = Listener::new(bus, program.id());
        let mut desktop = Self { program, window, hand, listener, session };
        // The program and its empty window are there before the first frame is described.
        until("something in the window", || if desktop.things().len() > 2 { Ok(()) } else { Err(desktop.session.told()) });
        desktop.settle();
        desktop
    }

    /// Clicks on the first thing of this name, from top to bottom and left to right; `NAME*` is how it begins.
    pub(crate) fn click(&mut self, name: &str) {
        self.click_at(&Wanted { role: None, name }, Button::Left);
    }

    /// Clicks on the first thing of this role and name.
    pub(crate) fn click_role(&mut self, role: Role, name: &str) {
        self.click_at(&Wanted { role: Some(role), name }, Button::Left);
    }

    /// Clicks with the other button of the mouse.
    pub(crate) fn right_click(&mut self, name: &str) {
        self.click_at(&Wanted { role: None, name }, Button::Right);
    }

    /// Clicks with the button in the middle.
    pub(crate) fn middle_click(&mut self, name: &str) {
        self.click_at(&Wanted { role: None, name }, Button::Middle);
    }

    /// Clicks on the head of a column; its name goes on with the order, once there is one.
    pub(crate) fn click_header(&mut self, name: &str) {
        self.click_role(Role::ColumnHeader, &format!("{name}*"));
    }

    fn click_at(&mut self, wanted: &Wanted<'_>, button: Button) {
        let [x, y] = self.find(wanted);
        self.hand.point(self.window, x, y);
        // What the mouse is over is known once it is drawn.
        self.hand.wait(self.window);
        self.hand.press(button);
        self.hand.release(button);
        self.step_aside();
    }

    /// Turns the wheel over something, towards the end of the page; a negative number towards its beginning.
    pub(crate) fn wheel(&mut self, name: &str, notches: i32) {
        let [x, y] = self.find(&Wanted { role: None, name });
        self.hand.point(self.window, x, y);
        self.hand.wait(self.window);
        let button = if notches > 0 { Button::WheelDown } else { Button::WheelUp };
        for _ in 0..notches.abs() {
            self.hand.press(button);
            self.hand.release(button);
        }
        self.step_aside();
    }

    /// Moves the mouse into the corner, so that no tooltip covers what is looked at next.
    fn step_aside(&mut self) {
        self.hand.wait(self.window);
        self.hand.point(self.window, 2, 2);
        self.settle();
    }

    /// Presses keys together: `ctrl+shift+z`, `Return`, `4`.
    pub(crate) fn key(&mut self, keys: &str) {
        self.hand.key(self.window, keys);
        self.settle();
    }

    /// Types where the keyboard's focus is, Chinese too.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.hand.type_text(self.window, text);
        self.settle();
    }

    /// Resizes the window, to pixels.
    pub(crate) fn resize(&mut self, width: u32, height: u32) {
        self.hand.resize(self.window, width, height);
        let wanted = [width, height].map(|pixels| i32::try_from(pixels).expect("a screen is smaller"));
        until(&format!("a window of {wanted:?}"), || (self.hand.size(self.window) == wanted).then_some(()).ok_or_else(String::new));
        self.settle();
    }

    /// How much time of the processor the program has used.
    pub(crate) fn cpu(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.program.id())).expect("a running program");
        let fields = stat.rsplit(')').next().expect("the fields after the name").split_whitespace();
        let ticks: u64 = fields.skip(11).take(2).map(|field| field.parse::<u64>().expect("a number")).sum();
        // A tick is a hundredth of a second to every program on Linux, whatever the kernel counts in.
        Duration::from_millis(ticks * 10)
    }

    /// Everything that is accessible, on screen or not, parents first.
    pub(crate) fn things(&self) -> Vec<Thing> {
        self.listener.things()
    }

    /// The one thing of this role and name, waited for.
    pub(crate) fn thing(&self, role: Role, name: &str) -> Thing {
        let wanted = Wanted { role: Some(role), name };
        until(&format!("a {} {name:?}", role.name()), || {
            let things = self.things();
            things.iter().find(|thing| wanted.is_met_by(thing)).cloned().ok_or_else(|| list(&things))
        })
    }

    /// What is in something, one level down, in its order.
    pub(crate) fn children(&self, of: &Thing) -> Vec<Thing> {
        self.things().into_iter().filter(|thing| thing.is_child_of(of)).collect()
    }

    /// What has the keyboard's focus.
    pub(crate) fn focused(&self) -> Option<Thing> {
        self.things().into_iter().find(|thing| thing.is(State::Focused))
    }

    /// Its place among its like, and how many they are, as a screen reader says it: the third of fourteen.
    pub(crate) fn position(&self, thing: &Thing) -> Option<[usize; 2]> {
        let attributes = self.listener.attributes(thing);
        let number = |name: &str| attributes.get(name)?.parse().ok();
        Some([number("posinset")?, number("setsize")?])
    }

    /// Left, top, width and height in the window; `None` for what has gone.
    pub(crate) fn place(&self, thing: &Thing) -> Option<[i32; 4]> {
        self.listener.place(thing)
    }

    /// Does what it does, by its accessible action alone.
    pub(crate) fn activate(&mut self, thing: &Thing) {
        self.listener.activate(thing);
        self.settle();
    }

    /// Waits for something to be announced that begins so, since this was last asked.
    pub(crate) fn expect_announced(&mut self, start: &str) {
        let mut told = Vec::new();
        until(&format!("{start:?} announced"), || {
            told.extend(self.listener.announced());
            told.iter().any(|text| text.starts_with(start)).then_some(()).ok_or_else(|| told.join("\n"))
        });
    }

    /// What is on screen and wanted, in reading order: top and left, then the thing.
    fn seen(&self, is_wanted: impl Fn(&Thing) -> bool) -> Vec<([i32; 2], [i32; 2], Thing)> {
        let [width, height] = self.hand.size(self.window);
        let wanted = self.things().into_iter().filter(|thing| !thing.name.is_empty() && is_wanted(thing));
        let mut seen: Vec<_> = wanted
            .filter_map(|thing| {
                let [left, top, wide, high] = self.listener.place(&thing)?;
                let middle = [left + wide / 2, top + high / 2];
                let is_shown = wide > 0 && high > 0 && (0..width).contains(&middle[0]) && (0..height).contains(&middle[1]);
                is_shown.then_some(([top, left], middle, thing))
            })
            .collect();
        seen.sort_by_key(|(corner, ..)| *corner);
        seen
    }

    /// The middle of what is wanted, waited for.
    fn find(&self, wanted: &Wanted<'_>) -> [i32; 2] {
        let role = wanted.role.map_or("thing", |role| role.name());
        until(&format!("a {role} called {:?} on screen", wanted.name), || {
            let seen = self.seen(|thing| wanted.is_met_by(thing));
            seen.first().map(|(_, middle, _)| *middle).ok_or_else(|| self.on_screen())
        })
    }

    fn on_screen(&self) -> String {
        self.seen(|_| true).iter().map(|(_, _, thing)| thing.to_string()).collect::<Vec<_>>().join("\n")
    }

    /// Waits for something on screen whose name begins so.
    pub(crate) fn expect(&mut self, name: &str) {
        self.find(&Wanted { role: None, name: &format!("{name}*") });
    }

    /// Waits until nothing of this role on screen has this name; `NAME*` is how it begins.
    pub(crate) fn expect_gone(&mut self, role: Role, name: &str) {
        let wanted = Wanted { role: Some(role), name };
        until(&format!("no {} {name:?} on screen", role.name()), || {
            let seen = self.seen(|thing| wanted.is_met_by(thing));
            if seen.is_empty() { Ok(()) } else { Err(self.on_screen()) }
        });
    }

    /// Waits for `first` to stand before `second`.
    pub(crate) fn expect_order(&mut self, first: &str, second: &str) {
        until(&format!("{first:?} before {second:?}"), || {
            let seen = self.seen(|thing| thing.name.starts_with(first) || thing.name.starts_with(second));
            let place = |name: &str| seen.iter().position(|(_, _, thing)| thing.name.starts_with(name));
            let is_so = matches!((place(first), place(second)), (Some(first), Some(second)) if first < second);
            is_so.then_some(()).ok_or_else(|| self.on_screen())
        });
    }

    /// Waits until what was done is drawn, and nothing changes any more.
    fn settle(&mut self) {
        let end = Instant::now() + Duration::from_secs(2);
        let mut before = Vec::new();
        while Instant::now() < end {
            self.hand.wait(self.window);
            let now = self.things();
            if now == before {
                return;
            }
            before = now;
        }
    }

    /// Closes the window as its button does; the program's exit code.
    pub(crate) fn close(mut self) -> i32 {
        self.hand.close(self.window);
        let end = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.program.try_wait().expect("a status") {
                break status;
            }
            assert!(Instant::now() < end, "still running {} s after its window was closed", PATIENCE.as_secs());
            thread::sleep(PAUSE);
        };
        let told = self.session.told();
        assert!(!told.contains("panicked"), "{told}");
        status.code().expect("an exit code")
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        self.program.kill().ok();
        self.program.wait().ok();
    }
}
