//! The accepted state of a story: figures in, a snapshot on disk, and what changed since.
//!
//! A snapshot holds what the articles tell, by content: where a number stands, in which folder and in which order the
//! articles were read, leaves no trace. New copy is laid beside it, never over it; what the desk decides about each
//! change is carried out as one step and added to a log. Nothing here knows a terminal or the time of day.

mod change;
pub mod check;
pub mod disk;
mod error;
mod form;
pub mod growing;
mod journal;
mod log;
pub mod name;
mod remarks;
pub mod sheet;
mod state;
mod story;
mod walk;
mod wording;
mod yaml;

pub use change::{Change, Kind, Side, changes};
pub use error::Error;
pub use form::{VERSION, read, written};
pub use log::{Choice, Entry, Stamp};
pub use remarks::{Spots, idle, notices, spots, sum};
pub use state::{Figure, Reading, State};
pub use story::{Decision, Recorded, Story};
pub use walk::{Key, Step, Walk};
