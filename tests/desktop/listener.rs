//! What a screen reader gets to know of the program: the accessible tree, read through AT-SPI.

use std::{
    collections::HashMap,
    thread,
    time::{Duration, Instant},
};

use atspi::{
    CoordType, Role, State,
    events::EventBodyOwned,
    proxy::{
        accessible::AccessibleProxy, action::ActionProxy, bus::BusProxy, bus::StatusProxy, cache::CacheProxy, component::ComponentProxy,
    },
};
use futures_lite::{StreamExt as _, future};
use zbus::{Connection, MatchRule, MessageStream, connection::Builder, fdo::DBusProxy, message::Type, zvariant::Value};

/// How long the program may take to answer one question.
const PATIENCE: Duration = Duration::from_secs(20);

/// Something accessible, as it was when it was looked at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Thing {
    /// Its own and its parent's address in the program.
    path: String,
    parent: String,
    pub(crate) role: Role,
    pub(crate) name: String,
    pub(crate) description: String,
    states: atspi::StateSet,
}

impl Thing {
    pub(crate) fn is(&self, state: State) -> bool {
        self.states.contains(state)
    }

    /// The program itself has the path of the desktop, its own parent.
    pub(crate) fn is_child_of(&self, other: &Self) -> bool {
        self.parent == other.path && self.path != other.path
    }
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}", self.role.name(), self.name)?;
        if self.description.is_empty() { Ok(()) } else { write!(f, " ({})", self.description) }
    }
}

/// A screen reader's end of the accessibility bus.
pub(crate) struct Listener {
    connection: Connection,
    /// The program's name on that bus.
    program: String,
    announced: MessageStream,
}

impl Listener {
    /// Tells the desktop that somebody listens, which is what makes a program describe itself.
    ///
    /// This is done before the program starts, as it is where somebody needs it.
    pub(crate) fn switch_on(bus: &str) -> Connection {
        future::block_on(async {
            let session = Builder::address(bus)?.method_timeout(PATIENCE).build().await?;
            let status = StatusProxy::new(&session).await?;
            status.set_is_enabled(true).await?;
            status.set_screen_reader_enabled(true).await?;
            let address = BusProxy::new(&session).await?.get_address().await?;
            Builder::address(address.as_str())?.method_timeout(PATIENCE).build().await
        })
        .expect("the accessibility bus; see the packages named at the top of tests/desktop.rs")
    }

    /// Waits for the program with this process id to be there.
    pub(crate) fn new(connection: Connection, process: u32) -> Self {
        let end = Instant::now() + PATIENCE;
        let program = loop {
            if let Some(name) = future::block_on(find_program(&connection, process)).expect("the registry") {
                break name;
            }
            assert!(Instant::now() < end, "the program is not on the accessibility bus");
            thread::sleep(Duration::from_millis(50));
        };
        let announced = future::block_on(async {
            let rule = MatchRule::builder()
                .msg_type(Type::Signal)
                .sender(program.as_str())?
                .interface("org.a11y.atspi.Event.Object")?
                .member("Announcement")?
                .build();
            MessageStream::for_match_rule(rule, &connection, Some(1000)).await
        });
        Self { announced: announced.expect("a way to hear announcements"), connection, program }
    }

    /// Everything that is accessible, parents first, as the cache of a screen reader is filled.
    pub(crate) fn things(&self) -> Vec<Thing> {
        let items = future::block_on(async {
            let cache = CacheProxy::builder(&self.connection).destination(self.program.as_str())?.build().await?;
            cache.get_items().await
        });
        let things = items.unwrap_or_default().into_iter().map(|item| Thing {
            path: item.object.path_as_str().to_owned(),
            parent: item.parent.path_as_str().to_owned(),
            role: item.role,
            name: item.short_name,
            // The cache's other name is the description.
            description: item.name,
            states: item.states,
        });
        things.collect()
    }

    /// Left, top, width and height in the window; `None` for what has gone or has no place.
    pub(crate) fn place(&self, thing: &Thing) -> Option<[i32; 4]> {
        let place = future::block_on(async {
            let proxy = ComponentProxy::builder(&self.connection).destination(self.program.as_str())?.path(thing.path.as_str())?;
            proxy.build().await?.get_extents(CoordType::Window).await
        });
        place.ok().map(<[i32; 4]>::from)
    }

    /// What a screen reader says beside name and role, such as `posinset` and `setsize`: the third of fourteen.
    pub(crate) fn attributes(&self, thing: &Thing) -> HashMap<String, String> {
        let attributes = future::block_on(async {
            let proxy = AccessibleProxy::builder(&self.connection).destination(self.program.as_str())?.path(thing.path.as_str())?;
            proxy.build().await?.get_attributes().await
        });
        attributes.unwrap_or_default()
    }

    /// Does what the thing does when a screen reader's user activates it, without mouse and keys.
    pub(crate) fn activate(&self, thing: &Thing) {
        let is_done = future::block_on(async {
            let proxy = ActionProxy::builder(&self.connection).destination(self.program.as_str())?.path(thing.path.as_str())?;
            proxy.build().await?.do_action(0).await
        });
        assert_eq!(is_done, Ok(true), "{thing} is not activated");
    }

    /// What was announced since this was last asked.
    pub(crate) fn announced(&mut self) -> Vec<String> {
        let mut told = Vec::new();
        while let Some(Some(message)) = future::block_on(future::poll_once(self.announced.next())) {
            let message = message.expect("an announcement");
            let body = message.body().deserialize::<EventBodyOwned>().expect("the body of an event");
            let Value::Str(text) = Value::from(body.any_data) else { panic!("an announcement is text") };
            told.push(text.to_string());
        }
        told
    }
}

/// The program's name on the accessibility bus, once it has one.
async fn find_program(connection: &Connection, process: u32) -> zbus::Result<Option<String>> {
    let registry = AccessibleProxy::builder(connection).destination("org.a11y.atspi.Registry")?.build().await?;
    let bus = DBusProxy::new(connection).await?;
    for root in registry.get_children().await? {
        let Some(name) = root.name() else { continue };
        if bus.get_connection_unix_process_id(name.as_ref().into()).await == Ok(process) {
            return Ok(Some(name.to_string()));
        }
    }
    Ok(None)
}
