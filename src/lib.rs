//! figcheck reads several articles about the same events, pulls out every checkable figure as a typed claim, groups
//! the claims that answer the same question, and shows where the articles disagree, and why.

pub mod calendar;
pub mod decimal;
pub mod span;

pub mod claims;
pub mod cli;
pub mod compare;
pub mod ingest;
pub mod numbers;
pub mod report;
pub mod resolve;
pub mod schema;
pub mod text;

mod engine;

pub use engine::{Engine, Reading};
