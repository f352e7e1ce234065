//! The names of events: of those that come with the program, in the tree that was written out with it; of a desk's own,
//! in a second one.

use super::event::Read;
use super::tree::{NONE, Tree};

/// What `build.rs` made: the ids of the events that come with the program, in order, a line each; and the tree of their
/// names, numbered in that order.
const BUILT_IN: (&str, Tree) = include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// Names of events in trees.
#[derive(Clone, Debug)]
pub struct Names {
    /// Those that come with the program.
    pub built_in: Named,
    /// A desk's own, which hold where both name something.
    pub own: Named,
}

/// A tree of names with what they are the names of.
#[derive(Clone, Debug)]
pub struct Named {
    /// The names.
    pub tree: Tree,
    /// By the number of a name, the place of its event in [`Schema::events`](super::Schema::events), or [`NONE`] where
    /// the event was replaced.
    pub events: Vec<u16>,
}

impl Names {
    /// The names of these events, which are in order of id.
    pub fn new(events: &[Read]) -> Self {
        let (ids, tree) = BUILT_IN;
        let mut rows = (0..NONE).zip(events).peekable();
        let place = |id: &str| {
            while rows
                .next_if(|(_, row)| row.event.id.as_str() < id)
                .is_some()
            {}
            let row = rows.next_if(|(_, row)| row.event.id == id && row.names.is_none());
            row.map_or(NONE, |(at, _)| at)
        };
        Self {
            built_in: Named {
                events: ids.lines().map(place).collect(),
                tree,
            },
            own: Named::own(events),
        }
    }
}

impl Named {
    fn own(events: &[Read]) -> Self {
        let own = || {
            let rows = (0..NONE).zip(events);
            rows.filter_map(|(at, row)| Some((at, row.names.as_deref()?)))
        };
        let all = (0..NONE)
            .zip(own())
            .flat_map(|(number, (_, names))| names.iter().map(move |name| (name.as_str(), number)));
        Self {
            tree: Tree::of(all),
            events: own().map(|(at, _)| at).collect(),
        }
    }
}
