//! Tests of the whole comparison, on records made by hand.

mod builder;
mod doubt;
mod excess;
mod grouping;
mod ladder;
mod laws;
mod lone;
mod stretch;
mod trace;
