//! Figures that somebody has decided not to show, with the reasons.

use crate::compare::Comparison;

/// What suppressions leave out of a comparison. For people it is counted; code scanning gets it with the reasons.
#[derive(Clone, Debug, Default)]
pub struct Silenced {
    /// The figures, in the order of the comparison that they were taken out of. Nothing binds them.
    pub comparison: Comparison,
    /// Why each is not shown, parallel to the figures.
    pub reasons: Vec<String>,
}
