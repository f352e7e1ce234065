//! figcheck reads several articles about the same events, pulls out every checkable figure as a typed claim, groups
//! the claims that answer the same question, and shows where the articles disagree, and why.
//!
//! The modules stand below in the order of the flow, and each uses only those before it:

pub mod aside;
pub mod calendar;
pub mod decimal;
pub mod span;

pub mod schema;

pub mod ingest;

pub mod text;

pub mod numbers;

pub mod claims;

pub mod resolve;

pub mod compare;

pub mod report;

pub mod review;

pub mod engine;

pub mod cli;

pub use engine::{Engine, Reading};
