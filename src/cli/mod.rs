//! The words the user types: arguments, exit codes, streams.
